"""Bands, lanes and rings: every box where it belongs, none over another, always the same, and stopped when asked."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings

from gvkaart.layout import (
    Bands,
    Box,
    Cell,
    LayoutCancelled,
    LayoutRequest,
    LayoutResult,
    Link,
    in_bands,
    in_lanes,
    in_rings,
)
from gvkaart.layout.lanes import ANYWHERE
from gvkaart.layout.rings import RATIO, rings_around
from tests.benchmarks.bench_layout import layered_graph
from tests.layout.layout_requests import aspect, frame, layout_requests, overlaps

Arrange = Callable[[LayoutRequest, Callable[[], bool]], LayoutResult]


def bands_by_number(request: LayoutRequest, cancelled: Callable[[], bool] = lambda: False) -> LayoutResult:
    band = {box.id: number % 4 for number, box in enumerate(request.boxes)}
    adrift = frozenset(box.id for number, box in enumerate(request.boxes) if number % 12 == 3)
    return in_bands(request, Bands(band, adrift), cancelled)


def lanes_by_number(request: LayoutRequest, cancelled: Callable[[], bool] = lambda: False) -> LayoutResult:
    cells = {
        box.id: Cell(number % 5, number % 3) if number % 5 < 4 else Cell(4, ANYWHERE)
        for number, box in enumerate(request.boxes)
    }
    return in_lanes(request, cells, 3, cancelled)


def rings_around_first(request: LayoutRequest, cancelled: Callable[[], bool] = lambda: False) -> LayoutResult:
    return in_rings(request, [box.id for box in request.boxes[:1]], cancelled)


ARRANGEMENTS: tuple[Arrange, ...] = (bands_by_number, lanes_by_number, rings_around_first)
each = pytest.mark.parametrize("arrange", ARRANGEMENTS)


@each
@settings(max_examples=40)
@given(request_=layout_requests())
def test_nothing_overlaps_and_what_is_fixed_stays(arrange: Arrange, request_: LayoutRequest) -> None:
    result = arrange(request_, lambda: False)
    assert overlaps(request_, result) == []
    assert {box.id: result.centres[box.id] for box in request_.boxes if box.fixed} == {
        box.id: box.fixed for box in request_.boxes if box.fixed
    }
    assert arrange(request_, lambda: False) == result


@each
def test_it_can_be_stopped(arrange: Arrange) -> None:
    asked = iter(range(100))
    with pytest.raises(LayoutCancelled):
        arrange(layered_graph(60, 90), lambda: next(asked) > 3)


@each
def test_three_thousand_boxes_do_not_overlap(arrange: Arrange) -> None:
    request = layered_graph(3_000, 4_500)
    result = arrange(request, lambda: False)
    corners = {(x // 40, y // 40) for x, y in result.centres.values()}
    assert len(corners) == len(request.boxes)


@each
def test_no_boxes_are_no_trouble(arrange: Arrange) -> None:
    assert not arrange(LayoutRequest((), ()), lambda: False).centres


@each
def test_where_the_links_lead_decides_who_stands_near_whom(arrange: Arrange) -> None:
    """Boxes tied in pairs stand nearer to each other than to the others, on average."""
    count = 80
    boxes = tuple(Box(str(number), 140, 60) for number in range(count))
    pairs = [(number, (number * 7 + 20) % count) for number in range(0, count, 2)]
    request = LayoutRequest(boxes, tuple(Link(str(a), str(b)) for a, b in pairs if a != b))
    tied, bare = arrange(request, lambda: False), arrange(replace(request, links=()), lambda: False)

    def length(result: LayoutResult) -> float:
        ends = [(result.centres[link.source], result.centres[link.target]) for link in request.links]
        return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in ends)

    if arrange is not rings_around_first:  # without links all boxes stand below the rings
        assert length(tied) < 0.9 * length(bare)


def test_bands_lie_below_each_other_and_what_drifts_lies_apart() -> None:
    request = layered_graph(120, 180)
    result = bands_by_number(request)
    drifting = {box.id for number, box in enumerate(request.boxes) if number % 12 == 3}
    for upper in range(3):
        above = {box.id for number, box in enumerate(request.boxes) if number % 4 == upper}
        below = {box.id for number, box in enumerate(request.boxes) if number % 4 == upper + 1} - drifting
        assert frame(request, result, above - drifting)[3] + 100 < frame(request, result, below)[1]
    firm = {box.id for box in request.boxes} - drifting
    assert frame(request, result, firm)[2] + 80 < frame(request, result, drifting)[0]
    for one in drifting:
        left, top, right, bottom = frame(request, result, {one})
        for other in drifting - {one}:
            x1, y1, x2, y2 = frame(request, result, {other})
            assert x1 - right >= 40 or left - x2 >= 40 or y1 - bottom >= 40 or top - y2 >= 40


def test_lanes_do_not_mix_and_have_the_same_columns() -> None:
    request = layered_graph(100, 150)
    result = lanes_by_number(request)
    lanes = [{box.id for number, box in enumerate(request.boxes) if number % 5 == lane} for lane in range(5)]
    spans = sorted((frame(request, result, lane)[1], frame(request, result, lane)[3]) for lane in lanes)
    assert all(first[1] < second[0] for first, second in pairwise(spans))
    assert frame(request, result, lanes[3])[1] > max(frame(request, result, lane)[3] for lane in lanes[:3])
    columns = [
        {box.id for number, box in enumerate(request.boxes) if number % 3 == column and number % 5 < 4}
        for column in range(3)
    ]
    assert all(frame(request, result, one)[2] < frame(request, result, other)[0] for one, other in pairwise(columns))


def test_lanes_with_much_in_common_are_neighbours() -> None:
    boxes = tuple(Box(f"{lane}-{number}", 140, 60) for lane in range(4) for number in range(3))
    links = tuple(Link(f"{a}-{n}", f"{b}-{n}") for a, b in ((0, 3), (3, 1), (1, 2)) for n in range(3))
    cells = {box.id: Cell(int(box.id[0]), 0) for box in boxes}
    result = in_lanes(LayoutRequest(boxes, links), cells, 4)
    order = sorted(range(4), key=lambda lane: result.centres[f"{lane}-0"][1])
    assert order in ([0, 3, 1, 2], [2, 1, 3, 0])


def test_the_nearer_in_the_graph_the_nearer_to_the_middle() -> None:
    request = layered_graph(200, 320)
    result = rings_around_first(request)
    ties: dict[str, list[str]] = {box.id: [] for box in request.boxes}
    for link in request.links:
        ties[link.source].append(link.target)
        ties[link.target].append(link.source)
    x0, y0 = result.centres[request.boxes[0].id]
    rings = rings_around([request.boxes[0].id], ties)
    reach = [
        [(((x - x0) / RATIO) ** 2 + (y - y0) ** 2) ** 0.5 for x, y in (result.centres[one] for one in ring)]
        for ring in rings
    ]
    means = [sum(one) / len(one) for one in reach]
    assert means == sorted(means)
    reached = {one for ring in rings for one in ring}
    loose = {box.id for box in request.boxes} - reached
    if loose:
        assert frame(request, result, loose)[1] > frame(request, result, reached)[3] - 200


def test_a_ring_without_a_middle_is_around_the_box_with_the_most_links() -> None:
    boxes = tuple(Box(str(number), 100, 40) for number in range(6))
    star = LayoutRequest(boxes, tuple(Link("3", str(number)) for number in range(6)))
    assert in_rings(star, []) == in_rings(star, ["3"])


@pytest.mark.parametrize("arrange", [bands_by_number, rings_around_first])
def test_the_whole_fits_a_screen(arrange: Arrange) -> None:
    request = layered_graph(200, 300)
    assert 0.6 < aspect(request, arrange(request, lambda: False)) < 3.0


def test_partial_requests_keep_their_free_boxes_clear_of_the_fixed() -> None:
    request = layered_graph(40, 60)
    taken = partial(replace, request.boxes[0], fixed=(0, 0))
    fixed = LayoutRequest((taken(), *request.boxes[1:]), request.links)
    for arrange in ARRANGEMENTS:
        assert overlaps(fixed, arrange(fixed, lambda: False)) == []
