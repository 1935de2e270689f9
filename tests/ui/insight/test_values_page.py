"""The catalogue of public values against the map, in a real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.derived import text_of
from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.values_page import ValuesPage
from gvkaart.ui.main_window import MainWindow
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


def test_groups_say_who_speaks_for_them(page: ValuesPage) -> None:
    child(page, QTabWidget, "values-tabs").setCurrentIndex(1)
    assert page.starting_point() is page.groups
    assert child(page, QPushButton, "add-value").isHidden()
    rows = {row.key: row for row in page.groups.grid_model.grid.rows}
    silent = [row for row in rows.values() if row.cells[0].text == "Nee, niemand"]
    assert len(silent) == 4
    assert all(row.nodes == (NodeId(row.key),) for row in rows.values())
