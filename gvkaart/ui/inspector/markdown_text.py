"""A field for Markdown: keys for bold, italic, lists and tasks, and ``[[`` to name an item.

The keys are those of every text editor and hold only while one types here, so they are no commands of the window.
"""

import re
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListView, QMenu

from gvkaart.domain.entities import NodeId
from gvkaart.domain.linking import OPENING, Link
from gvkaart.domain.overriding import override
from gvkaart.ui.claiming import claims_when
from gvkaart.ui.growing_text import GrowingText
from gvkaart.ui.inspector.markdown_keys import continuation, ticked, wrapped
from gvkaart.ui.inspector.node_picker import NODE_ID, Candidates, TitleCompleter

_BEGUN: Final = re.compile(r"\[\[([^\[\]|]{0,80})$")
"""A link that is being typed, before the cursor."""

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_BOLD, _ITALIC, _TASK = "Ctrl+B", "Ctrl+I", "Ctrl+T"
_NARROWEST: Final = 320
"""Width of the list of items, in pixels."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LIST_KEYS: Final = (*_ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


class MarkdownText(GrowingText):
    """Grows with its text; offers items to link to once ``[[`` is typed."""

    def __init__(self, offered: Candidates, lines: tuple[int, int]) -> None:
        """Link to what is `offered` at the moment; the height as for `GrowingText`."""
        super().__init__(lines)
        self._offered = offered
        self._found = TitleCompleter(self)
        self._list = QListView()
        self._found.setPopup(self._list)
        self._found.setWidget(self)
        self._found.activated[QModelIndex].connect(self._link)  # type: ignore[index]  # the stubs lack overloads
        self._keys = {
            Qt.Key.Key_B: lambda: self._wrap("**"),
            Qt.Key.Key_I: lambda: self._wrap("*"),
            Qt.Key.Key_T: self._tick,
        }
        self.setPlaceholderText(self.tr("Typ [[ om naar een item te verwijzen. Opmaak gaat met Markdown."))

    # --- links --------------------------------------------------------------------------------------------------------

    def _begun(self) -> str | None:
        """Return what is typed of a link so far; None when none is being typed."""
        cursor = self.textCursor()
        found = _BEGUN.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found is not None and not cursor.hasSelection() else None

    def _offer(self) -> None:
        """Offer the items that go with what is typed, while a link is being typed."""
        begun = self._begun()
        if begun is None:
            self._list.hide()
            return
        if not self._list.isVisible():
            self._found.offer(self._offered())
        self._found.setCompletionPrefix(begun)
        place = self.cursorRect()
        place.setWidth(max(_NARROWEST, self.width() // 2))
        self._found.complete(place)
        self._list.setCurrentIndex(self._found.completionModel().index(0, 0))

    def _link(self, index: QModelIndex) -> None:
        """Put a link in the place of what was typed of it."""
        cursor, begun = self.textCursor(), self._begun()
        if begun is not None:
            back = len((OPENING + begun).encode("utf-16-le")) // 2
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, back)
            cursor.insertText(Link(NodeId(str(index.data(NODE_ID)))).written)
            self.setTextCursor(cursor)

    def begin_link(self) -> None:
        """Begin a link where the cursor is."""
        self.textCursor().insertText(OPENING)
        self._offer()

    # --- marks and lists ----------------------------------------------------------------------------------------------

    def _wrap(self, mark: str) -> None:
        """Put marks around what is selected, or around the word at the cursor; or take them away."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        text = wrapped(cursor.selectedText(), mark)
        begin = cursor.selectionStart()
        cursor.insertText(text)
        if text == 2 * mark:
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(mark))
        else:
            end = cursor.position()
            cursor.setPosition(begin)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _tick(self) -> None:
        """Make the line a task, or tick it."""
        cursor = self.textCursor()
        from_end = len(cursor.block().text()) - cursor.positionInBlock()
        line = QTextCursor(cursor.block())
        line.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        line.insertText(ticked(cursor.block().text()))
        cursor.setPosition(cursor.block().position() + max(0, cursor.block().length() - 1 - from_end))
        self.setTextCursor(cursor)

    def _break_line(self) -> bool:
        """Go on with a list on the next line, or end it when its item is empty; tell whether there is a list."""
        cursor = self.textCursor()
        begins = continuation(cursor.block().text()[: cursor.positionInBlock()])
        if begins is None or cursor.hasSelection():
            return False
        if begins:
            cursor.insertText(f"\n{begins}")
        else:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    # --- events -------------------------------------------------------------------------------------------------------

    @override
    def event(self, event: QEvent) -> bool:
        """Take the keys that mean something in a text before the window does."""
        return claims_when(event, self._is_ours) or super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return event.modifiers() == _CONTROL and event.key() in self._keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list.isVisible() and event.key() in _LIST_KEYS:
            event.ignore()  # the list of items gets it
            return
        if self._is_ours(event):
            self._keys[Qt.Key(event.key())]()
            return
        if event.key() in _ENTER and event.modifiers() in _PLAIN and self._break_line():
            return
        super().keyPressEvent(event)
        if event.text() or self._list.isVisible():
            self._offer()

    @override
    def make_menu(self) -> QMenu:
        """Offer what keys do as well, for who does not know them."""
        menu = super().make_menu()
        menu.setObjectName("text-menu")
        menu.addSeparator()
        for words, keys, do in (
            (self.tr("Vet"), _BOLD, self._keys[Qt.Key.Key_B]),
            (self.tr("Cursief"), _ITALIC, self._keys[Qt.Key.Key_I]),
            (self.tr("Taak, of taak afvinken"), _TASK, self._tick),
            (self.tr("Verwijzen naar een item…"), OPENING, self.begin_link),
        ):
            menu.addAction(f"{words}\t{keys}").triggered.connect(lambda _checked=False, do=do: do())
        return menu

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())
