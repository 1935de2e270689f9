import gc

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gvkaart.picture.nodes import Mark
from gvkaart.picture.scene import Scene, SceneEdge, SceneGroup, SceneNode, build_picture
from gvkaart.picture.theme import DARK, LIGHT, Theme
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.canvas.access import CanvasAccessible, NodeAccessible
from gvkaart.ui.canvas.view import View
from gvkaart.words import load_words
from tests.picture.scenes import random_scene

NL = load_words("nl")
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
CAK = SceneNode("cak", "actor", "actor", "CAK", 0.0, 0.0)
UWV = SceneNode("uwv", "actor", "actor", "UWV", 0.0, 200.0)
GROUP = SceneNode("groep", "fact", "fact", "Zestigduizend <b>mensen</b>", 300.0, 0.0)
NOTE = SceneNode("notitie", "note", "note", "Let op", 300.0, 200.0)
CLAIM = SceneEdge("cak claims groep", "cak", "claims", "groep")
DOUBT = SceneEdge("uwv disputes groep r2", "uwv", "disputes", "groep")
FOUR = Scene((CAK, UWV, GROUP, NOTE), (CLAIM, DOUBT), title="Laatsignalering")


def show(canvas: MapCanvas, scene: Scene, theme: Theme = LIGHT) -> None:
    canvas.set_picture(build_picture(scene, theme, NL))


@pytest.fixture
def canvas(qtbot: QtBot) -> MapCanvas:
    """A window of 800 by 600 with four nodes, (150, 100) in its middle at 100 %."""
    widget = MapCanvas()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    show(widget, FOUR)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_view(View(1.0, -250.0, -200.0))
    widget.setFocus()
    settle(qtbot, widget)
    return widget


def settle(qtbot: QtBot, canvas: MapCanvas) -> None:
    qtbot.waitUntil(lambda: canvas.settled)


def drawn(qtbot: QtBot, canvas: MapCanvas) -> QImage:
    """What one sees once everything has been painted."""
    settle(qtbot, canvas)
    return canvas.grab().toImage()


def at(canvas: MapCanvas, x: float, y: float) -> QPoint:
    return QPointF(*canvas.view.to_widget(x, y)).toPoint()


def drag(qtbot: QtBot, canvas: MapCanvas, start: QPoint, end: QPoint, button: Qt.MouseButton = LEFT) -> None:
    press(qtbot, canvas, start, end, button)
    QTest.mouseRelease(canvas, button, pos=end)


def press(
    qtbot: QtBot,
    canvas: MapCanvas,
    start: QPoint,
    end: QPoint,
    button: Qt.MouseButton = LEFT,
    how: Qt.KeyboardModifier = NONE,
) -> None:
    QTest.mousePress(canvas, button, how, start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)


# --- showing ----------------------------------------------------------------------------------------------------------


def test_the_first_picture_is_shown_whole(qtbot: QtBot) -> None:
    widget = MapCanvas()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    show(widget, random_scene(200))
    shown = widget.view.shown(400, 300)
    assert all(shown.contains(item.x, item.y) for item in widget.content.nodes.values())


def test_the_first_frame_shows_what_the_tiles_will_show(qtbot: QtBot) -> None:
    canvas = MapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no frame around it
    canvas.show()
    canvas.set_picture(build_picture(FOUR, LIGHT, load_words("nl")))
    canvas.set_view(View(1.0, -250.0, -200.0))
    first = canvas.grab().toImage()
    assert not canvas.settled
    qtbot.waitUntil(lambda: canvas.settled)
    then = canvas.grab().toImage()
    pairs = zip(bytes(first.constBits()), bytes(then.constBits()), strict=True)
    assert first.size() == then.size()
    assert max(abs(one - other) for one, other in pairs) <= 16  # where lines are clipped they are rounded otherwise


def test_a_later_picture_leaves_the_view_where_it_is(canvas: MapCanvas) -> None:
    before = canvas.view
    show(canvas, FOUR._replace(nodes=(*FOUR.nodes, NOTE._replace(id="ver", x=9000.0))))
    assert canvas.view == before


def test_what_is_painted_is_the_picture(canvas: MapCanvas) -> None:
    image = canvas.grab().toImage()
    solid = LIGHT.tones["actor"].edge
    assert image.pixelColor(at(canvas, 60.0, 15.0)).name() == solid
    assert image.pixelColor(at(canvas, 150.0, 150.0)).name() == LIGHT.background


