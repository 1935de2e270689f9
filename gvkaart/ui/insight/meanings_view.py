"""The words of a case: a list of them, those that confuse first, and beside it the one that was chosen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter

from gvkaart.analysis.concept_base import Term, read_terms
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.claiming import claims
from gvkaart.ui.empty_state import EmptyList
from gvkaart.ui.focus_chain import in_tab_order
from gvkaart.ui.icons import icon
from gvkaart.ui.insight.concept_grids import ConceptGrids
from gvkaart.ui.insight.copying import copy_grid
from gvkaart.ui.insight.grid import plain_tip
from gvkaart.ui.insight.grid_view import disclosed_view
from gvkaart.ui.insight.term_sheet import TermSheet
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TERM: Final = int(Qt.ItemDataRole.UserRole)
_LIST_WIDTH: Final = 26
"""Of the list of words, in average characters."""
_NARROWEST_LIST: Final = 14


class TermList(QListWidget):
    """The words; Enter shows the meanings of one on the map."""

    opened = Signal(object)
    """Items are to be shown on the map: a tuple of `NodeId`."""
    menu_wanted = Signal(QPoint)
    """A menu about the selected items is wanted at a point of the screen."""
    copy_wanted = Signal()
    """The words are to be copied: not as Qt would, with what is private."""
    chosen = Signal(object)
    """Another word is looked at: its `Term`, or None."""

    def __init__(self, session: Session, empty: str) -> None:
        """Begin without words, and say so in words of `empty`."""
        super().__init__()
        self._session = session
        self.setObjectName("term-list")
        self.setAccessibleName(self.tr("Woorden"))
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setMinimumWidth(_NARROWEST_LIST * self.fontMetrics().averageCharWidth())
        self.empty = EmptyList(self, empty)
        self.currentItemChanged.connect(lambda _now, _before: self.chosen.emit(self.term))
        self.itemDoubleClicked.connect(lambda _item: self._open())

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Show these words; one stays at the word where one was, by the concepts it has in common."""
        before = self.term
        self.blockSignals(True)
        self.clear()
        for term in terms:
            self._add(term)
        self.blockSignals(False)
        if (row := _most_alike(terms, before)) is not None:
            self.setCurrentRow(row)
        self.chosen.emit(self.term)

    @property
    def term(self) -> Term | None:
        """The word that is looked at."""
        found: Term | None = self.currentItem().data(_TERM) if self.currentRow() >= 0 else None
        return found

    def _add(self, term: Term) -> None:
        told = self._session.words.text("insight.meanings", count=len(term.meanings))
        if term.is_confused:
            told = self.tr("%1, verwarrend").replace("%1", told)
        title = shortened(term.title)
        item = QListWidgetItem(icon("confused" if term.is_confused else "concept"), f"{title}\n{told}", self)
        item.setData(_TERM, term)
        item.setToolTip(plain_tip("\n".join((term.title, *term.names))))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {told}")

    def _open(self) -> None:
        if self.term is not None:
            self.opened.emit(self.term.concepts)

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the key to copy: the window would copy items of the map."""
        return claims(event, QKeySequence.StandardKey.Copy) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.term is not None:
            self._session.select(self.term.concepts)
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualItemRect(self.currentItem()).center()))


class MeaningsView(QSplitter):
    """The words on the left, and on the right one of them."""

    def __init__(self, session: Session, grids: ConceptGrids, title: str, empty: str) -> None:
        """Begin without words.

        Args:
            session: whose map is read.
            grids: makes what is shown in rows and columns.
            title: what a screen reader calls it.
            empty: what is said while there are no words.
        """
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("meanings-view")
        self.setAccessibleName(title)
        self._session, self._grids = session, grids
        self._view = session.view
        self._terms: Sequence[Term] = ()
        self._filter: list[str] = []
        self.list, self.sheet = TermList(session, empty), TermSheet(session, grids)
        self.list.chosen.connect(self._show)
        self.list.copy_wanted.connect(self.copy_all)
        self.addWidget(self.list)
        self.addWidget(self.sheet)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        width = _LIST_WIDTH * self.fontMetrics().averageCharWidth()
        self.setSizes([width, 4 * width])
        self.sheet.show_term(self._view, None)

    def show_terms(self, view: CaseView, terms: Sequence[Term]) -> None:
        """Show the words that were read of a view of the map."""
        self._view, self._terms = view, terms
        self.list.show_terms(self.matching(view, terms))
        self.sheet.setVisible(self.list.count() > 0)  # what is said of an empty list takes all the room

    def _show(self, term: Term | None) -> None:
        self.sheet.show_term(self._view, term)
        in_tab_order(self.list, *self.sheet.stops())

    def search(self, text: str) -> None:
        """Show only words in which, or in whose meanings, all words of a text stand."""
        self._filter = text.split()
        self.show_terms(self._view, self._terms)

    def copy_all(self) -> None:
        """Copy the words that are searched for with their meanings, as if private items were not there."""
        view = disclosed_view(self._session)
        copy_grid(self._session, self._grids.meanings(view, self.matching(view, read_terms(view))))

    def matching(self, view: CaseView, terms: Sequence[Term]) -> list[Term]:
        """Return the words that are searched for."""
        wanted = [word.casefold() for word in self._filter]
        if not wanted:
            return list(terms)
        return [term for term in terms if all(word in _said(view, term) for word in wanted)]


def _said(view: CaseView, term: Term) -> str:
    """Return what a word is found by: what it is called, whose meanings it has and what these say."""
    values = (value for one in term.concepts for value in view.nodes[one].fields.values())
    texts = (value if isinstance(value, str) else "\n".join(value) for value in values if not isinstance(value, bool))
    actors = (view.nodes[actor].title for one in term.meanings for actor in (*one.actors, *one.reported))
    return "\n".join((term.title, *term.names, *texts, *actors)).casefold()


def _most_alike(terms: Sequence[Term], before: Term | None) -> int | None:
    """Return the place of the word that has most concepts of another; without such, the first."""
    known: set[NodeId] = set(before.concepts) if before is not None else set()
    return max(range(len(terms)), key=lambda at: len(known & set(terms[at].concepts)), default=None)
