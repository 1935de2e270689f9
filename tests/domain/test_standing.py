"""What an actor says of a fact from a round on, and what becomes of what it said before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Edge, Map, MapId, NodeId, Placement, Round, RoundId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.standing import STANDS, take_stand
from tests.case import MAP, Part, case, edge, node, view

A, F = NodeId("a"), NodeId("f")
ACTOR, FACT = node("actor", "a"), node("fact", "f")


def after(relation: str, *parts: Part, at: str = "r2", first_hand: bool = False) -> list[Edge]:
    before = view(ACTOR, FACT, *parts, at=at)
    changes = take_stand(before, A, F, relation, first_hand=first_hand)
    return list(before.graph.with_changes(changes).edges.values())


def test_what_is_said_in_a_later_round_begins_there() -> None:
    assert after("claims") == [edge("a claims f", "r2")]


def test_what_is_said_in_the_first_round_always_held() -> None:
    assert after("claims", at="r1") == [edge("a claims f")]


def test_a_stand_of_an_earlier_round_ends_in_the_round_before() -> None:
    assert after("accepts", "a disputes f") == [edge("a disputes f", end="r1"), edge("a accepts f", "r2")]
    assert after("", "a disputes f", at="r3") == [edge("a disputes f", end="r2")]


def test_a_stand_of_this_round_is_replaced_with_its_fields() -> None:
    assert after("accepts", edge("a disputes f", "r2", note="aan de telefoon")) == [
        edge("a accepts f", "r2", note="aan de telefoon")
    ]
    assert after("", edge("a disputes f", "r2")) == []
    assert after("disputes", "a claims f", at="r1") == [edge("a disputes f")]


def test_it_lasts_as_long_as_what_it_replaces() -> None:
    assert after("claims", edge("a disputes f", end="r2")) == [
        edge("a disputes f", end="r1"),
        edge("a claims f", "r2", "r2"),
    ]


def test_it_lasts_until_the_actor_says_something_later() -> None:
    later = edge("a disputes f", "r3")
    assert after("unaware_of", later, at="r1") == [later, edge("a unaware_of f", end="r2")]


def test_what_is_said_already_stays_and_what_contradicts_it_ends() -> None:
    assert after("claims", "a claims f") == [edge("a claims f")]
    assert after("claims", "a claims f", edge("a unaware_of f", "r2")) == [edge("a claims f")]


def test_who_says_so_itself_is_no_longer_known_through_others() -> None:
    heard = edge("a accepts f", "r2", hearsay=True, note="bij de koffie")
    assert after("accepts", heard) == [heard]
    assert after("accepts", heard, first_hand=True) == [edge("a accepts f", "r2", note="bij de koffie")]
    earlier = edge("a accepts f", reported_by="a")
    assert after("accepts", earlier, first_hand=True) == [
        edge("a accepts f", end="r1", reported_by="a"),
        edge("a accepts f", "r2"),
    ]


@pytest.mark.parametrize(("first_hand", "visibility"), [(False, "private"), (True, "analysis")])
def test_what_replaces_something_private_is_private_unless_the_actor_says_so_itself(
    first_hand: bool, visibility: str
) -> None:
    secret = Edge(A, "disputes", F, visibility="private")
    (_, new) = after("accepts", secret, first_hand=first_hand)
    assert new.visibility == visibility


def test_a_map_without_rounds_has_one_stand() -> None:
    graph = Graph.of(one for one in case(ACTOR, FACT, "a disputes f").entities() if not isinstance(one, Round))
    bare = CaseView(graph, MAP)
    assert list(graph.with_changes(take_stand(bare, A, F, "claims")).edges.values()) == [edge("a claims f")]


def test_only_facts_and_problems_are_spoken_of() -> None:
    with pytest.raises(Rejected):
        take_stand(view(ACTOR, node("concept", "f")), A, F, "claims")


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(("r1", "r2", "r3")), st.sampled_from((*STANDS, ""))), max_size=8),
)
def test_whatever_comes_before_the_last_word_counts_and_earlier_rounds_stay(said: list[tuple[str, str]]) -> None:
    graph = view(ACTOR, FACT).graph
    order = ("r1", "r2", "r3")
    for round_id, relation in said:
        now = CaseView(graph, MAP, RoundId(round_id))
        earlier = {one: stands_at(graph, one) for one in order[: order.index(round_id)]}
        graph = graph.with_changes(take_stand(now, A, F, relation))
        assert stands_at(graph, round_id) == ([relation] if relation else [])
        assert {one: stands_at(graph, one) for one in earlier} == earlier


def stands_at(graph: Graph, round_id: str) -> list[str]:
    return [one.relation for one in CaseView(graph, MAP, RoundId(round_id)).out(A, *STANDS)]


OTHER = MapId("other")


def two_maps(*parts: Part, rounds_there: int = 1) -> Graph:
    """The same actor and fact on another map too."""
    there = [Round(RoundId(f"o{number}"), OTHER, number, "") for number in range(rounds_there)]
    placed = [Placement(OTHER, A), Placement(OTHER, F)]
    return Graph.of([*case(ACTOR, FACT, *parts).entities(), Map(OTHER, "Andere zaak"), *there, *placed])


@pytest.mark.parametrize(("map_id", "at"), [(MAP, "r2"), (MAP, "r1"), (OTHER, "o0")])
def test_what_a_map_with_rounds_shows_does_not_change_on_another(map_id: MapId, at: str) -> None:
    both = CaseView(two_maps("a claims f", rounds_there=2), map_id, RoundId(at))
    with pytest.raises(Rejected) as refused:
        take_stand(both, A, F, "disputes")
    assert refused.value.key == "error.stand_on_other_map"
    assert refused.value.params["map"] == ("Andere zaak" if map_id == MAP else "Kaart")


def test_what_was_not_said_yet_can_be_said_of_what_stands_on_two_maps() -> None:
    both = CaseView(two_maps(rounds_there=2), MAP, RoundId("r2"))
    assert take_stand(both, A, F, "claims")
    said = CaseView(two_maps("a claims f"), MAP, RoundId("r2"))
    assert not take_stand(said, A, F, "claims"), "nothing ends"


def test_without_rounds_two_maps_show_the_same() -> None:
    graph = Graph.of(one for one in two_maps("a claims f").entities() if not isinstance(one, Round))
    (changed,) = graph.with_changes(take_stand(CaseView(graph, OTHER), A, F, "disputes")).edges.values()
    assert changed.relation == "disputes"
