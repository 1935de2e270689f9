"""What each actor does not know yet: what to tell it before one talks (KB 4.4: the same knowledge for all; 4.5, 9.1.3).

News for an actor is a fact or a problem that it is said not to know of, or that others claim or accept, that matters to
it (see `gvkaart.analysis.puzzle`) and on which it took no stand: whether it knows of that, the map does not say. What
was refuted or given up is no news. A group of people is told nothing here, unless the map says what it does not know:
one talks with those who speak for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from gvkaart.analysis.puzzle import Piece, pieces_of
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId

_TOLD: Final = ("fact", "problem")


@dataclass(frozen=True, slots=True)
class News:
    """Something to tell an actor.

    Attributes:
        is_unaware: whether the map says that the actor does not know of it; otherwise that is not known.
        matters: the items through which it matters to the actor; the item itself when it touches the actor.
        tellers: the actors that claim or accept it.
    """

    item: NodeId
    is_unaware: bool
    matters: tuple[NodeId, ...]
    tellers: tuple[NodeId, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """What is news for an actor: first what it does not know of, then what matters most to it."""

    actor: NodeId
    news: tuple[News, ...]


def briefings(view: CaseView) -> tuple[Briefing, ...]:
    """Return what to tell whom: those at the table first, then by title; an actor that knows all is not there."""
    told: dict[NodeId, list[News]] = {}
    for piece in pieces_of(view, _TOLD):
        for actor, news in _news(view, piece):
            told.setdefault(actor, []).append(news)
    actors = sorted(told, key=lambda one: (one not in view.at_table, view.nodes[one].title.casefold(), one))
    return tuple(Briefing(actor, tuple(sorted(told[actor], key=_weight))) for actor in actors)


def _news(view: CaseView, piece: Piece) -> Iterator[tuple[NodeId, News]]:
    unaware = {edge.source for edge in piece.unaware}
    known = piece.holders | {edge.source for edge in piece.disputing}
    groups = {group.id for group in view.groups}
    tellers = tuple(sorted(piece.holders))
    for actor in sorted((unaware | piece.matters.keys()) - known):
        if actor in unaware or (tellers and actor not in groups):
            yield actor, News(piece.item, actor in unaware, piece.matters.get(actor, ()), tellers)


def _weight(news: News) -> tuple[bool, int]:
    return not news.is_unaware, -len(news.matters)