@pytest.mark.parametrize("zoom", [0.05, 0.2, 0.5, 1.0, 2.0])
def test_something_is_painted_at_every_level_of_detail(qtbot: QtBot, canvas: MapCanvas, zoom: float) -> None:
    group = SceneGroup("g", "Uitvoering", frozenset({"cak", "uwv"}))
    show(canvas, FOUR._replace(groups=(group,)))
    canvas.set_view(View(zoom).centred(70.0, 0.0, 800, 600))
    settle(qtbot, canvas)
    colours = {canvas.grab().toImage().pixelColor(x, y).name() for x in range(380, 420) for y in range(290, 310)}
    assert len(colours) > 1


def test_a_changed_node_is_painted_anew(qtbot: QtBot, canvas: MapCanvas) -> None:
    before = drawn(qtbot, canvas)
    show(canvas, FOUR._replace(nodes=(CAK, UWV, GROUP._replace(y=60.0), NOTE)))
    assert drawn(qtbot, canvas) != before
    show(canvas, FOUR)
    assert drawn(qtbot, canvas) == before


def test_very_many_changes_at_once_are_painted_as_well(qtbot: QtBot, canvas: MapCanvas) -> None:
    crowd = tuple(SceneNode(f"n{n}", "note", "note", "", -200.0 + 6 * n, 60.0) for n in range(100))
    show(canvas, FOUR._replace(nodes=(*FOUR.nodes, *crowd)))
    before = drawn(qtbot, canvas)
    show(canvas, FOUR._replace(nodes=(*FOUR.nodes, *(one._replace(y=one.y + 50.0) for one in crowd))))
    moved = drawn(qtbot, canvas)
    assert moved != before
    show(canvas, FOUR._replace(nodes=(*FOUR.nodes, *crowd)))
    assert drawn(qtbot, canvas) == before


def test_another_title_in_the_same_box_is_painted_anew(qtbot: QtBot, canvas: MapCanvas) -> None:
    before = drawn(qtbot, canvas)
    show(canvas, FOUR._replace(nodes=(CAK._replace(title="CBR"), UWV, GROUP, NOTE)))
    assert drawn(qtbot, canvas) != before


def test_a_node_that_is_gone_leaves_the_selection_and_the_keyboard(qtbot: QtBot, canvas: MapCanvas) -> None:
    canvas.set_current("notitie")
    with qtbot.waitSignal(canvas.selection_changed) as changed:
        show(canvas, FOUR._replace(nodes=FOUR.nodes[:3]))
    assert changed.args == [frozenset()]
    assert canvas.current == ""
    assert canvas.node_under((550.0, 400.0)) is None


def test_dark_is_painted_dark(qtbot: QtBot, canvas: MapCanvas) -> None:
    show(canvas, FOUR, DARK)
    assert drawn(qtbot, canvas).pixelColor(at(canvas, 150.0, 150.0)).name() == DARK.background


def test_a_zoom_gesture_shows_the_last_picture_until_it_rests(qtbot: QtBot, canvas: MapCanvas) -> None:
    canvas.zoom_by(1.3)
    assert not canvas.settled
    during = canvas.grab().toImage()
    settle(qtbot, canvas)
    assert canvas.grab().toImage() != during
    assert during.pixelColor(at(canvas, 60.0, 15.0)).name() == LIGHT.tones["actor"].edge


def test_resizing_keeps_the_middle_in_the_middle(qtbot: QtBot, canvas: MapCanvas) -> None:
    canvas.resize(600, 500)
    qtbot.waitUntil(lambda: canvas.width() == 600)
    assert canvas.view.to_canvas(300, 250) == (150.0, 100.0)


def test_a_sharp_screen_gets_sharp_tiles(canvas: MapCanvas) -> None:
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    canvas.render(image)
    assert image.pixelColor(at(canvas, 60.0, 15.0) * 2).name() == LIGHT.tones["actor"].edge


def test_highlighting_veils_the_rest(canvas: MapCanvas) -> None:
    canvas.highlight(["groep", "uwv disputes groep", "nowhere"])
    image = canvas.grab().toImage()
    assert image.pixelColor(at(canvas, 60.0, 15.0)).name() != LIGHT.tones["actor"].edge
    assert image.pixelColor(at(canvas, 360.0, 20.0)).name() == LIGHT.tones["fact"].fill
    canvas.highlight([])
    assert canvas.grab().toImage().pixelColor(at(canvas, 60.0, 15.0)).name() == LIGHT.tones["actor"].edge


