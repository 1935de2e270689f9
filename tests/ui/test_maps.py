"""Several maps that share items: where an item stands too, putting it there, copies and names of maps."""

import pytest
from PySide6.QtWidgets import QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import MapId, NodeId
from gvkaart.ui.inspector.also_on import AlsoOn
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.wrapping_button import WrappingButton
from tests.ui.conftest import child, settle, trigger

A, B = NodeId("a"), NodeId("b")


def name_it(monkeypatch: pytest.MonkeyPatch, title: str, *, agreed: bool = True) -> None:
    monkeypatch.setattr(QInputDialog, "exec", lambda _self: agreed)
    monkeypatch.setattr(QInputDialog, "textValue", lambda _self: title)


def put_on(window: MainWindow, title: str) -> None:
    """Choose a map in the menu that puts the selection on another one as well."""
    menu = next(one for one in window.menuBar().findChildren(QMenu) if one.objectName() == "also-on-menu")
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == title).trigger()


def listed(window: MainWindow) -> list[str]:
    also = child(window.inspector.page, AlsoOn, "also-on")
    return [] if also.isHidden() else [one.text() for one in also.findChildren(WrappingButton) if not one.isHidden()]


def test_an_item_is_put_on_another_map_and_stays_on_this_one(window: MainWindow, qtbot: QtBot) -> None:
    first = window.session.map_id
    map_operations.add(window.session, "Alleen partijen")
    second = window.session.map_id
    window.session.look_at_map(first)
    window.session.select([A])
    assert listed(window) == []
    put_on(window, "Alleen partijen")
    assert A in window.session.graph.on_map(second)
    assert A in window.session.view.nodes
    assert listed(window) == ["Alleen partijen"]
    settle(qtbot, window)
    also = child(window.inspector.page, AlsoOn, "also-on")
    next(one for one in also.findChildren(WrappingButton) if not one.isHidden()).click()
    assert window.session.map_id == second
    assert window.session.selection == (A,)
    assert listed(window) == ["Kaart"]
    window.session.undo()
    assert A not in window.session.graph.on_map(second)


def test_the_page_of_another_item_lists_its_own_maps(window: MainWindow) -> None:
    first = window.session.map_id
    map_operations.add(window.session, "Tweede")
    map_operations.place(window.session, [A])
    window.session.look_at_map(first)
    window.session.select([A])
    assert listed(window) == ["Tweede"]
    window.session.select([B])
    assert listed(window) == []
    window.session.select([A])
    map_operations.rename(window.session, next(one for one in window.session.graph.maps if one != first), "Anders")
    assert listed(window) == ["Anders"]


def test_a_map_is_duplicated_and_undone_in_one_step(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    first, nodes = window.session.map_id, set(window.session.view.nodes)
    name_it(monkeypatch, "Proef")
    trigger(window, "copy-map")
    assert window.session.map_title == "Proef"
    assert set(window.session.view.nodes) == nodes
    trigger(window, "undo")
    assert list(window.session.graph.maps) == [first]


def test_a_map_is_renamed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    name_it(monkeypatch, "Nieuwe naam")
    trigger(window, "rename-map")
    assert window.session.map_title == "Nieuwe naam"
    trigger(window, "undo")
    assert window.session.map_title == "Kaart"


@pytest.mark.parametrize("command", ["copy-map", "rename-map"])
def test_who_thinks_better_of_it_changes_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    name_it(monkeypatch, "Proef", agreed=False)
    before = window.session.graph
    trigger(window, command)
    assert window.session.graph is before


def test_without_a_map_there_is_none_to_copy(window: MainWindow) -> None:
    window.session.map_id = MapId("gone")
    window.commands.refresh()
    assert not window.commands["copy-map"].isEnabled()
    assert not window.session.graph.maps.keys() & {"gone"}
    assert not map_operations.copy(window.session, "Proef")
