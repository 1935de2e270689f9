"""What a change leaves as it was, so that what was worked out of it need not be worked out anew."""

from collections.abc import Container
from collections.abc import Set as AbstractSet
from typing import assert_never

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Edge, EdgeKey, Entity, Layout, Map, MapId, Node, Placement, Round, SetAside, Spot
from gvkaart.domain.graph import Graph


def only_joins(changes: ChangeSet, graph: Graph, map_id: MapId) -> bool:
    """Tell whether changes only add nodes without fields, and places for these; take nodes away; and change edges.

    A node that gets a place on the map brings no other edges than those that are added with it.
    """
    keys = {edge.key for edge in changes.edges}
    return all(_is_plain(change, keys, graph, map_id) for change in changes)


def _is_plain(change: Change, added: AbstractSet[EdgeKey], graph: Graph, map_id: MapId) -> bool:
    match change.entity:
        case Node(fields=fields):
            return change.new is None or (change.old is None and not fields)
        case Placement(map=on_map, node=node, fields=fields):
            if on_map != map_id or change.new is None:
                return True
            brought = (edge.key for edge in (*graph.out(node), *graph.into(node)))
            return change.old is None and not fields and all(key in added for key in brought)
        case Edge() | Spot():
            return True
        case Map() | Round() | Layout() | SetAside():
            return False
        case _:
            assert_never(change.entity)


def leaves_nodes(change: Change) -> bool:
    """Tell whether the nodes on a map stay as they are, and the same ones."""
    match change.entity:
        case Node():
            return False
        case Placement():
            return change.old is not None and change.new is not None
        case Edge() | Map() | Round() | Layout() | Spot() | SetAside():
            return True
        case _:
            assert_never(change.entity)


def leaves_edges(change: Change, graph: Graph) -> bool:
    """Tell whether the edges on a map, what they join and the rounds stay as they are."""
    match change.entity:
        case Node(kind=kind):
            return not isinstance(change.old, Node) or change.new is None or change.old.kind == kind
        case Placement(node=node):
            stays = change.old is not None and change.new is not None
            return stays or not (graph.out(node) or graph.into(node))
        case Layout() | Spot() | SetAside():
            return True
        case Edge() | Map() | Round():
            return False
        case _:
            assert_never(change.entity)


def folds(change: Change) -> bool:
    """Tell whether a node is collapsed or expanded."""
    return isinstance(change.entity, Placement) and _is_collapsed(change.old) != _is_collapsed(change.new)


def _is_collapsed(entity: Entity | None) -> bool:
    return isinstance(entity, Placement) and entity.collapsed


def leaves_fields(change: Change, graph: Graph, read: Container[str]) -> bool:
    """Tell whether what the fields of nodes mean for others stays as it is: only those of the kinds in `read` do."""
    match change.old, change.new:
        case (Node() | Placement() as old, Node() | Placement() as new) if old.fields == new.fields:
            return True
    match change.entity:
        case Node(kind=kind):
            return kind not in read
        case Placement(node=node):
            return node in graph.nodes and graph.nodes[node].kind not in read
        case _:
            return isinstance(change.entity, Layout | Spot | SetAside)
