"""Runs the checks over one map as of one round."""

from collections.abc import Iterator, Sequence
from typing import Final

from gvkaart.analysis import concepts, facts, flows, interests, purposes
from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import SEVEREST_FIRST, Finding, Observation, finding_of, set_aside_on
from gvkaart.analysis.registry import Check
from gvkaart.domain.derived import CaseView
from gvkaart.domain.errors import Defect

CHECKS: Final[tuple[Check, ...]] = (
    concepts.homonym,
    concepts.undefined,
    concepts.framed,
    facts.disputed,
    facts.no_way_out,
    facts.one_sided,
    interests.position_without,
    interests.unrepresented,
    interests.silent_group,
    purposes.vague,
    purposes.problem_is_means,
    flows.basis,
)
"""Every check there is, in the order of the manual."""


def run_checks(view: CaseView, catalogue: Catalogue, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """Return all findings: in the order of the checks, severest first, then by subject; always the same order.

    What was set aside is among them, marked with how and why.

    Raises:
        Defect: a check failed; the error names it.
    """
    aside = set_aside_on(view.map_id, view.graph.set_aside.values())
    found = ([finding_of(check.id, seen, aside) for seen in _seen_by(check, view, catalogue)] for check in checks)
    return tuple(finding for findings in found for finding in sorted(findings, key=_order))


def _seen_by(check: Check, view: CaseView, catalogue: Catalogue) -> Iterator[Observation]:
    try:
        yield from check.look(view, catalogue)
    except Exception as problem:
        raise Defect(f"check_failed.{check.id}") from problem


def _order(finding: Finding) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    return SEVEREST_FIRST.index(finding.severity), finding.subject, finding.evidence
