"""Brings building to a window: where the panel stands, where new items come, and renaming on the map itself."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gvkaart.domain.entities import NodeId
from gvkaart.ui.building.places import free_place
from gvkaart.ui.map_view import MapView
from gvkaart.ui.session import Session

if TYPE_CHECKING:
    from gvkaart.ui.building.panel import QuickPanel, Spot
    from gvkaart.ui.building.title_editor import TitleEditor


class Builder(QObject):
    """Building in one window; panel and field are made when they are first used."""

    def __init__(self, session: Session, map_view: MapView, window: QWidget) -> None:
        """Listen to the map of a window."""
        super().__init__(window)
        self._session, self._map_view, self._window = session, map_view, window
        self._came_from: QWidget | None = None
        map_view.canvas.add_requested.connect(lambda x, y: self._begin((round(x), round(y))))
        map_view.canvas.branch_requested.connect(self._branch)

    @cached_property
    def panel(self) -> "QuickPanel":
        """The panel that asks what comes next."""
        from gvkaart.ui.building.panel import QuickPanel

        panel = QuickPanel(self._session, self._free_place, self._whereabouts, self._window)
        panel.closed.connect(self._go_back)
        return panel

    @cached_property
    def editor(self) -> "TitleEditor":
        """The field over a node."""
        from gvkaart.ui.building.title_editor import TitleEditor

        editor = TitleEditor(self._session, self._map_view.canvas)
        editor.closed.connect(self._map_view.canvas.setFocus)
        return editor

    def begin(self) -> None:
        """Ask what hangs on the selected item, or what is wanted when not one item is selected."""
        self._begin(None)

    def begin_relation(self) -> None:
        """Ask what hangs on the selected item, or what joins the two selected items."""
        self._remember_focus()
        match self._session.selection:
            case (one, other):
                self.panel.begin_between(one, other)
            case _:
                self.panel.begin()

    def begin_here(self) -> None:
        """Ask what is wanted where a menu was asked for on the map, or in the middle of what is seen of it."""
        canvas = self._map_view.canvas
        x, y = canvas.pointed or canvas.view.to_canvas(canvas.width() / 2, canvas.height() / 2)
        self._begin((round(x), round(y)))

    def _branch(self, source: str, at: tuple[float, float] | None) -> None:
        """Ask what hangs on an item, to come where a line that was drawn from it ended; it may be gone by then."""
        if source not in self._session.graph.nodes:
            return
        self._session.select((NodeId(source),))
        self._begin((round(at[0]), round(at[1])) if at is not None else None, NodeId(source))

    def rename(self) -> bool:
        """Let the title of the selected item be typed on the map; tell whether it is seen there."""
        self._map_view.catch_up()
        canvas, selection = self._map_view.canvas, self._session.selection
        if not canvas.isVisible() or len(selection) != 1 or selection[0] not in canvas.content.nodes:
            return False
        canvas.set_current(selection[0])
        self.editor.begin(selection[0])
        return True

    def _begin(self, at: "Spot | None", beside: NodeId | None = None) -> None:
        self._remember_focus()
        self.panel.begin(at, beside)

    def _remember_focus(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and not self.panel.isAncestorOf(focused):
            self._came_from = focused

    def _go_back(self) -> None:
        """Put the keyboard where it was before the panel: the map, the outline, a table."""
        where = self._came_from  # may be gone: a menu, a field of an item that was removed meanwhile
        is_there = where is not None and isValid(where) and where.isVisible()
        (where if where is not None and is_there else self._map_view.canvas).setFocus(Qt.FocusReason.PopupFocusReason)

    def _free_place(self, beside: NodeId | None, at: "Spot | None") -> "Spot":
        self._map_view.catch_up()
        return free_place(self._map_view.canvas, beside, at)

    def _whereabouts(self, node_id: NodeId | None, at: "Spot | None") -> QRect:
        """Return where something is seen in the window: the place that was pointed at, an item, or else the middle."""
        self._map_view.catch_up()
        canvas = self._map_view.canvas
        if at is not None:
            x, y = canvas.view.to_widget(*at)
            return QRect(canvas.mapTo(self._window, QPoint(round(x), round(y))), QSize())
        item = canvas.content.nodes.get(node_id) if node_id is not None and canvas.isVisible() else None
        if item is not None:
            left, top, width, height = canvas.view.rect_to_widget(item.bounds)
            corner, size = QPoint(round(left), round(top)), QSize(round(width), round(height))
            return QRect(canvas.mapTo(self._window, corner), size)
        half = self.panel.width() // 2
        return QRect(QPoint(self._window.width() // 2 - half, self._window.height() // 5), QSize())
