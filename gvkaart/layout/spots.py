"""Free places for boxes among boxes that stay where they are.

Lengths are whole canvas units, so that "does not overlap" is exact: two boxes are apart when the distance of their
centres is at least half their sizes together plus the gap, across or down.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator

from gvkaart.layout.model import Box

Spot = tuple[int, int]
Size = tuple[int, int]

_SMALLEST_CELL = 256
_PATIENCE = 250
"""Places tried before a box is put outside everything: keeps a hopeless crowd from taking minutes."""


class Space:
    """Boxes already placed, in a grid of cells for quick questions."""

    def __init__(self, gap: int, boxes: Iterable[Box]) -> None:
        """`gap`: least distance asked between a new box and those that are here; `boxes`: the sizes to expect."""
        self._gap = gap
        self._cell = max([_SMALLEST_CELL, *(max(box.width, box.height) for box in boxes)])
        self._cells: dict[Spot, list[tuple[Spot, Size]]] = defaultdict(list)
        self._bounds: tuple[int, int, int, int] | None = None

    @property
    def bounds(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of all boxes here, (0, 0, 0, 0) when there are none."""
        return self._bounds or (0, 0, 0, 0)

    def add(self, spot: Spot, size: Size) -> None:
        """Takes the place, whether it was free or not."""
        for cell in self._cells_under(spot, size, 0):
            self._cells[cell].append((spot, size))
        (x, y), (w, h) = spot, size
        left, top, right, bottom = x - (w + 1) // 2, y - (h + 1) // 2, x + (w + 1) // 2, y + (h + 1) // 2
        old = self._bounds or (left, top, right, bottom)
        self._bounds = min(old[0], left), min(old[1], top), max(old[2], right), max(old[3], bottom)

    def _cells_under(self, spot: Spot, size: Size, gap: int) -> Iterator[Spot]:
        (x, y), half_width, half_height = spot, size[0] // 2 + 1 + gap, size[1] // 2 + 1 + gap
        for column in range((x - half_width) // self._cell, (x + half_width) // self._cell + 1):
            for row in range((y - half_height) // self._cell, (y + half_height) // self._cell + 1):
                yield column, row

    def in_the_way(self, spot: Spot, size: Size) -> tuple[Spot, Size] | None:
        """A placed box nearer than the gap, or None when the place is free."""
        for cell in self._cells_under(spot, size, self._gap):
            for other, other_size in self._cells.get(cell, ()):
                if too_near(spot, size, other, other_size, self._gap):
                    return other, other_size
        return None

    def nearest_free(self, wish: Spot, size: Size) -> Spot:
        """The free place nearest to the wish, among those reached by sliding along the boxes in the way."""
        queue = [(0, wish)]
        seen = {wish}
        for _ in range(_PATIENCE):
            _, spot = heapq.heappop(queue)
            obstacle = self.in_the_way(spot, size)
            if obstacle is None:
                return spot
            for other in _beside(spot, size, *obstacle, self._gap):
                if other not in seen:
                    seen.add(other)
                    heapq.heappush(queue, ((other[0] - wish[0]) ** 2 + (other[1] - wish[1]) ** 2, other))
        return self._outside(wish, size)

    def _outside(self, wish: Spot, size: Size) -> Spot:
        left, top, right, bottom = self.bounds
        (x, y), dx, dy = wish, size[0] // 2 + 1 + self._gap, size[1] // 2 + 1 + self._gap
        sides = [(left - dx, y), (right + dx, y), (x, top - dy), (x, bottom + dy)]
        return min(sides, key=lambda spot: abs(spot[0] - x) + abs(spot[1] - y))


def too_near(spot: Spot, size: Size, other: Spot, other_size: Size, gap: int) -> bool:
    """Do the boxes overlap, or stand nearer to each other than the gap?"""
    return (
        2 * abs(spot[0] - other[0]) < size[0] + other_size[0] + 2 * gap
        and 2 * abs(spot[1] - other[1]) < size[1] + other_size[1] + 2 * gap
    )


def _beside(spot: Spot, size: Size, other: Spot, other_size: Size, gap: int) -> tuple[Spot, Spot, Spot, Spot]:
    """The four places where a box just clears another: to its left, right, above and below."""
    dx = (size[0] + other_size[0] + 1) // 2 + gap
    dy = (size[1] + other_size[1] + 1) // 2 + gap
    return (other[0] - dx, spot[1]), (other[0] + dx, spot[1]), (spot[0], other[1] - dy), (spot[0], other[1] + dy)
