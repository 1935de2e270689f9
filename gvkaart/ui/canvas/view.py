"""Which part of the canvas the widget shows: the conversion between canvas units and pixels of the widget."""

from typing import Final, NamedTuple

from gvkaart.picture.primitives import Point, Rect

SMALLEST: Final = 0.02
LARGEST: Final = 4.0


class View(NamedTuple):
    """`zoom` pixels a unit, and the canvas point (`left`, `top`) that stands in the widget's left upper corner."""

    zoom: float = 1.0
    left: float = 0.0
    top: float = 0.0

    def to_canvas(self, px: float, py: float) -> Point:
        """Return the canvas point under a pixel."""
        return self.left + px / self.zoom, self.top + py / self.zoom

    def to_widget(self, x: float, y: float) -> Point:
        """Return the pixel where a canvas point is shown."""
        return (x - self.left) * self.zoom, (y - self.top) * self.zoom

    def rect_to_widget(self, rect: Rect) -> Rect:
        """Return the pixels a rectangle of the canvas covers."""
        x, y = self.to_widget(rect.x, rect.y)
        return Rect(x, y, rect.width * self.zoom, rect.height * self.zoom)

    def shown(self, width: float, height: float) -> Rect:
        """Return the part of the canvas that a widget of this size shows."""
        return Rect(self.left, self.top, width / self.zoom, height / self.zoom)

    def panned(self, px: float, py: float) -> "View":
        """Return the view after the canvas was pushed by (`px`, `py`) pixels."""
        return View(self.zoom, self.left - px / self.zoom, self.top - py / self.zoom)

    def zoomed(self, factor: float, px: float, py: float) -> "View":
        """Return the view zoomed by `factor`, keeping what is under the pixel (`px`, `py`) in its place."""
        zoom = min(LARGEST, max(SMALLEST, self.zoom * factor))
        x, y = self.to_canvas(px, py)
        return View(zoom, x - px / zoom, y - py / zoom)

    def centred(self, x: float, y: float, width: float, height: float) -> "View":
        """Return the view with the canvas point (`x`, `y`) in the middle of a widget of this size."""
        return View(self.zoom, x - width / self.zoom / 2, y - height / self.zoom / 2)


def fitting(rect: Rect, width: float, height: float, most: float = 1.0) -> View:
    """Return the view that shows all of `rect` in a widget of this size, zoomed in no further than `most`."""
    zoom = min(most, width / max(rect.width, 1.0), height / max(rect.height, 1.0))
    zoom = min(LARGEST, max(SMALLEST, zoom))
    return View(zoom).centred(rect.x + rect.width / 2, rect.y + rect.height / 2, width, height)
