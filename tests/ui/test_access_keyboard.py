"""Everything by keyboard: Tab comes everywhere and leaves again, and one sees where it is (WCAG 2.1, 2.4)."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.ui.export_dialog import ExportDialog
from gvkaart.ui.focus_ring import THICKNESS, FocusRing
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.preferences_dialog import PreferencesDialog
from gvkaart.ui.regions import holds, regions
from gvkaart.ui.shortcuts_dialog import ShortcutsDialog
from tests.ui.conftest import settle, trigger

MOST = 250
"""More stops than any window has."""


@pytest.fixture
def active(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window that has the keyboard, with something selected."""
    window.resize(1366, 768)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.session.select([NodeId("a")])
    settle(qtbot, window)
    return window


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def round_trip(key: Qt.Key) -> list[QWidget]:
    """Press a key until one is back, and return where one came."""
    start, stops = focused(), [focused()]
    for _ in range(MOST):
        QTest.keyClick(focused(), key)
        if focused() is stops[-1]:
            continue  # within a table Tab goes from cell to cell, and leaves it behind the last
        if focused() is start:
            return stops
        assert not any(focused() is one for one in stops), f"caught at {focused()!r}"
        stops.append(focused())
    raise AssertionError(f"never back at {start!r}")


def stops_of(window: QWidget) -> Iterator[QWidget]:
    """Yield what one sees and can use, so where the keyboard must be able to come."""
    for widget in window.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.isVisible() and widget.isEnabled() and widget.window() is window:
            yield widget


def names(widgets: list[QWidget]) -> set[str]:
    return {f"{type(one).__name__} {one.objectName()} {one.accessibleName()} {id(one)}" for one in widgets}


def ring_of(widget: QWidget) -> FocusRing:
    """The ring that one sees in a widget; one that was let go of may still be there, unseen."""
    rings = widget.findChildren(FocusRing, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (ring,) = (one for one in rings if not one.isHidden())
    return ring


VIEWS = ("map-view", "sources")
PANELS = ("outline", "findings", "inspector", "legend", "overview-map", "history")


@pytest.mark.parametrize("view", VIEWS)
def test_tab_comes_everywhere_in_a_view_and_back(active: MainWindow, view: str) -> None:
    active.views.show_view(view)
    active.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert_walks(active)


def test_tab_goes_through_a_table_and_out_of_it(active: MainWindow) -> None:
    active.views.show_view("tables")
    seen = set()
    for _ in range(MOST):
        seen.add(focused().objectName())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert seen >= {"grid", "column-filter", "table-kinds", "table-scope", "table-filter", "outline", "search", "views"}


@pytest.mark.parametrize("panel", PANELS)
def test_tab_comes_everywhere_in_a_panel_and_back(active: MainWindow, panel: str, qtbot: QtBot) -> None:
    active.panels.show(panel)
    settle(qtbot, active)
    active.return_to_map()
    assert_walks(active)


def assert_walks(window: QWidget) -> None:
    there = round_trip(Qt.Key.Key_Tab)
    back = round_trip(Qt.Key.Key_Backtab)
    assert names(list(stops_of(window))) <= names(there)
    assert names(there) == names(back)


DIALOGS: dict[str, Callable[[MainWindow], QDialog]] = {
    "preferences": PreferencesDialog,
    "shortcuts": lambda window: ShortcutsDialog(window.commands, window.desk, window),
    "export": lambda window: ExportDialog(
        window.session, window.map_view.centres, window.map_view.theme, frozenset(), None, None, window
    ),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_tab_comes_everywhere_in_a_dialog_and_esc_leaves(active: MainWindow, name: str, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](active)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Tab)
    assert_walks(dialog)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    dialog.deleteLater()


def test_f6_goes_around_the_parts_and_remembers_where_one_was(active: MainWindow) -> None:
    parts = regions(active)
    assert len(parts) >= 4  # map, outline, a panel at the right, toolbar
    active.return_to_map()
    for part in (*parts[1:], parts[0]):
        trigger(active, "next-part")
        assert holds(part, focused())
    trigger(active, "next-part")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    here = focused()
    assert holds(parts[1], here)
    trigger(active, "previous-part")
    assert holds(parts[0], focused())
    trigger(active, "next-part")
    assert focused() is here


def test_f6_passes_over_what_takes_no_keys(active: MainWindow) -> None:
    for name in ("outline", "findings", "inspector"):
        active.panels.docks[name].hide()
    active.return_to_map()
    trigger(active, "next-part")
    assert focused().window() is active
    assert not active.map_view.canvas.hasFocus()
    trigger(active, "next-part")
    assert focused() is active.views.rail
    trigger(active, "next-part")
    assert active.map_view.canvas.hasFocus()


def test_one_sees_where_the_keyboard_is(active: MainWindow) -> None:
    active.panels.show("inspector")
    active.return_to_map()
    for stop in round_trip(Qt.Key.Key_Tab):
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QApplication.processEvents()
        assert ring_of(stop).isVisible()
        middle = ring_of(stop).geometry().center().y()
        with_ring = stop.grab().toImage()
        stop.clearFocus()
        without = stop.grab().toImage()
        edge = [x for x in range(with_ring.width()) if with_ring.pixel(x, middle) != without.pixel(x, middle)]
        assert len(edge) >= 2 * THICKNESS, stop


def test_who_clicks_sees_no_ring_and_who_goes_on_by_keyboard_does(active: MainWindow, qtbot: QtBot) -> None:
    line = active.search_box
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(20, line.height() // 2))
    assert line.hasFocus()
    assert not line.findChildren(FocusRing)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert ring_of(focused()).isVisible()


def test_ring_goes_around_the_tab_that_is_chosen(active: MainWindow) -> None:
    (tabs,) = active.findChildren(QWidget, "views")
    active.return_to_map()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)
    ring = ring_of(tabs)
    first = ring.geometry()
    QTest.keyClick(tabs, Qt.Key.Key_Down)
    tabs.repaint()
    assert ring.geometry().top() >= first.bottom()


def test_ring_follows_the_size_and_goes_with_its_widget(active: MainWindow, qtbot: QtBot) -> None:
    active.return_to_map()
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    line = QLineEdit(active)
    line.show()
    line.setFocus(Qt.FocusReason.ShortcutFocusReason)
    ring = ring_of(line)
    line.resize(300, 40)
    assert ring.size() == line.size()
    line.deleteLater()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not line)
    active.search_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert ring_of(active.search_box).isVisible()


def test_labels_that_say_nothing_are_no_stop(active: MainWindow) -> None:
    active.panels.show("findings")
    active.return_to_map()
    for stop in round_trip(Qt.Key.Key_Tab):
        assert not (isinstance(stop, QLabel) and not stop.text())


def test_every_stop_has_a_name(active: MainWindow) -> None:
    active.panels.show("inspector")
    active.return_to_map()
    for stop in round_trip(Qt.Key.Key_Tab):
        if not isinstance(stop, (QLabel, QAbstractScrollArea)):
            assert stop.accessibleName() or getattr(stop, "text", str)() or stop.toolTip(), stop
