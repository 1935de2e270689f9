"""Purposes and data: the ladder of concreteness, the data flows as a table, and as a diagram."""

from typing import Final

from gvkaart.analysis.flow_base import FlowRow, PurposeRow, flow_rows, purpose_rows
from gvkaart.domain.derived import RUNGS, CaseView, text_of
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.picture.flow_diagram import Lane, flow_diagram
from gvkaart.picture.nodes import Look
from gvkaart.picture.primitives import Picture
from gvkaart.picture.theme import Theme
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.cells import naming, titles
from gvkaart.ui.insight.diagram_view import DiagramView
from gvkaart.ui.insight.grid import LIST_LINES, Cell, Column, Grid, Row, Tint
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.insight.tabbed_page import TabbedPage
from gvkaart.ui.session import Session

_SOUND: Final = ("existing",)
_ANSWERS: Final = {"yes": Tint.GOOD, "no": Tint.BAD, "unknown": Tint.DOUBT}


class PurposesPage(TabbedPage):
    """What the data are for, and where they go."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Read when first seen."""
        super().__init__(session, checker, "purposes")
        self.describe(
            self.tr("Doelen en gegevens"),
            self.tr("Waarvoor zijn de gegevens nodig, hoe precies is dat gezegd, en wie levert, koppelt en ziet wat?"),
        )
        self.ladder, self.flows, self.diagram = self._make_ladder(), self._make_flows(), self._make_diagram()
        self._larger = self.add_button("diagram-larger", self.tr("Groter"), self.tr("Vergroot het plaatje (+)"))
        self._smaller = self.add_button("diagram-smaller", self.tr("Kleiner"), self.tr("Verklein het plaatje (-)"))
        self._larger.clicked.connect(lambda: self.diagram.enlarge(1))
        self._smaller.clicked.connect(lambda: self.diagram.enlarge(-1))
        self.show_sheets(self.ladder, self.flows, self.diagram)

    @override
    def fit_tools(self) -> None:
        super().fit_tools()
        for button in (self._larger, self._smaller):
            button.setVisible(self.current is self.diagram)

    def _make_ladder(self) -> GridView:
        empty = self.tr(
            "Hier staan straks de doelen, met wat er nog niet is gezegd: wie doet wat, voor wie, met welke gegevens, "
            "tot hoever en tot wanneer. Zet eerst een gebruiksdoel op de kaart."
        )
        return self.joined(GridView(self.session, "ladder-grid", self.tr("Hoe concreet"), empty, self._read_ladder))

    def _make_flows(self) -> GridView:
        return self.joined(
            GridView(self.session, "flow-grid", self.tr("Gegevensstromen"), self._no_flows(), self._read_flows)
        )

    def _make_diagram(self) -> DiagramView:
        diagram = DiagramView(self.session, "flow-diagram", self.tr("Plaatje"), self._no_flows(), self._draw)
        diagram.opened.connect(self.items_opened)
        return diagram

    def _no_flows(self) -> str:
        return self.tr(
            "Hier staan straks de gegevensstromen, met wie levert, koppelt, ontvangt en de uitkomst ziet. "
            "Zet eerst een gegevensstroom op de kaart."
        )

    # --- the ladder ---------------------------------------------------------------------------------------------------

    def _read_ladder(self, view: CaseView) -> Grid:
        words = self.session.words
        columns = (
            Column("height", self.tr("Hoe concreet"), width=14),
            *(Column(rung, words.term(f"field.{rung}"), width=22) for rung in RUNGS),
            Column("interests", self.tr("Publieke belangen en andere"), width=26),
            Column("flows", self.tr("Nodig: deze gegevens"), width=26),
        )
        rows = (self._purpose_row(view, purpose) for purpose in purpose_rows(view))
        return Grid(self.tr("Doel"), columns, tuple(rows), LIST_LINES)

    def _purpose_row(self, view: CaseView, purpose: PurposeRow) -> Row:
        steps = "■" * purpose.height + "□" * (len(RUNGS) - purpose.height)
        of = self.tr("%1 van %2").replace("%1", str(purpose.height)).replace("%2", str(len(RUNGS)))
        cells = (
            Cell(f"{steps}\n{of}", (purpose.purpose,)),
            *(self._rung(text) for text in purpose.rungs.values()),
            naming(view, purpose.interests),
            naming(view, purpose.flows),
        )
        return Row(purpose.purpose, view.nodes[purpose.purpose].title, cells, (purpose.purpose,), icon="purpose")

    def _rung(self, text: str) -> Cell:
        return Cell(text) if text else Cell(self.tr("Nog niet gezegd"), tint=Tint.DOUBT)

    # --- the flows ----------------------------------------------------------------------------------------------------

    def _read_flows(self, view: CaseView) -> Grid:
        columns = (
            Column("status", self.tr("Stand"), width=14),
            Column("level", self.tr("Over wie"), width=16),
            Column("traffic", self.tr("Soort verkeer"), width=16),
            Column("data", self.tr("Welke gegevens"), width=26),
            *(Column(one, self._column(one), width=20) for one in ("sends", "links", "receives", "sees")),
            Column("purposes", self.tr("Nodig voor"), width=26),
            Column("original", self.tr("Verzameld voor"), width=26),
            Column("bases", self.tr("Grondslag"), width=26),
            Column("registered", self.tr("Staat waar geregistreerd?"), width=22),
            Column("traceable", self.tr("Na te gaan?"), width=12),
            Column("correctable", self.tr("Te herstellen?"), width=12),
        )
        rows = (self._flow_row(view, flow) for flow in flow_rows(view))
        return Grid(self.tr("Gegevensstroom"), columns, tuple(rows), LIST_LINES)

    def _column(self, name: str) -> str:
        return self.session.words.text(f"picture.flows.{name}")

    def _flow_row(self, view: CaseView, flow: FlowRow) -> Row:
        node = view.nodes[flow.flow]
        original = "\n".join(filter(None, (text_of(node.fields, "original_purpose"), titles(view, flow.original))))
        registered = text_of(node.fields, "registered_in")
        cells = (
            Cell(self._choice("dataflow_status", text_of(node.fields, "status"))),
            Cell(self._choice("data_level", text_of(node.fields, "level"))),
            Cell(self._choice("traffic", text_of(node.fields, "traffic"))),
            Cell(text_of(node.fields, "data")),
            *(naming(view, actors) for actors in (flow.sends, flow.links, flow.receives, flow.sees)),
            naming(view, flow.purposes),
            Cell(original, flow.original),
            self._bases(view, flow),
            Cell(registered) if registered else Cell(self.tr("Nergens genoemd"), tint=Tint.DOUBT),
            *(self._answer(text_of(node.fields, field)) for field in ("traceable", "correctable")),
        )
        return Row(flow.flow, node.title, cells, (flow.flow,), icon="dataflow")

    def _bases(self, view: CaseView, flow: FlowRow) -> Cell:
        if not flow.bases:
            return Cell(self.tr("Geen genoemd"), tint=Tint.DOUBT)
        told, sound = [], False
        for basis in flow.bases:
            status = text_of(view.nodes[basis].fields, "status")
            sound |= status in _SOUND
            words = self._choice("legal_basis_status", status)
            told.append(f"{view.nodes[basis].title} ({words.lower()})" if words else view.nodes[basis].title)
        return Cell("\n".join(told), flow.bases, Tint.GOOD if sound else Tint.DOUBT)

    def _answer(self, answer: str) -> Cell:
        known = answer or "unknown"
        return Cell(self._choice("certainty", known), tint=_ANSWERS[known])

    def _choice(self, vocabulary: str, value: str) -> str:
        return self.session.words.term(f"choice.{vocabulary}.{value}") if value else ""

    # --- the diagram --------------------------------------------------------------------------------------------------

    def _draw(self, view: CaseView, theme: Theme) -> Picture | None:
        flows = flow_rows(view)
        if not flows:
            return None
        lanes = [Lane(one.flow, one.sends, one.links, one.receives, one.sees) for one in flows]
        shown = {one for lane in lanes for cell in lane.cells.values() for one in cell}
        looks = {one: self._look(view, NodeId(one)) for one in shown}
        return flow_diagram(lanes, looks, self.tr("Gegevensstromen"), theme, self.session.words)

    def _look(self, view: CaseView, one: NodeId) -> Look:
        node = view.nodes[one]
        status = text_of(node.fields, "status") if node.kind == "dataflow" else ""
        remark = self._choice("dataflow_status", status).lower()
        return Look(node.kind, self.session.words.term(f"kind.{node.kind}"), node.title, remark)
