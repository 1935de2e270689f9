"""What is shown beside a pointer at rest."""

from functools import cached_property
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gvkaart.picture.primitives import Point
from gvkaart.ui.canvas.gestures import Board

_HOVER_MS: Final = 500
_TIP_WIDTH: Final = 360


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
