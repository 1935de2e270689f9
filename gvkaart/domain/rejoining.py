"""What was indexed of the edges on a map, after nodes came or left and edges changed: only what these touch is anew."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, Node, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.growing import Fresh, Order, reindexed, spliced, thinned_out, without

Test = Callable[[Edge], bool]


@dataclass(frozen=True, slots=True)
class Rejoining:
    """What differs in how the nodes on a map are joined.

    Attributes:
        left: nodes that no longer stand on the map.
        gone: edges that went, or were different.
        come: edges that came, or are different.
        order: the place of each node, of those that left too.
        fresh: all edges there are now of the sources of `come`, whatever the round, between nodes of the map.
    """

    left: AbstractSet[NodeId]
    gone: tuple[Edge, ...]
    come: tuple[Edge, ...]
    order: Order
    fresh: Fresh

    @property
    def changed(self) -> tuple[Edge, ...]:
        """All edges that differ, as they were and as they are."""
        return self.gone + self.come

    def _in_order(self, nodes: Iterable[NodeId]) -> list[NodeId]:
        return sorted((node for node in nodes if node in self.order), key=self.order.__getitem__)

    @property
    def ends(self) -> AbstractSet[NodeId]:
        """The nodes of which edges differ."""
        return {end for edge in self.changed for end in (edge.source, edge.target)}

    def indexes(self, known: Mapping[str, Any], holds: Test, is_attributed: Test) -> dict[str, Any]:
        """Return what a view had indexed of edges, by name, as it is now.

        Args:
            known: what it had worked out.
            holds: tells whether an edge holds in the round of the view.
            is_attributed: tells whether an edge says something of its source.
        """
        held = {source: tuple(filter(holds, edges)) for source, edges in self.fresh.items()}
        attributed = {source: tuple(filter(is_attributed, edges)) for source, edges in held.items()}
        gone = frozenset(map(id, self.gone))
        elsewhere = self._in_order({edge.source for edge in self.gone} - self.fresh.keys())
        after: dict[str, Any] = {
            name: spliced(without(known[name], elsewhere, gone, self.order), now, self.order)
            for name, now in (("_edges_of_all_rounds", self.fresh), ("edges", held))
            if name in known
        }
        for name, now, key_of, kind in (
            ("_out", held, from_source, list),
            ("_into", held, to_target, list),
            ("_attributed", attributed, source_of, tuple),
            ("_said_about", attributed, target_of, tuple),
        ):
            if name in known:
                thinned = thinned_out(known[name], map(key_of, self.gone), gone, kind)
                after[name] = reindexed(thinned, map(key_of, self.come), now, key_of, self.order, kind)
        return after


def rejoining(
    changes: ChangeSet, before: Graph, after: Graph, nodes_before: Mapping[NodeId, Node], nodes: Mapping[NodeId, Node]
) -> Rejoining:
    """Return what changes make different, given the nodes that stood on the map and those that do now."""
    left = nodes_before.keys() - nodes.keys()
    edges = [change for change in changes if isinstance(change.entity, Edge)]
    gone = [before.edges[change.old.key] for change in edges if isinstance(change.old, Edge)]
    gone += [edge for node in left for edge in (*before.out(node), *before.into(node))]
    come = tuple(change.new for change in edges if isinstance(change.new, Edge))
    order = {node: place for place, node in enumerate(dict.fromkeys((*nodes_before, *nodes)))}
    sources = sorted({edge.source for edge in come if edge.source in nodes}, key=order.__getitem__)
    fresh = {source: _between(after.out(source), nodes) for source in sources}
    return Rejoining(left, tuple(gone), come, order, fresh)


def _between(edges: Iterable[Edge], nodes: Mapping[NodeId, Node]) -> tuple[Edge, ...]:
    return tuple(edge for edge in edges if edge.target in nodes)


def source_of(edge: Edge) -> NodeId:
    """Return where an edge starts."""
    return edge.source


def target_of(edge: Edge) -> NodeId:
    """Return where an edge ends."""
    return edge.target


def from_source(edge: Edge) -> tuple[NodeId, str]:
    """Return where an edge starts, and its relation."""
    return edge.source, edge.relation


def to_target(edge: Edge) -> tuple[NodeId, str]:
    """Return where an edge ends, and its relation."""
    return edge.target, edge.relation
