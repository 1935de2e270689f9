"""The start screen: what it offers, by mouse and keyboard, and what it does with documents that are gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gvkaart import app as gvkaart_app
from gvkaart import assets
from gvkaart.app import Program
from gvkaart.exchange.case_file import read_case
from gvkaart.ui import start_screen
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.pasting.outline_dialog import OutlineDialog
from gvkaart.ui.start_entries import Entry
from gvkaart.ui.start_screen import TEMPLATES, StartScreen
from tests.ui.conftest import Dialogs, child, settle


@pytest.fixture
def screen(program: Program, qtbot: QtBot, path: Path) -> StartScreen:
    """The start screen, with a recent document and one that is gone."""
    program.remember(path.parent / "R&D.gvkaart")
    program.remember(path)
    return shown(program, qtbot)


def shown(program: Program, qtbot: QtBot) -> StartScreen:
    program.show_start()
    made = program.start_screen
    assert made is not None
    with qtbot.waitSignal(made.painted):
        made.show()
    qtbot.waitUntil(lambda: not made.busy)
    return made


def recent(screen: StartScreen) -> list[Entry]:
    return screen.findChildren(Entry, "recent")


def test_recent_documents_have_place_and_date(screen: StartScreen, path: Path) -> None:
    first, gone = recent(screen)
    assert first.accessibleName() == path.stem
    assert str(path.parent) in first.line
    assert any(letter.isdigit() for letter in first.line.split("·")[0])
    assert first.isEnabled()
    assert not gone.isEnabled()
    assert "Niet gevonden" in gone.accessibleDescription()


def test_recent_document_opens_and_the_screen_goes_away(
    screen: StartScreen, program: Program, path: Path, qtbot: QtBot
) -> None:
    recent(screen)[0].click()
    assert program.windows[0].session.document.path == path
    assert program.start_screen is None
    settle(qtbot, program.windows[0])


def test_what_is_gone_is_taken_out_of_the_list(screen: StartScreen, program: Program, path: Path) -> None:
    button = screen.findChildren(QToolButton, "forget")[1]
    assert "R&D" in button.accessibleName()
    button.click()
    assert program.settings.recent == (str(path),)
    recent(screen)[0].setFocus()
    QTest.keyClick(recent(screen)[0], Qt.Key.Key_Delete)
    assert not program.settings.recent


def test_one_that_disappears_while_it_is_shown_is_told(
    screen: StartScreen, program: Program, path: Path, dialogs: Dialogs
) -> None:
    path.unlink()
    dialogs.dismiss()
    recent(screen)[0].click()
    assert path.name in dialogs.texts[0]
    assert program.start_screen is screen


def test_nothing_recent_says_what_comes_here(program: Program, qtbot: QtBot) -> None:
    screen = shown(program, qtbot)
    assert not recent(screen)
    assert any("vindt u hier terug" in label.text() for label in screen.findChildren(QLabel))


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_templates_name_no_organisation_and_have_a_place_for_everything(name: str, language: str) -> None:
    graph = read_case(assets.resource_bytes(f"templates/{language}/{name}.yaml"))
    (map_,) = graph.maps.values()
    assert map_.language == language
    assert all(place.x is not None for place in graph.placements.values())
    other = read_case(assets.resource_bytes(f"templates/{'en' if language == 'nl' else 'nl'}/{name}.yaml"))
    assert graph.nodes.keys() == other.nodes.keys()
    assert graph.edges.keys() == other.edges.keys()


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_opens_as_a_new_document(program: Program, qtbot: QtBot, name: str) -> None:
    child(shown(program, qtbot), QPushButton, f"template-{name}").click()
    (window,) = program.windows
    settle(qtbot, window)
    assert window.session.graph.nodes
    assert window.session.document.path is None


def test_every_example_and_template_has_a_line(program: Program, qtbot: QtBot) -> None:
    assert set(assets.example_names()) <= start_screen.example_lines().keys()
    assert all(entry.line for entry in shown(program, qtbot).findChildren(Entry))


def test_everything_by_keyboard(program: Program, qtbot: QtBot) -> None:
    screen = shown(program, qtbot)
    entries = screen.findChildren(Entry)
    first = entries[0]
    first.setFocus()
    assert QApplication.focusWidget() is first
    met: set[QWidget] = {first}
    for _ in entries:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Down)
        now = QApplication.focusWidget()
        assert now is not None
        met.add(now)
    assert met >= set(entries)
    new = child(screen, Entry, "new")
    new.setFocus()
    QTest.keyClick(new, Qt.Key.Key_Return)
    assert len(program.windows) == 1


def test_keys_of_the_window_work_here(program: Program, qtbot: QtBot) -> None:
    screen = shown(program, qtbot)
    QTest.keyClick(screen, Qt.Key.Key_F1)
    helper = child(screen, QWidget, "help-window")
    assert helper.isVisible()
    helper.close()
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(program.windows) == 1


def test_screen_reader_hears_name_and_line(program: Program, qtbot: QtBot) -> None:
    entry = child(shown(program, qtbot), Entry, "tour")
    heard = QAccessible.queryAccessibleInterface(entry)
    assert heard.role() == QAccessible.Role.Button
    assert heard.text(QAccessible.Text.Name) == "Rondleiding"
    assert heard.text(QAccessible.Text.Description) == entry.line


def test_columns_stand_below_each_other_in_a_narrow_window(program: Program, qtbot: QtBot) -> None:
    screen = shown(program, qtbot)
    new, example = child(screen, Entry, "new"), child(screen, Entry, "example-laatsignalering.yaml")
    screen.resize(1200, 700)
    QApplication.processEvents()
    assert example.mapTo(screen, example.rect().topLeft()).x() > new.mapTo(screen, new.rect().topRight()).x()
    screen.resize(500, 700)
    QApplication.processEvents()
    assert example.mapTo(screen, example.rect().topLeft()).y() > new.mapTo(screen, new.rect().bottomLeft()).y()
    assert example.mapTo(screen, example.rect().topRight()).x() < screen.width()


def test_long_paths_stay_inside(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.remember(tmp_path / "map" / ("x" * 40) / ("y" * 60) / f"{'z' * 100}.gvkaart")
    screen = shown(program, qtbot)
    screen.resize(500, 600)
    QApplication.processEvents()
    for button in screen.findChildren(QToolButton, "forget"):
        assert button.mapTo(screen, button.rect().topRight()).x() < screen.width()


def test_shown_again_it_comes_to_the_front(program: Program, qtbot: QtBot) -> None:
    screen = shown(program, qtbot)
    program.show_start()
    assert program.start_screen is screen
    program.set_scheme(Scheme.DARK)
    assert screen.styleSheet()


def test_program_starts_here_and_offers_what_was_not_saved(
    monkeypatch: pytest.MonkeyPatch, program: Program, qtbot: QtBot, qapp: QApplication
) -> None:
    recovered: list[bool] = []
    monkeypatch.setattr(gvkaart_app, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(gvkaart_app, "Program", lambda *_arguments: program)
    monkeypatch.setattr(program, "recover", lambda: recovered.append(True))
    monkeypatch.setattr(qapp, "exec", lambda: 0)
    monkeypatch.setattr("sys.excepthook", None)
    assert gvkaart_app.open_window() == 0
    assert isinstance(program.start_screen, StartScreen)
    qtbot.waitUntil(lambda: bool(recovered))


# --- dropping ---------------------------------------------------------------------------------------------------------


def drop(screen: StartScreen, data: QMimeData) -> bool:
    """Drag something over the screen and let it fall; tell whether the screen wanted it."""
    hand = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 60), *hand)
    QApplication.sendEvent(screen, enter)
    if enter.isAccepted():
        QApplication.sendEvent(screen, QDropEvent(QPointF(50, 60), *hand))
    return enter.isAccepted()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_document_that_is_dropped_opens(screen: StartScreen, program: Program, path: Path, qtbot: QtBot) -> None:
    assert drop(screen, files(path))
    qtbot.waitUntil(lambda: len(program.windows) == 1)
    assert program.windows[0].session.document.path == path
    assert program.start_screen is None


def test_a_text_that_is_dropped_becomes_a_source_in_a_new_document(
    screen: StartScreen, program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    page = tmp_path / "verslag.html"
    page.write_text("<p>Zo zit het.</p>", encoding="utf-8")
    assert drop(screen, files(page, tmp_path / "plaatje.png"))
    qtbot.waitUntil(lambda: len(program.windows) == 1)
    session = program.windows[0].session
    qtbot.waitUntil(lambda: [one.title for one in session.graph.nodes.values()] == ["verslag"])


def test_notes_that_are_dropped_become_items_of_a_new_document(
    screen: StartScreen, program: Program, dialogs: Dialogs, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setText("Actor: Dienst\n\teerder delen")
    dialogs.expect(lambda dialog: dialog.accept() if isinstance(dialog, OutlineDialog) else None)
    assert drop(screen, data)
    qtbot.waitUntil(lambda: bool(program.windows) and len(program.windows[0].session.graph.nodes) == 2)


def test_what_is_of_no_use_is_not_taken(screen: StartScreen, tmp_path: Path) -> None:
    assert not drop(screen, files(tmp_path / "plaatje.png"))
    assert not drop(screen, QMimeData())
