"""What was indexed of the edges on a map, after nodes came or left and edges changed: only what these touch is anew."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, Node, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.growing import AtEnd, EndOf, Fresh, Index, Order, reindexed, spliced, thinned_out, without

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

    @property
    def ends(self) -> AbstractSet[NodeId]:
        """The nodes of which edges differ."""
        return {end for edge in self.changed for end in (edge.source, edge.target)}

    @property
    def relations(self) -> AbstractSet[str]:
        """The relations of which edges differ."""
        return {edge.relation for edge in self.changed}

    def among(self, test: Test) -> "Rejoining":
        """Return what differs where only edges that pass a test are kept."""
        return replace(self, fresh={source: tuple(filter(test, edges)) for source, edges in self.fresh.items()})

    def sequence(self, known: Sequence[Edge]) -> tuple[Edge, ...]:
        """Return edges in the order of their sources, as they are now."""
        sources = {edge.source for edge in self.gone} - self.fresh.keys()
        elsewhere = sorted((node for node in sources if node in self.order), key=self.order.__getitem__)
        return spliced(without(known, elsewhere, self._gone, self.order), self.fresh, self.order)

    def index(self, known: Index, end_of: EndOf) -> Index:
        """Return edges by relation and one of their ends, as they are now."""
        after = dict(known)
        for relation in self.relations:
            if edges := self._of(relation).at_end(after.pop(relation, {}), end_of):
                after[relation] = edges
        return after

    def at_end(self, known: AtEnd, end_of: EndOf) -> AtEnd:
        """Return edges by one of their ends, as they are now."""
        thinned = thinned_out(known, map(end_of, self.gone), self._gone)
        return reindexed(thinned, map(end_of, self.come), self.fresh, end_of, self.order)

    def _of(self, relation: str) -> "Rejoining":
        def test(edge: Edge) -> bool:
            return edge.relation == relation

        gone, come = (tuple(filter(test, edges)) for edges in (self.gone, self.come))
        return replace(self.among(test), gone=gone, come=come)

    @property
    def _gone(self) -> AbstractSet[int]:
        return frozenset(map(id, self.gone))


def rejoining(
    changes: ChangeSet,
    before: Graph,
    after: Graph,
    nodes_before: Mapping[NodeId, Node],
    nodes: Mapping[NodeId, Node],
    order: Order,
) -> Rejoining:
    """Return what changes make different, given the nodes that stood on the map and those that do now.

    Args:
        changes: of which the edges count.
        before: the graph before these.
        after: the graph after them.
        nodes_before: the nodes that stood on the map.
        nodes: those that do now.
        order: the place of each node, of those that left too.
    """
    left = nodes_before.keys() - nodes.keys() if nodes_before is not nodes else frozenset()
    edges = [change for change in changes if isinstance(change.entity, Edge)]
    gone = [before.edges[change.old.key] for change in edges if isinstance(change.old, Edge)]
    gone += [edge for node in left for edge in (*before.out(node), *before.into(node))]
    come = tuple(change.new for change in edges if isinstance(change.new, Edge))
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
