"""The catalogue of public values against the map, in a real window."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QInputDialog, QMenu, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.derived import text_of
from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.choice_grid import ChoiceGrid
from gvkaart.ui.insight.values_page import ValuesPage
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import value as value_operations
from tests.ui.conftest import child


@pytest.fixture
def page(example: MainWindow, qtbot: QtBot) -> ValuesPage:
    shown = example.views.show_view("values")
    assert isinstance(shown, ValuesPage)
    qtbot.waitExposed(example)
    return shown


def choose(page: ValuesPage, words: str) -> list[str]:
    """Choose what is shown, and return the titles of the rows then."""
    shown = child(page, QComboBox, "values-shown")
    shown.setCurrentText(words)
    shown.activated.emit(shown.currentIndex())
    return [row.title for row in page.values.grid_model.grid.rows if not row.is_heading]


def test_values_on_the_map_come_first_and_all_of_them_can_be_seen(page: ValuesPage) -> None:
    on_map, everything = choose(page, "Op de kaart"), choose(page, "Alle waarden")
    assert "Privacy" in on_map
    assert set(on_map) < set(everything)
    assert set(choose(page, "Zonder stem")) < set(on_map)
    assert not set(choose(page, "Niet op de kaart")) & set(on_map)


def test_a_value_is_put_on_the_map_in_one_step(example: MainWindow, page: ValuesPage, qtbot: QtBot) -> None:
    choose(page, "Niet op de kaart")
    rows = page.values.grid_model.grid.rows
    at = next(place for place, row in enumerate(rows) if not row.is_heading)
    title, value = rows[at].title, rows[at].key
    add = child(page, QPushButton, "add-value")
    assert not add.isEnabled()
    page.values.setCurrentIndex(page.values.grid_model.index(at, 0))
    assert add.isEnabled()
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    (new,) = example.session.selection
    node = example.session.graph.nodes[new]
    assert (node.kind, node.title, text_of(node.fields, "value")) == ("interest", title, value)
    assert text_of(node.fields, "level") == "public"
    assert new in example.session.view.placements
    qtbot.waitUntil(lambda: title not in [row.title for row in page.values.grid_model.grid.rows])
    example.session.undo()
    assert new not in example.session.graph.nodes


def at_first(page: ValuesPage) -> str:
    """Go to the first value that is shown, and return its title."""
    rows = page.values.grid_model.grid.rows
    at = next(place for place, row in enumerate(rows) if not row.is_heading)
    page.values.setCurrentIndex(page.values.grid_model.index(at, 0))
    return rows[at].title


def reasons(page: ValuesPage) -> dict[str, str]:
    columns = [column.key for column in page.values.grid_model.grid.columns]
    rows = (row for row in page.values.grid_model.grid.rows if row.cells)
    return {row.title: row.cells[columns.index("aside")].text for row in rows}


def answers(monkeypatch: pytest.MonkeyPatch, text: str, *, agreed: bool = True) -> None:
    monkeypatch.setattr(QInputDialog, "exec", lambda _self: agreed)
    monkeypatch.setattr(QInputDialog, "textValue", lambda _self: text)


def test_a_value_is_set_aside_with_a_reason_and_counts_again(
    example: MainWindow, page: ValuesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, "Niet op de kaart")
    aside, before = child(page, QPushButton, "value-aside"), example.session.graph
    assert not aside.isEnabled()
    title = at_first(page)
    answers(monkeypatch, "", agreed=True)
    aside.click()
    assert "waarom" in example.message_bar.sentence
    answers(monkeypatch, "Speelt niet", agreed=False)
    aside.click()
    assert example.session.graph is before
    answers(monkeypatch, "Speelt niet")
    aside.click()
    qtbot.waitUntil(lambda: reasons(page)[title] == "Speelt niet")
    assert aside.text() == "Terughalen"
    aside.click()
    qtbot.waitUntil(lambda: reasons(page)[title] == "")
    assert aside.text() == "Opzijzetten…"
    example.session.undo()
    example.session.undo()
    assert example.session.graph == before


def test_an_own_public_interest_is_put_on_the_map_in_one_step(
    example: MainWindow, page: ValuesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, before = child(page, QPushButton, "own-value"), example.session.graph
    choose(page, "Niet op de kaart")
    for text, agreed in (("Rust op straat", False), ("  ", True)):
        answers(monkeypatch, text, agreed=agreed)
        own.click()
        assert example.session.graph is before
    answers(monkeypatch, "Rust op straat")
    own.click()
    qtbot.waitUntil(lambda: "Rust op straat" in [row.title for row in page.values.grid_model.grid.rows])
    (new,) = example.session.selection
    assert text_of(example.session.graph.nodes[new].fields, "level") == "public"
    example.session.undo()
    assert example.session.graph == before


def test_groups_say_who_speaks_for_them(page: ValuesPage) -> None:
    child(page, QTabWidget, "values-tabs").setCurrentIndex(1)
    assert page.starting_point() is page.groups
    assert not child(page, QPushButton, "add-value").isVisibleTo(page)
    rows = {row.key: row for row in page.groups.grid_model.grid.rows}
    silent = [row for row in rows.values() if row.cells[0].text == "Nee, niemand"]
    assert len(silent) == 4
    assert all(row.nodes == (NodeId(row.key),) for row in rows.values())


# --- speaking for it --------------------------------------------------------------------------------------------------


def speaking(grid: ChoiceGrid, row: str) -> QModelIndex:
    shown = grid.grid_model.grid
    rows, columns = [one.key for one in shown.rows], [one.key for one in shown.columns]
    return grid.grid_model.index(rows.index(row), columns.index("speaking"))


def choose_speaker(grid: ChoiceGrid, row: str, actor: str) -> None:
    """Choose by keyboard who speaks for something."""
    grid.setCurrentIndex(speaking(grid, row))
    QTest.keyClick(grid, Qt.Key.Key_Return)
    menu = child(grid, QMenu, "choice-menu")
    child(menu, QAction, f"choose-{actor}").trigger()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_who_speaks_for_a_group_is_chosen_in_one_step_and_shows_everywhere(
    example: MainWindow, page: ValuesPage, qtbot: QtBot
) -> None:
    child(page, QTabWidget, "values-tabs").setCurrentIndex(1)
    grid, before = page.groups, example.session.graph
    silent = next(row.key for row in grid.grid_model.grid.rows if row.cells[0].text == "Nee, niemand")
    offered = grid.grid_model.cell(speaking(grid, silent)).choices
    first, second = offered[0], offered[1]
    choose_speaker(grid, silent, first.key)
    qtbot.waitUntil(lambda: speaking(grid, silent).data() in first.words)
    choose_speaker(grid, silent, second.key)
    qtbot.waitUntil(lambda: "\n" in str(speaking(grid, silent).data()))
    assert [one.is_on for one in grid.grid_model.cell(speaking(grid, silent)).choices[:3]] == [True, True, False]
    assert silent in example.session.view.targets(NodeId(first.key), "represents")
    child(page, QTabWidget, "values-tabs").setCurrentIndex(0)
    child(page, QTabWidget, "values-tabs").setCurrentIndex(1)
    choose_speaker(grid, silent, second.key)
    qtbot.waitUntil(lambda: speaking(grid, silent).data() in first.words)
    for _ in range(3):
        example.session.undo()
    assert example.session.graph == before


def test_who_has_an_interest_need_not_represent_it(page: ValuesPage) -> None:
    view, grid = page.session.view, page.values
    rows = [row for row in grid.grid_model.grid.rows if len(row.nodes) == 1]
    for row in rows:
        having = set(view.sources(row.nodes[0], "has_interest"))
        assert not having & {NodeId(one.key) for one in grid.grid_model.cell(speaking(grid, row.key)).choices}
    several = [row for row in grid.grid_model.grid.rows if len(row.nodes) > 1]
    assert not any(grid.grid_model.cell(speaking(grid, row.key)).choices for row in several)


def test_nothing_is_represented_that_was_removed_a_moment_ago(example: MainWindow, page: ValuesPage) -> None:
    child(page, QTabWidget, "values-tabs").setCurrentIndex(1)
    (row, *_rest) = page.groups.grid_model.grid.rows
    (actor, *_others) = page.groups.grid_model.cell(speaking(page.groups, row.key)).choices
    node_operations.remove(example.session, row.nodes)
    left = example.session.graph
    page.groups.choice_made.emit(row.key, "speaking", actor.key)
    assert example.session.graph is left


def test_nothing_is_represented_for_a_row_that_has_several_interests_by_now(
    example: MainWindow, page: ValuesPage, qtbot: QtBot
) -> None:
    key = next(row.key for row in page.values.grid_model.grid.rows if len(row.nodes) == 1)
    value_operations.put_on_map(example.session, example.session.catalogue.values[key])
    qtbot.waitUntil(lambda: any(len(row.nodes) > 1 for row in page.values.grid_model.grid.rows))
    left = example.session.graph
    page.values.choice_made.emit(key, "speaking", next(iter(example.session.view.at_table)))
    assert example.session.graph is left
