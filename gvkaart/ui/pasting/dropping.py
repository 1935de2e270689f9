"""Text and files that are dropped on the map."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDropEvent

from gvkaart.domain.overriding import override
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.dropped import kept_of

if TYPE_CHECKING:
    from gvkaart.ui.operations.placing import Spot


class DropTarget(QObject):
    """Lets a map accept what is dropped on it."""

    def __init__(
        self, canvas: MapCanvas, can_take: Callable[[QMimeData], bool], take: Callable[[QMimeData, "Spot"], object]
    ) -> None:
        """Ask `can_take` while something is dragged over the map, and give `take` what is dropped, and where."""
        super().__init__(canvas)
        self._canvas, self._can_take, self._take = canvas, can_take, take
        canvas.setAcceptDrops(True)
        canvas.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # dragging is a drop event too, for Qt
            return False
        data = event.mimeData()
        if not self._can_take(data):
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._receive(data, event)
        return True

    def _receive(self, data: QMimeData, event: QDropEvent) -> None:
        """Take what was dropped when the drop is over: a dialog in the middle of it would hold up the other program."""
        kept = kept_of(data)
        at = event.position()
        x, y = self._canvas.view.to_canvas(at.x(), at.y())
        spot = (round(x), round(y))
        QTimer.singleShot(0, self, lambda: self._take(kept, spot))
