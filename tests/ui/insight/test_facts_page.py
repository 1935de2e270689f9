"""Facts, in a real window: who says what, what is shared, what to tell whom, and what stands."""

from functools import partial

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.standing import STANDS
from gvkaart.ui.insight.choice_grid import ChoiceGrid
from gvkaart.ui.insight.facts_page import FactsPage
from gvkaart.ui.insight.grid import Cell, Tint
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import relation as relation_operations
from tests.case import case, edge, node
from tests.ui.conftest import child, settle

A, B = NodeId("a"), NodeId("b")


@pytest.fixture
def small() -> Graph:
    """Two parties and a third, with facts of all sorts, some private, and a position that rests on a disputed one."""
    return case(
        node("actor", "a", "Gemeente", presence="at_table"),
        node("actor", "b", "Rijk", presence="at_table"),
        node("actor", "c", "Kennisinstituut"),
        node("fact", "f", "Het mag", evidence="law", commissioned_by="c", settle_question="Wat zegt de wet?"),
        *("a claims f", edge("b disputes f", "r2"), node("source", "s", "Rapport"), "f cites s"),
        *(node("fact", "g", "Het zijn er veel"), "a claims g", edge("b accepts g", "r2", hearsay=True)),
        *(node("fact", "h", "Zij weten van niets", visibility="private"), "a claims h", "b unaware_of h"),
        *(node("fact", "k", "Uitgezocht", settled="nuanced"), node("fact", "l", "Ook betwist"), "a claims l"),
        *("c disputes l", node("position", "p", "Doen"), "f supports p", "b holds p", "g supports p"),
    )


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> FactsPage:
    shown = window.views.show_view("facts")
    assert isinstance(shown, FactsPage)
    qtbot.waitExposed(window)
    return shown


def turn_to(page: FactsPage, grid: GridView) -> None:
    tabs = child(page, QTabWidget, "facts-tabs")
    tabs.setCurrentIndex(tabs.indexOf(grid))


def at(grid: GridView, row: str, column: str) -> QModelIndex:
    shown = grid.grid_model.grid
    rows, columns = [one.key for one in shown.rows], [one.key for one in shown.columns]
    return grid.grid_model.index(rows.index(row), columns.index(column))


def cell(grid: GridView, row: str, column: str) -> Cell:
    return grid.grid_model.cell(at(grid, row, column))


def emptied(grid: GridView) -> bool:
    return grid.is_empty


def place(grid: GridView, row: str, column: str) -> QPoint:
    grid.scrollTo(at(grid, row, column))
    return grid.visualRect(at(grid, row, column)).center()


def go_to(grid: GridView, row: str, column: str) -> None:
    grid.setCurrentIndex(at(grid, row, column))
    grid.setFocus()


def menu_of(grid: ChoiceGrid) -> QMenu:
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete: menus that were closed are gone
    return child(grid, QMenu, "choice-menu")


def choose(grid: ChoiceGrid, choice: str) -> None:
    menu = menu_of(grid)
    child(menu, QAction, f"choose-{choice}").trigger()
    menu.close()


def said(view: CaseView, actor: NodeId = B) -> list[str]:
    return [one.relation for one in view.out(actor, *STANDS) if one.target == "f"]


# --- who says what ----------------------------------------------------------------------------------------------------


def test_a_fact_shows_how_it_got_there_and_what_would_settle_it(page: FactsPage) -> None:
    grid = page.grid
    assert [one.key for one in grid.grid_model.grid.columns][:4] == ["a", "b", "c", "course"]
    assert cell(grid, "f", "course").text == "Ronde 0: van één kant\n→ Ronde 1: betwist"
    settle_cell = cell(grid, "f", "settle")
    assert settle_cell.text == "Wat zegt de wet?\nWie: nog niet afgesproken; wanneer: nog niet afgesproken"
    assert settle_cell.tint is Tint.DOUBT
    assert cell(grid, "f", "evidence").text == "Wet; Rapport"
    assert cell(grid, "f", "commissioned").text == "Kennisinstituut"
    assert cell(grid, "f", "strength").text.startswith("Onbeslist, omdat")
    assert (cell(grid, "l", "settle").text, cell(grid, "l", "settle").tint) == ("Nog niet afgesproken", Tint.BAD)
    assert cell(grid, "k", "settle").text == "Uitgezocht: genuanceerd"
    assert not cell(grid, "g", "settle").text
    assert cell(grid, "g", "b").text == "erkent (van horen zeggen)"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_Space])
