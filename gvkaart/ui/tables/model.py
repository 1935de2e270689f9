"""The table as an item model: the items of one kind as rows, ordered and filtered, in step with the document.

The order is made when somebody asks for it. An edit leaves the rows where they are, even when the order or the filter
would now have it otherwise: whoever types down a column must not see the row jump away.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QWidget

from gvkaart.domain.batch import TITLE, NewNode, Part, Wish
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Node, NodeId, Value
from gvkaart.domain.metamodel import FieldType
from gvkaart.domain.overriding import override
from gvkaart.ui.checking import Checker
from gvkaart.ui.icons import icon
from gvkaart.ui.operations import several
from gvkaart.ui.session import Session
from gvkaart.ui.tables.columns import EVERY_KIND, FINDINGS, Column, columns_of
from gvkaart.ui.tables.filtering import Filter
from gvkaart.ui.tables.ordering import Order
from gvkaart.ui.tables.reading import Reader

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_MOST_RUNS: Final = 60
"""Up to so many runs of rows come and go one by one; above it, all rows are told anew."""
_LONGEST_SHOWN: Final = 400
"""Characters of a text in a cell: more are never seen on one line."""
_LONGEST_TIP: Final = 2_000
_FIRST: Final = itemgetter(0)

_READ_ONLY: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_EDITABLE: Final = _READ_ONLY | Qt.ItemFlag.ItemIsEditable
"""What one can do with a cell; put together once, since selecting a table asks it of every cell."""

_Role = Qt.ItemDataRole


class TableModel(QAbstractTableModel):
    """The rows and columns of one kind of item."""

    rows_changed = Signal()
    """There are other rows, or as many others as before."""

    def __init__(self, session: Session, checker: Checker, parent: QWidget | None = None) -> None:
        """Begin with the table of actors of the map in view, by title."""
        super().__init__(parent)
        self.session = session
        self.reader = Reader(session, checker, self)
        self.kind = "actor"
        self.columns: tuple[Column, ...] = columns_of("actor")
        self.whole_document = False
        self.nodes: list[NodeId] = []
        """The item of every row, from above."""
        self._rows: dict[NodeId, int] = {}
        self._lines: dict[tuple[NodeId, str], str] = {}
        self._filter, self._order = self._unfiltered(), self._by_title()
        self._ordered: list[NodeId] | None = None
        """All items that may be shown, in order, before anything is filtered out; None when that is not known."""
        self._map_id = session.map_id
        self._is_adding = False
        self._tellers: Mapping[int, Callable[[Column, NodeId], object]] = {
            int(_Role.DisplayRole): self._shown,
            int(_Role.EditRole): self.reader.written,
            int(_Role.ToolTipRole): self._tip,
            int(_Role.DecorationRole): self._icon,
            int(_Role.TextAlignmentRole): self._alignment,
        }
        self._load()
        session.view_changed.connect(self.reload)
        session.changed.connect(self._follow)
        checker.findings_changed.connect(self._tell_findings)

    # --- shape --------------------------------------------------------------------------------------------------------

    @property
    def takes_new(self) -> bool:
        """Whether there is a last row in which a new item is made: not among items of every kind."""
        return self.kind != EVERY_KIND

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.nodes) + self.takes_new

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def node_at(self, row: int) -> NodeId | None:
        """Return the item of a row; None for the row of a new one."""
        return self.nodes[row] if 0 <= row < len(self.nodes) else None

    def row_of(self, node_id: NodeId) -> int | None:
        """Return the row of an item, None when it has none here."""
        return self._rows.get(node_id)

    def runs_of(self, node_ids: Iterable[NodeId]) -> list[tuple[int, int]]:
        """Return the rows of items as first and last of every run of rows that follow each other."""
        rows = sorted(row for node_id in node_ids if (row := self._rows.get(node_id)) is not None)
        return _runs(rows)

    # --- content ------------------------------------------------------------------------------------------------------

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        row = index.row()
        if not 0 <= row < len(self.nodes):
            return self._new_row_data(index, role) if index.isValid() else None
        teller = self._tellers.get(int(role))
        if teller is None or self.nodes[row] not in self.session.graph.nodes:  # a row that is about to go
            return None
        return teller(self.columns[index.column()], self.nodes[row])

    def _new_row_data(self, index: _Index, role: int) -> object:
        is_title = self.columns[index.column()].target == TITLE
        match role:
            case _Role.DisplayRole if is_title:
                return self.tr("Nieuw…")
            case _Role.ForegroundRole:
                return QBrush(QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText))
            case _Role.AccessibleDescriptionRole | _Role.ToolTipRole if is_title:
                return self.tr("Typ hier een titel om een item toe te voegen")
            case _:
                return None

    def _shown(self, column: Column, node_id: NodeId) -> str:
        return self._line(column, node_id)[:_LONGEST_SHOWN]

    def _line(self, column: Column, node_id: NodeId) -> str:
        """Return what a cell shows; kept until something changes, for painting and filtering ask over and over."""
        key = node_id, column.id
        if (line := self._lines.get(key)) is None:
            line = self._lines[key] = self.reader.shown(column, node_id)
        return line

    def _tip(self, column: Column, node_id: NodeId) -> str:
        text = "\n".join(self.reader.texts(column, node_id))[:_LONGEST_TIP]
        return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""

    def _icon(self, column: Column, node_id: NodeId) -> QIcon | None:
        is_title = column.target == TITLE
        return icon(self.session.graph.nodes[node_id].kind) if is_title and self.kind == EVERY_KIND else None

    def _alignment(self, column: Column, _node_id: NodeId) -> int | None:
        if column.field.type is not FieldType.NUMBER:
            return None
        return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if role not in (_Role.DisplayRole, _Role.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.reader.heading(self.columns[section])
        return str(section + 1) if section < len(self.nodes) else "+"

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self.can_edit(index.row(), index.column()) else _READ_ONLY

    def can_edit(self, row: int, column: int) -> bool:
        """Tell whether a cell can be filled in: not what the program works out, nor a role on a map it is not on."""
        target = self.columns[column].target
        if (node_id := self.node_at(row)) is None:
            return target == TITLE
        if target is None:
            return False
        match target.part:
            case Part.PLACEMENT:
                return node_id in self.session.view.placements
            case Part.ON_MAP:
                return self.session.map_id in self.session.graph.maps
            case _:
                return True

    # --- editing ------------------------------------------------------------------------------------------------------

    @override
    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        """Give a cell a value as the document keeps it (not words for it); in the last row, add an item."""
        if role != _Role.EditRole or not self.can_edit(index.row(), index.column()):
            return False
        typed = tuple(map(str, value)) if isinstance(value, list | tuple) else value
        if typed is not None and not isinstance(typed, str | bool | tuple):
            return False
        if (node_id := self.node_at(index.row())) is None:
            return self._add(typed)
        return self._change(self.columns[index.column()], node_id, typed)

    def _change(self, column: Column, node_id: NodeId, value: Value | None) -> bool:
        if column.target is None or (column.required and value in {None, ""}):
            return False
        if value == self.reader.value(column, node_id):
            return True
        return several.change(self.session, [Wish(node_id, column.target, value)])

    def _add(self, title: Value | None) -> bool:
        if not isinstance(title, str) or not title.strip():
            return False
        with self.adding():
            return bool(several.add(self.session, [NewNode(self.kind, title)]))

    @contextmanager
    def adding(self) -> Iterator[None]:
        """Let items that are added meanwhile come last, whatever order and filter say: here is where one works."""
        self._is_adding = True
        try:
            yield
        finally:
            self._is_adding = False

    # --- which rows, in which order -----------------------------------------------------------------------------------

    def look_at(self, kind: str, *, whole_document: bool) -> None:
        """Show the items of a kind, of the map in view or of the whole document; another kind begins unfiltered."""
        if kind != self.kind:
            self.kind, self.columns = kind, columns_of(kind)
            self._filter, self._order = self._unfiltered(), self._by_title()
        self.whole_document = whole_document
        self.reload()

    def _unfiltered(self) -> Filter:
        return Filter(self.columns, self._line)

    def _by_title(self) -> Order:
        return Order(self.columns[0], self.columns[0], down=False, key_of=self.reader.sort_key)

    def search(self, text: str) -> None:
        """Show only rows that hold all these words, each anywhere in the columns that are searched."""
        self._refilter_if(self._filter.search(text))

    def search_in(self, columns: Sequence[Column]) -> None:
        """Search these columns: those that somebody sees."""
        self._refilter_if(self._filter.search_in(columns))

    def search_column(self, column: Column, text: str) -> None:
        """Show only rows that hold all these words in one column; `EMPTY_SIGN`: where that is empty."""
        self._refilter_if(self._filter.search_column(column, text))

    def _refilter_if(self, others_pass: bool) -> None:
        if others_pass:
            self._refilter()

    @property
    def is_filtered(self) -> bool:
        """Whether rows may be left out."""
        return not self._filter.lets_all_pass

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        wanted = replace(self._order, column=self.columns[column], down=order == Qt.SortOrder.DescendingOrder)
        if wanted == self._order and self._ordered is not None:
            return
        self._order, self._ordered = wanted, None
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(index.row(), index.column(), self.node_at(index.row())) for index in before]
        showing = self._rows.keys()
        self._number([node_id for node_id in self._all_in_order() if node_id in showing])
        after = [
            self.index(row if node_id is None else self._rows[node_id], column_number)
            for row, column_number, node_id in held
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _all_in_order(self) -> list[NodeId]:
        if self._ordered is None:
            self._ordered = self._order.applied(self._members())
        return self._ordered

    def _belongs(self, node_id: NodeId) -> bool:
        graph = self.session.graph
        if node_id not in graph.nodes or (self.kind not in {EVERY_KIND, graph.nodes[node_id].kind}):
            return False
        return self.whole_document or node_id in self.session.view.placements

    def _members(self) -> Iterable[NodeId]:
        nodes = self.session.graph.nodes if self.whole_document else self.session.view.nodes
        return (node.id for node in nodes.values() if self.kind in {EVERY_KIND, node.kind})

    def _load(self) -> None:
        self._map_id = self.session.map_id
        nodes = self._all_in_order()
        self._number(
            [node_id for node_id in nodes if self._filter.passes(node_id)] if self.is_filtered else list(nodes)
        )

    def _number(self, nodes: list[NodeId]) -> None:
        self.nodes = nodes
        self._rows = {node_id: row for row, node_id in enumerate(nodes)}

    def reload(self) -> None:
        """Show the rows anew, in order."""
        self._forget()
        self._refilter()

    def _forget(self) -> None:
        """Let go of what was worked out of the document as it was."""
        self._filter.forget()
        self._lines.clear()
        self._ordered = None

    def _refilter(self) -> None:
        self.beginResetModel()
        self._load()
        self.endResetModel()
        self.rows_changed.emit()

    # --- following the session ----------------------------------------------------------------------------------------

    def _follow(self, changes: ChangeSet) -> None:
        if changes.moves_only:
            return
        self._forget()
        if self._map_id != self.session.map_id:
            self.reload()
            return
        gone = [row for node_id in changes.concerned if (row := self._rows.get(node_id)) is not None]
        gone = sorted(row for row in gone if not self._belongs(self.nodes[row]))
        come = [node_id for node_id in self._arrived(changes) if self._is_adding or self._filter.passes(node_id)]
        if len(_runs(gone)) + (1 if self._is_adding else len(come)) > _MOST_RUNS:
            self.reload()
            return
        self._take_out(_runs(gone))
        self._put_in(self._places(come))
        self._tell_all()
        if gone or come:
            self.rows_changed.emit()

    def _arrived(self, changes: ChangeSet) -> list[NodeId]:
        """Return the items that come to stand here, new ones in the order in which they were made."""
        made = (change.entity.id for change in changes if isinstance(change.entity, Node))
        ordered = dict.fromkeys((*made, *sorted(changes.concerned)))
        return [node_id for node_id in ordered if node_id not in self._rows and self._belongs(node_id)]

    def _places(self, come: Sequence[NodeId]) -> list[tuple[int, list[NodeId]]]:
        """Return before which row new rows come: last when they are made here, else where the order has them."""
        if self._is_adding:
            return [(len(self.nodes), list(come))] if come else []
        place = self._order.place
        placed = [
            (bisect_right(self.nodes, place(node_id), key=place), node_id) for node_id in self._order.applied(come)
        ]
        groups = groupby(sorted(placed, key=_FIRST), key=_FIRST)
        return [(row, [node_id for _, node_id in group]) for row, group in groups]

    def _take_out(self, runs: list[tuple[int, int]]) -> None:
        for first, last in reversed(runs):
            self.beginRemoveRows(_NO_PARENT, first, last)
            self._number(self.nodes[:first] + self.nodes[last + 1 :])
            self.endRemoveRows()

    def _put_in(self, places: list[tuple[int, list[NodeId]]]) -> None:
        for place, come in reversed(places):
            self.beginInsertRows(_NO_PARENT, place, place + len(come) - 1)
            self._number(self.nodes[:place] + come + self.nodes[place:])
            self.endInsertRows()

    def _tell_all(self) -> None:
        """Any cell may read otherwise, through a title, a relation or a status; views ask again only what they show."""
        if self.nodes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.nodes) - 1, len(self.columns) - 1))

    def _tell_findings(self) -> None:
        self._forget()
        if self.nodes:
            column = next(place for place, one in enumerate(self.columns) if one.id == FINDINGS)
            self.dataChanged.emit(self.index(0, column), self.index(len(self.nodes) - 1, column))


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of every run of rows that follow each other."""
    runs = (list(run) for _, run in groupby(enumerate(rows), key=lambda numbered: numbered[1] - numbered[0]))
    return [(run[0][1], run[-1][1]) for run in runs]
