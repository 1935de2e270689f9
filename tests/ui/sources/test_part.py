"""Sources in the window: its commands and keys, and the way from an item to where it was said."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.batch import Part, Target
from gvkaart.domain.entities import NodeId
from gvkaart.domain.passages import passages_of
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import several
from gvkaart.ui.sources.view import SourcesView
from tests.ui.conftest import child, saved_graph, settle, trigger
from tests.ui.sources.conftest import BODY, FACT, LOST, SOURCE, document_graph


@pytest.fixture
def window(program: Program, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    assert program.open(saved_graph(document_graph(), tmp_path / "bron.gvkaart", tmp_path / "other-pc"))
    settle(qtbot, program.windows[-1])
    return program.windows[-1]


def shown(window: MainWindow) -> SourcesView:
    assert window.views.current == "sources"
    return cast("SourcesView", window.views.content("sources"))


def test_from_an_item_to_its_passage(window: MainWindow) -> None:
    window.session.select([LOST])
    assert not window.commands["to-passage"].isEnabled()
    window.session.select([FACT])
    trigger(window, "to-passage")
    assert BODY[slice(*shown(window).reader.selection)] == "Wij zien de schuld te laat."
    trigger(window, "to-passage")
    assert shown(window).source == SOURCE


def test_from_a_citation_in_the_inspector_to_its_passage(window: MainWindow) -> None:
    window.session.select([FACT])
    child(window.inspector.page, QToolButton, "to-passage").click()
    assert BODY[slice(*shown(window).reader.selection)] == "Wij zien de schuld te laat."


def test_the_inspector_says_how_long_a_text_is_and_opens_it(window: MainWindow) -> None:
    window.session.select([SOURCE])
    assert child(window.inspector.page, QLabel, "body-length").text() == "28 woorden"
    child(window.inspector.page, QPushButton, "read-body").click()
    assert shown(window).source == SOURCE


def test_commands_walk_and_are_dimmed_while_another_view_is_looked_at(window: MainWindow) -> None:
    assert not window.commands["next-passage"].isEnabled()
    trigger(window, "view-sources")
    shown(window).show_source(SOURCE)
    trigger(window, "next-passage")
    assert window.session.selection == (FACT,)
    trigger(window, "previous-passage")
    trigger(window, "next-free")
    trigger(window, "previous-free")
    assert window.commands["mark-passage"].isEnabled()
    trigger(window, "correct-source")
    assert window.commands["correct-source"].isChecked()
    assert not window.commands["mark-passage"].isEnabled()
    trigger(window, "correct-source")
    trigger(window, "view-map-view")
    assert not window.commands["mark-passage"].isEnabled()


def test_the_key_for_pasting_makes_a_source_here(window: MainWindow) -> None:
    trigger(window, "view-sources")
    shown(window).show_source(SOURCE)
    QGuiApplication.clipboard().setText("Een nieuw verslag.")
    QTest.keyClick(shown(window).reader, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown(window).source == "een-nieuw-verslag"
    assert window.session.graph.nodes[NodeId("een-nieuw-verslag")].fields["body"] == "Een nieuw verslag."
    trigger(window, "paste-text")
    assert len([node for node in window.session.graph.nodes.values() if node.kind == "source"]) == 3


@pytest.mark.parametrize(
    ("key", "claimed"), [(Qt.Key.Key_Z, False), (Qt.Key.Key_Y, False), (Qt.Key.Key_V, True), (Qt.Key.Key_C, True)]
)
def test_undo_is_the_documents_and_pasting_and_copying_are_the_texts(
    window: MainWindow, key: Qt.Key, claimed: bool
) -> None:
    trigger(window, "view-sources")
    shown(window).show_source(SOURCE)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    QApplication.sendEvent(shown(window).reader, event)
    assert event.isAccepted() == claimed


def test_typing_is_kept_before_it_is_undone(window: MainWindow) -> None:
    node_operations.rename(window.session, FACT, "Anders")
    trigger(window, "view-sources")
    shown(window).show_source(SOURCE)
    trigger(window, "correct-source")
    QTest.keyClick(shown(window).reader, Qt.Key.Key_X)
    trigger(window, "undo")
    assert window.session.graph.nodes[FACT].title == "Anders"
    assert window.session.graph.nodes[SOURCE].fields["body"] == BODY
    assert window.session.document.redo_step is not None


def test_a_text_that_is_replaced_in_a_table_takes_its_passages_along(window: MainWindow) -> None:
    changed = several.set_for_all(window.session, [SOURCE], Target(Part.FIELD, "body"), f"Eerst. {BODY}")
    assert changed
    assert passages_of(window.session.graph, SOURCE)[0].span.start == BODY.index("Wij zien") + len("Eerst. ")


def test_titles_and_texts_that_look_like_mark_up_are_shown_as_they_are(window: MainWindow) -> None:
    hostile = '<img src="//host/x.png"><b>vet</b>'
    node_operations.rename(window.session, SOURCE, hostile)
    node_operations.rename(window.session, FACT, hostile)
    trigger(window, "view-sources")
    shown(window).show_source(SOURCE)
    label = child(shown(window), QLabel, "source-title")
    assert (label.text(), label.textFormat()) == (hostile, Qt.TextFormat.PlainText)
    assert shown(window).reader.marks[0].title == hostile
    window.grab()
