"""Removing a map, with all that is only there because of it; one action, so one undo brings everything back."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from gvkaart.domain import edits
from gvkaart.domain.changes import Change, ChangeSet, merged
from gvkaart.domain.edit_basics import checked, map_of
from gvkaart.domain.entities import NO_ROUND, EdgeKey, Entity, Fields, MapId, NodeId, RoundId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph


def remove_map(graph: Graph, map_id: MapId) -> ChangeSet:
    """Remove a map with its rounds, places, layouts and findings set aside, and the nodes that stand on no other map.

    Relations that stay and named one of its rounds hold in every round now: for other maps that was so already.

    Raises:
        Rejected: there is no such map, or it is the only one.
    """
    map_ = map_of(graph, map_id)
    if len(graph.maps) == 1:
        raise Rejected("error.only_map", title=map_.title)
    nodes = only_on(graph, map_id)
    first = edits.remove_nodes(graph, nodes) if nodes else ChangeSet()
    rest = graph.with_changes(first)
    rounds = frozenset(one.id for one in rest.rounds_of(map_id))
    going = (Change(entity, None) for entity in _belonging(rest, map_id))
    return merged([first, checked(rest, [*_without_rounds(rest, map_id, rounds), *going])])


def only_on(graph: Graph, map_id: MapId) -> tuple[NodeId, ...]:
    """Return the nodes that stand on this map and on no other."""
    elsewhere = {place.node for place in graph.placements.values() if place.map != map_id}
    return tuple(node for node in graph.on_map(map_id) if node not in elsewhere)


def _belonging(graph: Graph, map_id: MapId) -> Iterator[Entity]:
    yield from (one for one in graph.set_aside.values() if one.map == map_id)
    for layout in graph.layouts_of(map_id):
        yield from graph.spots_in(layout.key).values()
        yield layout
    yield from graph.on_map(map_id).values()
    yield from graph.rounds_of(map_id)
    yield graph.maps[map_id]


def _without_rounds(graph: Graph, map_id: MapId, rounds: AbstractSet[RoundId]) -> Iterator[Change]:
    """Let go of rounds in what stays: relations, and the fields of other maps and of places there."""
    yield from _freed_edges(graph, rounds)
    for map_ in graph.maps.values():
        if map_.id != map_id and (freed := _freed(map_.fields, rounds)) != map_.fields:
            yield Change(map_, replace(map_, fields=freed))
    for place in graph.placements.values():
        if place.map != map_id and (freed := _freed(place.fields, rounds)) != place.fields:
            yield Change(place, replace(place, fields=freed))


def _freed(fields: Fields, rounds: AbstractSet[RoundId]) -> Fields:
    return {name: value for name, value in fields.items() if value not in rounds}


def _freed_edges(graph: Graph, rounds: AbstractSet[RoundId]) -> Iterator[Change]:
    """Give the edges that name one of these rounds none; of those that then become the same, one stays."""
    taken: set[EdgeKey] = set(graph.edges)
    for edge in graph.edges.values():
        begin = NO_ROUND if edge.from_round in rounds else edge.from_round
        end = NO_ROUND if edge.until_round in rounds else edge.until_round
        freed = replace(edge, from_round=begin, until_round=end)
        if freed.key == edge.key:
            if freed != edge:
                yield Change(edge, freed)
            continue
        yield Change(edge, None)
        if freed.key not in taken:
            taken.add(freed.key)
            yield Change(None, freed)
