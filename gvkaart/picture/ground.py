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

CAPTION: Final = 30.0
"""Size of a caption: it can be read when the whole map is in view."""
_SMALLER: Final = 20.0
_ASCENT: Final = 0.75
"""The part of a size that a text rises above its baseline."""
_ROOM: Final = 56.0
"""Room between the nodes and the sides of what lies under them."""
_HEAD: Final = 46.0
"""Room above the nodes of a strip for its caption."""
_ABOVE: Final = 40.0
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


def _caption(text: str, x: float, top: float, colour: str, size: float = CAPTION) -> Text:
    return Text(x, top + size * _ASCENT, text, size, True, colour, metrics.text_width(text, size, bold=True))


# --- water ------------------------------------------------------------------------------------------------------------


def _water(water: Water, nodes: Mapping[str, Item], theme: Theme) -> tuple[Item, ...]:
    above, under = _filled(water.above, nodes), _filled(water.under, nodes)
    drifting = _bounds(water.drifting.members, nodes)
    boxes = [box for _, box in (*above, *under)] + ([drifting] if drifting != EMPTY else [])
    if not boxes:
        return ()
    whole = bounding(boxes).grown(_ROOM)
    whole = Rect(whole.x, whole.y - _HEAD, whole.width, whole.height + _HEAD)
    items = []
    wet = [box for _, box in under] + ([drifting] if drifting != EMPTY else [])
    if wet:
        surface = _surface([box for _, box in above], wet)
        items.append(_sea(whole, surface, [box for _, box in under], water.surface, theme))
    items += [_named(strip, box, whole, theme) for strip, box in (*above, *under) if strip.title]
    if drifting != EMPTY:
        items.append(_adrift(water.drifting, drifting, theme))
    return tuple(items)


def _filled(strips: Iterable[Strip], nodes: Mapping[str, Item]) -> list[tuple[Strip, Rect]]:
    boxes = ((strip, _bounds(strip.members, nodes)) for strip in strips)
    return [(strip, box) for strip, box in boxes if box != EMPTY]


def _surface(dry: Iterable[Rect], wet: Iterable[Rect]) -> float:
    """The height of the waterline: nearer to what lies above it, for under it there are captions."""
    lowest, highest = max((box.bottom for box in dry), default=None), min(box.y for box in wet)
    return highest - _ABOVE - _HEAD if lowest is None else lowest + (highest - _HEAD - lowest) / 2


def _sea(whole: Rect, surface: float, under: list[Rect], words: str, theme: Theme) -> Item:
    """All water as one item, so that nothing comes between its parts; deeper down it is darker."""
    colour = theme.tones["actor"].edge
    depths = [upper.bottom + (lower.y - _HEAD - upper.bottom) / 2 for upper, lower in pairwise(under)]
    tints = [_TINT, *(_DEEP for _ in depths)]
    body = (
        *(
            Path(_below(top, whole), mixed(theme.background, theme.accent, tint))
            for top, tint in zip([surface, *depths], tints, strict=True)
        ),
        Path(tuple(_waves(whole.x, whole.right, surface)), "", Stroke(mixed(colour, theme.background, 0.35), 3.0)),
    )
    width = metrics.text_width(words, _SMALLER, bold=True)
    text = _caption(words, whole.right - width - _ROOM / 2, surface - _SMALLER - 2 * _WAVE[1], colour, _SMALLER)
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


def _named(strip: Strip, box: Rect, whole: Rect, theme: Theme) -> Item:
    text = _caption(strip.title, whole.x + _ROOM / 2, box.y - _HEAD, mixed(theme.muted, theme.background, 0.1))
    return _item(strip.key, strip.title, (), (text,), Rect(text.x, box.y - _HEAD, text.width, CAPTION))


def _adrift(strip: Strip, box: Rect, theme: Theme) -> Item:
    """A raft of dashes around what drifts, with why it does."""
    width = metrics.text_width(strip.title, _SMALLER, bold=True)
    frame = box.grown(_ROOM / 2)
    frame = Rect(frame.x, frame.y - _HEAD, max(frame.width, width + _ROOM), frame.height + _HEAD)
    colour = theme.tones["risk"].edge
    outline = rounded(frame.x, frame.y, frame.width, frame.height, _ROUND)
    body = (Path(outline, mixed(theme.background, theme.accent, _TINT / 2), Stroke(colour, 2.0, (10.0, 8.0))),)
    text = _caption(strip.title, frame.x + _ROOM / 2, frame.y + _SMALLER * 0.7, colour, _SMALLER)
    return _item(strip.key, strip.title, body, (text,), frame)


# --- lanes ------------------------------------------------------------------------------------------------------------


def _lanes(ground: LaneGround, nodes: Mapping[str, Item], theme: Theme) -> tuple[Item, ...]:
    filled = sorted(_filled(ground.strips, nodes), key=lambda one: one[1].y)
    whole = bounding(box for _, box in filled).grown(_ROOM)
    return tuple(_lane(strip, box, whole, number, theme) for number, (strip, box) in enumerate(filled))


def _lane(strip: Strip, box: Rect, whole: Rect, number: int, theme: Theme) -> Item:
    lane = Rect(whole.x, box.y - _HEAD, whole.width, box.height + _HEAD + (_ABOVE - _HEAD / 2))
    tone = theme.tones["actor"]
    fill = mixed(theme.background, tone.edge, _STRIPE * (1 if number % 2 else 1.9))
    outline = rounded(lane.x, lane.y, lane.width, lane.height, _ROUND)
    body = (Path(outline, fill, Stroke(mixed(tone.edge, theme.background, 0.6), 1.2)),)
    words = metrics.shortened(strip.title, lane.width - _ROOM, _SMALLER, bold=True)
    text = _caption(words, lane.x + _ROOM / 2, lane.y + _SMALLER * 0.7, tone.edge, _SMALLER)
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
    text = _caption(strip.title, x - metrics.text_width(strip.title, _SMALLER, bold=True) / 2, y - radius, colour)
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
