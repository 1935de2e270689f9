"""The headings of a table, each with a field below it that filters by that column."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTableView, QWidget

from gvkaart.domain.overriding import override

_GAP: Final = 3


class FilterHeader(QHeaderView):
    """Headings that sort, move and resize, with a row of filter fields."""

    filter_changed = Signal(int, str)
    """Something was typed below a heading: its column, and the text."""

    def __init__(self, table: QTableView) -> None:
        """Belong to a table."""
        super().__init__(Qt.Orientation.Horizontal, table)
        self._fields: dict[int, QLineEdit] = {}
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumSectionSize(60)
        self.sectionResized.connect(self.place)
        self.sectionMoved.connect(self.place)
        table.horizontalScrollBar().valueChanged.connect(self.place)

    @override
    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(size.width(), size.height() + self._field_height() + _GAP)

    @override
    def updateGeometries(self) -> None:
        self.setViewportMargins(0, 0, 0, self._field_height() + _GAP)
        super().updateGeometries()
        self.place()

    def _field_height(self) -> int:
        return self.fontMetrics().height() + 8

    def begin(self) -> None:
        """Forget the fields: these are the headings of another table."""
        for field in self._fields.values():
            field.blockSignals(True)  # a menu that is open on it may still change it
            field.hide()
            field.deleteLater()
        self._fields = {}
        self.place()

    def clear(self) -> None:
        """Empty all fields, and say so."""
        for column, field in self._fields.items():
            if field.text():
                field.clear()
                self.filter_changed.emit(column, "")

    def filter_by(self, column: int, text: str) -> None:
        """Fill in the field of a column, as if it was typed."""
        self._field(column).setText(text)
        self.filter_changed.emit(column, text)

    def place(self) -> None:
        """Lay the fields below their headings; those of columns that are not seen go out of the way of the keyboard."""
        height, top = self._field_height(), self.height() - self._field_height() - 1
        before: QLineEdit | None = None
        for section in range(self.count()):
            column = self.logicalIndex(section)
            if self.isSectionHidden(column):
                if column in self._fields:
                    self._fields[column].hide()
                continue
            field = self._field(column)
            left = self.sectionViewportPosition(column)
            field.setGeometry(left + 1, top, max(10, self.sectionSize(column) - 3), height)
            field.setVisible(left + self.sectionSize(column) > 0)
            field.setPlaceholderText(self.tr("filter") if before is None else "")
            if before is not None:
                QWidget.setTabOrder(before, field)
            before = field

    def _field(self, column: int) -> QLineEdit:
        if column not in self._fields:
            field = QLineEdit(self)
            heading = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            field.setObjectName("column-filter")
            field.setAccessibleName(self.tr("Filter op {column}").format(column=heading))
            field.setToolTip(self.tr("Alleen rijen met deze woorden; = toont lege cellen"))
            field.textEdited.connect(lambda text: self.filter_changed.emit(column, text))
            self._fields[column] = field
        return self._fields[column]