def test_on_a_dense_map_what_is_connected_with_the_selection_stands_out(qtbot: QtBot, canvas: MapCanvas) -> None:
    crowd = tuple(SceneNode(f"n{number}", "note", "note", "", 2000.0 + number, 0.0) for number in range(20))
    lines = tuple(
        SceneEdge(f"{one.id} related {other.id}", one.id, "related", other.id) for one in crowd for other in crowd
    )
    unselected = LIGHT.tones["fact"].fill
    for scene, veiled in ((FOUR, False), (Scene((*FOUR.nodes, *crowd), (*FOUR.edges, *lines)), True)):
        show(canvas, scene)
        canvas.select(frozenset({"cak"}))
        image = drawn(qtbot, canvas)
        assert image.pixelColor(at(canvas, 360.0, 20.0)).name() == unselected, "what CAK claims stands out"
        assert (image.pixelColor(at(canvas, 60.0, 215.0)).name() != LIGHT.tones["actor"].edge) is veiled
        canvas.select(frozenset())
        assert drawn(qtbot, canvas).pixelColor(at(canvas, 60.0, 215.0)).name() == LIGHT.tones["actor"].edge


def test_from_afar_what_stands_out_has_its_name_beside_it(qtbot: QtBot, canvas: MapCanvas) -> None:
    def dark_below(x: float, y: float) -> int:
        middle, image = at(canvas, x, y), drawn(qtbot, canvas)
        spots = ((middle.x() + dx, middle.y() + dy) for dx in range(-12, 13) for dy in range(6, 24))
        return sum(image.pixelColor(*spot).lightness() < 100 for spot in spots)

    canvas.set_view(View(0.15).centred(150.0, 100.0, 800, 600))
    assert dark_below(0.0, 200.0) == 0
    canvas.highlight(["uwv"])
    assert dark_below(0.0, 200.0) > 10
    canvas.highlight([])
    assert dark_below(0.0, 200.0) == 0


def test_from_afar_a_line_is_not_taken_for_the_canvas_under_it(canvas: MapCanvas) -> None:
    middle = ((CAK.x + GROUP.x) / 2, (CAK.y + GROUP.y) / 2)
    assert canvas.item_under(canvas.view.to_widget(*middle)) == CLAIM.key
    canvas.set_view(View(0.2).centred(*middle, 800, 600))
    assert canvas.item_under((400.0, 300.0)) == ""


# --- looking around ---------------------------------------------------------------------------------------------------


def test_centring_brings_items_into_the_middle(canvas: MapCanvas) -> None:
    canvas.centre_on(["notitie"])
    assert canvas.view.to_canvas(400, 300) == pytest.approx((300.0, 200.0), abs=1.0)
    assert canvas.view.zoom == 1.0
    canvas.centre_on(["nowhere"])
    assert canvas.view.to_canvas(400, 300) == pytest.approx((300.0, 200.0), abs=1.0)


def test_zooming_to_the_selection_or_to_everything(canvas: MapCanvas) -> None:
    canvas.resize(200, 150)
    canvas.select(frozenset({"cak"}))
    canvas.zoom_to_selection()
    near = canvas.view.zoom
    assert canvas.view.to_canvas(100, 75) == pytest.approx((0.0, 0.0), abs=2.0)
    canvas.select(frozenset())
    canvas.zoom_to_selection()
    assert canvas.view.zoom < near


def test_a_large_picture_begins_at_its_upper_left_where_it_can_be_read(canvas: MapCanvas) -> None:
    far = SceneNode("far", "note", "note", "Ver weg", 9000.0, 5000.0)
    show(canvas, Scene((*FOUR.nodes, far)))
    canvas.zoom_to_begin()
    shown = canvas.view.shown(canvas.width(), canvas.height())
    assert canvas.view.zoom > 0.5
    assert shown.x <= CAK.x <= shown.x + shown.width
    assert shown.y <= CAK.y <= shown.y + shown.height
    show(canvas, FOUR)
    canvas.zoom_to_begin()
    assert canvas.nodes_inside(canvas.view.shown(canvas.width(), canvas.height())) == {n.id for n in FOUR.nodes}


