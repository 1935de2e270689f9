"""The edges between the nodes of a map, and where to find those that hold in a round by what they join.

All of it is worked out when it is first asked for, and kept. After an edit only what that touches is worked out again:
there is an index per relation, so that those of other relations are taken over as they are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import count
from typing import Any, Final, NamedTuple

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, Node, NodeId, Round, RoundId
from gvkaart.domain.graph import Graph
from gvkaart.domain.growing import AtEnd, EndOf, Index, Order
from gvkaart.domain.metamodel import is_attributed
from gvkaart.domain.rejoining import Rejoining, rejoining, source_of, target_of

NO_EDGES: Final[AtEnd] = {}


class Moment(NamedTuple):
    """The round that is looked at, or None, among the rounds of its map."""

    round: Round | None
    rounds: Mapping[RoundId, Round]

    def holds(self, edge: Edge) -> bool:
        """Tell whether an edge holds in this round; both ends count, and a round of another map sets no bound."""
        if self.round is None or not (edge.from_round or edge.until_round):
            return True
        begin, end = self.rounds.get(edge.from_round), self.rounds.get(edge.until_round)
        now = self.round.position
        return (begin is None or begin.position <= now) and (end is None or now <= end.position)


@dataclass(frozen=True, eq=False)
class Joined:
    """How the nodes of a map are joined in a round. Edges are in the order of their sources on the map."""

    graph: Graph
    nodes: Mapping[NodeId, Node]
    moment: Moment

    @cached_property
    def edges_of_all_rounds(self) -> tuple[Edge, ...]:
        """The edges between nodes of the map, whenever they hold."""
        nodes, out = self.nodes, self.graph.out
        return tuple(edge for node in nodes for edge in out(node) if edge.target in nodes)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The edges that hold in this round."""
        return tuple(filter(self.moment.holds, self.edges_of_all_rounds))

    @cached_property
    def out(self) -> Index:
        """The edges that hold by where they start."""
        return _indexed(self.edges, source_of)

    @cached_property
    def into(self) -> Index:
        """The edges that hold by where they end."""
        return _indexed(self.edges, target_of)

    @cached_property
    def attributed(self) -> AtEnd:
        """The edges that say something of an actor, by actor."""
        return _grouped(filter(self._is_attributed, self.edges), source_of)

    @cached_property
    def said_about(self) -> AtEnd:
        """The edges that say something of an actor, by what they say it about."""
        return _grouped(filter(self._is_attributed, self.edges), target_of)

    @cached_property
    def order(self) -> Order:
        """The place of each node; there may be gaps between two of them."""
        return dict(zip(self.nodes, count(), strict=False))

    def _is_attributed(self, edge: Edge) -> bool:
        return is_attributed(edge.relation, self.nodes[edge.source].kind)

    # --- after an edit ------------------------------------------------------------------------------------------------

    def kept(self, graph: Graph, nodes: Mapping[NodeId, Node]) -> "Joined":
        """Return the same of a graph in which what is joined is joined as it was, and all else by nothing."""
        joined = Joined(graph, nodes, self.moment)
        known = vars(self).copy()  # at once, for a worker may be working something out
        if nodes.keys() != self.nodes.keys():
            known.pop("order", None)
        vars(joined).update({name: known[name] for name in _KNOWN if name in known})
        return joined

    def rejoined(self, graph: Graph, nodes: Mapping[NodeId, Node], changes: ChangeSet) -> tuple["Joined", Rejoining]:
        """Return the same of a graph after changes as `only_joins` allows them, and what differs."""
        joined, known = Joined(graph, nodes, self.moment), vars(self).copy()
        order = _grown(self.order, nodes)
        differing = rejoining(changes, self.graph, graph, self.nodes, nodes, order)
        held = differing.among(self.moment.holds)
        attributed = held.among(joined._is_attributed)
        work_out: Mapping[str, Callable[[Any], object]] = {
            "edges_of_all_rounds": differing.sequence,
            "edges": held.sequence,
            "out": partial(held.index, end_of=source_of),
            "into": partial(held.index, end_of=target_of),
            "attributed": partial(attributed.at_end, end_of=source_of),
            "said_about": partial(attributed.at_end, end_of=target_of),
        }
        vars(joined).update({name: anew(known[name]) for name, anew in work_out.items() if name in known})
        vars(joined)["order"] = {node: order[node] for node in nodes} if differing.left else order
        return joined, differing


_KNOWN: Final = ("edges_of_all_rounds", "edges", "out", "into", "attributed", "said_about", "order")
"""What there is to know, and to keep."""


def found(index: Index, node: NodeId, relations: tuple[str, ...]) -> tuple[Edge, ...]:
    """Look up edges of some relations at a node; a plain loop, since checks ask a hundred thousand times."""
    if len(relations) == 1:
        return index.get(relations[0], NO_EDGES).get(node, ())
    found: list[Edge] = []
    for relation in relations:
        found += index.get(relation, NO_EDGES).get(node, ())
    return tuple(found)


def _grown(order: Order, nodes: Mapping[NodeId, Node]) -> Order:
    """Return the place of each node, of those that left too; what comes to a map comes last."""
    come = len(nodes.keys() - order.keys())
    if not come:
        return order
    first = max(order.values(), default=-1) + 1
    return {**order, **dict(zip(tuple(nodes)[-come:], count(first), strict=False))}


def _indexed(edges: Iterable[Edge], end_of: EndOf) -> Index:
    index: dict[str, dict[NodeId, list[Edge]]] = {}
    for edge in edges:
        index.setdefault(edge.relation, {}).setdefault(end_of(edge), []).append(edge)
    return {relation: _fixed(groups) for relation, groups in index.items()}


def _grouped(edges: Iterable[Edge], end_of: EndOf) -> AtEnd:
    groups: dict[NodeId, list[Edge]] = {}
    for edge in edges:
        groups.setdefault(end_of(edge), []).append(edge)
    return _fixed(groups)


def _fixed(groups: Mapping[NodeId, list[Edge]]) -> AtEnd:
    return {end: tuple(edges) for end, edges in groups.items()}
