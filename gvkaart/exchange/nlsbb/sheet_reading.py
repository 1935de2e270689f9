"""The official spreadsheet, or one that somebody made in its likeness, into a vocabulary.

A spreadsheet is a package of XML. Every part is unpacked in memory within limits and looked at by our own reader of
XML, which refuses document types, before openpyxl sees any of it. Formulas are not worked out: what was saved as their
value counts. Only so many columns and rows are looked at, whatever a sheet says of its size.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import zip_longest
from typing import Any, Final

from openpyxl import load_workbook

from gvkaart.domain.errors import Rejected
from gvkaart.domain.text import fold
from gvkaart.exchange.nlsbb import sheet_layout as layout
from gvkaart.exchange.nlsbb.rdf_reading import Read
from gvkaart.exchange.nlsbb.safe_xml import require_safe
from gvkaart.exchange.nlsbb.sheet_layout import column_of, values_in
from gvkaart.exchange.nlsbb.uris import is_uri
from gvkaart.exchange.nlsbb.vocabulary import UNNAMED, Concept, Remark, Scheme, SourceDocument, Vocabulary, remark
from gvkaart.exchange.texts.package import Package

_MOST_ROWS: Final = 20_000
_MOST_COLUMNS: Final = 100
_HEADING_WITHIN: Final = 20
"""In how many rows from above the names of the columns must stand."""

_OLE: Final = b"\xd0\xcf\x11\xe0"
"""How an old spreadsheet begins, and one with a password."""

_LARGEST_UNPACKED: Final = 200 * 2**20
_NOTES: Final = (("redactionele notitie", ""), ("code", "Code: "))
_DATED_NOTES: Final = (("historie notitie", "Historie: "), ("wijzigingsnotitie", "Wijziging: "))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with something in it: its cells by column, and its number as the spreadsheet shows it."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet that has a row with names of columns."""

    title: str
    columns: frozenset[str]
    rows: tuple[_Row, ...]


def read_sheet(data: bytes, name: str, language: str) -> Read:
    """Return the vocabulary in a spreadsheet.

    Args:
        data: everything in the file.
        name: of the file without its suffix; names a scheme that nothing else names.
        language: of the texts; a spreadsheet does not say.

    Raises:
        Rejected: no spreadsheet, unsafe, too large, without a column of terms, or a row with a definition and no term.
    """
    if data.startswith(_OLE):
        raise Rejected("nlsbb.old_or_protected")
    _require_safe_parts(Package(data))
    sheets = {fold(one.title): one for one in _sheets(data)}
    with_terms = [one for one in sheets.values() if "voorkeursterm" in one.columns]
    concepts = next((one for one in with_terms if fold(one.title) == fold(layout.CONCEPTS)), None)
    if concepts is None and not with_terms:
        raise Rejected("nlsbb.no_term_column", columns="voorkeursterm, definitie, in kader")
    return _Reading(sheets, concepts or with_terms[0], name, language).read()


# --- cells ------------------------------------------------------------------------------------------------------------


def _require_safe_parts(package: Package) -> None:
    """Refuse what is damaged, locked, unpacks to too much, or has a document type anywhere."""
    size = 0
    for name in sorted(package.names):
        if name.lower().endswith((".xml", ".rels", ".vml")):
            part = package.read(name)
            size += len(part)
            if size > _LARGEST_UNPACKED:
                raise Rejected("nlsbb.sheet_too_large", largest=_LARGEST_UNPACKED >> 20)
            require_safe(part)


def _sheets(data: bytes) -> tuple[_Sheet, ...]:
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            return tuple(sheet for one in book.worksheets if (sheet := _sheet(one)) is not None)
        finally:
            book.close()
    except Rejected:
        raise
    except Exception as error:
        # The library fails in as many ways as a package can be wrong.
        raise Rejected("nlsbb.not_a_sheet") from error


