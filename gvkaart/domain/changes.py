"""What one user action changes: the only way in which a document changes, and the only news that views receive."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from gvkaart.domain.entities import (
    Edge,
    Entity,
    EntityKey,
    Layout,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    Spot,
    entity_key,
)
from gvkaart.domain.errors import Defect


@dataclass(frozen=True, slots=True)
class Change:
    """One entity before and after: added (no old), removed (no new) or replaced under the same key."""

    old: Entity | None
    new: Entity | None

    def __post_init__(self) -> None:
        """Refuse a change that would give an entity another key: that is a removal and an addition.

        Raises:
            Defect: such a change is a mistake of the caller.
        """
        if self.old is not None and self.new is not None and entity_key(self.old) != entity_key(self.new):
            raise Defect("change_of_key")

    @property
    def entity(self) -> Entity:
        """The entity as it is afterwards, or as it was when it is gone.

        Raises:
            Defect: the change has neither an old nor a new side.
        """
        if self.new is not None:
            return self.new
        if self.old is not None:
            return self.old
        raise Defect("change_of_nothing")

    @property
    def key(self) -> EntityKey:
        """What identifies the entity."""
        return entity_key(self.entity)

    def reversed(self) -> "Change":
        """Return the change that takes this one back."""
        return Change(self.new, self.old)


@dataclass(frozen=True)
class ChangeSet:
    """Changes that belong together: all are made, or none. Each entity occurs at most once.

    Views ask it what concerns them, so that they redo no more than needed.
    """

    changes: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        """Iterate over the changes in the order in which they are made."""
        return iter(self.changes)

    def __len__(self) -> int:
        """Count the changes; an empty set is false."""
        return len(self.changes)

    def reversed(self) -> "ChangeSet":
        """Return the changes that take these back, last one first."""
        return ChangeSet(tuple(change.reversed() for change in reversed(self.changes)))

    @cached_property
    def nodes(self) -> frozenset[NodeId]:
        """Ids of nodes that were added, removed or changed."""
        return frozenset(change.entity.id for change in self.changes if isinstance(change.entity, Node))

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Edges that were added, removed or changed, as they are now or last were."""
        return tuple(change.entity for change in self.changes if isinstance(change.entity, Edge))

    @cached_property
    def placed(self) -> frozenset[tuple[MapId, NodeId]]:
        """(map, node) of placements that were added, removed or changed."""
        return frozenset(change.entity.key for change in self.changes if isinstance(change.entity, Placement))

    @cached_property
    def concerned(self) -> frozenset[NodeId]:
        """Ids of nodes whose inspector may show something else: changed themselves, or through an edge or placement."""
        by_edge = {end for edge in self.edges for end in (edge.source, edge.target)}
        return self.nodes | by_edge | {node for _map, node in self.placed}

    @cached_property
    def moves_only(self) -> bool:
        """Whether nothing changed but coordinates and layouts: no finding, text or relation can differ."""
        return all(map(_is_move, self.changes))

    @cached_property
    def concerns_maps(self) -> bool:
        """Whether a map or one of its rounds changed."""
        return any(isinstance(change.entity, Map | Round) for change in self.changes)


def _is_move(change: Change) -> bool:
    match change:
        case Change(old=Placement() as old, new=Placement() as new):
            return (old.collapsed, old.fields) == (new.collapsed, new.fields)
        case _:
            return isinstance(change.entity, Layout | Spot)


def merged(sets: Iterable[ChangeSet]) -> ChangeSet:
    """Join change sets made one after the other into one, with each entity once: its first state and its last.

    An entity that ends as it began drops out.
    """
    first: dict[EntityKey, Entity | None] = {}
    last: dict[EntityKey, Entity | None] = {}
    for change in (change for changes in sets for change in changes):
        first.setdefault(change.key, change.old)
        last.pop(change.key, None)
        last[change.key] = change.new
    return ChangeSet(tuple(Change(first[key], new) for key, new in last.items() if first[key] != new))
