"""A document with several maps: adding one, choosing one, and putting items of the document on it."""

from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain import edits, map_edits
from gvkaart.domain.entities import NodeId
from gvkaart.domain.operations import Op
from gvkaart.store import Document, list_recoverable, now
from gvkaart.ui.choosers import Chooser
from gvkaart.ui.main_window import MainWindow
from tests.ui.conftest import Dialogs, child, graph_in, settle, trigger

A, B = NodeId("a"), NodeId("b")


def name_it(monkeypatch: pytest.MonkeyPatch, title: str, *, agreed: bool = True) -> None:
    monkeypatch.setattr(QInputDialog, "exec", lambda _self: agreed)
    monkeypatch.setattr(QInputDialog, "textValue", lambda _self: title)


def test_a_map_is_added_looked_at_and_taken_back(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    first = window.session.map_id
    name_it(monkeypatch, "Alleen de partijen")
    trigger(window, "add-map")
    settle(qtbot, window)
    assert window.session.map_title == "Alleen de partijen"
    assert not window.session.view.nodes
    maps = child(window, Chooser, "maps")
    assert [maps.itemText(row) for row in range(maps.count())] == ["Kaart", "Alleen de partijen"]
    maps.chosen.emit(first)
    assert window.session.map_id == first
    trigger(window, "undo")
    assert list(window.session.graph.maps) == [first]


@pytest.mark.parametrize(("title", "agreed"), [("Toch niet", False), ("  ", True)])
def test_a_map_without_a_name_is_not_added(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, title: str, agreed: bool
) -> None:
    name_it(monkeypatch, title, agreed=agreed)
    trigger(window, "add-map")
    assert len(window.session.graph.maps) == 1


def test_what_was_taken_off_the_map_is_found_and_put_back(
    window: MainWindow, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window.session.select((A, B))
    trigger(window, "take-off")
    assert A not in window.session.view.nodes
    assert A in window.session.graph.nodes
    assert not window.commands["take-off"].isEnabled()
    window.search_box.chosen.emit(A)
    assert window.session.selection == (A,)
    trigger(window, "place")
    settle(qtbot, window)
    assert A in window.session.view.nodes
    assert A in window.map_view.canvas.content.nodes, "it is drawn as well"
    assert not window.commands["place"].isEnabled()
    trigger(window, "save")
    saved = graph_in(path, tmp_path / "third-pc")
    assert {node for _map, node in saved.placements} == set(window.session.view.nodes)


def test_damaged_work_is_told_as_such_and_stays_until_it_is_thrown_away(
    program: Program, window: MainWindow, dialogs: Dialogs, data_folder: Path
) -> None:
    document = Document.create(None, data_folder, now)
    document.apply(Op.ADD_MAP, map_edits.add_map(document.graph, "Kaart", "nl"))
    document.apply(Op.ADD_NODE, edits.add_node(document.graph, "fact", "Iets", now=now()))
    document.close()
    (left,) = (one for one in list_recoverable(data_folder) if one.path is None)
    folder = left.folder
    (folder / "document.db").write_bytes(b"no database at all")
    dialogs.press("cancel")
    program.recover()
    assert "beschadigd" in dialogs.texts[-1]
    assert str(folder) in dialogs.texts[-1]
    assert folder.is_dir()
    dialogs.press("forget")
    program.recover()
    assert not folder.exists()


def test_adding_a_relation_shows_where_one_types_in_a_low_window_too(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(900, 420)
    window.show()
    window.session.select((A,))
    trigger(window, "connect")
    panel = window.builder.panel
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())
    assert panel.mapTo(window, panel.rect().bottomLeft()).y() < window.height()


@pytest.mark.parametrize(("key", "title"), [(Qt.Key.Key_Return, "Gemeente Utrecht"), (Qt.Key.Key_Escape, "Gemeente")])
def test_after_renaming_the_keyboard_is_back_on_the_map(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, title: str
) -> None:
    window.show()
    qtbot.waitExposed(window)
    window.session.select((A,))
    trigger(window, "rename")
    field = window.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("Gemeente Utrecht")
    QTest.keyClick(field, key)
    assert window.focusWidget() is window.map_view.canvas
    assert window.session.graph.nodes[A].title == title


def test_the_icons_of_the_findings_tell_how_grave_they_are(example: MainWindow) -> None:
    model = example.findings_panel.model
    pictures: dict[str, QImage] = {}
    for row, finding in enumerate(model.findings):
        icon = model.data(model.index(row), Qt.ItemDataRole.DecorationRole)
        assert isinstance(icon, QIcon)
        picture = icon.pixmap(16, 16).toImage()
        assert pictures.setdefault(finding.severity, picture) == picture
    assert len(pictures) == 3
    assert all(pictures[one] != pictures[other] for one, other in combinations(pictures, 2))
