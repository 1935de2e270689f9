"""Where a line runs and where its word stands, given the nodes around it.

A line is straight, or has one bend where that keeps it from running under boxes; its word stands where no box hides
it. Everything is worked out for one line at a time and only when that line is painted: what is far away or out of sight
costs nothing.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from gvkaart.picture.grid import GridIndex
from gvkaart.picture.primitives import Item, Point, Rect, bounding

FARTHEST_BEND: Final = 150.0
"""How far beside its straight line a bend lies at most, in units."""
_BENDS: Final = (50.0, 95.0, FARTHEST_BEND)
_STEEPEST: Final = 0.3
"""How far beside a line a bend lies at most, as a share of its length: a longer way round is harder to follow."""
_ALONG: Final = (0.5, 0.33, 0.67)
_LONGEST: Final = 900.0
"""Longer lines run over half the map anyway: they stay straight."""
_MANY: Final = 40
"""From so many changed places on, what lies about any of them is found at once and not so exactly."""
_CLEAR: Final = 5.0
"""Room that a line keeps from a box."""
_SHARES: Final = (0.0, -0.12, 0.12, -0.22, 0.22, -0.32, 0.32, -0.4, 0.4)
"""Where else along its line a word may stand, as a difference to where it would like to."""


class Places:
    """Where the nodes of a picture stand: kept up to date from one drawing to the next, at the cost of what moved."""

    def __init__(self, nodes: Mapping[str, Item] = MappingProxyType({})) -> None:
        """Begin with these nodes."""
        self._nodes: Mapping[str, Item] = {}
        self._grid: GridIndex[str] = GridIndex()
        self.turn_to(nodes, nodes.keys())

    def turn_to(self, nodes: Mapping[str, Item], changed: Iterable[str]) -> list[Rect]:
        """Take over nodes of which these may be other ones than before; return where any came, went or moved."""
        before, self._nodes = self._nodes, nodes
        altered: list[Rect] = []
        for key in changed:
            now = nodes[key].reach
            old = before[key].reach if key in before else None
            if now != old:
                altered.extend((now,) if old is None else (old, now))
                self._grid.put(key, now)
        for key in before.keys() - nodes.keys():
            altered.append(before[key].reach)
            self._grid.remove(key)
        return altered

    def near(self, rect: Rect) -> dict[str, Rect]:
        """Return where the nodes stand that touch a rectangle."""
        boxes = ((key, self._nodes[key].bounds) for key in self._grid.touching(rect))
        return {key: box for key, box in boxes if box.touches(rect)}


class Surroundings:
    """Where lines run given the nodes around them; what came out holds for who asks again.

    Lines near which nothing changed keep the surroundings they were drawn with, although the places go on: to them it
    makes no difference.
    """

    def __init__(self, places: Places) -> None:
        """Look at these places when the first line is routed."""
        self._places = places
        self._bends: dict[tuple[str, str], Point | None] = {}

    def bend(self, source: str, target: str, start: Point, end: Point) -> Point | None:
        """Return where a line between two of the nodes had better bend, None when nowhere; worked out once."""
        if (source, target) not in self._bends:
            self._bends[source, target] = _bend(start, end, {source, target}, self)
        return self._bends[source, target]

    def near(self, rect: Rect) -> dict[str, Rect]:
        """Return where the nodes stand that touch a rectangle."""
        return self._places.near(rect)


class Lines:
    """The lines of a picture that may bend, by place."""

    def __init__(self) -> None:
        """Begin without lines."""
        self._grid: GridIndex[str] = GridIndex()

    def put(self, key: str, start: Point, end: Point) -> None:
        """Add a line, or move it."""
        if math.dist(start, end) <= _LONGEST:
            self._grid.put(key, bounding((Rect(*start, 0.0, 0.0), Rect(*end, 0.0, 0.0))))
        else:
            self._grid.remove(key)

    def remove(self, key: str) -> None:
        """Take a line out."""
        self._grid.remove(key)

    def near(self, rects: Sequence[Rect]) -> AbstractSet[str]:
        """Return which lines may run otherwise because something in these places changed."""
        grown = [rect.grown(FARTHEST_BEND) for rect in rects]
        if len(grown) > _MANY:
            return self._grid.about(grown)
        return {key for rect in grown for key in self._grid.touching(rect)}


def reach_of(start: Point, end: Point) -> float:
    """Return how far beside the straight line between two points a bend may lie."""
    length = math.dist(start, end)
    return min(FARTHEST_BEND, length * _STEEPEST) if length <= _LONGEST else 0.0


def _bend(start: Point, end: Point, own: AbstractSet[str], around: Surroundings) -> Point | None:
    """Return where a line from centre to centre meets the fewest boxes; None when it does so straight.

    Through the middle of a box counts twice: that is where the lines of the box itself run, and who sees only those
    takes the word of this line for theirs.
    """
    farthest = reach_of(start, end)
    room = bounding((Rect(*start, 0.0, 0.0), Rect(*end, 0.0, 0.0))).grown(farthest + _CLEAR)
    if not farthest:
        return None
    near = [box for key, box in around.near(room).items() if key not in own]
    boxes = [box.grown(_CLEAR) for box in near] + [_middle(box) for box in near]
    least, best = _met((start, end), boxes, len(boxes) + 1), None
    for via in _vias(start, end, farthest):
        if not least:
            break
        if (met := _met((start, via, end), boxes, least)) < least:
            least, best = met, via
    return best


def _middle(box: Rect) -> Rect:
    return box.grown(-min(box.width, box.height) / 4)


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
            if meets(a, b, box):
                met += 1
                if met >= most:
                    return most
    return met


def meets(a: Point, b: Point, box: Rect) -> bool:
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
