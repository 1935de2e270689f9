"""Keys that a widget takes for itself while the window has a command on them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def claims(event: QEvent, *keys: QKeySequence.StandardKey) -> bool:
    """Claim an event when Qt asks whether one of these keys is for the widget; tell whether it was claimed."""
    return claims_when(event, lambda pressed: any(map(pressed.matches, keys)))


def claims_when(event: QEvent, is_own: Callable[[QKeyEvent], bool]) -> bool:
    """Claim an event when Qt asks whether a key is for the widget and it is; tell whether it was claimed."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or not is_own(event):
        return False
    event.accept()
    return True
