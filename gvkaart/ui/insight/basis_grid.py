"""The shared factual basis as a list that parties sign off in a conversation: a box to tick of each fact and party."""

from collections.abc import Iterable
from typing import Final

from gvkaart.analysis.shared_basis import BasisRow, SharedBasis, Sign, shared_basis
from gvkaart.domain.derived import CaseView, Status, text_of
from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.choice_grid import ChoiceGrid
from gvkaart.ui.insight.grid import Cell, Column, Grid, Row, Tint
from gvkaart.ui.insight.grid_view import disclosed_view
from gvkaart.ui.insight.lists import Section, copy_list
from gvkaart.ui.operations import standing
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened

_ORDER: Final = (Status.SHARED, Status.PARTLY, Status.SETTLED)
_TINTS: Final = {Sign.SIGNED: Tint.GOOD, Sign.HEARD: Tint.DOUBT, Sign.MISSING: Tint.NONE}


class BasisGrid(ChoiceGrid):
    """Facts that all needed parties claim or accept, and those that some do."""

    def __init__(self, session: Session) -> None:
        """Show the facts of the map in view; a tick lets a party accept a fact, itself and from this round on."""
        super().__init__(
            session,
            "basis-grid",
            self.tr("Gedeelde basis"),
            self.tr(
                "Hier staan straks de feiten waar partijen het over eens zijn, om samen af te vinken. "
                "Zet eerst feiten op de kaart met wie ze stelt of erkent, en zeg welke partijen aan tafel zitten."
            ),
            self._read_basis,
        )
        self._words = {
            Sign.SIGNED: self.tr("Erkent dit"),
            Sign.HEARD: self.tr("Van horen zeggen"),
            Sign.MISSING: self.tr("Nog niet"),
        }
        self._titles = {
            Status.SHARED: self.tr("Gedeeld: alle nodige partijen erkennen dit"),
            Status.PARTLY: self.tr("Bijna: nog niet iedereen erkent dit"),
            Status.SETTLED: self.tr("Uitgezocht"),
        }
        self.ticked.connect(self._sign)

    def _sign(self, fact: str, actor: str, wanted: bool) -> None:
        session, is_own = self._session, _brings_in(self._session.view, NodeId(actor), NodeId(fact))
        if is_own and not wanted:
            told = self.tr("'%1' komt van deze partij zelf. Neem dat terug bij Feiten en partijen, als het niet klopt.")
            session.problem.emit(told.replace("%1", shortened(session.view.nodes[NodeId(fact)].title)))
            return
        relation = ("claims" if is_own else "accepts") if wanted else ""
        standing.say(session, NodeId(actor), NodeId(fact), relation, first_hand=True)

    # --- reading ------------------------------------------------------------------------------------------------------

    def _read_basis(self, view: CaseView) -> Grid:
        basis = shared_basis(view)
        columns = (
            *(Column(one, view.nodes[one].title, nodes=(one,), width=18) for one in basis.parties),
            Column("settled", self.tr("Hoe weten we dit?"), width=34),
        )
        rows: list[Row] = []
        for status in _ORDER:
            if facts := basis.with_status(status):
                rows.append(Row(status, f"{self._titles[status]} ({len(facts)})"))
                rows += [self._row(view, fact) for fact in facts]
        if basis.disputed and rows:
            rows.append(Row("disputed", self._left_out(basis)))
        return Grid(self.tr("Feit"), columns, tuple(rows))

    def _left_out(self, basis: SharedBasis) -> str:
        words = self.tr("Eerst uitzoeken: %1 betwiste feiten")
        if len(basis.disputed) == 1:
            words = self.tr("Eerst uitzoeken: 1 betwist feit")
        return words.replace("%1", str(len(basis.disputed)))

    def _row(self, view: CaseView, fact: BasisRow) -> Row:
        cells = (*(self._box(view, fact, actor) for actor in fact.signs), Cell(self._known_by(view, fact)))
        return Row(fact.fact, view.nodes[fact.fact].title, cells, (fact.fact,), icon="fact")

    def _box(self, view: CaseView, fact: BasisRow, actor: NodeId) -> Cell:
        sign, nodes = fact.signs[actor], (fact.fact, actor)
        if fact.status is Status.SETTLED and sign is Sign.MISSING:
            return Cell(nodes=nodes)
        hint = self.tr("Vink aan wat %1 nu zelf erkent: klik of druk op de spatiebalk.")
        words = self._words[sign]
        if sign is Sign.SIGNED and _brings_in(view, actor, fact.fact):
            words, hint = self.tr("Stelt dit"), self.tr("%1 stelt dit zelf. Dat neemt u terug bij Feiten en partijen.")
        tip = hint.replace("%1", view.nodes[actor].title)
        return Cell(words, nodes, _TINTS[sign], tip, is_ticked=sign is Sign.SIGNED)

    def _known_by(self, view: CaseView, fact: BasisRow) -> str:
        """Return how a fact was settled, what evidence there is, and where it was read."""
        fields, word = view.nodes[fact.fact].fields, self._session.words.term
        settled, evidence = text_of(fields, "settled"), text_of(fields, "evidence")
        cited = (edge.target for edge in view.graph.out(fact.fact) if edge.relation == "cites")
        lines = (
            self.tr("Uitgezocht: %1").replace("%1", word(f"choice.settled.{settled}").lower()) if settled else "",
            word(f"choice.evidence.{evidence}") if evidence else "",
            *dict.fromkeys(view.graph.nodes[one].title for one in cited),
        )
        return "\n".join(filter(None, lines))

    # --- copying ------------------------------------------------------------------------------------------------------

    def copy_as_list(self) -> None:
        """Copy the list as text for a document, without what is private."""
        view = disclosed_view(self._session)
        basis = shared_basis(view)
        sections = (
            Section(self._titles[status], tuple(self._item(view, fact) for fact in basis.with_status(status)))
            for status in _ORDER
        )
        title = self.tr("Gedeelde feiten: %1").replace("%1", self._session.map_title)
        copy_list(self._session, f"{title} ({view.round.title})" if view.round is not None else title, sections)

    def _item(self, view: CaseView, fact: BasisRow) -> str:
        lines = [view.nodes[fact.fact].title]
        for sign, words in ((Sign.SIGNED, self.tr("Erkend door: %1")), (Sign.HEARD, f"{self._words[Sign.HEARD]}: %1")):
            if by := tuple(actor for actor, own in fact.signs.items() if own is sign):
                lines.append(words.replace("%1", _names(view, by)))
        if fact.status is Status.PARTLY and fact.missing:
            lines.append(self.tr("Nog nodig: %1").replace("%1", _names(view, fact.missing)))
        if known := self._known_by(view, fact):
            lines.append(known)
        return "\n".join(lines)


def _brings_in(view: CaseView, actor: NodeId, fact: NodeId) -> bool:
    """Tell whether an actor claims a fact: without that it may be nobody's, and leave the list."""
    return fact in view.targets(actor, "claims")


def _names(view: CaseView, nodes: Iterable[NodeId]) -> str:
    return ", ".join(view.nodes[one].title for one in nodes)
