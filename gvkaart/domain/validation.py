"""Whether entities are what the metamodel allows: one set of checks for edits, files and documents alike."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Final, assert_never

from gvkaart.domain.entities import (
    Edge,
    Entity,
    Fields,
    Layout,
    LayoutKey,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    PlacementKey,
    Round,
    SetAside,
    Spot,
    Value,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.glossary import LANGUAGES
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import (
    KINDS,
    LAYOUT_FIELDS,
    MAP_FIELDS,
    ORIGINS,
    PLACEMENT_FIELDS,
    RELATIONS,
    VISIBILITIES,
    WAYS,
    Field,
    FieldType,
    relations_between,
)
from gvkaart.domain.text import is_id, is_partial_date

LARGEST_COORDINATE: Final = 10_000_000
"""No node lies further from the origin, in canvas units; keeps arithmetic and files sane."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the metamodel does not allow.

    Attributes:
        key: names the message, under ``problem.``.
        params: what the message fills in.
        field: the field in which it lies, empty when it concerns the entity as a whole.
    """

    key: str
    params: Mapping[str, str] = field(default_factory=dict)
    field: str = ""

    def rejected(self) -> Rejected:
        """Return the error that refuses an edit because of this problem."""
        return Rejected(f"problem.{self.key}", **self.params)


def value_problems(described: Field, value: Value) -> Iterator[Problem]:
    """Check one value against its field, without looking at other entities."""
    texts = _texts_of(described, value)
    if texts is None:
        yield Problem("wrong_type", {"field": described.id, "type": described.type}, described.id)
        return
    for text in texts:
        yield from _text_problems(described, text)


def _texts_of(described: Field, value: Value) -> tuple[str, ...] | None:
    """Return the texts of a value, or None when the value is of another type than the field."""
    match described.type:
        case FieldType.FLAG:
            return () if isinstance(value, bool) else None
        case FieldType.LIST | FieldType.CHOICES | FieldType.NODES:
            return value if isinstance(value, tuple) and value else None
        case (
            FieldType.LINE
            | FieldType.TEXT
            | FieldType.CHOICE
            | FieldType.NUMBER
            | FieldType.DATE
            | FieldType.NODE
            | FieldType.VALUE
            | FieldType.ROUND
        ):
            return (value,) if isinstance(value, str) else None
        case _:
            assert_never(described.type)


def _text_problems(described: Field, text: str) -> Iterator[Problem]:
    params = {"field": described.id, "value": text}
    if text == "":
        yield Problem("empty_value", {"field": described.id}, described.id)
    elif described.choices and text not in described.choices:
        yield Problem("not_a_choice", {**params, "choices": ", ".join(described.choices)}, described.id)
    elif described.type is FieldType.DATE and not is_partial_date(text):
        yield Problem("not_a_date", params, described.id)
    elif described.type is FieldType.NUMBER and not (text.isascii() and text.isdecimal()):
        yield Problem("not_a_number", params, described.id)
    elif described.type is not FieldType.TEXT and "\n" in text:
        yield Problem("more_than_one_line", {"field": described.id}, described.id)


def references(described: Field, value: Value) -> tuple[NodeId, ...]:
    """Return the ids of nodes that a value of this field refers to."""
    if described.type is FieldType.NODE and isinstance(value, str):
        return (NodeId(value),)
    if described.type is FieldType.NODES and isinstance(value, tuple):
        return tuple(NodeId(one) for one in value)
    return ()


def fields_of(entity: Entity) -> tuple[Field, ...]:
    """Return the fields that the metamodel gives an entity; none for an unknown kind or relation."""
    match entity:
        case Node():
            return KINDS[entity.kind].fields if entity.kind in KINDS else ()
        case Edge():
            relation = RELATIONS.get(entity.relation)
            return relation.all_fields if relation is not None else ()
        case Map():
            return MAP_FIELDS
        case Placement():
            return PLACEMENT_FIELDS
        case Layout():
            return LAYOUT_FIELDS
        case Round() | Spot() | SetAside():
            return ()
        case _:
            assert_never(entity)


# A document has tens of thousands of entities and mostly no problem, so what finds none costs little: one generator for
# an entity, functions that return nothing, and no look at fields that are not there.


def entity_problems(entity: Entity) -> Iterator[Problem]:
    """Check an entity by itself: its own attributes and the type of each field."""
    match entity:
        case Node():
            yield from _node_problems(entity)
        case Edge():
            yield from _edge_problems(entity)
        case Map():
            yield from _id_problems(entity.id)
            yield from _line_problems("title", entity.title)
            yield from _one_of("language", entity.language, LANGUAGES)
        case Round():
            yield from _id_problems(entity.id)
            yield from _line_problems("title", entity.title)
            yield from _date_problems(entity.date)
            return
        case Placement():
            yield from _placement_problems(entity)
        case Layout():
            yield from _layout_problems(entity)
        case Spot():
            yield from _far_away(entity.node, entity.x, entity.y)
            return
        case SetAside():
            yield from _line_problems("check", entity.check)
            yield from _date_problems(entity.date)
            return
        case _:
            assert_never(entity)
    if entity.fields:
        yield from _fields_problems(fields_of(entity), entity.fields)


def _node_problems(node: Node) -> tuple[Problem, ...]:
    return (
        *(() if node.kind in KINDS else (Problem("unknown_kind", {"kind": node.kind}),)),
        *_id_problems(node.id),
        *_line_problems("title", node.title),
        *_one_of("visibility", node.visibility, VISIBILITIES),
        *_one_of("origin", node.origin, ORIGINS),
        *(problem for tag in node.tags for problem in _line_problems("tags", tag)),
    )


def _edge_problems(edge: Edge) -> tuple[Problem, ...]:
    unknown = () if edge.relation in RELATIONS else (Problem("unknown_relation", {"relation": edge.relation}),)
    return (*unknown, *_one_of("visibility", edge.visibility, VISIBILITIES))


def _placement_problems(placement: Placement) -> Iterator[Problem]:
    x, y = placement.x, placement.y
    if (x is None) != (y is None):
        yield Problem("half_a_position", {"id": placement.node})
    yield from _far_away(placement.node, x or 0, y or 0)


def _far_away(node: NodeId, x: int, y: int) -> tuple[Problem, ...]:
    far = abs(x) > LARGEST_COORDINATE or abs(y) > LARGEST_COORDINATE
    return (Problem("position_too_far", {"id": node}),) if far else ()


def _layout_problems(layout: Layout) -> Iterator[Problem]:
    yield from _id_problems(layout.id)
    yield from _line_problems("title", layout.title)
    way = layout.fields.get("way")
    if way is None:
        yield Problem("layout_without_way", {"id": layout.id, "choices": ", ".join(WAYS)})
    elif layout.is_ready_made and layout.id != way:
        yield Problem("layout_without_title", {"id": layout.id})
    elif layout.id in WAYS and not layout.is_ready_made:
        yield Problem("layout_ready_made", {"id": layout.id})


def _id_problems(entity_id: str) -> tuple[Problem, ...]:
    return () if is_id(entity_id) else (Problem("not_an_id", {"id": entity_id}, "id"),)


def _date_problems(text: str) -> tuple[Problem, ...]:
    if text and not is_partial_date(text):
        return (Problem("not_a_date", {"field": "date", "value": text}, "date"),)
    return ()


def _line_problems(name: str, text: str) -> tuple[Problem, ...]:
    return (Problem("more_than_one_line", {"field": name}, name),) if "\n" in text else ()


def _one_of(name: str, value: str, choices: tuple[str, ...]) -> tuple[Problem, ...]:
    if value in choices:
        return ()
    return (Problem("not_a_choice", {"field": name, "value": value, "choices": ", ".join(choices)}, name),)


def _fields_problems(described: tuple[Field, ...], fields: Fields) -> Iterator[Problem]:
    by_id = {one.id: one for one in described}
    for name, value in fields.items():
        if name in by_id:
            yield from value_problems(by_id[name], value)
        else:
            yield Problem("unknown_field", {"field": name}, name)


def link_problems(graph: Graph, entity: Entity) -> Iterator[Problem]:
    """Check what an entity refers to: everything must exist in `graph`, and be of a kind that is allowed there."""
    match entity:
        case Edge():
            yield from _join_problems(graph, entity)
        case Placement():
            yield from _missing(entity.map in graph.maps, "map", entity.map)
            yield from _missing(entity.node in graph.nodes, "node", entity.node)
            if entity.fields and entity.node in graph.nodes and graph.nodes[entity.node].kind != "actor":
                yield Problem("presence_of_no_actor", {"id": entity.node})
        case Layout():
            yield from _missing(entity.map in graph.maps, "map", entity.map)
            yield from _layout_link_problems(graph, entity)
        case Spot():
            yield from _missing(LayoutKey(entity.map, entity.layout) in graph.layouts, "layout", entity.layout)
            yield from _not_on_map(graph, entity.map, entity.node)
            return
        case Round() | SetAside():
            yield from _missing(entity.map in graph.maps, "map", entity.map)
            return
        case Node() | Map():
            pass
        case _:
            assert_never(entity)
    if entity.fields:
        yield from _reference_problems(graph, entity)


def _missing(exists: bool, what: str, entity_id: str) -> tuple[Problem, ...]:
    return () if exists else (Problem(f"no_such_{what}", {"id": entity_id}),)


def _layout_link_problems(graph: Graph, layout: Layout) -> Iterator[Problem]:
    if layout.shown and graph.shown_layout(layout.map) != layout:
        yield Problem("two_layouts_shown", {"id": layout.id})
    for node in references(LAYOUT_FIELDS[1], layout.fields.get("around", ())):
        if node in graph.nodes:
            yield from _not_on_map(graph, layout.map, node)


def _not_on_map(graph: Graph, map_id: MapId, node: NodeId) -> tuple[Problem, ...]:
    return () if PlacementKey(map_id, node) in graph.placements else (Problem("not_on_map", {"id": node}),)


def _join_problems(graph: Graph, edge: Edge) -> Iterator[Problem]:
    source, target = graph.nodes.get(edge.source), graph.nodes.get(edge.target)
    if source is None:
        yield Problem("no_such_node", {"id": edge.source})
    if target is None:
        yield Problem("no_such_node", {"id": edge.target})
    for round_id in (edge.from_round, edge.until_round):
        if round_id and round_id not in graph.rounds:
            yield Problem("no_such_round", {"id": round_id})
    if source is None or target is None or edge.relation not in RELATIONS:
        return
    if (edge.from_round or edge.until_round) and source.kind != "actor":
        yield Problem("rounds_without_actor", {"relation": edge.relation, "kind": source.kind})
    if edge.source == edge.target:
        yield Problem("relation_to_itself", {"relation": edge.relation})
    elif not _allows(edge.relation, source.kind, target.kind):
        yield forbidden_relation(edge.relation, source.kind, target.kind)


@lru_cache(maxsize=4096)
def _allows(relation: str, source_kind: str, target_kind: str) -> bool:
    return RELATIONS[relation].allows(source_kind, target_kind)


def forbidden_relation(relation: str, source_kind: str, target_kind: str) -> Problem:
    """Say that a relation may not join two kinds, naming the relations that may (model, section 4)."""
    params = {"relation": relation, "source": source_kind, "target": target_kind}
    allowed = ", ".join(one.id for one in relations_between(source_kind, target_kind))
    return (
        Problem("relation_not_allowed", {**params, "allowed": allowed}) if allowed else Problem("no_relation", params)
    )


def _reference_problems(graph: Graph, entity: Node | Edge | Map | Placement | Layout) -> Iterator[Problem]:
    for described in fields_of(entity):
        value = entity.fields.get(described.id)
        if value is None:
            continue
        if described.type is FieldType.ROUND:
            yield from _missing(value in graph.rounds, "round", str(value))
        for node_id in references(described, value):
            node = graph.nodes.get(node_id)
            if node is None:
                yield Problem("no_such_node", {"id": node_id}, described.id)
            elif node.kind not in described.targets:
                params = {"field": described.id, "id": node_id, "kind": node.kind}
                yield Problem("wrong_kind", {**params, "kinds": ", ".join(described.targets)}, described.id)


def graph_problems(graph: Graph) -> Iterator[tuple[Entity, Problem]]:
    """Check a whole graph; nothing comes out of a graph that was made by edits."""
    for entity in graph.entities():
        for problem in chain(entity_problems(entity), link_problems(graph, entity)):
            yield entity, problem
