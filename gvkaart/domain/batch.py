"""Edits of many cells at once: what a table, a paste or a group of selected items asks for in one action.

A cell is an item and a `Target`: an attribute, a field, what is recorded of it on the map in view, or the items at the
other end of one relation. `fulfil` turns any number of wishes, and new items, into one `ChangeSet`, checked as a whole:
all of it can be done or nothing is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple, assert_never

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView, texts_of
from gvkaart.domain.edit_basics import checked, with_field
from gvkaart.domain.entities import Edge, EdgeKey, MapId, Node, NodeId, Placement, PlacementKey, Value
from gvkaart.domain.errors import Defect, Rejected
from gvkaart.domain.map_edits import out_of_layouts
from gvkaart.domain.metamodel import SYMMETRIC
from gvkaart.domain.text import clean_line, clean_text, fresh_id


class Part(StrEnum):
    """Of what a target is a part."""

    ATTRIBUTE = "attribute"
    """What every node has: title, text, tags, visibility, origin."""
    FIELD = "field"
    """A field of its kind."""
    PLACEMENT = "placement"
    """A field of its placement on the map in view."""
    RELATION = "relation"
    """The ids of the nodes to which it has a relation."""
    INVERSE = "inverse"
    """The ids of the nodes that have a relation to it."""
    ON_MAP = "on_map"
    """Whether it stands on the map in view."""


class Target(NamedTuple):
    """What of an item is read or changed; `name` is the attribute, the field or the relation."""

    part: Part
    name: str = ""


@dataclass(frozen=True, slots=True)
class Wish:
    """That one cell gets a value; None empties it."""

    node: NodeId
    target: Target
    value: Value | None


@dataclass(frozen=True, slots=True)
class NewNode:
    """An item to be added to the map in view, with what is filled in of it."""

    kind: str
    title: str
    values: Mapping[Target, Value | None] = field(default_factory=dict)


TITLE: Final = Target(Part.ATTRIBUTE, "title")
ON_MAP: Final = Target(Part.ON_MAP)


# --- reading ----------------------------------------------------------------------------------------------------------


def value_at(view: CaseView, node_id: NodeId, target: Target) -> Value | None:
    """Return what stands in a cell, None when it is empty.

    Relations count when they hold in the round of the view; their other end need not stand on the map.
    """
    match target.part:
        case Part.ATTRIBUTE:
            value: Value = getattr(view.graph.nodes[node_id], target.name)
            return value or None
        case Part.FIELD:
            return view.graph.nodes[node_id].fields.get(target.name)
        case Part.PLACEMENT:
            placement = view.placements.get(node_id)
            return placement.fields.get(target.name) if placement is not None else None
        case Part.RELATION | Part.INVERSE:
            return tuple(dict.fromkeys(_other(edge, node_id) for edge in _edges(view, node_id, target))) or None
        case Part.ON_MAP:
            return node_id in view.placements
        case _:
            assert_never(target.part)


def _edges(view: CaseView, node_id: NodeId, target: Target) -> list[Edge]:
    """Return the edges of a relation cell; one that reads alike from both ends counts from either."""
    graph, relation = view.graph, target.name
    forth = graph.out(node_id) if target.part is Part.RELATION or relation in SYMMETRIC else ()
    back = graph.into(node_id) if target.part is Part.INVERSE or relation in SYMMETRIC else ()
    return [edge for edge in chain(forth, back) if edge.relation == relation and view.holds(edge)]


def _other(edge: Edge, node_id: NodeId) -> NodeId:
    return edge.target if edge.source == node_id else edge.source


# --- changing ---------------------------------------------------------------------------------------------------------


def fulfil(view: CaseView, wishes: Iterable[Wish], additions: Sequence[NewNode] = (), *, now: int) -> ChangeSet:
    """Return the changes that give every cell its value and add every new item; `now` in milliseconds since 1970.

    New items stand on the map, for the layout to place, when there is one; what is joined to an item on the map comes
    to stand on it too.

    Raises:
        Rejected: something of it cannot be done, so nothing is.
    """
    batch = _Batch(view, now)
    for new in additions:
        batch.add(new)
    for wish in wishes:
        batch.fulfil(wish)
    return checked(view.graph, batch.changes())


class _Batch:
    """The entities as they will be; only those that are touched."""

    def __init__(self, view: CaseView, now: int) -> None:
        self._view, self._now = view, now
        self._has_map = view.map is not None
        self._nodes: dict[NodeId, Node] = {}
        self._placements: dict[NodeId, Placement | None] = {}
        self._edges: dict[EdgeKey, Edge | None] = {}

    @cached_property
    def _taken(self) -> set[str]:
        """The ids that a new node may not get."""
        return set(self._view.graph.taken_ids)

    def changes(self) -> list[Change]:
        """Return what differs from the graph, so that what is referred to comes first and goes last."""
        graph, map_id = self._view.graph, self._view.map_id
        nodes = (Change(graph.nodes.get(key), new) for key, new in self._nodes.items())
        placed = (graph.placements.get(PlacementKey(map_id, key)) for key in self._placements)
        placements = (Change(old, new) for old, new in zip(placed, self._placements.values(), strict=True))
        edges = (Change(graph.edges.get(key), new) for key, new in self._edges.items())
        gone = {node_id for node_id, placement in self._placements.items() if placement is None}
        layouts = out_of_layouts(graph, map_id, gone) if gone else ()
        return [change for change in chain(nodes, placements, edges, layouts) if change.old != change.new]

    def add(self, new: NewNode) -> None:
        """Add a node; until somebody names a source, it is an estimate of who typed it."""
        title = clean_line(new.title)
        node_id = NodeId(fresh_id(title, new.kind, self._taken))
        self._taken.add(node_id)
        self._nodes[node_id] = Node(node_id, new.kind, title, origin="own", created=self._now, modified=self._now)
        self._place(node_id)
        for target, value in new.values.items():
            self.fulfil(Wish(node_id, target, value))

    def fulfil(self, wish: Wish) -> None:
        """Give one cell its value."""
        node_id, target, value = wish.node, wish.target, wish.value
        match target.part:
            case Part.ATTRIBUTE:
                self._keep(_with_attribute(self._node(node_id), target.name, value))
            case Part.FIELD:
                self._keep(with_field(self._node(node_id), target.name, value))
            case Part.PLACEMENT:
                if (placement := self._placement(node_id)) is None:
                    raise Rejected("error.not_on_map", id=node_id)
                self._placements[node_id] = with_field(placement, target.name, value)
            case Part.RELATION | Part.INVERSE:
                self._join(node_id, target, value if isinstance(value, tuple) else ())
            case Part.ON_MAP:
                if value is True:
                    self._place(node_id)
                else:
                    self._placements[node_id] = None
            case _:
                assert_never(target.part)

    def _node(self, node_id: NodeId) -> Node:
        node = self._nodes.get(node_id) or self._view.graph.nodes.get(node_id)
        if node is None:
            raise Rejected("problem.no_such_node", id=node_id)
        return node

    def _keep(self, node: Node) -> None:
        """Keep a node that became different; one that stays the same was not modified."""
        if node != self._node(node.id):
            self._nodes[node.id] = replace(node, modified=self._now)

    def _placement(self, node_id: NodeId) -> Placement | None:
        return self._placements[node_id] if node_id in self._placements else self._view.placements.get(node_id)

    def _place(self, node_id: NodeId) -> None:
        if self._has_map and self._placement(node_id) is None:
            old = self._view.placements.get(node_id)
            self._placements[node_id] = old if old is not None else Placement(MapId(self._view.map_id), node_id)

    def _join(self, node_id: NodeId, target: Target, wanted: Sequence[str]) -> None:
        """Join an item to exactly these others; the edges that stay are left as they are."""
        before = _edges(self._view, node_id, target)
        for edge in before:
            if _other(edge, node_id) not in wanted:
                self._edges[edge.key] = None
        known = {_other(edge, node_id) for edge in before}
        for other in wanted:
            if other not in known:
                self._connect(node_id, target, NodeId(other))

    def _connect(self, node_id: NodeId, target: Target, other: NodeId) -> None:
        source, end = (node_id, other) if target.part is Part.RELATION else (other, node_id)
        edge = Edge(source, target.name, end)
        if target.name in SYMMETRIC and self._edges.get(EdgeKey(end, target.name, source)) is not None:
            return  # another cell of the same paste says so already, from the other end
        if edge.key in self._view.graph.edges:
            raise Rejected("error.relation_exists", relation=target.name, source=source, target=end)
        self._edges[edge.key] = edge
        if self._placement(node_id) is not None:
            self._place(other)


def _with_attribute(node: Node, name: str, value: Value | None) -> Node:
    match name:
        case "title":
            return replace(node, title=clean_line(_text(value)))
        case "text":
            return replace(node, text=clean_text(_text(value)))
        case "tags":
            tags = map(clean_line, texts_of({"tags": value} if value is not None else {}, "tags"))
            return replace(node, tags=tuple(dict.fromkeys(tag for tag in tags if tag)))
        case "visibility":
            return replace(node, visibility=_text(value))
        case "origin":
            return replace(node, origin=_text(value))
        case _:
            raise Defect("no_such_attribute", name=name)


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""
