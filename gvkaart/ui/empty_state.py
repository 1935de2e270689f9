"""What a list says as long as there is nothing in it: what it is for, and what to do first."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget


class EmptyState(QLabel):
    """Plain words over something empty; the mouse goes through them."""

    def __init__(self, over: QWidget, words: str) -> None:
        """Stand over a widget, in its middle."""
        super().__init__(over)
        self.setObjectName("empty-state")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setMargin(12)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setText(words)
        box = QVBoxLayout(over)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self)


class EmptyList(EmptyState):
    """Stands over a list or tree while it has no rows; a screen reader hears it as the description of the list."""

    def __init__(self, view: QAbstractItemView, words: str) -> None:
        """Follow the rows of a view, that has its model already."""
        super().__init__(view.viewport(), words)
        self.setObjectName("empty-list")
        self._view, self._words = view, words
        model = view.model()
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
            changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        is_empty = self._view.model().rowCount() == 0
        self.setVisible(is_empty)
        self._view.setAccessibleDescription(self._words if is_empty else "")
