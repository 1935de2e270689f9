"""The table of a preview: cells are changed in place, by mouse or by keyboard."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from gvkaart.domain.overriding import override
from gvkaart.exchange.outline_text import NO_ITEM
from gvkaart.ui.icons import icon
from gvkaart.ui.pasting.rows_model import Column, RowsModel
from gvkaart.ui.uncopied import Uncopied

_Index = QModelIndex | QPersistentModelIndex


class RowsTable(QTableView):
    """Every line of an outline with what becomes of it. Delete leaves a line out."""

    def __init__(self, model: RowsModel) -> None:
        """Show a model."""
        super().__init__()
        self._rows = model
        self.setModel(model)
        Uncopied(self)
        self.setAccessibleName(self.tr("Wat er van elke regel wordt"))
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self._choosing = _Choosing(self, model)
        for column in (Column.KIND, Column.RELATION):
            self.setItemDelegateForColumn(column, self._choosing)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        height = self.fontMetrics().height()
        self.setIconSize(QSize(height, height))
        self.verticalHeader().setDefaultSectionSize(round(height * 1.5))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share(self.viewport().width())

    def _share(self, width: int) -> None:
        """Give the columns their share of a width."""
        em = self.fontMetrics().horizontalAdvance("x")
        fixed = {Column.KIND: 18 * em, Column.JOINS: 11 * em, Column.DOUBT: 18 * em}
        left = max(width - sum(fixed.values()), 46 * em)
        shares = {Column.TYPED: 0.34, Column.TITLE: 0.33, Column.RELATION: 0.33}
        for column in Column:
            self.setColumnWidth(column, fixed.get(column) or round(left * shares[column]))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            for index in self.selectedIndexes() or [self.currentIndex()]:
                if index.isValid():
                    self._rows.choose(index.siblingAtColumn(Column.KIND), NO_ITEM)
        else:
            super().keyPressEvent(event)


class _Choosing(QStyledItemDelegate):
    """A list to choose from, which opens at once; choosing is all it takes."""

    def __init__(self, table: QTableView, rows: RowsModel) -> None:
        """Offer what the model offers."""
        super().__init__(table)
        self._rows = rows

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        box = QComboBox(parent)
        for one in self._rows.options(index):
            if one.icon:
                box.addItem(icon(one.icon), one.words, one.value)
            else:
                box.addItem(one.words, one.value)
        box.setMaxVisibleItems(24)
        box.activated.connect(lambda _row: self._take(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        values = [one.value for one in self._rows.options(index)]
        cast("QComboBox", editor).setCurrentIndex(values.index(self._rows.chosen(index)))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        row = cast("QComboBox", editor).currentIndex()
        self._rows.choose(index, self._rows.options(index)[row].value)
