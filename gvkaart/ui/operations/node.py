"""Actions on nodes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import ChangeSet, merged
from gvkaart.domain.entities import MapId, NodeId, Value
from gvkaart.domain.graph import Graph
from gvkaart.domain.operations import Op
from gvkaart.store import now
from gvkaart.ui.session import Session


@dataclass(frozen=True, slots=True)
class Join:
    """How a new node hangs on another one; `from_other` gives the direction of the relation."""

    other: NodeId
    relation: str
    from_other: bool


def add(
    session: Session,
    kind: str,
    title: str,
    at: tuple[int, int],
    *,
    join: Join | None = None,
    by_hand: bool = True,
) -> NodeId | None:
    """Add a node to the map in view, in one action with the relation it hangs by, and select it.

    Args:
        session: where it is added.
        kind: what kind of node it is.
        title: what it is called.
        at: where its centre comes, in canvas units.
        join: what it hangs on; that comes on the map too when it does not stand there.
        by_hand: whether a person chose the place; a layout leaves it then.

    Returns:
        The id of the new node, None when it could not be added.
    """
    before = session.graph.nodes

    def propose() -> ChangeSet:
        graph, map_id = session.graph, session.map_id
        added = edits.add_node(graph, kind, title, now=now(), map_id=map_id)
        (new,) = added.nodes
        placed = map_edits.move(graph.with_changes(added), map_id, {new: at}, by_hand=by_hand)
        laid_down = merged((added, placed))
        return laid_down if join is None else _joined(graph, map_id, laid_down, new, join)

    if not session.attempt(Op.ADD_NODE, propose, title):
        return None
    (node_id,) = session.graph.nodes.keys() - before.keys()
    session.select((node_id,))
    return node_id


def _joined(graph: Graph, map_id: MapId, added: ChangeSet, new: NodeId, join: Join) -> ChangeSet:
    source, target = (join.other, new) if join.from_other else (new, join.other)
    on_map = map_edits.place(graph, map_id, (join.other,))
    joined = edits.connect(graph.with_changes(added), source, join.relation, target)
    return ChangeSet((*added, *joined, *on_map))


def rename(session: Session, node_id: NodeId, title: str) -> bool:
    """Give a node another title."""
    return session.attempt(Op.RENAME, lambda: edits.rename(session.graph, node_id, title, now=now()), title)


def set_text(session: Session, node_id: NodeId, text: str) -> bool:
    """Replace the text of a node."""
    return _edit(session, node_id, lambda graph: edits.set_text(graph, node_id, text, now=now()))


def set_field(session: Session, node_id: NodeId, field_id: str, value: Value | None) -> bool:
    """Fill in or empty a field of a node; the text of a source takes its passages along."""
    from gvkaart.domain.sourcing import with_passages  # not needed to start the program

    return _edit(
        session,
        node_id,
        lambda graph: with_passages(graph, edits.set_field(graph, node_id, field_id, value, now=now())),
    )


def set_tags(session: Session, node_ids: Iterable[NodeId], tags: Iterable[str]) -> bool:
    """Give nodes these tags, in one action."""
    wanted = tuple(tags)
    return _edit_each(session, node_ids, lambda graph, node: edits.set_tags(graph, node, wanted, now=now()))


def change_tags(session: Session, node_ids: Iterable[NodeId], removed: Iterable[str], added: Iterable[str]) -> bool:
    """Take tags from nodes and give them others, in one action; the tags in which they differ stay."""
    gone, new = frozenset(removed), tuple(added)

    def edit(graph: Graph, node: NodeId) -> ChangeSet:
        staying = (tag for tag in graph.nodes[node].tags if tag not in gone)
        return edits.set_tags(graph, node, (*staying, *new), now=now())

    return _edit_each(session, node_ids, edit)


def set_visibility(session: Session, node_ids: Iterable[NodeId], visibility: str) -> bool:
    """Say for whom nodes are meant, in one action."""
    return _edit_each(session, node_ids, lambda graph, node: edits.set_visibility(graph, node, visibility, now=now()))


def set_origin(session: Session, node_ids: Iterable[NodeId], origin: str) -> bool:
    """Say where what nodes state comes from, in one action."""
    return _edit_each(session, node_ids, lambda graph, node: edits.set_origin(graph, node, origin, now=now()))


def remove(session: Session, node_ids: Iterable[NodeId]) -> bool:
    """Remove nodes from the document with all that hangs on them, in one action."""
    going = tuple(node_ids)
    return session.attempt(Op.REMOVE, lambda: edits.remove_nodes(session.graph, going), titles(session, going))


def titles(session: Session, node_ids: Iterable[NodeId]) -> str:
    """Name nodes in the undo list: the title of the first, and how many more there are."""
    names = [session.graph.nodes[node_id].title for node_id in node_ids if node_id in session.graph.nodes]
    if len(names) <= 1:
        return "".join(names)
    return f"{names[0]} (+{len(names) - 1})"


def _edit(session: Session, node_id: NodeId, edit: Callable[[Graph], ChangeSet]) -> bool:
    return session.attempt(Op.EDIT, lambda: edit(session.graph), titles(session, (node_id,)))


def _edit_each(session: Session, node_ids: Iterable[NodeId], edit: Callable[[Graph, NodeId], ChangeSet]) -> bool:
    nodes = tuple(node_ids)
    return session.attempt(Op.EDIT, lambda: merged(edit(session.graph, node) for node in nodes), titles(session, nodes))
