"""Editors in a cell, one for each way to fill in a field. Each shows a value (`fill`) and tells it (`value`)."""

from collections.abc import Iterable
from typing import Final, Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.entities import NodeId, Value
from gvkaart.domain.metamodel import FieldType
from gvkaart.domain.text import clean_text
from gvkaart.ui.growing_text import with_short_lines
from gvkaart.ui.inspector.editors import Option
from gvkaart.ui.inspector.node_picker import NodeLine, NodesEditor, candidates
from gvkaart.ui.session import Session
from gvkaart.ui.tables.columns import Column
from gvkaart.ui.tables.parsing import Misfit, Parser
from gvkaart.ui.tables.reading import Reader

ROOM: Final = {
    FieldType.TEXT: (320, 130),
    FieldType.LIST: (260, 110),
    FieldType.NODES: (320, 190),
    FieldType.CHOICES: (220, 140),
}
"""Least width and height in pixels of editors that need more room than their cell."""


class CellEditor(Protocol):
    """What the delegate asks of an editor."""

    def fill(self, value: Value | None) -> None:
        """Show a value."""

    def value(self) -> Value | None:
        """Return what is filled in.

        Raises:
            Misfit: it is no value of this column.
        """


def cell_editor(column: Column, reader: Reader, node_id: NodeId | None, parent: QWidget) -> QWidget:
    """Make the editor of a cell."""
    match column.field.type:
        case FieldType.TEXT | FieldType.LIST:
            return TextCell(column, parent)
        case FieldType.CHOICE | FieldType.FLAG | FieldType.VALUE | FieldType.ROUND:
            return ChoiceCell(options(column, reader), column, parent)
        case FieldType.CHOICES:
            return ChoicesCell(options(column, reader), parent)
        case FieldType.NODE:
            return NodeCell(column, reader.session, node_id, parent)
        case FieldType.NODES:
            return NodesCell(column, reader.session, parent)
        case _:
            return LineCell(column, reader, node_id, parent)


def options(column: Column, reader: Reader) -> list[Option]:
    """Return what can be chosen in a column; public values below the headings of their categories."""
    field, session = column.field, reader.session
    match field.type:
        case FieldType.FLAG:
            values: Iterable[Value] = (True, False)
        case FieldType.ROUND:
            values = [one.id for one in session.graph.rounds_of(session.map_id)]
        case FieldType.VALUE:
            return _public_values(session)
        case _:
            values = field.choices
    return [Option(value, reader.word(column, value)) for value in values]


def _public_values(session: Session) -> list[Option]:
    found = []
    for category, values in session.catalogue.by_category.items():
        found.append(Option(None, session.catalogue.categories[category]))
        found += [Option(one.id, one.name, one.explanation) for one in values]
    return found


class LineCell(QLineEdit):
    """One line: a text, a date or a number."""

    def __init__(self, column: Column, reader: Reader, node_id: NodeId | None, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._column, self._parser, self._node_id = column, Parser(reader), node_id
        if column.field.type is FieldType.DATE:
            self.setPlaceholderText(self.tr("jjjj, jjjj-mm of jjjj-mm-dd"))

    def fill(self, value: Value | None) -> None:
        """Show a value."""
        self.setText(value if isinstance(value, str) else "")

    def value(self) -> Value | None:
        """Return what was typed, as a value of the column."""
        return self._parser.value(self._column, self.text(), self._node_id)


class TextCell(QPlainTextEdit):
    """Running text, or a list with an entry on every line; Enter is done, Shift+Enter begins a new line."""

    def __init__(self, column: Column, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._is_list = column.field.type is FieldType.LIST
        self.setPlaceholderText(self.tr("Eén per regel, met Shift+Enter") if self._is_list else "")

    def fill(self, value: Value | None) -> None:
        """Show a value."""
        text = "\n".join(value) if isinstance(value, tuple) else str(value or "")
        self.setPlainText(with_short_lines(text))
        self.selectAll()

    def value(self) -> Value | None:
        """Return what was typed."""
        text = clean_text(self.toPlainText())
        if self._is_list:
            return tuple(dict.fromkeys(line.strip() for line in text.split("\n") if line.strip())) or None
        return text if text.strip() else None


class ChoiceCell(QComboBox):
    """One out of several; the list unfolds at once."""

    def __init__(self, offered: list[Option], column: Column, parent: QWidget) -> None:
        """Offer the options, and nothing at all where the cell may be empty."""
        super().__init__(parent)
        self._values: list[Value | None] = []
        if not column.required:
            self._offer(Option(None, ""), enabled=True)
        for option in offered:
            self._offer(option, enabled=option.value is not None)
        QTimer.singleShot(0, self, self.showPopup)

    def _offer(self, option: Option, *, enabled: bool) -> None:
        self._values.append(option.value)
        self.addItem(option.words)
        model = self.model()
        if not enabled and isinstance(model, QStandardItemModel):
            model.item(self.count() - 1).setEnabled(False)

    def fill(self, value: Value | None) -> None:
        """Show a value; one that is not offered is added, for a file may hold it."""
        if value not in self._values:
            self._offer(Option(value, str(value)), enabled=True)
        self.setCurrentIndex(self._values.index(value))

    def value(self) -> Value | None:
        """Return what was chosen."""
        return self._values[self.currentIndex()]


class ChoicesCell(QListWidget):
    """Any number of options; the space bar checks one."""

    def __init__(self, offered: list[Option], parent: QWidget) -> None:
        """Offer a check box for each option."""
        super().__init__(parent)
        self._values = [str(option.value) for option in offered]
        for option in offered:
            item = QListWidgetItem(option.words, self)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.setCurrentRow(0)

    def fill(self, value: Value | None) -> None:
        """Show a value."""
        for row, one in enumerate(self._values):
            checked = isinstance(value, tuple) and one in value
            self.item(row).setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    def value(self) -> Value | None:
        """Return what is checked."""
        rows = range(self.count())
        return tuple(self._values[row] for row in rows if self.item(row).checkState() == Qt.CheckState.Checked) or None


class NodeCell(NodeLine):
    """One other item, found by typing part of its title."""

    def __init__(self, column: Column, session: Session, node_id: NodeId | None, parent: QWidget) -> None:
        """Choose among the items that the column allows."""
        super().__init__(lambda: candidates(session, column.field.targets, without=node_id))
        self.setParent(parent)
        self._session = session

    def fill(self, value: Value | None) -> None:
        """Show a value."""
        node = self._session.graph.nodes.get(NodeId(value)) if isinstance(value, str) else None
        self.show_node(node.id if node is not None else None, node.title if node is not None else "")
        self.selectAll()

    def value(self) -> Value | None:
        """Return the item that was chosen."""
        if self.complaint:
            raise Misfit(self.complaint)
        return self.named or None


class NodesCell(QFrame):
    """Any number of other items: a line to add one by typing part of its title, and below it those there are."""

    def __init__(self, column: Column, session: Session, parent: QWidget) -> None:
        """Choose among the items that the column allows."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._inner = NodesEditor(lambda _value: True, session, column.field.targets)
        self.line = self._inner.line
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(3, 3, 3, 3)
        column_layout.addWidget(self._inner)
        column_layout.addStretch(1)
        self.setFocusProxy(self.line)

    def fill(self, value: Value | None) -> None:
        """Show a value."""
        self._inner.begin(value)

    def value(self) -> Value | None:
        """Return the items that were chosen."""
        if self.line.complaint:
            raise Misfit(self.line.complaint)
        return self._inner.value()
