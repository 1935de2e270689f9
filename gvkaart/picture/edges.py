"""Draws an edge: a line from border to border, with a head that tells what sort of relation it is.

Straight pieces with small filled polygons as heads are many times cheaper to paint than stroked curves; edges between
the same two nodes run beside each other. Families differ in dash, head and colour, so that they differ in greyscale.
"""

import math
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, Protocol, assert_never

from gvkaart.domain.overriding import override
from gvkaart.picture import metrics
from gvkaart.picture.primitives import Family, Line, Link, Path, Point, Primitive, Rect, Stroke, Text, polygon
from gvkaart.picture.routing import Surroundings, free_share, meets, reach_of
from gvkaart.picture.shapes import border_point
from gvkaart.picture.theme import Theme, dimmed, mixed

LABEL_SIZE: Final = 11.0
BESIDE: Final = 14.0
"""How far edges between the same two nodes lie apart, in units."""
_REACH: Final = 7.0
"""How far heads and labels stick out beside the line."""
_PATCH: Final = 3.0
_HEAD_ROOM: Final = 12.0
_LABELLED: Final = 520.0
"""The longest line that has its word beside it: on a full map the words of long lines are only noise."""
_LONG: Final = 900.0
"""From this length, across and down together, a line is drawn lighter."""
_PALER: Final = 0.35
_THINNER: Final = 0.7
_STAGGER: Final = 0.2
"""How much of their length the labels of parallel edges are moved apart."""
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

QUIET: Final = frozenset(
    ("cites", "accepts", "unaware_of", "means", "uses", "acts_in", "links", "sees", "related", "happened_to")
)
"""Relations that many items have alike: drawn for what is in focus, or when all lines are asked for.

A case of 200 items has more of these than of all others together; drawn at once they hide what the map is about. The
other panels tell them all the same.
"""

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
    Family.ATTRIBUTION: Manner("line", 1.0, (), Head.OPEN),
    Family.SUPPORT: Manner("support", 1.4, (), Head.FULL),
    Family.ATTACK: Manner("attack", 1.4, (7.0, 4.0), Head.BAR),
    Family.MEANING: Manner("meaning", 1.3, (2.0, 3.0), Head.DIAMOND),
    Family.FLOW: Manner("flow", 1.6, (), Head.DOUBLE),
    Family.RELATES: Manner("line", 1.0, (4.0, 3.0), Head.NONE),
}


class Silhouette(Protocol):
    """What an edge ends at."""

    @property
    def corners(self) -> tuple[Point, ...]:
        """The corners around the centre; asked for when the edge is painted, since a node must be measured for it."""


class End(NamedTuple):
    """A node as an edge sees it: its centre, and the silhouette around that centre."""

    x: float
    y: float
    silhouette: Silhouette


class Piece(NamedTuple):
    """A straight piece of a line, with its direction."""

    start: Point
    end: Point
    direction: Point

    @property
    def length(self) -> float:
        """From start to end."""
        return math.dist(self.start, self.end)


