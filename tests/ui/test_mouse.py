"""What the mouse does on the map, with real events on real windows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.operations import Op
from gvkaart.picture.nodes import NodeDrawing
from gvkaart.picture.primitives import bounding
from gvkaart.ui.building.panel import QuickPanel
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.canvas.overlay import around_group, dot_of
from gvkaart.ui.canvas.view import View
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.scaling import Corner
from tests.ui.conftest import child, settle, trigger

A, B, F, P = (NodeId(one) for one in "abfp")
LEFT = Qt.MouseButton.LeftButton
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLACES = {"a": (0, 0), "b": (0, 200), "p": (300, 0), "i": (300, 200), "f": (600, 0), "c": (600, 200)}
EMPTY = (150, 320)


@pytest.fixture
def map_window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The small case, two rows of three, with all of it in sight at 100 %."""
    window.resize(1400, 800)
    window.map_view.hands.put({NodeId(key): place for key, place in PLACES.items()})
    settle(qtbot, window)
    canvas = window.map_view.canvas
    canvas.set_view(View(1.0).centred(300.0, 150.0, canvas.width(), canvas.height()))
    canvas.setFocus()
    return window


@pytest.fixture
def canvas(map_window: MainWindow) -> Iterator[MapCanvas]:
    canvas = map_window.map_view.canvas
    yield canvas
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(2, 2))  # Qt's tests remember a button that was broken off by Esc


def at(canvas: MapCanvas, place: tuple[float, float]) -> QPoint:
    return QPointF(*canvas.view.to_widget(*place)).toPoint()


def dot(canvas: MapCanvas, key: str) -> QPoint:
    """Bring the pointer to a node, and return where its connecting dot is then."""
    QTest.mouseMove(canvas, at(canvas, EMPTY))  # a pointer that stays where it is tells nothing
    QTest.mouseMove(canvas, at(canvas, PLACES[key]))
    return QPointF(*dot_of(key, canvas.content, canvas.view)).toPoint()


def press(canvas: MapCanvas, start: QPoint, end: QPoint, how: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(canvas, LEFT, how, start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)


def drag(canvas: MapCanvas, start: QPoint, end: QPoint, how: Qt.KeyboardModifier = NONE) -> None:
    press(canvas, start, end, how)
    QTest.mouseRelease(canvas, LEFT, how, end)


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


# --- drawing a line ---------------------------------------------------------------------------------------------------


def test_a_line_to_an_item_joins_in_one_step(map_window: MainWindow, canvas: MapCanvas) -> None:
    steps = len(map_window.session.document.steps(100))
    drag(canvas, dot(canvas, "b"), at(canvas, PLACES["p"]))
    menu = child(map_window, QMenu, "relations")
    holds = next(one for one in menu.actions() if one.objectName() == "relation.holds")
    assert holds.text() == "neemt in: Vergelijken mag niet"
    assert menu.activeAction() is holds, "Enter takes the first"
    holds.trigger()
    menu.close()
    key = EdgeKey(B, "holds", P)
    assert key in map_window.session.graph.edges
    assert len(map_window.session.document.steps(100)) == steps + 1
    map_window.session.undo()
    assert key not in map_window.session.graph.edges


def test_what_is_joined_so_already_is_dimmed(map_window: MainWindow, canvas: MapCanvas) -> None:
    drag(canvas, dot(canvas, "a"), at(canvas, PLACES["p"]))
    menu = child(map_window, QMenu, "relations")
    holds = next(one for one in menu.actions() if one.objectName() == "relation.holds")
    assert not holds.isEnabled()
    assert holds.text().endswith("(is er al)")
    assert menu.activeAction() is not holds
    menu.close()


def test_while_a_line_is_drawn_the_status_bar_says_what_letting_go_would_do(
    map_window: MainWindow, canvas: MapCanvas
) -> None:
    press(canvas, dot(canvas, "a"), at(canvas, EMPTY))
    assert "Esc breekt af" in said(map_window)
    QTest.mouseMove(canvas, at(canvas, PLACES["p"]))
    assert said(map_window).startswith("Laat los en kies: neemt in")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert said(map_window) == ""


def test_what_a_line_can_only_be_related_to_steps_back_with_a_reason(
    map_window: MainWindow, canvas: MapCanvas, qtbot: QtBot
) -> None:
    canvas.grab()
    qtbot.waitUntil(lambda: canvas.settled)
    spot = at(canvas, PLACES["b"]) + QPoint(45, 12)
    before = canvas.grab().toImage().pixelColor(spot)
    press(canvas, dot(canvas, "c"), at(canvas, EMPTY))
    assert "b" in canvas.joinable("c"), "an actor means something by a concept"
    assert canvas.grab().toImage().pixelColor(spot) == before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, EMPTY))
    canvas.joinable = lambda _source: frozenset({"p"})
    press(canvas, dot(canvas, "c"), at(canvas, EMPTY))
    assert canvas.grab().toImage().pixelColor(spot) != before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.grab().toImage().pixelColor(spot) == before


