"""The factual basis of a map: who says what about which fact, and how things stand (KB 4.5, 6.1.3, 7.2).

Only reads; sentences are made elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gvkaart.domain.derived import CaseView, Status, is_second_hand
from gvkaart.domain.entities import Edge, NodeId, Round

ORDER: Final = (Status.DISPUTED, Status.ONE_SIDED, Status.PARTLY, Status.SHARED, Status.SETTLED, Status.LOOSE)
"""What asks most attention comes first."""


class Stand(StrEnum):
    """What an actor says about a fact; the values are the relations of the model."""

    CLAIMS = "claims"
    ACCEPTS = "accepts"
    DISPUTES = "disputes"
    UNAWARE = "unaware_of"


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact.

    Attributes:
        stands: what each actor says about it in the round of the view, as the edges that say so; an actor that says
            nothing is not there.
    """

    fact: NodeId
    status: Status
    stands: Mapping[NodeId, tuple[Edge, ...]]

    def stand_of(self, actor: NodeId) -> Stand | None:
        """Return what an actor says; of more than one thing the first in the order of `Stand`."""
        said = {edge.relation for edge in self.stands.get(actor, ())}
        return next((stand for stand in Stand if stand in said), None)

    def is_hearsay(self, actor: NodeId) -> bool:
        """Tell whether all that an actor says about it was heard from somebody else."""
        edges = self.stands.get(actor, ())
        return bool(edges) and all(map(is_second_hand, edges))


@dataclass(frozen=True, slots=True)
class FactTable:
    """All facts of a map.

    Attributes:
        actors: those at the table, and then the others that say something about any fact.
        rows: the facts that play a part in the round of the view.
        dimmed: those that somebody stood behind in another round and nobody does now; checks pass these over.
    """

    actors: tuple[NodeId, ...]
    rows: tuple[FactRow, ...]
    dimmed: tuple[FactRow, ...] = ()

    def with_status(self, status: Status) -> tuple[FactRow, ...]:
        """Return the facts of one status, in the order of the table."""
        return tuple(row for row in self.rows if row.status is status)


def fact_table(view: CaseView) -> FactTable:
    """Read the facts of a map as of its round: in the order of `ORDER`, then by title. One pass over the edges."""
    rows = [FactRow(fact.id, view.status(fact.id), _stands(view, fact.id)) for fact in view.of_kind("fact")]
    rows.sort(key=lambda row: (ORDER.index(row.status), view.nodes[row.fact].title.casefold(), row.fact))
    shown = view.at_table | {actor for row in rows for actor in row.stands}
    actors = sorted(shown, key=lambda one: (one not in view.at_table, view.nodes[one].title.casefold(), one))
    playing = tuple(row for row in rows if view.counts(row.fact))
    return FactTable(tuple(actors), playing, tuple(row for row in rows if not view.counts(row.fact)))


def courses(view: CaseView) -> Mapping[NodeId, tuple[tuple[Round, Status], ...]]:
    """Return how facts stood in the rounds up to that of the view: each round in which the status became another.

    The first round is always there; of a fact that never changed it is the only one.
    """
    now = view.round.position if view.round is not None else -1
    found: dict[NodeId, tuple[tuple[Round, Status], ...]] = {}
    for round_ in (one for one in view.rounds.values() if one.position <= now):
        seen = view if round_ is view.round else CaseView(view.graph, view.map_id, round_.id)
        for fact in seen.of_kind("fact"):
            before, status = found.get(fact.id, ()), seen.status(fact.id)
            if not before or before[-1][1] is not status:
                found[fact.id] = (*before, (round_, status))
    return found


def _stands(view: CaseView, fact: NodeId) -> Mapping[NodeId, tuple[Edge, ...]]:
    found: dict[NodeId, tuple[Edge, ...]] = {}
    for edge in view.into(fact, *Stand):
        found[edge.source] = (*found.get(edge.source, ()), edge)
    return found
