"""Actions on what actors say of facts and problems."""

from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.operations import Op
from gvkaart.domain.standing import STANDS, take_stand
from gvkaart.ui.operations.relation import name_of
from gvkaart.ui.session import Session


def say(session: Session, actor: NodeId, item: NodeId, relation: str, *, first_hand: bool = False) -> bool:
    """Let an actor say something of a fact or a problem from the round in view on; "" for nothing any more.

    Nothing happens when one of them is not on the map any more: who asks may not have been told yet.
    """
    view = session.view
    if not {actor, item} <= view.nodes.keys():
        return False
    before = next((edge.relation for edge in view.out(actor, *STANDS) if edge.target == item), "")
    operation = Op.EDIT_RELATION if relation and before else Op.CONNECT if relation else Op.DISCONNECT
    return session.attempt(
        operation,
        lambda: take_stand(view, actor, item, relation, first_hand=first_hand),
        name_of(session, EdgeKey(actor, relation or before, item)) if relation or before else "",
    )
