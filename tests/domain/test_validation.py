"""Whatever the metamodel does not allow is found, and named by a key with parameters."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest

from gvkaart.domain.entities import (
    Edge,
    Entity,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    RoundId,
    SetAside,
    Value,
    entity_key,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS, MAP_FIELDS, PLACEMENT_FIELDS, RELATIONS, Field, FieldType
from gvkaart.domain.validation import (
    LARGEST_COORDINATE,
    Problem,
    entity_problems,
    fields_of,
    graph_problems,
    link_problems,
    references,
    value_problems,
)
from tests.case import MAP, case, edge, node
from tests.problems import AROUND, PROVOCATIONS, provoked
from tests.random_edits import START

FACT, ACTOR = START.nodes[NodeId("f")], START.nodes[NodeId("a")]
FITTING: Mapping[FieldType, Value] = {
    FieldType.LINE: "een regel",
    FieldType.TEXT: "twee\nregels",
    FieldType.LIST: ("een", "twee"),
    FieldType.CHOICE: "een",
    FieldType.CHOICES: ("een", "twee"),
    FieldType.FLAG: False,
    FieldType.NUMBER: "0012",
    FieldType.DATE: "2021-06",
    FieldType.NODE: "a",
    FieldType.NODES: ("a", "b"),
    FieldType.VALUE: "privacy",
    FieldType.ROUND: "r1",
}


def field_of(field_type: FieldType) -> Field:
    choices = ("een", "twee") if field_type in (FieldType.CHOICE, FieldType.CHOICES) else ()
    return Field("field", field_type, choices)


def keys(problems: Iterator[Problem]) -> list[str]:
    return [problem.key for problem in problems]


@pytest.mark.parametrize("field_type", FieldType)
def test_a_field_takes_what_fits_its_type(field_type: FieldType) -> None:
    assert not list(value_problems(field_of(field_type), FITTING[field_type]))


@pytest.mark.parametrize("field_type", FieldType)
def test_a_field_refuses_another_type(field_type: FieldType) -> None:
    for value in ("een", True, ("een",)):
        fits = type(value) is type(FITTING[field_type])
        assert ("wrong_type" in keys(value_problems(field_of(field_type), value))) is not fits


@pytest.mark.parametrize(
    ("field_type", "value", "key"),
    [
        (FieldType.LINE, "", "empty_value"),
        (FieldType.LINE, "een\ntwee", "more_than_one_line"),
        (FieldType.LIST, (), "wrong_type"),
        (FieldType.LIST, ("een", ""), "empty_value"),
        (FieldType.LIST, ("een\ntwee",), "more_than_one_line"),
        (FieldType.CHOICE, "drie", "not_a_choice"),
        (FieldType.CHOICES, ("een", "drie"), "not_a_choice"),
        (FieldType.NUMBER, "-1", "not_a_number"),
        (FieldType.NUMBER, "٣", "not_a_number"),
        (FieldType.DATE, "morgen", "not_a_date"),
        (FieldType.DATE, "2021-02-30", "not_a_date"),
    ],
)
def test_a_value_that_does_not_fit(field_type: FieldType, value: Value, key: str) -> None:
    assert [(one.key, one.field) for one in value_problems(field_of(field_type), value)] == [(key, "field")]


def test_only_fields_for_nodes_refer_to_nodes() -> None:
    assert references(field_of(FieldType.NODE), "a") == ("a",)
    assert references(field_of(FieldType.NODES), ("a", "b")) == ("a", "b")
    assert references(field_of(FieldType.LIST), ("a", "b")) == ()
    assert references(field_of(FieldType.LINE), "a") == ()


@pytest.mark.parametrize(
    ("entity", "fields"),
    [
        (Node(NodeId("x"), "action", ""), KINDS["action"].fields),
        (Node(NodeId("x"), "thing", ""), ()),
        (edge("a has_interest i"), RELATIONS["has_interest"].all_fields),
        (edge("a likes i"), ()),
        (Map(MAP, ""), MAP_FIELDS),
        (Placement(MAP, NodeId("a")), PLACEMENT_FIELDS),
        (Round(RoundId("r1"), MAP, 0, ""), ()),
        (SetAside(MAP, "", (), (), (), ""), ()),
    ],
)
def test_the_fields_of_an_entity_are_those_of_the_metamodel(entity: Entity, fields: tuple[Field, ...]) -> None:
    assert fields_of(entity) == fields


@pytest.mark.parametrize(("key", "entity"), PROVOCATIONS)
def test_every_problem_is_found(key: str, entity: Entity) -> None:
    assert [problem.key for problem in provoked(entity)] == [key]


@pytest.mark.parametrize(("key", "entity"), PROVOCATIONS)
def test_a_graph_tells_where_its_problems_lie(key: str, entity: Entity) -> None:
    others = [one for one in AROUND.entities() if entity_key(one) != entity_key(entity)]
    problems = [(found, problem.key) for found, problem in graph_problems(Graph.of([*others, entity]))]
    assert (entity, key) in problems


def test_a_valid_graph_has_no_problems() -> None:
    assert not list(graph_problems(START))


def test_a_problem_can_refuse_an_edit() -> None:
    refused = Problem("not_an_id", {"id": "A B"}).rejected()
    assert isinstance(refused, Rejected)
    assert (refused.key, refused.params) == ("problem.not_an_id", {"id": "A B"})


@pytest.mark.parametrize("distance", [LARGEST_COORDINATE, -LARGEST_COORDINATE])
def test_a_node_may_lie_just_within_bounds(distance: int) -> None:
    assert not list(entity_problems(Placement(MAP, ACTOR.id, distance, distance)))


def test_the_forbidden_relation_names_those_that_are_allowed() -> None:
    (problem,) = link_problems(START, edge("a holds f"))
    assert problem.params["source"] == "actor"
    assert problem.params["target"] == "fact"
    assert problem.params["allowed"] == "claims, accepts, disputes, unaware_of, related"


def test_only_an_actor_has_presence_and_rounds() -> None:
    assert not list(link_problems(START, Placement(MAP, ACTOR.id, fields={"presence": "absent"})))
    assert not list(link_problems(START, edge("a claims f", "r1", "r2")))


def test_every_reference_that_leads_nowhere_is_named() -> None:
    event = Node(NodeId("x"), "event", "", fields={"confirmed_by": ("nobody", "a", "f", "nothing")})
    assert [(one.key, one.params["id"]) for one in link_problems(START, event)] == [
        ("no_such_node", "nobody"),
        ("wrong_kind", "f"),
        ("no_such_node", "nothing"),
    ]


def test_all_problems_of_an_entity_come_out_together() -> None:
    bad = replace(FACT, title="twee\nregels", visibility="secret", origin="gossip", tags=("a\nb",), fields={"x": "y"})
    assert keys(entity_problems(bad)) == [
        "more_than_one_line",
        "not_a_choice",
        "not_a_choice",
        "more_than_one_line",
        "unknown_field",
    ]


def test_a_dangling_edge_names_both_ends() -> None:
    lost = Edge(NodeId("x"), "claims", NodeId("y"), RoundId("r8"), RoundId("r9"))
    assert [one.params["id"] for one in link_problems(START, lost)] == ["x", "y", "r8", "r9"]


def test_a_relation_between_unknown_kinds_has_no_alternatives() -> None:
    graph = case(node("thing", "t"), node("actor", "a"))
    assert keys(link_problems(graph, edge("a claims t"))) == ["no_relation"]


def test_a_map_that_is_not_there_is_missed_by_all_that_stands_on_it() -> None:
    away = MapId("away")
    aside = SetAside(away, "", (), (), (), "")
    for entity in (Placement(away, ACTOR.id), Round(RoundId("r"), away, 0, ""), aside):
        assert keys(link_problems(START, entity)) == ["no_such_map"]


@pytest.mark.parametrize(
    ("entity", "key"),
    [
        (Map(MapId("../zaak"), "Zaak"), "not_an_id"),
        (Map(MapId(""), "Zaak"), "not_an_id"),
        (Map(MapId("zaak"), "Zaak", "nl\nactor:"), "not_a_choice"),
        (Round(RoundId("een twee"), MAP, 0, "Begin"), "not_an_id"),
        (SetAside(MAP, "fact.disputed", (), (), (), "om", "2026\nactor:"), "not_a_date"),
        (SetAside(MAP, "fact.disputed\nx", (), (), (), "om"), "more_than_one_line"),
    ],
)
def test_what_a_case_file_could_not_say_stands_in_no_document(entity: Entity, key: str) -> None:
    assert keys(entity_problems(entity)) == [key]
