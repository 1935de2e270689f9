"""What is still to be asked, and of whom."""

import pytest

from gvkaart.analysis.asking import Question, Questions, Reason, addressed, open_questions
from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.engine import CHECKS, run_checks
from gvkaart.analysis.findings import Finding
from gvkaart.domain import edits
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Value
from gvkaart.words import LANGUAGES, load_words
from tests.analysis.maps import FIRES
from tests.case import MAP, Part, case, edge, node, view

NO_VALUES = Catalogue(values={}, categories={}, works={})
A = node("actor", "a", "Dienst A", presence="at_table")
B = node("actor", "b", "Bureau B", presence="at_table")


def findings(seen: CaseView, *checks: str) -> tuple[Finding, ...]:
    return run_checks(seen, NO_VALUES, [check for check in CHECKS if check.id in checks])


def asked(*parts: Part, checks: tuple[str, ...] = (), **fields: Value) -> dict[str, list[str]]:
    """Return per actor, or "" for the table, what is asked: the reason, or the check, and what it is about."""
    seen = view(*parts, fields=fields)
    found = open_questions(seen, findings(seen, *checks))
    of_actors = {str(actor): list(map(said, questions)) for actor, questions in found.of_actors.items()}
    return of_actors | ({"": list(map(said, found.of_all))} if found.of_all else {})


def said(question: Question) -> str:
    what = question.finding.check if question.finding is not None else question.reason.value
    return f"{what} {' '.join(question.about)}"


def test_nothing_is_asked_on_an_empty_map() -> None:
    assert open_questions(view(), ()) == Questions({}, ())


def test_a_finding_that_names_an_actor_is_asked_of_it() -> None:
    disputed = (A, B, node("fact", "f"), "a claims f", "b disputes f")
    assert asked(*disputed, checks=("fact.disputed",)) == {"b": ["fact.disputed f"]}


def test_a_finding_that_names_nobody_is_asked_of_who_stands_behind_it() -> None:
    assert asked(A, B, node("position", "p"), "a holds p", checks=("interest.position-without",)) == {
        "a": ["interest.position-without p"]
    }


def test_a_purpose_is_asked_of_actors_only() -> None:
    parts = (A, node("option", "o"), node("purpose", "goal"), "a aims_at goal", "o aims_at goal")
    assert asked(*parts, checks=("purpose.vague",)) == {"a": ["purpose.vague goal"]}


@pytest.mark.parametrize("parts", [(node("position", "p"),), (A, node("position", "p"))])
def test_a_finding_that_concerns_nobody_is_asked_at_the_table(parts: tuple[Part, ...]) -> None:
    assert asked(*parts, checks=("interest.position-without",)) == {"": ["interest.position-without p"]}


def test_a_finding_that_was_set_aside_is_not_asked() -> None:
    graph = case(node("purpose", "goal"))
    (found,) = findings(CaseView(graph, MAP), "purpose.vague")
    graph = graph.with_changes(edits.set_aside(graph, found.key_on(MAP), "Later", date="2026-01-02"))
    seen = CaseView(graph, MAP)
    assert open_questions(seen, findings(seen, "purpose.vague")) == Questions({}, ())


DISPUTED = (A, B, "a claims f", "b disputes f")


@pytest.mark.parametrize(
    ("fields", "of"),
    [
        ({"settle_question": "Hoeveel?", "settle_by": "b"}, {"b": ["settle f"]}),
        ({"settle_question": "Hoeveel?"}, {"": ["settle f"]}),
        ({"settle_question": "Hoeveel?", "settle_by": "gone"}, {"": ["settle f"]}),
        ({"settle_by": "b"}, {}),
        ({"settle_question": "Hoeveel?", "settle_by": "b", "settled": "true"}, {}),
    ],
)
def test_what_would_settle_a_fact_is_asked_of_who_finds_out(fields: dict[str, str], of: dict[str, list[str]]) -> None:
    assert asked(*DISPUTED, node("fact", "f", **fields)) == of


def test_an_open_question_is_asked_of_who_decides_it() -> None:
    parts = (A, node("question", "q"), node("question", "r", status="open"), node("question", "s", status="answered"))
    assert asked(*parts, "a decides q", "a decides s") == {"a": ["decide q"], "": ["decide r"]}


def test_what_an_actor_does_not_know_is_told_to_it() -> None:
    parts = (A, node("fact", "f"), node("problem", "p"), "a unaware_of f", "a unaware_of p")
    assert asked(*parts) == {"a": ["tell f", "tell p"]}


def test_interests_are_confirmed_by_whose_they_are_said_to_be() -> None:
    parts = (A, B, node("interest", "i"), node("interest", "j"), "a has_interest i")
    confirmed = edge("b has_interest j", confirmed=True)
    assert asked(*parts, "b has_interest i", confirmed) == {"b": ["confirm i"], "a": ["confirm i"]}
    assert asked(*parts, "b has_interest i", confirmed, owner="a") == {"b": ["confirm i"]}


def test_the_severest_findings_come_first_then_other_reasons() -> None:
    position: tuple[Part, ...] = (node("position", "p"), "b holds p", node("fact", "known"), "b unaware_of known")
    checks = ("interest.position-without", "fact.no-way-out", "fact.disputed")
    assert asked(*DISPUTED, node("fact", "f"), *position, checks=checks)["b"] == [
        "fact.no-way-out f",
        "fact.disputed f",
        "interest.position-without p",
        "tell known",
    ]


def test_those_at_the_table_come_first() -> None:
    away = node("actor", "c", "Aannemer")
    parts: tuple[Part, ...] = (away, A, B, node("fact", "f"), *(f"{one} unaware_of f" for one in "abc"))
    assert list(asked(*parts)) == ["b", "a", "c"]


def test_whoever_is_asked_something_is_an_actor_on_the_map() -> None:
    for check, maps in FIRES.items():
        for map_ in maps:
            seen = view(*map_.parts, at=map_.at, fields=map_.fields)
            actors = {actor.id for actor in seen.of_kind("actor")}
            assert all(actors.issuperset(addressed(seen, one)) for one in findings(seen, check))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words(reason: Reason, language: str) -> None:
    words = load_words(language)
    assert words.text(f"questions.reason.{reason}")
    if reason is not Reason.FINDING:
        assert "x" in words.text(Question(reason, ()).text_key, about="x", question="x")


def test_the_question_of_a_finding_is_its_next_step() -> None:
    (found,) = findings(view(node("purpose", "goal")), "purpose.vague")
    assert Question(Reason.FINDING, found.subject, found).text_key == "checks.purpose.vague.next"
