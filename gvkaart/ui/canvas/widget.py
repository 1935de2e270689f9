"""The map as a widget: shows a picture and tells what a person wants; it writes nothing itself.

Mouse: wheel or middle button pans, Ctrl and wheel zooms, click selects, drag moves, drag from the dot beside a node (or
with Alt) connects. Keyboard: arrows walk, Alt and arrows move, Enter edits, Delete deletes, + - 0 zoom, Home shows
everything. All that the mouse can do goes by keyboard too, here or through the menus of the window.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from typing_extensions import override

from gvkaart.picture.primitives import Item, Picture, Point, Rect, Role, bounding
from gvkaart.picture.theme import LIGHT
from gvkaart.ui.canvas.access import CanvasAccessible, announce_current, install_accessibility
from gvkaart.ui.canvas.content import Content
from gvkaart.ui.canvas.detail import paint_numbers
from gvkaart.ui.canvas.gestures import Connect, Gesture, MoveNodes, Pan, RubberBand
from gvkaart.ui.canvas.overlay import Overlay, dot_of, paint_overlay
from gvkaart.ui.canvas.tiles import TileCache
from gvkaart.ui.canvas.view import View, fitting
from gvkaart.ui.canvas.walk import Direction, step
from gvkaart.ui.painter import colour_of

MOVE_STEP: Final = 20
"""How far one key press moves nodes, in units."""
PAN_STEP: Final = 80
_ZOOM_STEP: Final = 1.25
_FRAME_SECONDS: Final = 0.006
"""Time for painting tiles within one frame."""
_FIRST_SECONDS: Final = 0.5
"""The same when there is nothing to show meanwhile."""
_REST_MS: Final = 90
"""A zoom gesture rests when nothing came for so long; then the picture is made sharp."""
_HOVER_MS: Final = 500
_WHEEL_UNIT: Final = 120
_GRIP: Final = 12.0
"""A pointer this near to the connecting dot takes hold of it, in pixels: a target of 24 by 24 (WCAG 2.5.8)."""
_DOT_FROM: Final = 0.25
"""The connecting dot is shown from this zoom."""

_ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}


class MapCanvas(QWidget):
    """Shows a picture; keys in signals are those of its items, so node ids and edge keys."""

    selection_changed = Signal(object)
    """frozenset[str]: the keys that are selected now."""
    current_changed = Signal(str)
    """The node that the keyboard is at, "" for none."""
    moved = Signal(object, int, int)
    """frozenset[str], dx, dy: nodes were moved by so many units."""
    connect_requested = Signal(str, str)
    """source, target: two nodes are to be connected."""
    add_requested = Signal(float, float)
    """x, y: a node is wanted at this point of the canvas."""
    edit_requested = Signal(str)
    """A node is to be edited."""
    delete_requested = Signal(object)
    """frozenset[str]: these are to be deleted."""
    menu_requested = Signal(QPoint, str)
    """The point on the screen where a menu is wanted, and the key of the item there, "" for none."""
    zoom_changed = Signal(float)
    """Pixels a unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a picture."""
        super().__init__(parent)
        install_accessibility()
        self.accessible: CanvasAccessible | None = None
        self.content = Content()
        self._theme = LIGHT
        self._picture_bounds = Rect(0.0, 0.0, 0.0, 0.0)
        self._view = View()
        self._overlay = Overlay()
        self._gesture: Gesture | None = None
        self._space = False
        self._fresh = True
        self._tiles = TileCache(self._paint_part)
        self._hidden: frozenset[int] = frozenset()
        self._snapshot: tuple[QPixmap, View] | None = None
        self._resting = self._timer(_REST_MS, self.update)
        self._hovering = self._timer(_HOVER_MS, self._show_tip)
        self._tip = _tip_label(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _timer(self, milliseconds: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(then)
        return timer

    # --- what is shown ------------------------------------------------------------------------------------------------

    def set_picture(self, picture: Picture) -> None:
        """Show a picture; what did not change is not painted again, and the view stays where it is.

        Nodes that are no longer there leave the selection. The first picture is shown whole.
        """
        if picture.theme != self._theme or self._fresh:
            self._theme = picture.theme
            self._tiles.background = colour_of(picture.theme.background)
            self._tiles.expire_all()
        for rect in self.content.replace(picture):
            self._tiles.expire(rect)
        self._picture_bounds = picture.bounds
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.description)
        self._drop_missing()
        if self._fresh and picture.items:
            self._fresh = False
            self.zoom_to_fit()
        self.update()

    def _drop_missing(self) -> None:
        content = self.content
        kept = frozenset(key for key in self._overlay.selected if key in content.nodes or key in content.edges)
        if self._overlay.current not in content.nodes:
            self._set_current("")
        if self._overlay.hovered not in content.nodes:
            self._show(hovered="")
        self.select(kept)

    def _show(self, **changes: object) -> None:
        """Show the overlay with other values."""
        self._overlay = replace(self._overlay, **changes)  # type: ignore[arg-type]  # names and types are the caller's
        self.update()

    @property
    def view(self) -> View:
        """Which part of the canvas is shown."""
        return self._view

    def set_view(self, view: View) -> None:
        """Show another part; at another zoom the last picture is scaled until the new one is ready."""
        if view.zoom != self._view.zoom:
            self._take_snapshot()
            self._view = view
            self.zoom_changed.emit(view.zoom)
        self._view = view
        self._hide_tip()
        self.update()

    def _take_snapshot(self) -> None:
        """Keep what is shown now, unless there is nothing, or an older one still serves."""
        if self._snapshot is None and not self._tiles.empty:
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(colour_of(self._theme.background))
            painter = QPainter(pixmap)
            self._tiles.draw(painter, self._view, self.width(), self.height())
            painter.end()
            self._snapshot = (pixmap, self._view)

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom in or out around a pixel, without one around the middle; made sharp once it rests."""
        self._resting.start()
        px, py = at if at is not None else (self.width() / 2, self.height() / 2)
        self.set_view(self._view.zoomed(factor, px, py))

    def zoom_in(self) -> None:
        """Zoom in one step."""
        self.zoom_by(_ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out one step."""
        self.zoom_by(1 / _ZOOM_STEP)

    def zoom_to_fit(self) -> None:
        """Show the whole picture."""
        self.set_view(fitting(self._picture_bounds, self.width(), self.height()))

    def zoom_to_selection(self) -> None:
        """Show all that is selected, or the whole picture when nothing is."""
        boxes = [item.bounds for item in self._items_of(self._overlay.selected)]
        if boxes:
            self.set_view(fitting(bounding(boxes).grown(40.0), self.width(), self.height()))
        else:
            self.zoom_to_fit()

    def centre_on(self, keys: Iterable[str]) -> None:
        """Bring items into the middle, zooming out if they would not fit."""
        boxes = [item.bounds for item in self._items_of(keys)]
        if not boxes:
            return
        around = bounding(boxes).grown(40.0)
        most = min(self._view.zoom, fitting(around, self.width(), self.height()).zoom)
        self.set_view(fitting(around, self.width(), self.height(), most))

    def _items_of(self, keys: Iterable[str]) -> list[Item]:
        found = (self.content.nodes.get(key) or self.content.edges.get(key) for key in keys)
        return [item for item in found if item is not None]

    def highlight(self, keys: Iterable[str]) -> None:
        """Show nodes and edges as the evidence of something, the rest under a veil; no keys end it."""
        self._show(highlighted=frozenset(item.key for item in self._items_of(keys)))

    # --- selection ----------------------------------------------------------------------------------------------------

    @property
    def selection(self) -> frozenset[str]:
        """The keys of what is selected."""
        return self._overlay.selected

    @property
    def selected_nodes(self) -> frozenset[str]:
        """The ids of the nodes that are selected."""
        return frozenset(key for key in self._overlay.selected if key in self.content.nodes)

    def select(self, keys: frozenset[str]) -> None:
        """Make this the selection; what is not in the picture is left out."""
        keys = frozenset(item.key for item in self._items_of(keys))
        if keys != self._overlay.selected:
            self._show(selected=keys)
            self.selection_changed.emit(keys)

    @property
    def current(self) -> str:
        """The node that the keyboard is at, "" for none."""
        return self._overlay.current

    def set_current(self, key: str, *, extend: bool = False) -> None:
        """Go to a node: select it (or add it to the selection) and bring it into view."""
        if key not in self.content.nodes:
            return
        self._set_current(key)
        self.select(self.selection | {key} if extend else frozenset({key}))
        self._bring_into_view(self.content.nodes[key])

    def _set_current(self, key: str) -> None:
        if key != self._overlay.current:
            self._show(current=key)
            self.current_changed.emit(key)
            announce_current(self)

    def _bring_into_view(self, item: Item) -> None:
        shown = self._view.shown(self.width(), self.height())
        box = item.bounds
        if not (shown.contains(box.x, box.y) and shown.contains(box.right, box.bottom)):
            self.set_view(self._view.centred(item.x, item.y, self.width(), self.height()))

    # --- painting -----------------------------------------------------------------------------------------------------

    def _paint_part(self, painter: QPainter, rect: Rect, zoom: float) -> None:
        numbers = self.content.grid.touching(rect)
        if self._hidden:
            numbers = [number for number in numbers if number not in self._hidden]
        paint_numbers(painter, self.content, numbers, zoom)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_base(painter)
        shown = self._view.shown(self.width(), self.height())
        paint_overlay(painter, self._overlay, self.content, self._view, shown, self._theme, focused=self.hasFocus())
        if self.hasFocus():
            painter.setPen(QPen(colour_of(self._theme.accent), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_base(self, painter: QPainter) -> None:
        """Paint the picture: tiles where they are ready, the last picture scaled where they are not."""
        width, height = self.width(), self.height()
        ready = False
        if not self._resting.isActive():
            self._tiles.set_ratio(self.devicePixelRatioF())
            seconds = _FIRST_SECONDS if self._tiles.empty else _FRAME_SECONDS
            ready = self._tiles.prepare(self._view, width, height, seconds)
            if not ready:
                QTimer.singleShot(0, self.update)
        if ready:
            self._snapshot = None
        else:
            painter.fillRect(self.rect(), colour_of(self._theme.background))
        if self._snapshot is not None:
            pixmap, view = self._snapshot
            size = pixmap.deviceIndependentSize()
            place = self._view.rect_to_widget(view.shown(size.width(), size.height()))
            painter.drawPixmap(QRectF(*place), pixmap, QRectF(pixmap.rect()))
        if not self._resting.isActive():
            self._tiles.draw(painter, self._view, width, height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        old = event.oldSize()
        if old.isValid() and not self._fresh:
            dx, dy = (self.width() - old.width()) / 2, (self.height() - old.height()) / 2
            self._view = self._view.panned(dx, dy)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        announce_current(self)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._space = False
        self._cancel()
        self.update()

    # --- what gestures ask --------------------------------------------------------------------------------------------

    def node_under(self, at: Point) -> str | None:
        """Return the key of the node at a pixel."""
        found = self.content.node_at(*self._view.to_canvas(*at))
        return found.key if found is not None else None

    def item_under(self, at: Point) -> str:
        """Return the key of the node or edge at a pixel, "" for none."""
        x, y = self._view.to_canvas(*at)
        found = self.content.node_at(x, y) or self.content.edge_at(x, y, self._view.zoom)
        return found.key if found is not None else ""

    def nodes_inside(self, rect: Rect) -> frozenset[str]:
        """Return the keys of the nodes inside a rectangle of the canvas."""
        return frozenset(self.content.nodes_in(rect))

    def show_moving(self, keys: frozenset[str], dx: float, dy: float) -> None:
        """Show nodes shifted by so many units; no keys: show everything in its place."""
        if keys != self._overlay.moving:
            edges = self.content.edges_at(keys)
            self._set_hidden(
                {self.content.number_of(Role.NODE, key) for key in keys if key in self.content.nodes}
                | {self.content.number_of(Role.EDGE, key) for key in edges if key in self.content.edges}
            )
        self._show(moving=keys, shift=(dx, dy))

    def _set_hidden(self, numbers: set[int]) -> None:
        for number in self._hidden.symmetric_difference(numbers):
            self._tiles.expire(self.content.item(number).bounds)
        self._hidden = frozenset(numbers)

    def show_band(self, rect: Rect | None) -> None:
        """Show a rubber band around a rectangle of the canvas."""
        self._show(band=rect)

    def show_wire(self, source: str, to: Point | None, target: str | None) -> None:
        """Show a line from a node to a pixel, and the node it would end at."""
        self._show(wire=(source, to, target) if to is not None else None)

    def report_moved(self, keys: frozenset[str], dx: int, dy: int) -> None:
        """Tell that nodes were moved by so many units."""
        self.moved.emit(keys, dx, dy)

    def report_connected(self, source: str, target: str) -> None:
        """Tell that two nodes are to be connected."""
        self.connect_requested.emit(source, target)

    # --- the mouse ----------------------------------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._hide_tip()
        at = _pixel(event.position())
        if self._gesture is not None:
            return
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self._space):
            self._gesture = Pan(self, at)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._gesture = self._left_gesture(at, event.modifiers())

    def _left_gesture(self, at: Point, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        if self._on_dot(at):
            return Connect(self, self._overlay.hovered)
        adding = bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        node = self.node_under(at)
        if node is None:
            return self._press_beside_nodes(at, adding=adding)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return Connect(self, node)
        self._set_current(node)
        if adding:
            self.select(self.selection ^ {node})
        elif node not in self.selection:
            self.select(frozenset({node}))
        return MoveNodes(self, at, self.selected_nodes, QApplication.startDragDistance())

    def _press_beside_nodes(self, at: Point, *, adding: bool) -> Gesture | None:
        keep = self.selection if adding else frozenset()
        if edge := self.item_under(at):
            self.select(self.selection ^ {edge} if adding else frozenset({edge}))
            return None
        self.select(keep)
        return RubberBand(self, at, keep)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = _pixel(event.position())
        if self._gesture is not None:
            self._gesture.move(at)
        else:
            self._hover(at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is None:
            return
        at = _pixel(event.position())
        self.unsetCursor()
        gesture.end(at)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if isinstance(gesture, MoveNodes) and not gesture.moving and plain and (node := self.node_under(at)):
            self.select(frozenset({node}))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = _pixel(event.position())
        if node := self.node_under(at):
            self.edit_requested.emit(node)
        elif not self.item_under(at):
            self.add_requested.emit(*self._view.to_canvas(*at))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hide_tip()
        self._show(hovered="")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(_ZOOM_STEP ** (turned.y() / _WHEEL_UNIT), _pixel(event.position()))
        else:
            pushed = event.pixelDelta() if not event.pixelDelta().isNull() else turned * (PAN_STEP / _WHEEL_UNIT)
            dx, dy = pushed.x(), pushed.y()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
                dx, dy = dy, 0
            self.set_view(self._view.panned(dx, dy))
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1.0 + event.value(), _pixel(event.position()))
            return True
        return super().event(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.current:
            item = self.content.nodes[self.current]
            where = QPointF(*self._view.to_widget(item.x, item.y)).toPoint()
            self.menu_requested.emit(self.mapToGlobal(where), self.current)
            return
        key = self.item_under(_pixel(QPointF(event.pos())))
        if key and key not in self.selection:
            self.select(frozenset({key}))
        self.menu_requested.emit(event.globalPos(), key)

    # --- hovering -----------------------------------------------------------------------------------------------------

    def _on_dot(self, at: Point) -> bool:
        hovered = self._overlay.hovered
        if hovered not in self.content.nodes or self._view.zoom < _DOT_FROM:
            return False
        x, y = dot_of(hovered, self.content, self._view)
        return max(abs(at[0] - x), abs(at[1] - y)) <= _GRIP

    def _hover(self, at: Point) -> None:
        if self._on_dot(at):
            self.setCursor(Qt.CursorShape.CrossCursor)
            return
        self.unsetCursor()
        node = self.node_under(at) or ""
        if self._view.zoom < _DOT_FROM:
            node = ""
        if node != self._overlay.hovered:
            self._show(hovered=node)
        self._hide_tip()
        self._tip.setProperty("at", QPointF(*at).toPoint())
        self._hovering.start()

    def _show_tip(self) -> None:
        """Show beside the pointer what the item under it says in full."""
        at: QPoint = self._tip.property("at")
        key = self.item_under((at.x(), at.y()))
        item = self.content.nodes.get(key) or self.content.edges.get(key)
        if item is None or self._gesture is not None:
            return
        self._tip.setText(f"{item.title}\n{item.description}" if item.description else item.title)
        self._tip.adjustSize()
        x = min(at.x() + 14, self.width() - self._tip.width() - 4)
        y = at.y() + 18 if at.y() + 18 + self._tip.height() < self.height() else at.y() - 8 - self._tip.height()
        self._tip.move(max(4, x), max(4, y))
        self._tip.show()

    def _hide_tip(self) -> None:
        self._hovering.stop()
        self._tip.hide()

    # --- the keyboard -------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self._arrow(_ARROWS[Qt.Key(event.key())], event.modifiers())
        elif event.key() == Qt.Key.Key_Space:
            self._space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not (self._zoom_key(event) or self._command(event)):
            super().keyPressEvent(event)

    def _zoom_key(self, event: QKeyEvent) -> bool:
        """Zoom if that is what the key stands for."""
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom_in()
            case Qt.Key.Key_Minus:
                self.zoom_out()
            case Qt.Key.Key_0:
                self.zoom_by(1 / self._view.zoom)
            case Qt.Key.Key_Home if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.zoom_to_selection()
            case Qt.Key.Key_Home:
                self.zoom_to_fit()
            case _:
                return False
        return True

    def _command(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; tell whether it stands for something."""
        match event.key():
            case Qt.Key.Key_Escape:
                return self._escape()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2 if self.current:
                self.edit_requested.emit(self.current)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self.selection:
                self.delete_requested.emit(self.selection)
            case Qt.Key.Key_A if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.select(frozenset(self.content.nodes))
            case _:
                return False
        return True

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.unsetCursor()
        else:
            super().keyReleaseEvent(event)

    def _escape(self) -> bool:
        """Break off the gesture; without one take away the tip, the selection; tell whether there was anything."""
        if self._gesture is not None:
            self._cancel()
        elif self._tip.isVisible():
            self._hide_tip()
        elif self.selection:
            self.select(frozenset())
        else:
            return False
        return True

    def _cancel(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self.unsetCursor()

    def _arrow(self, direction: Direction, modifiers: Qt.KeyboardModifier) -> None:
        """Walk to the next node; with Alt move what is selected, with Ctrl push the canvas."""
        dx, dy = direction.value
        if modifiers & Qt.KeyboardModifier.AltModifier:
            if nodes := self.selected_nodes:
                self.report_moved(nodes, dx * MOVE_STEP, dy * MOVE_STEP)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.set_view(self._view.panned(-dx * PAN_STEP, -dy * PAN_STEP))
        else:
            self._walk(direction, extend=bool(modifiers & Qt.KeyboardModifier.ShiftModifier))

    def _walk(self, direction: Direction, *, extend: bool) -> None:
        if self.current:
            links = (self.content.edges[key].link for key in self.content.edges_at([self.current]))
            related = {end for link in links if link is not None for end in (link.source, link.target)}
            reached = step(self.content.nodes, self.current, direction, related)
        else:
            reached = self._nearest_to_middle()
        if reached is not None:
            self.set_current(reached, extend=extend)

    def _nearest_to_middle(self) -> str | None:
        x, y = self._view.to_canvas(self.width() / 2, self.height() / 2)
        nodes = self.content.nodes
        return min(nodes, key=lambda key: (abs(nodes[key].x - x) + abs(nodes[key].y - y), key), default=None)


def _pixel(point: QPointF) -> Point:
    return point.x(), point.y()


def _tip_label(parent: QWidget) -> QLabel:
    """Return the label for what is under the pointer; plain text, whatever a title looks like."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMaximumWidth(360)
    label.setMargin(6)
    label.setFrameShape(QLabel.Shape.Box)
    label.setAutoFillBackground(True)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.hide()
    return label
