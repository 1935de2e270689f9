"""The rail: the tabs of the views, below each other at the side of the window, each an icon above its name.

Names stay whole, however many views there are: above the map there would be no room for ten of them. In a low window
tabs are snug, and in a very low one the icons do without names; these are in their tips then.
"""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from gvkaart.domain.overriding import override
from gvkaart.ui.icons import icon

_ICON: Final = 20
_ROOMY, _SNUG = 7, 3
"""Pixels around the icon and the name of a tab: as there is room."""
_BETWEEN: Final = 3
"""Pixels between an icon and its name."""
_GAP: Final = 9
"""Pixels more above a tab that begins a group."""
_SMALLER: Final = 0.88
"""The names are smaller than other text, by this factor: the icons are what one aims at."""
_BAR: Final = 3
"""Pixels: the width of the bar that marks the chosen tab, and how far it stands from the edge, where a ring may be."""
_WRAPPED: Final = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Rail(QTabBar):
    """The tabs of the views."""

    def __init__(self) -> None:
        """Begin without tabs."""
        super().__init__()
        self._groups: set[int] = set()
        self._space, self._is_low = _ROOMY, False
        self._measured: tuple[int, tuple[int, ...]] | None = None
        self.setObjectName("views")
        self.setAccessibleName(self.tr("Weergaven"))
        self.setShape(QTabBar.Shape.RoundedWest)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def add(self, icon_name: str, title: str, *, begins_group: bool) -> None:
        """Add a tab below the others."""
        if begins_group:
            self._groups.add(self.count())
        self.addTab(icon(icon_name), title)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names out when there is no room for all."""
        room = event.size().height()
        space = next((one for one in (_ROOMY, _SNUG) if self._needed(one) <= room), _ROOMY)
        is_low = self._needed(_SNUG) > room
        if (space, is_low) != (self._space, self._is_low):
            self._space, self._is_low = space, is_low
            self.setIconSize(self.iconSize())  # so that Qt asks for the sizes of all tabs again
            self.updateGeometry()
        super().resizeEvent(event)

    @override
    def tabSizeHint(self, index: int) -> QSize:
        if self._is_low:
            return QSize(_ICON + 4 * self._space, self._gap(index) + _ICON + 2 * self._space)
        return QSize(self._measures()[0], self._height(index, self._space))

    def _needed(self, space: int) -> int:
        """Return how high all tabs are together with their names and so much space around them."""
        return sum(self._height(index, space) for index in range(self.count()))

    def _height(self, index: int, space: int) -> int:
        return self._gap(index) + space + _ICON + _BETWEEN + self._measures()[1][index] + space

    def _measures(self) -> tuple[int, tuple[int, ...]]:
        """Return the width of every tab and how high each name is; Qt asks for them again and again."""
        if self._measured is None:
            width, metrics = self._width(), self._metrics()
            room = QRect(0, 0, width - 2 * _ROOMY, 999)
            names = (self.tabText(index) for index in range(self.count()))
            self._measured = width, tuple(metrics.boundingRect(room, _WRAPPED, name).height() for name in names)
        return self._measured

    @override
    def tabInserted(self, index: int) -> None:
        self._measured = None
        super().tabInserted(index)

    @override
    def changeEvent(self, event: QEvent) -> None:
        self._measured = None  # letters may be larger now
        super().changeEvent(event)

    def _gap(self, index: int) -> int:
        return _GAP if index in self._groups else 0

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the tab above or below; Qt knows only left and right."""
        match event.key():
            case Qt.Key.Key_Up:
                self.setCurrentIndex(max(0, self.currentIndex() - 1))
            case Qt.Key.Key_Down:
                self.setCurrentIndex(min(self.count() - 1, self.currentIndex() + 1))
            case _:
                super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tabs: Qt would turn the names a quarter."""
        painter = QPainter(self)
        painter.setFont(self._small())
        for index in range(self.count()):
            self._paint_tab(painter, index)

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        whole, palette = self.tabRect(index), self.palette()
        if index in self._groups:
            middle = whole.top() + _GAP // 2
            painter.setPen(palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(whole.left() + _ROOMY, middle, whole.right() - _ROOMY, middle)
            whole = whole.adjusted(0, _GAP, 0, 0)
        chosen, accent = index == self.currentIndex(), palette.color(QPalette.ColorRole.Accent)
        pointed = whole.contains(self.mapFromGlobal(self.cursor().pos())) and self.underMouse()
        if chosen or pointed:
            ground = palette.color(QPalette.ColorRole.Accent)
            ground.setAlphaF(0.2 if chosen else 0.1)
            painter.fillRect(whole, ground)
        if chosen:
            painter.fillRect(
                QRect(whole.left() + _BAR, whole.top() + _ROOMY, _BAR, whole.height() - 2 * _ROOMY), accent
            )
        self.tabIcon(index).paint(
            painter, QRect(whole.center().x() - _ICON // 2, whole.top() + self._space, _ICON, _ICON)
        )
        if self._is_low:
            return
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        words = whole.adjusted(_ROOMY, self._space + _ICON + _BETWEEN, -_ROOMY, 0)
        painter.drawText(words, _WRAPPED, self.tabText(index))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.MouseMove, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def _width(self) -> int:
        """Return the width of every tab: room for the longest word, for words are not broken."""
        metrics = self._metrics()
        words = (word for index in range(self.count()) for word in self.tabText(index).split())
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 2 * _ROOMY

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._small())
