"""One entity for every problem that the metamodel knows, each wrong in exactly that way."""

from dataclasses import replace
from typing import Final

from gvkaart.domain.entities import (
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
    Spot,
    Value,
)
from gvkaart.domain.graph import Graph
from gvkaart.domain.validation import LARGEST_COORDINATE, Problem, entity_problems, link_problems
from tests.case import MAP, edge
from tests.random_edits import START

_STRANGE: Final = Node(NodeId("strange"), "thing", "")
LANES: Final = Layout(MAP, LayoutId("lanes"), shown=True, fields={"way": "lanes"})
AROUND: Final = Graph.of([*START.entities(), Node(NodeId("s"), "source", "Bron"), _STRANGE, LANES])
"""A document in which only one node is wrong: its kind is unknown."""


def _node(kind: str, **fields: Value) -> Node:
    return Node(NodeId("x"), kind, "Iets", fields=fields)


PROVOCATIONS: Final[tuple[tuple[str, Entity], ...]] = (
    ("wrong_type", _node("option", no_deal="true")),
    ("empty_value", _node("action", due="")),
    ("not_a_choice", _node("action", status="dreamed")),
    ("not_a_date", Round(RoundId("r9"), MAP, 9, "Later", "gauw")),
    ("not_a_number", edge("f cites s", start="-1")),
    ("more_than_one_line", Map(MapId("m2"), "een\ntwee")),
    ("unknown_kind", _STRANGE),
    ("unknown_relation", edge("a likes b")),
    ("unknown_field", _node("note", colour="red")),
    ("not_an_id", replace(_node("note"), id=NodeId("Geen Kenmerk"))),
    ("half_a_position", Placement(MAP, NodeId("a"), x=1)),
    ("position_too_far", Placement(MAP, NodeId("a"), LARGEST_COORDINATE + 1, 0)),
    ("no_such_node", Placement(MAP, NodeId("nobody"))),
    ("no_such_map", Placement(MapId("nowhere"), NodeId("a"))),
    ("no_such_round", Placement(MAP, NodeId("a"), fields={"involved_since": "never"})),
    ("presence_of_no_actor", Placement(MAP, NodeId("p"), fields={"presence": "absent"})),
    ("no_such_layout", Spot(MAP, LayoutId("nowhere"), NodeId("a"), 0, 0)),
    ("not_on_map", Spot(MAP, LayoutId("lanes"), NodeId("s"), 0, 0)),
    ("layout_without_way", Layout(MAP, LayoutId("eigen"), "Eigen")),
    ("layout_without_title", Layout(MAP, LayoutId("eigen"), fields={"way": "lanes"})),
    ("layout_ready_made", Layout(MAP, LayoutId("radial"), "Eigen", fields={"way": "lanes"})),
    ("two_layouts_shown", Layout(MAP, LayoutId("eigen"), "Eigen", shown=True, fields={"way": "lanes"})),
    ("rounds_without_actor", edge("p rests_on i", "r1")),
    ("relation_to_itself", edge("a part_of a")),
    ("relation_not_allowed", edge("p holds a")),
    ("no_relation", edge("a claims strange")),
    ("wrong_kind", _node("fact", settle_by="p")),
)
"""(key, entity that has this problem and no other), beside `AROUND`."""


def provoked(entity: Entity) -> list[Problem]:
    """Check an entity beside `AROUND`: by itself, and in what it refers to."""
    return [*entity_problems(entity), *link_problems(AROUND, entity)]
