"""How long a layout takes by each engine, and the longest time in which nobody asked whether to go on."""

import random
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from gvkaart.layout import Box, Engine, LayoutRequest, Link, lay_out
from tests.benchmarks.rows import Effort, Row, Rows

_LONGEST_SILENCE = 100.0
"""Milliseconds after which a user who cancels thinks that nothing happens."""


def rows(effort: Effort) -> Rows:
    """Lay out, once each: it takes long, and is the same every time."""
    for size in effort.sizes:
        if size <= 3_000:
            for name, request in _requests(size):
                for engine in Engine:
                    yield from _measured(name, request, engine)


def _requests(size: int) -> Iterator[tuple[str, LayoutRequest]]:
    links = size * 3 // 2
    yield f"layout of {size} boxes", layered_graph(size, links)
    yield f"layout of {size} boxes in {size // 50} groups", layered_graph(size, links, size // 50)
    whole = layered_graph(size, links)
    half = (
        replace(box, fixed=(int(box.id) % 60 * 260, int(box.id) // 60 * 130)) if int(box.id) % 2 else box
        for box in whole.boxes
    )
    yield f"layout of {size} boxes, every other one fixed", replace(whole, boxes=tuple(half))


def layered_graph(count: int, links: int, groups: int = 0) -> LayoutRequest:
    """Boxes with links mostly to boxes a little further on, 2 % of them backwards; groups are stretches of boxes."""
    rnd = random.Random(count)
    boxes = tuple(
        Box(str(i), 160 + 20 * (i % 4), 60 + 10 * (i % 3), f"g{i * groups // count}" if groups else None)
        for i in range(count)
    )
    ends = [(i, min(count - 1, i + 1 + int(rnd.expovariate(1 / 60)))) for i in rnd.choices(range(count - 1), k=links)]
    return LayoutRequest(
        boxes, tuple(Link(str(b), str(a)) if rnd.random() < 0.02 else Link(str(a), str(b)) for a, b in ends)
    )


def _measured(name: str, request: LayoutRequest, engine: Engine) -> Rows:
    moments = [time.perf_counter()]

    def cancelled() -> bool:
        moments.append(time.perf_counter())
        return False

    used = lay_out(request, engine=engine, cancelled=cancelled).engine
    moments.append(time.perf_counter())
    asked = f"{name}, by {engine.value}" + (f" (done by {used.value})" if used is not engine else "")
    yield Row(asked, (moments[-1] - moments[0]) * 1e3)
    silence = max(after - before for before, after in pairwise(moments)) * 1e3
    yield Row(f"{asked}: longest deaf to cancelling", silence, most=_LONGEST_SILENCE)
