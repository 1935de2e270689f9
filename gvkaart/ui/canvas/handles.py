"""The frame around a group of selected nodes and the four handles by which one makes that group larger or smaller."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gvkaart.picture.primitives import Point, Rect
from gvkaart.picture.theme import Theme
from gvkaart.ui.painter import colour_of
from gvkaart.ui.scaling import CORNERS, Corner

MOST: Final = 300
"""Around more nodes than this there is no frame: what of them may come how near takes longer than a frame of film."""
_AWAY: Final = 16.0
"""How far from the nodes the frame stands, in pixels: outside the rings that say what is selected and current."""
_SIDE: Final = 9.0
"""Side of a handle, in pixels."""
_GRIP: Final = 12.0
"""A pointer this near to a handle takes hold of it, in pixels: a target of 24 by 24 (WCAG 2.5.8)."""
_FAINT: Final = 120
"""How strong the line of the frame is, of 255; where contrast is high it is as strong as can be."""


def _places(around: Rect) -> dict[Corner, Point]:
    """Return the pixels where the handles stand; `around` is what the nodes cover, in pixels."""
    frame = around.grown(_AWAY)
    return {one: (frame.right if one.right else frame.x, frame.bottom if one.low else frame.y) for one in CORNERS}


def handle_at(at: Point, around: Rect) -> Corner | None:
    """Return the corner whose handle is at a pixel."""
    near = {one: max(abs(at[0] - x), abs(at[1] - y)) for one, (x, y) in _places(around).items()}
    corner = min(near, key=lambda one: near[one])
    return corner if near[corner] <= _GRIP else None


def cursor_of(corner: Corner) -> Qt.CursorShape:
    """Return the pointer that says along which diagonal a handle is pulled."""
    return Qt.CursorShape.SizeFDiagCursor if corner.right == corner.low else Qt.CursorShape.SizeBDiagCursor


def paint_frame(painter: QPainter, around: Rect, theme: Theme, *, handles: bool) -> None:
    """Paint the frame, with its handles unless one of them is being pulled."""
    accent = colour_of(theme.accent)
    faint = QColor(accent)
    faint.setAlpha(255 if theme.is_high_contrast else _FAINT)
    painter.setPen(QPen(faint, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(*around.grown(_AWAY)))
    if not handles:
        return
    painter.setPen(QPen(accent, 1.5))
    painter.setBrush(colour_of(theme.background))
    for place in _places(around).values():
        box = QRectF(0.0, 0.0, _SIDE, _SIDE)
        box.moveCenter(QPointF(*place))
        painter.drawRect(box)
