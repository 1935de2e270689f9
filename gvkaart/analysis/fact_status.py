"""The facts that have a status on a map, for the checks that look at no others (model, section 5).

A dimmed fact has no status that somebody in the round gave it, so it is none of these unless it was settled.
"""

from collections.abc import Mapping

from gvkaart.analysis.reading import shared
from gvkaart.domain.derived import CaseView, Status
from gvkaart.domain.entities import NodeId


@shared
def disputed_facts(view: CaseView) -> tuple[NodeId, ...]:
    """Return the facts that one actor claims or accepts and another disputes, in order of arrival."""
    return _by_status(view).get(Status.DISPUTED, ())


@shared
def one_sided_facts(view: CaseView) -> tuple[NodeId, ...]:
    """Return the facts that one actor claims and nobody else answers, in order of arrival."""
    return _by_status(view).get(Status.ONE_SIDED, ())


@shared
def settled_facts(view: CaseView) -> tuple[NodeId, ...]:
    """Return the facts that were settled, however, in order of arrival."""
    return _by_status(view).get(Status.SETTLED, ())


@shared
def _by_status(view: CaseView) -> Mapping[Status, tuple[NodeId, ...]]:
    found: dict[Status, list[NodeId]] = {}
    for fact in view.ids("fact"):
        found.setdefault(view.status(fact), []).append(fact)
    return {status: tuple(facts) for status, facts in found.items()}
