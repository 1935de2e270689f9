import math

import pytest

from gvkaart.assets import resource_path
from gvkaart.domain.errors import Defect
from gvkaart.picture.icons import GRID, icon, outlines
from gvkaart.picture.nodes import STYLES, Mark
from gvkaart.picture.primitives import Outline

NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def _ends(outline: Outline) -> list[tuple[float, ...]]:
    steps = ([round(value, 3) for value in numbers] for _, *numbers in outline if numbers)
    return [(numbers[-2], numbers[-1]) for numbers in steps]


def _path(data: str) -> Outline:
    (outline,) = outlines(f'<path d="{data}" />')
    return outline


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_can_be_read_and_stays_on_its_grid(name: str) -> None:
    numbers = [value for outline in icon(name) for command in outline for value in command[1:]]
    assert numbers
    assert all(-0.5 <= value <= GRID + 0.5 for value in numbers)


def test_there_is_an_icon_for_every_style_and_mark() -> None:
    assert {style.icon for style in STYLES.values()} | set(Mark) <= set(NAMES)


def test_relative_and_repeated_commands_become_absolute_lines() -> None:
    assert _ends(_path("m1 1 2 0h3v4H1V1zm5 5 1 1")) == [(1, 1), (3, 1), (6, 1), (6, 5), (1, 5), (1, 1), (6, 6), (7, 7)]


def test_a_quadratic_curve_becomes_the_same_cubic_one() -> None:
    assert _path("M0 0q3 6 6 0")[1] == pytest.approx(("C", 2, 4, 4, 4, 6, 0))


def test_an_arc_stays_on_its_circle() -> None:
    outline = _path("M5 0a5 5 0 0 1-10 0")
    assert _ends(outline)[-1] == (-5, 0)
    for x, y in _ends(outline):
        assert math.hypot(x, y) == pytest.approx(5, abs=0.01)
    assert any(y > 4.9 for _, y in _ends(outline))


def test_the_large_arc_goes_the_other_way_round() -> None:
    small, large = _path("M0 0A5 5 0 0 1 5 5"), _path("M0 0A5 5 0 1 1 5 5")
    assert len(large) > len(small)
    assert _ends(large)[-1] == (5, 5)


def test_glued_flags_and_too_small_radii_are_understood() -> None:
    assert _ends(_path("M0 0a1 1 0 0110 0"))[-1] == (10, 0)


def test_rectangles_circles_and_lines_are_read() -> None:
    sharp, round_, circle, line = outlines(
        '<rect x="1" y="2" width="4" height="5" /><rect width="8" height="8" rx="2" />'
        '<circle cx="12" cy="12" r="4" /><line x1="0" y1="1" x2="2" y2="3" />'
    )
    assert _ends(sharp) == [(1, 2), (5, 2), (5, 7), (1, 7)]
    assert sum(command[0] == "C" for command in round_) == 4
    assert (16, 12) in _ends(circle)
    assert _ends(line) == [(0, 1), (2, 3)]


@pytest.mark.parametrize("svg", ["", "<text>x</text>", '<path d="M0 0S1 1 2 2" />', '<path d="M0" />'])
def test_what_cannot_be_read_is_our_mistake(svg: str) -> None:
    with pytest.raises(Defect):
        outlines(svg)
