"""What the mouse means on the map: which gesture a press begins, and what is shown under a pointer at rest."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget

from gvkaart.picture.primitives import Point
from gvkaart.ui.canvas.gestures import Board, Connect, Gesture, Keys, MoveNodes, Pan, Picking, RubberBand, ScaleNodes
from gvkaart.ui.canvas.handles import cursor_of
from gvkaart.ui.canvas.tip import Tip

ZOOM_STEP: Final = 1.25
PAN_STEP: Final = 80
_WHEEL_UNIT: Final = 120
_ALT: Final = Qt.KeyboardModifier.AltModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_MARGIN: Final = 24
"""From so many pixels before an edge the canvas scrolls along with a gesture."""
_FASTEST: Final = 24
"""So many pixels at a time, once the pointer is as far outside as that margin is inside."""
_TICK_MS: Final = 16


def pixel(point: QPointF) -> Point:
    """Return a point of Qt as a pair."""
    return point.x(), point.y()


def _picking(modifiers: Qt.KeyboardModifier) -> Picking:
    if modifiers & _CONTROL:
        return Picking.TOGGLE
    return Picking.ADD if modifiers & _SHIFT else Picking.REPLACE


def _keys(modifiers: Qt.KeyboardModifier) -> Keys:
    return Keys(freely=bool(modifiers & _ALT), evenly=bool(modifiers & _SHIFT))


def _push(place: float, length: int) -> float:
    """Return how far the canvas is pushed along one side of it, in pixels."""
    outside = max(_MARGIN - place, 0.0) - max(place - (length - _MARGIN), 0.0)
    return max(-1.0, min(1.0, outside / (2 * _MARGIN))) * _FASTEST


class Mouse:
    """Begins, feeds and ends gestures on a canvas."""

    def __init__(self, board: Board, widget: QWidget) -> None:
        """`board` and `widget` are two sides of the same canvas."""
        self._board, self._widget = board, widget
        self._gesture: Gesture | None = None
        self._at: Point = (0.0, 0.0)
        self._keys = Keys()
        self._scrolling = QTimer(widget, interval=_TICK_MS)
        self._scrolling.timeout.connect(self._scroll)
        self.space = False
        self.has_unfolded = False
        """Whether the last click was on the number of what is folded away; then there is no second one of two."""
        self.tip = Tip(board, widget)

    @property
    def busy(self) -> bool:
        """Tell whether a gesture is going on."""
        return self._gesture is not None

    def press(self, event: QMouseEvent) -> None:
        """Begin a gesture, unless one is going on."""
        self.tip.hide()
        if self._gesture is not None:
            return
        self.has_unfolded = False
        at = pixel(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self.space):
            self._gesture = Pan(self._board, at)
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._gesture = self._begun(at, event.modifiers())

    def _begun(self, at: Point, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        """Return the gesture that a press of the left button begins."""
        board, threshold = self._board, QApplication.startDragDistance()
        if (source := board.dot_under(at)) is not None:
            return Connect(board, source, at, threshold)
        if (corner := board.handle_under(at)) is not None:
            self._widget.setCursor(cursor_of(corner))
            return ScaleNodes(board, corner, at, threshold)
        node, picking = board.node_under(at), _picking(modifiers)
        if node is None:
            return self._beside_nodes(at, picking)
        if modifiers & _ALT:
            return Connect(board, node, at, threshold)
        if picking is not Picking.REPLACE or node not in board.selection:
            board.select(picking.picked(board.selection, frozenset({node})))
        board.put_keyboard_at(node)
        return MoveNodes(board, at, board.selected_nodes, threshold)

    def _beside_nodes(self, at: Point, picking: Picking) -> Gesture | None:
        if edge := self._board.item_under(at):
            self._board.select(picking.picked(self._board.selection, frozenset({edge})))
            return None
        return RubberBand(self._board, at, picking)

    def move(self, event: QMouseEvent) -> None:
        """Feed the gesture, or see what is under the pointer."""
        self._at, self._keys = pixel(event.position()), _keys(event.modifiers())
        if self._gesture is not None:
            self._gesture.move(self._at, self._keys)
            self._scroll_along()
        elif self._board.dot_under(self._at) is not None:
            self._widget.setCursor(Qt.CursorShape.CrossCursor)
            self.tip.wait(self._at)
        elif (corner := self._board.handle_under(self._at)) is not None:
            self._widget.setCursor(cursor_of(corner))
            self._board.hover(self._at)
            self.tip.wait(self._at)
        elif self._board.tab_under(self._at) is not None:
            self._widget.setCursor(Qt.CursorShape.PointingHandCursor)
            self.tip.wait(self._at)
        else:
            self._widget.unsetCursor()
            self._board.hover(self._at)
            self.tip.wait(self._at)

    def _push(self) -> Point:
        """Return how far the canvas scrolls at a time for where the pointer is: faster further out."""
        return _push(self._at[0], self._widget.width()), _push(self._at[1], self._widget.height())

    def _scroll_along(self) -> None:
        """Begin to scroll when the pointer is at an edge; from then on time does it, not movement."""
        if self._gesture is None or not self._gesture.pushes or self._push() == (0.0, 0.0):
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()

    def _scroll(self) -> None:
        if self._gesture is not None:
            self._board.set_view(self._board.view.panned(*self._push()))
            self._gesture.move(self._at, self._keys)

    def _over(self) -> Gesture | None:
        """Have nothing going on any more; return what was."""
        gesture, self._gesture = self._gesture, None
        self._scrolling.stop()
        if gesture is not None:
            self._widget.unsetCursor()
        return gesture

    def release(self, event: QMouseEvent) -> None:
        """End the gesture; a click on one of several selected nodes selects that one, one on its tab unfolds it."""
        at, gesture = pixel(event.position()), self._over()
        if gesture is None:
            return
        gesture.end(at, _keys(event.modifiers()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        clicked = isinstance(gesture, MoveNodes) and not gesture.moving and plain
        if clicked and (node := self._board.node_under(at)) is not None:
            self._board.select(frozenset({node}))
            if self._board.tab_under(at) == node:
                self.has_unfolded = True
                self._board.report_unfolded(node)

    def cancel(self) -> None:
        """Break off the gesture."""
        if (gesture := self._over()) is not None:
            gesture.cancel()

    def keep_to(self, nodes: Collection[str]) -> None:
        """Break off a gesture with a node that is not among these: an undo or another window may have taken it."""
        if self._gesture is not None and any(key not in nodes for key in self._gesture.held):
            self.cancel()

    def turn(self, event: QWheelEvent) -> None:
        """Pan with the wheel or a touchpad; with Ctrl zoom."""
        turned = event.angleDelta()
        if event.modifiers() & _CONTROL:
            factor = ZOOM_STEP ** (turned.y() / _WHEEL_UNIT)
            self._board.zoom_by(factor, pixel(event.position()))
        else:
            pushed = event.pixelDelta() if not event.pixelDelta().isNull() else turned * (PAN_STEP / _WHEEL_UNIT)
            dx, dy = pushed.x(), pushed.y()
            if event.modifiers() & _SHIFT and not dx:
                dx, dy = dy, 0
            self._board.set_view(self._board.view.panned(dx, dy))
        event.accept()

    def pinch(self, event: QGestureEvent) -> bool:
        """Zoom with two fingers on a screen; what the first of them began alone is broken off."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self.cancel()
        self.tip.hide()
        middle = self._widget.mapFromGlobal(pinch.centerPoint())
        self._board.zoom_by(pinch.scaleFactor(), pixel(middle))
        moved = pinch.centerPoint() - pinch.lastCenterPoint()
        self._board.set_view(self._board.view.panned(moved.x(), moved.y()))
        event.accept(pinch)
        return True

    def ask_menu(self, event: QContextMenuEvent) -> str:
        """Return the key of what a menu is asked for, "" for the canvas; it becomes the selection."""
        key = self._board.item_under(pixel(QPointF(event.pos())))
        if key and key not in self._board.selection:
            self._board.select(frozenset({key}))
        return key
