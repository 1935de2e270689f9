import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import EdgeKey, MapId, NodeId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.folding import above, folded_by
from gvkaart.domain.graph import Graph
from tests.case import MAP, case, node
from tests.random_edits import histories


def small() -> Graph:
    """Two parties with a position each; they share an interest, and one position answers a question."""
    return case(
        *(node("actor", key) for key in ("a", "b")),
        *(node("position", key) for key in ("p", "q")),
        *(node("interest", key) for key in ("own", "both")),
        *(node("argument", key) for key in ("why", "because")),
        *(node("note", key) for key in ("scribble", "remark")),
        node("question", "issue"),
        node("source", "report"),
        *("a holds p", "b holds q", "p rests_on own", "p rests_on both", "q rests_on both", "why supports p"),
        *("because supports why", "scribble related because", "scribble related remark", "p answers issue"),
        *("why cites report", "p speaks_of b"),
    )


def collapsed(graph: Graph, *nodes: str) -> CaseView:
    return CaseView(graph.with_changes(map_edits.collapse(graph, MAP, map(NodeId, nodes))), MAP)


def test_what_hangs_on_one_alone_is_hidden_with_all_that_hangs_on_that() -> None:
    view = collapsed(small(), "a")
    assert view.folded.hidden == {"p", "own", "why", "because", "scribble", "report"}
    assert view.folded.counts == {"a": 6}


def test_what_hangs_on_two_is_hidden_when_both_are_collapsed() -> None:
    view = collapsed(small(), "a", "b")
    assert "both" in view.folded.hidden
    assert "b" not in view.folded.hidden, "a party that somebody speaks of does not hang on it"


def test_a_position_belongs_to_who_takes_it_and_else_to_the_question() -> None:
    graph = small()
    assert folded_by(CaseView(graph, MAP), [NodeId("issue")]).hidden == frozenset()
    loose = case(node("position", "p"), node("question", "issue"), "p answers issue")
    assert folded_by(CaseView(loose, MAP), [NodeId("issue")]).hidden == {"p"}


def test_one_collapsed_within_another_is_hidden_and_counts_no_more() -> None:
    view = collapsed(small(), "why", "a")
    assert view.folded.counts == {"a": 6}
    assert collapsed(small(), "why").folded.counts == {"why": 3}


@pytest.mark.parametrize("nodes", [("x",), ("y",), ("x", "y")])
def test_a_circle_never_disappears_as_a_whole(nodes: tuple[str, ...]) -> None:
    circle = case(node("problem", "x"), node("problem", "y"), "x causes y", "y causes x")
    view = collapsed(circle, *nodes)
    assert len(view.folded.hidden) == 1
    assert len(view.folded.counts) == 1


def test_nothing_is_worked_out_when_nothing_is_collapsed() -> None:
    assert CaseView(small(), MAP).folded.hidden == frozenset()


def test_collapsing_what_is_collapsed_changes_nothing() -> None:
    graph = small()
    once = graph.with_changes(map_edits.collapse(graph, MAP, [NodeId("a")]))
    assert map_edits.collapse(once, MAP, [NodeId("a")]) == ChangeSet()
    back = once.with_changes(map_edits.collapse(once, MAP, [NodeId("a")], collapsed=False))
    assert CaseView(back, MAP).folded.hidden == frozenset()


def test_only_what_stands_on_the_map_collapses() -> None:
    with pytest.raises(Rejected):
        map_edits.collapse(small(), MAP, [NodeId("nobody")])
    with pytest.raises(Rejected):
        map_edits.collapse(small(), MapId("nowhere"), [NodeId("a")])


@settings(max_examples=40)
@given(histories(), st.data())
def test_whatever_is_collapsed_what_is_shown_leads_to_what_is_hidden(
    history: list[tuple[Graph, ChangeSet]], data: st.DataObject
) -> None:
    graph = history[-1][0].with_changes(history[-1][1]) if history else small()
    for map_id in graph.maps:
        nodes = sorted(graph.on_map(map_id))
        chosen = data.draw(st.lists(st.sampled_from(nodes), unique=True)) if nodes else []
        view = CaseView(graph.with_changes(map_edits.collapse(graph, map_id, chosen)), map_id)
        hidden, count = view.folded
        assert hidden <= view.nodes.keys()
        assert count.keys() <= view.nodes.keys() - hidden
        assert set(chosen) <= hidden | count.keys()
        assert bool(hidden) == any(count.values())
        everything = frozenset().union(*(folded_by(view, [*chosen, node]).hidden for node in view.nodes))
        assert hidden <= everything


def test_what_hides_a_node_is_found_from_below() -> None:
    view = collapsed(small(), "a", "why", "q")
    assert above(view, NodeId("because")) == {"a", "why"}
    assert above(view, NodeId("both")) == {"a", "q"}
    assert above(view, NodeId("a")) == frozenset()


def test_only_collapsing_and_relations_make_it_be_worked_out_again() -> None:
    graph = small().with_changes(map_edits.collapse(small(), MAP, [NodeId("a")]))
    view = CaseView(graph, MAP)
    assert view.folded.counts
    renamed = edits.rename(graph, NodeId("p"), "Anders", now=1)
    assert view.after(graph.with_changes(renamed), renamed).folded is view.folded
    expanded = map_edits.collapse(graph, MAP, [NodeId("a")], collapsed=False)
    assert not view.after(graph.with_changes(expanded), expanded).folded.counts
    cut = edits.disconnect(graph, [EdgeKey(NodeId("why"), "supports", NodeId("p"))])
    assert "why" not in view.after(graph.with_changes(cut), cut).folded.hidden
