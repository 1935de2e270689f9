"""Puts the rectangles of a part in layers so that every arc points down, and no layer is much too wide.

Sugiyama, Tagawa and Toda (1981) in its usual form: arcs that close a cycle are turned round, a layer is the longest
path from above, rectangles with more arcs down than up sink towards their targets. A layer that would spoil the aspect
ratio is split into several, neighbours taking turns, so that forty interests of ten actors become a few rows instead
of one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from gvkaart.layout.model import LAYER_GAP, NODE_GAP, Checkpoint
from gvkaart.layout.ordering import ordered
from gvkaart.layout.parts import Arc, Part

_ROOMY = 5
"""Rectangles of average width that may always stand side by side."""


def neighbours(count: int, arcs: Sequence[Arc]) -> tuple[list[list[int]], list[list[int]]]:
    """For each rectangle, those with an arc to it and those it has an arc to."""
    above: list[list[int]] = [[] for _ in range(count)]
    below: list[list[int]] = [[] for _ in range(count)]
    for source, target in arcs:
        below[source].append(target)
        above[target].append(source)
    return above, below


def acyclic(count: int, arcs: Sequence[Arc]) -> list[Arc]:
    """The arcs, with those that a depth-first walk finds to close a cycle turned round; no doubles."""
    above, below = neighbours(count, arcs)
    starts = [v for v in range(count) if not above[v]] + [v for v in range(count) if above[v]]
    finished = [0] * count
    seen = [False] * count
    clock = 0
    for start in starts:
        stack = [] if seen[start] else [(start, iter(below[start]))]
        seen[start] = True
        while stack:
            node, rest = stack[-1]
            child = next((other for other in rest if not seen[other]), None)
            if child is None:
                clock += 1
                finished[node] = clock
                stack.pop()
            else:
                seen[child] = True
                stack.append((child, iter(below[child])))
    return list(dict.fromkeys((a, b) if finished[a] > finished[b] else (b, a) for a, b in arcs))


def assign_layers(part: Part, arcs: Sequence[Arc], checkpoint: Checkpoint) -> tuple[list[int], bool]:
    """Layer of each rectangle, from 0 at the top, and whether a wide layer was split. `arcs` have no cycle."""
    above, below = neighbours(len(part.sizes), arcs)
    base = _longest_paths(above, below)
    rows: list[list[int]] = [[] for _ in range(max(base) + 1)]
    for node, layer in enumerate(base):
        rows[layer].append(node)
    limit = _width_limit(part)
    counts = [max(1, math.ceil(_width(part, row) / limit - 0.3)) for row in rows]
    if max(counts) == 1:
        return base, False
    result = [0] * len(base)
    top = 0
    for row, count in zip(ordered(rows, above, below, 4, checkpoint), counts, strict=True):
        for i, node in enumerate(row):
            result[node] = top + i % count
        top += count
    return result, True


def _longest_paths(above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]) -> list[int]:
    layer = [0] * len(above)
    waiting = [len(sources) for sources in above]
    order = [node for node, count in enumerate(waiting) if count == 0]
    for node in order:
        for target in below[node]:
            layer[target] = max(layer[target], layer[node] + 1)
            waiting[target] -= 1
            if waiting[target] == 0:
                order.append(target)
    for node in reversed(order):
        if len(below[node]) > len(above[node]):
            layer[node] = min(layer[target] for target in below[node]) - 1
    return layer


def _width(part: Part, row: Sequence[int]) -> float:
    return sum(part.sizes[node][0] + NODE_GAP for node in row)


def _width_limit(part: Part) -> float:
    """Width of a layer when all rectangles stand in equal rows that together have the wished aspect ratio."""
    total = _width(part, range(len(part.sizes)))
    row_height = sum(h for _, h in part.sizes) / len(part.sizes) + LAYER_GAP
    return max(math.sqrt(total * row_height * part.aspect), _ROOMY * total / len(part.sizes))
