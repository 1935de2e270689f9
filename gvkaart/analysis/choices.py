"""A check on choices that are made for people. Source: KB 8.8."""

from collections.abc import Iterator
from typing import Final

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.containing import contents
from gvkaart.analysis.findings import Observation, Severity, references
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, flag_of
from gvkaart.domain.entities import Edge, NodeId

_DECIDING: Final = ("option", "dataflow")
_BEARING: Final = ("hits", "harms")


@check("choice.taken-over", "", "no_deal")
def taken_over(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find options and flows that decide for somebody who bears the consequences (KB 8.8).

    What happens when nothing is agreed is no exception: it may be a practice that needs this question most.
    """
    for item in (node for kind in _DECIDING for node in view.of_kind(kind)):
        if not view.counts(item.id):
            continue
        borne = [
            (taken, consequences)
            for taken in view.out(item.id, "takes_choice_from")
            if (consequences := _consequences(view, item.id, taken.target))
        ]
        if borne:
            yield Observation(
                Severity.SERIOUS,
                subject=(item.id,),
                evidence=references(edge for taken, edges in borne for edge in (taken, *edges)),
                variant="no_deal" if flag_of(item.fields, "no_deal") else "",
                params={"item": (item.id,), "actors": tuple(sorted({taken.target for taken, _edges in borne}))},
            )


def _consequences(view: CaseView, item: NodeId, actor: NodeId) -> list[Edge]:
    """Return what an item or what it contains does to an actor, or to an interest it has."""
    own = {actor, *view.targets(actor, "has_interest")}
    parts = sorted(contents(view, item))
    return [edge for part in parts for edge in view.out(part, *_BEARING) if edge.target in own]
