"""Draws an edge: a straight line from border to border, with a head that tells what sort of relation it is.

Straight lines with small filled polygons as heads are many times cheaper to paint than stroked curves; edges between
the same two nodes run beside each other. Families differ in dash, head and colour, so that they differ in greyscale.
"""

import math
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, assert_never

from gvkaart.picture import metrics
from gvkaart.picture.primitives import Drawing, Family, Line, Link, Path, Point, Primitive, Rect, Stroke, Text, polygon
from gvkaart.picture.shapes import border_point
from gvkaart.picture.theme import Theme, dimmed

LABEL_SIZE: Final = 10.5
BESIDE: Final = 14.0
"""How far edges between the same two nodes lie apart, in units."""
_REACH: Final = 7.0
"""How far heads and labels stick out beside the line."""
_PATCH: Final = 3.0
_TO_BASELINE: Final = 3.8
"""From the middle of a label to its baseline."""


_MEMBERS: Final = {
    Family.ATTRIBUTION: (
        "holds has_interest represents claims accepts unaware_of means acts_in asks promises asked_of bears_cost "
        "gets_benefit decides speaks_of"
    ),
    Family.SUPPORT: "rests_on supports serves pursues mitigates addresses based_on answers aims_at in_exchange_for",
    Family.ATTACK: "disputes undermines harms hits takes_choice_from can_block poses",
    Family.MEANING: ("uses exact_match close_match broad_match narrow_match related_match differs_from framed_as"),
    Family.FLOW: "sends receives links sees needed_for collected_for",
    Family.RELATES: "contains replaces causes happened_to cites part_of related",
}

FAMILIES: Final = {relation: family for family, members in _MEMBERS.items() for relation in members.split()}
"""The family of every relation of the metamodel."""


class Head(StrEnum):
    """What stands at the end of an edge."""

    OPEN = "open"
    FULL = "full"
    BAR = "bar"
    DIAMOND = "diamond"
    DOUBLE = "double"
    NONE = "none"


class Manner(NamedTuple):
    """How a family is drawn; `colour` names a colour of the theme."""

    colour: str
    width: float
    dash: tuple[float, ...]
    head: Head


MANNERS: Final = {
    Family.ATTRIBUTION: Manner("line", 1.1, (), Head.OPEN),
    Family.SUPPORT: Manner("support", 1.6, (), Head.FULL),
    Family.ATTACK: Manner("attack", 1.6, (7.0, 4.0), Head.BAR),
    Family.MEANING: Manner("meaning", 1.3, (2.0, 3.0), Head.DIAMOND),
    Family.FLOW: Manner("flow", 2.2, (), Head.DOUBLE),
    Family.RELATES: Manner("line", 1.1, (4.0, 3.0), Head.NONE),
}


class End(NamedTuple):
    """A node as an edge sees it: its centre, and the corners of its silhouette around that centre."""

    x: float
    y: float
    corners: tuple[Point, ...]


def edge_drawing(link: Link, source: End, target: End, theme: Theme) -> Drawing:
    """Draw an edge in canvas coordinates, that is around (0, 0).

    An edge whose nodes stand on top of each other is drawn as nothing.
    """
    dx, dy = target.x - source.x, target.y - source.y
    distance = math.hypot(dx, dy)
    if distance == 0:
        return Drawing(Rect(source.x, source.y, 0.0, 0.0))
    dx, dy = dx / distance, dy / distance
    shift_x, shift_y = -dy * link.offset, dx * link.offset
    x1, y1 = border_point(source.corners, dx, dy, shift_x, shift_y)
    x2, y2 = border_point(target.corners, -dx, -dy, shift_x, shift_y)
    start, tip = (source.x + x1, source.y + y1), (target.x + x2, target.y + y2)
    if (tip[0] - start[0]) * dx + (tip[1] - start[1]) * dy <= 0:
        return Drawing(Rect(*start, 0.0, 0.0))  # the silhouettes overlap
    return _between(link, start, tip, (dx, dy), theme)


