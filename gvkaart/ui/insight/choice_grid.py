"""A grid in which one says what holds: cells with a choice of things, and cells with a box to tick.

Enter, F2 or a double click opens the choice of a cell; Space, Enter or a click ticks a box. Shift+Enter shows the items
of a cell on the map, as Enter does elsewhere. What is chosen becomes an action of whoever made the grid.
"""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from gvkaart.domain.overriding import override
from gvkaart.ui.claiming import claims_when
from gvkaart.ui.insight.grid import Cell
from gvkaart.ui.insight.grid_view import GridView, Read
from gvkaart.ui.session import Session

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSING: Final = (*_ENTER, Qt.Key.Key_F2, Qt.Key.Key_Space)
_BARE: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ChoiceGrid(GridView):
    """Shows what is read from the map, and lets one change it in the cells that offer so."""

    choice_made = Signal(str, str, str)
    """Something is to hold: the key of the row, that of the column, and that of the choice."""
    ticked = Signal(str, str, bool)
    """A box is to be ticked or not: the key of the row and that of the column."""

    def __init__(self, session: Session, name: str, title: str, empty: str, read: Read) -> None:
        """Show what `read` makes of a map; see `GridView`."""
        super().__init__(session, name, title, empty, read)
        self._is_second_click = False
        self.clicked.connect(self._click)

    def _cell(self, index: QModelIndex) -> Cell:
        return self.grid_model.cell(index) if index.isValid() else Cell()

    def _keys(self, index: QModelIndex) -> tuple[str, str]:
        grid = self.grid_model.grid
        return grid.rows[index.row()].key, grid.columns[index.column()].key

    # --- boxes --------------------------------------------------------------------------------------------------------

    def _click(self, index: QModelIndex) -> None:
        """Tick by a click anywhere in the cell; the second click of two is none, else nothing would come of them."""
        if not self._is_second_click:
            self._tick(index)
        self._is_second_click = False

    def _tick(self, index: QModelIndex) -> None:
        if (ticked := self._cell(index).is_ticked) is not None:
            self.ticked.emit(*self._keys(index), not ticked)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_second_click = False  # the click before may have ended elsewhere, or was of another button
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._is_second_click = True
        super().mouseDoubleClickEvent(event)

    # --- choices ------------------------------------------------------------------------------------------------------

    def _offer(self, index: QModelIndex) -> None:
        """Show below a cell what can be chosen, what holds now first to be left as it is."""
        cell, keys = self._cell(index), self._keys(index)
        menu = QMenu(self)
        menu.setObjectName("choice-menu")
        group = QActionGroup(menu)
        for choice in cell.choices:
            action = menu.addAction(choice.words.replace("&", "&&"))
            action.setObjectName(f"choose-{choice.key}")
            action.setCheckable(True)
            if choice.is_on is None:
                action.setActionGroup(group)
            else:
                action.setChecked(choice.is_on)
            action.triggered.connect(lambda _on, key=choice.key: self.choice_made.emit(*keys, key))
            if choice.key == cell.chosen:
                action.setChecked(True)
                menu.setActiveAction(action)
        menu.addSeparator()
        show = menu.addAction(self.tr("Toon op de &kaart") + "\tShift+Enter")
        show.setObjectName("choose-show")
        nodes = self.grid_model.nodes_at(index)
        show.triggered.connect(lambda: self.opened.emit(nodes))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

    @override
    def _open(self, index: QModelIndex) -> None:
        cell = self._cell(index)
        if cell.choices:
            self._offer(index)
        elif cell.is_ticked is None:
            super()._open(index)

    # --- keys ---------------------------------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        """Keep F2 to itself where it chooses: elsewhere in the window it renames."""
        return claims_when(event, self._chooses) or super().event(event)

    def _chooses(self, event: QKeyEvent) -> bool:
        cell = self._cell(self.currentIndex())
        return event.key() == Qt.Key.Key_F2 and (bool(cell.choices) or cell.is_ticked is not None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        here, cell = self.currentIndex(), self._cell(self.currentIndex())
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super()._open(here)
        elif event.key() in _CHOOSING and event.modifiers() in _BARE and cell.choices:
            self._offer(here)
        elif event.key() in _CHOOSING and event.modifiers() in _BARE and cell.is_ticked is not None:
            self._tick(here)
        else:
            super().keyPressEvent(event)
