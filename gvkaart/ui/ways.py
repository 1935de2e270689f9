"""The ways in which one item can be joined to another: every relation, read from either end, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

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


@dataclass(frozen=True, slots=True)
class Continuation:
    """A way to go on from an item, to an item of one kind."""

    way: Way
    kind: str


GENERAL: Final = "related"
"""The relation that joins anything to anything: it says only that two things have to do with each other."""

_OUT, _IN = True, False

_USUAL: Final[Mapping[str, tuple[tuple[bool, str, str], ...]]] = {
    "actor": (
        (_OUT, "holds", "position"),
        (_OUT, "has_interest", "interest"),
        (_OUT, "claims", "fact"),
        (_OUT, "means", "concept"),
        (_OUT, "accepts", "problem"),
        (_OUT, "disputes", "fact"),
        (_OUT, "sends", "dataflow"),
        (_OUT, "receives", "dataflow"),
        (_OUT, "acts_in", "purpose"),
    ),
    "question": ((_IN, "answers", "position"), (_IN, "answers", "option"), (_OUT, "uses", "concept")),
    "position": (
        (_OUT, "rests_on", "interest"),
        (_IN, "holds", "actor"),
        (_IN, "supports", "fact"),
        (_IN, "supports", "argument"),
        (_OUT, "answers", "question"),
        (_IN, "undermines", "fact"),
        (_OUT, "uses", "concept"),
        (_OUT, "replaces", "position"),
        (_OUT, "cites", "source"),
    ),
    "interest": (
        (_IN, "has_interest", "actor"),
        (_IN, "rests_on", "position"),
        (_IN, "serves", "option"),
        (_IN, "harms", "risk"),
        (_IN, "harms", "dataflow"),
        (_IN, "represents", "actor"),
        (_IN, "pursues", "purpose"),
        (_IN, "serves", "measure"),
        (_OUT, "cites", "source"),
    ),
    "fact": (
        (_IN, "claims", "actor"),
        (_IN, "accepts", "actor"),
        (_IN, "disputes", "actor"),
        (_OUT, "supports", "position"),
        (_OUT, "supports", "argument"),
        (_OUT, "undermines", "position"),
        (_OUT, "uses", "concept"),
        (_IN, "unaware_of", "actor"),
        (_OUT, "cites", "source"),
    ),
    "argument": (
        (_OUT, "supports", "position"),
        (_OUT, "undermines", "position"),
        (_IN, "supports", "fact"),
        (_IN, "supports", "assumption"),
        (_OUT, "supports", "option"),
        (_IN, "undermines", "fact"),
        (_OUT, "cites", "source"),
    ),
    "assumption": (
        (_OUT, "supports", "argument"),
        (_OUT, "supports", "position"),
        (_IN, "supports", "fact"),
        (_IN, "undermines", "fact"),
        (_OUT, "supports", "option"),
        (_OUT, "cites", "source"),
    ),
    "concept": (
        (_IN, "means", "actor"),
        (_OUT, "differs_from", "concept"),
        (_OUT, "close_match", "concept"),
        (_OUT, "broad_match", "concept"),
        (_OUT, "related_match", "concept"),
        (_OUT, "exact_match", "concept"),
        (_IN, "uses", "position"),
        (_IN, "uses", "fact"),
        (_OUT, "cites", "source"),
    ),
    "purpose": (
        (_OUT, "pursues", "interest"),
        (_IN, "acts_in", "actor"),
        (_IN, "needed_for", "dataflow"),
        (_OUT, "based_on", "legal_basis"),
        (_OUT, "poses", "risk"),
        (_IN, "aims_at", "actor"),
        (_IN, "aims_at", "option"),
        (_IN, "collected_for", "dataflow"),
        (_OUT, "cites", "source"),
    ),
    "dataflow": (
        (_IN, "sends", "actor"),
        (_IN, "receives", "actor"),
        (_OUT, "needed_for", "purpose"),
        (_OUT, "collected_for", "purpose"),
        (_OUT, "based_on", "legal_basis"),
        (_OUT, "poses", "risk"),
        (_OUT, "harms", "interest"),
        (_OUT, "hits", "actor"),
        (_IN, "links", "actor"),
    ),
    "legal_basis": (
        (_IN, "based_on", "dataflow"),
        (_IN, "based_on", "purpose"),
        (_IN, "based_on", "option"),
        (_OUT, "cites", "source"),
    ),
    "risk": (
        (_OUT, "hits", "actor"),
        (_OUT, "harms", "interest"),
        (_IN, "mitigates", "measure"),
        (_IN, "poses", "dataflow"),
        (_IN, "poses", "option"),
        (_IN, "poses", "purpose"),
        (_OUT, "cites", "source"),
    ),
    "measure": (
        (_OUT, "mitigates", "risk"),
        (_OUT, "serves", "interest"),
        (_IN, "contains", "option"),
        (_OUT, "addresses", "problem"),
        (_OUT, "cites", "source"),
    ),
    "option": (
        (_OUT, "answers", "question"),
        (_OUT, "serves", "interest"),
        (_OUT, "contains", "measure"),
        (_OUT, "contains", "dataflow"),
        (_OUT, "aims_at", "purpose"),
        (_OUT, "poses", "risk"),
        (_OUT, "harms", "interest"),
        (_OUT, "addresses", "problem"),
        (_IN, "decides", "actor"),
    ),
    "problem": (
        (_OUT, "hits", "actor"),
        (_IN, "accepts", "actor"),
        (_IN, "claims", "actor"),
        (_IN, "causes", "problem"),
        (_OUT, "causes", "problem"),
        (_IN, "addresses", "option"),
        (_IN, "addresses", "measure"),
        (_IN, "disputes", "actor"),
        (_OUT, "cites", "source"),
    ),
    "action": (
        (_IN, "promises", "actor"),
        (_IN, "asks", "actor"),
        (_OUT, "asked_of", "actor"),
        (_OUT, "in_exchange_for", "action"),
        (_OUT, "addresses", "problem"),
        (_IN, "decides", "actor"),
        (_IN, "contains", "option"),
    ),
    "event": (
        (_OUT, "causes", "fact"),
        (_OUT, "causes", "problem"),
        (_OUT, "happened_to", "dataflow"),
        (_OUT, "happened_to", "legal_basis"),
        (_OUT, "happened_to", "actor"),
        (_OUT, "cites", "source"),
    ),
    "source": (
        (_IN, "cites", "fact"),
        (_IN, "cites", "position"),
        (_IN, "cites", "interest"),
        (_IN, "cites", "concept"),
        (_IN, "cites", "problem"),
        (_IN, "cites", "argument"),
        (_IN, "cites", "actor"),
        (_IN, "cites", "note"),
    ),
    "note": (
        (_OUT, "related", "position"),
        (_OUT, "related", "actor"),
        (_OUT, "related", "option"),
        (_OUT, "related", "fact"),
        (_OUT, "cites", "source"),
    ),
}
"""How one usually goes on from an item of a kind, at most nine: (outgoing, relation, kind at the other end).

The first is the next step of the method: behind an actor its position, under a position the interest (KB 4). The others
are in order of how often they occur in worked-out cases. The order is fixed and does not follow use, so that a digit
or an arrow key leads to the same every time.
"""


@cache
def continuations(kind: str) -> tuple[Continuation, ...]:
    """Return all ways to go on from an item of a kind, one for each kind at the other end: the usual ones first.

    Of the others, what reads alike from both ends comes last: it says least.
    """
    everything = {
        (one.outgoing, one.relation, end): Continuation(one, end) for one in ways_of(kind) for end in one.kinds
    }
    usual = [everything[key] for key in _USUAL[kind]]
    others = [one for key, one in everything.items() if key not in _USUAL[kind]]
    return (*usual, *sorted(others, key=lambda one: one.way.relation in SYMMETRIC))


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


@cache
def joins_in_particular(kind: str, other: str) -> bool:
    """Tell whether items of two kinds can be joined by a relation that says more than that they are related."""
    return any(way.relation != GENERAL for way in ways_between(kind, other))


def _is_by_actor(way: Way, kind: str, other: str) -> bool:
    return (kind if way.outgoing else other) == "actor"
