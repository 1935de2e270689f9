"""Menus that are asked for on the map: what is in them, for what, with mouse and keyboard, and what it does."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.ui import context_menus
from gvkaart.ui.building.panel import QuickPanel
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.menus import MENUS
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from tests.ui.conftest import child, trigger

A, B, F, P = (NodeId(one) for one in "abfp")
HOLDS = EdgeKey(A, "holds", P)


@pytest.fixture
def canvas(window: MainWindow) -> MapCanvas:
    window.map_view.canvas.zoom_to_fit()
    return window.map_view.canvas


def spot_of(canvas: MapCanvas, key: str) -> QPoint:
    item = canvas.content.nodes[key]
    return QPointF(*canvas.view.to_widget(item.x, item.y)).toPoint()


def menu_at(window: MainWindow, where: QPoint) -> QMenu:
    """Press the right button."""
    canvas = window.map_view.canvas
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, canvas.mapToGlobal(where))
    QApplication.sendEvent(canvas, event)
    return child(window, QMenu, "context")


def menu_by_key(window: MainWindow) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(window.map_view.canvas, event)
    return child(window, QMenu, "context")


def names_in(menu: QMenu) -> set[str]:
    """Close a menu, and return what was in it."""
    names = {action.objectName() for action in menu.actions()}
    names |= {inner.objectName() for inner in menu.findChildren(QMenu)}
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return names


def choose_edge(window: MainWindow, key: EdgeKey) -> None:
    """Select a relation on the map."""
    window.map_view.catch_up()
    window.map_view.canvas.select(frozenset({f"{key.source} {key.relation} {key.target}"}))


# --- what is in them --------------------------------------------------------------------------------------------------


def test_an_item_a_party_several_items_and_the_map_have_their_own_menu(window: MainWindow, canvas: MapCanvas) -> None:
    fact = names_in(menu_at(window, spot_of(canvas, "f")))
    assert set(window.session.selection) == {F}
    party = names_in(menu_at(window, spot_of(canvas, "a")))
    assert party - fact == {"presence-menu"}
    window.session.select((A, F))
    window.map_view.catch_up()
    several = names_in(menu_at(window, spot_of(canvas, "f")))
    assert set(window.session.selection) == {A, F}, "who asks on one of several asks for all"
    assert "align-menu" in several
    assert "rename" not in several
    empty = names_in(menu_at(window, QPoint(2, 2)))
    assert {"add-here", "paste", "layout-menu", "zoom-fit"} <= empty
    assert "remove" not in empty


def test_a_relation_has_its_own_menu(window: MainWindow, canvas: MapCanvas) -> None:
    choose_edge(window, HOLDS)
    names = names_in(menu_by_key(window))
    assert {"relation-fields", "reverse-relation", "relation-ends", "remove", "visibility-menu"} <= names
    assert "rename" not in names


@pytest.mark.parametrize(
    "names", [value for name, value in vars(context_menus).items() if name.isupper() and isinstance(value, tuple)]
)
def test_all_entries_are_commands_or_menus_of_the_menu_bar(window: MainWindow, names: tuple[str, ...]) -> None:
    in_bar = {one[1:] for entries in MENUS.values() for one in entries if one.startswith("<")} | MENUS.keys()
    for name in filter(None, names):
        assert name[1:] in in_bar if name.startswith("<") else name in window.commands.all


def test_the_key_of_a_command_stands_beside_it(window: MainWindow, canvas: MapCanvas) -> None:
    menu = menu_at(window, spot_of(canvas, "f"))
    rename = next(one for one in menu.actions() if one.objectName() == "rename")
    assert rename is window.commands["rename"]
    assert rename.isShortcutVisibleInContextMenu()
    menu.close()


# --- by keyboard ------------------------------------------------------------------------------------------------------


def test_the_menu_key_asks_for_what_is_selected_and_comes_there(window: MainWindow, canvas: MapCanvas) -> None:
    canvas.set_current("f")
    menu = menu_by_key(window)
    assert (menu.pos() - canvas.mapToGlobal(spot_of(canvas, "f"))).manhattanLength() < 400
    assert "rename" in names_in(menu)
    canvas.select(frozenset())
    assert "rename" in names_in(menu_by_key(window)), "where the keyboard is"
    assert window.session.selection == (F,)


def test_the_menu_key_comes_inside_the_map_when_the_item_is_out_of_sight(
    window: MainWindow, canvas: MapCanvas, qtbot: QtBot
) -> None:
    canvas.set_current("f")
    canvas.set_view(canvas.view.panned(-5000, -5000))
    with qtbot.waitSignal(canvas.menu_requested) as asked:
        menu = menu_by_key(window)
    assert canvas.rect().contains(canvas.mapFromGlobal(asked.args[0]))
    menu.close()


def test_the_menu_key_with_nothing_selected_is_for_the_map(window: MainWindow, canvas: MapCanvas) -> None:
    canvas.select(frozenset())
    canvas.put_keyboard_at("")
    assert "add-here" in names_in(menu_by_key(window))


# --- what they do -----------------------------------------------------------------------------------------------------


def test_here_is_where_the_menu_was_asked_for(window: MainWindow, canvas: MapCanvas) -> None:
    where = QPoint(5, canvas.height() - 5)
    menu_at(window, where).close()
    trigger(window, "add-here")
    panel = child(window, QuickPanel, "building")
    assert panel.isVisible()
    assert panel._at == tuple(round(one) for one in canvas.view.to_canvas(where.x(), where.y()))


def test_visibility_is_said_of_items_or_else_of_relations(window: MainWindow, canvas: MapCanvas) -> None:
    session, commands = window.session, window.commands
    session.select((A, F))
    assert commands["visibility-analysis"].isChecked()
    trigger(window, "visibility-private")
    assert {session.graph.nodes[one].visibility for one in (A, F)} == {"private"}
    assert commands["visibility-private"].isChecked()
    session.undo()
    assert {session.graph.nodes[one].visibility for one in (A, F)} == {"analysis"}
    session.select(())
    assert not commands["visibility-private"].isEnabled()
    choose_edge(window, HOLDS)
    trigger(window, "visibility-private")
    assert session.graph.edges[HOLDS].visibility == "private"
    assert session.graph.nodes[A].visibility == "analysis"


def test_presence_is_said_of_parties_on_the_map(window: MainWindow) -> None:
    session, commands = window.session, window.commands
    session.select((A, B))
    assert not commands["presence-at_table"].isChecked(), "only one of them is"
    trigger(window, "presence-absent")
    assert {session.view.placements[one].fields["presence"] for one in (A, B)} == {"absent"}
    assert commands["presence-absent"].isChecked()
    session.undo()
    assert session.view.placements[A].fields["presence"] == "at_table"
    session.select((A, F))
    assert not commands["presence-absent"].isEnabled(), "a fact sits at no table"


def test_a_label_is_added_and_taken_away(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, canvas: MapCanvas
) -> None:
    session = window.session
    session.select((A, F))
    monkeypatch.setattr(QInputDialog, "exec", lambda _self: True)
    monkeypatch.setattr(QInputDialog, "textValue", lambda _self: "a & b")
    trigger(window, "add-tag")
    assert {session.graph.nodes[one].tags for one in (A, F)} == {("a & b",)}
    window.map_view.catch_up()
    menu = menu_at(window, spot_of(canvas, "f"))
    remove = child(menu, QMenu, "remove-tag-menu")
    remove.aboutToShow.emit()
    (entry,) = remove.actions()
    assert entry.text() == "a && b"
    entry.trigger()
    menu.close()
    assert {session.graph.nodes[one].tags for one in (A, F)} == {()}


def test_without_another_map_the_menu_says_how_to_make_one(window: MainWindow) -> None:
    session = window.session
    session.select((F,))

    def entries(name: str) -> list[str]:
        inner = child(window.menuBar(), QMenu, name)
        inner.aboutToShow.emit()
        return [one.text() for one in inner.actions()]

    for name in ("other-maps-menu", "also-on-menu"):
        (told,) = entries(name)
        assert "Kaart toevoegen" in told
    first = session.map_id
    assert map_operations.add(session, "Overleg")
    second = session.map_id
    assert map_operations.place_on(session, [F], second)
    session.look_at_map(first)
    session.select((F,))
    assert entries("also-on-menu") == ["Dit staat al op elke kaart."]


def test_items_go_to_another_map(window: MainWindow, canvas: MapCanvas) -> None:
    session = window.session
    first = session.map_id
    assert map_operations.add(session, "Overleg")
    second = session.map_id
    session.look_at_map(first)
    session.select((F,))
    window.map_view.catch_up()
    menu = menu_by_key(window)
    maps = child(menu, QMenu, "other-maps-menu")
    maps.aboutToShow.emit()
    next(one for one in maps.actions() if one.text() == "Overleg").trigger()
    menu.close()
    assert F not in session.graph.on_map(first)
    assert F in session.graph.on_map(second)


def test_a_relation_is_turned_round_in_one_step(window: MainWindow) -> None:
    session = window.session
    choose_edge(window, HOLDS)
    assert not window.commands["reverse-relation"].isEnabled(), "a position takes no party"
    problems = [node_operations.add(session, "problem", title, (0, y)) for title, y in (("Eerst", 500), ("Dan", 700))]
    first, then = (one for one in problems if one is not None)
    relation_operations.connect(session, first, "causes", then)
    session.select(())
    choose_edge(window, EdgeKey(first, "causes", then))
    trigger(window, "reverse-relation")
    assert EdgeKey(then, "causes", first) in session.graph.edges
    assert EdgeKey(first, "causes", then) not in session.graph.edges
    session.undo()
    assert EdgeKey(first, "causes", then) in session.graph.edges


def test_a_double_click_on_a_relation_opens_its_fields(window: MainWindow, canvas: MapCanvas) -> None:
    window.panels.toggle("inspector")
    choose_edge(window, HOLDS)
    canvas.edit_requested.emit("a holds p")
    assert window.panels.is_open("inspector")
    assert window.session.edge == HOLDS


def test_both_ends_of_a_relation_are_shown(window: MainWindow, canvas: MapCanvas) -> None:
    choose_edge(window, HOLDS)
    trigger(window, "relation-ends")
    assert set(window.session.selection) == {A, P}
    assert {"a", "p"} <= canvas.nodes_inside(canvas.shown)
