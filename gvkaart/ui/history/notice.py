"""A sentence in the status bar with one button: something was done, and how to take it back. It asks nothing."""

from collections.abc import Callable

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gvkaart.ui.labels import plain_label


class Notice(QWidget):
    """Shown until something else happens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a sentence, and so invisible."""
        super().__init__(parent)
        self.setObjectName("notice")
        self._do: Callable[[], object] = self.hide
        self._label = plain_label(wraps=False)
        self._button = QPushButton()
        self._button.setObjectName("notice-button")
        self._button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self._button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said; empty when nothing is."""
        return "" if self.isHidden() else self._label.text()

    def offer(self, sentence: str, words: str, do: Callable[[], object]) -> None:
        """Say something, with a button that does something about it; a screen reader speaks it."""
        self._do = do
        self._label.setText(sentence)
        self._button.setText(words)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _press(self) -> None:
        self.hide()
        self._do()
