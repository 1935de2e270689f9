"""Draws a node: a silhouette per kind, its title, and what has to be seen about it at once.

Every cue is double, so that nothing depends on colour: the kind shows in silhouette, icon and word; a mark shows in
the line of the border or in a badge with an icon of its own.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple, assert_never

from gvkaart.picture import metrics
from gvkaart.picture.icons import icon, rounded
from gvkaart.picture.primitives import Icon, Outline, Path, Point, Primitive, Rect, Stroke, Text, polygon
from gvkaart.picture.shapes import SHAPES, corners_of, outline_of, transformed
from gvkaart.picture.theme import Theme, dimmed

TITLE_SIZE: Final = 13.0
TITLE_LINE: Final = 17.0
MAX_LINES: Final = 4
SMALL_SIZE: Final = 11.0
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
_SMALL_ASCENT: Final = 10.5
_BORDER: Final = 1.4
_HALO: Final = 4.0
_BADGE: Final = 9.0
_MOST: Final = 99
_TAB_SIDE: Final = 8.0
_TAB_BELOW: Final = 3.0
"""How far below the lower side the middle of the tab is, so that it keeps clear of the title."""
_SAMPLE: Final = (110.0, 58.0)
_SAMPLE_SCALE: Final = 0.4
_SMALL_ICON: Final = 11.0


class Mark(StrEnum):
    """What is shown of a node at first sight (product: look rather than read)."""

    DISPUTED = "disputed"
    CONFUSED = "confused"
    UNREPRESENTED = "unrepresented"
    PRIVATE = "private"
    SECOND_HAND = "second_hand"
    FALLS = "falls"
    UNDECIDED = "undecided"


_LINES: Final[Mapping[Mark, tuple[float, tuple[float, ...]]]] = {
    Mark.UNREPRESENTED: (2.0, (1.5, 3.5)),
    Mark.FALLS: (1.6, (9.0, 6.0)),
    Mark.UNDECIDED: (1.6, (9.0, 3.5, 1.5, 3.5)),
}
"""Width and dashes of the border, for marks that show there."""


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


class Look(NamedTuple):
    """Everything that decides how a node is drawn, as text and choices: equal looks give the same drawing.

    `word` is the kind as the reader calls it, `remark` a word behind it ("publiek", "afwezig"), `folded` how many nodes
    it hides.
    """

    style: str
    word: str
    title: str
    remark: str = ""
    marks: frozenset[Mark] = frozenset()
    findings: int = 0
    severity: Severity = Severity.INFO
    dimmed: bool = False
    folded: int = 0


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
    paragraph = metrics.Paragraph(look.title, TITLE_SIZE)
    width = next((width for width in widths if _is_easy(paragraph, width - beside)), widths[-1])
    lines = paragraph.fitted(width - beside, MAX_LINES)
    above_below = _TOP + _BOTTOM + shape.top + shape.bottom
    return Box(width, above_below + HEADER + TITLE_LINE * len(lines), lines)


def _is_easy(paragraph: metrics.Paragraph, width: float) -> bool:
    """Tell whether a text reads well at this width: few lines, no word broken."""
    return paragraph.longest <= width and len(paragraph.lines(width)) <= _EASY_LINES


def _header_width(look: Look) -> float:
    words = metrics.text_width(look.word, SMALL_SIZE, bold=True)
    if look.remark:
        words += metrics.text_width(f"· {look.remark}", SMALL_SIZE) + _GAP
    badge_room = _BADGE / 2 if look.findings else 0.0
    return ICON_SIZE + _GAP + words + len(look.marks) * (ICON_SIZE + _GAP) + badge_room


_MOST_ABOVE_BELOW: Final = _TOP + _BOTTOM + max(shape.top + shape.bottom for shape in SHAPES.values())
_STICKS_OUT: Final = max(_HALO, _BADGE + _TAB_BELOW) + _BORDER
SMALLEST: Final = (_WIDTHS[0], _TOP + _BOTTOM + HEADER + TITLE_LINE)
"""No node is smaller, in width and height."""
LARGEST: Final = (_WIDTHS[-1] + 2 * _STICKS_OUT, _MOST_ABOVE_BELOW + HEADER + TITLE_LINE * MAX_LINES + 2 * _STICKS_OUT)
"""No node takes more room, in width and height, with what sticks out of it."""
_REACH: Final = Rect(-LARGEST[0] / 2, -LARGEST[1] / 2, *LARGEST)


class NodeDrawing(NamedTuple):
    """The drawing of a node around its centre."""

    look: Look
    theme: Theme

    @property
    def box(self) -> Box:
        """Its size and the lines of its title."""
        return box_of(self.look)

    @property
    def bounds(self) -> Rect:
        """The silhouette with what sticks out of it."""
        box = box_of(self.look)
        look = self.look
        return _bounds(box.width, box.height, Mark.DISPUTED in look.marks, look.findings > 0, look.folded > 0)

    @property
    def reach(self) -> Rect:
        """The room of the largest node there is: to know its own, its title must be broken into lines."""
        return _REACH

    @property
    def corners(self) -> tuple[Point, ...]:
        """The corners of the silhouette, where edges end."""
        box = box_of(self.look)
        return corners_of(STYLES[self.look.style].shape, box.width, box.height)

    @property
    def tab(self) -> Rect | None:
        """Where the number of nodes that are folded away stands; None when there are none."""
        if not self.look.folded:
            return None
        return _tab_frame(self.look.folded, 0.0, self.box.height / 2 + _TAB_BELOW)

    @property
    def body(self) -> tuple[Primitive, ...]:
        """The silhouette; a dashed second border when disputed; a border of its own for `_LINES`."""
        return _body(self.look.style, self.look.marks, self.box[:2], _ink(self.look, self.theme))

    @property
    def title(self) -> tuple[Primitive, ...]:
        """The title, line by line."""
        return tuple(_title(STYLES[self.look.style].shape, self.box, _ink(self.look, self.theme)))

    @property
    def detail(self) -> tuple[Primitive, ...]:
        """Icon and word of the kind, marks, number of findings, number of hidden nodes."""
        look, box, ink = self.look, self.box, _ink(self.look, self.theme)
        return (*_header(look, box, ink), *_badge(look, box, self.theme), *_tab(look, box, ink, self.theme))


def _ink(look: Look, theme: Theme) -> "Ink":
    return _ink_of(look.style, Mark.UNREPRESENTED in look.marks, Mark.DISPUTED in look.marks, look.dimmed, theme)


@lru_cache(maxsize=256)
def _ink_of(style_name: str, hollow: bool, disputed: bool, faded: bool, theme: Theme) -> "Ink":
    """Choose the colours; what nobody carries is hollow, on what is solid the background colour writes."""
    colours = dimmed(theme) if faded else theme
    style = STYLES[style_name]
    tone = colours.tones["disputed" if disputed else style.tone]
    if hollow:
        return Ink(tone.edge, theme.background, colours.text, tone.edge)
    if style.solid:
        return Ink(tone.edge, tone.edge, theme.background, theme.background)
    return Ink(tone.edge, tone.fill, colours.text, tone.edge)


class Ink(NamedTuple):
    """The colours one node is drawn with."""

    border: str
    fill: str
    title: str
    small: str


@lru_cache(maxsize=4096)
def _bounds(width: float, height: float, disputed: bool, badged: bool, tabbed: bool) -> Rect:
    frame = Rect(-width / 2, -height / 2, width, height)
    grown = frame.grown(_HALO + _BORDER if disputed else _BORDER)
    reach = _BADGE + _BORDER
    top, right, bottom = grown.y, grown.right, grown.bottom
    if badged:
        top, right = min(top, frame.y - reach), max(right, frame.right + reach)
    if tabbed:
        bottom = max(bottom, frame.bottom + _TAB_BELOW + reach)
    return Rect(grown.x, top, right - grown.x, bottom - top)


@lru_cache(maxsize=4096)
def _body(style: str, marks: frozenset[Mark], size: tuple[float, float], ink: Ink) -> tuple[Primitive, ...]:
    shape, (width, height) = STYLES[style].shape, size
    parts: list[Primitive] = []
    if Mark.DISPUTED in marks:
        halo = outline_of(shape, width + 2 * _HALO, height + 2 * _HALO)
        parts.append(Path(halo, stroke=Stroke(ink.border, 1.2, (5.0, 3.0))))
    line = next((line for mark, line in _LINES.items() if mark in marks), (_BORDER, ()))
    parts.append(Path(outline_of(shape, width, height), ink.fill, Stroke(ink.border, *line)))
    if extra := SHAPES[shape].extra:
        parts.append(Path(extra(width, height), stroke=Stroke(ink.border, 1.0)))
    return tuple(parts)


def _left(shape: str, box: Box) -> float:
    return -box.width / 2 + _MARGIN + SHAPES[shape].side


def _top(shape: str, box: Box) -> float:
    return -box.height / 2 + _TOP + SHAPES[shape].top


def _title(shape: str, box: Box, ink: Ink) -> Iterator[Text]:
    x, y = _left(shape, box), _top(shape, box) + HEADER + _ASCENT
    for number, line in enumerate(box.lines):
        width = metrics.text_width(line, TITLE_SIZE)
        yield Text(x, y + number * TITLE_LINE, line, TITLE_SIZE, False, ink.title, width)


def _header(look: Look, box: Box, ink: Ink) -> Iterator[Primitive]:
    """Icon and word of the kind on the left, an icon for each mark on the right."""
    style = STYLES[look.style]
    left, y = _left(style.shape, box), _top(style.shape, box)
    right = -left - (_BADGE / 2 if look.findings else 0.0)
    for mark in reversed(Mark):
        if mark in look.marks:
            right -= ICON_SIZE
            yield Icon(right, y, ICON_SIZE, icon(mark.value), ink.small)
            right -= _GAP
    yield Icon(left, y, ICON_SIZE, icon(style.icon), ink.small)
    yield from _kind_words(look, left + ICON_SIZE + _GAP, right, y + _SMALL_ASCENT, ink)


def _kind_words(look: Look, left: float, right: float, baseline: float, ink: Ink) -> Iterator[Text]:
    word = metrics.shortened(look.word, right - left, SMALL_SIZE, bold=True)
    width = metrics.text_width(word, SMALL_SIZE, bold=True)
    yield Text(left, baseline, word, SMALL_SIZE, True, ink.small, width)
    if look.remark:
        left += width + _GAP
        remark = metrics.shortened(f"· {look.remark}", right - left, SMALL_SIZE)
        yield Text(left, baseline, remark, SMALL_SIZE, False, ink.small, metrics.text_width(remark, SMALL_SIZE))


def _badge(look: Look, box: Box, theme: Theme) -> tuple[Primitive, ...]:
    """How many findings there are, on the right upper corner; the graver, the more corners and the darker."""
    if not look.findings:
        return ()
    return badge(look.severity, min(look.findings, _MOST), box.width / 2 - 4.0, -box.height / 2 + 2.0, theme)


def _tab(look: Look, box: Box, ink: Ink, theme: Theme) -> tuple[Primitive, ...]:
    """How many nodes are folded away under it, in the middle of the lower side."""
    return tab(look.folded, 0.0, box.height / 2 + _TAB_BELOW, ink.border, theme) if look.folded else ()


def tab(count: int, x: float, y: float, colour: str, theme: Theme) -> tuple[Primitive, Primitive]:
    """Draw the tab "+12" around (x, y)."""
    label, frame = f"+{count}", _tab_frame(count, x, y)
    width = metrics.text_width(label, SMALL_SIZE, bold=True)
    return (
        Path(rounded(*frame, _BADGE), theme.background, Stroke(colour, _BORDER)),
        Text(x - width / 2, y + 3.8, label, SMALL_SIZE, True, theme.text, width),
    )


def _tab_frame(count: int, x: float, y: float) -> Rect:
    half = max(metrics.text_width(f"+{count}", SMALL_SIZE, bold=True) / 2 + _TAB_SIDE, 2 * _BADGE)
    return Rect(x - half, y - _BADGE, 2 * half, 2 * _BADGE)


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
            return polygon(*((x + dx, y + dy) for dx, dy in corners)), theme.tones["disputed"].edge, theme.background
        case _:
            assert_never(severity)


def small_node(style_name: str, x: float, y: float, theme: Theme, *, faded: bool = False) -> tuple[Primitive, ...]:
    """Draw what a kind looks like, small and without words, around (x, y): for a legend."""
    ink = _ink_of(style_name, False, False, faded, theme)
    style = STYLES[style_name]
    outline = transformed(outline_of(style.shape, *_SAMPLE), _SAMPLE_SCALE, x, y)
    half = _SMALL_ICON / 2
    return (
        Path(outline, ink.fill, Stroke(ink.border, 1.0)),
        Icon(x - half, y - half, _SMALL_ICON, icon(style.icon), ink.small),
    )
