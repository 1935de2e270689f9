"""Concepts: what each party means by a word, which words several frames share, and which nobody described yet."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gvkaart.analysis.concept_base import read_terms
from gvkaart.analysis.terms.candidates import candidates
from gvkaart.analysis.vocabularies import SharedTerm, shared_terms
from gvkaart.domain.concept_edits import is_all_private
from gvkaart.domain.derived import CaseView
from gvkaart.domain.overriding import override
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.concept_grids import ConceptGrids
from gvkaart.ui.insight.grid import Grid
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.insight.meanings_view import MeaningsView
from gvkaart.ui.insight.tabbed_page import TabbedPage
from gvkaart.ui.insight.worked_sheet import Reading, WorkedSheet
from gvkaart.ui.operations import concept as concept_operations
from gvkaart.ui.session import Session

_CANDIDATES: Final = 2
"""The place of the tab with words that nobody described."""


class ConceptsPage(TabbedPage):
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
        self._terms, self._shared_terms = Reading(read_terms), Reading(_shared_by_frames)
        self._found = Reading(candidates)
        self.meanings = self._make_meanings()
        self.shared = self._make_shared()
        self.candidates = self._make_candidates()
        for reading in self._readings:
            session.closing.connect(reading.close)
        self._make = self._make_button()
        self.show_sheets(
            self._sheet(self.meanings, self._terms, self._show_terms),
            self._sheet(self.shared, self._shared_terms, self.shared.load),
            self._sheet(self.candidates, self._found, self.candidates.load),
        )
        self._add_ways()
        self.candidates.selectionModel().currentChanged.connect(lambda _now, _before: self.fit_tools())

    def _make_meanings(self) -> MeaningsView:
        empty = self.tr(
            "Hier staan straks de woorden van deze zaak, met wat iedere partij eronder verstaat. Zet eerst een begrip "
            "op de kaart, of kijk bij Nog niet omschreven."
        )
        made = MeaningsView(self.session, self.grids, self.tr("Betekenissen"), empty)
        made.list.opened.connect(self.items_opened)
        made.list.menu_wanted.connect(self.menu_wanted)
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

    def _make_button(self) -> QPushButton:
        made = self.add_button("make-concept", "", "")
        made.clicked.connect(self._make_concept)
        return made

    def _add_ways(self) -> None:
        """Add the ways in and out of the program for whole frames."""
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

    def _sheet(self, content: MeaningsView | GridView, reading: Reading[Any], show: Callable[[], None]) -> WorkedSheet:
        """Return content that is shown when a reading of the map has arrived."""
        return WorkedSheet(
            content,
            self.tr("De woorden worden gelezen…"),
            lambda arrived: reading.begin(self.session.view, arrived),
            lambda: self._show(show),
        )

    @property
    def busy(self) -> bool:
        """Whether what is looked at is being read."""
        return any(reading.busy for reading in self._readings)

    @property
    def _readings(self) -> tuple[Reading[Any], ...]:  # each of something else
        return self._terms, self._shared_terms, self._found

    # --- reading ------------------------------------------------------------------------------------------------------

    @override
    def follow(self) -> None:
        """Let go of what is being read of the map as it was; it will be read again in a moment."""
        for reading in self._readings:
            reading.forget()
        super().follow()

    def _show(self, show: Callable[[], None]) -> None:
        show()
        if self.hasFocus() and (first := self.starting_point()) is not None:
            first.setFocus()
        self.fit_tools()

    def _show_terms(self) -> None:
        self.meanings.show_terms(self.session.view, self._terms.of(self.session.view, self.session.view))

    def _read_shared(self, view: CaseView) -> Grid:
        return self.grids.shared(view, self._shared_terms.of(view, self.session.view))

    def _read_candidates(self, view: CaseView) -> Grid:
        return self.grids.candidates(view, self._found.of(view, self.session.view))

    @override
    def starting_point(self) -> QWidget | None:
        """Return what was read, as soon as it was."""
        sheet = self.current
        if not isinstance(sheet, WorkedSheet) or not sheet.is_read:
            return None
        return sheet.stop

    # --- tools --------------------------------------------------------------------------------------------------------

    @override
    def fit_tools(self) -> None:
        super().fit_tools()
        row = self.candidates.current_row()
        is_private = row is not None and is_all_private(self.session.graph, row.nodes)
        words = self.tr("Maak er een intern begrip van") if is_private else self.tr("Maak er een begrip van")
        tip = self.tr("Zet het gekozen woord als begrip op de kaart")
        if is_private:
            tip = self.tr("Het woord staat alleen in interne items; het begrip wordt daarom ook alleen intern")
        self._make.setText(words)
        self._make.setToolTip(tip)
        self._make.setVisible(self.tabs.currentIndex() == _CANDIDATES)
        self._make.setEnabled(row is not None)

    def _make_concept(self) -> None:
        if (row := self.candidates.current_row()) is not None:
            concept_operations.add_concept(self.session, row.key, row.nodes)


def _shared_by_frames(view: CaseView) -> tuple[SharedTerm, ...]:
    """Return what frames share, of all concepts of the document: a vocabulary that was imported is on no map."""
    return shared_terms(node for node in view.graph.nodes.values() if node.kind == "concept")
