"""Lines keep out from under boxes where a small bend does it, and words stand where no box hides them."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.picture.edges import EdgeDrawing, End
from gvkaart.picture.primitives import Family, FixedDrawing, Item, Line, Link, Rect, Role, Text
from gvkaart.picture.routing import FARTHEST_BEND, Lines, Places, Surroundings, free_share
from gvkaart.picture.theme import LIGHT
from tests.picture.test_edges import Box

places = st.integers(-600, 600)


def box(key: str, x: float, y: float, width: float = 140.0, height: float = 60.0) -> Item:
    return Item(key, Role.NODE, x, y, FixedDrawing(Rect(-width / 2, -height / 2, width, height)))


def edge(x: float, y: float, *boxes: Item, label: str = "steunt") -> EdgeDrawing:
    """Return an edge from a box at the origin to one at (x, y), among others."""
    ends = (box("a", 0.0, 0.0), box("b", x, y))
    around = Surroundings(Places({one.key: one for one in (*ends, *boxes)}))
    link = Link("a", "b", Family.SUPPORT, label)
    sides = Box()
    return EdgeDrawing(link, End(0.0, 0.0, sides), End(x, y, sides), LIGHT, around)


def test_a_line_without_anything_in_its_way_is_straight() -> None:
    assert len(edge(600.0, 0.0, box("c", 300.0, 400.0)).pieces) == 1


def test_a_line_bends_around_a_box_in_its_way() -> None:
    drawing = edge(600.0, 0.0, box("c", 300.0, 0.0))
    first, last = drawing.pieces
    assert first.end == last.start
    assert 30.0 < abs(first.end[1]) <= FARTHEST_BEND
    assert sum(isinstance(part, Line) for part in drawing.body) == 2


def test_a_line_that_cannot_get_past_stays_straight() -> None:
    wall = [box(f"w{number}", 300.0, number * 60.0, 30.0, 70.0) for number in range(-9, 10)]
    assert len(edge(600.0, 0.0, *wall).pieces) == 1
    assert len(edge(4_000.0, 0.0, box("c", 2_000.0, 0.0)).pieces) == 1


def test_a_line_rather_grazes_a_box_than_hides_behind_the_lines_of_one() -> None:
    column = [box(f"c{number}", 280.0, number * 105.0, height=84.0) for number in (-1, 0, 1)]
    first, _last = edge(560.0, 0.0, *column).pieces
    assert first.end[1] != 0.0


def test_a_word_stands_beside_a_box_that_would_hide_it_or_nowhere() -> None:
    around = Surroundings(Places({"c": box("c", 200.0, 0.0, 60.0, 30.0)}))
    share = free_share((0.0, 0.0), (400.0, 0.0), 0.5, (50.0, 14.0), around)
    assert share is not None
    assert abs(share - 0.5) * 400.0 > 30.0
    everywhere = Surroundings(Places({"c": box("c", 200.0, 0.0, 900.0, 30.0)}))
    assert free_share((0.0, 0.0), (400.0, 0.0), 0.5, (50.0, 14.0), everywhere) is None


@settings(max_examples=60)
@given(st.lists(st.tuples(places, places), max_size=12), places, places)
def test_no_word_is_hidden_and_nothing_leaves_the_bounds(spots: list[tuple[int, int]], x: int, y: int) -> None:
    boxes = [box(f"c{number}", *spot) for number, spot in enumerate(spots)]
    drawing = edge(x, y, *boxes)
    room = drawing.bounds.grown(0.01)
    for piece in drawing.pieces:
        assert math.hypot(*piece.direction) > 0.99
        assert room.contains(*piece.start)
        assert room.contains(*piece.end)
    for text in (part for part in drawing.detail if isinstance(part, Text)):
        assert not any(one.bounds.contains(text.x + text.width / 2, text.y - 4.0) for one in boxes)
        assert room.contains(text.x, text.y)


def test_lines_are_looked_at_anew_where_something_changed() -> None:
    lines = Lines()
    lines.put("here", (0.0, 0.0), (300.0, 0.0))
    lines.put("there", (5_000.0, 0.0), (5_300.0, 0.0))
    lines.put("long", (0.0, 0.0), (9e3, 0.0))
    assert lines.near([Rect(100.0, 50.0, 10.0, 10.0)]) == {"here"}
    assert lines.near([Rect(float(number), 50.0, 1.0, 1.0) for number in range(50)]) == {"here"}
    lines.put("here", (5_000.0, 100.0), (5_300.0, 100.0))
    assert lines.near([Rect(100.0, 50.0, 10.0, 10.0)]) == set()
    assert lines.near([Rect(5_100.0, 50.0, 10.0, 10.0)]) == {"here", "there"}
    lines.put("here", (0.0, 0.0), (9e3, 0.0))
    lines.remove("there")
    assert lines.near([Rect(5_100.0, 50.0, 10.0, 10.0)]) == set()


def test_places_follow_what_moves() -> None:
    places = Places({"a": box("a", 0.0, 0.0), "b": box("b", 900.0, 0.0)})
    here, there = Rect(0.0, 0.0, 1.0, 1.0), Rect(900.0, 0.0, 1.0, 1.0)
    assert (set(places.near(here)), set(places.near(there))) == ({"a"}, {"b"})
    now = {"a": box("a", 900.0, 0.0), "c": box("c", 0.0, 0.0)}
    altered = places.turn_to(now, now.keys())
    assert sorted(rect.centre[0] for rect in altered) == [0.0, 0.0, 900.0, 900.0]
    assert (set(places.near(here)), set(places.near(there))) == ({"c"}, {"a"})
    assert places.turn_to(dict(now), ["a"]) == []


def test_drawings_are_equal_when_they_look_the_same() -> None:
    assert edge(600.0, 0.0, box("c", 300.0, 400.0)) == edge(600.0, 0.0)
    assert edge(600.0, 0.0, box("c", 300.0, 0.0)) != edge(600.0, 0.0)


@settings(max_examples=60)
@given(places, places, places, places)
def test_a_line_comes_through_wherever_something_of_it_lies(x: int, y: int, left: int, top: int) -> None:
    drawing, shown = edge(x, y, box("c", x / 2, y / 2)), Rect(left, top, 120.0, 80.0)
    points = [point for piece in drawing.pieces for point in (piece.start, piece.end)]
    points += [(part.x + part.width / 2, part.y) for part in drawing.detail if isinstance(part, Text)]
    if any(shown.contains(*point) for point in points):
        assert drawing.comes_through(shown, drawing.bounds)


def test_a_long_line_does_not_come_through_the_corners_of_its_bounds() -> None:
    long = edge(3_000.0, 3_000.0)
    assert long.comes_through(Rect(1_480.0, 1_480.0, 40.0, 40.0), long.bounds)
    assert not long.comes_through(Rect(2_500.0, 100.0, 400.0, 400.0), long.bounds)
