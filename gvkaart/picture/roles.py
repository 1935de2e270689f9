"""What part each node plays in an arrangement: the band it belongs to, or the lane and the column.

A layout knows boxes and lines only; what they mean for it is said here, from the map as of the round in view.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from gvkaart.domain.derived import CaseView, Mark, text_of, texts_of
from gvkaart.domain.entities import Node, NodeId
from gvkaart.picture.edges import QUIET


class Band(IntEnum):
    """The bands of the iceberg, from the top; what is said lies above the water, what people need under it."""

    AROUND = 0
    """What the talk is about: facts, problems, options, data flows and so on."""
    ACTORS = 1
    POSITIONS = 2
    INTERESTS = 3
    """Own and collective interests, just under the water."""
    PUBLIC = 4
    """Public interests, at the bottom."""


def band_of(node: Node) -> Band:
    """Return the band of the iceberg to which a node belongs."""
    match node.kind:
        case "actor":
            return Band.ACTORS
        case "position":
            return Band.POSITIONS
        case "interest" if text_of(node.fields, "level") == "public":
            return Band.PUBLIC
        case "interest":
            return Band.INTERESTS
        case _:
            return Band.AROUND


@dataclass(frozen=True, slots=True)
class Iceberg:
    """The band of every node, and the interests for which nobody at the table speaks."""

    bands: Mapping[NodeId, Band]
    adrift: frozenset[NodeId]


def iceberg_of(view: CaseView) -> Iceberg:
    """Divide the nodes of a map over the bands of the iceberg."""
    unspoken = (one.id for one in view.of_kind("interest") if Mark.UNREPRESENTED in view.marks(one.id))
    return Iceberg({node.id: band_of(node) for node in view.nodes.values()}, frozenset(unspoken))


_OWNING: Final = ("holds", "has_interest", "claims", "means", "promises", "represents", "asks")
"""Relations that make an item one of its actor's."""
_CARRIED: Final = ("rests_on", "supports", "undermines", "answers", "pursues", "part_of")
"""Relations along which an item that is nobody's follows what it is about."""
_COLUMNS: Final = {
    kind: column
    for column, kinds in enumerate(
        (
            ("actor",),
            ("position", "option", "question"),
            ("interest",),
            ("fact", "problem", "argument", "assumption", "event"),
            ("concept",),
        )
    )
    for kind in kinds
}
"""The columns of a lane: who, what they want, why, what they say about the world, and what they mean by words."""
_LAST_COLUMN: Final = max(_COLUMNS.values()) + 1
ANYWHERE: Final = -1
"""The column of what has none; the same in `gvkaart.layout.lanes`."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """Which lane and column each node belongs to, both from 0.

    The first lanes are those of `actors`, in that order; then comes one for what several of them share, and one,
    without columns, for all else.
    """

    actors: tuple[NodeId, ...]
    cells: Mapping[NodeId, tuple[int, int]]


def lanes_of(view: CaseView) -> Lanes:
    """Divide the nodes of a map over the actors at the table, or over all actors when nobody is at the table."""
    actors = tuple(actor.id for actor in view.of_kind("actor") if actor.id in view.at_table or not view.at_table)
    owners = _owners(view, actors)
    lane = {frozenset((actor,)): number for number, actor in enumerate(actors)}
    cells = {
        node.id: (
            (lane.get(owned_by, len(actors)), _COLUMNS.get(node.kind, _LAST_COLUMN))
            if (owned_by := owners[node.id])
            else (len(actors) + 1, ANYWHERE)
        )
        for node in view.nodes.values()
    }
    return Lanes(actors, cells)


def _owners(view: CaseView, actors: tuple[NodeId, ...]) -> dict[NodeId, frozenset[NodeId]]:
    """Return for each node the actors whose it is; what is nobody's goes along with what it is about."""
    table = frozenset(actors)
    owners = {node: table.intersection(view.sources(node, *_OWNING)) for node in view.nodes}
    owners.update({actor: frozenset((actor,)) for actor in actors})
    reached = [node for node, owned_by in owners.items() if owned_by]
    for node in reached:
        for other in (*view.targets(node, *_CARRIED), *view.sources(node, *_CARRIED)):
            if not owners[other] and view.nodes[other].kind != "actor":
                owners[other] = owners[node]
                reached.append(other)
    return owners


@dataclass(frozen=True, slots=True)
class Rings:
    """The nodes in the middle, and those on each ring around them, from the inside."""

    middle: tuple[NodeId, ...]
    rings: tuple[frozenset[NodeId], ...]


def rings_of(view: CaseView, middle: tuple[NodeId, ...]) -> Rings:
    """Put every node on the ring of its distance from the middle along the lines of the map, save the quiet ones.

    Without anything in the middle, that is the node with the most lines.
    """
    near: dict[NodeId, set[NodeId]] = {node: set() for node in view.nodes}
    for edge in view.edges:
        if edge.relation not in QUIET:
            near[edge.source].add(edge.target)
            near[edge.target].add(edge.source)
    middle = tuple(node for node in middle if node in near) or tuple(sorted(near, key=lambda one: -len(near[one]))[:1])
    seen, rings = set(middle), list[frozenset[NodeId]]()
    while ring := {other for node in (rings[-1] if rings else middle) for other in near[node]} - seen:
        seen |= ring
        rings.append(frozenset(ring))
    return Rings(middle, tuple(rings))


Roles = Iceberg | Lanes | Rings
"""What the nodes of a map are to the way in which it is arranged; layers need nothing but the lines."""


def roles_of(view: CaseView) -> Roles | None:
    """Return what the nodes are to the arrangement in which the map is shown; None when it is in layers."""
    if view.layout is None:
        return None
    fields = view.layout.fields
    match text_of(fields, "way"):
        case "iceberg":
            return iceberg_of(view)
        case "lanes":
            return lanes_of(view)
        case "radial":
            return rings_of(view, tuple(map(NodeId, texts_of(fields, "around"))))
        case _:
            return None
