"""Links in texts: how they read, and what becomes of them when items are renamed, removed, copied or left out."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain import edits
from gvkaart.domain.batch import NewNode, fulfil
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import disclosed, only_map, without_private
from gvkaart.domain.entities import Map, MapId, Node, NodeId, Placement
from gvkaart.domain.graph import Graph
from gvkaart.domain.linking import OMITTED, Link, linked, links, relinked, rewritten, unlinked
from tests.case import MAP, case, node

A, B, GONE = NodeId("a"), NodeId("b"), NodeId("weg")
NODES = {A: Node(A, "actor", "De dienst"), B: Node(B, "actor", "")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zie [[a]] en [[b|de ander]].", [Link(A), Link(B, "de ander")]),
        ("[[a|]] [[a|x|y]]", [Link(A), Link(A, "x|y")]),
        ("[a] [[A]] [[a b]] [[]] [[a|x\ny]] [[a|[x]]", []),
        ("[[[a]]]", [Link(A)]),
    ],
)
def test_what_a_link_is(text: str, found: list[Link]) -> None:
    assert list(links(text)) == found
    assert linked(text) == {link.node for link in found}


def test_a_link_shows_its_words_else_the_title_else_the_id() -> None:
    shown = [link.shown(NODES) for link in (Link(A), Link(A, "zij"), Link(B), Link(GONE), Link(GONE, "toen"))]
    assert shown == ["De dienst", "zij", "b", "weg", "toen"]


@given(st.text(st.sampled_from("ab[]|x-\n ")))
def test_what_is_rewritten_as_it_was_written_means_the_same(text: str) -> None:
    again = rewritten(text, lambda link: link.written)
    assert links(again) == links(text)
    assert rewritten(again, lambda link: link.written) == again


def test_links_follow_other_ids() -> None:
    assert relinked("[[a]] [[b|x]] [[weg]]", {A: B}) == "[[b]] [[b|x]] [[weg]]"


def test_links_to_what_stays_behind_are_words() -> None:
    assert unlinked("[[a]] [[b|x]] [[weg|y]]", NODES, {B}) == "De dienst [[b|x]] [[weg|y]]"


def test_the_graph_knows_who_mentions_whom_after_every_change() -> None:
    graph = case(node("actor", "a"), node("note", "n", text="[[a]] [[a]] [[b]]"), node("note", "m", text="[[a]]"))
    assert (graph.mentions(A), graph.mentions(B), graph.mentions(GONE)) == (("n", "m"), ("n",), ())
    for text in ("[[b]]", "niets", "[[a]] [[b]]", "[[a]]"):
        graph = graph.with_changes(edits.set_text(graph, NodeId("n"), text, now=1))
        anew = Graph.of(graph.entities())
        assert all(set(graph.mentions(one)) == set(anew.mentions(one)) for one in (A, B))
    graph = graph.with_changes(ChangeSet((Change(graph.nodes[NodeId("m")], None),)))
    assert graph.mentions(A) == ("n",)


def test_a_broken_link_never_leads_to_a_newcomer_of_the_same_name() -> None:
    graph = case(node("note", "n", text="[[weg]]"))
    added = edits.add_node(graph, "fact", "Weg", now=1)
    filled = fulfil(CaseView(graph, MAP), (), [NewNode("fact", "Weg"), NewNode("fact", "Weg")], now=1)
    assert added.nodes == {"weg-2"}
    assert filled.nodes == {"weg-2", "weg-3"}
    graph = graph.with_changes(edits.set_text(graph, NodeId("n"), "", now=1))
    assert edits.add_node(graph, "fact", "Weg", now=1).nodes == {"weg"}


def test_a_link_to_what_was_removed_stays_readable_and_undo_mends_it() -> None:
    graph = case(
        node("actor", "a", "De [rare] dienst"),
        node("note", "n", text="[[a]], [[a|zij]]"),
        node("note", "m", text="[[n]]"),
    )
    removal = edits.remove_nodes(graph, [A])
    after = graph.with_changes(removal)
    assert after.nodes[NodeId("n")].text == "[[a|De (rare) dienst]], [[a|zij]]"
    assert after.nodes[NodeId("m")] == graph.nodes[NodeId("m")]
    assert after.with_changes(removal.reversed()) == graph


def test_a_removal_empties_a_field_and_mends_a_text_in_one_change() -> None:
    graph = case(node("actor", "a", "Dienst"), node("fact", "f", text="[[a]]", settle_by="a"))
    after = graph.with_changes(edits.remove_nodes(graph, [A]))
    assert (after.nodes[NodeId("f")].text, dict(after.nodes[NodeId("f")].fields)) == ("[[a|Dienst]]", {})


def test_nothing_of_a_private_item_is_in_a_text_that_leaves() -> None:
    graph = case(
        node("actor", "a", "Dienst"),
        node("actor", "kanarie-id", "Kanarietitel", visibility="private"),
        node("note", "n", text="[[a]] [[kanarie-id]] [[kanarie-id|kanariewoord]] `[[kanarie-id]]`"),
    )
    text = without_private(graph, MAP).nodes[NodeId("n")].text
    assert text == f"[[a]] {OMITTED} {OMITTED} `{OMITTED}`"
    removed = graph.with_changes(edits.remove_nodes(graph, [NodeId("kanarie-id")]))
    assert "Kanarietitel" in removed.nodes[NodeId("n")].text
    assert disclosed(removed).nodes[NodeId("n")].text == text


def test_a_link_to_an_item_of_another_map_is_words_in_what_leaves() -> None:
    graph = case(node("note", "n", text="[[elders]] [[weg]]"))
    other = MapId("other")
    elsewhere = Node(NodeId("elders"), "actor", "De ander")
    graph = Graph.of((*graph.entities(), Map(other, "Ander"), elsewhere, Placement(other, elsewhere.id)))
    assert only_map(graph, MAP).nodes[NodeId("n")].text == "De ander [[weg]]"
    private = replace(elsewhere, visibility="private")
    hidden = graph.with_changes(ChangeSet((Change(elsewhere, private),)))
    assert without_private(hidden, MAP).nodes[NodeId("n")].text == f"{OMITTED} [[weg]]"
