"""How long a layout takes by each engine and in each way, and the longest time in which nobody asked whether to go on.

Of the first example also how well each arrangement reads: lines that cross, lines under boxes, words that are covered.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from gvkaart import assets
from gvkaart.domain import layout_edits
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import LayoutId, NodeId
from gvkaart.domain.metamodel import WAYS
from gvkaart.exchange.case_file import read_case
from gvkaart.layout import Bands, Box, Cell, Engine, LayoutRequest, Link, in_bands, in_lanes, in_rings, lay_out
from gvkaart.layout.process import ProgramFailed, find_dot, run
from gvkaart.picture.asking import layout_asked
from gvkaart.picture.case import scene_of
from gvkaart.picture.scene import build_picture
from gvkaart.picture.theme import LIGHT
from gvkaart.words import load_words
from tests.benchmarks.rows import Effort, Row, Rows
from tests.picture.readability import readability

_LONGEST_SILENCE = 100.0
"""Milliseconds after which a user who cancels thinks that nothing happens."""


_DOT_TAKES = 2_000
"""Boxes that `dot` places within a few seconds."""


def rows(effort: Effort) -> Rows:
    """Lay out, once each: it takes long, and is the same every time."""
    for size in effort.sizes:
        if size <= 3_000:
            for name, request in _requests(size):
                for engine in Engine:
                    yield from _measured(name, request, engine)
            yield from _other_ways(size)
        if size <= _DOT_TAKES:
            yield from _beside_dot(size)
    yield from _legible()


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


def _beside_dot(size: int) -> Rows:
    """Lay out, beside a bare `dot` process that is given the whole graph at once."""
    request = layered_graph(size, size * 3 // 2)
    try:
        program = find_dot()
    except ProgramFailed:
        return
    text = _dot_text(request).encode()
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        run(program, text, 60.0, lambda: None)
        middle = time.perf_counter()
        lay_out(request, timeout=60.0)
        times.append((middle - begin, time.perf_counter() - middle))
    bare, ours = (statistics.median(column) * 1e3 for column in zip(*times, strict=True))
    yield Row(f"layout of {size} boxes", ours, floor=bare, floor_is="the dot process alone", most_ratio=1.2)


def _dot_text(request: LayoutRequest) -> str:
    number = {box.id: f"n{place}" for place, box in enumerate(request.boxes)}
    limits = "nslimit=0.5,mclimit=0.3," if len(request.boxes) > _DOT_TAKES // 5 else ""
    head = f'digraph{{graph[{limits}nodesep=0.5,ranksep=1,splines=line];node[shape=box,fixedsize=true,label=""];'
    boxes = (f"{number[box.id]}[width={box.width / 72:.3f},height={box.height / 72:.3f}];" for box in request.boxes)
    links = (f"{number[link.source]}->{number[link.target]};" for link in request.links)
    return f"{head}{''.join(boxes)}{''.join(links)}}}"


def _other_ways(size: int) -> Rows:
    request = layered_graph(size, size * 3 // 2)
    ids = [box.id for box in request.boxes]
    bands = Bands({id_: number * 5 // size for number, id_ in enumerate(ids)})
    cells = {id_: Cell(number * 8 // size, number % 5) for number, id_ in enumerate(ids)}
    ways: dict[str, Callable[[Callable[[], bool]], object]] = {
        "bands": lambda cancelled: in_bands(request, bands, cancelled),
        "lanes": lambda cancelled: in_lanes(request, cells, 6, cancelled),
        "rings": lambda cancelled: in_rings(request, ids[:1], cancelled),
    }
    for name, way in ways.items():
        moments = [time.perf_counter()]

        def cancelled(moments: list[float] = moments) -> bool:
            moments.append(time.perf_counter())
            return False

        way(cancelled)
        moments.append(time.perf_counter())
        yield Row(f"{size} boxes in {name}", (moments[-1] - moments[0]) * 1e3)
        silence = max(after - before for before, after in pairwise(moments)) * 1e3
        yield Row(f"{size} boxes in {name}: longest deaf to cancelling", silence, most=_LONGEST_SILENCE)


def _legible() -> Rows:
    graph = read_case(assets.example_bytes("laatsignalering.yaml"))
    map_id, words = next(iter(graph.maps)), load_words("nl")
    for way in WAYS:
        shown = graph.with_changes(layout_edits.show_layout(graph, map_id, LayoutId(way)))
        view = CaseView(shown, map_id)
        centres = layout_asked(view, words, {}).answered(lambda: False).centres
        scene = scene_of(view, words, {NodeId(node): centre for node, centre in centres.items()})
        read = readability(build_picture(scene, LIGHT, words))
        for name, count in read._asdict().items():
            yield Row(f"the first example, {way}: {name}", float(count), unit="")
