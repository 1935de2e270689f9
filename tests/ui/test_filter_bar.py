"""Filters, looking around items and folding branches, in a real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.picture.nodes import NodeDrawing
from gvkaart.picture.theme import DARK
from gvkaart.ui.export_dialog import ExportDialog
from gvkaart.ui.filter_bar import FilterBar, StayingMenu
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.showing import Facet
from tests.ui.conftest import Dialogs, child, settle, trigger

A, P, F = (NodeId(one) for one in "apf")


def bar_of(window: MainWindow) -> FilterBar:
    return child(window, FilterBar, "filter-bar")


def drawn(window: MainWindow) -> set[str]:
    window.map_view.catch_up()
    return set(window.map_view.canvas.content.nodes)


def open_menu(window: MainWindow, name: str) -> QMenu:
    menu = child(window, QMenu, f"{name}-menu")
    menu.aboutToShow.emit()
    return menu


def tick(window: MainWindow, facet: Facet, value: str) -> None:
    menu = open_menu(window, f"filter-{facet}")
    next(action for action in menu.actions() if action.objectName() == value).trigger()


def said(window: MainWindow) -> str:
    sign = child(bar_of(window), QLabel, "filter-sign")
    return "" if sign.isHidden() else sign.text()


# --- filters ----------------------------------------------------------------------------------------------------------


def test_ticking_hides_the_rest_says_so_and_one_click_shows_all(window: MainWindow) -> None:
    trigger(window, "filter")
    assert said(window) == ""
    tick(window, Facet.KIND, "actor")
    assert drawn(window) == {"a", "b"}
    assert said(window) == "2 van 6 items getoond"
    tick(window, Facet.KIND, "fact")
    assert drawn(window) == {"a", "b", "f"}
    child(window, QPushButton, "show-everything").click()
    assert len(drawn(window)) == 6
    assert said(window) == ""
    assert not bar_of(window).isHidden(), "who opened it keeps it"


def test_the_bar_is_there_when_something_is_hidden_and_folds_away_after(window: MainWindow) -> None:
    window.session.select([A])
    trigger(window, "focus")
    assert not bar_of(window).isHidden()
    trigger(window, "show-everything")
    assert bar_of(window).isHidden()
    assert not window.commands["show-everything"].isEnabled()


def test_what_one_looked_at_comes_back(window: MainWindow) -> None:
    window.show()
    canvas = window.map_view.canvas

    def looked_at() -> tuple[float, float, float]:
        QApplication.processEvents()
        return (canvas.view.zoom, *canvas.view.to_canvas(canvas.width() / 2, canvas.height() / 2))

    canvas.zoom_in()
    before = looked_at()
    window.shown.choose(Facet.KIND, "fact", wanted=True)
    filtered = looked_at()
    assert filtered != pytest.approx(before)
    node_operations.rename(window.session, F, "Het zijn er minder")
    assert looked_at() == pytest.approx(filtered), "an edit does not make the map jump"
    window.shown.show_all()
    assert looked_at() == pytest.approx(before)


def test_hidden_items_are_not_selected_and_not_selectable_at_once(window: MainWindow) -> None:
    window.session.select([A, P])
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    assert window.session.selection == (A,)
    trigger(window, "select-all")
    assert set(window.session.selection) == {"a", "b"}


def test_what_is_found_elsewhere_is_told_to_be_hidden_and_can_be_shown(window: MainWindow) -> None:
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    window.go_to(F)
    missing = child(bar_of(window), QLabel, "missing")
    assert not missing.isHidden()
    assert "Het zijn er 60.000" in missing.text()
    child(window, QPushButton, "reveal").click()
    assert drawn(window) == {"a", "b", "f"}
    assert missing.isHidden()


def test_what_one_makes_is_never_hidden_and_what_goes_is_no_middle(window: MainWindow, qtbot: QtBot) -> None:
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    made = node_operations.add(window.session, "note", "Nieuw", (0, 0))
    settle(qtbot, window)
    assert made is not None
    assert made in drawn(window)
    window.shown.show_all()
    window.session.select([A])
    trigger(window, "focus")
    node_operations.remove(window.session, [A])
    assert window.shown.nodes is None


def test_nothing_that_fits_is_said(window: MainWindow) -> None:
    window.shown.choose(Facet.TAG, "nergens", wanted=True)
    assert said(window) == "Geen enkel item past hierbij."
    menu = open_menu(window, "filter-tag")
    assert [action.objectName() for action in menu.actions() if action.isCheckable()] == ["nergens"]
    next(action for action in menu.actions() if action.objectName() == "clear").trigger()
    assert window.shown.nodes is None


def test_hearsay_is_a_switch(example: MainWindow) -> None:
    trigger(example, "filter")
    switch = child(example, QPushButton, "filter-hearsay")
    switch.click()
    assert drawn(example) == set(next(iter(example.shown.members(Facet.HEARSAY).values())))
    switch.click()
    assert example.shown.nodes is None


@pytest.mark.parametrize("facet", [Facet.ACTOR, Facet.VISIBILITY, Facet.FINDING])
def test_every_chip_names_what_there_is_with_how_much(example: MainWindow, facet: Facet) -> None:
    trigger(example, "filter")
    having = example.shown.members(facet)
    named = [action for action in open_menu(example, f"filter-{facet}").actions() if action.isCheckable()]
    assert {action.objectName() for action in named} == set(having)
    assert all(action.text().endswith(f"({len(having[action.objectName()])})") for action in named)


def test_a_menu_stays_open_while_one_ticks(window: MainWindow) -> None:
    window.show()
    trigger(window, "filter")
    menu = child(window, QMenu, "filter-kind-menu")
    assert isinstance(menu, StayingMenu)
    menu.popup(window.mapToGlobal(QPoint(50, 50)))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    second = menu.actions()[1]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(second).center())
    assert menu.isVisible()
    assert len(window.shown.showing.values(Facet.KIND)) == 2
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_esc_shows_all_and_then_folds_the_bar_away(window: MainWindow) -> None:
    window.show()
    trigger(window, "filter")
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    bar = bar_of(window)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert window.shown.nodes is None
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert QApplication.focusWidget() is window.map_view.canvas


def test_a_narrow_window_puts_the_chips_below_each_other(window: MainWindow) -> None:
    window.show()
    trigger(window, "filter")
    layout = bar_of(window).layout()
    assert layout is not None
    assert layout.heightForWidth(260) > layout.heightForWidth(2000)
    bar_of(window).set_theme(DARK)


def test_an_export_says_that_it_follows_the_filter(window: MainWindow, dialogs: Dialogs) -> None:
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    seen: list[str] = []

    def look(dialog: object) -> None:
        assert isinstance(dialog, ExportDialog)
        scope = child(dialog, QComboBox, "scope")
        seen.append(scope.currentText())
        seen.append(dialog.content("svg").decode())
        dialog.close()

    dialogs.expect(look)
    trigger(window, "export-picture")
    assert seen[0] == "Wat het filter doorlaat: 2 van 6 items"
    assert "Gemeente" in seen[1]
    assert "60.000" not in seen[1]


# --- around items -----------------------------------------------------------------------------------------------------


def test_looking_around_goes_a_step_further_each_time(window: MainWindow) -> None:
    window.session.select([P])
    trigger(window, "focus")
    assert drawn(window) == {"p", "a"}
    trigger(window, "focus-wider")
    assert window.shown.showing.steps == 2
    menu = open_menu(window, "filter-focus")
    next(action for action in menu.actions() if action.objectName() == "steps-1").trigger()
    assert window.shown.showing.steps == 1
    assert [action.objectName() for action in menu.actions() if action.isChecked()] == ["steps-1"]
    menu.actions()[-1].trigger()
    assert window.shown.nodes is None


def test_several_items_are_counted_in_the_chip(window: MainWindow) -> None:
    window.session.select([P, F])
    trigger(window, "focus")
    assert "2 items" in child(window, QPushButton, "filter-focus").text()


# --- branches ---------------------------------------------------------------------------------------------------------


def test_a_branch_folds_away_with_a_number_and_is_undone(window: MainWindow) -> None:
    window.session.select([A])
    trigger(window, "collapse")
    assert drawn(window) == {"a", "b", "i", "f", "c"}
    drawing = window.map_view.canvas.content.nodes["a"].drawing
    assert isinstance(drawing, NodeDrawing)
    assert drawing.look.folded == 1
    trigger(window, "undo")
    assert P in drawn(window)
    trigger(window, "redo")
    trigger(window, "collapse")
    assert P in drawn(window), "the same key expands"


def test_what_has_nothing_hanging_on_it_is_not_collapsed(window: MainWindow) -> None:
    window.session.select([NodeId("i")])
    steps = window.session.undo_step
    trigger(window, "collapse")
    assert window.session.undo_step == steps
    assert "hangt niets" in window.statusBar().currentMessage()


def test_what_is_folded_away_is_told_and_shown_when_asked_for(window: MainWindow) -> None:
    window.session.select([A])
    trigger(window, "collapse")
    window.session.select([P])
    child(window, QPushButton, "reveal").click()
    assert P in drawn(window)
    assert not window.session.view.folded.counts


def test_all_branches_expand_in_one_step(window: MainWindow) -> None:
    window.session.select([A, NodeId("b")])
    trigger(window, "collapse")
    assert drawn(window) == {"a", "b", "i", "c"}
    trigger(window, "expand-all")
    assert len(drawn(window)) == 6
    trigger(window, "undo")
    assert len(drawn(window)) == 4


def test_each_map_keeps_its_own_filters(window: MainWindow) -> None:
    first = window.session.map_id
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    map_operations.add(window.session, "Tweede")
    assert window.shown.nodes is None
    window.session.look_at_map(first)
    assert drawn(window) == {"a", "b"}


def test_the_key_that_begins_looking_around_the_selection_also_ends_it(window: MainWindow) -> None:
    window.session.select([NodeId("p")])
    trigger(window, "focus")
    assert window.commands["focus"].isChecked()
    trigger(window, "focus-wider")
    trigger(window, "focus")
    assert window.shown.showing.is_everything
    assert not window.commands["focus"].isChecked()


def test_looking_around_something_else_goes_there_and_around_nothing_ends_it(window: MainWindow) -> None:
    window.shown.choose(Facet.KIND, "actor", wanted=True)
    window.session.select([NodeId("a")])
    trigger(window, "focus")
    window.session.select([NodeId("b")])
    trigger(window, "focus")
    assert window.shown.showing.focus == {"b"}
    window.session.select([])
    trigger(window, "focus")
    assert not window.shown.showing.focus
    assert window.shown.showing.values(Facet.KIND) == {"actor"}
