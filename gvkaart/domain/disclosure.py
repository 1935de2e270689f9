"""What of a document goes along when one map leaves it: all that belongs to the map, or all but what is private.

Every export starts from one of these graphs. What is not in the graph cannot be in the file: nothing is hidden when it
is drawn or written (reliability, section 2).
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeVar, assert_never

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import texts_of
from gvkaart.domain.entities import (
    NO_ROUND,
    Edge,
    EdgeKey,
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
from gvkaart.domain.linking import concealed, unlinked
from gvkaart.domain.validation import fields_of, references

_Holder = TypeVar("_Holder", Node, Edge, Map, Layout)


def only_map(graph: Graph, map_id: MapId) -> Graph:
    """Return one map and what belongs to it: rounds, placements, layouts, findings set aside, nodes and their edges.

    Nodes are those that stand on the map, and those that something of it needs: the sources they cite, and what fields
    refer to. A round of another map means nothing here, so edges lose it. A link in a text needs nothing: where it
    leads to what stays behind, it becomes plain words.
    """
    reached = _closure(graph, map_id)
    nodes = {one: _with_text(node, unlinked(node.text, graph.nodes, reached)) for one, node in reached.items()}
    entities: list[Entity] = [graph.maps[map_id], *graph.rounds_of(map_id), *nodes.values()]
    entities += _edges_between(graph, map_id, nodes)
    entities += graph.on_map(map_id).values()
    for layout in graph.layouts_of(map_id):
        entities += [layout, *graph.spots_in(layout.key).values()]
    entities += [one for one in graph.set_aside.values() if one.map == map_id]
    return Graph.of(entities)


def without_private(graph: Graph, map_id: MapId) -> Graph:
    """Return one map as `only_map`, without anything that is marked private.

    As `disclosed`, of that map only.
    """
    return only_map(disclosed(graph), map_id)


def disclosed(graph: Graph) -> Graph:
    """Return a whole document, without anything that is marked private.

    Private nodes and edges are gone, and with them the edges of those nodes, what was only heard through them, the
    fields that refer to them and the tags that only they have. Links to them in texts are `OMITTED`. Findings set aside
    go too when they mention what is not there: that may be private, or have been so before it was removed.
    """
    private = {node.id for node in graph.nodes.values() if node.visibility == "private"}
    remaining = (_disclosed(entity, private, graph.nodes) for entity in graph.entities())
    kept = Graph.of(entity for entity in remaining if entity is not None)
    hidden = {_triple(edge) for edge in graph.edges.values() if edge.key not in kept.edges}
    known = {*kept.nodes, *map(_triple, kept.edges.values())} - hidden
    untold = (
        Change(one, None) for one in kept.set_aside.values() if not known.issuperset((*one.subject, *one.evidence))
    )
    return kept.with_changes(ChangeSet((*untold, *_with_known_tags(kept))))


def _with_known_tags(graph: Graph) -> Iterator[Change]:
    """Let saved views ask for no tag that nothing has: it may be that of something private."""
    known = {tag for node in graph.nodes.values() for tag in node.tags}
    for layout in graph.layouts.values():
        asked = texts_of(layout.fields, "tags")
        if not known.issuperset(asked):
            others = {name: value for name, value in layout.fields.items() if name != "tags"}
            staying = tuple(tag for tag in asked if tag in known)
            yield Change(layout, replace(layout, fields={**others, "tags": staying} if staying else others))


def _closure(graph: Graph, map_id: MapId) -> dict[NodeId, Node]:
    """Return the nodes of a map and what these need, and what those need in turn."""
    reached = {node_id: graph.nodes[node_id] for node_id in graph.on_map(map_id)}
    wanted = _referred(graph.maps[map_id])
    while True:
        for node in reached.values():
            wanted |= _referred(node)
            wanted |= {edge.target for edge in graph.out(node.id) if edge.relation == "cites"}
        for edge in _inner_edges(graph, reached):
            wanted |= _referred(edge)
        if wanted <= reached.keys():
            return reached
        reached |= {node_id: graph.nodes[node_id] for node_id in sorted(wanted - reached.keys())}


def _referred(entity: Node | Edge | Map | Layout) -> set[NodeId]:
    """Return the nodes that the fields of an entity refer to."""
    if not entity.fields:
        return set()
    pairs = ((field, entity.fields.get(field.id)) for field in fields_of(entity))
    return {node_id for field, value in pairs if value is not None for node_id in references(field, value)}


def _inner_edges(graph: Graph, nodes: Container[NodeId]) -> Iterator[Edge]:
    return (edge for edge in graph.edges.values() if edge.source in nodes and edge.target in nodes)


def _edges_between(graph: Graph, map_id: MapId, nodes: Container[NodeId]) -> Iterable[Edge]:
    """Return the edges between nodes, with the rounds of this map only; one of those that then become the same."""
    known = {NO_ROUND, *(round_.id for round_ in graph.rounds_of(map_id))}
    edges: dict[EdgeKey, Edge] = {}
    for edge in _inner_edges(graph, nodes):
        begin = edge.from_round if edge.from_round in known else NO_ROUND
        end = edge.until_round if edge.until_round in known else NO_ROUND
        own = edge if (begin, end) == (edge.from_round, edge.until_round) else None
        if own is not None:
            edges[own.key] = own
        else:
            foreign = replace(edge, from_round=begin, until_round=end)
            edges.setdefault(foreign.key, foreign)
    return edges.values()


def _disclosed(entity: Entity, private: AbstractSet[NodeId], nodes: Mapping[NodeId, Node]) -> Entity | None:
    """Return what remains of an entity without the private nodes; None when nothing does."""
    match entity:
        case Node():
            if entity.id in private:
                return None
            return _with_text(_without_references(entity, private), concealed(entity.text, nodes, private))
        case Edge():
            # Without who reported it, hearsay would look as if it had been said first-hand: then rather nothing.
            ends = (entity.source, entity.target, entity.fields.get("reported_by", ""))
            hidden = entity.visibility == "private" or not private.isdisjoint(map(str, ends))
            return None if hidden else _without_references(entity, private)
        case Map():
            return _without_references(entity, private)
        case Layout():
            return _without_references(entity, private)
        case Placement() | Spot():
            return None if entity.node in private else entity
        case Round() | SetAside():
            return entity
        case _:
            assert_never(entity)


def _with_text(node: Node, text: str) -> Node:
    return replace(node, text=text) if text != node.text else node


def _without_references(entity: _Holder, private: AbstractSet[NodeId]) -> _Holder:
    if private.isdisjoint(_referred(entity)):
        return entity
    fields: dict[str, Value] = dict(entity.fields)
    for field in fields_of(entity):
        referred = references(field, fields.get(field.id, ""))
        if private.isdisjoint(referred):
            continue
        staying = tuple(one for one in referred if one not in private)
        if staying:
            fields[field.id] = staying
        else:
            del fields[field.id]
    return replace(entity, fields=fields)


def _triple(edge: Edge) -> str:
    """Return how a finding writes an edge in its evidence (model, section 7)."""
    return f"{edge.source} {edge.relation} {edge.target}"
