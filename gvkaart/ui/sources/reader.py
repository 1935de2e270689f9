"""The reading pane: the text of one source, with its passages marked and named beside it.

Qt's plain text widget lays out what is in view only; with blocks of a page at most (`gvkaart.ui.sources.blocks`) it is
fluid at any length of text and of line. Measured, without a screen: two megabytes open in 40 ms, a step of the scroll
bar takes at most 9 ms.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMargins, QMimeData, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QMenu, QPlainTextEdit, QTextEdit, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.passages import Passage, Span
from gvkaart.domain.text import clean_text
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.claiming import claims
from gvkaart.ui.sources.blocks import Blocks, Spot, put_together
from gvkaart.ui.sources.colours import format_of
from gvkaart.ui.sources.margins import Labels, Rail

_CONTINUES: Final = 1
"""State of a block that goes on where the one before stops."""

_WIDEST_TEXT: Final = 90
"""Characters on a line; longer ones are hard to read on."""

_UNDO: Final = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_READING: Final = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
_EDITING: Final = (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Delete)

_RAIL: Final = 14
_LABELS: Final = (96, 190)
"""Least and greatest width of the names beside the text, in pixels; below the least only icons fit."""

_LEAST_TEXT: Final = 320
_ICONS: Final = 30


class Mark:
    """A passage as it is shown: of which kind and what title is the item that rests on it."""

    __slots__ = ("kind", "passage", "title")

    def __init__(self, passage: Passage, kind: str, title: str) -> None:
        """Name the item of a passage."""
        self.passage, self.kind, self.title = passage, kind, title

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.passage.span


class Reader(QPlainTextEdit):
    """Shows a source; what is selected can be marked, what is marked can be chosen."""

    marking_wanted = Signal()
    """The user pressed Enter on a selection."""
    chosen = Signal(object)
    """The user chose a passage: the `NodeId` of the item that rests on it."""
    typed = Signal()
    """The text was changed by typing."""
    painted = Signal(QPaintEvent)
    """The text was painted; what belongs on top of it can be now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self.setObjectName("reader")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # what is undone is the document
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setCursorWidth(2)
        self._blocks = Blocks("")
        self._marks: tuple[Mark, ...] = ()
        self._free: tuple[Span, ...] = ()
        self._coloured: tuple[Mark, ...] | None = None
        self._selected: frozenset[NodeId] = frozenset()
        self._rail, self._labels = Rail(self), Labels(self)
        self.updateRequest.connect(self._follow_scroll)
        self.set_writable(False)
        self.textChanged.connect(self._note_typing)

    # --- what is shown ------------------------------------------------------------------------------------------------

    @property
    def body(self) -> str:
        """The text as it was given, without what was typed since."""
        return self._blocks.text

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The passages, in the order of the text."""
        return self._marks

    @property
    def free(self) -> tuple[Span, ...]:
        """The parts on which nothing rests."""
        return self._free

    @property
    def selected_items(self) -> frozenset[NodeId]:
        """The items whose passages stand out."""
        return self._selected

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

    def show_marks(self, marks: Sequence[Mark], free: Sequence[Span]) -> None:
        """Colour the passages, and tell where nothing rests on the text."""
        self._marks, self._free = tuple(marks), tuple(free)
        self._coloured = None
        self._colour()
        self._update_margins()

    def _colour(self) -> None:
        """Colour the passages in view; each costs the layout of a page, so it is not done for all of them at once.

        What was typed since has shifted them: then they stay as they are, Qt moves them along.
        """
        if self.document().isModified():
            return
        seen = self.visible_span()
        marks = tuple(one for one in self._marks if one.span.start < seen.end and seen.start < one.span.end)
        if marks == self._coloured:
            return
        self._coloured = marks
        theme = theme_of(self.palette())
        selections = []
        for mark in marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(mark.span)
            selection.format = format_of(theme, mark.kind)
            selections.append(selection)
        self.setExtraSelections(selections)

    def select_items(self, nodes: Iterable[NodeId]) -> None:
        """Let the passages of these items stand out."""
        self._selected = frozenset(nodes)
        self._update_margins()

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

    def show_next_mark(self, step: int) -> Mark | None:
        """Go to the next passage (`step` 1) or the one before (-1), round the end; return it."""
        index = _next_index([mark.span for mark in self._marks], self.selection, step)
        if index is None:
            return None
        self.show_span(self._marks[index].span)
        return self._marks[index]

    def show_next_free(self, step: int) -> bool:
        """Go to the next or previous part on which nothing rests; tell whether there is one."""
        index = _next_index(self._free, self.selection, step)
        if index is not None:
            self.show_span(self._free[index])
        return index is not None

    def find_words(self, words: str) -> bool:
        """Go to the next place with these words, round the end; tell whether there is one."""
        wanted = re.compile(re.escape(words), re.IGNORECASE)
        found = wanted.search(self.body, self.selection.start + 1) or wanted.search(self.body)
        if found is None or not words:
            return False
        self.show_span(Span(*found.span()))
        return True

    def mark_at(self, offset: int) -> Mark | None:
        """Return the passage at a place: the shortest, which lies in front of the others."""
        around = [mark for mark in self._marks if mark.span.start <= offset < mark.span.end]
        return min(around, key=lambda mark: mark.span.end - mark.span.start, default=None)

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

    # --- margins ------------------------------------------------------------------------------------------------------

    @property
    def shows_names(self) -> bool:
        """Whether there is room beside the text for the titles of items, or only for their icons."""
        return self._labels.width() > _ICONS

    def _place_margins(self) -> None:
        margins = self.viewportMargins()
        width = margins.left() + self.viewport().width() + margins.right()
        room = width - _RAIL - _LEAST_TEXT
        names = min(max(room, _ICONS), _LABELS[1]) if room >= _LABELS[0] else _ICONS
        widest = self.fontMetrics().averageCharWidth() * _WIDEST_TEXT
        spare = max(width - _RAIL - names - widest, 0)
        wanted = QMargins(_RAIL, 0, names + spare, 0)
        if wanted != margins:
            self.setViewportMargins(wanted)
            # Within its own resizing the text keeps the width for which it was broken into lines.
            QTimer.singleShot(0, self, self._break_lines_again)
        text = self.viewport().geometry()
        self._rail.setGeometry(text.left() - _RAIL, text.top(), _RAIL, text.height())
        self._labels.setGeometry(text.right() + 1, text.top(), names, text.height())

    def _break_lines_again(self) -> None:
        size = self.viewport().size()
        super().resizeEvent(QResizeEvent(size, QSize(0, 0)))
        self._update_margins()

    def _update_margins(self) -> None:
        self._rail.update()
        self._labels.update()

    def _follow_scroll(self, _rect: object, _moved: int) -> None:
        self._colour()
        self._update_margins()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_margins()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange} and hasattr(self, "_labels"):
            self.show_marks(self._marks, self._free)
            self._place_margins()

    def make_menu(self) -> QMenu:
        """Return the menu of the right button."""
        return self.createStandardContextMenu()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and the cursor while reading: Qt shows none in a text that cannot be changed."""
        super().paintEvent(event)
        self.painted.emit(event)
        if self.isReadOnly() and self.hasFocus() and self.body:
            painter = QPainter(self.viewport())
            painter.fillRect(self.cursorRect(), self.palette().text())
            painter.end()

    # --- doing --------------------------------------------------------------------------------------------------------

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter marks what is selected, or chooses the passage under the cursor."""
        if self.isReadOnly() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
            return
        super().keyPressEvent(event)
        if self.isReadOnly():
            self.viewport().update()

    def _enter(self) -> None:
        selection = self.selection
        marked = self.mark_at(selection.start)
        if marked is not None and selection in {marked.span, Span(selection.start, selection.start)}:
            self.chosen.emit(marked.passage.node)
        elif selection.start < selection.end:
            self.marking_wanted.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a passage chooses its item; selecting does not."""
        super().mouseReleaseEvent(event)
        if self.isReadOnly() and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            marked = self.mark_at(self._offset_of(self.cursorForPosition(event.position().toPoint()).position()))
            if marked is not None:
                self.chosen.emit(marked.passage.node)

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


def _next_index(spans: Sequence[Span], here: Span, step: int) -> int | None:
    """Return which of the spans, in order, comes after or before a place; round the end."""
    if not spans:
        return None
    if step > 0:
        return bisect_right(spans, here) % len(spans)
    before = [index for index, span in enumerate(spans) if span < Span(here.start, 0)]
    return before[-1] if before else len(spans) - 1


def _texts(block: QTextBlock) -> Iterable[tuple[str, bool]]:
    while block.isValid():
        yield block.text(), block.userState() == _CONTINUES
        block = block.next()
