"""A grid on the screen: read by mouse and by keyboard, copied to Word and Excel, and a way to the items it is about."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import disclosed
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.claiming import claims
from gvkaart.ui.empty_state import EmptyList
from gvkaart.ui.insight.copying import copy_block, copy_grid
from gvkaart.ui.insight.grid import LINES, Column, Grid, GridModel, Row
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Key = QKeySequence.StandardKey
_CLAIMED: Final = (_Key.Copy, _Key.SelectAll, _Key.Cut, _Key.Delete)
"""Keys that are about cells here, and elsewhere in the window about the items that are selected; two do nothing."""
_MOST_LINES: Final = 4
"""Lines of a title of a column or a group of rows."""
_PADDING: Final = 10
_BESIDE: Final = 14
"""Pixels above and below a text together, and at both sides of it."""
_PAUSE: Final = 60
"""Milliseconds that a width must last before rows are measured for it."""
_ICON_ROOM: Final = 26
"""Pixels that an icon takes from the title of its row."""
_TITLE_WIDTH: Final = 34
"""Of what stands before the rows, in average characters."""
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

Read = Callable[[CaseView], Grid]


class GridView(QTableView):
    """Shows what is read from the map in rows and columns.

    The cell one goes to selects its items in the session, so that their fields are beside it.
    """

    opened = Signal(object)
    """Items are to be shown on the map: a tuple of `NodeId`."""
    menu_wanted = Signal(QPoint)
    """A menu about the selected items is wanted at a point of the screen."""

    def __init__(self, session: Session, name: str, title: str, empty: str, read: Read) -> None:
        """Show what `read` makes of a map.

        Args:
            session: whose map is read.
            name: by which it is known.
            title: what a screen reader calls it.
            empty: what is said while there are no rows: what would stand there, and what to do first.
            read: makes the grid.
        """
        super().__init__()
        self._corner = plain_label()
        self._corner.setParent(self)
        self._corner.setIndent(6)
        self._corner.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._session, self._read = session, read
        self._filter: list[str] = []
        self._whole = Grid("", ())
        self._widths: list[int] = []
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._fit_rows)
        self.grid_model = GridModel()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(self.grid_model)
        self._dress()
        EmptyList(self, empty)
        self.pressed.connect(self._select_items)
        self.verticalHeader().sectionPressed.connect(lambda row: self._select_of(self.grid_model.grid.rows, row))
        self.horizontalHeader().sectionPressed.connect(lambda at: self._select_of(self.grid_model.grid.columns, at))
        self.doubleClicked.connect(self._open)

    def _dress(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header in (across, down):
            header.setHighlightSections(False)
            header.setDefaultAlignment(_LEFT | Qt.TextFlag.TextWordWrap)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_font()

    def _fit_font(self) -> None:
        down = self.verticalHeader()
        down.setDefaultSectionSize(LINES * self.fontMetrics().lineSpacing() + _PADDING)
        down.setFixedWidth(_TITLE_WIDTH * self.fontMetrics().averageCharWidth())

    def enlarge(self, times: float) -> None:
        """Show all so many times as large as other tables, for who looks from afar."""
        font = QGuiApplication.font()
        font.setPointSizeF(font.pointSizeF() * times)
        self.setFont(font)
        self.grid_model.times = times
        self._fit_font()
        at = self._place()
        self._show()
        self._return_to(at)

    def load(self) -> None:
        """Read the map anew; one stays at the cell where one was, while it is there."""
        at = self._place()
        self._whole = self._read(self._session.view)
        self._show()
        self._return_to(at)

    def search(self, text: str) -> None:
        """Show only rows in which all words of a text stand."""
        self._filter = text.split()
        self._show()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show, whatever is searched for."""
        return not self._whole.rows

    def current_row(self) -> Row | None:
        """Return the row one is at."""
        index = self.currentIndex()
        return self.grid_model.grid.rows[index.row()] if index.isValid() else None

    def _show(self) -> None:
        grid = self._whole.matching(self._filter) if self._filter else self._whole
        self.clearSpans()
        self.grid_model.show(grid)
        self._corner.setText(grid.corner if grid.columns else "")
        for header in (self.horizontalHeader(), self.verticalHeader(), self._corner):
            header.setVisible(bool(grid.rows))  # what is said of an empty table needs no titles beside it
        policy = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(policy.ScrollBarAsNeeded if grid.rows else policy.ScrollBarAlwaysOff)
        for place, row in enumerate(grid.rows):
            if row.is_heading and len(grid.columns) > 1:
                self.setSpan(place, 0, 1, len(grid.columns))
        self._widths = []
        self._fit_columns()
        self._fit_rows()

    def _fit_columns(self) -> None:
        """Give every column its width, and more of what room there is."""
        grid, unit = self.grid_model.grid, self.fontMetrics().averageCharWidth()
        widths = stretched([column.width * unit for column in grid.columns], self.viewport().width())
        if widths == self._widths:
            return
        self._widths = widths
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        titles = zip(grid.columns, widths, strict=True)
        heights = (self._height(one.title, width) for one, width in titles)
        self.horizontalHeader().setFixedHeight(max(heights, default=0))
        if grid.lines > LINES:
            self._soon.start()

    def _fit_rows(self) -> None:
        """Make every row as high as its title, and where there is room for more lines as its cells."""
        self._soon.stop()
        grid, down = self.grid_model.grid, self.verticalHeader()
        for place, row in enumerate(grid.rows):
            height = self._height(row.title, down.width() - (_ICON_ROOM if row.icon else 0))
            if grid.lines > LINES:
                height = max(height, self._tallest(grid, row))
            wanted = height if row.is_heading else max(height, down.defaultSectionSize())
            if wanted != down.sectionSize(place):
                self.setRowHeight(place, wanted)

    def _tallest(self, grid: Grid, row: Row) -> int:
        """Return how high the cells of a row want to be, each in the width of its column.

        Only texts are measured that may take more than one line: there are tens of thousands of cells in a large table.
        """
        beside = zip(row.cells, grid.columns, self._widths, strict=False)  # a heading has no cells
        wanted = [
            (cell.text, width) for cell, at, width in beside if len(cell.text) > at.width // 2 or "\n" in cell.text
        ]
        return max((self._height(text, width, grid.lines) for text, width in wanted), default=0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is; rows follow when it stays so for a moment, for there may be thousands."""
        super().resizeEvent(event)
        self._fit_columns()

    def _height(self, text: str, width: int, most: int = _MOST_LINES) -> int:
        """Return how high a text is in bold in so many pixels; at most some lines."""
        font = self.font()
        font.setBold(True)
        room = QRect(0, 0, max(1, width - _BESIDE), 9999)
        lines = QFontMetrics(font).boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
        return min(lines, most * self.fontMetrics().lineSpacing()) + _PADDING

    # --- where one is -------------------------------------------------------------------------------------------------

    def _place(self) -> tuple[str, str] | None:
        index = self.currentIndex()
        if not index.isValid():
            return None
        grid = self.grid_model.grid
        return grid.rows[index.row()].key, grid.columns[index.column()].key

    def _return_to(self, place: tuple[str, str] | None) -> None:
        if place is None:
            return
        grid = self.grid_model.grid
        row = next((at for at, one in enumerate(grid.rows) if one.key == place[0]), None)
        column = next((at for at, one in enumerate(grid.columns) if one.key == place[1]), 0)
        if row is not None and grid.columns:
            self.selectionModel().setCurrentIndex(
                self.grid_model.index(row, column), self.selectionModel().SelectionFlag.ClearAndSelect
            )

    def _select_items(self, now: QModelIndex) -> None:
        if now.isValid():
            self._select(self.grid_model.nodes_at(now))

    def _select_of(self, titled: Sequence[Row] | Sequence[Column], at: int) -> None:
        """Select the items of a row or column; Qt asks for one before the first where a header has none."""
        if 0 <= at < len(titled):
            self._select(titled[at].nodes)

    def _select(self, nodes: Iterable[NodeId]) -> None:
        if nodes:
            self._session.select(tuple(node for node in nodes if node in self._session.graph.nodes))

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (nodes := self.grid_model.nodes_at(index)):
            self.opened.emit(nodes)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        if index.isValid() and self.grid_model.nodes_at(index):
            self.setCurrentIndex(index)
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))

    @override
    def event(self, event: QEvent) -> bool:
        """Claim keys: whoever empties a cell must not remove the items that it is about."""
        return claims(event, *_CLAIMED) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.matches(_Key.Copy):
            self.copy_selected()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self._select_items(self.currentIndex())

    @override
    def updateGeometries(self) -> None:
        """Keep the title of what stands before the rows in the corner, which Qt leaves empty."""
        super().updateGeometries()
        across, down = self.horizontalHeader().geometry(), self.verticalHeader().geometry()
        self._corner.setGeometry(down.x(), across.y(), down.width(), across.height())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first cell: Qt would begin in the empty space beside a heading."""
        if not self.currentIndex().isValid():
            rows = self.grid_model.grid.rows
            first = next((at for at, row in enumerate(rows) if not row.is_heading), 0)
            self.selectionModel().setCurrentIndex(
                self.grid_model.index(first, 0), self.selectionModel().SelectionFlag.NoUpdate
            )
        super().focusInEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    # --- copying ------------------------------------------------------------------------------------------------------

    def disclosed_grid(self) -> Grid:
        """Read the map as if private items were not there: what may leave the program by the clipboard."""
        grid = self._read(disclosed_view(self._session))
        return grid.matching(self._filter) if self._filter else grid

    def copy_all(self) -> None:
        """Copy the whole grid, with its titles."""
        copy_grid(self._session, self.disclosed_grid())

    def copy_selected(self) -> None:
        """Copy the selected cells with the titles of their rows; all of it when there is only one."""
        chosen = {(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()}
        if len(chosen) <= 1:
            self.copy_all()
            return
        shown, grid = self.grid_model.grid, self.disclosed_grid()
        columns = {shown.columns[column].key for _row, column in chosen}
        rows = {shown.rows[row].key for row, _column in chosen}
        places = [at for at, column in enumerate(grid.columns) if column.key in columns]
        block = [
            [row.title, *(row.cells[at].text for at in places)] for row in grid.rows if row.key in rows and row.cells
        ]
        copy_block(self._session, block, [grid.corner, *(grid.columns[at].title for at in places)])


def stretched(widths: Sequence[int], room: int) -> list[int]:
    """Return the widths of columns that together fill the room there is, in proportion; never less than was asked."""
    asked = sum(widths)
    if not asked or asked >= room:
        return list(widths)
    ends = [sum(widths[: place + 1]) * room // asked for place in range(len(widths))]
    return [end - begin for begin, end in zip([0, *ends], ends, strict=False)]


def disclosed_view(session: Session) -> CaseView:
    """Return the map in view as if private items were not there."""
    return CaseView(disclosed(session.graph), session.map_id, session.round_id)
