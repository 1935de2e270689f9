"""Actions on public values."""

from gvkaart.analysis.catalogue import PublicValue
from gvkaart.analysis.value_base import NOT_CONSIDERED
from gvkaart.domain import edits
from gvkaart.domain.changes import ChangeSet, merged
from gvkaart.domain.entities import NodeId, SetAsideKey
from gvkaart.domain.operations import Op
from gvkaart.store import now
from gvkaart.ui.operations import finding as finding_operations
from gvkaart.ui.session import Session


def put_on_map(session: Session, value: PublicValue) -> NodeId | None:
    """Add a public interest for a value of the catalogue to the map in view, in one action, and select it.

    The layout finds it a place. Returns its id, None when it could not be added.
    """
    return _add(session, value.name, (("level", "public"), ("value", value.id)))


def add_own(session: Session, title: str) -> NodeId | None:
    """Add a public interest that is no value of the catalogue, as `put_on_map` does."""
    return _add(session, title, (("level", "public"),))


def _add(session: Session, title: str, fields: tuple[tuple[str, str], ...]) -> NodeId | None:
    before = session.graph.nodes

    def propose() -> ChangeSet:
        added = edits.add_node(session.graph, "interest", title, now=now(), map_id=session.map_id)
        (new,) = added.nodes
        changes = [added]
        for field, wanted in fields:
            grown = session.graph.with_changes(merged(changes))
            changes.append(edits.set_field(grown, new, field, wanted, now=now()))
        return merged(changes)

    if not session.attempt(Op.ADD_NODE, propose, title):
        return None
    (node_id,) = session.graph.nodes.keys() - before.keys()
    session.select((node_id,))
    return node_id


def set_aside(session: Session, value: PublicValue, reason: str) -> bool:
    """Say that a value does not count on the map in view, and why, in one action."""
    key = SetAsideKey(session.map_id, NOT_CONSIDERED, (), (), (value.id,))
    return finding_operations.set_aside(session, [key], value.name, reason)


def bring_back(session: Session, value: PublicValue) -> bool:
    """Let a value count again on the map in view, in one action; False when it was not set aside there."""
    for one in session.graph.set_aside.values():
        if (one.map, one.check) == (session.map_id, NOT_CONSIDERED) and value.id in one.values:
            return finding_operations.bring_back(session, one.key, value.name, (value.id,))
    return False
