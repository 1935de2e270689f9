"""Concepts: what each party means by a word, which words several frames share, and which nobody described yet."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from gvkaart.analysis.concept_base import read_terms
from gvkaart.analysis.terms.candidates import candidates
from gvkaart.analysis.vocabularies import SharedTerm, shared_terms
from gvkaart.domain.concept_edits import is_all_private
from gvkaart.domain.derived import CaseView
from gvkaart.domain.overriding import override
from gvkaart.ui.background import Background
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.concept_grids import ConceptGrids
from gvkaart.ui.insight.copying import copy_grid
from gvkaart.ui.insight.grid import Grid
from gvkaart.ui.insight.grid_view import GridView, disclosed_view
from gvkaart.ui.insight.meanings_view import MeaningsView
from gvkaart.ui.insight.page import InsightPage
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import concept as concept_operations
from gvkaart.ui.session import Session

_T = TypeVar("_T")


class ConceptsPage(InsightPage):
    """Words and their meanings.

    Looking up the first word of all loads a dictionary, which takes half a second: so what a tab shows is read in a
    worker, when that tab is looked at.
    """

    command_wanted = Signal(str)
    """A command of the window is to be done: its name."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Read when first seen."""
        super().__init__(session, checker, "concepts")
        self.describe(
            self.tr("Begrippen"),
            self.tr(
                "Bedoelt iedereen hetzelfde met een woord? Wie dat eerst uitzoekt, hoeft er later niet om te strijden."
            ),
        )
        self.grids = ConceptGrids(session.words, self)
        self.meanings = self._make_meanings()
        self.shared = self._make_shared()
        self.candidates = self._make_candidates()
        self._terms = _Reading(read_terms, lambda: self._show(0))
        self._shared_terms = _Reading(_shared_by_frames, lambda: self._show(1))
        self._found = _Reading(candidates, lambda: self._show(2))
        for reading in self._readings:
            self.destroyed.connect(reading.close)
        self._filter = self.add_filter(self.tr("Filter: woorden uit de rij"))
        self._make_buttons()
        self._tabs = QTabWidget()
        self._tabs.setObjectName("concepts-tabs")
        self._tabs.setDocumentMode(True)
        self._waiting = tuple(self._add_tab(content) for content in self._contents)
        self.body.addWidget(self._tabs, 1)
        self._tabs.currentChanged.connect(lambda _tab: self._look())
        self.candidates.selectionModel().currentChanged.connect(lambda _now, _before: self._refresh_tools())
        self._refresh_tools()

    def _make_meanings(self) -> MeaningsView:
        empty = self.tr(
            "Hier staan straks de woorden van deze zaak, met wat iedere partij eronder verstaat. Zet eerst een begrip "
            "op de kaart, of kijk bij Nog niet omschreven."
        )
        made = MeaningsView(self.session, self.grids, self.tr("Betekenissen"), empty)
        made.list.opened.connect(self.items_opened)
        made.list.menu_wanted.connect(self.menu_wanted)
        made.list.copy_wanted.connect(self._copy)
        self.joined(made.sheet.hanging)
        return made

    def _make_shared(self) -> GridView:
        empty = self.tr(
            "Hier staan straks de woorden die in meer dan één kader voorkomen, met de verschillen. Voeg een "
            "begrippenkader in, of vul bij begrippen in van welk kader ze zijn."
        )
        return self.joined(GridView(self.session, "shared-grid", self.tr("Gedeelde woorden"), empty, self._read_shared))

    def _make_candidates(self) -> GridView:
        empty = self.tr(
            "Hier staan straks woorden die drie of meer partijen gebruiken en die niemand heeft omschreven. Nu valt er "
            "geen woord op."
        )
        return self.joined(
            GridView(self.session, "candidate-grid", self.tr("Nog niet omschreven"), empty, self._read_candidates)
        )

    def _make_buttons(self) -> None:
        self._make = self.add_button(
            "make-concept", self.tr("Maak er een begrip van"), self.tr("Zet het gekozen woord als begrip op de kaart")
        )
        self._make.clicked.connect(self._make_concept)
        copy = self.add_button("copy-concepts", self.tr("Kopiëren"), self.tr("Kopieer de tabel, voor Word of Excel"))
        copy.clicked.connect(self._copy)
        for name, words, tip in (
            ("import-concepts", self.tr("Kader invoegen…"), self.tr("Voeg een begrippenkader in (NL-SBB)")),
            (
                "export-concepts",
                self.tr("Kader maken…"),
                self.tr("Maak een begrippenkader (NL-SBB)"),
            ),
        ):
            button = self.add_button(f"{name}-here", words, tip)
            button.clicked.connect(lambda _checked=False, name=name: self.command_wanted.emit(name))

    def _add_tab(self, content: MeaningsView | GridView) -> QStackedWidget:
        """Add a tab that says so as long as its content is read for the first time."""
        waiting, busy = QStackedWidget(), plain_label(self.tr("De woorden worden gelezen…"))
        busy.setMargin(12)
        waiting.addWidget(busy)
        waiting.addWidget(content)
        self._tabs.addTab(waiting, content.accessibleName())
        self._filter.textChanged.connect(content.search)
        return waiting

    @property
    def _contents(self) -> tuple[MeaningsView, GridView, GridView]:
        return self.meanings, self.shared, self.candidates

    @property
    def _current(self) -> MeaningsView | GridView:
        return self._contents[self._tabs.currentIndex()]

    @property
    def busy(self) -> bool:
        """Whether what is looked at is being read."""
        return any(reading.busy for reading in self._readings)

    @property
    def _readings(self) -> "tuple[_Reading[Any], ...]":  # each of something else
        return self._terms, self._shared_terms, self._found

    # --- reading ------------------------------------------------------------------------------------------------------

    @override
    def load(self) -> None:
        for reading in self._readings:
            reading.forget()
        self._look()

    def _look(self) -> None:
        """Read what is looked at, unless that was done since the last change."""
        if not self._is_stale:
            self._readings[self._tabs.currentIndex()].look(self.session.view)
        self._refresh_tools()

    def _show(self, tab: int) -> None:
        """Show what was read; not when the map changed meanwhile, for then it will be read again in a moment."""
        if self._is_stale:
            return
        self._waiting[tab].setCurrentIndex(1)
        if tab == 0:
            self.meanings.show_terms(self.session.view, self._terms.of(self.session.view, self.session.view))
        else:
            (self.shared if tab == 1 else self.candidates).load()
        if self.hasFocus() and (first := self.starting_point()) is not None:
            first.setFocus()
        self._refresh_tools()

    def _read_shared(self, view: CaseView) -> Grid:
        return self.grids.shared(view, self._shared_terms.of(view, self.session.view))

    def _read_candidates(self, view: CaseView) -> Grid:
        return self.grids.candidates(view, self._found.of(view, self.session.view))

    @override
    def starting_point(self) -> QWidget | None:
        """Return what was read, as soon as it was."""
        if self._waiting[self._tabs.currentIndex()].currentIndex() == 0:
            return None
        return self.meanings.list if self._current is self.meanings else self._current

    # --- tools --------------------------------------------------------------------------------------------------------

    def _refresh_tools(self) -> None:
        self._make.setVisible(self._current is self.candidates)
        row = self.candidates.current_row()
        self._make.setEnabled(row is not None)
        is_private = row is not None and is_all_private(self.session.graph, row.nodes)
        words = self.tr("Maak er een intern begrip van") if is_private else self.tr("Maak er een begrip van")
        tip = self.tr("Zet het gekozen woord als begrip op de kaart")
        if is_private:
            tip = self.tr("Het woord staat alleen in interne items; het begrip wordt daarom ook alleen intern")
        self._make.setText(words)
        self._make.setToolTip(tip)

    def _make_concept(self) -> None:
        if (row := self.candidates.current_row()) is not None:
            concept_operations.add_concept(self.session, row.key, row.nodes)

    def _copy(self) -> None:
        """Copy what is looked at, as if private items were not there."""
        if self._current is not self.meanings:
            (self.shared if self._current is self.shared else self.candidates).copy_all()
            return
        view = disclosed_view(self.session)
        copy_grid(self.session, self.grids.meanings(view, self.meanings.matching(view, read_terms(view))))


