"""Editing in place: opens the right editor in a cell, and hands in what was filled in on Enter, Tab or leaving."""

from typing import Final, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from gvkaart.domain.overriding import override
from gvkaart.ui.inspector.node_picker import NodesEditor
from gvkaart.ui.tables.cell_editors import ROOM, CellEditor, NodeCell, NodesCell, cell_editor
from gvkaart.ui.tables.model import TableModel
from gvkaart.ui.tables.parsing import Misfit

_Index = QModelIndex | QPersistentModelIndex
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEW_LINE: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
_NO_HINT: Final = QStyledItemDelegate.EndEditHint.NoHint
_REVERT: Final = QStyledItemDelegate.EndEditHint.RevertModelCache


class Delegate(QStyledItemDelegate):
    """Makes the editors, and decides when one is done."""

    finished = Signal(int)
    """An editor was left by a key that goes on to another cell; carries that key."""

    def __init__(self, model: TableModel, view: QAbstractItemView) -> None:
        """Edit the cells of a model in a view of it."""
        super().__init__(view)
        self._model, self._view = model, view
        self._open: QWidget | None = None
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._follow_focus)

    # --- for the view -------------------------------------------------------------------------------------------------

    def hand_in(self) -> None:
        """Hand in what is being filled in, and close its editor."""
        if (opened := self._opened()) is not None:
            self._finish(opened)

    def _opened(self) -> QWidget | None:
        """Return the editor that is open; a table or row that goes away takes it along, or hides it, without a word."""
        is_there = self._open is not None and isValid(self._open) and not self._open.isHidden()
        return self._open if is_there else None

    # --- editors ------------------------------------------------------------------------------------------------------

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        column, node_id = self._model.columns[index.column()], self._model.node_at(index.row())
        editor = cell_editor(column, self._model.reader, node_id, parent)
        editor.setAccessibleName(self._model.reader.heading(column))
        editor.setObjectName("cell-editor")
        self._open = editor
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda _row: self._finish_if_open(editor))
        elif isinstance(editor, NodeCell):
            editor.chosen.connect(lambda: self._finish_if_open(editor))
        elif isinstance(editor, NodesCell):
            editor.line.setAccessibleName(editor.accessibleName())
            editor.line.installEventFilter(self)
        return editor

    @override
    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        if editor is self._open:
            self._open = None
        super().destroyEditor(editor, index)

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Fill an editor once: what changes in the document meanwhile does not disturb who is typing."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        node_id = self._model.node_at(index.row())
        column = self._model.columns[index.column()]
        _cell(editor).fill(self._model.reader.value(column, node_id) if node_id is not None else None)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        try:
            self._model.setData(index, _cell(editor).value())
        except Misfit as misfit:
            self._model.session.problem.emit(misfit.sentence)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Lay an editor over its cell; one that needs more room stays within what is seen of the table."""
        cell = option.rect
        width, height = ROOM.get(self._model.columns[index.column()].field.type, (120, cell.height()))
        place = QRect(cell.topLeft(), cell.size().expandedTo(editor.minimumSize()))
        place.setSize(place.size().expandedTo(editor.minimumSizeHint() if height == cell.height() else place.size()))
        place.setWidth(max(place.width(), width))
        place.setHeight(max(cell.height(), height))
        inside = self._view.viewport().rect()
        place.moveLeft(max(0, min(place.left(), inside.right() - place.width())))
        place.moveTop(max(0, min(place.top(), inside.bottom() - place.height())))
        editor.setGeometry(place)

    # --- keys ---------------------------------------------------------------------------------------------------------

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        opened = self._opened()
        is_one_of_several = isinstance(editor, NodesCell) or isinstance(editor.parent(), NodesEditor)
        if opened is None or editor not in {opened, opened.focusProxy()}:
            return not is_one_of_several and super().eventFilter(editor, event)
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._press(opened, event)
        return not is_one_of_several and super().eventFilter(editor, event)

    def _press(self, editor: QWidget, event: QKeyEvent) -> bool:
        """Deal with a key that leaves the cell; tell whether it was one."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self._open = None
            self.closeEditor.emit(editor, _REVERT)
            return True
        if key in _ENTER and isinstance(editor, QPlainTextEdit) and event.modifiers() & _NEW_LINE:
            editor.insertPlainText("\n")
            return True
        if key in _ENTER and isinstance(editor, NodesCell) and editor.line.text():
            return False
        if key not in (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        if self._finish(editor, told=True):
            self.finished.emit(int(Qt.Key.Key_Return if key in _ENTER else key))
        return True

    def _finish(self, editor: QWidget, *, told: bool = False) -> bool:
        """Hand in and close; with `told`, stay open where what was filled in does not fit, and say why."""
        if told:
            try:
                _cell(editor).value()
            except Misfit as misfit:
                QToolTip.showText(editor.mapToGlobal(editor.rect().bottomLeft()), misfit.sentence, editor)
                return False
        self._open = None  # closing takes the keyboard away, which must not close it once more
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, _NO_HINT)
        return True

    def _finish_if_open(self, editor: QWidget) -> None:
        """Hand in what was chosen, unless the list from which it was chosen outlived its cell."""
        if editor is self._opened():
            self._finish(editor)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Hand in what was filled in where several widgets make an editor, when the keyboard leaves all of them."""
        opened = self._opened()
        if isinstance(opened, NodesCell) and new is not None and new is not opened and not opened.isAncestorOf(new):
            self._finish(opened)


def _cell(editor: QWidget) -> CellEditor:
    """Take an editor for what this delegate made it: Qt hands it back as any widget."""
    return cast("CellEditor", editor)
