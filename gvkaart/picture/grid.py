"""A spatial index: which items may lie in a rectangle, without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, Generic, TypeVar

from gvkaart.picture.primitives import Rect

CELL: Final = 640.0
"""Side of a cell in units: a few nodes wide."""
_Cell = tuple[int, int]
"""The column and the row of a cell."""
_MANY_CELLS: Final = 48
"""An item over more cells than this is kept apart; a question over more cells looks at all items."""
_K = TypeVar("_K", int, str)


class GridIndex(Generic[_K]):
    """The numbers or keys of items by where they are."""

    def __init__(self) -> None:
        """Start empty."""
        self._bounds: dict[_K, Rect] = {}
        self._cells: defaultdict[_Cell, dict[_K, None]] = defaultdict(dict)
        self._large: set[_K] = set()

    def put(self, key: _K, bounds: Rect) -> None:
        """Add an item, or move it."""
        before = self._bounds.get(key)
        if before == bounds:
            return
        if before is not None:
            self.remove(key)
        self._bounds[key] = bounds
        if _count(bounds) > _MANY_CELLS:
            self._large.add(key)
            return
        cells = self._cells
        for cell in _covered(bounds):
            cells[cell][key] = None

    def remove(self, key: _K) -> None:
        """Take an item out; nothing happens when it is not there."""
        bounds = self._bounds.pop(key, None)
        if bounds is None:
            return
        if key in self._large:
            self._large.remove(key)
            return
        for cell in _covered(bounds):
            del self._cells[cell][key]

    def bounds_of(self, key: _K) -> Rect:
        """Return where an item is that was put in."""
        return self._bounds[key]

    def touching(self, rect: Rect) -> list[_K]:
        """Return the items whose bounds share a point with `rect`, in ascending order."""
        candidates: Iterable[_K]
        if _count(rect) > _MANY_CELLS:
            candidates = self._bounds
        else:
            candidates = self._large.union(*(self._cells.get(cell, ()) for cell in _covered(rect)))
        left, top, right, bottom = rect.x, rect.y, rect.right, rect.bottom
        bounds = self._bounds
        found = []
        for key in candidates:
            x, y, width, height = bounds[key]
            if x <= right and y <= bottom and x + width >= left and y + height >= top:
                found.append(key)
        found.sort()
        return found

    def about(self, rects: Iterable[Rect]) -> set[_K]:
        """Return at least the items that touch one of many rectangles, without looking at each of them."""
        cells = {cell for rect in rects for cell in _covered(rect)}
        return self._large.union(*(self._cells.get(cell, ()) for cell in cells))


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
