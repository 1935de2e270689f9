"""Grids as a person uses them: reading, filtering, going to an item, copying."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.cells import MOST_ACROSS, corner
from gvkaart.ui.insight.facts_page import FactsPage
from gvkaart.ui.insight.grid import Cell, Column, Grid, GridModel, Row, Tint, looks, plain_tip
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.insight.page import InsightPage
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.words import Words
from tests.ui.conftest import child

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
GRID = Grid(
    "Feit",
    (Column("a", "Gemeente", nodes=(NodeId("a"),)), Column("b", "Ministerie")),
    (
        Row("kop", "Betwist (1)"),
        Row("f", "Het zijn er 60.000", (Cell("stelt", (NodeId("a"),), Tint.GOOD), Cell("")), (NodeId("f"),)),
        Row("kop-2", "Los (1)"),
        Row("c", "Signaal", (Cell("=1+1"), Cell("<b>x</b>", tip="<i>")), (NodeId("c"),)),
    ),
)


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> FactsPage:
    shown = window.views.show_view("facts")
    assert isinstance(shown, FactsPage)
    qtbot.waitExposed(window)
    return shown


def test_words_are_sought_in_whole_rows_and_headings_go_along() -> None:
    kept = GRID.matching(["GEMEENTE"]).rows
    assert kept == (), "the titles of columns are not sought in"
    assert [row.key for row in GRID.matching(["Stelt", "60"]).rows] == ["kop", "f"]
    assert GRID.matching([]).rows == GRID.rows


def test_texts_are_as_wide_as_the_headings() -> None:
    assert {len(row) for row in GRID.texts()} == {len(GRID.headings())} == {3}


def test_a_model_shows_every_text_as_it_is() -> None:
    model: QAbstractItemModel = GridModel()
    assert isinstance(model, GridModel)
    model.show(GRID)
    index = model.index(3, 1)
    assert index.data() == "<b>x</b>"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "<qt>&lt;i&gt;</qt>"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Signaal, Ministerie: <b>x</b>"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "<i>"
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Het zijn er 60.000, Ministerie: -"
    assert model.headerData(0, DOWN) == "Betwist (1)"
    assert model.headerData(1, ACROSS) == "Ministerie"
    assert model.index(1, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert model.index(1, 1).data(Qt.ItemDataRole.BackgroundRole) is None
    assert plain_tip("") == ""


def test_a_title_as_long_as_a_page_is_cut_short_where_it_is_shown_and_whole_where_it_is_copied() -> None:
    long = "lang " * 1000
    model = GridModel()
    model.show(Grid("Feit", (Column("a", long),), (Row("f", long, (Cell("x"),)),)))
    shown = (
        model.headerData(0, ACROSS),
        model.headerData(0, DOWN),
        model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole),
    )
    assert all(len(str(text)) < 300 and "…" in str(text) for text in shown)
    assert len(str(model.headerData(0, DOWN, Qt.ItemDataRole.ToolTipRole))) < 1100
    assert model.grid.texts() == [[long, "x"]]


def test_every_tint_has_colours(page: FactsPage) -> None:
    from gvkaart.picture.theme import THEMES

    for theme in THEMES:
        assert set(looks(theme)) == set(Tint)


def test_who_says_what_stands_in_the_grid(page: FactsPage) -> None:
    grid = page.grid.grid_model.grid
    assert [column.title for column in grid.columns][:2] == ["Gemeente", "Ministerie"]
    assert [row.title for row in grid.rows] == ["Van één kant (1)", "Het zijn er 60.000"]
    assert [cell.text for cell in grid.rows[1].cells[:2]] == ["", "stelt"]


def test_going_to_a_cell_selects_its_items_and_enter_shows_them_on_the_map(window: MainWindow, page: FactsPage) -> None:
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.grid.grid_model.index(1, 0))
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    assert set(window.session.selection) == {"f", "b"}
    QTest.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.views.current == "map-view"
    assert set(window.session.selection) == {"f", "b"}


def test_a_view_follows_the_map_and_stays_where_one_was(window: MainWindow, page: FactsPage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.grid.grid_model.index(1, 0))
    node_operations.rename(window.session, NodeId("f"), "Het zijn er 70.000")
    qtbot.waitUntil(lambda: page.grid.grid_model.grid.rows[1].title == "Het zijn er 70.000")
    assert page.grid.currentIndex().row() == 1


def test_a_view_nobody_looks_at_reads_when_one_does(window: MainWindow, page: FactsPage) -> None:
    window.views.show_view("map-view")
    node_operations.rename(window.session, NodeId("f"), "Het zijn er 70.000")
    QApplication.processEvents()
    assert page.grid.grid_model.grid.rows[1].title == "Het zijn er 60.000"
    window.views.show_view("facts")
    assert page.grid.grid_model.grid.rows[1].title == "Het zijn er 70.000"


def test_the_filter_leaves_rows_with_these_words(page: FactsPage) -> None:
    line = child(page, QLineEdit, "facts-filter")
    line.setText("niets hiervan")
    assert page.grid.grid_model.rowCount() == 0
    line.setText("60.000 stelt")
    assert page.grid.grid_model.rowCount() == 2


def walked(first: QWidget, steps: int) -> list[str]:
    """Return the names of where Tab leads to."""
    first.setFocus()
    names = []
    for _ in range(steps):
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return names


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("facts", ["facts-filter", "copy-facts", "qt_tabwidget_tabbar", "fact-grid"]),
        ("values", ["values-filter", "values-shown", "copy-values", "own-value", "qt_tabwidget_tabbar", "value-grid"]),
        (
            "concepts",
            [
                *("concepts-filter", "copy-concepts", "import-concepts-here", "export-concepts-here"),
                *("qt_tabwidget_tabbar", "term-list", "fields-c", "own-word-c", "hanging-grid", "agree"),
            ],
        ),
    ],
)
def test_tab_goes_through_a_view_as_one_reads_it(
    window: MainWindow, qtbot: QtBot, view: str, expected: list[str]
) -> None:
    page = window.views.show_view(view)
    assert isinstance(page, InsightPage)
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: not page._is_stale and not getattr(page, "busy", False), timeout=30_000)
    assert walked(child(page, QLineEdit, f"{view}-filter"), len(expected)) == expected


def test_down_leads_from_the_filter_to_what_it_left(page: FactsPage) -> None:
    line = child(page, QLineEdit, "facts-filter")
    line.setFocus()
    QTest.keyClicks(line, "60")
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert page.grid.hasFocus()
    assert line.text() == "60"


def test_what_is_copied_has_titles_and_no_private_item(window: MainWindow, page: FactsPage, qtbot: QtBot) -> None:
    QTest.mouseClick(child(page, QPushButton, "copy-facts"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().startswith("Feit\tGemeente\tMinisterie\t")
    assert "60.000\t\tstelt" in QGuiApplication.clipboard().text()
    assert window.statusBar().currentMessage() == "Gekopieerd."
    node_operations.set_visibility(window.session, (NodeId("f"),), "private")
    qtbot.waitUntil(lambda: not page._soon.isActive())
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.grid.grid_model.index(1, 0))
    QTest.keySequence(page.grid, "Ctrl+C")
    data = QGuiApplication.clipboard().mimeData()
    assert "60.000" not in data.text() + data.html()
    assert window.statusBar().currentMessage() == "Gekopieerd, zonder wat alleen intern is."


def test_keys_are_about_cells_and_not_about_the_items_of_the_chosen_cell(window: MainWindow, page: FactsPage) -> None:
    place = page.grid.visualRect(page.grid.grid_model.index(1, 0)).center()
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    chosen = window.session.selection
    assert "f" in chosen
    for key in ("Delete", "Ctrl+X", "Ctrl+A", "Ctrl+C"):
        QTest.keySequence(page.grid, key)
    assert window.session.selection == chosen
    assert "f" in window.session.view.nodes
    assert QGuiApplication.clipboard().text().startswith("Feit\t"), "the table, not the items"


def test_some_cells_are_copied_with_the_titles_of_their_rows(window: MainWindow, qtbot: QtBot) -> None:
    view = GridView(window.session, "grid", "Tabel", "Leeg", lambda _view: GRID)
    qtbot.addWidget(view)
    view.load()
    model, chosen = view.selectionModel(), view.selectionModel().SelectionFlag.Select
    for row in (1, 3):
        model.select(view.grid_model.index(row, 0), chosen)
    view.copy_selected()
    assert QGuiApplication.clipboard().text() == "Feit\tGemeente\nHet zijn er 60.000\tstelt\nSignaal\t'=1+1\n"


def test_an_empty_view_says_what_would_stand_there(window: MainWindow, qtbot: QtBot) -> None:
    view = GridView(window.session, "grid", "Tabel", "Nog niets", lambda _view: Grid("Feit", ()))
    qtbot.addWidget(view)
    view.load()
    assert view.is_empty
    view.verticalHeader().sectionPressed.emit(-1)  # as Qt does when one presses where there are no rows
    view.horizontalHeader().sectionPressed.emit(-1)
    assert view.accessibleDescription() == "Nog niets"


def test_the_menu_of_a_cell_leads_to_the_map(window: MainWindow, page: FactsPage, qtbot: QtBot) -> None:
    page.grid.setFocus()
    place: QPoint = page.grid.visualRect(page.grid.grid_model.index(1, 0)).center()
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    page.grid.menu_wanted.emit(page.grid.mapToGlobal(place))
    menu = child(window, QMenu, "insight-menu")
    (show,) = (one for one in menu.actions() if one.objectName() == "show-on-map")
    show.trigger()
    menu.close()
    assert window.views.current == "map-view"


def test_the_findings_of_another_view_are_looked_for(window: MainWindow, page: FactsPage) -> None:
    session = window.session
    assert page.findings_of(session.view) is window.checker.findings
    assert page.findings_of(CaseView(session.graph, session.map_id)) == window.checker.findings


def test_the_corner_says_what_the_rows_are_and_when_not_all_actors_have_a_column(
    window: MainWindow, words: Words, qtbot: QtBot
) -> None:
    view = GridView(window.session, "grid", "Tabel", "Leeg", lambda _view: GRID)
    qtbot.addWidget(view)
    view.load()
    assert view._corner.text() == "Feit"
    many = [NodeId(str(one)) for one in range(MOST_ACROSS + 1)]
    assert corner("Feit", many[1:], words) == "Feit"
    assert corner("Feit", many, words) == "Feit (de eerste 40 van 41 partijen)"
