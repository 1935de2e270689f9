import sys
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.analysis.argumentation import Argumentation, Label
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from tests.case import Part, node, view

STANDS, FALLS, UNDECIDED = Label.STANDS, Label.FALLS, Label.UNDECIDED
A, B = node("actor", "a", presence="at_table"), node("actor", "b", presence="at_table")


def reasons(*names: str) -> list[Part]:
    return [node("argument", name) for name in names]


@pytest.mark.parametrize(
    ("edges", "labels"),
    [
        ([], {"x": STANDS}),
        (["y undermines x"], {"x": FALLS, "y": STANDS}),
        (["y undermines x", "z undermines y"], {"x": STANDS, "y": FALLS, "z": STANDS}),
        (["y undermines x", "x undermines y"], {"x": UNDECIDED, "y": UNDECIDED}),
        (["x undermines y", "y undermines z", "z undermines x"], {"x": UNDECIDED, "y": UNDECIDED, "z": UNDECIDED}),
        (["y supports x"], {"x": STANDS}),
        (["y supports x", "z undermines y"], {"x": FALLS, "y": FALLS}),
        (["y supports x", "z supports x", "u undermines y"], {"x": STANDS, "y": FALLS}),
        (["y supports x", "x supports y"], {"x": UNDECIDED, "y": UNDECIDED}),
        (["y supports x", "z undermines x"], {"x": FALLS}),
    ],
)
def test_labels_follow_the_reasons(edges: list[str], labels: dict[str, Label]) -> None:
    found = Argumentation(view(*reasons("x", "y", "z", "u"), *edges)).labels
    assert {name: found[NodeId(name)] for name in labels} == labels


@pytest.mark.parametrize(
    ("fact", "edges", "label"),
    [
        (node("fact", "f"), ["a claims f", "b disputes f"], UNDECIDED),
        (node("fact", "f", settled="false"), [], FALLS),
        (node("fact", "f", settled="true"), ["r undermines f"], STANDS),
        (node("fact", "f", settled="nuanced"), ["r undermines f"], FALLS),
        (node("fact", "f"), ["a claims f"], STANDS),
    ],
)
def test_a_fact_stands_by_what_was_found_about_it(fact: Part, edges: list[str], label: Label) -> None:
    assert Argumentation(view(A, B, fact, *reasons("r"), *edges)).labels[NodeId("f")] is label


def test_what_is_dropped_has_no_say() -> None:
    seen = view(*reasons("r"), node("option", "o", status="dropped"), "r supports o")
    assert NodeId("o") not in Argumentation(seen).labels


@pytest.mark.parametrize(
    ("edges", "resting"),
    [
        ([], set()),
        (["f supports x"], {"x"}),
        (["f undermines x"], {"x"}),
        (["f supports x", "y supports x"], set()),
        (["f supports x", "x supports y"], {"x", "y"}),
        (["f supports x", "x undermines y", "y undermines z"], {"x", "y", "z"}),
        (["f supports x", "x supports f"], {"x"}),
        (["f undermines x", "z undermines x"], set()),
    ],
)
def test_an_item_rests_on_a_fact_when_the_fact_decides_its_label(edges: list[str], resting: set[str]) -> None:
    seen = view(node("fact", "f"), *reasons("x", "y", "z"), *edges)
    assert Argumentation(seen).resting_on(NodeId("f")) == resting


def test_what_else_is_given_stays_given() -> None:
    seen = view(
        node("fact", "f"), node("fact", "g", settled="true"), node("argument", "x"), "f undermines g", "g supports x"
    )
    assert Argumentation(seen).resting_on(NodeId("f")) == set()


def steps_for(attacks: int) -> int:
    """Count the calls that it takes to weigh a long chain of reasons, each against the one before."""
    seen = view(*reasons(*map(str, range(attacks + 1))), *(f"{one + 1} undermines {one}" for one in range(attacks)))
    Argumentation(seen)
    called = []
    sys.setprofile(lambda _frame, event, _detail: called.append(event))
    try:
        Argumentation(seen)
    finally:
        sys.setprofile(None)
    return len(called)


def test_ten_times_as_many_reasons_take_ten_times_as_many_steps() -> None:
    assert steps_for(1_000) < 10.5 * steps_for(100)


NAMES = [NodeId(name) for name in "fghxyz"]


def by_definition(seen: CaseView, given_labels: dict[NodeId, Label]) -> dict[NodeId, Label]:
    """Label by repeating the definition until nothing changes: slow, and plainly right."""
    labels = dict.fromkeys(NAMES, UNDECIDED) | given_labels
    for _step in range(2 * len(NAMES)):
        labels = {name: given_labels.get(name) or _by_reasons(seen, name, labels) for name in NAMES}
    return labels


def _by_reasons(seen: CaseView, name: NodeId, labels: dict[NodeId, Label]) -> Label:
    against = [labels[one] for one in seen.sources(name, "undermines")]
    support = [labels[one] for one in seen.sources(name, "supports")]
    if STANDS in against or (support and set(support) == {FALLS}):
        return FALLS
    return STANDS if set(against) <= {FALLS} and (not support or STANDS in support) else UNDECIDED


def edges_between(names: Iterable[str]) -> st.SearchStrategy[list[str]]:
    pairs = [(one, other) for one in names for other in names if one != other]
    sentence = st.tuples(st.sampled_from(pairs), st.sampled_from(("supports", "undermines")))
    return st.lists(sentence.map(lambda drawn: f"{drawn[0][0]} {drawn[1]} {drawn[0][1]}"), max_size=12, unique=True)


@settings(max_examples=80)
@given(edges_between(NAMES), st.sampled_from(("true", "false", "nuanced")))
def test_labels_are_those_of_the_definition(edges: list[str], settled: str) -> None:
    facts = (node("fact", "f"), node("fact", "g", settled=settled), node("fact", "h"))
    seen = view(A, B, *facts, *reasons("x", "y", "z"), "a claims h", "b disputes h", *edges)
    given_labels = {NodeId("h"): UNDECIDED}
    if settled != "nuanced":
        given_labels[NodeId("g")] = STANDS if settled == "true" else FALLS
    argued = Argumentation(seen)
    assert argued.labels == by_definition(seen, given_labels)
    outcomes = [by_definition(seen, {**given_labels, NodeId("f"): label}) for label in (STANDS, FALLS)]
    changed = {name for name in NAMES if any(outcome[name] is not argued.labels[name] for outcome in outcomes)}
    assert argued.resting_on(NodeId("f")) == changed - {"f"}
