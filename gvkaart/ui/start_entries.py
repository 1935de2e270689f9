"""Rows of the start screen: large buttons with an icon, a title and a line below it."""

import re
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.icons import IconSign
from gvkaart.ui.labels import plain_label

_ICON: Final = 22
_BREAKS: Final = re.compile(r"([/\\])")
"""After these a path may go on at the next line."""


class Entry(QPushButton):
    """One thing to begin with; its words are plain text, whatever stands in them."""

    def __init__(self, name: str, icon: str, title: str, line: str, key: str = "") -> None:
        """Show a title with a line below it, and, at the right, the key that does the same."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("entry", True)
        self._title, self._line, self._key = (plain_label(text, wraps=False) for text in (title, "", key))
        self._title.setProperty("role", "title")
        for faint in (self._line, self._key):
            faint.setProperty("role", "faint")
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self._title)
        texts.addWidget(self._line)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(12)
        row.addWidget(IconSign(icon, _ICON), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignTop)
        for label in (self._title, self._line, self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for wide in (self._title, self._line):
            wide.setWordWrap(True)
            wide.setMinimumSize(1, 1)  # a name without a space is cut off; it does not push the rest out of the window
        self._key.setVisible(bool(key))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        self.say(line)

    def say(self, line: str, *, dimmed: bool = False) -> None:
        """Change the line below the title; what cannot be chosen now is dimmed."""
        self._line.setText(_BREAKS.sub("\\1\u200b", line))
        self._line.setVisible(bool(line))
        self.setAccessibleDescription(line)
        self.setEnabled(not dimmed)

    @property
    def line(self) -> str:
        """What stands below the title."""
        return self.accessibleDescription()

    @override
    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it as well; up and down go to the entries beside it."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(event)


def heading(text: str) -> QLabel:
    """Make the heading above a group of entries."""
    label = plain_label(text, wraps=False)
    label.setProperty("role", "heading")
    return label


def group(title: str, *entries: QWidget) -> QWidget:
    """Put entries below a heading; a screen reader says the heading when it comes there."""
    box = QWidget()
    box.setAccessibleName(title)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(heading(title))
    for entry in entries:
        column.addWidget(entry)
    return box
