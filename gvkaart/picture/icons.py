"""Turns the icons in `resources/icons` into outlines, so that screen, paper and SVG draw the same shapes.

The icons are stroked line drawings on a grid of 24 by 24. This reads the part of SVG 1.1 they are made of (chapters
8.3 path data, 9.2 rect, 9.3 circle, 9.5 line) and turns it into absolute moves, lines and cubic curves; arcs by the
end point to centre conversion of appendix F.6. They are our own files: anything else in them is our mistake.
"""

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from gvkaart.assets import resource_text
from gvkaart.domain.errors import Defect
from gvkaart.picture.primitives import Command, Outline, Point

GRID: Final = 24
"""Width and height of the grid the icons are drawn on."""
STROKE_WIDTH: Final = 2
"""Width of the pen on that grid; ends and corners are round."""

_ELEMENT: Final = re.compile(r"<(path|circle|rect|line)\s([^>]*)/>")
_ATTRIBUTE: Final = re.compile(r'([\w-]+)="([^"]*)"')
_LETTER: Final = re.compile(r"[\s,]*([A-Za-z])")
_NUMBER: Final = re.compile(r"[\s,]*(-?(?:\d+\.?\d*|\.\d+))")
_FLAG: Final = re.compile(r"[\s,]*([01])")  # may be glued to what follows
_UNREADABLE: Final = re.compile(r"(?!)")
_ARGUMENTS: Final = {
    "M": (_NUMBER,) * 2,
    "L": (_NUMBER,) * 2,
    "H": (_NUMBER,),
    "V": (_NUMBER,),
    "C": (_NUMBER,) * 6,
    "Q": (_NUMBER,) * 4,
    "A": (_NUMBER, _NUMBER, _NUMBER, _FLAG, _FLAG, _NUMBER, _NUMBER),
    "Z": (),
}
"""How to read the arguments of each command."""
_QUARTER: Final = 0.5522847498
"""How far the handles of a cubic curve stand off for a quarter of a circle of radius 1."""


@cache
def icon(name: str) -> tuple[Outline, ...]:
    """Return the outlines of the icon `resources/icons/<name>.svg`.

    Raises:
        Defect: there is no such icon, or it uses more of SVG than is read here.
    """
    return outlines(resource_text(f"icons/{name}.svg"))


def outlines(svg: str) -> tuple[Outline, ...]:
    """Return the outlines of the elements of an icon, in order; raises as `icon`."""
    found = [_outline(tag, dict(_ATTRIBUTE.findall(rest))) for tag, rest in _ELEMENT.findall(svg)]
    if not found:
        raise Defect("picture.icon-unreadable")
    return tuple(found)


