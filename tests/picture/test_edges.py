import math
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain.metamodel import RELATIONS
from gvkaart.picture.edges import FAMILIES, MANNERS, EdgeDrawing, End, Head, head_at
from gvkaart.picture.primitives import Family, Line, Link, Path, Point, Text
from gvkaart.picture.shapes import corners_of
from gvkaart.picture.theme import LIGHT


class Box(NamedTuple):
    """What an edge ends at."""

    corners: tuple[Point, ...] = corners_of("fact", 140.0, 60.0)


def edge(x: float, y: float, family: Family = Family.SUPPORT, label: str = "", offset: float = 0.0) -> EdgeDrawing:
    """Return an edge from a box at the origin to a box at (x, y)."""
    link = Link("a", "b", family, label, offset)
    return EdgeDrawing(link, End(0.0, 0.0, Box()), End(x, y, Box()), LIGHT)


def line_of(drawing: EdgeDrawing) -> Line:
    return next(part for part in drawing.body if isinstance(part, Line))


def test_every_relation_belongs_to_one_family() -> None:
    assert set(FAMILIES) == set(RELATIONS)
    assert set(FAMILIES.values()) == set(Family) == set(MANNERS)


def test_families_differ_without_colour() -> None:
    manners = {(manner.dash, manner.head) for manner in MANNERS.values()}
    assert len(manners) == len(Family)


def test_a_long_line_is_lighter_and_of_the_same_kind() -> None:
    for family in Family:
        near, far = edge(400.0, 0.0, family).stroke, edge(4000.0, 0.0, family).stroke
        assert far.width < near.width
        assert far.colour != near.colour
        assert far.dash == near.dash


def test_an_edge_runs_from_border_to_border() -> None:
    line = line_of(edge(400.0, 0.0, Family.RELATES))
    assert (line.x1, line.y1, line.x2, line.y2) == (70.0, 0.0, 330.0, 0.0)


@pytest.mark.parametrize("head", Head)
def test_the_line_stops_where_the_head_begins(head: Head) -> None:
    back, parts = head_at(head, (100.0, 0.0), (1.0, 0.0), "#000000")
    reach = [x for part in parts if isinstance(part, Path) for _, x, _ in (c for c in part.outline if len(c) == 3)]
    assert max(reach, default=100.0) == 100.0
    assert min(reach, default=100.0) <= 100.0 - back


@given(st.integers(-900, 900), st.integers(-900, 900), st.sampled_from(Family), st.sampled_from([-14.0, 0.0, 7.0]))
def test_everything_drawn_lies_within_the_bounds(x: int, y: int, family: Family, offset: float) -> None:
    drawing = edge(x, y, family, "wordt gepresenteerd als", offset)
    room = drawing.bounds.grown(0.01)
    for part in (*drawing.body, *drawing.detail):
        if isinstance(part, Line):
            assert room.contains(part.x1, part.y1)
            assert room.contains(part.x2, part.y2)
        elif isinstance(part, Text):
            assert room.contains(part.x, part.y)
            assert room.contains(part.x + part.width, part.y)


@pytest.mark.parametrize("place", [(0.0, 0.0), (60.0, 10.0)])
def test_nodes_on_top_of_each_other_have_no_line_between_them(place: tuple[float, float]) -> None:
    drawing = edge(*place, label="steunt")
    assert drawing.body == ()
    assert drawing.detail == ()


def test_edges_beside_each_other_do_not_touch() -> None:
    one, other = line_of(edge(0.0, 400.0, offset=-7.0)), line_of(edge(0.0, 400.0, offset=7.0))
    assert abs(one.x1 - other.x1) == pytest.approx(14.0)


def test_a_label_stands_on_the_line_and_is_left_out_where_there_is_no_room() -> None:
    patch, text = edge(500.0, 0.0, label="onderbouwt").detail
    assert isinstance(patch, Path)
    assert isinstance(text, Text)
    assert text.x + text.width / 2 == pytest.approx(250.0)
    assert edge(190.0, 0.0, label="onderbouwt").detail == ()
    assert edge(0.0, 190.0, label="onderbouwt").detail != ()
    assert edge(500.0, 0.0).detail == ()


def test_labels_of_parallel_edges_are_moved_apart() -> None:
    places = [edge(0.0, 500.0, label="steunt", offset=offset).detail[1] for offset in (-7.0, 7.0)]
    first, second = (text.y for text in places if isinstance(text, Text))
    assert math.fabs(first - second) > 14
