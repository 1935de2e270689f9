"""A button that reads as text and wraps: titles are as long as their writers like."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionFocusRect

from gvkaart.domain.overriding import override

ICON: Final = 16
"""Side of the icon, in pixels."""
INDENT: Final = 26
"""Where the words begin, in pixels from the left."""
_ABOVE: Final = 4
_LOWEST: Final = 24
_KEPT: Final = 32


class WrappingButton(QPushButton):
    """An icon, and words on as many lines as they need."""

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self._heights: dict[int, int] = {}
        """By width: a layout asks for the same height over and over."""
        self.setFlat(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _broken(self, width: int) -> QTextLayout:
        """Break the words into lines, between words where that is possible."""
        font = QFont(self.font())
        font.setUnderline(self.underMouse())
        layout = QTextLayout(self.text(), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        bottom = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20, width - INDENT))
            line.setPosition(QPointF(0, bottom))
            bottom += line.height()
        layout.endLayout()
        return layout

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            if len(self._heights) > _KEPT:
                self._heights.clear()
            self._heights[width] = max(_LOWEST, round(self._broken(width).boundingRect().height()) + 2 * _ABOVE)
        return self._heights[width]

    @override
    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, _LOWEST)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.icon().paint(painter, QRect(3, _ABOVE + (self.fontMetrics().lineSpacing() - ICON) // 2, ICON, ICON))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        self._broken(self.width()).draw(painter, QPointF(INDENT, _ABOVE))
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