def _outline(tag: str, attributes: dict[str, str]) -> Outline:
    if tag == "path":
        return tuple(_absolute(attributes["d"]))
    number = {key: float(value) for key, value in attributes.items() if key not in {"fill", "stroke"}}
    match tag:
        case "line":
            return (("M", number["x1"], number["y1"]), ("L", number["x2"], number["y2"]))
        case "circle":
            radius = number["r"]
            return rounded(number["cx"] - radius, number["cy"] - radius, 2 * radius, 2 * radius, radius)
        case _:
            x, y, width, height = (number.get(key, 0.0) for key in ("x", "y", "width", "height"))
            return rounded(x, y, width, height, number.get("rx", number.get("ry", 0.0)))


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Outline:
    """Return a rectangle with round corners; a circle when `radius` is half of both sides."""
    r = min(radius, width / 2, height / 2)
    if r <= 0:
        return (("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height), ("Z",))
    right, bottom, k = x + width, y + height, r - r * _QUARTER
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
        ("Z",),
    )


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Split path data into commands with their own arguments; repeated arguments repeat the command."""
    at, letter = 0, ""
    while at < len(data):
        if named := _LETTER.match(data, at):
            letter, at = named.group(1), named.end()
        numbers = []
        for reader in _ARGUMENTS.get(letter.upper(), (_UNREADABLE,)):
            if not (found := reader.match(data, at)):
                raise Defect("picture.icon-unreadable")
            numbers.append(float(found.group(1)))
            at = found.end()
        yield letter, numbers
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def _absolute(data: str) -> Iterator[Command]:
    """Turn path data into absolute moves, lines and cubic curves."""
    x = y = start_x = start_y = 0.0
    for letter, arguments in _steps(data):
        kind, numbers = _shifted(letter, arguments, x, y)
        yield from _drawn(kind, (x, y), numbers)
        x, y = numbers[-2:] or (start_x, start_y)
        if kind == "M":
            start_x, start_y = x, y


def _shifted(letter: str, numbers: list[float], x: float, y: float) -> tuple[str, list[float]]:
    """Return a command with absolute coordinates, the pen being at (x, y); level and upright lines become lines."""
    shift_x, shift_y = (x, y) if letter.islower() else (0.0, 0.0)
    match letter.upper():
        case "H":
            return "L", [numbers[0] + shift_x, y]
        case "V":
            return "L", [x, numbers[0] + shift_y]
        case "A":
            return "A", [*numbers[:5], numbers[5] + shift_x, numbers[6] + shift_y]
        case kind:
            return kind, [number + (shift_y if i % 2 else shift_x) for i, number in enumerate(numbers)]


def _drawn(kind: str, start: Point, numbers: list[float]) -> Iterator[Command]:
    match kind:
        case "A":
            yield from _arc(start, numbers)
        case "Q":
            yield _cubic(start, (numbers[0], numbers[1]), (numbers[2], numbers[3]))
        case _:
            yield (kind, *numbers)


def _cubic(start: Point, handle: Point, end: Point) -> Command:
    """Return the cubic curve that equals the quadratic one."""
    (x0, y0), (hx, hy), (x1, y1) = start, handle, end
    third = 2 / 3
    return ("C", x0 + (hx - x0) * third, y0 + (hy - y0) * third, x1 + (hx - x1) * third, y1 + (hy - y1) * third, x1, y1)


def _arc(start: Point, numbers: list[float]) -> Iterator[Command]:
    """Turn an elliptical arc into cubic curves of at most a quarter turn each (SVG 1.1, F.6.5 and F.6.6)."""
    rx, ry, degrees, large, sweep, x2, y2 = numbers
    x1, y1 = start
    turn = math.radians(degrees)
    cos, sin = math.cos(turn), math.sin(turn)
    half_x, half_y = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = (cos * half_x + sin * half_y) / rx, (cos * half_y - sin * half_x) / ry
    scale = max(1.0, math.hypot(px, py))  # too small radii are enlarged until they reach
    rx, ry, px, py = rx * scale, ry * scale, px / scale, py / scale
    off = math.sqrt(max(0.0, 1 / (px * px + py * py) - 1)) * (1 if large != sweep else -1)
    cx, cy = off * py, -off * px  # the centre, on the unit circle's own axes
    first, last = math.atan2(py - cy, px - cx), math.atan2(-py - cy, -px - cx)
    sweep_angle = (last - first) % math.tau if sweep else -((first - last) % math.tau)
    centre_x = cos * cx * rx - sin * cy * ry + (x1 + x2) / 2
    centre_y = sin * cx * rx + cos * cy * ry + (y1 + y2) / 2

    def place(ux: float, uy: float) -> Point:
        return (centre_x + cos * ux * rx - sin * uy * ry, centre_y + sin * ux * rx + cos * uy * ry)

    count = max(1, math.ceil(abs(sweep_angle) / (math.pi / 2) - 1e-9))
    step = sweep_angle / count
    handle = 4 / 3 * math.tan(step / 4)
    for i in range(count):
        a, b = first + i * step, first + (i + 1) * step
        one = place(math.cos(a) - handle * math.sin(a), math.sin(a) + handle * math.cos(a))
        two = place(math.cos(b) + handle * math.sin(b), math.sin(b) - handle * math.cos(b))
        yield ("C", *one, *two, *place(math.cos(b), math.sin(b)))
