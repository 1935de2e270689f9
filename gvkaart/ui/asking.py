"""Questions with named answers, in plain text: what a document contains can never be more than text in them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox, QPushButton

CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer; `destroys` sets it apart from the others."""

    id: str
    words: str
    destroys: bool = False


def ask(parent: QWidget | None, title: str, text: str, *choices: Choice) -> str:
    """Ask, and return the id of the answer; closing the question is ``cancel``. The first choice is the default."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    box.setIcon(QMessageBox.Icon.Question)
    buttons: dict[QPushButton, str] = {}
    for choice in choices:
        button = box.addButton(choice.words, _role(choice))
        button.setObjectName(choice.id)
        buttons[button] = choice.id
        if choice is choices[0]:
            box.setDefaultButton(button)
    box.exec()
    clicked = box.clickedButton()
    return next((choice for button, choice in buttons.items() if button is clicked), CANCEL)


def _role(choice: Choice) -> "QMessageBox.ButtonRole":
    from PySide6.QtWidgets import QMessageBox

    if choice.id == CANCEL:
        return QMessageBox.ButtonRole.RejectRole
    return QMessageBox.ButtonRole.DestructiveRole if choice.destroys else QMessageBox.ButtonRole.AcceptRole


def tell(parent: QWidget | None, title: str, text: str, details: str = "") -> None:
    """Say something that must be read before going on; `details` can be unfolded."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    box.setDetailedText(details)
    box.setIcon(QMessageBox.Icon.Information)
    box.exec()
