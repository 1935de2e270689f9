"""Level of detail: paints a part of the picture as fully as can be seen at the zoom.

From far away a node is a coloured block and an edge a thin line, painted in batches; nearer by come silhouettes, then
titles, then everything. Measured: stroked paths and texts are what costs, and from afar both are invisible anyway.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from gvkaart.picture.primitives import Item, Role
from gvkaart.picture.theme import mixed
from gvkaart.ui.canvas.afar import Block, Thread
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

_FAINT: Final = 0.5
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
            paint_layers(painter, content, number, level)
    else:
        _paint_from_afar(painter, content, numbers, level)


def paint_nodes_afar(painter: QPainter, content: Content) -> None:
    """Paint all nodes as blocks and no lines: what a map comes down to at the size of a stamp."""
    numbers = [content.number_of(Role.NODE, key) for key in content.nodes]
    _paint_from_afar(painter, content, numbers, Level.BLOCKS)


def paint_layers(painter: QPainter, content: Content, number: int, level: Level) -> None:
    """Paint one item as fully as a level asks, `TITLES` or `EVERYTHING`."""
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
    """Paint edges in one call for each colour, then nodes: in one call for each pair of colours, or as silhouettes."""
    lines: dict[str, list[QLineF]] = {}
    blocks: dict[tuple[str, str], list[QRectF]] = {}
    nodes: list[int] = []
    for number in numbers:
        match content.afar(number):
            case Thread(colour, line):
                lines.setdefault(colour, []).append(line)
            case Block(border, fill, place):
                blocks.setdefault((border, fill), []).append(place)
                nodes.append(number)
            case None:
                paint_layers(painter, content, number, level)
    _paint_lines(painter, lines)
    if level is Level.BLOCKS:
        _paint_blocks(painter, blocks)
    else:
        for number in nodes:
            _paint_silhouette(painter, content.item(number))


def _paint_lines(painter: QPainter, lines: Mapping[str, list[QLineF]]) -> None:
    for colour, drawn in lines.items():
        faint = QColor(colour_of(colour))
        faint.setAlphaF(_FAINT)
        painter.setPen(_thin(faint))
        painter.drawLines(drawn)


def _paint_blocks(painter: QPainter, blocks: Mapping[tuple[str, str], list[QRectF]]) -> None:
    for (border, fill), rects in blocks.items():
        painter.setPen(_thin(colour_of(border)))
        painter.setBrush(_between(border, fill))
        painter.drawRects(rects)


def _thin(colour: QColor) -> QPen:
    """Return a pen of one pixel at any zoom."""
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    return pen


def _between(border: str, fill: str) -> QColor:
    """Return a fill that still tells the kinds apart when there is hardly more than a border."""
    return colour_of(mixed(border, fill, 0.5))


def _paint_silhouette(painter: QPainter, item: Item) -> None:
    painter.translate(item.x, item.y)
    for part in item.drawing.body:
        paint_primitive(painter, part)
    painter.translate(-item.x, -item.y)
