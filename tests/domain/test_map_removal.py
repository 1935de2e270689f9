"""Removing a map: what is only there because of it goes along, all else stays and fits."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import (
    NO_ROUND,
    Edge,
    Entity,
    Layout,
    LayoutId,
    Map,
    MapId,
    NodeId,
    Placement,
    Round,
    RoundId,
    SetAside,
    Spot,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.map_removal import only_on, remove_map
from gvkaart.domain.validation import graph_problems
from tests.case import MAP, case, edge, node
from tests.strategies import graphs

A, P, X = NodeId("a"), NodeId("p"), NodeId("x")
TWO, T1 = MapId("two"), RoundId("t1")


def with_second(*more: Entity) -> Graph:
    """A map with an actor and a position; a second one with that actor, and an item of its own."""
    first = case(node("actor", "a"), node("position", "p"), edge("a holds p", "r1"), fields={"current": "r2"})
    extra = (Map(TWO, "Tweede"), Round(T1, TWO, 0, "Eerst"), node("note", "x"), Placement(TWO, A), Placement(TWO, X))
    return Graph.of((*first.entities(), *extra, *more))


def test_what_stands_on_no_other_map_goes_along() -> None:
    graph = with_second(
        Edge(X, "related", A),
        Layout(TWO, LayoutId("mijn"), "Mijn", fields={"way": "lanes"}),
        Spot(TWO, LayoutId("mijn"), A, 1, 1),
        SetAside(TWO, "concept.homonym", ("a",), (), (), "nee"),
    )
    assert only_on(graph, TWO) == (X,)
    changes = remove_map(graph, TWO)
    after = graph.with_changes(changes)
    assert after == case(node("actor", "a"), node("position", "p"), edge("a holds p", "r1"), fields={"current": "r2"})
    assert after.with_changes(changes.reversed()) == graph


def test_what_stays_lets_go_of_its_rounds() -> None:
    other = replace(with_second().maps[MAP], fields={"current": T1})
    graph = with_second(
        Edge(A, "claims", NodeId("f"), T1), Edge(A, "accepts", NodeId("f"), until_round=T1), node("fact", "f")
    )
    placed = Placement(MAP, A, fields={"presence": "at_table", "involved_since": T1})
    changes = (
        Change(None, Placement(MAP, NodeId("f"))),
        Change(graph.maps[MAP], other),
        Change(graph.on_map(MAP)[A], placed),
    )
    after = (graph := graph.with_changes(ChangeSet(changes))).with_changes(remove_map(graph, TWO))
    edges = {one.relation: (one.from_round, one.until_round) for one in after.edges.values()}
    assert edges == {"holds": ("r1", ""), "claims": ("", ""), "accepts": ("", "")}
    assert after.maps[MAP].fields == {}
    assert after.on_map(MAP)[A].fields == {"presence": "at_table"}


def test_of_relations_that_become_the_same_one_stays() -> None:
    second = Round(RoundId("t2"), TWO, 1, "Dan")
    graph = with_second(second, *(Edge(A, "holds", P, round_id) for round_id in (T1, second.id)))
    after = graph.with_changes(remove_map(graph, TWO))
    assert sorted(one.from_round for one in after.edges.values()) == [NO_ROUND, "r1"]


def test_the_only_map_stays() -> None:
    with pytest.raises(Rejected, match="only_map"):
        remove_map(case(), MAP)
    with pytest.raises(Rejected, match="no_such_map"):
        remove_map(with_second(), MapId("nowhere"))


@settings(max_examples=40)
@given(graphs(max_nodes=5, max_edges=8, max_maps=3))
def test_whatever_is_left_is_a_valid_document(graph: Graph) -> None:
    for map_id in list(graph.maps)[1:]:
        changes = remove_map(graph, map_id)
        after = graph.with_changes(changes)
        assert list(graph_problems(after)) == []
        assert map_id not in after.maps
        assert after.with_changes(changes.reversed()) == graph
        graph = after
