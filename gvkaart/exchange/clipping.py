"""Copied items: what goes along, what of it leaves the program, and how it comes into a map again.

What is copied is the chosen items and the relations among them; nothing else goes along, however much these items refer
to it (a selected fact does not bring the interview that it cites). A field that refers to another item is left out; a
relation that was only heard through another item keeps the mark that it is hearsay.

The clipboard is read by other programs and kept by some. What is private is never in the text that is put on it: it
only goes along inside the program, in the `Clip` that stays in memory (reliability, section 3).
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, TypeVar

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.disclosure import disclosed
from gvkaart.domain.edit_basics import checked
from gvkaart.domain.entities import (
    NO_ROUND,
    Edge,
    EdgeKey,
    Entity,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    PlacementKey,
    RoundId,
    Value,
)
from gvkaart.domain.graph import Graph
from gvkaart.domain.linking import OMITTED, Link, relinked, rewritten
from gvkaart.domain.metamodel import FieldType
from gvkaart.domain.text import clean_line, fold, fresh_id
from gvkaart.domain.validation import fields_of
from gvkaart.exchange.case_file import write_case

_Holder = TypeVar("_Holder", Node, Edge, Placement)
_MAP: Final = MapId("klembord")


@dataclass(frozen=True)
class Clip:
    """What was copied: items of a map of a document, as they were at that moment.

    Attributes:
        document: names the document, so that a paste knows whether it is the same.
        graph: the document then.
        map_id: the map they were copied from.
        nodes: the items.
    """

    document: str
    graph: Graph
    map_id: MapId
    nodes: tuple[NodeId, ...]

    @property
    def private(self) -> int:
        """How many of the items are private: they are not in the text."""
        return sum(self.graph.nodes[node].visibility == "private" for node in self.nodes)


def cut_out(clip: Clip, title: str = "", *, loose: bool = False) -> Graph:
    """Return the items of a clip and the relations among them, private ones too, as a map of their own.

    Args:
        clip: what was copied.
        title: what the map is called.
        loose: keep references to items that were not copied; only for who pastes in the same document.
    """
    graph, wanted = clip.graph, set(clip.nodes)
    rounds = graph.rounds_of(clip.map_id)
    names = _Names({node: node for node in (graph.nodes if loose else wanted)}, {one.id: one.id for one in rounds})
    entities: list[Entity] = [Map(_MAP, title, graph.maps[clip.map_id].language)]
    entities += (names.node(_detached(graph, graph.nodes[node], names.nodes)) for node in clip.nodes)
    among = (edge for node in clip.nodes for edge in graph.out(node) if edge.target in wanted)
    edges: dict[EdgeKey, Edge] = {}
    for edge in names.edges(among):
        edges.setdefault(edge.key, edge)
    entities += edges.values()
    on_map = graph.on_map(clip.map_id)
    placements = [replace(names.placement(on_map[node]), map=_MAP) for node in clip.nodes if node in on_map]
    used = {one for edge in edges.values() for one in (edge.from_round, edge.until_round)}
    used |= {RoundId(str(one.fields.get("involved_since", ""))) for one in placements}
    entities += (replace(one, map=_MAP) for one in rounds if one.id in used)
    return Graph.of((*entities, *placements))


def _detached(graph: Graph, node: Node, staying: Container[NodeId]) -> Node:
    """Return a node of which the links to what is not copied are words, and say nothing of what is private."""

    def become(link: Link) -> str:
        other = graph.nodes.get(link.node)
        if other is None or link.node in staying:
            return link.written
        return OMITTED if other.visibility == "private" else link.shown(graph.nodes)

    return replace(node, text=rewritten(node.text, become))


def clip_text(clip: Clip, title: str) -> str:
    """Return a clip as the text of a case file, without anything private; empty when nothing is left then.

    Args:
        clip: what was copied.
        title: what the file is called; not the title of the map, which is nobody's business who gets some items.
    """
    left = disclosed(clip.graph)  # of the whole document: who reported something in private may not have been copied
    nodes = tuple(node for node in clip.nodes if node in left.nodes)
    if not nodes:
        return ""
    return write_case(cut_out(replace(clip, graph=left, nodes=nodes), title), _MAP, include_private=True).decode()


# --- into a map -------------------------------------------------------------------------------------------------------


def place_again(graph: Graph, clip: Clip, map_id: MapId) -> ChangeSet:
    """Return the changes that put items of a clip on a map of the same document, as far as they do not stand there.

    They are the same items: only where they stand, and what is recorded of them on a map, is copied.

    Raises:
        Rejected: there is no such map.
    """
    copied = cut_out(clip, loose=True)
    names = _Names({node: node for node in clip.nodes if node in graph.nodes}, _rounds(graph, copied, map_id))
    missing = (place for place in copied.placements.values() if place.node in names.nodes)
    placed = [replace(names.placement(place), map=map_id) for place in missing]
    return checked(graph, [Change(None, place) for place in placed if place.key not in graph.placements])


def equals(graph: Graph, copied: Graph) -> dict[NodeId, NodeId]:
    """Return for what is copied the item of a document with the same kind and title, where there is exactly one.

    A private item only equals a private one: joining others would disclose what is private.
    """
    known, wanted = _by_likeness(graph), _by_likeness(copied)
    pairs = ((ours, known.get(likeness, [])) for likeness, ours in wanted.items())
    return {ours[0]: same[0] for ours, same in pairs if len(ours) == len(same) == 1}


def _by_likeness(graph: Graph) -> dict[tuple[str, str, bool], list[NodeId]]:
    found: dict[tuple[str, str, bool], list[NodeId]] = {}
    for node in graph.nodes.values():
        found.setdefault(_likeness(node), []).append(node.id)
    return found


def _likeness(node: Node) -> tuple[str, str, bool]:
    return node.kind, fold(node.title), node.visibility == "private"


def paste(
    graph: Graph,
    copied: Graph,
    map_id: MapId,
    *,
    now: int,
    joins: Mapping[NodeId, NodeId] | None = None,
    suffix: str = "",
) -> ChangeSet:
    """Return the changes that bring copied items and their relations onto a map, as new items or joined with others.

    An item that is joined keeps what it says; fields it did not have are filled in. Rounds are those of the map with
    the same title; a relation of another round holds from the start. References to items that are not copied stay
    where the document has these.

    Args:
        graph: the document.
        copied: the items.
        map_id: the map of the document on which they come to stand, where they stood on their own.
        now: in milliseconds since 1970.
        joins: for copied items the item of the document that they are.
        suffix: put behind the titles of new items.

    Raises:
        Rejected: there is no such map.
    """
    joins = joins or {}
    ids = _new_ids(graph, copied, joins)
    names = _Names({**{node: node for node in graph.nodes if node not in ids}, **ids}, _rounds(graph, copied, map_id))
    return checked(graph, _pasted(graph, copied, map_id, names, joins, now=now, suffix=suffix))


def _pasted(
    graph: Graph,
    copied: Graph,
    map_id: MapId,
    names: "_Names",
    joins: Mapping[NodeId, NodeId],
    *,
    now: int,
    suffix: str,
) -> Iterator[Change]:
    for one in copied.nodes.values():
        node = names.node(one)
        if one.id in joins:
            yield from _filled_in(graph.nodes[node.id], node, now)
        else:
            yield Change(None, replace(node, title=clean_line(f"{node.title} {suffix}"), created=now, modified=now))
    edges = {edge.key: edge for edge in names.edges(copied.edges.values())}
    yield from (Change(None, edge) for edge in edges.values() if edge.key not in graph.edges)
    for placement in copied.placements.values():
        placed = replace(names.placement(placement), map=map_id)
        if PlacementKey(map_id, placed.node) not in graph.placements:
            yield Change(None, placed)


def _filled_in(old: Node, copied: Node, now: int) -> Iterator[Change]:
    """Give an item what it does not say yet and its copy does."""
    fields = {**copied.fields, **old.fields}
    tags = tuple(dict.fromkeys((*old.tags, *copied.tags)))
    new = replace(old, text=old.text or copied.text, tags=tags, fields=fields)
    if new != old:
        yield Change(old, replace(new, modified=now))


def _new_ids(graph: Graph, copied: Graph, joins: Mapping[NodeId, NodeId]) -> dict[NodeId, NodeId]:
    ids: dict[NodeId, NodeId] = {}
    taken = set(graph.nodes)
    for node in copied.nodes:
        ids[node] = joins[node] if node in joins else NodeId(fresh_id(node, node, taken))
        taken.add(ids[node])
    return ids


def _rounds(graph: Graph, copied: Graph, map_id: MapId) -> dict[RoundId, RoundId]:
    """Return for the rounds of copied items those of a map that are called the same."""
    there = {fold(round_.title): round_.id for round_ in graph.rounds_of(map_id)}
    pairs = ((round_.id, there.get(fold(round_.title))) for round_ in copied.rounds.values())
    return {old: new for old, new in pairs if new is not None}


class _Names(NamedTuple):
    """What nodes and rounds are called elsewhere; those that are not in here are not there."""

    nodes: Mapping[NodeId, NodeId]
    rounds: Mapping[RoundId, RoundId]

    def node(self, node: Node) -> Node:
        """Return a node as it is there."""
        text = relinked(node.text, self.nodes)
        return self._with_fields(replace(node, id=self.nodes[node.id], text=text))

    def placement(self, placement: Placement) -> Placement:
        """Return a placement as it is there, on the same map."""
        return self._with_fields(replace(placement, node=self.nodes[placement.node]))

    def edges(self, edges: Iterable[Edge]) -> Iterator[Edge]:
        """Return the edges that can be there, with both ends; what somebody reported who is not there is hearsay."""
        for edge in edges:
            if edge.source in self.nodes and edge.target in self.nodes:
                moved = self._with_fields(self._moved(edge))
                if "reported_by" in edge.fields.keys() - moved.fields.keys():
                    moved = replace(moved, fields={**moved.fields, "hearsay": True})
                yield moved

    def _moved(self, edge: Edge) -> Edge:
        return replace(
            edge,
            source=self.nodes[edge.source],
            target=self.nodes[edge.target],
            from_round=self.rounds.get(edge.from_round, NO_ROUND),
            until_round=self.rounds.get(edge.until_round, NO_ROUND),
        )

    def _with_fields(self, entity: _Holder) -> _Holder:
        if not entity.fields:
            return entity
        types = {field.id: field.type for field in fields_of(entity)}
        values = ((name, self._value(types[name], value)) for name, value in entity.fields.items())
        return replace(entity, fields={name: value for name, value in values if value is not None})

    def _value(self, field_type: FieldType, value: Value) -> Value | None:
        """Return a value as it is there, None when what it refers to is not there."""
        match field_type, value:
            case FieldType.NODE, str():
                return self.nodes.get(NodeId(value))
            case FieldType.NODES, tuple():
                return tuple(self.nodes[NodeId(one)] for one in value if one in self.nodes) or None
            case FieldType.ROUND, str():
                return self.rounds.get(RoundId(value))
            case _:
                return value