def wheel(canvas: MapCanvas, angle: QPoint, how: Qt.KeyboardModifier = NONE, pixels: QPoint | None = None) -> None:
    where = QPointF(200.0, 150.0)
    turn = QWheelEvent(
        where, where, pixels or QPoint(), angle, Qt.MouseButton.NoButton, how, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(canvas, turn)


def test_the_wheel_pans(canvas: MapCanvas) -> None:
    wheel(canvas, QPoint(0, -120))
    assert canvas.view == View(1.0, -250.0, -120.0)
    wheel(canvas, QPoint(0, -120), SHIFT)
    assert canvas.view == View(1.0, -170.0, -120.0)
    wheel(canvas, QPoint(0, -120), pixels=QPoint(5, 7))
    assert canvas.view == View(1.0, -175.0, -127.0)


def test_control_and_wheel_zoom_around_the_pointer(canvas: MapCanvas) -> None:
    under = canvas.view.to_canvas(200.0, 150.0)
    wheel(canvas, QPoint(0, 240), CONTROL)
    assert canvas.view.zoom == pytest.approx(1.25**2)
    assert canvas.view.to_canvas(200.0, 150.0) == pytest.approx(under)


def test_pinching_zooms(canvas: MapCanvas) -> None:
    where = QPointF(200.0, 150.0)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        where,
        where,
        where,
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(canvas, pinch)
    assert canvas.view.zoom == pytest.approx(1.5)


def test_two_fingers_on_a_screen_zoom_and_push_and_begin_nothing_else(canvas: MapCanvas) -> None:
    screen = QTest.createTouchDevice()
    near = canvas.view.zoom
    touch = QTest.touchEvent(canvas, screen)
    touch.press(0, QPoint(350, 300), canvas).press(1, QPoint(450, 300), canvas).commit()
    for step in range(1, 11):
        touch.move(0, QPoint(350 - 10 * step, 300), canvas).move(1, QPoint(450 + 10 * step, 300), canvas).commit()
    touch.release(0, QPoint(250, 300), canvas).release(1, QPoint(550, 300), canvas).commit()
    assert canvas.view.zoom > 1.5 * near
    assert canvas.selection == frozenset()
    assert not canvas._mouse.busy


def test_the_middle_button_and_the_space_bar_push_the_canvas(qtbot: QtBot, canvas: MapCanvas) -> None:
    drag(qtbot, canvas, QPoint(100, 100), QPoint(130, 90), MIDDLE)
    assert canvas.view == View(1.0, -280.0, -190.0)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(qtbot, canvas, QPoint(130, 90), QPoint(100, 100))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert canvas.view == View(1.0, -250.0, -200.0)
    assert canvas.selection == frozenset()


# --- the mouse --------------------------------------------------------------------------------------------------------


def test_clicking_selects_and_control_adds_and_takes_away(qtbot: QtBot, canvas: MapCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, pos=at(canvas, 0, 0))
    assert canvas.selection == {"cak"}
    assert canvas.current == "cak"
    QTest.mouseClick(canvas, LEFT, CONTROL, at(canvas, 0, 200))
    assert canvas.selection == {"cak", "uwv"}
    QTest.mouseClick(canvas, LEFT, CONTROL, at(canvas, 0, 0))
    assert canvas.selection == {"uwv"}
    QTest.mouseClick(canvas, LEFT, pos=at(canvas, 150, 150))
    assert canvas.selection == frozenset()


def test_clicking_one_of_several_selects_that_one(qtbot: QtBot, canvas: MapCanvas) -> None:
    canvas.select(frozenset({"cak", "uwv"}))
    QTest.mouseClick(canvas, LEFT, pos=at(canvas, 0, 0))
    assert canvas.selection == {"cak"}


def test_an_edge_can_be_selected(qtbot: QtBot, canvas: MapCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, pos=at(canvas, 110, 2))
    assert canvas.selection == {CLAIM.key}
    assert canvas.selected_nodes == frozenset()
    canvas.grab()
    QTest.mouseClick(canvas, LEFT, CONTROL, at(canvas, 110, 2))
    assert canvas.selection == frozenset()


def test_a_rubber_band_selects_what_is_inside(qtbot: QtBot, canvas: MapCanvas) -> None:
    press(qtbot, canvas, at(canvas, -120, -60), at(canvas, 120, 260))
    canvas.grab()
    QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 120, 260))
    assert canvas.selection == {"cak", "uwv"}


def test_dragging_tells_where_nodes_went_and_moves_nothing_itself(qtbot: QtBot, canvas: MapCanvas) -> None:
    canvas.set_current("cak")
    canvas.select(frozenset({"cak", "uwv"}))
    before = canvas.grab().toImage()
    with qtbot.waitSignal(canvas.moved) as moved:
        drag(qtbot, canvas, at(canvas, 0, 0), at(canvas, 40, -30))
    assert moved.args == [frozenset({"cak", "uwv"}), 40, -30]
    assert drawn(qtbot, canvas) == before


def test_a_dragged_node_is_shown_under_way_with_its_edges(qtbot: QtBot, canvas: MapCanvas) -> None:
    press(qtbot, canvas, at(canvas, 0, 0), at(canvas, 0, 90))
    image = drawn(qtbot, canvas)
    assert image.pixelColor(at(canvas, 60.0, 105.0)).name() == LIGHT.tones["actor"].edge
    assert image.pixelColor(at(canvas, 60.0, 15.0)).name() == LIGHT.background


