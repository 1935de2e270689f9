"""Random valid maps for property tests of the formats: every kind, relation and type of field, with awkward texts."""

from collections.abc import Sequence

from hypothesis import strategies as st

from gvkaart.domain.entities import (
    Edge,
    EdgeKey,
    Entity,
    Fields,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    RoundId,
    SetAside,
    SetAsideKey,
    Value,
)
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import (
    KINDS,
    MAP_FIELDS,
    ORIGINS,
    PLACEMENT_FIELDS,
    VISIBILITIES,
    Field,
    FieldType,
    relations_between,
)
from gvkaart.domain.text import clean_line, clean_text
from tests.strategies import layouts

AWKWARD = (
    "no", "ja", "null", "~", "true", "2021-06", "0123", "12:30", "1e5", "0x1F", "-", "- x", "a: b", "a #b", "#a", "a:",
    "[a, b]", "{a: b}", "*a", "&a", "!a", "%a", "@a", "`a`", "'a'", '"a"', "a\\b", "a, b", "? a", "| a", "> a", "---",
    "...", "--- a", "<<", "=", "a\u00a0b", "€ 10.000", "ĳ", "😀", "C#",
    "https://example.org/?a=b#c", "x" * 130, "la " * 60 + "la",
)  # fmt: skip
AWKWARD_TEXTS = (
    "a\nb", " a\nb", "a\n b\n", "a\n\n\nb\n\n", "\na", "a\n  \nb", "a \nb", "\ta\nb", "a\n\tb", "a\n# b\n- c\n",
    "---\na",
    "a\n---\nb\n...\n", "a  b  " * 30, " a", "a ", "\n", "\n\n", " ", "a\u00a0\nb", "x" * 120 + "\n" + "la " * 50,
)  # fmt: skip
ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,5}", fullmatch=True) | st.sampled_from(("no", "null", "1e5", "123", "true"))
lines = (st.text(max_size=12) | st.sampled_from(AWKWARD)).map(clean_line)
filled_lines = lines.filter(bool)
texts = (st.text(max_size=30) | st.sampled_from(AWKWARD + AWKWARD_TEXTS)).map(clean_text)
filled_texts = texts.filter(bool)
sorted_lines = st.lists(filled_lines, max_size=2, unique=True).map(lambda found: tuple(sorted(found)))
dates = st.sampled_from(("2021", "2021-06", "2021-06-30"))
coordinates = st.integers(-(10**7), 10**7)


@st.composite
def maps(draw: st.DrawFn) -> Graph:
    """Draw a document of one map, of which nothing hangs loose."""
    title = draw(lines)
    map_id = MapId(draw(ids))
    rounds = [
        Round(RoundId(round_id), map_id, position, draw(lines), draw(st.just("") | dates))
        for position, round_id in enumerate(draw(st.lists(ids, max_size=3, unique=True)))
    ]
    nodes = [_node(draw, NodeId(node_id)) for node_id in draw(st.lists(ids, max_size=6, unique=True))]
    nodes = [_with_fields(draw, node, nodes, rounds) for node in nodes]
    fields = _fields(draw, MAP_FIELDS, nodes, rounds)
    entities: list[Entity] = [Map(map_id, title, draw(st.sampled_from(("nl", "en"))), fields), *rounds, *nodes]
    entities += _edges(draw, nodes, rounds)
    entities += [_placement(draw, map_id, node, nodes, rounds) for node in nodes]
    entities += layouts(draw, map_id, [node.id for node in nodes])
    entities += _set_aside(draw, map_id)
    return Graph.of(entities)


def _node(draw: st.DrawFn, node_id: NodeId) -> Node:
    return Node(
        node_id,
        draw(st.sampled_from(tuple(KINDS))),
        draw(lines),
        draw(texts),
        tuple(draw(st.lists(filled_lines, max_size=2, unique=True))),
        draw(st.sampled_from(VISIBILITIES)),
        draw(st.sampled_from(ORIGINS)),
    )


