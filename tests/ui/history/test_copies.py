"""Copies, backups and what a removal took along: nothing is asked that can be undone, nothing private leaves."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.errors import EnvironmentProblem
from gvkaart.store import Document, now
from gvkaart.ui.history.backups_dialog import BackupsDialog
from gvkaart.ui.history.notice import Notice
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from tests.ui.conftest import Dialogs, child, graph_in, settle, trigger
from tests.ui.history.trees import item

SaveTo = Callable[[Path | None], None]
A, P, F = NodeId("a"), NodeId("p"), NodeId("f")


def notice(window: MainWindow) -> Notice:
    return child(window, Notice, "notice")


# --- what a removal took along ----------------------------------------------------------------------------------------


def test_a_removal_says_what_went_along_and_a_button_brings_it_back(window: MainWindow) -> None:
    before = window.session.graph
    window.session.select([A, F])
    trigger(window, "remove")
    assert notice(window).sentence == "2 items en 2 relaties verwijderd. Ongedaan maken: Ctrl+Z"
    child(window, QPushButton, "notice-button").click()
    assert window.session.graph == before
    assert notice(window).sentence == ""


def test_every_removal_is_told_without_a_question(window: MainWindow) -> None:
    session = window.session
    relation_operations.disconnect(session, [EdgeKey(A, "holds", P)])
    assert notice(window).sentence.startswith("1 relatie verwijderd.")
    map_operations.take_off(session, [A])
    assert notice(window).sentence.startswith("1 item van de kaart gehaald.")
    map_operations.add_round(session, "Nog een")
    assert notice(window).sentence == ""
    map_operations.remove_round(session, list(session.graph.rounds)[-1])
    assert notice(window).sentence.startswith("1 ronde verwijderd.")


def test_a_map_is_removed_with_what_is_only_there_and_comes_back(window: MainWindow) -> None:
    session = window.session
    assert not window.commands["remove-map"].isEnabled()
    map_operations.add(session, "Tweede")
    node_operations.add(session, "note", "Alleen hier", (0, 0))
    before, second = session.graph, session.map_id
    trigger(window, "remove-map")
    assert notice(window).sentence == "1 kaart en 1 item verwijderd. Ongedaan maken: Ctrl+Z"
    assert session.map_id != second
    child(window, QPushButton, "notice-button").click()
    assert session.graph == before


def test_what_undo_takes_away_is_no_removal(window: MainWindow) -> None:
    node_operations.add(window.session, "note", "Nieuw", (0, 0))
    window.session.undo()
    assert notice(window).sentence == ""


def test_a_relation_that_begins_in_another_round_is_no_removal(window: MainWindow) -> None:
    (later, *_others) = list(window.session.graph.rounds)[1:]
    relation_operations.set_rounds(window.session, EdgeKey(A, "holds", P), later, later)
    assert notice(window).sentence == ""


# --- copies -----------------------------------------------------------------------------------------------------------


def test_a_copy_to_share_leaves_out_what_is_private_and_says_so(
    window: MainWindow, tmp_path: Path, save_to: SaveTo, path: Path
) -> None:
    node_operations.rename(window.session, F, "ZQ7GEHEIM feit")
    node_operations.set_visibility(window.session, [F], "private")
    save_to(tmp_path / "delen.gvkaart")
    trigger(window, "share-copy")
    assert b"zq7geheim" not in (tmp_path / "delen.gvkaart").read_bytes().lower()
    assert F not in graph_in(tmp_path / "delen.gvkaart", tmp_path / "other-pc").nodes
    assert "(items: 1)" in window.statusBar().currentMessage()
    assert window.session.document.path == path


def test_a_copy_holds_everything_and_one_goes_on_with_the_document(
    window: MainWindow, tmp_path: Path, save_to: SaveTo, path: Path
) -> None:
    node_operations.add(window.session, "note", "Nieuw", (0, 0))
    save_to(tmp_path / "kopie.gvkaart")
    trigger(window, "save-copy")
    assert graph_in(tmp_path / "kopie.gvkaart", tmp_path / "other-pc") == window.session.graph
    assert window.session.document.path == path
    assert "kopie.gvkaart" in window.statusBar().currentMessage()


def test_a_copy_that_cannot_be_written_is_said(window: MainWindow, tmp_path: Path, save_to: SaveTo) -> None:
    for name in ("share-copy", "save-copy"):
        save_to(None)
        trigger(window, name)
        assert not window.message_bar.isVisible()
        save_to(tmp_path / "nergens" / "kopie.gvkaart")
        trigger(window, name)
        assert window.message_bar.isVisible()
        window.message_bar.hide()


def test_an_erasure_that_fails_is_said(window: MainWindow, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise EnvironmentProblem("store.disk_full", file="x")

    monkeypatch.setattr(window.session.document, "erase_history", fail)
    dialogs.press("erase")
    trigger(window, "erase-history")
    assert window.message_bar.isVisible()
    assert "gewist" not in window.statusBar().currentMessage()


# --- versions and backups ---------------------------------------------------------------------------------------------


def tree(dialog: QWidget) -> QTreeWidget:
    return child(dialog, QTreeWidget, "kept")


def groups(dialog: QWidget) -> list[str]:
    return [item(tree(dialog), row).text(0) for row in range(tree(dialog).topLevelItemCount())]


def test_without_versions_and_backups_it_is_said_how_to_get_them(window: MainWindow, dialogs: Dialogs) -> None:
    def look(dialog: QWidget) -> None:
        assert "vanzelf reservekopieën" in child(dialog, QLabel, "backups-explanation").text()
        assert not child(dialog, QPushButton, "open-kept").isEnabled()
        dialog.close()

    dialogs.expect(look)
    trigger(window, "versions")


def test_a_version_and_a_backup_are_opened_as_copies(
    window: MainWindow, program: Program, dialogs: Dialogs, qtbot: QtBot, path: Path
) -> None:
    window.session.name_version("Vóór overleg")
    window.session.document.backup()
    node_operations.rename(window.session, A, "Later")

    def open_version(dialog: QWidget) -> None:
        assert groups(dialog) == ["Vastgelegde versies (1)", "Reservekopieën van dit document (1)"]
        child(dialog, QPushButton, "open-kept").click()

    def open_backup(dialog: QWidget) -> None:
        backup = item(tree(dialog), 1, 0)
        assert "B" in backup.text(2)
        tree(dialog).setCurrentItem(item(tree(dialog), 1))
        assert not child(dialog, QPushButton, "open-kept").isEnabled()
        tree(dialog).setCurrentItem(backup)
        tree(dialog).itemActivated.emit(backup, 0)

    for handler in (open_version, open_backup):
        dialogs.expect(handler)
        trigger(window, "versions")
        settle(qtbot, program.windows[-1])
    first, second = program.windows[-2:]
    assert [one.session.graph.nodes[A].title for one in (first, second)] == ["Gemeente", "Gemeente"]
    assert [one.session.document.path for one in (first, second)] == [None, None]
    assert second.session.document.uuid == window.session.document.uuid
    assert [one.detail for one in second.session.document.versions()] == ["Vóór overleg"]
    assert (window.session.graph.nodes[A].title, window.session.document.path) == ("Later", path)


def test_a_damaged_file_leads_to_the_backups(
    program: Program, path: Path, dialogs: Dialogs, data_folder: Path, tmp_path: Path
) -> None:
    document = Document.open(path, data_folder, now)
    document.backup()
    document.close()
    path.write_bytes(path.read_bytes()[:5000])

    def open_first(dialog: QWidget) -> None:
        assert isinstance(dialog, BackupsDialog)
        assert groups(dialog) == ["Reservekopieën van Kaart (1)"]
        child(dialog, QPushButton, "open-kept").click()

    dialogs.press("backups")
    dialogs.expect(open_first)
    assert program.open(path)
    assert "beschadigd" in dialogs.texts[0]
    assert A in program.windows[-1].session.graph.nodes
    dialogs.press("cancel")
    assert not program.open(path)


def test_a_damaged_file_without_any_backup_is_only_told(program: Program, path: Path, dialogs: Dialogs) -> None:
    path.write_bytes(path.read_bytes()[:5000])
    dialogs.dismiss()
    assert not program.open(path)
    assert "beschadigd" in dialogs.texts[0]


def test_a_backup_that_cannot_be_read_has_a_name_and_can_be_left(
    window: MainWindow, dialogs: Dialogs, data_folder: Path
) -> None:
    backup = window.session.document.backup().path
    other = backup.with_name(backup.name.replace(backup.name[:8], "00000000"))
    other.write_bytes(b"x")

    def open_other(dialog: QWidget) -> None:
        assert groups(dialog)[-1] == "Reservekopieën van een ander document (1)"
        tree(dialog).setCurrentItem(item(tree(dialog), 1, 0))
        child(dialog, QPushButton, "open-kept").click()
        assert dialog.isVisible()
        dialog.close()

    dialogs.expect(open_other)
    dialogs.dismiss()
    trigger(window, "versions")
