"""Actions on public values."""

from gvkaart.analysis.catalogue import PublicValue
from gvkaart.domain import edits
from gvkaart.domain.changes import ChangeSet, merged
from gvkaart.domain.entities import NodeId
from gvkaart.domain.operations import Op
from gvkaart.store import now
from gvkaart.ui.session import Session


def put_on_map(session: Session, value: PublicValue) -> NodeId | None:
    """Add a public interest for a value of the catalogue to the map in view, in one action, and select it.

    The layout finds it a place. Returns its id, None when it could not be added.
    """
    before = session.graph.nodes

    def propose() -> ChangeSet:
        added = edits.add_node(session.graph, "interest", value.name, now=now(), map_id=session.map_id)
        (new,) = added.nodes
        changes = [added]
        for field, wanted in (("level", "public"), ("value", value.id)):
            grown = session.graph.with_changes(merged(changes))
            changes.append(edits.set_field(grown, new, field, wanted, now=now()))
        return merged(changes)

    if not session.attempt(Op.ADD_NODE, propose, value.name):
        return None
    (node_id,) = session.graph.nodes.keys() - before.keys()
    session.select((node_id,))
    return node_id
