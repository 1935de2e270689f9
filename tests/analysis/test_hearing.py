"""What is known of actors from themselves, and what only through others."""

import pytest

from gvkaart.analysis.hearing import VOICED, attributed, is_heard, required, second_hand, voiced
from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import RELATIONS
from tests.case import edge, node, view

A, B, FACT, FLOW, SOURCE = (
    node("actor", "a"),
    node("actor", "b", required=True),
    node("fact", "f"),
    node("dataflow", "d"),
    node("source", "s"),
)
ACTOR = NodeId("a")


def test_who_is_required() -> None:
    assert required(view(A, B)) == ("b",)


def test_what_is_said_of_an_actor() -> None:
    seen = view(A, B, FACT, FLOW, SOURCE, "a claims f", "a sends d", "a cites s", "a part_of b", "a related b")
    assert {one.relation for one in attributed(seen, ACTOR)} == {"claims", "sends"}
    assert {one.relation for one in voiced(seen, ACTOR)} == {"claims"}


def test_voices_are_relations_of_actors() -> None:
    assert all(RELATIONS[relation].allows("actor", target) for relation in VOICED for target in _targets(relation))


def _targets(relation: str) -> list[str]:
    return [target for _sources, targets in RELATIONS[relation].joins for target in targets]


@pytest.mark.parametrize(
    ("heard", "own"),
    [
        (False, edge("a claims f", reported_by="b")),
        (False, edge("a claims f", hearsay=True)),
        (False, "a sends d"),
        (False, "a unaware_of f"),
        (True, "a claims f"),
        (True, "a disputes f"),
    ],
)
def test_who_says_something_itself_was_heard(heard: bool, own: str) -> None:
    seen = view(A, B, FACT, FLOW, edge("a accepts f", reported_by="b"), own)
    assert is_heard(seen, ACTOR) is heard
    assert "accepts" in {one.relation for one in second_hand(voiced(seen, ACTOR))}
