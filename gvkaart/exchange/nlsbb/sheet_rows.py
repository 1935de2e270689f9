"""The rows of a spreadsheet, by the names of its columns.

A spreadsheet is a package of XML. Every part is unpacked in memory within limits and looked at by our own reader of
XML, which refuses document types, before openpyxl sees any of it. Formulas are not worked out: what was saved as their
value counts. Only so many columns and rows are looked at, whatever a sheet says of its size.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from typing import Any, Final

from openpyxl import load_workbook

from gvkaart.domain.errors import Rejected
from gvkaart.exchange.nlsbb import sheet_layout as layout
from gvkaart.exchange.nlsbb.safe_xml import require_safe
from gvkaart.exchange.nlsbb.sheet_layout import column_of
from gvkaart.exchange.texts.package import Package

_MOST_ROWS: Final = 20_000
_MOST_COLUMNS: Final = 100
_HEADING_WITHIN: Final = 20
"""In how many rows from above the names of the columns must stand."""

_OLE: Final = b"\xd0\xcf\x11\xe0"
"""How an old spreadsheet begins, and one with a password."""

_LARGEST_UNPACKED: Final = 200 * 2**20


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it: its cells by column, and its number as the spreadsheet shows it."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that has a row with names of columns."""

    title: str
    columns: frozenset[str]
    rows: tuple[Row, ...]


def read_rows(data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a spreadsheet that have a row with names of columns.

    Raises:
        Rejected: no spreadsheet, unsafe or too large.
    """
    if data.startswith(_OLE):
        raise Rejected("nlsbb.old_or_protected")
    _require_safe_parts(Package(data))
    return _sheets(data)


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


def _sheets(data: bytes) -> tuple[Sheet, ...]:
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


def _sheet(sheet: Any) -> Sheet | None:
    """Return what stands in a sheet; None for one without names of columns."""
    sheet.reset_dimensions()  # what it says of itself may be anything
    rows = sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS, values_only=True)
    columns: tuple[str, ...] = ()
    found: list[Row] = []
    for number, values in enumerate(rows, 1):
        cells = tuple(map(_text, values))
        if columns:
            found += _row(sheet.title, number, columns, cells)
        elif number > _HEADING_WITHIN:
            break
        elif _is_heading(names := tuple(map(column_of, cells))):
            columns = names
    return Sheet(sheet.title, frozenset(columns), tuple(found)) if columns else None


def _is_heading(names: tuple[str, ...]) -> bool:
    """Tell whether these are the names of columns: two that are known, one of which names things."""
    known = {column_of(one) for one in (*layout.CONCEPT_COLUMNS, *layout.SOURCE_COLUMNS, *layout.COLLECTION_COLUMNS)}
    return len(known.intersection(names)) > 1 and not {"voorkeursterm", "naam"}.isdisjoint(names)


def _row(title: str, number: int, columns: tuple[str, ...], cells: tuple[str, ...]) -> Iterator[Row]:
    by_column: dict[str, str] = {}
    for column, cell in zip_longest(columns, cells, fillvalue=""):
        if column and cell:
            by_column.setdefault(column, cell)
    if by_column.keys() - {"#"}:
        if number > _MOST_ROWS:
            raise Rejected("nlsbb.too_many_rows", sheet=title, largest=_MOST_ROWS)
        yield Row(number, by_column)


def _text(value: object) -> str:
    """Return a cell as text: a whole number without its decimals, a date as ISO has it."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
