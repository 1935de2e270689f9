"""Paints a picture with Qt: on the screen, in an image, in a PDF, on a printer; always the same shapes.

Text is set in the bundled font without kerning and without hinting, so that it takes the room that
`gvkaart.picture.metrics` has counted on; a test compares the two. Every text is plain text: what people type is never
read as markup.
"""

from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QStaticText,
)

from gvkaart.assets import resource_bytes
from gvkaart.domain.errors import Defect
from gvkaart.picture.icons import GRID, STROKE_WIDTH
from gvkaart.picture.metrics import FAMILY, FONT_FILES
from gvkaart.picture.primitives import Icon, Item, Line, Outline, Path, Picture, Primitive, Stroke, Text


class Detail(IntEnum):
    """How much of a drawing is painted; each level includes the ones before it."""

    BODY = 0
    TITLE = 1
    ALL = 2


@cache
def register_fonts() -> None:
    """Make the bundled fonts known to Qt; needs a QGuiApplication.

    Raises:
        Defect: Qt cannot read a font that travels with the program.
    """
    for name in FONT_FILES.values():
        if QFontDatabase.addApplicationFontFromData(resource_bytes(name)) < 0:
            raise Defect("picture.font-unreadable")


@lru_cache(maxsize=64)
def font_of(size: float, bold: bool) -> QFont:
    """Return the bundled font with an em of `size` units."""
    register_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(round(size))
    font.setBold(bold)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=8192)
def path_of(outline: Outline) -> QPainterPath:
    """Return an outline as Qt knows it."""
    path = QPainterPath()
    for command in outline:
        match command:
            case ("M", x, y):
                path.moveTo(x, y)
            case ("L", x, y):
                path.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                path.cubicTo(x1, y1, x2, y2, x, y)
            case _:
                path.closeSubpath()
    return path


@lru_cache(maxsize=512)
def _icon_path(outlines: tuple[Outline, ...]) -> QPainterPath:
    path = QPainterPath()
    for outline in outlines:
        path.addPath(path_of(outline))
    return path


@lru_cache(maxsize=512)
def pen_of(stroke: Stroke) -> QPen:
    """Return the pen for a stroke; Qt counts dashes in widths of the pen."""
    pen = QPen(QColor(stroke.colour), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if stroke.dash:
        pen.setDashPattern([part / stroke.width for part in stroke.dash])
    return pen


@lru_cache(maxsize=256)
def _icon_pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), STROKE_WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


@lru_cache(maxsize=256)
def colour_of(colour: str) -> QColor:
    """Return a colour as Qt knows it."""
    return QColor(colour)


@lru_cache(maxsize=16384)
def _static_text(string: str, size: float, bold: bool) -> QStaticText:
    text = QStaticText(string)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=font_of(size, bold))
    return text


@lru_cache(maxsize=64)
def _ascent(size: float, bold: bool) -> float:
    return QFontMetricsF(font_of(size, bold)).ascent()


def paint_primitive(painter: QPainter, primitive: Primitive) -> None:
    """Paint one primitive; leaves pen, brush and font of the painter as they come."""
    match primitive:
        case Path(outline, fill, stroke):
            painter.setPen(pen_of(stroke) if stroke is not None else Qt.PenStyle.NoPen)
            painter.setBrush(colour_of(fill) if fill else Qt.BrushStyle.NoBrush)
            painter.drawPath(path_of(outline))
        case Line(x1, y1, x2, y2, stroke):
            painter.setPen(pen_of(stroke))
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        case Text(x, y, string, size, bold, colour):
            painter.setPen(colour_of(colour))
            painter.setFont(font_of(size, bold))
            painter.drawStaticText(QPointF(x, y - _ascent(size, bold)), _static_text(string, size, bold))
        case Icon():
            _paint_icon(painter, primitive)
        case _:
            assert_never(primitive)


def _paint_icon(painter: QPainter, icon: Icon) -> None:
    scale = icon.size / GRID
    painter.translate(icon.x, icon.y)
    painter.scale(scale, scale)
    painter.setPen(_icon_pen(icon.colour))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_icon_path(icon.outlines))
    painter.scale(1 / scale, 1 / scale)
    painter.translate(-icon.x, -icon.y)


def paint_item(painter: QPainter, item: Item, detail: Detail = Detail.ALL) -> None:
    """Paint one item at its place; the painter's units are canvas units."""
    drawing = item.drawing
    painter.translate(item.x, item.y)
    for primitive in drawing.body:
        paint_primitive(painter, primitive)
    if detail >= Detail.TITLE:
        for primitive in drawing.title:
            paint_primitive(painter, primitive)
    if detail >= Detail.ALL:
        for primitive in drawing.detail:
            paint_primitive(painter, primitive)
    painter.translate(-item.x, -item.y)


def paint_items(painter: QPainter, items: Iterable[Item], detail: Detail = Detail.ALL) -> None:
    """Paint items in order."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in items:
        paint_item(painter, item, detail)


def paint_picture(painter: QPainter, picture: Picture, target: QRectF) -> None:
    """Paint a whole picture as large as fits in `target` (device units), centred, on its own background."""
    box = picture.bounds
    if not box.width or not box.height:
        return
    painter.save()
    painter.fillRect(target, colour_of(picture.theme.background))
    scale = min(target.width() / box.width, target.height() / box.height)
    painter.translate(target.center())
    painter.scale(scale, scale)
    painter.translate(-box.x - box.width / 2, -box.y - box.height / 2)
    paint_items(painter, picture.items)
    painter.restore()
