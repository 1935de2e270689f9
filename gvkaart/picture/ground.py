"""What lies under the nodes of an arrangement: the water of the iceberg, the lanes of the actors, the rings.

It is part of the picture, so the screen and every file show it alike. It is drawn around the nodes where they stand;
those that a person moved by hand do not count, for they may stand anywhere.
"""

import math
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final, NamedTuple, assert_never

from gvkaart.picture import metrics
from gvkaart.picture.icons import rounded
from gvkaart.picture.primitives import (
    EMPTY,
    Command,
    FixedDrawing,
    Item,
    Outline,
    Path,
    Primitive,
    Rect,
    Role,
    Stroke,
    Text,
    bounding,
)
from gvkaart.picture.theme import Theme, mixed

_CAPTIONS: Final = (24.0, 60.0)
"""The smallest and the largest size of a caption: larger on a larger map, to be read when all of it is in view."""
_PER_CAPTION: Final = 50.0
"""How many times the height of a caption a map may be high."""
_SMALLER: Final = 0.6
"""Size of what is written besides, as a share of a caption."""
_LANE_NAME: Final = 34.0
_RING_NAME: Final = 26.0
_ASCENT: Final = 0.75
"""The part of a size that a text rises above its baseline."""
_ROOM: Final = 56.0
"""Room between the nodes and the sides of what lies under them."""
_HEAD: Final = 1.45
"""Room above the nodes of a strip for its caption, as a share of the caption."""
_LANE_HEAD: Final = 58.0
_LANE_FOOT: Final = 22.0
_WAVE: Final = (60.0, 9.0)
"""Half the length of a wave, and its height."""
_TINT: Final = 0.10
_DEEP: Final = 0.19
_STRIPE: Final = 0.045
_ROUND: Final = 22.0
_ARC: Final = 0.5523
"""How far the control points of a quarter of a circle lie from its ends, as a share of the radius."""


class Strip(NamedTuple):
    """A part of the ground: the nodes that stand on it, and what is written at it."""

    key: str
    title: str
    members: frozenset[str]


class Water(NamedTuple):
    """The ground of the iceberg; the strips from top to bottom.

    `surface` is written at the waterline, `drifting` are the nodes that are set apart.
    """

    above: tuple[Strip, ...]
    under: tuple[Strip, ...]
    drifting: Strip
    surface: str


class LaneGround(NamedTuple):
    """A strip for each lane, from side to side."""

    strips: tuple[Strip, ...]


class RingGround(NamedTuple):
    """The nodes in the middle, and a strip for each ring around them, from the inside."""

    middle: frozenset[str]
    strips: tuple[Strip, ...]


Ground = Water | LaneGround | RingGround


def ground_items(ground: Ground, nodes: Mapping[str, Item], theme: Theme) -> tuple[Item, ...]:
    """Draw the ground under nodes, from back to front; a strip without nodes is left out."""
    match ground:
        case Water():
            return _water(ground, nodes, theme)
        case LaneGround():
            return _lanes(ground, nodes, theme)
        case RingGround():
            return _rings(ground, nodes, theme)
        case _:
            assert_never(ground)


def _bounds(members: Iterable[str], nodes: Mapping[str, Item]) -> Rect:
    return bounding(nodes[member].bounds for member in members if member in nodes)


def _item(key: str, title: str, body: tuple[Primitive, ...], texts: tuple[Primitive, ...], bounds: Rect) -> Item:
    return Item(f"ground {key}", Role.GROUP, 0.0, 0.0, FixedDrawing(bounds.grown(2.0), body, texts), title)


def _caption(text: str, x: float, top: float, colour: str, size: float) -> Text:
    return Text(x, top + size * _ASCENT, text, size, True, colour, metrics.text_width(text, size, bold=True))


# --- water ------------------------------------------------------------------------------------------------------------


