"""Which parts of a text are still there in its next version: the runs of characters that both have, in order.

Patience diff (Bram Cohen): what occurs once in either text is a sure anchor; the longest increasing run of anchors is
kept, and what lies between two anchors is compared again. First by paragraphs, then by phrases, words and characters.
Two megabytes on one line take about half a second, because nothing compares everything with everything.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, NamedTuple

_UNITS: Final = (
    re.compile(r"[^\n]*\n|[^\n]+"),
    re.compile(r"(?:\S{1,8}\s+){0,60}+(?:\S{9,64}\s*|\S{1,8}$)|\S{1,64}\s*|\s+"),
    re.compile(r"\S{1,64}\s*|\s+"),
)
"""Paragraphs; phrases, which end with the next long word; words.

A run without white space is cut, so that no unit is longer than can be compared.
"""

_MOST_PRODUCT: Final = 1_000_000
"""Above this product of lengths characters are not compared one by one: it would take seconds."""


class Match(NamedTuple):
    """`size` characters that stand at `old` in the one text and at `new` in the other."""

    old: int
    new: int
    size: int


class _Gap(NamedTuple):
    """A part of either text that has still to be compared; `level` is the unit to do it by."""

    old: int
    old_end: int
    new: int
    new_end: int
    level: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """What two versions of a text share: matches in order, none of them touching another on both sides."""

    matches: tuple[Match, ...]

    def shifted(self, start: int, end: int) -> int | None:
        """Return where a range begins now that is still there in one piece; None when it is not."""
        match = self._at(start)
        return match.new + start - match.old if match and end <= match.old + match.size else None

    def kept(self, start: int, end: int) -> int:
        """Count how many characters of a range are still there."""
        return sum(min(end, match.old + match.size) - max(start, match.old) for match in self._overlapping(start, end))

    def bounds(self, start: int, end: int) -> tuple[int, int] | None:
        """Return from where to where a range reaches now of which something is left; None when nothing is.

        What was put in the place of its first or last characters belongs to it, when what stood beside it still does.
        """
        overlapping = self._overlapping(start, end)
        if not overlapping:
            return None
        first, last = overlapping[0], overlapping[-1]
        new_start = first.new + max(start - first.old, 0)
        new_end = last.new + min(end - last.old, last.size)
        if first.old > start and (before := self._at(start - 1)) is not None:
            new_start = before.new + start - before.old
        if last.old + last.size < end and (after := self._at(end)) is not None:
            new_end = after.new + end - after.old
        return new_start, new_end

    def is_old(self, new_start: int, new_end: int) -> bool:
        """Tell whether a range of the new text stood in the old one too, in one piece."""
        return any(
            match.new <= new_start and new_end <= match.new + match.size
            for match in self.matches[: bisect_right(self.matches, new_start, key=attrgetter("new"))][-1:]
        )

    def _at(self, offset: int) -> Match | None:
        """Return the match that holds the character at an offset of the old text."""
        index = bisect_right(self.matches, offset, key=attrgetter("old")) - 1
        if index < 0:
            return None
        match = self.matches[index]
        return match if offset < match.old + match.size else None

    def _overlapping(self, start: int, end: int) -> tuple[Match, ...]:
        first = bisect_right(self.matches, start, key=attrgetter("old")) - 1
        last = bisect_left(self.matches, end, key=attrgetter("old"))
        return tuple(match for match in self.matches[max(first, 0) : last] if match.old + match.size > start)


def align(old: str, new: str) -> Alignment:
    """Compare two versions of a text; offsets count code points."""
    found: list[Match] = []
    gaps = [_Gap(0, len(old), 0, len(new), 0)]
    while gaps:
        gap = gaps.pop()
        gap, ends = _trimmed(old, new, gap)
        found += ends
        if gap.old < gap.old_end and gap.new < gap.new_end:
            _compare(old, new, gap, found, gaps)
    return Alignment(_joined(sorted(found)))


def _trimmed(old: str, new: str, gap: _Gap) -> tuple[_Gap, list[Match]]:
    """Take off what both begin and end with."""
    most = min(gap.old_end - gap.old, gap.new_end - gap.new)
    head = _agreeing(most, lambda size: old[gap.old : gap.old + size] == new[gap.new : gap.new + size])
    most -= head
    tail = _agreeing(most, lambda size: old[gap.old_end - size : gap.old_end] == new[gap.new_end - size : gap.new_end])
    ends = [Match(gap.old, gap.new, head), Match(gap.old_end - tail, gap.new_end - tail, tail)]
    inner = gap._replace(old=gap.old + head, new=gap.new + head, old_end=gap.old_end - tail, new_end=gap.new_end - tail)
    return inner, [match for match in ends if match.size]


def _agreeing(most: int, agrees: Callable[[int], bool]) -> int:
    """Return the largest size up to `most` that agrees, when every smaller one does too."""
    return bisect_left(range(1, most + 1), True, key=lambda size: not agrees(size))


def _compare(old: str, new: str, gap: _Gap, found: list[Match], gaps: list[_Gap]) -> None:
    """Find what two parts share: anchors, with new gaps between them; or the next smaller unit."""
    if gap.level < len(_UNITS):
        anchors = _anchors(old, new, gap)
        level = gap.level if anchors else gap.level + 1
        found += anchors
        at_old, at_new = gap.old, gap.new
        for match in (*anchors, Match(gap.old_end, gap.new_end, 0)):
            if at_old < match.old and at_new < match.new:
                gaps.append(_Gap(at_old, match.old, at_new, match.new, level))
            at_old, at_new = match.old + match.size, match.new + match.size
    elif (gap.old_end - gap.old) * (gap.new_end - gap.new) <= _MOST_PRODUCT:
        from difflib import SequenceMatcher  # seldom needed, and not when the program starts

        matcher = SequenceMatcher(None, old[gap.old : gap.old_end], new[gap.new : gap.new_end], autojunk=False)
        found += [Match(gap.old + a, gap.new + b, size) for a, b, size in matcher.get_matching_blocks() if size]


def _anchors(old: str, new: str, gap: _Gap) -> list[Match]:
    """Return what occurs once in either part, as far as it stands in the same order."""
    in_old = _once(old, gap.old, gap.old_end, gap.level)
    in_new = _once(new, gap.new, gap.new_end, gap.level)
    common = [(at, in_new[unit], len(unit)) for unit, at in in_old.items() if unit in in_new]
    chosen = _increasing([at_new for _at_old, at_new, _size in common])
    return [Match(*common[index]) for index in chosen]


def _once(text: str, start: int, end: int, level: int) -> dict[str, int]:
    """Return the units that occur once in a part of a text, with where they stand."""
    seen: dict[str, int] = {}
    twice: set[str] = set()
    for found in _UNITS[level].finditer(text, start, end):
        unit = found[0]
        if unit in seen:
            twice.add(unit)
        seen[unit] = found.start()
    return {unit: at for unit, at in seen.items() if unit not in twice}


def _increasing(values: Sequence[int]) -> Iterator[int]:
    """Return the indexes of a longest increasing run of values (patience sorting)."""
    tops: list[int] = []
    at_top: list[int] = []
    below: list[int] = []
    for index, value in enumerate(values):
        pile = bisect_left(tops, value)
        below.append(at_top[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        at_top[pile : pile + 1] = [index]
    index = at_top[-1] if at_top else -1
    chosen = []
    while index >= 0:
        chosen.append(index)
        index = below[index]
    return reversed(chosen)


def _joined(matches: Sequence[Match]) -> tuple[Match, ...]:
    """Make one of matches that follow each other without a gap on either side."""
    joined: list[Match] = []
    for match in matches:
        last = joined[-1] if joined else None
        if last is not None and (last.old + last.size, last.new + last.size) == (match.old, match.new):
            joined[-1] = last._replace(size=last.size + match.size)
        else:
            joined.append(match)
    return tuple(joined)
