"""Actions that bring items in which came from elsewhere: copied ones, and those made of text. Each selects them."""

from collections.abc import Callable, Mapping, Sequence

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import NodeId, Placement
from gvkaart.domain.graph import Graph
from gvkaart.domain.operations import Op
from gvkaart.exchange import clipping
from gvkaart.exchange.clipping import Clip
from gvkaart.exchange.outline_making import make_rows, node_ids
from gvkaart.exchange.outline_text import Row
from gvkaart.store import now
from gvkaart.ui.operations.node import titles
from gvkaart.ui.operations.placing import Ground, in_trees, together
from gvkaart.ui.session import Session


def build(session: Session, rows: Sequence[Row], ground: Ground) -> tuple[NodeId, ...]:
    """Make the items of an outline and join them.

    Returns:
        All items of the outline, new or not; none when it could not be done.
    """
    graph = session.graph
    ids = node_ids(graph, rows)
    parents: dict[NodeId, NodeId] = {}
    for number, row in enumerate(rows):
        if number in ids and row.parent is not None:
            parents.setdefault(ids[number], ids[row.parent])
    found = tuple(dict.fromkeys(ids.values()))

    def propose() -> ChangeSet:
        return in_trees(graph, make_rows(graph, rows, ground.map_id, now=now()), parents, ground)

    first = next((row.title for row in rows if row.is_new), "")
    more = f" (+{len(found) - 1})" if len(found) > 1 else ""
    return found if _attempt(session, Op.FROM_TEXT, propose, f"{first}{more}", found) else ()


def place_again(session: Session, clip: Clip, ground: Ground) -> tuple[NodeId, ...]:
    """Put copied items of this document on the map in view, as far as they do not stand there.

    Returns:
        Those that came onto the map.
    """
    changes = clipping.place_again(session.graph, clip, ground.map_id)
    found = _placed(changes)
    done = bool(found) and _attempt(
        session, Op.PLACE, lambda: together(session.graph, changes, ground), titles(session, found), found
    )
    return found if done else ()


def duplicate(session: Session, clip: Clip, ground: Ground, suffix: str) -> tuple[NodeId, ...]:
    """Add copies of items of this document, with the relations among them.

    Returns:
        The ids of the copies; none when it could not be done.
    """
    copied = clipping.cut_out(clip, loose=True)
    return _paste(session, Op.DUPLICATE, copied, ground, {}, suffix)


def paste(session: Session, copied: Graph, ground: Ground, joins: Mapping[NodeId, NodeId]) -> tuple[NodeId, ...]:
    """Add items that were copied elsewhere, or join them with items that are here.

    Returns:
        The items that are new on the map; none when it could not be done.
    """
    return _paste(session, Op.PASTE, copied, ground, joins, "")


def _paste(
    session: Session, operation: Op, copied: Graph, ground: Ground, joins: Mapping[NodeId, NodeId], suffix: str
) -> tuple[NodeId, ...]:
    graph = session.graph
    changes = ChangeSet()

    def propose() -> ChangeSet:
        nonlocal changes
        changes = clipping.paste(graph, copied, ground.map_id, now=now(), joins=joins, suffix=suffix)
        return together(graph, changes, ground)

    first = next((node.title for node in copied.nodes.values()), "")
    more = f" (+{len(copied.nodes) - 1})" if len(copied.nodes) > 1 else ""
    if not session.attempt(operation, propose, f"{first}{more}"):
        return ()
    found = _placed(changes) or tuple(joins.values())
    session.select(found)
    return found


def _attempt(
    session: Session, operation: Op, propose: Callable[[], ChangeSet], detail: str, found: Sequence[NodeId]
) -> bool:
    done = session.attempt(operation, propose, detail)
    if done:
        session.select(found)
    return done


def _placed(changes: ChangeSet) -> tuple[NodeId, ...]:
    return tuple(change.new.node for change in changes if change.old is None and isinstance(change.new, Placement))
