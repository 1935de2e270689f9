"""The tour: it does what it tells, goes back without a trace, and can be stopped at any moment."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.tour import Tour
from tests.ui.conftest import Dialogs, child, settle, trigger


@pytest.fixture
def tour(program: Program, qtbot: QtBot) -> Tour:
    program.start_tour()
    window = program.windows[-1]
    settle(qtbot, window)
    made = window.findChild(Tour)
    assert made is not None
    qtbot.waitUntil(lambda: made.number == 0)
    settle(qtbot, window)
    return made


def window_of(tour: Tour) -> MainWindow:
    window = tour.parent()
    assert isinstance(window, MainWindow)
    return window


def go_to(tour: Tour, number: int, qtbot: QtBot) -> None:
    while tour.number < number:
        child(tour.card, QPushButton, "tour-next").click()
        settle(qtbot, window_of(tour))


def test_every_step_points_at_something_inside_the_window(tour: Tour, qtbot: QtBot) -> None:
    window = window_of(tour)
    assert 6 <= tour.length <= 8
    for number in range(tour.length):
        go_to(tour, number, qtbot)
        frame, card = child(window, QWidget, "tour-frame"), tour.card
        assert frame.width() > 100
        assert window.rect().contains(frame.geometry())
        assert window.rect().contains(card.geometry())
        assert QApplication.focusWidget() is child(card, QPushButton, "tour-next")


def test_window_really_changes(tour: Tour, qtbot: QtBot) -> None:
    window = window_of(tour)
    session, before = window.session, len(window.session.graph.nodes)
    go_to(tour, 2, qtbot)
    assert window.findings_panel.chosen is not None
    go_to(tour, 3, qtbot)
    assert session.selection == ("cak",)
    go_to(tour, 4, qtbot)
    assert session.graph.nodes[session.selection[0]].kind == "interest"
    go_to(tour, 5, qtbot)
    assert [one.id for one in session.graph.layouts_of(session.map_id) if one.shown] == ["iceberg"]
    go_to(tour, 6, qtbot)
    assert len(session.graph.nodes) == before + 1
    go_to(tour, 7, qtbot)
    assert len(session.graph.nodes) == before


def test_going_back_leaves_no_trace(tour: Tour, qtbot: QtBot) -> None:
    session = window_of(tour).session
    graph = session.graph
    go_to(tour, tour.length - 1, qtbot)
    for _ in range(tour.length):
        tour.go_back()
        settle(qtbot, window_of(tour))
    assert tour.number == 0
    assert session.graph == graph


def test_escape_stops_at_any_moment(tour: Tour, qtbot: QtBot) -> None:
    window = window_of(tour)
    go_to(tour, 3, qtbot)
    QTest.keyClick(child(tour.card, QPushButton, "tour-next"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Tour) is None and window.findChild(QWidget, "tour-card") is None)
    assert window.map_view.canvas.hasFocus()


def test_goes_to_the_end_with_enter(tour: Tour, qtbot: QtBot) -> None:
    window = window_of(tour)
    for _ in range(tour.length):
        QTest.keyClick(child(tour.card, QPushButton, "tour-next"), Qt.Key.Key_Return)
        settle(qtbot, window)
    qtbot.waitUntil(lambda: window.findChild(Tour) is None)


def test_goes_on_when_what_it_is_about_was_removed(tour: Tour, qtbot: QtBot) -> None:
    window = window_of(tour)
    window.session.select(list(window.session.graph.nodes))
    trigger(window, "remove")
    settle(qtbot, window)
    go_to(tour, tour.length - 1, qtbot)
    assert tour.number == tour.length - 1


def test_follows_the_size_of_the_window(tour: Tour, qtbot: QtBot) -> None:
    window = window_of(tour)
    go_to(tour, 1, qtbot)
    for width, height in ((1300, 800), (900, 600)):
        window.resize(width, height)
        QApplication.processEvents()
        QApplication.processEvents()
        assert window.rect().contains(tour.card.geometry())


def test_is_remembered_and_no_longer_offered_first(tour: Tour, program: Program) -> None:
    assert program.settings.tour_seen
    program.show_start()
    screen = program.start_screen
    assert screen is not None
    names = [button.objectName() for button in screen.findChildren(QPushButton)]
    assert names[0] == "new"
    assert "tour" in names
    screen.close()


@pytest.mark.parametrize("number", range(8))
def test_closing_during_or_after_only_the_tour_asks_nothing(
    tour: Tour, number: int, program: Program, qtbot: QtBot
) -> None:
    go_to(tour, number, qtbot)
    assert window_of(tour).close()
    program.recover()
    assert not program.windows


def test_closing_after_the_tour_asks_about_work_of_ones_own(tour: Tour, dialogs: Dialogs, qtbot: QtBot) -> None:
    window = window_of(tour)
    go_to(tour, tour.length - 1, qtbot)
    assert node_operations.add(window.session, "note", "Eigen werk", (800, 800)) is not None
    trigger(window, "undo")
    dialogs.press("cancel")
    assert not window.close()
