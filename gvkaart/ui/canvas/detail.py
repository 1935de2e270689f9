"""Level of detail: paints a part of the picture as fully as can be seen at the zoom.

From far away a node is a coloured block and an edge a thin line, painted in batches; nearer by come silhouettes, then
titles, then everything. Measured: stroked paths and texts are what costs, and from afar both are invisible anyway.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gvkaart.picture.edges import EdgeDrawing
from gvkaart.picture.primitives import Item, Path, Role
from gvkaart.ui.canvas.content import Content
from gvkaart.ui.painter import colour_of, paint_primitive


class Level(IntEnum):
    """What is painted."""

    BLOCKS = 0
    SILHOUETTES = 1
    TITLES = 2
    EVERYTHING = 3


_FROM: Final = ((0.62, Level.EVERYTHING), (0.4, Level.TITLES), (0.14, Level.SILHOUETTES))
"""The smallest zoom of each level: at 0.4 a title is 5 pixels high, at 0.14 a node about 25 wide."""

_FAINT: Final = 0.4
"""How strong lines are from afar: there they are many, and must not hide the nodes."""


def level_at(zoom: float) -> Level:
    """Return the level of detail for a zoom, in device pixels a unit."""
    return next((level for smallest, level in _FROM if zoom >= smallest), Level.BLOCKS)


def paint_numbers(painter: QPainter, content: Content, numbers: Iterable[int], zoom: float) -> None:
    """Paint items by number, in ascending order; the painter's units are canvas units, `zoom` device pixels a unit."""
    level = level_at(zoom)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if level >= Level.TITLES:
        for number in numbers:
            _paint_layers(painter, content, number, level)
    else:
        _paint_from_afar(painter, content, numbers, level)


def _paint_layers(painter: QPainter, content: Content, number: int, level: Level) -> None:
    item, layers = content.item(number), content.layers(number)
    painter.translate(item.x, item.y)
    for primitive in layers.body:
        paint_primitive(painter, primitive)
    for primitive in layers.title:
        paint_primitive(painter, primitive)
    if level is Level.EVERYTHING:
        for primitive in layers.detail:
            paint_primitive(painter, primitive)
    painter.translate(-item.x, -item.y)


def _paint_from_afar(painter: QPainter, content: Content, numbers: Iterable[int], level: Level) -> None:
    lines: dict[str, list[QLineF]] = {}
    nodes: list[Item] = []
    for number in numbers:
        item = content.item(number)
        if isinstance(item.drawing, EdgeDrawing):
            (x1, y1, _), (x2, y2, _) = item.drawing.source, item.drawing.target
            lines.setdefault(item.drawing.stroke.colour, []).append(QLineF(x1, y1, x2, y2))
        elif item.role is Role.NODE:
            nodes.append(item)
        else:
            _paint_layers(painter, content, number, level)
    for colour, drawn in lines.items():
        faint = QColor(colour_of(colour))
        faint.setAlphaF(_FAINT)
        pen = QPen(faint, 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(drawn)
    if level is Level.BLOCKS:
        _paint_blocks(painter, nodes)
    else:
        for item in nodes:
            _paint_silhouette(painter, item)


def _paint_blocks(painter: QPainter, nodes: list[Item]) -> None:
    blocks: dict[tuple[str, str], list[QRectF]] = {}
    for item in nodes:
        main = _silhouette(item)
        border = main.stroke.colour if main.stroke is not None else main.fill
        blocks.setdefault((border, main.fill), []).append(QRectF(*item.bounds))
    for (border, fill), rects in blocks.items():
        pen = QPen(colour_of(border), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(_between(border, fill))
        painter.drawRects(rects)


def _between(border: str, fill: str) -> QColor:
    """Return a fill that still tells the kinds apart when there is hardly more than a border."""
    one, two = colour_of(border), colour_of(fill)
    return QColor((one.red() + two.red()) // 2, (one.green() + two.green()) // 2, (one.blue() + two.blue()) // 2)


def _silhouette(item: Item) -> Path:
    """Return the filled outline among what a node's body is made of."""
    return next(part for part in item.drawing.body if isinstance(part, Path) and part.fill)


def _paint_silhouette(painter: QPainter, item: Item) -> None:
    painter.translate(QPointF(item.x, item.y))
    for part in item.drawing.body:
        paint_primitive(painter, part)
    painter.translate(QPointF(-item.x, -item.y))
    painter.setPen(Qt.PenStyle.NoPen)
