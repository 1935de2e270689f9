"""Lines of pasted text and how deep each stands: by white space, bullets, numbers as 1.2 and Markdown headings."""

import re
from dataclasses import dataclass
from typing import Final

from gvkaart.domain.text import clean_line, clean_text

_TAB: Final = 4
_BULLET: Final = re.compile(
    r"(?:[-*+•◦▪‣·\u2013\u2014■□●○❖➢✓]"  # a mark, or a dash of any length
    r"|\[[ xX]?\]|[o§\uf0a7\uf0b7](?=\t)"  # a box to tick; the second and third bullet of a word processor
    r"|\(?(?:\d{1,3}|[a-zA-Z])\)|\d{1,3}\.|(\d{1,2}(?:\.\d{1,2})+)\.?)"  # 1) (a) 1. and 1.2
    r"(?:\s+|$)"
)
"""What stands before the text of an item in a list: also as word processors write it to the clipboard."""
_HEADING: Final = re.compile(r"(#{1,6})[ \t]+")
_ARROW: Final = re.compile(r"(?:-+>|=+>|[→⇒➔➜])\s*")
_DEEPEST_HEADING: Final = -100


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it.

    Attributes:
        number: counted from 1 in the whole text.
        typed: as it was typed, without the line break.
        depth: how far it stands to the right; only to be compared.
        body: what it says, without bullet, number or arrow, on one line and clean.
        arrow: whether it begins with an arrow: it hangs on the line before it.
        heading: whether it is a Markdown heading.
    """

    number: int
    typed: str
    depth: int
    body: str
    arrow: bool = False
    heading: bool = False


def lines_of(text: str) -> list[Line]:
    """Return the lines on which there is something."""
    numbered = enumerate(clean_text(text).split("\n"), 1)
    return [_line(number, typed) for number, typed in numbered if clean_line(typed)]


def _line(number: int, typed: str) -> Line:
    rest = typed.lstrip()
    depth = 2 * _width(typed[: len(typed) - len(rest)])
    if heading := _HEADING.match(rest):
        return Line(number, typed, _DEEPEST_HEADING + len(heading[1]), _said(rest[heading.end() :], rest), heading=True)
    while (bullet := _BULLET.match(rest)) and clean_line(rest[bullet.end() :]):
        depth += 2 * (bullet[1] or "").count(".")
        rest = rest[bullet.end() :]
    if arrow := _ARROW.match(rest):
        # Under a line at the same indentation, beside other arrows.
        return Line(number, typed, depth + 1, _said(rest[arrow.end() :], rest), arrow=True)
    return Line(number, typed, depth, _said(rest, typed))


def _width(space: str) -> int:
    """Return how wide white space is, in columns."""
    column = 0
    for one in space:
        column += _TAB - column % _TAB if one == "\t" else 1
    return column


def _said(rest: str, otherwise: str) -> str:
    """Return a text as one line; what consists of marks only stays as it was typed, so that no line is lost."""
    return clean_line(rest) or clean_line(otherwise)
