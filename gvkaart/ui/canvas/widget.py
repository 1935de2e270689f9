"""The map as a widget: takes what a person does with the picture, and tells what that person wants; it writes nothing.

Mouse: wheel, middle button or space and drag pan; Ctrl and wheel or two fingers zoom; click selects (Shift adds, Ctrl
turns round); drag moves and snaps, but not with Alt; drag a corner of the frame around several items to make the group
larger or smaller, with Shift in the same ratio; drag on an empty spot picks what is inside; drag from the dot
beside a node, or with Alt from the node, connects or asks for something new. Keyboard: arrows walk, Alt and arrows go
back and turn, Ctrl and arrows move, Enter opens, + - 0 zoom, Home shows everything. All that the mouse can do goes by
keyboard too, here or through the menus of the window.
"""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QLabel, QWidget

from gvkaart.domain.overriding import override
from gvkaart.picture.nodes import NodeDrawing
from gvkaart.picture.primitives import Point, Rect, Role, bounding
from gvkaart.ui.canvas import keyboard
from gvkaart.ui.canvas.access import announce_current, install_accessibility
from gvkaart.ui.canvas.handles import handle_at
from gvkaart.ui.canvas.mouse import Mouse, pixel
from gvkaart.ui.canvas.overlay import DOT_FROM, Wire, around_group, dot_of, dotted, wire_from
from gvkaart.ui.canvas.snapping import Guide
from gvkaart.ui.canvas.surface import LEGIBLE, MapSurface
from gvkaart.ui.scaling import Corner, Scaling

_GRIP: Final = 12.0
"""A pointer this near to the connecting dot takes hold of it, in pixels: a target of 24 by 24 (WCAG 2.5.8)."""
_LINED_UP: Final = 200
"""More nodes than this are carried without snapping: nobody sees which of them is in line."""


