"""Cases side by side: what a report over several of them compares, as ids that can be counted (KB 7).

The aspects follow chapter 7: how the process went (7.1, 7.2), confused terms, facts and research, the part of law and
lawyers, technique and term (7.2), and the interests and purposes behind it all (7.3). Only reads; a cell holds ids,
never a sentence, so that every number can be opened and looked at. A case that was looked into less shows smaller
numbers: the table says what is on the maps, not what is true of the cases.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.engine import CHECKS, run_checks
from gvkaart.analysis.findings import Finding
from gvkaart.analysis.hearing import is_heard, voiced
from gvkaart.analysis.value_base import ValueRow, Voice, group_table, value_table
from gvkaart.domain.derived import CaseView, Status, concreteness, text_of, texts_of
from gvkaart.domain.entities import MapId, Node, NodeId, RoundId
from gvkaart.domain.metamodel import KINDS, PRESENCES


class Keys(StrEnum):
    """What the parts of a cell are called after, so that whoever shows them finds the words."""

    NONE = "none"
    """Nothing: the cell is one part, with an empty key."""
    CHOICE = "choice"
    """An enumeration of the metamodel: glossary ``choice.<vocabulary>.<key>``; empty when it is not filled in."""
    STATUS = "status"
    """A `gvkaart.domain.derived.Status`."""
    VALUE = "value"
    """A public value of the catalogue; empty for a public interest of the user's own."""
    TERM = "term"
    """A concept, whose title is the term."""
    NUMBER = "number"
    """A number, as its digits."""


class Group(StrEnum):
    """The parts of chapter 7 under which cases are compared, in its order; glossary ``insight.case_group.<group>``."""

    PARTIES = "parties"
    """Who takes part, and who is only spoken of: on how few people it all hangs (KB 7.1, 7.2)."""
    WORDS = "words"
    """Confused terms, disputed facts, problems framed (KB 7.2)."""
    LAW = "law"
    """The part of the law and of lawyers (KB 7.2)."""
    TECHNIQUE = "technique"
    """The technical design and the term (KB 7.2)."""
    VALUES = "values"
    """Values that do not come to the table by themselves, and people for whom nobody speaks (KB 7.2)."""
    AIMS = "aims"
    """Interests, and how concrete the purpose is (KB 7.3)."""
    OUTCOME = "outcome"
    """What it may lead to, and what came of it (KB 7.2, 8.5)."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing in which cases are compared.

    Attributes:
        id: names it, also for its words.
        group: the part of chapter 7 it belongs to.
        section: of the report, where it comes from.
        keys: what its parts are called after.
        vocabulary: of an enumeration, for `Keys.CHOICE`.
    """

    id: str
    group: Group
    section: str
    keys: Keys = Keys.NONE
    vocabulary: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The items of a cell that belong to one key."""

    key: str
    items: tuple[NodeId, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one case has of one aspect: no part is empty."""

    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[NodeId, ...]:
        """Every item once; an item may belong to more than one part."""
        return tuple(dict.fromkeys(item for part in self.parts for item in part.items))


@dataclass(frozen=True, slots=True)
class Row:
    """One aspect of all cases, in the order of the columns."""

    aspect: Aspect
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class FoundRow:
    """How often a check found something in each case, what was set aside not counted.

    Attributes:
        items: per case what these findings are about, each item once.
    """

    check: str
    counts: tuple[int, ...]
    items: tuple[tuple[NodeId, ...], ...]

    @property
    def is_common(self) -> bool:
        """Whether it found something in every case."""
        return all(self.counts)


@dataclass(frozen=True, slots=True)
class Column:
    """One case: a map, as of a round; None when the map has no rounds."""

    map: MapId
    round: RoundId | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Cases side by side.

    Attributes:
        rows: every aspect, group by group in the order of `Group`, also when no case has anything of it.
        found: every check that found something in some case, in the order of the manual.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    found: tuple[FoundRow, ...]

    @property
    def common(self) -> tuple[str, ...]:
        """The checks that found something in every case: patterns that go beyond one of them."""
        return tuple(row.check for row in self.found if row.is_common)


@dataclass(frozen=True)
class _Case:
    """A map as of a round, with what was worked out of it once for all aspects."""

    view: CaseView
    findings: tuple[Finding, ...]
    values: tuple[ValueRow, ...]


_Keyed = Iterable[tuple[str, NodeId]]
_Read = Callable[[_Case], _Keyed]


