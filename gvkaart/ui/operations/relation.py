"""Actions on relations."""

from collections.abc import Iterable

from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import ChangeSet, merged
from gvkaart.domain.entities import EdgeKey, NodeId, RoundId, Value
from gvkaart.domain.operations import Op
from gvkaart.store import now
from gvkaart.ui.session import Session


def connect(session: Session, source: NodeId, relation: str, target: NodeId) -> bool:
    """Join two nodes, for all rounds; both stand on the map in view then."""
    return session.attempt(
        Op.CONNECT,
        lambda: _joined(session, ChangeSet(), source, relation, target),
        name_of(session, EdgeKey(source, relation, target)),
    )


def connect_new(session: Session, other: NodeId, relation: str, kind: str, title: str, *, from_other: bool) -> bool:
    """Add a node to the map in view, for the layout to place, and join it to another; the selection stays."""

    def propose() -> ChangeSet:
        added = edits.add_node(session.graph, kind, title, now=now())
        (new,) = added.nodes
        source, target = (other, new) if from_other else (new, other)
        return _joined(session, added, source, relation, target)

    return session.attempt(Op.ADD_NODE, propose, title)


def _joined(session: Session, before: ChangeSet, source: NodeId, relation: str, target: NodeId) -> ChangeSet:
    graph = session.graph.with_changes(before)
    joined = edits.connect(graph, source, relation, target)
    on_map = map_edits.place(graph, session.map_id, (source, target)) if session.map_id in graph.maps else ChangeSet()
    return ChangeSet((*before, *joined, *on_map))


def disconnect(session: Session, keys: Iterable[EdgeKey]) -> bool:
    """Remove relations, in one action."""
    going = tuple(keys)
    return session.attempt(Op.DISCONNECT, lambda: edits.disconnect(session.graph, going), name_of(session, going[0]))


def set_field(session: Session, key: EdgeKey, field_id: str, value: Value | None) -> bool:
    """Fill in or empty a field of a relation."""
    return session.attempt(
        Op.EDIT_RELATION,
        lambda: edits.set_edge_field(session.graph, key, field_id, value),
        name_of(session, key),
    )


def set_visibility(session: Session, keys: Iterable[EdgeKey], visibility: str) -> bool:
    """Say for whom relations are meant, in one action."""
    chosen = tuple(keys)
    return session.attempt(
        Op.EDIT_RELATION,
        lambda: merged(edits.set_edge_visibility(session.graph, key, visibility) for key in chosen),
        name_of(session, chosen[0]),
    )


def reverse(session: Session, key: EdgeKey) -> bool:
    """Let a relation run the other way."""
    return session.attempt(Op.EDIT_RELATION, lambda: edits.reverse(session.graph, key), name_of(session, key))


def rejoin(session: Session, key: EdgeKey, relation: str, *, turned: bool) -> bool:
    """Let another relation join the same two nodes, or the same one the other way."""
    return session.attempt(
        Op.EDIT_RELATION, lambda: edits.rejoin(session.graph, key, relation, turned=turned), name_of(session, key)
    )


def set_rounds(session: Session, key: EdgeKey, from_round: RoundId, until_round: RoundId) -> bool:
    """Say in which rounds a relation holds."""
    return session.attempt(
        Op.EDIT_RELATION,
        lambda: edits.set_edge_rounds(session.graph, key, from_round, until_round),
        name_of(session, key),
    )


def name_of(session: Session, key: EdgeKey) -> str:
    """Name a relation in the undo list: its two ends, and the word between them."""
    nodes = session.graph.nodes
    ends = [nodes[end].title if end in nodes else end for end in (key.source, key.target)]
    return f"{ends[0]} {session.words.term(f'relation.{key.relation}')} {ends[1]}"
