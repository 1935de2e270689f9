import pytest
from hypothesis import given, settings

from gvkaart.domain import layout_edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import MapId, NodeId, RoundId, SetAside
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.map_copying import copy_map
from gvkaart.domain.map_removal import remove_map
from tests.case import MAP, case, edge, node
from tests.random_edits import histories

COPY = MapId("proef")


def small() -> Graph:
    graph = case(
        node("actor", "a", presence="at_table", involved_since="r2"),
        node("position", "p"),
        edge("a holds p", "r1", "r2"),
        fields={"owner": "a", "current": "r2"},
    )
    kept = layout_edits.keep_layout(graph, MAP, "Zo", {NodeId("a"): (1, 2)})
    return graph.with_changes(kept)


def test_a_copy_shares_the_nodes_and_stands_alike() -> None:
    graph = small()
    copied = graph.with_changes(copy_map(graph, MAP, " Proef "))
    assert copied.maps[COPY].title == "Proef"
    assert copied.maps[COPY].fields == {"owner": "a"}
    assert copied.nodes == graph.nodes
    assert copied.edges == graph.edges
    assert copied.on_map(COPY).keys() == graph.on_map(MAP).keys()
    assert copied.on_map(COPY)[NodeId("a")].fields == {"presence": "at_table"}
    layout = copied.shown_layout(COPY)
    assert layout is not None
    assert layout.title == "Zo"
    assert copied.spots_in(layout.key)[NodeId("a")].x == 1


def test_findings_set_aside_are_so_on_the_copy() -> None:
    aside = SetAside(MAP, "fact.one-sided", ("a",), ("a",), (), "Weten wij al")
    graph = small().with_changes(ChangeSet((Change(None, aside),)))
    copied = graph.with_changes(copy_map(graph, MAP, "Proef"))
    assert [one.reason for one in copied.set_aside.values() if one.map == COPY] == ["Weten wij al"]


def test_what_held_in_a_round_holds_on_the_copy() -> None:
    graph = small()
    assert not CaseView(graph, MAP, RoundId("r3")).edges
    assert CaseView(graph.with_changes(copy_map(graph, MAP, "Proef")), COPY).edges


def test_only_a_map_that_exists_is_copied() -> None:
    with pytest.raises(Rejected):
        copy_map(small(), MapId("nowhere"), "Proef")


@settings(max_examples=40)
@given(histories())
def test_removing_a_copy_brings_back_what_was(history: list[tuple[Graph, ChangeSet]]) -> None:
    for graph, _changes in history:
        for map_id in graph.maps:
            copied = graph.with_changes(copy_map(graph, map_id, "Proef"))
            (new,) = copied.maps.keys() - graph.maps.keys()
            assert copied.with_changes(remove_map(copied, new)) == graph