def test_a_relation_that_says_nothing_in_particular_is_named_as_the_only_one(map_window: MainWindow) -> None:
    hands = map_window.map_view.hands
    assert hands._what_joins("note", "option") == (
        "Tussen notitie en optie is alleen de algemene relatie mogelijk: hangt samen met"
    )


def test_a_line_to_an_empty_spot_builds_there_what_hangs_on_it(map_window: MainWindow, canvas: MapCanvas) -> None:
    drag(canvas, dot(canvas, "b"), at(canvas, EMPTY))
    panel = child(map_window, QuickPanel, "building")
    assert panel.isVisible()
    assert map_window.session.selection == (B,)
    line = panel._choices.line
    for text in ("neemt in", "Eerst overleggen"):
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
    graph = map_window.session.graph
    (new,) = (one.id for one in graph.nodes.values() if one.title == "Eerst overleggen")
    assert EdgeKey(B, "holds", new) in graph.edges
    place = map_window.session.view.placements[new]
    assert place.by_hand
    assert abs((place.x or 0) - EMPTY[0]) <= 200
    map_window.session.undo()
    assert new not in map_window.session.graph.nodes
    assert EdgeKey(B, "holds", new) not in map_window.session.graph.edges


def test_a_click_on_the_dot_asks_what_hangs_there(map_window: MainWindow, canvas: MapCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, pos=dot(canvas, "a"))
    assert child(map_window, QuickPanel, "building").isVisible()
    assert map_window.session.selection == (A,)


def come_to(canvas: MapCanvas, spot: QPointF) -> None:
    """Tell the canvas that the pointer comes somewhere, wherever Qt without a screen believes that it is."""
    everywhere = QPointF(canvas.mapToGlobal(spot.toPoint()))
    nothing = Qt.MouseButton.NoButton
    QApplication.sendEvent(canvas, QMouseEvent(QEvent.Type.MouseMove, spot, everywhere, nothing, nothing, NONE))


def test_the_dot_says_what_it_is_for_and_stands_at_the_selected_item_too(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.select(frozenset({"a"}))
    QApplication.processEvents()  # what shows the selection may make the map narrower
    come_to(canvas, QPointF(*dot_of("a", canvas.content, canvas.view)))
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    assert not canvas.tip.isVisible(), "a tip comes to a pointer at rest"
    qtbot.waitUntil(canvas.tip.isVisible)
    assert "relatie" in canvas.tip.text()


def test_a_line_that_leaves_the_map_does_nothing(map_window: MainWindow, canvas: MapCanvas) -> None:
    with_nodes = map_window.session.graph
    drag(canvas, dot(canvas, "a"), QPoint(canvas.width() + 200, 100))
    assert not map_window.builder.panel.isVisible()
    assert map_window.session.graph is with_nodes


# --- picking ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("how", "picked"),
    [(NONE, {"p", "i"}), (SHIFT, {"a", "i", "p"}), (CONTROL, {"a", "p"})],
    ids=["replaces", "adds", "turns round"],
)
def test_a_rubber_band_picks(canvas: MapCanvas, how: Qt.KeyboardModifier, picked: set[str]) -> None:
    canvas.select(frozenset({"a", "i"}))
    drag(canvas, at(canvas, (170, -100)), at(canvas, (430, 300)), how)
    assert canvas.selection == picked


