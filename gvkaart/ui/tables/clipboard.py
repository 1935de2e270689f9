"""Cells as text for a spreadsheet, and back: tab-separated text and an HTML table.

* A cell that holds several values has one on each line; a cell with a line break, a tab or a quote is put in quotes,
  with quotes inside it doubled, as Excel and LibreOffice do.
* A text that a spreadsheet would take for a formula (it begins with ``=``, ``+``, ``-`` or ``@``) is never one: in the
  HTML table, which spreadsheets prefer, every cell is marked as text, which also keeps ``2021-06`` from becoming
  another date; in tab-separated text it gets an apostrophe in front, which is taken off again when it comes back.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

Block = Sequence[Sequence[str]]
"""Rows of cells."""

_QUOTED: Final = re.compile('[\t\n"]')
_END: Final = re.compile("[\t\n]")
_FORMULA: Final = re.compile("'*[=+\\-@]")
_GUARDED: Final = re.compile("''*[=+\\-@]")
_CELL_STYLE: Final = "mso-number-format:'\\@';white-space:pre-wrap"
_BREAK: Final = '<br style="mso-data-placement:same-cell">'


def tsv(block: Block) -> str:
    """Write cells as tab-separated text; every row ends, unless there is only one cell."""
    rows = ["\t".join(map(_quoted, row)) for row in block]
    return rows[0] if len(block) == len(block[0]) == 1 else "".join(f"{row}\n" for row in rows)


def _quoted(cell: str) -> str:
    if _FORMULA.match(cell):
        cell = f"'{cell}"
    return '"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell


def html(block: Block, headings: Sequence[str] = ()) -> str:
    """Write cells as an HTML table in which every cell is text."""
    head = f"<tr>{''.join(f'<th>{_inside(one)}</th>' for one in headings)}</tr>" if headings else ""
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in block)
    return f'<html><head><meta charset="utf-8"></head><body><table>{head}{rows}</table></body></html>'


def _cells(row: Iterable[str]) -> str:
    return "".join(f'<td style="{_CELL_STYLE}" sdnum="1043;1043;@">{_inside(cell)}</td>' for cell in row)


def _inside(cell: str) -> str:
    return escape(cell).replace("\n", _BREAK)


def cells_of(text: str) -> list[list[str]]:
    """Read tab-separated text as a spreadsheet copies it; every row gets as many cells as the longest."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    at, end = 0, len(text)
    while at <= end:
        cell, at = _cell_at(text, at)
        rows[-1].append(cell)
        if at < end and text[at] == "\n":
            rows.append([])
        at += 1
    if len(rows) > 1 and rows[-1] == [""]:
        rows.pop()
    widest = max(map(len, rows))
    return [row + [""] * (widest - len(row)) for row in rows]


def _cell_at(text: str, at: int) -> tuple[str, int]:
    """Return the cell that begins at a place, and where the tab, line break or end behind it is."""
    if text.startswith('"', at) and (found := _closing_quote(text, at + 1)) is not None:
        return _unguarded(text[at + 1 : found].replace('""', '"')), found + 1
    found_end = _END.search(text, at)
    end = found_end.start() if found_end is not None else len(text)
    return _unguarded(text[at:end]), end


def _closing_quote(text: str, at: int) -> int | None:
    """Return the place of the quote that closes a cell; None when the quote that opened it was just a character."""
    while (place := text.find('"', at)) >= 0:
        following = text[place + 1 : place + 2]
        if following != '"':
            return place if following in {"", "\t", "\n"} else None
        at = place + 2
    return None


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
