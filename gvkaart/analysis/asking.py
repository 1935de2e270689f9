"""What is still to be asked, and of whom: the questions that a map leaves open, one list per actor (KB 4.4, 4.5).

They come from what the checks noticed, from facts that somebody would settle, from what an actor does not know, from
interests that it did not confirm, and from open questions that it decides.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from gvkaart.analysis.findings import SEVEREST_FIRST, Finding
from gvkaart.domain.derived import CaseView, Status, flag_of, text_of
from gvkaart.domain.entities import Node, NodeId
from gvkaart.words import load_words


class Reason(StrEnum):
    """Why something is asked; in the order in which questions are best asked."""

    FINDING = "finding"
    SETTLE = "settle"
    DECIDE = "decide"
    TELL = "tell"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    Attributes:
        about: the items it is about.
        finding: what was noticed, when that is the reason; its next step is the question.
    """

    reason: Reason
    about: tuple[NodeId, ...]
    finding: Finding | None = None

    @property
    def text_key(self) -> str:
        """The key of its text; that of a finding is its next step, and wants the parameters of the finding."""
        return f"checks.{self.finding.check}.next" if self.finding is not None else f"questions.{self.reason}"


@dataclass(frozen=True, slots=True)
class Questions:
    """All that is to be asked.

    Attributes:
        of_actors: per actor, those at the table first and then by title, what to ask it; an actor of which nothing is
            asked is not there.
        of_all: what concerns nobody in particular, to be asked at the table.
    """

    of_actors: Mapping[NodeId, tuple[Question, ...]]
    of_all: tuple[Question, ...]


_STANDING_BEHIND: Final = {
    "concept.homonym": ("means",),
    "fact.no-way-out": ("claims", "accepts", "disputes"),
    "interest.position-without": ("holds",),
    "problem.is-means": ("claims", "accepts"),
    "purpose.vague": ("aims_at",),
}
"""Checks of which the next step asks those who stand behind the subject without naming them, and by which relations."""

_ASKED_OTHERWISE: Final = ("fact.knowledge-gap", "interest.unconfirmed")
"""Checks that say of some items what the questions of an actor say of all."""


def open_questions(view: CaseView, findings: Iterable[Finding]) -> Questions:
    """Collect what is to be asked on a map as of its round; nothing of a finding that was set aside."""
    asked: dict[NodeId | None, list[Question]] = {}
    for actor, question in chain(
        _of_findings(view, findings), _settling(view), _deciding(view), _telling(view), _confirming(view)
    ):
        known = actor if actor in view.nodes else None
        asked.setdefault(known, []).append(question)
    of_all = asked.pop(None, [])
    order = sorted((one for one in asked if one is not None), key=lambda one: _place(view, one))
    return Questions({actor: _sorted(asked[actor]) for actor in order}, _sorted(of_all))


def addressed(view: CaseView, finding: Finding) -> tuple[NodeId, ...]:
    """Return the actors whom the next step of a finding asks something; none when it asks the table."""
    relations = _STANDING_BEHIND.get(finding.check, ())
    behind = (one for item in finding.subject for one in view.sources(item, *relations))
    asked = {*_named_in_next(finding), *behind}
    return tuple(sorted(one for one in asked if one in view.nodes and view.nodes[one].kind == "actor"))


def _named_in_next(finding: Finding) -> Iterator[NodeId]:
    """Yield the items that the text of the next step fills in."""
    marks = {name: f"\0{name}\0" for name in finding.params}
    text = load_words().text(f"checks.{finding.check}.next", **marks)
    for name, param in finding.params.items():
        if isinstance(param, tuple) and marks[name] in text:
            yield from param


_Asked = tuple[NodeId | None, Question]


def _of_findings(view: CaseView, findings: Iterable[Finding]) -> Iterator[_Asked]:
    for finding in findings:
        if finding.set_aside is None and finding.check not in _ASKED_OTHERWISE:
            question = Question(Reason.FINDING, finding.subject, finding)
            yield from ((actor, question) for actor in addressed(view, finding) or (None,))


def _settling(view: CaseView) -> Iterator[_Asked]:
    """Yield the questions that would settle a disputed fact, for who would find out."""
    for fact in view.of_kind("fact"):
        if view.status(fact.id) is Status.DISPUTED and text_of(fact.fields, "settle_question"):
            yield NodeId(text_of(fact.fields, "settle_by")), Question(Reason.SETTLE, (fact.id,))


def _deciding(view: CaseView) -> Iterator[_Asked]:
    """Yield what the parties must settle, for who decides it."""
    for question in view.of_kind("question"):
        if text_of(question.fields, "status") != "answered":
            asked = Question(Reason.DECIDE, (question.id,))
            yield from ((actor, asked) for actor in view.sources(question.id, "decides") or (None,))


def _telling(view: CaseView) -> Iterator[_Asked]:
    """Yield what an actor does not know of, to be told and asked about."""
    for kind in ("fact", "problem"):
        for known in view.of_kind(kind):
            yield from ((actor, Question(Reason.TELL, (known.id,))) for actor in view.sources(known.id, "unaware_of"))


def _confirming(view: CaseView) -> Iterator[_Asked]:
    """Yield the interests that an actor is said to have and did not confirm; not those of the owner of the map."""
    owner = text_of(view.map.fields, "owner") if view.map is not None else ""
    for actor in view.of_kind("actor"):
        for edge in view.out(actor.id, "has_interest") if actor.id != owner else ():
            if not flag_of(edge.fields, "confirmed"):
                yield actor.id, Question(Reason.CONFIRM, (edge.target,))


def _place(view: CaseView, actor: NodeId) -> tuple[bool, str, NodeId]:
    node: Node = view.nodes[actor]
    return actor not in view.at_table, node.title.casefold(), actor


def _sorted(questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(sorted(questions, key=_order))


def _order(question: Question) -> tuple[int, int, str, tuple[NodeId, ...]]:
    finding = question.finding
    severity = SEVEREST_FIRST.index(finding.severity) if finding is not None else 0
    return list(Reason).index(question.reason), severity, finding.check if finding is not None else "", question.about
