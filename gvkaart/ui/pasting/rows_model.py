"""The preview of an outline as a table: every line with what becomes of it, and what may be chosen instead."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple, assert_never

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.overriding import override
from gvkaart.exchange.outline_text import NO_ITEM, NO_RELATION, Choice, Row
from gvkaart.exchange.outline_words import Way
from gvkaart.ui.icons import icon
from gvkaart.ui.shortening import shortened
from gvkaart.ui.ways import ways_between
from gvkaart.words import Words

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_SHOWN: Final = 26
"""Characters of the title of a parent."""


class Column(IntEnum):
    """What is told of each line."""

    TYPED = 0
    KIND = 1
    DOUBT = 2
    TITLE = 3
    RELATION = 4
    JOINS = 5


class Option(NamedTuple):
    """Something that can be chosen in a cell; `icon` names an icon, or none."""

    words: str
    value: str | Way
    icon: str = ""


class RowsModel(QAbstractTableModel):
    """Rows of a proposal; what is changed in a cell is told as a choice, the rows themselves come from outside."""

    decided = Signal(int, object)
    """The number of a row, and the `Choice` made in one of its cells."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._words = words
        self.rows: Sequence[Row] = ()
        self._titles: dict[Column, str] = {
            Column.TYPED: self.tr("Regel"),
            Column.KIND: self.tr("Soort"),
            Column.TITLE: self.tr("Titel"),
            Column.RELATION: self.tr("Hangt aan"),
            Column.JOINS: self.tr("Bestaat al"),
            Column.DOUBT: self.tr("Let op"),
        }

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; with as many as before the cursor stays where it is."""
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        if role != _Role.DisplayRole:
            return None
        return self._titles[Column(section)] if orientation == Qt.Orientation.Horizontal else section + 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        row, flags = self.rows[index.row()], Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        match Column(index.column()):
            case Column.KIND:
                return flags | Qt.ItemFlag.ItemIsEditable
            case Column.TITLE:
                return flags | Qt.ItemFlag.ItemIsEditable if row.is_item else flags
            case Column.RELATION:
                return flags | Qt.ItemFlag.ItemIsEditable if row.is_item and row.parent is not None else flags
            case Column.JOINS:
                return flags | Qt.ItemFlag.ItemIsUserCheckable if row.known else flags
            case Column.TYPED | Column.DOUBT:
                return flags
            case _ as unreachable:
                assert_never(unreachable)

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        row, column = self.rows[index.row()], Column(index.column())
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return self._text(row, column)
            case _Role.ToolTipRole:
                return self._text(row, column).replace("<", "\u2039") or None
            case _Role.AccessibleTextRole if column == Column.JOINS:
                return self._said(row)
            case _Role.DecorationRole if column == Column.KIND and row.is_item:
                return icon(row.kind)
            case _Role.CheckStateRole if column == Column.JOINS and row.known:
                return Qt.CheckState.Unchecked if row.is_new else Qt.CheckState.Checked
        return None

    def _text(self, row: Row, column: Column) -> str:
        match column:
            case Column.TYPED:
                return row.line.typed.expandtabs(4)
            case Column.KIND:
                return self._words.term(f"kind.{row.kind}") if row.is_item else self.tr("(geen item)")
            case Column.TITLE:
                return row.title if row.is_item else ""
            case Column.RELATION:
                return self._relation(row)
            case Column.JOINS:
                return ""
            case Column.DOUBT:
                return self._words.text(f"outline.doubt.{row.doubt}") if row.doubt is not None else ""
            case _ as unreachable:
                assert_never(unreachable)

    def _relation(self, row: Row) -> str:
        if not row.is_item or row.parent is None:
            return ""
        if row.way is None:
            return self.tr("(geen relatie)")
        return f"{self._way(row.way)} ({shortened(self.rows[row.parent].title, _SHOWN)})"

    def _said(self, row: Row) -> str:
        """Say for a screen reader whether a line joins what exists."""
        if not row.known:
            return self.tr("nieuw")
        return self.tr("bestaat al, komt er nog een keer bij") if row.is_new else self.tr("bestaat al, wordt gebruikt")

    def _way(self, way: Way) -> str:
        """Read a relation from the item above."""
        return self._words.term(f"{'relation' if way.down else 'inverse'}.{way.relation}")

    def options(self, index: _Index) -> list[Option]:
        """Return what may be chosen in a cell."""
        row = self.rows[index.row()]
        if Column(index.column()) == Column.KIND:
            kinds = [Option(self._words.term(f"kind.{kind}"), kind, kind) for kind in KINDS]
            return [*kinds, Option(self.tr("(geen item)"), NO_ITEM)]
        between = ways_between(self.rows[row.parent].kind, row.kind) if row.parent is not None else ()
        ways = [Way(one.relation, one.outgoing) for one in between]
        return [*(Option(self._way(way), way) for way in ways), Option(self.tr("(geen relatie)"), NO_RELATION)]

    def chosen(self, index: _Index) -> str | Way:
        """Return which of the options stands in a cell now."""
        row = self.rows[index.row()]
        return row.kind if Column(index.column()) == Column.KIND else row.way or NO_RELATION

    def choose(self, index: _Index, value: str | Way) -> None:
        """Decide about a cell with options."""
        if value != self.chosen(index):
            choice = Choice(way=value) if isinstance(value, Way) else Choice(kind=value)
            self.decided.emit(index.row(), choice)

    @override
    def setData(self, index: _Index, value: object, role: int = _Role.EditRole) -> bool:
        match Column(index.column()), role:
            case Column.TITLE, _Role.EditRole:
                if str(value) != self.rows[index.row()].title:
                    self.decided.emit(index.row(), Choice(title=str(value)))
            case Column.JOINS, _Role.CheckStateRole:
                self.decided.emit(index.row(), Choice(joins=Qt.CheckState(value) == Qt.CheckState.Checked))
            case _:
                return False
        return True
