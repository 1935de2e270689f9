"""Nodes that go from where they stood to where they stand now, so that the eye can follow what went where.

Only for the time of the glide: the picture itself is the new one from the beginning, so whatever is asked of the canvas
meanwhile is answered by that. What is painted is as much as can be painted often enough.
"""

from typing import Final

from PySide6.QtCore import QEasingCurve, QLineF, QObject, QRectF, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gvkaart.picture.primitives import Item, Picture, Point, Role
from gvkaart.ui.canvas.afar import Block, Thread
from gvkaart.ui.canvas.content import Content
from gvkaart.ui.canvas.detail import Level, level_at, paint_layers
from gvkaart.ui.canvas.view import View
from gvkaart.ui.motion import GLIDE_MS
from gvkaart.ui.painter import colour_of, paint_item, paint_primitive

_TITLES: Final = 80
"""Up to so many nodes glide with their titles."""
_SILHOUETTES: Final = 500
"""Up to so many glide in their own shape; more of them as blocks."""
_LINES: Final = 6_000
"""Up to so many edges go along."""
_FAINT: Final = 0.5


class Gliding(QObject):
    """One glide at a time on a canvas."""

    def __init__(self, canvas: QWidget) -> None:
        """Belong to a canvas, which asks `paint` as long as `runs`."""
        super().__init__(canvas)
        self._starts: dict[str, Point] = {}
        self._ground: tuple[Item, ...] = ()
        self._from = View()
        self._animation = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=GLIDE_MS)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(lambda _value: canvas.update())
        self._animation.finished.connect(canvas.update)

    @property
    def runs(self) -> bool:
        """Whether nodes are on their way."""
        return self._animation.state() is QVariantAnimation.State.Running

    def note(self, content: Content, picture: Picture, view: View) -> bool:
        """Remember where nodes stand before a picture takes the place of this content; tell whether any of them moves.

        A node that was not there yet comes from its place in the new picture.
        """
        nodes = [item for item in picture.items if item.role is Role.NODE]
        old = content.nodes
        self._starts = {
            item.key: ((before.x, before.y) if (before := old.get(item.key)) is not None else (item.x, item.y))
            for item in nodes
        }
        self._ground, self._from = content.ground, view
        return any(self._starts[item.key] != (item.x, item.y) for item in nodes)

    def start(self) -> None:
        """Let them go."""
        self._animation.start()

    def stop(self) -> None:
        """Let them all be where they belong."""
        self._animation.stop()

    def paint(self, painter: QPainter, content: Content, to: View) -> None:
        """Paint this moment of the glide, to this content in this view, on the background."""
        part = float(self._animation.currentValue())
        view = _between(self._from, to, part)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(view.zoom, view.zoom)
        painter.translate(-view.left, -view.top)
        for items, opacity in ((self._ground, 1.0 - part), (content.ground, part)):
            painter.setOpacity(opacity)
            for item in items:
                paint_item(painter, item)
        painter.setOpacity(1.0)
        self._paint_moving(painter, content, part, view.zoom)
        painter.restore()

    def _paint_moving(self, painter: QPainter, content: Content, part: float, zoom: float) -> None:
        aside = {
            key: ((start[0] - item.x) * (1 - part), (start[1] - item.y) * (1 - part))
            for key, item in content.nodes.items()
            if (start := self._starts.get(key)) is not None
        }
        _paint_lines(painter, content, aside)
        count = len(content.nodes)
        if count > _SILHOUETTES or level_at(zoom) is Level.BLOCKS:
            _paint_blocks(painter, content, aside)
            return
        level = min(level_at(zoom), Level.TITLES) if count <= _TITLES else Level.SILHOUETTES
        for key, item in content.nodes.items():
            dx, dy = aside.get(key, (0.0, 0.0))
            painter.translate(dx, dy)
            if level is Level.SILHOUETTES:
                painter.translate(item.x, item.y)
                for primitive in item.drawing.body:
                    paint_primitive(painter, primitive)
                painter.translate(-item.x, -item.y)
            else:
                paint_layers(painter, content, content.number_of(Role.NODE, key), level)
            painter.translate(-dx, -dy)


def _between(a: View, b: View, part: float) -> View:
    def mean(x: float, y: float) -> float:
        return x + (y - x) * part

    return View(mean(a.zoom, b.zoom), mean(a.left, b.left), mean(a.top, b.top))


def _paint_lines(painter: QPainter, content: Content, aside: dict[str, Point]) -> None:
    if len(content.edges) > _LINES:
        return
    lines: dict[str, list[QLineF]] = {}
    for key, item in content.edges.items():
        match content.afar(content.number_of(Role.EDGE, key)):
            case Thread(colour, line) if item.link is not None:
                (dx1, dy1), (dx2, dy2) = (
                    aside.get(item.link.source, (0.0, 0.0)),
                    aside.get(item.link.target, (0.0, 0.0)),
                )
                moved = QLineF(line.x1() + dx1, line.y1() + dy1, line.x2() + dx2, line.y2() + dy2)
                lines.setdefault(colour, []).append(moved)
    for colour, drawn in lines.items():
        faint = QColor(colour_of(colour))
        faint.setAlphaF(_FAINT)
        pen = QPen(faint, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(drawn)


def _paint_blocks(painter: QPainter, content: Content, aside: dict[str, Point]) -> None:
    blocks: dict[tuple[str, str], list[QRectF]] = {}
    for key in content.nodes:
        match content.afar(content.number_of(Role.NODE, key)):
            case Block(border, fill, place):
                blocks.setdefault((border, fill), []).append(place.translated(*aside.get(key, (0.0, 0.0))))
    for (border, fill), rects in blocks.items():
        pen = QPen(colour_of(border), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(colour_of(fill))
        painter.drawRects(rects)
