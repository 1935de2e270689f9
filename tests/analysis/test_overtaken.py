"""What made way for what was chosen: in the present round, and only what really did."""

import pytest

from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.options import all_effects, living_options
from gvkaart.analysis.overtaken import in_play, is_now, overtaken
from gvkaart.domain.entities import NodeId
from tests.case import ONE_VALUE, Part, edge, node, view

CHOSEN, OLD, OLDER = node("option", "new", status="chosen"), node("option", "old"), node("option", "older")
PROPOSED = node("dataflow", "d", level="individual", status="proposed")
AGREED = node("dataflow", "e", level="individual", status="agreed")


@pytest.mark.parametrize(
    ("parts", "gone"),
    [
        ((CHOSEN, OLD), set()),
        ((CHOSEN, OLD, "new replaces old"), {"old"}),
        ((CHOSEN, OLD, OLDER, "new replaces old", "old replaces older"), {"old", "older"}),
        ((node("option", "new", status="discussed"), OLD, "new replaces old"), set()),
        ((CHOSEN, node("option", "old", status="chosen"), "new replaces old"), set()),
        ((CHOSEN, OLD, "new replaces old", "old replaces new"), {"old"}),
        ((PROPOSED, AGREED, "e replaces d"), {"d"}),
        ((PROPOSED, AGREED, "d replaces e"), set()),
        ((CHOSEN, OLD, PROPOSED, "new replaces old", "old contains d"), {"old", "d"}),
        ((CHOSEN, OLD, PROPOSED, "new replaces old", "old contains d", "new contains d"), {"old"}),
        ((CHOSEN, OLD, AGREED, "new replaces old", "old contains e"), {"old"}),
        ((node("option", "gone", status="dropped"), PROPOSED, "gone contains d"), {"d"}),
        ((CHOSEN, OLD, OLDER, PROPOSED, "new replaces old", "old contains d", "older contains d"), {"old"}),
    ],
)
def test_what_was_replaced_is_out_of_it_with_what_was_only_part_of_it(parts: tuple[Part, ...], gone: set[str]) -> None:
    seen = view(*parts)
    assert overtaken(seen) == gone
    assert {one for one in seen.nodes if not in_play(seen, one)} - gone <= {"gone"}


@pytest.mark.parametrize(("at", "gone"), [("r1", set()), ("r2", {"old"}), ("r3", {"old"})])
def test_in_an_earlier_round_one_still_talks_about_it(at: str, gone: set[str]) -> None:
    seen = view(CHOSEN, OLD, "new replaces old", at=at, fields={"current": "r2"})
    assert overtaken(seen) == gone
    assert is_now(seen) is bool(gone)


def test_an_option_that_made_way_is_on_offer_no_more_and_does_nothing() -> None:
    seen = view(CHOSEN, OLD, node("interest", "i"), "new replaces old", "old harms i")
    assert [option.id for option in living_options(seen)] == ["new"]
    assert all_effects(seen).keys() == {"new"}


def test_what_was_found_of_it_before_is_found_no_more() -> None:
    parts: tuple[Part, ...] = (CHOSEN, OLD, PROPOSED, "new replaces old", "old contains d")
    about = [
        {one.check for one in run_checks(view(*parts, at=at), ONE_VALUE) if NodeId("d") in one.subject}
        for at in ("r1", "r3")
    ]
    assert {"flow.basis", "flow.unregistered", "flow.not-correctable", "means.without-purpose"} <= about[0]
    assert about[1] == set()


def test_an_edge_of_a_round_counts_in_that_round() -> None:
    parts = (CHOSEN, OLD, edge("new replaces old", "r3"))
    assert [overtaken(view(*parts, at=at, fields={"current": "r2"})) for at in ("r2", "r3")] == [set(), {"old"}]