def test_a_rubber_band_that_is_broken_off_leaves_the_selection(canvas: MapCanvas) -> None:
    canvas.select(frozenset({"a", "i"}))
    press(canvas, at(canvas, (170, -100)), at(canvas, (430, 300)))
    assert canvas.selection == frozenset()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, (430, 300)))
    assert canvas.selection == {"a", "i"}


def test_shift_adds_and_control_turns_round(canvas: MapCanvas) -> None:
    for key, how, selected in (
        ("a", NONE, {"a"}),
        ("b", SHIFT, {"a", "b"}),
        ("b", SHIFT, {"a", "b"}),
        ("a", CONTROL, {"b"}),
    ):
        QTest.mouseClick(canvas, LEFT, how, at(canvas, PLACES[key]))
        assert canvas.selection == selected


def test_at_an_edge_the_map_scrolls_along_until_one_lets_go(canvas: MapCanvas, qtbot: QtBot) -> None:
    before = canvas.view
    edge = QPoint(canvas.width() - 2, canvas.height() // 2)
    press(canvas, at(canvas, EMPTY), edge)
    qtbot.waitUntil(lambda: canvas.view.left > before.left + 60)
    assert canvas.view.top == before.top
    QTest.mouseRelease(canvas, LEFT, pos=edge)
    then = canvas.view
    qtbot.wait(60)
    assert canvas.view == then


def test_a_press_near_an_edge_does_not_scroll(canvas: MapCanvas, qtbot: QtBot) -> None:
    canvas.set_view(View(1.0, -4.0, -300.0))
    before = canvas.view
    QTest.mousePress(canvas, LEFT, NONE, at(canvas, (5, 0)))
    QTest.mouseMove(canvas, at(canvas, (6, 0)))
    qtbot.wait(60)
    assert canvas.view == before
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, (6, 0)))


# --- carrying ---------------------------------------------------------------------------------------------------------


def test_what_is_carried_snaps_to_its_neighbours_and_alt_sets_it_free(
    map_window: MainWindow, canvas: MapCanvas
) -> None:
    drag(canvas, at(canvas, PLACES["b"]), at(canvas, (3, 300)))
    QApplication.processEvents()
    centres = map_window.map_view.centres
    assert centres[B][0] in {-1, 0, 1}, "its middle under that of the other actor"
    map_window.session.undo()
    QApplication.processEvents()
    press(canvas, at(canvas, PLACES["b"]), at(canvas, (3, 300)))
    QTest.mouseRelease(canvas, LEFT, ALT, at(canvas, (3, 300)))
    QApplication.processEvents()
    assert map_window.map_view.centres[B] == (3, 300)


def test_a_guide_is_shown_while_carrying_and_gone_when_it_is_broken_off(canvas: MapCanvas) -> None:
    press(canvas, at(canvas, PLACES["b"]), at(canvas, (3, 300)))
    assert canvas._overlay.guides
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, (3, 300)))
    assert not canvas._overlay.guides
    assert not canvas._overlay.moving


def test_from_afar_and_with_very_much_nothing_snaps(canvas: MapCanvas) -> None:
    canvas.set_view(View(0.3).centred(300.0, 150.0, canvas.width(), canvas.height()))
    press(canvas, at(canvas, PLACES["b"]), at(canvas, (3, 300)))
    assert not canvas._overlay.guides
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, (3, 300)))


# --- a group larger or smaller ----------------------------------------------------------------------------------------


def grip(canvas: MapCanvas, *, right: bool = True, low: bool = True) -> QPoint:
    """Return where the handle of a corner of the selected group is."""
    boxes = [canvas.view.rect_to_widget(canvas.content.nodes[key].bounds) for key in canvas.selected_nodes]
    frame = bounding(boxes).grown(16.0)
    return QPointF(frame.right if right else frame.x, frame.bottom if low else frame.y).toPoint()


def select(window: MainWindow, *keys: str) -> None:
    window.session.select([NodeId(key) for key in keys])
    QApplication.processEvents()


