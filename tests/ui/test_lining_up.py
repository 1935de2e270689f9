from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain.entities import NodeId
from gvkaart.picture.primitives import Rect, bounding
from gvkaart.ui.lining_up import NARROWER, WIDER, Axis, Centres, Frames, Line, aligned, in_file, scaled, spread

A, B, C = NodeId("a"), NodeId("b"), NodeId("c")
THREE = {
    A: Rect(0.0, 0.0, 100.0, 40.0),
    B: Rect(300.0, 100.0, 60.0, 80.0),
    C: Rect(120.0, 30.0, 80.0, 40.0),
}
frames = st.lists(
    st.builds(
        lambda x, y, w, h: Rect(float(x), float(y), 2.0 * w, 2.0 * h),
        *2 * [st.integers(-500, 500)],
        *2 * [st.integers(1, 90)],
    ),
    min_size=2,
    max_size=9,
).map(lambda boxes: {NodeId(f"n{number}"): box for number, box in enumerate(boxes)})


def put(around: Frames, centres: Centres) -> list[Rect]:
    return [
        Rect(x - around[one].width / 2, y - around[one].height / 2, *around[one][2:]) for one, (x, y) in centres.items()
    ]


@pytest.mark.parametrize(
    ("line", "centres"),
    [
        (Line.LEFT, {A: (50, 20), B: (30, 140), C: (40, 50)}),
        (Line.CENTRE, {A: (180, 20), B: (180, 140), C: (180, 50)}),
        (Line.RIGHT, {A: (310, 20), B: (330, 140), C: (320, 50)}),
        (Line.TOP, {A: (50, 20), B: (330, 40), C: (160, 20)}),
        (Line.MIDDLE, {A: (50, 90), B: (330, 90), C: (160, 90)}),
        (Line.BOTTOM, {A: (50, 160), B: (330, 140), C: (160, 160)}),
    ],
)
def test_one_side_or_the_middles_come_on_one_line(line: Line, centres: Centres) -> None:
    assert aligned(THREE, line) == centres


@pytest.mark.parametrize("line", Line)
def test_what_is_aligned_stays_so(line: Line) -> None:
    once = aligned(THREE, line)
    assert aligned(dict(zip(once, put(THREE, once), strict=True)), line) == once


@settings(max_examples=50)
@given(frames)
def test_spread_gives_equal_room_and_leaves_the_ends(around: Frames) -> None:
    boxes = put(around, spread(around, Axis.ACROSS))  # in the order in which they stood
    rooms = [after.x - before.right for before, after in pairwise(boxes)]
    assert max(rooms) - min(rooms) <= 2.0, "places are whole units"
    first = min(around.values(), key=lambda box: box.x + box.width / 2)
    assert min(box.x for box in boxes) <= first.x + 1.0


def test_spread_downwards() -> None:
    assert spread(THREE, Axis.DOWN) == {A: (50, 20), C: (160, 70), B: (330, 140)}


@settings(max_examples=50)
@given(frames, st.sampled_from(Axis))
def test_a_row_or_column_has_one_middle_and_nothing_over_another(around: Frames, axis: Axis) -> None:
    centres = in_file(around, axis)
    across = axis is Axis.ACROSS
    middle = bounding(around.values()).centre[1 if across else 0]
    assert all(abs((y if across else x) - middle) <= 0.5 for x, y in centres.values())
    boxes = put(around, centres)
    ends = [(box.x, box.right) if across else (box.y, box.bottom) for box in boxes]
    assert all(after[0] - before[1] >= 23.0 for before, after in pairwise(ends))


def test_a_row_keeps_the_room_there_is() -> None:
    apart = {A: Rect(0.0, 0.0, 100.0, 40.0), B: Rect(500.0, 10.0, 100.0, 40.0)}
    assert in_file(apart, Axis.ACROSS) == {A: (50, 25), B: (550, 25)}


def test_a_group_grows_around_its_middle() -> None:
    assert scaled(THREE, 2.0) == {A: (-80, -50), B: (480, 190), C: (140, 10)}
    assert bounding(put(THREE, scaled(THREE, WIDER))).width > bounding(THREE.values()).width


def test_a_group_shrinks_until_items_would_touch() -> None:
    two = {A: Rect(0.0, 0.0, 100.0, 40.0), B: Rect(150.0, 0.0, 100.0, 40.0)}
    assert scaled(two, NARROWER) == {A: (65, 20), B: (185, 20)}
    close = {A: Rect(0.0, 0.0, 100.0, 40.0), B: Rect(110.0, 0.0, 100.0, 40.0)}
    assert scaled(close, NARROWER) == {A: (53, 20), B: (157, 20)}
    over = {A: Rect(0.0, 0.0, 100.0, 40.0), B: Rect(50.0, 0.0, 100.0, 40.0)}
    assert scaled(over, NARROWER) == {A: (55, 20), B: (95, 20)}


@settings(max_examples=50)
@given(frames)
def test_shrinking_lays_nothing_over_anything_else(around: Frames) -> None:
    before, after = list(around.values()), put(around, scaled(around, NARROWER))
    for one in range(len(before)):
        for other in range(one):
            assert before[one].touches(before[other]) or not after[one].touches(after[other])
