"""What a drawing is made of: lines, outlines, icons and texts, with all colours already decided.

Coordinates are canvas units (1 unit = 1 px at 100 %), y downwards. A `Drawing` is local: its origin is the centre of
the item it belongs to, so that moving an item changes two numbers of the `Item` and nothing of the drawing, and equal
drawings can be shared and cached by whoever paints them. Nodes and edges work out their layers only when asked: from
far away most of it is never seen.

A drawing has three layers, which are the levels of detail of the screen: `body` (the silhouette, drawn at every zoom),
`title` (texts that are worth reading from mid distance) and `detail` (icons, small print, badges). A painter that
makes paper draws all three.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from operator import add
from typing import NamedTuple, Protocol

from gvkaart.picture.theme import Theme

Point = tuple[float, float]


class Rect(NamedTuple):
    """An upright rectangle: its left upper corner, its width and its height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def moved(self, dx: float, dy: float) -> "Rect":
        """Return the rectangle shifted by (`dx`, `dy`)."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, margin: float) -> "Rect":
        """Return the rectangle with `margin` added on all four sides."""
        return Rect(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)

    def touches(self, other: "Rect") -> bool:
        """Tell whether the two share a point."""
        return self.x <= other.right and other.x <= self.right and self.y <= other.bottom and other.y <= self.bottom

    def contains(self, x: float, y: float) -> bool:
        """Tell whether the point lies in the rectangle or on its sides."""
        return self.x <= x <= self.right and self.y <= y <= self.bottom


EMPTY = Rect(0.0, 0.0, 0.0, 0.0)


def bounding(rects: Iterable[Rect]) -> Rect:
    """Return the smallest rectangle around all `rects`; `EMPTY` when there are none."""
    if not (boxes := list(rects)):
        return EMPTY
    xs, ys, widths, heights = zip(*boxes, strict=True)  # by column: a picture has thousands of boxes
    left, top = min(xs), min(ys)
    return Rect(left, top, max(map(add, xs, widths)) - left, max(map(add, ys, heights)) - top)


Command = tuple[str, *tuple[float, ...]]
"""One step of an outline: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",), all absolute."""

Outline = tuple[Command, ...]


def polygon(*points: Point) -> Outline:
    """Return the closed outline through `points`."""
    (x, y), *others = points
    return (("M", x, y), *(("L", px, py) for px, py in others), ("Z",))


class Stroke(NamedTuple):
    """How a line is drawn; `dash` is drawn and skipped lengths in units, empty for an unbroken line."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()


class Path(NamedTuple):
    """An outline that is filled, stroked or both; no colour means no fill."""

    outline: Outline
    fill: str = ""
    stroke: Stroke | None = None


class Line(NamedTuple):
    """One straight line: much cheaper for a painter than a path of two points."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke


class Icon(NamedTuple):
    """An icon of `size` units square with its left upper corner at (x, y); `outlines` stand on a grid of 24 by 24."""

    x: float
    y: float
    size: float
    outlines: tuple[Outline, ...]
    colour: str


class Text(NamedTuple):
    """A run of plain text on one line: (x, y) is the left end of its baseline, `size` the em in units.

    `width` is what the bundled font needs; a painter that has to do with another font squeezes the text into it.
    """

    x: float
    y: float
    string: str
    size: float
    bold: bool
    colour: str
    width: float


Primitive = Path | Line | Icon | Text


class Drawing(Protocol):
    """What one item looks like; the layers are painted in this order.

    A drawing may work out its layers when it is asked for them, so ask once. Equal drawings look the same.
    """

    @property
    def bounds(self) -> Rect:
        """The room it takes, around its own origin."""

    @property
    def reach(self) -> Rect:
        """Room that it surely keeps to; known without measuring a text, so that far away nothing is measured."""

    @property
    def body(self) -> tuple[Primitive, ...]:
        """The silhouette: drawn at every zoom."""

    @property
    def title(self) -> tuple[Primitive, ...]:
        """What is worth reading from mid distance."""

    @property
    def detail(self) -> tuple[Primitive, ...]:
        """Icons, small print, badges."""


class FixedDrawing(NamedTuple):
    """A drawing that is simply there."""

    bounds: Rect
    body: tuple[Primitive, ...] = ()
    title: tuple[Primitive, ...] = ()
    detail: tuple[Primitive, ...] = ()

    @property
    def reach(self) -> Rect:
        """The same as `bounds`."""
        return self.bounds


class Family(StrEnum):
    """The sorts of relation that are told apart at a glance."""

    ATTRIBUTION = "attribution"
    SUPPORT = "support"
    ATTACK = "attack"
    MEANING = "meaning"
    FLOW = "flow"
    RELATES = "relates"


class Link(NamedTuple):
    """Everything that decides how an edge is drawn, apart from where its two nodes stand.

    `offset` is how far it lies beside the straight line between the centres, to the right of its direction.
    """

    source: str
    target: str
    family: Family
    label: str = ""
    offset: float = 0.0
    dimmed: bool = False


class Role(Enum):
    """What an item of a picture stands for; the value is used as class name in SVG."""

    GROUP = "group"
    EDGE = "edge"
    NODE = "node"
    LEGEND = "legend"


class Item(NamedTuple):
    """One thing in a picture, drawn with its centre at (x, y).

    `key` is unique within the picture; for a node it is the node's id. `title` and `description` are plain text: what
    a screen reader or a tooltip says. Only an edge has a `link`; its drawing stands at (0, 0).
    """

    key: str
    role: Role
    x: float
    y: float
    drawing: Drawing
    title: str = ""
    description: str = ""
    link: Link | None = None

    @property
    def bounds(self) -> Rect:
        """Where the item stands on the canvas."""
        return self.drawing.bounds.moved(self.x, self.y)

    @property
    def reach(self) -> Rect:
        """A rectangle around `bounds` that is known at once."""
        x, y, width, height = self.drawing.reach
        return Rect(x + self.x, y + self.y, width, height)


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole drawing: `items` in paint order on the background of `theme`; `language` is that of its words."""

    bounds: Rect
    theme: Theme
    items: tuple[Item, ...]
    title: str = ""
    description: str = ""
    language: str = "nl"
