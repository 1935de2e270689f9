"""Positions and interests, in a real window on the example."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.grid import Row, Tint
from gvkaart.ui.insight.interests_page import InterestsPage
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import child


@pytest.fixture
def page(example: MainWindow, qtbot: QtBot) -> InterestsPage:
    shown = example.views.show_view("interests")
    assert isinstance(shown, InterestsPage)
    qtbot.waitExposed(example)
    return shown


def test_every_party_has_its_positions_and_interests(page: InterestsPage) -> None:
    rows = page.parties.grid_model.grid.rows
    parties = [row.title for row in rows if row.is_heading]
    assert {"CAK", "CJIB", "Belastingdienst", "Toeslagen"} <= set(parties)
    without = [row for row in rows if row.cells and row.cells[1].tint is Tint.DOUBT]
    assert {row.nodes[0] for row in without} == {
        finding.subject[0] for finding in page.checker.findings if finding.check == "interest.position-without"
    }


def test_two_parties_meet_in_one_cell_and_not_with_themselves(page: InterestsPage) -> None:
    child(page, QTabWidget, "interests-tabs").setCurrentIndex(1)
    grid = page.map.grid_model.grid
    names = [column.title for column in grid.columns]
    one, other = names.index("CAK"), names.index("CJIB")
    assert grid.rows[one].cells[other].text == "6 gedeeld"
    assert grid.rows[one].cells[other].text == grid.rows[other].cells[one].text
    assert all(row.cells[at].tint is Tint.NEVER for at, row in enumerate(grid.rows))


def test_the_list_has_every_two_that_have_something_together(page: InterestsPage) -> None:
    child(page, QTabWidget, "interests-tabs").setCurrentIndex(2)
    assert page.starting_point() is page.pairs
    heading, *rows = page.pairs.grid_model.grid.rows
    assert heading.title == f"Gedeelde belangen ({len(rows)})"


def test_looking_at_a_view_selects_nothing(example: MainWindow, page: InterestsPage) -> None:
    assert page.parties.hasFocus()
    assert example.session.selection == ()


def test_a_tab_is_read_when_one_turns_to_it(page: InterestsPage) -> None:
    assert page.pairs.is_empty
    child(page, QTabWidget, "interests-tabs").setCurrentIndex(2)
    assert not page.pairs.is_empty


# --- confirming -------------------------------------------------------------------------------------------------------


def cell_at(page: InterestsPage, row: str) -> tuple[int, str, bool | None]:
    grid = page.parties.grid_model.grid
    at = next(place for place, one in enumerate(grid.rows) if one.key == row)
    (cell,) = (
        cell for cell, column in zip(grid.rows[at].cells, grid.columns, strict=True) if column.key == "confirmed"
    )
    return at, cell.text, cell.is_ticked


def last_column(page: InterestsPage) -> int:
    return [column.key for column in page.parties.grid_model.grid.columns].index("confirmed")


def test_what_a_party_confirms_is_ticked_by_keyboard_in_one_step(
    example: MainWindow, page: InterestsPage, qtbot: QtBot
) -> None:
    unsure = [row.key for row in page.parties.grid_model.grid.rows if row.cells and not row.cells[3].is_ticked]
    told = next(key for key in unsure if "nog niet gezegd" not in row_of(page, key).cells[2].text)
    before = example.session.graph
    page.parties.setCurrentIndex(page.parties.grid_model.index(cell_at(page, told)[0], last_column(page)))
    QTest.keyClick(page.parties, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cell_at(page, told)[1:] == ("Ja", True))
    assert len(example.session.graph.edges) == len(before.edges)
    QTest.keyClick(page.parties, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cell_at(page, told)[1:] == ("Nog niet", False))
    example.session.undo()
    example.session.undo()
    assert example.session.graph == before


def test_an_interest_that_was_inferred_is_confirmed_as_the_partys_own(
    example: MainWindow, page: InterestsPage, qtbot: QtBot
) -> None:
    rows = page.parties.grid_model.grid.rows
    inferred = next(row.key for row in rows if row.cells and "nog niet gezegd" in row.cells[2].text)
    actor, interest = inferred.split(" ")
    before = example.session.graph
    page.parties.ticked.emit(inferred, "confirmed", True)
    qtbot.waitUntil(lambda: cell_at(page, inferred)[1:] == ("Ja", True))
    assert interest in example.session.view.targets(NodeId(actor), "has_interest")
    example.session.undo()
    assert example.session.graph == before


def test_nothing_is_confirmed_of_who_was_removed_a_moment_ago(example: MainWindow, page: InterestsPage) -> None:
    key = next(row.key for row in page.parties.grid_model.grid.rows if row.cells)
    node_operations.remove(example.session, (NodeId(key.split(" ")[0]),))
    left = example.session.graph
    page.parties.ticked.emit(key, "confirmed", True)
    assert example.session.graph is left


def row_of(page: InterestsPage, key: str) -> Row:
    return next(row for row in page.parties.grid_model.grid.rows if row.key == key)
