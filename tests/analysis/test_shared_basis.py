"""The list of what all who are needed say, to be signed off."""

from gvkaart.analysis.shared_basis import SharedBasis, Sign, shared_basis
from gvkaart.domain.derived import Status
from gvkaart.domain.entities import NodeId
from tests.case import Part, edge, node, view

A = NodeId("a")
ACTORS = (node("actor", "a", "Zon", presence="at_table"), node("actor", "b", "Boom", presence="at_table"))


def read(*parts: Part) -> SharedBasis:
    return shared_basis(view(*ACTORS, node("actor", "c"), node("fact", "f", "Feit"), *parts))


def test_only_those_who_are_needed_sign() -> None:
    basis = read("a claims f", "b accepts f", "c accepts f")
    assert basis.parties == ("b", "a")
    (row,) = basis.rows
    assert (row.fact, row.status, row.signs) == ("f", Status.SHARED, {"a": Sign.SIGNED, "b": Sign.SIGNED})


def test_who_is_missing_is_told_and_what_was_heard_is_no_signature() -> None:
    (row,) = read(edge("a claims f", hearsay=True), "b unaware_of f").rows
    assert (row.status, row.missing) == (Status.PARTLY, ("b",))
    assert row.signs == {"a": Sign.HEARD, "b": Sign.MISSING}
    (row,) = read(edge("a accepts f", hearsay=True), "a claims f").rows
    assert row.signs[A] is Sign.SIGNED
    (row,) = read("a claims f", edge("a accepts f", hearsay=True)).rows
    assert row.signs[A] is Sign.SIGNED


def test_what_is_shared_comes_first_and_what_lacks_most_last() -> None:
    basis = read(
        *("a claims f", "b accepts f"),
        *(node("fact", "s", "Alles", settled="true"), node("fact", "n", "Niemand nodig"), "c claims n"),
        *(node("fact", "o", "Zon alleen"), "a claims o", node("fact", "l", "Los"), node("fact", "d", "Ruzie")),
        *("a claims d", "b disputes d"),
    )
    assert [row.fact for row in basis.rows] == ["f", "s", "o", "n"]
    assert [row.fact for row in basis.with_status(Status.PARTLY)] == ["o", "n"]
    assert basis.disputed == ("d",)
