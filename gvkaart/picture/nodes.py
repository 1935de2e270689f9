"""Draws a node: a silhouette per kind, its title, and what has to be seen about it at once.

Every cue is double, so that nothing depends on colour: the kind shows in silhouette, icon and word; a mark shows in
the line of the border or in a badge with an icon of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, assert_never

from gvkaart.picture import metrics
from gvkaart.picture.icons import icon, rounded
from gvkaart.picture.primitives import Drawing, Icon, Outline, Path, Primitive, Rect, Stroke, Text, polygon
from gvkaart.picture.shapes import SHAPES, outline_of
from gvkaart.picture.theme import Theme, Tone, dimmed

TITLE_SIZE: Final = 13.0
TITLE_LINE: Final = 17.0
MAX_LINES: Final = 4
SMALL_SIZE: Final = 10.5
HEADER: Final = 17.0
ICON_SIZE: Final = 13.0
_WIDTHS: Final = (140.0, 180.0, 220.0, 260.0)
_EASY_LINES: Final = 3
_MARGIN: Final = 11.0
_GAP: Final = 4.0
_TOP: Final = 7.0
_BOTTOM: Final = 9.0
_ASCENT: Final = 12.5
"""From the top of a line of the title to its baseline."""
_BORDER: Final = 1.4
_HALO: Final = 4.0
_BADGE: Final = 9.0
_MOST: Final = 99


class Mark(StrEnum):
    """What is shown of a node at first sight (product: look rather than read)."""

    DISPUTED = "disputed"
    CONFUSED = "confused"
    UNREPRESENTED = "unrepresented"
    PRIVATE = "private"
    SECOND_HAND = "second_hand"


class Severity(StrEnum):
    """How serious the gravest finding about a node is."""

    INFO = "info"
    ATTENTION = "attention"
    SERIOUS = "serious"


class Style(NamedTuple):
    """How a kind of node looks: the names of its silhouette, colours and icon; `solid` turns the colours around."""

    shape: str
    tone: str
    icon: str
    solid: bool = False


STYLES: Final = {
    "actor": Style("actor", "actor", "actor", solid=True),
    "actor_away": Style("actor", "actor", "actor"),
    "actor_group": Style("actor", "group", "actor"),
    "question": Style("question", "plain", "question"),
    "position": Style("position", "position", "position"),
    "interest": Style("interest", "interest", "interest"),
    "public_interest": Style("interest", "public_interest", "interest"),
    "fact": Style("fact", "fact", "fact"),
    "argument": Style("argument", "fact", "argument"),
    "assumption": Style("assumption", "fact", "assumption"),
    "concept": Style("concept", "concept", "concept"),
    "purpose": Style("purpose", "public_interest", "purpose"),
    "dataflow": Style("dataflow", "flow", "dataflow"),
    "legal_basis": Style("legal_basis", "plain", "legal_basis"),
    "risk": Style("risk", "risk", "risk"),
    "measure": Style("measure", "action", "measure"),
    "option": Style("option", "position", "option"),
    "problem": Style("problem", "risk", "problem"),
    "action": Style("action", "action", "action"),
    "event": Style("event", "plain", "event"),
    "source": Style("source", "plain", "source"),
    "note": Style("note", "flow", "note"),
}
"""The kinds of the metamodel, and variants of them that look different."""


@dataclass(frozen=True, slots=True)
class Look:
    """Everything that decides how a node is drawn, as text and choices: equal looks give the same drawing.

    `word` is the kind as the reader calls it, `remark` a word behind it ("publiek", "afwezig").
    """

    style: str
    word: str
    title: str
    remark: str = ""
    marks: frozenset[Mark] = frozenset()
    findings: int = 0
    severity: Severity = Severity.INFO
    dimmed: bool = False


class Box(NamedTuple):
    """The size of a node's silhouette and the lines its title is broken into."""

    width: float
    height: float
    lines: tuple[str, ...]


@lru_cache(maxsize=32768)
def box_of(look: Look) -> Box:
    """Return the size of a node: the narrowest of four widths in which its title keeps to three lines."""
    shape = SHAPES[STYLES[look.style].shape]
    beside = 2 * (_MARGIN + shape.side)
    needed = _header_width(look) + beside
    widths = [width for width in _WIDTHS if width >= needed] or [_WIDTHS[-1]]
    lines: tuple[str, ...] = ()
    width = widths[0]
    for width in widths:
        lines = metrics.wrapped(look.title, width - beside, TITLE_SIZE, MAX_LINES)
        if len(lines) <= _EASY_LINES:
            break
    above_below = _TOP + _BOTTOM + shape.top + shape.bottom
    return Box(width, above_below + HEADER + TITLE_LINE * len(lines), lines)


def _header_width(look: Look) -> float:
    words = metrics.text_width(look.word, SMALL_SIZE, bold=True)
    if look.remark:
        words += metrics.text_width(f" · {look.remark}", SMALL_SIZE)
    return ICON_SIZE + _GAP + words + len(look.marks) * (ICON_SIZE + _GAP)


@lru_cache(maxsize=32768)
def node_drawing(look: Look, theme: Theme) -> Drawing:
    """Draw a node around its centre."""
    colours = dimmed(theme) if look.dimmed else theme
    style = STYLES[look.style]
    box = box_of(look)
    tone = colours.tones["disputed" if Mark.DISPUTED in look.marks else style.tone]
    ink = Ink.of(look, style.solid, tone, colours)
    frame = Rect(-box.width / 2, -box.height / 2, box.width, box.height)
    body = tuple(_body(look, style.shape, box, ink))
    return Drawing(
        bounds=_bounds(look, frame),
        body=body,
        title=tuple(_title(style.shape, box, ink)),
        detail=(*_header(look, style, box, ink), *_badge(look, frame, colours)),
    )


