"""What an actor confirms that it wants: on what it is said to want, and on what was inferred."""

import pytest

from gvkaart.domain.confirming import confirm
from gvkaart.domain.derived import CaseView, flag_of
from gvkaart.domain.entities import Edge, NodeId, RoundId
from gvkaart.domain.errors import Rejected
from tests.case import MAP, edge, node, view

A, P, INTEREST = NodeId("a"), NodeId("p"), NodeId("i")
ITEMS = (node("actor", "a"), node("position", "p"), node("interest", "i"))


def wanting(seen: CaseView, item: NodeId, *, is_confirmed: bool = True) -> list[Edge]:
    graph = seen.graph.with_changes(confirm(seen, A, item, is_confirmed=is_confirmed))
    after = CaseView(graph, MAP, seen.round_id)
    return [one for one in after.out(A, "holds", "has_interest") if one.target == item]


@pytest.mark.parametrize(("said", "item"), [("a holds p", P), ("a has_interest i", INTEREST)])
def test_what_is_said_is_confirmed_and_taken_back(said: str, item: NodeId) -> None:
    seen = view(*ITEMS, edge(said, "r1", note="in het verslag"))
    (confirmed,) = wanting(seen, item)
    assert (flag_of(confirmed.fields, "confirmed"), confirmed.fields["note"]) == (True, "in het verslag")
    sure = view(*ITEMS, edge(said, "r1", confirmed=True))
    (doubted,) = wanting(sure, item, is_confirmed=False)
    assert "confirmed" not in doubted.fields
    assert not confirm(sure, A, item, is_confirmed=True)


def test_an_interest_that_was_inferred_becomes_the_actors_own() -> None:
    (own,) = wanting(view(*ITEMS, "a holds p", "p rests_on i"), INTEREST)
    assert (own.relation, own.from_round, own.visibility, own.fields) == (
        "has_interest",
        "",
        "analysis",
        {"confirmed": True},
    )


def test_what_nobody_said_cannot_be_taken_back() -> None:
    assert not confirm(view(*ITEMS, "a holds p", "p rests_on i"), A, INTEREST, is_confirmed=False)


def test_an_interest_that_was_over_is_had_again_from_this_round_on() -> None:
    seen = view(*ITEMS, "a holds p", "p rests_on i", edge("a has_interest i", "", "r1"), at="r3")
    (own,) = wanting(seen, INTEREST)
    assert (own.from_round, own.until_round) == (RoundId("r3"), "")
    before = CaseView(seen.graph.with_changes(confirm(seen, A, INTEREST, is_confirmed=True)), MAP, RoundId("r2"))
    assert not before.out(A, "has_interest")


def test_what_was_inferred_from_private_things_alone_is_private() -> None:
    secret = node("position", "q", visibility="private")
    hidden = view(*ITEMS, secret, "a holds q", "q rests_on i")
    assert [one.visibility for one in wanting(hidden, INTEREST)] == ["private"]
    known = view(*ITEMS, secret, "a holds q", "q rests_on i", "a holds p", "p rests_on i")
    assert [one.visibility for one in wanting(known, INTEREST)] == ["analysis"]


def test_an_actor_cannot_want_another() -> None:
    with pytest.raises(Rejected):
        confirm(view(*ITEMS, node("actor", "b")), A, NodeId("b"), is_confirmed=True)
