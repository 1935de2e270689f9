"""Actions on layouts: looking at the map in another one, keeping one under a name, renaming and removing it."""

from collections.abc import Container

from gvkaart.domain import layout_edits
from gvkaart.domain.entities import Fields, LayoutId, LayoutKey, NodeId
from gvkaart.domain.operations import Op
from gvkaart.picture.placing import Centres
from gvkaart.ui.session import Session


def show_placements(session: Session) -> bool:
    """Look at the map as it was arranged by hand."""
    return session.attempt(
        Op.SHOW_LAYOUT,
        lambda: layout_edits.show_placements(session.graph, session.map_id),
        session.words.text("ui.layout_by_hand"),
    )


def show(session: Session, layout_id: LayoutId) -> bool:
    """Look at the map in a layout; a radial one is put around the selection."""
    return session.attempt(
        Op.SHOW_LAYOUT,
        lambda: layout_edits.show_layout(session.graph, session.map_id, layout_id, session.selection_on_map),
        name_of(session, layout_id),
    )


def keep(session: Session, title: str, centres: Centres, by_hand: Container[NodeId]) -> bool:
    """Keep the arrangement that is shown under a name."""
    return session.attempt(
        Op.KEEP_LAYOUT,
        lambda: layout_edits.keep_layout(session.graph, session.map_id, title, centres, by_hand),
        title,
    )


def save_view(session: Session, title: str, centres: Centres, by_hand: Container[NodeId], seen: Fields) -> bool:
    """Keep the arrangement under a name with what is in sight of it."""
    return session.attempt(
        Op.SAVE_VIEW,
        lambda: layout_edits.keep_layout(session.graph, session.map_id, title, centres, by_hand, seen),
        title,
    )


def rename(session: Session, layout_id: LayoutId, title: str) -> bool:
    """Give a layout another name."""
    key = LayoutKey(session.map_id, layout_id)
    return session.attempt(Op.RENAME_LAYOUT, lambda: layout_edits.rename_layout(session.graph, key, title), title)


def remove(session: Session, layout_id: LayoutId) -> bool:
    """Remove a layout that was kept."""
    key = LayoutKey(session.map_id, layout_id)
    name = name_of(session, layout_id)
    return session.attempt(Op.REMOVE_LAYOUT, lambda: layout_edits.remove_layout(session.graph, key), name)


def name_of(session: Session, layout_id: LayoutId) -> str:
    """Return what a layout is called: its own name, or that of its way."""
    layout = session.graph.layouts.get(LayoutKey(session.map_id, layout_id))
    return layout.title if layout is not None and layout.title else session.words.term(f"choice.way.{layout_id}")
