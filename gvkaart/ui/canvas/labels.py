"""Names beside nodes that stand out while the map is seen from so far that their own titles cannot be read."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from gvkaart.picture.primitives import Item
from gvkaart.picture.theme import Theme
from gvkaart.ui.canvas.view import View
from gvkaart.ui.painter import colour_of, font_of

MOST: Final = 40
"""So many names at the most; more would only cover each other."""
_SIZE: Final = 12.0
_WIDEST: Final = 170.0
_BESIDE: Final = 4.0
_SOLID: Final = 235


def paint_labels(painter: QPainter, items: Iterable[Item], view: View, shown: QRectF, theme: Theme) -> None:
    """Write the titles of nodes below them, none over another; the painter's units are pixels of the widget."""
    font = font_of(_SIZE, False)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    taken: list[QRectF] = []
    for item in sorted(items, key=lambda one: (one.y, one.x)):
        text = metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, _WIDEST)
        room = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * _BESIDE, metrics.height())
        _put(painter, text, _free(room, item, view, shown, taken), theme)


def _free(room: QRectF, item: Item, view: View, shown: QRectF, taken: list[QRectF]) -> QRectF:
    """Find a place below a node, further down while another name is in the way; and remember it."""
    box = view.rect_to_widget(item.bounds)
    room.moveCenter(QPointF(box.x + box.width / 2, box.bottom + room.height() / 2 + 1))
    room.moveLeft(max(shown.left(), min(room.left(), shown.right() - room.width())))
    while any(room.intersects(other) for other in taken):
        room.translate(0, room.height() + 1)
    taken.append(room)
    return room


def _put(painter: QPainter, text: str, room: QRectF, theme: Theme) -> None:
    patch = QColor(colour_of(theme.background))
    patch.setAlpha(_SOLID)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(patch)
    painter.drawRoundedRect(room, 3.0, 3.0)
    painter.setPen(colour_of(theme.text))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
