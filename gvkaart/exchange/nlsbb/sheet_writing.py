"""A vocabulary as the official spreadsheet (xlsx): texts only, never a formula, and the same bytes each time."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Final, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gvkaart.domain.text import fresh_id
from gvkaart.exchange.nlsbb import sheet_layout as layout
from gvkaart.exchange.nlsbb.sheet_layout import cell_of
from gvkaart.exchange.nlsbb.uris import collection_uri
from gvkaart.exchange.nlsbb.vocabulary import Concept, Remark, Vocabulary, remark
from gvkaart.words import Words

_WIDE: Final = frozenset(("definitie", "uitleg", "toelichting", "voorbeeld", "redactionele notitie", "bronverwijzing"))
_WIDTHS: Final = (6, 26, 60)
"""Of the number, of most columns, and of those with running text."""

_CORE: Final = "docProps/core.xml"
_TIMES: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_MADE: Final = b"1980-01-01T00:00:00Z"
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file knows; a real one would make every export another file."""


class Written(NamedTuple):
    """A spreadsheet, and what to tell about it."""

    data: bytes
    remarks: tuple[Remark, ...]


def write_sheet(vocabulary: Vocabulary, base: str, words: Words) -> Written:
    """Return a vocabulary as a spreadsheet.

    Args:
        vocabulary: what to write.
        base: what the URIs of collections begin with.
        words: the language of the first sheet; names of sheets and columns are always Dutch, as the standard has them.
    """
    writing = _Writing(vocabulary, base)
    book = Workbook()
    if (first := book.active) is not None:
        book.remove(first)
    summary = book.create_sheet(layout.SUMMARY)
    summary.column_dimensions["B"].width = 110
    for number, key in enumerate(("summary", "summary_use", "summary_origin"), 1):
        _put(summary, number, 2, words.text(f"nlsbb.{key}"))
    for title, columns, rows in writing.sheets():
        _fill(book.create_sheet(title), columns, rows)
    out = BytesIO()
    book.save(out)
    return Written(_without_times(out.getvalue()), remark("cut", writing.too_long))


def _fill(sheet: Worksheet, columns: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> None:
    for number, name in enumerate(columns, 1):
        _put(sheet, 1, number, name)
        sheet.cell(1, number).font = Font(bold=True)
        width = _WIDTHS[0] if name == "#" else _WIDTHS[2] if name in _WIDE else _WIDTHS[1]
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "D2"
    for row, values in enumerate(rows, 2):
        sheet.cell(row, 1, row - 1)
        for number, name in enumerate(columns, 1):
            if values.get(name):
                _put(sheet, row, number, values[name])


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text as a text, also one that looks like a formula or an error."""
    cell = sheet.cell(row, column)
    cell.value = text
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _without_times(data: bytes) -> bytes:
    """Return the same package without the times at which it and its parts were made."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as package, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as timeless:
        for name in package.namelist():
            part = package.read(name)
            part = _TIMES.sub(rb"\g<1>" + _MADE, part) if name == _CORE else part
            timeless.writestr(zipfile.ZipInfo(name, _OLDEST), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


class _Writing:
    """The rows of every sheet."""

    def __init__(self, vocabulary: Vocabulary, base: str) -> None:
        self._vocabulary, self._base = vocabulary, base
        self.too_long: list[str] = []
        """Where a text did not fit in a cell."""
        counts = Counter(concept.label for concept in vocabulary.concepts)
        self._names = {
            one.key: one.label if counts[one.label] == 1 and layout.SEPARATOR not in one.label else one.key
            for one in vocabulary.concepts
        }
        self._schemes = {one.key: one.title for one in vocabulary.schemes}
        self._sources = {one.key: one.title for one in vocabulary.sources}

    def sheets(self) -> tuple[tuple[str, tuple[str, ...], list[Mapping[str, str]]], ...]:
        """Return name, columns and rows of every sheet with data; a row is its cells by column."""
        vocabulary = self._vocabulary
        return (
            (layout.SCHEMES, layout.SCHEME_COLUMNS, [self._scheme(one.key) for one in vocabulary.schemes]),
            (layout.CONCEPTS, layout.CONCEPT_COLUMNS, [self._concept(one) for one in vocabulary.concepts]),
            (layout.COLLECTIONS, layout.COLLECTION_COLUMNS, self._collections()),
            (
                layout.SOURCES,
                layout.SOURCE_COLUMNS,
                [
                    {"URI": one.key, "naam": one.title, "bronverwijzing": self._fitting(one.title, one.citation)}
                    for one in vocabulary.sources
                ],
            ),
        )

    def _scheme(self, key: str) -> Mapping[str, str]:
        tops = [one for one in self._vocabulary.concepts if one.scheme == key and "broader" not in one.links]
        return {
            "URI": key,
            "naam": self._schemes[key],
            "heeft topbegrip": self._fitting(self._schemes[key], cell_of(tuple(self._names[one.key] for one in tops))),
        }

    def _concept(self, one: Concept) -> Mapping[str, str]:
        cells = {
            "URI": one.key,
            "voorkeursterm": one.label,
            "definitie": one.definition,
            "alternatieve term": cell_of(one.alt),
            "uitleg": one.plain,
            "in kader": self._schemes[one.scheme],
            "voorbeeld": "\n\n".join(one.examples),
            "redactionele notitie": "\n\n".join(one.editorial_notes),
            "toelichting": "\n\n".join(one.scope_notes),
            "heeft bron": cell_of(tuple(self._sources[key] for key in one.sources)),
            **{
                layout.LINK_COLUMNS[link]: cell_of(tuple(self._names[key] for key in keys))
                for link, keys in one.links.items()
            },
        }
        return {name: self._fitting(one.label, text) for name, text in cells.items()}

    def _collections(self) -> list[Mapping[str, str]]:
        members: dict[str, list[str]] = {}
        for concept in self._vocabulary.concepts:
            for title in concept.collections:
                members.setdefault(title, []).append(self._names[concept.key])
        rows: list[Mapping[str, str]] = []
        slugs: set[str] = set()
        for title in sorted(members):
            slug = fresh_id(title, "collectie", slugs)
            slugs.add(slug)
            cell = self._fitting(title, cell_of(tuple(members[title])))
            rows.append({"URI": collection_uri(self._base, slug), "naam": title, "bevat": cell})
        return rows

    def _fitting(self, label: str, text: str) -> str:
        """Return what a cell can hold of a text; what is cut off is told."""
        if len(text) <= layout.MOST_CHARACTERS:
            return text
        self.too_long.append(label)
        return f"{text[: layout.MOST_CHARACTERS - 1]}…"