@pytest.mark.parametrize("how", [NONE, ALT])
def test_what_is_dragged_may_go_away_meanwhile(qtbot: QtBot, canvas: MapCanvas, how: Qt.KeyboardModifier) -> None:
    press(qtbot, canvas, at(canvas, 0, 0), at(canvas, 0, 90), how=how)
    show(canvas, Scene((UWV,)))
    canvas.set_view(canvas.view.panned(1.0, 0.0))  # what lines up is then looked up anew
    with qtbot.assertNotEmitted(canvas.moved), qtbot.assertNotEmitted(canvas.branch_requested):
        QTest.mouseMove(canvas, at(canvas, 0, 95))
        QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 0, 95))
    canvas.set_view(canvas.view.panned(-1.0, 0.0))
    show(canvas, FOUR)
    assert drawn(qtbot, canvas).pixelColor(at(canvas, 60.0, 15.0)).name() == LIGHT.tones["actor"].edge


def test_dragging_very_much_is_shown_lightly(qtbot: QtBot) -> None:
    widget = MapCanvas()
    qtbot.addWidget(widget)
    widget.resize(900, 700)
    show(widget, random_scene(700))
    widget.select(frozenset(widget.content.nodes))
    widget.show_moving(widget.selected_nodes, 20.0, 20.0)
    assert not widget.grab().isNull()


def test_a_trembling_hand_moves_nothing(qtbot: QtBot, canvas: MapCanvas) -> None:
    with qtbot.assertNotEmitted(canvas.moved):
        drag(qtbot, canvas, at(canvas, 0, 0), at(canvas, 2, 1))
    assert canvas.selection == {"cak"}


def test_escape_breaks_off_a_gesture(qtbot: QtBot, canvas: MapCanvas) -> None:
    before = canvas.view
    with qtbot.assertNotEmitted(canvas.moved), qtbot.assertNotEmitted(canvas.connect_requested):
        for start, end, button, how in (
            (at(canvas, 0, 0), at(canvas, 90, 90), LEFT, NONE),
            (at(canvas, 0, 0), at(canvas, 300, 0), LEFT, ALT),
            (at(canvas, 150, 150), at(canvas, 400, 300), LEFT, NONE),
            (at(canvas, 150, 150), at(canvas, 180, 130), MIDDLE, NONE),
        ):
            press(qtbot, canvas, start, end, button, how)
            QTest.keyClick(canvas, Qt.Key.Key_Escape)
            QTest.mouseRelease(canvas, button, pos=end)
            assert canvas.view == before


def test_losing_the_keyboard_breaks_off_a_gesture(qtbot: QtBot, canvas: MapCanvas) -> None:
    press(qtbot, canvas, at(canvas, 0, 0), at(canvas, 90, 90))
    with qtbot.assertNotEmitted(canvas.moved):
        canvas.clearFocus()
        QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 90, 90))


def test_dragging_with_alt_connects(qtbot: QtBot, canvas: MapCanvas) -> None:
    press(qtbot, canvas, at(canvas, 0, 0), at(canvas, 300, 0), how=ALT)
    canvas.grab()
    with qtbot.waitSignal(canvas.connect_requested) as asked:
        QTest.mouseRelease(canvas, LEFT, pos=at(canvas, 300, 0))
    assert asked.args == ["cak", "groep"]


def test_dragging_from_the_dot_connects(qtbot: QtBot, canvas: MapCanvas) -> None:
    QTest.mouseMove(canvas, at(canvas, 0, 0))
    dot = QPoint(at(canvas, 70, 0).x() + 13, at(canvas, 0, 0).y())
    QTest.mouseMove(canvas, dot)
    assert canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    with qtbot.waitSignal(canvas.connect_requested) as asked:
        drag(qtbot, canvas, dot, at(canvas, 0, 200))
    assert asked.args == ["cak", "uwv"]


def test_a_connection_to_nothing_or_to_itself_is_not_asked_for(qtbot: QtBot, canvas: MapCanvas) -> None:
    with qtbot.assertNotEmitted(canvas.connect_requested):
        for end in ((150, 150), (10, 5)):
            press(qtbot, canvas, at(canvas, 0, 0), at(canvas, *end), how=ALT)
            QTest.mouseRelease(canvas, LEFT, pos=at(canvas, *end))


