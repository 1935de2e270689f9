"""Edits of maps: the maps themselves, what stands on them and where, and their rounds.

As in `gvkaart.domain.edits`: pure functions, which refuse what cannot be.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.edit_basics import (
    checked,
    map_of,
    placement_of,
    replaced,
    round_of,
    with_field,
    without_references,
)
from gvkaart.domain.entities import (
    Map,
    MapId,
    NodeId,
    Placement,
    PlacementKey,
    Round,
    RoundId,
    Spot,
    Value,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.text import clean_line, fresh_id


def add_map(graph: Graph, title: str, language: str) -> ChangeSet:
    """Add an empty map, in a language given as its ISO code."""
    title = clean_line(title)
    return checked(graph, [Change(None, Map(MapId(fresh_id(title, "kaart", graph.maps)), title, language))])


def rename_map(graph: Graph, map_id: MapId, title: str) -> ChangeSet:
    """Give a map another title.

    Raises:
        Rejected: there is no such map.
    """
    map_ = map_of(graph, map_id)
    return replaced(graph, map_, replace(map_, title=clean_line(title)))


def set_map_field(graph: Graph, map_id: MapId, field_id: str, value: Value | None) -> ChangeSet:
    """Fill in a field of a map, or empty it with None or an empty text.

    Raises:
        Rejected: no such map or field, or the value does not fit.
    """
    map_ = map_of(graph, map_id)
    return replaced(graph, map_, with_field(map_, field_id, value))


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
    placements = [Change(placement_of(graph, map_id, node_id), None) for node_id in gone]
    return ChangeSet((*placements, *out_of_layouts(graph, map_id, gone)))


def out_of_layouts(graph: Graph, map_id: MapId, gone: Container[NodeId]) -> Iterator[Change]:
    """Yield what changes in the layouts of a map when nodes no longer stand on it."""
    for layout in graph.layouts_of(map_id):
        yield from (Change(spot, None) for node_id, spot in graph.spots_in(layout.key).items() if node_id in gone)
        if (fields := without_references(layout, gone)) != layout.fields:
            yield Change(layout, replace(layout, fields=fields))


def move(graph: Graph, map_id: MapId, centres: Mapping[NodeId, tuple[int, int]], *, by_hand: bool = True) -> ChangeSet:
    """Put nodes elsewhere in the arrangement in which a map is shown: by hand, or where a layout wants them.

    In a layout that follows the map only what a person chose is kept.

    Raises:
        Rejected: a node does not stand on that map, or would lie too far away.
    """
    layout = graph.shown_layout(map_id)
    if layout is not None and layout.follows and not by_hand:
        return ChangeSet()
    spots = graph.spots_in(layout.key) if layout is not None else {}
    changes = []
    for node_id, (x, y) in centres.items():
        placement = placement_of(graph, map_id, node_id)
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
    placements = [placement_of(graph, map_id, node_id) for node_id in dict.fromkeys(node_ids)]
    if (layout := graph.shown_layout(map_id)) is not None:
        spots = graph.spots_in(layout.key)
        return ChangeSet(tuple(Change(spots[one.node], None) for one in placements if one.node in spots))
    return ChangeSet(
        tuple(Change(one, replace(one, x=None, y=None, by_hand=False)) for one in placements if one.x is not None)
    )


def collapse(graph: Graph, map_id: MapId, node_ids: Iterable[NodeId], *, collapsed: bool = True) -> ChangeSet:
    """Fold away what hangs on nodes of a map (`gvkaart.domain.folding`), or show it again.

    Raises:
        Rejected: a node does not stand on that map.
    """
    placements = [placement_of(graph, map_id, node_id) for node_id in dict.fromkeys(node_ids)]
    return ChangeSet(
        tuple(Change(one, replace(one, collapsed=collapsed)) for one in placements if one.collapsed != collapsed)
    )


def set_presence(graph: Graph, map_id: MapId, node_id: NodeId, field_id: str, value: Value | None) -> ChangeSet:
    """Fill in what is recorded of an actor on one map: presence, required, involved_since, expertise.

    Raises:
        Rejected: the node does not stand on that map or is no actor, or the value does not fit.
    """
    placement = placement_of(graph, map_id, node_id)
    return replaced(graph, placement, with_field(placement, field_id, value))


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
    old = round_of(graph, round_id)
    return replaced(graph, old, replace(old, title=clean_line(title), date=date.strip()))


def remove_round(graph: Graph, round_id: RoundId) -> ChangeSet:
    """Remove a round to which nothing refers.

    Raises:
        Rejected: no such round, or edges begin or end in it, or a map or an actor refers to it.
    """
    old = round_of(graph, round_id)
    used = sum(round_id in (edge.from_round, edge.until_round) for edge in graph.edges.values())
    used += sum(one.fields.get("current") == round_id for one in graph.maps.values())
    used += sum(one.fields.get("involved_since") == round_id for one in graph.placements.values())
    if used:
        raise Rejected("error.round_in_use", title=old.title, count=used)
    return ChangeSet((Change(old, None),))
