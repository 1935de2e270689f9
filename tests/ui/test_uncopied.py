"""What lists name does not get on the clipboard by Qt itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QTreeView
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.ui.history.lines import LinesTree
from gvkaart.ui.insight.agreeing import AgreeDialog
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.palette_choices import Choice, ChoiceList
from tests.ui.conftest import child, settle

BEFORE = "van een ander programma"


def copied_from(view: QAbstractItemView) -> str:
    """Press the key to copy at the first row, and return what is on the clipboard."""
    QGuiApplication.clipboard().setText(BEFORE)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("panel", ["outline", "findings"])
def test_a_row_is_not_copied_when_nothing_is_selected(example: MainWindow, qtbot: QtBot, panel: str) -> None:
    example.session.select([NodeId("szw")])
    example.panels.docks[panel].show()
    settle(qtbot, example)
    view = child(example, QAbstractItemView, panel)
    view.setCurrentIndex(view.model().index(0, 0))
    example.session.selection = ()
    example.commands["copy"].setEnabled(False)
    assert copied_from(view) == BEFORE


def test_who_may_agree_and_what_was_done_is_not_copied(qtbot: QtBot) -> None:
    dialog = AgreeDialog("zaak", (), [(NodeId("a"), "Geheime partij")])
    lines = LinesTree("lines", "Regels")
    lines.add_heading("Geheim")
    for made in (dialog, lines):
        qtbot.addWidget(made)
    assert copied_from(child(dialog, QListWidget, "actors")) == copied_from(lines) == BEFORE


def test_what_is_offered_found_or_was_done_is_not_copied(example: MainWindow, qtbot: QtBot) -> None:
    example.session.name_version("Geheim plan")
    example.panels.show("history")
    settle(qtbot, example)
    box = example.search_box
    box.setText("CAK")
    box.textEdited.emit("CAK")
    qtbot.waitUntil(lambda: not box.busy)
    offered = ChoiceList()
    qtbot.addWidget(offered)
    offered.offer([Choice("x", "Geheim voorstel")])
    history = example.panels.content("history").findChild(QTreeView)
    assert history is not None
    qtbot.waitUntil(lambda: history.model().rowCount() > 0)
    for view in (child(box, QListWidget, "hits"), offered.list, history):
        assert view.model().rowCount() > 0
        assert copied_from(view) == BEFORE
    box.clear()


def test_other_keys_still_do_what_they_do(qtbot: QtBot) -> None:
    dialog = AgreeDialog("zaak", (), [(NodeId("a"), "A"), (NodeId("b"), "B")])
    qtbot.addWidget(dialog)
    actors = child(dialog, QListWidget, "actors")
    QTest.keyClick(actors, Qt.Key.Key_Down)
    assert actors.currentRow() == 1
