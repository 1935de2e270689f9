"""Renaming in place: a field over the node on the map, as large as the title needs."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.text import clean_line
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.session import Session

_NARROWEST: Final = 240
"""The least width in pixels: from afar a node is smaller than what one can type in."""
_MOST_LINES: Final = 6
_MARGIN: Final = 14
"""Frame and padding of the field, above and below the text together."""


class TitleEditor(QPlainTextEdit):
    """Edits one title; Enter keeps it, Esc leaves it as it was, going elsewhere keeps it too.

    A line that wraps, not a line that scrolls: titles are sentences, and one wants to see the whole while changing it.
    """

    closed = Signal()
    """Enter or Esc: the keyboard goes back to the map."""

    def __init__(self, session: Session, canvas: MapCanvas) -> None:
        """Lie hidden over a canvas."""
        super().__init__(canvas)
        self.setObjectName("title-editor")
        self.setAccessibleName(self.tr("Titel"))
        self.setTabChangesFocus(True)
        self._session, self._canvas = session, canvas
        self._node: NodeId | None = None
        self.textChanged.connect(self._fit)
        session.leaving.connect(self.commit)
        canvas.installEventFilter(self)
        self.hide()

    def begin(self, node_id: NodeId) -> None:
        """Let the title of a node be typed; the node must be seen on the canvas."""
        self._node = node_id
        self.setPlainText(self._session.graph.nodes[node_id].title)
        self.selectAll()
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commit(self) -> None:
        """Keep what was typed; an empty title is no title, so then the old one stays."""
        node_id, title = self._node, clean_line(self.toPlainText())
        self._node = None
        self.hide()
        node = self._session.graph.nodes.get(node_id) if node_id is not None else None
        if node is not None and title and title != node.title:
            node_operations.rename(self._session, node.id, title)

    def cancel(self) -> None:
        """Leave the title as it was."""
        self._node = None
        self.hide()

    def _fit(self) -> None:
        """Stand over the node, as high as the text, inside the canvas."""
        item = self._canvas.content.nodes.get(self._node or "")
        if item is None:
            return
        left, top, width, height = self._canvas.view.rect_to_widget(item.bounds)
        width = min(max(round(width), _NARROWEST), self._canvas.width())
        self.resize(width, 10)  # the text is broken into lines for this width
        wanted = round(self.document().size().height())
        lines = min(wanted, _MOST_LINES)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if wanted > _MOST_LINES else policy.ScrollBarAlwaysOff)
        height = max(round(height), lines * self.fontMetrics().lineSpacing() + _MARGIN)
        x = max(0, min(round(left), self._canvas.width() - width))
        y = max(0, min(round(top), self._canvas.height() - height))
        self.setGeometry(QRect(x, y, width, height))

    # --- events -------------------------------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.commit()
                self.closed.emit()
            case Qt.Key.Key_Escape:
                self.cancel()
                self.closed.emit()
            case _:
                super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.commit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed before the map moves away below it."""
        disturbing = event.type() in {QEvent.Type.Wheel, QEvent.Type.Resize, QEvent.Type.MouseButtonPress}
        if self.isVisible() and watched is self._canvas and disturbing:
            self.commit()
        return super().eventFilter(watched, event)
