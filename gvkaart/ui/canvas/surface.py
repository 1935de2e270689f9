"""A picture in a widget: what part of it is seen, what is selected in it, and at which node the keyboard is.

One widget that paints for itself, so that ten thousand nodes move as lightly as ten.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessibleInterface, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from gvkaart.domain.overriding import override
from gvkaart.picture.primitives import Item, Picture, Point, Rect, bounding
from gvkaart.picture.theme import LIGHT
from gvkaart.ui.canvas.backing import Backing
from gvkaart.ui.canvas.content import Content
from gvkaart.ui.canvas.detail import is_afar, paint_numbers
from gvkaart.ui.canvas.gliding import Gliding
from gvkaart.ui.canvas.mouse import ZOOM_STEP
from gvkaart.ui.canvas.overlay import Overlay, paint_overlay
from gvkaart.ui.canvas.view import View, fitting
from gvkaart.ui.canvas.walk import Trail
from gvkaart.ui.motion import is_reduced
from gvkaart.ui.painter import colour_of

LEGIBLE: Final = 0.45
"""Below this zoom titles cannot be read."""
_READING: Final = 0.65
"""A zoom at which titles read well, unless the user needs more."""
_APART: Final = 60
"""So many changed places are told apart; more are taken together, which costs less."""
_AROUND: Final = 40.0
"""Room around what is brought into view, in units."""
_BESIDE: Final = 20.0
"""Room beside a node that is gone to: for its signs, and for what shows that the keyboard is there."""


class MapSurface(QWidget):
    """Shows a picture; keys in signals are those of its items, so node ids and edge keys."""

    selection_changed = Signal(object)
    """frozenset[str]: the keys that are selected now."""
    current_changed = Signal(str)
    """The node that the keyboard is at, "" for none."""
    zoom_changed = Signal(float)
    """Pixels a unit."""
    view_changed = Signal()
    """Another part of the map is shown."""
    pictured = Signal()
    """Another picture is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a picture."""
        super().__init__(parent)
        self.content: Content = Content()
        self.trail = Trail()
        self._theme = LIGHT
        self.picture: Picture | None = None
        self._view = View()
        self._reading = _READING
        self._overlay = Overlay()
        self._fresh = True
        self._backing = Backing(self, self._paint_part)
        self._hidden: frozenset[int] = frozenset()
        self.gliding = Gliding(self)
        self.accessible: QAccessibleInterface | None = None
        """Stands for this with assistive technology, which asks for it (`gvkaart.ui.canvas.access`)."""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def set_picture(self, picture: Picture) -> None:
        """Show a picture; what did not change is not painted again, and the view stays where it is.

        Nodes that are no longer there leave the selection. The first picture is shown whole.
        """
        if picture.theme != self._theme or self._fresh:
            self._theme = picture.theme
            self._backing.recolour(colour_of(picture.theme.background))
        changed = self.content.replace(picture)
        for rect in changed if len(changed) <= _APART else [bounding(changed)]:
            self._backing.expire(rect)
        self.picture = picture
        self.setAccessibleName(picture.title)
        self.setAccessibleDescription(picture.description)
        self._drop_missing()
        if self._fresh and picture.items:
            self._fresh = False
            self.zoom_to_fit()
        self.pictured.emit()
        self.update()

    def glide_to(self, picture: Picture, *, whole: bool) -> None:
        """Show a picture in which nodes stand elsewhere; they go there before one's eyes, unless nothing may move.

        Args:
            picture: as for `set_picture`.
            whole: show all of it; else the view stays where it is.
        """
        moves = self.gliding.note(self.content, picture, self._view)
        self.set_picture(picture)
        if moves and whole:
            self.zoom_to_fit()
        if moves and not is_reduced() and self.isVisible():
            self._backing.forget_last()
            self.gliding.start()

    def _drop_missing(self) -> None:
        content = self.content
        kept = frozenset(key for key in self._overlay.selected if key in content.nodes or key in content.edges)
        if self._overlay.current not in content.nodes:
            self.put_keyboard_at("")
        if self._overlay.hovered not in content.nodes:
            self._show(hovered="")
        self.select(kept)

    def _show(self, **changes: object) -> None:
        """Show the overlay with other values."""
        self._overlay = self._overlay._replace(**changes)  # type: ignore[arg-type]  # names and types are the caller's
        self.update()

    def hide_items(self, numbers: set[int]) -> None:
        """Leave items out of the picture, by their numbers, and bring those back that were left out before."""
        for number in self._hidden.symmetric_difference(numbers):
            if number in self.content:  # what went away meanwhile is gone from the picture already
                self._backing.expire(self.content.item(number).bounds)
        self._hidden = frozenset(numbers)

    @property
    def view(self) -> View:
        """Which part of the canvas is shown."""
        return self._view

    @property
    def shown(self) -> Rect:
        """The part of the canvas that is shown, in units."""
        return self._view.shown(self.width(), self.height())

    def set_view(self, view: View) -> None:
        """Show another part; at another zoom the last picture is scaled until the new one is ready."""
        if view.zoom != self._view.zoom:
            self._backing.keep_last(self._view)
            self._view = view
            self.zoom_changed.emit(view.zoom)
        self._view = view
        self.view_changed.emit()
        self.update()

    @property
    def settled(self) -> bool:
        """Tell whether what is shown is the picture itself, not the last one scaled or half of the new one."""
        return not self.gliding.runs and self._backing.is_complete(self._view)

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom in or out around a pixel, without one around the middle; made sharp once it rests."""
        self._backing.wait_for_rest()
        px, py = at if at is not None else (self.width() / 2, self.height() / 2)
        self.set_view(self._view.zoomed(factor, px, py))

    def zoom_in(self) -> None:
        """Zoom in one step."""
        self.zoom_by(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out one step."""
        self.zoom_by(1 / ZOOM_STEP)

    def zoom_to_fit(self) -> None:
        """Show the whole picture."""
        self.set_view(fitting(self._bounds.grown(_AROUND), self.width(), self.height()))

    @property
    def _bounds(self) -> Rect:
        return self.picture.bounds if self.picture is not None else Rect(0.0, 0.0, 0.0, 0.0)

    def zoom_to_selection(self) -> None:
        """Show all that is selected, or the whole picture when nothing is."""
        if self._overlay.selected:
            self.zoom_to(self._overlay.selected)
        else:
            self.zoom_to_fit()

    def zoom_to(self, keys: Iterable[str]) -> None:
        """Show all of these items, as large as they fit and no larger than they are."""
        boxes = [item.bounds for item in self._items_of(keys)]
        if boxes:
            self.set_view(fitting(bounding(boxes).grown(_AROUND), self.width(), self.height()))

    def read_at(self, zoom: float) -> None:
        """Take this for the zoom at which the user reads well; it holds from the next time something is gone to."""
        self._reading = zoom

    @property
    def legible(self) -> float:
        """The zoom from which this user can read titles."""
        return self._reading * LEGIBLE / _READING

    def zoom_to_begin(self) -> None:
        """Show the whole picture, or, when its titles could not be read then, its upper left part."""
        self.set_view(self.beginning(self._bounds))

    def beginning(self, bounds: Rect) -> View:
        """Return what `zoom_to_begin` shows of a picture that takes this room."""
        whole = fitting(bounds, self.width(), self.height())
        return whole if whole.zoom >= self.legible else View(self._reading, bounds.x, bounds.y)

    def centre_on(self, keys: Iterable[str]) -> None:
        """Bring items into the middle: zooming out if they would not fit, zooming in if they could not be read."""
        boxes = [item.bounds for item in self._items_of(keys)]
        if not boxes:
            return
        around = bounding(boxes).grown(_AROUND)
        wanted = self._view.zoom if self._view.zoom >= self.legible else self._reading
        self.set_view(fitting(around, self.width(), self.height(), wanted))

    def _items_of(self, keys: Iterable[str]) -> list[Item]:
        found = (self.content.nodes.get(key) or self.content.edges.get(key) for key in keys)
        return [item for item in found if item is not None]

    def highlight(self, keys: Iterable[str]) -> None:
        """Show nodes and edges as the evidence of something, the rest under a veil; no keys end it.

        An edge may be named without the round it begins in: then it is the edge of every round.
        """
        named = list(keys)
        found = {item.key for item in self._items_of(named)}
        if unknown := tuple(f"{key} " for key in named if key not in found):
            found.update(key for key in self.content.edges if key.startswith(unknown))
        self._show(highlighted=frozenset(found))

    # --- selection ----------------------------------------------------------------------------------------------------

    @property
    def selection(self) -> frozenset[str]:
        """The keys of what is selected."""
        return self._overlay.selected

    @property
    def selected_nodes(self) -> frozenset[str]:
        """The ids of the nodes that are selected."""
        return frozenset(key for key in self._overlay.selected if key in self.content.nodes)

    def select(self, keys: frozenset[str]) -> None:
        """Make this the selection; what is not in the picture is left out."""
        keys = frozenset(item.key for item in self._items_of(keys))
        if keys != self._overlay.selected:
            self._show(selected=keys)
            self.selection_changed.emit(keys)

    @property
    def current(self) -> str:
        """The node that the keyboard is at, "" for none."""
        return self._overlay.current

    def set_current(self, key: str, *, extend: bool = False) -> None:
        """Go to a node: select it (or add it to the selection) and bring it into view."""
        if key not in self.content.nodes:
            return
        self.put_keyboard_at(key)
        self.select(self.selection | {key} if extend else frozenset({key}))
        self._bring_into_view(self.content.nodes[key])

    def put_keyboard_at(self, key: str) -> None:
        """Let the keyboard go on from a node, "" for none; selects nothing and shows nothing else."""
        if key:
            self.trail.visit(key)
        if key != self._overlay.current:
            self._show(current=key)
            self.current_changed.emit(key)

    def _bring_into_view(self, item: Item) -> None:
        shown, box = self.shown, item.bounds.grown(_BESIDE)
        if not (shown.contains(box.x, box.y) and shown.contains(box.right, box.bottom)):
            self.set_view(self._view.centred(item.x, item.y, self.width(), self.height()))

    # --- what is where ------------------------------------------------------------------------------------------------

    def node_under(self, at: Point) -> str | None:
        """Return the key of the node at a pixel."""
        found = self.content.node_at(*self._view.to_canvas(*at))
        return found.key if found is not None else None

    def item_under(self, at: Point) -> str:
        """Return the key of the node or edge at a pixel, "" for none."""
        x, y = self._view.to_canvas(*at)
        found = self.content.node_at(x, y)
        if found is None and self._view.zoom >= LEGIBLE:  # from afar one cannot tell which line one points at
            found = self.content.edge_at(x, y, self._view.zoom)
        return found.key if found is not None else ""

    def nodes_inside(self, rect: Rect) -> frozenset[str]:
        """Return the keys of the nodes inside a rectangle of the canvas."""
        return frozenset(self.content.nodes_in(rect))

    def is_inside(self, at: Point) -> bool:
        """Tell whether a pixel is one of the canvas, not of what stands around it."""
        return 0 <= at[0] < self.width() and 0 <= at[1] < self.height()

    # --- painting -----------------------------------------------------------------------------------------------------

    def _paint_part(self, painter: QPainter, rect: Rect, zoom: float) -> Iterator[None]:
        # From far away a line costs less to paint than to ask whether it comes through.
        numbers = self.content.grid.touching(rect) if is_afar(zoom) else self.content.in_sight(rect)
        if self._hidden:
            numbers = [number for number in numbers if number not in self._hidden]
        return paint_numbers(painter, self.content, numbers, zoom)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.gliding.runs:
            painter.fillRect(self.rect(), colour_of(self._theme.background))
            self.gliding.paint(painter, self.content, self._view)
            painter.end()
            return
        self._backing.paint(painter, self._view)
        paint_overlay(
            painter, self._overlay, self.content, self._view, self.shown, self._theme, focused=self.hasFocus()
        )
        if self.hasFocus():
            painter.setPen(QPen(colour_of(self._theme.accent), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        old = event.oldSize()
        if old.isValid() and not self._fresh:
            dx, dy = (self.width() - old.width()) / 2, (self.height() - old.height()) / 2
            self._view = self._view.panned(dx, dy)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 600)
