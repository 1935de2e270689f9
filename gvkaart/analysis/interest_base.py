"""Positions and the interests underneath, per actor and between each two of them (KB 9.1.3, 9.1.4, 9.3).

Between two actors an interest is *shared* when both have it, or have interests that stand for the same public value. A
position of one is *complementary* to the other when it serves an interest only the other has, and *conflicting* when it
harms an interest of the other. They agree on the goal and differ on the *means* when they share an interest, or aim at
one purpose, while positions of theirs answer one question in two ways or conflict with what the other wants. What
nobody wrote down is not guessed: then there is nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from typing import Final

from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Edge, NodeId


class Relation(StrEnum):
    """How two actors stand towards each other; what a conversation has to begin with comes first."""

    MEANS = "means"
    """They want the same, and differ on how."""
    CONFLICTING = "conflicting"
    SHARED = "shared"
    COMPLEMENTARY = "complementary"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """A position of an actor.

    Attributes:
        held: the edge by which the actor holds it.
        interests: those it rests on.
    """

    held: Edge
    interests: tuple[NodeId, ...]

    @property
    def position(self) -> NodeId:
        """The position."""
        return self.held.target


@dataclass(frozen=True, slots=True)
class ActorInterests:
    """What one actor says it wants, and why.

    Attributes:
        positions: in the order of their titles.
        having: the edges by which it has interests, the most important first.
        beneath: interests under its positions that nobody says it has: those are inferred.
    """

    actor: NodeId
    positions: tuple[HeldPosition, ...]
    having: tuple[Edge, ...]
    beneath: tuple[NodeId, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """What there is between two actors.

    Attributes:
        shared: interests both have; of a public value, the interests of both that stand for it.
        complementary: edges by which a position of one serves an interest only the other has.
        conflicting: edges by which a position of one harms an interest of the other.
        goals: purposes both aim at.
        means: pairs of positions, one of each, that answer one question in two ways.
    """

    first: NodeId
    second: NodeId
    shared: tuple[NodeId, ...] = ()
    complementary: tuple[Edge, ...] = ()
    conflicting: tuple[Edge, ...] = ()
    goals: tuple[NodeId, ...] = ()
    means: tuple[tuple[NodeId, NodeId], ...] = ()

    @property
    def relation(self) -> Relation:
        """How they stand towards each other."""
        same = self.shared or self.goals
        if same and (self.means or self.conflicting):
            return Relation.MEANS
        if self.conflicting:
            return Relation.CONFLICTING
        if same:
            return Relation.SHARED
        return Relation.COMPLEMENTARY if self.complementary else Relation.UNKNOWN

    @property
    def nodes(self) -> tuple[NodeId, ...]:
        """All items this rests on, besides the two actors."""
        edges = (*self.complementary, *self.conflicting)
        found = (
            *self.shared,
            *self.goals,
            *(end for edge in edges for end in (edge.source, edge.target)),
            *_flat(self.means),
        )
        return tuple(dict.fromkeys(found))


_WEIGHT: Final = {"high": 0, "middle": 1, "": 1, "low": 2}


def actors_with_interests(view: CaseView) -> tuple[ActorInterests, ...]:
    """Return every actor that holds a position or has an interest in the round of a view: those at the table first."""
    found = [_of_actor(view, actor.id) for actor in view.of_kind("actor")]
    known = [one for one in found if one.positions or one.having]
    known.sort(key=lambda one: _place(view, one.actor))
    return tuple(known)


def _place(view: CaseView, actor: NodeId) -> tuple[bool, str, str]:
    return actor not in view.at_table, view.nodes[actor].title.casefold(), actor


def _of_actor(view: CaseView, actor: NodeId) -> ActorInterests:
    held = sorted(view.out(actor, "holds"), key=lambda edge: view.nodes[edge.target].title.casefold())
    positions = tuple(HeldPosition(edge, view.targets(edge.target, "rests_on")) for edge in held)
    having = sorted(view.out(actor, "has_interest"), key=lambda edge: _importance(view, edge))
    had = {edge.target for edge in having}
    beneath = dict.fromkeys(one for position in positions for one in position.interests if one not in had)
    return ActorInterests(actor, positions, tuple(having), tuple(beneath))


def _importance(view: CaseView, edge: Edge) -> tuple[int, str]:
    return _WEIGHT.get(text_of(edge.fields, "importance"), 1), view.nodes[edge.target].title.casefold()


@dataclass
class _Found:
    """What is found between two actors so far."""

    shared: dict[NodeId, None] = field(default_factory=dict)
    complementary: list[Edge] = field(default_factory=list)
    conflicting: list[Edge] = field(default_factory=list)
    goals: list[NodeId] = field(default_factory=list)
    means: dict[tuple[NodeId, NodeId], None] = field(default_factory=dict)


_Pair = tuple[NodeId, NodeId]


def between(view: CaseView) -> Mapping[_Pair, Between]:
    """Return what there is between actors, for each two between whom there is anything, by their ids in order.

    Costs time in proportion to the edges and to the pairs found: two actors without anything between them cost nothing.
    """
    found: dict[_Pair, _Found] = defaultdict(_Found)
    wanted = _wanted(view)
    for interests, actors in _common(view, wanted):
        for pair in combinations(sorted(actors), 2):
            found[pair].shared.update(dict.fromkeys(one for one in interests if wanted[one] & set(pair)))
    for holder, edge, other in _effects(view, wanted):
        one = found[_pair(holder, other)]
        (one.conflicting if edge.relation == "harms" else one.complementary).append(edge)
    for purpose in view.of_kind("purpose"):
        aiming = (one for one in view.sources(purpose.id, "aims_at") if view.nodes[one].kind == "actor")
        for pair in combinations(sorted(aiming), 2):
            found[pair].goals.append(purpose.id)
    for pair, positions in _differing(view):
        if pair in found:
            found[pair].means[positions] = None
    return {pair: _between(pair, one) for pair, one in sorted(found.items())}


def _between(pair: _Pair, found: _Found) -> Between:
    return Between(
        *pair,
        tuple(found.shared),
        tuple(found.complementary),
        tuple(found.conflicting),
        tuple(found.goals),
        tuple(found.means),
    )


def _wanted(view: CaseView) -> Mapping[NodeId, frozenset[NodeId]]:
    """Return per interest the actors that have it."""
    return {one.id: frozenset(view.sources(one.id, "has_interest")) for one in view.of_kind("interest")}


def _common(
    view: CaseView, wanted: Mapping[NodeId, frozenset[NodeId]]
) -> Iterator[tuple[Sequence[NodeId], frozenset[NodeId]]]:
    """Return interests that are one and the same, with the actors that have any of them."""
    same: dict[str, list[NodeId]] = defaultdict(list)
    for interest in wanted:
        same[text_of(view.nodes[interest].fields, "value") or f" {interest}"].append(interest)
    for interests in same.values():
        yield interests, frozenset().union(*(wanted[one] for one in interests))


def _effects(view: CaseView, wanted: Mapping[NodeId, frozenset[NodeId]]) -> Iterator[tuple[NodeId, Edge, NodeId]]:
    """Return how positions of one actor serve what only another has, or harm what another has: holder, edge, other."""
    for position in view.of_kind("position"):
        holders = view.sources(position.id, "holds")
        for edge in view.out(position.id, "serves", "harms"):
            having = wanted.get(edge.target, frozenset())
            for holder in holders:
                if edge.relation == "serves" and holder in having:
                    continue
                for other in sorted(having - {holder}):
                    yield holder, edge, other


def _differing(view: CaseView) -> Iterator[tuple[_Pair, tuple[NodeId, NodeId]]]:
    """Return positions that differ on the means, with the two actors that hold them, in the order of the actors."""
    for first, second in _rivals(view):
        ours, theirs = view.sources(first, "holds"), view.sources(second, "holds")
        for one in ours:
            for other in theirs:
                if one != other and other not in ours and one not in theirs:
                    positions = (first, second) if one < other else (second, first)
                    yield _pair(one, other), positions


def _rivals(view: CaseView) -> Iterator[tuple[NodeId, NodeId]]:
    for question in view.of_kind("question"):
        answers = [one for one in view.sources(question.id, "answers") if view.nodes[one].kind == "position"]
        yield from combinations(answers, 2)


def _pair(one: NodeId, other: NodeId) -> _Pair:
    return (one, other) if one < other else (other, one)


def _flat(pairs: Iterable[tuple[NodeId, NodeId]]) -> Iterator[NodeId]:
    return (one for pair in pairs for one in pair)
