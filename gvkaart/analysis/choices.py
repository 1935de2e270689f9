"""A check on choices that are made for people. Source: KB 8.8."""

from collections.abc import Iterator
from typing import Final

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.containing import contents
from gvkaart.analysis.findings import Observation, Severity, references
from gvkaart.analysis.overtaken import in_play_of
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, flag_of, text_of
from gvkaart.domain.entities import Edge, NodeId

_DECIDING: Final = ("option", "dataflow")
_BEARING: Final = ("hits", "harms")


@check("choice.taken-over", "", "no_deal")
def taken_over(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find options and flows that decide for somebody who bears the consequences (KB 8.8).

    What happens when nothing is agreed is no exception: it may be a practice that somebody chose, and that needs this
    question most. It is milder when nobody chose it, for then it speaks for a deal as well.
    """
    for item in (node for kind in _DECIDING for node in in_play_of(view, kind)):
        borne = [
            (taken, consequences)
            for taken in view.out(item.id, "takes_choice_from")
            if (consequences := _consequences(view, item.id, taken.target))
        ]
        if borne:
            befalls = flag_of(item.fields, "no_deal") and text_of(item.fields, "status") != "chosen"
            yield Observation(
                Severity.ATTENTION if befalls else Severity.SERIOUS,
                subject=(item.id,),
                evidence=references(edge for taken, edges in borne for edge in (taken, *edges)),
                variant="no_deal" if befalls else "",
                params={"item": (item.id,), "actors": tuple(sorted({taken.target for taken, _edges in borne}))},
            )


def _consequences(view: CaseView, item: NodeId, actor: NodeId) -> list[Edge]:
    """Return what an item or what it contains does to an actor, or to an interest it has."""
    own = {actor, *view.targets(actor, "has_interest")}
    parts = sorted(contents(view, item))
    return [edge for part in parts for edge in view.out(part, *_BEARING) if edge.target in own]
