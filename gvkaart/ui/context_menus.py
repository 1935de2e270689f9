"""What the menu of the right button (or the menu key) holds: what fits the thing it is asked for.

All entries are commands of the window, or menus of the menu bar, so that each has its key beside it and can be done
without a mouse.
"""

from typing import Final

from gvkaart.ui.map_hands import MapHands
from gvkaart.ui.session import Session

_COPYING: Final = ("cut", "copy", "duplicate", "")
_LEAVING: Final = ("<other-maps", "take-off", "remove")
_NODE: Final = (
    *("add", "connect", "rename", "", *_COPYING),
    *("<tags", "<visibility", "to-passage", "collapse", "focus", "item-history", "", *_LEAVING),
)
_ACTOR: Final = (
    *("add", "connect", "rename", "", *_COPYING),
    *("<presence", "<tags", "<visibility", "collapse", "focus", "item-history", "", *_LEAVING),
)
_SEVERAL: Final = (*_COPYING, "<align", "<tags", "<visibility", "focus", "", *_LEAVING)
_EDGE: Final = ("relation-fields", "reverse-relation", "relation-ends", "<visibility", "", "remove")
_MAP: Final = (
    *("add-here", "from-text", "paste", "", "<layout", "arrange", ""),
    *("zoom-fit", "all-lines", "filter", "", "select-all"),
)


def names_for(session: Session, hands: MapHands, key: str) -> tuple[str, ...]:
    """Return the commands and menus for a menu that was asked for at an item, or, with "", beside all items."""
    selection = session.selection
    if not key:
        return _MAP
    if len(selection) > 1:
        return _SEVERAL
    if not selection and hands.selected_edges:
        return _EDGE
    is_actor = bool(selection) and session.graph.nodes[selection[0]].kind == "actor"
    return _ACTOR if is_actor else _NODE
