"""What is known of actors from themselves, and what only through others (KB 4.4: hear the others; model, section 5)."""

from collections.abc import Iterable
from typing import Final

from gvkaart.analysis.reading import shared
from gvkaart.domain.derived import CaseView, flag_of, is_second_hand
from gvkaart.domain.entities import Edge, NodeId
from gvkaart.domain.metamodel import is_attributed, relations_from

VOICED: Final = (
    *("holds", "has_interest", "represents", "claims", "accepts", "disputes"),
    *("means", "aims_at", "asks", "promises"),
)
"""Relations that say what an actor wants, thinks, knows or means, which only it can tell. What it does, decides or may
stop can be read elsewhere, and what it does not know it does not tell; neither shows that somebody listened to it."""

_NO_STATEMENT: Final = ("cites", "related")
"""Relations from an actor that say where something about it was read, or nothing in particular."""

_ATTRIBUTED: Final = tuple(
    relation.id
    for relation in relations_from("actor")
    if is_attributed(relation.id, "actor") and relation.id not in _NO_STATEMENT
)


@shared
def required(view: CaseView) -> tuple[NodeId, ...]:
    """Return the actors without whom there is no solution, at the table or not."""
    placements = view.placements
    return tuple(actor for actor in view.ids("actor") if flag_of(placements[actor].fields, "required"))


def attributed(view: CaseView, actor: NodeId) -> tuple[Edge, ...]:
    """Return what the map says of an actor in this round: what it does, has, thinks or may."""
    return view.out(actor, *_ATTRIBUTED)


def voiced(view: CaseView, actor: NodeId) -> tuple[Edge, ...]:
    """Return what an actor says itself, or is said to say."""
    return view.out(actor, *VOICED)


def is_heard(view: CaseView, actor: NodeId) -> bool:
    """Tell whether at least one thing that an actor says comes from itself."""
    return not all(map(is_second_hand, voiced(view, actor)))


@shared
def needed_unheard(view: CaseView) -> frozenset[NodeId]:
    """Return the actors without whom there is no solution and of whom nothing comes from themselves."""
    return frozenset(actor for actor in required(view) if not is_heard(view, actor))


def second_hand(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Return the edges that come from others than the actor they speak of."""
    return tuple(filter(is_second_hand, edges))
