"""What edits are made of: looking up what is to be changed, filling in a field, and checking what is proposed."""

from collections.abc import Callable, Container, Iterable
from dataclasses import replace
from typing import TypeVar

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import (
    Edge,
    EdgeKey,
    Entity,
    Fields,
    Layout,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    PlacementKey,
    Round,
    RoundId,
    Value,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import Field, FieldType
from gvkaart.domain.text import clean_line, clean_text
from gvkaart.domain.validation import entity_problems, fields_of, link_problems, references

_Holder = TypeVar("_Holder", Node, Edge, Map, Placement)


def checked(graph: Graph, changes: Iterable[Change]) -> ChangeSet:
    """Return the changes as a set, when everything they leave behind is what the metamodel allows.

    Raises:
        Rejected: it is not.
    """
    change_set = ChangeSet(tuple(changes))
    after = graph.with_changes(change_set)
    for change in change_set:
        if change.new is not None:
            for problem in (*entity_problems(change.new), *link_problems(after, change.new)):
                raise problem.rejected()
    return change_set


def replaced(graph: Graph, old: Entity, new: Entity) -> ChangeSet:
    """Return the change of one entity into another, when that is allowed; that it was modified is no change by itself.

    Raises:
        Rejected: the metamodel does not allow it.
    """
    if isinstance(old, Node) and isinstance(new, Node) and replace(new, modified=old.modified) == old:
        return ChangeSet()
    return checked(graph, [Change(old, new)] if new != old else [])


def with_field(entity: _Holder, field_id: str, value: Value | None) -> _Holder:
    """Return an entity with a field filled in, or emptied.

    Raises:
        Rejected: it has no such field.
    """
    described = next((field for field in fields_of(entity) if field.id == field_id), None)
    if described is None:
        raise Rejected("problem.unknown_field", field=field_id)
    fields = {name: old for name, old in entity.fields.items() if name != field_id}
    kept = kept_value(described, value)
    if kept is not None:
        fields[field_id] = kept
    return replace(entity, fields=fields)


def kept_value(described: Field, value: Value | None) -> Value | None:
    """Return the value as it is kept, None when nothing is left of it."""
    clean: Callable[[str], str] = clean_text if described.type is FieldType.TEXT else clean_line
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(one for one in map(clean, value) if one)) or None
    if isinstance(value, str):
        return cleaned if (cleaned := clean(value)).strip() else None
    return value


def node_of(graph: Graph, node_id: NodeId) -> Node:
    """Return a node.

    Raises:
        Rejected: there is no such node.
    """
    if (node := graph.nodes.get(node_id)) is None:
        raise Rejected("problem.no_such_node", id=node_id)
    return node


def edge_of(graph: Graph, key: EdgeKey) -> Edge:
    """Return an edge.

    Raises:
        Rejected: there is no such edge.
    """
    if (edge := graph.edges.get(key)) is None:
        raise Rejected("error.no_such_relation", relation=key.relation, source=key.source, target=key.target)
    return edge


def map_of(graph: Graph, map_id: MapId) -> Map:
    """Return a map.

    Raises:
        Rejected: there is no such map.
    """
    if (map_ := graph.maps.get(map_id)) is None:
        raise Rejected("problem.no_such_map", id=map_id)
    return map_


def round_of(graph: Graph, round_id: RoundId) -> Round:
    """Return a round.

    Raises:
        Rejected: there is no such round.
    """
    if (round_ := graph.rounds.get(round_id)) is None:
        raise Rejected("problem.no_such_round", id=round_id)
    return round_


def placement_of(graph: Graph, map_id: MapId, node_id: NodeId) -> Placement:
    """Return the placement of a node on a map.

    Raises:
        Rejected: the node does not stand on that map.
    """
    if (placement := graph.placements.get(PlacementKey(map_id, node_id))) is None:
        raise Rejected("error.not_on_map", id=node_id)
    return placement


def without_references(entity: Node | Edge | Map | Layout, gone: Container[NodeId]) -> Fields:
    """Return the fields of an entity without what refers to nodes that go."""
    described = {field.id: field for field in fields_of(entity)}
    fields: dict[str, Value] = {}
    for name, value in entity.fields.items():
        referred = references(described[name], value)
        staying = tuple(one for one in referred if one not in gone)
        if staying == referred:
            fields[name] = value
        elif staying:
            fields[name] = staying
    return fields
