"""Ready-made pieces of the picture: panning shows them, and only what is new has to be painted.

Tiles are painted within a budget of time per frame. A tile whose picture has changed stays in use until it has been
painted anew, so that the screen never goes blank.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from gvkaart.picture.primitives import Point, Rect
from gvkaart.ui.canvas.view import View

SIDE: Final = 256
"""Width and height of a tile in pixels of the widget."""
_KEPT_BYTES: Final = 96 * 1024 * 1024

PaintRect = Callable[[QPainter, Rect, float], Iterator[None]]
"""Paints what lies in a rectangle of the canvas; the last argument is the zoom in device pixels a unit.

It yields now and then: from far away a single tile holds the whole map, and painting that must not hold up a frame.
"""


class _Place(NamedTuple):
    """Which tile: at what zoom, and its column and row counted from the canvas origin."""

    zoom: float
    column: int
    row: int

    @property
    def rect(self) -> Rect:
        """The part of the canvas it shows."""
        side = SIDE / self.zoom
        return Rect(self.column * side, self.row * side, side, side)

    @property
    def middle(self) -> Point:
        """The canvas point in its middle."""
        side = SIDE / self.zoom
        return (self.column + 0.5) * side, (self.row + 0.5) * side


class _Begun(NamedTuple):
    """A tile that is being painted."""

    place: _Place
    image: QImage
    painter: QPainter
    steps: Iterator[None]


class TileCache:
    """The tiles of all zooms looked at lately."""

    def __init__(self, paint: PaintRect) -> None:
        """`paint` paints the picture itself."""
        self._paint = paint
        self._begun: _Begun | None = None
        self._tiles: OrderedDict[_Place, QImage] = OrderedDict()
        self._stale: set[_Place] = set()
        self._ratio = 1.0
        self.background = QColor("white")

    def set_ratio(self, ratio: float) -> None:
        """Say how many device pixels go in a pixel of the widget; another ratio needs other tiles."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.clear()

    @property
    def empty(self) -> bool:
        """Tell whether there is no tile at all."""
        return not self._tiles

    def clear(self) -> None:
        """Forget everything."""
        self._break_off()
        self._tiles.clear()
        self._stale.clear()

    def expire(self, rect: Rect) -> None:
        """Say that the picture changed in a rectangle of the canvas."""
        self._stale.update(place for place in self._tiles if place not in self._stale and place.rect.touches(rect))
        if self._begun is not None and self._begun.place.rect.touches(rect):
            self._break_off()

    def prepare(self, view: View, width: int, height: int, seconds: float) -> bool:
        """Paint tiles that the view needs, the middle first, for about `seconds`; tell whether all are there."""
        missing = self._missing(view, width, height)
        middle = view.to_canvas(width / 2, height / 2)
        begun = self._begun.place if self._begun is not None else None
        if begun not in missing:
            self._break_off()
        missing.sort(key=lambda place: (place != begun, math.dist(middle, place.middle)))
        deadline = time.monotonic() + seconds
        for done, place in enumerate(missing):
            if done and time.monotonic() >= deadline:
                return False
            if not self._make(place, deadline):
                return False
        return True

    def complete(self, view: View, width: int, height: int) -> bool:
        """Tell whether all tiles that the view needs are there, and up to date."""
        return not self._missing(view, width, height)

    def _missing(self, view: View, width: int, height: int) -> list[_Place]:
        return [place for place in _shown(view, width, height) if place not in self._tiles or place in self._stale]

    def draw(self, painter: QPainter, view: View, width: int, height: int) -> None:
        """Draw the tiles there are; the painter's units are pixels of the widget."""
        for place in _shown(view, width, height):
            if (image := self._tiles.get(place)) is not None:
                self._tiles.move_to_end(place)
                painter.drawImage(self._corner(place, view), image)

    def _corner(self, place: _Place, view: View) -> QPointF:
        """Return where a tile goes, on a whole device pixel so that it stays sharp.

        The view is rounded once for all tiles: each by itself might be rounded away from the next, and leave a seam.
        """
        ratio = self._ratio
        x, y = (round(place.column * SIDE * ratio), round(place.row * SIDE * ratio))
        left, top = (round(-edge * view.zoom * ratio) for edge in (view.left, view.top))
        return QPointF((x + left) / ratio, (y + top) / ratio)

    def _make(self, place: _Place, deadline: float) -> bool:
        """Go on painting a tile; tell whether it is finished."""
        begun = self._begun = self._begun or self._begin(place)
        for _ in begun.steps:
            if time.monotonic() >= deadline:
                return False
        self._break_off()
        self._tiles[place] = begun.image
        self._tiles.move_to_end(place)
        self._stale.discard(place)
        while len(self._tiles) * begun.image.sizeInBytes() > _KEPT_BYTES:
            self._stale.discard(self._tiles.popitem(last=False)[0])
        return True

    def _begin(self, place: _Place) -> "_Begun":
        pixels = math.ceil(SIDE * self._ratio)
        image = QImage(pixels, pixels, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self._ratio)
        image.fill(self.background)
        painter = QPainter(image)
        painter.scale(place.zoom, place.zoom)
        painter.translate(-place.rect.x, -place.rect.y)
        return _Begun(place, image, painter, self._paint(painter, place.rect, place.zoom * self._ratio))

    def _break_off(self) -> None:
        """Paint no more on the tile that was begun, if there is one."""
        if self._begun is not None:
            self._begun.painter.end()
            self._begun = None


def _shown(view: View, width: int, height: int) -> Iterator[_Place]:
    """Yield the tiles that a widget of this size shows."""
    left, top = view.left * view.zoom, view.top * view.zoom
    for row in range(math.floor(top / SIDE), math.floor((top + height) / SIDE) + 1):
        for column in range(math.floor(left / SIDE), math.floor((left + width) / SIDE) + 1):
            yield _Place(view.zoom, column, row)
