"""Where a line runs and where its word stands, given the nodes around it.

A line is straight, or has one bend where that keeps it from running under boxes; its word stands where no box hides
it. Everything is worked out for one line at a time and only when that line is painted: what is far away or out of sight
costs nothing.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Final

from gvkaart.picture.primitives import Item, Point, Rect, bounding

FARTHEST_BEND: Final = 150.0
"""How far beside its straight line a bend lies at most, in units."""
_BENDS: Final = (50.0, 95.0, FARTHEST_BEND)
_STEEPEST: Final = 0.3
"""How far beside a line a bend lies at most, as a share of its length: a longer way round is harder to follow."""
_ALONG: Final = (0.5, 0.33, 0.67)
_LONGEST: Final = 900.0
"""Longer lines run over half the map anyway: they stay straight."""
_CELL: Final = 320.0
_MANY: Final = 40
"""From so many changed places on, every line is looked at anew."""
_CLEAR: Final = 5.0
"""Room that a line keeps from a box."""
_SHARES: Final = (0.0, -0.12, 0.12, -0.22, 0.22, -0.32, 0.32, -0.4, 0.4)
"""Where else along its line a word may stand, as a difference to where it would like to."""


class Surroundings:
    """The nodes of a picture by place; put in order when the first line is routed."""

    def __init__(self, nodes: Mapping[str, Item]) -> None:
        """Remember nodes; the mapping must not change any more."""
        self._nodes = nodes
        self._cells: dict[tuple[int, int], list[str]] = {}
        self._bends: dict[tuple[str, str], Point | None] = {}

    def bend(self, source: str, target: str, start: Point, end: Point) -> Point | None:
        """Return where a line between two of the nodes had better bend, None when nowhere; worked out once."""
        if (source, target) not in self._bends:
            self._bends[source, target] = _bend(start, end, {source, target}, self)
        return self._bends[source, target]

    def near(self, rect: Rect) -> dict[str, Rect]:
        """Return where the nodes stand that touch a rectangle."""
        if not self._cells:
            self._fill()
        keys = dict.fromkeys(key for cell in _cells_under(rect) for key in self._cells.get(cell, ()))
        boxes = ((key, self._nodes[key].bounds) for key in keys)
        return {key: box for key, box in boxes if box.touches(rect)}

    def _fill(self) -> None:
        cells: dict[tuple[int, int], list[str]] = defaultdict(list)
        for key, item in self._nodes.items():
            for cell in _cells_under(item.reach):
                cells[cell].append(key)
        self._cells = cells


def _cells_under(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1):
        for row in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1):
            yield column, row


def near(rects: Sequence[Rect], lines: Iterable[tuple[str, Point, Point]]) -> frozenset[str]:
    """Return which lines, given with their two ends, may run otherwise because something in these places changed."""
    if len(rects) > _MANY:
        return frozenset(key for key, _, _ in lines)
    grown = [rect.grown(FARTHEST_BEND) for rect in rects]
    sides = [(rect.x, rect.right, rect.y, rect.bottom) for rect in grown]
    return frozenset(
        key
        for key, (x1, y1), (x2, y2) in lines
        if math.dist((x1, y1), (x2, y2)) <= _LONGEST
        and any(
            min(x1, x2) <= right and left <= max(x1, x2) and min(y1, y2) <= bottom and top <= max(y1, y2)
            for left, right, top, bottom in sides
        )
    )


def reach_of(start: Point, end: Point) -> float:
    """Return how far beside the straight line between two points a bend may lie."""
    length = math.dist(start, end)
    return min(FARTHEST_BEND, length * _STEEPEST) if length <= _LONGEST else 0.0


def _bend(start: Point, end: Point, own: AbstractSet[str], around: Surroundings) -> Point | None:
    """Return where a line from centre to centre meets the fewest boxes; None when it does so straight."""
    farthest = reach_of(start, end)
    room = bounding((Rect(*start, 0.0, 0.0), Rect(*end, 0.0, 0.0))).grown(farthest + _CLEAR)
    if not farthest:
        return None
    boxes = [box.grown(_CLEAR) for key, box in around.near(room).items() if key not in own]
    least, best = _met((start, end), boxes, len(boxes) + 1), None
    for via in _vias(start, end, farthest):
        if not least:
            break
        if (met := _met((start, via, end), boxes, least)) < least:
            least, best = met, via
    return best


def _vias(start: Point, end: Point, farthest: float) -> Iterator[Point]:
    """Yield where a line may bend, the smallest detours first."""
    (x, y), (dx, dy) = start, (end[0] - start[0], end[1] - start[1])
    length = math.hypot(dx, dy)
    for aside in _BENDS:
        if aside > farthest:
            return
        for along in _ALONG:
            for side in (aside, -aside):
                yield x + dx * along - dy / length * side, y + dy * along + dx / length * side


def _met(points: Sequence[Point], boxes: list[Rect], most: int) -> int:
    """Count how often a line of several pieces runs under a box; `most` is as bad as more than that."""
    met = 0
    for a, b in pairwise(points):
        for box in boxes:
            if _meets(a, b, box):
                met += 1
                if met >= most:
                    return most
    return met


def _meets(a: Point, b: Point, box: Rect) -> bool:
    """Tell whether a part of a line lies in a box (Liang and Barsky, 1984)."""
    (x1, y1), (x2, y2) = a, b
    begin, end = 0.0, 1.0
    for start, step, low, high in ((x1, x2 - x1, box.x, box.right), (y1, y2 - y1, box.y, box.bottom)):
        if step == 0.0:
            if not low <= start <= high:
                return False
            continue
        near, far = (low - start) / step, (high - start) / step
        if near > far:
            near, far = far, near
        begin, end = max(begin, near), min(end, far)
        if begin >= end:
            return False
    return True


def free_share(start: Point, end: Point, share: float, size: Point, around: Surroundings) -> float | None:
    """Return where along a line a word of this size can be read, as near as can be to `share`; None for nowhere."""
    (x, y), (dx, dy), (width, height) = start, (end[0] - start[0], end[1] - start[1]), size

    def place(at: float) -> Rect:
        return Rect(x + dx * at - width / 2, y + dy * at - height / 2, width, height)

    room = bounding((place(0.0), place(1.0)))
    boxes = list(around.near(room).values())
    shares = (share + aside for aside in _SHARES)
    return next((at for at in shares if 0.0 <= at <= 1.0 and not any(map(place(at).touches, boxes))), None)