class Ink(NamedTuple):
    """The colours one node is drawn with."""

    border: str
    fill: str
    title: str
    small: str

    @classmethod
    def of(cls, look: Look, solid: bool, tone: Tone, theme: Theme) -> "Ink":
        """Choose the colours; what nobody carries is hollow, on what is solid the background colour writes."""
        if Mark.UNREPRESENTED in look.marks:
            return cls(tone.edge, theme.background, theme.text, tone.edge)
        if solid:
            return cls(tone.edge, tone.edge, theme.background, theme.background)
        return cls(tone.edge, tone.fill, theme.text, tone.edge)


def _bounds(look: Look, frame: Rect) -> Rect:
    grown = frame.grown(_HALO + _BORDER if Mark.DISPUTED in look.marks else _BORDER)
    if not look.findings:
        return grown
    reach = _BADGE + _BORDER
    left, top = min(grown.x, frame.right - reach), min(grown.y, frame.y - reach)
    return Rect(left, top, max(grown.right, frame.right + reach) - left, grown.bottom - top)


def _body(look: Look, shape: str, box: Box, ink: Ink) -> Iterator[Primitive]:
    """The silhouette; a dashed second border when disputed, a dotted border when nobody carries it."""
    if Mark.DISPUTED in look.marks:
        halo = outline_of(shape, box.width + 2 * _HALO, box.height + 2 * _HALO)
        yield Path(halo, stroke=Stroke(ink.border, 1.2, (5.0, 3.0)))
    dash = (1.5, 3.5) if Mark.UNREPRESENTED in look.marks else ()
    width = 2.0 if dash else _BORDER
    yield Path(outline_of(shape, box.width, box.height), ink.fill, Stroke(ink.border, width, dash))
    if extra := SHAPES[shape].extra:
        yield Path(extra(box.width, box.height), stroke=Stroke(ink.border, 1.0))


def _left(shape: str, box: Box) -> float:
    return -box.width / 2 + _MARGIN + SHAPES[shape].side


def _top(shape: str, box: Box) -> float:
    return -box.height / 2 + _TOP + SHAPES[shape].top


def _title(shape: str, box: Box, ink: Ink) -> Iterator[Text]:
    x, y = _left(shape, box), _top(shape, box) + HEADER + _ASCENT
    for number, line in enumerate(box.lines):
        width = metrics.text_width(line, TITLE_SIZE)
        yield Text(x, y + number * TITLE_LINE, line, TITLE_SIZE, False, ink.title, width)


def _header(look: Look, style: Style, box: Box, ink: Ink) -> Iterator[Primitive]:
    """Icon and word of the kind on the left, a badge for each mark on the right."""
    x, y = _left(style.shape, box), _top(style.shape, box)
    yield Icon(x, y, ICON_SIZE, icon(style.icon), ink.small)
    x += ICON_SIZE + _GAP
    room = box.width / 2 - _MARGIN - SHAPES[style.shape].side - len(look.marks) * (ICON_SIZE + _GAP) - x
    baseline = y + 10.5
    word = metrics.shortened(look.word, room, SMALL_SIZE, bold=True)
    width = metrics.text_width(word, SMALL_SIZE, bold=True)
    yield Text(x, baseline, word, SMALL_SIZE, True, ink.small, width)
    if look.remark:
        remark = metrics.shortened(f" · {look.remark}", room - width, SMALL_SIZE)
        yield Text(x + width, baseline, remark, SMALL_SIZE, False, ink.small, metrics.text_width(remark, SMALL_SIZE))
    x = box.width / 2 - _MARGIN - SHAPES[style.shape].side - ICON_SIZE
    for mark in reversed(Mark):
        if mark in look.marks:
            yield Icon(x, y, ICON_SIZE, icon(mark.value), ink.small)
            x -= ICON_SIZE + _GAP


def _badge(look: Look, frame: Rect, theme: Theme) -> Iterator[Primitive]:
    """How many findings there are, on the right upper corner; the graver, the more corners and the darker."""
    if not look.findings:
        return
    yield from badge(look.severity, min(look.findings, _MOST), frame.right - 4.0, frame.y + 2.0, theme)


def badge(severity: Severity, count: int, x: float, y: float, theme: Theme) -> tuple[Primitive, Primitive]:
    """Draw the badge of `count` findings around (x, y)."""
    outline, fill, ink = _badge_shape(severity, x, y, theme)
    label = str(count)
    width = metrics.text_width(label, SMALL_SIZE, bold=True)
    return (
        Path(outline, fill, Stroke(theme.background if fill != theme.background else ink, _BORDER)),
        Text(x - width / 2, y + 3.8, label, SMALL_SIZE, True, ink, width),
    )


def _badge_shape(severity: Severity, x: float, y: float, theme: Theme) -> tuple[Outline, str, str]:
    r = _BADGE
    match severity:
        case Severity.INFO:
            return rounded(x - r, y - r, 2 * r, 2 * r, r), theme.background, theme.muted
        case Severity.ATTENTION:
            outline = polygon((x, y - r - 2), (x + r + 2, y), (x, y + r + 2), (x - r - 2, y))
            return outline, theme.tones["position"].edge, theme.background
        case Severity.SERIOUS:
            c = r * 0.42
            corners = ((-c, -r), (c, -r), (r, -c), (r, c), (c, r), (-c, r), (-r, c), (-r, -c))
            return polygon(*((x + dx, y + dy) for dx, dy in corners)), theme.attack, theme.background
        case _:
            assert_never(severity)
