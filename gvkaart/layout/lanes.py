"""Lanes below each other with the same columns in all of them: one sees what each lane has, and what it lacks."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from gvkaart.layout.checking import checkpoint_of
from gvkaart.layout.model import ASPECT, NODE_GAP, Engine, LayoutRequest, LayoutResult, Link, Point
from gvkaart.layout.shelves import (
    ROW_GAP,
    Shelf,
    arranged,
    centred_rows,
    height_of,
    in_columns,
    in_rows,
    settled,
    sizes_of,
)

LANE_GAP = 106
"""Room between two lanes: for the border, and for the name of the lower one."""
COLUMN_GAP = 72


class Cell(NamedTuple):
    """Where a box belongs: the lane, counted from 0, and the column in it; `ANYWHERE` in a lane without columns."""

    lane: int
    column: int


ANYWHERE = -1
_Contents = Mapping[Cell, Sequence[str]]


def in_lanes(
    request: LayoutRequest, cells: Mapping[str, Cell], movable: int = 0, cancelled: Callable[[], bool] = lambda: False
) -> LayoutResult:
    """Centres of boxes in lanes; fixed boxes keep theirs exactly, and no free box overlaps another box.

    The same request gives the same answer. Linear in boxes and links but for sorting, and quadratic in lanes.

    Args:
        request: the boxes; each has a cell.
        cells: in which lane and column each box belongs.
        movable: so many lanes, from the first, may change places, so that those with much in common are neighbours.
        cancelled: asked often whether to stop.

    Raises:
        LayoutCancelled: `cancelled` returned True.
    """
    checkpoint = checkpoint_of(cancelled)
    sizes = sizes_of(request.boxes)
    contents = _contents(request, cells, movable)
    columns = _columns(contents, sizes)
    frame = _Frame(contents, columns, sizes)
    shelves = [frame.shelf(cell, ids) for cell, ids in contents.items()]

    def shelved(current: Sequence[Shelf]) -> Mapping[str, Point]:
        return frame.placed(dict(zip(contents, current, strict=True)))

    centres = arranged(shelves, shelved, request, checkpoint)
    return LayoutResult(settled(request, centres, checkpoint), Engine.EMBEDDED)


def _contents(request: LayoutRequest, cells: Mapping[str, Cell], movable: int) -> dict[Cell, list[str]]:
    """The free boxes of each cell; the cells lane by lane from the top, and in each from the left."""
    contents: dict[Cell, list[str]] = defaultdict(list)
    for box in request.boxes:
        if box.fixed is None:
            contents[cells[box.id]].append(box.id)
    order = {lane: number for number, lane in enumerate(_order(cells, request.links, movable))}
    return dict(sorted(contents.items(), key=lambda item: (order[item[0].lane], item[0].column)))


def _order(cells: Mapping[str, Cell], links: Sequence[Link], movable: int) -> list[int]:
    """The lanes from top to bottom: each is put at whichever end of those before it has more in common with it."""
    common: dict[tuple[int, int], int] = defaultdict(int)
    for link in links:
        a, b = cells[link.source].lane, cells[link.target].lane
        common[a, b] += 1
        common[b, a] += 1
    lanes = sorted({cell.lane for cell in cells.values()})
    rest = [lane for lane in lanes if lane < movable]
    order, rest = rest[:1], rest[1:]
    while rest:
        lane, at_end = max(
            ((lane, at_end) for lane in rest for at_end in (True, False)),
            key=lambda one: common[one[0], order[-1 if one[1] else 0]],
        )
        order.insert(len(order) if at_end else 0, lane)
        rest.remove(lane)
    return order + [lane for lane in lanes if lane >= movable]


def _columns(contents: _Contents, sizes: Mapping[str, Point]) -> dict[int, int]:
    """How many boxes stand side by side in each column, so that the whole gets the wished shape."""
    counts = {cell: len(ids) for cell, ids in contents.items() if cell.column != ANYWHERE}
    columns = dict.fromkeys(sorted({cell.column for cell in counts}), 1)
    pitches = _pitches(contents, sizes)
    down = sum(height for _, height in sizes.values()) / max(1, len(sizes)) + ROW_GAP

    def height(columns: Mapping[int, int]) -> float:
        rows: dict[int, int] = defaultdict(int)
        for cell, count in counts.items():
            rows[cell.lane] = max(rows[cell.lane], -(-count // columns[cell.column]))
        return sum(rows.values()) * down + LANE_GAP * len(rows)

    now = height(columns)
    while sum(pitches[column] * count + COLUMN_GAP for column, count in columns.items()) < now * ASPECT:
        tried = [(height(wider), wider) for wider in ({**columns, one: columns[one] + 1} for one in columns)]
        best, wider = min(tried, key=lambda one: one[0])
        if best >= now:
            break
        now, columns = best, wider
    return columns


def _pitches(contents: _Contents, sizes: Mapping[str, Point]) -> dict[int, float]:
    """From one box to the next, for each column."""
    pitches: dict[int, float] = defaultdict(float)
    for cell, ids in contents.items():
        pitches[cell.column] = max(pitches[cell.column], *(sizes[id_][0] + NODE_GAP for id_ in ids))
    return pitches


class _Frame:
    """So many boxes side by side in each column: where everything stands then."""

    def __init__(self, contents: _Contents, columns: Mapping[int, int], sizes: Mapping[str, Point]) -> None:
        self._columns = columns
        self._sizes = sizes
        self._pitches = _pitches(contents, sizes)
        self._lefts: dict[int, float] = {}
        left = 0.0
        for column, count in columns.items():
            self._lefts[column] = left
            left += self._pitches[column] * count + COLUMN_GAP
        anywhere = [sizes[id_] for cell, ids in contents.items() if cell.column == ANYWHERE for id_ in ids]
        area = sum((width + NODE_GAP) * (height + ROW_GAP) for width, height in anywhere)
        self._width = left - COLUMN_GAP if columns else math.sqrt(area * ASPECT)

    def shelf(self, cell: Cell, ids: Sequence[str]) -> Shelf:
        """The boxes of a cell in rows."""
        if cell.column == ANYWHERE:
            return in_rows(ids, self._sizes, self._width)
        return in_columns(ids, self._columns[cell.column])

    def placed(self, shelves: Mapping[Cell, Shelf]) -> dict[str, Point]:
        """The centre of every box."""
        centres: dict[str, Point] = {}
        top = 0.0
        for _, inside in groupby(shelves.items(), key=lambda one: one[0].lane):
            height = 0.0
            for cell, shelf in inside:
                if cell.column == ANYWHERE:
                    centres |= centred_rows(shelf, self._sizes, self._width / 2, top)
                else:
                    centres |= self._gridded(cell.column, shelf, top)
                height = max(height, height_of(shelf, self._sizes))
            top += height + LANE_GAP
        return centres

    def _gridded(self, column: int, shelf: Shelf, top: float) -> dict[str, Point]:
        centres: dict[str, Point] = {}
        for row in shelf:
            height = max(self._sizes[id_][1] for id_ in row)
            for number, id_ in enumerate(row):
                centres[id_] = (self._lefts[column] + self._pitches[column] * (number + 0.5), top + height / 2)
            top += height + ROW_GAP
        return centres
