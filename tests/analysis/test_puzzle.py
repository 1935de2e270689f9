"""Which information lies with whom, and what nobody has put together."""

import pytest

from gvkaart.analysis.puzzle import Part, Piece, Puzzle, puzzle
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from tests.case import Part as MapPart
from tests.case import edge, node, view
from tests.generator import make_graph

A, B, C = (node("actor", one) for one in "abc")
F, G = node("fact", "f"), node("fact", "g")
POSITION, PURPOSE, OPTION, QUESTION = (
    node("position", "p"),
    node("purpose", "goal"),
    node("option", "o"),
    node("question", "q"),
)
FLOW = node("dataflow", "d")
PLAN = node("dataflow", "d", status="proposed")
APART = (A, B, F, G, "a claims f", "b accepts g")


def piece(*parts: MapPart, item: str = "f", at: str | None = None) -> Piece:
    (found,) = (one for one in puzzle(view(*parts, at=at)).pieces if one.item == item)
    return found


def targets(found: Puzzle) -> list[str]:
    return [picture.target for picture in found.pictures]


def lies_with(*parts: MapPart, item: str = "d") -> dict[str, set[str]]:
    """Return with whom each part of an item lies, as "item" or "item of sender"."""
    found = piece(*parts, item=item).parts
    return {f"{one.item} of {one.sender}" if one.sender else one.item: {*actors} for one, actors in found.items()}


# --- pieces -----------------------------------------------------------------------------------------------------------


def test_a_fact_lies_with_those_who_claim_or_accept_it() -> None:
    found = piece(A, B, C, F, "a claims f", "b accepts f", "c disputes f")
    assert found.holders == {"a", "b"}
    assert [one.source for one in found.disputing] == ["c"]


def test_it_lies_where_it_lies_in_the_round() -> None:
    assert piece(A, B, F, "b claims f", edge("a claims f", "r2"), at="r1").holders == {"b"}


def test_who_does_not_know_of_it_is_told() -> None:
    assert [one.source for one in piece(A, F, "a unaware_of f").unaware] == ["a"]


@pytest.mark.parametrize(
    ("gone", "parts"),
    [
        ("settled as false", (A, node("fact", "f", settled="false"), "a claims f")),
        ("nobody stands behind it any more", (A, F, edge("a claims f", end="r1"))),
    ],
)
def test_what_is_no_information_is_no_piece(gone: str, parts: tuple[MapPart, ...]) -> None:
    assert puzzle(view(*parts)).pieces == (), gone


def test_data_lie_with_whoever_sends_or_gets_them() -> None:
    edges = ("a sends d", "b receives d", "c sees d")
    assert lies_with(A, B, C, FLOW, *edges) == {"d": {"a", "b", "c"}}


def test_data_of_a_plan_lie_with_the_sender_still() -> None:
    assert lies_with(A, B, C, PLAN, "a sends d", "b receives d", "c links d") == {"d": {"a"}}


def test_of_what_several_send_each_has_its_own_part() -> None:
    edges = ("a sends d", "b sends d", "c links d")
    assert lies_with(A, B, C, FLOW, *edges) == {"d of a": {"a", "c"}, "d of b": {"b", "c"}}


def test_data_that_nobody_has_lie_nowhere() -> None:
    assert lies_with(A, PLAN, "a receives d") == {}


@pytest.mark.parametrize(
    ("parts", "through"),
    [
        ((F, POSITION, "a holds p", "f supports p"), "p"),
        ((F, POSITION, "a holds p", "f undermines p"), "p"),
        ((F, PURPOSE, "a aims_at goal", "f supports goal"), "goal"),
        ((F, "f speaks_of a"), "f"),
        ((node("problem", "f"), "f hits a"), "f"),
    ],
)
def test_a_piece_matters_to_whom_it_bears_upon(parts: tuple[MapPart, ...], through: str) -> None:
    found = piece(A, B, *parts)
    assert found.matters == {"a": (through,)}
    assert found.without == ("a",)


@pytest.mark.parametrize(
    ("parts", "through"),
    [
        ((PURPOSE, "a acts_in goal", "d needed_for goal"), "goal"),
        ((node("interest", "i"), "a has_interest i", "d harms i"), "i"),
        (("d serves a",), "d"),
    ],
)
def test_data_matter_to_whom_they_are_for_or_do_something_to(parts: tuple[MapPart, ...], through: str) -> None:
    assert piece(A, B, FLOW, *parts, item="d").matters == {"a": (through,)}


