"""Actions on maps, placements and rounds."""

from collections.abc import Iterable, Mapping

from gvkaart.domain import map_edits
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import MapId, NodeId, RoundId, Value
from gvkaart.domain.map_copying import copy_map
from gvkaart.domain.map_removal import remove_map
from gvkaart.domain.operations import Op
from gvkaart.ui.operations.node import titles
from gvkaart.ui.session import Session

Centres = Mapping[NodeId, tuple[int, int]]
"""Centres of nodes in canvas units."""


def move(session: Session, centres: Centres, provisional: Centres, operation: Op = Op.MOVE) -> bool:
    """Put nodes elsewhere on the map, by hand; other nodes keep the place they provisionally had."""

    def propose() -> ChangeSet:
        others = {node: centre for node, centre in provisional.items() if node not in centres}
        kept = map_edits.move(session.graph, session.map_id, others, by_hand=False)
        return ChangeSet((*kept, *map_edits.move(session.graph, session.map_id, centres)))

    return session.attempt(operation, propose, titles(session, centres))


def arrange(session: Session, centres: Centres) -> bool:
    """Put nodes where a layout wants them."""
    return session.attempt(Op.ARRANGE, lambda: map_edits.move(session.graph, session.map_id, centres, by_hand=False))


def release(session: Session, node_ids: Iterable[NodeId]) -> bool:
    """Let the layout decide again where nodes stand."""
    return session.attempt(Op.ARRANGE, lambda: map_edits.release(session.graph, session.map_id, node_ids))


def place(session: Session, node_ids: Iterable[NodeId]) -> bool:
    """Put nodes of the document on the map in view."""
    nodes = tuple(node_ids)
    return session.attempt(
        Op.PLACE, lambda: map_edits.place(session.graph, session.map_id, nodes), titles(session, nodes)
    )


def take_off(session: Session, node_ids: Iterable[NodeId]) -> bool:
    """Take nodes off the map in view; they stay in the document."""
    nodes = tuple(node_ids)
    return session.attempt(
        Op.TAKE_OFF_MAP, lambda: map_edits.take_off_map(session.graph, session.map_id, nodes), titles(session, nodes)
    )


def collapse(session: Session, node_ids: Iterable[NodeId], *, collapsed: bool = True) -> bool:
    """Fold away what hangs on nodes of the map in view, or show it again."""
    nodes = tuple(node_ids)
    return session.attempt(
        Op.COLLAPSE if collapsed else Op.EXPAND,
        lambda: map_edits.collapse(session.graph, session.map_id, nodes, collapsed=collapsed),
        titles(session, nodes),
    )


def set_presence(session: Session, node_id: NodeId, field_id: str, value: Value | None) -> bool:
    """Fill in or empty what is recorded of an actor on the map in view."""
    return session.attempt(
        Op.EDIT_PRESENCE,
        lambda: map_edits.set_presence(session.graph, session.map_id, node_id, field_id, value),
        titles(session, (node_id,)),
    )


def add(session: Session, title: str) -> bool:
    """Add an empty map and look at it."""
    before = set(session.graph.maps)
    if not session.attempt(Op.ADD_MAP, lambda: map_edits.add_map(session.graph, title, session.words.language), title):
        return False
    (new,) = session.graph.maps.keys() - before
    session.look_at_map(new)
    return True


def place_on(session: Session, node_ids: Iterable[NodeId], map_id: MapId) -> bool:
    """Put nodes on another map as well."""
    nodes = tuple(node_ids)
    return session.attempt(Op.PLACE, lambda: map_edits.place(session.graph, map_id, nodes), titles(session, nodes))


def copy(session: Session, title: str) -> bool:
    """Add a copy of the map in view, with the same nodes, and look at it."""
    before = set(session.graph.maps)
    if not session.attempt(Op.COPY_MAP, lambda: copy_map(session.graph, session.map_id, title), title):
        return False
    (new,) = session.graph.maps.keys() - before
    session.look_at_map(new)
    return True


def remove(session: Session, map_id: MapId) -> bool:
    """Remove a map with all that is only there because of it."""
    title = session.graph.maps[map_id].title
    return session.attempt(Op.REMOVE_MAP, lambda: remove_map(session.graph, map_id), title)


def rename(session: Session, map_id: MapId, title: str) -> bool:
    """Give a map another title."""
    return session.attempt(Op.EDIT_MAP, lambda: map_edits.rename_map(session.graph, map_id, title), title)


def set_field(session: Session, map_id: MapId, field_id: str, value: Value | None) -> bool:
    """Fill in or empty a field of a map."""
    title = session.graph.maps[map_id].title
    return session.attempt(Op.EDIT_MAP, lambda: map_edits.set_map_field(session.graph, map_id, field_id, value), title)


def add_round(session: Session, title: str, date: str = "") -> bool:
    """Add a round to the map in view."""
    return session.attempt(Op.ADD_ROUND, lambda: map_edits.add_round(session.graph, session.map_id, title, date), title)


def change_round(session: Session, round_id: RoundId, title: str, date: str) -> bool:
    """Give a round another title and date."""
    return session.attempt(Op.EDIT_ROUND, lambda: map_edits.change_round(session.graph, round_id, title, date), title)


def remove_round(session: Session, round_id: RoundId) -> bool:
    """Remove a round to which nothing refers."""
    title = session.graph.rounds[round_id].title
    return session.attempt(Op.REMOVE_ROUND, lambda: map_edits.remove_round(session.graph, round_id), title)
