"""Cases side by side, in a real window on a document with several maps."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import MapId, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case
from gvkaart.exchange.merging import merge_together
from gvkaart.ui.insight import cases_page
from gvkaart.ui.insight.cases_page import CasesPage
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import child, saved_graph, settle

FIRST = """gvkaart: 1
title: Eerste zaak
rounds: [{id: r1, title: Begin}]
actor:
  szw: {title: SZW, type: ministry, presence: absent}
  cak: {title: CAK, type: organisation, presence: at_table, holds: [door], claims: [aantal]}
position: {door: {title: Door}}
fact: {aantal: {title: Het zijn er 60.000}}
"""
SECOND = """gvkaart: 1
title: Tweede zaak
actor:
  szw: {title: SZW, type: ministry, presence: at_table, holds: [stop], disputes: [meting], has_interest: [zorg]}
  uwv: {title: UWV, type: organisation, presence: at_table, claims: [meting, mening]}
position: {stop: {title: Stop}}
fact:
  meting: {title: Het wordt gemeten}
  mening: {title: Het is een mening}
interest: {zorg: {title: Zorg}}
"""
TOGETHER = (MapId("eerste-zaak"), MapId("tweede-zaak"))


@pytest.fixture
def two(program: Program, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A window on a document with two maps; one party stands on both."""
    graph = Graph().with_changes(merge_together([read_case(FIRST.encode()), read_case(SECOND.encode())], now=0))
    assert program.open(saved_graph(graph, tmp_path / "zaken.gvkaart", tmp_path / "other-pc"))
    settle(qtbot, program.windows[-1])
    return program.windows[-1]


@pytest.fixture
def page(two: MainWindow, qtbot: QtBot) -> CasesPage:
    return compared(two, qtbot)


def compared(window: MainWindow, qtbot: QtBot) -> CasesPage:
    """Look at the view, and wait for what it says."""
    shown = window.views.show_view("cases")
    assert isinstance(shown, CasesPage)
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: not shown.busy, timeout=30_000)
    return shown


def texts(grid: GridView, key: str) -> list[str]:
    (row,) = (row for row in grid.grid_model.grid.rows if row.key == key)
    return [cell.text for cell in row.cells]


def go_to(grid: GridView, row: str, column: int) -> None:
    """Go to a cell by keyboard, as a person would: from the one before."""
    place = [one.key for one in grid.grid_model.grid.rows].index(row)
    grid.setFocus()
    grid.setCurrentIndex(grid.grid_model.index(place - 1, column))
    QTest.keyClick(grid, Qt.Key.Key_Down)


def test_every_map_has_a_column_with_its_round(page: CasesPage) -> None:
    grid = page.aspects.grid_model.grid
    assert [column.title for column in grid.columns] == ["Eerste zaak\nBegin", "Tweede zaak"]
    assert [row.title for row in grid.rows if row.is_heading][:2] == [
        "Wie er meedoet (7.1, 7.2)",
        "Begrippen, feiten en het probleem (7.2)",
    ]


def test_a_cell_says_how_many_of_what_and_its_tip_which(page: CasesPage) -> None:
    assert texts(page.aspects, "facts") == ["1 gedeeld", "1 betwist, 1 van één kant"]
    assert texts(page.aspects, "elsewhere") == ["1: SZW", "1: SZW"]
    (row,) = (row for row in page.aspects.grid_model.grid.rows if row.key == "facts")
    assert row.cells[1].tip == "Betwist: Het wordt gemeten\nVan één kant: Het is een mening"
    assert row.tip == "Feiten (KB 7.2)"


def test_what_is_found_in_every_case_comes_first(page: CasesPage) -> None:
    child(page, QTabWidget, "cases-tabs").setCurrentIndex(1)
    assert page.starting_point() is page.patterns
    rows = page.patterns.grid_model.grid.rows
    headings = [row.key for row in rows if row.is_heading]
    assert headings == ["common", "some"]
    assert rows[0].title == f"In elke zaak ({[row.key for row in rows].index('some') - 1})"
    assert texts(page.patterns, "interest.position-without") == ["1", "1"]
    assert texts(page.patterns, "fact.disputed") == ["\N{EN DASH}", "1"]
    go_to(page.patterns, "fact.disputed", 1)
    assert page.session.selection == ("meting",)


def test_opening_a_cell_goes_to_the_map_of_its_case(two: MainWindow, page: CasesPage) -> None:
    assert two.session.map_id == TOGETHER[0]
    go_to(page.aspects, "facts", 1)
    assert set(two.session.selection) == {"meting", "mening"}
    QTest.keyClick(page.aspects, Qt.Key.Key_Return)
    assert (two.views.current, two.session.map_id) == ("map-view", TOGETHER[1])
    assert set(two.session.selection) == {"meting", "mening"}


