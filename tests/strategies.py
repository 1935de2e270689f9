"""Hypothesis strategies for valid entities and graphs: whatever the metamodel allows, and awkward texts with it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from gvkaart.domain.entities import (
    NO_ROUND,
    Edge,
    EdgeKey,
    Entity,
    Layout,
    LayoutId,
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
from gvkaart.domain.metamodel import (
    KINDS,
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
from gvkaart.domain.text import clean_line, clean_text

_WORDS: Final = (
    "signaal",
    "Signalen",
    "het experiment",
    "in beeld",
    "grondslag",
    "één",
    "<b>vet</b>",
    "🙂",
    "{x}",
    "é",
)

lines: SearchStrategy[str] = st.one_of(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join),
    st.text(max_size=20).map(clean_line).filter(bool),
)
"""Texts of one line, as they are after cleaning; never empty."""

texts: SearchStrategy[str] = st.one_of(lines, st.text(max_size=60).map(clean_text).filter(bool))
"""Running texts, as they are after cleaning; never empty."""

dates: SearchStrategy[str] = st.sampled_from(("2021", "2021-06", "2021-06-30"))

MOST_FIELDS: Final = 4
"""Of one entity no more fields than this are filled in; more makes drawing slow, and finds no more."""

ids: SearchStrategy[str] = st.from_regex("[a-z0-9][a-z0-9-]{0,7}", fullmatch=True)


def _ids(kind: str, nodes: dict[NodeId, Node]) -> list[NodeId]:
    return sorted(node.id for node in nodes.values() if node.kind == kind)


def values(field: Field, actors: list[NodeId], rounds: list[RoundId]) -> SearchStrategy[Value] | None:
    """Return what a field may hold; None when it refers to something that is not there."""
    simple: dict[FieldType, SearchStrategy[Value]] = {
        FieldType.LINE: lines,
        FieldType.TEXT: texts,
        FieldType.LIST: st.lists(lines, min_size=1, max_size=3).map(tuple),
        FieldType.FLAG: st.booleans(),
        FieldType.NUMBER: st.integers(0, 9_999).map(str),
        FieldType.DATE: dates,
        FieldType.VALUE: st.sampled_from(("privacy", "doelmatigheid", "onbekende-waarde")),
    }
    if field.type in simple:
        return simple[field.type]
    others: dict[FieldType, Sequence[str]] = {
        FieldType.ROUND: rounds,
        FieldType.NODE: actors,
        FieldType.NODES: actors,
    }
    options = others.get(field.type, field.choices)
    if not options:
        return None
    one: SearchStrategy[Value] = st.sampled_from(options)
    if field.type in (FieldType.CHOICES, FieldType.NODES):
        return st.lists(st.sampled_from(options), min_size=1, max_size=3, unique=True).map(tuple)
    return one


@st.composite
def field_values(
    draw: DrawFn, fields: tuple[Field, ...], actors: list[NodeId], rounds: list[RoundId]
) -> dict[str, Value]:
    """Fill in some of these fields."""
    possible = {field.id: one for field in fields if (one := values(field, actors, rounds)) is not None}
    chosen = draw(st.lists(st.sampled_from(list(possible)), max_size=MOST_FIELDS, unique=True)) if possible else []
    return {field_id: draw(possible[field_id]) for field_id in chosen}


@st.composite
def nodes(draw: DrawFn, node_id: str | None = None, kind: str | None = None) -> Node:
    """Make one node that refers to no other."""
    chosen = kind or draw(st.sampled_from(tuple(KINDS)))
    return Node(
        NodeId(node_id or draw(ids)),
        chosen,
        draw(lines),
        draw(st.one_of(st.just(""), texts)),
        draw(st.sampled_from(((), ("kern",), ("kern", "later uitzoeken")))),
        draw(st.sampled_from(VISIBILITIES)),
        draw(st.sampled_from(ORIGINS)),
        draw(field_values(KINDS[chosen].fields, [], [])),
        *draw(st.sampled_from(((0, 0), (1_700_000_000_000, 1_700_000_000_001)))),
    )


def edges(between: dict[NodeId, Node], rounds: list[RoundId]) -> SearchStrategy[Edge]:
    """Make edges that the metamodel allows between two of these nodes; nothing when there are none."""
    possible = [
        (source, relation.id, target)
        for source, target in permutations(between.values(), 2)
        for relation in relations_between(source.kind, target.kind)
    ]
    actors = _ids("actor", between)
    return st.sampled_from(possible).flatmap(lambda ends: _edge(*ends, actors, rounds)) if possible else st.nothing()


@st.composite
def _edge(draw: DrawFn, source: Node, relation: str, target: Node, actors: list[NodeId], rounds: list[RoundId]) -> Edge:
    moments = st.sampled_from([NO_ROUND, *rounds]) if source.kind == "actor" else st.just(NO_ROUND)
    fields = field_values(RELATIONS[relation].all_fields, actors, rounds)
    visibility = st.sampled_from(VISIBILITIES)
    return Edge(source.id, relation, target.id, draw(moments), draw(moments), draw(visibility), draw(fields))


@st.composite
def graphs(draw: DrawFn, max_nodes: int = 8, max_edges: int = 16, max_maps: int = 2) -> Graph:
    """Make a valid document: up to so many nodes and edges, on one map or more, with rounds and findings set aside."""
    made = {NodeId(one): draw(nodes(one)) for one in draw(st.lists(ids, min_size=1, max_size=max_nodes, unique=True))}
    rounds = [RoundId(f"r{number}") for number in range(draw(st.integers(0, 3)))]
    several = len(made) > 1
    drawn = draw(st.lists(edges(made, rounds), max_size=max_edges)) if several else []
    joined: dict[EdgeKey, Edge] = {edge.key: edge for edge in drawn}
    maps = [MapId(f"map-{number}") for number in range(draw(st.integers(1, max_maps)))]
    entities: list[Entity] = [*_maps(draw, maps, made, rounds), *made.values(), *joined.values()]
    for map_id in maps:
        placements = _placements(draw, map_id, made, rounds if map_id == maps[0] else [])
        entities += [*placements, *layouts(draw, map_id, [one.node for one in placements])]
    entities += {one.key: one for one in draw(st.lists(_set_aside(maps), max_size=2))}.values()
    return Graph.of(entities)


def _maps(draw: DrawFn, maps: list[MapId], made: dict[NodeId, Node], rounds: list[RoundId]) -> list[Entity]:
    """Make the maps; the rounds are those of the first."""
    actors = _ids("actor", made)
    return [
        *(
            Map(one, draw(lines), draw(st.sampled_from(("nl", "en"))), draw(field_values(MAP_FIELDS, actors, own)))
            for one, own in ((map_id, rounds if map_id == maps[0] else []) for map_id in maps)
        ),
        *(Round(one, maps[0], place, draw(lines), draw(dates)) for place, one in enumerate(rounds)),
    ]


def _placements(draw: DrawFn, map_id: MapId, made: dict[NodeId, Node], rounds: list[RoundId]) -> list[Placement]:
    left_out = draw(st.sets(st.sampled_from(list(made)), max_size=2))
    return [_placement(draw, map_id, node, rounds) for node in made.values() if node.id not in left_out]


def _placement(draw: DrawFn, map_id: MapId, node: Node, rounds: list[RoundId]) -> Placement:
    x, y = draw(st.sampled_from(((None, None), (0, 0), (-4_000, 250), (120, 9_999))))
    fields = draw(field_values(PLACEMENT_FIELDS, [], rounds)) if node.kind == "actor" else {}
    return Placement(
        map_id, node.id, x, y, *draw(st.sampled_from(((False, False), (True, False), (True, True)))), fields
    )


def layouts(draw: DrawFn, map_id: MapId, nodes: Sequence[NodeId]) -> list[Layout | Spot]:
    """Draw layouts of a map, at most one of them shown, with places for some of its nodes."""
    drawn = draw(st.lists(st.tuples(ids.filter(lambda one: one not in WAYS), lines, st.sampled_from(WAYS)), max_size=2))
    made = {id_: Layout(map_id, LayoutId(id_), title, fields={"way": way}) for id_, title, way in drawn}
    made |= {way: Layout(map_id, LayoutId(way), fields={"way": way}) for way in draw(st.sets(st.sampled_from(WAYS)))}
    some: SearchStrategy[list[NodeId]] = st.permutations(nodes).map(lambda all_of_them: all_of_them[:3])
    if "radial" in made and (around := draw(some)):
        made["radial"] = replace(made["radial"], fields={"way": "radial", "around": tuple(around)})
    if shown := draw(st.sampled_from(("", *made))):
        made[shown] = replace(made[shown], shown=True)
    places = st.integers(-9_999, 9_999)
    return [
        *made.values(),
        *(
            Spot(*layout.key, node, draw(places), draw(places), draw(st.booleans()))
            for layout in made.values()
            for node in draw(some)
        ),
    ]


def _set_aside(maps: list[MapId]) -> SearchStrategy[SetAside]:
    parts = st.lists(ids, max_size=2, unique=True).map(lambda some: tuple(sorted(some)))
    checks = st.sampled_from(("concept.homonym", "fact.disputed", "purpose.vague"))
    return st.builds(SetAside, st.sampled_from(maps), checks, parts, parts, st.just(()), lines, dates)
