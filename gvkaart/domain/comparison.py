"""What differs between two moments of a document, item by item and field by field.

An edge that only begins in another round is, in the journal, taken away and added again (`EdgeKey`); to a person it is
one relation that changed, and so it is here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, assert_never

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import (
    Edge,
    Entity,
    Layout,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    SetAside,
    Spot,
    Value,
)
from gvkaart.domain.graph import Graph

POSITION: Final = "position"
"""Stands for the two coordinates of a placement or spot, as one field."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None where it holds nothing, or where the entity is not there."""

    field: str
    old: Value | None
    new: Value | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One entity before and after: added (no old), removed (no new) or changed.

    Unlike a `Change` it may join two edges that begin in different rounds.
    """

    old: Entity | None
    new: Entity | None

    @property
    def entity(self) -> Entity:
        """The entity as it is afterwards, or as it was when it is gone."""
        return Change(None, self.new).entity if self.new is not None else Change(self.old, None).entity

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What differs that a person can read, in the order of the fields; empty when only time stamps differ.

        Of an entity that was added or removed: all that it says.
        """
        old = {} if self.old is None else readable(self.old)
        new = {} if self.new is None else readable(self.new)
        pairs = ((name, old.get(name), new.get(name)) for name in {**new, **old})
        return tuple(FieldChange(name, before, after) for name, before, after in pairs if before != after)

    @property
    def is_whole(self) -> bool:
        """Whether the entity itself came or went."""
        return self.old is None or self.new is None

    @property
    def is_readable(self) -> bool:
        """Whether a person can see it; another time stamp alone is nothing to see."""
        return self.is_whole or bool(self.fields)

    @property
    def is_move(self) -> bool:
        """Whether an item only stands elsewhere on its map."""
        is_there_still = self.old is not None and self.new is not None
        return (
            is_there_still
            and isinstance(self.new, Placement | Spot)
            and {one.field for one in self.fields} == {POSITION}
        )


def readable(entity: Entity) -> Mapping[str, Value]:
    """Return what an entity says, by field, without what is empty.

    Left out is what a person does not say: time stamps, who chose a place, and which layout is shown.
    """
    return {name: value for name, value in _values(entity) if value not in {"", (), False}}


def _values(entity: Entity) -> Iterator[tuple[str, Value]]:
    match entity:
        case Node():
            yield from (("kind", entity.kind), ("title", entity.title), ("text", entity.text), ("tags", entity.tags))
            yield from (("visibility", entity.visibility), ("origin", entity.origin), *entity.fields.items())
        case Edge():
            yield from (("from", entity.from_round), ("until", entity.until_round), ("visibility", entity.visibility))
            yield from entity.fields.items()
        case Map():
            yield from (("title", entity.title), ("language", entity.language), *entity.fields.items())
        case Round():
            yield from (("title", entity.title), ("date", entity.date), ("order", str(entity.position + 1)))
        case Placement():
            if entity.x is not None and entity.y is not None:
                yield POSITION, f"{entity.x}, {entity.y}"
            yield from (("collapsed", entity.collapsed), *entity.fields.items())
        case Layout():
            yield from (("title", entity.title), *entity.fields.items())
        case Spot():
            yield POSITION, f"{entity.x}, {entity.y}"
        case SetAside():
            yield from (("reason", entity.reason), ("date", entity.date))
        case _:
            assert_never(entity)


@dataclass(frozen=True)
class Comparison:
    """Two moments, and what differs between them."""

    before: Graph
    after: Graph
    differences: tuple[Difference, ...]

    @cached_property
    def changes(self) -> ChangeSet:
        """The changes that lead from the one moment to the other."""
        return ChangeSet(tuple(change for one in self.differences for change in _changes(one)))

    def __bool__(self) -> bool:
        """Tell whether anything differs that a person can read."""
        return any(one.is_readable for one in self.differences)

    @property
    def nodes(self) -> tuple[Difference, ...]:
        """Items that were added, changed or removed."""
        return self._of(Node)

    @property
    def edges(self) -> tuple[Difference, ...]:
        """Relations that were added, changed or removed."""
        return self._of(Edge)

    @property
    def maps(self) -> tuple[Difference, ...]:
        """Maps that were added, renamed or removed, or of which a field changed."""
        return self._of(Map)

    def on_map(self, map_id: MapId) -> tuple[Difference, ...]:
        """Return what differs on one map: its rounds, places, layouts, and findings set aside."""
        return tuple(one for one in self.differences if _map_of(one.entity) == map_id)

    def _of(self, sort: type[Entity]) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if isinstance(one.entity, sort))


def _map_of(entity: Entity) -> MapId | None:
    return entity.map if isinstance(entity, Round | Placement | Layout | Spot | SetAside) else None


def _changes(one: Difference) -> tuple[Change, ...]:
    if isinstance(one.old, Edge) and isinstance(one.new, Edge) and one.old.key != one.new.key:
        return (Change(one.old, None), Change(None, one.new))
    return (Change(one.old, one.new),)


def compare(before: Graph, after: Graph) -> Comparison:
    """Compare two moments of one document."""
    return Comparison(before, after, tuple(_joined(_differing(before, after))))


def _differing(before: Graph, after: Graph) -> Iterator[Difference]:
    for new in after.entities():
        if (old := before.get(new)) != new:
            yield Difference(old, new)
    yield from (Difference(old, None) for old in before.entities() if after.get(old) is None)


def _joined(differences: Iterable[Difference]) -> Iterator[Difference]:
    """Join an edge that went and one that came where, save their rounds, they can only be each other."""
    came: dict[tuple[NodeId, str, NodeId], list[Edge]] = {}
    went: dict[tuple[NodeId, str, NodeId], list[Edge]] = {}
    for one in differences:
        if isinstance(one.new, Edge) and one.old is None:
            came.setdefault(one.new.key[:3], []).append(one.new)
        elif isinstance(one.old, Edge) and one.new is None:
            went.setdefault(one.old.key[:3], []).append(one.old)
        else:
            yield one
    for ends in {**came, **went}:
        new, old = came.get(ends, []), went.get(ends, [])
        if len(new) == len(old) == 1:
            yield Difference(old[0], new[0])
        else:
            yield from (Difference(None, edge) for edge in new)
            yield from (Difference(edge, None) for edge in old)
