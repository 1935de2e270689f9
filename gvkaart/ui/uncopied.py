"""Lists that name items and are not for copying: Qt itself would put a row on the clipboard, even a private one."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from gvkaart.domain.overriding import override


class Uncopied(QObject):
    """Keeps the key to copy from a list; the command of the window, that copies selected items, is asked before it."""

    def __init__(self, view: QAbstractItemView) -> None:
        """Stay with a list as long as it is there."""
        super().__init__(view)
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.matches(QKeySequence.StandardKey.Copy)
        return False
