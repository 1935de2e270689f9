"""The steps of a document as rows, the newest first, under the day on which they were done."""

import html
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QDate, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont, QGuiApplication, QIcon
from PySide6.QtWidgets import QWidget

from gvkaart.domain.overriding import override
from gvkaart.store.past import Course, Moment, Standing
from gvkaart.ui.history.naming import step_name
from gvkaart.ui.history.times import clock_words, day_of, day_words, moment_words, span_of
from gvkaart.ui.icons import icon
from gvkaart.words import Words

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_WHAT, _WHEN = range(2)
# Put together once: a tree asks them of every row, and there may be ten thousand.
_OF_DAY: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_OF_MOMENT: Final = _OF_DAY | Qt.ItemFlag.ItemIsSelectable


class HistoryModel(QAbstractTableModel):
    """What was done and when; a row is a moment, or a day."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Begin without steps."""
        super().__init__(parent)
        self._words = words
        self.rows: list[Moment | QDate] = []
        self._present: Moment | None = None

    def load(self, course: Course) -> None:
        """Show a history."""
        self.beginResetModel()
        standing = (one for one in reversed(course.moments) if one.step == course.present)
        self._present = next(standing, None)
        self.rows = []
        span = range(0)
        for moment in reversed(course.moments):
            if moment.op.time not in span:
                self.rows.append(day := day_of(moment.op.time))
                span = span_of(day)
            self.rows.append(moment)
        self.endResetModel()

    def moment(self, index: _Index) -> Moment | None:
        """Return the moment in a row; None for a day."""
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Moment) else None

    def row_of(self, number: int) -> int | None:
        """Return the row of the moment with this number."""
        rows = (row for row, one in enumerate(self.rows) if isinstance(one, Moment) and one.op.id == number)
        return next(rows, None)

    @property
    def present(self) -> int | None:
        """The row of the moment at which the document stands now; a version of it comes before its step."""
        return None if self._present is None else self.row_of(self._present.op.id)

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 2

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _OF_DAY if self.moment(index) is None else _OF_MOMENT

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QIcon | QFont | QBrush | None:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if isinstance(row, Moment):
            return self._of_moment(row, index.column(), role)
        return self._of_day(row, index.column(), role)

    def _of_day(self, day: QDate, column: int, role: int) -> str | QFont | None:
        if role == Qt.ItemDataRole.DisplayRole and column == _WHAT:
            return day_words(day, self._words.language)
        return _bold() if role == Qt.ItemDataRole.FontRole else None

    def _of_moment(self, moment: Moment, column: int, role: int) -> str | QIcon | QFont | QBrush | None:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._what(moment) if column == _WHAT else clock_words(moment.op.time)
            case Qt.ItemDataRole.ToolTipRole:
                text = f"{step_name(moment.op, self._words)}\n{moment_words(moment.op.time, self._words.language)}"
                return html.escape(text).replace("\n", "<br>")
            case Qt.ItemDataRole.DecorationRole if column == _WHAT:
                return icon("version") if moment.is_landmark else None
            case Qt.ItemDataRole.FontRole:
                return _bold() if moment is self._present else None
            case Qt.ItemDataRole.ForegroundRole:
                is_dimmed = moment.standing is not Standing.DONE
                return QBrush(QGuiApplication.palette().placeholderText()) if is_dimmed else None
            case _:
                return None

    def _what(self, moment: Moment) -> str:
        """Name a moment; what its look says is said in words too."""
        name = step_name(moment.op, self._words)
        if moment.is_landmark:
            name = self.tr("Versie: %1").replace("%1", name) if moment.op.name == "version" else name
        if moment is self._present:
            return self.tr("Nu: %1").replace("%1", name)
        if moment.standing is Standing.DONE:
            return name
        return self.tr("Ongedaan: %1").replace("%1", name)


def _bold() -> QFont:
    font = QFont(QGuiApplication.font())
    font.setBold(True)
    return font
