import math

from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.picture.primitives import Rect
from gvkaart.ui.canvas.snapping import Guide, Neighbours, Snapped

REACH = 6.0
BOX = Rect(0.0, 0.0, 100.0, 40.0)
whole = st.integers(-300, 300)
boxes = st.builds(
    lambda x, y, w, h: Rect(float(x), float(y), float(w), float(h)), whole, whole, *2 * [st.integers(1, 99)]
)


def test_a_side_comes_in_line_with_a_side_and_says_so() -> None:
    beside = Neighbours([Rect(300.0, 200.0, 60.0, 40.0)])
    snapped = beside.snap(BOX, (296.0, 0.0), REACH)
    assert snapped == Snapped((300.0, 0.0), (Guide(300.0, 0.0, 300.0, 240.0),))


def test_a_middle_comes_in_line_with_a_middle() -> None:
    beside = Neighbours([Rect(300.0, 200.0, 60.0, 90.0)])
    snapped = beside.snap(BOX, (0.0, 222.0), REACH)
    assert snapped == Snapped((0.0, 225.0), (Guide(0.0, 245.0, 360.0, 245.0),))


def test_both_ways_at_once_the_nearest_wins_and_a_line_reaches_over_all_that_stand_on_it() -> None:
    beside = Neighbours(
        [Rect(300.0, 100.0, 100.0, 40.0), Rect(305.0, 300.0, 90.0, 40.0), Rect(300.0, 500.0, 100.0, 40.0)]
    )
    snapped = beside.snap(BOX, (299.0, 302.0), REACH)
    assert snapped.shift == (300.0, 300.0)
    assert snapped.guides[0] == Guide(350.0, 100.0, 350.0, 540.0), "all three have their middle there"
    assert len(snapped.guides) == 2


def test_nothing_near_pulls_nothing() -> None:
    assert Neighbours([]).snap(BOX, (3.0, 4.0), REACH) == Snapped((3.0, 4.0))
    assert Neighbours([Rect(300.0, 200.0, 60.0, 40.0)]).snap(BOX, (3.0, 4.0), REACH) == Snapped((3.0, 4.0))


@settings(max_examples=60)
@given(st.lists(boxes, max_size=12), boxes, whole, whole)
def test_bisection_finds_what_a_look_at_everything_would(around: list[Rect], box: Rect, dx: int, dy: int) -> None:
    snapped = Neighbours(around).snap(box, (float(dx), float(dy)), REACH)
    carried = box.moved(float(dx), float(dy))
    assert abs(snapped.shift[0] - dx) == pull([(one.x, one.right) for one in around], (carried.x, carried.right))
    assert abs(snapped.shift[1] - dy) == pull([(one.y, one.bottom) for one in around], (carried.y, carried.bottom))


def pull(spans: list[tuple[float, float]], own: tuple[float, float]) -> float:
    """Look at everything: how far the nearest side or middle is, 0 when none is within reach."""
    far = [abs(side - mine) for span in spans for side in span for mine in own]
    far += [abs(sum(span) - sum(own)) / 2 for span in spans]
    nearest = min(far, default=math.inf)
    return nearest if nearest <= REACH else 0.0
