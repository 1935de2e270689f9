"""Purposes and data, in a real window on the example."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.ui.insight.grid import Tint
from gvkaart.ui.insight.purposes_page import PurposesPage
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.case import case, node
from tests.ui.conftest import child


@pytest.fixture
def small() -> Graph:
    """A flow between two actors for one purpose, on two bases of which one exists."""
    return case(
        *(node("actor", "a", "Gemeente"), node("actor", "b", "Kadaster")),
        node("dataflow", "s", "Energielabels", status="proposed", level="individual", correctable="no"),
        node("purpose", "d", "Helpen met isoleren", who="de gemeente"),
        *(node("legal_basis", "w", "Wet", status="to_make"), node("legal_basis", "v", "Besluit", status="existing")),
        *("b sends s", "a receives s", "s needed_for d", "s based_on w"),
    )


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> PurposesPage:
    shown = window.views.show_view("purposes")
    assert isinstance(shown, PurposesPage)
    qtbot.waitExposed(window)
    return shown


def look_at(page: PurposesPage, tab: int) -> None:
    child(page, QTabWidget, "purposes-tabs").setCurrentIndex(tab)


def test_the_ladder_shows_what_was_said_and_what_not(page: PurposesPage) -> None:
    grid = page.ladder.grid_model.grid
    (row,) = grid.rows
    cells = dict(zip((column.key for column in grid.columns), row.cells, strict=True))
    assert cells["height"].text == "■□□□□□\n1 van 6"
    assert cells["who"].text == "de gemeente"
    assert (cells["limit"].text, cells["limit"].tint) == ("Nog niet gezegd", Tint.DOUBT)
    assert cells["flows"].text == "Energielabels"


def test_a_flow_shows_who_does_what_and_what_is_not_known(page: PurposesPage) -> None:
    look_at(page, 1)
    grid = page.flows.grid_model.grid
    (row,) = grid.rows
    cells = dict(zip((column.key for column in grid.columns), row.cells, strict=True))
    assert (cells["sends"].text, cells["receives"].text, cells["links"].text) == ("Kadaster", "Gemeente", "")
    assert (cells["bases"].text, cells["bases"].tint) == ("Wet (nog te maken)", Tint.DOUBT)
    assert (cells["correctable"].tint, cells["traceable"].tint) == (Tint.BAD, Tint.DOUBT)
    assert cells["registered"].text == "Nergens genoemd"


def test_the_diagram_is_walked_by_keyboard_and_clicked(window: MainWindow, page: PurposesPage) -> None:
    look_at(page, 2)
    diagram = page.diagram
    assert page.starting_point() is diagram
    seen: list[NodeId] = []
    for _ in range(4):
        QTest.keyClick(diagram, Qt.Key.Key_Right)
        seen += window.session.selection
    assert seen == ["b", "s", "a", "b"]
    QTest.keyClick(diagram, Qt.Key.Key_Left)
    assert window.session.selection == ("a",)
    flow = next(item for item in diagram._items() if item.key.startswith("s "))
    at = diagram._sheet.mapTo(diagram.viewport(), diagram._sheet.place_of(flow).center().toPoint())
    QTest.mouseClick(diagram.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.session.selection == ("s",)
    QTest.mouseClick(diagram.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert window.session.selection == ("s",)
    QTest.keyClick(diagram, Qt.Key.Key_Return)
    assert window.views.current == "map-view"


def test_the_diagram_grows_and_shrinks(page: PurposesPage) -> None:
    look_at(page, 2)
    width = page.diagram._sheet.width()
    QTest.mouseClick(child(page, QPushButton, "diagram-larger"), Qt.MouseButton.LeftButton)
    assert page.diagram._sheet.width() > width
    QTest.keyClick(page.diagram, Qt.Key.Key_Minus)
    assert abs(page.diagram._sheet.width() - width) <= 1


def test_a_copied_diagram_has_no_private_flow(window: MainWindow, page: PurposesPage) -> None:
    look_at(page, 2)
    copy = child(page, QPushButton, "copy-purposes")
    window.session.select((NodeId("s"),))
    QTest.keySequence(page.diagram, "Ctrl+C")
    assert QGuiApplication.clipboard().mimeData().hasImage()
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().mimeData().hasImage()
    QGuiApplication.clipboard().setText("iets anders")
    node_operations.set_visibility(window.session, (NodeId("s"),), "private")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "iets anders"
    assert "niets om te kopiëren" in window.message_bar.sentence


@pytest.mark.parametrize(("height", "copied"), [(25_000.0, True), (900_000.0, False)])
def test_a_diagram_of_very_many_flows_is_copied_smaller_or_that_is_refused(
    window: MainWindow, page: PurposesPage, monkeypatch: pytest.MonkeyPatch, height: float, copied: bool
) -> None:
    look_at(page, 2)
    picture = page.diagram.picture
    assert picture is not None
    tall = replace(picture, bounds=picture.bounds._replace(height=height), items=())
    monkeypatch.setattr(page.diagram, "_draw", lambda _view, _theme: tall)
    QGuiApplication.clipboard().setText("iets anders")
    page.diagram.copy_all()
    assert QGuiApplication.clipboard().mimeData().hasImage() is copied
    assert ("te groot" in window.message_bar.sentence) is not copied


def test_without_flows_the_diagram_says_what_would_stand_there(
    window: MainWindow, page: PurposesPage, qtbot: QtBot
) -> None:
    look_at(page, 2)
    node_operations.remove(window.session, (NodeId("s"),))
    qtbot.waitUntil(lambda: page.diagram.picture is None)
    assert "Zet eerst een gegevensstroom" in page.diagram.accessibleDescription()
    QTest.keyClick(page.diagram, Qt.Key.Key_Right)
    assert window.session.selection == ()