def _water(water: Water, nodes: Mapping[str, Item], theme: Theme) -> tuple[Item, ...]:
    above, under = _filled(water.above, nodes), _filled(water.under, nodes)
    adrift = _filled((water.drifting,), nodes)
    inside = bounding(box for _, box in (*above, *under, *adrift))
    if inside == EMPTY:
        return ()
    size = min(max(inside.height / _PER_CAPTION, _CAPTIONS[0]), _CAPTIONS[1])
    whole = inside.grown(_ROOM)
    whole = Rect(whole.x, whole.y - size * _HEAD, whole.width, whole.height + size * _HEAD)
    items = []
    if wet := [box for _, box in (*under, *adrift)]:
        surface = _surface([box for _, box in above], wet, size * _HEAD)
        items.append(_sea(whole, surface, [box for _, box in under], water.surface, size, theme))
    items += [_named(strip, box, whole.x + _ROOM / 2, size, theme) for strip, box in (*above, *under)]
    items += [_adrift(strip, box, size, theme) for strip, box in adrift]
    return tuple(items)


def _filled(strips: Iterable[Strip], nodes: Mapping[str, Item]) -> list[tuple[Strip, Rect]]:
    boxes = ((strip, _bounds(strip.members, nodes)) for strip in strips)
    return [(strip, box) for strip, box in boxes if box != EMPTY]


def _surface(dry: Iterable[Rect], wet: Iterable[Rect], head: float) -> float:
    """The height of the waterline: halfway between what lies above it and the captions under it."""
    highest = min(box.y for box in wet) - head
    lowest = max((box.bottom for box in dry), default=highest - 2 * head)
    return lowest + (highest - lowest) / 2


def _sea(whole: Rect, surface: float, under: list[Rect], words: str, size: float, theme: Theme) -> Item:
    """All water as one item, so that nothing comes between its parts; deeper down it is darker."""
    colour = theme.tones["actor"].edge
    depths = [upper.bottom + (lower.y - size * _HEAD - upper.bottom) / 2 for upper, lower in pairwise(under)]
    tints = [_TINT, *(_DEEP for _ in depths)]
    body = (
        *(
            Path(_below(top, whole), mixed(theme.background, theme.accent, tint))
            for top, tint in zip([surface, *depths], tints, strict=True)
        ),
        Path(tuple(_waves(whole.x, whole.right, surface)), "", Stroke(mixed(colour, theme.background, 0.35), 3.0)),
    )
    small = size * _SMALLER
    width = metrics.text_width(words, small, bold=True)
    text = _caption(words, whole.right - width - _ROOM / 2, surface - small - 2 * _WAVE[1], colour, small)
    return _item("water", words, body, (text,), whole.grown(_WAVE[1]))


def _below(top: float, whole: Rect) -> Outline:
    """All of a rectangle that lies under waves at a height."""
    waves = tuple(_waves(whole.x, whole.right, top))
    return (*waves, ("L", whole.right, whole.bottom), ("L", whole.x, whole.bottom), ("Z",))


def _waves(left: float, right: float, y: float) -> Iterable[Command]:
    """A line of waves from left to right."""
    count = max(2, 2 * round((right - left) / (2 * _WAVE[0])))
    step = (right - left) / count
    yield ("M", left, y)
    for number in range(count):
        x, height = left + step * number, _WAVE[1] if number % 2 else -_WAVE[1]
        yield ("C", x + step * 0.36, y + height, x + step * 0.64, y + height, x + step, y)


def _named(strip: Strip, box: Rect, x: float, size: float, theme: Theme) -> Item:
    text = _caption(strip.title, x, box.y - size * _HEAD, theme.muted, size)
    return _item(strip.key, strip.title, (), (text,), Rect(x, box.y - size * _HEAD, text.width, size))


def _adrift(strip: Strip, box: Rect, size: float, theme: Theme) -> Item:
    """A raft of dashes around what drifts, with why it does."""
    small, inside = size * _SMALLER, box.grown(_ROOM / 2)
    words = metrics.shortened(strip.title, inside.width - _ROOM / 2, small, bold=True)
    frame = Rect(inside.x, inside.y - small * 1.6, inside.width, inside.height + small * 1.6)
    colour = theme.tones["risk"].edge
    outline = rounded(frame.x, frame.y, frame.width, frame.height, _ROUND)
    body = (Path(outline, mixed(theme.background, theme.accent, _TINT / 2), Stroke(colour, 2.0, (10.0, 8.0))),)
    text = _caption(words, frame.x + _ROOM / 4, frame.y + small * 0.6, colour, small)
    return _item(strip.key, strip.title, body, (text,), frame)


