from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.picture.primitives import Rect
from gvkaart.ui.scaling import AS_IT_IS, CORNERS, Corner, Room, Scaling, Stretch

LOW_RIGHT = Corner(right=True, low=True)
SQUARE = {
    "a": Rect(-50.0, -20.0, 100.0, 40.0),
    "b": Rect(250.0, -20.0, 100.0, 40.0),
    "c": Rect(-50.0, 180.0, 100.0, 40.0),
    "d": Rect(250.0, 180.0, 100.0, 40.0),
}
"""Middles at 0 and 300 across, at 0 and 200 down."""
groups = st.lists(
    st.builds(
        lambda x, y, w, h: Rect(float(x - w), float(y - h), 2.0 * w, 2.0 * h),
        *2 * [st.integers(-400, 400)],
        *2 * [st.integers(1, 90)],
    ),
    min_size=2,
    max_size=8,
)
pulls = st.floats(-900.0, 900.0)


def put(boxes: list[Rect], scaling: Scaling) -> list[Rect]:
    centres = scaling.centres({str(number): box for number, box in enumerate(boxes)})
    return [
        Rect(x - box.width / 2, y - box.height / 2, box.width, box.height)
        for box, (x, y) in zip(boxes, centres.values(), strict=True)
    ]


def lain_over(before: list[Rect], after: list[Rect]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that stood apart and do so no longer."""
    for one, other in combinations(range(len(before)), 2):
        if not before[one].touches(before[other]) and after[one].touches(after[other]):
            yield one, other


@pytest.mark.parametrize("corner", CORNERS)
def test_a_corner_takes_its_item_along_and_the_opposite_item_stays(corner: Corner) -> None:
    dx, dy = (60.0 if corner.right else -60.0), (30.0 if corner.low else -30.0)
    centres = Stretch(SQUARE.values(), corner).pulled(dx, dy, evenly=False).centres(SQUARE)
    across, down = (0.0, 300.0) if corner.right else (300.0, 0.0), (0.0, 200.0) if corner.low else (200.0, 0.0)
    near = next(key for key, box in SQUARE.items() if box.centre == (across[0], down[0]))
    far = next(key for key, box in SQUARE.items() if box.centre == (across[1], down[1]))
    assert centres[near] == (across[0], down[0])
    assert centres[far] == (across[1] + dx, down[1] + dy)


def test_evenly_keeps_the_ratio() -> None:
    scaling = Stretch(SQUARE.values(), LOW_RIGHT).pulled(130.0, 0.0, evenly=True)
    assert scaling.factors[0] == scaling.factors[1] == pytest.approx(1.3)
    assert Stretch(SQUARE.values(), LOW_RIGHT).pulled(300.0, 200.0, evenly=True).factors == (2.0, 2.0)


def test_a_row_stays_a_row() -> None:
    row = {key: SQUARE[key] for key in "ab"}
    assert Stretch(row.values(), LOW_RIGHT).pulled(30.0, 500.0, evenly=False).centres(row) == {
        "a": (0, 0),
        "b": (330, 0),
    }
    one_spot = [SQUARE["a"], SQUARE["a"]]
    assert Stretch(one_spot, LOW_RIGHT).pulled(30.0, 30.0, evenly=True).factors == (1.0, 1.0)


def test_a_group_goes_no_nearer_than_just_apart() -> None:
    scaling = Stretch(SQUARE.values(), LOW_RIGHT).pulled(-900.0, -900.0, evenly=False)
    assert scaling.centres(SQUARE) == {"a": (0, 0), "b": (104, 0), "c": (0, 44), "d": (104, 44)}
    even = Stretch(SQUARE.values(), LOW_RIGHT).pulled(-900.0, -900.0, evenly=True)
    assert even.centres(SQUARE) == {"a": (0, 0), "b": (104, 0), "c": (0, 69), "d": (104, 69)}


def test_one_side_that_cannot_go_on_does_not_hold_the_other() -> None:
    row = [Rect(0.0, 0.0, 100.0, 40.0), Rect(110.0, 0.0, 100.0, 40.0), Rect(0.0, 300.0, 100.0, 40.0)]
    across, down = Stretch(row, LOW_RIGHT).pulled(-60.0, -150.0, evenly=False).factors
    assert across == pytest.approx(104 / 110)
    assert down == 0.5


def test_what_lies_over_each_other_already_may_come_nearer_but_not_to_one_point() -> None:
    over = [Rect(0.0, 0.0, 100.0, 40.0), Rect(50.0, 20.0, 100.0, 40.0)]
    assert Stretch(over, LOW_RIGHT).pulled(-30.0, -900.0, evenly=False).factors == (0.4, 0.1)
    assert Stretch(over, LOW_RIGHT).pulled(-900.0, -900.0, evenly=True).factors == (0.1, 0.1)


def test_the_room_of_nothing_is_free() -> None:
    assert Room(()).even(0.3) == 0.3
    assert Room(()).nearest((0.3, 2.0), (100.0, 100.0)) == (0.3, 2.0)


@settings(max_examples=100)
@given(groups, st.sampled_from(CORNERS), pulls, pulls, st.booleans())
def test_pulling_lays_nothing_over_anything_else(
    boxes: list[Rect], corner: Corner, dx: float, dy: float, evenly: bool
) -> None:
    scaling = Stretch(boxes, corner).pulled(dx, dy, evenly=evenly)
    assert not list(lain_over(boxes, put(boxes, scaling)))


@settings(max_examples=100)
@given(groups, st.sampled_from(CORNERS), pulls, pulls)
def test_no_side_is_held_that_could_go_on(boxes: list[Rect], corner: Corner, dx: float, dy: float) -> None:
    """A side either gets what was asked, or a little further some pair is nearer than it may be."""
    stretch = Stretch(boxes, corner)
    scaling = stretch.pulled(dx, dy, evenly=False)
    free = Stretch(boxes[:1] * 2, corner)  # of one place there is nothing to hold
    free._span = stretch._span
    wanted = free.pulled(dx, dy, evenly=False).factors
    for axis in (0, 1):
        held = scaling.factors[axis] - wanted[axis]
        assert held >= 0.0
        if held > 0.01:
            further = [*scaling.factors]
            further[axis] -= 0.001
            nearer = scaling._replace(factors=(further[0], further[1]))
            grown = [box.grown(2.01) for box in boxes]
            after = [box.moved(*_moved(box, nearer)) for box in grown]
            assert any(
                after[one].touches(after[other])
                for one, other in combinations(range(len(boxes)), 2)
                if not boxes[one].touches(boxes[other])
            )


def _moved(box: Rect, scaling: Scaling) -> tuple[float, float]:
    (x, y), (to_x, to_y) = box.centre, scaling.put(*box.centre)
    return to_x - x, to_y - y


@given(groups)
def test_as_it_is_leaves_everything_where_it_is(boxes: list[Rect]) -> None:
    assert put(boxes, AS_IT_IS) == boxes
