"""The window as a whole: building by keyboard and mouse, undo, rounds, maps, focus and size."""

import os
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import EdgeKey, NodeId, RoundId
from gvkaart.domain.metamodel import relations_between
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from tests.ui.conftest import Dialogs, child, settle, trigger

A, B, P, F = (NodeId(one) for one in "abpf")


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """Press a key in a widget; `QTest` knows no text outside its own table."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def write(widget: QWidget, text: str) -> None:
    for one in text:
        press(widget, Qt.Key.Key_unknown, one)


def by_title(window: MainWindow, title: str) -> NodeId:
    return next(node.id for node in window.session.graph.nodes.values() if node.title == title)


# --- building ---------------------------------------------------------------------------------------------------------


def test_drag_between_items_offers_only_what_is_allowed(window: MainWindow) -> None:
    window.map_view.canvas.connect_requested.emit("a", "f")
    menu = child(window, QMenu, "relations")
    names = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    there = {f"relation.{one.id}" for one in relations_between("actor", "fact")}
    back = {f"inverse.{one.id}" for one in relations_between("fact", "actor")}
    assert set(names) == (there | back) - {"inverse.related"}, "what reads alike from both ends is offered once"
    assert len(names) == len(set(names))
    assert names[0] == "relation.claims"
    assert names[-1] == "relation.related"
    next(action for action in menu.actions() if action.objectName() == "relation.disputes").trigger()
    menu.close()
    assert EdgeKey(A, "disputes", F) in window.session.graph.edges


def test_a_line_from_an_item_that_went_away_meanwhile_asks_nothing(window: MainWindow) -> None:
    canvas = window.map_view.canvas
    assert canvas.joinable("a")
    node_operations.remove(window.session, [A])
    assert canvas.joinable("a") == frozenset()
    canvas.wire_changed.emit("a", "f")
    canvas.connect_requested.emit("a", "f")
    canvas.branch_requested.emit("a", None)
    assert window.findChild(QMenu, "relations") is None
    assert not window.builder.panel.isVisible()


def test_menu_of_relations_does_not_pile_up(window: MainWindow) -> None:
    for _ in range(3):
        window.map_view.canvas.connect_requested.emit("a", "f")
        child(window, QMenu, "relations").close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(window.findChildren(QMenu, "relations")) <= 1


def test_renames_from_the_outline(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select((A,))
    window.outline.setFocus()
    trigger(window, "rename")
    editor = window.outline.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Gemeente Utrecht")
    press(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session.graph.nodes[A].title == "Gemeente Utrecht")


def test_enter_on_the_map_opens_the_fields_of_an_item(window: MainWindow) -> None:
    window.session.select((A,))
    window.map_view.edit_wanted.emit()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit | QTextEdit | QLineEdit)
    assert window.inspector.isAncestorOf(focus)
    write(focus, "Andere naam")
    trigger(window, "save")
    assert window.session.graph.nodes[A].title == "Andere naam"


def test_deletes_nodes_and_brings_them_back(window: MainWindow) -> None:
    before = window.session.graph
    window.session.select((A, B))
    trigger(window, "remove")
    assert not {A, B} & window.session.graph.nodes.keys()
    assert not window.commands["remove"].isEnabled()
    trigger(window, "undo")
    assert window.session.graph == before


def test_deletes_an_edge_that_was_chosen_after_a_node(window: MainWindow) -> None:
    """Choosing the edge takes the node out of the selection, not the edge."""
    canvas = window.map_view.canvas
    window.session.select((P,))
    edge = next(key for key in canvas.content.edges if key.startswith("b claims f"))
    canvas.select(frozenset({edge}))
    assert canvas.selection == {edge}
    assert window.session.selection == ()
    trigger(window, "remove")
    assert EdgeKey(B, "claims", F) not in window.session.graph.edges
    assert B in window.session.graph.nodes


def test_takes_off_the_map_but_not_out_of_the_document(window: MainWindow) -> None:
    window.session.select((P,))
    trigger(window, "take-off")
    assert P in window.session.graph.nodes
    assert P not in window.session.view.nodes


def test_moving_is_kept(window: MainWindow) -> None:
    x, y = window.map_view._arranger.centres[P]
    window.map_view.canvas.report_moved(frozenset({"p"}), 30, -10)
    assert window.map_view._arranger.centres[P] == (x + 30, y - 10)
    assert window.session.view.placements[P].by_hand


def test_adding_elsewhere_does_not_move_the_view(window: MainWindow, qtbot: QtBot) -> None:
    """An item that the layout has yet to place is no reason to lose one's place on the map."""
    canvas = window.map_view.canvas
    canvas.zoom_by(1.7)
    before = canvas.view
    relation_operations.connect_new(window.session, A, "holds", "position", "Nieuw standpunt", from_other=True)
    settle(qtbot, window)
    assert by_title(window, "Nieuw standpunt") in window.map_view._arranger.centres
    assert canvas.view == before


