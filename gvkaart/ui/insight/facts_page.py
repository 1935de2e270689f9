"""Facts: who says what, what is shared, who does not know what yet, and what stands once all reasons are weighed."""

from typing import Final

from PySide6.QtWidgets import QTabWidget, QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.argument_grid import ArgumentGrid
from gvkaart.ui.insight.basis_grid import BasisGrid
from gvkaart.ui.insight.briefing_grid import BriefingGrid
from gvkaart.ui.insight.fact_matrix import FactMatrix
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.insight.page import InsightPage
from gvkaart.ui.session import Session

_LARGE: Final = 1.7
"""How many times as large as elsewhere, so that one reads it from the other end of a table."""


class FactsPage(InsightPage):
    """The facts of the map, looked at in four ways."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Read when first seen."""
        super().__init__(session, checker, "facts")
        self.describe(
            self.tr("Feiten"),
            self.tr(
                "Wie stelt, erkent of betwist welk feit? Zo ziet u wat al vaststaat en wat nog uitgezocht moet worden."
            ),
        )
        self.grid, self.basis = FactMatrix(session, checker), BasisGrid(session)
        self.briefing, self.arguments = BriefingGrid(session), ArgumentGrid(session)
        self._stale: set[GridView] = set()
        self._filter = self.add_filter(self.tr("Filter: woorden uit de rij"))
        self._add_tools()
        self._tabs = QTabWidget()
        self._tabs.setObjectName("facts-tabs")
        self._tabs.setDocumentMode(True)
        for grid in self._grids:
            self._tabs.addTab(self.joined(grid), grid.accessibleName())
            self._filter.textChanged.connect(grid.search)
        self._tabs.currentChanged.connect(lambda _at: self._turn())
        self.body.addWidget(self._tabs, 1)
        self._turn()

    def _add_tools(self) -> None:
        self._large = self.add_button(
            "facts-large", self.tr("Groot"), self.tr("Toon de lijst groot, voor op een scherm waar ieder meekijkt")
        )
        self._large.setCheckable(True)
        self._large.toggled.connect(lambda on: self.basis.enlarge(_LARGE if on else 1.0))
        self._list = self.add_button(
            "copy-fact-list",
            self.tr("Kopiëren als lijst"),
            self.tr("Kopieer de lijst als tekst, voor Word of een mail"),
        )
        self._list.clicked.connect(self._copy_list)
        copy = self.add_button("copy-facts", self.tr("Kopiëren"), self.tr("Kopieer de tabel, voor Word of Excel"))
        copy.clicked.connect(self._copy)

    @property
    def _grids(self) -> tuple[GridView, ...]:
        return self.grid, self.basis, self.briefing, self.arguments

    @property
    def _current(self) -> GridView:
        return self._grids[self._tabs.currentIndex()]

    @override
    def load(self) -> None:
        """Read what is looked at; the rest when one turns to it."""
        self._stale = set(self._grids)
        self._read_current()

    @override
    def starting_point(self) -> QWidget:
        return self._current

    def _turn(self) -> None:
        """Show the tools of what is looked at, as it is now."""
        self._large.setVisible(self._current is self.basis)
        self._list.setVisible(self._current in (self.basis, self.briefing))
        self._read_current()

    def _read_current(self) -> None:
        if self._current in self._stale:
            self._stale.remove(self._current)
            self._current.load()

    def _copy(self) -> None:
        self._current.copy_all()

    def _copy_list(self) -> None:
        if self._current is self.basis:
            self.basis.copy_as_list()
        else:
            self.briefing.copy_for_actor()
