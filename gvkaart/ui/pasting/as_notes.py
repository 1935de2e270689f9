"""Notes from other programs, as the outline that they were there.

* A word processor or browser puts a list on the clipboard twice: as text, often without its indentation, and as a
  page, with it. When both have the same lines the depth comes from the page.
* In a spreadsheet people put a kind in each column (Actor, Positie, Belang), and what hangs on something to the right
  of it. An empty cell, or the same cell again, stands for what is above it.
"""

from collections.abc import Sequence
from itertools import takewhile

from gvkaart.domain.text import clean_line, fold
from gvkaart.exchange.outline_lines import lines_of
from gvkaart.exchange.outline_words import vocabulary
from gvkaart.exchange.texts.html import text_of_page
from gvkaart.ui.tables.clipboard import cells_of
from gvkaart.words import Words


def as_notes(text: str, page: str, words: Words) -> str:
    """Return a text that was pasted, with the depth of its lines; as it is when nothing tells that depth.

    Args:
        text: the plain text.
        page: the same as HTML; empty when there is none.
        words: those of the screen, in which the kinds are named.
    """
    if "\t" in text and (kinds := _kinds(rows := cells_of(text), words)):
        return _indented([words.term(f"kind.{kind}") for kind in kinds], rows[1:])
    return _with_depth(text, page) if "<li" in page.lower() else text


def _kinds(rows: Sequence[Sequence[str]], words: Words) -> list[str]:
    """Return what the columns are when each has a kind above it, and there are several; else nothing."""
    names = [" ".join(fold(cell).split()) for cell in rows[0]]
    known = vocabulary(words.language)
    kinds = [known.kinds.get(name) or known.many.get(name, "") for name in names]
    return kinds if all(kinds) and len(kinds) > 1 and len(rows) > 1 else []


def _indented(kinds: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write cells below each other, each one deeper than what stands left of it."""
    lines: list[str] = []
    above: Sequence[str] = ()
    for row in rows:
        cells = [clean_line(cell) for cell in row]
        same = sum(1 for _ in takewhile(lambda pair: pair[0] in {"", pair[1]}, zip(cells, above, strict=False)))
        lines += [
            f"{'    ' * column}{kinds[column]}: {cell}" for column, cell in enumerate(cells) if cell and column >= same
        ]
        above = [*above[:same], *cells[same:]]
    return "\n".join(lines)


def _with_depth(text: str, page: str) -> str:
    """Take the depth of the lines from a page, when they are the same lines and the text itself has no depth."""
    plain, seen = lines_of(text), text_of_page(page)
    flat = len({line.depth for line in plain}) == 1
    return seen if flat and [line.body for line in lines_of(seen)] == [line.body for line in plain] else text