def _shared_by_frames(view: CaseView) -> tuple[SharedTerm, ...]:
    """Return what frames share, of all concepts of the document: a vocabulary that was imported is on no map."""
    return shared_terms(node for node in view.graph.nodes.values() if node.kind == "concept")


class _Reading(Generic[_T]):
    """What one tab shows, read in a worker."""

    def __init__(self, read: Callable[[CaseView], _T], arrived: Callable[[], None]) -> None:
        self._read, self._arrived = read, arrived
        self._answer: _T | None = None
        self._is_current = False
        self._background: Background[_T] = Background(self._take, _fail)
        self.close = self._background.close

    @property
    def busy(self) -> bool:
        return self._background.busy

    def forget(self) -> None:
        """Read again when somebody looks; what is being read now is of no use."""
        self._is_current = False
        self._background.drop()

    def look(self, view: CaseView) -> None:
        if not self._is_current:
            self._is_current = True
            self._background.run(lambda: self._read(view))

    def of(self, view: CaseView, now: CaseView) -> _T:
        """Return what was read of the map as it is now; of another, such as one without private items, read it now."""
        return self._answer if view is now and self._answer is not None else self._read(view)

    def _take(self, answer: _T) -> None:
        self._answer = answer
        self._arrived()


def _fail(error: BaseException) -> None:
    raise error
