"""Where pasted items come to stand: together, near where they were wanted, and on nothing that stands there already."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from gvkaart.domain import map_edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import MapId, NodeId, Placement
from gvkaart.domain.graph import Graph
from gvkaart.picture.case import scene_of
from gvkaart.picture.primitives import Rect, bounding
from gvkaart.picture.scene import sizes
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.layout.spots import Space

Spot = tuple[int, int]
"""A centre in canvas units."""
_Size = tuple[float, float]

_GAP: Final = 24
_BETWEEN_COLUMNS: Final = 72
_BETWEEN_TREES: Final = 60
_SHAPE: Final = 1.6
"""Width : height at which several trees together aim, as the layouts do."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The map on which items come to stand.

    Attributes:
        map_id: the map.
        boxes: what stands there, by item, also what has no place in the document yet.
        at: where the new items are wanted.
        words: the language of the map: titles and kinds decide how large a box is.
    """

    map_id: MapId
    boxes: Mapping[str, Rect]
    at: Spot
    words: Words

    def space(self) -> "Space":
        """Return the free room between the boxes."""
        from gvkaart.layout.spots import Space

        space = Space(_GAP, ())
        for box in self.boxes.values():
            space.add((round(box.x + box.width / 2), round(box.y + box.height / 2)), _whole((box.width, box.height)))
        return space


def together(graph: Graph, changes: ChangeSet, ground: Ground) -> ChangeSet:
    """Move what is pasted to where it is wanted: as it stood together, as a whole beside what stands there.

    What has no place of its own gets none: the layout finds it one.
    """
    placed = {one.node: (one.x, one.y) for one in _new_placements(changes, ground.map_id) if one.x is not None}
    spots = {node: (x, y) for node, (x, y) in placed.items() if y is not None}
    if not spots:
        return changes
    boxes = _sizes(graph, changes, ground, spots)
    around = bounding(_box(spots[node], boxes[node]) for node in spots)
    centre = (round(around.x + around.width / 2), round(around.y + around.height / 2))
    x, y = ground.space().nearest_free(ground.at, _whole((around.width, around.height)))
    return _with_spots(
        changes, ground.map_id, {n: (sx + x - centre[0], sy + y - centre[1]) for n, (sx, sy) in spots.items()}
    )


def in_trees(graph: Graph, changes: ChangeSet, parents: Mapping[NodeId, NodeId], ground: Ground) -> ChangeSet:
    """Place new items as their outline stands: what says more about an item at its right, in the order of the lines.

    What hangs on an item that stood on the map already comes beside that; all the rest where it is wanted.

    Args:
        graph: the document before.
        changes: what makes the items; those that come onto the map have no place yet.
        parents: under which item each one stands.
        ground: the map.
    """
    new = [one.node for one in _new_placements(changes, ground.map_id)]
    if not new:
        return changes
    boxes = _sizes(graph, changes, ground, new)
    space = ground.space()
    spots: dict[NodeId, Spot] = {}
    loose: list[_Tree] = []
    for tree in _trees(new, parents, boxes):
        beside = ground.boxes.get(parents.get(tree.root, NodeId("")))
        if beside is None:
            loose.append(tree)
        else:
            right = beside.right + _BETWEEN_COLUMNS + tree.size[0] / 2
            wish = (round(right), round(beside.y + beside.height / 2))
            spots.update(_settled(tree, wish, space))
    if loose:
        spots.update(_settled(_packed(loose), ground.at, space))
    return _with_spots(changes, ground.map_id, spots)


@dataclass(frozen=True, slots=True)
class _Tree:
    """Items around the middle of the rectangle that they take."""

    root: NodeId
    size: _Size
    centres: Mapping[NodeId, tuple[float, float]]


def _settled(tree: _Tree, wish: Spot, space: "Space") -> dict[NodeId, Spot]:
    size = _whole(tree.size)
    x, y = space.nearest_free(wish, size)
    space.add((x, y), size)
    return {node: (round(x + dx), round(y + dy)) for node, (dx, dy) in tree.centres.items()}


def _packed(trees: Sequence[_Tree]) -> _Tree:
    """Put trees beside and under each other, as one."""
    from gvkaart.layout.packing import centred, pack

    middles = pack([tree.size for tree in trees], _BETWEEN_TREES, _SHAPE)
    size, middles = centred([tree.size for tree in trees], middles)
    centres = {
        node: (mx + x, my + y)
        for tree, (mx, my) in zip(trees, middles, strict=True)
        for node, (x, y) in tree.centres.items()
    }
    return _Tree(trees[0].root, size, centres)


def _trees(nodes: Sequence[NodeId], parents: Mapping[NodeId, NodeId], boxes: Mapping[NodeId, _Size]) -> list[_Tree]:
    """Return the trees that nodes form; a parent comes before its children in `nodes`."""
    seen: set[NodeId] = set()
    below: dict[NodeId, list[NodeId]] = {}
    roots = []
    for node in nodes:
        seen.add(node)
        parent = parents.get(node, node)
        if parent in seen and parent != node:
            below.setdefault(parent, []).append(node)
        else:
            roots.append(node)
    return [_tree(root, below, boxes) for root in roots]


def _tree(root: NodeId, below: Mapping[NodeId, Sequence[NodeId]], boxes: Mapping[NodeId, _Size]) -> _Tree:
    """Lay a tree on its side: a column for each depth, every parent at the middle of what is under it."""
    depth = {root: 0}
    order = [root]
    for node in order:
        for child in below.get(node, ()):
            depth[child] = depth[node] + 1
            order.append(child)
    heights: dict[NodeId, float] = {}
    for node in reversed(order):
        heights[node] = max(boxes[node][1] + _GAP, sum(heights[child] for child in below.get(node, ())))
    columns = _columns([(depth[node], boxes[node][0]) for node in order])
    tops = {root: 0.0}
    for node in order:
        children = below.get(node, ())
        top = tops[node] + (heights[node] - sum(heights[child] for child in children)) / 2
        for child in children:
            tops[child] = top
            top += heights[child]
    corners = {
        node: Rect(columns[depth[node]], tops[node] + (heights[node] - boxes[node][1]) / 2, *boxes[node])
        for node in order
    }
    around = bounding(corners.values())
    middle = (around.x + around.width / 2, around.y + around.height / 2)
    centres = {
        node: (box.x + box.width / 2 - middle[0], box.y + box.height / 2 - middle[1]) for node, box in corners.items()
    }
    return _Tree(root, (around.width, around.height), centres)


def _columns(widths: Iterable[tuple[int, float]]) -> list[float]:
    """Return where the column of each depth begins."""
    widest: list[float] = []
    for depth, width in widths:
        widest += [0.0] * (depth + 1 - len(widest))
        widest[depth] = max(widest[depth], width)
    begins = [0.0]
    for width in widest:
        begins.append(begins[-1] + width + _BETWEEN_COLUMNS)
    return begins


def _new_placements(changes: ChangeSet, map_id: MapId) -> Iterator[Placement]:
    for change in changes:
        if change.old is None and isinstance(change.new, Placement) and change.new.map == map_id:
            yield change.new


def _with_spots(changes: ChangeSet, map_id: MapId, spots: Mapping[NodeId, Spot]) -> ChangeSet:
    def placed(change: Change) -> Change:
        new = change.new
        if change.old is None and isinstance(new, Placement) and new.map == map_id and new.node in spots:
            x, y = spots[new.node]
            return Change(None, replace(new, x=x, y=y))
        return change

    return ChangeSet(tuple(map(placed, changes)))


def _sizes(graph: Graph, changes: ChangeSet, ground: Ground, nodes: Iterable[NodeId]) -> dict[NodeId, _Size]:
    """Return how large nodes are, those too that come where they are folded away under a collapsed one."""
    made = graph.with_changes(changes)
    on_map = CaseView(made, ground.map_id).placements
    open_again = map_edits.collapse(made, ground.map_id, on_map, collapsed=False)
    view = CaseView(made.with_changes(open_again), ground.map_id)
    found = sizes(scene_of(view, ground.words, dict.fromkeys(nodes, (0, 0))), ground.words)
    return {NodeId(node): size for node, size in found.items()}


def _box(centre: Spot, size: _Size) -> Rect:
    return Rect(centre[0] - size[0] / 2, centre[1] - size[1] / 2, *size)


def _whole(size: _Size) -> Spot:
    return round(size[0]) + 1, round(size[1]) + 1