def test_who_stands_on_both_maps_is_shown_on_that_of_the_column(two: MainWindow, page: CasesPage) -> None:
    go_to(page.aspects, "elsewhere", 1)
    page.aspects.menu_wanted.emit(page.aspects.mapToGlobal(QPoint(5, 5)))
    menu = child(two, QMenu, "insight-menu")
    next(one for one in menu.actions() if one.objectName() == "show-on-map").trigger()
    menu.close()
    assert (two.session.map_id, two.session.selection) == (TOGETHER[1], ("szw",))


def test_items_of_several_maps_are_shown_where_most_of_them_stand(two: MainWindow, page: CasesPage) -> None:
    page.items_opened.emit((NodeId("szw"), NodeId("uwv"), NodeId("stop"), NodeId("door")))
    assert two.session.map_id == TOGETHER[1]
    page.items_opened.emit((NodeId("szw"),))
    assert two.session.map_id == TOGETHER[1], "it stands here too"


def test_the_view_follows_the_document_and_says_that_it_is_at_work(
    two: MainWindow, page: CasesPage, qtbot: QtBot
) -> None:
    waiting, copy = child(page, QLabel, "cases-waiting"), child(page, QPushButton, "copy-cases")
    assert not waiting.isVisible()
    node_operations.rename(two.session, NodeId("szw"), "Sociale Zaken")
    page.load()
    assert page.busy
    assert waiting.isVisible()
    assert not copy.isEnabled(), "what was compared may hold what is private now"
    qtbot.waitUntil(lambda: not page.busy, timeout=30_000)
    assert texts(page.aspects, "elsewhere") == ["1: Sociale Zaken"] * 2
    assert not waiting.isVisible()
    assert copy.isEnabled()


def test_looking_at_another_map_compares_nothing_again(two: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    two.session.look_at_map(TOGETHER[1])
    qtbot.waitUntil(lambda: not page._soon.isActive())
    assert not page.busy
    assert texts(page.aspects, "facts") == ["1 gedeeld", "1 betwist, 1 van één kant"]


def test_what_is_private_is_shown_and_never_copied(two: MainWindow, page: CasesPage, qtbot: QtBot) -> None:
    node_operations.set_visibility(two.session, (NodeId("szw"),), "private")
    page.aspects.copy_all()
    assert "SZW" not in QGuiApplication.clipboard().text(), "nothing is copied of what was compared before"
    qtbot.waitUntil(lambda: page._is_known, timeout=30_000)
    assert texts(page.aspects, "elsewhere") == ["1: SZW", "1: SZW"]
    QTest.mouseClick(child(page, QPushButton, "copy-cases"), Qt.MouseButton.LeftButton)
    data = QGuiApplication.clipboard().mimeData()
    assert "Eerste zaak" in data.text()
    assert "SZW" not in data.text() + data.html()
    assert "Feiten\t1 gedeeld\t2 gedeeld" in data.text(), "nor that somebody disputes one"


def test_with_one_map_it_says_how_to_get_another(window: MainWindow, qtbot: QtBot, program: Program) -> None:
    page = compared(window, qtbot)
    assert page.starting_point().objectName() == "way-examples"
    assert child(page, QWidget, "no-cases").isVisible()
    asked: list[str] = []
    page.way_chosen.connect(asked.append)
    for name in ("import-case", "add-map"):
        window.commands[name].triggered.disconnect()
        QTest.mouseClick(child(page, QPushButton, f"way-{name}"), Qt.MouseButton.LeftButton)
    assert asked == ["import-case", "add-map"]
    QTest.mouseClick(page.starting_point(), Qt.MouseButton.LeftButton)
    settle(qtbot, program.windows[-1])
    assert len(program.windows[-1].session.graph.maps) == 3


def test_a_second_map_is_enough(window: MainWindow, qtbot: QtBot) -> None:
    page = compared(window, qtbot)
    assert map_operations.copy(window.session, "Nog een")
    qtbot.waitUntil(lambda: page._is_known, timeout=30_000)
    assert len(page.aspects.grid_model.grid.columns) == 2
    assert page.starting_point() is page.aspects


def test_a_check_that_fails_is_told_and_leaves_what_there_was(
    two: MainWindow, page: CasesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise ValueError("geheim")

    monkeypatch.setattr(cases_page, "side_by_side", fail)
    with qtbot.waitSignal(two.session.problem) as told:
        node_operations.rename(two.session, NodeId("szw"), "Sociale Zaken")
    assert told.args == ["De zaken konden niet worden vergeleken. De kaarten zelf zijn in orde."]
    assert texts(page.aspects, "elsewhere") == ["1: SZW", "1: SZW"]


def test_closing_the_window_stops_the_work(program: Program, two: MainWindow, page: CasesPage) -> None:
    node_operations.rename(two.session, NodeId("szw"), "Sociale Zaken")
    page.load()
    assert page.busy
    two.keeper._discards = True
    two.keeper.may_close = lambda: True  # type: ignore[method-assign]  # no question
    two.close()
    assert not page.busy
