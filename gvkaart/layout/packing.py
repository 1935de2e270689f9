"""Packs rectangles into one picture of about the wished aspect ratio (bottom-left on a skyline, Burke et al. 2004)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from gvkaart.layout.model import Point

_EPSILON = 1e-6
_TRIES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6)
_Segment = tuple[float, float, float]
"""A level stretch of the skyline: left, right, height reached so far."""


def pack(sizes: Sequence[Point], gap: float, aspect: float) -> list[Point]:
    """Centre of each rectangle, at least `gap` apart. The highest come first; equal ones keep their order."""
    if not sizes:
        return []
    padded = [(w + gap, h + gap) for w, h in sizes]
    ideal = math.sqrt(sum(w * h for w, h in padded) * aspect)
    widest = max(w for w, _ in padded)
    candidates = [_pack_within(max(widest, ideal * factor), padded) for factor in _TRIES]
    corners = min(candidates, key=lambda corners: _cost(corners, padded, aspect))
    return [(x + w / 2, y + h / 2) for (x, y), (w, h) in zip(corners, sizes, strict=True)]


def centred(sizes: Sequence[Point], centres: Sequence[Point]) -> tuple[Point, list[Point]]:
    """Size of the rectangle around everything, and the centres seen from its middle."""
    boxes = list(zip(sizes, centres, strict=True))
    left, right = min(x - w / 2 for (w, _), (x, _) in boxes), max(x + w / 2 for (w, _), (x, _) in boxes)
    top, bottom = min(y - h / 2 for (_, h), (_, y) in boxes), max(y + h / 2 for (_, h), (_, y) in boxes)
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    return (right - left, bottom - top), [(x - middle_x, y - middle_y) for x, y in centres]


def _cost(corners: Sequence[Point], sizes: Sequence[Point], aspect: float) -> float:
    """Area needed, in a frame of the wished shape."""
    width = max(x + w for (x, _), (w, _) in zip(corners, sizes, strict=True))
    height = max(y + h for (_, y), (_, h) in zip(corners, sizes, strict=True))
    return max(width, height * aspect)


def _pack_within(limit: float, sizes: Sequence[Point]) -> list[Point]:
    corners: list[Point] = [(0.0, 0.0)] * len(sizes)
    skyline: list[_Segment] = [(0.0, limit, 0.0)]
    for i in sorted(range(len(sizes)), key=lambda i: -sizes[i][1]):
        width, height = sizes[i]
        y, x = _lowest(skyline, width, limit)
        corners[i] = (x, y)
        skyline = _raised(skyline, x, x + width, y + height)
    return corners


def _lowest(skyline: Sequence[_Segment], width: float, limit: float) -> Point:
    """The lowest (then leftmost) place for a rectangle of this width, as (y, x)."""
    best = (math.inf, 0.0)
    for first, (left, _, _) in enumerate(skyline):
        if left + width > limit + _EPSILON:
            break
        y = 0.0
        for start, _, top in skyline[first:]:
            if start >= left + width - _EPSILON or y >= best[0]:
                break
            y = max(y, top)
        best = min(best, (y, left))
    return best


def _raised(skyline: Sequence[_Segment], left: float, right: float, top: float) -> list[_Segment]:
    parts = [(left, right, top)]
    for start, end, height in skyline:
        if start < left:
            parts.append((start, min(end, left), height))
        if end > right:
            parts.append((max(start, right), end, height))
    return sorted(part for part in parts if part[1] - part[0] > _EPSILON)
