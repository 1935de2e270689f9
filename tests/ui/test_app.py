"""The program around the windows: opening, recent files, language, colours, and what goes wrong."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.picture.theme import DARK, LIGHT
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.main_window import MainWindow
from tests.ui.conftest import Dialogs, child, settle, trigger


def menu(window: MainWindow, title: str) -> QMenu:
    found = next(one for one in window.findChildren(QMenu) if one.title().replace("&", "") == title)
    found.aboutToShow.emit()
    return found


def test_opening_the_same_document_raises_its_window(window: MainWindow, program: Program, path: Path) -> None:
    window.showMinimized()
    assert program.open(path)
    assert program.windows == [window]
    assert not window.isMinimized()


def test_opened_document_is_recent_and_opens_from_the_menu(window: MainWindow, program: Program, path: Path) -> None:
    assert program.settings.recent == (str(path),)
    stored = json.loads((program.folder / "instellingen.json").read_text(encoding="utf-8"))
    assert stored["recent"] == [str(path)]
    window.close()
    program.new()
    action = menu(program.windows[-1], "Recent").actions()[0]
    assert action.text().startswith("kaart")
    action.trigger()
    assert program.windows[-1].session.document.path == path


def test_no_recent_documents_yet(program: Program) -> None:
    program.new()
    (only,) = menu(program.windows[-1], "Recent").actions()
    assert not only.isEnabled()


def test_example_takes_the_place_of_an_untouched_map(program: Program, qtbot: QtBot) -> None:
    program.new()
    menu(program.windows[-1], "Voorbeelden").actions()[0].trigger()
    assert len(program.windows) == 1
    assert program.windows[0].session.graph.nodes
    settle(qtbot, program.windows[0])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("kapot.gvkaart", b"SQLite format 3\x00" + b"\xff" * 5000),
        ("leeg.gvkaart", b""),
        ("tekst.gvkaart", b"dit is geen kaart"),
        ("fout.yaml", b"gvkaart: 1\nmap: {title: [}\n"),
        ("vreemd.yaml", b"a: 1\n"),
        ("binair.yaml", bytes(range(256))),
        ("fout.json", b"{"),
    ],
)
def test_what_is_no_document_is_refused_in_words(
    program: Program, dialogs: Dialogs, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    dialogs.dismiss()
    assert not program.open(path)
    assert not program.windows
    assert name in dialogs.texts[0]
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["weg.gvkaart", "weg.yaml"])
def test_what_is_not_there_is_said(program: Program, dialogs: Dialogs, tmp_path: Path, name: str) -> None:
    dialogs.dismiss()
    assert not program.open(tmp_path / name)
    assert name in dialogs.texts[0]
    assert not program.windows


def test_many_problems_can_be_unfolded(program: Program, dialogs: Dialogs, tmp_path: Path) -> None:
    path = tmp_path / "fout.yaml"
    nodes = "".join(f"  - id: n{number}\n    kind: nonsense\n    title: T\n" for number in range(9))
    path.write_text(f"gvkaart: 1\nmap:\n  id: m\n  title: M\nnodes:\n{nodes}", encoding="utf-8")
    dialogs.dismiss()
    assert not program.open(path)


def test_opening_damaged_beside_another_leaves_that_alone(
    window: MainWindow, program: Program, dialogs: Dialogs, tmp_path: Path
) -> None:
    (tmp_path / "kapot.gvkaart").write_bytes(b"x" * 100)
    dialogs.dismiss()
    program.open(tmp_path / "kapot.gvkaart")
    assert program.windows == [window]


def test_light_and_dark(window: MainWindow, program: Program) -> None:
    trigger(window, "scheme-dark")
    assert program.settings.scheme == Scheme.DARK
    assert window.map_view.canvas._theme is DARK
    trigger(window, "scheme-light")
    assert window.map_view.canvas._theme is LIGHT


def test_language_is_stored_and_asks_for_a_new_start(window: MainWindow, program: Program, dialogs: Dialogs) -> None:
    dialogs.dismiss()
    trigger(window, "language-en")
    assert program.settings.language == "en"
    assert json.loads((program.folder / "instellingen.json").read_text())["language"] == "en"


def test_dialogs_of_qt_speak_dutch(window: MainWindow, dialogs: Dialogs) -> None:
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Close, parent=window
    )
    texts = {button.text().replace("&", "") for button in buttons.findChildren(QPushButton)}
    assert texts == {"Annuleren", "Sluiten"}


def test_about_and_manual(window: MainWindow, dialogs: Dialogs) -> None:
    dialogs.dismiss()
    trigger(window, "about")
    assert "EUPL" in dialogs.texts[0]
    trigger(window, "help")
    helper = child(window, QWidget, "help-window")
    assert helper.isVisible()
    helper.close()


def test_defect_is_said_in_every_window(window: MainWindow, program: Program) -> None:
    error = ValueError("secret title")
    program.report_defect(ValueError, error, None)
    assert "bewaard" in window.message_bar.sentence
    assert "secret" not in window.message_bar.sentence


def test_quitting_closes_all(window: MainWindow, program: Program) -> None:
    program.new()
    trigger(window, "quit")
    assert not program.windows


def test_closing_a_question_is_cancelling(window: MainWindow, dialogs: Dialogs) -> None:
    from gvkaart.ui.asking import CANCEL, Choice, ask

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        assert dialog.defaultButton().objectName() == "yes"
        assert dialog.textFormat() == Qt.TextFormat.PlainText
        dialog.close()

    dialogs.expect(look)
    assert ask(window, "Doen?", "Zeker?", Choice("yes", "Ja"), Choice(CANCEL, "Nee")) == CANCEL