def test_pulling_a_corner_sets_a_group_further_apart_in_one_step(map_window: MainWindow, canvas: MapCanvas) -> None:
    session = map_window.session
    select(map_window, "a", "b", "p", "i")
    steps = len(session.document.steps(100))
    drag(canvas, grip(canvas), grip(canvas) + QPoint(60, 40))
    centres = map_window.map_view.centres
    assert {key: centres[NodeId(key)] for key in "abpi"} == {"a": (0, 0), "b": (0, 240), "p": (360, 0), "i": (360, 240)}
    assert centres[F] == PLACES["f"]
    assert canvas.selection == {"a", "b", "p", "i"}
    assert len(session.document.steps(100)) == steps + 1
    step = session.undo_step
    assert step is not None
    assert step.operation == Op.SCALE
    session.undo()
    assert {key: map_window.map_view.centres[NodeId(key)] for key in PLACES} == PLACES


def test_shift_keeps_the_ratio_of_a_group(map_window: MainWindow, canvas: MapCanvas) -> None:
    select(map_window, "a", "b", "p", "i")
    drag(canvas, grip(canvas, right=False, low=False), grip(canvas, right=False, low=False) + QPoint(-130, 0), SHIFT)
    centres = map_window.map_view.centres
    assert (centres[A], centres[NodeId("i")]) == ((-90, -60), (300, 200))


def test_a_group_that_is_pulled_is_shown_under_way_until_esc(
    map_window: MainWindow, canvas: MapCanvas, qtbot: QtBot
) -> None:
    select(map_window, "a", "p")
    before = canvas.view.rect_to_widget(canvas.content.nodes["p"].bounds)
    start = grip(canvas)
    press(canvas, start, start + QPoint(80, 0))
    assert "Shift houdt de verhouding" in said(map_window)
    assert canvas._overlay.put(*PLACES["p"]) == (380.0, 0.0)
    around = around_group(canvas._overlay, canvas.content, canvas.view)
    assert around is not None
    assert around.right == pytest.approx(before.right + 80)
    assert not canvas.grab().isNull()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert said(map_window) == ""
    assert not canvas._overlay.moving
    with qtbot.assertNotEmitted(canvas.scaled):
        QTest.mouseRelease(canvas, LEFT, pos=start + QPoint(80, 0))
    assert map_window.map_view.centres[P] == PLACES["p"]


def test_a_group_that_is_pulled_may_go_away_meanwhile(map_window: MainWindow, canvas: MapCanvas, qtbot: QtBot) -> None:
    select(map_window, "a", "p")
    start = grip(canvas)
    press(canvas, start, start + QPoint(80, 0))
    map_window.map_view.hands.remove(["a"])
    map_window.map_view.catch_up()
    assert "Shift" not in said(map_window)
    with qtbot.assertNotEmitted(canvas.scaled):
        QTest.mouseRelease(canvas, LEFT, pos=start + QPoint(80, 0))


def test_a_click_on_a_handle_does_nothing_and_two_add_nothing(
    map_window: MainWindow, canvas: MapCanvas, qtbot: QtBot
) -> None:
    select(map_window, "a", "p")
    with qtbot.assertNotEmitted(canvas.scaled), qtbot.assertNotEmitted(canvas.add_requested):
        QTest.mouseClick(canvas, LEFT, pos=grip(canvas))
        QTest.mouseDClick(canvas, LEFT, pos=grip(canvas))
    assert canvas.selection == {"a", "p"}


def test_over_a_handle_the_pointer_says_what_it_does(map_window: MainWindow, canvas: MapCanvas) -> None:
    select(map_window, "a", "i")
    for right, low, shape in (
        (True, True, Qt.CursorShape.SizeFDiagCursor),
        (False, False, Qt.CursorShape.SizeFDiagCursor),
        (True, False, Qt.CursorShape.SizeBDiagCursor),
        (False, True, Qt.CursorShape.SizeBDiagCursor),
    ):
        spot = grip(canvas, right=right, low=low)
        QTest.mouseMove(canvas, spot + QPoint(11, 11))
        assert canvas.cursor().shape() == shape
        assert "groep" in canvas.text_under((spot.x(), spot.y()))
        QTest.mouseMove(canvas, spot + QPoint(40, 40))
        assert canvas.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_there_are_handles_only_around_a_group_that_one_can_see(map_window: MainWindow, canvas: MapCanvas) -> None:
    select(map_window, "a", "p")
    spot = grip(canvas)
    assert canvas.handle_under((spot.x(), spot.y())) == Corner(right=True, low=True)
    select(map_window, "a")
    assert canvas.handle_under((spot.x(), spot.y())) is None
    select(map_window, "a", "p")
    canvas.set_view(View(0.2).centred(150.0, 0.0, canvas.width(), canvas.height()))
    spot = grip(canvas)
    assert canvas.handle_under((spot.x(), spot.y())) is None