def test_what_a_party_says_is_chosen_by_keyboard_in_one_step(window: MainWindow, page: FactsPage, key: Qt.Key) -> None:
    go_to(page.grid, "f", "b")
    QTest.keyClick(page.grid, key)
    menu = menu_of(page.grid)
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["betwist"]
    choose(page.grid, "accepts")
    assert said(window.session.view) == ["accepts"]
    window.session.undo()
    assert said(window.session.view) == ["disputes"]


def test_a_double_click_offers_the_choice_and_earlier_rounds_stay(window: MainWindow, page: FactsPage) -> None:
    page.grid.doubleClicked.emit(at(page.grid, "f", "a"))
    choose(page.grid, "disputes")
    session = window.session
    assert said(session.view, A) == ["disputes"]
    assert said(CaseView(session.graph, session.map_id, next(iter(session.view.rounds))), A) == ["claims"]


def test_what_was_said_is_taken_back(window: MainWindow, page: FactsPage) -> None:
    go_to(page.grid, "f", "b")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    choose(page.grid, "")
    assert said(window.session.view) == []
    assert window.session.undo_step is not None
    assert "Rijk betwist Het mag" in window.session.undo_step.detail


def test_the_map_is_one_key_or_one_entry_of_the_menu_away(window: MainWindow, page: FactsPage) -> None:
    go_to(page.grid, "f", "b")
    QTest.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.views.current == "map-view"
    window.views.show_view("facts")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    choose(page.grid, "show")
    assert window.views.current == "map-view"
    window.views.show_view("facts")
    go_to(page.grid, "f", "settle")
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert window.views.current == "map-view"


def test_f2_chooses_here_and_not_where_nothing_is_to_choose(page: FactsPage) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    for column, taken in (("b", True), ("settle", False)):
        go_to(page.grid, "f", column)
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        page.grid.event(event)
        assert event.isAccepted() == taken


# --- what is shared ---------------------------------------------------------------------------------------------------


