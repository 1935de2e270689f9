"""Edits: pure functions from a graph and a wish to the changes that fulfil it.

Each returns a `ChangeSet`, empty when nothing would change, or raises `Rejected` with the reason; none writes anything.
Texts are cleaned here, so whatever enters a document through an edit is fit to keep. The clock is an argument: `now` is
in milliseconds since 1970.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.edit_basics import (
    checked,
    edge_of,
    node_of,
    replaced,
    with_field,
    without_references,
)
from gvkaart.domain.entities import (
    NO_ROUND,
    Edge,
    EdgeKey,
    Fields,
    Layout,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    RoundId,
    SetAside,
    SetAsideKey,
    Spot,
    Value,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.linking import bereft
from gvkaart.domain.metamodel import RELATIONS
from gvkaart.domain.text import clean_line, clean_text, fresh_id

# --- nodes ------------------------------------------------------------------------------------------------------------


def add_node(
    graph: Graph, kind: str, title: str, *, now: int, map_id: MapId | None = None, at: tuple[int, int] | None = None
) -> ChangeSet:
    """Add a node, on a map when one is given, at a place (centre, canvas units) when that is known.

    Until somebody names a source, it is an estimate of who typed it.

    Raises:
        Rejected: unknown kind or map.
    """
    title = clean_line(title)
    node_id = NodeId(fresh_id(title, kind, graph.taken_ids))
    changes = [Change(None, Node(node_id, kind, title, origin="own", created=now, modified=now))]
    if map_id is not None:
        changes += _new_on_map(graph, map_id, node_id, at)
    return checked(graph, changes)


def _new_on_map(graph: Graph, map_id: MapId, node_id: NodeId, at: tuple[int, int] | None) -> list[Change]:
    """Put a new node where it is wanted in what is shown; a layout that follows the map decides that by itself."""
    layout = graph.shown_layout(map_id)
    if at is None or (layout is not None and layout.follows):
        return [Change(None, Placement(map_id, node_id))]
    if layout is None:
        return [Change(None, Placement(map_id, node_id, *at, by_hand=True))]
    return [Change(None, Placement(map_id, node_id)), Change(None, Spot(*layout.key, node_id, *at, by_hand=True))]


def rename(graph: Graph, node_id: NodeId, title: str, *, now: int) -> ChangeSet:
    """Give a node another title; its id stays.

    Raises:
        Rejected: there is no such node.
    """
    node = node_of(graph, node_id)
    return replaced(graph, node, replace(node, title=clean_line(title), modified=now))


def set_text(graph: Graph, node_id: NodeId, text: str, *, now: int) -> ChangeSet:
    """Replace the Markdown text of a node.

    Raises:
        Rejected: there is no such node.
    """
    node = node_of(graph, node_id)
    return replaced(graph, node, replace(node, text=clean_text(text), modified=now))


def set_tags(graph: Graph, node_id: NodeId, tags: Iterable[str], *, now: int) -> ChangeSet:
    """Replace the tags of a node; doubles and empty ones drop out.

    Raises:
        Rejected: there is no such node.
    """
    node = node_of(graph, node_id)
    cleaned = tuple(dict.fromkeys(tag for tag in map(clean_line, tags) if tag))
    return replaced(graph, node, replace(node, tags=cleaned, modified=now))


def set_visibility(graph: Graph, node_id: NodeId, visibility: str, *, now: int) -> ChangeSet:
    """Say for whom a node is meant.

    Raises:
        Rejected: no such node or visibility.
    """
    node = node_of(graph, node_id)
    return replaced(graph, node, replace(node, visibility=visibility, modified=now))


def set_origin(graph: Graph, node_id: NodeId, origin: str, *, now: int) -> ChangeSet:
    """Say where what a node states comes from.

    Raises:
        Rejected: no such node or origin.
    """
    node = node_of(graph, node_id)
    return replaced(graph, node, replace(node, origin=origin, modified=now))


def set_field(graph: Graph, node_id: NodeId, field_id: str, value: Value | None, *, now: int) -> ChangeSet:
    """Fill in a field of a node, or empty it with None, an empty text or an empty list.

    Raises:
        Rejected: no such node or field, or the value does not fit.
    """
    node = node_of(graph, node_id)
    return replaced(graph, node, replace(with_field(node, field_id, value), modified=now))


def remove_nodes(graph: Graph, node_ids: Iterable[NodeId]) -> ChangeSet:
    """Remove nodes from the document, with all that hangs on them.

    Their edges and placements go with them, fields that refer to them are emptied, and findings about them are no
    longer set aside. What others are said to think keeps the mark that it is hearsay when who reported it goes, and
    texts that link to them keep their titles.

    Raises:
        Rejected: there is no such node.
    """
    gone = {node_id: node_of(graph, node_id) for node_id in node_ids}
    edges = {edge.key: edge for node_id in gone for edge in (*graph.out(node_id), *graph.into(node_id))}
    changes: list[Change] = [Change(edge, None) for edge in edges.values()]
    changes += [Change(place, None) for place in graph.placements.values() if place.node in gone]
    changes += [Change(spot, None) for spot in graph.spots.values() if spot.node in gone]
    changes += [Change(one, None) for one in graph.set_aside.values() if _mentions(one, gone)]
    changes += _emptied_references(graph, gone, edges)
    changes += [Change(node, None) for node in gone.values()]
    return ChangeSet(tuple(changes))


def _mentions(one: SetAside, nodes: Mapping[NodeId, Node]) -> bool:
    words = {word for text in (*one.subject, *one.evidence) for word in text.split(" ")}
    return not words.isdisjoint(nodes)


def _emptied_references(graph: Graph, gone: Mapping[NodeId, Node], edges: Mapping[EdgeKey, Edge]) -> Iterator[Change]:
    """Empty fields that refer to nodes that go, in whatever stays; hearsay stays hearsay, and a link its words."""
    holders: Iterable[Node | Edge | Map | Layout] = (
        *graph.nodes.values(),
        *graph.edges.values(),
        *graph.maps.values(),
        *graph.layouts.values(),
    )
    mentioning = {node_id for one in gone for node_id in graph.mentions(one)}
    for entity in holders:
        mentions = isinstance(entity, Node) and entity.id in mentioning
        if not (mentions or (entity.fields and _names(entity.fields, gone))) or _goes_too(entity, gone, edges):
            continue
        fields = without_references(entity, gone)
        if isinstance(entity, Edge) and "reported_by" in entity.fields.keys() - fields.keys():
            fields = {**fields, "hearsay": True}
        staying = replace(entity, fields=fields)
        if isinstance(staying, Node) and mentions:
            staying = bereft(staying, gone)
        if staying != entity:
            yield Change(entity, staying)


def _names(fields: Fields, nodes: Mapping[NodeId, Node]) -> bool:
    """Tell whether some text in fields is the id of one of these nodes; whether it means the node is another matter."""
    return any(
        value in nodes if isinstance(value, str) else isinstance(value, tuple) and not nodes.keys().isdisjoint(value)
        for value in fields.values()
    )


def _goes_too(entity: Node | Edge | Map | Layout, nodes: Mapping[NodeId, Node], edges: Mapping[EdgeKey, Edge]) -> bool:
    return entity.id in nodes if isinstance(entity, Node) else isinstance(entity, Edge) and entity.key in edges


# --- edges ------------------------------------------------------------------------------------------------------------


def connect(
    graph: Graph, source: NodeId, relation: str, target: NodeId, *, from_round: RoundId = NO_ROUND
) -> ChangeSet:
    """Join two nodes.

    Raises:
        Rejected: the relation may not join these, or joins them already.
    """
    edge = Edge(source, relation, target, from_round)
    if edge.key in graph.edges:
        raise Rejected("error.relation_exists", relation=relation, source=source, target=target)
    return checked(graph, [Change(None, edge)])


def disconnect(graph: Graph, keys: Iterable[EdgeKey]) -> ChangeSet:
    """Remove edges.

    Raises:
        Rejected: there is no such edge.
    """
    return ChangeSet(tuple(Change(edge_of(graph, key), None) for key in dict.fromkeys(keys)))


def set_edge_field(graph: Graph, key: EdgeKey, field_id: str, value: Value | None) -> ChangeSet:
    """Fill in a field of an edge, or empty it with None, an empty text or an empty list.

    Raises:
        Rejected: no such edge or field, or the value does not fit.
    """
    edge = edge_of(graph, key)
    return replaced(graph, edge, with_field(edge, field_id, value))


def set_edge_visibility(graph: Graph, key: EdgeKey, visibility: str) -> ChangeSet:
    """Say for whom an edge is meant.

    Raises:
        Rejected: no such edge or visibility.
    """
    edge = edge_of(graph, key)
    return replaced(graph, edge, replace(edge, visibility=visibility))


def set_edge_rounds(graph: Graph, key: EdgeKey, from_round: RoundId, until_round: RoundId) -> ChangeSet:
    """Say in which rounds an edge holds; another beginning makes it another edge.

    Raises:
        Rejected: no such edge or round, the source is no actor, or the edge exists already from that round.
    """
    edge = edge_of(graph, key)
    return _made_another(graph, edge, replace(edge, from_round=from_round, until_round=until_round))


def reverse(graph: Graph, key: EdgeKey) -> ChangeSet:
    """Let an edge run the other way, with its rounds and fields; that makes it another edge.

    Raises:
        Rejected: no such edge, the relation may not join these the other way, or joins them so already.
    """
    return rejoin(graph, key, key.relation, turned=True)


def rejoin(graph: Graph, key: EdgeKey, relation: str, *, turned: bool) -> ChangeSet:
    """Let another relation join the same two nodes, or the same one the other way; rounds and fields stay.

    Raises:
        Rejected: no such edge, the relation may not join these so, or does already, or lacks a field that is filled in.
    """
    edge = edge_of(graph, key)
    known = {field.id for field in RELATIONS[relation].all_fields} if relation in RELATIONS else set(edge.fields)
    if lost := sorted(edge.fields.keys() - known):
        raise Rejected("error.relation_lacks_field", relation=relation, field=lost[0])
    ends = (edge.target, edge.source) if turned else (edge.source, edge.target)
    return _made_another(graph, edge, replace(edge, source=ends[0], relation=relation, target=ends[1]))


def _made_another(graph: Graph, edge: Edge, other: Edge) -> ChangeSet:
    """Put one edge in the place of another, which nothing but its key tells apart."""
    if other.key == edge.key:
        return replaced(graph, edge, other)
    if other.key in graph.edges:
        raise Rejected("error.relation_exists", relation=other.relation, source=other.source, target=other.target)
    return checked(graph, [Change(edge, None), Change(None, other)])


# --- findings ---------------------------------------------------------------------------------------------------------


def set_aside(graph: Graph, fingerprint: SetAsideKey, reason: str, *, date: str) -> ChangeSet:
    """Put a finding aside, with the reason why it does not matter here; `date` is today, in ISO notation.

    Raises:
        Rejected: there is no reason, or no such map.
    """
    if not (reason := clean_text(reason).strip()):
        raise Rejected("error.no_reason")
    old, new = graph.set_aside.get(fingerprint), SetAside(*fingerprint, reason, date)
    return checked(graph, [Change(old, new)] if new != old else [])


def bring_back(graph: Graph, fingerprint: SetAsideKey, values: Collection[str] = ()) -> ChangeSet:
    """Show a finding again that was set aside.

    Args:
        graph: the document.
        fingerprint: by which it was set aside.
        values: which of its public values come back, when only some do: a case file may set several aside at once.

    Raises:
        Rejected: it was not set aside, or none of these values was.
    """
    one = graph.set_aside.get(fingerprint)
    if one is None or (values and not set(values).intersection(one.values)):
        raise Rejected("error.not_set_aside")
    staying = tuple(value for value in one.values if values and value not in values)
    rest = replace(one, values=staying)
    changes = [Change(one, None)]
    if staying and rest.key not in graph.set_aside:
        changes.append(Change(None, rest))
    return checked(graph, changes)
