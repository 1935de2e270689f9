"""Checks on facts: what is disputed, what would settle it, what only one party says. Source: KB 4.5, 6.1.3, 7.2."""

from collections.abc import Iterator

from gvkaart.analysis.argumentation import Argumentation
from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, TextKeys, references
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, Status, text_of
from gvkaart.domain.entities import Node, NodeId

_WAYS_OUT = ("settle_question", "settle_by", "settle_date")
_STANDS = ("claims", "accepts", "disputes")


def _facts(view: CaseView, status: Status) -> Iterator[Node]:
    """Return the facts of a status that somebody in this round gave it; a dimmed fact has none of these."""
    return (fact for fact in view.of_kind("fact") if view.status(fact.id) is status)


@check("fact.disputed")
def disputed(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find facts that one actor claims or accepts and another disputes."""
    for fact in _facts(view, Status.DISPUTED):
        in_favour, against = view.sides(fact.id)
        yield Observation(
            Severity.ATTENTION,
            subject=(fact.id,),
            evidence=references(view.into(fact.id, *_STANDS)),
            params={
                "fact": (fact.id,),
                "in_favour": tuple(sorted(in_favour)),
                "against": tuple(sorted(against)),
            },
        )


@check("fact.no-way-out", "", "partly")
def no_way_out(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find disputed facts without the question, the person or the date that would settle them."""
    for fact in _facts(view, Status.DISPUTED):
        missing = [way for way in _WAYS_OUT if not text_of(fact.fields, way)]
        if missing:
            partly = len(missing) < len(_WAYS_OUT)
            yield Observation(
                Severity.ATTENTION if partly else Severity.SERIOUS,
                subject=(fact.id,),
                evidence=references(view.into(fact.id, "disputes")),
                variant="partly" if partly else "",
                params={
                    "fact": (fact.id,),
                    "missing": TextKeys(tuple(f"checks.part.{way}" for way in missing)),
                },
            )


@check("fact.one-sided", "", "carries")
def one_sided(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find facts that one actor claims and nobody else answers; worse when others build on them."""
    argumentation = Argumentation(view)
    for fact in _facts(view, Status.ONE_SIDED):
        carried = [item for item in argumentation.resting_on(fact.id) if _is_built_by_others(view, item, fact.id)]
        yield Observation(
            Severity.ATTENTION if carried else Severity.INFO,
            subject=(fact.id,),
            evidence=(*carried, *references(view.into(fact.id, "claims"))),
            variant="carries" if carried else "",
            params={
                "fact": (fact.id,),
                "actor": view.sources(fact.id, "claims"),
                "items": tuple(sorted(carried)),
            },
        )


def _is_built_by_others(view: CaseView, item: NodeId, fact: NodeId) -> bool:
    """Tell whether an item is a purpose, or a position of an actor that took no stand on the fact."""
    kind = view.nodes[item].kind
    silent = set(view.sources(item, "holds")) - set(view.sources(fact, *_STANDS))
    return kind == "purpose" or (kind == "position" and bool(silent))
