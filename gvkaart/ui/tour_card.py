"""What a tour puts over a window: a frame around a place, and a card that tells about it. Nothing moves by itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.labels import plain_label

_LINE: Final = 4
_GAP: Final = 16
_EMS: Final = 24
"""The card is as wide as so many letters M."""


class Frame(QWidget):
    """A line around a part of the window; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        """Be ready to surround parts of a window."""
        super().__init__(window)
        self._window = window
        self.setObjectName("tour-frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def surround(self, place: QWidget) -> None:
        """Stand around a widget of the window."""
        self.setGeometry(rect_in(self._window, place))
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _LINE))
        half = _LINE // 2
        painter.drawRoundedRect(self.rect().adjusted(half, half, -half, -half), 6, 6)
        painter.end()


class TourCard(QFrame):
    """Two sentences with the buttons to go on, to go back and to stop."""

    next_wanted = Signal()
    back_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        """Stand over a window, still without words."""
        super().__init__(window)
        self._window = window
        self.setObjectName("tour-card")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setStyleSheet(
            "#tour-card { background: palette(base); border: 2px solid palette(highlight); border-radius: 8px; }"
        )
        self._title, self._text, self._count = plain_label(), plain_label(name="tour-text"), plain_label(wraps=False)
        self._title.setStyleSheet("font-weight: bold")
        self._next = self._button("tour-next", "", self.next_wanted.emit)
        self._back = self._button("tour-back", self.tr("Vorige"), self.back_wanted.emit)
        self._stop = self._button("tour-stop", self.tr("Stoppen"), self.stop_wanted.emit)
        self._stop.setToolTip(self.tr("Stoppen (Esc)"))
        self._lay_out()
        self.hide()

    def _button(self, name: str, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: do())
        button.setAutoDefault(True)  # Enter presses it, not only the space bar
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._count)
        buttons.addStretch(1)
        for button in (self._stop, self._back, self._next):
            buttons.addWidget(button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addLayout(buttons)
        self.setTabOrder(self._next, self._back)
        self.setTabOrder(self._back, self._stop)

    def say(self, number: int, length: int, title: str, text: str) -> None:
        """Tell about a step, to the eye and to a screen reader, with the keyboard at the button that goes on."""
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(self.tr("%1 van %2").replace("%1", str(number)).replace("%2", str(length)))
        self._next.setText(self.tr("Klaar") if number == length else self.tr("Volgende"))
        self._back.setEnabled(number > 1)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.show()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title}. {text}"))

    def stand_beside(self, place: QWidget) -> None:
        """Stand beside a small widget, or in the lower corner of a large one; always inside the window."""
        window = self._window
        wanted = max(self.fontMetrics().horizontalAdvance("M") * _EMS, self._column.totalMinimumSize().width())
        width = min(wanted, window.width() - 2 * _GAP)
        self.setFixedWidth(width)
        height = max(self._column.totalHeightForWidth(width), self._column.totalMinimumSize().height())
        self.setFixedHeight(min(height, window.height() - 2 * _GAP))
        self.move(self._corner(rect_in(window, place)))
        self.raise_()

    def _corner(self, around: QRect) -> QPoint:
        window, mine = self._window.rect(), self.size()
        top = min(max(around.top() + _GAP, _GAP), window.bottom() - mine.height() - _GAP)
        if around.width() < 2 * mine.width() and around.left() >= mine.width() + 2 * _GAP:
            return QPoint(around.left() - mine.width() - _GAP, top)
        if around.width() < 2 * mine.width() and window.right() - around.right() >= mine.width() + 2 * _GAP:
            return QPoint(around.right() + _GAP, top)
        low = max(min(around.bottom(), window.bottom()) - mine.height() - _GAP, _GAP)
        if around.width() < 2 * mine.width():  # no room beside it: over what stands at the left, off the place itself
            return QPoint(_GAP, low)
        return QPoint(around.right() - mine.width() - _GAP, low)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop_wanted.emit()
        else:
            super().keyPressEvent(event)


def rect_in(window: QWidget, place: QWidget) -> QRect:
    """Return where a widget stands in its window, as far as it is inside."""
    return QRect(place.mapTo(window, QPoint(0, 0)), place.size()).intersected(window.rect())
