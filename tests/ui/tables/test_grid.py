"""The grid by keyboard, and back and forth with a spreadsheet; everything is one undo step."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import EdgeKey, NodeId, Value
from gvkaart.domain.metamodel import KINDS
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.tables import TablesPage
from gvkaart.ui.tables.clipboard import tsv
from gvkaart.ui.tables.columns import columns_of
from gvkaart.ui.tables.grid import Grid
from gvkaart.ui.tables.model import TableModel
from tests.ui.conftest import Dialogs

A, B, F, P = (NodeId(one) for one in "abfp")
_Key = Qt.Key


@pytest.fixture
def page(window: MainWindow) -> Iterator[TablesPage]:
    window.resize(1400, 800)
    shown = window.views.show_view("tables")
    assert isinstance(shown, TablesPage)
    QApplication.processEvents()
    yield shown
    QGuiApplication.clipboard().clear()


@pytest.fixture
def grid(page: TablesPage) -> Grid:
    return page.grid


@pytest.fixture
def model(page: TablesPage) -> TableModel:
    return page.model


def column(model: TableModel, column_id: str) -> int:
    return [one.id for one in model.columns].index(column_id)


def go(grid: Grid, row: int, column_id: str = "title") -> None:
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(row, column(grid._model, column_id)))


def press(grid: Grid, key: _Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(grid, key, modifier)
    QApplication.processEvents()


def editor(grid: Grid) -> QWidget:
    found = grid.viewport().findChildren(QWidget, "cell-editor")
    assert found, "no editor is open"
    return found[-1]


def type_in(grid: Grid, text: str, key: _Key = _Key.Key_Return) -> None:
    """Open the editor of the current cell, type over what is there, and leave with a key."""
    press(grid, _Key.Key_F2)
    line = editor(grid)
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, key)
    QApplication.processEvents()


def paste(grid: Grid, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    press(grid, _Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def copied(grid: Grid) -> str:
    press(grid, _Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def titles(page: TablesPage) -> list[str]:
    graph = page.model.session.graph
    return [graph.nodes[node_id].title for node_id in page.model.nodes]


# --- keys -------------------------------------------------------------------------------------------------------------


def test_enter_keeps_what_was_typed_and_goes_down(page: TablesPage, grid: Grid) -> None:
    go(grid, 0)
    type_in(grid, "Stad")
    assert titles(page) == ["Stad", "Ministerie"]
    assert grid.currentIndex().row() == 1


def test_tab_keeps_what_was_typed_and_goes_right(page: TablesPage, grid: Grid) -> None:
    go(grid, 0)
    type_in(grid, "Stad", _Key.Key_Tab)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (0, column(page.model, "placement.presence"))
    press(grid, _Key.Key_Backtab)
    assert grid.currentIndex().column() == 0


def test_esc_leaves_a_cell_as_it_was(page: TablesPage, grid: Grid) -> None:
    go(grid, 0)
    type_in(grid, "Stad", _Key.Key_Escape)
    assert titles(page) == ["Gemeente", "Ministerie"]
    assert page.model.session.undo_step is None


def test_tab_leaves_the_table_beyond_the_last_cell(page: TablesPage, grid: Grid) -> None:
    grid.setFocus()
    grid.setCurrentIndex(page.model.index(page.model.rowCount() - 1, grid.visible_columns[-1]))
    press(grid, _Key.Key_Tab)
    assert not grid.hasFocus()


def test_items_are_added_one_below_the_other(page: TablesPage, grid: Grid) -> None:
    press(grid, _Key.Key_Insert)
    line = editor(grid)
    QTest.keyClicks(line, "Aarde")
    QTest.keyClick(line, _Key.Key_Return)
    QApplication.processEvents()
    type_in(grid, "Baan", _Key.Key_Tab)
    assert titles(page) == ["Gemeente", "Ministerie", "Aarde", "Baan"]
    index = grid.currentIndex()
    assert (index.row(), index.column()) == (3, column(page.model, "placement.presence"))


def test_undo_takes_an_item_back_that_was_typed(page: TablesPage, grid: Grid) -> None:
    press(grid, _Key.Key_Insert)
    line = editor(grid)
    QTest.keyClicks(line, "Aarde")
    QTest.keyClick(line, _Key.Key_Return)
    page.model.session.undo()
    assert titles(page) == ["Gemeente", "Ministerie"]


def test_delete_empties_cells_and_removes_whole_rows(page: TablesPage, grid: Grid) -> None:
    go(grid, 0, "placement.presence")
    press(grid, _Key.Key_Delete)
    assert page.model.index(0, column(page.model, "placement.presence")).data() == ""
    go(grid, 0)
    press(grid, _Key.Key_Delete)
    assert titles(page) == ["Gemeente", "Ministerie"], "a title cannot be emptied"
    press(grid, _Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    press(grid, _Key.Key_Delete)
    assert titles(page) == ["Ministerie"]
    page.model.session.undo()
    page.model.session.undo()
    assert page.model.index(0, column(page.model, "placement.presence")).data() == "Aan tafel"


def test_other_kinds_by_keyboard(page: TablesPage, grid: Grid) -> None:
    go(grid, 0)
    press(grid, _Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.model.kind == "question"
    press(grid, _Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.model.kind == "actor"


# --- editors ----------------------------------------------------------------------------------------------------------


def test_a_choice_is_made_from_a_list(page: TablesPage, grid: Grid, qtbot: QtBot) -> None:
    go(grid, 1, "placement.presence")
    press(grid, _Key.Key_F2)
    combo = editor(grid)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findText("Geraadpleegd"))
    combo.activated.emit(combo.currentIndex())
    assert page.model.index(1, column(page.model, "placement.presence")).data() == "Geraadpleegd"


def test_a_wrong_date_stays_to_be_mended(page: TablesPage, grid: Grid) -> None:
    page.show_kind("fact")
    go(grid, 0, "field.settle_date")
    type_in(grid, "morgen")
    line = editor(grid)
    assert isinstance(line, QLineEdit)
    assert line.text() == "morgen"
    line.setText("30-6-2026")
    QTest.keyClick(line, _Key.Key_Return)
    assert page.model.session.graph.nodes[F].fields["settle_date"] == "2026-06-30"


def test_a_relation_is_made_by_typing_part_of_a_title(page: TablesPage, grid: Grid) -> None:
    page.show_kind("position")
    go(grid, 0, "inverse.holds")
    press(grid, _Key.Key_F2)
    line = editor(grid).findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "ministerie")
    QTest.keyClick(line, _Key.Key_Return)
    QTest.keyClick(line, _Key.Key_Return)
    QApplication.processEvents()
    assert EdgeKey(B, "holds", P) in page.model.session.graph.edges
    assert page.model.index(0, column(page.model, "inverse.holds")).data() == "Gemeente; Ministerie"


# --- the clipboard ----------------------------------------------------------------------------------------------------


def test_copying_gives_text_and_a_table(page: TablesPage, grid: Grid) -> None:
    grid.select_rows([0, 1])
    assert copied(grid).splitlines()[0].startswith("Gemeente\tAan tafel")
    assert "<td" in QGuiApplication.clipboard().mimeData().html()


def test_nothing_private_is_copied_and_what_is_not_copied_is_not_cut(page: TablesPage, grid: Grid) -> None:
    session = page.model.session
    said: list[str] = []
    session.problem.connect(said.append)
    hidden = page.model.nodes[1]
    secret = session.graph.nodes[hidden].title
    node_operations.set_visibility(session, (hidden,), "private")
    grid.select_rows([0, 1])
    data = QGuiApplication.clipboard().mimeData
    assert secret not in copied(grid)
    assert all(secret.encode() not in bytes(data().data(kind).data()) for kind in data().formats())
    assert len(said) == 1
    before = session.graph
    grid.cut()
    assert session.graph is before


def test_headings_go_along_when_asked(page: TablesPage, grid: Grid) -> None:
    grid.select_rows([0])
    grid.copy_with_headings()
    assert QGuiApplication.clipboard().text().startswith("Titel\tAan tafel?")


def test_pasting_what_was_copied_changes_nothing(page: TablesPage, grid: Grid) -> None:
    for kind in ("actor", "position", "fact", "concept"):
        page.show_kind(kind)
        for place in range(len(page.model.columns)):
            page.show_column(place, shown=True)
        grid.select_rows(range(len(page.model.nodes)))
        text = copied(grid)
        grid.select_rows(range(len(page.model.nodes)))
        paste(grid, text)
    assert page.model.session.undo_step is None


def test_a_block_changes_cells_in_one_step(page: TablesPage, grid: Grid) -> None:
    go(grid, 0)
    paste(grid, "Stad\tGeraadpleegd\nRijk\tniet aan tafel\r\n")
    assert titles(page) == ["Stad", "Rijk"]
    assert page.model.index(1, 1).data() == "Niet aan tafel"
    page.model.session.undo()
    assert titles(page) == ["Gemeente", "Ministerie"]
    assert page.model.session.undo_step is None


def test_one_cell_fills_all_that_are_selected(page: TablesPage, grid: Grid) -> None:
    place = column(page.model, "tags")
    grid.select_rows([0, 1])
    grid.clearSelection()
    for row in (0, 1):
        grid.selectionModel().select(page.model.index(row, place), grid.selectionModel().SelectionFlag.Select)
    paste(grid, "overleg")
    assert [page.model.index(row, place).data() for row in (0, 1)] == ["overleg", "overleg"]


@pytest.mark.parametrize("text", ["Stad\tGeraadpleegd", "Titel\tAan tafel?\nStad\tGeraadpleegd\n"])
def test_no_title_is_given_to_all_that_are_selected(page: TablesPage, grid: Grid, text: str) -> None:
    said: list[str] = []
    page.model.session.told.connect(said.append)
    grid.select_rows([0, 1])
    paste(grid, text)
    assert titles(page) == ["Stad", "Ministerie"]
    assert said == ["Geplakt. Gewijzigd: 1, nieuw: 0. Ctrl+Z draait het terug."]


def test_rows_too_many_become_items_after_a_question(page: TablesPage, grid: Grid, dialogs: Dialogs) -> None:
    go(grid, 1)
    dialogs.press("paste")
    paste(grid, "Ministerie\tAan tafel\nAarde\tGeraadpleegd\n\t\nBaan\t\n")
    assert titles(page) == ["Gemeente", "Ministerie", "Aarde", "Baan"]
    assert "2 nieuwe items" in dialogs.texts[0]
    assert page.model.index(2, 1).data() == "Geraadpleegd"
    page.model.session.undo()
    assert titles(page) == ["Gemeente", "Ministerie"]


def test_who_declines_gets_nothing(page: TablesPage, grid: Grid, dialogs: Dialogs) -> None:
    go(grid, 2)
    dialogs.press("cancel")
    paste(grid, "Aarde")
    assert titles(page) == ["Gemeente", "Ministerie"]


def test_all_that_does_not_fit_is_told_and_nothing_is_done(page: TablesPage, grid: Grid, dialogs: Dialogs) -> None:
    go(grid, 0)
    dialogs.dismiss()
    paste(grid, "Stad\taan het raam\nRijk\top zolder\n\tAan tafel\n")
    assert titles(page) == ["Gemeente", "Ministerie"]
    told = dialogs.texts[0]
    assert "Rij 1, Aan tafel?: 'aan het raam'" in told
    assert "Rij 2, Aan tafel?: 'op zolder'" in told
    assert "Rij 3, Titel" in told
    assert "Geraadpleegd" in told


def test_a_sheet_with_headings_goes_by_these(page: TablesPage, grid: Grid, dialogs: Dialogs) -> None:
    go(grid, 2)
    dialogs.press("paste")
    paste(grid, tsv([["Labels", "Titel", "Neemt in"], ["x\ny", "Aarde", "Vergelijken mag niet"]]))
    new = page.model.nodes[2]
    assert page.model.session.graph.nodes[new].tags == ("x", "y")
    assert EdgeKey(new, "holds", P) in page.model.session.graph.edges


@pytest.mark.parametrize(
    ("column_id", "text"),
    [
        ("relation.holds", "Bestaat niet"),
        ("placement.required", "misschien"),
        ("visibility", " "),
        ("placement.involved_since", "Ronde 9"),
        ("title", "a\tb\tc\td\te\tf\tg\th\ti\tj\tk\tl\tm\tn\to\tp"),
    ],
)
def test_what_means_nothing_is_told(page: TablesPage, grid: Grid, dialogs: Dialogs, column_id: str, text: str) -> None:
    place = column(page.model, column_id)
    page.show_column(place, shown=True)
    go(grid, 0, column_id)
    dialogs.dismiss()
    paste(grid, text)
    assert "Er is niets geplakt" in dialogs.texts[0]
    assert page.model.session.undo_step is None


def test_two_items_with_one_title_are_told_apart_by_the_user(page: TablesPage, grid: Grid, dialogs: Dialogs) -> None:
    page.model.setData(page.model.index(1, 0), "Gemeente")
    page.show_kind("fact")
    go(grid, 0, "inverse.accepts")
    dialogs.dismiss()
    paste(grid, "Gemeente")
    assert "2 items met de titel 'Gemeente'" in dialogs.texts[0]


# --- with the rest of the window --------------------------------------------------------------------------------------


def test_selection_goes_both_ways(window: MainWindow, page: TablesPage, grid: Grid) -> None:
    go(grid, 1)
    assert window.session.selection == (B,)
    window.session.select((A,))
    assert grid.selected_nodes == [A]
    window.session.select((P,))
    assert page.model.kind == "position"
    assert grid.selected_nodes == [P]


def test_a_selection_survives_what_happens_to_the_rows(window: MainWindow, page: TablesPage, grid: Grid) -> None:
    window.session.select((A, B))
    page.model.search("gem")
    assert grid.selected_nodes == [A]
    page.model.search("")
    assert set(grid.selected_nodes) == {A, B} == set(window.session.selection)


def test_what_is_typed_is_handed_in_when_the_session_leaves(page: TablesPage, grid: Grid) -> None:
    go(grid, 0)
    press(grid, _Key.Key_F2)
    line = editor(grid)
    assert isinstance(line, QLineEdit)
    line.setText("Stad")
    page.model.session.leaving.emit()
    assert titles(page) == ["Stad", "Ministerie"]


def test_columns_are_remembered(window: MainWindow, page: TablesPage, grid: Grid) -> None:
    header, model = grid.horizontalHeader(), page.model
    page.show_column(column(model, "visibility"), shown=True)
    page.show_column(column(model, "tags"), shown=False)
    header.moveSection(0, 1)
    header.resizeSection(0, 321)
    grid.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    seen = grid.visible_columns
    page.show_kind("fact")
    page.show_kind("actor")
    assert grid.visible_columns == seen
    again = TablesPage(window.session, window.checker, type(page._memory)(page._memory._path))
    assert again.grid.visible_columns == seen
    assert again.grid.horizontalHeader().sectionSize(0) == 321
    assert again.model.nodes == [B, A]


def test_the_last_column_cannot_be_hidden(page: TablesPage, grid: Grid) -> None:
    for place in list(grid.visible_columns):
        page.show_column(place, shown=False)
    assert len(grid.visible_columns) == 1


def test_fields_below_the_headings_filter(page: TablesPage, grid: Grid) -> None:
    grid.filters.filter_by(column(page.model, "placement.presence"), "=")
    assert page.model.nodes == [B]
    grid.filters.clear()
    assert page.model.nodes == [A, B]


# --- every editor and every menu --------------------------------------------------------------------------------------

_EDITED: dict[str, tuple[str, Value]] = {
    "text": ("fact", "een\ntwee"),
    "field.alt": ("concept", ("a", "b")),
    "placement.expertise": ("actor", ("privacy", "data")),
    "placement.required": ("actor", True),
    "placement.involved_since": ("actor", "r2"),
    "field.value": ("interest", "transparency"),
    "field.settle_by": ("fact", "b"),
    "inverse.claims": ("fact", ("b", "a")),
}


@pytest.mark.parametrize("column_id", _EDITED)
def test_every_editor_shows_and_gives_the_value_of_its_cell(page: TablesPage, grid: Grid, column_id: str) -> None:
    kind, value = _EDITED[column_id]
    if column_id == "field.value":
        value = next(iter(page.model.session.catalogue)).id
    page.show_kind(kind)
    place = column(page.model, column_id)
    page.show_column(place, shown=True)
    assert page.model.setData(page.model.index(0, place), value)
    go(grid, 0, column_id)
    before = page.model.session.undo_step
    press(grid, _Key.Key_F2)
    assert editor(grid).value() == value  # type: ignore[attr-defined]  # of the protocol of editors
    page.model.session.leaving.emit()
    assert page.model.session.undo_step == before, "leaving a cell as it was is no edit"


def test_a_long_text_takes_a_new_line_with_shift_enter(page: TablesPage, grid: Grid) -> None:
    page.show_kind("fact")
    page.show_column(column(page.model, "text"), shown=True)
    go(grid, 0, "text")
    press(grid, _Key.Key_F2)
    box = editor(grid)
    QTest.keyClicks(box, "een")
    QTest.keyClick(box, _Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box, "twee")
    QTest.keyClick(box, _Key.Key_Return)
    assert page.model.session.graph.nodes[F].text == "een\ntwee"


def test_menus_do_what_they_say(page: TablesPage, grid: Grid) -> None:
    go(grid, 0)
    rows, columns = QMenu(page), QMenu(page)
    page.fill_rows_menu(rows)
    next(action for action in rows.actions() if action.text().startswith("Verwijderen")).trigger()
    assert len(page.model.nodes) == 1
    page._fill_columns_menu(columns)
    tags = next(action for action in columns.actions() if action.text() == "Labels")
    tags.trigger()
    assert column(page.model, "tags") not in grid.visible_columns
    columns.actions()[0].trigger()
    assert column(page.model, "tags") in grid.visible_columns


def test_cutting_copies_and_empties(page: TablesPage, grid: Grid) -> None:
    go(grid, 0, "placement.presence")
    press(grid, _Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Aan tafel"
    assert page.model.index(0, grid.currentIndex().column()).data() == ""


def test_each_kind_has_the_filters_of_its_own_columns(page: TablesPage) -> None:
    kinds = sorted(KINDS, key=lambda kind: -len(columns_of(kind)))
    for kind in (kinds[0], kinds[-1]):
        page.show_kind(kind)
        fields = page.grid.filters._fields
        assert fields.keys() <= set(range(len(page.model.columns)))
        for place, field in fields.items():
            assert page.model.reader.heading(page.model.columns[place]) in field.accessibleName()


def test_a_filter_of_a_table_that_was_left_filters_nothing(page: TablesPage) -> None:
    page.show_kind("interest")
    left = page.grid.filters._fields[1]
    page.show_kind("actor")
    QTest.keyClicks(left, "zzz")
    assert not page.model.is_filtered


@pytest.mark.parametrize("whole", [False, True], ids=["its row", "the table"])
def test_an_editor_whose_row_goes_away_hands_in_nothing(
    window: MainWindow, page: TablesPage, grid: Grid, whole: bool
) -> None:
    window.activateWindow()
    made = node_operations.add(window.session, "event", "Overleg", (0, 0))
    assert made is not None
    page.show_kind("event")
    go(grid, 0, "field.confirmed_by")
    press(grid, _Key.Key_F2)
    line = editor(grid).findChild(QLineEdit)
    assert line is not None
    assert line.hasFocus()
    if whole:
        page.model.reload()
    else:
        node_operations.remove(window.session, [made])
    QApplication.processEvents()
    assert not grid.viewport().findChildren(QWidget, "cell-editor") or not editor(grid).isVisible()
