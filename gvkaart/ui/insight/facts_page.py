"""Facts: who says what about which fact, as a table of facts and actors."""

from typing import Final

from PySide6.QtWidgets import QWidget

from gvkaart.analysis.fact_base import ORDER, FactRow, FactTable, Stand, fact_table
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.grid import Cell, Column, Grid, Row, Tint
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.insight.page import InsightPage
from gvkaart.ui.session import Session

_TINTS: Final = {
    Stand.CLAIMS: Tint.GOOD,
    Stand.ACCEPTS: Tint.GOOD,
    Stand.DISPUTES: Tint.BAD,
    Stand.UNAWARE: Tint.DOUBT,
}


class FactsPage(InsightPage):
    """Every fact of the map with what each actor says about it."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Read when first seen."""
        super().__init__(session, checker, "facts")
        self.describe(
            self.tr("Feiten"),
            self.tr(
                "Wie stelt, erkent of betwist welk feit? Zo ziet u wat al vaststaat en wat nog uitgezocht moet worden."
            ),
        )
        empty = self.tr("Hier staan straks de feiten, met wie ze stelt en wie ze betwist. Voeg eerst een feit toe.")
        self.grid = self.add_grid(GridView(session, "fact-grid", self.tr("Feiten en partijen"), empty, self._read))
        self.add_filter(self.tr("Filter: woorden uit de rij")).textChanged.connect(self.grid.search)
        copy = self.add_button("copy-facts", self.tr("Kopiëren"), self.tr("Kopieer de tabel, voor Word of Excel"))
        copy.clicked.connect(self.grid.copy_all)

    @override
    def load(self) -> None:
        self.grid.load()

    @override
    def starting_point(self) -> QWidget:
        return self.grid

    def _read(self, view: CaseView) -> Grid:
        table = fact_table(view)
        columns = [
            Column(actor, view.nodes[actor].title, nodes=(actor,), tip=self._about(view, actor))
            for actor in table.actors
        ]
        rows: list[Row] = []
        for status in ORDER:
            if facts := table.with_status(status):
                rows.append(Row(status, f"{self.session.words.text(f'insight.status.{status}')} ({len(facts)})"))
                rows += [self._row(view, table, fact) for fact in facts]
        return Grid(self.tr("Feit"), tuple(columns), tuple(rows))

    def _row(self, view: CaseView, table: FactTable, fact: FactRow) -> Row:
        node = view.nodes[fact.fact]
        cells = tuple(self._cell(fact, actor) for actor in table.actors)
        return Row(fact.fact, node.title, cells, (fact.fact,), icon="fact")

    def _cell(self, fact: FactRow, actor: NodeId) -> Cell:
        stand = fact.stand_of(actor)
        if stand is None:
            return Cell(nodes=(fact.fact,))
        words = self.session.words.term(f"relation.{stand}")
        heard = fact.is_hearsay(actor)
        said = self.tr("%1 (van horen zeggen)").replace("%1", words) if heard else words
        return Cell(said, (fact.fact, actor), _TINTS[stand])

    def _about(self, view: CaseView, actor: NodeId) -> str:
        presence = view.presence(actor)
        return self.session.words.term(f"choice.presence.{presence}") if presence else ""
