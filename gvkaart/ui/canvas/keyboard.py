"""What the keys mean on the map; all of them only while the map has the keyboard (WCAG 2.1.4).

These keys are fixed: they say how one moves about on the map. What one does there are commands of the window, whose
keys the user may change.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gvkaart.ui.canvas.mouse import PAN_STEP
from gvkaart.ui.canvas.walk import Direction, step, turn

if TYPE_CHECKING:
    from gvkaart.ui.canvas.widget import MapCanvas

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


def press(canvas: "MapCanvas", event: QKeyEvent) -> bool:
    """Do what a key stands for; tell whether it stands for something."""
    modifiers = event.modifiers() & ~_KEYPAD
    if event.key() in _ARROWS:
        _arrow(canvas, _ARROWS[Qt.Key(event.key())], modifiers)
        return True
    action = _ACTIONS.get((Qt.Key(event.key()), modifiers))
    return action(canvas) if action is not None else False


def _arrow(canvas: "MapCanvas", direction: Direction, modifiers: Qt.KeyboardModifier) -> None:
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


def _related(canvas: "MapCanvas", key: str) -> set[str]:
    links = (canvas.content.edges[edge].link for edge in canvas.content.edges_at([key]))
    return {end for link in links if link is not None for end in (link.source, link.target)}


def _walk(canvas: "MapCanvas", direction: Direction, *, extend: bool) -> None:
    """Go to a neighbour of the current node; without one to the node nearest to the middle."""
    content = canvas.content
    if canvas.current:
        reached = step(content.nodes, canvas.current, direction, _related(canvas, canvas.current))
    else:
        reached = content.nearest(*canvas.view.to_canvas(canvas.width() / 2, canvas.height() / 2))
    if reached is not None:
        canvas.set_current(reached, extend=extend)


def _turn(canvas: "MapCanvas", *, clockwise: bool) -> None:
    """Go to another node that is related to where one came from, or to one related to the current node."""
    nodes, current, before = canvas.content.nodes, canvas.current, canvas.trail.before
    fan = _related(canvas, before) if before in nodes else set()
    if current in fan and (reached := turn(nodes, before, current, fan, clockwise=clockwise)) is not None:
        canvas.trail.exchange(reached)
        canvas.set_current(reached)
    elif current:
        first = turn(nodes, current, "", _related(canvas, current), clockwise=clockwise)
        canvas.set_current(first or current)


def _go_along_trail(canvas: "MapCanvas", steps: int) -> None:
    if (reached := canvas.trail.go(steps, canvas.content.nodes)) is not None:
        canvas.set_current(reached)


def _edit(canvas: "MapCanvas") -> bool:
    if canvas.current:
        canvas.edit_requested.emit(canvas.current)
    return bool(canvas.current)


def _delete(canvas: "MapCanvas") -> bool:
    if canvas.selection:
        canvas.delete_requested.emit(canvas.selection)
    return bool(canvas.selection)


def _always(do: Callable[["MapCanvas"], None]) -> Callable[["MapCanvas"], bool]:
    def action(canvas: "MapCanvas") -> bool:
        do(canvas)
        return True

    return action


_ACTIONS: Final[dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[["MapCanvas"], bool]]] = {
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
