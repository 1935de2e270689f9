"""A spatial index: which items may lie in a rectangle, without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from gvkaart.picture.primitives import Rect

CELL: Final = 640.0
"""Side of a cell in units: a few nodes wide."""
_Cell = tuple[int, int]
"""The column and the row of a cell."""
_MANY_CELLS: Final = 48
"""An item over more cells than this is kept apart; a question over more cells looks at all items."""


class GridIndex:
    """Numbers of items by where they are."""

    def __init__(self) -> None:
        """Start empty."""
        self._bounds: dict[int, Rect] = {}
        self._cells: defaultdict[_Cell, list[int]] = defaultdict(list)
        self._large: set[int] = set()

    def put(self, number: int, bounds: Rect) -> None:
        """Add an item, or move it."""
        if number in self._bounds:
            self.remove(number)
        self._bounds[number] = bounds
        if _count(bounds) > _MANY_CELLS:
            self._large.add(number)
            return
        cells = self._cells
        for cell in _covered(bounds):
            cells[cell].append(number)

    def remove(self, number: int) -> None:
        """Take an item out; nothing happens when it is not there."""
        bounds = self._bounds.pop(number, None)
        if bounds is None:
            return
        self._large.discard(number)
        if _count(bounds) <= _MANY_CELLS:
            for cell in _covered(bounds):
                self._cells[cell].remove(number)

    def bounds_of(self, number: int) -> Rect:
        """Return where an item is that was put in."""
        return self._bounds[number]

    def touching(self, rect: Rect) -> list[int]:
        """Return the numbers of the items whose bounds share a point with `rect`, in ascending order."""
        candidates: Iterable[int]
        if _count(rect) > _MANY_CELLS:
            candidates = self._bounds
        else:
            candidates = self._large.union(*(self._cells.get(cell, ()) for cell in _covered(rect)))
        left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        bounds = self._bounds
        found = []
        for number in candidates:
            x, y, width, height = bounds[number]
            if x <= right and y <= bottom and x + width >= left and y + height >= top:
                found.append(number)
        found.sort()
        return found


def _count(rect: Rect) -> float:
    return (rect.width // CELL + 2) * (rect.height // CELL + 2)


def _covered(rect: Rect) -> list[_Cell]:
    x, y, width, height = rect
    left, right = int(x // CELL), int((x + width) // CELL)
    top, bottom = int(y // CELL), int((y + height) // CELL)
    if left == right and top == bottom:  # most nodes
        return [(left, top)]
    rows = range(top, bottom + 1)
    return [(column, row) for column in range(left, right + 1) for row in rows]
