"""Where the words of a text stand on the screen, in the two text widgets of Qt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from gvkaart.ui.known_terms import KnownTerms

if TYPE_CHECKING:
    from gvkaart.analysis.terms import TermSpan

TextWidget = QPlainTextEdit | QTextEdit


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A term in sight.

    Attributes:
        words: as they are written.
        span: where it stands in its block.
        boxes: where it is on the screen, in pixels of the viewport: one for each line that it is on.
        baselines: the height of the line of writing in each box.
    """

    words: str
    span: "TermSpan"
    boxes: tuple[QRectF, ...]
    baselines: tuple[float, ...]

    def contains(self, point: QPointF) -> bool:
        """Tell whether the pointer is on it."""
        return any(box.contains(point) for box in self.boxes)


def terms_in(edit: TextWidget, terms: KnownTerms, part: QRectF) -> Iterator[TermPlace]:
    """Yield the terms in a part of the viewport; what is out of it is not looked at."""
    for block, top_left in _blocks(edit, part):
        text = block.text()
        for span in terms.spans(text):
            boxes = tuple(_boxes(block, top_left, *_units(text, span.start, span.end)))
            if boxes:
                yield TermPlace(text[span.start : span.end], span, tuple(box for box, _ in boxes), _second(boxes))


def term_at_caret(edit: TextWidget, terms: KnownTerms) -> TermPlace | None:
    """Return the term that the caret is in or beside."""
    cursor = edit.textCursor()
    text, column = cursor.block().text(), cursor.positionInBlock()
    for span in terms.spans(text):
        start, end = _units(text, span.start, span.end)
        if start <= column <= end:
            return TermPlace(text[span.start : span.end], span, (QRectF(edit.cursorRect(cursor)),), (0.0,))
    return None


def _second(boxes: tuple[tuple[QRectF, float], ...]) -> tuple[float, ...]:
    return tuple(baseline for _, baseline in boxes)


def _blocks(edit: TextWidget, part: QRectF) -> Iterator[tuple[QTextBlock, QPointF]]:
    """Yield the blocks in a part of the viewport, each with where its top left is."""
    for block, box in _plain_from_top(edit) if isinstance(edit, QPlainTextEdit) else _rich_from_top(edit):
        if box.top() > part.bottom():
            return
        if block.isVisible() and box.bottom() >= part.top():
            yield block, box.topLeft()


def _plain_from_top(edit: QPlainTextEdit) -> Iterator[tuple[QTextBlock, QRectF]]:
    block = edit.firstVisibleBlock()
    top_left = edit.blockBoundingGeometry(block).translated(edit.contentOffset()).topLeft()
    while block.isValid():
        box = edit.blockBoundingRect(block)
        yield block, QRectF(top_left, box.size())
        top_left += QPointF(0, box.height())
        block = block.next()


def _rich_from_top(edit: QTextEdit) -> Iterator[tuple[QTextBlock, QRectF]]:
    layout, block = edit.document().documentLayout(), edit.cursorForPosition(QPoint(0, 0)).block()
    scrolled = QPointF(edit.horizontalScrollBar().value(), edit.verticalScrollBar().value())
    while block.isValid():
        yield block, layout.blockBoundingRect(block).translated(-scrolled)
        block = block.next()


def _boxes(block: QTextBlock, top_left: QPointF, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    layout = block.layout()
    line = layout.lineForTextPosition(start)
    while line.isValid() and start < end:
        stop = min(end, line.textStart() + line.textLength())
        left, right = sorted((_x(line, start), _x(line, stop)))
        box = QRectF(left, line.y(), right - left, line.height()).translated(top_left)
        yield box, box.top() + line.ascent()
        start = stop
        line = layout.lineForTextPosition(start) if start < end else line


def _x(line: QTextLine, position: int) -> float:
    x, _position = cast("tuple[float, int]", line.cursorToX(position))
    return x


def _units(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place in code points as one in UTF-16 units, in which Qt counts."""
    if text.isascii():
        return start, end
    before = len(text[:start].encode("utf-16-le", "surrogatepass")) // 2
    return before, before + len(text[start:end].encode("utf-16-le", "surrogatepass")) // 2
