"""The rail of views: all of them in sight, in every window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.rail import Rail

NAMES = ("Kaart", "Tabellen", "Bronnen", "Stand van zaken", "Feiten", "Publieke belangen", "Posities en belangen")


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail()
    qtbot.addWidget(made)
    for name in NAMES:
        made.add("fact", name, begins_group=name == "Stand van zaken")
    made.show()
    return made


def fit(rail: Rail, height: int) -> list[int]:
    """Give a rail so much room, and return the heights of its tabs then."""
    rail.resize(rail.sizeHint().width(), height)
    QApplication.processEvents()
    return [rail.tabRect(index).height() for index in range(rail.count())]


def test_all_tabs_fit_in_every_height_a_window_may_have(rail: Rail) -> None:
    sums = [sum(fit(rail, height)) for height in (900, 420, 250)]
    assert sums == sorted(sums, reverse=True)
    assert len(set(sums)) == 3, "roomy, snug, icons only"
    assert all(total <= height for total, height in zip(sums, (900, 420, 250), strict=True))


def test_names_come_back_when_there_is_room_again(rail: Rail) -> None:
    roomy = fit(rail, 900)
    fit(rail, 250)
    assert fit(rail, 900) == roomy


def test_a_name_of_two_words_takes_two_lines_and_a_group_stands_apart(rail: Rail) -> None:
    heights = dict(zip(NAMES, fit(rail, 900), strict=True))
    assert heights["Publieke belangen"] > heights["Feiten"]
    assert heights["Stand van zaken"] > heights["Publieke belangen"]


def test_keys_go_up_and_down_and_stop_at_the_ends(rail: Rail) -> None:
    rail.setFocus()
    QTest.keyClick(rail, Qt.Key.Key_Up)
    assert rail.currentIndex() == 0
    for _ in NAMES:
        QTest.keyClick(rail, Qt.Key.Key_Down)
    assert rail.currentIndex() == len(NAMES) - 1


def test_every_view_has_a_tab_with_its_key_in_the_tip(window: MainWindow) -> None:
    rail = window.views.rail
    assert [rail.tabText(at) for at in range(rail.count())] == [view.title for view in window.views.known]
    assert "Ctrl+1" in rail.tabToolTip(0)


def test_the_keyboard_goes_along_from_view_to_view_and_stays_where_else_it_is(window: MainWindow, qtbot: QtBot) -> None:
    rail, views = window.views.rail, window.views
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.map_view.canvas.setFocus()
    QTest.mouseClick(rail, Qt.MouseButton.LeftButton, pos=rail.tabRect(1).center())
    assert QApplication.focusWidget() is views.content("tables").grid  # type: ignore[attr-defined]  # a TablesPage
    rail.setFocus()
    QTest.keyClick(rail, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail
