"""The tables as a view of the window: a choice of kind and a filter, and below them the grid.

The kinds are a list that unfolds, with their numbers: a list that always stands there would say once more what the
outline says beside it, and a table needs the width.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.overriding import override
from gvkaart.ui.checking import Checker
from gvkaart.ui.icons import icon
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session
from gvkaart.ui.tables.columns import EVERY_KIND, columns_of
from gvkaart.ui.tables.filtering import EMPTY_SIGN
from gvkaart.ui.tables.grid import Grid
from gvkaart.ui.tables.memory import Look, Memory
from gvkaart.ui.tables.model import TableModel

_CHOICES: Final = (EVERY_KIND, *KINDS)
_KIND_LENGTH: Final = 14
"""Characters of the name of a kind that are seen when there is room."""
_NARROW_LIST: Final = 136
_NARROWEST: Final = 100
"""Pixels: what stands above a table is made narrower before the window is made wider than the screen."""
_PAUSE: Final = 120
"""Milliseconds that typing in the filter rests before it is used."""


class TablesPage(QWidget):
    """Every item of a kind as a row."""

    rows_menu_filled = Signal(QMenu)
    """A menu about the selected rows is about to be shown: the window adds what can be done with their items."""

    def __init__(
        self, session: Session, checker: Checker, memory: Memory | None = None, parent: QWidget | None = None
    ) -> None:
        """Show the items of the map in view, as `memory` says they were last looked at."""
        super().__init__(parent)
        self.setObjectName("tables")
        self._session = session
        self._memory = memory if memory is not None else Memory(None)
        self.model = TableModel(session, checker, self)
        self.grid = Grid(self.model)
        self._kinds = self._make_kinds()
        self.filter = self._make_filter()
        self._scope = self._make_scope()
        self._state = plain_label(name="table-state", wraps=False)
        self._lay_out()
        self._connect()
        self.show_kind("actor")

    # --- building -----------------------------------------------------------------------------------------------------

    def _make_kinds(self) -> QComboBox:
        kinds = QComboBox()
        kinds.setObjectName("table-kinds")
        kinds.setAccessibleName(self.tr("Soort"))
        kinds.setToolTip(self.tr("Welke soort items u ziet (Ctrl+PgUp en Ctrl+PgDn)"))
        kinds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        kinds.setMinimumContentsLength(_KIND_LENGTH)
        kinds.setMinimumWidth(_NARROW_LIST)
        kinds.setMaxVisibleItems(len(_CHOICES))
        for kind in _CHOICES:
            kinds.addItem(icon(kind or "table"), "", kind)
        return kinds

    def _make_filter(self) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName("table-filter")
        line.setPlaceholderText(self.tr("Filter: woorden uit de rij"))
        line.setAccessibleName(self.tr("Filter de tabel"))
        line.setToolTip(self.tr("Alleen rijen waarin al deze woorden staan; hoofdletters en accenten maken niet uit"))
        line.setClearButtonEnabled(True)
        line.setMinimumWidth(_NARROWEST)
        return line

    def _make_scope(self) -> QComboBox:
        scope = QComboBox()
        scope.setObjectName("table-scope")
        scope.setAccessibleName(self.tr("Welke items"))
        scope.setToolTip(self.tr("Alleen wat op deze kaart staat, of alles in het document"))
        scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        scope.setMinimumContentsLength(_KIND_LENGTH)
        scope.setMinimumWidth(_NARROW_LIST)
        scope.addItem(self.tr("Op deze kaart"), userData=False)
        scope.addItem(self.tr("In het hele document"), userData=True)
        return scope

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 8, 6)
        bar.setSpacing(6)
        bar.addWidget(self._kinds)
        bar.addWidget(self._scope)
        bar.addWidget(self.filter, 1)
        self._columns_button = self._menu_button("columns", self.tr("Kolommen"), self._fill_columns_menu)
        self._rows_button = self._menu_button("rows", self.tr("Rijen"), self.fill_rows_menu)
        bar.addWidget(self._columns_button)
        bar.addWidget(self._rows_button)
        self._state.setContentsMargins(10, 4, 10, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.grid, 1)
        column.addWidget(self._state)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the table; with a focus proxy the Tab key would pass over what stands above it."""
        self.grid.setFocus(event.reason())

    def _menu_button(self, name: str, words: str, fill: Callable[[QMenu], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"table-{name}")
        button.setAutoDefault(False)
        menu = QMenu(button)
        menu.aboutToShow.connect(partial(_refill, menu, fill))
        button.setMenu(menu)
        return button

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(lambda: self.model.search(self.filter.text()))
        self.filter.textChanged.connect(lambda _text: self._soon.start())
        self.filter.returnPressed.connect(self._enter_grid)
        self._kinds.activated.connect(lambda place: self.show_kind(_CHOICES[place]))
        self._scope.activated.connect(lambda _row: self.show_kind(self.model.kind))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._show_rows_menu)
        self._keep_soon = QTimer(self, singleShot=True, interval=500)
        self._keep_soon.timeout.connect(self._keep_look)
        header = self.grid.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_column_menu)
        for changed in (header.sectionMoved, header.sectionResized, header.sortIndicatorChanged):
            changed.connect(lambda *_args: self._keep_soon.start())
        self.model.rows_changed.connect(self._refresh_state)
        self._session.changed.connect(lambda changes: None if changes.moves_only else self._count())
        self._session.view_changed.connect(self._count)
        self._session.selection_changed.connect(self._follow_selection)

    # --- which table --------------------------------------------------------------------------------------------------

    def show_kind(self, kind: str) -> None:
        """Show the table of a kind, or of all items (`EVERY_KIND`)."""
        is_other = kind != self.model.kind
        if is_other:
            self._keep_look()
            with QSignalBlocker(self.filter):
                self.filter.clear()
        self.model.look_at(kind, whole_document=bool(self._scope.currentData()))
        if is_other:
            self.grid.filters.begin()
            self.grid.horizontalScrollBar().setValue(0)
        self._take_on_look(self._memory.look(kind) or self._first_look(kind))
        self._kinds.setCurrentIndex(_CHOICES.index(kind))
        name = self._session.words.term(f"kinds.{kind}") if kind else self.tr("Alle items")
        self.grid.setAccessibleName(self.tr("Tabel: {kind}").format(kind=name))
        self._count()
        self._refresh_state()
        self.grid.show_selection()

    def _follow_selection(self) -> None:
        """Show the kind of what was selected elsewhere, when this view is looked at and does not have it."""
        kinds = {self._session.graph.nodes[node].kind for node in self._session.selection}
        if self.isVisible() and len(kinds) == 1 and not kinds & {self.model.kind} and self.model.kind != EVERY_KIND:
            self.show_kind(kinds.pop())
        self._refresh_state()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow_selection()

    def _enter_grid(self) -> None:
        self._soon.stop()
        self.model.search(self.filter.text())
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.model.index(0, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+PgDn and PgUp go to other kinds."""
        turns = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in turns and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            place = _CHOICES.index(self.model.kind) + turns[Qt.Key(event.key())]
            self.show_kind(_CHOICES[place % len(_CHOICES)])
        else:
            super().keyPressEvent(event)

    # --- columns ------------------------------------------------------------------------------------------------------

    def _first_look(self, kind: str) -> Look:
        return Look(tuple((column.id, column.width) for column in columns_of(kind) if column.opens))

    def _take_on_look(self, look: Look) -> None:
        header, places = self.grid.horizontalHeader(), {one.id: at for at, one in enumerate(self.model.columns)}
        shown = [(places[name], width) for name, width in look.columns if name in places] or [(0, 300)]
        with QSignalBlocker(header):
            wanted = {column for column, _width in shown}
            for column in places.values():
                header.setSectionHidden(column, column not in wanted)
            for place, (column, width) in enumerate(shown):
                header.moveSection(header.visualIndex(column), place)
                header.resizeSection(column, width)
        self.model.search_in([self.model.columns[column] for column, _width in shown])
        order = Qt.SortOrder.DescendingOrder if look.descending else Qt.SortOrder.AscendingOrder
        self.grid.sortByColumn(places.get(look.sorted_by, 0), order)
        self.grid.filters.place()
        self.grid.updateGeometry()

    def _keep_look(self) -> None:
        header, columns = self.grid.horizontalHeader(), self.model.columns
        shown = self.grid.visible_columns
        sorted_by = columns[max(0, header.sortIndicatorSection())].id
        descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        widths = tuple((columns[column].id, header.sectionSize(column)) for column in shown)
        self._memory.keep(self.model.kind, Look(widths, sorted_by, descending))

    def show_column(self, column: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        visible = self.grid.visible_columns
        if not shown and visible == [column]:
            return
        self.grid.setColumnHidden(column, not shown)
        if shown:
            self.grid.setColumnWidth(column, self.model.columns[column].width)
        self.model.search_in([self.model.columns[one] for one in self.grid.visible_columns])
        self.grid.filters.place()
        self._keep_look()

    def _fill_columns_menu(self, menu: QMenu) -> None:
        reset = menu.addAction(self.tr("Kolommen zoals ze waren"))
        reset.triggered.connect(lambda: self._take_on_look(self._first_look(self.model.kind)))
        own = [place for place, one in enumerate(self.model.columns) if not one.is_relation]
        menu.addSeparator()
        self._add_column_switches(menu, own)
        relations = [place for place, one in enumerate(self.model.columns) if one.is_relation]
        if relations:
            menu.addSeparator()
            self._add_column_switches(menu.addMenu(self.tr("Relaties")), relations)

    def _add_column_switches(self, menu: QMenu, columns: Sequence[int]) -> None:
        visible = set(self.grid.visible_columns)
        for column in columns:
            action = menu.addAction(self.model.reader.heading(self.model.columns[column]).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column in visible)
            action.triggered.connect(lambda checked, one=column: self.show_column(one, shown=checked))

    def _show_column_menu(self, at: QPoint) -> None:
        header = self.grid.horizontalHeader()
        column = header.logicalIndexAt(at)
        if column < 0:
            return
        menu = QMenu(self)
        for words, do in (
            (self.tr("Oplopend sorteren"), partial(self.grid.sortByColumn, column, Qt.SortOrder.AscendingOrder)),
            (self.tr("Aflopend sorteren"), partial(self.grid.sortByColumn, column, Qt.SortOrder.DescendingOrder)),
            (self.tr("Alleen lege cellen tonen"), partial(self.grid.filters.filter_by, column, EMPTY_SIGN)),
            (self.tr("Kolom verbergen"), partial(self.show_column, column, shown=False)),
        ):
            menu.addAction(words).triggered.connect(lambda _checked=False, do=do: do())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(header.mapToGlobal(at))

    # --- rows ---------------------------------------------------------------------------------------------------------

    def fill_rows_menu(self, menu: QMenu) -> None:
        """Fill a menu with what can be done with the selected rows."""
        grid, nodes = self.grid, self.grid.selected_nodes
        entries: tuple[tuple[str, Callable[[], object], bool, str] | None, ...] = (
            (self.tr("Nieuw item"), grid.begin_new, self.model.takes_new, "Ins"),
            (self.tr("Verwijderen"), grid.remove, bool(nodes), "Ctrl+-"),
            None,
            (self.tr("Kopiëren"), grid.copy, bool(nodes), "Ctrl+C"),
            (self.tr("Kopiëren met kolomnamen"), grid.copy_with_headings, bool(nodes), ""),
            (self.tr("Plakken"), grid.paste, True, "Ctrl+V"),
            None,
            (self.tr("Opnieuw sorteren"), grid.sort_again, True, "F5"),
            None,
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            words, do, enabled, keys = entry
            action = menu.addAction(f"{words}\t{keys}" if keys else words)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False, do=do: do())
        if nodes:
            self.rows_menu_filled.emit(menu)

    def _show_rows_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self.fill_rows_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.grid.viewport().mapToGlobal(at))

    # --- telling ------------------------------------------------------------------------------------------------------

    def _count(self) -> None:
        """Say behind every kind how many items there are."""
        session, words = self._session, self._session.words
        nodes = session.graph.nodes if self.model.whole_document else session.view.nodes
        counts: dict[str, int] = {EVERY_KIND: len(nodes)}
        for node in nodes.values():
            counts[node.kind] = counts.get(node.kind, 0) + 1
        for place, kind in enumerate(_CHOICES):
            name = words.term(f"kinds.{kind}") if kind else self.tr("Alle items")
            self._kinds.setItemText(place, f"{name} ({counts.get(kind, 0)})")

    def _refresh_state(self) -> None:
        shown, selected = len(self.model.nodes), len(self.grid.selected_nodes)
        words = self.tr("1 rij") if shown == 1 else self.tr("{count} rijen").format(count=shown)
        if self.model.is_filtered:
            words = self.tr("{words} door het filter; maak het leeg om alles te zien").format(words=words)
        elif not shown and self.model.takes_new:
            words = self.tr("Nog niets hier. Typ een titel in de rij 'Nieuw…', of plak rijen uit een rekenblad.")
        if selected:
            words = self.tr("{words} · {count} geselecteerd").format(words=words, count=selected)
        self._state.setText(words)


def _refill(menu: QMenu, fill: Callable[[QMenu], None]) -> None:
    """Fill a menu anew; the menus inside it are its children, which emptying it leaves alone."""
    for inner in menu.findChildren(QMenu):
        inner.deleteLater()
    menu.clear()
    fill(menu)
