import pytest

from gvkaart.analysis.containing import containers, contents, cost_without_benefit
from gvkaart.domain.entities import NodeId
from tests.case import Part, node, view

OPTIONS: tuple[Part, ...] = tuple(node("option", one) for one in "pqr")
ITEMS: tuple[Part, ...] = (
    *OPTIONS,
    node("option", "gone", status="dropped"),
    node("dataflow", "d"),
    node("action", "x"),
)
ACTORS: tuple[Part, ...] = (node("actor", "a"), node("actor", "b"))


@pytest.mark.parametrize(
    ("edges", "inside"),
    [
        ([], "p"),
        (["p contains d"], "p d"),
        (["p contains q", "q contains d", "r contains x"], "p q d"),
        (["p contains q", "q contains p", "q contains d"], "p q d"),
        (["p contains gone", "gone contains d"], "p"),
        (["p contains gone", "gone contains d", "p contains q", "q contains d"], "p q d"),
    ],
)
def test_an_option_contains_what_is_in_it_at_any_depth(edges: list[str], inside: str) -> None:
    assert contents(view(*ITEMS, *edges), NodeId("p")) == set(inside.split())


def test_an_option_that_was_dropped_contains_nothing() -> None:
    assert contents(view(*ITEMS, "gone contains d"), NodeId("gone")) == frozenset()


def test_what_contains_an_item_is_found_at_any_depth() -> None:
    seen = view(*ITEMS, "p contains q", "q contains d", "r contains x", "gone contains d")
    assert containers(seen, NodeId("d")) == {"d", "q", "p"}


@pytest.mark.parametrize(
    ("item", "edges", "worse_off"),
    [
        ("d", [], ()),
        ("d", ["a bears_cost d"], ("a",)),
        ("d", ["b bears_cost d", "a bears_cost d"], ("a", "b")),
        ("d", ["a bears_cost d", "a gets_benefit d"], ()),
        ("d", ["a bears_cost d", "b gets_benefit d"], ("a",)),
        ("d", ["a bears_cost d", "p contains q", "q contains d", "a gets_benefit p"], ()),
        ("d", ["a bears_cost d", "p contains d", "p contains x", "a gets_benefit x"], ()),
        ("p", ["a bears_cost p", "p contains d", "a gets_benefit d"], ()),
        ("d", ["a bears_cost d", "q contains d", "a gets_benefit p"], ("a",)),
        ("d", ["a bears_cost d", "gone contains d", "a gets_benefit gone"], ("a",)),
        ("gone", ["a bears_cost gone"], ()),
    ],
)
def test_who_pays_and_is_not_better_off(item: str, edges: list[str], worse_off: tuple[str, ...]) -> None:
    assert cost_without_benefit(view(*ITEMS, *ACTORS, *edges), NodeId(item)) == worse_off
