"""How a case stands, on one page."""

from dataclasses import replace
from itertools import chain

import pytest

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.dashboard import Dashboard, dashboard
from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.findings import Observation, Severity, finding_of
from gvkaart.domain import edits
from gvkaart.domain.derived import RUNGS, CaseView, Status
from gvkaart.domain.entities import NodeId
from tests.case import MAP, Part, case, edge, node, view
from tests.generator import make_graph

NO_VALUES = Catalogue(values={}, categories={}, works={})
A = node("actor", "a", "Dienst A", presence="at_table", required=True)
B = node("actor", "b", "Bureau B", presence="at_table")
ASKED_OTHERWISE = {"fact.knowledge-gap", "interest.unconfirmed"}


def read(*parts: Part) -> Dashboard:
    seen = view(*parts)
    return dashboard(seen, run_checks(seen, NO_VALUES))


def test_an_empty_map_has_nothing_to_show() -> None:
    shown = read()
    assert (shown.parties, shown.second_hand.whole, shown.confused, shown.counts) == ((), 0, (), {})


def test_who_was_heard_and_who_was_not() -> None:
    parts = (
        node("fact", "f"),
        node("position", "p"),
        "a claims f",
        edge("b claims f", reported_by="a"),
        "b disputes f",
    )
    shown = read(A, B, node("actor", "c"), *parts, edge("c holds p", reported_by="b"))
    assert [(one.actor, one.presence, one.required) for one in shown.parties] == [
        ("b", "at_table", False),
        ("a", "at_table", True),
        ("c", "", False),
    ]
    assert [(len(one.own), len(one.hearsay)) for one in shown.parties] == [(1, 1), (1, 0), (0, 1)]
    assert [one.actor for one in shown.heard] == ["b", "a"]
    assert [one.actor for one in shown.not_heard] == ["c"]


def test_what_an_actor_does_is_not_what_it_says() -> None:
    assert read(A, node("dataflow", "d"), "a sends d").heard == ()


def test_groups_and_the_facilitator_are_no_parties() -> None:
    assert read(node("actor", "g", type="group"), node("actor", "f", presence="facilitator")).parties == ()


def test_hearsay_is_counted_over_all_that_is_said_of_actors() -> None:
    flow, source = node("dataflow", "d"), node("source", "s")
    shown = read(A, B, flow, source, "a sends d", "a cites s", "b part_of a", edge("b receives d", hearsay=True))
    assert [one.source for one in shown.second_hand.parts] == ["b"]
    assert shown.second_hand.whole == 2


def test_facts_and_problems_by_where_they_stand() -> None:
    facts = (node("fact", "f"), node("fact", "g"), node("fact", "gone"), node("problem", "p"))
    shown = read(A, B, *facts, "a claims f", "b disputes f", edge("a claims gone", end="r1"), "a accepts p")
    assert {status: nodes for status, nodes in shown.facts.items() if nodes} == {
        Status.DISPUTED: ("f",),
        Status.LOOSE: ("g",),
    }
    assert shown.problems[Status.SHARED] == ("p",)
    assert set(shown.facts) == set(shown.problems) == set(Status)


def test_words_that_confuse() -> None:
    concepts = (node("concept", one, "signaal", frame=one, definition=f"Zo ziet {one} het.") for one in ("x", "y"))
    shown = read(*concepts)
    assert [(one.check, one.subject) for one in shown.confused] == [("concept.homonym", ("x", "y"))]
    assert shown.confused_words == {"x"}


def test_a_word_with_more_findings_is_one_word() -> None:
    found = (
        finding_of("concept.homonym", Observation(Severity.SERIOUS, (NodeId("x"), NodeId("y"))), {}),
        finding_of("concept.undefined", Observation(Severity.ATTENTION, (NodeId("y"),)), {}),
        finding_of("concept.homonym", Observation(Severity.SERIOUS, (NodeId("a"), NodeId("b"))), {}),
    )
    assert replace(read(), confused=found).confused_words == {"a", "x"}


def test_what_nobody_speaks_for() -> None:
    parts = (node("interest", "i", level="public"), node("actor", "g", type="group"), node("risk", "r"))
    assert set(read(A, *parts, "r harms i", "r hits g").without_voice) == {"i", "g"}


def test_purposes_by_the_number_of_rungs() -> None:
    full = dict.fromkeys(RUNGS, "ja")
    purposes = read(node("purpose", "b"), node("purpose", "a"), node("purpose", "c", **full)).purposes
    assert list(purposes) == list(range(len(RUNGS) + 1))
    assert (purposes[0], purposes[len(RUNGS)]) == (("a", "b"), ("c",))


def test_findings_are_counted_by_family_without_those_set_aside() -> None:
    graph = case(node("purpose", "goal"), node("purpose", "other"))
    seen = CaseView(graph, MAP)
    found = [one for one in run_checks(seen, NO_VALUES) if one.check == "purpose.vague"]
    assert dashboard(seen, found).counts == {"purpose": {Severity.SERIOUS: 0, Severity.ATTENTION: 2, Severity.INFO: 0}}
    seen = CaseView(graph.with_changes(edits.set_aside(graph, found[0].key_on(MAP), "Later", date="2026-01-02")), MAP)
    shown = dashboard(seen, [one for one in run_checks(seen, NO_VALUES) if one.check == "purpose.vague"])
    assert shown.counts["purpose"][Severity.ATTENTION] == 1
    assert [one.subject for one in shown.set_aside] == [found[0].subject]


def test_questions_are_those_that_are_open() -> None:
    shown = read(A, node("fact", "f"), "a unaware_of f")
    assert "a" in shown.questions.of_actors


@pytest.mark.parametrize("seed", range(3))
def test_on_a_large_map_numbers_have_their_parts(seed: int) -> None:
    graph, map_id, _planted = make_graph(seed, 120, 200, 40)
    seen = CaseView(graph, map_id)
    found = run_checks(seen, NO_VALUES)
    shown = dashboard(seen, found)
    assert sum(sum(family.values()) for family in shown.counts.values()) + len(shown.set_aside) == len(found)
    assert sorted([*shown.heard, *shown.not_heard], key=lambda one: one.actor) == sorted(
        shown.parties, key=lambda one: one.actor
    )
    assert len(shown.second_hand.parts) <= shown.second_hand.whole
    facts = [one for nodes in shown.facts.values() for one in nodes]
    assert sorted(facts) == sorted(one.id for one in seen.of_kind("fact") if seen.counts(one.id))
    asked = [*shown.questions.of_all, *chain.from_iterable(shown.questions.of_actors.values())]
    assert {one.finding.check for one in asked if one.finding} == {one.check for one in found} - ASKED_OTHERWISE