def test_double_clicking_edits_a_node_and_adds_on_the_canvas(qtbot: QtBot, canvas: MapCanvas) -> None:
    with qtbot.waitSignal(canvas.edit_requested) as edited:
        QTest.mouseDClick(canvas, LEFT, pos=at(canvas, 0, 0))
    assert edited.args == ["cak"]
    with qtbot.waitSignal(canvas.add_requested) as added:
        QTest.mouseDClick(canvas, LEFT, pos=at(canvas, 150, 150))
    assert added.args == [150.0, 150.0]
    with qtbot.assertNotEmitted(canvas.add_requested), qtbot.waitSignal(canvas.edit_requested) as edited:
        QTest.mouseDClick(canvas, MIDDLE, pos=at(canvas, 150, 150))
        QTest.mouseDClick(canvas, LEFT, pos=at(canvas, 110, 2))
    assert edited.args == [CLAIM.key]


@pytest.mark.parametrize(("place", "key"), [((0, 0), "cak"), ((110, 2), CLAIM.key), ((150, 150), "")])
def test_a_menu_is_for_what_is_under_the_pointer(
    qtbot: QtBot, canvas: MapCanvas, place: tuple[int, int], key: str
) -> None:
    where = at(canvas, *place)
    with qtbot.waitSignal(canvas.menu_requested) as asked:
        QApplication.sendEvent(
            canvas, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, canvas.mapToGlobal(where), NONE)
        )
    assert asked.args == [canvas.mapToGlobal(where), key]
    assert canvas.selection == ({key} if key else frozenset())


def test_the_menu_key_is_for_the_node_that_the_keyboard_is_at(qtbot: QtBot, canvas: MapCanvas) -> None:
    canvas.set_current("groep")
    with qtbot.waitSignal(canvas.menu_requested) as asked:
        QApplication.sendEvent(canvas, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(), NONE))
    assert asked.args == [canvas.mapToGlobal(at(canvas, 300, 0)), "groep"]


def test_a_large_map_begins_where_it_can_be_read(qtbot: QtBot) -> None:
    widget = MapCanvas()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    show(widget, random_scene(200))
    small = widget.view.zoom
    widget.zoom_to_begin()
    assert widget.view.zoom > small
    show(widget, FOUR)
    widget.resize(1000, 800)
    widget.zoom_to_begin()
    assert widget.view.zoom == 1.0


def test_a_resting_pointer_shows_the_full_text_as_plain_text(qtbot: QtBot, canvas: MapCanvas) -> None:
    tip = canvas.tip
    canvas.set_view(View(0.4).centred(150.0, 100.0, 800, 600))
    QTest.mouseMove(canvas, at(canvas, 300, 0))
    qtbot.waitUntil(tip.isVisible)
    assert tip.textFormat() == Qt.TextFormat.PlainText
    assert tip.text() == "Zestigduizend <b>mensen</b>\nFeit"
    assert canvas.rect().contains(tip.geometry())
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not tip.isVisible()


def test_leaving_the_map_takes_tip_and_dot_away(qtbot: QtBot, canvas: MapCanvas) -> None:
    QTest.mouseMove(canvas, at(canvas, 300, 0))
    with_dot = canvas.grab().toImage()
    QApplication.sendEvent(canvas, QEvent(QEvent.Type.Leave))
    assert canvas.grab().toImage() != with_dot


def test_a_second_button_does_not_disturb_a_gesture(qtbot: QtBot, canvas: MapCanvas) -> None:
    press(qtbot, canvas, at(canvas, 0, 0), at(canvas, 50, 0))
    QTest.mousePress(canvas, Qt.MouseButton.RightButton, NONE, at(canvas, 50, 0))
    with qtbot.waitSignal(canvas.moved) as moved:
        QTest.mouseRelease(canvas, LEFT, NONE, at(canvas, 50, 0))
    assert moved.args == [frozenset({"cak"}), 50, 0]


def test_no_tip_where_there_is_nothing_to_tell(qtbot: QtBot, canvas: MapCanvas) -> None:
    canvas.set_view(View(0.4).centred(150.0, 100.0, 800, 600))
    QTest.mouseMove(canvas, at(canvas, 300, 0))
    qtbot.waitUntil(canvas.tip.isVisible)
    QTest.mouseMove(canvas, at(canvas, 150, 150))
    assert not canvas.tip.isVisible()
    assert canvas.text_under((402.0, 352.0)) == ""


