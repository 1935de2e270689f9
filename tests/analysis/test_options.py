"""What an option means for an actor, and which interests decide that."""

import pytest

from gvkaart.analysis.options import (
    Judgement,
    Verdict,
    effects_of,
    importances,
    judge,
    living_options,
    no_deal_options,
    worse_than_no_deal,
)
from gvkaart.domain.entities import NodeId
from tests.case import Part, edge, node, view

A, OPTION, NO_DEAL = node("actor", "a"), node("option", "o"), node("option", "none", no_deal=True)
HIGH, HIGH_TOO, MIDDLE, LOW, OTHER = (node("interest", one) for one in ("high", "high2", "middle", "low", "other"))
MAP: tuple[Part, ...] = (
    *(A, OPTION, NO_DEAL, HIGH, HIGH_TOO, MIDDLE, LOW, OTHER),
    *(edge("a has_interest high", importance="high"), edge("a has_interest high2", importance="high")),
    *(edge("a has_interest low", importance="low"), "a has_interest middle"),
)


def judged(*parts: Part) -> Judgement:
    seen = view(*MAP, *parts)
    return judge(importances(seen, NodeId("a")), effects_of(seen, NodeId("o")), NodeId("a"))


def lost(*parts: Part, of: tuple[Part, ...] = MAP) -> tuple[str, ...] | None:
    seen = view(*of, *parts)
    no_deal = [effects_of(seen, one.id) for one in no_deal_options(seen)]
    found = worse_than_no_deal(importances(seen, NodeId("a")), effects_of(seen, NodeId("o")), no_deal, NodeId("a"))
    return found.harmed if found is not None else None


@pytest.mark.parametrize(
    ("edges", "verdict", "decisive"),
    [
        ([], Verdict.ACCEPTABLE, ()),
        (["o serves low"], Verdict.ACCEPTABLE, ()),
        (["o harms other"], Verdict.ACCEPTABLE, ()),
        (["o harms low"], Verdict.UNACCEPTABLE, ("low",)),
        (["o harms low", "o serves middle"], Verdict.ACCEPTABLE, ("middle",)),
        (["o harms middle", "o serves low"], Verdict.UNACCEPTABLE, ("middle",)),
        (["o harms middle", "o serves middle"], Verdict.UNACCEPTABLE, ("middle",)),
        (["o harms high", "o harms high2", "o harms low"], Verdict.UNACCEPTABLE, ("high", "high2")),
        (["o harms middle", "o serves high", "o serves high2", "o serves low"], Verdict.ACCEPTABLE, ("high", "high2")),
        (["o harms high", "o serves high2", "o serves middle"], Verdict.UNACCEPTABLE, ("high",)),
        (["o harms low", "o serves other"], Verdict.UNACCEPTABLE, ("low",)),
    ],
)
def test_the_weightiest_interest_decides(edges: list[str], verdict: Verdict, decisive: tuple[str, ...]) -> None:
    found = judged(*edges)
    assert (found.verdict, found.decisive) == (verdict, decisive)


def test_how_much_an_edge_weighs_does_not_count() -> None:
    assert judged(edge("o serves low", weight="2"), "o harms middle").verdict is Verdict.UNACCEPTABLE


def test_what_is_served_and_harmed_comes_weightiest_first() -> None:
    found = judged("o harms low", "o harms high2", "o harms high", "o serves middle", "o serves high")
    assert found.harmed == ("high", "high2", "low")
    assert found.served == ("high", "middle")


def test_an_option_does_what_is_in_it_at_any_depth() -> None:
    package = (node("option", "part"), node("dataflow", "d"), "o contains part", "part contains d", "d harms high")
    assert judged(*package).decisive == ("high",)


def test_what_is_in_a_dropped_part_does_nothing() -> None:
    package = (node("option", "part", status="dropped"), "o contains part", "part harms high")
    assert judged(*package).verdict is Verdict.ACCEPTABLE


def test_without_interests_nothing_is_known() -> None:
    seen = view(A, OPTION, HIGH, "o harms high")
    found = judge(importances(seen, NodeId("a")), effects_of(seen, NodeId("o")), NodeId("a"))
    assert (found.verdict, found.decisive) == (Verdict.UNKNOWN, ())


def test_an_interest_that_somebody_represents_is_not_its_own() -> None:
    assert importances(view(A, HIGH, "a represents high"), NodeId("a")) == {}


def test_an_interest_of_another_round_does_not_count() -> None:
    parts = (A, OPTION, HIGH, LOW, "a has_interest low", edge("a has_interest high", "r2"), "o harms high")
    seen = view(*parts, at="r1")
    assert (
        judge(importances(seen, NodeId("a")), effects_of(seen, NodeId("o")), NodeId("a")).verdict is Verdict.ACCEPTABLE
    )


@pytest.mark.parametrize(
    ("edges", "harmed"),
    [
        (["o harms low", "o harms high"], ("high", "low")),
        (["o harms low", "o harms high", "none harms high"], ("low",)),
        (["o harms low", "none harms low"], None),
        (["o harms low", "o serves middle"], None),
        (["o harms low", "o serves middle", "none serves middle"], ("low",)),
        (["o harms low", "o serves other"], ("low",)),
        (["o harms low", "none harms high"], None),
        (["o harms low", "none harms other"], ("low",)),
        (["o harms middle", "none harms middle", "o harms high", "none harms low"], ("high",)),
        (["o harms high", "none harms middle"], ("high",)),
        (["o harms high", "none harms high2"], None),
        (["o harms other"], None),
        ([], None),
    ],
)
def test_worse_than_no_deal(edges: list[str], harmed: tuple[str, ...] | None) -> None:
    assert lost(*edges) == harmed


def test_what_no_deal_leads_to_is_not_known_without_one() -> None:
    assert lost("o harms low", of=tuple(part for part in MAP if part is not NO_DEAL)) is None


def test_which_options_are_on_offer() -> None:
    seen = view(OPTION, NO_DEAL, node("option", "gone", status="dropped"))
    assert [one.id for one in living_options(seen)] == ["o"]
    assert [one.id for one in no_deal_options(seen)] == ["none"]
