"""In which order findings are read."""

from dataclasses import replace

from gvkaart.analysis.findings import Finding, Observation, Severity, finding_of, most_pressing_first
from gvkaart.domain.entities import NodeId, SetAside
from tests.case import MAP

SERIOUS, ATTENTION, INFO = Severity.SERIOUS, Severity.ATTENTION, Severity.INFO


def found(check: str, subject: str, severity: Severity, *evidence: str) -> Finding:
    return finding_of(check, Observation(severity, (NodeId(subject),), evidence), {})


def told(*findings: Finding) -> list[str]:
    return [f"{one.check} {one.subject[0]}" for one in most_pressing_first(findings)]


def test_it_rests_on_the_nodes_that_are_evidence_and_on_the_ends_of_edges_each_once() -> None:
    assert found("a", "x", INFO, "p holds x", "y", "p rests_on q").nodes == ("p", "x", "q", "y")


def test_the_severest_come_first_whatever_the_check() -> None:
    assert told(found("a", "x", INFO), found("b", "y", SERIOUS), found("c", "z", ATTENTION)) == ["b y", "c z", "a x"]


def test_equally_severe_ones_come_in_turns() -> None:
    first = [found("a", subject, SERIOUS) for subject in "uvw"]
    assert told(*first, found("b", "x", SERIOUS), found("b", "y", SERIOUS), found("a", "z", INFO)) == [
        *("a u", "b x"),
        *("a v", "b y"),
        "a w",
        "a z",
    ]


def test_of_one_check_the_one_that_rests_on_most_comes_first() -> None:
    assert told(found("a", "x", INFO), found("a", "y", INFO, "p", "q"), found("a", "z", INFO, "p")) == [
        "a y",
        "a z",
        "a x",
    ]


def test_what_was_set_aside_comes_last_and_takes_no_turn() -> None:
    aside = SetAside(MAP, "a", ("w",), ("w",), (), "Besproken")
    put_aside = replace(found("a", "w", SERIOUS, "p", "q"), set_aside=aside)
    assert told(put_aside, found("a", "x", SERIOUS), found("b", "y", SERIOUS), found("c", "z", INFO)) == [
        *("a x", "b y", "c z"),
        "a w",
    ]


def test_nothing_is_lost() -> None:
    assert told() == []
    twice = [found("a", "x", INFO), found("a", "x", INFO)]
    assert most_pressing_first(twice) == twice
