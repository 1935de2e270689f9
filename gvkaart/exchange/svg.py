"""Writes a picture as SVG 1.1: real text, named parts, nothing that runs or is fetched.

Titles come from people and may hold anything, so every text goes through `_escaped`: markup becomes text, characters
that XML does not allow (XML 1.0, 2.2) disappear. Styles, scripts, links and outside references are never written.
Each item is a group with its own ``<title>`` and ``<desc>`` (SVG 1.1, 5.4), so that a screen reader can walk the map,
and each text says how wide it is, so that another font is squeezed into the same place.

Equal pictures give equal bytes.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, assert_never

from gvkaart.picture.icons import GRID, STROKE_WIDTH
from gvkaart.picture.metrics import FAMILY
from gvkaart.picture.primitives import Icon, Item, Line, Outline, Path, Picture, Primitive, Stroke, Text

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPECIAL: Final = re.compile('[&<>"]')


def write_svg(picture: Picture, *, width_mm: float | None = None) -> bytes:
    """Return the picture as an SVG document in UTF-8.

    Args:
        picture: what to write.
        width_mm: how wide it is on paper; without it one unit is one CSS pixel.
    """
    return "".join(_document(picture, width_mm)).encode("utf-8")


def _document(picture: Picture, width_mm: float | None) -> Iterator[str]:
    box = picture.bounds
    scale = width_mm / box.width if width_mm is not None and box.width else None
    size = (
        f'width="{_number(box.width)}" height="{_number(box.height)}"'
        if scale is None
        else f'width="{_number(box.width * scale)}mm" height="{_number(box.height * scale)}mm"'
    )
    view = " ".join(_number(value) for value in box)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    yield f'<svg {names} {size} viewBox="{view}" xml:lang="{_escaped(picture.language)}" '
    yield f'role="img" aria-labelledby="title desc" font-family="\'{FAMILY}\', sans-serif">\n'
    yield f'<title id="title">{_escaped(picture.title)}</title>\n'
    yield f'<desc id="desc">{_escaped(picture.description)}</desc>\n'
    x, y, width, height = (_number(value) for value in box)
    icons = _Icons()
    body = [part for item in picture.items for part in _item(item, icons)]
    yield from icons.definitions()
    yield f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{picture.theme.background}"/>\n'
    yield from body
    yield "</svg>\n"


class _Icons:
    """The icons of one document: each is defined once, and used by its number."""

    def __init__(self) -> None:
        self._ids: dict[tuple[Outline, ...], str] = {}

    def id_of(self, outlines: tuple[Outline, ...]) -> str:
        return self._ids.setdefault(outlines, f"i{len(self._ids)}")

    def definitions(self) -> Iterator[str]:
        pen = f'fill="none" stroke-width="{STROKE_WIDTH}" stroke-linecap="round" stroke-linejoin="round"'
        yield "<defs>\n"
        for outlines, name in self._ids.items():
            yield f'<path id="{name}" d="{"".join(_data(outline) for outline in outlines)}" {pen}/>\n'
        yield "</defs>\n"


def _item(item: Item, icons: _Icons) -> Iterator[str]:
    place = f' transform="translate({_number(item.x)} {_number(item.y)})"' if item.x or item.y else ""
    yield f'<g class="{item.role.value}"{place}>'
    if item.title:
        yield f"<title>{_escaped(item.title)}</title>"
    if item.description:
        yield f"<desc>{_escaped(item.description)}</desc>"
    drawing = item.drawing
    for primitive in (*drawing.body, *drawing.title, *drawing.detail):
        yield _element(primitive, icons)
    yield "</g>\n"


def _element(primitive: Primitive, icons: _Icons) -> str:
    match primitive:
        case Text():
            return _text(primitive)
        case Line(x1, y1, x2, y2, stroke):
            ends = f'x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}"'
            return f"<line {ends}{_pen(stroke)}/>"
        case Path(outline, fill, stroke):
            pen = _pen(stroke) if stroke is not None else ""
            return f'<path d="{_data(outline)}" fill="{fill or "none"}"{pen}/>'
        case Icon():
            return _icon(primitive, icons.id_of(primitive.outlines))
        case _:
            assert_never(primitive)


def _text(text: Text) -> str:
    weight = ' font-weight="bold"' if text.bold else ""
    squeeze = f' textLength="{_number(text.width)}" lengthAdjust="spacingAndGlyphs"' if text.width else ""
    return (
        f'<text x="{_number(text.x)}" y="{_number(text.y)}" font-size="{_number(text.size)}"{weight}'
        f' fill="{text.colour}"{squeeze}>{_escaped(text.string)}</text>'
    )


def _icon(icon: Icon, name: str) -> str:
    place = f"translate({_number(icon.x)} {_number(icon.y)}) scale({_number(icon.size / GRID, 4)})"
    return f'<use xlink:href="#{name}" transform="{place}" stroke="{icon.colour}"/>'


@lru_cache(maxsize=1024)
def _pen(stroke: Stroke) -> str:
    dash = f' stroke-dasharray="{" ".join(_number(part) for part in stroke.dash)}"' if stroke.dash else ""
    return f' stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}"{dash}'


@lru_cache(maxsize=4096)
def _data(outline: Outline) -> str:
    return "".join(command[0] + " ".join(_number(value) for value in command[1:]) for command in outline)


@lru_cache(maxsize=65536)
def _number(value: float, digits: int = 2) -> str:
    """Write a number as short as it can be; never with an exponent, and never "-0"."""
    rounded = round(value, digits)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.{digits}f}".rstrip("0")


def _escaped(text: str) -> str:
    """Return `text` as XML character data or attribute value."""
    clean = _FORBIDDEN.sub("", text)
    return _SPECIAL.sub(lambda found: _ENTITIES[found.group()], clean)
