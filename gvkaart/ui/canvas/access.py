"""The map for who does not see it: a list whose entries are the nodes, with name, description, place and focus.

Qt knows nothing of what a widget paints itself, so each node gets an accessible object of its own. Assistive technology
may keep such an object after its node has gone: it then says that it is no longer valid, and every answer is empty.
"""

from functools import cache

from PySide6.QtCore import QObject, QPointF, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QComboBox
from shiboken6 import isValid

from gvkaart.domain.overriding import override
from gvkaart.picture.primitives import Item
from gvkaart.ui.canvas.surface import MapSurface


class NodeAccessible(QAccessibleInterface):
    """One node of the map as an entry of a list."""

    def __init__(self, canvas: MapSurface, key: str) -> None:
        """Stand for the node `key` of a canvas."""
        super().__init__()
        self._canvas, self.key = canvas, key

    def _item(self) -> Item | None:
        return self._canvas.content.nodes.get(self.key) if isValid(self._canvas) else None

    @override
    def isValid(self) -> bool:
        return self._item() is not None

    @override
    def object(self) -> QObject | None:  # type: ignore[override]  # Qt allows None, the stub does not
        return None

    @override
    def window(self) -> QWindow | None:  # type: ignore[override]  # as above
        return self._canvas.window().windowHandle()

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return QAccessible.queryAccessibleInterface(self._canvas)

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return None

    @override
    def childCount(self) -> int:
        return 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # as above
        return None

    @override
    def rect(self) -> QRect:
        item = self._item()
        if item is None:
            return QRect()
        place = self._canvas.view.rect_to_widget(item.bounds)
        corner = self._canvas.mapToGlobal(QPointF(place.x, place.y)).toPoint()
        return QRect(corner.x(), corner.y(), round(place.width), round(place.height))

    @override
    def text(self, t: QAccessible.Text) -> str:
        item = self._item()
        if item is None:
            return ""
        match t:
            case QAccessible.Text.Name:
                return item.title
            case QAccessible.Text.Description:
                return item.description
            case _:
                return ""

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Editing goes through the canvas's own signals."""

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self._item() is None:
            state.invalid = True
            return state
        state.focusable = state.selectable = True
        state.selected = self.key in self._canvas.selection
        state.focused = self._canvas.hasFocus() and self.key == self._canvas.current
        return state


class CanvasAccessible(QAccessibleWidget):
    """The map as a list of its nodes, in the order of the picture."""

    def __init__(self, canvas: MapSurface) -> None:
        """Stand for a canvas."""
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self._canvas = canvas
        self._nodes: dict[str, NodeAccessible] = {}
        self._listed: dict[str, Item] = {}
        self._keys: list[str] = []

    def node(self, key: str) -> NodeAccessible:
        """Return the object for a node; the same one each time, since Qt keeps no reference that Python sees."""
        if key not in self._nodes:
            self._nodes[key] = NodeAccessible(self._canvas, key)
            QAccessible.registerAccessibleInterface(self._nodes[key])
        return self._nodes[key]

    def _order(self) -> list[str]:
        """Return the keys of the nodes; listed anew after each new picture."""
        if self._listed is not self._canvas.content.nodes:
            self._listed = self._canvas.content.nodes
            self._keys = list(self._listed)
        return self._keys

    @override
    def childCount(self) -> int:
        return len(self._canvas.content.nodes)

    @override
    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows None
        keys = self._order()
        return self.node(keys[index]) if 0 <= index < len(keys) else None

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        key = child.key if isinstance(child, NodeAccessible) else ""
        keys = self._order()
        return keys.index(key) if key in self._listed else -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows None
        at = self._canvas.mapFromGlobal(QPointF(x, y))
        key = self._canvas.node_under((at.x(), at.y()))
        return self.node(key) if key is not None else None

    @override
    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt allows None
        return self.node(self._canvas.current) if self._canvas.current else None


def _factory(_class_name: str, of: QObject) -> QAccessibleInterface | None:
    if isinstance(of, QComboBox):
        QTimer.singleShot(0, of, lambda: _describe(of))  # it may be named only after it is made
    if not isinstance(of, MapSurface):
        return None
    if of.accessible is None:
        of.accessible = CanvasAccessible(of)
    return of.accessible


def _describe(box: QComboBox) -> None:
    """Say what a list to choose from is about: on Linux Qt names it after what is chosen, not as it was named."""
    if (name := box.accessibleName()) and not box.accessibleDescription():
        box.setAccessibleDescription(". ".join(filter(None, (name, box.toolTip()))))


@cache
def install_accessibility() -> None:
    """Let Qt ask here for what stands for a canvas; once for the whole program."""
    QAccessible.installFactory(_factory)


def announce_current(canvas: MapSurface) -> None:
    """Tell assistive technology that the keyboard came to another node; nothing when nobody listens."""
    if not (QAccessible.isActive() and canvas.hasFocus() and canvas.current):
        return
    interface = QAccessible.queryAccessibleInterface(canvas)
    if isinstance(interface, CanvasAccessible):
        node = interface.node(canvas.current)
        QAccessible.updateAccessibility(QAccessibleEvent(node, QAccessible.Event.Focus))