def test_a_handle_gives_way_to_a_node_and_its_dot(map_window: MainWindow, canvas: MapCanvas, qtbot: QtBot) -> None:
    select(map_window, "a", "p")
    corner = canvas.view.to_canvas(*grip(canvas).toTuple())
    hands = map_window.map_view.hands
    hands.put({F: (round(corner[0]) + 30, round(corner[1]))})
    settle(qtbot, map_window)
    spot = grip(canvas)
    assert canvas.node_under((spot.x(), spot.y())) == "f"
    assert canvas.handle_under((spot.x(), spot.y())) is None
    drag(canvas, spot, spot + QPoint(0, 60))
    assert map_window.map_view.centres[P] == PLACES["p"]
    width = canvas.content.nodes["f"].bounds.width
    hands.put({F: (round(corner[0] - width / 2 - 12), round(corner[1]))})
    settle(qtbot, map_window)
    select(map_window, "a", "p")
    spot = grip(canvas)
    assert canvas.handle_under((spot.x(), spot.y())) is not None
    QTest.mouseMove(canvas, at(canvas, EMPTY))
    QTest.mouseMove(canvas, at(canvas, map_window.map_view.centres[F]))
    assert canvas.dot_under((spot.x(), spot.y())) == "f"
    assert canvas.handle_under((spot.x(), spot.y())) is None


# --- in line ----------------------------------------------------------------------------------------------------------


def test_lining_up_is_one_step(map_window: MainWindow, canvas: MapCanvas) -> None:
    session = map_window.session
    drag(canvas, at(canvas, PLACES["b"]), at(canvas, (80, 250)))
    session.select((A, B))
    steps = len(session.document.steps(100))
    trigger(map_window, "align-centre")
    centres = map_window.map_view.centres
    assert abs(centres[A][0] - centres[B][0]) <= 1
    assert len(session.document.steps(100)) == steps + 1
    trigger(map_window, "align-centre")
    assert len(session.document.steps(100)) == steps + 1, "what is in line already is no step"
    session.undo()
    QApplication.processEvents()
    assert map_window.map_view.centres[A] == PLACES["a"]


@pytest.mark.parametrize(("name", "least"), [("align-left", 2), ("row", 2), ("column", 2), ("distribute-down", 3)])
def test_lining_up_asks_for_enough_items(map_window: MainWindow, name: str, least: int) -> None:
    session, commands = map_window.session, map_window.commands
    session.select((A, B, P)[: least - 1])
    assert not commands[name].isEnabled()
    assert {2: "twee", 3: "drie"}[least] in commands.known[name].needs
    session.select((A, B, P)[:least])
    assert commands[name].isEnabled()


def test_a_click_on_the_number_of_what_is_folded_away_shows_it(map_window: MainWindow, canvas: MapCanvas) -> None:
    map_window.session.select((A,))
    trigger(map_window, "collapse")
    map_window.map_view.catch_up()
    drawing = canvas.content.nodes["a"].drawing
    assert isinstance(drawing, NodeDrawing)
    assert drawing.tab is not None
    x, y = drawing.tab.centre
    pixel = at(canvas, (PLACES["a"][0] + x, PLACES["a"][1] + y))
    QTest.mouseMove(canvas, pixel)
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert "ingeklapt" in canvas.text_under((pixel.x(), pixel.y()))
    QTest.mouseClick(canvas, LEFT, pos=pixel)
    QTest.mouseDClick(canvas, LEFT, pos=pixel)  # what one may well do to open something
    map_window.map_view.catch_up()
    assert not map_window.session.view.folded.counts
    assert set(canvas.content.nodes) == set(PLACES)
    assert map_window.findChild(QuickPanel) is None
