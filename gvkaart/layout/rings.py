"""Rings around some boxes: the nearer a box is to them in the graph, the nearer it stands.

All rings are ellipses of one shape, that of a box with the room around it, so that a ring holds boxes as well above and
below as at its sides. A place on a ring is a share of what the ring holds, from 0 to 1 and round again: equal shares
hold equally many boxes, and mean the same direction on every ring. A ring with more boxes than it holds becomes several
ones, neighbours taking turns. The order on the rings comes from sweeps outwards and back (the barycentre heuristic on a
circle; Bachmaier, 2007).
"""

from __future__ import annotations

import cmath
import math
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise

from gvkaart.layout.checking import checkpoint_of
from gvkaart.layout.model import NODE_GAP, Checkpoint, Engine, LayoutRequest, LayoutResult, Point
from gvkaart.layout.shelves import ROW_GAP, centred_rows, height_of, in_rows, row_length, settled, sizes_of

RING_GAP = 70
"""Room between two rings, besides that between rows."""
RATIO = 1.7
"""How much wider than high every ring is: about as much as a box with the room around it."""
_SAMPLES = 720
_SWEEPS = 6
_NOWHERE = 1e-9
"""Directions that add up to less point nowhere."""
_FULL = 0.94
"""The share of what an ellipse holds that is used: boxes are wide and do not bend along."""


def in_rings(
    request: LayoutRequest, middle: Sequence[str], cancelled: Callable[[], bool] = lambda: False
) -> LayoutResult:
    """Centres of boxes in rings around some of them; fixed boxes keep theirs, and no free box overlaps another box.

    Boxes that no links lead to stand below. The same request gives the same answer. Linear in boxes and links but for
    sorting.

    Args:
        request: the boxes and links.
        middle: ids of the boxes to put in the middle; when there are none, the box with the most links.
        cancelled: asked often whether to stop.

    Raises:
        LayoutCancelled: `cancelled` returned True.
    """
    checkpoint = checkpoint_of(cancelled)
    ties = _ties(request)
    sizes = sizes_of(request.boxes)
    inner = [id_ for id_ in middle if id_ in ties] or sorted(ties, key=lambda id_: -len(ties[id_]))[:1]
    rings = rings_around(inner, ties)
    ellipse = _Ellipse(sizes)
    places = _shares(rings, ties, checkpoint)
    core = in_rows(inner, sizes, math.sqrt(len(inner)) * ellipse.pitch[0] * 1.3)
    centres = centred_rows(core, sizes, 0.0, -height_of(core, sizes) / 2)
    radius = max(height_of(core, sizes), max((row_length(row, sizes) for row in core), default=0.0) / RATIO) / 2
    radius += ellipse.pitch[1] / 2
    for ring in rings[1:]:
        placed, radius = ellipse.placed(ring, places, radius + RING_GAP)
        centres |= placed
    reached = {id_ for ring in rings for id_ in ring}
    unreached = [id_ for id_ in ties if id_ not in reached]
    loose = in_rows(unreached, sizes, max(2 * radius * RATIO, ellipse.width_of(len(unreached))))
    centres |= centred_rows(loose, sizes, 0.0, radius + 2 * RING_GAP)
    return LayoutResult(settled(request, centres, checkpoint), Engine.EMBEDDED)


def _ties(request: LayoutRequest) -> dict[str, list[str]]:
    ties: dict[str, dict[str, None]] = {box.id: {} for box in request.boxes}
    for link in request.links:
        if link.source != link.target:
            ties[link.source][link.target] = None
            ties[link.target][link.source] = None
    return {id_: list(others) for id_, others in ties.items()}


