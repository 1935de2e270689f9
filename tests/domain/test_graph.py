"""The immutable graph: a change makes a new one, its indexes agree with its content, the old one stays as it was."""

from collections.abc import Mapping
from copy import deepcopy

import pytest
from hypothesis import given

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import EdgeKey, MapId, Node, NodeId, RoundId, SetAside
from gvkaart.domain.errors import Defect
from gvkaart.domain.graph import Graph
from tests.case import MAP, case, edge, node
from tests.random_edits import START, histories

A, F = NodeId("a"), NodeId("f")


def content(graph: Graph) -> list[Mapping[object, object]]:
    return [dict(getattr(graph, name)) for name in Graph.__slots__]


def assert_indexes_agree(graph: Graph) -> None:
    for node_id in graph.nodes:
        assert graph.out(node_id) == tuple(one for one in graph.edges.values() if one.source == node_id)
        assert graph.into(node_id) == tuple(one for one in graph.edges.values() if one.target == node_id)
    for map_id in graph.maps:
        on_map = {one.node: one for one in graph.placements.values() if one.map == map_id}
        assert list(graph.on_map(map_id).items()) == list(on_map.items())


@given(histories())
def test_indexes_agree_with_the_content_after_any_edits(history: list[tuple[Graph, ChangeSet]]) -> None:
    for graph, changes in history:
        assert_indexes_agree(graph.with_changes(changes))


@given(histories())
def test_a_graph_stays_as_it_was_when_it_is_changed(history: list[tuple[Graph, ChangeSet]]) -> None:
    for graph, changes in history:
        before = deepcopy(content(graph))
        graph.with_changes(changes)
        assert content(graph) == before


@given(histories())
def test_a_graph_is_what_its_entities_make_it_in_any_order(history: list[tuple[Graph, ChangeSet]]) -> None:
    for graph, _changes in history:
        made = Graph.of(reversed(list(graph.entities())))
        assert made == graph
        assert_indexes_agree(made)


def test_a_graph_is_not_made_of_two_entities_with_one_key() -> None:
    with pytest.raises(Defect, match="two_with_one_key"):
        Graph.of([Node(A, "actor", "Een"), Node(A, "actor", "Ander")])


def test_what_did_not_change_is_shared() -> None:
    after = START.with_changes(ChangeSet((Change(None, Node(NodeId("new"), "note", "")),)))
    assert after.edges is START.edges
    assert after.nodes is not START.nodes


def test_nothing_is_known_of_strangers() -> None:
    assert (START.out(NodeId("x")), START.into(NodeId("x")), START.rounds_of(MapId("x"))) == ((), (), ())
    assert dict(START.on_map(MapId("x"))) == {}


def test_every_entity_is_found_again() -> None:
    aside = SetAside(MAP, "fact.disputed", ("f",), (), (), "Speelt hier niet")
    graph = START.with_changes(ChangeSet((Change(None, aside),)))
    assert all(graph.get(one) is one for one in graph.entities())
    assert graph.get(Node(NodeId("x"), "note", "")) is None


def test_entities_come_after_those_they_refer_to() -> None:
    tables = [type(one).__name__ for one in START.entities()]
    assert list(dict.fromkeys(tables)) == ["Map", "Round", "Node", "Edge", "Placement", "Layout", "Spot"]


def test_an_edge_from_another_round_is_another_edge() -> None:
    graph = case(node("actor", "a"), node("fact", "f"), edge("a claims f", "", "r1"), edge("a claims f", "r3"))
    assert [one.key for one in graph.out(A)] == [EdgeKey(A, "claims", F), EdgeKey(A, "claims", F, RoundId("r3"))]


def test_rounds_are_in_their_order() -> None:
    assert [one.id for one in START.rounds_of(MAP)] == ["r1", "r2", "r3"]
    backwards = Graph.of(reversed(list(START.entities())))
    assert [one.id for one in backwards.rounds_of(MAP)] == ["r1", "r2", "r3"]


@pytest.mark.parametrize(
    "change",
    [
        Change(None, START.nodes[A]),
        Change(Node(A, "actor", "Heette anders"), None),
        Change(Node(NodeId("x"), "note", ""), None),
        Change(Node(A, "actor", "Heette anders"), Node(A, "actor", "Nieuw")),
    ],
)
def test_a_change_must_start_from_what_is_there(change: Change) -> None:
    with pytest.raises(Defect, match="change_from_other_state"):
        START.with_changes(ChangeSet((change,)))


def test_a_change_of_nothing_is_a_mistake() -> None:
    with pytest.raises(Defect, match="change_of_nothing"):
        START.with_changes(ChangeSet((Change(None, None),)))
