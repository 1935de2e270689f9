"""A ring around what has the keyboard, for who goes through the window by keyboard (WCAG 2.4.7, 2.4.11).

The style draws a line of one faint pixel or none at all, depending on the widget; this is the same everywhere: two
pixels in the colour of what is selected. Who clicks sees no ring: then it is clear where the keyboard is.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QMenu, QMenuBar, QTabBar, QWidget
from shiboken6 import isValid

from gvkaart.domain.overriding import override

THICKNESS: Final = 2
"""Pixels; a thinner ring is missed (WCAG 2.4.13)."""
_INSTALLED: Final = "has-focus-rings"
_MOVING: Final = (QEvent.Type.Resize, QEvent.Type.Paint)


class FocusRing(QFocusFrame):
    """The ring in one widget; a `QFocusFrame`, because Qt keeps those from screen readers and from the mouse."""

    def __init__(self, around: QWidget) -> None:
        """Show a ring just inside a widget's edge, as long as that exists."""
        super().__init__(around)
        self.setObjectName("focus-ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._around = around
        around.installEventFilter(self)
        self._fit()
        self.show()
        self.raise_()

    def _fit(self) -> None:
        """Go around the widget, or around the tab that is chosen of a bar of them."""
        around = self._around
        place = around.tabRect(around.currentIndex()) if isinstance(around, QTabBar) else around.rect()
        if self.geometry() != place:
            self.setGeometry(QRect(place))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING:
            self._fit()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().highlight(), THICKNESS))
        inset = THICKNESS // 2
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), 3, 3)
        painter.end()


class FocusRings(QObject):
    """Puts the ring of a program where the keyboard is."""

    def __init__(self, app: QApplication) -> None:
        """Follow the keyboard in an application."""
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = FocusRing(now) if now is not None and _wants_ring(now) else None


def install(app: QApplication) -> None:
    """Have a ring in an application; once, however often it is asked for."""
    if not app.property(_INSTALLED):  # to look among its children would have PySide6 build all of `QStyle`
        app.setProperty(_INSTALLED, True)
        FocusRings(app)


def _wants_ring(widget: QWidget) -> bool:
    """Tell whether a widget got the keyboard by keyboard; Qt notes that in its window. Menus show their own entry."""
    by_key = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_key and not widget.isWindow() and not isinstance(widget, (QMenu, QMenuBar))