def test_what_is_shared_is_signed_off_in_one_step(window: MainWindow, page: FactsPage, qtbot: QtBot) -> None:
    turn_to(page, page.basis)
    basis = page.basis
    assert [row.title for row in basis.grid_model.grid.rows if row.is_heading] == [
        "Gedeeld: alle nodige partijen erkennen dit (1)",
        "Bijna: nog niet iedereen erkent dit (1)",
        "Uitgezocht (1)",
        "Eerst uitzoeken: 2 betwiste feiten",
    ]
    assert (cell(basis, "g", "b").text, cell(basis, "g", "b").is_ticked) == ("Van horen zeggen", False)
    assert cell(basis, "k", "a").is_ticked is None
    go_to(basis, "h", "b")
    QTest.keyClick(basis, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: cell(basis, "h", "b").is_ticked is True)
    assert basis.grid_model.data(at(basis, "h", "b"), Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert basis.grid_model.flags(at(basis, "h", "b")) & Qt.ItemFlag.ItemIsUserCheckable
    assert not basis.grid_model.flags(at(basis, "h", "settled")) & Qt.ItemFlag.ItemIsUserCheckable
    window.session.undo()
    qtbot.waitUntil(lambda: cell(basis, "h", "b").is_ticked is False)


def test_a_click_ticks_and_what_was_hearsay_is_said_by_the_party_itself(
    window: MainWindow, page: FactsPage, qtbot: QtBot
) -> None:
    turn_to(page, page.basis)
    QTest.mouseClick(page.basis.viewport(), Qt.MouseButton.LeftButton, pos=place(page.basis, "g", "b"))
    qtbot.waitUntil(lambda: cell(page.basis, "g", "b").is_ticked is True)
    (accepted,) = [one for one in window.session.view.out(B, "accepts") if one.target == "g"]
    assert not accepted.fields
    aside = place(page.basis, "g", "b") + QPoint(0, 12)  # at the same place so soon, it would be a double click
    QTest.mouseClick(page.basis.viewport(), Qt.MouseButton.LeftButton, pos=aside)
    qtbot.waitUntil(lambda: cell(page.basis, "g", "b").text == "Nog niet")


def test_who_brought_a_fact_in_is_not_ticked_off_without_a_word(window: MainWindow, page: FactsPage) -> None:
    turn_to(page, page.basis)
    before = window.session.graph
    assert cell(page.basis, "h", "a").text == "Stelt dit"
    assert "Dat neemt u terug bij" in cell(page.basis, "h", "a").tip
    go_to(page.basis, "h", "a")
    QTest.keyClick(page.basis, Qt.Key.Key_Space)
    assert window.session.graph is before
    assert "'Zij weten van niets' komt van deze partij zelf" in window.message_bar.sentence


def test_what_a_party_was_heard_to_claim_stays_a_claim_when_it_says_so_itself(
    window: MainWindow, page: FactsPage, qtbot: QtBot
) -> None:
    turn_to(page, page.basis)
    (claim,) = (one for one in window.session.view.out(NodeId("a"), "claims") if one.target == "g")
    relation_operations.set_field(window.session, claim.key, "hearsay", True)
    qtbot.waitUntil(lambda: cell(page.basis, "g", "a").is_ticked is False)
    page.basis.ticked.emit("g", "a", True)
    qtbot.waitUntil(lambda: cell(page.basis, "g", "a").text == "Stelt dit")


def test_a_double_click_ticks_once(page: FactsPage) -> None:
    turn_to(page, page.basis)
    ticks: list[bool] = []
    page.basis.ticked.connect(lambda _row, _column, on: ticks.append(on))
    where, viewport = place(page.basis, "g", "b"), page.basis.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=where)
    assert ticks == [True], "the second of two clicks is none"


def test_the_click_after_a_double_click_of_the_other_button_ticks(page: FactsPage) -> None:
    turn_to(page, page.basis)
    ticks: list[bool] = []
    page.basis.ticked.connect(lambda _row, _column, on: ticks.append(on))
    where, viewport = place(page.basis, "g", "b"), page.basis.viewport()
    QTest.mouseDClick(viewport, Qt.MouseButton.RightButton, pos=where)
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=where + QPoint(0, 12))
    assert ticks == [True]


def test_nothing_is_said_by_who_was_removed_a_moment_ago(window: MainWindow, page: FactsPage) -> None:
    from gvkaart.ui.operations import node as node_operations

    turn_to(page, page.basis)
    node_operations.remove(window.session, (B,))
    left = window.session.graph
    page.basis.ticked.emit("g", "b", True)
    assert window.session.graph is left


def test_nobody_is_needed_in_the_list_of_a_map_without_parties_at_the_table(page: FactsPage) -> None:
    from gvkaart.ui.operations import node as node_operations
    from gvkaart.ui.operations import relation

    node_operations.remove(page.session, (A, B))
    assert relation.connect(page.session, NodeId("c"), "claims", NodeId("f"))
    page.basis.copy_as_list()
    assert "- Het mag\n" in QGuiApplication.clipboard().text()
    assert "Nog nodig" not in QGuiApplication.clipboard().text()


def test_the_list_is_shown_large_and_small_again(page: FactsPage) -> None:
    turn_to(page, page.basis)
    before = page.basis.verticalHeader().defaultSectionSize()
    go_to(page.basis, "g", "b")
    large = child(page, QPushButton, "facts-large")
    large.click()
    assert page.basis.verticalHeader().defaultSectionSize() > 1.5 * before
    assert page.basis.currentIndex() == at(page.basis, "g", "b")
    large.click()
    assert page.basis.verticalHeader().defaultSectionSize() == before


