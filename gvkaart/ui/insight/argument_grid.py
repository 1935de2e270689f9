"""What stands, what falls and what is undecided once all reasons are weighed, and why: as a table."""

from collections.abc import Mapping
from typing import Final

from gvkaart.analysis.argument_base import ORDER, ArguedItem, argued_items, explanations_of, sentence
from gvkaart.analysis.argumentation import Label
from gvkaart.analysis.explaining import Explanation
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.cells import naming
from gvkaart.ui.insight.grid import Cell, Column, Grid, Row, Tint
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.session import Session
from gvkaart.words import Words

_TINTS: Final = {Label.STANDS: Tint.GOOD, Label.FALLS: Tint.BAD, Label.UNDECIDED: Tint.DOUBT}
_MOST_LINES: Final = 4


def explained_of(session: Session, checker: Checker, view: CaseView) -> Mapping[NodeId, Explanation]:
    """Return what stands and falls on a map; what the checker has worked out is not worked out again."""
    return session.explained if view is checker.view else explanations_of(view)


def strength_cell(explanation: Explanation | None, view: CaseView, words: Words) -> Cell:
    """Return the cell that tells whether an item stands, and why; an empty one when nothing speaks for or against."""
    if explanation is None:
        return Cell()
    items = tuple(item for one in explanation.because for item in one.items)
    return Cell(sentence(explanation, view.nodes, words), items, _TINTS[explanation.label])


class ArgumentGrid(GridView):
    """Every item with reasons: what falls first."""

    def __init__(self, session: Session) -> None:
        """Show the items of the map in view."""
        super().__init__(
            session,
            "argument-grid",
            self.tr("Argumenten"),
            self.tr(
                "Hier staat straks wat standhoudt en wat niet, als alle redenen zijn gewogen. Verbind eerst een feit "
                "of argument met een positie of optie: kies de relatie 'onderbouwt' of 'ondergraaft'."
            ),
            self._read_items,
        )

    def _read_items(self, view: CaseView) -> Grid:
        argued = argued_items(view)
        columns = (
            Column("kind", self.tr("Wat het is"), width=16),
            Column("why", self.tr("Houdt het stand?"), width=40),
            Column("supporting", self.tr("Wat dit onderbouwt"), width=34),
            Column("undermining", self.tr("Wat dit ondergraaft"), width=34),
        )
        rows: list[Row] = []
        for label in ORDER:
            if of_label := [one for one in argued if one.explanation.label is label]:
                word = self._session.words.text(f"argumentation.{label}.label").capitalize()
                rows.append(Row(label, f"{word} ({len(of_label)})"))
                rows += [self._row(view, one) for one in of_label]
        return Grid(self.tr("Positie, optie, doel of reden"), columns, tuple(rows), lines=_MOST_LINES)

    def _row(self, view: CaseView, argued: ArguedItem) -> Row:
        node = view.nodes[argued.item]
        cells = (
            Cell(self._session.words.term(f"kind.{node.kind}")),
            strength_cell(argued.explanation, view, self._session.words),
            naming(view, argued.supporters),
            naming(view, argued.attackers),
        )
        return Row(node.id, node.title, cells, (node.id,), icon=node.kind)
