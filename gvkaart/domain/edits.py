"""Edits: pure functions from a graph and a wish to the changes that fulfil it.

Each returns a `ChangeSet`, empty when nothing would change, or raises `Rejected` with the reason; none writes anything.
Texts are cleaned here, so whatever enters a document through an edit is fit to keep. The clock is an argument: `now` is
in milliseconds since 1970.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import (
    NO_ROUND,
    Edge,
    EdgeKey,
    Entity,
    Fields,
    Layout,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    PlacementKey,
    Round,
    RoundId,
    SetAside,
    SetAsideKey,
    Spot,
    Value,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import Field, FieldType
from gvkaart.domain.text import clean_line, clean_text, fresh_id
from gvkaart.domain.validation import entity_problems, fields_of, link_problems, references

_Holder = TypeVar("_Holder", Node, Edge, Map, Placement)


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
    node_id = NodeId(fresh_id(title, kind, graph.nodes))
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
    node = _node(graph, node_id)
    return _replaced(graph, node, replace(node, title=clean_line(title), modified=now))


def set_text(graph: Graph, node_id: NodeId, text: str, *, now: int) -> ChangeSet:
    """Replace the Markdown text of a node.

    Raises:
        Rejected: there is no such node.
    """
    node = _node(graph, node_id)
    return _replaced(graph, node, replace(node, text=clean_text(text), modified=now))


def set_tags(graph: Graph, node_id: NodeId, tags: Iterable[str], *, now: int) -> ChangeSet:
    """Replace the tags of a node; doubles and empty ones drop out.

    Raises:
        Rejected: there is no such node.
    """
    node = _node(graph, node_id)
    cleaned = tuple(dict.fromkeys(tag for tag in map(clean_line, tags) if tag))
    return _replaced(graph, node, replace(node, tags=cleaned, modified=now))


def set_visibility(graph: Graph, node_id: NodeId, visibility: str, *, now: int) -> ChangeSet:
    """Say for whom a node is meant.

    Raises:
        Rejected: no such node or visibility.
    """
    node = _node(graph, node_id)
    return _replaced(graph, node, replace(node, visibility=visibility, modified=now))


def set_origin(graph: Graph, node_id: NodeId, origin: str, *, now: int) -> ChangeSet:
    """Say where what a node states comes from.

    Raises:
        Rejected: no such node or origin.
    """
    node = _node(graph, node_id)
    return _replaced(graph, node, replace(node, origin=origin, modified=now))


def set_field(graph: Graph, node_id: NodeId, field_id: str, value: Value | None, *, now: int) -> ChangeSet:
    """Fill in a field of a node, or empty it with None, an empty text or an empty list.

    Raises:
        Rejected: no such node or field, or the value does not fit.
    """
    node = _node(graph, node_id)
    return _replaced(graph, node, replace(with_field(node, field_id, value), modified=now))


def remove_nodes(graph: Graph, node_ids: Iterable[NodeId]) -> ChangeSet:
    """Remove nodes from the document, with all that hangs on them.

    Their edges and placements go with them, fields that refer to them are emptied, and findings about them are no
    longer set aside.

    Raises:
        Rejected: there is no such node.
    """
    gone = {node_id: _node(graph, node_id) for node_id in node_ids}
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
    """Empty fields that refer to nodes that go, in whatever stays."""
    staying: Iterable[Node | Edge | Map | Layout] = (
        *(node for node in graph.nodes.values() if node.id not in gone),
        *(edge for edge in graph.edges.values() if edge.key not in edges),
        *graph.maps.values(),
        *graph.layouts.values(),
    )
    for entity in staying:
        if entity.fields and (fields := _without_references(entity, gone)) != entity.fields:
            yield Change(entity, replace(entity, fields=fields))


def _without_references(entity: Node | Edge | Map | Layout, gone: Container[NodeId]) -> Fields:
    described = {field.id: field for field in fields_of(entity)}
    fields: dict[str, Value] = {}
    for name, value in entity.fields.items():
        referred = references(described[name], value)
        staying = tuple(one for one in referred if one not in gone)
        if staying == referred:
            fields[name] = value
        elif staying:
            fields[name] = staying
    return fields


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
    return ChangeSet(tuple(Change(_edge(graph, key), None) for key in dict.fromkeys(keys)))


def set_edge_field(graph: Graph, key: EdgeKey, field_id: str, value: Value | None) -> ChangeSet:
    """Fill in a field of an edge, or empty it with None, an empty text or an empty list.

    Raises:
        Rejected: no such edge or field, or the value does not fit.
    """
    edge = _edge(graph, key)
    return _replaced(graph, edge, with_field(edge, field_id, value))


def set_edge_visibility(graph: Graph, key: EdgeKey, visibility: str) -> ChangeSet:
    """Say for whom an edge is meant.

    Raises:
        Rejected: no such edge or visibility.
    """
    edge = _edge(graph, key)
    return _replaced(graph, edge, replace(edge, visibility=visibility))


def set_edge_rounds(graph: Graph, key: EdgeKey, from_round: RoundId, until_round: RoundId) -> ChangeSet:
    """Say in which rounds an edge holds; another beginning makes it another edge.

    Raises:
        Rejected: no such edge or round, the source is no actor, or the edge exists already from that round.
    """
    edge = _edge(graph, key)
    moved = replace(edge, from_round=from_round, until_round=until_round)
    if moved.key == key:
        return _replaced(graph, edge, moved)
    if moved.key in graph.edges:
        raise Rejected("error.relation_exists", relation=edge.relation, source=edge.source, target=edge.target)
    return checked(graph, [Change(edge, None), Change(None, moved)])


# --- maps, placements, rounds -----------------------------------------------------------------------------------------


def add_map(graph: Graph, title: str, language: str) -> ChangeSet:
    """Add an empty map, in a language given as its ISO code."""
    title = clean_line(title)
    return checked(graph, [Change(None, Map(MapId(fresh_id(title, "kaart", graph.maps)), title, language))])


def rename_map(graph: Graph, map_id: MapId, title: str) -> ChangeSet:
    """Give a map another title.

    Raises:
        Rejected: there is no such map.
    """
    map_ = _map(graph, map_id)
    return _replaced(graph, map_, replace(map_, title=clean_line(title)))


def set_map_field(graph: Graph, map_id: MapId, field_id: str, value: Value | None) -> ChangeSet:
    """Fill in a field of a map, or empty it with None or an empty text.

    Raises:
        Rejected: no such map or field, or the value does not fit.
    """
    map_ = _map(graph, map_id)
    return _replaced(graph, map_, with_field(map_, field_id, value))


def place(graph: Graph, map_id: MapId, node_ids: Iterable[NodeId]) -> ChangeSet:
    """Put nodes of the document on a map; the layout decides where. Those that stand there already stay.

    Raises:
        Rejected: no such map or node.
    """
    new = (node_id for node_id in dict.fromkeys(node_ids) if PlacementKey(map_id, node_id) not in graph.placements)
    return checked(graph, [Change(None, Placement(map_id, node_id)) for node_id in new])


def take_off_map(graph: Graph, map_id: MapId, node_ids: Iterable[NodeId]) -> ChangeSet:
    """Take nodes off a map, and so out of its layouts; they stay in the document.

    Raises:
        Rejected: a node does not stand on that map.
    """
    gone = dict.fromkeys(node_ids)
    changes = [Change(_placement(graph, map_id, node_id), None) for node_id in gone]
    for layout in graph.layouts_of(map_id):
        changes += [Change(spot, None) for node_id, spot in graph.spots_in(layout.key).items() if node_id in gone]
        if (fields := _without_references(layout, gone)) != layout.fields:
            changes.append(Change(layout, replace(layout, fields=fields)))
    return ChangeSet(tuple(changes))


def move(graph: Graph, map_id: MapId, centres: Mapping[NodeId, tuple[int, int]], *, by_hand: bool = True) -> ChangeSet:
    """Put nodes elsewhere in the arrangement in which a map is shown: by hand, or where a layout wants them.

    Raises:
        Rejected: a node does not stand on that map, or would lie too far away.
    """
    layout = graph.shown_layout(map_id)
    spots = graph.spots_in(layout.key) if layout is not None else {}
    changes = []
    for node_id, (x, y) in centres.items():
        placement = _placement(graph, map_id, node_id)
        old, new = (
            (placement, replace(placement, x=x, y=y, by_hand=by_hand))
            if layout is None
            else (spots.get(node_id), Spot(*layout.key, node_id, x, y, by_hand))
        )
        if new != old:
            changes.append(Change(old, new))
    return checked(graph, changes)


def release(graph: Graph, map_id: MapId, node_ids: Iterable[NodeId]) -> ChangeSet:
    """Forget where nodes were placed in the arrangement in which a map is shown, so that the layout decides again.

    Raises:
        Rejected: a node does not stand on that map.
    """
    placements = [_placement(graph, map_id, node_id) for node_id in dict.fromkeys(node_ids)]
    if (layout := graph.shown_layout(map_id)) is not None:
        spots = graph.spots_in(layout.key)
        return ChangeSet(tuple(Change(spots[one.node], None) for one in placements if one.node in spots))
    return ChangeSet(
        tuple(Change(one, replace(one, x=None, y=None, by_hand=False)) for one in placements if one.x is not None)
    )


def set_presence(graph: Graph, map_id: MapId, node_id: NodeId, field_id: str, value: Value | None) -> ChangeSet:
    """Fill in what is recorded of an actor on one map: presence, required, involved_since, expertise.

    Raises:
        Rejected: the node does not stand on that map or is no actor, or the value does not fit.
    """
    placement = _placement(graph, map_id, node_id)
    return _replaced(graph, placement, with_field(placement, field_id, value))


def add_round(graph: Graph, map_id: MapId, title: str, date: str = "") -> ChangeSet:
    """Add a round after the last one of a map.

    Raises:
        Rejected: no such map, or not a date.
    """
    rounds = graph.rounds_of(map_id)
    position = rounds[-1].position + 1 if rounds else 0
    round_id = RoundId(fresh_id(f"r{position + 1}", "r", graph.rounds))
    return checked(graph, [Change(None, Round(round_id, map_id, position, clean_line(title), date.strip()))])


def change_round(graph: Graph, round_id: RoundId, title: str, date: str) -> ChangeSet:
    """Give a round another title and date.

    Raises:
        Rejected: no such round, or not a date.
    """
    old = _round(graph, round_id)
    return _replaced(graph, old, replace(old, title=clean_line(title), date=date.strip()))


def remove_round(graph: Graph, round_id: RoundId) -> ChangeSet:
    """Remove a round to which nothing refers.

    Raises:
        Rejected: no such round, or edges begin or end in it, or a map or an actor refers to it.
    """
    old = _round(graph, round_id)
    used = sum(round_id in (edge.from_round, edge.until_round) for edge in graph.edges.values())
    used += sum(one.fields.get("current") == round_id for one in graph.maps.values())
    used += sum(one.fields.get("involved_since") == round_id for one in graph.placements.values())
    if used:
        raise Rejected("error.round_in_use", title=old.title, count=used)
    return ChangeSet((Change(old, None),))


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


def bring_back(graph: Graph, fingerprint: SetAsideKey) -> ChangeSet:
    """Show a finding again that was set aside.

    Raises:
        Rejected: it was not set aside.
    """
    one = graph.set_aside.get(fingerprint)
    if one is None:
        raise Rejected("error.not_set_aside")
    return ChangeSet((Change(one, None),))


# --- what they share --------------------------------------------------------------------------------------------------


def checked(graph: Graph, changes: Iterable[Change]) -> ChangeSet:
    """Return the changes as a set, when everything they leave behind is what the metamodel allows.

    Raises:
        Rejected: it is not.
    """
    change_set = ChangeSet(tuple(changes))
    after = graph.with_changes(change_set)
    for change in change_set:
        if change.new is not None:
            for problem in (*entity_problems(change.new), *link_problems(after, change.new)):
                raise problem.rejected()
    return change_set


def _replaced(graph: Graph, old: Entity, new: Entity) -> ChangeSet:
    if isinstance(old, Node) and isinstance(new, Node) and replace(new, modified=old.modified) == old:
        return ChangeSet()
    return checked(graph, [Change(old, new)] if new != old else [])


def with_field(entity: _Holder, field_id: str, value: Value | None) -> _Holder:
    """Return an entity with a field filled in, or emptied.

    Raises:
        Rejected: it has no such field.
    """
    described = next((field for field in fields_of(entity) if field.id == field_id), None)
    if described is None:
        raise Rejected("problem.unknown_field", field=field_id)
    fields = {name: old for name, old in entity.fields.items() if name != field_id}
    kept = kept_value(described, value)
    if kept is not None:
        fields[field_id] = kept
    return replace(entity, fields=fields)


def kept_value(described: Field, value: Value | None) -> Value | None:
    """Return the value as it is kept, None when nothing is left of it."""
    clean: Callable[[str], str] = clean_text if described.type is FieldType.TEXT else clean_line
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(one for one in map(clean, value) if one)) or None
    if isinstance(value, str):
        return cleaned if (cleaned := clean(value)).strip() else None
    return value


def _node(graph: Graph, node_id: NodeId) -> Node:
    if (node := graph.nodes.get(node_id)) is None:
        raise Rejected("problem.no_such_node", id=node_id)
    return node


def _edge(graph: Graph, key: EdgeKey) -> Edge:
    if (edge := graph.edges.get(key)) is None:
        raise Rejected("error.no_such_relation", relation=key.relation, source=key.source, target=key.target)
    return edge


def _map(graph: Graph, map_id: MapId) -> Map:
    if (map_ := graph.maps.get(map_id)) is None:
        raise Rejected("problem.no_such_map", id=map_id)
    return map_


def _round(graph: Graph, round_id: RoundId) -> Round:
    if (round_ := graph.rounds.get(round_id)) is None:
        raise Rejected("problem.no_such_round", id=round_id)
    return round_


def _placement(graph: Graph, map_id: MapId, node_id: NodeId) -> Placement:
    if (placement := graph.placements.get(PlacementKey(map_id, node_id))) is None:
        raise Rejected("error.not_on_map", id=node_id)
    return placement
