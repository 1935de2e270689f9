"""A bar above the map that says what could not be done, and what to do; it never stands in the way."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gvkaart.ui.icons import IconSign
from gvkaart.ui.labels import plain_label


class MessageBar(QFrame):
    """Shows one sentence until it is closed or the next one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a message, and so invisible."""
        super().__init__(parent)
        self.setObjectName("message-bar")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._label = plain_label()
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        sign = IconSign("risk", 18)
        close = QPushButton(self.tr("Sluiten"))
        close.setObjectName("close-message")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(sign)
        row.addWidget(self._label)
        row.addWidget(close)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence, and have a screen reader speak it."""
        self._label.setText(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @property
    def sentence(self) -> str:
        """What is shown."""
        return self._label.text()
