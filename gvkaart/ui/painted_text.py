"""A plain text on top of which others can paint, and whose menu they can add to."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QPlainTextEdit

from gvkaart.domain.overriding import override


class PaintedText(QPlainTextEdit):
    """Says when it was painted."""

    painted = Signal(QPaintEvent)
    """The text was painted; what belongs on top of it can be now."""

    def make_menu(self) -> QMenu:
        """Return the menu of the right button."""
        return self.createStandardContextMenu()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit(event)
