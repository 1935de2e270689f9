"""What is shown of a map: facets and steps, on cases that were made for it and on random ones."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.analysis.findings import Finding, Severity
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId, SetAside
from gvkaart.ui.showing import Facet, Showing, members, near, shown_nodes
from tests.case import MAP, case, edge, node
from tests.generator import make_graph

A, B = NodeId("a"), NodeId("b")


def small() -> CaseView:
    """Two actors who cite one report; a position with an interest, a fact from hearsay, a note that is private."""
    graph = case(
        *(node("actor", "a"), node("actor", "b"), node("position", "p"), node("interest", "i")),
        *(node("fact", "f"), node("source", "s"), node("note", "n", visibility="private")),
        *("a holds p", "p rests_on i", "a cites s", "b cites s", edge("b claims f", hearsay=True)),
    )
    note = graph.nodes[NodeId("n")]
    return CaseView(graph.with_changes(ChangeSet((Change(note, replace(note, tags=("later",))),))), MAP)


def found(check: str, *subject: str, aside: bool = False) -> Finding:
    put = SetAside(MAP, check, (), (), (), "het klopt") if aside else None
    return Finding(check, Severity.INFO, tuple(map(NodeId, subject)), (), (), "", {}, put)


FINDINGS = (found("fact.one_sided", "f", "gone"), found("fact.one_sided", "p", aside=True))


@pytest.mark.parametrize(
    ("facet", "value", "shown"),
    [
        (Facet.KIND, "actor", "ab"),
        (Facet.ACTOR, "a", "apis"),
        (Facet.TAG, "later", "n"),
        (Facet.VISIBILITY, "private", "n"),
        (Facet.FINDING, "fact.one_sided", "f"),
        (Facet.HEARSAY, "second_hand", "f"),
        (Facet.TAG, "never used", ""),
    ],
)
def test_a_facet_lets_through_what_has_the_value(facet: Facet, value: str, shown: str) -> None:
    view = small()
    assert shown_nodes(view, FINDINGS, Showing().choosing(facet, value, True)) == set(shown)
    assert members(view, FINDINGS, facet).get(value, frozenset()) == set(shown)


def test_values_of_a_facet_widen_and_facets_narrow() -> None:
    view = small()
    kinds = Showing().choosing(Facet.KIND, "actor", True).choosing(Facet.KIND, "interest", True)
    assert shown_nodes(view, (), kinds) == {"a", "b", "i"}
    assert shown_nodes(view, (), kinds.choosing(Facet.ACTOR, "a", True)) == {"a", "i"}
    assert shown_nodes(view, (), replace(kinds, also=frozenset({NodeId("n"), NodeId("gone")}))) == {"a", "b", "i", "n"}


def test_steps_do_not_run_over_what_everything_cites() -> None:
    view = small()
    assert near(view, [A], 0) == {"a"}
    assert near(view, [A], 1) == {"a", "p", "s"}
    assert near(view, [A], 5) == {"a", "p", "s", "i"}
    assert near(view, [NodeId("gone")], 2) == frozenset()


def test_nothing_asked_is_everything() -> None:
    assert Showing().is_everything
    assert Showing(also=frozenset({A})).is_everything
    assert not Showing(focus=frozenset({A})).is_everything
    assert shown_nodes(small(), (), Showing()) == small().nodes.keys()


@settings(max_examples=25)
@given(st.integers(20, 60), st.integers(0, 5), st.data())
def test_more_filters_never_show_more_and_steps_never_less(size: int, seed: int, data: st.DataObject) -> None:
    graph, map_id, _faults = make_graph(seed, size, size)
    view = CaseView(graph, map_id)
    findings = [found("fact.one_sided", fact.id) for fact in view.of_kind("fact")]
    facets = {facet: members(view, findings, facet) for facet in Facet}
    choices = [(facet, value) for facet, having in facets.items() for value in having]
    chosen = frozenset(data.draw(st.lists(st.sampled_from(choices), max_size=4)))
    focus = frozenset(data.draw(st.lists(st.sampled_from(sorted(view.nodes)), max_size=2)))
    showing = Showing(chosen, focus, 1)
    shown = shown_nodes(view, findings, showing)
    assert shown <= view.nodes.keys()
    assert focus & shown_nodes(view, findings, Showing(frozenset(), focus, 0)) == focus
    assert shown <= shown_nodes(view, findings, replace(showing, steps=2))
    facet, value = data.draw(st.sampled_from(choices))
    if not showing.values(facet):
        narrowed = shown_nodes(view, findings, showing.choosing(facet, value, True))
        assert narrowed == shown & facets[facet][value]
    assert all(nodes and nodes <= view.nodes.keys() for having in facets.values() for nodes in having.values())
