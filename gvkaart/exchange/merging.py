"""A case file into a document that exists: one change set, so one step to undo.

Nothing of the document changes. What comes in and has an id that is taken gets another; whoever knows that two items
are the same joins them afterwards, because only a person can know that.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar, assert_never

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


def merge_case(graph: Graph, case: Graph, *, now: int) -> ChangeSet:
    """Return the changes that add a case to a document, everything under ids that the document does not have yet.

    Args:
        graph: the document.
        case: what `read_case` gave.
        now: time of creation of the nodes, in milliseconds since 1970.
    """
    names = _Names(
        {NodeId(old): NodeId(new) for old, new in _renamed(case.nodes, graph.nodes).items()},
        {RoundId(old): RoundId(new) for old, new in _renamed(case.rounds, graph.rounds).items()},
        {MapId(old): MapId(new) for old, new in _renamed(case.maps, graph.maps).items()},
        graph.nodes,
    )
    return ChangeSet(tuple(Change(None, names.applied(entity, now)) for entity in case.entities()))


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
