"""Positions and interests per actor, and what there is between each two."""

import pytest

from gvkaart.analysis.findings import references
from gvkaart.analysis.interest_base import Between, Relation, actors_with_interests, between
from tests.case import edge, node, view

TABLE = (
    node("actor", "a", "Kadaster", presence="at_table"),
    node("actor", "b", "Netbeheerder"),
    node("actor", "c", "Gemeente"),
    node("position", "p", "Ja"),
    node("position", "q", "Nee"),
    node("interest", "i", "Rust"),
    node("interest", "j", "Haast"),
)


def pairs(*parts: object) -> dict[str, Between]:
    found = between(view(*TABLE, *parts))  # type: ignore[arg-type]  # parts of a case
    return {"".join(pair): one for pair, one in found.items()}


def test_an_actor_has_its_positions_with_the_interests_underneath() -> None:
    map_view = view(*TABLE, "b holds q", "b holds p", "p rests_on i", "q rests_on j", "b has_interest j")
    (one,) = actors_with_interests(map_view)
    assert [(held.position, held.interests) for held in one.positions] == [("p", ("i",)), ("q", ("j",))]
    assert [having.target for having in one.having] == ["j"]
    assert one.beneath == ("i",), "nobody says that the actor has it"


def test_those_at_the_table_come_first_and_what_weighs_most_does() -> None:
    weighed = (edge("c has_interest i", importance="low"), edge("c has_interest j", importance="high"))
    first, second = actors_with_interests(view(*TABLE, "a holds p", *weighed))
    assert (first.actor, second.actor) == ("a", "c")
    assert [having.target for having in second.having] == ["j", "i"]


@pytest.mark.parametrize(
    ("parts", "relation"),
    [
        (("a has_interest i", "b has_interest i"), Relation.SHARED),
        ((node("purpose", "d"), "a aims_at d", "b aims_at d"), Relation.SHARED),
        (("a holds p", "p harms j", "b has_interest j"), Relation.CONFLICTING),
        (("a holds p", "p serves j", "b has_interest j"), Relation.COMPLEMENTARY),
        (("a has_interest i", "b has_interest i", "b has_interest j", "a holds p", "p harms j"), Relation.MEANS),
        (
            (
                *(node("question", "k"), "p answers k", "q answers k", "a holds p", "b holds q"),
                *("a has_interest i", "b has_interest i"),
            ),
            Relation.MEANS,
        ),
    ],
    ids=["one interest", "one goal", "harm", "serves the other", "same goal and harm", "same goal, two answers"],
)
def test_how_two_actors_stand_towards_each_other(parts: tuple[object, ...], relation: Relation) -> None:
    found = pairs(*parts)
    assert list(found) == ["ab"]
    assert found["ab"].relation is relation


@pytest.mark.parametrize(
    "parts",
    [
        ("a has_interest i", "b has_interest j"),
        ("a holds p", "b holds q"),
        ("a holds p", "p serves i", "a has_interest i"),
        ("a holds p", "b holds p", "p rests_on i"),
        ("a holds p", "p harms j", "a has_interest j"),
        (node("question", "k"), "p answers k", "q answers k", "a holds p", "b holds q"),
        (node("purpose", "d"), node("option", "o"), "a aims_at d", "o aims_at d"),
    ],
    ids=[
        "different interests",
        "positions only",
        "its own",
        "together",
        "its own harmed",
        "no shared goal",
        "an option",
    ],
)
def test_nothing_is_guessed(parts: tuple[object, ...]) -> None:
    assert pairs(*parts) == {}


def test_interests_that_stand_for_one_public_value_are_shared() -> None:
    public = (node("interest", "x", value="privacy"), node("interest", "y", value="privacy"))
    found = pairs(*public, "a has_interest x", "b has_interest y", "c has_interest y")
    assert found["ab"].shared == ("x", "y")
    assert found["bc"].shared == ("y",), "only what these two have"


def test_who_holds_both_answers_differs_with_nobody() -> None:
    parts = (node("question", "k"), "p answers k", "q answers k", "a has_interest i", "b has_interest i")
    both = pairs(*parts, "a holds p", "a holds q", "b holds q")
    assert both["ab"].means == ()
    assert pairs(*parts, "b holds p", "a holds q")["ab"].means == (("q", "p"),), "in the order of the actors"


def test_items_between_two_actors_are_named_once() -> None:
    found = pairs("a has_interest i", "b has_interest i", "a holds p", "p harms i", "b has_interest j", "p serves j")[
        "ab"
    ]
    assert found.nodes == ("i", "p", "j")
    assert references(found.conflicting) == ("p harms i",)
    assert Between(found.first, found.second).relation is Relation.UNKNOWN
