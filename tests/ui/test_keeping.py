"""Saving, conflicts, failing disks, closing and recovering: nothing is lost, and it is said where things stand."""

import errno
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain import edits, map_edits
from gvkaart.domain.errors import EnvironmentProblem
from gvkaart.domain.graph import Graph
from gvkaart.domain.operations import Op
from gvkaart.store import Document, now, publishing
from gvkaart.ui.inspector.editors import DateEditor
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.store.tools import crash
from tests.ui.conftest import Dialogs, child, graph_in, settle, trigger

SaveTo = Callable[[Path | None], None]


def add(window: MainWindow, title: str = "Nieuw") -> None:
    assert node_operations.add(window.session, "note", title, (800, 800)) is not None


def titles(graph: Graph) -> set[str]:
    return {node.title for node in graph.nodes.values()}


def crashed_with(title: str, path: Path, folder: Path) -> None:
    """Let another process end halfway, with one item that its file does not have."""
    document = Document.open(path, folder, now)
    document.apply(Op.ADD_NODE, edits.add_node(document.graph, "note", title, now=now()), title)
    crash(document)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "other-pc"


@pytest.fixture
def full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(publishing, "durable_copy_beside", fail)


def test_saving_says_so_and_the_file_holds_everything(window: MainWindow, path: Path, elsewhere: Path) -> None:
    add(window)
    assert window.isWindowModified()
    assert "nog niet in het bestand" in window.keeper.state()
    trigger(window, "save")
    assert not window.isWindowModified()
    assert window.keeper.state() == "Opgeslagen"
    assert str(path) in window.statusBar().currentMessage()
    assert graph_in(path, elsewhere) == window.session.graph


def test_save_as_names_the_window_and_adds_the_suffix(
    window: MainWindow, tmp_path: Path, save_to: SaveTo, program: Program
) -> None:
    save_to(tmp_path / "ander")
    trigger(window, "save-as")
    assert window.session.document.path == tmp_path / "ander.gvkaart"
    assert window.windowTitle().startswith("ander")
    assert program.settings.recent[0] == str(tmp_path / "ander.gvkaart")


def test_cancelled_save_as_changes_nothing(window: MainWindow, path: Path, save_to: SaveTo) -> None:
    save_to(None)
    trigger(window, "save-as")
    assert window.session.document.path == path


def test_changed_file_is_never_overwritten(
    window: MainWindow, path: Path, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path, elsewhere: Path
) -> None:
    add(window, "Van mij")
    path.write_bytes(path.read_bytes() + b"colleague")
    theirs = path.read_bytes()
    save_to(tmp_path / "mijn.gvkaart")
    dialogs.press("save-as")
    trigger(window, "save")
    assert path.read_bytes() == theirs
    assert "intussen veranderd" in dialogs.texts[0]
    assert "Van mij" in titles(graph_in(tmp_path / "mijn.gvkaart", elsewhere))


def test_conflict_can_wait(window: MainWindow, path: Path, dialogs: Dialogs) -> None:
    add(window)
    path.write_bytes(b"something else")
    dialogs.press("cancel")
    trigger(window, "save")
    assert path.read_bytes() == b"something else"
    assert window.isWindowModified()


@pytest.mark.usefixtures("full_disk")
def test_full_disk_keeps_everything_and_says_so(window: MainWindow, path: Path) -> None:
    before = path.read_bytes()
    add(window, "Blijft")
    trigger(window, "save")
    assert path.read_bytes() == before
    assert window.message_bar.isVisible()
    assert window.message_bar.sentence
    assert window.isWindowModified()
    assert "Blijft" in titles(window.session.graph)


@pytest.mark.usefixtures("full_disk")
def test_closing_on_a_full_disk_can_be_called_off_or_goes_on_later(
    window: MainWindow, program: Program, dialogs: Dialogs
) -> None:
    add(window, "Blijft")
    dialogs.press("cancel")
    assert not window.close()
    dialogs.press("leave")
    assert window.close()
    dialogs.press("recover")
    program.recover()
    assert "Blijft" in titles(program.windows[-1].session.graph)