class EdgeDrawing(NamedTuple):
    """The drawing of an edge in canvas coordinates, that is around (0, 0).

    An edge whose nodes stand on top of each other is drawn as nothing. With `around`, the line avoids the nodes there,
    and its word stands where it can be read.
    """

    link: Link
    source: End
    target: End
    theme: Theme
    around: Surroundings | None = None

    @override
    def __eq__(self, other: object) -> bool:
        """Tell whether the other looks the same: other surroundings may well lead to the same line."""
        if not isinstance(other, EdgeDrawing) or self[:4] != other[:4]:
            return False
        return self.around is other.around or (self.pieces, self.detail) == (other.pieces, other.detail)

    @override
    def __ne__(self, other: object) -> bool:
        return not self == other

    @override
    def __hash__(self) -> int:
        return hash(self[:4])

    @property
    def bounds(self) -> Rect:
        """Room for the line, its head and its label; generous, since the line ends at the borders of its nodes."""
        (x1, y1, _), (x2, y2, _) = self.source, self.target
        left, right = (x1, x2) if x1 < x2 else (x2, x1)
        top, bottom = (y1, y2) if y1 < y2 else (y2, y1)
        margin = abs(self.link.offset) + _REACH
        if self.around is not None:
            margin += reach_of((x1, y1), (x2, y2))
        across = margin + _label_width(self.link.label) / 2
        return Rect(left - across, top - margin, right - left + 2 * across, bottom - top + 2 * margin)

    @property
    def reach(self) -> Rect:
        """The same."""
        return self.bounds

    def comes_through(self, rect: Rect, bounds: Rect) -> bool:
        """Tell whether the line, its head or its word may lie in a rectangle; `bounds` are its own.

        A long line has all that lies between its ends in its bounds, and comes through little of it.
        """
        (x1, y1, _), (x2, y2, _) = self.source, self.target
        across, down = min(x1, x2) - bounds.x, min(y1, y2) - bounds.y
        around = Rect(rect.x - across, rect.y - down, rect.width + 2 * across, rect.height + 2 * down)
        return meets((x1, y1), (x2, y2), around)

    @property
    def stroke(self) -> Stroke:
        """The pen of the line; a long one is lighter, since many nodes lie under it that it says nothing about."""
        stroke = stroke_of(self.link.family, self.link.dimmed, self.theme)
        is_long = abs(self.target.x - self.source.x) + abs(self.target.y - self.source.y) > _LONG
        return lighter(stroke, self.theme) if is_long else stroke

    @property
    def body(self) -> tuple[Primitive, ...]:
        """The line, which stops before its head, and the head."""
        if not (pieces := self.pieces):
            return ()
        *before, (start, tip, (dx, dy)) = pieces
        stroke = self.stroke
        back, head = head_at(MANNERS[self.link.family].head, tip, (dx, dy), stroke.colour)
        first = (Line(*piece.start, *piece.end, stroke) for piece in before)
        return (*first, Line(*start, tip[0] - dx * back, tip[1] - dy * back, stroke), *head)

    @property
    def title(self) -> tuple[Primitive, ...]:
        """Nothing: what is said about an edge is small print."""
        return ()

    @property
    def detail(self) -> tuple[Primitive, ...]:
        """The word of the relation, about halfway, where there is room for it."""
        pieces = self.pieces if self.link.label else ()
        if not pieces or sum(piece.length for piece in pieces) > _LABELLED:
            return ()  # it would stand where nobody sees what it belongs to
        piece = max(pieces, key=lambda one: one.length)
        (x1, y1), (x2, y2), (dx, dy) = piece
        taken = abs(dx) * _label_width(self.link.label) + abs(dy) * 2 * _REACH + _HEAD_ROOM
        if taken > piece.length:
            return ()  # it would disappear under the nodes
        wanted = 0.5 + max(-_STAGGER, min(_STAGGER, self.link.offset / BESIDE * _STAGGER))
        share = min(max(wanted, taken / 2 / piece.length), 1 - taken / 2 / piece.length)
        if self.around is not None:
            size = (_label_width(self.link.label), 2 * _REACH)
            free = free_share((x1, y1), (x2, y2), share, size, self.around)
            if free is None:
                return ()
            share = free
        return label_at(self.link, x1 + (x2 - x1) * share, y1 + (y2 - y1) * share, self.theme)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The straight pieces of the line from border to border; none when there is no room for one."""
        source, target = (self.source.x, self.source.y), (self.target.x, self.target.y)
        if source == target:
            return ()
        via = None
        if self.around is not None:
            via = self.around.bend(self.link.source, self.link.target, source, target)
        if via is None:
            (dx, dy) = _direction(source, target)
            start, tip = self._leaves(self.source, dx, dy), self._leaves(self.target, -dx, -dy)
            return (Piece(start, tip, (dx, dy)),) if _leads(start, tip, (dx, dy)) else ()
        return self._bent(source, via, target)

    def _bent(self, source: Point, via: Point, target: Point) -> tuple[Piece, ...]:
        """Return the two pieces of a line that bends, each beside its own direction."""
        first, last = _direction(source, via), _direction(via, target)
        across = _direction((0.0, 0.0), (first[0] + last[0], first[1] + last[1]))
        offset = self.link.offset
        via = (via[0] - across[1] * offset, via[1] + across[0] * offset)
        start, tip = self._leaves(self.source, *first), self._leaves(self.target, -last[0], -last[1])
        first, last = _direction(start, via), _direction(via, tip)
        return Piece(start, via, first), Piece(via, tip, last)

    def _leaves(self, end: End, dx: float, dy: float) -> Point:
        """Return where the line crosses the border of a node that it leaves, or backwards reaches, in a direction."""
        side = self.link.offset if end is self.source else -self.link.offset
        x, y = border_point(end.silhouette.corners, dx, dy, -dy * side, dx * side)
        return end.x + x, end.y + y


def _direction(a: Point, b: Point) -> Point:
    length = math.dist(a, b)
    return ((b[0] - a[0]) / length, (b[1] - a[1]) / length) if length else (1.0, 0.0)


def _leads(start: Point, tip: Point, direction: Point) -> bool:
    """Tell whether a line still runs in its direction once its nodes have taken their part of it."""
    return (tip[0] - start[0]) * direction[0] + (tip[1] - start[1]) * direction[1] > 0


@lru_cache(maxsize=64)
def stroke_of(family: Family, faded: bool, theme: Theme) -> Stroke:
    """Return the line that edges of a family are drawn with."""
    manner = MANNERS[family]
    colour: str = getattr(dimmed(theme) if faded else theme, manner.colour)
    return Stroke(colour, manner.width, manner.dash)


@lru_cache(maxsize=64)
def lighter(stroke: Stroke, theme: Theme) -> Stroke:
    """Return a thinner and paler pen of the same kind."""
    return Stroke(mixed(stroke.colour, theme.background, _PALER), stroke.width * _THINNER, stroke.dash)


def head_at(head: Head, tip: Point, direction: Point, colour: str) -> tuple[float, tuple[Primitive, ...]]:
    """Return how far before `tip` the line must stop, and what is drawn there."""
    (x, y), (dx, dy) = tip, direction

    def at(along: float, beside: float) -> Point:
        return (x + dx * along - dy * beside, y + dy * along + dx * beside)

    match head:
        case Head.OPEN:
            return 0.0, (Path(polygon(tip, at(-8, 3.2), at(-6, 0), at(-8, -3.2)), colour),)
        case Head.FULL:
            return 8.0, (Path(polygon(tip, at(-10, 5), at(-10, -5)), colour),)
        case Head.BAR:
            bar = polygon(at(0, 6), at(0, -6), at(-2.4, -6), at(-2.4, 6))
            return 2.0, (Path(bar, colour), Path(polygon(at(-4, 0), at(-11, 4), at(-11, -4)), colour))
        case Head.DIAMOND:
            return 10.0, (Path(polygon(tip, at(-5.5, 3.6), at(-11, 0), at(-5.5, -3.6)), colour),)
        case Head.DOUBLE:
            chevrons = (polygon(tip, at(-7, 4.5), at(-7, -4.5)), polygon(at(-7, 0), at(-14, 4.5), at(-14, -4.5)))
            return 12.0, tuple(Path(chevron, colour) for chevron in chevrons)
        case Head.NONE:
            return 0.0, ()
        case _:
            assert_never(head)


def _label_width(label: str) -> float:
    return metrics.text_width(label, LABEL_SIZE) + 2 * _PATCH if label else 0.0


def label_at(link: Link, x: float, y: float, theme: Theme) -> tuple[Primitive, ...]:
    """Draw the word of the relation around (x, y), on a patch of background that keeps the line out of it."""
    width = metrics.text_width(link.label, LABEL_SIZE)
    half = width / 2 + _PATCH
    patch = polygon((x - half, y - _REACH), (x + half, y - _REACH), (x + half, y + _REACH), (x - half, y + _REACH))
    colour = (dimmed(theme) if link.dimmed else theme).muted
    text = Text(x - width / 2, y + _TO_BASELINE, link.label, LABEL_SIZE, False, colour, width)
    return (Path(patch, theme.background), text)
