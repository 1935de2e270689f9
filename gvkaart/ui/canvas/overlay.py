"""What lies over the picture and changes with every movement: selection, focus, highlight, and the gesture going on."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gvkaart.picture.edges import EdgeDrawing
from gvkaart.picture.nodes import LARGEST
from gvkaart.picture.primitives import Item, Line, Point, Rect, Role, bounding
from gvkaart.picture.theme import Theme
from gvkaart.ui.canvas import handles
from gvkaart.ui.canvas.content import Content
from gvkaart.ui.canvas.detail import Level, exhaust, level_at, paint_numbers
from gvkaart.ui.canvas.labels import MOST, paint_labels
from gvkaart.ui.canvas.snapping import Guide
from gvkaart.ui.canvas.view import View
from gvkaart.ui.painter import colour_of, paint_item
from gvkaart.ui.scaling import AS_IT_IS, Scaling

DOT: Final = 6.0
"""Radius of the dot from which an edge is drawn, in pixels."""
DOT_AWAY: Final = 12.0
"""How far right of its node that dot stands, in pixels."""
DOT_FROM: Final = 0.25
"""That dot is shown from this zoom."""
_RING: Final = 4.0
_NEAR: Final = 2.5
"""How far from a node the ring stands that says a line may end there, in pixels; a selected one has it further out."""
_VEIL: Final = 200
"""How much of the background lies over what is not highlighted; of 255."""
_LIGHT_VEIL: Final = 140
"""The same, over what has nothing to do with the selection on a map full of lines."""
_MANY: Final = 400
_FEW: Final = 30
"""Up to so many selected items, what they are connected with stands out."""


class Wire(NamedTuple):
    """A line that is being drawn from a node.

    Attributes:
        source: that node.
        to: the pixel it has come to.
        target: the node there.
        bright: the nodes that it may well end at, and their boxes.
        behind: the boxes of all other nodes; boxes are looked up once, for thousands that takes more than a frame.
    """

    source: str
    to: Point
    target: str | None
    bright: Mapping[str, QRectF]
    behind: Sequence[QRectF]


def wire_from(source: str, reachable: Container[str], content: Content, to: Point, target: str | None) -> Wire:
    """Begin to draw a line from a node, to end at one of those that are reachable."""
    others = {key: QRectF(*item.bounds) for key, item in content.nodes.items() if key != source}
    bright = {key: box for key, box in others.items() if key in reachable}
    return Wire(source, to, target, bright, [box for key, box in others.items() if key not in bright])


class Overlay(NamedTuple):
    """What is shown over the picture; keys are those of items.

    Attributes:
        current: the node that the keyboard is at.
        hovered: the node under the pointer.
        highlighted: nodes and edges that are shown as the evidence of something; empty for none.
        moving, shift: nodes that are carried along, and how far they are from their place.
        scaling: what becomes of their places when they are a group that is made larger or smaller.
        guides: lines that show with what they are in line.
        band: the rubber band, in canvas units.
        wire: an edge that is being drawn.
    """

    selected: frozenset[str] = frozenset()
    current: str = ""
    hovered: str = ""
    highlighted: frozenset[str] = frozenset()
    moving: frozenset[str] = frozenset()
    shift: Point = (0.0, 0.0)
    scaling: Scaling = AS_IT_IS
    guides: tuple[Guide, ...] = ()
    band: Rect | None = None
    wire: Wire | None = None

    def put(self, x: float, y: float) -> Point:
        """Return where what is carried along is shown now."""
        x, y = self.scaling.put(x, y)
        return x + self.shift[0], y + self.shift[1]


def paint_overlay(
    painter: QPainter, overlay: Overlay, content: Content, view: View, shown: Rect, theme: Theme, *, focused: bool
) -> None:
    """Paint everything that lies over the picture; the painter's units are pixels of the widget."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.scale(view.zoom, view.zoom)
    painter.translate(-view.left, -view.top)
    lit, strength = _lit(overlay, content)
    if lit:
        carried = overlay.moving | content.edges_at(overlay.moving)
        _paint_lit(painter, lit - carried, strength, content, view, shown, theme)
    _paint_moving(painter, overlay, content, view, shown)
    if overlay.wire is not None:
        _paint_stepped_back(painter, overlay.wire, view, shown, theme)
    painter.restore()
    names = [content.nodes[key] for key in lit if key in content.nodes]
    if len(names) <= MOST and level_at(view.zoom) < Level.TITLES:
        paint_labels(painter, names, view, QRectF(*view.rect_to_widget(shown)), theme)
    _paint_selection(painter, overlay, content, view, shown, theme)
    _paint_focus(painter, overlay, content, view, theme, focused=focused)
    if (around := around_group(overlay, content, view)) is not None:
        handles.paint_frame(painter, around, theme, handles=not overlay.moving)
    _paint_gesture(painter, overlay, content, view, theme)