def side_by_side(views: Sequence[CaseView], catalogue: Catalogue) -> Overview:
    """Compare maps, each as of its own round, mostly all maps of a document.

    Runs every check on each of them.

    Raises:
        Defect: a check failed; the error names it.
    """
    cases = [_case(view, catalogue) for view in views]
    rows = (Row(aspect, tuple(_cell(aspect, read(case)) for case in cases)) for aspect, read in _ASPECTS.items())
    return Overview(tuple(map(_column, views)), tuple(rows), tuple(_found(cases)))


def _case(view: CaseView, catalogue: Catalogue) -> _Case:
    found = tuple(one for one in run_checks(view, catalogue) if one.set_aside is None)
    return _Case(view, found, value_table(view, catalogue).rows())


def _column(view: CaseView) -> Column:
    return Column(view.map_id, view.round.id if view.round is not None else None)


def _found(cases: Sequence[_Case]) -> Iterator[FoundRow]:
    for check in CHECKS:
        found = [[one for one in case.findings if one.check == check.id] for case in cases]
        if any(found):
            items = (tuple(dict.fromkeys(node for one in case for node in one.subject)) for case in found)
            yield FoundRow(check.id, tuple(map(len, found)), tuple(items))


def _cell(aspect: Aspect, keyed: _Keyed) -> Cell:
    """Put items together by key, in the order of the enumeration or the numbers; keys that have none as they come."""
    parts: dict[str, dict[NodeId, None]] = {}
    for key, item in keyed:
        parts.setdefault(key, {})[item] = None
    order = _ORDERS.get(aspect.vocabulary or aspect.keys, ())
    keys = sorted(parts, key=lambda key: order.index(key) if key in order else len(order))
    return Cell(tuple(Part(key, tuple(parts[key])) for key in keys))


# --- what is read of a case, by aspect --------------------------------------------------------------------------------


def _counting(case: _Case, kind: str) -> Iterator[Node]:
    return (node for node in case.view.of_kind(kind) if case.view.counts(node.id))


def _by_field(kind: str, field: str) -> _Read:
    """Read the nodes of a kind that count in the round, by what one of their fields says."""
    return lambda case: ((text_of(node.fields, field), node.id) for node in _counting(case, kind))


def _found_by(check: str) -> _Read:
    """Read what the findings of a check are about, without dividing it."""
    return lambda case: (("", node) for one in case.findings if one.check == check for node in one.subject)


def _by_status(kind: str) -> _Read:
    return lambda case: ((case.view.status(node.id).value, node.id) for node in _counting(case, kind))


def _owner(case: _Case) -> _Keyed:
    """Read whose map it is: the side that brought the case in; on another's map it may be missing (KB 1, 7.3)."""
    fields = case.view.map.fields if case.view.map is not None else {}
    owner = case.view.nodes.get(NodeId(text_of(fields, "owner")))
    return ((text_of(owner.fields, "type"), owner.id),) if owner is not None else ()


def _presence(case: _Case) -> _Keyed:
    return ((case.view.presence(actor.id), actor.id) for actor in case.view.of_kind("actor"))


def _only_hearsay(case: _Case) -> _Keyed:
    view = case.view
    return (("", one.id) for one in view.of_kind("actor") if voiced(view, one.id) and not is_heard(view, one.id))


def _knows_privacy(case: _Case) -> _Keyed:
    placements = case.view.placements
    knowing = (
        one.id for one in case.view.of_kind("actor") if "privacy" in texts_of(placements[one.id].fields, "expertise")
    )
    return ((case.view.presence(one), one) for one in knowing)


def _without_interest(case: _Case) -> _Keyed:
    return (("", one.id) for one in _counting(case, "position") if not case.view.out(one.id, "rests_on"))


def _of_values(chosen: Callable[[ValueRow], bool]) -> _Read:
    """Read the public interests of the values for which something holds, by value."""
    return lambda case: ((row.value, one) for row in case.values if chosen(row) for one in row.interests)


def _confused(case: _Case) -> _Keyed:
    """Read terms with several meanings, each under one of these; two on one map never share a concept."""
    homonyms = (one.subject for one in case.findings if one.check == "concept.homonym")
    return ((meanings[0], one) for meanings in homonyms for one in meanings)


def _concreteness(case: _Case) -> _Keyed:
    return ((str(concreteness(one)), one.id) for one in case.view.of_kind("purpose"))


def _options(case: _Case) -> _Keyed:
    """Read all options: those that were dropped belong to how it went."""
    return ((text_of(one.fields, "status"), one.id) for one in case.view.of_kind("option"))


def _unmitigated(case: _Case) -> _Keyed:
    risks = (node for one in case.findings if one.check == "risk.no-measure" for node in one.subject)
    return ((text_of(case.view.nodes[one].fields, "scope"), one) for one in risks)


