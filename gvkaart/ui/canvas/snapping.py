"""Lines to snap to: where the sides and middles of neighbours stand, found by bisection; no Qt in here.

Sides snap to sides and middles to middles. A middle that snaps to a side lines nothing up that a reader would see.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from gvkaart.picture.primitives import Point, Rect, bounding

_SAME: Final = 0.5
"""Places on whole units that differ by less than this are the same place: boxes may be an odd number of units wide."""


class Guide(NamedTuple):
    """A line that shows what stands in line, in canvas units."""

    x1: float
    y1: float
    x2: float
    y2: float


class Snapped(NamedTuple):
    """How far something comes from its place when it snaps, and what it is in line with then."""

    shift: Point
    guides: tuple[Guide, ...] = ()


class _Axis:
    """What stands where along one axis: `spans` are the beginnings and ends of boxes on it."""

    def __init__(self, spans: Sequence[Point]) -> None:
        sides = [(side, number) for number, span in enumerate(spans) for side in span]
        middles = [((first + last) / 2, number) for number, (first, last) in enumerate(spans)]
        self._sides, self._middles = sorted(sides), sorted(middles)

    def pull(self, span: Point, reach: float) -> tuple[float, float, list[int]] | None:
        """Return how far a span is pulled, to which place, and which boxes stand there; None when none is near."""
        first, last = span
        wishes = (((first + last) / 2, self._middles), (first, self._sides), (last, self._sides))
        pulls = [
            (abs(place - own), order, place - own, place, lines)
            for order, (own, lines) in enumerate(wishes)
            for place in _beside(lines, own)
            if abs(place - own) <= reach
        ]
        if not pulls:
            return None
        _far, _order, pull, place, lines = min(pulls, key=lambda one: one[:2])
        begin, end = bisect_left(lines, (place - _SAME, -1)), bisect_left(lines, (place + _SAME, -1))
        return pull, place, [number for _place, number in lines[begin:end]]


def _beside(lines: Sequence[tuple[float, int]], own: float) -> list[float]:
    """Return the places before and after a place."""
    at = bisect_left(lines, (own, -1))
    return [place for place, _number in lines[max(0, at - 1) : at + 1]]


class Neighbours:
    """Boxes that stand still while others are carried past them."""

    def __init__(self, boxes: Iterable[Rect]) -> None:
        """Sort the boxes once, for as long as the carrying lasts."""
        self._boxes = list(boxes)
        self._across = _Axis([(box.x, box.right) for box in self._boxes])
        self._down = _Axis([(box.y, box.bottom) for box in self._boxes])

    def snap(self, box: Rect, shift: Point, reach: float) -> Snapped:
        """Return how far a box comes when it is shifted and snaps to what is within reach, in canvas units."""
        carried = box.moved(*shift)
        across = self._across.pull((carried.x, carried.right), reach)
        down = self._down.pull((carried.y, carried.bottom), reach)
        dx, dy = across[0] if across else 0.0, down[0] if down else 0.0
        put = carried.moved(dx, dy)
        guides = []
        if across:
            around = self._around(put, across[2])
            guides.append(Guide(across[1], around.y, across[1], around.bottom))
        if down:
            around = self._around(put, down[2])
            guides.append(Guide(around.x, down[1], around.right, down[1]))
        return Snapped((shift[0] + dx, shift[1] + dy), tuple(guides))

    def _around(self, box: Rect, numbers: Iterable[int]) -> Rect:
        return bounding([box, *(self._boxes[number] for number in numbers)])
