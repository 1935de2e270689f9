"""Positions and interests, in a real window on the example."""

import pytest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from gvkaart.ui.insight.grid import Tint
from gvkaart.ui.insight.interests_page import InterestsPage
from gvkaart.ui.main_window import MainWindow
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
