"""What a document is made of: nodes, edges, maps, rounds, placements, layouts and findings that were set aside.

All are plain immutable data. What kinds, relations and fields exist is said by `gvkaart.domain.metamodel`; an entity
holds whatever it was given, `gvkaart.domain.validation` tells whether the metamodel allows it.

A field without a value is absent from ``fields``; a value is a text, a truth value or a list of texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, NewType, assert_never

NodeId = NewType("NodeId", str)
MapId = NewType("MapId", str)
RoundId = NewType("RoundId", str)
LayoutId = NewType("LayoutId", str)

Value = str | bool | tuple[str, ...]
"""What a field can hold. Enumerations, dates and references to other nodes are texts."""

Fields = Mapping[str, Value]

NO_ROUND: Final = RoundId("")
"""The edge has no beginning or no end: it holds from the start, or until further notice."""


@dataclass(frozen=True, slots=True)
class Node:
    """One item of the knowledge base: an actor, a position, a fact…

    ``title`` is one line, ``text`` is Markdown; ``created`` and ``modified`` are milliseconds since 1970 (UTC).
    """

    id: NodeId
    kind: str
    title: str
    text: str = ""
    tags: tuple[str, ...] = ()
    visibility: str = "analysis"
    origin: str = "stated"
    fields: Fields = field(default_factory=dict)
    created: int = 0
    modified: int = 0


class EdgeKey(NamedTuple):
    """What identifies an edge: a position may be left and taken again, so the round it begins in belongs to it."""

    source: NodeId
    relation: str
    target: NodeId
    from_round: RoundId = NO_ROUND


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation from one node to another; `from_round` and `until_round` are both inclusive (model, section 2)."""

    source: NodeId
    relation: str
    target: NodeId
    from_round: RoundId = NO_ROUND
    until_round: RoundId = NO_ROUND
    visibility: str = "analysis"
    fields: Fields = field(default_factory=dict)

    @property
    def key(self) -> EdgeKey:
        """What identifies this edge in the whole document."""
        return EdgeKey(self.source, self.relation, self.target, self.from_round)


@dataclass(frozen=True, slots=True)
class Map:
    """One case, or one cut of it; its rounds and placements refer to it. `fields` as in `metamodel.MAP_FIELDS`."""

    id: MapId
    title: str
    language: str = "nl"
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Round:
    """A moment in the process of a map; `position` counts from 0 and gives the order. Ids are unique in a document."""

    id: RoundId
    map: MapId
    position: int
    title: str
    date: str = ""


class PlacementKey(NamedTuple):
    """What identifies a placement: a node stands on a map once."""

    map: MapId
    node: NodeId


@dataclass(frozen=True, slots=True)
class Placement:
    """That a node stands on a map, and where.

    ``x`` and ``y`` are the centre of the node in canvas units (whole numbers, y downwards), None when the layout has
    still to decide. ``by_hand`` tells that a person put it there, so that no layout moves it. ``fields`` as in
    `metamodel.PLACEMENT_FIELDS` (presence at the table and the like, for actors).
    """

    map: MapId
    node: NodeId
    x: int | None = None
    y: int | None = None
    by_hand: bool = False
    collapsed: bool = False
    fields: Fields = field(default_factory=dict)

    @property
    def key(self) -> PlacementKey:
        """What identifies this placement in the whole document."""
        return PlacementKey(self.map, self.node)


class LayoutKey(NamedTuple):
    """What identifies a layout: its id is unique on its map."""

    map: MapId
    id: LayoutId


@dataclass(frozen=True, slots=True)
class Layout:
    """An arrangement of a map, besides the one in its placements, which no layout ever touches.

    A ready-made one has no title, and as its id the way in which it is arranged (`metamodel.WAYS`). One with a title
    was kept by a person and stays as it is: it holds the spot of every node.

    ``shown`` says that the map is looked at in this arrangement; when no layout is shown, the placements are.
    ``fields`` as in `metamodel.LAYOUT_FIELDS`.
    """

    map: MapId
    id: LayoutId
    title: str = ""
    shown: bool = False
    fields: Fields = field(default_factory=dict)

    @property
    def key(self) -> LayoutKey:
        """What identifies this layout in the whole document."""
        return LayoutKey(self.map, self.id)

    @property
    def is_ready_made(self) -> bool:
        """Whether every map has it without anybody having made it."""
        return self.title == ""

    @property
    def is_view(self) -> bool:
        """Whether it also tells what was in sight, and so is a saved view."""
        return "frame" in self.fields

    @property
    def follows(self) -> bool:
        """Whether places follow from what nodes are, and are worked out again whenever that changes.

        Such a layout holds only the spots that a person chose in it.
        """
        return self.is_ready_made and self.id != "layered"


class SpotKey(NamedTuple):
    """What identifies a spot: in a layout a node stands once."""

    map: MapId
    layout: LayoutId
    node: NodeId


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands in a layout; ``x``, ``y`` and ``by_hand`` as in `Placement`."""

    map: MapId
    layout: LayoutId
    node: NodeId
    x: int
    y: int
    by_hand: bool = False

    @property
    def key(self) -> SpotKey:
        """What identifies this spot in the whole document."""
        return SpotKey(self.map, self.layout, self.node)


class SetAsideKey(NamedTuple):
    """The fingerprint of a finding on a map (model, section 7): compared as sets, so kept sorted."""

    map: MapId
    check: str
    subject: tuple[str, ...]
    evidence: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that somebody put aside, and why. The three tuples are sorted; `date` is an ISO date."""

    map: MapId
    check: str
    subject: tuple[str, ...]
    evidence: tuple[str, ...]
    values: tuple[str, ...]
    reason: str
    date: str = ""

    @property
    def key(self) -> SetAsideKey:
        """The fingerprint that a finding is compared with."""
        return SetAsideKey(self.map, self.check, self.subject, self.evidence, self.values)


Entity = Node | Edge | Map | Round | Placement | Layout | Spot | SetAside
EntityKey = tuple[str, str | EdgeKey | PlacementKey | LayoutKey | SpotKey | SetAsideKey]


def entity_key(entity: Entity) -> EntityKey:
    """Identify an entity among all entities of a document: the name of its table, and its key there."""
    match entity:
        case Node(id=key):
            return ("node", key)
        case Edge():
            return ("edge", entity.key)
        case Map(id=key):
            return ("map", key)
        case Round(id=key):
            return ("round", key)
        case Placement():
            return ("placement", entity.key)
        case Layout():
            return ("layout", entity.key)
        case Spot():
            return ("spot", entity.key)
        case SetAside():
            return ("set_aside", entity.key)
        case _:
            assert_never(entity)
