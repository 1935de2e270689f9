"""The overview map: all of the map in small, with a frame around what is in view; click or drag to go elsewhere."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from gvkaart.domain.overriding import override
from gvkaart.picture.primitives import Picture, Rect
from gvkaart.picture.theme import LIGHT
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.canvas.detail import paint_nodes_afar
from gvkaart.ui.canvas.view import View, fitting
from gvkaart.ui.painter import colour_of

_PAUSE: Final = 150
"""Milliseconds without a change of the map after which it is drawn anew."""
_MARGIN: Final = 6
_STEP: Final = 0.25
"""How far an arrow key goes, as a share of what is in view."""
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class OverviewMap(QWidget):
    """Shows the picture of a canvas from afar, and moves what the canvas has in view."""

    def __init__(self, canvas: MapCanvas, parent: QWidget | None = None) -> None:
        """Follow a canvas."""
        super().__init__(parent)
        self.setObjectName("overview-map")
        self.setAccessibleName(self.tr("Overzichtskaart"))
        self.setAccessibleDescription(self.tr("De hele kaart in het klein. De pijltjes verschuiven wat u ziet."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(120)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._canvas = canvas
        self._drawn: QPixmap | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._draw_anew)
        canvas.pictured.connect(self._soon.start)
        canvas.view_changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(230, 170)

    # --- painting -----------------------------------------------------------------------------------------------------

    @property
    def _picture(self) -> Picture | None:
        return self._canvas.picture

    @property
    def _whole(self) -> View:
        """How the map fits in here."""
        bounds = self._picture.bounds if self._picture is not None else Rect(0.0, 0.0, 1.0, 1.0)
        view = fitting(bounds, self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)
        return view.panned(_MARGIN, _MARGIN)

    def _draw_anew(self) -> None:
        self._drawn = None
        self.update()

    def _drawing(self) -> QPixmap:
        """Return the map in small; drawn once for every map, size and theme."""
        if self._drawn is None:
            ratio = self.devicePixelRatioF()
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            theme = self._picture.theme if self._picture is not None else LIGHT
            self._drawn.fill(colour_of(theme.background))
            painter = QPainter(self._drawn)
            whole = self._whole
            painter.translate(-whole.left * whole.zoom, -whole.top * whole.zoom)
            painter.scale(whole.zoom, whole.zoom)
            paint_nodes_afar(painter, self._canvas.content)
            painter.end()
        return self._drawn

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawing())
        if self._picture is None:
            return
        theme = self._picture.theme
        shown = self._canvas.view.shown(self._canvas.width(), self._canvas.height())
        frame = QRectF(*self._whole.rect_to_widget(shown)).intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setPen(QPen(colour_of(theme.accent), 3.0 if self.hasFocus() else 2.0))
        painter.drawRect(frame)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw_anew()

    # --- going elsewhere ----------------------------------------------------------------------------------------------

    def _go_to(self, at: QPointF) -> None:
        canvas = self._canvas
        x, y = self._whole.to_canvas(at.x(), at.y())
        canvas.set_view(canvas.view.centred(x, y, canvas.width(), canvas.height()))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows push the frame; everything else is not for here."""
        across, down = _ARROWS.get(Qt.Key(event.key()), (0, 0))
        if (across, down) == (0, 0):
            super().keyPressEvent(event)
            return
        canvas = self._canvas
        canvas.set_view(canvas.view.panned(-across * _STEP * canvas.width(), -down * _STEP * canvas.height()))
