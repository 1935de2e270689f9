import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain.metamodel import KINDS
from gvkaart.picture.nodes import STYLES
from gvkaart.picture.shapes import SHAPES, border_point, corners_of, outline_of, transformed

SHAPE = st.sampled_from(sorted(SHAPES))
WIDTH, HEIGHT = st.integers(100, 260), st.integers(40, 120)


def test_every_kind_has_a_style_and_a_silhouette() -> None:
    assert set(KINDS) <= set(STYLES)
    assert {style.shape for style in STYLES.values()} == set(SHAPES)


def test_silhouettes_of_kinds_differ() -> None:
    same = {frozenset(pair) for pair in combinations(SHAPES, 2) if len({outline_of(s, 140, 60) for s in pair}) == 1}
    # Pillars inside tell a legal basis from a fact.
    assert same == {frozenset({"fact", "legal_basis"})}
    assert SHAPES["legal_basis"].extra is not None


@given(SHAPE, WIDTH, HEIGHT)
def test_a_silhouette_fills_its_box_and_stays_inside(shape: str, width: int, height: int) -> None:
    xs, ys = zip(*corners_of(shape, width, height), strict=True)
    assert (min(xs), max(xs)) == pytest.approx((-width / 2, width / 2))
    assert min(ys) == pytest.approx(-height / 2)
    assert height / 2 - 9 <= max(ys) <= height / 2 + 1e-6


@given(SHAPE, WIDTH, HEIGHT, st.floats(0, math.tau))
def test_a_line_leaves_a_silhouette_at_its_border(shape: str, width: int, height: int, angle: float) -> None:
    corners = corners_of(shape, width, height)
    dx, dy = math.cos(angle), math.sin(angle)
    x, y = border_point(corners, dx, dy)
    assert x * dy - y * dx == pytest.approx(0, abs=1e-6)  # on the ray
    assert abs(x) <= width / 2 + 1e-6
    assert abs(y) <= height / 2 + 1e-6
    assert math.hypot(x, y) >= min(width, height) / 2 - 22  # no deeper than the deepest notch


def test_a_line_that_goes_nowhere_stays_where_it_is() -> None:
    assert border_point(corners_of("fact", 100, 50), 0.0, 0.0, 3.0, 4.0) == (3.0, 4.0)
    assert border_point(corners_of("fact", 100, 50), 1.0, 0.0, 200.0, 0.0) == (200.0, 0.0)


def test_an_outline_can_be_made_smaller_and_put_elsewhere() -> None:
    assert transformed((("M", 10.0, 20.0), ("Z",)), 0.5, 1.0, 2.0) == (("M", 6.0, 12.0), ("Z",))
