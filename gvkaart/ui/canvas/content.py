"""The picture as the canvas keeps it: every item under a number that is also its place in the paint order, indexed.

A new picture is compared with the one before, item by item, so that an edit costs what it changes.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from itertools import compress
from typing import Final, NamedTuple

from gvkaart.picture.edges import EdgeDrawing, Piece
from gvkaart.picture.grid import GridIndex
from gvkaart.picture.metrics import ELLIPSIS
from gvkaart.picture.nodes import NodeDrawing
from gvkaart.picture.primitives import Item, Picture, Primitive, Rect, Role
from gvkaart.ui.canvas.afar import Block, Thread, seen_from_afar

_GROUP, _EDGE, _NODE, _LEGEND = range(4)
_RANK: Final = {
    Role.GROUP.value: _GROUP,
    Role.EDGE.value: _EDGE,
    Role.NODE.value: _NODE,
    Role.LEGEND.value: _LEGEND,
}
"""What lies over what; by the text of the role, whose hash is not computed in Python."""
_PER_RANK: Final = 1 << 40
_Identity = tuple[int, str]
"""The rank of an item's role, and its key."""
_DENSE: Final = 150
"""From so many edges what is selected is easier to follow when the rest steps back."""
NEAR_LINE: Final = 6.0
"""How far from an edge a point may be to count as on it, in pixels."""


class Layers(NamedTuple):
    """The three layers of a drawing, worked out."""

    body: tuple[Primitive, ...]
    title: tuple[Primitive, ...]
    detail: tuple[Primitive, ...]


def _identity(item: Item) -> _Identity:
    return _RANK[item.role.value], item.key


def _looks_same(old: Item, new: Item) -> bool:
    """Tell whether an item surely looks as before; of a line among other nodes only its painter finds out the way."""
    if isinstance(old.drawing, EdgeDrawing) and isinstance(new.drawing, EdgeDrawing):
        return old.drawing.around is new.drawing.around and old == new
    return old == new