def _lit(overlay: Overlay, content: Content) -> tuple[frozenset[str], int]:
    """Return what stands out, and how strong a veil lies over the rest."""
    if overlay.highlighted:
        return overlay.highlighted, _VEIL
    if overlay.selected and content.is_dense and len(overlay.selected) <= _FEW:
        return content.around(overlay.selected), _LIGHT_VEIL
    return frozenset(), 0


def _paint_lit(
    painter: QPainter, keys: frozenset[str], strength: int, content: Content, view: View, shown: Rect, theme: Theme
) -> None:
    """Draw a veil over everything and some items on top of it."""
    veil = QColor(theme.background)
    veil.setAlpha(strength // 2 if theme.is_high_contrast else strength)  # what is dimmed must still be read at 7:1
    painter.fillRect(QRectF(*shown), veil)
    numbers = [content.number_of(Role.EDGE, key) for key in keys if key in content.edges]
    numbers += [content.number_of(Role.NODE, key) for key in keys if key in content.nodes]
    exhaust(paint_numbers(painter, content, sorted(numbers), view.zoom * painter.device().devicePixelRatio()))


def shifted(item: Item, overlay: Overlay) -> Item:
    """Return an item as it is shown now: a node that is carried along, or an edge to one, follows."""
    if item.role is Role.NODE:
        x, y = overlay.put(item.x, item.y)
        return item._replace(x=x, y=y) if item.key in overlay.moving else item
    drawing = item.drawing
    if not isinstance(drawing, EdgeDrawing):
        return item
    source, target = drawing.source, drawing.target
    if drawing.link.source in overlay.moving:
        x, y = overlay.put(source.x, source.y)
        source = source._replace(x=x, y=y)
    if drawing.link.target in overlay.moving:
        x, y = overlay.put(target.x, target.y)
        target = target._replace(x=x, y=y)
    return item._replace(drawing=drawing._replace(source=source, target=target, around=None))


def _paint_moving(painter: QPainter, overlay: Overlay, content: Content, view: View, shown: Rect) -> None:
    """Paint what is carried along: lightly when it is much."""
    if not overlay.moving:
        return
    edges = [shifted(content.edges[key], overlay) for key in content.edges_at(overlay.moving) if key in content.edges]
    nodes = [shifted(content.nodes[key], overlay) for key in overlay.moving if key in content.nodes]
    visible = [item for item in (*edges, *nodes) if item.bounds.touches(shown)]
    if len(visible) <= _MANY:
        for item in visible:
            paint_item(painter, item)
    else:
        pen = QPen(QColor("gray"), 1.0 / view.zoom)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects([QRectF(*item.bounds) for item in visible if item.role is Role.NODE])


def _place(key: str, overlay: Overlay, content: Content, view: View) -> Rect:
    return view.rect_to_widget(shifted(content.nodes[key], overlay).bounds)


def _paint_selection(
    painter: QPainter, overlay: Overlay, content: Content, view: View, shown: Rect, theme: Theme
) -> None:
    accent = colour_of(theme.accent)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(accent, 2.0))
    boxes = list(_selected_boxes(overlay, content, shown))
    if len(boxes) > _MANY:
        painter.drawRects([QRectF(*view.rect_to_widget(box).grown(_RING)) for box in boxes])
    else:
        for box in boxes:
            painter.drawRoundedRect(QRectF(*view.rect_to_widget(box).grown(_RING)), 6.0, 6.0)
    painter.setPen(QPen(accent, 3.0))
    painter.drawLines(list(_selected_lines(overlay.selected, content, view, shown)))


def _selected_boxes(overlay: Overlay, content: Content, shown: Rect) -> Iterator[Rect]:
    """Yield where the selected nodes stand that are in sight: of the others nobody needs to know."""
    near = shown.grown(max(LARGEST))
    for key in overlay.selected:
        item = content.nodes.get(key)
        if item is not None and key in overlay.moving:
            item = shifted(item, overlay)
        if item is not None and near.contains(item.x, item.y):
            yield item.bounds


def _selected_lines(keys: Iterable[str], content: Content, view: View, shown: Rect) -> Iterable[QLineF]:
    for key in keys:
        item = content.edges.get(key)
        if item is not None and isinstance(item.drawing, EdgeDrawing) and item.bounds.touches(shown):
            for line in (part for part in item.drawing.body if isinstance(part, Line)):
                x1, y1 = view.to_widget(line.x1, line.y1)
                x2, y2 = view.to_widget(line.x2, line.y2)
                yield QLineF(x1, y1, x2, y2)


