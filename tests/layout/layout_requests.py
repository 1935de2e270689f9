"""Requests for the tests: random ones, and what must hold for every answer."""

from itertools import combinations

from hypothesis import strategies as st

from gvkaart.layout import Box, Direction, LayoutRequest, LayoutResult, Link
from gvkaart.layout.model import MIN_GAP
from gvkaart.layout.spots import too_near

_LENGTHS = st.integers(1, 300)
_PLACES = st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000))


@st.composite
def layout_requests(draw: st.DrawFn, *, fixed: bool = True, most: int = 14) -> LayoutRequest:
    """Any graph: loops, doubles, cycles, groups, fixed boxes that may lie on top of each other."""
    count = draw(st.integers(0, most))
    places = st.none() | _PLACES if fixed else st.none()
    groups = st.sampled_from([None, None, "a", "b"])
    boxes = tuple(Box(f"box {i}", draw(_LENGTHS), draw(_LENGTHS), draw(groups), draw(places)) for i in range(count))
    ends = st.sampled_from([box.id for box in boxes]) if boxes else st.nothing()
    links = draw(st.lists(st.builds(Link, ends, ends), max_size=2 * most)) if boxes else []
    return LayoutRequest(boxes, tuple(links), draw(st.sampled_from(Direction)))


def overlaps(request: LayoutRequest, result: LayoutResult) -> list[tuple[str, str]]:
    """Pairs nearer to each other than allowed; pairs of fixed boxes are nobody's fault."""
    return [
        (a.id, b.id)
        for a, b in combinations(request.boxes, 2)
        if (a.fixed is None or b.fixed is None)
        and too_near(result.centres[a.id], (a.width, a.height), result.centres[b.id], (b.width, b.height), MIN_GAP)
    ]


def frame(
    request: LayoutRequest, result: LayoutResult, ids: set[str] | None = None
) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of all boxes, or of some."""
    some = [(box, result.centres[box.id]) for box in request.boxes if ids is None or box.id in ids]
    return (
        min(x - box.width / 2 for box, (x, _) in some),
        min(y - box.height / 2 for box, (_, y) in some),
        max(x + box.width / 2 for box, (x, _) in some),
        max(y + box.height / 2 for box, (_, y) in some),
    )


def aspect(request: LayoutRequest, result: LayoutResult) -> float:
    left, top, right, bottom = frame(request, result)
    return (right - left) / (bottom - top)