def rings_around(middle: Sequence[str], ties: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """The boxes by their distance from the middle: first those in it; what cannot be reached is left out."""
    seen = set(middle)
    rings = [list(dict.fromkeys(middle))]
    while rings[-1]:
        following = dict.fromkeys(other for id_ in rings[-1] for other in ties[id_] if other not in seen)
        seen.update(following)
        rings.append(list(following))
    return rings[:-1]


def _shares(
    rings: Sequence[Sequence[str]], ties: Mapping[str, Sequence[str]], checkpoint: Checkpoint
) -> dict[str, float]:
    """The place of every box on its ring, as a share of it."""
    distance = {id_: number for number, ring in enumerate(rings) for id_ in ring}
    nearer = {id_: [one for one in ties[id_] if distance[one] < distance[id_]] for id_ in distance}
    beyond = {id_: [one for one in ties[id_] if distance[one] > distance[id_]] for id_ in distance}
    places: dict[str, float] = {}
    for ring in rings[1:]:
        _spread(ring, nearer, places)
    best, shortest = dict(places), _length(places, nearer)
    for _ in range(_SWEEPS):
        checkpoint()
        for ring in reversed(rings[1:]):
            _spread(ring, beyond, places)
        for ring in rings[2:]:
            _spread(ring, nearer, places)
        if (length := _length(places, nearer)) < shortest:
            best, shortest = dict(places), length
    return best


def _spread(ring: Sequence[str], near: Mapping[str, Sequence[str]], places: dict[str, float]) -> None:
    """Put the boxes of a ring at equal distances, in the order and as near to the places that their ties wish."""
    wishes = {id_: _wish(id_, near, places, number / len(ring)) for number, id_ in enumerate(ring)}
    order = sorted(ring, key=wishes.__getitem__)
    turns = [cmath.exp(2j * math.pi * (wishes[id_] - number / len(order))) for number, id_ in enumerate(order)]
    turn = _share(sum(turns))
    places.update({id_: (number / len(order) + turn) % 1.0 for number, id_ in enumerate(order)})


def _wish(id_: str, near: Mapping[str, Sequence[str]], places: Mapping[str, float], otherwise: float) -> float:
    known = [cmath.exp(2j * math.pi * places[one]) for one in near[id_] if one in places]
    total = sum(known)
    return _share(total) if abs(total) > _NOWHERE else places.get(id_, otherwise)


def _share(direction: complex) -> float:
    return cmath.phase(direction) / (2 * math.pi) % 1.0


def _length(places: Mapping[str, float], nearer: Mapping[str, Sequence[str]]) -> float:
    """How far round the rings all lines together go."""
    total = 0.0
    for id_, others in nearer.items():
        for other in others:
            if other in places:
                apart = abs(places[id_] - places[other])
                total += min(apart, 1.0 - apart)
    return total


class _Ellipse:
    """The shape of all rings, and how many boxes there is room for on one."""

    def __init__(self, sizes: Mapping[str, Point]) -> None:
        """Take the room that one box needs from its mean size, with something added for the larger ones."""
        count = max(1, len(sizes))
        self.pitch = (
            sum(width for width, _ in sizes.values()) / count * 1.1 + NODE_GAP,
            sum(height for _, height in sizes.values()) / count * 1.1 + ROW_GAP,
        )
        points = [self._at(2 * math.pi * number / _SAMPLES) for number in range(_SAMPLES + 1)]
        held = [max(abs(b[0] - a[0]) / self.pitch[0], abs(b[1] - a[1]) / self.pitch[1]) for a, b in pairwise(points)]
        self._held = list(accumulate(held, initial=0.0))

    def _at(self, angle: float) -> Point:
        """A point of the ellipse of height 2, clockwise from the top."""
        return math.sin(angle) * RATIO, -math.cos(angle)

    def point(self, share: float, radius: float) -> Point:
        """The place that is such a share along the ring of this radius (half its height)."""
        wanted = share % 1.0 * self._held[-1]
        number = min(_SAMPLES - 1, bisect_right(self._held, wanted) - 1)
        step = self._held[number + 1] - self._held[number]
        part = (wanted - self._held[number]) / step if step else 0.0
        x, y = self._at(2 * math.pi * (number + part) / _SAMPLES)
        return x * radius, y * radius

    def placed(self, ring: Sequence[str], places: Mapping[str, float], radius: float) -> tuple[dict[str, Point], float]:
        """Centres of the boxes of one ring, on so many ellipses as are needed, and where the ring ends."""
        radii = [radius]
        while sum(self._room(one) for one in radii) < len(ring):
            radii.append(radii[-1] + self.pitch[1])
        rooms = [self._room(one) for one in radii]
        due = [0.0] * len(radii)
        centres = {}
        for id_ in sorted(ring, key=places.__getitem__):
            due = [waiting + room for waiting, room in zip(due, rooms, strict=True)]
            number = max(range(len(due)), key=due.__getitem__)
            due[number] -= sum(rooms)
            centres[id_] = self.point(places[id_], radii[number])
        return centres, radii[-1] + self.pitch[1] / 2

    def width_of(self, count: int) -> float:
        """Length of the rows in which so many boxes have about the shape of the ellipse."""
        return math.sqrt(count * self.pitch[0] * self.pitch[1] * RATIO)

    def _room(self, radius: float) -> float:
        return self._held[-1] * radius * _FULL
