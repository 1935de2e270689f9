"""What the mouse means on the map: which gesture a press begins, and what is shown under a pointer at rest."""

from functools import cached_property
from typing import Final

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gvkaart.picture.primitives import Point
from gvkaart.ui.canvas.gestures import Board, Connect, Gesture, MoveNodes, Pan, RubberBand

ZOOM_STEP: Final = 1.25
PAN_STEP: Final = 80
_HOVER_MS: Final = 500
_WHEEL_UNIT: Final = 120
_ADDING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_TIP_WIDTH: Final = 360


def pixel(point: QPointF) -> Point:
    """Return a point of Qt as a pair."""
    return point.x(), point.y()


class Mouse:
    """Begins, feeds and ends gestures on a canvas."""

    def __init__(self, board: Board, widget: QWidget) -> None:
        """`board` and `widget` are two sides of the same canvas."""
        self._board, self._widget = board, widget
        self._gesture: Gesture | None = None
        self.space = False
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
        at = pixel(event.position())
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self.space):
            self._gesture = Pan(self._board, at)
            self._widget.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._gesture = self._begun(at, event.modifiers())

    def _begun(self, at: Point, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        """Return the gesture that a press of the left button begins."""
        board = self._board
        if (source := board.dot_under(at)) is not None:
            return Connect(board, source)
        node = board.node_under(at)
        if node is None:
            return self._beside_nodes(at, adding=bool(modifiers & _ADDING))
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return Connect(board, node)
        if modifiers & _ADDING:
            board.select(board.selection ^ {node})
        elif node not in board.selection:
            board.select(frozenset({node}))
        board.put_keyboard_at(node)
        return MoveNodes(board, at, board.selected_nodes, QApplication.startDragDistance())

    def _beside_nodes(self, at: Point, *, adding: bool) -> Gesture | None:
        keep = self._board.selection if adding else frozenset()
        if edge := self._board.item_under(at):
            self._board.select(keep ^ {edge})
            return None
        self._board.select(keep)
        return RubberBand(self._board, at, keep)

    def move(self, event: QMouseEvent) -> None:
        """Feed the gesture, or see what is under the pointer."""
        at = pixel(event.position())
        if self._gesture is not None:
            self._gesture.move(at)
        elif self._board.dot_under(at) is not None:
            self._widget.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self._widget.unsetCursor()
            self._board.hover(at)
            self.tip.wait(at)

    def release(self, event: QMouseEvent) -> None:
        """End the gesture; a click on one of several selected nodes selects that one."""
        gesture, self._gesture = self._gesture, None
        if gesture is None:
            return
        at = pixel(event.position())
        self._widget.unsetCursor()
        gesture.end(at)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        clicked = isinstance(gesture, MoveNodes) and not gesture.moving and plain
        if clicked and (node := self._board.node_under(at)) is not None:
            self._board.select(frozenset({node}))

    def cancel(self) -> None:
        """Break off the gesture."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
            self._widget.unsetCursor()

    def turn(self, event: QWheelEvent) -> None:
        """Pan with the wheel or a touchpad; with Ctrl zoom."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = ZOOM_STEP ** (turned.y() / _WHEEL_UNIT)
            self._board.zoom_by(factor, pixel(event.position()))
        else:
            pushed = event.pixelDelta() if not event.pixelDelta().isNull() else turned * (PAN_STEP / _WHEEL_UNIT)
            dx, dy = pushed.x(), pushed.y()
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
                dx, dy = dy, 0
            self._board.set_view(self._board.view.panned(dx, dy))
        event.accept()

    def ask_menu(self, event: QContextMenuEvent) -> str:
        """Return the key of what a menu is asked for, "" for the canvas; it becomes the selection."""
        key = self._board.item_under(pixel(QPointF(event.pos())))
        if key and key not in self._board.selection:
            self._board.select(frozenset({key}))
        return key


class Tip:
    """Shows beside a pointer at rest what the item under it says in full; plain text, whatever a title looks like."""

    def __init__(self, board: Board, widget: QWidget) -> None:
        """Nothing is shown at first."""
        self._board, self._widget = board, widget
        self._at: Point = (0.0, 0.0)
        self._timer = QTimer(widget, singleShot=True, interval=_HOVER_MS)
        self._timer.timeout.connect(self.show)

    @cached_property
    def label(self) -> QLabel:
        """What shows it; made when there is something to show."""
        return _label(self._widget)

    @property
    def visible(self) -> bool:
        """Tell whether it is shown."""
        return "label" in vars(self) and self.label.isVisible()

    def wait(self, at: Point) -> None:
        """Show it at `at` when the pointer stays there."""
        self.hide()
        self._at = at
        self._timer.start()

    def hide(self) -> None:
        """Take it away."""
        self._timer.stop()
        if self.visible:
            self.label.hide()

    def show(self) -> None:
        """Show it now, inside the widget."""
        text = self._board.text_under(self._at)
        if not text:
            return
        self.label.setText(text)
        self.label.adjustSize()
        x, y = round(self._at[0]), round(self._at[1])
        width, height = self.label.width(), self.label.height()
        below = y + 18 + height < self._widget.height()
        left = min(x + 14, self._widget.width() - width - 4)
        self.label.move(max(4, left), y + 18 if below else max(4, y - 8 - height))
        self.label.show()


def _label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMaximumWidth(_TIP_WIDTH)
    label.setMargin(6)
    label.setFrameShape(QLabel.Shape.Box)
    label.setAutoFillBackground(True)
    label.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
    label.setForegroundRole(QPalette.ColorRole.ToolTipText)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.hide()
    return label
