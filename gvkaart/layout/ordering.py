"""The order within each layer: barycentre sweeps down and up, the order with fewest crossings kept."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

from gvkaart.layout.model import Checkpoint

Rows = list[list[int]]


def ordered(
    rows: Sequence[Sequence[int]],
    above: Sequence[Sequence[int]],
    below: Sequence[Sequence[int]],
    sweeps: int,
    checkpoint: Checkpoint,
) -> Rows:
    """The rows, each in a better order. Neighbours may lie in any row above or below."""
    current = [list(row) for row in rows]
    place = [0.0] * len(above)
    for row in current:
        _number(row, place)
    best, fewest = current, crossings(current, above, place)
    for sweep in range(sweeps):
        down = sweep % 2 == 0
        current = [list(row) for row in current]
        for row in current if down else reversed(current):
            checkpoint()
            _sort(row, above if down else below, place)
        count = crossings(current, above, place)
        if count < fewest:
            best, fewest = current, count
    return best


def _number(row: Sequence[int], place: list[float]) -> None:
    for i, node in enumerate(row):
        place[node] = (i + 0.5) / len(row)


def _sort(row: list[int], near: Sequence[Sequence[int]], place: list[float]) -> None:
    wish = {node: _mean(place, near[node]) if near[node] else place[node] for node in row}
    row.sort(key=wish.__getitem__)
    _number(row, place)


def _mean(place: Sequence[float], nodes: Sequence[int]) -> float:
    return sum(place[node] for node in nodes) / len(nodes)


def crossings(rows: Sequence[Sequence[int]], above: Sequence[Sequence[int]], place: Sequence[float]) -> int:
    """How many arcs cross, counted for each row and what lies above it."""
    total = 0
    for row in rows:
        ends: list[float] = []
        for node in row:
            starts = [place[source] for source in above[node]]
            total += sum(len(ends) - bisect_right(ends, start) for start in starts)
            for start in starts:
                insort(ends, start)
    return total
