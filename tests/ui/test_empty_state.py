"""Empty parts of the window say what they are for and what to do first."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import child, settle, trigger


@pytest.fixture
def empty(program: Program, qtbot: QtBot) -> MainWindow:
    """A window on an empty map, with all views and panels made."""
    program.new()
    window = program.windows[-1]
    settle(qtbot, window)
    for view in window.views.known:
        window.views.content(view.name)
    for panel in window.panels.known:
        window.panels.content(panel.name)
    return window


def test_outline_says_how_to_begin_until_there_is_something(empty: MainWindow) -> None:
    words = child(empty.outline, QLabel, "empty-list")
    assert "Insert" in words.text()
    assert not words.isHidden()
    assert empty.outline.accessibleDescription() == words.text(), "a screen reader hears it too"
    node_operations.add(empty.session, "actor", "Iemand", (0, 0))
    assert words.isHidden()
    assert not empty.outline.accessibleDescription()
    trigger(empty, "undo")
    assert not words.isHidden()


def test_findings_say_what_comes_there(empty: MainWindow, qtbot: QtBot) -> None:
    summary = child(empty.findings_panel, QLabel, "findings-summary")
    assert "Zet eerst een partij" in summary.text()
    node_operations.add(empty.session, "note", "Iets", (0, 0))
    settle(qtbot, empty)
    assert "Geen signalen" in summary.text()


@pytest.mark.parametrize(
    ("part", "words"),
    [("tables", "Typ een titel"), ("sources", "Er zijn nog geen bronnen"), ("history", "Elke stap")],
)
def test_every_other_part_says_what_to_do(empty: MainWindow, qtbot: QtBot, part: str, words: str) -> None:
    if part == "history":
        empty.panels.show(part)
    else:
        empty.views.show_view(part)
    qtbot.waitUntil(lambda: any(words in label.text() for label in empty.findChildren(QLabel) if label.isVisible()))


def test_search_that_finds_nothing_says_what_else_to_try(empty: MainWindow, qtbot: QtBot) -> None:
    empty.search_box.begin()
    QTest.keyClicks(empty.search_box, "iets")
    hits = child(empty.search_box, QListWidget, "hits")
    qtbot.waitUntil(lambda: "Probeer een ander woord" in hits.item(0).text())
