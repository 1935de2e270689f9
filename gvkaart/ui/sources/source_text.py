"""The text of a source in a widget: which place on the screen is which place in the text, also while one corrects it.

Qt's plain text widget lays out what is in view only; with blocks of a page at most (`gvkaart.ui.sources.blocks`) it is
fluid at any length of text and of line. Measured, without a screen: two megabytes open in 40 ms, a step of the scroll
bar takes at most 9 ms.
"""

import re
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QTextBlock, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QWidget

from gvkaart.domain.overriding import override
from gvkaart.domain.passages import Span
from gvkaart.domain.text import clean_text
from gvkaart.ui.claiming import claims
from gvkaart.ui.painted_text import PaintedText
from gvkaart.ui.sources.blocks import Blocks, Spot, put_together

_CONTINUES: Final = 1
"""State of a block that goes on where the one before stops."""

_UNDO: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_READING: Final = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
_EDITING: Final = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Delete)


class SourceText(PaintedText):
    """Shows the text of one source, to be read or corrected; places are offsets in that text."""

    typed = Signal()
    """The text was changed by typing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # what is undone is the document
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setCursorWidth(2)
        self._blocks = Blocks("")
        self.set_writable(False)
        self.textChanged.connect(self._note_typing)

    # --- the text -----------------------------------------------------------------------------------------------------

    @property
    def body(self) -> str:
        """The text as it was given, without what was typed since."""
        return self._blocks.text

    @property
    def writable(self) -> bool:
        """Whether the text can be corrected now."""
        return not self.isReadOnly()

    def show_text(self, text: str) -> None:
        """Show a text from its beginning; one that stands there already, given or typed, stays where it is."""
        if text == self._blocks.text:
            return
        if self.document().isModified() and text == self.typed_text():
            self._adopt(text)
        else:
            self._load(text)

    def _load(self, text: str) -> None:
        self._blocks = Blocks(text)
        before = self.blockSignals(True)
        self.setPlainText(self._blocks.shown())
        for number in self._blocks.continuing:
            self.document().findBlockByNumber(number).setUserState(_CONTINUES)
        self.document().setModified(False)
        self.blockSignals(before)

    def set_writable(self, writable: bool) -> None:
        """Let the text be corrected, or only read; reading has a cursor too, to select with."""
        self.setReadOnly(not writable)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextEditorInteraction if writable else flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )

    def typed_text(self) -> str:
        """Return the text with what was typed; long paragraphs are whole again."""
        if not self.document().isModified():
            return self.body
        return clean_text(put_together(_texts(self.document().firstBlock()))).strip("\n")

    def _adopt(self, text: str) -> None:
        """Take what was typed for the text from now on; the cursor stays where it is."""
        spot = self._typed_spot()
        scrolled = self.verticalScrollBar().value()
        self._load(text)
        last = self.document().blockCount() - 1
        self._put_cursor(Spot(min(spot.block, last), spot.column))
        self.verticalScrollBar().setValue(scrolled)

    def forget_typed(self) -> None:
        """Show the text as it was given again."""
        if self.document().isModified():
            self._load(self.body)

    def _typed_spot(self) -> Spot:
        cursor = self.textCursor()
        return Spot(cursor.blockNumber(), cursor.position() - cursor.block().position())

    # --- where things are ---------------------------------------------------------------------------------------------

    @property
    def selection(self) -> Span:
        """What is selected, without white space at either end; an empty span at the cursor when nothing is."""
        cursor = self.textCursor()
        start, end = (self._offset_of(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        part = self.body[start:end]
        begin = start + len(part) - len(part.lstrip())
        return Span(begin, max(begin, start + len(part.rstrip()))) if part.strip() else Span(start, start)

    def show_span(self, span: Span) -> None:
        """Bring a part of the text into view and select it, with the cursor at its beginning."""
        cursor = self._cursor(span)
        begin = QTextCursor(cursor)
        begin.setPosition(cursor.selectionStart())
        self.setTextCursor(begin)
        self.centerCursor()
        begin.setPosition(cursor.selectionEnd())
        begin.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(begin)

    def find_words(self, words: str) -> bool:
        """Go to the next place with these words, round the end; tell whether there is one."""
        wanted = re.compile(re.escape(words), re.IGNORECASE)
        found = wanted.search(self.body, self.selection.start + 1) or wanted.search(self.body)
        if found is None or not words:
            return False
        self.show_span(Span(*found.span()))
        return True

    def rect_of(self, offset: int) -> QRect:
        """Return where a character is shown, in pixels from the top left of the text."""
        return self.cursorRect(self._cursor(Span(offset, offset)))

    def visible_span(self) -> Span:
        """Return which part of the text is in view."""
        first = self.firstVisibleBlock()
        bottom = self.cursorForPosition(self.viewport().rect().bottomRight()).block()
        last = min(bottom.blockNumber(), self._last_block)
        return Span(self._blocks.range_of(min(first.blockNumber(), last))[0], self._blocks.range_of(last)[1])

    @property
    def _last_block(self) -> int:
        return self._blocks.spot(len(self.body)).block

    def _position_of(self, offset: int) -> int:
        spot = self._blocks.spot(offset)
        block = self.document().findBlockByNumber(spot.block)
        return block.position() + min(spot.column, block.length() - 1)

    def _offset_of(self, position: int) -> int:
        return self._blocks.offset(self._spot_of(position))

    def _spot_of(self, position: int) -> Spot:
        block = self.document().findBlock(position)
        return Spot(min(block.blockNumber(), self._last_block), position - block.position())

    def _put_cursor(self, spot: Spot) -> None:
        block = self.document().findBlockByNumber(spot.block)
        cursor = self.textCursor()
        cursor.setPosition(block.position() + min(spot.column, block.length() - 1))
        self.setTextCursor(cursor)

    def _cursor(self, span: Span) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position_of(span.start))
        cursor.setPosition(self._position_of(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # --- events -------------------------------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the cursor while reading: Qt shows none in a text that cannot be changed."""
        super().paintEvent(event)
        if self.isReadOnly() and self.hasFocus() and self.body:
            painter = QPainter(self.viewport())
            painter.fillRect(self.cursorRect(), self.palette().text())
            painter.end()

    @override
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, though Qt claims them; claim copying, which is of text here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            claimed = _UNDO if self.writable else (*_UNDO, *_EDITING)
            if any(event.matches(key) for key in claimed):
                event.ignore()
                return False
        return claims(event, *_READING) or super().event(event)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the text itself: a long paragraph is cut only to show it."""
        data = QMimeData()
        cursor = self.textCursor()
        if self.document().isModified():
            data.setText(cursor.selectedText().replace("\u2029", "\n"))
        else:
            start, end = (self._offset_of(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
            data.setText(self.body[start:end])
        return data

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only, with its long lines cut as those of the text are."""
        self._insert(Blocks(clean_text(source.text())))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    def _insert(self, blocks: Blocks) -> None:
        cursor = self.textCursor()
        cursor.insertText("")  # takes what was selected away
        first = cursor.block().blockNumber()
        cursor.insertText(blocks.shown())
        for number in blocks.continuing:
            self.document().findBlockByNumber(first + number).setUserState(_CONTINUES)
        self.setTextCursor(cursor)

    def _note_typing(self) -> None:
        if self.writable and self.document().isModified():
            self.typed.emit()


def _texts(block: QTextBlock) -> Iterable[tuple[str, bool]]:
    while block.isValid():
        yield block.text(), block.userState() == _CONTINUES
        block = block.next()
