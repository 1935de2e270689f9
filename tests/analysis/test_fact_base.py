"""What is read about the facts of a map."""

from gvkaart.analysis.fact_base import FactTable, Stand, courses, fact_table
from gvkaart.domain.derived import CaseView, Status
from gvkaart.domain.entities import MapId, NodeId
from tests.case import edge, node, view

A, B, C, F = (NodeId(one) for one in "abcf")


def read(*parts: object) -> FactTable:
    actors = (
        node("actor", "a", "Zon", presence="at_table"),
        node("actor", "b", "Boom", presence="at_table"),
        node("actor", "c", "Aap"),
    )
    return fact_table(view(*actors, node("fact", "f", "Feit"), *parts))  # type: ignore[arg-type]  # parts of a case


def test_who_is_at_the_table_comes_first_and_who_else_says_nothing_is_not_there() -> None:
    assert read("a claims f", "c disputes f").actors == (B, A, C)
    assert read("a claims f").actors == (B, A)


def test_facts_that_ask_most_attention_come_first() -> None:
    table = read(node("fact", "g", "Ander feit"), "a claims f", "b disputes f")
    assert [(row.fact, row.status) for row in table.rows] == [("f", Status.DISPUTED), ("g", Status.LOOSE)]
    assert [row.fact for row in table.with_status(Status.LOOSE)] == ["g"]


def test_of_an_actor_that_says_two_things_the_first_counts() -> None:
    (row,) = read("a accepts f", "a claims f", "b unaware_of f").rows
    assert row.stand_of(A) is Stand.CLAIMS
    assert row.stand_of(B) is Stand.UNAWARE
    assert row.stand_of(C) is None


def test_hearsay_is_what_was_only_heard_through_somebody_else() -> None:
    (row,) = read(edge("a claims f", reported_by="b"), "b claims f").rows
    assert row.is_hearsay(A)
    assert not row.is_hearsay(B)
    assert not row.is_hearsay(C)
    (row,) = read(edge("a claims f", reported_by="b"), "a accepts f").rows
    assert not row.is_hearsay(A)


def test_a_fact_takes_its_course_through_the_rounds() -> None:
    parts = (
        *(node("actor", "a", presence="at_table"), node("actor", "b", presence="at_table"), node("fact", "f")),
        *("a claims f", edge("b disputes f", end="r2"), edge("b accepts f", "r3")),
    )
    assert course(view(*parts)) == [("r1", Status.DISPUTED), ("r3", Status.SHARED)]
    assert course(view(*parts, at="r2")) == [("r1", Status.DISPUTED)]


def test_without_rounds_there_is_no_course() -> None:
    assert courses(CaseView(view(node("fact", "f")).graph, MapId("none"))) == {}


def course(seen: CaseView) -> list[tuple[str, Status]]:
    return [(round_.id, status) for round_, status in courses(seen)[F]]


def test_a_fact_that_only_played_a_part_in_another_round_stands_apart() -> None:
    table = read(edge("a claims f", end="r1"), node("fact", "g", "Nooit gesteld"))
    assert [row.fact for row in table.rows] == ["g"]
    assert [row.fact for row in table.dimmed] == ["f"]
