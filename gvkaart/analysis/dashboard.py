"""How a case stands, on one page: who was heard, what is shared, what nobody speaks for, what is still to be asked.

Counts come with the items they count, so that nobody has to believe a number. There is no score: a map that is made by
one party should first of all show how much of it is hearsay, and who was not heard (KB 4.4, 7.2).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from gvkaart.analysis.asking import Questions, open_questions
from gvkaart.analysis.findings import SEVEREST_FIRST, Finding, Severity
from gvkaart.analysis.hearing import attributed, required, second_hand, voiced
from gvkaart.domain.derived import RUNGS, CaseView, Status, concreteness, is_second_hand
from gvkaart.domain.entities import Edge, NodeId

_CONFUSION: Final = ("concept.homonym", "concept.synonym", "concept.undefined")
_NO_VOICE: Final = ("interest.unrepresented", "interest.silent-group")


@dataclass(frozen=True, slots=True)
class Party:
    """An actor that can be heard: no group of people, and not the facilitator.

    Attributes:
        presence: how it takes part, one of `metamodel.PRESENCES`, or "" when that is not known.
        required: whether there is no solution without it.
        own: what it says according to the map, from itself.
        hearsay: what it says according to others.
    """

    actor: NodeId
    presence: str
    required: bool
    own: tuple[Edge, ...]
    hearsay: tuple[Edge, ...]

    @property
    def is_heard(self) -> bool:
        """Whether at least one thing comes from itself."""
        return bool(self.own)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what the map says of actors was heard from others.

    Attributes:
        parts: what was heard from others.
        whole: how many things the map says of actors.
    """

    parts: tuple[Edge, ...]
    whole: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """A case as of one round.

    Attributes:
        parties: those at the table first, then by title.
        second_hand: the share of the map that is hearsay.
        facts: per status, all of them, the facts; most disputed first is for who shows it.
        problems: the same for problems.
        confused: findings on words that parties use differently or without saying what they mean.
        without_voice: interests that something touches, and groups, for which nobody at the table speaks.
        purposes: per number of rungs, 0 to 6, the purposes that have so many filled in.
        questions: what is to be asked, and of whom.
        counts: per family of checks, how many findings there are of each severity; none of those set aside.
        set_aside: the findings that somebody put aside.
    """

    parties: tuple[Party, ...]
    second_hand: Share
    facts: Mapping[Status, tuple[NodeId, ...]]
    problems: Mapping[Status, tuple[NodeId, ...]]
    confused: tuple[Finding, ...]
    without_voice: tuple[NodeId, ...]
    purposes: Mapping[int, tuple[NodeId, ...]]
    questions: Questions
    counts: Mapping[str, Mapping[Severity, int]]
    set_aside: tuple[Finding, ...]

    @property
    def confused_words(self) -> frozenset[NodeId]:
        """The words that are confusing, each by one of its meanings: of one word there may be more findings."""
        groups: list[set[NodeId]] = []
        for finding in self.confused:
            joined = set(finding.subject).union(*(one for one in groups if not one.isdisjoint(finding.subject)))
            groups = [*(one for one in groups if one.isdisjoint(joined)), joined]
        return frozenset(map(min, groups))

    @property
    def heard(self) -> tuple[Party, ...]:
        """The parties that were heard."""
        return tuple(party for party in self.parties if party.is_heard)

    @property
    def not_heard(self) -> tuple[Party, ...]:
        """The parties of which nothing comes from themselves."""
        return tuple(party for party in self.parties if not party.is_heard)


def dashboard(view: CaseView, findings: Iterable[Finding]) -> Dashboard:
    """Read how a case stands; costs time in proportion to nodes, edges and findings.

    Args:
        view: the map as of a round.
        findings: what the checks found on it.
    """
    found = tuple(findings)
    standing = tuple(finding for finding in found if finding.set_aside is None)
    said = [edge for actor in view.of_kind("actor") for edge in attributed(view, actor.id)]
    voiceless = (one for finding in standing if finding.check in _NO_VOICE for one in finding.subject)
    return Dashboard(
        parties=_parties(view),
        second_hand=Share(second_hand(said), len(said)),
        facts=_by_status(view, "fact"),
        problems=_by_status(view, "problem"),
        confused=tuple(finding for finding in standing if finding.check in _CONFUSION),
        without_voice=tuple(dict.fromkeys(voiceless)),
        purposes=_by_concreteness(view),
        questions=open_questions(view, standing),
        counts=_counts(standing),
        set_aside=tuple(finding for finding in found if finding.set_aside is not None),
    )


def _parties(view: CaseView) -> tuple[Party, ...]:
    groups, needed = {group.id for group in view.groups}, set(required(view))
    parties = []
    for actor in view.of_kind("actor"):
        presence = view.presence(actor.id)
        if actor.id not in groups and presence != "facilitator":
            said = voiced(view, actor.id)
            own = tuple(edge for edge in said if not is_second_hand(edge))
            parties.append(Party(actor.id, presence, actor.id in needed, own, second_hand(said)))
    parties.sort(key=lambda one: (one.actor not in view.at_table, _title(view, one.actor), one.actor))
    return tuple(parties)


def _by_status(view: CaseView, kind: str) -> Mapping[Status, tuple[NodeId, ...]]:
    """Group the facts or problems that somebody stands behind in this round, and those that nobody ever did."""
    by_status: dict[Status, list[NodeId]] = {status: [] for status in Status}
    for node in view.of_kind(kind):
        if view.counts(node.id):
            by_status[view.status(node.id)].append(node.id)
    return {status: _by_title(view, nodes) for status, nodes in by_status.items()}


def _by_concreteness(view: CaseView) -> Mapping[int, tuple[NodeId, ...]]:
    by_rungs: dict[int, list[NodeId]] = {rungs: [] for rungs in range(len(RUNGS) + 1)}
    for purpose in view.of_kind("purpose"):
        by_rungs[concreteness(purpose)].append(purpose.id)
    return {rungs: _by_title(view, nodes) for rungs, nodes in by_rungs.items()}


def _counts(findings: Iterable[Finding]) -> Mapping[str, Mapping[Severity, int]]:
    """Count findings by the first part of the id of their check, in order of arrival."""
    counts: dict[str, dict[Severity, int]] = {}
    for finding in findings:
        family = counts.setdefault(finding.check.partition(".")[0], dict.fromkeys(SEVEREST_FIRST, 0))
        family[finding.severity] += 1
    return counts


def _by_title(view: CaseView, nodes: Iterable[NodeId]) -> tuple[NodeId, ...]:
    return tuple(sorted(nodes, key=lambda node: (_title(view, node), node)))


def _title(view: CaseView, node: NodeId) -> str:
    return view.nodes[node].title.casefold()
