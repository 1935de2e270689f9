"""Indexes of edges of which some sources get other edges: what was indexed of the others is not looked at again."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from gvkaart.domain.entities import Edge, NodeId

Order = Mapping[NodeId, int]
"""The place of each node on the map; edges are in the order of their sources."""

Fresh = Mapping[NodeId, tuple[Edge, ...]]
"""All edges that some sources have now, in the order of these sources."""

AtEnd = Mapping[NodeId, tuple[Edge, ...]]
"""Edges by the node at one end; a node without any has no entry."""

Index = Mapping[str, AtEnd]
"""Edges by relation, and then by the node at one end; a relation without any has no entry."""

EndOf = Callable[[Edge], NodeId]
"""Tells one of the two ends of an edge."""


def without(edges: Sequence[Edge], sources: Iterable[NodeId], gone: Container[int], order: Order) -> tuple[Edge, ...]:
    """Return edges without those of some sources that are gone, of which the identities are given."""
    parts: list[Sequence[Edge]] = []
    end = 0
    for first, last in _places(edges, sources, order):
        parts += (edges[end:first], _left(edges[first:last], gone))
        end = last
    return tuple(chain(*parts, edges[end:]))


def _left(edges: Iterable[Edge], gone: Container[int]) -> tuple[Edge, ...]:
    return tuple([edge for edge in edges if id(edge) not in gone])  # a list first: of a hub these are many


def thinned_out(index: AtEnd, keys: Iterable[NodeId], gone: Container[int]) -> AtEnd:
    """Return an index of edges of which those under some keys are without what is gone, as in `without`."""
    after = dict(index)
    for key in set(keys):
        if edges := _left(after.pop(key, ()), gone):
            after[key] = edges
    return after


def spliced(edges: Sequence[Edge], fresh: Mapping[NodeId, Sequence[Edge]], order: Order) -> tuple[Edge, ...]:
    """Return edges with those of some sources replaced by what these have now."""
    parts: list[Sequence[Edge]] = []
    end = 0
    for own, (first, last) in zip(fresh.values(), _places(edges, fresh, order), strict=True):
        parts += (edges[end:first], own)
        end = last
    return tuple(chain(*parts, edges[end:]))


def _places(edges: Sequence[Edge], sources: Iterable[NodeId], order: Order) -> Iterator[tuple[int, int]]:
    """Yield where the edges of each source begin and end."""
    end = 0
    for source in sources:
        first, end = (find(edges, order[source], end, key=lambda edge: order[edge.source]) for find in _ENDS)
        yield first, end


_ENDS = (bisect_left, bisect_right)


def reindexed(index: AtEnd, keys: Iterable[NodeId], fresh: Fresh, end_of: EndOf, order: Order) -> AtEnd:
    """Return an index of edges with some of its entries as they are now.

    Args:
        index: the edges by one of their ends.
        keys: of the entries that may differ.
        fresh: all edges of the sources that differ; others have in these entries what they had.
        end_of: the end by which the edges are indexed.
        order: the place of each node.
    """
    after = dict(index)
    anew: dict[NodeId, dict[NodeId, list[Edge]]] = {key: {} for key in keys}
    for source, own in fresh.items():
        for edge in own:
            if (key := end_of(edge)) in anew:
                anew[key].setdefault(source, []).append(edge)
    for key, mine in anew.items():
        others = [edge for edge in after.pop(key, ()) if edge.source not in fresh]
        if edges := spliced(others, mine, order):
            after[key] = edges
    return after
