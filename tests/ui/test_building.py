"""Building by keyboard in a real window: every key goes where the keyboard is, as on a desk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gvkaart.app import Program
from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.picture.primitives import Rect
from gvkaart.ui.building.panel import QuickPanel, stand_beside
from gvkaart.ui.building.places import nearest_free
from gvkaart.ui.building.title_editor import TitleEditor
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.palette_choices import ChoiceList
from tests.ui.conftest import child, settle, trigger

Key = Qt.Key
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ACTOR, POSITION, INTEREST = (NodeId(one) for one in "api")


@pytest.fixture
def desk(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the keyboard in it."""
    window.resize(1200, 800)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.map_view.canvas.setFocus()
    return window


def keys(*pressed: Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys and type texts where the keyboard is."""
    for one in pressed:
        focus = QApplication.focusWidget()
        assert focus is not None
        if isinstance(one, str):
            QTest.keyClicks(focus, one)
        else:
            QTest.keyClick(focus, one, modifier)
        QApplication.processEvents()


def panel_of(window: MainWindow) -> QuickPanel:
    return child(window, QuickPanel, "building")


def offered(window: MainWindow) -> list[str]:
    return [one.text for one in panel_of(window).findChildren(ChoiceList)[0].choices]


def titled(window: MainWindow, title: str) -> NodeId:
    return next(one.id for one in window.session.graph.nodes.values() if one.title == title)


# --- chains -----------------------------------------------------------------------------------------------------------


def test_actor_position_and_interest_are_three_titles_and_six_times_enter(desk: MainWindow) -> None:
    keys(Key.Key_Insert)
    for title in ("Waterschap", "Wij willen meekijken", "Dijken blijven heel"):
        keys(Key.Key_Return, title, Key.Key_Return)
    actor, position, interest = (
        titled(desk, one) for one in ("Waterschap", "Wij willen meekijken", "Dijken blijven heel")
    )
    assert {
        EdgeKey(actor, "holds", position),
        EdgeKey(position, "rests_on", interest),
    } <= desk.session.graph.edges.keys()
    assert desk.session.selection == (interest,)
    assert panel_of(desk).isVisible()


def test_every_item_is_one_step_back_and_the_panel_goes_back_with_it(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    before = desk.session.graph
    keys(Key.Key_Insert, Key.Key_Return, "Delen mag", Key.Key_Return)
    keys(Key.Key_Return, "Vertrouwen", Key.Key_Return)
    keys(Key.Key_Z, modifier=CONTROL)
    assert {one.title for one in desk.session.graph.nodes.values()} - {one.title for one in before.nodes.values()} == {
        "Delen mag"
    }
    assert offered(desk)[0] == "komt voort uit → belang"
    keys(Key.Key_Z, modifier=CONTROL)
    assert desk.session.graph.nodes == before.nodes
    assert desk.session.graph.edges == before.edges
    assert offered(desk)[0] == "neemt in → positie"


def test_shift_enter_makes_another_one_beside_it(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    keys(Key.Key_Insert, Key.Key_Return, "Een")
    keys(Key.Key_Return, modifier=SHIFT)
    keys("Twee", Key.Key_Return)
    edges = desk.session.graph.edges
    assert {EdgeKey(ACTOR, "holds", titled(desk, one)) for one in ("Een", "Twee")} <= edges.keys()
    places = [desk.session.view.placements[titled(desk, one)] for one in ("Een", "Twee")]
    assert not any(place.by_hand for place in places), "a layout may put them better"


def test_backspace_leads_back_to_where_one_came_from(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    keys(Key.Key_Insert, Key.Key_Return, "Delen mag", Key.Key_Return, Key.Key_Backspace)
    assert desk.session.selection == (ACTOR,)
    keys(Key.Key_Backspace)
    assert offered(desk)[0] == "neemt in → positie"


def test_what_is_there_is_joined_and_not_made_twice(desk: MainWindow) -> None:
    desk.session.select((POSITION,))
    count = len(desk.session.graph.nodes)
    keys(Key.Key_Insert, Key.Key_Return, "fout", Key.Key_Down, Key.Key_Return)
    assert EdgeKey(POSITION, "rests_on", INTEREST) in desk.session.graph.edges
    assert len(desk.session.graph.nodes) == count
    assert desk.session.selection == (INTEREST,)


def test_enter_on_the_very_title_of_an_item_takes_that_item(desk: MainWindow) -> None:
    desk.session.select((POSITION,))
    count = len(desk.session.graph.nodes)
    keys(Key.Key_Insert, Key.Key_Return, "FOUTEN WORDEN GEZIEN", Key.Key_Return)
    assert len(desk.session.graph.nodes) == count
    keys(Key.Key_Backspace, Key.Key_Return, "fouten worden gezien", Key.Key_Up, Key.Key_Return)
    assert len(desk.session.graph.nodes) == count + 1, "a second meaning of a word is a new item"


def test_what_hangs_there_already_is_gone_to(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    before = desk.session.graph
    keys(Key.Key_Insert, Key.Key_Return, Key.Key_Down)
    assert panel_of(desk).findChildren(ChoiceList)[0].choices[0].note == "hangt hier al aan"
    keys(Key.Key_Return)
    assert desk.session.selection == (POSITION,)
    assert desk.session.graph is before


def test_an_item_that_is_not_on_this_map_comes_on_it(desk: MainWindow) -> None:
    desk.session.select((INTEREST,))
    trigger(desk, "take-off")
    desk.session.select((POSITION,))
    keys(Key.Key_Insert, Key.Key_Return, Key.Key_Down)
    assert panel_of(desk).findChildren(ChoiceList)[0].choices[0].note == "niet op deze kaart"
    keys(Key.Key_Return)
    assert INTEREST in desk.session.view.placements


def test_digits_and_letters_choose_a_way(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    keys(Key.Key_Insert, "2")
    keys("Rust", Key.Key_Return)
    assert EdgeKey(ACTOR, "has_interest", titled(desk, "Rust")) in desk.session.graph.edges
    desk.session.select((ACTOR,))
    keys(Key.Key_Escape, Key.Key_Insert, "betw feit")
    assert offered(desk)[0] == "betwist → feit"


def test_what_is_not_there_offers_nothing_to_take_by_mistake(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    before = desk.session.graph
    keys(Key.Key_Insert, "qqq", Key.Key_Return)
    assert offered(desk) == []
    desk.session.select(())
    keys(Key.Key_Escape, Key.Key_Escape, Key.Key_Insert, "qqq", Key.Key_Return)
    assert offered(desk) == []
    assert desk.session.graph is before


def test_a_title_typed_too_early_is_answered_by_what_to_do_and_one_button_empties_the_line(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    keys(Key.Key_Insert, "Mensen wachten te lang")
    helps = [label.text() for label in panel_of(desk).findChildren(QLabel)]
    assert any("Kies eerst een relatie, typ daarna de titel" in one for one in helps)
    line = child(panel_of(desk), QLineEdit, "line")
    child(line, QToolButton, "").click()
    assert not line.text()
    assert offered(desk)


@pytest.mark.parametrize("way_there", ["los", Key.Key_Up])
def test_something_loose_hangs_on_nothing(desk: MainWindow, way_there: Key | str) -> None:
    desk.session.select((ACTOR,))
    keys(Key.Key_Insert, way_there, Key.Key_Return, "notitie", Key.Key_Return, "Bellen", Key.Key_Return)
    new = titled(desk, "Bellen")
    assert desk.session.graph.nodes[new].kind == "note"
    assert not desk.session.graph.into(new)
    assert not desk.session.graph.out(new)


def test_an_empty_title_makes_nothing(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    before = desk.session.graph
    keys(Key.Key_Insert, Key.Key_Return, "   ", Key.Key_Return)
    assert desk.session.graph is before


def test_the_mouse_steps_back_and_closes_without_taking_the_keyboard(desk: MainWindow) -> None:
    keys(Key.Key_Insert)
    back, close = (child(panel_of(desk), QToolButton, f"building-{name}") for name in ("back", "close"))
    assert not back.isVisible(), "there is nothing before the first question"
    keys(Key.Key_Return)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert offered(desk)[0] == "Actor"
    keys(Key.Key_Return, "Waterschap", Key.Key_Return, Key.Key_Return, "Delen mag", Key.Key_Return)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert desk.session.selection == (titled(desk, "Waterschap"),)
    assert not back.isVisible()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not panel_of(desk).isVisible()
    assert desk.map_view.canvas.hasFocus()


def test_escape_empties_steps_back_and_closes_with_the_keyboard_where_it_was(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    keys(Key.Key_Insert, Key.Key_Return, "iets", Key.Key_Escape)
    assert offered(desk) != []
    keys(Key.Key_Escape)
    assert offered(desk)[0] == "neemt in → positie"
    keys(Key.Key_Escape)
    assert not panel_of(desk).isVisible()
    assert desk.map_view.canvas.hasFocus()


def test_from_the_outline_the_keyboard_returns_to_the_outline(desk: MainWindow) -> None:
    desk.outline.setFocus()
    desk.session.select((ACTOR,))
    trigger(desk, "add")
    keys(Key.Key_Escape)
    assert desk.outline.hasFocus()


def test_when_what_had_the_keyboard_is_gone_it_returns_to_the_map(desk: MainWindow) -> None:
    field = QLineEdit(desk)
    field.show()
    field.setFocus()
    trigger(desk, "add")
    delete(field)
    keys(Key.Key_Escape)
    assert desk.map_view.canvas.hasFocus()


def test_the_panel_goes_away_when_one_goes_on_elsewhere(desk: MainWindow) -> None:
    trigger(desk, "add")
    desk.search_box.begin()
    assert not panel_of(desk).isVisible()


def test_a_double_click_lays_down_where_the_mouse_is(desk: MainWindow) -> None:
    desk.map_view.canvas.add_requested.emit(1000.0, 500.0)
    keys(Key.Key_Return, "Hier", Key.Key_Return)
    place = desk.session.view.placements[titled(desk, "Hier")]
    assert (place.x, place.y, place.by_hand) == (1000, 500, True)


# --- places -----------------------------------------------------------------------------------------------------------

boxes = st.lists(
    st.builds(Rect, *(st.integers(-900, 900).map(float) for _ in "xy"), st.just(180.0), st.just(80.0)), max_size=30
)


@given(boxes)
def test_a_new_item_touches_none_that_stand_there(taken: list[Rect]) -> None:
    x, y = nearest_free((0, 0), taken)
    assert all(abs(x - box.x - 90) >= 90 + 130 or abs(y - box.y - 40) >= 40 + 45 for box in taken)


def test_in_a_full_map_a_place_is_looked_for_further_on(program: Program, qtbot: QtBot) -> None:
    program.new()
    window = program.windows[-1]
    settle(qtbot, window)
    first = node_operations.add(window.session, "actor", "Midden", (0, 0))
    for x in range(-4, 5):
        for y in range(-8, 9):
            if (x, y) != (0, 0):
                node_operations.add(window.session, "note", f"{x} {y}", (x * 200, y * 100))
    x, y = window.builder._free_place(first, None)
    bounds = [item.bounds for item in window.map_view.canvas.content.nodes.values()]
    assert all(x + 130 <= box.x or box.right <= x - 130 or y + 45 <= box.y or box.bottom <= y - 45 for box in bounds)


@pytest.mark.parametrize(
    ("item", "corner"),
    [
        (QRect(100, 100, 50, 20), (163, 100)),  # at the right
        (QRect(700, 100, 50, 20), (387, 100)),  # at the left, where there is no room at the right
        (QRect(100, 560, 50, 20), (163, 399)),  # higher, to stay inside
        (QRect(0, 0, 800, 20), (0, 33)),  # below, where there is no room beside
    ],
)
def test_the_panel_stands_beside_the_item_and_inside_the_window(item: QRect, corner: tuple[int, int]) -> None:
    assert stand_beside(item, 299, 200, QRect(0, 0, 800, 600)) == QPoint(*corner)


# --- renaming on the map ----------------------------------------------------------------------------------------------


def test_f2_renames_on_the_map_itself(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    trigger(desk, "rename")
    editor = child(desk, TitleEditor, "title-editor")
    assert isinstance(QApplication.focusWidget(), TitleEditor)
    assert editor.toPlainText() == "Gemeente"
    keys("Provincie", Key.Key_Return)
    assert desk.session.graph.nodes[ACTOR].title == "Provincie"
    assert not editor.isVisible()
    assert desk.map_view.canvas.hasFocus()


@pytest.mark.parametrize("typed", ["", "Provincie"])
def test_escape_leaves_the_title_as_it_was(desk: MainWindow, typed: str) -> None:
    desk.session.select((ACTOR,))
    trigger(desk, "rename")
    keys(typed, Key.Key_Escape)
    assert desk.session.graph.nodes[ACTOR].title == "Gemeente"
    assert desk.map_view.canvas.hasFocus()


def test_going_elsewhere_keeps_what_was_typed_but_no_empty_title(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    trigger(desk, "rename")
    keys("Provincie")
    trigger(desk, "save")
    assert desk.session.graph.nodes[ACTOR].title == "Provincie"
    trigger(desk, "rename")
    keys(Key.Key_Delete)
    desk.search_box.begin()
    assert desk.session.graph.nodes[ACTOR].title == "Provincie"


def test_what_is_not_seen_on_the_map_is_renamed_in_its_fields(desk: MainWindow) -> None:
    desk.session.select((ACTOR,))
    trigger(desk, "take-off")
    trigger(desk, "rename")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPlainTextEdit)
    assert desk.inspector.isAncestorOf(focus)
