"""A picture that is not the map, on the screen: scrolled and enlarged, its items clicked or walked, and copied."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import disclosed
from gvkaart.domain.entities import NodeId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.overriding import override
from gvkaart.picture.primitives import EMPTY, Item, Picture, Role
from gvkaart.picture.theme import LIGHT, Theme
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.claiming import claims
from gvkaart.ui.insight.copying import put_on_clipboard
from gvkaart.ui.labels import plain_label
from gvkaart.ui.painter import colour_of, paint_picture
from gvkaart.ui.session import Session

Draw = Callable[[CaseView, Theme], Picture | None]
"""Makes a picture of a map; None when there is nothing to draw."""

_STEP: Final = 1.2
_SMALLEST, _LARGEST = 0.3, 3.0
_READABLE: Final = 0.6
"""A picture begins as wide as there is room, but no smaller than this."""
_COPIED_WIDTH: Final = 2400
"""Pixels of a picture on the clipboard: enough for paper."""
_WHEEL: Final = 120


class _Sheet(QWidget):
    """Paints the picture."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self.zoom = 1.0
        self.chosen = ""

    def fit(self) -> None:
        """Be as large as the picture."""
        bounds = self.picture.bounds if self.picture is not None else None
        size = QSize() if bounds is None else QSize(round(bounds.width * self.zoom), round(bounds.height * self.zoom))
        self.setFixedSize(size.expandedTo(QSize(1, 1)))
        self.update()

    def place_of(self, item: Item) -> QRectF:
        """Return where an item stands, in pixels."""
        box, whole = item.bounds, self.picture.bounds if self.picture is not None else EMPTY
        return QRectF(
            (box.x - whole.x) * self.zoom, (box.y - whole.y) * self.zoom, box.width * self.zoom, box.height * self.zoom
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_picture(painter, self.picture, QRectF(self.rect()))
        for item in self.picture.items:
            if item.key == self.chosen:
                painter.setPen(QPen(colour_of(self.picture.theme.accent), 3.0))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(self.place_of(item).adjusted(-4, -4, 4, 4), 6, 6)
        painter.end()


class DiagramView(QScrollArea):
    """Shows a picture of the map in view.

    Arrow keys go from item to item, Enter shows the item on the map; Ctrl with + and - or the wheel enlarges.
    """

    opened = Signal(object)
    """Items are to be shown on the map: a tuple of `NodeId`."""

    def __init__(self, session: Session, name: str, title: str, empty: str, draw: Draw) -> None:
        """Show what `draw` makes of a map; `empty` is said while that is nothing."""
        super().__init__()
        self._session, self._draw = session, draw
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._sheet = _Sheet()
        self.setWidget(self._sheet)
        self._empty = plain_label(empty)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        QVBoxLayout(self.viewport()).addWidget(self._empty)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._sheet.picture

    def load(self) -> None:
        """Draw the map anew."""
        picture = self._draw(self._session.view, theme_of(self.palette()))
        if picture is not None and self._sheet.picture is None:
            self._sheet.zoom = min(1.0, max(_READABLE, self.viewport().width() / picture.bounds.width))
        self._sheet.picture = picture
        self._sheet.fit()
        self._empty.setVisible(picture is None)
        self.setAccessibleDescription(picture.description if picture is not None else self._empty.text())

    def copy_all(self) -> None:
        """Copy the picture without anything private, as an image; say so when there is none or it is too large."""
        from gvkaart.ui.picture_files import to_image, widest

        session = self._session
        picture = self._draw(CaseView(disclosed(session.graph), session.map_id, session.round_id), LIGHT)
        if picture is None:
            session.problem.emit(session.words.text("insight.copied.nothing"))
            return
        width = max(min(_COPIED_WIDTH, widest(picture)), round(_READABLE * picture.bounds.width))
        data = QMimeData()
        try:
            data.setImageData(to_image(picture, width))
        except Rejected:
            session.problem.emit(session.words.text("insight.copied.too_large"))
            return
        put_on_clipboard(session, data)

    # --- items --------------------------------------------------------------------------------------------------------

    def _items(self) -> list[Item]:
        """Return the items one can go to, from top to bottom and from left to right."""
        picture = self._sheet.picture
        found = [item for item in picture.items if item.role is Role.NODE] if picture is not None else []
        return sorted(found, key=lambda item: (item.y, item.x))

    def _choose(self, item: Item) -> None:
        self._sheet.chosen = item.key
        self._sheet.update()
        place = self._sheet.place_of(item)
        middle = place.center().toPoint()
        self.ensureVisible(middle.x(), middle.y(), round(place.width() / 2) + 8, round(place.height() / 2) + 8)
        self.setAccessibleDescription(f"{item.description}: {item.title}")
        self._session.select((_node_of(item),))

    def _item_at(self, at: QPoint) -> Item | None:
        inside = QPointF(self._sheet.mapFrom(self.viewport(), at))
        return next((item for item in self._items() if self._sheet.place_of(item).contains(inside)), None)

    def _step(self, by: int) -> None:
        items = self._items()
        if not items:
            return
        keys = [item.key for item in items]
        here = keys.index(self._sheet.chosen) if self._sheet.chosen in keys else -1 if by > 0 else 0
        self._choose(items[(here + by) % len(items)])

    def _open_chosen(self) -> None:
        for item in self._items():
            if item.key == self._sheet.chosen:
                self.opened.emit((_node_of(item),))

    def enlarge(self, steps: int) -> None:
        """Show it larger, or with a negative number smaller."""
        self._zoom(_STEP**steps)

    def _zoom(self, factor: float) -> None:
        self._sheet.zoom = min(_LARGEST, max(_SMALLEST, self._sheet.zoom * factor))
        self._sheet.fit()

    # --- events -------------------------------------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (item := self._item_at(event.position().toPoint())) is not None:
            self._choose(item)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._item_at(event.position().toPoint()) is not None:
            self._open_chosen()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(_STEP ** (event.angleDelta().y() / _WHEEL))
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the key to copy: the window would copy the items of the map."""
        return claims(event, QKeySequence.StandardKey.Copy) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_all()
            return
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._open_chosen()
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.enlarge(1)
            case Qt.Key.Key_Minus:
                self.enlarge(-1)
            case _:
                super().keyPressEvent(event)


def _node_of(item: Item) -> NodeId:
    """Return the item of the map that one of the picture stands for: its key begins with that."""
    return NodeId(item.key.partition(" ")[0])
