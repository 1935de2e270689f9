"""A text field that grows with its text, takes plain text only and cannot be choked by what is pasted."""

import re
from math import ceil
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.painted_text import PaintedText

LONGEST_LINE: Final = 5_000
"""Longest line that is laid out, in characters: one of two million held Qt up for half a minute (reliability, 0.11)."""

_LONG: Final = re.compile(rf"[^\n]{{1,{LONGEST_LINE}}}(?=\s)[ \t]?|[^\n]{{1,{LONGEST_LINE}}}")


def with_short_lines(text: str) -> str:
    """Break lines that are too long to lay out, between words where there are any."""
    if all(len(line) <= LONGEST_LINE for line in text.split("\n")):
        return text
    return "\n".join("\n".join(_LONG.findall(line)) if line else "" for line in text.split("\n"))


_SLACK: Final = 3
"""Pixels without which the last line counts as cut off."""


class GrowingText(PaintedText):
    """As high as its text, between two numbers of lines; Tab goes to the next field."""

    entered = Signal()
    """Enter was pressed where it does not begin a new line."""

    def __init__(self, lines: tuple[int, int], *, one_line: bool = False, parent: QWidget | None = None) -> None:
        """Be `lines` high, at least and at most; with `one_line` the text wraps but has no line breaks."""
        super().__init__(parent)
        self._least, self._most = lines
        self._one_line = one_line
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # the document has the one undo
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show another text; the cursor stays as far as it was."""
        cursor = self.textCursor()
        at = cursor.position()
        self.setPlainText(with_short_lines(text))
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self.toPlainText())))
        self.setTextCursor(cursor)

    def _fit(self) -> None:
        """Take the height of the text, whose size is in lines; no scroll bar where everything fits."""
        lines = round(self.document().size().height())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff)
        shown = max(self._least, min(self._most, lines))
        around = 2 * self.document().documentMargin() + 2 * self.frameWidth() + _SLACK
        self.setFixedHeight(ceil(shown * QFontMetricsF(self.font()).lineSpacing() + around))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._one_line and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        self.insertPlainText(" ".join(text.split())[:LONGEST_LINE] if self._one_line else with_short_lines(text))
