"""What a paste would do, worked out before anything is done: which cells change, which items come, what does not fit.

* A block goes where the selection begins. When it fits a whole number of times into the selection, it is repeated; but
  never down a column of titles: no two items are meant to get the same one.
* When the first row holds headings of this table, the columns go by those, wherever they stand.
* Rows below the last one become new items. An empty row there is no item.
* What the program works out itself (who stands behind a fact, the number of findings) is passed over.
* One text that does not fit, and nothing is pasted: all misfits are told together, by row and column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject

from gvkaart.domain.batch import TITLE, NewNode, Target, Wish
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId, Value
from gvkaart.domain.text import clean_line, fold
from gvkaart.ui.tables.clipboard import Block
from gvkaart.ui.tables.columns import Column
from gvkaart.ui.tables.model import TableModel
from gvkaart.ui.tables.parsing import Misfit, Parser

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paste goes.

    Attributes:
        row: the first row.
        columns: the columns from the first one on, as they are seen, by their place in the model.
        height: so many rows are selected.
        width: so many columns are selected.
    """

    row: int
    columns: tuple[int, ...]
    height: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Trouble:
    """One text that does not fit: its row and column as they are seen, and why."""

    row: int
    heading: str
    sentence: str


@dataclass(slots=True)
class Plan:
    """What a paste would do; nothing of it is done when there is any trouble."""

    wishes: list[Wish] = field(default_factory=list)
    additions: list[NewNode] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def changed(self) -> int:
        """So many items that exist would change."""
        return len({wish.node for wish in self.wishes})


class Planner(QObject):
    """Works out one paste into a table."""

    def __init__(self, model: TableModel) -> None:
        """Paste into the rows and columns as they are now."""
        super().__init__()
        self._model = model
        self._parser = Parser(model.reader)
        self._plan = Plan()

    def plan(self, block: Block, spot: Spot) -> Plan:
        """Return what pasting a block would do."""
        columns = self._named_columns(block[0])
        if columns is not None:
            rows: Block = block[1:]
        else:
            columns = spot.columns
            wide = [_repeated(row, spot.width) for row in block]
            filled = columns[: max(map(len, wide))]
            names = any(self._model.columns[place].target == TITLE for place in filled)
            rows = wide if names else _repeated(wide, spot.height)
        if any(len(row) > len(columns) for row in rows):
            sentence = self.tr("Wat u plakt, heeft meer kolommen dan er vanaf hier zijn. Begin verder naar links.")
            self._plan.troubles.append(Trouble(spot.row + 1, "", sentence))
            return self._plan
        for offset, row in enumerate(rows):
            self._plan_row(spot.row + offset, columns, row)
        return self._plan

    def _named_columns(self, first: Sequence[str]) -> tuple[int, ...] | None:
        """Return the columns that the first row names, None when it is no row of headings."""
        places = {fold(self._model.reader.heading(column)): place for place, column in enumerate(self._model.columns)}
        names = [fold(clean_line(cell)) for cell in first]
        has_title = fold(self._model.reader.heading(self._model.columns[0])) in names
        if not has_title or any(name not in places for name in names):
            return None
        return tuple(places[name] for name in names)

    def _plan_row(self, row: int, columns: Sequence[int], cells: Sequence[str]) -> None:
        if row < len(self._model.nodes):
            self._change(row, columns, cells)
        elif any(cell.strip() for cell in cells):
            self._add(row, columns, cells)

    def _change(self, row: int, columns: Sequence[int], cells: Sequence[str]) -> None:
        node_id, reader = self._model.nodes[row], self._model.reader
        for place, cell in zip(columns, cells, strict=False):
            column = self._model.columns[place]
            if column.target is None or cell in self._copies(column, node_id):
                continue
            if not self._model.can_edit(row, place):
                if cell.strip():
                    self._trouble(row, column, self.tr("Dit item staat niet op deze kaart."))
                continue
            for value in self._parsed(row, column, cell, node_id):
                if value != reader.value(column, node_id):
                    self._plan.wishes.append(Wish(node_id, column.target, value))

    def _copies(self, column: Column, node_id: NodeId) -> tuple[str, ...]:
        """Return what a cell looks like: whole, and as it is copied, without what is private."""
        whole = self._model.reader.written(column, node_id)
        if node_id not in self._disclosed.graph.nodes:
            return (whole,)
        return whole, self._model.reader.written(column, node_id, self._disclosed)

    @cached_property
    def _disclosed(self) -> CaseView:
        return self._model.reader.disclosed_view()

    def _add(self, row: int, columns: Sequence[int], cells: Sequence[str]) -> None:
        if not self._model.takes_new:
            sentence = self.tr("Onder de laatste rij kan hier niets bij. Kies boven de tabel eerst een soort.")
            self._plan.troubles.append(Trouble(row + 1, "", sentence))
            return
        values: dict[Target, Value | None] = {}
        for place, cell in zip(columns, cells, strict=False):
            column = self._model.columns[place]
            if column.target is not None and cell.strip():
                for value in self._parsed(row, column, cell, None):
                    values[column.target] = value
        title = values.pop(TITLE, None)
        if isinstance(title, str):
            self._plan.additions.append(NewNode(self._model.kind, title, values))
        else:
            self._trouble(row, self._model.columns[0], self.tr("Een nieuw item heeft een titel nodig."))

    def _parsed(self, row: int, column: Column, cell: str, node_id: NodeId | None) -> Iterable[Value | None]:
        """Return the value of a text; nothing when it does not fit, which is noted."""
        try:
            return (self._parser.value(column, cell, node_id),)
        except Misfit as misfit:
            self._trouble(row, column, misfit.sentence)
            return ()

    def _trouble(self, row: int, column: Column, sentence: str) -> None:
        self._plan.troubles.append(Trouble(row + 1, self._model.reader.heading(column), sentence))


def _repeated(parts: Sequence[_T], wanted: int) -> list[_T]:
    """Repeat parts as often as they fit into a selection of so many, when they fit exactly."""
    times = wanted // len(parts) if parts and wanted % len(parts) == 0 else 1
    return [*parts] * max(1, times)
