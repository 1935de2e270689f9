"""The grid: a table worked with as a spreadsheet: keys, selection, copying and pasting."""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QMimeData,
    Qt,
    QTimer,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gvkaart.domain.batch import Wish
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.asking import CANCEL, Choice, ask, tell
from gvkaart.ui.claiming import claims_when
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import several
from gvkaart.ui.tables.clipboard import cells_of, html, tsv
from gvkaart.ui.tables.delegate import Delegate
from gvkaart.ui.tables.header import FilterHeader
from gvkaart.ui.tables.model import TableModel
from gvkaart.ui.tables.pasting import Plan, Planner, Spot

_Key = QKeySequence.StandardKey
_Flag = QItemSelectionModel.SelectionFlag
_OWN_KEYS: Final = (_Key.Copy, _Key.Paste, _Key.Cut, _Key.SelectAll, _Key.Delete)
_MOST_TOLD: Final = 6
_ROW_PADDING: Final = 10
_PASTE: Final = "paste"


class Grid(QTableView):
    """A table of items."""

    def __init__(self, model: TableModel, parent: QWidget | None = None) -> None:
        """Show a model; its selection is that of the session."""
        super().__init__(parent)
        self._model, self._session = model, model.session
        self._is_showing = False
        self._delegate = Delegate(model, self)
        self.filters = FilterHeader(self)
        self.setObjectName("grid")
        self.setAccessibleName(self.tr("Tabel"))
        self.setHorizontalHeader(self.filters)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._dress()
        self._delegate.finished.connect(self._go_on)
        self.filters.filter_changed.connect(lambda column, text: model.search_column(model.columns[column], text))
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        model.modelReset.connect(self._model_was_reset)
        model.rows_changed.connect(self.show_selection)
        self._session.selection_changed.connect(self.show_selection)
        self._session.leaving.connect(self._delegate.hand_in)

    def _dress(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(True)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        rows.setHighlightSections(False)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    # --- selection ----------------------------------------------------------------------------------------------------

    @property
    def selected_rows(self) -> list[int]:
        """The rows in which something is selected, from above."""
        ranges = self.selectionModel().selection()
        return sorted({row for one in _all(ranges) for row in range(one.top(), one.bottom() + 1)})

    @property
    def selected_nodes(self) -> list[NodeId]:
        """The items of those rows."""
        return [node_id for row in self.selected_rows if (node_id := self._model.node_at(row)) is not None]

    @property
    def visible_columns(self) -> list[int]:
        """The columns that are shown, from left to right, by their place in the model."""
        header = self.horizontalHeader()
        in_order = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in in_order if not header.isSectionHidden(column)]

    def _tell_selection(self) -> None:
        if not self._is_showing:
            self._is_showing = True
            self._session.select(self.selected_nodes)
            self._is_showing = False

    def show_selection(self) -> None:
        """Select the rows of what the session has selected, unless they are selected in whatever way."""
        if self._is_showing or set(self.selected_nodes) == set(self._session.selection):
            return
        rows = QItemSelection()
        last = len(self._model.columns) - 1
        runs = self._model.runs_of(self._session.selection)
        for top, bottom in runs:
            rows.select(self._model.index(top, 0), self._model.index(bottom, last))
        self._is_showing = True
        self.selectionModel().select(rows, _Flag.ClearAndSelect)
        self._is_showing = False
        if runs and self.selectionModel().currentIndex().row() not in range(runs[0][0], runs[0][1] + 1):
            column = max(0, self.currentIndex().column())
            self.selectionModel().setCurrentIndex(self._model.index(runs[0][0], column), _Flag.NoUpdate)
            self.scrollTo(self._model.index(runs[0][0], column))

    def _model_was_reset(self) -> None:
        QTimer.singleShot(0, self, self.filters.place)

    # --- keys ---------------------------------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        """Claim keys that mean something else in the rest of the window, such as Delete."""
        return claims_when(event, _is_own) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _turns_page(event):
            event.ignore()  # the page goes to another kind
        elif self.state() == QAbstractItemView.State.EditingState or not self._press(event):
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Go to the next cell, or to the next field; fields in the heading ask this too, and only want the latter."""
        steps = self.hasFocus() and self._step(Qt.Key.Key_Tab if next else Qt.Key.Key_Backtab)
        return steps or super().focusNextPrevChild(next)

    def _press(self, event: QKeyEvent) -> bool:
        for standard, do in (
            (_Key.Copy, self.copy),
            (_Key.Paste, self.paste),
            (_Key.Cut, self.cut),
            (_Key.SelectAll, self.selectAll),
            (_Key.Delete, self.empty),
        ):
            if event.matches(standard):
                do()
                return True
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                return self._step(Qt.Key.Key_Return)
            case Qt.Key.Key_F5:
                self.sort_again()
            case Qt.Key.Key_Insert:
                self.begin_new()
            case Qt.Key.Key_Minus if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.remove()
            case Qt.Key.Key_Space if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                self.select_rows(self.selected_rows)
            case _:
                return False
        return True

    def _go_on(self, key: int) -> None:
        """Go to the next cell after an editor closed; where an item was just added, that is a cell of the new item."""
        index, last = self.currentIndex(), len(self._model.nodes)
        is_new_row = index.row() == last and self._model.takes_new
        if is_new_row and key == Qt.Key.Key_Return:
            return
        if is_new_row and last:
            self.setCurrentIndex(self._model.index(last - 1, index.column()))
        self._step(Qt.Key(key))

    def _step(self, key: Qt.Key) -> bool:
        """Go down with Enter, right with Tab and left with Shift+Tab; beyond the last cell Tab leaves the table."""
        index, columns = self.currentIndex(), self.visible_columns
        if not index.isValid() or index.column() not in columns:
            return False
        row, place = index.row(), columns.index(index.column())
        match key:
            case Qt.Key.Key_Tab:
                row, place = (row, place + 1) if place + 1 < len(columns) else (row + 1, 0)
            case Qt.Key.Key_Backtab:
                row, place = (row, place - 1) if place else (row - 1, len(columns) - 1)
            case _:
                row += 1
        if not 0 <= row < self._model.rowCount():
            return key == Qt.Key.Key_Return
        self.setCurrentIndex(self._model.index(row, columns[place]))
        return True

    def sort_again(self) -> None:
        """Make the order anew, after edits that left the rows where they were."""
        header = self.horizontalHeader()
        self._model.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())

    def select_rows(self, rows: Sequence[int]) -> None:
        """Select whole rows."""
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._model.index(row, 0), self._model.index(row, len(self._model.columns) - 1))
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def begin_new(self) -> None:
        """Go to the row of a new item, and begin to type its title."""
        if self._model.takes_new:
            index = self._model.index(len(self._model.nodes), 0)
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    # --- doing --------------------------------------------------------------------------------------------------------

    @property
    def has_whole_rows(self) -> bool:
        """Whether every cell that is shown is selected, of every row in which something is."""
        columns = self.visible_columns
        model, rows = self.selectionModel(), self.selected_rows
        return bool(rows) and all(model.isSelected(self._model.index(row, one)) for row in rows for one in columns)

    def remove(self) -> None:
        """Remove the items of the selected rows from the document."""
        if nodes := self.selected_nodes:
            node_operations.remove(self._session, nodes)

    def empty(self) -> None:
        """Empty the selected cells; with whole rows selected, remove their items."""
        if self.has_whole_rows:
            self.remove()
            return
        cells = ((index.row(), index.column()) for index in self.selectedIndexes())
        if wishes := [wish for row, column in cells for wish in self._emptying(row, column)]:
            several.change(self._session, wishes)

    def _emptying(self, row: int, place: int) -> Iterator[Wish]:
        """Wish a cell empty, when it can be and is not."""
        column, node_id = self._model.columns[place], self._model.node_at(row)
        if node_id is None or column.target is None or column.required or not self._model.can_edit(row, place):
            return
        if self._model.reader.value(column, node_id) is not None:
            yield Wish(node_id, column.target, None)

    # --- the clipboard ------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected cells on the clipboard, as text and as a table."""
        self._copy(with_headings=False)

    def copy_with_headings(self) -> None:
        """Put the selected cells on the clipboard below the headings of their columns."""
        self._copy(with_headings=True)

    def cut(self) -> None:
        """Put the selected cells on the clipboard and empty them; what cannot go there stays."""
        if self._copy(with_headings=False):
            self.empty()

    def _copy(self, *, with_headings: bool) -> bool:
        """Copy what is not private: the clipboard is for other programs too. Tell whether that was everything."""
        session, columns = self._session, self._selected_columns()
        view = self._model.reader.disclosed_view()
        asked = [node for node in map(self._model.node_at, self.selected_rows) if node is not None]
        nodes = [node for node in asked if node in view.graph.nodes]
        if len(nodes) < len(asked):
            session.problem.emit(
                self.tr(
                    "Items die alleen voor u zijn, zijn niet gekopieerd: het klembord is ook voor andere programma's."
                )
            )
        if not nodes or not columns:
            return False
        reader = self._model.reader
        block = [[reader.written(self._model.columns[column], node, view) for column in columns] for node in nodes]
        headings = [reader.heading(self._model.columns[column]) for column in columns] if with_headings else []
        data = QMimeData()
        data.setText(tsv([headings, *block] if with_headings else block))
        data.setHtml(html(block, headings))
        QGuiApplication.clipboard().setMimeData(data)
        return len(nodes) == len(asked)

    def _selected_columns(self) -> list[int]:
        """Return the shown columns in which something is selected, from left to right."""
        ranges = _all(self.selectionModel().selection())
        chosen = {column for one in ranges for column in range(one.left(), one.right() + 1)}
        return [column for column in self.visible_columns if column in chosen]

    def paste(self) -> None:
        """Fill in what is on the clipboard, from the first selected cell on."""
        text = QGuiApplication.clipboard().text()
        spot = self._spot()
        if not text or spot is None:
            return
        plan = Planner(self._model).plan(cells_of(text), spot)
        if plan.troubles:
            self._tell_troubles(plan)
        elif (plan.wishes or plan.additions) and self._agrees(plan):
            self._paste(plan)

    def _spot(self) -> Spot | None:
        rows, columns, visible = self.selected_rows, self._selected_columns(), self.visible_columns
        if not rows or not columns:
            index = self.currentIndex()
            if not index.isValid() or index.column() not in visible:
                return None
            rows, columns = [index.row()], [index.column()]
        beyond = visible[visible.index(columns[0]) :]
        return Spot(rows[0], tuple(beyond), rows[-1] - rows[0] + 1, len(columns))

    def _paste(self, plan: Plan) -> None:
        with self._model.adding():
            added = several.paste(self._session, plan.wishes, plan.additions)
        if added is None:
            return
        if added:
            self._session.select(added)
        said = self.tr("Geplakt. Gewijzigd: %1, nieuw: %2. Ctrl+Z draait het terug.")
        self._session.told.emit(said.replace("%2", str(len(added))).replace("%1", str(plan.changed)))

    def _agrees(self, plan: Plan) -> bool:
        """Ask whether new items are meant to come; a paste that only changes what is selected needs no question."""
        if not plan.additions:
            return True
        kind = self._session.words.term(f"kinds.{self._model.kind}").lower()
        new = self.tr("Er komen {count} nieuwe items bij ({kind}), het eerste is '{title}'.").format(
            count=len(plan.additions), kind=kind, title=plan.additions[0].title
        )
        changes = self.tr("{count} items die er al zijn, veranderen.").format(count=plan.changed)
        changed = changes if plan.changed else ""
        title = self.tr("Deze rijen plakken?")
        choices = Choice(_PASTE, self.tr("Plakken")), Choice(CANCEL, self.tr("Annuleren"))
        return ask(self, title, f"{new} {changed}".strip(), *choices) == _PASTE

    def _tell_troubles(self, plan: Plan) -> None:
        lines = [self._line(one.row, one.heading, one.sentence) for one in plan.troubles]
        shown = lines[:_MOST_TOLD]
        if (more := len(lines) - len(shown)) > 0:
            shown.append(self.tr("En nog {count}; zie de details.").format(count=more))
        shown.append(self.tr("Verbeter dit in wat u plakt en probeer het opnieuw."))
        details = "\n".join(lines) if len(lines) > _MOST_TOLD else ""
        tell(self, self.tr("Er is niets geplakt: niet alles past"), "\n\n".join(shown), details)

    def _line(self, row: int, heading: str, sentence: str) -> str:
        if not heading:
            return self.tr("Rij {row}: {sentence}").format(row=row, sentence=sentence)
        return self.tr("Rij {row}, {column}: {sentence}").format(row=row, column=heading, sentence=sentence)


def _is_own(event: QKeyEvent) -> bool:
    if any(event.matches(key) for key in _OWN_KEYS):
        return True
    if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return event.key() in {Qt.Key.Key_D, Qt.Key.Key_Minus}
    return event.modifiers() == Qt.KeyboardModifier.NoModifier and event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Insert}


def _turns_page(event: QKeyEvent) -> bool:
    pages = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
    return event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in pages


def _all(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(place) for place in range(selection.count())]
