"""The silhouettes of the kinds of node, and where a line towards a node meets its border.

Every silhouette is drawn around the origin in a box of `width` by `height`. They differ in outline, so that a map stays
readable from far away, in greyscale and without reading a word.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from gvkaart.picture.icons import rounded
from gvkaart.picture.primitives import Outline, Point, polygon

_CORNER: Final = 6.0
_SLANT: Final = 12.0
_CUT: Final = 10.0
_ROOF: Final = 10.0
_TAIL: Final = 9.0
_ON_CORNER: Final = -1e-9

Draw = Callable[[float, float], Outline]


class Shape(NamedTuple):
    """A silhouette.

    Attributes:
        draw: the outline for a width and a height.
        side: room left and right that text must leave free, on top of the ordinary margin.
        top, bottom: the same above and below.
        extra: lines inside the silhouette, such as a fold; drawn, not filled.
    """

    draw: Draw
    side: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    extra: Draw | None = None


def _box(width: float, height: float) -> Outline:
    return rounded(-width / 2, -height / 2, width, height, _CORNER)


def _sheet(width: float, height: float) -> Outline:
    x, y = width / 2, height / 2
    return polygon((-x, -y), (x, -y), (x, y), (-x, y))


def _pill(width: float, height: float) -> Outline:
    return rounded(-width / 2, -height / 2, width, height, min(height / 2, 26.0))


def _shoulders(width: float, height: float) -> Outline:
    """Round at the top, straight at the bottom: a head and shoulders, very much simplified."""
    x, y, r = width / 2, height / 2, 18.0
    k = r * 0.45
    return (
        ("M", -x, y),
        ("L", -x, -y + r),
        ("C", -x, -y + k, -x + k, -y, -x + r, -y),
        ("L", x - r, -y),
        ("C", x - k, -y, x, -y + k, x, -y + r),
        ("L", x, y),
        ("Z",),
    )


def _bubble(width: float, height: float) -> Outline:
    """A speech balloon; its tail hangs in the lowest `_TAIL` units of the box."""
    x, y, foot = width / 2, height / 2, height / 2 - _TAIL
    box = rounded(-x, -y, width, height - _TAIL, 10.0)
    # The lower side runs from right to left; the tail goes between its two ends.
    return (*box[:5], ("L", -x + 34, foot), ("L", -x + 18, y), ("L", -x + 20, foot), *box[5:])


def _octagon(width: float, height: float) -> Outline:
    x, y, c = width / 2, height / 2, _CUT
    return polygon((c - x, -y), (x - c, -y), (x, c - y), (x, y - c), (x - c, y), (c - x, y), (-x, y - c), (-x, c - y))


def _ticket(width: float, height: float) -> Outline:
    """Corners bitten out round: something open, that waits for its other half."""
    x, y, r = width / 2, height / 2, 9.0
    k = r * 0.55
    return (
        ("M", r - x, -y),
        ("L", x - r, -y),
        ("C", x - r, k - y, x - k, r - y, x, r - y),
        ("L", x, y - r),
        ("C", x - k, y - r, x - r, y - k, x - r, y),
        ("L", r - x, y),
        ("C", r - x, y - k, k - x, y - r, -x, y - r),
        ("L", -x, r - y),
        ("C", k - x, r - y, r - x, k - y, r - x, -y),
        ("Z",),
    )


def _hexagon(width: float, height: float) -> Outline:
    x, y, c = width / 2, height / 2, _SLANT
    return polygon((c - x, -y), (x - c, -y), (x, 0.0), (x - c, y), (c - x, y), (-x, 0.0))


def _parallelogram(width: float, height: float) -> Outline:
    x, y, c = width / 2, height / 2, _SLANT
    return polygon((c - x, -y), (x, -y), (x - c, y), (-x, y))


def _arrow_box(width: float, height: float) -> Outline:
    """Pointing right, with a notch on the left: something that flows."""
    x, y, c = width / 2, height / 2, _SLANT
    return polygon((-x, -y), (x - c, -y), (x, 0.0), (x - c, y), (-x, y), (c - x, 0.0))


def _plate(width: float, height: float) -> Outline:
    """Straight on the left, pointing right: something that is going to be done."""
    x, y, c = width / 2, height / 2, _SLANT
    return polygon((-x, -y), (x - c, -y), (x, 0.0), (x - c, y), (-x, y))


def _house(width: float, height: float) -> Outline:
    """A low roof: what everything is under."""
    x, y = width / 2, height / 2
    return polygon((0.0, -y), (x, -y + _ROOF), (x, y), (-x, y), (-x, -y + _ROOF))


def _shield(width: float, height: float) -> Outline:
    """Straight at the top, tapering at the bottom."""
    x, y, c = width / 2, height / 2, _CUT
    return polygon((-x, -y), (x, -y), (x, y - c), (x - 2 * c, y), (2 * c - x, y), (-x, y - c))


def _trapezium(width: float, height: float) -> Outline:
    """Wider at the top: something that presses down."""
    x, y, c = width / 2, height / 2, _SLANT
    return polygon((-x, -y), (x, -y), (x - c, y), (c - x, y))


def _folded_top(width: float, height: float) -> Outline:
    """The right upper corner is folded over: a page in a dictionary."""
    x, y, c = width / 2, height / 2, _SLANT
    return polygon((-x, -y), (x - c, -y), (x, c - y), (x, y), (-x, y))


def _fold_top(width: float, height: float) -> Outline:
    x, y, c = width / 2, height / 2, _SLANT
    return (("M", x - c, -y), ("L", x - c, c - y), ("L", x, c - y))


def _folded_bottom(width: float, height: float) -> Outline:
    """The right lower corner curls up: a slip of paper."""
    x, y, c = width / 2, height / 2, _SLANT
    return polygon((-x, -y), (x, -y), (x, y - c), (x - c, y), (-x, y))


def _fold_bottom(width: float, height: float) -> Outline:
    x, y, c = width / 2, height / 2, _SLANT
    return (("M", x, y - c), ("L", x - c, y - c), ("L", x - c, y))


def _wave(width: float, height: float) -> Outline:
    """The lower side waves: a document."""
    x, y, w = width / 2, height / 2, 8.0
    return (("M", -x, -y), ("L", x, -y), ("L", x, y - w), ("C", x / 3, y - 3 * w, -x / 3, y + w, -x, y - w / 2), ("Z",))


def _columns(width: float, height: float) -> Outline:
    """Two upright lines, as the pillars something stands on."""
    x, y = width / 2 - 6.0, height / 2
    return (("M", -x, -y), ("L", -x, y), ("M", x, -y), ("L", x, y))


def _round_left(width: float, height: float) -> Outline:
    """Round on the left, straight on the right: a moment, after which things go on."""
    x, y = width / 2, height / 2
    r = min(y, 22.0)
    k = r * 0.45
    return (
        ("M", -x + r, -y),
        ("L", x, -y),
        ("L", x, y),
        ("L", -x + r, y),
        ("C", -x + k, y, -x, y - k, -x, y - r),
        ("L", -x, -y + r),
        ("C", -x, -y + k, -x + k, -y, -x + r, -y),
        ("Z",),
    )


SHAPES: Final = {
    "actor": Shape(_shoulders, side=2.0),
    "question": Shape(_ticket, side=4.0),
    "position": Shape(_bubble, bottom=_TAIL),
    "interest": Shape(_pill, side=8.0),
    "fact": Shape(_sheet),
    "argument": Shape(_box),
    "assumption": Shape(_parallelogram, side=8.0),
    "concept": Shape(_folded_top, extra=_fold_top),
    "purpose": Shape(_house, top=_ROOF - 2.0),
    "dataflow": Shape(_arrow_box, side=10.0),
    "legal_basis": Shape(_sheet, side=6.0, extra=_columns),
    "risk": Shape(_octagon, side=2.0),
    "measure": Shape(_shield, side=2.0, bottom=3.0),
    "option": Shape(_hexagon, side=8.0),
    "problem": Shape(_trapezium, side=8.0),
    "action": Shape(_plate, side=4.0),
    "event": Shape(_round_left, side=6.0),
    "source": Shape(_wave, bottom=8.0),
    "note": Shape(_folded_bottom, extra=_fold_bottom),
}
"""The silhouette of each kind of node."""


@lru_cache(maxsize=4096)
def outline_of(shape: str, width: float, height: float) -> Outline:
    """Return the outline of a shape at one size; equal sizes give the same object."""
    return SHAPES[shape].draw(width, height)


def transformed(outline: Outline, scale: float, dx: float, dy: float) -> Outline:
    """Return an outline scaled around the origin, then moved by (`dx`, `dy`)."""
    shift = (dx, dy)
    return tuple((name, *(value * scale + shift[i % 2] for i, value in enumerate(values))) for name, *values in outline)


@lru_cache(maxsize=4096)
def corners_of(shape: str, width: float, height: float) -> tuple[Point, ...]:
    """Return the corners of a shape's outline, a curve counting as two straight pieces."""
    points: list[Point] = []
    for command in outline_of(shape, width, height):
        match command:
            case ("C", x1, y1, x2, y2, x, y):
                (x0, y0) = points[-1]
                points.append(((x0 + 3 * x1 + 3 * x2 + x) / 8, (y0 + 3 * y1 + 3 * y2 + y) / 8))
                points.append((x, y))
            case (_, x, y):
                points.append((x, y))
            case _:
                pass  # "Z" closes the outline, as the reader of corners does
    return tuple(points)


def border_point(corners: tuple[Point, ...], dx: float, dy: float, shift_x: float = 0.0, shift_y: float = 0.0) -> Point:
    """Return where a ray from (`shift_x`, `shift_y`) in direction (`dx`, `dy`) leaves a shape around the origin.

    A start outside the shape, or no direction, gives the start itself.
    """
    best = 0.0
    x0, y0 = corners[-1]
    for x1, y1 in corners:
        side_x, side_y = x1 - x0, y1 - y0
        across = dx * side_y - dy * side_x
        if across:
            off_x, off_y = x0 - shift_x, y0 - shift_y
            along = (off_x * side_y - off_y * side_x) / across
            where = (off_x * dy - off_y * dx) / across
            if along > best and _ON_CORNER <= where <= 1.0:
                best = along
        x0, y0 = x1, y1
    return shift_x + best * dx, shift_y + best * dy
