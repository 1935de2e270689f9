"""The legend and the overview map beside the map."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QTabBar
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.picture.legend import entries
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.overview_map import OverviewMap
from tests.ui.conftest import child, settle, trigger


def explained(window: MainWindow) -> list[str]:
    legend = child(window, QListWidget, "legend")
    return [legend.item(row).text() for row in range(legend.count())]


def test_the_legend_explains_what_is_on_the_map_and_nothing_else(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "panel-legend")
    picture = window.map_view.canvas.picture
    assert picture is not None
    words = window.session.words
    assert explained(window) == [entry.words for entry in entries(picture, words)]
    risk = words.term("kind.risk")
    assert risk not in explained(window)
    node_operations.add(window.session, "risk", "Namen lekken uit", (900, 900))
    window.panels.show("legend")
    qtbot.waitUntil(lambda: risk in explained(window))
    window.session.undo()
    qtbot.waitUntil(lambda: risk not in explained(window))


def test_what_is_empty_names_the_button_and_the_key_that_add_something(program: Program, qtbot: QtBot) -> None:
    program.new()
    (window,) = program.windows
    settle(qtbot, window)
    told = [label.text() for label in window.findChildren(QLabel) if "Insert" in label.text()]
    assert len(told) >= 3, "the map, the list of items, and what has no item to tell of"
    assert all("knop +" in one for one in told)


def test_the_tabs_of_panels_show_whole_words_and_scroll(window: MainWindow, program: Program) -> None:
    program.set_scheme(Scheme.DARK)
    for name in ("legend", "history", "findings", "inspector"):
        window.panels.show(name)
    QApplication.processEvents()
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert any(bar.count() >= 4 for bar in bars)
    for bar in bars:
        assert (bar.elideMode(), bar.usesScrollButtons()) == (Qt.TextElideMode.ElideNone, True)


def test_a_panel_is_opened_and_closed_by_its_command(window: MainWindow) -> None:
    assert not window.commands["panel-overview-map"].isChecked()
    trigger(window, "panel-overview-map")
    window.commands.refresh()
    assert window.panels.docks["overview-map"].isVisible()
    assert window.commands["panel-overview-map"].isChecked()
    trigger(window, "panel-overview-map")
    assert not window.panels.is_open("overview-map")


def test_the_overview_leads_elsewhere_by_mouse_and_keys(window: MainWindow, qtbot: QtBot) -> None:
    settle(qtbot, window)
    canvas = window.map_view.canvas
    overview = window.panels.show("overview-map")
    assert isinstance(overview, OverviewMap)
    canvas.set_view(canvas.view._replace(zoom=2.0))
    corner = overview._whole.to_widget(canvas.picture.bounds.x, canvas.picture.bounds.y)  # type: ignore[union-attr]
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPointF(*corner).toPoint())
    middle = canvas.view.to_canvas(canvas.width() / 2, canvas.height() / 2)
    far = 3 / overview._whole.zoom  # the pixel that was clicked is as large as this
    assert abs(middle[0] - canvas.picture.bounds.x) < far  # type: ignore[union-attr]
    assert abs(middle[1] - canvas.picture.bounds.y) < far  # type: ignore[union-attr]
    left = canvas.view.left
    QTest.keyClick(overview, Qt.Key.Key_Right)
    assert canvas.view.left > left
    assert canvas.view.zoom == 2.0


def test_the_overview_shows_an_item_that_was_added(window: MainWindow, qtbot: QtBot) -> None:
    overview = window.panels.show("overview-map")
    before = overview.grab().toImage()
    node_operations.add(window.session, "risk", "Ver weg", (4000, 4000))
    qtbot.waitUntil(lambda: overview.grab().toImage() != before)
