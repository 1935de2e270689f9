"""Boxes in rows, like books on shelves: what lanes and bands have in common.

A `Shelf` is a rectangle that holds some boxes in rows. Which boxes it holds is decided by whoever asks; which box of it
stands where is decided here, by sweeps: each box wishes to stand in the middle of what it is tied to, the shelf is
sorted by these wishes, and of all arrangements met the one with the shortest lines is kept. Short lines cross little
(the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981, in two directions).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from gvkaart.layout.around import settle
from gvkaart.layout.model import MIN_GAP, NODE_GAP, Box, Checkpoint, LayoutRequest, Point
from gvkaart.layout.spots import Space, Spot

ROW_GAP = 44
"""Room between two rows of a shelf."""

_SWEEPS = 20

Shelf = list[list[str]]
"""Box ids in rows, from the top; each row from the left."""

Shelving = Callable[[Sequence[Shelf]], Mapping[str, Point]]
"""Gives every box of all shelves its centre."""


def in_rows(ids: Sequence[str], sizes: Mapping[str, Point], width: float) -> Shelf:
    """Break boxes into rows of about equal length, none much longer than `width`."""
    total = sum(sizes[id_][0] + NODE_GAP for id_ in ids)
    count = max(1, math.ceil(total / max(width, 1.0) - 0.1))
    rows: Shelf = [[] for _ in range(count)]
    filled = 0.0
    for id_ in ids:
        length = sizes[id_][0] + NODE_GAP
        rows[min(count - 1, int((filled + length / 2) / total * count))].append(id_)
        filled += length
    return [row for row in rows if row]


def in_columns(ids: Sequence[str], columns: int) -> Shelf:
    """Break boxes into rows of `columns` each."""
    return [list(ids[start : start + columns]) for start in range(0, len(ids), columns)]


def height_of(shelf: Shelf, sizes: Mapping[str, Point]) -> float:
    """Height of the rows with the room between them."""
    return sum(max(sizes[id_][1] for id_ in row) + ROW_GAP for row in shelf) - ROW_GAP if shelf else 0.0


def row_length(row: Sequence[str], sizes: Mapping[str, Point]) -> float:
    """Length of a row with the room between its boxes."""
    return sum(sizes[id_][0] + NODE_GAP for id_ in row) - NODE_GAP


def centred_rows(shelf: Shelf, sizes: Mapping[str, Point], middle: float, top: float) -> dict[str, Point]:
    """Centres of the boxes of a shelf, each row around `middle`."""
    centres: dict[str, Point] = {}
    for row in shelf:
        height = max(sizes[id_][1] for id_ in row)
        x = middle - row_length(row, sizes) / 2
        for id_ in row:
            centres[id_] = (x + sizes[id_][0] / 2, top + height / 2)
            x += sizes[id_][0] + NODE_GAP
        top += height + ROW_GAP
    return centres


def arranged(
    shelves: Sequence[Shelf], shelved: Shelving, request: LayoutRequest, checkpoint: Checkpoint
) -> Mapping[str, Point]:
    """Centres of the boxes on shelves, sorted so that lines are short; fixed boxes pull at what is tied to them."""
    fixed = {box.id: box.fixed for box in request.boxes if box.fixed is not None}
    ties = _ties(request)
    current = list(shelves)
    centres = shelved(current)
    best, shortest = centres, _length({**centres, **fixed}, ties)
    for _ in range(_SWEEPS):
        checkpoint()
        known: dict[str, Point] = {**centres, **fixed}
        current = [_sorted(shelf, ties, known) for shelf in current]
        centres = shelved(current)
        length = _length({**centres, **fixed}, ties)
        if length < shortest:
            best, shortest = centres, length
    return best


def _ties(request: LayoutRequest) -> dict[str, list[str]]:
    ties: dict[str, list[str]] = {box.id: [] for box in request.boxes}
    for link in request.links:
        if link.source != link.target:
            ties[link.source].append(link.target)
            ties[link.target].append(link.source)
    return ties


def _length(centres: Mapping[str, Point], ties: Mapping[str, Sequence[str]]) -> float:
    return sum(math.dist(centres[id_], centres[other]) for id_, others in ties.items() for other in others)


def _sorted(shelf: Shelf, ties: Mapping[str, Sequence[str]], centres: Mapping[str, Point]) -> Shelf:
    """The same rows with other boxes: high those that wish to be high, and each row from left to right."""
    wishes = {id_: _wish(id_, ties, centres) for row in shelf for id_ in row}
    downward = sorted(wishes, key=lambda id_: wishes[id_][1])
    rows, start = [], 0
    for row in shelf:
        rows.append(sorted(downward[start : start + len(row)], key=lambda id_: wishes[id_][0]))
        start += len(row)
    return rows


def _wish(id_: str, ties: Mapping[str, Sequence[str]], centres: Mapping[str, Point]) -> Point:
    """Amid what the box is tied to; its own place counts too, or two that are tied would change places for ever."""
    some = (id_, *ties[id_])
    return sum(centres[one][0] for one in some) / len(some), sum(centres[one][1] for one in some) / len(some)


def settled(request: LayoutRequest, wishes: Mapping[str, Point], checkpoint: Checkpoint) -> dict[str, Spot]:
    """Whole numbers, the fixed boxes where they are, and no free box over another one."""
    free = [box for box in request.boxes if box.fixed is None]
    space = Space(MIN_GAP, request.boxes)
    fixed = {box.id: box.fixed for box in request.boxes if box.fixed is not None}
    for box in request.boxes:
        if box.fixed is not None:
            space.add(box.fixed, (box.width, box.height))
    spots = fixed | settle(free, wishes, space, checkpoint)
    return {box.id: spots[box.id] for box in request.boxes}


def sizes_of(boxes: Sequence[Box]) -> dict[str, Point]:
    """Width and height by id."""
    return {box.id: (float(box.width), float(box.height)) for box in boxes}
