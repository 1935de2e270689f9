"""The index of what lies where."""

from hypothesis import given
from hypothesis import strategies as st

from gvkaart.picture.grid import GridIndex
from gvkaart.picture.primitives import Rect

NUMBERS = st.integers(-3000, 3000).map(float)
SIZES = st.sampled_from([0.0, 40.0, 200.0, 3000.0, 20000.0])
RECTS = st.builds(Rect, NUMBERS, NUMBERS, SIZES, SIZES)


@given(st.lists(RECTS, max_size=20), st.lists(st.integers(0, 19), max_size=8), RECTS)
def test_the_index_finds_what_a_look_at_everything_would(boxes: list[Rect], removed: list[int], asked: Rect) -> None:
    grid: GridIndex[int] = GridIndex()
    for number, box in enumerate(boxes):
        grid.put(number, Rect(box.y, box.x, box.height, box.width))
        grid.put(number, box)  # moved
    for number in removed:
        grid.remove(number)
    left = [number for number in range(len(boxes)) if number not in removed]
    assert grid.touching(asked) == [number for number in left if boxes[number].touches(asked)]
    assert grid.about([asked, asked]) >= set(grid.touching(asked))