def _sheet(sheet: Any) -> _Sheet | None:
    """Return what stands in a sheet; None for one without names of columns."""
    sheet.reset_dimensions()  # what it says of itself may be anything
    rows = sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS, values_only=True)
    columns: tuple[str, ...] = ()
    found: list[_Row] = []
    for number, values in enumerate(rows, 1):
        cells = tuple(map(_text, values))
        if columns:
            found += _row(sheet.title, number, columns, cells)
        elif number > _HEADING_WITHIN:
            break
        elif _is_heading(names := tuple(map(column_of, cells))):
            columns = names
    return _Sheet(sheet.title, frozenset(columns), tuple(found)) if columns else None


def _is_heading(names: tuple[str, ...]) -> bool:
    """Tell whether these are the names of columns: two that are known, one of which names things."""
    known = {column_of(one) for one in (*layout.CONCEPT_COLUMNS, *layout.SOURCE_COLUMNS, *layout.COLLECTION_COLUMNS)}
    return len(known.intersection(names)) > 1 and not {"voorkeursterm", "naam"}.isdisjoint(names)


def _row(title: str, number: int, columns: tuple[str, ...], cells: tuple[str, ...]) -> Iterator[_Row]:
    by_column: dict[str, str] = {}
    for column, cell in zip_longest(columns, cells, fillvalue=""):
        if column and cell:
            by_column.setdefault(column, cell)
    if by_column.keys() - {"#"}:
        if number > _MOST_ROWS:
            raise Rejected("nlsbb.too_many_rows", sheet=title, largest=_MOST_ROWS)
        yield _Row(number, by_column)


