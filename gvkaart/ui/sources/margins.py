"""What stands beside the text of a source: at the left how much of it is on the map, at the right by which items."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.passages import Span
from gvkaart.picture.theme import Theme
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.icons import icon
from gvkaart.ui.shortening import shortened
from gvkaart.ui.sources.colours import tone_of
from gvkaart.ui.sources.marks import Mark
from gvkaart.ui.sources.source_text import SourceText

ICONS: Final = 30
"""Width in pixels in which only icons fit, and no names."""

_BAR: Final = 4.0
_ICON: Final = 16
_ROW: Final = 24
"""Height of a name: a target that can be hit (WCAG 2.2, 2.5.8)."""

_FROM_LEFT: Final = 6


def _within(span: Span, seen: Span) -> bool:
    return span.start < seen.end and seen.start < span.end


class _Margin(QWidget):
    """Paints what belongs to the lines that are in view."""

    def __init__(self, text: SourceText) -> None:
        """Stand beside a text."""
        super().__init__(text)
        self._text = text

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self._text.body and not self._text.document().isModified():
            self.paint_beside(painter, theme_of(self.palette()), self._text.visible_span())
        painter.end()

    def paint_beside(self, painter: QPainter, theme: Theme, seen: Span) -> None:
        """Paint what belongs to the part of the text that is seen."""
        raise NotImplementedError


class Rail(_Margin):
    """A solid bar beside every passage, a dotted line beside what is not on the map yet."""

    def __init__(self, text: SourceText) -> None:
        """Stand beside a text of which nothing is known yet."""
        super().__init__(text)
        self._marks: Sequence[Mark] = ()
        self._free: Sequence[Span] = ()

    def show_marks(self, marks: Sequence[Mark], free: Sequence[Span]) -> None:
        """Show other passages, and other parts on which nothing rests."""
        self._marks, self._free = marks, free
        self.update()

    @override
    def paint_beside(self, painter: QPainter, theme: Theme, seen: Span) -> None:
        middle = self.width() / 2
        painter.setPen(QPen(QColor(theme.line), 1.5, Qt.PenStyle.DotLine))
        for span in self._free:
            if _within(span, seen):
                top, bottom = self._heights(span, seen)
                painter.drawLine(QPointF(middle, top), QPointF(middle, bottom))
        for mark in self._marks:
            if _within(mark.span, seen):
                top, bottom = self._heights(mark.span, seen)
                bar = QRectF(middle - _BAR / 2, top, _BAR, bottom - top)
                painter.fillRect(bar, QColor(tone_of(theme, mark.kind).edge))

    def _heights(self, span: Span, seen: Span) -> tuple[float, float]:
        top = self._text.rect_of(max(span.start, seen.start)).top()
        return top + 2, self._text.rect_of(min(span.end, seen.end)).bottom() - 2


class Labels(_Margin):
    """The items that rest on what is in view, each beside the first line of its passage; a click chooses one."""

    chosen = Signal(object)
    """A name was clicked: carries the `NodeId` of the item."""

    def __init__(self, text: SourceText) -> None:
        """Stand beside a text of which nothing is known yet."""
        super().__init__(text)
        self._marks: Sequence[Mark] = ()
        self._selected: frozenset[NodeId] = frozenset()
        self._places: list[tuple[QRect, Mark]] = []
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Name the items of other passages."""
        self._marks = marks
        self.update()

    def select_items(self, nodes: frozenset[NodeId]) -> None:
        """Let these items stand out."""
        self._selected = nodes
        self.update()

    @property
    def shows_names(self) -> bool:
        """Whether there is room for the titles of items, or only for their icons."""
        return self.width() > ICONS

    @override
    def paint_beside(self, painter: QPainter, theme: Theme, seen: Span) -> None:
        self._places = self._laid_out(seen)
        for place, mark in self._places:
            self._paint_name(painter, theme, place, mark)

    def _laid_out(self, seen: Span) -> list[tuple[QRect, Mark]]:
        """Give each name its row; one that finds its row taken stands lower."""
        places, free_from = [], 0
        for mark in self._marks:
            if _within(mark.span, seen):
                top = max(round(self._text.rect_of(max(mark.span.start, seen.start)).top()), free_from)
                places.append((QRect(0, top, self.width() - 2, _ROW), mark))
                free_from = top + _ROW
        return places

    def _paint_name(self, painter: QPainter, theme: Theme, place: QRect, mark: Mark) -> None:
        if mark.passage.node in self._selected:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(place.adjusted(2, 1, -1, -1), 4, 4)
        sign = QRect(place.left() + _FROM_LEFT, place.top() + (_ROW - _ICON) // 2, _ICON, _ICON)
        icon(mark.kind).paint(painter, sign)
        if self.shows_names:
            words = place.adjusted(_FROM_LEFT * 2 + _ICON, 0, -_FROM_LEFT, 0)
            painter.setPen(QColor(tone_of(theme, mark.kind).edge))
            elided = self.fontMetrics().elidedText(mark.title, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, elided)

    def item_at(self, point: QPointF) -> NodeId | None:
        """Return the item whose name stands at a point."""
        mark = self._mark_at(point)
        return mark.passage.node if mark is not None else None

    def _mark_at(self, point: QPointF) -> Mark | None:
        return next((mark for place, mark in self._places if place.contains(point.toPoint())), None)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the press, so that the release comes here too."""
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (node := self.item_at(event.position())) is not None:
            self.chosen.emit(node)

    @override
    def event(self, event: QEvent) -> bool:
        """Show the whole title of a name; as plain text, since anyone may have typed it."""
        if isinstance(event, QHelpEvent) and (mark := self._mark_at(event.pos().toPointF())) is not None:
            words = shortened(mark.title, 300).replace("&", "&amp;").replace("<", "&lt;")
            QToolTip.showText(event.globalPos(), f"<qt>{words}</qt>", self)
            return True
        return super().event(event)
