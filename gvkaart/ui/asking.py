"""Questions with named answers, in plain text: what a document contains can never be more than text in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QInputDialog, QMessageBox, QPushButton

CANCEL = "cancel"
_LINE_WIDTH: Final = 60
"""Of a dialog that asks for a line, in average characters."""


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
    _run(box)
    clicked = box.clickedButton() if isValid(box) else None
    return next((choice for button, choice in buttons.items() if button is clicked), CANCEL)


def _role(choice: Choice) -> "QMessageBox.ButtonRole":
    from PySide6.QtWidgets import QMessageBox

    if choice.id == CANCEL:
        return QMessageBox.ButtonRole.RejectRole
    return QMessageBox.ButtonRole.DestructiveRole if choice.destroys else QMessageBox.ButtonRole.AcceptRole


def ask_line(parent: QWidget, title: str, question: str, answer: str = "") -> str:
    """Ask for a line of text, in a dialog as wide as a title; empty when the user thinks better of it."""
    dialog = _input(parent, title, question)
    dialog.setTextValue(answer)
    return dialog.textValue().strip() if _run(dialog) else ""


def ask_among(parent: QWidget, title: str, question: str, known: Sequence[str]) -> str:
    """Ask for one of the known lines of text or another one; empty when the user thinks better of it."""
    dialog = _input(parent, title, question)
    dialog.setComboBoxItems(["", *known])
    dialog.setComboBoxEditable(True)
    return dialog.textValue().strip() if _run(dialog) else ""


def ask_text(parent: QWidget, title: str, question: str) -> str | None:
    """Ask for a text, that may be empty; None when the user thinks better of it."""
    from PySide6.QtWidgets import QInputDialog

    dialog = _input(parent, title, question)
    dialog.setOption(QInputDialog.InputDialogOption.UsePlainTextEditForTextInput)
    return dialog.textValue() if _run(dialog) else None


def _run(dialog: "QDialog") -> int:
    """Wait for the answer, and let the dialog go: a window would keep each of them until it is closed itself.

    When its window goes while it asks, the dialog is gone as well, and nothing was answered.
    """
    answer = dialog.exec()
    if isValid(dialog):
        dialog.deleteLater()
    return answer


def _input(parent: QWidget, title: str, question: str) -> "QInputDialog":
    from PySide6.QtWidgets import QInputDialog, QLabel

    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    width = dialog.fontMetrics().averageCharWidth() * _LINE_WIDTH
    for label in dialog.findChildren(QLabel):  # the dialog itself sets its own width back
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumWidth(min(width, round(dialog.screen().availableSize().width() * 0.8)))
    return dialog


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
    _run(box)
