"""What the keys mean on the map; all of them only while the map has the keyboard (WCAG 2.1.4).

These keys are fixed: they say how one moves about on the map. What one does there are commands of the window, whose
keys the user may change.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gvkaart.picture.primitives import Point, Rect
from gvkaart.ui.canvas.content import Content
from gvkaart.ui.canvas.mouse import PAN_STEP
from gvkaart.ui.canvas.view import View
from gvkaart.ui.canvas.walk import Direction, Trail, step, turn

MOVE_STEP: Final = 20
"""How far one key press moves nodes, in units."""

_ARROWS: Final = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_NONE: Final = Qt.KeyboardModifier.NoModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_KEYPAD: Final = Qt.KeyboardModifier.KeypadModifier


class Walked(Protocol):
    """What keys ask of the canvas on which one walks."""

    content: Content
    trail: Trail

    @property
    def view(self) -> View:
        """Which part of the canvas is shown."""

    @property
    def shown(self) -> Rect:
        """The part of the canvas that is shown, in units."""

    @property
    def selection(self) -> frozenset[str]:
        """The keys of what is selected."""

    @property
    def selected_nodes(self) -> frozenset[str]:
        """The keys of the nodes that are selected."""

    @property
    def current(self) -> str:
        """The node that the keyboard is at, "" for none."""

    def set_current(self, key: str, *, extend: bool = False) -> None:
        """Go to a node."""

    def set_view(self, view: View) -> None:
        """Show another part."""

    def zoom_by(self, factor: float, at: Point | None = None) -> None:
        """Zoom in or out around a pixel, without one around the middle."""

    def zoom_in(self) -> None:
        """Zoom in one step."""

    def zoom_out(self) -> None:
        """Zoom out one step."""

    def zoom_to_fit(self) -> None:
        """Show the whole picture."""

    def zoom_to_selection(self) -> None:
        """Show all that is selected."""

    def escape(self) -> bool:
        """Break off what is going on; tell whether there was anything."""

    def report_moved(self, keys: frozenset[str], dx: int, dy: int) -> None:
        """Tell that nodes were moved by so many units."""

    def report_edited(self, key: str) -> None:
        """Tell that an item is to be edited."""

    def report_deleted(self, keys: frozenset[str]) -> None:
        """Tell that items are to be deleted."""


def press(canvas: Walked, event: QKeyEvent) -> bool:
    """Do what a key stands for; tell whether it stands for something."""
    modifiers = event.modifiers() & ~_KEYPAD
    if event.key() in _ARROWS:
        _arrow(canvas, _ARROWS[Qt.Key(event.key())], modifiers)
        return True
    action = _ACTIONS.get((Qt.Key(event.key()), modifiers))
    return action(canvas) if action is not None else False


def _arrow(canvas: Walked, direction: Direction, modifiers: Qt.KeyboardModifier) -> None:
    """Walk to the next node; with Alt along the trail or the fan, with Ctrl move what is selected, else the canvas."""
    dx, dy = direction.value
    if modifiers & _ALT and dx:
        _go_along_trail(canvas, dx)
    elif modifiers & _ALT:
        _turn(canvas, clockwise=dy > 0)
    elif modifiers == _CONTROL:
        if nodes := canvas.selected_nodes:
            canvas.report_moved(nodes, dx * MOVE_STEP, dy * MOVE_STEP)
    elif modifiers & _CONTROL:
        canvas.set_view(canvas.view.panned(-dx * PAN_STEP, -dy * PAN_STEP))
    else:
        _walk(canvas, direction, extend=bool(modifiers & _SHIFT))


def _related(canvas: Walked, key: str) -> set[str]:
    links = (canvas.content.edges[edge].link for edge in canvas.content.edges_at([key]))
    return {end for link in links if link is not None for end in (link.source, link.target)}


def _walk(canvas: Walked, direction: Direction, *, extend: bool) -> None:
    """Go to a neighbour of the current node; without one to the node nearest to the middle."""
    content = canvas.content
    if canvas.current:
        reached = step(content.nodes, canvas.current, direction, _related(canvas, canvas.current))
    else:
        reached = content.nearest(*canvas.shown.centre)
    if reached is not None:
        canvas.set_current(reached, extend=extend)


def _turn(canvas: Walked, *, clockwise: bool) -> None:
    """Go to another node that is related to where one came from, or to one related to the current node."""
    nodes, current, before = canvas.content.nodes, canvas.current, canvas.trail.before
    fan = _related(canvas, before) if before in nodes else set()
    if current in fan and (reached := turn(nodes, before, current, fan, clockwise=clockwise)) is not None:
        canvas.trail.exchange(reached)
        canvas.set_current(reached)
    elif current:
        first = turn(nodes, current, "", _related(canvas, current), clockwise=clockwise)
        canvas.set_current(first or current)


def _go_along_trail(canvas: Walked, steps: int) -> None:
    if (reached := canvas.trail.go(steps, canvas.content.nodes)) is not None:
        canvas.set_current(reached)


def _edit(canvas: Walked) -> bool:
    if canvas.current:
        canvas.report_edited(canvas.current)
    return bool(canvas.current)


def _delete(canvas: Walked) -> bool:
    if canvas.selection:
        canvas.report_deleted(canvas.selection)
    return bool(canvas.selection)


def _always(do: Callable[[Walked], None]) -> Callable[[Walked], bool]:
    def action(canvas: Walked) -> bool:
        do(canvas)
        return True

    return action


_ACTIONS: Final[dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[Walked], bool]]] = {
    (Qt.Key.Key_Escape, _NONE): lambda canvas: canvas.escape(),
    (Qt.Key.Key_Return, _NONE): _edit,
    (Qt.Key.Key_Enter, _NONE): _edit,
    (Qt.Key.Key_Backspace, _NONE): _delete,
    (Qt.Key.Key_Plus, _NONE): _always(lambda canvas: canvas.zoom_in()),
    (Qt.Key.Key_Plus, _SHIFT): _always(lambda canvas: canvas.zoom_in()),
    (Qt.Key.Key_Equal, _NONE): _always(lambda canvas: canvas.zoom_in()),
    (Qt.Key.Key_Minus, _NONE): _always(lambda canvas: canvas.zoom_out()),
    (Qt.Key.Key_0, _NONE): _always(lambda canvas: canvas.zoom_by(1 / canvas.view.zoom)),
    (Qt.Key.Key_Home, _NONE): _always(lambda canvas: canvas.zoom_to_fit()),
    (Qt.Key.Key_Home, _SHIFT): _always(lambda canvas: canvas.zoom_to_selection()),
}
