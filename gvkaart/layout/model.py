"""What a layout is asked and what it answers.

Lengths are whole canvas units (1 unit is 1 px at 100 % zoom); y grows downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from gvkaart.domain.errors import Defect

MIN_GAP = 24
"""Two boxes are never nearer to each other than this, unless both were placed by hand."""
NODE_GAP = 36
LAYER_GAP = 72
PART_GAP = 72
GROUP_MARGIN = 28
"""Room an engine keeps between the members of a group and the frame around them."""
ASPECT = 1.6
"""Width : height a whole map aims at, so that it fits a screen and a page on its side."""

Point = tuple[float, float]
Checkpoint = Callable[[], None]
"""Called often by everything that takes time; raises `LayoutCancelled`."""


class LayoutCancelled(Exception):
    """The caller's `cancelled` said yes; nothing was laid out and no process is left behind."""


class Direction(Enum):
    """Where the target of a link lies, seen from its source."""

    DOWN = "down"
    UP = "up"
    RIGHT = "right"
    LEFT = "left"


class Engine(Enum):
    """Who computed the coordinates: the Graphviz program (of at least one part), or only this package itself."""

    DOT = "dot"
    EMBEDDED = "embedded"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle to be placed. `fixed` is the centre somebody chose by hand: it is never changed."""

    id: str
    width: int
    height: int
    group: str | None = None
    fixed: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A directed line between two boxes, by id."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class LayoutRequest:
    """Boxes and links. Raises `Defect` for ids that occur twice, links to nowhere and sizes below 1."""

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    direction: Direction = Direction.DOWN

    def __post_init__(self) -> None:
        ids = {box.id for box in self.boxes}
        if len(ids) != len(self.boxes):
            raise Defect("layout_request", problem="two boxes have the same id")
        if any(link.source not in ids or link.target not in ids for link in self.links):
            raise Defect("layout_request", problem="a link refers to a box that is not in the request")
        if any(box.width < 1 or box.height < 1 for box in self.boxes):
            raise Defect("layout_request", problem="a box has no width or no height")


@dataclass(frozen=True, slots=True)
class LayoutResult:
    """The centre of every box. Without fixed boxes the picture starts at (0, 0), its top left corner."""

    centres: Mapping[str, tuple[int, int]]
    engine: Engine
