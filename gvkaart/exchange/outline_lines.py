"""Lines of pasted text and how deep each stands: by white space, bullets, arrows, numbers as 1.2, headings."""

import re
from dataclasses import dataclass, replace
from typing import Final

from gvkaart.domain.text import clean_line, clean_text

_TAB: Final = 4
_BULLET: Final = re.compile(
    r"(?:[-*+•◦▪‣·\u2013\u2014■□●○❖➢✓]"  # a mark, or a dash of any length
    r"|\[[ xX]?\]|[o§\uf0a7\uf0b7](?=\t)"  # a box to tick; the second and third bullet of a word processor
    r"|\(?(?:\d{1,3}|[a-zA-Z])\)|\d{1,3}\.|(?P<levels>\d{1,2}(?:\.\d{1,2})+)\.?)"  # 1) (a) 1. and 1.2
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
        heading: whether it is a Markdown heading.
        after_gap: whether there is an empty line before it.
    """

    number: int
    typed: str
    depth: int
    body: str
    heading: bool = False
    after_gap: bool = False


def lines_of(text: str) -> list[Line]:
    """Return the lines on which there is something."""
    typed = clean_text(text).split("\n")
    filled = [number for number, line in enumerate(typed, 1) if clean_line(line)]
    before = [0, *filled]
    return [
        replace(_line(number, typed[number - 1]), after_gap=number > last + 1)
        for number, last in zip(filled, before, strict=False)
    ]


def _line(number: int, typed: str) -> Line:
    rest = typed.lstrip()
    depth = 2 * _width(typed[: len(typed) - len(rest)])
    if heading := _HEADING.match(rest):
        return Line(number, typed, _DEEPEST_HEADING + len(heading[1]), _said(rest[heading.end() :], rest), heading=True)
    while (mark := _BULLET.match(rest) or _ARROW.match(rest)) and clean_line(rest[mark.end() :]):
        # What has a mark stands under a line without one at the same indentation, as people write lists.
        depth = depth // 2 * 2 + 1 + 2 * (mark.groupdict().get("levels") or "").count(".")
        rest = rest[mark.end() :]
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
