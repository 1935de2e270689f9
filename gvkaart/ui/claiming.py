"""Keys that a widget takes for itself while the window has a command on them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def claims(event: QEvent, *keys: QKeySequence.StandardKey) -> bool:
    """Claim an event when Qt asks whether one of these keys is for the widget; tell whether it was claimed."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not any(map(event.matches, keys)):
        return False
    event.accept()
    return True
