"""The reading pane: the text of one source, with its passages marked and named beside it."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMargins, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.passages import Span
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.sources.colours import format_of
from gvkaart.ui.sources.margins import ICONS, Labels, Rail
from gvkaart.ui.sources.marks import Mark
from gvkaart.ui.sources.source_text import SourceText

_WIDEST_TEXT: Final = 90
"""Characters on a line; longer ones are hard to read on."""

_RAIL: Final = 14
_LABELS: Final = (96, 190)
"""Least and greatest width of the names beside the text, in pixels; below the least only icons fit."""

_LEAST_TEXT: Final = 320


class Reader(SourceText):
    """Shows a source; what is selected can be marked, what is marked can be chosen."""

    marking_wanted = Signal()
    """The user pressed Enter on a selection."""
    chosen = Signal(object)
    """The user chose a passage: the `NodeId` of the item that rests on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a text."""
        super().__init__(parent)
        self.setObjectName("reader")
        self._marks: tuple[Mark, ...] = ()
        self._free: tuple[Span, ...] = ()
        self._coloured: tuple[Mark, ...] | None = None
        self._selected: frozenset[NodeId] = frozenset()
        self._rail, self._labels = Rail(self), Labels(self)
        self._labels.chosen.connect(self.chosen)
        self.updateRequest.connect(self._follow_scroll)

    # --- what is shown ------------------------------------------------------------------------------------------------

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

    def show_marks(self, marks: Sequence[Mark], free: Sequence[Span]) -> None:
        """Colour the passages, and tell where nothing rests on the text."""
        self._marks, self._free = tuple(marks), tuple(free)
        self._coloured = None
        self._colour()
        self._rail.show_marks(self._marks, self._free)
        self._labels.show_marks(self._marks)

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
        self._labels.select_items(self._selected)

    # --- going through the passages -----------------------------------------------------------------------------------

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

    def mark_at(self, offset: int) -> Mark | None:
        """Return the passage at a place: the shortest, which lies in front of the others."""
        around = [mark for mark in self._marks if mark.span.start <= offset < mark.span.end]
        return min(around, key=lambda mark: mark.span.end - mark.span.start, default=None)

    # --- margins ------------------------------------------------------------------------------------------------------

    def _place_margins(self) -> None:
        margins = self.viewportMargins()
        width = margins.left() + self.viewport().width() + margins.right()
        room = width - _RAIL - _LEAST_TEXT
        names = min(max(room, ICONS), _LABELS[1]) if room >= _LABELS[0] else ICONS
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

    # --- doing --------------------------------------------------------------------------------------------------------

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


def _next_index(spans: Sequence[Span], here: Span, step: int) -> int | None:
    """Return which of the spans, in order, comes after or before a place; round the end."""
    if not spans:
        return None
    if step > 0:
        return bisect_right(spans, here) % len(spans)
    before = [index for index, span in enumerate(spans) if span < Span(here.start, 0)]
    return before[-1] if before else len(spans) - 1
