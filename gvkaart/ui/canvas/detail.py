"""Level of detail: paints a part of the picture as fully as can be seen at the zoom.

From far away a node is a coloured block and an edge a thin line, painted in batches; nearer by come silhouettes, then
titles, then everything. Measured: stroked paths and texts are what costs, and from afar both are invisible anyway.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
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

_LOOKED_AT: Final = 50
"""So many items are looked at in one go: what one comes down to from afar takes some 20 microseconds, once."""
_AT_ONCE: Final = 500
"""So many lines or blocks are painted in one call: about a millisecond."""
_FAINT: Final = 0.5
"""How strong lines are from afar: there they are many, and must not hide the nodes."""


def level_at(zoom: float) -> Level:
    """Return the level of detail for a zoom, in device pixels a unit."""
    return next((level for smallest, level in _FROM if zoom >= smallest), Level.BLOCKS)


def is_afar(zoom: float) -> bool:
    """Tell whether what is painted is what is left of an item from far away."""
    return level_at(zoom) < Level.TITLES


def paint_numbers(painter: QPainter, content: Content, numbers: Iterable[int], zoom: float) -> Iterator[None]:
    """Paint items by number, in ascending order; the painter's units are canvas units, `zoom` device pixels a unit.

    Yields every millisecond or so, for who paints for no longer than a frame at a time.
    """
    level = level_at(zoom)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_afar(zoom):
        yield from _paint_from_afar(painter, content, numbers, level)
        return
    for number in numbers:
        paint_layers(painter, content, number, level)
        yield


def exhaust(painting: Iterator[None]) -> None:
    """Paint all of it at once."""
    deque(painting, maxlen=0)


def paint_nodes_afar(painter: QPainter, content: Content) -> None:
    """Paint all nodes as blocks and no lines: what a map comes down to at the size of a stamp."""
    numbers = [content.number_of(Role.NODE, key) for key in content.nodes]
    exhaust(_paint_from_afar(painter, content, numbers, Level.BLOCKS))


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


def _paint_from_afar(painter: QPainter, content: Content, numbers: Iterable[int], level: Level) -> Iterator[None]:
    """Paint edges in few calls for each colour, then nodes: so too for each pair of colours, or as silhouettes."""
    lines: dict[str, list[QLineF]] = {}
    blocks: dict[tuple[str, str], list[QRectF]] = {}
    nodes: list[int] = []
    for done, number in enumerate(numbers, 1):
        match content.afar(number):
            case Thread(colour, line):
                lines.setdefault(colour, []).append(line)
            case Block(border, fill, place):
                blocks.setdefault((border, fill), []).append(place)
                nodes.append(number)
            case None:
                paint_layers(painter, content, number, level)
        if done % _LOOKED_AT == 0:
            yield
    yield from _paint_lines(painter, lines)
    if level is Level.BLOCKS:
        yield from _paint_blocks(painter, blocks)
        return
    for number in nodes:
        _paint_silhouette(painter, content.item(number))
        yield


def _paint_lines(painter: QPainter, lines: Mapping[str, list[QLineF]]) -> Iterator[None]:
    for colour, drawn in lines.items():
        faint = QColor(colour_of(colour))
        faint.setAlphaF(_FAINT)
        painter.setPen(_thin(faint))
        for first in range(0, len(drawn), _AT_ONCE):
            painter.drawLines(drawn[first : first + _AT_ONCE])
            yield


def _paint_blocks(painter: QPainter, blocks: Mapping[tuple[str, str], list[QRectF]]) -> Iterator[None]:
    for (border, fill), rects in blocks.items():
        painter.setPen(_thin(colour_of(border)))
        painter.setBrush(_between(border, fill))
        for first in range(0, len(rects), _AT_ONCE):
            painter.drawRects(rects[first : first + _AT_ONCE])
            yield


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