def _with_fields(draw: st.DrawFn, node: Node, nodes: Sequence[Node], rounds: Sequence[Round]) -> Node:
    fields = _fields(draw, KINDS[node.kind].fields, nodes, rounds)
    return Node(node.id, node.kind, node.title, node.text, node.tags, node.visibility, node.origin, fields)


def _fields(draw: st.DrawFn, described: Sequence[Field], nodes: Sequence[Node], rounds: Sequence[Round]) -> Fields:
    fields: dict[str, Value] = {}
    for field in described:
        strategy = _values(field, nodes, rounds)
        if strategy is not None and draw(st.booleans()):
            fields[field.id] = draw(strategy)
    return fields


def _values(field: Field, nodes: Sequence[Node], rounds: Sequence[Round]) -> st.SearchStrategy[Value] | None:
    free: dict[FieldType, st.SearchStrategy[Value]] = {
        FieldType.FLAG: st.booleans(),
        FieldType.LINE: filled_lines,
        FieldType.VALUE: filled_lines,
        FieldType.TEXT: filled_texts,
        FieldType.LIST: st.lists(filled_lines, min_size=1, max_size=3, unique=True).map(tuple),
        FieldType.NUMBER: st.integers(0, 10**9).map(str),
        FieldType.DATE: dates,
    }
    if field.type in free:
        return free[field.type]
    fitting = [str(node.id) for node in nodes if node.kind in field.targets]
    options = field.choices or fitting or [str(one.id) for one in rounds if field.type is FieldType.ROUND]
    if not options:
        return None
    if field.type in {FieldType.CHOICES, FieldType.NODES}:
        return st.lists(st.sampled_from(options), min_size=1, unique=True).map(tuple)
    return st.sampled_from(options)


def _edges(draw: st.DrawFn, nodes: Sequence[Node], rounds: Sequence[Round]) -> list[Edge]:
    edges: dict[EdgeKey, Edge] = {}
    pairs = [(a, b) for a in nodes for b in nodes if a.id != b.id]
    for source, target in draw(st.lists(st.sampled_from(pairs), max_size=8)) if pairs else []:
        relation = draw(st.sampled_from(relations_between(source.kind, target.kind)))
        bounds = ("", *(one.id for one in rounds)) if source.kind == "actor" else ("",)
        begin, end = RoundId(draw(st.sampled_from(bounds))), RoundId(draw(st.sampled_from(bounds)))
        fields = _fields(draw, relation.all_fields, nodes, rounds)
        edge = Edge(source.id, relation.id, target.id, begin, end, draw(st.sampled_from(VISIBILITIES)), fields)
        edges[edge.key] = edge
    return list(edges.values())


def _placement(draw: st.DrawFn, map_id: MapId, node: Node, nodes: Sequence[Node], rounds: Sequence[Round]) -> Placement:
    fields = _fields(draw, PLACEMENT_FIELDS, nodes, rounds) if node.kind == "actor" else {}
    collapsed = draw(st.booleans())
    if draw(st.booleans()):
        return Placement(map_id, node.id, collapsed=collapsed, fields=fields)
    x, y, by_hand = draw(st.tuples(coordinates, coordinates, st.booleans()))
    return Placement(map_id, node.id, x, y, by_hand, collapsed, fields)


def _set_aside(draw: st.DrawFn, map_id: MapId) -> list[SetAside]:
    found: dict[SetAsideKey, SetAside] = {}
    for _ in range(draw(st.integers(0, 2))):
        subject, evidence, values = draw(st.tuples(sorted_lines, sorted_lines, sorted_lines))
        reason, date = draw(filled_texts), draw(st.just("") | dates)
        one = SetAside(map_id, draw(filled_lines), subject, evidence, values, reason, date)
        found[one.key] = one
    return list(found.values())
