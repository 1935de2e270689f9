"""How long a layout takes, and how soon it can be cancelled: `python -m tests.benchmarks.bench_layout`."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from gvkaart.layout import Box, Engine, LayoutRequest, Link, lay_out


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: seconds for the layout, and the longest time in which nobody asked whether to go on."""

    name: str
    asked: Engine
    used: Engine
    seconds: float
    longest_silence: float


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


def cases() -> Iterator[tuple[str, LayoutRequest]]:
    for count, links, groups in (
        (200, 300, 0),
        (200, 300, 5),
        (1_000, 1_500, 0),
        (3_000, 4_500, 0),
        (3_000, 4_500, 60),
    ):
        yield f"{count} boxes, {links} links, {groups} groups", layered_graph(count, links, groups)
    whole = layered_graph(3_000, 4_500)
    half = (
        replace(b, fixed=(int(b.id) % 60 * 260, int(b.id) // 60 * 130)) if i % 2 else b
        for i, b in enumerate(whole.boxes)
    )
    yield "3000 boxes, every other one fixed", replace(whole, boxes=tuple(half))


def measure(name: str, request: LayoutRequest, engine: Engine) -> Row:
    moments = [time.perf_counter()]

    def cancelled() -> bool:
        moments.append(time.perf_counter())
        return False

    result = lay_out(request, engine=engine, cancelled=cancelled)
    moments.append(time.perf_counter())
    silence = max(b - a for a, b in pairwise(moments))
    return Row(name, engine, result.engine, moments[-1] - moments[0], silence)


def rows() -> list[Row]:
    """All cases by both engines."""
    return [measure(name, request, engine) for name, request in cases() for engine in Engine]


if __name__ == "__main__":
    for row in rows():
        print(f"{row.name:40} {row.asked.value:9}{row.used.value:9}{row.seconds:7.2f} s{row.longest_silence:7.3f} s")