def test_select_all_and_context_menu(window: MainWindow) -> None:
    trigger(window, "select-all")
    assert set(window.session.selection) == set(window.session.view.nodes)
    window.map_view.menu_wanted.emit(QPoint(0, 0), "a")
    menu = cast("QMenu", QApplication.activePopupWidget())
    assert window.commands["remove"] in menu.actions()
    menu.close()


def test_arranging_is_one_step_and_leaves_what_was_placed_by_hand(window: MainWindow, qtbot: QtBot) -> None:
    window.map_view.canvas.report_moved(frozenset({"p"}), 500, 500)
    by_hand = window.session.view.placements[P]
    trigger(window, "arrange")
    settle(qtbot, window)
    assert "indelen" in window.commands["undo"].text()
    assert window.session.view.placements[P] == by_hand
    trigger(window, "arrange-all")
    settle(qtbot, window)
    assert not window.session.view.placements[P].by_hand


def test_what_was_arranged_comes_into_view_unless_part_of_it_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    canvas = window.map_view.canvas
    seen = canvas.view
    trigger(window, "arrange")
    settle(qtbot, window)
    assert canvas.view == seen
    canvas.set_view(seen.panned(50_000, 50_000))
    trigger(window, "arrange")
    settle(qtbot, window)
    assert canvas.nodes_inside(canvas.shown)


# --- rounds and maps --------------------------------------------------------------------------------------------------


def test_another_round_changes_map_and_findings(example: MainWindow, qtbot: QtBot) -> None:
    rounds = child(example, QComboBox, "rounds")
    edges, findings = example.session.view.edges, example.checker.findings
    assert rounds.count() > 1
    rounds.setCurrentIndex(0)
    rounds.activated.emit(0)
    settle(qtbot, example)
    assert example.session.view.edges != edges
    assert set(example.map_view.canvas.content.nodes) == set(example.session.view.nodes)
    assert example.checker.findings != findings
    assert example.session.round_id == RoundId(rounds.itemData(0))


def test_rounds_are_only_offered_when_there_are_several(program: Program) -> None:
    program.new()
    assert not child(program.windows[-1], QComboBox, "rounds").isVisible()


def test_another_map_shows_its_own_items(window: MainWindow, qtbot: QtBot) -> None:
    first = window.session.map_id
    map_operations.add(window.session, "Tweede <b>kaart</b>")
    node_operations.add(window.session, "actor", "Alleen hier", (0, 0))
    maps = child(window, QComboBox, "maps")
    QApplication.processEvents()
    assert maps.isVisible()
    assert maps.currentText() == "Tweede <b>kaart</b>"
    maps.setCurrentIndex(maps.findData(first))
    maps.activated.emit(maps.currentIndex())
    settle(qtbot, window)
    assert window.session.map_id == first
    assert by_title(window, "Alleen hier") not in window.session.view.nodes


def test_found_on_another_map_goes_to_that_map(window: MainWindow, qtbot: QtBot) -> None:
    first = window.session.map_id
    map_operations.add(window.session, "Tweede")
    node_operations.add(window.session, "actor", "Alleen hier", (0, 0))
    second = window.session.map_id
    window.session.look_at_map(first)
    window.search_box.chosen.emit(by_title(window, "Alleen hier"))
    settle(qtbot, window)
    assert window.session.map_id == second
    assert window.session.selection == (by_title(window, "Alleen hier"),)


