"""The legend: explains what there is in one picture, and nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from gvkaart.picture import metrics
from gvkaart.picture.edges import MANNERS, head_at, stroke_of
from gvkaart.picture.icons import icon
from gvkaart.picture.nodes import STYLES, Look, Mark, NodeDrawing, Severity, badge, small_node, tab
from gvkaart.picture.primitives import (
    Family,
    FixedDrawing,
    Icon,
    Item,
    Line,
    Picture,
    Primitive,
    Rect,
    Role,
    Stroke,
    Text,
    bounding,
)
from gvkaart.picture.theme import Theme
from gvkaart.words import Words

_SIZE: Final = 11.0
_ROW: Final = 29.0
_SAMPLE: Final = 44.0
_GAP: Final = 8.0
_BETWEEN: Final = 28.0
_BASELINE: Final = 4.0
_NARROWEST: Final = 480.0
_ABOVE: Final = 20.0

Draw = Callable[[float, float], tuple[Primitive, ...]]
"""Draws a sample in the middle of (x, y)."""


class Entry(NamedTuple):
    """One line of the legend: a sample and the words for it."""

    draw: Draw
    words: str

    @property
    def width(self) -> float:
        """How much room it takes."""
        return _SAMPLE + _GAP + metrics.text_width(self.words, _SIZE)


def entries(picture: Picture, words: Words) -> Iterator[Entry]:
    """Yield what has to be explained: kinds, marks, sorts of relation, findings; in the order of their definition."""
    looks = [item.drawing.look for item in picture.items if isinstance(item.drawing, NodeDrawing)]
    families = {item.link.family for item in picture.items if item.link is not None}
    yield from _kinds(looks, picture.theme, words)
    yield from (_mark(mark, picture.theme, words) for mark in Mark if any(mark in look.marks for look in looks))
    yield from (_family(family, picture.theme, words) for family in Family if family in families)
    found = {look.severity for look in looks if look.findings}
    yield from (_severity(severity, picture.theme, words) for severity in Severity if severity in found)
    if any(look.dimmed for look in looks):
        yield _faded(looks, picture.theme, words)
    if most := max((look.folded for look in looks), default=0):
        yield _tab(most, picture.theme, words)


def _kinds(looks: list[Look], theme: Theme, words: Words) -> Iterator[Entry]:
    word = {look.style: look.word for look in looks}
    for style in STYLES:
        if style in word:
            special = f"picture.style.{style}"
            yield _node_entry(style, words.text(special) if words.has(special) else word[style], theme)


def _node_entry(style: str, said: str, theme: Theme, *, faded: bool = False) -> Entry:
    return Entry(lambda x, y: small_node(style, x, y, theme, faded=faded), said)


def _faded(looks: list[Look], theme: Theme, words: Words) -> Entry:
    style = next(look.style for look in looks if look.dimmed)
    return _node_entry(style, words.text("picture.mark.dimmed"), theme, faded=True)


def _mark(mark: Mark, theme: Theme, words: Words) -> Entry:
    half = _SIZE / 2 + 1

    def draw(x: float, y: float) -> tuple[Primitive, ...]:
        return (Icon(x - half, y - half, 2 * half, icon(mark.value), theme.text),)

    return Entry(draw, words.text(f"picture.mark.{mark.value}"))


def _family(family: Family, theme: Theme, words: Words) -> Entry:
    stroke: Stroke = stroke_of(family, False, theme)

    def draw(x: float, y: float) -> tuple[Primitive, ...]:
        left, tip = x - _SAMPLE / 2, (x + _SAMPLE / 2, y)
        back, head = head_at(MANNERS[family].head, tip, (1.0, 0.0), stroke.colour)
        return (Line(left, y, tip[0] - back, y, stroke), *head)

    return Entry(draw, words.text(f"picture.family.{family.value}"))


def _severity(severity: Severity, theme: Theme, words: Words) -> Entry:
    return Entry(lambda x, y: badge(severity, 1, x, y, theme), words.text(f"checks.severity.{severity.value}"))


def _tab(count: int, theme: Theme, words: Words) -> Entry:
    return Entry(lambda x, y: tab(count, x, y, theme.muted, theme), words.text("picture.mark.folded"))


def with_legend(picture: Picture, words: Words) -> Picture:
    """Return the picture with a legend below it; as it was when there is nothing to explain."""
    explained = list(entries(picture, words))
    if not explained:
        return picture
    box = picture.bounds
    width = max(box.width, _NARROWEST)
    drawing = _drawing(explained, width - 2 * _BETWEEN, picture.theme, words)
    item = Item("legend", Role.LEGEND, box.x + _BETWEEN, box.bottom + _ABOVE, drawing, words.text("picture.legend"))
    around = bounding((box, Rect(box.x, box.bottom, width, drawing.bounds.height + 2 * _ABOVE)))
    return replace(picture, items=(*picture.items, item), bounds=around)


def _drawing(explained: list[Entry], width: float, theme: Theme, words: Words) -> FixedDrawing:
    """Lay the entries in as many equal columns as fit, filled row by row under a thin line and the word "legend"."""
    column = min(width, max(entry.width for entry in explained) + _BETWEEN)
    count = max(1, int(width // column))
    title = words.text("picture.legend")
    parts: list[Primitive] = [
        Line(0.0, 0.0, width, 0.0, Stroke(theme.line, 0.8)),
        Text(0.0, _ROW, title, _SIZE, True, theme.text, metrics.text_width(title, _SIZE, bold=True)),
    ]
    for number, entry in enumerate(explained):
        x, y = number % count * column, (number // count + 2) * _ROW
        said = metrics.shortened(entry.words, column - _SAMPLE - _GAP, _SIZE)
        parts += entry.draw(x + _SAMPLE / 2, y)
        wide = metrics.text_width(said, _SIZE)
        parts.append(Text(x + _SAMPLE + _GAP, y + _BASELINE, said, _SIZE, False, theme.text, wide))
    rows = (len(explained) - 1) // count + 1
    return FixedDrawing(Rect(0.0, 0.0, width, (rows + 2) * _ROW), detail=tuple(parts))
