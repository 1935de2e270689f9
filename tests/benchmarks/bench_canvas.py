"""How fast the canvas is: first paint, panning, zooming, dragging; a frame at a time.

Painted by software into a window of 1600 by 1000, as without a graphics card. What counts is a frame of 16.6 ms, 60 to
the second; a zoom gesture may take two.
"""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gvkaart.picture.scene import build_picture
from gvkaart.picture.theme import LIGHT
from gvkaart.ui.canvas.gestures import Connect, Gesture, Keys, MoveNodes, Picking, RubberBand
from gvkaart.ui.canvas.widget import MapCanvas
from gvkaart.words import load_words
from tests.benchmarks.rows import Effort, Row, Rows, milliseconds, p95
from tests.picture.scenes import random_scene

_FRAMES = 60
_FRAME = 16.6
_REST = 0.4
"""Seconds in which the canvas finishes what it is painting."""


def rows(effort: Effort) -> Rows:
    """Measure maps of every size."""
    application = QApplication.instance() or QApplication([])
    for size in effort.sizes:
        yield from _measured(size)
    del application


def _measured(count: int) -> Rows:
    scene, words = random_scene(count, seed=3), load_words("nl")
    canvas = MapCanvas()
    canvas.resize(1600, 1000)
    canvas.show()
    QCoreApplication.processEvents()

    def show() -> None:
        canvas.set_picture(build_picture(scene, LIGHT, words))
        canvas.repaint()

    yield Row(f"canvas of {count}: build and paint first", milliseconds(show))
    _settle(canvas)
    yield _pan(f"canvas of {count}: pan, whole map, p95", canvas)
    yield from _gestures(count, "whole map", canvas)
    yield Row(f"canvas of {count}: zoom, whole map, p95", _zooming(canvas), most=2 * _FRAME)
    for zoom in (0.2, 0.45, 1.0):
        canvas.zoom_by(zoom / canvas.view.zoom)
        _settle(canvas)
        yield _pan(f"canvas of {count}: pan at {zoom}, p95", canvas)
    yield Row(f"canvas of {count}: zoom at 1.0, p95", _zooming(canvas), most=2 * _FRAME)
    _settle(canvas)
    yield Row(f"canvas of {count}: drag a node at 1.0, p95", _dragging(canvas), most=_FRAME)
    yield from _gestures(count, "at 1.0", canvas)
    canvas.zoom_by(0.45 / canvas.view.zoom)
    _settle(canvas)
    yield from _gestures(count, "at 0.45", canvas)
    yield Row(f"canvas of {count}: show the same again", milliseconds(show))
    canvas.close()


def _frames(change: Callable[[int], None], canvas: MapCanvas) -> list[float]:
    """Return the milliseconds of each frame: the change, everything it set going, and painting."""

    def frame(number: int) -> None:
        change(number)
        canvas.repaint()

    found = []
    for number in range(_FRAMES):
        found.append(milliseconds(partial(frame, number)))
        QCoreApplication.processEvents()
    return found


def _settle(canvas: MapCanvas) -> None:
    """Let the canvas finish what it is painting."""
    canvas.repaint()
    end = time.monotonic() + _REST
    while time.monotonic() < end:
        QCoreApplication.processEvents()


def _pan(name: str, canvas: MapCanvas) -> Row:
    frames = _frames(lambda _: canvas.set_view(canvas.view.panned(-31, -17)), canvas)
    return Row(name, p95(frames), most=_FRAME)


def _zooming(canvas: MapCanvas) -> float:
    return p95(_frames(lambda number: canvas.zoom_by(1.06 if number % 20 < 10 else 1 / 1.06), canvas))


def _dragging(canvas: MapCanvas) -> float:
    node = canvas.content.node_at(*canvas.view.to_canvas(800, 500)) or next(iter(canvas.content.nodes.values()))
    moving = frozenset({node.key})
    times = p95(_frames(lambda number: canvas.show_moving(moving, 3.0 * number, 2.0 * number), canvas))
    canvas.show_moving(frozenset(), 0.0, 0.0)
    return times


def _gestures(count: int, where: str, canvas: MapCanvas) -> Rows:
    """Measure what a hand does, from press to release, as the mouse has it done."""
    middle = canvas.node_under((800.0, 500.0)) or canvas.content.nearest(*canvas.view.to_canvas(800.0, 500.0)) or ""
    item = canvas.content.nodes[middle]
    start = canvas.view.to_widget(item.x, item.y)
    for name, gesture in (
        ("carry and snap", MoveNodes(canvas, start, frozenset({middle}), 0.0)),
        ("draw a line", Connect(canvas, middle, start, 0.0)),
        ("stretch a band", RubberBand(canvas, (5.0, 5.0), Picking.REPLACE)),
    ):
        frames = _frames(partial(_follow, gesture), canvas)
        gesture.cancel()
        _settle(canvas)
        yield Row(f"canvas of {count}: {name}, {where}, p95", p95(frames), most=_FRAME)


def _follow(gesture: Gesture, number: int) -> None:
    gesture.move((600.0 + 9 * number, 300.0 + 6 * number), Keys())
