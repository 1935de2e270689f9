"""A graph to the content of a case file, as plain lists and mappings; the same for YAML and JSON.

The order is canonical, so that the same map is always the same file and two versions can be compared line by line:
kinds, fields and relations in the order of the metamodel; nodes by id; targets of a relation by id and round; rounds in
their own order. What is empty or has its default is left out. Times of creation and change are not in the file, and
rounds are numbered anew from 0.
"""

from collections.abc import Iterable, Mapping, Sequence

from gvkaart.domain.entities import Edge, Fields, Layout, Map, MapId, Node, Placement, Round, SetAside, Spot, Value
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS, LAYOUT_FIELDS, MAP_FIELDS, PLACEMENT_FIELDS, RELATIONS, Field, FieldType
from gvkaart.domain.text import fresh_id
from gvkaart.exchange.case_reading import DEFAULT_MAP_ID, VERSION

Content = str | bool | int | Sequence["Content"] | Mapping[str, "Content"]
"""What a file is made of; texts that are a `Word` need no quotes."""


class Word(str):
    """A text whose type the metamodel knows, such as a date or a choice: written bare, whatever it looks like."""

    __slots__ = ()


def content_of(graph: Graph, map_id: MapId) -> dict[str, Content]:
    """Return the content of the case file of a graph that holds one map and what belongs to it."""
    map_ = graph.maps[map_id]
    placements = graph.on_map(map_id)
    content = _map_content(map_)
    content |= _unless_empty("rounds", [_round_content(one) for one in graph.rounds_of(map_id)])
    for kind in KINDS:
        nodes = sorted((node for node in graph.nodes.values() if node.kind == kind), key=lambda node: node.id)
        content |= _unless_empty(
            kind, {node.id: _node_content(node, placements.get(node.id), graph.out(node.id)) for node in nodes}
        )
    content |= _unless_empty("off_map", sorted(graph.nodes.keys() - placements.keys()))
    content |= _places_content(sorted(placements.values(), key=lambda one: one.node))
    layouts = sorted(graph.layouts_of(map_id), key=lambda one: one.id)
    content |= _unless_empty("layouts", {one.id: _layout_content(one, graph) for one in layouts})
    set_aside = sorted(graph.set_aside.values(), key=lambda one: one.key)
    return content | _unless_empty("set_aside", [_set_aside_content(one) for one in set_aside])


def _map_content(map_: Map) -> dict[str, Content]:
    content: dict[str, Content] = {"gvkaart": Word(VERSION), "title": map_.title}
    if map_.id != fresh_id(map_.title, DEFAULT_MAP_ID, ()):
        content["map"] = map_.id
    return content | {"language": Word(map_.language)} | _fields_content(MAP_FIELDS, map_.fields)


def _round_content(round_: Round) -> dict[str, Content]:
    return {"id": round_.id, "title": round_.title} | _unless_empty("date", Word(round_.date))


def _node_content(node: Node, placement: Placement | None, edges: Iterable[Edge]) -> dict[str, Content]:
    content: dict[str, Content] = {"title": node.title}
    content |= _unless_empty("text", node.text) | _unless_empty("tags", list(node.tags))
    content |= _unless("visibility", node.visibility, "analysis") | _unless("origin", node.origin, "stated")
    content |= _fields_content(KINDS[node.kind].fields, node.fields)
    if placement is not None:
        content |= _fields_content(PLACEMENT_FIELDS, placement.fields)
    ordered = sorted(edges, key=lambda edge: edge.key)
    for relation in RELATIONS:
        content |= _unless_empty(relation, [_edge_content(edge) for edge in ordered if edge.relation == relation])
    return content


def _edge_content(edge: Edge) -> Content:
    more = _unless_empty("from", edge.from_round) | _unless_empty("until", edge.until_round)
    more |= _unless("visibility", edge.visibility, "analysis")
    more |= _fields_content(RELATIONS[edge.relation].all_fields, edge.fields)
    return {"to": edge.target, **more} if more else edge.target


def _places_content(placements: Sequence[Placement]) -> dict[str, Content]:
    return _coordinates_content(placements) | _unless_empty(
        "collapsed", [one.node for one in placements if one.collapsed]
    )


def _coordinates_content(standing: Sequence[Placement | Spot]) -> dict[str, Content]:
    content: dict[str, Content] = {}
    for key, by_hand in (("layout", True), ("arranged", False)):
        placed: dict[str, Content] = {
            one.node: [one.x, one.y]
            for one in standing
            if one.x is not None and one.y is not None and one.by_hand == by_hand
        }
        content |= _unless_empty(key, placed)
    return content


def _layout_content(layout: Layout, graph: Graph) -> dict[str, Content]:
    content = _unless_empty("title", layout.title) | _fields_content(LAYOUT_FIELDS, layout.fields)
    content |= _unless_empty("shown", layout.shown)
    return content | _coordinates_content(sorted(graph.spots_in(layout.key).values(), key=lambda one: one.node))


def _set_aside_content(one: SetAside) -> dict[str, Content]:
    content: dict[str, Content] = {"check": one.check}
    for key, texts in (("subject", one.subject), ("evidence", one.evidence), ("values", one.values)):
        content |= _unless_empty(key, list(texts))
    return content | {"reason": one.reason} | _unless_empty("date", Word(one.date))


def _fields_content(described: Iterable[Field], fields: Fields) -> dict[str, Content]:
    return {one.id: _value_content(one.type, fields[one.id]) for one in described if one.id in fields}


def _value_content(field_type: FieldType, value: Value) -> Content:
    if isinstance(value, tuple):
        return list(value)
    bare = field_type in {FieldType.CHOICE, FieldType.DATE, FieldType.NUMBER}
    return Word(value) if isinstance(value, str) and bare else value


def _unless(key: str, text: str, default: str) -> dict[str, Content]:
    return {} if text == default else {key: Word(text)}


def _unless_empty(key: str, content: Content) -> dict[str, Content]:
    return {key: content} if content else {}
