"""Going through the circle of the Tab key leaves what it comes past alone."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QToolBar, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid, ownedByPython

from gvkaart.ui.focus_chain import beside
from gvkaart.ui.main_window import MainWindow


def test_goes_around_and_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QLineEdit(window), QLineEdit(window)
    assert beside(first, forwards=True) is second
    assert beside(second, forwards=True) is window
    assert beside(first, forwards=False) is window


def test_what_stands_beside_a_widget_that_goes_away_is_still_there(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar, page = QToolBar(window), QWidget(window)
    made_by_qt = bar.addWidget(QLineEdit()), bar.addAction("x"), window.statusBar()
    field = QLineEdit(page)
    here: QWidget = field
    for forwards in (True, False):
        while (here := beside(here, forwards=forwards)) is not field:
            pass
    page.deleteLater()
    _delete()
    assert not isValid(field)
    assert all(map(isValid, made_by_qt))
    assert ownedByPython(window)


def test_a_page_that_one_left_by_tab_takes_nothing_along(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    status, bar = window.statusBar(), window.findChild(QToolBar, "toolbar")
    assert bar is not None
    made_by_qt = status, bar.addAction("x")
    window.panels.show("inspector")
    page = window.inspector.page
    page.setFocus()
    for forwards in (True, False):
        window.inspector._beyond(page, forwards=forwards)
    window.session.select(list(window.session.graph.nodes)[:1])
    qtbot.waitUntil(lambda: window.inspector.page is not page)
    _delete()
    assert not isValid(page)
    assert all(map(isValid, made_by_qt))


def _delete() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
