"""Several windows on one document: all show what happens in one, and nothing is lost in whatever order they close."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import NodeId, RoundId
from gvkaart.store import list_recoverable
from gvkaart.ui.inspector.editors import TitleEditor
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.showing import Facet
from tests.ui.conftest import Dialogs, child, graph_in, settle, trigger

A, P, F = (NodeId(one) for one in "apf")


def another(program: Program, window: MainWindow, qtbot: QtBot) -> MainWindow:
    trigger(window, "new-window")
    beside = program.windows[-1]
    assert beside is not window
    settle(qtbot, beside)
    return beside


def delete_closed() -> None:
    """Let Qt delete what was closed."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_edit_is_drawn_and_undone_in_every_window(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    beside = another(program, window, qtbot)
    made = node_operations.add(beside.session, "note", "Van rechts", (0, 0))
    assert made is not None
    for one in (window, beside):
        settle(qtbot, one)
        one.map_view.catch_up()
        assert made in one.map_view.canvas.content.nodes
    assert "Van rechts" in window.commands["undo"].text()
    trigger(window, "undo")
    beside.map_view.catch_up()
    assert made not in beside.map_view.canvas.content.nodes
    assert beside.session.selection == ()
    trigger(beside, "redo")
    assert made in window.session.view.nodes


def test_the_keyboard_begins_on_the_map(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    beside = another(program, window, qtbot)
    for one in (window, beside):
        assert one.focusWidget() is one.map_view.canvas


def test_each_window_looks_at_what_it_likes(program: Program, window: MainWindow, qtbot: QtBot) -> None:
    beside = another(program, window, qtbot)
    window.session.select([A])
    window.session.look_at_round(RoundId("r1"))
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    first = window.session.map_id
    map_operations.add(beside.session, "Tweede")
    assert beside.session.selection == ()
    assert beside.shown.nodes is None
    assert (window.session.map_id, window.session.selection) == (first, (A,))
    third = another(program, beside, qtbot)
    assert third.session.map_title == "Tweede", "a new window begins where one was"
    trigger(third, "undo")
    assert beside.session.map_id == first


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_last_to_close_saves_what_was_done_in_any(
    program: Program, window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot, order: tuple[int, int]
) -> None:
    both = (window, another(program, window, qtbot))
    node_operations.rename(both[0].session, A, "Links")
    node_operations.rename(both[1].session, P, "Rechts")
    both[order[0]].close()
    delete_closed()
    left = both[order[1]]
    assert program.windows == [left]
    node_operations.rename(left.session, F, "Daarna")
    assert left.session.view.nodes[F].title == "Daarna"
    assert left.close()
    assert program.windows == []
    nodes = graph_in(path, tmp_path / "third-pc").nodes
    assert [nodes[one].title for one in (A, P, F)] == ["Links", "Rechts", "Daarna"]


def test_a_closed_window_follows_nothing_even_before_it_is_gone(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    beside = another(program, window, qtbot)
    beside.close()
    before = beside.session.view
    node_operations.rename(window.session, A, "Zonder omkijken")
    assert beside.session.view is before
    assert not beside.checker.busy


def test_only_the_last_asks_about_a_document_without_file(
    program: Program, dialogs: Dialogs, qtbot: QtBot, data_folder: Path
) -> None:
    program.new()
    first = program.windows[-1]
    settle(qtbot, first)
    beside = another(program, first, qtbot)
    node_operations.add(beside.session, "note", "Werk", (0, 0))
    assert first.close()
    dialogs.press("cancel")
    beside.close()
    assert program.windows == [beside]
    assert node_operations.rename(beside.session, next(iter(beside.session.view.nodes)), "Nog steeds")
    dialogs.press("discard")
    assert beside.close()
    assert not list_recoverable(data_folder)


def test_saving_in_one_is_told_in_all(
    program: Program, window: MainWindow, tmp_path: Path, save_to: Callable[[Path | None], None], qtbot: QtBot
) -> None:
    beside = another(program, window, qtbot)
    node_operations.rename(window.session, A, "Anders")
    assert beside.isWindowModified()
    trigger(window, "save")
    assert not beside.isWindowModified()
    save_to(tmp_path / "elders.gvkaart")
    trigger(beside, "save-as")
    assert window.windowTitle().startswith("elders")


def test_both_save_by_themselves_without_getting_in_each_others_way(
    program: Program, window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    beside = another(program, window, qtbot)
    node_operations.rename(window.session, A, "Vanzelf")
    for one in (window, beside):
        one.keeper._save_quietly()
    qtbot.waitUntil(lambda: not any(one.keeper._publishing.busy for one in (window, beside)))
    assert window.message_bar.isHidden()
    assert beside.message_bar.isHidden()
    assert graph_in(path, tmp_path / "third-pc").nodes[A].title == "Vanzelf"


def test_what_is_being_typed_in_one_is_kept_when_the_other_undoes(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    beside = another(program, window, qtbot)
    node_operations.rename(window.session, P, "Eerst")
    beside.session.select([A])
    title = child(beside.inspector.page, TitleEditor, "title").box
    title.selectAll()
    QTest.keyClicks(title, "Halverwege")
    trigger(window, "undo")
    assert window.session.graph.nodes[P].title == "Eerst", "what was typed last is taken back first"
    trigger(window, "redo")
    assert window.session.graph.nodes[A].title == "Halverwege"


def test_the_program_starts_again_with_what_was_not_saved(
    program: Program, window: MainWindow, qtbot: QtBot, data_folder: Path
) -> None:
    beside = another(program, window, qtbot)
    node_operations.rename(beside.session, A, "Niet opgeslagen")
    beside.close()
    delete_closed()
    assert window.session.graph.nodes[A].title == "Niet opgeslagen"
    assert len({one.folder for one in list_recoverable(data_folder)}) <= 1, "two windows are one document"
    assert not window.session.document.is_published


def test_after_the_history_is_erased_in_one_no_window_offers_to_undo(
    program: Program, window: MainWindow, qtbot: QtBot
) -> None:
    beside = another(program, window, qtbot)
    node_operations.rename(window.session, A, "Geheim")
    assert beside.session.erase_history()
    for one in (window, beside):
        assert not one.commands["undo"].isEnabled()
        assert "Geheim" not in one.commands["undo"].text()
