"""In what two snapshots of a map differ, as coarse as `gvkaart.analysis.reading` notes what was read.

The snapshots themselves are compared, by identity: a changed graph shares all that did not change. So it does not
matter what happened between them, in how many edits, or whether it was taken back.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import compress, count
from operator import is_not

from gvkaart.analysis.reading import Reads
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Edge, NodeId
from gvkaart.domain.graph import Graph


@dataclass(slots=True)
class Difference:
    """Kinds of nodes, those of which any came or left, relations of edges, and of what anything at all, as `Reads`."""

    kinds: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)

    def spares(self, reads: Reads) -> bool:
        """Tell whether nothing of this was read; what was compared by value is left out of it."""
        return (
            self.kinds.isdisjoint(reads.kinds)
            and self.members.isdisjoint(reads.members)
            and self.relations.isdisjoint(reads.relations)
            and self.whole.isdisjoint(reads.whole)
        )


def difference(before: CaseView, after: CaseView) -> Difference | None:
    """Return in what two views of a map differ; None when it may be in everything, as in another round."""
    if before.map_id != after.map_id or before.round != after.round or before.rounds != after.rounds:
        return None
    found = Difference()
    if before.placements is not after.placements:
        found.whole.add("placements")
    if before.nodes is not after.nodes:
        _compare_nodes(found, before, after)
    if before.graph.edges is not after.graph.edges:
        _compare_edges(found, before.graph, after.graph, after.nodes)
    return found


def _compare_nodes(found: Difference, before: CaseView, after: CaseView) -> None:
    old, new = before.nodes, after.nodes
    for node_id in compress(new, map(is_not, new.values(), map(old.get, new))):
        node, other = new[node_id], old.get(node_id)
        kinds = {one.kind for one in (node, other) if one is not None}
        found.kinds |= kinds
        if other is None or len(kinds) > 1:
            found.members |= kinds
    gone, come = old.keys() - new.keys(), new.keys() - old.keys()
    if gone or come:
        found.whole |= {"nodes", "edges"}
        kinds = {old[node_id].kind for node_id in gone}
        found.kinds |= kinds
        found.members |= kinds
        for node_id in gone | come:  # its edges may have been there before it stood on the map, or stay after it
            for graph in (before.graph, after.graph):
                found.relations.update(edge.relation for edge in (*graph.out(node_id), *graph.into(node_id)))


def _compare_edges(found: Difference, before: Graph, after: Graph, nodes: Collection[NodeId]) -> None:
    for node in after.joined_otherwise(before, nodes):
        was, now = (graph.out(node) for graph in (before, after))
        same = _same(was, now)
        was, now = was[same:][::-1], now[same:][::-1]
        same = _same(was, now)
        left, come = ({id(edge): edge.relation for edge in edges[same:]} for edges in (was, now))
        found.whole.add("edges")
        found.relations.update({**left, **come}[edge] for edge in left.keys() ^ come.keys())


def _same(one: Sequence[Edge], other: Sequence[Edge]) -> int:
    """Count with how many of the same edges both begin."""
    return next(compress(count(), map(is_not, one, other)), min(len(one), len(other)))