def test_what_one_reads_on_the_map_is_not_told_again(canvas: MapCanvas) -> None:
    long = GROUP._replace(id="lang", title="Wie het langst wacht komt het laatst aan de beurt " * 5, y=400.0)
    disputed = UWV._replace(id="betwist", marks=frozenset({Mark.DISPUTED}), y=400.0)
    show(canvas, FOUR._replace(nodes=(*FOUR.nodes, long, disputed)))
    canvas.set_view(View(1.0).centred(150.0, 200.0, 800, 600))

    def told(key: str) -> str:
        item = canvas.content.nodes[key]
        return canvas.text_under(canvas.view.to_widget(item.x, item.y))

    assert told("groep") == ""
    assert told("lang").startswith(long.title), "its end does not fit"
    assert "betwist" in told("betwist").lower(), "a sign says so, which one may not know"
    canvas.set_view(View(0.3).centred(150.0, 200.0, 800, 600))
    assert told("groep") == "Zestigduizend <b>mensen</b>\nFeit"


# --- the keyboard -----------------------------------------------------------------------------------------------------


def test_arrows_walk_along_relations_first(qtbot: QtBot, canvas: MapCanvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current  # nearest to the middle
    canvas.set_current("uwv")
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.current == "groep"  # farther than the note, but related
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.current == "notitie"
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.current == "notitie"
    QTest.keyClick(canvas, Qt.Key.Key_Left, SHIFT)
    assert canvas.selection == {"notitie", "uwv"}


def test_the_node_walked_to_comes_into_view(canvas: MapCanvas) -> None:
    canvas.set_view(View(1.0, 5000.0, 5000.0))
    canvas.set_current("cak")
    assert canvas.view.to_canvas(400, 300) == (0.0, 0.0)
    canvas.set_current("nowhere")
    assert canvas.current == "cak"


def test_alt_leads_back_along_the_trail_and_forward_again(canvas: MapCanvas) -> None:
    for key in ("cak", "uwv", "groep"):
        canvas.set_current(key)
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert canvas.current == "cak"
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert canvas.current == "cak"
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT)
    assert canvas.current == "uwv"
    canvas.set_current("notitie")
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT)
    assert canvas.current == "notitie"  # another turning was taken since


def test_alt_and_up_or_down_takes_another_of_the_relations_one_came_along(canvas: MapCanvas) -> None:
    related = {
        end for edge in canvas.content.edges.values() if edge.link for end in (edge.link.source, edge.link.target)
    }
    canvas.set_current("notitie")
    QTest.keyClick(canvas, Qt.Key.Key_Down, ALT)
    assert canvas.current == "notitie"  # nothing hangs there
    canvas.set_current("uwv")
    QTest.keyClick(canvas, Qt.Key.Key_Down, ALT)
    first = canvas.current
    assert first in related - {"uwv"}
    QTest.keyClick(canvas, Qt.Key.Key_Down, ALT)
    QTest.keyClick(canvas, Qt.Key.Key_Up, ALT)
    assert canvas.current == first
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert canvas.current == "uwv"  # turning is no step on the trail


def test_control_and_arrows_move_what_is_selected(qtbot: QtBot, canvas: MapCanvas) -> None:
    with qtbot.assertNotEmitted(canvas.moved):
        QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    canvas.select(frozenset({"cak"}))
    with qtbot.waitSignal(canvas.moved) as moved:
        QTest.keyClick(canvas, Qt.Key.Key_Right, CONTROL)
    assert moved.args == [frozenset({"cak"}), 20, 0]


