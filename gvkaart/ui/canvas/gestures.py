"""What a hand can do on the map: a gesture is an object with a beginning, movement, and an end or a cancellation.

A gesture changes nothing but what is shown while it lasts. When it ends, it asks the canvas to tell what was done.
Points are in pixels of the widget; what has to stay where it began, while the canvas scrolls along, is kept in units.
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final, NamedTuple, Protocol, assert_never

from gvkaart.picture.primitives import Point, Rect
from gvkaart.ui.canvas.snapping import Guide, Neighbours, Snapped
from gvkaart.ui.canvas.view import View
from gvkaart.ui.scaling import AS_IT_IS, Corner, Scaling, Stretch

_PULL: Final = 6.0
"""What is carried snaps to a line this near, in pixels."""


class Picking(Enum):
    """What becomes of the selection there was."""

    REPLACE = auto()
    ADD = auto()
    TOGGLE = auto()

    def picked(self, before: frozenset[str], keys: frozenset[str]) -> frozenset[str]:
        """Return the selection when these keys are picked."""
        match self:
            case Picking.REPLACE:
                return keys
            case Picking.ADD:
                return before | keys
            case Picking.TOGGLE:
                return before ^ keys
            case _:
                assert_never(self)


class Keys(NamedTuple):
    """What keys that are held say about a gesture.

    Attributes:
        freely: snap to nothing (Alt).
        evenly: keep the ratio of width and height (Shift).
    """

    freely: bool = False
    evenly: bool = False


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

    def is_inside(self, at: Point) -> bool:
        """Tell whether a pixel is one of the canvas, not of what stands around it."""

    def dot_under(self, at: Point) -> str | None:
        """Return the key of the node whose connecting dot is at a pixel."""

    def tab_under(self, at: Point) -> str | None:
        """Return the key of the node whose number of what is folded away is at a pixel."""

    def handle_under(self, at: Point) -> Corner | None:
        """Return the corner of the selected group whose handle is at a pixel."""

    def item_under(self, at: Point) -> str:
        """Return the key of the node or edge at a pixel, "" for none."""

    def text_under(self, at: Point) -> str:
        """Return what the item at a pixel says in full, "" for none or where one reads that already."""

    def hover(self, at: Point) -> None:
        """Show that the pointer is at a pixel."""

    def put_keyboard_at(self, key: str) -> None:
        """Let the keyboard go on from a node."""

    def node_under(self, at: Point) -> str | None:
        """Return the key of the node at a pixel."""

    def nodes_inside(self, rect: Rect) -> frozenset[str]:
        """Return the keys of the nodes inside a rectangle of the canvas."""

    def frame_around(self, keys: frozenset[str]) -> Rect | None:
        """Return the frame around nodes, None when there is nothing to line up with at this zoom."""

    def frames_beside(self, keys: frozenset[str]) -> list[Rect]:
        """Return the frames of the nodes in sight that are none of these."""

    def frames_of(self, keys: frozenset[str]) -> dict[str, Rect]:
        """Return the frames of nodes, of those that are still there."""

    def select(self, keys: frozenset[str]) -> None:
        """Make this the selection."""

    def show_moving(self, keys: frozenset[str], dx: float, dy: float, guides: tuple[Guide, ...] = ()) -> None:
        """Show nodes shifted by so many units; no keys: show everything in its place."""

    def show_scaled(self, keys: frozenset[str], scaling: Scaling) -> None:
        """Show nodes where a scaling puts them; no keys: show everything in its place."""

    def show_band(self, rect: Rect | None) -> None:
        """Show a rubber band around a rectangle of the canvas."""

    def show_wire(self, source: str, to: Point | None, target: str | None) -> None:
        """Show a line from a node to a pixel, and the node it would end at; without a pixel, none."""

    def report_moved(self, keys: frozenset[str], dx: int, dy: int) -> None:
        """Tell that nodes were moved by so many units."""

    def report_scaled(self, centres: Mapping[str, tuple[int, int]]) -> None:
        """Tell that a group was made larger or smaller: where the middles of its nodes are to come."""

    def report_unfolded(self, key: str) -> None:
        """Tell that what is folded away under a node is to be shown."""

    def report_connected(self, source: str, target: str) -> None:
        """Tell that two nodes are to be connected."""

    def report_branched(self, source: str, at: Point | None) -> None:
        """Tell that something new is to hang on a node: at a pixel, or anywhere beside it."""


class Gesture(Protocol):
    """One thing a hand does, from press to release."""

    @property
    def pushes(self) -> bool:
        """Whether the canvas scrolls along when the pointer comes to its edge."""

    @property
    def held(self) -> frozenset[str]:
        """The nodes without which it has no meaning."""

    def move(self, at: Point, keys: Keys) -> None:
        """Follow the pointer."""

    def end(self, at: Point, keys: Keys) -> None:
        """The pointer was released: do it."""

    def cancel(self) -> None:
        """Leave everything as it was."""


class Pan:
    """Pushes the canvas along with the pointer."""

    pushes = False
    held: frozenset[str] = frozenset()

    def __init__(self, board: Board, start: Point) -> None:
        """Begin at `start`."""
        self._board, self._first, self._start = board, board.view, start

    def move(self, at: Point, keys: Keys) -> None:  # noqa: ARG002  # a pan snaps to nothing
        """Push."""
        self._board.set_view(self._first.panned(at[0] - self._start[0], at[1] - self._start[1]))

    def end(self, at: Point, keys: Keys) -> None:
        """Leave it there."""
        self.move(at, keys)

    def cancel(self) -> None:
        """Go back to where it began."""
        self._board.set_view(self._first)


class RubberBand:
    """Picks the nodes inside a rectangle."""

    pushes = True
    held: frozenset[str] = frozenset()

    def __init__(self, board: Board, start: Point, picking: Picking) -> None:
        """Begin at `start`; who replaces the selection sees it go at once."""
        self._board, self._picking, self._before = board, picking, board.selection
        self._start = board.view.to_canvas(*start)
        board.select(picking.picked(self._before, frozenset()))

    def _rect(self, at: Point) -> Rect:
        (x1, y1), (x2, y2) = self._start, self._board.view.to_canvas(*at)
        return Rect(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))

    def move(self, at: Point, keys: Keys) -> None:  # noqa: ARG002  # a band snaps to nothing
        """Stretch."""
        self._board.show_band(self._rect(at))

    def end(self, at: Point, keys: Keys) -> None:  # noqa: ARG002
        """Select what is inside."""
        self._board.show_band(None)
        self._board.select(self._picking.picked(self._before, self._board.nodes_inside(self._rect(at))))

    def cancel(self) -> None:
        """Let go; selected is what was selected."""
        self._board.show_band(None)
        self._board.select(self._before)


class MoveNodes:
    """Carries nodes along with the pointer, once it has gone far enough to be no click."""

    def __init__(self, board: Board, start: Point, keys: frozenset[str], threshold: float) -> None:
        """Begin at `start`; `threshold` in pixels."""
        self._board, self._keys, self._threshold = board, keys, threshold
        self._pixel, self._start = start, board.view.to_canvas(*start)
        self._neighbours: tuple[View, Rect | None, Neighbours] | None = None
        self.moving = False

    @property
    def pushes(self) -> bool:
        """A press that may still become a click leaves the canvas where it is."""
        return self.moving

    @property
    def held(self) -> frozenset[str]:
        """All that is carried."""
        return self._keys

    def _carried(self, at: Point, keys: Keys) -> Snapped:
        x, y = self._board.view.to_canvas(*at)
        shift = x - self._start[0], y - self._start[1]
        if keys.freely:
            return Snapped(shift)
        frame, neighbours = self._beside()
        return neighbours.snap(frame, shift, _PULL / self._board.view.zoom) if frame is not None else Snapped(shift)

    def _beside(self) -> tuple[Rect | None, Neighbours]:
        """Return the frame of what is carried and what it passes; looked up anew when other nodes come into sight."""
        view = self._board.view
        if self._neighbours is None or self._neighbours[0] != view:
            frame = self._board.frame_around(self._keys)
            boxes = self._board.frames_beside(self._keys) if frame is not None else ()
            self._neighbours = view, frame, Neighbours(boxes)
        return self._neighbours[1:]

    def move(self, at: Point, keys: Keys) -> None:
        """Carry."""
        far = max(abs(at[0] - self._pixel[0]), abs(at[1] - self._pixel[1])) >= self._threshold
        self.moving = self.moving or far
        if self.moving:
            shift, guides = self._carried(at, keys)
            self._board.show_moving(self._keys, *shift, guides)

    def end(self, at: Point, keys: Keys) -> None:
        """Put them down, on whole units."""
        if not self.moving:
            return
        dx, dy = (round(value) for value in self._carried(at, keys).shift)
        self.cancel()
        if dx or dy:
            self._board.report_moved(self._keys, dx, dy)

    def cancel(self) -> None:
        """Let them spring back."""
        self._board.show_moving(frozenset(), 0.0, 0.0)


class ScaleNodes:
    """Makes a group larger or smaller by a corner of the frame around it; each node keeps its size."""

    def __init__(self, board: Board, corner: Corner, start: Point, threshold: float) -> None:
        """Begin at `start` with what is selected; `threshold` in pixels, below which it is a click."""
        self._board, self._threshold = board, threshold
        self._pixel, self._start = start, board.view.to_canvas(*start)
        self.held = board.selected_nodes
        self._frames = board.frames_of(self.held)
        self._stretch = Stretch(self._frames.values(), corner)
        self.pushes = False

    def _scaling(self, at: Point, keys: Keys) -> Scaling:
        x, y = self._board.view.to_canvas(*at)
        return self._stretch.pulled(x - self._start[0], y - self._start[1], evenly=keys.evenly)

    def move(self, at: Point, keys: Keys) -> None:
        """Pull; only what is really pulled makes the canvas scroll along."""
        far = max(abs(at[0] - self._pixel[0]), abs(at[1] - self._pixel[1])) >= self._threshold
        self.pushes = self.pushes or far
        if self.pushes:
            self._board.show_scaled(self.held, self._scaling(at, keys))

    def end(self, at: Point, keys: Keys) -> None:
        """Leave them there, on whole units."""
        self.cancel()
        if self.pushes:
            self._board.report_scaled(self._scaling(at, keys).centres(self._frames))

    def cancel(self) -> None:
        """Let them spring back."""
        self._board.show_scaled(frozenset(), AS_IT_IS)


class Connect:
    """Draws a line from a node: to another one that is joined then, or to where a new one is to hang on it."""

    pushes = True

    def __init__(self, board: Board, source: str, start: Point, threshold: float) -> None:
        """Begin at the node `source`; `threshold` in pixels, below which it is a click."""
        self._board, self._source, self._start, self._threshold = board, source, start, threshold
        self._from_dot = board.dot_under(start) is not None
        self._drawn = False

    @property
    def held(self) -> frozenset[str]:
        """Where the line comes from."""
        return frozenset({self._source})

    def _target(self, at: Point) -> str | None:
        found = self._board.node_under(at)
        return found if found != self._source else None

    def move(self, at: Point, keys: Keys) -> None:  # noqa: ARG002  # a line ends where the pointer is
        """Stretch the line."""
        far = max(abs(at[0] - self._start[0]), abs(at[1] - self._start[1])) >= self._threshold
        self._drawn = self._drawn or far
        if self._drawn:
            self._board.show_wire(self._source, at, self._target(at))

    def end(self, at: Point, keys: Keys) -> None:  # noqa: ARG002
        """Ask for the connection, or for something new where there is nothing; a click on the dot asks that too."""
        self.cancel()
        found = self._board.node_under(at)
        if not self._drawn:
            if self._from_dot:
                self._board.report_branched(self._source, None)
        elif found is None and self._board.is_inside(at):
            self._board.report_branched(self._source, at)
        elif found is not None and found != self._source:
            self._board.report_connected(self._source, found)

    def cancel(self) -> None:
        """Take the line away."""
        self._board.show_wire(self._source, None, None)
