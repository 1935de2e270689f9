"""The card beside a word: what it means, and to whom. A meaning that is chosen becomes the selected item."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.icons import icon
from gvkaart.ui.shortening import shortened
from gvkaart.ui.terms.meanings import Meaning
from gvkaart.ui.wrapping_button import INDENT, WrappingButton

_WIDTH: Final = 26
"""In letters of an average width, so that it grows with the text."""
_MOST: Final = 6
_MARGINS: Final = (10, 8, 10, 8)
_GAP: Final = 2
"""Pixels between the word and the card."""


class MeaningsCard(QFrame):
    """Shows meanings; as a tooltip that leaves the keyboard where it is, or as a menu that takes it."""

    chosen = Signal(object)
    """The user wants to see this concept: its `NodeId`."""

    def __init__(
        self, parent: QWidget, word: str, meanings: Sequence[Meaning], *, part: bool, takes_keys: bool
    ) -> None:
        """Show the meanings of a word; with `part` the term is only a part of it."""
        super().__init__(parent, Qt.WindowType.Popup if takes_keys else Qt.WindowType.ToolTip)
        self.setObjectName("meanings")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*_MARGINS)
        self._column.setSpacing(2)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _WIDTH * 2)
        heading = self._heading(shortened(word), len(meanings), part=part)
        self.setAccessibleName(heading)
        self._add_text(heading, faint=True)
        self.buttons = [self._add_meaning(meaning) for meaning in meanings[:_MOST]]
        if len(meanings) > _MOST:
            self._add_text(self.tr("En nog %1 andere").replace("%1", str(len(meanings) - _MOST)), faint=True)
        if not takes_keys:
            self._add_text(self.tr("Klik op een betekenis om het begrip te zien."), faint=True)

    def _heading(self, word: str, count: int, *, part: bool) -> str:
        if part:
            return self.tr('In "%1" zit een begrip').replace("%1", word)
        words = self.tr('Betekenis van "%1"') if count == 1 else self.tr('Betekenissen van "%1"')
        return words.replace("%1", word)

    def _add_meaning(self, meaning: Meaning) -> WrappingButton:
        button = WrappingButton()
        button.setIcon(icon("concept"))
        frame = f" ({meaning.frame})" if meaning.frame else ""
        button.setText(meaning.title + frame)
        font = button.font()
        font.setBold(True)
        button.setFont(font)
        button.clicked.connect(lambda: self._choose(meaning))
        self._column.addSpacing(4)
        self._column.addWidget(button)
        details = self._details(meaning)
        button.setAccessibleDescription("\n".join(details))
        for text in details:
            self._add_text(text, indent=INDENT)
        return button

    def _details(self, meaning: Meaning) -> list[str]:
        lines = []
        if meaning.actors:
            lines.append(self.tr("Bedoeld door: %1").replace("%1", _listed(meaning.actors)))
        if meaning.reported:
            lines.append(self.tr("Volgens anderen bedoeld door: %1").replace("%1", _listed(meaning.reported)))
        lines.append(meaning.definition or self.tr("Nog niet omschreven."))
        return lines

    def _add_text(self, text: str, *, indent: int = 0, faint: bool = False) -> None:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(True)
        label.setIndent(0)
        label.setContentsMargins(indent, 0, 0, 0)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText if faint else QPalette.ColorRole.ToolTipText)
        self._column.addWidget(label)

    def _choose(self, meaning: Meaning) -> None:
        self.chosen.emit(meaning.concept)
        self.close()

    # --- place and keys -----------------------------------------------------------------------------------------------

    def show_beside(self, word: QRect) -> None:
        """Show it below a word, given in pixels of the screen; above it when there is no room below."""
        self.ensurePolished()
        height = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), height)
        room = self.screen().availableGeometry()
        below = word.bottom() + _GAP + height <= room.bottom()
        top = word.bottom() + _GAP if below else max(room.top(), word.top() - _GAP - height)
        left = max(room.left(), min(word.left(), room.right() - self.width()))
        self.move(QPoint(left, top))
        self.show()
        if self.windowType() == Qt.WindowType.Popup:
            self.buttons[0].setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def is_under_pointer(self) -> bool:
        """Whether the pointer is on it."""
        return self.geometry().contains(QCursor.pos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one meaning to the next, Enter chooses one, Esc goes back to the text."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif isinstance(focused, WrappingButton) and event.key() in steps:
            self.buttons[(self.buttons.index(focused) + steps[Qt.Key(event.key())]) % len(self.buttons)].setFocus()
        elif isinstance(focused, WrappingButton) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused.click()
        else:
            super().keyPressEvent(event)


def _listed(titles: Sequence[str]) -> str:
    return ", ".join(map(shortened, titles))