def _text(value: object) -> str:
    """Return a cell as text: a whole number without its decimals, a date as ISO has it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


# --- what it means ----------------------------------------------------------------------------------------------------


@dataclass
class _Reading:
    """Sheets while a vocabulary is made of them."""

    sheets: Mapping[str, _Sheet]
    concepts: _Sheet
    name: str
    language: str
    schemes: dict[str, Scheme] = field(default_factory=dict)
    sources: dict[str, SourceDocument] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    undefined: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)

    def read(self) -> Read:
        """Return all of it.

        Raises:
            Rejected: a row has no term, or none has anything.
        """
        rows = self.concepts.rows
        for row in rows:
            if not row["voorkeursterm"]:
                raise Rejected("nlsbb.row_without_term", sheet=self.concepts.title, row=row.number)
        if not rows:
            raise Rejected("nlsbb.no_rows", sheet=self.concepts.title)
        self._read_schemes()
        self._read_sources()
        keys = _keys(rows)
        members = self._members()
        made = tuple(self._concept(row, key, keys, members) for row, key in zip(rows, keys.by_row, strict=True))
        vocabulary = Vocabulary(tuple(self.schemes.values()), made, tuple(self.sources.values()), self.language)
        return Read(vocabulary, tuple(self._remarks()))

    def _remarks(self) -> Iterator[Remark]:
        yield from remark("undefined", self.undefined)
        yield from remark("several_schemes", self.several)
        yield from remark("unknown_terms", self.unknown)

    def _rows(self, title: str) -> tuple[_Row, ...]:
        sheet = self.sheets.get(fold(title))
        return sheet.rows if sheet is not None and sheet is not self.concepts else ()

    def _read_schemes(self) -> None:
        for row in self._rows(layout.SCHEMES):
            if title := row["naam"] or row["uri"]:
                key = row["uri"] if is_uri(row["uri"]) else f"{UNNAMED}{title}"
                self.schemes[key] = Scheme(key, title)

    def _read_sources(self) -> None:
        for row in self._rows(layout.SOURCES):
            if title := row["naam"] or row["bronverwijzing"] or row["uri"]:
                key = row["uri"] if is_uri(row["uri"]) else f"{UNNAMED}{title}"
                self.sources[key] = SourceDocument(key, title, row["bronverwijzing"])

    def _members(self) -> Mapping[str, list[str]]:
        """Return the titles of collections by what they hold: a term or a URI, folded."""
        members: dict[str, list[str]] = {}
        for row in self._rows(layout.COLLECTIONS):
            for one in values_in(row["bevat"]):
                members.setdefault(fold(one), []).append(row["naam"] or row["uri"])
        return members

    def _concept(self, row: _Row, key: str, keys: "_Keys", members: Mapping[str, list[str]]) -> Concept:
        label = row["voorkeursterm"]
        if not row["definitie"]:
            self.undefined.append(label)
        names = (fold(key), fold(label)) if keys.is_unique(label) else (fold(key),)
        alt = (*values_in(row["alternatieve term"]), *values_in(row["zoekterm"]))
        return Concept(
            key,
            self._scheme(row, label),
            label,
            row["definitie"],
            row["uitleg"],
            tuple(one for one in dict.fromkeys(alt) if one != label),
            tuple(filter(None, [row["toelichting"]])),
            tuple(filter(None, [row["voorbeeld"]])),
            tuple(f"{words}{row[name]}" for name, words in (*_NOTES, *_DATED_NOTES) if row[name]),
            self._links(row, keys),
            tuple(map(self._source, values_in(row["heeft bron"]))),
            tuple(dict.fromkeys(title for name in names for title in members.get(name, ()))),
        )

    def _scheme(self, row: _Row, label: str) -> str:
        named = values_in(row["in kader"])
        if len(named) > 1:
            self.several.append(label)
        if not named and len(self.schemes) == 1:
            return next(iter(self.schemes))
        title = named[0] if named else self.name
        known = next((one.key for one in self.schemes.values() if fold(title) in {fold(one.title), fold(one.key)}), "")
        return known or self.schemes.setdefault(f"{UNNAMED}{title}", Scheme(f"{UNNAMED}{title}", title)).key

    def _links(self, row: _Row, keys: "_Keys") -> Mapping[str, tuple[str, ...]]:
        links: dict[str, tuple[str, ...]] = {}
        for link, column in layout.LINK_COLUMNS.items():
            targets = [(one, keys.of(one, link, row)) for one in values_in(row[column])]
            self.unknown += [f"{one} ({self.concepts.title}, {row.number})" for one, key in targets if not key]
            if found := tuple(dict.fromkeys(key for _one, key in targets if key)):
                links[link] = found
        return links

    def _source(self, text: str) -> str:
        known = next((one.key for one in self.sources.values() if text in {one.title, one.key}), None)
        if known is not None:
            return known
        key = text if is_uri(text) else f"{UNNAMED}{text}"
        self.sources[key] = SourceDocument(key, text)
        return key


@dataclass(frozen=True)
class _Keys:
    """The keys of rows, and which rows a term may mean."""

    by_row: tuple[str, ...]
    by_term: Mapping[str, tuple[tuple[str, str], ...]]
    """Key and scheme of every row with a term, folded."""

    def is_unique(self, term: str) -> bool:
        """Tell whether one row only has this term."""
        return len(self.by_term[fold(term)]) == 1

    def of(self, name: str, link: str, row: _Row) -> str:
        """Return the key that a name in a relation means: a URI, or the term of a row; empty when nothing has it.

        Of several rows with the term, a mapping means one of another scheme, and every other relation one of its own.
        """
        found = self.by_term.get(fold(name), ())
        if not found:
            return name if is_uri(name) else ""
        wants_other = link.endswith("Match")
        fitting = [key for key, scheme in found if (scheme != fold(row["in kader"])) is wants_other]
        return (fitting or [found[0][0]])[0]


def _keys(rows: Iterable[_Row]) -> _Keys:
    by_row: list[str] = []
    by_term: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows:
        uri = row["uri"]
        key = uri if is_uri(uri) and uri not in by_row else f"{UNNAMED}rij-{row.number}"
        by_row.append(key)
        term = fold(row["voorkeursterm"])
        by_term[term] = (*by_term.get(term, ()), (key, fold(row["in kader"])))
    return _Keys(tuple(by_row), by_term)