def _losing_choice(case: _Case) -> _Keyed:
    plans = [*_counting(case, "option"), *_counting(case, "dataflow")]
    return (("", one) for plan in plans for one in case.view.targets(plan.id, "takes_choice_from"))


def _silent(case: _Case) -> _Keyed:
    return (("", row.group) for row in group_table(case.view) if row.is_silent)


def _elsewhere(case: _Case) -> _Keyed:
    """Read actors that stand on another map of the document too."""
    elsewhere = {place.node for place in case.view.graph.placements.values() if place.map != case.view.map_id}
    return (("", one.id) for one in case.view.of_kind("actor") if one.id in elsewhere)


def _choice(aspect: str, group: Group, section: str, vocabulary: str) -> Aspect:
    return Aspect(aspect, group, section, Keys.CHOICE, vocabulary)


_ASPECTS: Final[Mapping[Aspect, _Read]] = {
    _choice("owner", Group.PARTIES, "7.3", "actor_type"): _owner,
    _choice("presence", Group.PARTIES, "7.2", "presence"): _presence,
    Aspect("hearsay", Group.PARTIES, "7.2"): _only_hearsay,
    Aspect("elsewhere", Group.PARTIES, "7"): _elsewhere,
    Aspect("confused_terms", Group.WORDS, "7.2", Keys.TERM): _confused,
    Aspect("facts", Group.WORDS, "7.2", Keys.STATUS): _by_status("fact"),
    Aspect("problems", Group.WORDS, "7.2", Keys.STATUS): _by_status("problem"),
    Aspect("one_sided_research", Group.WORDS, "7.2"): _found_by("fact.ammunition"),
    _choice("problem_category", Group.WORDS, "4.5", "category"): _by_field("problem", "category"),
    _choice("problem_wording", Group.WORDS, "7.3", "wording"): _by_field("problem", "wording"),
    _choice("privacy_expertise", Group.LAW, "7.2", "presence"): _knows_privacy,
    _choice("legal_basis", Group.LAW, "7.2", "legal_basis_status"): _by_field("legal_basis", "status"),
    Aspect("flows_without_basis", Group.LAW, "8.3"): _found_by("flow.basis"),
    _choice("traffic", Group.TECHNIQUE, "7.2", "traffic"): _by_field("dataflow", "traffic"),
    _choice("level", Group.TECHNIQUE, "7.2", "data_level"): _by_field("dataflow", "level"),
    _choice("flow_status", Group.TECHNIQUE, "7.2", "dataflow_status"): _by_field("dataflow", "status"),
    _choice("horizon", Group.TECHNIQUE, "7.2", "horizon"): _by_field("option", "horizon"),
    Aspect("values_served", Group.VALUES, "7.2", Keys.VALUE): _of_values(lambda row: bool(row.serving)),
    Aspect("values_harmed", Group.VALUES, "7.2", Keys.VALUE): _of_values(lambda row: bool(row.harming)),
    Aspect("values_without_voice", Group.VALUES, "7.2", Keys.VALUE): _of_values(lambda row: row.voice is Voice.NOBODY),
    Aspect("silent_groups", Group.VALUES, "7.2"): _silent,
    Aspect("choice_lost", Group.VALUES, "8.8"): _losing_choice,
    _choice("positions", Group.AIMS, "7.3", "about"): _by_field("position", "about"),
    Aspect("positions_without_interest", Group.AIMS, "7.3"): _without_interest,
    _choice("interests", Group.AIMS, "9.1.4", "level"): _by_field("interest", "level"),
    Aspect("purposes", Group.AIMS, "7.3", Keys.NUMBER): _concreteness,
    _choice("risks", Group.OUTCOME, "8.5", "scope"): _by_field("risk", "scope"),
    _choice("risks_without_measure", Group.OUTCOME, "8.5", "scope"): _unmitigated,
    _choice("options", Group.OUTCOME, "7.2", "option_status"): _options,
    _choice("actions", Group.OUTCOME, "6", "action_status"): _by_field("action", "status"),
}
"""What is compared, in the order in which it is shown: group by group."""

_ORDERS: Final[Mapping[str, tuple[str, ...]]] = {
    **{field.vocabulary: field.choices for kind in KINDS.values() for field in kind.fields if field.choices},
    "presence": PRESENCES,
    Keys.STATUS: tuple(Status),
    Keys.NUMBER: tuple("0123456"),
}
"""In which order the keys of a cell come, by enumeration or by what they are."""
