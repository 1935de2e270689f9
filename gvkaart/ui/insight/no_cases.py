"""What stands there while there is nothing to compare: how to bring in another case."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gvkaart.ui.labels import plain_label


class NoCases(QWidget):
    """Says that a comparison takes two maps, with the ways to get a second one.

    Attributes:
        first: the button that gets the keyboard.
    """

    chosen = Signal(str)
    """A way was chosen: the name of a command of the window, or "examples" for the document with all examples."""

    def __init__(self) -> None:
        """Offer every way."""
        super().__init__()
        self.setObjectName("no-cases")
        words = self.tr(
            "In dit document staat nog maar één zaak. Met twee of meer kaarten ziet u hier wat uw zaken gemeen hebben, "
            "en wat in elk ervan terugkomt."
        )
        said = plain_label(words, "no-cases-words")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(said)
        column.addSpacing(8)
        ways = (
            ("examples", self.tr("Bekijk het met drie voorbeelden")),
            ("import-case", self.tr("Voeg een casusbestand in…")),
            ("add-map", self.tr("Voeg een kaart toe…")),
        )
        buttons = [self._button(name, title) for name, title in ways]
        for button in buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.first = buttons[0]
        self.setAccessibleDescription(words)
        self._centre(column)

    def _button(self, name: str, title: str) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName(f"way-{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.chosen.emit(name))
        return button

    def _centre(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(column, 3)
        row.addStretch(1)
        around = QVBoxLayout(self)
        around.addStretch(1)
        around.addLayout(row)
        around.addStretch(2)
