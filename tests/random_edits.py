"""Random edits for property tests: any function of `gvkaart.domain.edits`, asked what may be impossible."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from hypothesis import strategies as st

from gvkaart.domain import edits, layout_edits, map_edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import (
    NO_ROUND,
    EdgeKey,
    LayoutId,
    LayoutKey,
    MapId,
    NodeId,
    RoundId,
    SetAsideKey,
    Spot,
    Value,
)
from gvkaart.domain.errors import Rejected
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
from tests.case import MAP, case, edge, node

_T = TypeVar("_T")

NOW: Final = 1_700_000_000_000
_WITHOUT_LAYOUTS: Final = case(
    node("actor", "a", presence="at_table"),
    node("actor", "b"),
    node("position", "p"),
    node("interest", "i"),
    node("fact", "f", settle_by="b"),
    node("event", "e", confirmed_by=("a", "b")),
    node("option", "o"),
    edge("a holds p", "r2", reported_by="b"),
    "p rests_on i",
    "b claims f",
    fields={"owner": "a", "current": "r2"},
)
_LANES: Final = LayoutId("lanes")
_STANDING: Final = ChangeSet(
    (
        *layout_edits.show_layout(_WITHOUT_LAYOUTS, MAP, LayoutId("radial"), (NodeId("a"),)),
        Change(None, Spot(MAP, LayoutId("radial"), NodeId("p"), 7, 7, by_hand=True)),
    )
)
_WITH_ONE: Final = _WITHOUT_LAYOUTS.with_changes(_STANDING)
START: Final = _WITH_ONE.with_changes(layout_edits.show_placements(_WITH_ONE, MAP))
"""A valid document in which something hangs on everything: its map has a layout too, in which a node was moved."""

lines: Final = st.text(st.characters(), max_size=6)
numbers: Final = st.integers(-(10**8), 10**8)


class Drawing:
    """Draws wishes that fit a graph, now and then one that does not."""

    def __init__(self, data: st.DataObject, graph: Graph) -> None:
        self.draw = data.draw
        self.graph = graph

    def one_of(self, known: Sequence[_T], stranger: _T) -> _T:
        return self.draw(st.sampled_from((*known, *known, stranger)))

    def node(self) -> NodeId:
        return self.one_of(tuple(self.graph.nodes), NodeId("nobody"))

    def nodes(self) -> list[NodeId]:
        return [self.node() for _ in range(self.draw(st.integers(1, 3)))]

    def map(self) -> MapId:
        return self.one_of(tuple(self.graph.maps), MapId("nowhere"))

    def round(self) -> RoundId:
        return self.one_of((NO_ROUND, *self.graph.rounds), RoundId("never"))

    def edge(self) -> EdgeKey:
        stranger = EdgeKey(NodeId("a"), "holds", NodeId("nobody"))
        return self.one_of(tuple(self.graph.edges), stranger)

    def field(self, fields: Sequence[Field]) -> Field:
        return self.one_of(tuple(fields), Field("no_such_field"))

    def value(self, field: Field) -> Value | None:
        fitting: Mapping[FieldType, st.SearchStrategy[Value]] = {
            FieldType.FLAG: st.booleans(),
            FieldType.LIST: st.lists(lines, max_size=3).map(tuple),
            FieldType.CHOICES: st.lists(st.sampled_from(field.choices or ("x",)), max_size=3).map(tuple),
            FieldType.CHOICE: st.sampled_from(field.choices or ("x",)),
            FieldType.DATE: st.sampled_from(("2021", "2021-06", "2021-06-30", "2021-13")),
            FieldType.NUMBER: st.sampled_from(("0", "12", "-1")),
            FieldType.NODE: st.sampled_from(tuple(self.graph.nodes) or ("x",)),
            FieldType.NODES: st.lists(st.sampled_from(tuple(self.graph.nodes) or ("x",)), max_size=3).map(tuple),
            FieldType.ROUND: st.sampled_from(tuple(self.graph.rounds) or ("x",)),
        }
        fits = fitting.get(field.type, lines)
        anything = st.none() | lines | st.booleans() | st.lists(lines, max_size=2).map(tuple)
        return self.draw(st.one_of(fits, fits, anything))

    def set_field(self) -> ChangeSet:
        node_id = self.node()
        kind = self.graph.nodes[node_id].kind if node_id in self.graph.nodes else "note"
        field = self.field(KINDS[kind].fields)
        return edits.set_field(self.graph, node_id, field.id, self.value(field), now=NOW)

    def set_edge_field(self) -> ChangeSet:
        key = self.edge()
        field = self.field(RELATIONS[key.relation].all_fields)
        return edits.set_edge_field(self.graph, key, field.id, self.value(field))

    def connect(self) -> ChangeSet:
        source, target = self.node(), self.node()
        kinds = [self.graph.nodes[one].kind if one in self.graph.nodes else "" for one in (source, target)]
        relation = self.one_of(tuple(one.id for one in relations_between(*kinds)), "likes")
        return edits.connect(self.graph, source, relation, target, from_round=self.round())

    def add_node(self) -> ChangeSet:
        kind = self.one_of(tuple(KINDS), "thing")
        map_id = self.map() if self.draw(st.booleans()) else None
        at = self.draw(st.none() | st.tuples(numbers, numbers))
        return edits.add_node(self.graph, kind, self.draw(lines), now=NOW, map_id=map_id, at=at)

    def move(self) -> ChangeSet:
        centres = {one: (self.draw(numbers), self.draw(numbers)) for one in self.nodes()}
        return map_edits.move(self.graph, self.map(), centres, by_hand=self.draw(st.booleans()))

    def set_presence(self) -> ChangeSet:
        field = self.field(PLACEMENT_FIELDS)
        return map_edits.set_presence(self.graph, self.map(), self.node(), field.id, self.value(field))

    def set_map_field(self) -> ChangeSet:
        field = self.field(MAP_FIELDS)
        return map_edits.set_map_field(self.graph, self.map(), field.id, self.value(field))

    def layout(self) -> LayoutKey:
        return LayoutKey(
            self.map(), self.one_of((*map(LayoutId, WAYS), *(key.id for key in self.graph.layouts)), _LANES)
        )

    def show_layout(self) -> ChangeSet:
        key, around = self.layout(), self.nodes() if self.draw(st.booleans()) else ()
        return layout_edits.show_layout(self.graph, *key, around)

    def keep_layout(self) -> ChangeSet:
        centres = {one: (self.draw(numbers), self.draw(numbers)) for one in self.nodes()}
        return layout_edits.keep_layout(self.graph, self.map(), self.draw(lines), centres, [self.node()])

    def fingerprint(self) -> SetAsideKey:
        return SetAsideKey(self.map(), "fact.disputed", (self.node(),), tuple(sorted(self.nodes())), ())


_RANDOM: Final[tuple[Callable[[Drawing], ChangeSet], ...]] = (
    Drawing.add_node,
    Drawing.connect,
    Drawing.connect,
    Drawing.move,
    Drawing.show_layout,
    Drawing.keep_layout,
    lambda d: layout_edits.show_placements(d.graph, d.map()),
    lambda d: layout_edits.rename_layout(d.graph, d.layout(), d.draw(lines)),
    lambda d: layout_edits.remove_layout(d.graph, d.layout()),
    Drawing.set_edge_field,
    Drawing.set_field,
    Drawing.set_field,
    Drawing.set_map_field,
    Drawing.set_presence,
    lambda d: edits.rename(d.graph, d.node(), d.draw(lines), now=NOW),
    lambda d: edits.set_text(d.graph, d.node(), d.draw(lines), now=NOW),
    lambda d: edits.set_tags(d.graph, d.node(), [d.draw(lines)], now=NOW),
    lambda d: edits.set_visibility(d.graph, d.node(), d.one_of(VISIBILITIES, "secret"), now=NOW),
    lambda d: edits.set_origin(d.graph, d.node(), d.one_of(ORIGINS, "gossip"), now=NOW),
    lambda d: edits.remove_nodes(d.graph, d.nodes()),
    lambda d: edits.disconnect(d.graph, [d.edge(), d.edge()]),
    lambda d: edits.set_edge_visibility(d.graph, d.edge(), d.one_of(VISIBILITIES, "secret")),
    lambda d: edits.set_edge_rounds(d.graph, d.edge(), d.round(), d.round()),
    lambda d: edits.reverse(d.graph, d.edge()),
    lambda d: map_edits.add_map(d.graph, d.draw(lines), "nl"),
    lambda d: map_edits.rename_map(d.graph, d.map(), d.draw(lines)),
    lambda d: map_edits.place(d.graph, d.map(), d.nodes()),
    lambda d: map_edits.take_off_map(d.graph, d.map(), d.nodes()),
    lambda d: map_edits.release(d.graph, d.map(), d.nodes()),
    lambda d: map_edits.collapse(d.graph, d.map(), d.nodes(), collapsed=d.draw(st.booleans())),
    lambda d: map_edits.add_round(d.graph, d.map(), d.draw(lines), d.one_of(("", "2021"), "soon")),
    lambda d: map_edits.change_round(d.graph, d.round(), d.draw(lines), d.one_of(("", "2021-06"), "soon")),
    lambda d: map_edits.remove_round(d.graph, d.round()),
    lambda d: edits.set_aside(d.graph, d.fingerprint(), d.draw(lines), date="2026-01-31"),
    lambda d: edits.bring_back(d.graph, d.one_of(tuple(d.graph.set_aside), d.fingerprint())),
)


def random_edit(data: st.DataObject, graph: Graph) -> ChangeSet:
    """Try one edit; raises `Rejected` when it was asked something impossible."""
    return data.draw(st.sampled_from(_RANDOM))(Drawing(data, graph))


@st.composite
def histories(draw: st.DrawFn, longest: int = 8) -> list[tuple[Graph, ChangeSet]]:
    """Draw what happened to a document, one granted edit after another, each with the graph it was made on."""
    data, graph, history = draw(st.data()), START, []
    for _ in range(draw(st.integers(1, longest))):
        try:
            changes = random_edit(data, graph)
        except Rejected:
            continue
        history.append((graph, changes))
        graph = graph.with_changes(changes)
    return history
