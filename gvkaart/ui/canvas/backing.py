"""The picture as it is painted into the widget: tiles where they are ready, the last picture scaled where not."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gvkaart.picture.primitives import Rect
from gvkaart.ui.canvas.detail import exhaust
from gvkaart.ui.canvas.tiles import PaintRect, TileCache
from gvkaart.ui.canvas.view import View

_FRAME_SECONDS: Final = 0.006
"""Time for painting tiles within one frame."""
_REST_MS: Final = 90
"""A zoom gesture rests when nothing came for so long; then the picture is made sharp."""


class Backing:
    """What a canvas shows below all that moves."""

    def __init__(self, widget: QWidget, paint_part: PaintRect) -> None:
        """Paint into a widget; `paint_part` paints a rectangle of the canvas."""
        self._widget, self._paint_part = widget, paint_part
        self._tiles = TileCache(paint_part)
        self._snapshot: tuple[QPixmap, View] | None = None
        self._resting = QTimer(widget, singleShot=True, interval=_REST_MS)
        self._resting.timeout.connect(widget.update)

    def recolour(self, background: QColor) -> None:
        """Begin anew on another background: what has other colours is worse than nothing."""
        self._tiles.background = background
        self._tiles.clear()
        self._snapshot = None

    def expire(self, rect: Rect) -> None:
        """Paint a rectangle of the canvas anew."""
        self._tiles.expire(rect)

    def wait_for_rest(self) -> None:
        """Scale the last picture until nothing comes for a while."""
        self._resting.start()

    def forget_last(self) -> None:
        """Show nothing of the picture before."""
        self._snapshot = None

    def is_complete(self, view: View) -> bool:
        """Tell whether all of a view is painted as it is."""
        widget = self._widget
        return not self._resting.isActive() and self._tiles.complete(view, widget.width(), widget.height())

    def keep_last(self, view: View) -> None:
        """Keep what is shown of a view now, unless there is nothing, or an older one still serves."""
        if self._snapshot is None and not self._tiles.empty:
            width, height = self._widget.width(), self._widget.height()
            self._snapshot = (self._pixmap(lambda painter: self._tiles.draw(painter, view, width, height)), view)

    def _paint_at_once(self, view: View) -> None:
        """Paint what is in view as a snapshot, to begin with: tiles reach beyond it, and most edges cross several."""

        def paint(painter: QPainter) -> None:
            zoom, left, top = view
            ratio = painter.device().devicePixelRatio()  # where tiles will stand: on whole device pixels
            painter.translate(round(-left * zoom * ratio) / ratio, round(-top * zoom * ratio) / ratio)
            painter.scale(zoom, zoom)
            exhaust(self._paint_part(painter, view.shown(self._widget.width(), self._widget.height()), zoom * ratio))

        self._snapshot = (self._pixmap(paint), view)

    def _pixmap(self, paint: Callable[[QPainter], None]) -> QPixmap:
        """Return a picture of the size of the widget."""
        ratio = self._widget.devicePixelRatioF()
        pixmap = QPixmap(self._widget.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._tiles.background)
        painter = QPainter(pixmap)
        paint(painter)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, view: View) -> None:
        """Paint a view; what is not ready yet follows in the next frames."""
        width, height = self._widget.width(), self._widget.height()
        ready = False
        if not self._resting.isActive():
            self._tiles.set_ratio(self._widget.devicePixelRatioF())
            if self._tiles.empty and self._snapshot is None:
                self._paint_at_once(view)
            else:
                ready = self._tiles.prepare(view, width, height, _FRAME_SECONDS)
            if not ready:
                QTimer.singleShot(0, self._widget, self._widget.update)
        if ready:
            self._snapshot = None
        else:
            painter.fillRect(self._widget.rect(), self._tiles.background)
        if self._snapshot is not None:
            pixmap, seen = self._snapshot
            size = pixmap.deviceIndependentSize()
            place = view.rect_to_widget(seen.shown(size.width(), size.height()))
            painter.drawPixmap(QRectF(*place), pixmap, QRectF(pixmap.rect()))
        if not self._resting.isActive():
            self._tiles.draw(painter, view, width, height)
