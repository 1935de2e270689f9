"""Questions: what becomes of them when the window they stand over goes away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gvkaart.ui.asking import CANCEL, Choice, ask, ask_among, ask_line, ask_text, tell


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (lambda window: ask(window, "Weggooien?", "Het is weg.", Choice("yes", "Ja"), Choice(CANCEL, "Nee")), CANCEL),
        (lambda window: tell(window, "Let op", "Dat ging niet."), None),
        (lambda window: ask_line(window, "Naam", "Hoe heet het?", "Kaart"), ""),
        (lambda window: ask_among(window, "Label", "Welk label?", ("a", "b")), ""),
        (lambda window: ask_text(window, "Waarom", "Waarom telt het niet?"), None),
    ],
    ids=["ask", "tell", "ask_line", "ask_among", "ask_text"],
)
def test_a_question_whose_window_goes_is_not_answered(
    question: Callable[[QWidget], object], answer: object, qtbot: QtBot
) -> None:
    window = QWidget()
    window.show()

    def close_it_under_the_question() -> None:
        assert QApplication.activeModalWidget() is not None
        delete(window)

    QTimer.singleShot(0, close_it_under_the_question)
    assert question(window) == answer
    assert QApplication.activeModalWidget() is None
