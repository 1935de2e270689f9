"""What is left of an item from far away: a block or a line, ready to be painted by the hundred in one call."""

from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF

from gvkaart.picture.edges import EdgeDrawing
from gvkaart.picture.primitives import Item, Path, Role


class Block(NamedTuple):
    """A node as a rectangle."""

    border: str
    fill: str
    place: QRectF


class Thread(NamedTuple):
    """An edge as a line from centre to centre; the nodes lie over its ends."""

    colour: str
    line: QLineF


def seen_from_afar(item: Item) -> Block | Thread | None:
    """Return what a node or an edge comes down to; None for what is always painted in full."""
    drawing = item.drawing
    if isinstance(drawing, EdgeDrawing):
        (x1, y1, _), (x2, y2, _) = drawing.source, drawing.target
        return Thread(drawing.stroke.colour, QLineF(x1, y1, x2, y2))
    if item.role is not Role.NODE:
        return None
    outline = next(part for part in drawing.body if isinstance(part, Path) and part.fill)
    border = outline.stroke.colour if outline.stroke is not None else outline.fill
    return Block(border, outline.fill, QRectF(*item.bounds))
