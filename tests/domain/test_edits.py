"""Edits: granted and valid, or refused with a reason; never anything in between."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import is_second_hand
from gvkaart.domain.entities import (
    NO_ROUND,
    Edge,
    EdgeKey,
    Map,
    MapId,
    Node,
    NodeId,
    PlacementKey,
    RoundId,
    SetAsideKey,
    Value,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.validation import LARGEST_COORDINATE, fields_of, graph_problems, references
from tests.case import MAP, ROUNDS, case, node
from tests.random_edits import NOW, START, histories, random_edit

A, B, EVENT, F, INTEREST, OPTION, P = (NodeId(one) for one in "abefiop")
NOBODY = NodeId("nobody")
HOLDS = EdgeKey(A, "holds", P, ROUNDS[1])
RESTS_ON = EdgeKey(P, "rests_on", INTEREST)
FINGERPRINT = SetAsideKey(MAP, "fact.disputed", ("f",), ("b", "b claims f"), ())


def after(changes: ChangeSet, graph: Graph = START) -> Graph:
    return graph.with_changes(changes)


def refused(edit: Callable[[], ChangeSet]) -> str:
    with pytest.raises(Rejected) as caught:
        edit()
    return caught.value.key


# --- what holds for every edit ---


@given(st.data())
def test_an_edit_leaves_a_valid_graph_or_is_refused_and_changes_nothing(data: st.DataObject) -> None:
    graph = START
    for _ in range(data.draw(st.integers(1, 10))):
        before = deepcopy(graph)
        try:
            changes = random_edit(data, graph)
        except Rejected:
            assert graph == before
            continue
        graph = graph.with_changes(changes)
        assert list(graph_problems(graph)) == []


@given(histories())
def test_an_edit_proposes_only_what_differs(history: list[tuple[Graph, ChangeSet]]) -> None:
    for _graph, changes in history:
        assert all(change.old != change.new for change in changes)
        assert len({change.key for change in changes}) == len(changes)


@given(histories())
def test_a_removed_node_leaves_no_reference(history: list[tuple[Graph, ChangeSet]]) -> None:
    graph = after(history[-1][1], history[-1][0]) if history else START
    for gone in graph.nodes:
        left = after(edits.remove_nodes(graph, [gone]), graph)
        assert gone not in left.nodes
        assert not [one for one in left.edges if gone in (one.source, one.target)]
        assert not [one for one in left.placements if one.node == gone]
        assert gone not in set(_referred(left))
        assert not [one for one in left.set_aside.values() if gone in " ".join((*one.subject, *one.evidence)).split()]


def _referred(graph: Graph) -> list[NodeId]:
    holders: list[Node | Edge | Map] = [*graph.nodes.values(), *graph.edges.values(), *graph.maps.values()]
    return [
        node_id
        for one in holders
        for field in fields_of(one)
        if field.id in one.fields
        for node_id in references(field, one.fields[field.id])
    ]


# --- nodes ---


def test_a_new_node_gets_a_readable_id_and_the_time() -> None:
    changes = edits.add_node(START, "actor", "  Gemeente\nUtrecht ", now=NOW)
    (node_id,) = changes.nodes
    made = after(changes).nodes[node_id]
    assert (made.id, made.title, made.kind) == ("gemeente-utrecht", "Gemeente Utrecht", "actor")
    assert (made.created, made.modified) == (NOW, NOW)
    assert changes.placed == frozenset()


@pytest.mark.parametrize(("at", "by_hand"), [((10, -20), True), (None, False)])
def test_a_new_node_stands_on_the_map(at: tuple[int, int] | None, by_hand: bool) -> None:
    placement = after(edits.add_node(START, "note", "", now=NOW, map_id=MAP, at=at)).placements[
        PlacementKey(MAP, NodeId("note"))
    ]
    assert (placement.x, placement.y) == (at or (None, None))
    assert placement.by_hand is by_hand


def test_two_nodes_with_one_title_are_two_nodes() -> None:
    once = after(edits.add_node(START, "note", "Let op", now=NOW))
    twice = after(edits.add_node(once, "note", "Let op", now=NOW), once)
    assert {"let-op", "let-op-2"} <= twice.nodes.keys()


def test_a_renamed_node_keeps_its_id() -> None:
    renamed = after(edits.rename(START, A, " Heet\tanders ", now=NOW)).nodes[A]
    assert (renamed.title, renamed.modified) == ("Heet anders", NOW)


def test_the_other_attributes_of_a_node() -> None:
    graph = after(edits.set_text(START, A, "een\r\ntwee", now=NOW))
    graph = after(edits.set_tags(graph, A, [" x ", "", "y", "x"], now=NOW), graph)
    graph = after(edits.set_visibility(graph, A, "private", now=NOW), graph)
    graph = after(edits.set_origin(graph, A, "own", now=NOW), graph)
    made = graph.nodes[A]
    assert (made.text, made.tags, made.visibility, made.origin) == ("een\ntwee", ("x", "y"), "private", "own")


def test_later_but_the_same_is_no_change() -> None:
    assert not edits.rename(START, A, "a", now=NOW + 1)
    assert not edits.set_tags(START, A, [""], now=NOW + 1)
    assert not map_edits.set_map_field(START, MAP, "owner", "a")
    assert not edits.set_edge_rounds(START, HOLDS, ROUNDS[1], NO_ROUND)


@pytest.mark.parametrize("empty", [None, "", "  ", "\n", ()])
def test_an_emptied_field_is_absent(empty: Value | None) -> None:
    graph = after(edits.set_field(START, F, "settle_question", "Klopt het?\nHoe vaak?", now=NOW))
    graph = after(edits.set_field(graph, F, "settle_question", empty, now=NOW), graph)
    assert "settle_question" not in graph.nodes[F].fields


def test_false_is_not_empty() -> None:
    graph = after(edits.set_field(START, OPTION, "no_deal", value=False, now=NOW))
    assert graph.nodes[OPTION].fields == {"no_deal": False}


def test_a_list_loses_doubles_and_empty_lines() -> None:
    graph = case(node("concept", "c"))
    graph = after(edits.set_field(graph, NodeId("c"), "alt", ("een ", "", "twee", "een"), now=NOW), graph)
    assert graph.nodes[NodeId("c")].fields == {"alt": ("een", "twee")}


def test_removing_a_node_empties_fields_that_refer_to_it() -> None:
    graph = after(edits.remove_nodes(START, [B, B]))
    assert graph.nodes[F].fields == {}
    assert graph.nodes[EVENT].fields == {"confirmed_by": ("a",)}
    assert graph.maps[MAP].fields == {"owner": "a", "current": "r2"}


def test_hearsay_stays_hearsay_when_who_reported_it_is_removed() -> None:
    graph = after(edits.remove_nodes(START, [B]))
    assert graph.edges[HOLDS].fields == {"hearsay": True}
    assert is_second_hand(graph.edges[HOLDS])


def test_removing_a_node_brings_back_what_was_set_aside_about_it() -> None:
    graph = after(edits.set_aside(START, FINGERPRINT, "Telt niet", date="2026-01-31"))
    assert FINGERPRINT not in after(edits.remove_nodes(graph, [B]), graph).set_aside
    assert FINGERPRINT in after(edits.remove_nodes(graph, [A]), graph).set_aside


# --- edges ---


def test_an_edge_may_begin_again_in_another_round() -> None:
    graph = after(edits.connect(START, A, "holds", P, from_round=ROUNDS[2]))
    assert {HOLDS, HOLDS._replace(from_round=ROUNDS[2])} <= graph.edges.keys()
    assert refused(lambda: edits.connect(graph, A, "holds", P, from_round=ROUNDS[2])) == "error.relation_exists"


def test_another_beginning_moves_an_edge_with_all_it_has() -> None:
    graph = after(edits.set_edge_rounds(START, HOLDS, ROUNDS[0], ROUNDS[1]))
    assert HOLDS not in graph.edges
    moved = graph.edges[HOLDS._replace(from_round=ROUNDS[0])]
    assert (moved.until_round, moved.fields) == (ROUNDS[1], {"reported_by": "b"})


def test_another_end_leaves_an_edge_the_same() -> None:
    graph = after(edits.set_edge_rounds(START, HOLDS, ROUNDS[1], ROUNDS[2]))
    assert graph.edges[HOLDS].until_round == ROUNDS[2]


def test_an_edge_is_turned_round_with_all_it_has() -> None:
    graph = case(node("problem", "a"), node("problem", "b"), node("source", "s"), "a causes b", "s related a")
    key = EdgeKey(NodeId("a"), "causes", NodeId("b"))
    graph = graph.with_changes(edits.set_edge_visibility(graph, key, "private"))
    turned = graph.with_changes(edits.reverse(graph, key))
    back = EdgeKey(NodeId("b"), "causes", NodeId("a"))
    assert key not in turned.edges
    assert turned.edges[back].visibility == "private"
    both = graph.with_changes(edits.connect(graph, NodeId("b"), "causes", NodeId("a")))
    assert refused(lambda: edits.reverse(both, key)) == "error.relation_exists"


def test_an_edge_is_not_turned_into_one_that_may_not_be() -> None:
    assert refused(lambda: edits.reverse(START, RESTS_ON)) == "problem.relation_not_allowed"


def test_another_relation_takes_the_place_of_an_edge_and_loses_nothing() -> None:
    graph = after(edits.connect(START, A, "related", P))
    related = EdgeKey(A, "related", P)
    heard = graph.with_changes(edits.set_edge_field(graph, related, "note", "x"))
    joined = heard.with_changes(edits.rejoin(heard, related, "related", turned=True))
    assert joined.edges[EdgeKey(P, "related", A)].fields == {"note": "x"}
    labelled = heard.with_changes(edits.set_edge_field(heard, related, "label", "buren"))
    assert refused(lambda: edits.rejoin(labelled, related, "holds", turned=False)) == "error.relation_lacks_field"
    assert refused(lambda: edits.rejoin(heard, related, "means", turned=False)) == "problem.relation_not_allowed"
    assert refused(lambda: edits.rejoin(heard, related, "nonsense", turned=False)).startswith("problem.")


def test_an_edge_does_not_move_onto_another() -> None:
    graph = after(edits.connect(START, A, "holds", P))
    assert refused(lambda: edits.set_edge_rounds(graph, HOLDS, NO_ROUND, NO_ROUND)) == "error.relation_exists"


def test_fields_and_visibility_of_an_edge() -> None:
    graph = after(edits.set_edge_field(START, HOLDS, "confirmed", value=True))
    graph = after(edits.set_edge_visibility(graph, HOLDS, "shared"), graph)
    assert graph.edges[HOLDS].fields == {"reported_by": "b", "confirmed": True}
    assert graph.edges[HOLDS].visibility == "shared"


def test_an_edge_is_removed_once_however_often_it_is_named() -> None:
    assert HOLDS not in after(edits.disconnect(START, [HOLDS, HOLDS])).edges


# --- maps, placements, rounds ---


def test_maps() -> None:
    graph = after(map_edits.add_map(START, " Tweede  kaart ", "nl"))
    assert graph.maps[MapId("tweede-kaart")].title == "Tweede kaart"
    graph = after(map_edits.rename_map(graph, MAP, "Eerste kaart"), graph)
    assert graph.maps[MAP].title == "Eerste kaart"
    graph = after(map_edits.place(graph, MapId("tweede-kaart"), [A, A]), graph)
    assert not map_edits.place(graph, MapId("tweede-kaart"), [A])
    graph = after(map_edits.take_off_map(graph, MAP, [A, A]), graph)
    assert [one.map for one in graph.placements if one.node == A] == ["tweede-kaart"]
    assert A in graph.nodes


def test_a_node_is_moved_by_hand_or_by_a_layout_and_released() -> None:
    graph = after(map_edits.move(START, MAP, {A: (10, 20), B: (LARGEST_COORDINATE, 0)}))
    assert graph.placements[PlacementKey(MAP, A)].by_hand
    assert not map_edits.move(graph, MAP, {A: (10, 20)})
    graph = after(map_edits.move(graph, MAP, {A: (0, 0)}, by_hand=False), graph)
    assert not graph.placements[PlacementKey(MAP, A)].by_hand
    graph = after(map_edits.release(graph, MAP, [A, A, B, P]), graph)
    assert all((one.x, one.y, one.by_hand) == (None, None, False) for one in graph.placements.values())
    assert not map_edits.release(graph, MAP, [A])


def test_presence_belongs_to_the_placement() -> None:
    graph = after(map_edits.set_presence(START, MAP, B, "expertise", ("law", "data")))
    assert graph.placements[PlacementKey(MAP, B)].fields == {"expertise": ("law", "data")}


def test_rounds_are_added_changed_and_removed() -> None:
    graph = after(map_edits.add_round(START, MAP, " Na afloop ", " 2026-05 "))
    assert [one.id for one in graph.rounds_of(MAP)] == [*ROUNDS, "r4"]
    graph = after(map_edits.change_round(graph, RoundId("r4"), "Later", ""), graph)
    assert (graph.rounds[RoundId("r4")].title, graph.rounds[RoundId("r4")].date) == ("Later", "")
    assert after(map_edits.remove_round(graph, RoundId("r4")), graph) == START


def test_the_first_round_of_a_map() -> None:
    empty = after(map_edits.add_map(Graph(), "Leeg", "en"), Graph())
    (first,) = after(map_edits.add_round(empty, MapId("leeg"), "Nu"), empty).rounds.values()
    assert (first.id, first.position) == ("r1", 0)


def test_a_round_that_is_referred_to_stays() -> None:
    since = after(map_edits.set_presence(START, MAP, A, "involved_since", "r1"))
    until = after(edits.set_edge_rounds(START, HOLDS, ROUNDS[1], ROUNDS[2]))
    for graph, round_id, count in ((START, ROUNDS[1], 2), (since, ROUNDS[0], 1), (until, ROUNDS[2], 1)):
        with pytest.raises(Rejected) as caught:
            map_edits.remove_round(graph, round_id)
        assert caught.value.params["count"] == count


# --- findings ---


def test_a_finding_is_set_aside_with_a_reason_and_brought_back() -> None:
    graph = after(edits.set_aside(START, FINGERPRINT, " Telt niet\r\n", date="2026-01-31"))
    assert (graph.set_aside[FINGERPRINT].reason, graph.set_aside[FINGERPRINT].date) == ("Telt niet", "2026-01-31")
    assert not edits.set_aside(graph, FINGERPRINT, "Telt niet", date="2026-01-31")
    assert after(edits.bring_back(graph, FINGERPRINT), graph) == START


def test_some_values_of_what_was_set_aside_together_are_brought_back() -> None:
    both, one, other = (
        SetAsideKey(FINGERPRINT.map, "interest.not-considered", (), (), values)
        for values in (("a", "b"), ("a",), ("b",))
    )
    graph = after(edits.set_aside(START, both, "Reden", date="2026-01-01"))
    half = after(edits.bring_back(graph, both, ("a",)), graph)
    assert [(left.key, left.reason, left.date) for left in half.set_aside.values()] == [(other, "Reden", "2026-01-01")]
    assert after(edits.bring_back(half, other, ("b",)), half) == START
    known = after(edits.set_aside(graph, other, "Anders", date=""), graph)
    assert [left.reason for left in after(edits.bring_back(known, both, ("a",)), known).set_aside.values()] == [
        "Anders"
    ]
    assert not after(edits.bring_back(graph, both, ("a", "b")), graph).set_aside
    assert one not in half.set_aside
    assert refused(lambda: edits.bring_back(graph, both, ("c",))) == "error.not_set_aside"


# --- what is refused ---


@pytest.mark.parametrize(
    ("edit", "key"),
    [
        (lambda: edits.add_node(START, "thing", "", now=NOW), "problem.unknown_kind"),
        (lambda: edits.add_node(START, "note", "", now=NOW, map_id=MapId("nowhere")), "problem.no_such_map"),
        (lambda: edits.add_node(START, "note", "", now=NOW, map_id=MAP, at=(10**8, 0)), "problem.position_too_far"),
        (lambda: edits.rename(START, NOBODY, "", now=NOW), "problem.no_such_node"),
        (lambda: edits.set_text(START, NOBODY, "", now=NOW), "problem.no_such_node"),
        (lambda: edits.set_visibility(START, A, "secret", now=NOW), "problem.not_a_choice"),
        (lambda: edits.set_origin(START, A, "", now=NOW), "problem.not_a_choice"),
        (lambda: edits.set_field(START, A, "status", "open", now=NOW), "problem.unknown_field"),
        (lambda: edits.set_field(START, F, "settle_date", "gauw", now=NOW), "problem.not_a_date"),
        (lambda: edits.set_field(START, F, "settle_by", "p", now=NOW), "problem.wrong_kind"),
        (lambda: edits.remove_nodes(START, [A, NOBODY]), "problem.no_such_node"),
        (lambda: edits.connect(START, A, "holds", F), "problem.relation_not_allowed"),
        (lambda: edits.connect(START, A, "likes", F), "problem.unknown_relation"),
        (lambda: edits.connect(START, P, "rests_on", INTEREST, from_round=ROUNDS[0]), "problem.rounds_without_actor"),
        (lambda: edits.connect(START, B, "claims", F), "error.relation_exists"),
        (lambda: edits.disconnect(START, [EdgeKey(A, "holds", P)]), "error.no_such_relation"),
        (lambda: edits.set_edge_rounds(START, RESTS_ON, ROUNDS[0], NO_ROUND), "problem.rounds_without_actor"),
        (lambda: edits.set_edge_rounds(START, HOLDS, RoundId("never"), NO_ROUND), "problem.no_such_round"),
        (lambda: edits.set_edge_field(START, HOLDS, "weight", "1"), "problem.unknown_field"),
        (lambda: map_edits.rename_map(START, MapId("nowhere"), ""), "problem.no_such_map"),
        (lambda: map_edits.set_map_field(START, MAP, "current", "never"), "problem.no_such_round"),
        (lambda: map_edits.place(START, MapId("nowhere"), [A]), "problem.no_such_map"),
        (lambda: map_edits.take_off_map(START, MAP, [NOBODY]), "error.not_on_map"),
        (lambda: map_edits.move(START, MAP, {NOBODY: (0, 0)}), "error.not_on_map"),
        (lambda: map_edits.release(START, MapId("nowhere"), [A]), "error.not_on_map"),
        (lambda: map_edits.set_presence(START, MAP, P, "presence", "absent"), "problem.presence_of_no_actor"),
        (lambda: map_edits.add_round(START, MapId("nowhere"), ""), "problem.no_such_map"),
        (lambda: map_edits.add_round(START, MAP, "", "gauw"), "problem.not_a_date"),
        (lambda: map_edits.change_round(START, RoundId("never"), "", ""), "problem.no_such_round"),
        (lambda: map_edits.remove_round(START, ROUNDS[1]), "error.round_in_use"),
        (lambda: edits.set_aside(START, FINGERPRINT, " \n", date=""), "error.no_reason"),
        (lambda: edits.set_aside(START, FINGERPRINT._replace(map=MapId("x")), "Om", date=""), "problem.no_such_map"),
        (lambda: edits.bring_back(START, FINGERPRINT), "error.not_set_aside"),
    ],
)
def test_the_impossible_is_refused_with_its_reason(edit: Callable[[], ChangeSet], key: str) -> None:
    assert refused(edit) == key