def _paint_focus(
    painter: QPainter, overlay: Overlay, content: Content, view: View, theme: Theme, *, focused: bool
) -> None:
    """Paint where the keyboard is: a second, broken ring, so that it differs from being selected."""
    if not focused or overlay.current not in content.nodes:
        return
    ring = QRectF(*_place(overlay.current, overlay, content, view).grown(_RING + 4.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour_of(theme.text), 2.0, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(ring, 9.0, 9.0)


def dot_of(key: str, content: Content, view: View) -> Point:
    """Return the pixel where the connecting dot of a node stands."""
    box = view.rect_to_widget(content.nodes[key].bounds)
    return box.right + DOT_AWAY, box.y + box.height / 2


def dotted(overlay: Overlay, content: Content) -> Iterator[str]:
    """Yield the nodes that have a connecting dot: the one under the pointer, and the only one that is selected."""
    if overlay.hovered in content.nodes:
        yield overlay.hovered
    if len(overlay.selected) == 1:
        (key,) = overlay.selected
        if key in content.nodes and key != overlay.hovered:
            yield key


def around_group(overlay: Overlay, content: Content, view: View) -> Rect | None:
    """Return what the selected nodes cover, in pixels, where they can be made larger or smaller as a group."""
    carried = overlay.moving and overlay.scaling is AS_IT_IS
    if view.zoom < DOT_FROM or len(overlay.selected) > handles.MOST or carried or overlay.band or overlay.wire:
        return None
    boxes = [shifted(content.nodes[key], overlay).bounds for key in overlay.selected if key in content.nodes]
    return view.rect_to_widget(bounding(boxes)) if len(boxes) > 1 else None


def _paint_gesture(painter: QPainter, overlay: Overlay, content: Content, view: View, theme: Theme) -> None:
    accent = colour_of(theme.accent)
    if not overlay.moving and overlay.wire is None and overlay.band is None and view.zoom >= DOT_FROM:
        for key in dotted(overlay, content):
            _paint_dot(painter, dot_of(key, content, view), theme)
    if overlay.guides:
        painter.setPen(QPen(accent, 1.0))
        painter.drawLines(
            [QLineF(*view.to_widget(x1, y1), *view.to_widget(x2, y2)) for x1, y1, x2, y2 in overlay.guides]
        )
    if overlay.band is not None:
        _paint_band(painter, overlay.band, content, view, accent)
    if overlay.wire is not None:
        _paint_wire(painter, overlay.wire, content, view, accent)


def _paint_dot(painter: QPainter, at: Point, theme: Theme) -> None:
    painter.setPen(QPen(colour_of(theme.background), 2.0))
    painter.setBrush(colour_of(theme.accent))
    x, y = at
    painter.drawEllipse(QPointF(x, y), DOT, DOT)
    painter.setPen(QPen(colour_of(theme.background), 1.6))
    painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))
    painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))


def _paint_band(painter: QPainter, band: Rect, content: Content, view: View, accent: QColor) -> None:
    """Paint the rubber band, and rings around what it would pick where that is large enough to have one."""
    fill = QColor(accent)
    fill.setAlpha(28)
    painter.setPen(QPen(accent, 1.0, Qt.PenStyle.DashLine))
    painter.setBrush(fill)
    painter.drawRect(QRectF(*view.rect_to_widget(band)))
    if view.zoom < DOT_FROM:
        return
    painter.setPen(QPen(accent, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = [content.nodes[key].bounds for key in content.nodes_in(band)]
    painter.drawRects([QRectF(*view.rect_to_widget(box).grown(_RING)) for box in inside])


def _paint_stepped_back(painter: QPainter, wire: Wire, view: View, shown: Rect, theme: Theme) -> None:
    """Draw a veil over each node that stays behind while a line is drawn, and a ring around the others."""
    sight = QRectF(*shown)
    bright = [box for box in wire.bright.values() if sight.intersects(box)]
    veil = QColor(theme.background)
    veil.setAlpha(_VEIL)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil)
    painter.drawRects([box for box in wire.behind if sight.intersects(box)])
    pen = QPen(colour_of(theme.accent), 1.0)  # the widest that needs no outline of its own: thousands within a frame
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if len(bright) > _MANY:
        painter.drawRects(bright)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    away, corner = _NEAR / view.zoom, _RING / view.zoom
    for box in bright:
        painter.drawRoundedRect(box.adjusted(-away, -away, away, away), corner, corner)


def _paint_wire(painter: QPainter, wire: Wire, content: Content, view: View, accent: QColor) -> None:
    if wire.source not in content.nodes:
        return
    painter.setPen(QPen(accent, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    start = content.nodes[wire.source]
    painter.drawLine(QPointF(*view.to_widget(start.x, start.y)), QPointF(*wire.to))
    painter.setBrush(accent)
    painter.drawEllipse(QPointF(*wire.to), 4.0, 4.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if wire.target is not None and wire.target in content.nodes:
        style = Qt.PenStyle.SolidLine if wire.target in wire.bright else Qt.PenStyle.DashLine
        painter.setPen(QPen(accent, 3.0, style))
        painter.drawRoundedRect(QRectF(*view.rect_to_widget(content.nodes[wire.target].bounds).grown(_RING)), 6.0, 6.0)