class MapCanvas(MapSurface):
    """What one does with the map by mouse and keyboard; keys in signals are those of its items."""

    moved = Signal(object, int, int)
    """frozenset[str], dx, dy: nodes were moved by so many units."""
    scaled = Signal(object)
    """Mapping[str, tuple[int, int]]: nodes, as a group, were put further apart or nearer together, at these centres."""
    scaling_changed = Signal(bool)
    """A group is being made larger or smaller, or no longer."""
    connect_requested = Signal(str, str)
    """source, target: two nodes are to be connected."""
    wire_changed = Signal(str, str)
    """source, target: a line is drawn from a node and has come to another, "" for none; twice "" when it is over."""
    unfold_requested = Signal(str)
    """What is folded away under a node is to be shown."""
    branch_requested = Signal(str, object)
    """source, Point | None: something new is to hang on a node, at this point of the canvas or beside it."""
    add_requested = Signal(float, float)
    """x, y: a node is wanted at this point of the canvas."""
    edit_requested = Signal(str)
    """A node or an edge is to be edited."""
    delete_requested = Signal(object)
    """frozenset[str]: these are to be deleted."""
    menu_requested = Signal(QPoint, str)
    """The point on the screen where a menu is wanted, and the key of the item there, "" for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a picture."""
        super().__init__(parent)
        install_accessibility()
        self.pointed: Point | None = None
        """Where a menu was asked for, in units, when that was where there is nothing."""
        self.joinable: Callable[[str], frozenset[str]] = self._others
        """Tells which nodes stay bright while a line is drawn from one."""
        self._mouse = Mouse(self, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.view_changed.connect(self._mouse.tip.hide)
        self.current_changed.connect(self._announce)

    def _announce(self, _key: str) -> None:
        announce_current(self)

    @override
    def _drop_missing(self) -> None:
        self._mouse.keep_to(self.content.nodes)
        super()._drop_missing()

    # --- what gestures ask --------------------------------------------------------------------------------------------

    def frame_around(self, keys: frozenset[str]) -> Rect | None:
        """Return the frame around nodes, None when there is nothing to line up with at this zoom."""
        if self._view.zoom < LEGIBLE or len(keys) > _LINED_UP:
            return None
        return bounding(self.content.frame(key) for key in keys)

    def frames_beside(self, keys: frozenset[str]) -> list[Rect]:
        """Return the frames of the nodes in sight that are none of these."""
        return [self.content.frame(key) for key in self.nodes_inside(self.shown) - keys]

    def frames_of(self, keys: frozenset[str]) -> dict[str, Rect]:
        """Return the frames of nodes, of those that are still there."""
        return {key: self.content.frame(key) for key in keys if key in self.content.nodes}

    def show_moving(self, keys: frozenset[str], dx: float, dy: float, guides: tuple[Guide, ...] = ()) -> None:
        """Show nodes shifted by so many units, with the lines they snap to; no keys: show everything in its place."""
        self._take_out(keys)
        self._show(moving=keys, shift=(dx, dy), guides=guides)

    def show_scaled(self, keys: frozenset[str], scaling: Scaling) -> None:
        """Show nodes where a scaling puts them; no keys: show everything in its place."""
        began = bool(keys) != bool(self._overlay.moving)
        self._take_out(keys)
        self._show(moving=keys, scaling=scaling)
        if began:
            self.scaling_changed.emit(bool(keys))

    def _take_out(self, keys: frozenset[str]) -> None:
        """Leave what is carried along, with its edges, out of what lies still."""
        if keys != self._overlay.moving:
            edges = self.content.edges_at(keys)
            self.hide_items(
                {self.content.number_of(Role.NODE, key) for key in keys if key in self.content.nodes}
                | {self.content.number_of(Role.EDGE, key) for key in edges if key in self.content.edges}
            )

    def show_band(self, rect: Rect | None) -> None:
        """Show a rubber band around a rectangle of the canvas."""
        self._show(band=rect)

    def _others(self, source: str) -> frozenset[str]:
        return frozenset(self.content.nodes.keys() - {source})

    def show_wire(self, source: str, to: Point | None, target: str | None) -> None:
        """Show a line from a node to a pixel, and the node it would end at; without a pixel, none."""
        before, wire = self._overlay.wire, None
        if to is not None and before is not None:
            wire = before._replace(to=to, target=target)
        elif to is not None:
            wire = wire_from(source, self.joinable(source), self.content, to, target)
        self._show(wire=wire)
        if _ends(wire) != _ends(before):
            self.wire_changed.emit(*_ends(wire))

    def report_moved(self, keys: frozenset[str], dx: int, dy: int) -> None:
        """Tell that nodes were moved by so many units."""
        self.moved.emit(keys, dx, dy)

    def report_scaled(self, centres: Mapping[str, tuple[int, int]]) -> None:
        """Tell that a group was made larger or smaller: where the middles of its nodes are to come."""
        self.scaled.emit(centres)

    def report_connected(self, source: str, target: str) -> None:
        """Tell that two nodes are to be connected."""
        self.connect_requested.emit(source, target)

    def report_unfolded(self, key: str) -> None:
        """Tell that what is folded away under a node is to be shown."""
        self.unfold_requested.emit(key)

    def report_branched(self, source: str, at: Point | None) -> None:
        """Tell that something new is to hang on a node: at a pixel, or anywhere beside it."""
        self.branch_requested.emit(source, self._view.to_canvas(*at) if at is not None else None)

    def report_edited(self, key: str) -> None:
        """Tell that an item is to be edited."""
        self.edit_requested.emit(key)

    def report_deleted(self, keys: frozenset[str]) -> None:
        """Tell that items are to be deleted."""
        self.delete_requested.emit(keys)

    def dot_under(self, at: Point) -> str | None:
        """Return the key of the node whose connecting dot is at a pixel; a dot over another node is that node's."""
        if self._view.zoom < DOT_FROM:
            return None
        near = (key for key in dotted(self._overlay, self.content) if self._is_at_dot(key, at))
        return next((key for key in near if self.node_under(at) in {None, key, self._overlay.hovered}), None)

    def _is_at_dot(self, key: str, at: Point) -> bool:
        x, y = dot_of(key, self.content, self._view)
        return max(abs(at[0] - x), abs(at[1] - y)) <= _GRIP

    def handle_under(self, at: Point) -> Corner | None:
        """Return the corner of the selected group whose handle is at a pixel; a node or its dot there goes first."""
        around = around_group(self._overlay, self.content, self._view)
        corner = handle_at(at, around) if around is not None else None
        return corner if corner is None or (self.node_under(at), self.dot_under(at)) == (None, None) else None

    def tab_under(self, at: Point) -> str | None:
        """Return the key of the node whose number of what is folded away is at a pixel, where one can read that."""
        x, y = self._view.to_canvas(*at)
        item = self.content.node_at(x, y)
        if self._view.zoom < LEGIBLE or item is None or not isinstance(item.drawing, NodeDrawing):
            return None
        tab = item.drawing.tab
        return item.key if tab is not None and tab.moved(item.x, item.y).contains(x, y) else None

    def text_under(self, at: Point) -> str:
        """Return what the item at a pixel says in full, "" where one reads that already, for none, or in a gesture."""
        if self._mouse.busy:
            return ""
        if self.dot_under(at) is not None:
            return self.tr("Sleep naar een ander item voor een relatie, of klik voor iets nieuws hieraan.")
        if self.handle_under(at) is not None:
            return self.tr("Sleep om de groep ruimer of dichter bij elkaar te zetten.")
        if self.tab_under(at) is not None:
            return self.tr("Klik om te tonen wat hieronder is ingeklapt.")
        key = self.item_under(at)
        if key in self.content.nodes and self._view.zoom >= self.legible and self.content.is_read_whole(key):
            return ""
        items = self._items_of([key])
        return "\n".join(text for item in items for text in (item.title, item.description) if text)

    def hover(self, at: Point) -> None:
        """Show that the pointer is at a pixel: the node there gets a dot to draw an edge from."""
        node = self.node_under(at) if self._view.zoom >= DOT_FROM else None
        if (node or "") != self._overlay.hovered:
            self._show(hovered=node or "")

    @property
    def tip(self) -> QLabel:
        """What is shown beside a pointer at rest."""
        return self._mouse.tip.label

    # --- events -------------------------------------------------------------------------------------------------------

    def escape(self) -> bool:
        """Break off the gesture, or take away the tip or the selection; tell whether there was anything."""
        if self._mouse.busy:
            self._mouse.cancel()
        elif self._mouse.tip.visible:
            self._mouse.tip.hide()
        elif self.selection:
            self.select(frozenset())
        else:
            return False
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.gliding.stop()
        self._mouse.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._mouse.has_unfolded:
            return
        at = pixel(event.position())
        if self.dot_under(at) is not None or self.handle_under(at) is not None:
            self._mouse.press(event)  # the second time in short order that somebody takes hold of it
        elif item := self.item_under(at):
            self.edit_requested.emit(item)
        else:
            self.add_requested.emit(*self._view.to_canvas(*at))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._mouse.turn(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._mouse.tip.hide()
        self._show(hovered="")

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1.0 + event.value(), pixel(event.position()))
            return True
        if isinstance(event, QGestureEvent):
            return self._mouse.pinch(event)
        return super().event(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu_by_key()
        else:
            key = self._mouse.ask_menu(event)
            self.pointed = self._view.to_canvas(*pixel(QPointF(event.pos()))) if not key else None
            self.menu_requested.emit(event.globalPos(), key)

    def _ask_menu_by_key(self) -> None:
        """Ask for the menu of what is selected, at its middle as far as that is seen; else of the map."""
        if self.current and not self.selection:
            self.select(frozenset({self.current}))
        key = self.current if self.current in self.selection else next(iter(sorted(self.selection)), "")
        boxes = [item.bounds for item in self._items_of([key])]
        middle = (bounding(boxes) if boxes else self.shown).centre
        x, y = self._view.to_widget(*middle)
        where = QPoint(min(max(round(x), 0), self.width() - 1), min(max(round(y), 0), self.height() - 1))
        self.pointed = None
        self.menu_requested.emit(self.mapToGlobal(where), key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._mouse.space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not keyboard.press(self, event):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._mouse.space = False
            self.unsetCursor()
        else:
            super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        announce_current(self)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mouse.space = False
        self._mouse.cancel()
        self.update()


def _ends(wire: Wire | None) -> tuple[str, str]:
    """Return where a line comes from and what it has come to."""
    return (wire.source, wire.target or "") if wire is not None else ("", "")