def test_control_shift_and_arrows_push_the_canvas(qtbot: QtBot, canvas: MapCanvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert canvas.view == View(1.0, -250.0, -120.0)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens(qtbot: QtBot, canvas: MapCanvas, key: Qt.Key) -> None:
    with qtbot.assertNotEmitted(canvas.edit_requested):
        QTest.keyClick(canvas, key)
    canvas.set_current("cak")
    with qtbot.waitSignal(canvas.edit_requested) as edited:
        QTest.keyClick(canvas, key)
    assert edited.args == ["cak"]


def test_backspace_asks_to_delete_the_selection(qtbot: QtBot, canvas: MapCanvas) -> None:
    with qtbot.assertNotEmitted(canvas.delete_requested):
        QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    canvas.select(frozenset({"cak", CLAIM.key}))
    with qtbot.waitSignal(canvas.delete_requested) as asked:
        QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert asked.args == [frozenset({"cak", CLAIM.key})]


def test_keys_zoom(qtbot: QtBot, canvas: MapCanvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.zoom == pytest.approx(1.25)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.view.zoom == pytest.approx(1.0)
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.zoom == pytest.approx(0.8)
    with qtbot.waitSignal(canvas.zoom_changed):
        QTest.keyClick(canvas, Qt.Key.Key_Home)
    canvas.select(frozenset({"cak"}))
    QTest.keyClick(canvas, Qt.Key.Key_Home, SHIFT)
    assert canvas.view.to_canvas(400, 300) == pytest.approx((0.0, 0.0), abs=1.0)


def test_escape_selects_none(canvas: MapCanvas) -> None:
    canvas.select(frozenset({"cak", "uwv"}))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selection == frozenset()


def test_tab_goes_on_to_the_next_widget(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout, widget, line = QVBoxLayout(window), MapCanvas(), QLineEdit()
    layout.addWidget(widget)
    layout.addWidget(line)
    show(widget, FOUR)
    window.show()
    qtbot.waitExposed(window)
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert window.focusWidget() is line


def test_a_key_that_means_nothing_here_is_left_to_others(qtbot: QtBot, canvas: MapCanvas) -> None:
    before = canvas.view, canvas.selection
    QTest.keyClick(canvas, Qt.Key.Key_Q)
    QTest.keyRelease(canvas, Qt.Key.Key_Q)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert (canvas.view, canvas.selection) == before


def test_the_keyboard_leaves_a_visible_ring(canvas: MapCanvas) -> None:
    canvas.set_current("cak")
    focused = canvas.grab().toImage()
    canvas.clearFocus()
    assert canvas.grab().toImage() != focused


# --- who does not see it ----------------------------------------------------------------------------------------------


def accessible(canvas: MapCanvas) -> CanvasAccessible:
    interface = QAccessible.queryAccessibleInterface(canvas)
    assert isinstance(interface, CanvasAccessible)
    return interface


def test_the_map_is_a_list_of_its_nodes(canvas: MapCanvas) -> None:
    interface = accessible(canvas)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Laatsignalering"
    assert interface.childCount() == 4
    names = [node.text(QAccessible.Text.Name) for i in range(4) if (node := interface.child(i)) is not None]
    assert names == ["CAK", "UWV", "Zestigduizend <b>mensen</b>", "Let op"]
    assert interface.child(4) is None
    assert interface.child(-1) is None


def test_a_node_says_what_and_where_it_is(canvas: MapCanvas) -> None:
    interface = accessible(canvas)
    node = interface.node("groep")
    assert node.role() == QAccessible.Role.ListItem
    assert node.text(QAccessible.Text.Description) == "Feit"
    assert node.text(QAccessible.Text.Value) == ""
    assert interface.indexOfChild(node) == 2
    middle = node.rect().center()
    assert canvas.node_under((canvas.mapFromGlobal(middle).x(), canvas.mapFromGlobal(middle).y())) == "groep"
    found = interface.childAt(middle.x(), middle.y())
    assert isinstance(found, NodeAccessible)
    assert found.key == "groep"
    corner = canvas.mapToGlobal(QPoint(1, 1))
    assert interface.childAt(corner.x(), corner.y()) is None
    assert (node.childCount(), node.child(0), node.indexOfChild(node), node.childAt(0, 0)) == (0, None, -1, None)
    assert node.object() is None
    assert node.parent() is not None
    assert node.window() is canvas.windowHandle()
    node.setText(QAccessible.Text.Name, "anders")
    assert node.text(QAccessible.Text.Name).startswith("Zestigduizend")


def test_focus_and_selection_are_told(canvas: MapCanvas) -> None:
    interface = accessible(canvas)
    assert interface.focusChild() is None
    canvas.set_current("uwv")
    child = interface.focusChild()
    assert isinstance(child, NodeAccessible)
    assert child.key == "uwv"
    state = child.state()
    assert state.focused
    assert state.selected
    assert not interface.node("cak").state().focused


def test_an_object_of_a_node_that_is_gone_answers_emptily(canvas: MapCanvas) -> None:
    interface = accessible(canvas)
    node = interface.node("notitie")
    show(canvas, FOUR._replace(nodes=FOUR.nodes[:3]))
    assert not node.isValid()
    assert node.text(QAccessible.Text.Name) == ""
    assert node.rect().isEmpty()
    assert node.state().invalid
    assert interface.indexOfChild(node) == -1
    assert interface.childCount() == 3


def test_walking_is_announced_when_somebody_listens(canvas: MapCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[QAccessible.Event] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.type()))
    canvas.set_current("uwv")
    assert told == [QAccessible.Event.Focus]


def test_maps_come_and_go_without_trouble(qtbot: QtBot) -> None:
    for _ in range(20):
        widget = MapCanvas()
        show(widget, FOUR)
        node = accessible(widget).node("cak")
        widget.deleteLater()
        QApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)
        assert not node.isValid()
        del widget
        gc.collect(1)  # only what is this young; among everything there is, it takes twenty times as long
