"""Points terms out in a text widget: a dotted line below each, and what it means for who asks.

The line is drawn on top of the text and is no part of it: it costs no step of undo, moves no cursor, and nothing of it
is saved or copied. Only what is painted is looked at.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLineF, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QContextMenuEvent, QCursor, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.terms.meanings import meanings
from gvkaart.ui.terms.places import TermPlace, term_at_caret, terms_in

if TYPE_CHECKING:
    from gvkaart.ui.painted_text import PaintedText
    from gvkaart.ui.safe_browser import SafeBrowser
    from gvkaart.ui.terms.card import MeaningsCard

_BELOW: Final = 3.0
"""Pixels between the line of writing and the dots."""
_DOT: Final = 1.5
_DOT_IN_CONTRAST: Final = 2.5
"""Width of a dot in pixels."""
_DASHES: Final = (1.0, 1.4)
"""A dot and what is between two, in widths of a dot."""
_LEAVING: Final = 250
"""Milliseconds between two looks whether the pointer has left both word and card."""
_LEAVES: Final = (QEvent.Type.Wheel, QEvent.Type.Hide, QEvent.Type.MouseButtonPress)


class TermWatch(QObject):
    """Belongs to one text widget: one with a signal `painted`, that it has painted itself."""

    def __init__(self, edit: "PaintedText | SafeBrowser", session: Session) -> None:
        """Point out the terms of a session's document."""
        super().__init__(edit)
        self._edit, self._session = edit, session
        self._card: MeaningsCard | None = None
        self._word = QRect()
        """Where the word of the card is, in pixels of the screen."""
        self._leaving = QTimer(self, interval=_LEAVING)
        self._leaving.timeout.connect(self._close_when_left)
        edit.painted.connect(self._paint)
        session.terms.changed.connect(edit.viewport().update)
        edit.viewport().installEventFilter(self)
        edit.installEventFilter(self)

    @property
    def card(self) -> "MeaningsCard | None":
        """The card that is seen now."""
        return self._card if self._card is not None and self._card.isVisible() else None

    # --- the line below -----------------------------------------------------------------------------------------------

    def _paint(self, event: QPaintEvent) -> None:
        if not self._session.terms.shown:
            return
        places = list(terms_in(self._edit, self._session.terms, QRectF(event.rect())))
        if not places:
            return
        theme = theme_of(self._edit.palette())
        pen = QPen(QColor(theme.meaning), _DOT_IN_CONTRAST if theme.is_high_contrast else _DOT)
        pen.setDashPattern(_DASHES)
        painter = QPainter(self._edit.viewport())
        painter.setPen(pen)
        painter.drawLines([line for place in places for line in _lines_below(place)])
        painter.end()

    # --- meanings -----------------------------------------------------------------------------------------------------

    def show_at_caret(self) -> bool:
        """Show what the term at the caret means, with the keyboard on it; tell whether there is one."""
        place = term_at_caret(self._edit, self._session.terms)
        return place is not None and self._show(place, takes_keys=True)

    def _term_at(self, point: QPoint) -> TermPlace | None:
        """Return the term at a point of the viewport."""
        line = QRectF(0, point.y(), self._edit.viewport().width(), 1)
        places = terms_in(self._edit, self._session.terms, line)
        return next((place for place in places if place.contains(QPointF(point))), None)

    def _show(self, place: TermPlace, *, takes_keys: bool) -> bool:
        from gvkaart.analysis.terms import Match
        from gvkaart.ui.terms.card import MeaningsCard

        found = meanings(self._session, place.span.concepts)
        if not found:
            return False
        self._close()
        part = place.span.match is Match.COMPOUND
        card = self._card = MeaningsCard(self._edit, place.words, found, part=part, takes_keys=takes_keys)
        card.chosen.connect(self._choose)
        box = place.boxes[0].toAlignedRect()
        self._word = QRect(self._edit.viewport().mapToGlobal(box.topLeft()), box.size())
        card.show_beside(self._word)
        if not takes_keys:
            self._leaving.start()
        return True

    def _choose(self, concept: NodeId) -> None:
        self._close()
        self._session.select((concept,))

    def _close(self) -> None:
        self._leaving.stop()
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None

    def _close_when_left(self) -> None:
        word = self._word.adjusted(-4, -4, 4, 8)
        if self._card is not None and not self._card.is_under_pointer and not word.contains(QCursor.pos()):
            self._close()

    # --- events -------------------------------------------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and watched is self._edit.viewport():
            return self._hover(event.pos())
        if isinstance(event, QContextMenuEvent):
            return self._offer(event, is_caret=watched is self._edit)
        if event.type() in _LEAVES:
            self._close()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.card is not None:
            self._close()
            return event.key() == Qt.Key.Key_Escape
        return False

    def _hover(self, point: QPoint) -> bool:
        """Show what the term under the pointer means; tell whether there is one."""
        place = self._term_at(point) if self._session.terms.shown else None
        if place is None:
            return False
        return self.card is not None or self._show(place, takes_keys=False)

    def _offer(self, event: QContextMenuEvent, *, is_caret: bool) -> bool:
        """Show the menu of the text with one entry more, where there is a term; else leave it to the text."""
        by_key = is_caret or event.reason() == QContextMenuEvent.Reason.Keyboard
        place = term_at_caret(self._edit, self._session.terms) if by_key else self._term_at(event.pos())
        if place is None:
            return False
        menu = self._edit.make_menu()
        menu.setObjectName("text-menu")
        menu.addSeparator()
        words = self.tr('Betekenissen van "%1"…').replace("%1", shortened(place.words).replace("&", "&&"))
        menu.addAction(words).triggered.connect(lambda: self._show(place, takes_keys=True))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())
        return True


def _lines_below(place: TermPlace) -> Iterator[QLineF]:
    for box, baseline in zip(place.boxes, place.baselines, strict=True):
        yield QLineF(box.left(), baseline + _BELOW, box.right(), baseline + _BELOW)


def watch_at(widget: QWidget | None) -> TermWatch | None:
    """Return what points out terms in a text widget; None where nothing does."""
    return widget.findChild(TermWatch) if widget is not None else None
