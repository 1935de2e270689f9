"""Who says what about which fact, how things stand, and what would settle it: a table in which one says so as well."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from gvkaart.analysis.explaining import Explanation
from gvkaart.analysis.fact_base import ORDER, FactRow, Stand, courses, fact_table
from gvkaart.domain.derived import CaseView, Status, text_of
from gvkaart.domain.entities import Node, NodeId, Round
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.argument_grid import explained_of, strength_cell
from gvkaart.ui.insight.cells import MOST_ACROSS, corner
from gvkaart.ui.insight.choice_grid import ChoiceGrid
from gvkaart.ui.insight.grid import Cell, Choice, Column, Grid, Row, Tint
from gvkaart.ui.operations import standing
from gvkaart.ui.session import Session

_TINTS: Final = {
    Stand.CLAIMS: Tint.GOOD,
    Stand.ACCEPTS: Tint.GOOD,
    Stand.DISPUTES: Tint.BAD,
    Stand.UNAWARE: Tint.DOUBT,
}
_MOST_LINES: Final = 3
_NARROWEST: Final = 14
_WIDEST: Final = 24
"""Of a column of an actor, in average characters."""


class _Reading(NamedTuple):
    """What the rows of one reading share; without earlier rounds there are no courses."""

    view: CaseView
    actors: tuple[NodeId, ...]
    courses: Mapping[NodeId, tuple[tuple[Round, Status], ...]]
    explained: Mapping[NodeId, Explanation]
    hints: Mapping[NodeId, str]


class FactMatrix(ChoiceGrid):
    """Facts and actors."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Show the facts of the map in view; a choice in a cell changes what an actor says."""
        super().__init__(
            session,
            "fact-grid",
            self.tr("Feiten en partijen"),
            self.tr("Hier staan straks de feiten, met wie ze stelt en wie ze betwist. Voeg eerst een feit toe."),
            self._read_facts,
        )
        self._checker = checker
        word = session.words.term
        said = [Choice(stand, word(f"relation.{stand}")) for stand in Stand]
        self._choices = (*said, Choice("", self.tr("zegt hier niets over")))
        self.choice_made.connect(self._say)

    def _say(self, fact: str, actor: str, relation: str) -> None:
        standing.say(self._session, NodeId(actor), NodeId(fact), relation)

    # --- reading ------------------------------------------------------------------------------------------------------

    def _read_facts(self, view: CaseView) -> Grid:
        table = fact_table(view)
        hint = self.tr("Enter of dubbelklik: kies wat %1 hierover zegt.")
        reading = _Reading(
            view,
            table.actors[:MOST_ACROSS],
            courses(view) if _has_earlier(view) else {},
            explained_of(self._session, self._checker, view),
            {actor: hint.replace("%1", view.nodes[actor].title) for actor in table.actors},
        )
        rows: list[Row] = []
        for status in ORDER:
            if facts := table.with_status(status):
                rows.append(Row(status, f"{self._status(status)} ({len(facts)})"))
                rows += [self._row(reading, fact) for fact in facts]
        if table.dimmed:
            rows.append(Row("dimmed", self.tr("Speelt in deze ronde niet (%1)").replace("%1", str(len(table.dimmed)))))
            rows += [self._row(reading, fact) for fact in table.dimmed]
        return Grid(
            corner(self.tr("Feit"), table.actors, self._session.words),
            self._columns(reading),
            tuple(rows),
            lines=_MOST_LINES,
        )

    def _columns(self, reading: _Reading) -> tuple[Column, ...]:
        view = reading.view
        of_actors = (
            Column(
                *(one, view.nodes[one].title, self._choice("presence", view.presence(one)), (one,)),
                width=_width(view.nodes[one].title),
            )
            for one in reading.actors
        )
        course = (Column("course", self.tr("Verloop per ronde"), width=22),) if reading.courses else ()
        return (
            *of_actors,
            *course,
            Column(
                "settle", self.tr("Hoe komen we eruit?"), self.tr("De vraag, wie dit uitzoekt en wanneer"), width=40
            ),
            Column("strength", self.tr("Houdt het stand?"), self.tr("Als alle redenen zijn gewogen"), width=40),
            Column("evidence", self.tr("Bewijs en bron"), width=30),
            Column("commissioned", self._session.words.term("field.commissioned_by"), width=18),
        )

    def _row(self, reading: _Reading, fact: FactRow) -> Row:
        view, node = reading.view, reading.view.nodes[fact.fact]
        cells = (
            *(self._stand(fact, actor, reading.hints[actor]) for actor in reading.actors),
            *((self._course(view, reading.courses[fact.fact]),) if reading.courses else ()),
            self._settling(view, fact),
            strength_cell(reading.explained.get(fact.fact), view, self._session.words),
            self._evidence(view, node),
            Cell(_title(view, text_of(node.fields, "commissioned_by"))),
        )
        return Row(fact.fact, node.title, cells, (fact.fact,), icon="fact")

    def _stand(self, fact: FactRow, actor: NodeId, hint: str) -> Cell:
        """Return what an actor says about a fact, to be chosen."""
        nodes = (fact.fact, actor)
        stand = fact.stand_of(actor) if actor in fact.stands else None
        if stand is None:
            return Cell("", nodes, tip=hint, choices=self._choices)
        words = self._session.words.term(f"relation.{stand}")
        if fact.is_hearsay(actor):
            words = self.tr("%1 (van horen zeggen)").replace("%1", words)
        return Cell(words, nodes, _TINTS[stand], f"{words}\n{hint}", choices=self._choices, chosen=stand)

    def _course(self, view: CaseView, course: tuple[tuple[Round, Status], ...]) -> Cell:
        """Return how a fact stood in earlier rounds, when that was otherwise."""
        if len(course) == 1:
            return Cell()
        said: list[str] = []
        for round_, status in course:
            when = self.tr("nu") if round_ is view.round else round_.title
            said.append(f"{'→ ' if said else ''}{when}: {self._status(status).lower()}")
        return Cell("\n".join(said))

    def _settling(self, view: CaseView, fact: FactRow) -> Cell:
        """Return what would settle a fact, or how it was settled; of a disputed one, what was not agreed yet."""
        fields, is_disputed = view.nodes[fact.fact].fields, fact.status is Status.DISPUTED
        if fact.status is Status.SETTLED:
            said = self._choice("settled", text_of(fields, "settled")).lower()
            return Cell(self.tr("Uitgezocht: %1").replace("%1", said), tint=Tint.GOOD)
        ways = (
            text_of(fields, "settle_question"),
            _title(view, text_of(fields, "settle_by")),
            text_of(fields, "settle_date"),
        )
        if not any(ways):
            return Cell(self.tr("Nog niet afgesproken"), tint=Tint.BAD) if is_disputed else Cell()
        lacking = self.tr("nog niet afgesproken")
        question, who, date = (way or lacking for way in ways)
        lines = (
            question if ways[0] else self.tr("Vraag: %1").replace("%1", question),
            self.tr("Wie: %1; wanneer: %2").replace("%2", date).replace("%1", who),
        )
        return Cell("\n".join(lines), tint=Tint.DOUBT if is_disputed and not all(ways) else Tint.NONE)

    def _evidence(self, view: CaseView, node: Node) -> Cell:
        """Return what kind of evidence there is, and where it was read."""
        cited = (edge.target for edge in view.graph.out(node.id) if edge.relation == "cites")
        kind = self._choice("evidence", text_of(node.fields, "evidence"))
        return Cell("; ".join(filter(None, (kind, *dict.fromkeys(_title(view, one) for one in cited)))))

    def _status(self, status: Status) -> str:
        return self._session.words.text(f"insight.status.{status}")

    def _choice(self, vocabulary: str, value: str) -> str:
        return self._session.words.term(f"choice.{vocabulary}.{value}") if value else ""


def _has_earlier(view: CaseView) -> bool:
    """Tell whether there are rounds before the one in view."""
    return view.round is not None and any(one.position < view.round.position for one in view.rounds.values())


def _width(title: str) -> int:
    """Return how wide a column must be so that no word of its title is cut off, unless it is very long."""
    return min(_WIDEST, max(_NARROWEST, *(len(word) + 3 for word in title.split())))


def _title(view: CaseView, node: str) -> str:
    """Name an item of the document, on the map or not."""
    found = view.graph.nodes.get(NodeId(node))
    return found.title if found is not None else ""
