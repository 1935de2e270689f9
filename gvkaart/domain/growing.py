"""Indexes of edges that get more edges: what was indexed already is not looked at again."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from gvkaart.domain.entities import Edge, NodeId

_K = TypeVar("_K")
_S = TypeVar("_S", list[Edge], tuple[Edge, ...])

Order = Mapping[NodeId, int]
"""The place of each node on the map."""


def inserted(edges: Sequence[Edge], fresh: Iterable[Edge], order: Order) -> list[Edge]:
    """Return edges in the order of their sources with others among them, each behind those of the same source."""
    after = list(edges)
    for edge in fresh:
        after.insert(bisect_right(after, order[edge.source], key=lambda one: order[one.source]), edge)
    return after


def indexed(
    index: Mapping[_K, _S], fresh: Iterable[Edge], key_of: Callable[[Edge], _K], order: Order, kind: Callable[..., _S]
) -> dict[_K, _S]:
    """Return an index of edges with others in it; `kind` makes an entry of a list."""
    after = dict(index)
    for edge in fresh:
        after[key_of(edge)] = kind(inserted(after.get(key_of(edge), ()), (edge,), order))
    return after
