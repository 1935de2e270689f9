"""Runs the checks over one map as of one round: all of them, or after an edit those for which something differs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from gvkaart.analysis import (
    choices,
    concepts,
    deals,
    definitions,
    facts,
    flows,
    interests,
    process,
    public_values,
    purposes,
    risks,
)
from gvkaart.analysis.argument_base import explanations_of
from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.differing import Difference, difference
from gvkaart.analysis.explaining import Explanation
from gvkaart.analysis.findings import SEVEREST_FIRST, Finding, finding_of, marked, set_aside_on
from gvkaart.analysis.reading import NotedView, Reads, Shared
from gvkaart.analysis.registry import Check
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.errors import Defect

CHECKS: Final[tuple[Check, ...]] = (
    concepts.homonym,
    definitions.synonym,
    concepts.undefined,
    concepts.framed,
    concepts.fact_or_word,
    definitions.circular,
    facts.disputed,
    facts.no_way_out,
    facts.one_sided,
    facts.unsourced,
    facts.carries_weight,
    facts.ammunition,
    facts.knowledge_gap,
    interests.position_without,
    interests.without_position,
    interests.unrepresented,
    public_values.not_considered,
    interests.silent_group,
    interests.absent_judged,
    interests.frame,
    interests.only_own,
    interests.unconfirmed,
    purposes.vague,
    purposes.mixed,
    purposes.problem_is_means,
    purposes.without_purpose,
    flows.basis,
    flows.purpose_shift,
    flows.needless_view,
    flows.unregistered,
    flows.not_correctable,
    flows.costs_without_benefit,
    risks.no_measure,
    risks.intended_missing,
    risks.alternative_missing,
    choices.taken_over,
    interests.end_of_talk,
    process.demand_without_promise,
    process.promise_loose,
    process.no_mandate,
    process.single_blocker,
    process.not_heard,
    process.late_lawyers,
    process.no_rules,
    process.nothing_shared,
    deals.at_absent_expense,
    deals.worse,
)
"""Every check there is, in the order of the manual."""


_WorkOut = Callable[[CaseView], Any]
_Again = Callable[[CaseView, Any], Any]


@dataclass(frozen=True, slots=True)
class Kept:
    """What came out of a check, or of something that checks share, and what was read for it."""

    value: Any
    reads: Reads


@dataclass(frozen=True, slots=True)
class Inspection:
    """What the checks found on a map, with what it takes to find out quicker what they find after an edit.

    Attributes:
        findings: in the order of the checks, severest first, then by subject; always the same order. What was set
            aside is among them, marked with how and why.
        explained: what stands, falls or is undecided, and why; see `explanations_of`.
    """

    findings: tuple[Finding, ...]
    explained: Mapping[NodeId, Explanation]
    view: CaseView
    catalogue: Catalogue
    kept: Mapping[object, Kept]


def run_checks(view: CaseView, catalogue: Catalogue, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """Return all findings on a map, in the order of `Inspection.findings`.

    Raises:
        Defect: a check failed; the error names it.
    """
    return inspect(view, catalogue, checks).findings


def inspect(
    view: CaseView, catalogue: Catalogue, checks: Sequence[Check] = CHECKS, before: Inspection | None = None
) -> Inspection:
    """Look for all findings on a map, in the end with the same outcome whatever came before.

    Args:
        view: the map as of a round.
        catalogue: the public values it is held against.
        checks: those to run.
        before: an earlier outcome, of whatever snapshot; a check that read nothing that differs is not run again.

    Raises:
        Defect: a check failed; the error names it.
    """
    run = _Run(view, catalogue, before)
    aside = set_aside_on(view.map_id, view.graph.set_aside.values())
    found = [finding for check in checks for finding in run.findings(check)]
    findings = tuple(one for finding in found for one in marked(finding, aside)) if aside else tuple(found)
    return Inspection(findings, run.answer(explanations_of), view, catalogue, run.kept)


class _Run:
    """One run: works out what is asked, unless what was kept of an earlier run still stands."""

    def __init__(self, view: CaseView, catalogue: Catalogue, before: Inspection | None) -> None:
        self.kept: dict[object, Kept] = {}
        self._same: dict[str, tuple[object, bool]] = {}
        """What was compared last of what a view knows, by name: what was known, and whether it still is."""
        self._view, self._catalogue = view, catalogue
        self._before: Mapping[object, Kept] = {}
        self._difference = Difference()
        if before is not None and before.catalogue is catalogue:
            found = difference(before.view, view)
            if found is not None:
                self._before, self._difference = before.kept, found

    def findings(self, check: Check) -> tuple[Finding, ...]:
        """Return what a check finds; none is set aside yet."""
        try:
            findings: tuple[Finding, ...] = self._ask(check, lambda view: self._look(check, view), None)
        except Exception as problem:
            raise Defect(f"check_failed.{check.id}") from problem
        return findings

    def _look(self, check: Check, view: CaseView) -> tuple[Finding, ...]:
        found = [finding_of(check.id, seen, {}) for seen in check.look(view, self._catalogue)]
        return tuple(sorted(found, key=_order))

    def answer(self, one: Shared[Any]) -> Any:
        """Return something that checks share."""
        return self._ask(one, one.function, one.again)

    def _ask(self, key: object, work_out: _WorkOut, again: _Again | None) -> Any:
        if key in self.kept:
            return self.kept[key].value
        before = self._before.get(key)
        if before is None:
            kept = self._worked_out(work_out)
        elif self._stands(before.reads):
            kept = before
        else:
            anew = self._worked_out(work_out if again is None else lambda view: again(view, before.value))
            kept = anew if anew.value != before.value else Kept(before.value, anew.reads)
        self.kept[key] = kept
        return kept.value

    def _worked_out(self, work_out: _WorkOut) -> Kept:
        view = NotedView(self._view, self.answer)
        return Kept(work_out(view), view.close())

    def _stands(self, reads: Reads) -> bool:
        """Tell whether nothing differs that was read; what is shared stands when it comes to the same."""
        return (
            self._difference.spares(reads)
            and all(self._is_known(name, value) for name, value in reads.values.items())
            and all(self.answer(one) is value for one, value in reads.shared.items())
        )

    def _is_known(self, name: str, value: object) -> bool:
        """Tell whether a view knows the same of a name as it did; compared once for all that read it."""
        known = self._same.get(name)
        if known is None or known[0] is not value:
            now = getattr(self._view, name)
            known = self._same[name] = (value, now is value or now == value)
        return known[1]


def _order(finding: Finding) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    return SEVEREST_FIRST.index(finding.severity), finding.subject, finding.evidence