class Content:
    """The items of a picture; `nodes` and `edges` by key, in the order of the picture."""

    def __init__(self) -> None:
        """Start without a picture."""
        self.nodes: dict[str, Item] = {}
        self.edges: dict[str, Item] = {}
        self.grid: GridIndex[int] = GridIndex()
        self._by_key: dict[int, dict[str, Item]] = {_NODE: self.nodes, _EDGE: self.edges}
        """By rank; what is neither node nor edge is not looked for."""
        self._items: dict[int, Item] = {}
        self._shown: dict[int, Item] = {}
        """The items of the picture by identity."""
        self._numbers: dict[_Identity, int] = {}
        self._edges_at: defaultdict[str, set[str]] = defaultdict(set)
        self._layers: dict[int, Layers] = {}
        self._afar: dict[int, Block | Thread | None] = {}
        self._last = 0

    def replace(self, picture: Picture) -> list[Rect]:
        """Take over a picture; return the rectangles in which something changed."""
        # Most items of a picture after an edit are the very objects of the one before: those need no look at all.
        before, after = self._shown, dict(zip(map(id, picture.items), picture.items, strict=True))
        others = after.keys() - before.keys()
        new = {_identity(item): item for item in compress(after.values(), map(others.__contains__, after))}
        gone = {_identity(before[one]) for one in before.keys() - after.keys()} - new.keys()
        changed = [self._remove(identity) for identity in gone]
        for identity, item in new.items():
            self._put(identity, item, changed)
        self._shown = after
        return changed

    def _put(self, identity: _Identity, item: Item, changed: list[Rect]) -> None:
        """Add an item or take over its new form; note in `changed` where something is to be seen of that."""
        number = self._numbers.get(identity)
        if number is None:
            self._last += 1
            number = self._numbers[identity] = identity[0] * _PER_RANK + self._last
        else:
            old = self._items[number]
            if _looks_same(old, item):
                return
            changed.append(self._forget(number))
        self._items[number] = item
        if (by_key := self._by_key.get(identity[0])) is not None:
            by_key[item.key] = item
        reach = item.reach
        changed.append(reach)
        self.grid.put(number, reach)
        if item.link is not None:
            for end in (item.link.source, item.link.target):
                self._edges_at[end].add(item.key)

    def _remove(self, identity: _Identity) -> Rect:
        number = self._numbers.pop(identity)
        if (by_key := self._by_key.get(identity[0])) is not None:
            del by_key[identity[1]]
        reach = self._forget(number)
        self.grid.remove(number)
        del self._items[number]
        return reach

    def _forget(self, number: int) -> Rect:
        """Drop what is derived from the item with this number; return where it stood."""
        self._layers.pop(number, None)
        self._afar.pop(number, None)
        item = self._items[number]
        if item.link is not None:
            for end in (item.link.source, item.link.target):
                self._edges_at[end].discard(item.key)
        return self.grid.bounds_of(number)

    @property
    def ground(self) -> tuple[Item, ...]:
        """What lies under nodes and edges, from back to front."""
        return tuple(item for item in self._shown.values() if item.role is Role.GROUP)

    def frame(self, key: str) -> Rect:
        """Return the silhouette of a node without what sticks out of it: that is what stands in line by eye."""
        item = self.nodes[key]
        if not isinstance(item.drawing, NodeDrawing):
            return item.bounds
        width, height, _lines = item.drawing.box
        return Rect(item.x - width / 2, item.y - height / 2, width, height)

    def is_read_whole(self, key: str) -> bool:
        """Tell whether the drawing of a node, where it is large enough, says all in words: no cut title, no signs."""
        item = self.nodes[key]
        if not isinstance(item.drawing, NodeDrawing):
            return False
        look, lines = item.drawing.look, item.drawing.box.lines
        is_cut = bool(lines) and lines[-1].endswith(ELLIPSIS) and not item.title.endswith(ELLIPSIS)
        return not is_cut and item.description == (f"{look.word} · {look.remark}" if look.remark else look.word)

    def __contains__(self, number: int) -> bool:
        """Tell whether there is an item with a number that the grid gave once."""
        return number in self._items

    def item(self, number: int) -> Item:
        """Return the item with a number that the grid gave."""
        return self._items[number]

    def in_sight(self, rect: Rect) -> list[int]:
        """Return the numbers of what may show in a rectangle, in ascending order."""
        items, bounds_of = self._items, self.grid.bounds_of
        return [
            number
            for number in self.grid.touching(rect)
            if not isinstance(drawing := items[number].drawing, EdgeDrawing)
            or drawing.comes_through(rect, bounds_of(number))
        ]

    def number_of(self, role: Role, key: str) -> int:
        """Return the number of an item that is in the picture."""
        return self._numbers[_RANK[role.value], key]

    def layers(self, number: int) -> Layers:
        """Return what is painted of an item; worked out once."""
        found = self._layers.get(number)
        if found is None:
            drawing = self._items[number].drawing
            found = self._layers[number] = Layers(drawing.body, drawing.title, drawing.detail)
        return found

    def afar(self, number: int) -> Block | Thread | None:
        """Return what is painted of an item from far away; worked out once."""
        if number not in self._afar:
            self._afar[number] = seen_from_afar(self._items[number])
        return self._afar[number]

    def edges_at(self, nodes: Iterable[str]) -> set[str]:
        """Return the keys of the edges that start or end at one of `nodes`."""
        return set().union(*(self._edges_at.get(node, ()) for node in nodes))

    @property
    def is_dense(self) -> bool:
        """Whether there are so many lines that one cannot follow them by eye."""
        return len(self.edges) > _DENSE

    def around(self, keys: frozenset[str]) -> frozenset[str]:
        """Return these items with the edges at them, and the nodes at the other ends."""
        edges = self.edges_at(keys) | {key for key in keys if key in self.edges}
        links = [link for key in edges if (link := self.edges[key].link) is not None]
        return keys.union(edges, (end for link in links for end in (link.source, link.target)))

    def node_at(self, x: float, y: float) -> Item | None:
        """Return the node in front at a point of the canvas."""
        for number in reversed(self.grid.touching(Rect(x, y, 0.0, 0.0))):
            item = self._items[number]
            if item.role is Role.NODE and item.bounds.contains(x, y):
                return item
        return None

    def edge_at(self, x: float, y: float, zoom: float) -> Item | None:
        """Return the edge whose line runs nearest to a point, within `NEAR_LINE` pixels."""
        reach = NEAR_LINE / zoom
        best: tuple[float, Item] | None = None
        for number in self.grid.touching(Rect(x, y, 0.0, 0.0).grown(reach)):
            item = self._items[number]
            if isinstance(item.drawing, EdgeDrawing):
                distance = _distance(item.drawing, x, y)
                if distance <= reach and (best is None or distance < best[0]):
                    best = (distance, item)
        return best[1] if best is not None else None

    def nearest(self, x: float, y: float) -> str | None:
        """Return the key of the node nearest to a point, None when there are no nodes."""
        nodes = self.nodes
        return min(nodes, key=lambda key: (abs(nodes[key].x - x) + abs(nodes[key].y - y), key), default=None)

    def nodes_in(self, rect: Rect) -> list[str]:
        """Return the keys of the nodes that lie wholly inside a rectangle."""
        keys = []
        for number in self.grid.touching(rect):
            item = self._items[number]
            if item.role is Role.NODE:  # the bounds of an edge are worked out each time
                box = item.bounds
                if rect.contains(box.x, box.y) and rect.contains(box.right, box.bottom):
                    keys.append(item.key)
        return keys


def _distance(drawing: EdgeDrawing, x: float, y: float) -> float:
    """Return how far a point is from the line of an edge; infinitely far when it is drawn as nothing."""
    return min((_from_piece(piece, x, y) for piece in drawing.pieces), default=math.inf)


def _from_piece(piece: Piece, x: float, y: float) -> float:
    (x1, y1), (dx, dy) = piece.start, piece.direction
    along = (x - x1) * dx + (y - y1) * dy
    across = (y - y1) * dx - (x - x1) * dy
    return math.hypot(across, max(0.0, -along, along - piece.length))
