"""The shared factual basis: what all who are needed say, and what is close to that (KB 6.1.3, 7.2).

A list to sign off in a conversation: of each fact and each needed actor, whether it said so itself. What is disputed is
left out, for that is to be found out first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from gvkaart.domain.derived import CaseView, Status, is_second_hand
from gvkaart.domain.entities import Node, NodeId


class Sign(StrEnum):
    """How an actor stands towards a fact on the list."""

    SIGNED = "signed"
    """It claims or accepts it, in its own words."""
    HEARD = "heard"
    """It is said to claim or accept it."""
    MISSING = "missing"
    """It says nothing of it, or does not know of it."""


_GROUPS: Final = {
    Status.SHARED: Status.SHARED,
    Status.SETTLED: Status.SETTLED,
    Status.PARTLY: Status.PARTLY,
    Status.ONE_SIDED: Status.PARTLY,
}


@dataclass(frozen=True, slots=True)
class BasisRow:
    """A fact on the list: `status` is shared, settled, or partly when somebody is missing."""

    fact: NodeId
    status: Status
    signs: Mapping[NodeId, Sign]

    @property
    def missing(self) -> tuple[NodeId, ...]:
        """The needed actors that neither claim nor accept it."""
        return tuple(actor for actor, sign in self.signs.items() if sign is Sign.MISSING)


@dataclass(frozen=True, slots=True)
class SharedBasis:
    """The list.

    Attributes:
        parties: the needed actors, by title.
        rows: what is shared, then what was settled, then what lacks fewest actors; by title.
        disputed: facts that are left out since they are disputed.
    """

    parties: tuple[NodeId, ...]
    rows: tuple[BasisRow, ...]
    disputed: tuple[NodeId, ...]

    def with_status(self, status: Status) -> tuple[BasisRow, ...]:
        """Return the facts of one status, in the order of the list."""
        return tuple(row for row in self.rows if row.status is status)


def shared_basis(view: CaseView) -> SharedBasis:
    """Read what everybody says on a map as of its round, and what some say."""
    facts = sorted(view.of_kind("fact"), key=lambda node: (node.title.casefold(), node.id))
    parties = tuple(sorted(view.needed, key=lambda one: (view.nodes[one].title.casefold(), one)))
    rows = [_row(view, fact, parties) for fact in facts if view.status(fact.id) in _GROUPS and view.counts(fact.id)]
    rows.sort(key=lambda row: (list(_GROUPS).index(row.status), len(row.missing) if _is_open(row) else 0))
    disputed = tuple(fact.id for fact in facts if view.status(fact.id) is Status.DISPUTED)
    return SharedBasis(parties, tuple(rows), disputed)


def _is_open(row: BasisRow) -> bool:
    return row.status is Status.PARTLY


def _row(view: CaseView, fact: Node, parties: tuple[NodeId, ...]) -> BasisRow:
    said: dict[NodeId, Sign] = dict.fromkeys(parties, Sign.MISSING)
    for edge in view.into(fact.id, "claims", "accepts"):
        if edge.source in said and said[edge.source] is not Sign.SIGNED:
            said[edge.source] = Sign.HEARD if is_second_hand(edge) else Sign.SIGNED
    return BasisRow(fact.id, _GROUPS[view.status(fact.id)], said)
