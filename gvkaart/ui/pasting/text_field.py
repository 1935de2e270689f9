"""The field in which an outline is typed: Tab indents, Enter goes on at the same depth; F6 leads out of it."""

from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from gvkaart.domain.overriding import override

INDENT: Final = "    "
LONGEST: Final = 200_000
"""Characters that are taken at once; more hangs a text field of Qt, above all without line breaks."""


class OutlineField(QPlainTextEdit):
    """Plain text with indentation by keyboard."""

    refused = Signal(int)
    """A text was too long to be pasted: so many characters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(INDENT))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Tab if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._indent()
            case Qt.Key.Key_Backtab:
                self._outdent()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() == Qt.KeyboardModifier.NoModifier:
                line = self.textCursor().block().text()
                self.insertPlainText("\n" + line[: len(line) - len(line.lstrip())])
                self.ensureCursorVisible()
            case _:
                super().keyPressEvent(event)

    def _indent(self) -> None:
        for cursor in self._line_starts():
            cursor.insertText(INDENT)

    def _outdent(self) -> None:
        for cursor in self._line_starts():
            text = cursor.block().text()
            taken = 1 if text.startswith("\t") else len(text[: len(INDENT)]) - len(text[: len(INDENT)].lstrip(" "))
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, taken)
            cursor.removeSelectedText()

    def _line_starts(self) -> list[QTextCursor]:
        """Return a cursor at the beginning of every line of the selection; what is done with them is one undo step."""
        chosen = self.textCursor()
        first, last = (self.document().findBlock(at) for at in (chosen.selectionStart(), chosen.selectionEnd()))
        cursors, block = [], first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            cursors.append(QTextCursor(block))
            block = block.next()
        return cursors

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > LONGEST:
            self.refused.emit(len(text))
        else:
            self.insertPlainText(text)
