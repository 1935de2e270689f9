"""What a hand can do on the map: a gesture is an object with a beginning, movement, and an end or a cancellation.

A gesture changes nothing but what is shown while it lasts. When it ends, it asks the canvas to tell what was done.
Points are in pixels of the widget.
"""

from typing import Protocol

from gvkaart.picture.primitives import Point, Rect
from gvkaart.ui.canvas.view import View


class Board(Protocol):
    """What a gesture may ask of the canvas."""

    @property
    def view(self) -> View:
        """Which part of the canvas is shown."""

    @property
    def selection(self) -> frozenset[str]:
        """The keys of what is selected."""

    @property
    def selected_nodes(self) -> frozenset[str]:
        """The keys of the nodes that are selected."""

    def set_view(self, view: View) -> None:
        """Show another part."""

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom in or out around a pixel."""

    def dot_under(self, at: Point) -> str | None:
        """Return the key of the node whose connecting dot is at a pixel."""

    def item_under(self, at: Point) -> str:
        """Return the key of the node or edge at a pixel, "" for none."""

    def text_under(self, at: Point) -> str:
        """Return what the item at a pixel says in full, "" for none."""

    def hover(self, at: Point) -> None:
        """Show that the pointer is at a pixel."""

    def put_keyboard_at(self, key: str) -> None:
        """Let the keyboard go on from a node."""

    def node_under(self, at: Point) -> str | None:
        """Return the key of the node at a pixel."""

    def nodes_inside(self, rect: Rect) -> frozenset[str]:
        """Return the keys of the nodes inside a rectangle of the canvas."""

    def select(self, keys: frozenset[str]) -> None:
        """Make this the selection."""

    def show_moving(self, keys: frozenset[str], dx: float, dy: float) -> None:
        """Show nodes shifted by so many units; no keys: show everything in its place."""

    def show_band(self, rect: Rect | None) -> None:
        """Show a rubber band around a rectangle of the canvas."""

    def show_wire(self, source: str, to: Point | None, target: str | None) -> None:
        """Show a line from a node to a pixel, and the node it would end at."""

    def report_moved(self, keys: frozenset[str], dx: int, dy: int) -> None:
        """Tell that nodes were moved by so many units."""

    def report_connected(self, source: str, target: str) -> None:
        """Tell that two nodes are to be connected."""


class Gesture(Protocol):
    """One thing a hand does, from press to release."""

    def move(self, at: Point) -> None:
        """Follow the pointer."""

    def end(self, at: Point) -> None:
        """The pointer was released: do it."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class Pan:
    """Pushes the canvas along with the pointer."""

    def __init__(self, board: Board, start: Point) -> None:
        """Begin at `start`."""
        self._board, self._first, self._start = board, board.view, start

    def move(self, at: Point) -> None:
        """Push."""
        self._board.set_view(self._first.panned(at[0] - self._start[0], at[1] - self._start[1]))

    def end(self, at: Point) -> None:
        """Leave it there."""
        self.move(at)

    def cancel(self) -> None:
        """Go back to where it began."""
        self._board.set_view(self._first)


class RubberBand:
    """Selects the nodes inside a rectangle, besides the ones that were selected when `keep` is given."""

    def __init__(self, board: Board, start: Point, keep: frozenset[str]) -> None:
        """Begin at `start`."""
        self._board, self._keep = board, keep
        self._start = board.view.to_canvas(*start)

    def _rect(self, at: Point) -> Rect:
        (x1, y1), (x2, y2) = self._start, self._board.view.to_canvas(*at)
        return Rect(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))

    def move(self, at: Point) -> None:
        """Stretch."""
        self._board.show_band(self._rect(at))

    def end(self, at: Point) -> None:
        """Select what is inside."""
        self._board.show_band(None)
        self._board.select(self._keep | self._board.nodes_inside(self._rect(at)))

    def cancel(self) -> None:
        """Let go."""
        self._board.show_band(None)


class MoveNodes:
    """Carries nodes along with the pointer, once it has gone far enough to be no click."""

    def __init__(self, board: Board, start: Point, keys: frozenset[str], threshold: float) -> None:
        """Begin at `start`; `threshold` in pixels."""
        self._board, self._keys, self._threshold = board, keys, threshold
        self._pixel, self._start = start, board.view.to_canvas(*start)
        self.moving = False

    def _shift(self, at: Point) -> Point:
        x, y = self._board.view.to_canvas(*at)
        return x - self._start[0], y - self._start[1]

    def move(self, at: Point) -> None:
        """Carry."""
        far = max(abs(at[0] - self._pixel[0]), abs(at[1] - self._pixel[1])) >= self._threshold
        self.moving = self.moving or far
        if self.moving:
            self._board.show_moving(self._keys, *self._shift(at))

    def end(self, at: Point) -> None:
        """Put them down, on whole units."""
        if not self.moving:
            return
        dx, dy = (round(value) for value in self._shift(at))
        self._board.show_moving(frozenset(), 0.0, 0.0)
        if dx or dy:
            self._board.report_moved(self._keys, dx, dy)

    def cancel(self) -> None:
        """Let them spring back."""
        self._board.show_moving(frozenset(), 0.0, 0.0)


class Connect:
    """Draws a line from a node to the node under the pointer."""

    def __init__(self, board: Board, source: str) -> None:
        """Begin at the node `source`."""
        self._board, self._source = board, source

    def _target(self, at: Point) -> str | None:
        found = self._board.node_under(at)
        return found if found != self._source else None

    def move(self, at: Point) -> None:
        """Stretch the line."""
        self._board.show_wire(self._source, at, self._target(at))

    def end(self, at: Point) -> None:
        """Ask for the connection if there is a node at the end."""
        self.cancel()
        if (target := self._target(at)) is not None:
            self._board.report_connected(self._source, target)

    def cancel(self) -> None:
        """Take the line away."""
        self._board.show_wire(self._source, None, None)
