"""The parts of the canvas that need no window: view, steps, tiles."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QPainter
from pytestqt.qtbot import QtBot

from gvkaart.picture.primitives import FixedDrawing, Item, Rect, Role
from gvkaart.ui.canvas import tiles
from gvkaart.ui.canvas.tiles import SIDE, TileCache
from gvkaart.ui.canvas.view import LARGEST, SMALLEST, View, fitting
from gvkaart.ui.canvas.walk import Direction, step

NUMBERS = st.integers(-3000, 3000).map(float)


VIEWS = st.builds(View, st.floats(0.05, 3.0), NUMBERS, NUMBERS)


@given(VIEWS, st.floats(0.2, 5.0), st.integers(0, 800), st.integers(0, 600))
def test_zooming_keeps_what_is_under_the_pointer(view: View, factor: float, px: int, py: int) -> None:
    zoomed = view.zoomed(factor, px, py)
    assert SMALLEST <= zoomed.zoom <= LARGEST
    assert zoomed.to_canvas(px, py) == pytest.approx(view.to_canvas(px, py), abs=1e-6)


@given(VIEWS, NUMBERS, NUMBERS)
def test_to_the_canvas_and_back(view: View, x: float, y: float) -> None:
    assert view.to_canvas(*view.to_widget(x, y)) == pytest.approx((x, y), abs=1e-6)
    assert view.panned(30.0, -20.0).to_widget(x, y) == pytest.approx(
        (view.to_widget(x, y)[0] + 30.0, view.to_widget(x, y)[1] - 20.0), abs=1e-6
    )


@given(st.builds(Rect, NUMBERS, NUMBERS, st.floats(1, 9000), st.floats(1, 9000)))
def test_what_fits_is_shown_whole(rect: Rect) -> None:
    shown = fitting(rect, 800, 600).shown(800, 600).grown(1e-6)
    assert shown.contains(rect.x, rect.y)
    assert shown.contains(rect.right, rect.bottom)


def _nodes(**places: tuple[float, float]) -> dict[str, Item]:
    drawing = FixedDrawing(Rect(-50.0, -20.0, 100.0, 40.0))
    return {key: Item(key, Role.NODE, x, y, drawing) for key, (x, y) in places.items()}


def test_a_step_goes_to_the_nearest_and_prefers_what_is_related() -> None:
    nodes = _nodes(here=(0, 0), near=(200, 0), far=(400, 100), above=(30, -150))
    assert step(nodes, "here", Direction.RIGHT, ()) == "near"
    assert step(nodes, "here", Direction.RIGHT, {"far", "here", "gone"}) == "far"
    assert step(nodes, "here", Direction.UP, {"far"}) == "above"
    assert step(nodes, "here", Direction.LEFT, {"far"}) is None


def test_straight_ahead_is_nearer_than_aside() -> None:
    assert step(_nodes(here=(0, 0), ahead=(250, 0), aside=(130, 100)), "here", Direction.RIGHT, ()) == "ahead"


def _paint_nothing(painter: QPainter, rect: Rect, zoom: float) -> Iterator[None]:
    for _ in range(3):
        assert painter.isActive()
        yield


def test_tiles_are_painted_within_the_time_given(qtbot: QtBot) -> None:
    cache = TileCache(_paint_nothing)
    assert not cache.prepare(View(), 4 * SIDE, 4 * SIDE, 0.0)
    assert not cache.complete(View(), 4 * SIDE, 4 * SIDE)
    while not cache.prepare(View(), 4 * SIDE, 4 * SIDE, 0.0):
        pass
    assert cache.complete(View(), 4 * SIDE, 4 * SIDE)


def test_only_tiles_where_something_changed_are_painted_again(qtbot: QtBot) -> None:
    painted: list[Rect] = []

    def note(painter: QPainter, rect: Rect, zoom: float) -> Iterator[None]:
        painted.append(rect)
        yield

    cache = TileCache(note)
    cache.prepare(View(), SIDE, SIDE, 1.0)
    painted.clear()
    cache.expire(Rect(10.0, 10.0, 5.0, 5.0))
    cache.prepare(View(), SIDE, SIDE, 1.0)
    assert painted == [Rect(0.0, 0.0, SIDE, SIDE)]
    cache.clear()
    assert not cache.complete(View(), SIDE, SIDE)


def test_a_tile_that_takes_long_is_painted_bit_by_bit_and_begun_anew_where_something_changed(qtbot: QtBot) -> None:
    begun: list[Rect] = []

    def paint(painter: QPainter, rect: Rect, zoom: float) -> Iterator[None]:
        begun.append(rect)
        for place in range(10):
            painter.fillRect(place, 0, 1, 1, QColor("black"))
            yield

    cache = TileCache(paint)
    times = 1
    while not cache.prepare(View(), SIDE - 1, SIDE - 1, 0.0):
        times += 1
    assert (times, len(begun)) == (11, 1)
    cache.clear()
    for _ in range(3):
        assert not cache.prepare(View(), SIDE - 1, SIDE - 1, 0.0)
    cache.expire(Rect(5000.0, 0.0, 1.0, 1.0))
    assert not cache.prepare(View(), SIDE - 1, SIDE - 1, 0.0)
    assert len(begun) == 2
    cache.expire(Rect(5.0, 5.0, 1.0, 1.0))
    assert not cache.prepare(View(), SIDE - 1, SIDE - 1, 0.0)
    assert len(begun) == 3
    assert not cache.prepare(View(left=5000.0), SIDE - 1, SIDE - 1, 0.0)
    assert len(begun) == 4


def test_another_sharpness_needs_other_tiles(qtbot: QtBot) -> None:
    cache = TileCache(_paint_nothing)
    cache.prepare(View(), SIDE, SIDE, 1.0)
    cache.set_ratio(1.0)
    assert not cache.empty
    cache.set_ratio(2.0)
    assert cache.empty


def test_tiles_not_looked_at_lately_are_forgotten(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "_KEPT_BYTES", 6 * SIDE * SIDE * 4)
    cache = TileCache(_paint_nothing)
    cache.prepare(View(), 1, 1, 1.0)
    assert cache.complete(View(), 1, 1)
    cache.prepare(View(left=5000.0), 2 * SIDE, SIDE, 1.0)
    assert not cache.complete(View(), 1, 1)


@pytest.mark.parametrize("zoom", [0.65, 0.85, 1.0, 1.3])
def test_tiles_stand_against_each_other_wherever_one_looks(zoom: float) -> None:
    cache = TileCache(_paint_nothing)
    for step_down in range(400):
        view = View(zoom, step_down / 7, (step_down + 0.5) / zoom)  # the edge falls in the middle of a pixel
        tops = [cache._corner(tiles._Place(zoom, 0, row), view).y() for row in range(-3, 9)]
        assert {below - above for above, below in pairwise(tops)} == {SIDE}
