"""The order of the rows of a table: by one column, and what is equal there by title."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gvkaart.domain.entities import NodeId
from gvkaart.ui.tables.columns import Column
from gvkaart.ui.tables.reading import SortKey


class Place:
    """What puts one row before another: its key, empty ones last; `down` when the order runs down."""

    __slots__ = ("down", "key")

    def __init__(self, key: SortKey, *, down: bool) -> None:
        """Be the place of a row with this key."""
        self.key, self.down = key, down

    def __lt__(self, other: "Place") -> bool:
        if self.key is None or other.key is None:
            return self.key is not None
        first, last = (other.key, self.key) if self.down else (self.key, other.key)
        return first < last  # type: ignore[operator]  # keys of one column are of one type


@dataclass(frozen=True, slots=True)
class Order:
    """An order of items.

    Attributes:
        title: the column that decides between equals.
        column: by which they are ordered.
        down: from high to low; what is empty comes last all the same.
        key_of: returns what the order goes by, None for an empty cell.
    """

    title: Column
    column: Column
    down: bool
    key_of: Callable[[Column, NodeId], SortKey]

    def applied(self, nodes: Iterable[NodeId]) -> list[NodeId]:
        """Return items in this order."""
        ordered = sorted(nodes)
        if (self.column, self.down) != (self.title, False):
            ordered = self._sorted_by(self.title, ordered, down=False)
        return self._sorted_by(self.column, ordered, down=self.down)

    def place(self, node_id: NodeId) -> Place:
        """Return where an item belongs among others."""
        return Place(self.key_of(self.column, node_id), down=self.down)

    def _sorted_by(self, column: Column, nodes: Iterable[NodeId], *, down: bool) -> list[NodeId]:
        """Sort by one column: by bare keys, which compare in a tenth of the time of a tuple that holds them."""
        keys = {node_id: self.key_of(column, node_id) for node_id in nodes}
        filled = [node_id for node_id, key in keys.items() if key is not None]
        filled.sort(key=keys.__getitem__, reverse=down)  # type: ignore[arg-type]  # keys of one column compare
        return filled + [node_id for node_id, key in keys.items() if key is None]
