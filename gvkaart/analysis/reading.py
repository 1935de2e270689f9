"""What is read of a map while something is worked out of it, so that it need not be worked out again in vain.

Checks and what they share read a map through a view that notes what they ask. When nothing of that differs in a later
snapshot the outcome is the same, for a check is a function of what it reads: nobody declares anything, so nobody can
forget to. What is noted is coarse, a kind of node or a relation at a time, and costs next to nothing; what follows
from the whole map and is asked by many (who sits at the table, what is disputed) is compared by value, so that a
change which makes no difference there wakes nobody.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Edge, Node, NodeId, Placement
from gvkaart.domain.growing import AtEnd, Index
from gvkaart.domain.joined import NO_EDGES, found
from gvkaart.domain.overriding import override

_T = TypeVar("_T")


@dataclass(slots=True)
class Reads:
    """What was read of a map.

    Attributes:
        kinds: kinds of node of which nodes were read.
        members: kinds of node of which it was read which nodes there are, and no more.
        relations: relations of which edges were read.
        whole: of what all was read: ``nodes`` (which ones there are), ``edges``, ``placements``.
        values: what a view knows that was read, with the value it had.
        shared: what of `Shared` was read, with the value it had.
    """

    kinds: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    values: dict[str, object] = field(default_factory=dict)
    shared: "dict[Shared[Any], object]" = field(default_factory=dict)


class Shared(Generic[_T]):
    """A function of a map that several checks read, worked out once for all of them."""

    def __init__(
        self, function: Callable[[CaseView], _T], *, again: Callable[[CaseView, _T], _T] | None = None
    ) -> None:
        """Share a function; what it returns is changed by nobody, and reads nothing of the view afterwards.

        Args:
            function: what is shared.
            again: does the same in less time, given what was returned for an earlier state of the map. It reads of a
                view all that `function` would, and returns what that would.
        """
        self.function, self.again = function, again
        self.__doc__ = function.__doc__

    def __call__(self, view: CaseView) -> _T:
        """Return what the function returns for a map."""
        return view.ask(self) if isinstance(view, NotedView) else self.function(view)


def shared(function: Callable[[CaseView], _T]) -> Shared[_T]:
    """Have a function of a map worked out once for all checks that read it."""
    return Shared(function)


class NotedView(CaseView):
    """A view for one computation, that notes what is read of it.

    It has no graph of its own: what a view works out of the graph is asked of another view and noted here; all else is
    inherited, and so worked out of what is noted. Once closed it tells nothing that was not read before.
    """

    reads: Reads
    _plain: CaseView
    _answer: Callable[[Shared[Any]], Any]
    _nodes: "_NotedNodes"
    _out: Index
    _into: Index

    def __init__(self, plain: CaseView, answer: Callable[[Shared[Any]], Any]) -> None:
        """Read a map through `plain`, and what is shared through `answer`."""
        known = {"map_id": plain.map_id, "round_id": plain.round_id}
        reads, nodes = Reads(), plain.nodes
        joined = plain._joined  # noqa: SLF001  # part of that class, looked up once for all that is asked of it
        vars(self).update(known, reads=reads, _nodes=_NotedNodes(nodes, reads), _out=joined.out, _into=joined.into)
        vars(self).update(_plain=plain, _answer=answer)

    def close(self) -> Reads:
        """Return what was read, and note no more."""
        reads: Reads = vars(self).pop("reads")
        self._nodes.close()
        return reads

    def ask(self, one: Shared[_T]) -> _T:
        """Return something that is shared."""
        shared_so_far = self.reads.shared
        if one not in shared_so_far:
            shared_so_far[one] = self._answer(one)
        answer: _T = shared_so_far[one]  # type: ignore[assignment]  # it is of this very `Shared`
        return answer

    @property
    @override
    def placements(self) -> Mapping[NodeId, Placement]:
        self.reads.whole.add("placements")
        return self._plain.placements

    @property
    @override
    def nodes(self) -> Mapping[NodeId, Node]:
        return self._nodes

    @property
    @override
    def edges(self) -> tuple[Edge, ...]:
        self.reads.whole.add("edges")
        return self._plain.edges

    @override
    def of_kind(self, kind: str) -> tuple[Node, ...]:
        self.reads.kinds.add(kind)
        return self._plain.of_kind(kind)

    @override
    def ids(self, kind: str) -> tuple[NodeId, ...]:
        self.reads.members.add(kind)
        return self._plain.ids(kind)

    @override
    def kind(self, node: NodeId) -> str:
        kind = self._plain.kind(node)
        if kind:
            self.reads.members.add(kind)
        else:
            self.reads.whole.add("nodes")
        return kind

    @override
    def out(self, node: NodeId, *relations: str) -> tuple[Edge, ...]:
        self.reads.relations.update(relations)
        return found(self._out, node, relations)

    @override
    def into(self, node: NodeId, *relations: str) -> tuple[Edge, ...]:
        self.reads.relations.update(relations)
        return found(self._into, node, relations)

    @override
    def outgoing(self, relation: str) -> AtEnd:
        self.reads.relations.add(relation)
        return self._out.get(relation, NO_EDGES)

    @override
    def incoming(self, relation: str) -> AtEnd:
        self.reads.relations.add(relation)
        return self._into.get(relation, NO_EDGES)


class _NotedNodes(Mapping[NodeId, Node]):
    """The nodes of a map, by id, for a view that notes what is read."""

    def __init__(self, nodes: Mapping[NodeId, Node], reads: Reads) -> None:
        self._nodes, self._reads = nodes, reads

    def close(self) -> None:
        """Tell nothing any more."""
        del self._reads

    @override
    def __getitem__(self, node_id: NodeId) -> Node:
        try:
            node = self._nodes[node_id]
        except KeyError:
            self._reads.whole.add("nodes")
            raise
        self._reads.kinds.add(node.kind)
        return node

    @override
    def __contains__(self, node_id: object) -> bool:
        self._reads.whole.add("nodes")
        return node_id in self._nodes

    @override
    def __iter__(self) -> Iterator[NodeId]:
        self._reads.whole.add("nodes")
        return iter(self._nodes)

    @override
    def __len__(self) -> int:
        self._reads.whole.add("nodes")
        return len(self._nodes)


class _Value:
    """Something that a view knows, noted with its value the first time that it is read."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, view: NotedView, _owner: type) -> object:
        value = getattr(view._plain, self._name)  # noqa: SLF001  # part of that class, once for all its values
        view.reads.values[self._name] = vars(view)[self._name] = value
        return value


_VALUES: Final = (
    *("map", "rounds", "round", "dimmed", "unmeant", "cited", "_dropped"),
    *("presences", "at_table", "needed", "groups", "represented", "_statuses", "_all_second_hand"),
)
"""What is asked by many and differs seldom. All else that a view knows is as well read without being here, only
slower: it is inherited."""

for _name in _VALUES:
    setattr(NotedView, _name, _Value(_name))
