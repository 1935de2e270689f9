"""Cases side by side: what the maps of a document have of each aspect, and what is found in all of them (KB 7).

Comparing runs every check on every map, which takes seconds for large documents: it happens in a worker, and only while
somebody looks. What may be copied is worked out at the same time from the document without what is private.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gvkaart.analysis.case_words import CaseWords
from gvkaart.analysis.cases import FoundRow, Overview, side_by_side
from gvkaart.analysis.cases import Row as AspectRow
from gvkaart.analysis.catalogue import Catalogue
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import disclosed
from gvkaart.domain.entities import MapId, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.overriding import override
from gvkaart.ui.background import Background
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.grid import Cell, Column, Grid, Row
from gvkaart.ui.insight.grid_view import GridView, Read
from gvkaart.ui.insight.no_cases import NoCases
from gvkaart.ui.insight.tabbed_page import TabbedPage
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session

_log = logging.getLogger(__name__)

_LINES: Final = 5
"""Of text in a cell: three cases fit beside each other in a window of usual size, and their cells are narrow then."""
_CASE_WIDTH: Final = 24
"""In average characters, as that of counts."""
_COUNT_WIDTH: Final = 24


@dataclass(frozen=True)
class _Compared:
    """The cases of a document side by side."""

    graph: Graph
    overview: Overview


@dataclass(frozen=True)
class _Answer:
    """What the worker found: what is shown, and what of it may leave the program."""

    shown: _Compared
    shared: _Compared


class CasesPage(TabbedPage):
    """All maps of the document side by side, each as of its current round."""

    way_chosen = Signal(str)
    """Another case is to be brought in: see `NoCases.chosen`."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Compare when first seen."""
        super().__init__(session, checker, "cases")
        self.describe(
            self.tr("Zaken vergelijken"),
            self.tr(
                "Wat verschilt er tussen uw zaken, en wat komt steeds terug? De tabel telt wat op de kaarten staat: "
                "een zaak die u minder uitzocht, heeft lagere aantallen."
            ),
        )
        self.aspects = self._grid("aspect-grid", self.tr("Naast elkaar"), self._read_aspects)
        self.patterns = self._grid("pattern-grid", self.tr("Wat in alle zaken terugkomt"), self._read_patterns)
        self._waiting = plain_label(self.tr("De zaken worden vergeleken…"), "cases-waiting", wraps=False)
        self.tools.addWidget(self._waiting)
        self._none = NoCases()
        self._none.chosen.connect(self.way_chosen)
        self.body.addWidget(self._none, 1)
        self._answer: _Answer | None = None
        self._is_known = False
        self._background: Background[_Answer] = Background(self._arrived, self._failed)
        session.changed.connect(self._note)
        session.closing.connect(self._background.close)
        self.show_sheets(self.aspects, self.patterns)

    def _grid(self, name: str, title: str, read: Read) -> GridView:
        empty = self.tr("Hier staan straks uw zaken naast elkaar, zodra ze vergeleken zijn.")
        return self.joined(GridView(self.session, name, title, empty, read))

    @property
    def busy(self) -> bool:
        """Whether the cases are being compared."""
        return self._background.busy

    @override
    def starting_point(self) -> QWidget:
        return self.current if self._has_several else self._none.first

    @override
    def show_on_map(self, nodes: tuple[NodeId, ...]) -> None:
        """Go to the map of the case that the cell is about: an actor may stand on several."""
        grid = self.patterns if self.current is self.patterns else self.aspects
        column, columns = grid.currentIndex().column(), grid.grid_model.grid.columns
        map_id = MapId(columns[column].key) if 0 <= column < len(columns) else self.session.map_id
        if self.session.graph.on_map(map_id).keys() >= set(nodes):
            self.session.look_at_map(map_id)
        super().show_on_map(nodes)

    # --- comparing ----------------------------------------------------------------------------------------------------

    @override
    def load(self) -> None:
        if self._has_several and not self._is_known and not self.busy:
            self._compare()
        self._show()

    @property
    def _has_several(self) -> bool:
        return len(self.session.graph.maps) > 1

    def _compare(self) -> None:
        graph, catalogue = self.session.graph, self.session.catalogue
        self._background.run(lambda: _compare(graph, catalogue))

    def _note(self, changes: ChangeSet) -> None:
        """What was compared is of another document now; `load` follows, when somebody looks."""
        if not changes.moves_only:
            self._is_known = False
            self._background.drop()

    def _arrived(self, answer: _Answer) -> None:
        self._answer, self._is_known = answer, True
        self._show()

    def _failed(self, error: BaseException) -> None:
        """A check that fails is our mistake: say so in the log; the table stays as it was."""
        _log.error("cases could not be compared: %s", type(error).__name__)
        self._show()
        self.session.problem.emit(self.tr("De zaken konden niet worden vergeleken. De kaarten zelf zijn in orde."))

    def _show(self) -> None:
        """Show what is known, and whether more is under way; until then nothing can be copied."""
        self.fit_tools()
        super().load()

    @override
    def fit_tools(self) -> None:
        self.tabs.setVisible(self._has_several)
        self._none.setVisible(not self._has_several)
        self.filter.setVisible(self._has_several)
        self._waiting.setVisible(self.busy)
        self.copy.setVisible(self._has_several)
        self.copy.setEnabled(self._is_known)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def _side(self, view: CaseView) -> _Compared | None:
        """Return what was compared: what is shown, or for another view than the session's, what may be copied."""
        if self._answer is None:
            return None
        if view is self.session.view:
            return self._answer.shown
        return self._answer.shared if self._is_known else None

    def _read_aspects(self, view: CaseView) -> Grid:
        side = self._side(view)
        if side is None:
            return Grid("", ())
        said = CaseWords(side.graph.nodes, self.session.catalogue, self.session.words)
        rows: list[Row] = []
        for group, aspects in groupby(side.overview.rows, lambda row: row.aspect.group):
            rows.append(Row(group, self.session.words.text(f"insight.case_group.{group}")))
            rows += [self._aspect_row(said, row) for row in aspects]
        return Grid(self.tr("Waarin zaken verschillen"), self._columns(side, _CASE_WIDTH), tuple(rows), _LINES)

    def _aspect_row(self, said: CaseWords, row: AspectRow) -> Row:
        words = self.session.words
        title = words.text(f"insight.case_aspect.{row.aspect.id}")
        cells = (Cell(said.short(row.aspect, one), one.items, tip=said.full(row.aspect, one)) for one in row.cells)
        tip = words.text("insight.cases.source", title=title, section=row.aspect.section)
        return Row(row.aspect.id, title, tuple(cells), tip=tip)

    def _read_patterns(self, view: CaseView) -> Grid:
        side = self._side(view)
        if side is None:
            return Grid("", ())
        found = side.overview.found
        rows = (
            *self._pattern_rows("common", self.tr("In elke zaak"), [row for row in found if row.is_common]),
            *self._pattern_rows("some", self.tr("Niet in elke zaak"), [row for row in found if not row.is_common]),
        )
        return Grid(self.tr("Signaal"), self._columns(side, _COUNT_WIDTH), rows, _LINES)

    def _pattern_rows(self, key: str, title: str, found: list[FoundRow]) -> Iterable[Row]:
        if found:
            yield Row(key, f"{title} ({len(found)})")
        nothing = self.session.words.text("insight.cases.nothing")
        for row in found:
            cells = (Cell(str(n) if n else nothing, items) for n, items in zip(row.counts, row.items, strict=True))
            check = f"checks.{row.check}"
            texts = self.session.words
            yield Row(row.check, texts.text(f"{check}.title"), tuple(cells), tip=texts.text(f"{check}.why"))

    def _columns(self, side: _Compared, width: int) -> tuple[Column, ...]:
        graph = side.graph
        titles = (
            (one.map, graph.maps[one.map].title, graph.rounds[one.round].title if one.round is not None else "")
            for one in side.overview.columns
        )
        return tuple(Column(key, f"{title}\n{round_}".strip(), width=width) for key, title, round_ in titles)


def _compare(graph: Graph, catalogue: Catalogue) -> _Answer:
    """In the worker: compare all maps, and once more without what is private when there is such."""
    shown, rest = _compared(graph, catalogue), disclosed(graph)
    is_whole = (rest.nodes, rest.edges, rest.set_aside) == (graph.nodes, graph.edges, graph.set_aside)
    return _Answer(shown, shown if is_whole else _compared(rest, catalogue))


def _compared(graph: Graph, catalogue: Catalogue) -> _Compared:
    return _Compared(graph, side_by_side([CaseView(graph, map_id) for map_id in graph.maps], catalogue))