def test_the_list_goes_to_a_document_without_what_is_private(page: FactsPage) -> None:
    turn_to(page, page.basis)
    child(page, QPushButton, "copy-fact-list").click()
    text = QGuiApplication.clipboard().text()
    assert "- Het zijn er veel\n  Erkend door: Gemeente\n  Van horen zeggen: Rijk" in text
    assert "Zij weten van niets" not in text
    assert "<li><b>Het zijn er veel</b>" in QGuiApplication.clipboard().mimeData().html()
    child(page, QPushButton, "copy-facts").click()
    assert "Het zijn er veel\tStelt dit" in QGuiApplication.clipboard().text()


def test_who_is_missing_is_told_in_the_list(window: MainWindow, page: FactsPage) -> None:
    turn_to(page, page.basis)
    page.basis.ticked.emit("g", "b", False)
    page.basis.copy_as_list()
    assert "Nog nodig: Rijk" in QGuiApplication.clipboard().text()
    assert "Uitgezocht: genuanceerd" in QGuiApplication.clipboard().text()


# --- what to tell whom ------------------------------------------------------------------------------------------------


def test_each_party_has_its_news_and_why_it_matters(page: FactsPage) -> None:
    turn_to(page, page.briefing)
    grid = page.briefing
    assert [row.title for row in grid.grid_model.grid.rows] == ["Rijk (1)", "Zij weten van niets"]
    assert (cell(grid, "b h", "known").text, cell(grid, "b h", "known").tint) == ("Weet dit niet", Tint.DOUBT)
    assert cell(grid, "b h", "tellers").text == "Gemeente"
    page.briefing.copy_for_actor()
    assert "Zij weten van niets" not in QGuiApplication.clipboard().text()


def test_news_is_copied_for_one_party(window: MainWindow, page: FactsPage, qtbot: QtBot) -> None:
    from gvkaart.ui.operations import relation

    turn_to(page, page.briefing)
    for source, name, target in ((A, "unaware_of", "k"), (NodeId("c"), "unaware_of", "g"), (B, "unaware_of", "k")):
        assert relation.connect(window.session, source, name, NodeId(target))
    assert relation.connect(window.session, NodeId("k"), "undermines", NodeId("p"))
    qtbot.waitUntil(lambda: len(page.briefing.grid_model.grid.rows) > 5)
    go_to(page.briefing, "b k", "known")
    child(page, QPushButton, "copy-fact-list").click()
    text = QGuiApplication.clipboard().text()
    assert "\nRijk\n- Uitgezocht\n  Waarom van belang: Doen" in text
    assert "Gemeente" not in text
    assert "Kennisinstituut" not in text
    page.briefing.setCurrentIndex(QModelIndex())
    page.briefing.copy_for_actor()
    assert "Volgens: Gemeente" in QGuiApplication.clipboard().text()


# --- what stands ------------------------------------------------------------------------------------------------------


def test_arguments_are_told_with_their_reason(window: MainWindow, page: FactsPage) -> None:
    turn_to(page, page.arguments)
    grid = page.arguments
    assert page.starting_point() is grid
    assert [row.title for row in grid.grid_model.grid.rows] == ["Staat (1)", "Doen"]
    assert cell(grid, "p", "why").text == "Staat, omdat 'Het zijn er veel' dit onderbouwt en zelf staat."
    assert cell(grid, "p", "supporting").text == "Het mag\nHet zijn er veel"
    settle_point = grid.visualRect(at(grid, "p", "why")).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=settle_point + QPoint(1, 1))
    assert window.session.selection == ("g",)


def test_on_a_map_without_facts_every_tab_says_what_to_do(window: MainWindow, page: FactsPage, qtbot: QtBot) -> None:
    from gvkaart.ui.operations import node as node_operations

    node_operations.remove(window.session, tuple(map(NodeId, "fghklp")))
    grids: tuple[GridView, ...] = (page.grid, page.basis, page.briefing, page.arguments)
    for grid in grids:
        turn_to(page, grid)
        qtbot.waitUntil(partial(emptied, grid))
        assert grid.accessibleDescription()
    settle(qtbot, window)
