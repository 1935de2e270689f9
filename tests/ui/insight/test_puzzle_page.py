"""Which information lies with whom, in a real window."""

import pytest
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.graph import Graph
from gvkaart.ui.insight.grid import Tint
from gvkaart.ui.insight.puzzle_page import PuzzlePage
from gvkaart.ui.main_window import MainWindow
from tests.case import case, edge, node
from tests.ui.conftest import child


@pytest.fixture
def small() -> Graph:
    """Two councils with a signal each, that nobody put together; one of them does not know of the other's."""
    return case(
        *(node("actor", key, title, presence="at_table") for key, title in (("a", "Gemeente"), ("b", "Corporatie"))),
        node("position", "p", "Nu langsgaan"),
        *(node("fact", "f", "De huur is niet betaald"), node("fact", "g", "De stroom gaat eraf")),
        *("a holds p", "b claims f", "a claims g", "f supports p", "g supports p", edge("a unaware_of f")),
    )


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PuzzlePage:
    shown = window.views.show_view("puzzle")
    assert isinstance(shown, PuzzlePage)
    qtbot.waitExposed(window)
    return shown


def test_what_lies_apart_is_shown_with_who_has_each_piece(page: PuzzlePage) -> None:
    heading, first, second = page.pictures.grid_model.grid.rows
    assert heading.title == "Positie: Nu langsgaan"
    assert [(row.title, row.cells[0].text) for row in (first, second)] == [
        ("De huur is niet betaald", "Corporatie"),
        ("De stroom gaat eraf", "Gemeente"),
    ]
    assert first.cells[1].text == "Gemeente\nCorporatie"
    assert first.cells[2].text


def test_every_piece_shows_who_has_it_and_who_does_not_know(page: PuzzlePage) -> None:
    child(page, QTabWidget, "puzzle-tabs").setCurrentIndex(1)
    assert page.starting_point() is page.pieces
    grid = page.pieces.grid_model.grid
    assert [column.title for column in grid.columns] == ["Corporatie", "Gemeente"]
    cells = {row.key: [(cell.text, cell.tint) for cell in row.cells] for row in grid.rows}
    assert cells["f"] == [("Heeft het", Tint.GOOD), ("Weet het niet, is wel van belang", Tint.DOUBT)]
    assert cells["g"][1] == ("Heeft het", Tint.GOOD)


def test_titles_of_rows_and_columns_select_their_items(window: MainWindow, page: PuzzlePage) -> None:
    child(page, QTabWidget, "puzzle-tabs").setCurrentIndex(1)
    page.pieces.verticalHeader().sectionPressed.emit(0)
    assert window.session.selection == ("f",)
    page.pieces.horizontalHeader().sectionPressed.emit(1)
    assert window.session.selection == ("a",)
