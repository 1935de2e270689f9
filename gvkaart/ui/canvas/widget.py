"""The map as a widget: shows a picture and tells what a person wants; it writes nothing itself.

Mouse: wheel, middle button or space and drag pan; Ctrl and wheel or two fingers zoom; click selects (Shift adds, Ctrl
turns round); drag moves and snaps, but not with Alt; drag on an empty spot picks what is inside; drag from the dot
beside a node, or with Alt from the node, connects or asks for something new. Keyboard: arrows walk, Alt and arrows go
back and turn, Ctrl and arrows move, Enter opens, + - 0 zoom, Home shows everything. All that the mouse can do goes by
keyboard too, here or through the menus of the window.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QLabel, QWidget

from gvkaart.domain.overriding import override
from gvkaart.picture.nodes import NodeDrawing
from gvkaart.picture.primitives import Item, Picture, Point, Rect, Role, bounding
from gvkaart.picture.theme import LIGHT
from gvkaart.ui.canvas import keyboard
from gvkaart.ui.canvas.access import CanvasAccessible, announce_current, install_accessibility
from gvkaart.ui.canvas.backing import Backing
from gvkaart.ui.canvas.content import Content
from gvkaart.ui.canvas.detail import is_afar, paint_numbers
from gvkaart.ui.canvas.gliding import Gliding
from gvkaart.ui.canvas.mouse import ZOOM_STEP, Mouse, pixel
from gvkaart.ui.canvas.overlay import DOT_FROM, Overlay, Wire, dot_of, dotted, paint_overlay, wire_from
from gvkaart.ui.canvas.snapping import Guide
from gvkaart.ui.canvas.view import View, fitting
from gvkaart.ui.canvas.walk import Trail
from gvkaart.ui.motion import is_reduced
from gvkaart.ui.painter import colour_of

_GRIP: Final = 12.0
"""A pointer this near to the connecting dot takes hold of it, in pixels: a target of 24 by 24 (WCAG 2.5.8)."""
_LEGIBLE: Final = 0.45
"""Below this zoom titles cannot be read."""
_READING: Final = 0.65
"""A zoom at which titles read well, unless the user needs more."""
_APART: Final = 60
"""So many changed places are told apart; more are taken together, which costs less."""
_LINED_UP: Final = 200
"""More nodes than this are carried without snapping: nobody sees which of them is in line."""
_AROUND: Final = 40.0
_BESIDE: Final = 20.0
"""Room beside a node that is gone to: for its signs, and for what shows that the keyboard is there."""
"""Room around what is brought into view, in units."""


class MapCanvas(QWidget):
    """Shows a picture; keys in signals are those of its items, so node ids and edge keys."""

    selection_changed = Signal(object)
    """frozenset[str]: the keys that are selected now."""
    current_changed = Signal(str)
    """The node that the keyboard is at, "" for none."""
    moved = Signal(object, int, int)
    """frozenset[str], dx, dy: nodes were moved by so many units."""
    connect_requested = Signal(str, str)
    """source, target: two nodes are to be connected."""
    wire_changed = Signal(str, str)
    """source, target: a line is drawn from a node and has come to another, "" for none; twice "" when it is over."""
    unfold_requested = Signal(str)
    """What is folded away under a node is to be shown."""
    branch_requested = Signal(str, object)
    """source, Point | None: something new is to hang on a node, at this point of the canvas or beside it."""
    add_requested = Signal(float, float)
    """x, y: a node is wanted at this point of the canvas."""
    edit_requested = Signal(str)
    """A node or an edge is to be edited."""
    delete_requested = Signal(object)
    """frozenset[str]: these are to be deleted."""
    menu_requested = Signal(QPoint, str)
    """The point on the screen where a menu is wanted, and the key of the item there, "" for none."""
    zoom_changed = Signal(float)
    """Pixels a unit."""
    view_changed = Signal()
    """Another part of the map is shown."""
    pictured = Signal()
    """Another picture is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start without a picture."""
        super().__init__(parent)
        install_accessibility()
        self.accessible: CanvasAccessible | None = None
        self.content: Content = Content()
        self.trail = Trail()
        self._theme = LIGHT
        self.picture: Picture | None = None
        self._view = View()
        self._reading = _READING
        self._overlay = Overlay()
        self._fresh = True
        self.pointed: Point | None = None
        """Where a menu was asked for, in units, when that was where there is nothing."""
        self.joinable: Callable[[str], frozenset[str]] = self._others
        """Tells which nodes stay bright while a line is drawn from one."""
        self._backing = Backing(self, self._paint_part)
        self._hidden: frozenset[int] = frozenset()
        self.gliding = Gliding(self)
        self._mouse = Mouse(self, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
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
        self._mouse.keep_to(content.nodes)
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
        self._mouse.tip.hide()
        self.view_changed.emit()
        self.update()

    @property
    def settled(self) -> bool:
        """Tell whether what is shown is the picture itself, not the last one scaled or half of the new one."""
        return not self.gliding.runs and self._backing.is_complete(self._view)

    @property
    def tip(self) -> QLabel:
        """What is shown beside a pointer at rest."""
        return self._mouse.tip.label

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
        self.set_view(fitting(self._bounds, self.width(), self.height()))

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
    def _legible(self) -> float:
        return self._reading * _LEGIBLE / _READING

    def zoom_to_begin(self) -> None:
        """Show the whole picture, or, when its titles could not be read then, its upper left part."""
        self.set_view(self.beginning(self._bounds))

    def beginning(self, bounds: Rect) -> View:
        """Return what `zoom_to_begin` shows of a picture that takes this room."""
        whole = fitting(bounds, self.width(), self.height())
        return whole if whole.zoom >= self._legible else View(self._reading, bounds.x, bounds.y)

    def centre_on(self, keys: Iterable[str]) -> None:
        """Bring items into the middle: zooming out if they would not fit, zooming in if they could not be read."""
        boxes = [item.bounds for item in self._items_of(keys)]
        if not boxes:
            return
        around = bounding(boxes).grown(_AROUND)
        wanted = self._view.zoom if self._view.zoom >= self._legible else self._reading
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
            announce_current(self)

    def _bring_into_view(self, item: Item) -> None:
        shown, box = self.shown, item.bounds.grown(_BESIDE)
        if not (shown.contains(box.x, box.y) and shown.contains(box.right, box.bottom)):
            self.set_view(self._view.centred(item.x, item.y, self.width(), self.height()))

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
            self.gliding.paint(painter)
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

    # --- what gestures ask --------------------------------------------------------------------------------------------

    def node_under(self, at: Point) -> str | None:
        """Return the key of the node at a pixel."""
        found = self.content.node_at(*self._view.to_canvas(*at))
        return found.key if found is not None else None

    def item_under(self, at: Point) -> str:
        """Return the key of the node or edge at a pixel, "" for none."""
        x, y = self._view.to_canvas(*at)
        found = self.content.node_at(x, y)
        if found is None and self._view.zoom >= _LEGIBLE:  # from afar one cannot tell which line one points at
            found = self.content.edge_at(x, y, self._view.zoom)
        return found.key if found is not None else ""

    def nodes_inside(self, rect: Rect) -> frozenset[str]:
        """Return the keys of the nodes inside a rectangle of the canvas."""
        return frozenset(self.content.nodes_in(rect))

    def frame_around(self, keys: frozenset[str]) -> Rect | None:
        """Return the frame around nodes, None when there is nothing to line up with at this zoom."""
        if self._view.zoom < _LEGIBLE or len(keys) > _LINED_UP:
            return None
        return bounding(self.content.frame(key) for key in keys)

    def frames_beside(self, keys: frozenset[str]) -> list[Rect]:
        """Return the frames of the nodes in sight that are none of these."""
        return [self.content.frame(key) for key in self.nodes_inside(self.shown) - keys]

    def show_moving(self, keys: frozenset[str], dx: float, dy: float, guides: tuple[Guide, ...] = ()) -> None:
        """Show nodes shifted by so many units, with the lines they snap to; no keys: show everything in its place."""
        if keys != self._overlay.moving:
            edges = self.content.edges_at(keys)
            self._set_hidden(
                {self.content.number_of(Role.NODE, key) for key in keys if key in self.content.nodes}
                | {self.content.number_of(Role.EDGE, key) for key in edges if key in self.content.edges}
            )
        self._show(moving=keys, shift=(dx, dy), guides=guides)

    def _set_hidden(self, numbers: set[int]) -> None:
        for number in self._hidden.symmetric_difference(numbers):
            if number in self.content:  # what went away meanwhile is gone from the picture already
                self._backing.expire(self.content.item(number).bounds)
        self._hidden = frozenset(numbers)

    def show_band(self, rect: Rect | None) -> None:
        """Show a rubber band around a rectangle of the canvas."""
        self._show(band=rect)

    def _others(self, source: str) -> frozenset[str]:
        return frozenset(self.content.nodes.keys() - {source})

    def show_wire(self, source: str, to: Point | None, target: str | None) -> None:
        """Show a line from a node to a pixel, and the node it would end at; without a pixel, none."""
        before, wire = self._overlay.wire, None
        if to is not None and before is not None:
            wire = before._replace(to=to, target=target)
        elif to is not None:
            wire = wire_from(source, self.joinable(source), self.content, to, target)
        self._show(wire=wire)
        if _ends(wire) != _ends(before):
            self.wire_changed.emit(*_ends(wire))

    def report_moved(self, keys: frozenset[str], dx: int, dy: int) -> None:
        """Tell that nodes were moved by so many units."""
        self.moved.emit(keys, dx, dy)

    def report_connected(self, source: str, target: str) -> None:
        """Tell that two nodes are to be connected."""
        self.connect_requested.emit(source, target)

    def report_unfolded(self, key: str) -> None:
        """Tell that what is folded away under a node is to be shown."""
        self.unfold_requested.emit(key)

    def report_branched(self, source: str, at: Point | None) -> None:
        """Tell that something new is to hang on a node: at a pixel, or anywhere beside it."""
        self.branch_requested.emit(source, self._view.to_canvas(*at) if at is not None else None)

    def is_inside(self, at: Point) -> bool:
        """Tell whether a pixel is one of the canvas, not of what stands around it."""
        return 0 <= at[0] < self.width() and 0 <= at[1] < self.height()

    def dot_under(self, at: Point) -> str | None:
        """Return the key of the node whose connecting dot is at a pixel; a dot over another node is that node's."""
        if self._view.zoom < DOT_FROM:
            return None
        near = (key for key in dotted(self._overlay, self.content) if self._is_at_dot(key, at))
        return next((key for key in near if self.node_under(at) in {None, key, self._overlay.hovered}), None)

    def _is_at_dot(self, key: str, at: Point) -> bool:
        x, y = dot_of(key, self.content, self._view)
        return max(abs(at[0] - x), abs(at[1] - y)) <= _GRIP

    def tab_under(self, at: Point) -> str | None:
        """Return the key of the node whose number of what is folded away is at a pixel, where one can read that."""
        x, y = self._view.to_canvas(*at)
        item = self.content.node_at(x, y)
        if self._view.zoom < _LEGIBLE or item is None or not isinstance(item.drawing, NodeDrawing):
            return None
        tab = item.drawing.tab
        return item.key if tab is not None and tab.moved(item.x, item.y).contains(x, y) else None

    def text_under(self, at: Point) -> str:
        """Return what the item at a pixel says in full, "" where one reads that already, for none, or in a gesture."""
        if self._mouse.busy:
            return ""
        if self.dot_under(at) is not None:
            return self.tr("Sleep naar een ander item voor een relatie, of klik voor iets nieuws hieraan.")
        if self.tab_under(at) is not None:
            return self.tr("Klik om te tonen wat hieronder is ingeklapt.")
        key = self.item_under(at)
        if key in self.content.nodes and self._view.zoom >= self._legible and self.content.is_read_whole(key):
            return ""
        items = self._items_of([key])
        return "\n".join(text for item in items for text in (item.title, item.description) if text)

    def hover(self, at: Point) -> None:
        """Show that the pointer is at a pixel: the node there gets a dot to draw an edge from."""
        node = self.node_under(at) if self._view.zoom >= DOT_FROM else None
        if (node or "") != self._overlay.hovered:
            self._show(hovered=node or "")

    # --- events -------------------------------------------------------------------------------------------------------

    def escape(self) -> bool:
        """Break off the gesture, or take away the tip or the selection; tell whether there was anything."""
        if self._mouse.busy:
            self._mouse.cancel()
        elif self._mouse.tip.visible:
            self._mouse.tip.hide()
        elif self.selection:
            self.select(frozenset())
        else:
            return False
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.gliding.stop()
        self._mouse.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._mouse.has_unfolded:
            return
        at = pixel(event.position())
        if self.dot_under(at) is not None:
            self._mouse.press(event)  # the second time in short order that somebody takes hold of it
        elif item := self.item_under(at):
            self.edit_requested.emit(item)
        else:
            self.add_requested.emit(*self._view.to_canvas(*at))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._mouse.turn(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._mouse.tip.hide()
        self._show(hovered="")

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1.0 + event.value(), pixel(event.position()))
            return True
        if isinstance(event, QGestureEvent):
            return self._mouse.pinch(event)
        return super().event(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu_by_key()
        else:
            key = self._mouse.ask_menu(event)
            self.pointed = self._view.to_canvas(*pixel(QPointF(event.pos()))) if not key else None
            self.menu_requested.emit(event.globalPos(), key)

    def _ask_menu_by_key(self) -> None:
        """Ask for the menu of what is selected, at its middle as far as that is seen; else of the map."""
        if self.current and not self.selection:
            self.select(frozenset({self.current}))
        key = self.current if self.current in self.selection else next(iter(sorted(self.selection)), "")
        boxes = [item.bounds for item in self._items_of([key])]
        middle = (bounding(boxes) if boxes else self.shown).centre
        x, y = self._view.to_widget(*middle)
        where = QPoint(min(max(round(x), 0), self.width() - 1), min(max(round(y), 0), self.height() - 1))
        self.pointed = None
        self.menu_requested.emit(self.mapToGlobal(where), key)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._mouse.space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not keyboard.press(self, event):
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._mouse.space = False
            self.unsetCursor()
        else:
            super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        announce_current(self)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._mouse.space = False
        self._mouse.cancel()
        self.update()


def _ends(wire: Wire | None) -> tuple[str, str]:
    """Return where a line comes from and what it has come to."""
    return (wire.source, wire.target or "") if wire is not None else ("", "")
