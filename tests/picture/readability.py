"""How well a picture reads, in numbers: lines that cross, lines under boxes, and words that are covered."""

from itertools import combinations
from typing import NamedTuple

from gvkaart.picture.primitives import Item, Line, Picture, Point, Rect, Role, Text

_INSIDE = 3.0
"""A line that only grazes a box does no harm, in units."""


class Readability(NamedTuple):
    """Counts over a whole picture.

    Attributes:
        crossings: pairs of lines that cross, save at a node that they share.
        through: pairs of a line and a box under which it runs, without belonging to it.
        labels: words beside lines.
        covered: those of which a box, not counting that of their own line, or another word hides a part.
    """

    crossings: int
    through: int
    labels: int
    covered: int


def readability(picture: Picture) -> Readability:
    """Count what is in the way; quadratic, for pictures of some hundreds of nodes."""
    boxes = {item.key: item.bounds for item in picture.items if item.role is Role.NODE}
    edges = [item for item in picture.items if item.role is Role.EDGE]
    segments = {edge.key: _segments(edge) for edge in edges}
    parts = [(edge, segment) for edge in edges for segment in segments[edge.key]]
    labels = [(edge, label) for edge in edges for label in _labels(edge)]
    return Readability(
        crossings=sum(_cross(one, other) for one, other in combinations(parts, 2)),
        through=sum(
            any(_meets(segment, _shrunk(box)) for segment in segments[edge.key])
            for edge in edges
            for key, box in boxes.items()
            if key not in _ends(edge)
        ),
        labels=len(labels),
        covered=sum(_is_covered(edge, label, boxes, labels) for edge, label in labels),
    )


def _ends(edge: Item) -> tuple[str, str]:
    assert edge.link is not None
    return edge.link.source, edge.link.target


def _segments(edge: Item) -> list[tuple[Point, Point]]:
    lines = (part for part in edge.drawing.body if isinstance(part, Line))
    return [((line.x1, line.y1), (line.x2, line.y2)) for line in lines]


def _labels(edge: Item) -> list[Rect]:
    texts = (part for part in edge.drawing.detail if isinstance(part, Text))
    return [Rect(text.x, text.y - text.size * 0.8, text.width, text.size) for text in texts]


def _cross(one: tuple[Item, tuple[Point, Point]], other: tuple[Item, tuple[Point, Point]]) -> bool:
    (edge, (a, b)), (second, (c, d)) = one, other
    if not set(_ends(edge)).isdisjoint(_ends(second)):
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _shrunk(box: Rect) -> Rect:
    return box.grown(-_INSIDE)


def _meets(segment: tuple[Point, Point], box: Rect) -> bool:
    """Clip the segment to the box (Liang and Barsky, 1984); something must be left."""
    (x1, y1), (x2, y2) = segment
    begin, end = 0.0, 1.0
    for start, step, low, high in ((x1, x2 - x1, box.x, box.right), (y1, y2 - y1, box.y, box.bottom)):
        if step == 0:
            if not low <= start <= high:
                return False
            continue
        near, far = sorted(((low - start) / step, (high - start) / step))
        begin, end = max(begin, near), min(end, far)
    return begin < end


def _is_covered(edge: Item, label: Rect, boxes: dict[str, Rect], labels: list[tuple[Item, Rect]]) -> bool:
    by_box = any(_shrunk(box).touches(label) for box in boxes.values())
    return by_box or any(other.touches(label) for second, other in labels if second is not edge)
