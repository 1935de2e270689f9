"""Case files in and out of an open document."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gvkaart import assets
from gvkaart.domain.entities import NodeId
from gvkaart.exchange.case_file import read_case_file
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import Dialogs, settle, trigger

CANARY = "ZQ7PRIVE"


@pytest.fixture
def with_private(window: MainWindow) -> MainWindow:
    new = node_operations.add(window.session, "note", CANARY, (700, 700))
    assert new is not None
    node_operations.set_visibility(window.session, (new,), "private")
    return window


def test_import_is_one_step_and_shows_the_new_map(
    window: MainWindow, open_from: Callable[[Path], None], tmp_path: Path, qtbot: QtBot
) -> None:
    before = window.session.graph
    path = tmp_path / "casus.yaml"
    path.write_bytes(assets.example_bytes("laatsignalering.yaml"))
    open_from(path)
    trigger(window, "import-case")
    settle(qtbot, window)
    assert len(window.session.graph.maps) == 2
    assert window.session.map_id not in before.maps
    assert window.map_view.canvas.content.nodes
    trigger(window, "undo")
    assert window.session.graph == before
    assert window.session.map_id in before.maps


def test_import_with_a_mistake_does_nothing(
    window: MainWindow, open_from: Callable[[Path], None], tmp_path: Path, dialogs: Dialogs
) -> None:
    before = window.session.graph
    path = tmp_path / "fout.yaml"
    path.write_text("gvkaart: 1\n")
    open_from(path)
    dialogs.dismiss()
    trigger(window, "import-case")
    assert "fout.yaml" in dialogs.texts[0]
    assert window.session.graph is before


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
@pytest.mark.parametrize(("answer", "is_there"), [("without", False), ("with", True)])
def test_private_items_leave_only_when_asked(
    with_private: MainWindow,
    save_to: Callable[[Path | None], None],
    tmp_path: Path,
    dialogs: Dialogs,
    suffix: str,
    answer: str,
    is_there: bool,
) -> None:
    path = tmp_path / f"uit{suffix}"
    save_to(path)
    dialogs.press(answer)
    trigger(with_private, "export-case")
    assert (CANARY in path.read_text(encoding="utf-8")) is is_there
    assert NodeId("a") in read_case_file(path).nodes


def test_cancelling_the_question_writes_nothing(
    with_private: MainWindow, save_to: Callable[[Path | None], None], tmp_path: Path, dialogs: Dialogs
) -> None:
    save_to(tmp_path / "uit.yaml")
    dialogs.press("cancel")
    trigger(with_private, "export-case")
    assert not (tmp_path / "uit.yaml").exists()


def test_name_without_suffix_gets_that_of_the_chosen_kind(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = (str(tmp_path / "uit"), "JSON (*.json)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_args: answer))
    trigger(window, "export-case")
    exported = read_case_file(tmp_path / "uit.json")
    assert exported.nodes.keys() == window.session.graph.nodes.keys()
    assert replace(exported.nodes[NodeId("a")], created=0, modified=0).title == "Gemeente"


def test_folder_that_is_not_there_is_said(
    window: MainWindow, save_to: Callable[[Path | None], None], tmp_path: Path
) -> None:
    save_to(tmp_path / "nergens" / "uit.yaml")
    trigger(window, "export-case")
    assert "uit.yaml" in window.message_bar.sentence