@pytest.mark.parametrize(("answer", "kept"), [("recover", True), ("cancel", False)])
def test_what_was_not_saved_of_a_file_is_offered_before_the_file_is_open(
    program: Program, dialogs: Dialogs, data_folder: Path, tmp_path: Path, answer: str, kept: bool
) -> None:
    path = tmp_path / "eerder.gvkaart"
    document = Document.create(path, data_folder, now)
    document.apply(Op.ADD_MAP, map_edits.add_map(document.graph, "Kaart", "nl"))
    document.publish()
    document.apply(Op.ADD_NODE, edits.add_node(document.graph, "fact", "Blijft", now=now()))
    document.close()
    dialogs.press(answer)
    assert program.open(path)
    program.recover()
    assert ("Blijft" in titles(program.windows[-1].session.graph)) is kept
    assert len(dialogs.texts) == 1, "it is asked once"
    assert len(program.windows) == 1


def test_full_disk_during_an_action_changes_nothing(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise EnvironmentProblem("store.disk_full", file="x")

    monkeypatch.setattr(Document, "apply", fail)
    before = window.session.graph
    assert node_operations.add(window.session, "note", "Nieuw", (0, 0)) is None
    assert window.session.graph == before
    assert window.message_bar.isVisible()


def test_saves_by_itself_when_idle(window: MainWindow, path: Path, qtbot: QtBot, elsewhere: Path) -> None:
    add(window, "Vanzelf")
    assert window.keeper._idle.isActive()
    window.keeper._idle.timeout.emit()
    qtbot.waitUntil(lambda: window.session.document.is_published)
    qtbot.waitUntil(lambda: window.keeper.state() == "Opgeslagen" and not window.isWindowModified())
    assert "Vanzelf" in titles(graph_in(path, elsewhere))


def test_saving_by_itself_never_asks_and_never_overwrites(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    add(window)
    path.write_bytes(b"something else")
    window.keeper._idle.timeout.emit()
    qtbot.waitUntil(window.message_bar.isVisible)
    assert path.read_bytes() == b"something else"


def test_closing_saves(window: MainWindow, path: Path, elsewhere: Path) -> None:
    add(window, "Vlak voor sluiten")
    assert window.close()
    assert "Vlak voor sluiten" in titles(graph_in(path, elsewhere))


def test_an_impossible_date_in_a_field_does_not_go_without_a_word(
    window: MainWindow, path: Path, dialogs: Dialogs, elsewhere: Path
) -> None:
    step = node_operations.add(window.session, "action", "Bellen", (800, 800))
    assert step is not None
    window.session.select((step,))
    window.panels.show("inspector")
    line = child(child(window.inspector.page, DateEditor, "field-due"), QLineEdit, "")
    QTest.keyClicks(line, "2026-13")
    dialogs.press("cancel")
    assert not window.close()
    assert "2026-13" in dialogs.texts[-1]
    assert line.text() == "2026-13"
    line.clear()
    QTest.keyClicks(line, "2026-12")
    assert window.close()
    assert graph_in(path, elsewhere).nodes[step].fields["due"] == "2026-12"


def test_nameless_with_work_asks_and_cancel_goes_back(program: Program, dialogs: Dialogs) -> None:
    program.new()
    window = program.windows[-1]
    add(window)
    dialogs.press("cancel")
    assert not window.close()
    assert program.windows == [window]


def test_nameless_with_work_can_be_saved(
    program: Program, dialogs: Dialogs, save_to: SaveTo, tmp_path: Path, elsewhere: Path
) -> None:
    program.new()
    add(program.windows[-1], "Bewaar mij")
    save_to(tmp_path / "nieuw.gvkaart")
    dialogs.press("save")
    assert program.windows[-1].close()
    assert "Bewaar mij" in titles(graph_in(tmp_path / "nieuw.gvkaart", elsewhere))


def test_nameless_with_work_can_be_thrown_away_and_does_not_come_back(program: Program, dialogs: Dialogs) -> None:
    program.new()
    add(program.windows[-1])
    dialogs.press("discard")
    assert program.windows[-1].close()
    program.recover()
    assert not program.windows


def test_cancelling_where_to_save_keeps_the_window_open(program: Program, dialogs: Dialogs, save_to: SaveTo) -> None:
    program.new()
    add(program.windows[-1])
    save_to(None)
    dialogs.press("save")
    assert not program.windows[-1].close()


def test_untouched_nameless_closes_without_a_question_and_leaves_nothing(program: Program) -> None:
    program.new()
    assert program.windows[-1].close()
    program.recover()
    assert not program.windows


def test_example_that_was_only_looked_at_closes_without_a_question(example: MainWindow, program: Program) -> None:
    assert example.close()
    program.recover()
    assert not program.windows


def test_making_the_map_cannot_be_undone(program: Program) -> None:
    program.new()
    window = program.windows[-1]
    assert not window.commands["undo"].isEnabled()
    add(window)
    trigger(window, "undo")
    assert not window.commands["undo"].isEnabled()
    assert window.session.graph.maps


def test_undone_work_is_asked_about(program: Program, dialogs: Dialogs) -> None:
    """What was undone can still be done again, so closing would lose something."""
    program.new()
    add(program.windows[-1])
    trigger(program.windows[-1], "undo")
    dialogs.press("cancel")
    assert not program.windows[-1].close()


def test_after_a_crash_one_goes_on(program: Program, path: Path, dialogs: Dialogs, data_folder: Path) -> None:
    crashed_with("Overleefd", path, data_folder)
    dialogs.press("recover")
    program.recover()
    window = program.windows[-1]
    assert "kaart.gvkaart" in dialogs.texts[0]
    assert QLocale("nl").monthName(datetime.now(tz=UTC).astimezone().month) in dialogs.texts[0]
    assert "Overleefd" in titles(window.session.graph)
    assert window.isWindowModified()


def test_recovered_work_can_wait_or_be_thrown_away(
    program: Program, path: Path, dialogs: Dialogs, data_folder: Path
) -> None:
    crashed_with("Weg", path, data_folder)
    dialogs.press("cancel")
    program.recover()
    dialogs.press("forget")
    dialogs.press("cancel")
    program.recover()
    dialogs.press("forget")
    dialogs.press("sure")
    program.recover()
    program.recover()
    assert not program.windows
    assert len(dialogs.texts) == 5, "nothing is asked any more once it is gone"


def test_closing_while_a_check_and_a_layout_run(program: Program, path: Path, qtbot: QtBot) -> None:
    program.open(path)
    window = program.windows[-1]
    window.start()
    window.map_view.arrange(everything=True)
    assert window.checker.busy
    assert window.close()
    qtbot.wait(50)


def test_mistake_of_ours_while_closing_leaves_the_window_open(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.keeper, "may_close", lambda: 1 / 0)
    with qtbot.captureExceptions() as mistakes:
        assert not window.close()
    assert len(mistakes) == 1
    assert window.isVisible()


def test_closing_at_once(program: Program, path: Path, qtbot: QtBot) -> None:
    """The window that would begin a moment later is gone by then."""
    program.open(path)
    assert program.windows[-1].close()
    qtbot.wait(50)


def test_undo_reaches_back_to_before_the_document_was_closed(
    window: MainWindow, program: Program, path: Path, qtbot: QtBot
) -> None:
    add(window, "Stap & <b>een</b>")
    assert window.commands["undo"].text().endswith("toevoegen: Stap && <b>een</b>")
    window.close()
    program.open(path)
    again = program.windows[-1]
    settle(qtbot, again)
    assert again.commands["undo"].text().endswith("toevoegen: Stap && <b>een</b>")
    trigger(again, "undo")
    assert "Stap & <b>een</b>" not in titles(again.session.graph)
    assert again.commands["redo"].text().endswith("toevoegen: Stap && <b>een</b>")
    trigger(again, "save")
    again.close()
    program.open(path)
    trigger(program.windows[-1], "redo")
    assert "Stap & <b>een</b>" in titles(program.windows[-1].session.graph)
