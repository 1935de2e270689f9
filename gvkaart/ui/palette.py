"""The command palette: every command of the window by name, found by typing any part of it.

What cannot be done now is dimmed and says what it needs; what was done last comes first. Commands are found by their
words in both languages, since who learnt a word in one program looks for it in the next.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from gvkaart.domain.overriding import override
from gvkaart.domain.text import fold
from gvkaart.ui.commands import Command, Commands
from gvkaart.ui.palette_choices import FRAME, Choice, ChoiceList
from gvkaart.ui.palette_matching import ranked
from gvkaart.ui.shortcuts import first_key

_WIDTH: Final = 560
_MOST_RECENT: Final = 5


class Palette(QFrame):
    """A line with all commands below it, at the top of the window."""

    def __init__(self, commands: Commands, other_words: Mapping[str, str], window: QWidget) -> None:
        """Offer the commands of a window.

        Args:
            commands: what can be done.
            other_words: the words of commands in the other language, by name.
            window: in which the palette lies.
        """
        super().__init__(window)
        self.setObjectName("palette")
        self.setStyleSheet(f"#palette {FRAME}")
        self._commands, self._other_words, self._inside = commands, other_words, window
        self._recent: list[str] = []
        self._came_from: QWidget | None = None
        self._choices = ChoiceList()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self._choices)
        self._choices.typed.connect(lambda _text: self._refine())
        self._choices.chosen.connect(lambda name, _shift: self._do(str(name)))
        self._choices.left.connect(self._close)
        self._choices.abandoned.connect(self.hide)
        self.hide()

    def begin(self) -> None:
        """Ask what to do."""
        self._came_from = QApplication.focusWidget()
        self._commands.refresh()
        self._choices.ask(self.tr("Wat wilt u doen?"), self.tr("Opdracht zoeken"))
        self._offer()
        self._stand()
        self.show()
        self.raise_()
        self._choices.setFocus(Qt.FocusReason.PopupFocusReason)

    def _stand(self) -> None:
        """Lie in the middle of the upper part of the window."""
        room = self._inside.rect()
        width = min(max(_WIDTH, self.fontMetrics().averageCharWidth() * 80), room.width() - 40)
        top = room.height() // 10
        self._choices.fit(room.height() - 2 * top - self._choices.line.sizeHint().height() - 30)
        self._column.invalidate()
        self.setGeometry((room.width() - width) // 2, top, width, self._column.sizeHint().height())

    def _offer(self) -> None:
        known = self._commands.known
        recent = [known[name] for name in self._recent if name in known]
        ordered = [*recent, *(command for command in known.values() if command not in recent)]
        words = [(fold(f"{one.plain} {self._other_words.get(one.name, '')}"), one) for one in ordered]
        found = ranked(self._choices.line.text(), words, loosely=True)
        self._choices.offer(map(self._choice, found))

    def _refine(self) -> None:
        self._offer()
        self._stand()

    def _choice(self, command: Command) -> Choice:
        action = self._commands[command.name]
        can = action.isEnabled()
        return Choice(
            command.name,
            action.text().replace("&&", "\0").replace("&", "").replace("\0", "&"),
            "" if can else command.needs or self.tr("kan nu niet"),
            first_key(action),
            command.icon,
            enabled=can,
        )

    def _do(self, name: str) -> None:
        """Give the keyboard back and do it: what a command means may depend on where the user was."""
        self._recent = [name, *(one for one in self._recent if one != name)][:_MOST_RECENT]
        self._close()
        self._commands[name].trigger()

    def _close(self) -> None:
        self.hide()
        if self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep keys that mean nothing here from meaning something to the window."""
        event.accept()
