"""Going along the relations of an item, one after the other; no Qt in here."""

from gvkaart.domain.entities import Edge, EdgeKey, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import RELATIONS
from gvkaart.domain.text import fold


def following(graph: Graph, node: NodeId, key: EdgeKey | None) -> EdgeKey | None:
    """Return the relation of an item that comes after another one, after the last the first; None when it has none.

    They come as the inspector lists them: those that go out first, by relation, and then by the title of the other end.
    """
    order = list(RELATIONS)

    def rank(edge: Edge) -> tuple[bool, int, str, EdgeKey]:
        comes_in = edge.source != node
        other = graph.nodes[edge.source if comes_in else edge.target]
        return comes_in, order.index(edge.relation), fold(other.title), edge.key

    around = {edge.key: edge for edge in (*graph.out(node), *graph.into(node))}
    keys = [edge.key for edge in sorted(around.values(), key=rank)]
    if not keys:
        return None
    return keys[(keys.index(key) + 1) % len(keys)] if key in keys else keys[0]
