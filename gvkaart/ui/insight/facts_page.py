"""Facts: who says what, what is shared, who does not know what yet, and what stands once all reasons are weighed."""

from typing import Final

from gvkaart.domain.overriding import override
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.argument_grid import ArgumentGrid
from gvkaart.ui.insight.basis_grid import BasisGrid
from gvkaart.ui.insight.briefing_grid import BriefingGrid
from gvkaart.ui.insight.fact_matrix import FactMatrix
from gvkaart.ui.insight.tabbed_page import TabbedPage
from gvkaart.ui.session import Session

_LARGE: Final = 1.7
"""How many times as large as elsewhere, so that one reads it from the other end of a table."""


class FactsPage(TabbedPage):
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
        self._add_tools()
        for grid in (self.grid, self.basis, self.briefing, self.arguments):
            self.joined(grid)
        self.show_sheets(self.grid, self.basis, self.briefing, self.arguments)

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

    @override
    def fit_tools(self) -> None:
        super().fit_tools()
        self._large.setVisible(self.current is self.basis)
        self._list.setVisible(self.current in (self.basis, self.briefing))

    def _copy_list(self) -> None:
        if self.current is self.basis:
            self.basis.copy_as_list()
        else:
            self.briefing.copy_for_actor()
