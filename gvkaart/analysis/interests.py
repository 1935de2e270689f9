"""Checks on interests: positions without one, and those for whom or for which nobody at the table speaks.

Sources: KB 1, 7.2, 9.1.3, 9.1.4, 9.3.
"""

from collections.abc import Iterator

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, references
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Edge, NodeId

_TOUCHING = ("option", "dataflow", "purpose", "measure", "risk")
"""Kinds that do something to an interest; a position only says so."""


@check("interest.position-without")
def position_without(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find positions that rest on no interest (KB 9.1.3)."""
    for position in view.of_kind("position"):
        if view.counts(position.id) and not view.out(position.id, "rests_on"):
            yield Observation(
                Severity.ATTENTION,
                subject=(position.id,),
                params={"position": (position.id,)},
            )


@check("interest.unrepresented")
def unrepresented(view: CaseView, catalogue: Catalogue) -> Iterator[Observation]:
    """Find public interests that something on the map touches, while nobody at the table has or represents them."""
    if not table_is_known(view):
        return
    for interest in view.of_kind("interest"):
        touching = _touching(view, interest.id, "serves", "harms", "pursues")
        if text_of(interest.fields, "level") == "public" and interest.id not in view.represented and touching:
            value = text_of(interest.fields, "value")
            yield Observation(
                Severity.SERIOUS,
                subject=(interest.id,),
                evidence=references(touching),
                values=(value,) if value in catalogue else (),
                params={"interest": (interest.id,)},
            )


@check("interest.silent-group")
def silent_group(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find groups that something on the map hits, serves or harms, and that nobody at the table represents."""
    if not table_is_known(view):
        return
    for group in view.groups:
        touching = [edge for edge in view.into(group.id, "hits", "serves", "harms") if view.counts(edge.source)]
        if touching and group.id not in view.represented:
            yield Observation(
                Severity.SERIOUS,
                subject=(group.id,),
                evidence=references(touching),
                params={"group": (group.id,)},
            )


def table_is_known(view: CaseView) -> bool:
    """Tell whether silence says something: with parties on the map, somebody's presence must have been recorded.

    A map on which nobody filled in who is at the table leaves unknown who is missing there.
    """
    actors = {actor.id for actor in view.of_kind("actor")}
    parties = actors - {group.id for group in view.groups}
    return not parties or any(map(view.presence, actors))


def _touching(view: CaseView, interest: NodeId, *relations: str) -> list[Edge]:
    return [
        edge
        for edge in view.into(interest, *relations)
        if view.nodes[edge.source].kind in _TOUCHING and view.counts(edge.source)
    ]
