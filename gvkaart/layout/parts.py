"""Cuts a request into parts that can be laid out apart from each other.

A part is a set of boxes held together by links and groups. Boxes without any link would become one endless row in a
layered layout; they are folded into a grid first (one grid for each group, one for the boxes without group), and the
engine sees that grid as a single rectangle.

Engines only know one direction, downwards. Other directions are made by turning the sizes before and the centres after.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from gvkaart.layout.model import ASPECT, NODE_GAP, Box, Direction, LayoutRequest, Link, Point

Arc = tuple[int, int]
_Rectangle = tuple[str | None, tuple[str, ...]]
"""Group, and the ids of the boxes in it: one, or all loose boxes of the group."""


@dataclass(frozen=True, slots=True)
class Part:
    """A graph of rectangles, numbered from 0; arcs without loops or doubles; the aspect ratio that is wished."""

    sizes: tuple[Point, ...]
    groups: tuple[str | None, ...]
    arcs: tuple[Arc, ...]
    aspect: float = ASPECT


@dataclass(frozen=True, slots=True)
class BoxPart:
    """A part and the boxes in each of its rectangles, as (box id, offset of its centre from that of the rectangle)."""

    part: Part
    contents: tuple[tuple[tuple[str, Point], ...], ...]

    def centres(self, places: Sequence[Point]) -> dict[str, Point]:
        """Centre of every box, given the centre of every rectangle."""
        return {
            box: (x + dx, y + dy)
            for (x, y), content in zip(places, self.contents, strict=True)
            for box, (dx, dy) in content
        }


def turn(direction: Direction, point: Point) -> Point:
    """From the picture to the downward layout and back: each of the four turns is its own inverse."""
    x, y = point
    match direction:
        case Direction.DOWN:
            return x, y
        case Direction.UP:
            return x, -y
        case Direction.RIGHT:
            return y, x
        case Direction.LEFT:
            return -y, -x
        case _:
            assert_never(direction)


def downward(request: LayoutRequest) -> tuple[dict[str, Point], float]:
    """Sizes of the boxes and the wished aspect ratio, as the downward layout must see them."""
    upright = request.direction in (Direction.DOWN, Direction.UP)
    sizes = {box.id: (float(box.width), float(box.height)) for box in request.boxes}
    return (sizes, ASPECT) if upright else ({id_: (h, w) for id_, (w, h) in sizes.items()}, 1 / ASPECT)


def cut(boxes: Sequence[Box], links: Iterable[Link], sizes: Mapping[str, Point], aspect: float) -> list[BoxPart]:
    """The parts of a request, in the order of their first box."""
    arcs = dict.fromkeys((link.source, link.target) for link in links if link.source != link.target)
    linked = {end for arc in arcs for end in arc}
    loose: dict[str | None, list[str]] = defaultdict(list)
    for box in boxes:
        if box.id not in linked:
            loose[box.group].append(box.id)
    rectangles: list[_Rectangle] = [(box.group, (box.id,)) for box in boxes if box.id in linked]
    rectangles += [(group, tuple(ids)) for group, ids in loose.items()]
    return [_part(some, inside, sizes, aspect) for some, inside in _held_together(rectangles, arcs)]


def _held_together(
    rectangles: list[_Rectangle], arcs: Iterable[tuple[str, str]]
) -> Iterable[tuple[list[_Rectangle], list[Arc]]]:
    """The rectangles of each part, and the arcs among them by their number within the part."""
    number = {ids[0]: i for i, (_, ids) in enumerate(rectangles)}
    numbered = [(number[source], number[target]) for source, target in arcs]
    first_of_group: dict[str, int] = {}
    mates = [(first_of_group.setdefault(group, i), i) for i, (group, _) in enumerate(rectangles) if group is not None]
    pieces = components(len(rectangles), numbered + mates)
    for piece, inside in zip(pieces, arcs_within(pieces, numbered), strict=True):
        yield [rectangles[i] for i in piece], inside


def arcs_within(pieces: Sequence[Sequence[int]], arcs: Iterable[Arc]) -> list[list[Arc]]:
    """For each piece the arcs with both ends in it, renumbered by place in the piece; other arcs are left out."""
    where = {node: (p, i) for p, piece in enumerate(pieces) for i, node in enumerate(piece)}
    result: list[list[Arc]] = [[] for _ in pieces]
    for source, target in arcs:
        piece, start = where[source]
        other, end = where[target]
        if piece == other:
            result[piece].append((start, end))
    return result


def components(count: int, ties: Iterable[Arc]) -> list[list[int]]:
    """The connected components of a graph on 0 … count-1; each in rising order, ordered by their first member."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for a, b in ties:
        neighbours[a].append(b)
        neighbours[b].append(a)
    seen = [False] * count
    found = []
    for start in range(count):
        if not seen[start]:
            seen[start] = True
            some = [start]
            for node in some:
                for other in neighbours[node]:
                    if not seen[other]:
                        seen[other] = True
                        some.append(other)
            found.append(sorted(some))
    return found


def _part(rectangles: list[_Rectangle], arcs: list[Arc], sizes: Mapping[str, Point], aspect: float) -> BoxPart:
    grids = [grid([sizes[id_] for id_ in ids], aspect) for _, ids in rectangles]
    groups = tuple(group for group, _ in rectangles)
    contents = (tuple(zip(ids, offsets, strict=True)) for (_, ids), (_, offsets) in zip(rectangles, grids, strict=True))
    return BoxPart(Part(tuple(size for size, _ in grids), groups, tuple(arcs), aspect), tuple(contents))


def grid(sizes: Sequence[Point], aspect: float) -> tuple[Point, list[Point]]:
    """Rows and columns nearest to the aspect ratio: size of the whole, and each centre as offset from the middle."""
    cell_width = sum(w for w, _ in sizes) / len(sizes) + NODE_GAP
    cell_height = sum(h for _, h in sizes) / len(sizes) + NODE_GAP
    columns = min(len(sizes), max(1, round(math.sqrt(len(sizes) * aspect * cell_height / cell_width))))
    widths = [max(w for w, _ in sizes[c::columns]) for c in range(columns)]
    heights = [max(h for _, h in sizes[r : r + columns]) for r in range(0, len(sizes), columns)]
    xs, width = _axis(widths)
    ys, height = _axis(heights)
    return (width, height), [(xs[i % columns], ys[i // columns]) for i in range(len(sizes))]


def _axis(lengths: Sequence[float]) -> tuple[list[float], float]:
    total = sum(lengths) + NODE_GAP * (len(lengths) - 1)
    middles, at = [], -total / 2
    for length in lengths:
        middles.append(at + length / 2)
        at += length + NODE_GAP
    return middles, total
