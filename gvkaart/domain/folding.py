"""Branches that are folded away: what hangs on a node through nothing else is not shown while that node is collapsed.

What hangs on what follows from the relations: a position on who takes it, an interest on the positions that rest on it,
an argument on what it supports. What hangs on several nodes stays until all of these are collapsed or hidden, so that
folding one party away never hides what another one says too. Actors hang on nothing but what they are part of.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple, Protocol

from gvkaart.domain.entities import Edge, Node, NodeId, Placement

_DOWN: Final = (
    *("holds", "claims", "accepts", "disputes", "means", "has_interest", "represents", "rests_on", "uses"),
    *("framed_as", "serves", "harms", "sends", "receives", "links", "sees", "aims_at", "acts_in", "collected_for"),
    *("contains", "pursues", "based_on", "poses", "causes", "asks", "promises", "cites"),
)
"""Relations of which the target hangs on the source."""

_UP: Final = ("supports", "undermines", "mitigates", "addresses", "needed_for", "happened_to", "answers", "part_of")
"""Relations of which the source hangs on the target."""

_TIED: Final = "related"
"""A note hangs on what it has to do with; between others this says nothing about which of them comes first."""


class Branches(Protocol):
    """What folding asks of a map: what stands on it, and how that hangs together."""

    @property
    def nodes(self) -> Mapping[NodeId, Node]:
        """The nodes of the map."""

    @property
    def placements(self) -> Mapping[NodeId, Placement]:
        """Where nodes stand, and whether they are collapsed."""

    def out(self, node: NodeId, *relations: str) -> tuple[Edge, ...]:
        """Return the edges of these relations from a node."""

    def into(self, node: NodeId, *relations: str) -> tuple[Edge, ...]:
        """Return the edges of these relations to a node."""


class Folded(NamedTuple):
    """What is folded away on a map.

    Attributes:
        hidden: the nodes that are not shown.
        counts: how many of them each collapsed node that is shown hides.
    """

    hidden: frozenset[NodeId]
    counts: Mapping[NodeId, int]


NOTHING: Final = Folded(frozenset(), {})


def folded(view: Branches) -> Folded:
    """Return what the collapsed nodes of a map hide."""
    return folded_by(view, [node for node, placement in view.placements.items() if placement.collapsed])


def folded_by(view: Branches, nodes: Iterable[NodeId]) -> Folded:
    """Return what would be hidden on a map if these nodes were the collapsed ones."""
    below = {node: _below(view, node) for node in nodes if node in view.nodes}
    if not below:
        return NOTHING
    stays = set[NodeId]()
    while True:
        hidden = _closed(view, set().union(*below.values()) - stays, below.keys())
        told = set().union(*(below[node] for node in below if node not in hidden))
        if hidden <= told:
            return Folded(frozenset(hidden), {node: len(below[node] & hidden) for node in below if node not in hidden})
        stays.add(next(node for node in below if node in hidden - told))  # a circle would hide all of itself


def above(view: Branches, node: NodeId) -> frozenset[NodeId]:
    """Return the collapsed nodes of a map that help to hide a node: with these expanded it is there again."""
    collapsed = (one for one, placement in view.placements.items() if placement.collapsed and one in view.nodes)
    return frozenset(one for one in collapsed if node in _below(view, one))


def _closed(view: Branches, below: set[NodeId], collapsed: AbstractSet[NodeId]) -> set[NodeId]:
    """Return of some nodes those that hang only on collapsed ones and on each other."""
    hidden = set(below)
    standing = [node for node in below if any(one not in below and one not in collapsed for one in _over(view, node))]
    while standing:
        node = standing.pop()
        if node in hidden:
            hidden.remove(node)
            if node not in collapsed:
                standing += _under(view, node)
    return hidden


def _below(view: Branches, node: NodeId) -> set[NodeId]:
    below, ahead = set[NodeId](), [node]
    while ahead:
        fresh = set(_under(view, ahead.pop())) - below - {node}
        below |= fresh
        ahead += fresh
    return below


def _under(view: Branches, node: NodeId) -> Iterator[NodeId]:
    """Yield what hangs on a node."""
    edges = (*view.out(node, *_DOWN, _TIED), *view.into(node, *_UP, _TIED))
    return (child for parent, child in _ties(view, edges) if parent == node)


def _over(view: Branches, node: NodeId) -> Iterator[NodeId]:
    """Yield what a node hangs on."""
    edges = (*view.into(node, *_DOWN, _TIED), *view.out(node, *_UP, _TIED))
    return (parent for parent, child in _ties(view, edges) if child == node)


def _ties(view: Branches, edges: Iterable[Edge]) -> Iterator[tuple[NodeId, NodeId]]:
    """Yield as (parent, child) what these edges hang on what."""
    nodes = view.nodes
    for edge in edges:
        ends = (edge.source, edge.target)
        if edge.relation == _TIED:
            yield from (pair for pair in (ends, ends[::-1]) if _is_aside(nodes[pair[1]].kind, nodes[pair[0]].kind))
        elif edge.relation in _DOWN:
            if nodes[edge.target].kind != "actor":
                yield ends
        elif edge.relation != "answers" or not view.into(edge.source, "holds"):  # a position is first of who takes it
            yield ends[::-1]


def _is_aside(kind: str, other: str) -> bool:
    return kind == "note" != other
