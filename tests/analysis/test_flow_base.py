"""Purposes and data flows as they are read from a map."""

from gvkaart.analysis.flow_base import flow_rows, purpose_rows
from gvkaart.domain.derived import RUNGS
from tests.case import node, view


def test_the_least_concrete_purpose_comes_first() -> None:
    first, second = purpose_rows(
        view(node("purpose", "d", "Aan", who="de wijk", does="belt"), node("purpose", "e", "Zien"))
    )
    assert [(row.purpose, row.height) for row in (first, second)] == [("e", 0), ("d", 2)]
    assert list(second.rungs) == list(RUNGS)
    assert second.rungs["does"] == "belt"
    assert second.rungs["limit"] == ""


def test_a_purpose_has_its_interests_and_data() -> None:
    parts = (node("purpose", "d"), node("interest", "i"), node("dataflow", "s"), node("dataflow", "t"))
    (row,) = purpose_rows(view(*parts, "d pursues i", "s needed_for d", "t collected_for d"))
    assert (row.interests, row.flows, row.collected) == (("i",), ("s",), ("t",))


def test_a_flow_has_who_does_what_with_it() -> None:
    actors = tuple(node("actor", one) for one in "abcz")
    parts = (*actors, node("dataflow", "s"), node("purpose", "d"), node("purpose", "e"), node("legal_basis", "w"))
    edges = (
        "a sends s",
        "b links s",
        "c receives s",
        "z sees s",
        "s needed_for d",
        "s collected_for e",
        "s based_on w",
    )
    (row,) = flow_rows(view(*parts, *edges))
    assert (row.sends, row.links, row.receives, row.sees) == (("a",), ("b",), ("c",), ("z",))
    assert (row.purposes, row.original, row.bases) == (("d",), ("e",), ("w",))
