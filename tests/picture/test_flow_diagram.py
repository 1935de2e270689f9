"""The diagram of data flows: where everything stands, and which way the data go."""

from itertools import combinations

import pytest

from gvkaart.exchange.svg import write_svg
from gvkaart.picture.flow_diagram import Lane, flow_diagram
from gvkaart.picture.nodes import Look
from gvkaart.picture.primitives import Item, Picture, Role
from gvkaart.picture.theme import LIGHT
from gvkaart.words import load_words

LOOKS = {one: Look("actor", "Actor", f"Partij {one}") for one in "abcd"} | {
    one: Look("dataflow", "Gegevensstroom", f"Stroom {one} met een lange naam die niet op een regel past")
    for one in "st"
}


def drawn(*lanes: Lane) -> Picture:
    return flow_diagram(lanes, LOOKS, "Stromen", LIGHT, load_words("nl"))


def nodes(picture: Picture) -> dict[str, Item]:
    return {item.key: item for item in picture.items if item.role is Role.NODE}


def ways(picture: Picture) -> set[tuple[str, str]]:
    links = (item.link for item in picture.items if item.link is not None)
    return {(link.source[0], link.target[0]) for link in links}


def test_from_left_to_right_as_the_data_go() -> None:
    found = nodes(drawn(Lane("s", "a", "b", "c", "d")))
    across = sorted(found.values(), key=lambda item: item.x)
    assert [item.key[0] for item in across] == ["a", "s", "b", "c", "d"]
    assert len({item.y for item in across}) == 1


@pytest.mark.parametrize(
    ("lane", "expected"),
    [
        (Lane("s", "a", (), "c"), {("a", "s"), ("s", "c")}),
        (Lane("s", "a", "b", "c", "d"), {("a", "s"), ("s", "b"), ("b", "c"), ("c", "d")}),
        (Lane("s", "ab", (), (), "d"), {("a", "s"), ("b", "s"), ("s", "d")}),
        (Lane("s"), set()),
    ],
    ids=["straight on", "linked", "only seen", "nobody"],
)
def test_data_go_through_who_links_them(lane: Lane, expected: set[tuple[str, str]]) -> None:
    assert ways(drawn(lane)) == expected


def test_nothing_stands_on_something_else() -> None:
    picture = drawn(Lane("s", "abcd", "ab", "abc", "d"), Lane("t", "a", (), "bcd"), Lane("s"))
    boxes = [item.bounds for item in picture.items if item.link is None]
    assert not any(one.touches(other) for one, other in combinations(boxes, 2))
    assert all(
        picture.bounds.contains(box.x, box.y) and picture.bounds.contains(box.right, box.bottom) for box in boxes
    )


def test_an_actor_may_stand_in_several_bands_and_columns() -> None:
    found = nodes(drawn(Lane("s", "a", "a", "a"), Lane("t", "a")))
    assert [key[0] for key in found].count("a") == 4


def test_it_is_written_as_svg_with_words_for_who_cannot_see_it() -> None:
    svg = write_svg(drawn(Lane("s", "a", (), "c"))).decode()
    assert "Plaatje van 1 gegevensstroom" in svg
    assert "Partij a" in svg
