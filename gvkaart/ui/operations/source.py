"""Actions on sources."""

from gvkaart.domain import sourcing
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, NodeId
from gvkaart.domain.operations import Op
from gvkaart.domain.passages import Span
from gvkaart.domain.sourcing import Speaker
from gvkaart.store import now
from gvkaart.ui.operations.node import titles
from gvkaart.ui.session import Session


def add(session: Session, title: str, body: str, medium: str = "") -> NodeId | None:
    """Add a source with its text to the map in view, for the layout to place.

    Returns:
        The id of the new source, None when it could not be added.
    """
    before = set(session.graph.nodes)
    done = session.attempt(
        Op.ADD_SOURCE,
        lambda: sourcing.add_source(
            session.graph, title, body, now=now(), map_id=session.map_id or None, medium=medium
        ),
        title,
    )
    return next(iter(session.graph.nodes.keys() - before), None) if done else None


def correct(session: Session, source: NodeId, body: str) -> tuple[Edge, ...] | None:
    """Replace the text of a source; its passages go along.

    Returns:
        The citations whose text is gone, None when the text could not be replaced.
    """
    changes = ChangeSet()

    def propose() -> ChangeSet:
        nonlocal changes
        changes = sourcing.correct(session.graph, source, body, now=now())
        return changes

    done = session.attempt(Op.CORRECT_SOURCE, propose, titles(session, (source,)))
    return sourcing.lost(changes) if done else None


def mark(session: Session, source: NodeId, span: Span, kind: str, title: str, speaker: Speaker | None) -> bool:
    """Make an item of a passage, on the map in view, and select it."""
    before = set(session.graph.nodes)
    map_id = session.map_id or None

    def propose() -> ChangeSet:
        return sourcing.mark(session.graph, source, span, kind, title, now=now(), map_id=map_id, speaker=speaker)

    if not session.attempt(Op.MARK_PASSAGE, propose, title):
        return False
    session.select(session.graph.nodes.keys() - before)
    return True


def attach(session: Session, node_id: NodeId, source: NodeId, span: Span) -> bool:
    """Let an item rest on a passage, in the place of another one of this source if there is one; and select it."""
    done = session.attempt(
        Op.MARK_PASSAGE,
        lambda: sourcing.attach(session.graph, node_id, source, span, replacing=True),
        titles(session, (node_id,)),
    )
    if done:
        session.select((node_id,))
    return done