def test_a_piece_matters_to_actors_only() -> None:
    assert piece(F, OPTION, PURPOSE, "o aims_at goal", "f supports goal").matters == {}


def test_a_position_that_was_left_makes_nothing_matter() -> None:
    assert piece(A, F, POSITION, edge("a holds p", end="r1"), "f supports p").matters == {}


@pytest.mark.parametrize("relation", ["claims", "accepts", "disputes"])
def test_who_has_a_piece_or_disputes_it_is_not_without(relation: str) -> None:
    assert piece(A, F, POSITION, "a holds p", "f supports p", f"a {relation} f").without == ()


# --- pictures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("p", (POSITION, "f supports p", "g undermines p")),
        ("goal", (PURPOSE, "f supports goal", "g supports goal")),
        ("o", (OPTION, "f supports o", "g supports o")),
        ("bad", (node("problem", "bad"), "f causes bad", "g causes bad")),
    ],
)
def test_pieces_with_different_actors_lie_apart(target: str, parts: tuple[MapPart, ...]) -> None:
    found = puzzle(view(*APART, *parts))
    assert targets(found) == [target]
    (picture,) = found.pictures
    assert picture.holders == {("f", None): {"a"}, ("g", None): {"b"}}
    assert picture.nearest == ("a", "b")
    assert picture.lacked_by(NodeId("a")) == (Part(NodeId("g")),)


@pytest.mark.parametrize(
    "more",
    [
        ("a claims g",),
        (C, "c accepts f", "c accepts g"),
    ],
)
def test_a_picture_that_one_actor_has_does_not_lie_apart(more: tuple[MapPart, ...]) -> None:
    assert targets(puzzle(view(*APART, POSITION, "f supports p", "g supports p", *more))) == []


def test_one_piece_is_no_picture() -> None:
    assert targets(puzzle(view(A, F, G, POSITION, "a claims f", "f supports p", "g supports p"))) == []


def test_a_dropped_option_is_no_picture() -> None:
    dropped = node("option", "o", status="dropped")
    assert targets(puzzle(view(*APART, dropped, "f supports o", "g supports o"))) == []


def test_a_question_gathers_what_bears_upon_its_answers() -> None:
    parts = (POSITION, OPTION, QUESTION, "p answers q", "o answers q", "f supports p", "g undermines o")
    assert targets(puzzle(view(*APART, *parts))) == ["q"]


def test_an_answer_that_was_dropped_adds_nothing_to_a_question() -> None:
    dropped = node("option", "o", status="dropped")
    parts = (POSITION, dropped, QUESTION, "p answers q", "o answers q", "f supports p", "g undermines o")
    assert targets(puzzle(view(*APART, *parts))) == []


def test_four_files_and_nobody_who_has_the_whole() -> None:
    """What several would send lies apart until somebody links it (KB 5.1.2)."""
    parts = (A, B, C, PURPOSE, "d needed_for goal", "a sends d", "b sends d", "c links d")
    assert targets(puzzle(view(PLAN, *parts))) == ["goal"]
    assert targets(puzzle(view(FLOW, *parts))) == []


def test_an_option_needs_the_data_in_it_at_any_depth() -> None:
    parts = (node("option", "part"), FLOW, "o contains part", "part contains d", "a sends d", "b sends d")
    assert targets(puzzle(view(A, B, OPTION, *parts))) == ["o", "part"]


def test_two_problems_that_lead_to_each_other_are_one_piece_each() -> None:
    parts = (node("problem", "bad"), node("problem", "worse"), "bad causes worse", "worse causes bad")
    assert targets(puzzle(view(A, B, *parts, "a claims bad", "b claims worse"))) == []


@pytest.mark.parametrize("seed", range(5))
def test_on_a_large_map_what_lies_apart_lies_with_nobody_as_a_whole(seed: int) -> None:
    graph, map_id, _planted = make_graph(seed, 300, 900, 0)
    found = puzzle(CaseView(graph, map_id))
    assert found.pictures
    for picture in found.pictures:
        actors = {actor for having in picture.holders.values() for actor in having}
        assert len(picture.holders) > 1
        assert all(picture.holders.values())
        fewest = min(len(picture.lacked_by(actor)) for actor in actors)
        assert fewest > 0
        assert set(picture.nearest) == {one for one in actors if len(picture.lacked_by(one)) == fewest}
