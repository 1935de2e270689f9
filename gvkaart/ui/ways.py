"""The ways in which one item can be joined to another: every relation, read from either end, in plain words."""

from dataclasses import dataclass
from functools import cache

from gvkaart.domain.metamodel import KINDS, RELATIONS, SYMMETRIC


@dataclass(frozen=True, slots=True)
class Way:
    """A relation in one of its two directions, and the kinds at the other end."""

    relation: str
    outgoing: bool
    kinds: tuple[str, ...]

    @property
    def words(self) -> str:
        """The key of its words."""
        return f"{'relation' if self.outgoing else 'inverse'}.{self.relation}"


@cache
def ways_of(kind: str) -> tuple[Way, ...]:
    """Return all ways for an item of a kind, outgoing ones first; one that reads alike from both ends comes once."""
    ways = []
    for outgoing in (True, False):
        for relation in RELATIONS.values():
            kinds = tuple(one for one in KINDS if relation.allows(*((kind, one) if outgoing else (one, kind))))
            if kinds and (outgoing or relation.id not in SYMMETRIC):
                ways.append(Way(relation.id, outgoing, kinds))
    return tuple(ways)


def ways_between(kind: str, other: str) -> tuple[Way, ...]:
    """Return the ways from an item of one kind to an item of another, the most telling first.

    What an actor does or thinks comes first, since every statement belongs to somebody; what reads alike from both ends
    says least and comes last.
    """
    ways = [way for way in ways_of(kind) if other in way.kinds]
    return tuple(sorted(ways, key=lambda way: (way.relation in SYMMETRIC, not _is_by_actor(way, kind, other))))


def _is_by_actor(way: Way, kind: str, other: str) -> bool:
    return (kind if way.outgoing else other) == "actor"
