"""Actions on many cells, and many items, at once: each is one undo step."""

from collections.abc import Iterable, Sequence

from gvkaart.domain import map_edits
from gvkaart.domain.batch import NewNode, Part, Target, Wish, fulfil, value_at
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import MapId, Node, NodeId, Value
from gvkaart.domain.operations import Op
from gvkaart.store import now
from gvkaart.ui.operations.node import titles
from gvkaart.ui.session import Session


def change(session: Session, wishes: Sequence[Wish]) -> bool:
    """Give cells their values."""
    return _attempt(session, Op.EDIT, wishes, ()) is not None


def set_for_all(session: Session, node_ids: Iterable[NodeId], target: Target, value: Value | None) -> bool:
    """Give one cell of many items the same value."""
    return change(session, [Wish(node_id, target, value) for node_id in node_ids])


def add(session: Session, additions: Sequence[NewNode]) -> tuple[NodeId, ...]:
    """Add items to the map in view.

    Returns:
        Their ids; none when they could not be added.
    """
    return _attempt(session, Op.ADD_NODE, (), additions) or ()


def paste(session: Session, wishes: Sequence[Wish], additions: Sequence[NewNode]) -> tuple[NodeId, ...] | None:
    """Give cells what was pasted, and add an item for every row there was not.

    Returns:
        The ids of the new items; None when it could not be done.
    """
    return _attempt(session, Op.PASTE, wishes, additions)


def _attempt(
    session: Session, operation: Op, wishes: Sequence[Wish], additions: Sequence[NewNode]
) -> tuple[NodeId, ...] | None:
    from gvkaart.domain.sourcing import with_passages  # not needed to start the program

    changes = ChangeSet()

    def propose() -> ChangeSet:
        nonlocal changes
        changes = with_passages(session.graph, fulfil(session.view, wishes, additions, now=now()))
        return changes

    before = session.graph.nodes
    named = titles(session, dict.fromkeys(wish.node for wish in wishes)) or _named(additions)
    if not session.attempt(operation, propose, named):
        return None
    return tuple(change.new.id for change in changes if isinstance(change.new, Node) and change.new.id not in before)


def _named(additions: Sequence[NewNode]) -> str:
    if not additions:
        return ""
    more = f" (+{len(additions) - 1})" if len(additions) > 1 else ""
    return f"{additions[0].title}{more}"


def move_to_map(session: Session, node_ids: Sequence[NodeId], map_id: MapId) -> bool:
    """Take items off the map in view and put them on another, in one action."""

    def propose() -> ChangeSet:
        graph = session.graph
        leaving = [node_id for node_id in node_ids if node_id in session.view.placements]
        taken = map_edits.take_off_map(graph, session.map_id, leaving)
        return ChangeSet((*taken, *map_edits.place(graph, map_id, node_ids)))

    return session.attempt(Op.PLACE, propose, titles(session, node_ids))


def join(session: Session, node_ids: Iterable[NodeId], relation: str, other: NodeId, *, outgoing: bool) -> bool:
    """Join items to another by one relation, in one action; those that are joined so already stay as they are."""
    target = Target(Part.RELATION if outgoing else Part.INVERSE, relation)

    def joined(node_id: NodeId) -> Wish:
        there = value_at(session.view, node_id, target)
        return Wish(node_id, target, (*(there if isinstance(there, tuple) else ()), other))

    nodes = tuple(node_ids)
    return session.attempt(
        Op.CONNECT, lambda: fulfil(session.view, map(joined, nodes), now=now()), titles(session, nodes)
    )
