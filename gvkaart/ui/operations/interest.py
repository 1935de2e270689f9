"""Actions on what actors want, and why."""

from gvkaart.domain.confirming import WANTING
from gvkaart.domain.confirming import confirm as confirmed
from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.operations import Op
from gvkaart.ui.operations.relation import name_of
from gvkaart.ui.session import Session


def confirm(session: Session, actor: NodeId, item: NodeId, *, is_confirmed: bool) -> bool:
    """Say whether an actor has confirmed that it takes a position or has an interest, in one action.

    Nothing happens when one of them is not on the map any more: who asks may not have been told yet.
    """
    view = session.view
    if not {actor, item} <= view.nodes.keys():
        return False
    is_known = item in view.targets(actor, *WANTING)
    relation = "has_interest" if view.nodes[item].kind == "interest" else "holds"
    return session.attempt(
        Op.EDIT_RELATION if is_known else Op.CONNECT,
        lambda: confirmed(view, actor, item, is_confirmed=is_confirmed),
        name_of(session, EdgeKey(actor, relation, item)),
    )
