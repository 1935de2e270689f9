"""A case file into a document that exists: one change set, so one step to undo.

Nothing of the document changes. What comes in and has an id that is taken gets another; whoever knows that two items
are the same joins them afterwards, because only a person can know that. Cases that come together are different: who
made them gave the same actor the same id and the same words, so that one actor stands on several maps.
"""

from collections.abc import Container, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final, TypeVar, assert_never

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import (
    Edge,
    Entity,
    Layout,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    RoundId,
    SetAside,
    Spot,
    Value,
)
from gvkaart.domain.graph import Graph
from gvkaart.domain.linking import Link, relinked, rewritten
from gvkaart.domain.metamodel import FieldType
from gvkaart.domain.text import fresh_id
from gvkaart.domain.validation import fields_of

_Holder = TypeVar("_Holder", Node, Edge, Map, Placement, Layout)

_OF_MANY_CASES: Final = ("actor", "source")
"""Kinds of which one and the same thing plays a part in many cases; all else belongs to one."""


def merge_together(cases: Iterable[Graph], *, now: int) -> ChangeSet:
    """Return the changes that make a document of cases that come together: a map each, which share what is the same.

    Args:
        cases: what `read_case` gave; the earlier one keeps its ids.
        now: as for `merge_case`.
    """
    graph, changes = Graph(), ChangeSet()
    for case in cases:
        more = merge_case(graph, case, now=now, same=same_in(graph, case))
        graph, changes = graph.with_changes(more), ChangeSet((*changes.changes, *more.changes))
    return changes


def same_in(graph: Graph, case: Graph) -> frozenset[NodeId]:
    """Return the actors and sources of a case that a document has, word for word under the same id.

    Of what is the same the document and the case also say the same about each other, or else it counts as different;
    so nothing that comes in is lost, and nothing that was there changes.
    """
    alike = {
        node.id
        for node in case.nodes.values()
        if node.kind in _OF_MANY_CASES and node.id in graph.nodes and _stands_alone(node)
        if replace(graph.nodes[node.id], created=node.created, modified=node.modified) == node
    }
    said = {one: _said_of(case, one, alike) for one in alike}
    return frozenset(one for one in alike if said[one] is not None and said[one] == _said_of(graph, one, alike))


def _stands_alone(node: Node) -> bool:
    """Tell whether a node names no other: what it names could be something else in each of two cases."""
    return "[[" not in node.text


def _said_of(graph: Graph, one: NodeId, others: AbstractSet[NodeId]) -> frozenset[tuple[object, ...]] | None:
    """Return the relations from one node to others; None when a relation names a round or an actor of its own case."""
    edges = [edge for edge in graph.out(one) if edge.target in others]
    if any(edge.from_round or edge.until_round or "reported_by" in edge.fields for edge in edges):
        return None
    return frozenset((*edge.key, edge.visibility, *sorted(edge.fields.items())) for edge in edges)


def merge_case(graph: Graph, case: Graph, *, now: int, same: AbstractSet[NodeId] = frozenset()) -> ChangeSet:
    """Return the changes that add a case to a document, everything under ids that the document does not have yet.

    Args:
        graph: the document.
        case: what `read_case` gave.
        now: time of creation of the nodes, in milliseconds since 1970.
        same: nodes of the case that are nodes of the document (`same_in`); they and what they say about each other
            are not added.
    """
    others = [node for node in case.nodes if node not in same]
    names = _Names(
        {one: one for one in same} | {NodeId(old): NodeId(new) for old, new in _renamed(others, graph.nodes).items()},
        {RoundId(old): RoundId(new) for old, new in _renamed(case.rounds, graph.rounds).items()},
        {MapId(old): MapId(new) for old, new in _renamed(case.maps, graph.maps).items()},
        graph.nodes,
    )
    new = (entity for entity in case.entities() if not _is_there(entity, same))
    return ChangeSet(tuple(Change(None, names.applied(entity, now)) for entity in new))


def _is_there(entity: Entity, same: Container[NodeId]) -> bool:
    match entity:
        case Node():
            return entity.id in same
        case Edge():
            return entity.source in same and entity.target in same
        case _:
            return False


def _renamed(ids: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """Give each id a name that is free: its own where possible."""
    used = {*taken, *ids}
    names: dict[str, str] = {}
    present = set(taken)
    for one in ids:
        names[one] = fresh_id(one, one, used) if one in present else one
        used.add(names[one])
    return names


class _Names:
    """What everything of the case is called in the document."""

    def __init__(
        self,
        nodes: Mapping[NodeId, NodeId],
        rounds: Mapping[RoundId, RoundId],
        maps: Mapping[MapId, MapId],
        present: Container[NodeId],
    ) -> None:
        self._nodes = nodes
        self._present = present
        self._rounds = {**rounds, RoundId(""): RoundId("")}
        self._maps = maps

    def applied(self, entity: Entity, now: int) -> Entity:
        """Return the entity as it is in the document."""
        match entity:
            case Node():
                text = rewritten(entity.text, self._link)
                node = replace(entity, id=self._nodes[entity.id], text=text, created=now, modified=now)
                return self._with_fields(node)
            case Edge():
                return self._edge(entity)
            case Map():
                return self._with_fields(replace(entity, id=self._maps[entity.id]))
            case Round():
                return replace(entity, id=self._rounds[entity.id], map=self._maps[entity.map])
            case Placement():
                placement = replace(entity, map=self._maps[entity.map], node=self._nodes[entity.node])
                return self._with_fields(placement)
            case Layout():
                return self._with_fields(replace(entity, map=self._maps[entity.map]))
            case Spot():
                return replace(entity, map=self._maps[entity.map], node=self._nodes[entity.node])
            case SetAside():
                return self._set_aside(entity)
            case _:
                assert_never(entity)

    def _link(self, link: Link) -> str:
        """Rename a link; a broken one must not lead to what bears that id in the document by chance."""
        if link.node not in self._nodes and link.node in self._present:
            return link.words or link.node
        return relinked(link.written, self._nodes)

    def _edge(self, edge: Edge) -> Edge:
        moved = replace(
            edge,
            source=self._nodes[edge.source],
            target=self._nodes[edge.target],
            from_round=self._rounds[edge.from_round],
            until_round=self._rounds[edge.until_round],
        )
        return self._with_fields(moved)

    def _set_aside(self, one: SetAside) -> SetAside:
        subject, evidence = (tuple(sorted(map(self._mention, texts))) for texts in (one.subject, one.evidence))
        return replace(one, map=self._maps[one.map], subject=subject, evidence=evidence)

    def _mention(self, text: str) -> str:
        """Rename the nodes in a subject or in evidence, which is an id or ``source relation target``."""
        return " ".join(self._nodes.get(NodeId(word), word) for word in text.split(" "))

    def _with_fields(self, entity: _Holder) -> _Holder:
        if not entity.fields:
            return entity
        types = {field.id: field.type for field in fields_of(entity)}
        return replace(entity, fields={key: self._value(types[key], value) for key, value in entity.fields.items()})

    def _value(self, field_type: FieldType, value: Value) -> Value:
        match field_type, value:
            case FieldType.NODE, str():
                return self._nodes[NodeId(value)]
            case FieldType.NODES, tuple():
                return tuple(self._nodes[NodeId(one)] for one in value)
            case FieldType.ROUND, str():
                return self._rounds[RoundId(value)]
            case _:
                return value