def _between(link: Link, start: Point, tip: Point, direction: Point, theme: Theme) -> Drawing:
    manner, stroke = MANNERS[link.family], stroke_of(link.family, link.dimmed, theme)
    back, head = head_at(manner.head, tip, direction, stroke)
    end_x, end_y = tip[0] - direction[0] * back, tip[1] - direction[1] * back
    width, label = _label(link, start, tip, theme)
    bounds = _reach(start, tip, max(_REACH, (width - abs(tip[0] - start[0])) / 2))
    return Drawing(bounds, (Line(*start, end_x, end_y, stroke), *head), detail=label)


def _reach(start: Point, tip: Point, margin: float) -> Rect:
    """Return the rectangle around a line, with `margin` left and right."""
    (x1, y1), (x2, y2) = start, tip
    left, right = (x1, x2) if x1 < x2 else (x2, x1)
    top, bottom = (y1, y2) if y1 < y2 else (y2, y1)
    return Rect(left - margin, top - _REACH, right - left + 2 * margin, bottom - top + 2 * _REACH)


@lru_cache(maxsize=64)
def stroke_of(family: Family, faded: bool, theme: Theme) -> Stroke:
    """Return the line that edges of a family are drawn with."""
    manner = MANNERS[family]
    colour: str = getattr(dimmed(theme) if faded else theme, manner.colour)
    return Stroke(colour, manner.width, manner.dash)


def head_at(head: Head, tip: Point, direction: Point, stroke: Stroke) -> tuple[float, tuple[Primitive, ...]]:
    """Return how far before `tip` the line must stop, and what is drawn there."""
    (x, y), (dx, dy) = tip, direction

    def at(along: float, beside: float) -> Point:
        return (x + dx * along - dy * beside, y + dy * along + dx * beside)

    match head:
        case Head.OPEN:
            return 0.0, (Path(polygon(tip, at(-8, 3.2), at(-6, 0), at(-8, -3.2)), stroke.colour),)
        case Head.FULL:
            return 8.0, (Path(polygon(tip, at(-10, 5), at(-10, -5)), stroke.colour),)
        case Head.BAR:
            bar = polygon(at(0, 6), at(0, -6), at(-2.4, -6), at(-2.4, 6))
            return 2.0, (Path(bar, stroke.colour), Path(polygon(at(-4, 0), at(-11, 4), at(-11, -4)), stroke.colour))
        case Head.DIAMOND:
            return 10.0, (Path(polygon(tip, at(-5.5, 3.6), at(-11, 0), at(-5.5, -3.6)), stroke.colour),)
        case Head.DOUBLE:
            chevrons = (polygon(tip, at(-7, 4.5), at(-7, -4.5)), polygon(at(-7, 0), at(-14, 4.5), at(-14, -4.5)))
            return 12.0, tuple(Path(chevron, stroke.colour) for chevron in chevrons)
        case Head.NONE:
            return 0.0, ()
        case _:
            assert_never(head)


def _label(link: Link, start: Point, tip: Point, theme: Theme) -> tuple[float, tuple[Primitive, ...]]:
    """Draw the word of the relation halfway, on a patch of background that keeps the line out of it; and its width."""
    if not link.label:
        return 0.0, ()
    width = metrics.text_width(link.label, LABEL_SIZE)
    x, y = (start[0] + tip[0] - width) / 2, (start[1] + tip[1]) / 2
    left, top, right, bottom = x - _PATCH, y - _REACH, x + width + _PATCH, y + _REACH
    patch = polygon((left, top), (right, top), (right, bottom), (left, bottom))
    colour = (dimmed(theme) if link.dimmed else theme).muted
    text = Text(x, y + _TO_BASELINE, link.label, LABEL_SIZE, False, colour, width)
    return width + 2 * _PATCH, (Path(patch, theme.background), text)
