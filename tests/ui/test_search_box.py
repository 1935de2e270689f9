"""Searching by keyboard, whatever is typed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import child, trigger


def press(window: MainWindow, key: Qt.Key, text: str = "") -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(window.search_box, event)


def search(window: MainWindow, words: str) -> QListWidget:
    trigger(window, "find")
    for one in words:
        press(window, Qt.Key.Key_unknown, one)
    while window.search_box.busy:
        QApplication.processEvents()
    return child(window, QListWidget, "hits")


def found(hits: QListWidget) -> list[str]:
    """The nodes that are listed; sentences among them are not."""
    items = (hits.item(row).data(Qt.ItemDataRole.UserRole) for row in range(hits.count()))
    return [node for node in items if node is not None]


def test_typed_found_chosen_and_centred(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    hits = search(window, "ge")
    assert window.search_box.hasFocus()
    assert hits.isVisible()
    assert hits.count() > 1
    press(window, Qt.Key.Key_Down)
    second = hits.item(1).text()
    press(window, Qt.Key.Key_Return, "\r")
    assert not hits.isVisible()
    (chosen,) = window.session.selection
    assert window.session.graph.nodes[chosen].title == second
    canvas = window.map_view.canvas
    item = canvas.content.nodes[chosen]
    x, y = canvas.view.to_widget(item.x, item.y)
    assert abs(x - canvas.width() / 2) < 5
    assert abs(y - canvas.height() / 2) < 5


def test_nothing_found_says_what_to_try(window: MainWindow) -> None:
    hits = search(window, "qqqq")
    assert "Niets gevonden" in hits.item(0).text()
    press(window, Qt.Key.Key_Return, "\r")
    assert window.session.selection == ()


def test_escape_folds_the_hits_away_and_emptying_too(window: MainWindow) -> None:
    hits = search(window, "ge")
    press(window, Qt.Key.Key_Escape)
    assert not hits.isVisible()
    search(window, "ge")
    for _ in range(4):
        press(window, Qt.Key.Key_Backspace)
    assert not hits.isVisible()


@pytest.mark.parametrize("words", ['"', "' OR 1=1 --", "NEAR(", "*", "a AND", "{x}", "😀", "\u202e", "-", "a" * 500])
def test_whatever_is_typed_is_words(window: MainWindow, words: str) -> None:
    assert search(window, words).isVisible()


def test_new_and_renamed_items_are_found_and_removed_ones_are_not(window: MainWindow) -> None:
    search(window, "zeldzaam")
    new = node_operations.add(window.session, "note", "Zeldzaam", (0, 0))
    assert new is not None
    assert found(search(window, "zeldzaam")) == [new]
    node_operations.rename(window.session, new, "Gewoon")
    assert found(search(window, "zeldzaam")) == []
    node_operations.remove(window.session, (new,))
    assert found(search(window, "gewoon")) == []


def test_what_changes_while_the_map_is_read_is_found(window: MainWindow) -> None:
    window.search_box.begin()
    window.search_box._make_index()  # offscreen the cursor may never arrive
    assert window.search_box.busy
    new = node_operations.add(window.session, "note", "Ondertussen", (0, 0))
    assert found(search(window, "ondertussen")) == [new]


def test_enter_before_the_map_was_read_goes_to_what_is_found_then(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "find")
    for one in "Gemeente":
        press(window, Qt.Key.Key_unknown, one)
    assert window.search_box.busy
    press(window, Qt.Key.Key_Return, "\r")
    qtbot.waitUntil(lambda: not window.search_box.busy)
    (node,) = window.session.selection
    assert window.session.graph.nodes[node].title == "Gemeente"
    assert not child(window, QListWidget, "hits").isVisible()


def test_chosen_after_the_item_was_removed_is_harmless(window: MainWindow) -> None:
    hits = search(window, "Gemeente")
    assert hits.isVisible()
    node_operations.remove(window.session, tuple(window.session.graph.nodes))
    press(window, Qt.Key.Key_Return, "\r")
    assert window.session.selection == ()


# --- stepping through what was found ----------------------------------------------------------------------------------


def find(window: MainWindow, words: str) -> None:
    """Search once the index is there."""
    search(window, words)
    QApplication.processEvents()


def count_of(window: MainWindow) -> str:
    label = child(window.search_box, QLabel, "hit-count")
    return "" if label.isHidden() else label.text()


def test_f3_goes_round_through_the_hits_and_says_where_one_is(window: MainWindow) -> None:
    window.show()
    assert not window.commands["find-next"].isEnabled()
    find(window, "ge")
    found = window.search_box._found
    assert len(found) > 1
    assert window.map_view.canvas._overlay.highlighted == set(found)
    assert count_of(window) == ""
    trigger(window, "find-next")
    assert window.session.selection == (found[0],)
    assert count_of(window) == f"1 van {len(found)}"
    trigger(window, "find-previous")
    assert window.session.selection == (found[-1],)
    assert window.map_view.canvas._overlay.highlighted == set(found), "the others stay lit"
    press(window, Qt.Key.Key_Return)
    assert window.session.selection == (found[0],), "Enter goes on too, past the end to the first"


def test_the_first_step_back_is_to_the_last(window: MainWindow) -> None:
    find(window, "ge")
    trigger(window, "find-previous")
    assert window.session.selection == (window.search_box._found[-1],)


def test_esc_ends_searching(window: MainWindow) -> None:
    window.show()
    find(window, "ge")
    press(window, Qt.Key.Key_Escape)
    assert window.search_box.has_found, "the list folds away first"
    press(window, Qt.Key.Key_Escape)
    assert window.search_box.text() == ""
    assert not window.map_view.canvas._overlay.highlighted
    assert not window.commands["find-next"].isEnabled()
    window.search_box.step(1)
    assert window.session.selection == ()


def test_what_is_removed_is_no_hit_any_more(window: MainWindow) -> None:
    find(window, "ge")
    first, *others = window.search_box._found
    node_operations.remove(window.session, [first])
    assert list(window.search_box._found) == others
