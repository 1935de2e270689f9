"""A case that is added to a document: nothing of the document changes, nothing of the case is lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.disclosure import only_map
from gvkaart.domain.entities import MapId, Node, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.validation import graph_problems
from gvkaart.exchange.case_file import read_case
from gvkaart.exchange.merging import merge_case, merge_together, same_in
from tests.exchange.random_cases import maps
from tests.exchange.test_case_errors import GOOD

NOW = 1_700_000_000_000


def untimed(graph: Graph) -> Graph:
    nodes = (replace(one, created=0, modified=0) if isinstance(one, Node) else one for one in graph.entities())
    return Graph.of(nodes)


@settings(max_examples=20)
@given(maps(), maps())
def test_nothing_of_the_document_changes_and_the_result_is_sound(graph: Graph, case: Graph) -> None:
    after = graph.with_changes(merge_case(graph, case, now=NOW))
    assert [problem for _entity, problem in graph_problems(after)] == []
    (map_id,) = graph.maps
    assert only_map(after, map_id) == graph
    for name in ("nodes", "edges", "maps", "rounds", "placements", "set_aside"):
        assert len(getattr(after, name)) == len(getattr(graph, name)) + len(getattr(case, name))


@settings(max_examples=15)
@given(maps())
def test_into_an_empty_document_it_comes_as_it_is(case: Graph) -> None:
    after = Graph().with_changes(merge_case(Graph(), case, now=NOW))
    assert untimed(after) == case
    assert all(node.created == node.modified == NOW for node in after.nodes.values())


def test_what_collides_is_renamed_everywhere() -> None:
    case = read_case(GOOD.encode())
    changes = merge_case(case, case, now=NOW)
    after = case.with_changes(changes)
    assert {"cak-2", "delen-2", "veel-2"} <= after.nodes.keys()
    assert {"r1-2", "r2-2"} <= after.rounds.keys()
    copy = only_map(after, MapId("kaart-2"))
    (claims,) = (edge for edge in copy.edges.values() if edge.relation == "claims")
    assert (claims.key, claims.fields["reported_by"]) == (("szw-2", "claims", "veel-2", "r1-2"), "cak-2")
    (aside,) = copy.set_aside.values()
    assert aside.subject == ("veel-2",)


def test_a_new_name_is_not_one_that_comes_in_too() -> None:
    text = "gvkaart: 1\ntitle: T\nnote:\n  a: {title: A}\n  a-2: {title: B}\n"
    case = read_case(text.encode())
    after = case.with_changes(merge_case(case, case, now=NOW))
    assert sorted(after.nodes) == ["a", "a-2", "a-2-2", "a-3"]


def test_a_finding_set_aside_is_found_again_under_its_new_names() -> None:
    evidence = "set_aside:\n  - {check: fact.unsourced, subject: [a], evidence: [a, a-2], reason: R}\n"
    case = read_case(f"gvkaart: 1\ntitle: T\nnote:\n  a: {{title: A}}\n  a-2: {{title: B}}\n{evidence}".encode())
    after = case.with_changes(merge_case(case, case, now=NOW))
    (renamed,) = after.set_aside.keys() - case.set_aside.keys()
    assert renamed.evidence == ("a-2-2", "a-3"), "sorted, as fingerprints are"


def test_it_is_one_change_set_that_can_be_undone() -> None:
    case = read_case(GOOD.encode())
    changes = merge_case(case, case, now=NOW)
    assert isinstance(changes, ChangeSet)
    assert case.with_changes(changes).with_changes(changes.reversed()) == case


def test_links_follow_what_is_renamed_and_never_lead_elsewhere_by_chance() -> None:
    text = "gvkaart: 1\ntitle: T\nnote:\n  a: {title: A, text: '[[a]] [[b|woord]] [[c]]'}\n"
    case = read_case(text.encode())
    document = read_case(b"gvkaart: 1\ntitle: D\nnote:\n  a: {title: X}\n  b: {title: B}\n")
    after = document.with_changes(merge_case(document, case, now=NOW))
    assert after.nodes[NodeId("a-2")].text == "[[a-2]] woord [[c]]"


# --- cases that come together -----------------------------------------------------------------------------------------

FIRST = """gvkaart: 1
title: Een
rounds: [{id: r1, title: Begin}]
actor:
  szw: {title: SZW, type: ministry, holds: [{to: eerst, from: r1}], cites: [{to: rapport, locator: "1"}]}
position:
  eerst: {title: Eerst een doel}
source:
  rapport: {title: Rapport}
"""
SECOND = """gvkaart: 1
title: Twee
rounds: [{id: r1, title: Begin}]
actor:
  szw: {title: SZW, type: ministry, presence: absent, holds: [later], cites: [{to: rapport, locator: "1"}]}
position:
  later: {title: Later}
  eerst: {title: Eerst een doel}
source:
  rapport: {title: Rapport}
"""


def together(*texts: str) -> Graph:
    return Graph().with_changes(merge_together([read_case(text.encode()) for text in texts], now=NOW))


def test_the_same_actor_stands_on_both_maps_with_a_presence_on_each() -> None:
    graph = together(FIRST, SECOND)
    assert sorted(graph.nodes) == ["eerst", "eerst-2", "later", "rapport", "szw"]
    assert {edge.target for edge in graph.out(NodeId("szw"))} == {"eerst", "later", "rapport"}
    assert {place.map: dict(place.fields) for place in graph.placements.values() if place.node == "szw"} == {
        "een": {},
        "twee": {"presence": "absent"},
    }
    assert [problem for _entity, problem in graph_problems(graph)] == []


@pytest.mark.parametrize(
    ("said", "otherwise"),
    [
        ("type: ministry, presence", "type: organisation, presence"),
        ("title: SZW", "title: Ministerie"),
        ('locator: "1"', 'locator: "2"'),
        (", cites", ", text: '[[eerst]]', cites"),
        ('locator: "1"', "from: r1"),
    ],
)
def test_an_actor_of_whom_anything_else_is_said_is_another(said: str, otherwise: str) -> None:
    graph = together(FIRST, SECOND.replace(said, otherwise))
    assert {"szw", "szw-2", "rapport"} <= graph.nodes.keys()
    assert "rapport-2" not in graph.nodes


def test_what_names_a_round_or_an_item_of_its_own_case_is_not_the_same() -> None:
    bounded = FIRST.replace('locator: "1"', "from: r1")
    linked = FIRST.replace("type: ministry,", "type: ministry, text: '[[eerst]]',")
    for text in (bounded, linked):
        assert same_in(read_case(text.encode()), read_case(text.encode())) == {"rapport"}


def test_other_kinds_are_never_taken_for_the_same() -> None:
    assert same_in(read_case(FIRST.encode()), read_case(SECOND.encode())) == {"szw", "rapport"}


@settings(max_examples=15)
@given(maps(), maps())
def test_nothing_is_lost_of_cases_that_come_together(one: Graph, other: Graph) -> None:
    graph = Graph().with_changes(merge_together([one, other], now=NOW))
    same = same_in(one, other)
    between = [edge for edge in other.edges.values() if {edge.source, edge.target} <= same]
    assert [problem for _entity, problem in graph_problems(graph)] == []
    assert len(graph.nodes) == len(one.nodes) + len(other.nodes) - len(same)
    assert len(graph.edges) == len(one.edges) + len(other.edges) - len(between)
    assert len(graph.placements) == len(one.placements) + len(other.placements)
