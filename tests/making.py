"""A document while it is being made, with what must be found in it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Final

from gvkaart.domain.entities import Edge, EdgeKey, Node, NodeId, RoundId, Value

_TEXT: Final = "Zo staat het in het verslag. Daarna is er nog over gesproken, zonder dat er iets veranderde.\n"

Plant = Callable[["Making"], None]
"""Adds a fault to a document, and notes down what must be found."""

Expected = tuple[str, tuple[str, ...]]
"""A finding that must be there: the id of the check and its subject, sorted."""


@dataclass
class Making:
    """A document while it is being made.

    Attributes:
        rules: the fields of the map that say how the conversation goes.
        finally_: what some faults do once all nodes are there.
    """

    random: Random
    nodes: dict[NodeId, Node] = field(default_factory=dict)
    edges: dict[EdgeKey, Edge] = field(default_factory=dict)
    presence: dict[NodeId, dict[str, Value]] = field(default_factory=dict)
    base: dict[str, list[NodeId]] = field(default_factory=dict)
    expected: set[Expected] = field(default_factory=set)
    rules: dict[str, Value] = field(default_factory=dict)
    finally_: list[Callable[[], None]] = field(default_factory=list)
    _together: dict[tuple[str, object], tuple[str, ...]] = field(default_factory=dict)

    def add(self, kind: str, title: str, **fields: Value) -> NodeId:
        """Add a node; a number is put behind its title, so that no two are alike."""
        number = len(self.nodes) + 1
        node_id = NodeId(f"{kind.replace('_', '-')}-{number}")
        text = _TEXT * self.random.randrange(4)
        self.nodes[node_id] = Node(node_id, kind, f"{title} {number}", text, fields=fields)
        return node_id

    def link(self, source: NodeId, relation: str, target: NodeId, **fields: Value) -> None:
        """Add an edge that holds in every round."""
        self._put(Edge(source, relation, target, fields=fields))

    def link_in(self, source: NodeId, relation: str, target: NodeId, begin: RoundId, end: RoundId) -> None:
        """Add an edge of some rounds."""
        self._put(Edge(source, relation, target, begin, end))

    def _put(self, edge: Edge) -> None:
        if edge.source != edge.target:
            self.edges[edge.key] = edge

    def some(self, kind: str) -> NodeId:
        """Choose a base node."""
        return self.random.choice(self.base[kind])

    def two(self) -> tuple[NodeId, NodeId]:
        """Choose two parties at the table."""
        one, other = self.random.sample(self.base["actor"], 2)
        return one, other

    def expect(self, check: str, *subject: NodeId) -> None:
        """Note down what must be found."""
        self.expected.add((check, tuple(sorted(subject))))

    def expect_among(self, check: str, alike: object, node: NodeId) -> None:
        """Note down what must be found in one finding with all else that is alike."""
        before = self._together.get((check, alike), ())
        self.expected.discard((check, before))
        self._together[check, alike] = tuple(sorted((*before, node)))
        self.expected.add((check, self._together[check, alike]))