# --- lanes ------------------------------------------------------------------------------------------------------------


def _lanes(ground: LaneGround, nodes: Mapping[str, Item], theme: Theme) -> tuple[Item, ...]:
    filled = sorted(_filled(ground.strips, nodes), key=lambda one: one[1].y)
    whole = bounding(box for _, box in filled).grown(_ROOM)
    return tuple(_lane(strip, box, whole, number, theme) for number, (strip, box) in enumerate(filled))


def _lane(strip: Strip, box: Rect, whole: Rect, number: int, theme: Theme) -> Item:
    lane = Rect(whole.x, box.y - _LANE_HEAD, whole.width, box.height + _LANE_HEAD + _LANE_FOOT)
    tone = theme.tones["actor"]
    fill = mixed(theme.background, tone.edge, _STRIPE * (1 if number % 2 else 1.9))
    outline = rounded(lane.x, lane.y, lane.width, lane.height, _ROUND)
    body = (Path(outline, fill, Stroke(mixed(tone.edge, theme.background, 0.6), 1.2)),)
    words = metrics.shortened(strip.title, lane.width - _ROOM, _LANE_NAME, bold=True)
    text = _caption(words, lane.x + _ROOM / 2, lane.y + _LANE_NAME * 0.4, tone.edge, _LANE_NAME)
    return _item(strip.key, strip.title, body, (text,), lane)


# --- rings ------------------------------------------------------------------------------------------------------------


def _rings(ground: RingGround, nodes: Mapping[str, Item], theme: Theme) -> tuple[Item, ...]:
    core = _bounds(ground.middle, nodes)
    if core == EMPTY:
        return ()
    from gvkaart.layout.rings import RATIO  # only where there are rings

    x, y = core.x + core.width / 2, core.y + core.height / 2
    items, inner = [], max(core.height, core.width / RATIO) / 2
    for strip, _ in _filled(ground.strips, nodes):
        near, far = _reach([nodes[one].bounds for one in strip.members if one in nodes], x, y, RATIO)
        radius = (inner + near) / 2 if near > inner else near
        items.append(_ring(strip, (x, y), radius, RATIO, theme))
        inner = far
    return tuple(reversed(items))


def _reach(boxes: list[Rect], x: float, y: float, ratio: float) -> tuple[float, float]:
    """The smallest and the largest radius (half the height of an ellipse) at which the middle of a box lies."""
    radii = [math.hypot((box.x + box.width / 2 - x) / ratio, box.y + box.height / 2 - y) for box in boxes]
    return min(radii), max(radii)


def _ring(strip: Strip, middle: tuple[float, float], radius: float, ratio: float, theme: Theme) -> Item:
    x, y = middle
    colour = mixed(theme.tones["actor"].edge, theme.background, 0.62)
    outline = _ellipse(x, y, radius * ratio, radius)
    text = _caption(
        strip.title, x - metrics.text_width(strip.title, _RING_NAME, bold=True) / 2, y - radius, colour, _RING_NAME
    )
    bounds = Rect(x - radius * ratio, y - radius, 2 * radius * ratio, 2 * radius)
    return _item(strip.key, strip.title, (Path(outline, "", Stroke(colour, 1.4, (2.0, 6.0))),), (text,), bounds)


def _ellipse(x: float, y: float, rx: float, ry: float) -> Outline:
    cx, cy = rx * _ARC, ry * _ARC
    return (
        ("M", x - rx, y),
        ("C", x - rx, y - cy, x - cx, y - ry, x, y - ry),
        ("C", x + cx, y - ry, x + rx, y - cy, x + rx, y),
        ("C", x + rx, y + cy, x + cx, y + ry, x, y + ry),
        ("C", x - cx, y + ry, x - rx, y + cy, x - rx, y),
        ("Z",),
    )