def test_message_stays_until_the_next_action(window: MainWindow) -> None:
    window.session.problem.emit("Dat gaat niet.")
    assert window.message_bar.isVisible()
    node_operations.rename(window.session, A, "Iets anders")
    assert not window.message_bar.isVisible()


# --- keyboard, names, size --------------------------------------------------------------------------------------------


def focusable(window: MainWindow) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window) and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.mark.parametrize("selected", [(), (A,), (A, B)], ids=["map", "one", "several"])
def test_tab_goes_round_the_whole_window(window: MainWindow, selected: tuple[NodeId, ...], qtbot: QtBot) -> None:
    window.session.select(selected)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.map_view.canvas.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(len(focusable(window)) + 20):
        focus = QApplication.focusWidget()
        if focus in seen[:1]:
            break
        seen.append(focus)
        assert focus is not None
        QApplication.sendEvent(
            focus, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "\t")
        )
    assert QApplication.focusWidget() is seen[0], "Tab never came back"
    assert window.outline in seen
    assert window.search_box in seen


def test_everything_to_press_or_fill_in_has_a_name(window: MainWindow) -> None:
    for selected in ((), (A,), (A, B)):
        window.session.select(selected)
        for widget in window.findChildren(QWidget):
            if not isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QPlainTextEdit | QTextEdit):
                continue
            if not widget.isVisibleTo(window) or isinstance(widget.parent(), QComboBox):
                continue
            accessible = QAccessible.queryAccessibleInterface(widget)
            name = accessible.text(QAccessible.Text.Name)
            assert name or widget.objectName().startswith("qt_"), (widget, widget.objectName(), widget.parent())


def test_no_two_commands_share_a_key(window: MainWindow) -> None:
    keys = [
        action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)
        for action in window.commands.all.values()
        if not action.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys))


def test_every_command_can_be_reached_from_a_menu(window: MainWindow) -> None:
    reached: set[str] = set()
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
        reached |= {action.objectName() for action in menu.actions()}
    assert window.commands.all.keys() <= reached


def test_fits_a_small_laptop(example: MainWindow) -> None:
    example.resize(1366, 768)
    QApplication.processEvents()
    assert example.size() == QSize(1366, 768)
    assert example.map_view.width() > 500
    assert not [
        widget.objectName()
        for bar in example.findChildren(QToolBar)
        for widget in bar.findChildren(QWidget, "qt_toolbar_ext_button")
        if widget.isVisible()
    ]


def test_twice_as_large_letters_still_fit(path: Path, tmp_path: Path) -> None:
    """A process of its own: the scale is chosen before the program starts. This is a screen of 1920 by 1080."""
    script = tmp_path / "grab.py"
    script.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from gvkaart.app import Program\n"
        "app = QApplication([])\n"
        "program = Program(app, Path(sys.argv[2]))\n"
        "program.open(Path(sys.argv[1]))\n"
        "window = program.windows[0]\n"
        "window.resize(960, 540)\n"
        "app.processEvents()\n"
        "print(window.width(), window.height(), window.devicePixelRatio())\n"
        "window.grab().save(sys.argv[3])\n"
        "window.close()\n"
    )
    grabbed = tmp_path / "grab.png"
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, script, path, tmp_path / "data", grabbed],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == ["960", "540", "2.0"]
    assert QImage(str(grabbed)).size() == QSize(1920, 1080)


def test_dialogs_close_with_escape(window: MainWindow, dialogs: Dialogs) -> None:
    dialogs.expect(lambda dialog: press(dialog, Qt.Key.Key_Escape))
    trigger(window, "export-picture")
    assert not [one for one in window.findChildren(QDialog) if one.isVisible()]


def test_empty_map_says_how_to_begin(program: Program, qtbot: QtBot) -> None:
    program.new()
    window = program.windows[-1]
    settle(qtbot, window)
    assert child(window, QWidget, "empty-state").isVisible()
    node_operations.add(window.session, "actor", "Iemand", (0, 0))
    window.map_view.catch_up()
    assert not child(window, QWidget, "empty-state").isVisible()
