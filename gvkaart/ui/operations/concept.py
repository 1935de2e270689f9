"""Actions on words and their meanings."""

from collections.abc import Collection, Container

from gvkaart.domain.concept_edits import Agreed, agree, compare, give_own_word, name_word
from gvkaart.domain.entities import NodeId
from gvkaart.domain.operations import Op
from gvkaart.store import now
from gvkaart.ui.operations.node import titles
from gvkaart.ui.session import Session


def compare_meanings(session: Session, one: NodeId, other: NodeId, relation: str) -> bool:
    """Say how two meanings compare, read from the first, instead of what was said; an empty relation takes it back."""
    return session.attempt(
        Op.COMPARE, lambda: compare(session.graph, one, other, relation), titles(session, (one, other))
    )


def agree_on(session: Session, agreed: Agreed) -> NodeId | None:
    """Put a definition that parties agree on on the map in view, in one action, and select it.

    Returns its id, None when it could not be added.
    """
    before = session.graph.nodes
    if not session.attempt(
        Op.AGREE, lambda: agree(session.graph, agreed, now=now(), map_id=session.map_id), agreed.term
    ):
        return None
    return _select_new(session, before)


def use_own_word(session: Session, concept: NodeId, term: str, remark: str) -> bool:
    """Give a meaning a word of its own, in one action; the remark, that names the old word, goes to its scope note."""
    return session.attempt(Op.RENAME, lambda: give_own_word(session.graph, concept, term, remark, now=now()), term)


def add_concept(session: Session, term: str, used_by: Collection[NodeId]) -> NodeId | None:
    """Add a concept for a word that items use to the map in view, for the layout to place, and select it.

    Returns its id, None when it could not be added.
    """
    before = session.graph.nodes
    if not session.attempt(
        Op.ADD_NODE,
        lambda: name_word(session.graph, term, used_by, now=now(), map_id=session.map_id),
        term,
    ):
        return None
    return _select_new(session, before)


def _select_new(session: Session, before: Container[NodeId]) -> NodeId:
    (node_id,) = (one for one in session.graph.nodes if one not in before)
    session.select((node_id,))
    return node_id
