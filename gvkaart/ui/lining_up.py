"""Putting items in line: where they come when they are aligned, spread or set side by side; no Qt in here.

All take the frames of the items, in canvas units, and return the centres that are wanted.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, assert_never

from gvkaart.domain.entities import NodeId
from gvkaart.picture.primitives import Rect, bounding
from gvkaart.ui.scaling import Room, Scaling

Frames = Mapping[NodeId, Rect]
Centres = dict[NodeId, tuple[int, int]]

_GAP: Final = 24.0
"""Between items that are set side by side, at least."""
WIDER: Final = 1.25
NARROWER: Final = 1 / WIDER


class Line(StrEnum):
    """What of the items comes on one line."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Axis(StrEnum):
    """Along which direction items are spread."""

    ACROSS = "across"
    DOWN = "down"


def aligned(frames: Frames, line: Line) -> Centres:
    """Bring one side, or the middles, of items on that of the rectangle around them all."""
    around = bounding(frames.values())
    return {node: _centre(_on_line(frame, around, line)) for node, frame in frames.items()}


def _on_line(frame: Rect, around: Rect, line: Line) -> Rect:
    match line:
        case Line.LEFT:
            return frame._replace(x=around.x)
        case Line.CENTRE:
            return frame._replace(x=around.x + (around.width - frame.width) / 2)
        case Line.RIGHT:
            return frame._replace(x=around.right - frame.width)
        case Line.TOP:
            return frame._replace(y=around.y)
        case Line.MIDDLE:
            return frame._replace(y=around.y + (around.height - frame.height) / 2)
        case Line.BOTTOM:
            return frame._replace(y=around.bottom - frame.height)
        case _:
            assert_never(line)


def spread(frames: Frames, axis: Axis) -> Centres:
    """Make the room between items the same; the first and the last stay where they are."""
    ordered = _along(frames, axis)
    spans = [_span(frames[node], axis) for node in ordered]
    room = spans[-1][0] + spans[-1][1] - spans[0][0] - sum(length for _begin, length in spans)
    gap = room / max(len(ordered) - 1, 1)
    begin, found = spans[0][0], {}
    for node, (_begin, length) in zip(ordered, spans, strict=True):
        found[node] = _centre(_put(frames[node], axis, begin))
        begin += length + gap
    return found


def scaled(frames: Frames, factor: float) -> Centres:
    """Make the group of items larger or smaller around its middle; not so small that items come over each other."""
    factor = factor if factor > 1 else Room(frames.values(), factor).even(factor)
    return Scaling(bounding(frames.values()).centre, (factor, factor)).centres(frames)


def in_file(frames: Frames, axis: Axis) -> Centres:
    """Set items on one row, or in one column: middles on one line, in the order they stand in, none over another."""
    line = Line.MIDDLE if axis is Axis.ACROSS else Line.CENTRE
    around, free, found = bounding(frames.values()), -float("inf"), {}
    for node in _along(frames, axis):
        begin, length = _span(frames[node], axis)
        begin = max(begin, free)
        found[node] = _centre(_put(_on_line(frames[node], around, line), axis, begin))
        free = begin + length + _GAP
    return found


def _along(frames: Frames, axis: Axis) -> list[NodeId]:
    """Return the items in the order in which their middles stand along an axis."""
    return sorted(frames, key=lambda node: (2 * _span(frames[node], axis)[0] + _span(frames[node], axis)[1], node))


def _span(frame: Rect, axis: Axis) -> tuple[float, float]:
    """Return where a frame begins along an axis, and how long it is."""
    match axis:
        case Axis.ACROSS:
            return frame.x, frame.width
        case Axis.DOWN:
            return frame.y, frame.height
        case _:
            assert_never(axis)


def _put(frame: Rect, axis: Axis, begin: float) -> Rect:
    return frame._replace(x=begin) if axis is Axis.ACROSS else frame._replace(y=begin)


def _centre(frame: Rect) -> tuple[int, int]:
    return round(frame.x + frame.width / 2), round(frame.y + frame.height / 2)
