"""Places free boxes around fixed ones.

How far a fixed box stands from its place in the layout is known. The free ones are displaced by something in between:
the mean of their neighbours' displacements (a harmonic function on the graph), so a layout that merely has to shift
does shift, as a whole. What then overlaps goes to the nearest free place. Boxes tied to no fixed box come beside or
below all the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from gvkaart.layout.model import ASPECT, MIN_GAP, PART_GAP, Box, Checkpoint, Link, Point
from gvkaart.layout.spots import Space, Spot

_ROUNDS = 40
"""Sweeps of the displacement: near neighbours have settled long before; what is far away hardly matters."""


def place_around(
    boxes: Sequence[Box],
    links: Sequence[Link],
    wishes: Mapping[str, Point],
    loose: Mapping[str, Point],
    checkpoint: Checkpoint,
) -> dict[str, Spot]:
    """Centres of all boxes, of which at least one is fixed.

    Args:
        boxes: all of them.
        links: those that tie free boxes to other boxes.
        wishes: centre in the layout, for the boxes in parts with a fixed box; the fixed ones that matter included.
        loose: centre in a picture of their own, for the free boxes in the other parts.
        checkpoint: called for every box that is moved.
    """
    fixed = {box.id: box.fixed for box in boxes if box.fixed is not None}
    ox, oy = next(iter(fixed.values()))  # everything is computed from here: where the map lies makes no difference
    anchors = {id_: (x - ox, y - oy) for id_, (x, y) in fixed.items()}
    shifts = _shifts(
        {id_: (anchors[id_][0] - x, anchors[id_][1] - y) for id_, (x, y) in wishes.items() if id_ in anchors},
        _ties([box for box in boxes if box.id in wishes], links),
        checkpoint,
    )
    space = Space(MIN_GAP, [box for box in boxes if box.fixed is None])
    for box in boxes:
        if box.id in anchors:
            space.add(anchors[box.id], (box.width, box.height))
    tied = {id_: (x + shifts[id_][0], y + shifts[id_][1]) for id_, (x, y) in wishes.items() if id_ not in anchors}
    spots = anchors | settle([box for box in boxes if box.id in tied], tied, space, checkpoint)
    lonely = [box for box in boxes if box.id in loose]
    spots |= settle(lonely, _beside(space, lonely, loose), space, checkpoint)
    return {box.id: (spots[box.id][0] + ox, spots[box.id][1] + oy) for box in boxes}


def settle(boxes: Sequence[Box], wishes: Mapping[str, Point], space: Space, checkpoint: Checkpoint) -> dict[str, Spot]:
    """Each box at its wish when that is free, otherwise at the nearest free place; `space` is filled."""
    spots: dict[str, Spot] = {}
    crowded = []
    for box in boxes:
        x, y = wishes[box.id]
        spot, size = (round(x), round(y)), (box.width, box.height)
        if space.in_the_way(spot, size) is None:
            space.add(spot, size)
            spots[box.id] = spot
        else:
            crowded.append((box.id, spot, size))
    for id_, wish, size in crowded:
        checkpoint()
        spots[id_] = space.nearest_free(wish, size)
        space.add(spots[id_], size)
    return spots


def _ties(boxes: Sequence[Box], links: Sequence[Link]) -> dict[str, list[str]]:
    """Neighbours by link; the members of a group are neighbours of a hub, which has a name no box can have."""
    taken = {box.id for box in boxes}
    ties: dict[str, list[str]] = defaultdict(list)
    pairs = [(link.source, link.target) for link in links if link.source in taken and link.target in taken]
    mark = "#" * (1 + max((len(id_) for id_ in taken), default=0))
    pairs += [(box.id, mark + box.group) for box in boxes if box.group is not None]
    for a, b in pairs:
        ties[a].append(b)
        ties[b].append(a)
    return ties


def _shifts(known: Mapping[str, Point], ties: Mapping[str, Sequence[str]], checkpoint: Checkpoint) -> dict[str, Point]:
    """Displacement of everything that is tied to what is known: first outward from there, then smoothed."""
    shifts = dict(known)
    reached = list(known)
    for id_ in reached:
        for other in ties.get(id_, ()):
            if other not in shifts:
                shifts[other] = _mean([shifts[near] for near in ties[other] if near in shifts])
                reached.append(other)
    for _ in range(_ROUNDS):
        checkpoint()
        for id_ in reached[len(known) :]:
            shifts[id_] = _mean([shifts[near] for near in ties[id_]])
    return shifts


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _beside(space: Space, boxes: Sequence[Box], places: Mapping[str, Point]) -> dict[str, Point]:
    """The picture of the loose boxes moved to the right of everything placed, or below: the better shape wins."""
    if not boxes:
        return {}
    own = Space(0, boxes)
    for box in boxes:
        x, y = places[box.id]
        own.add((round(x), round(y)), (box.width, box.height))
    left, top, right, bottom = space.bounds
    own_left, own_top, own_right, own_bottom = own.bounds
    width, height = own_right - own_left, own_bottom - own_top
    on_the_right = max(right - left + PART_GAP + width, max(bottom - top, height) * ASPECT)
    below = max(right - left, width, (bottom - top + PART_GAP + height) * ASPECT)
    x, y = (right + PART_GAP, top) if on_the_right < below else (left, bottom + PART_GAP)
    return {id_: (px + x - own_left, py + y - own_top) for id_, (px, py) in places.items()}
