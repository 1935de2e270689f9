"""The text of a source as a text widget can hold it, and where an offset of the one is in the other.

Qt lays a paragraph out as a whole, and counts in UTF-16: one line of two megabytes holds the window for half a minute.
So a long paragraph is cut into blocks, preferably between words. A block that continues a paragraph is marked, so that
the text comes out as it went in.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

LONGEST: Final = 2000
"""Characters of a block: a page or so. With ten times as many, a step of the scroll bar takes a whole frame."""


class Spot(NamedTuple):
    """A place in the widget: the number of a block, and how far into it in UTF-16 units."""

    block: int
    column: int


class Blocks:
    """A text cut into blocks; offsets are code points."""

    def __init__(self, text: str) -> None:
        """Cut a text."""
        self.text = text
        self._starts: list[int] = []
        self._ends: list[int] = []
        self.continuing: list[int] = []
        """Numbers of blocks that go on where the one before stops."""
        for start, end, continues in _cut(text):
            if continues:
                self.continuing.append(len(self._starts))
            self._starts.append(start)
            self._ends.append(end)

    def shown(self) -> str:
        """Return what the widget is given: a line for each block."""
        if not self.continuing:
            return self.text
        return "\n".join(self.text[start:end] for start, end in zip(self._starts, self._ends, strict=True))

    def spot(self, offset: int) -> Spot:
        """Return where a character is."""
        number = max(bisect_right(self._starts, offset) - 1, 0)
        start, end = self._starts[number], self._ends[number]
        return Spot(number, _units(self.text[start : min(offset, end)]))

    def offset(self, spot: Spot) -> int:
        """Return which character is at a place."""
        start, end = self._starts[spot.block], self._ends[spot.block]
        part = self.text[start:end]
        if part.isascii():
            return start + min(spot.column, len(part))
        units = 0
        for index, character in enumerate(part):
            if units >= spot.column:
                return start + index
            units += _units(character)
        return end

    def range_of(self, number: int) -> tuple[int, int]:
        """Return from where to where a block reaches."""
        return self._starts[number], self._ends[number]


def put_together(blocks: Iterable[tuple[str, bool]]) -> str:
    """Return the text of blocks, each with whether it continues the one before."""
    pieces: list[str] = []
    for text, continues in blocks:
        if pieces and not continues:
            pieces.append("\n")
        pieces.append(text)
    return "".join(pieces)


def _cut(text: str) -> Iterator[tuple[int, int, bool]]:
    """Cut lines that are too long; yield where each block begins and ends, and whether it continues a line."""
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if len(line) <= LONGEST:
            yield at, end, False
        else:
            start = at
            while start < end:
                stop = _end_of_block(text, start, end)
                yield start, stop, start > at
                start = stop
        at = end + 1


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return where a block stops: after the last space that fits, or else where it is full."""
    full = start + LONGEST
    if full >= end:
        return end
    space = text.rfind(" ", start, full)
    return space + 1 if space > start else full


def _units(text: str) -> int:
    """Count UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
