"""Positions and interests: per actor what it wants and why, and between each two what they share and what clashes."""

from collections.abc import Iterable, Mapping
from typing import Final

from gvkaart.analysis.interest_base import (
    ActorInterests,
    Between,
    HeldPosition,
    Relation,
    actors_with_interests,
    between,
)
from gvkaart.domain.derived import CaseView, flag_of, is_second_hand, text_of
from gvkaart.domain.entities import Edge, NodeId
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.cells import MOST_ACROSS, corner, naming, titles
from gvkaart.ui.insight.choice_grid import ChoiceGrid
from gvkaart.ui.insight.grid import LIST_LINES, Cell, Column, Grid, Row, Tint
from gvkaart.ui.insight.grid_view import GridView, Read
from gvkaart.ui.insight.tabbed_page import TabbedPage
from gvkaart.ui.operations import interest as interest_operations
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened

_TINTS: Final = {
    Relation.MEANS: Tint.DOUBT,
    Relation.CONFLICTING: Tint.BAD,
    Relation.SHARED: Tint.GOOD,
    Relation.COMPLEMENTARY: Tint.WORD,
    Relation.UNKNOWN: Tint.NONE,
}


class InterestsPage(TabbedPage):
    """Positions with the interests underneath, per actor and between actors."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Read when first seen."""
        super().__init__(session, checker, "interests")
        self.describe(
            self.tr("Posities en belangen"),
            self.tr(
                "Wat wil elke partij, en waarom? Onder posities die botsen, liggen vaak belangen die u deelt "
                "of die elkaar aanvullen."
            ),
        )
        self.parties = self._make_parties()
        self.map = self._grid("pair-map", self.tr("Tussen partijen"), self._read_map)
        self.pairs = self._grid("pair-grid", self.tr("Lijst per tweetal"), self._read_pairs)
        self.show_sheets(self.parties, self.map, self.pairs)

    def _make_parties(self) -> ChoiceGrid:
        made = ChoiceGrid(self.session, "party-grid", self.tr("Per partij"), self._empty(), self._read_parties)
        made.ticked.connect(self._confirm)
        self.joined(made)
        return made

    def _grid(self, name: str, title: str, read: Read) -> GridView:
        return self.joined(GridView(self.session, name, title, self._empty(), read))

    def _empty(self) -> str:
        return self.tr(
            "Hier staan straks de posities van elke partij, met de belangen eronder. Zet eerst een partij op de kaart, "
            "en zeg welke positie zij inneemt of welk belang zij heeft."
        )

    def _confirm(self, row: str, _column: str, wanted: bool) -> None:
        actor, item = row.split(" ")
        interest_operations.confirm(self.session, NodeId(actor), NodeId(item), is_confirmed=wanted)

    # --- per actor ----------------------------------------------------------------------------------------------------

    def _read_parties(self, view: CaseView) -> Grid:
        columns = (
            Column("kind", self.tr("Wat het is"), width=20),
            Column("beneath", self.tr("Belangen eronder"), width=34),
            Column("told", self.tr("Gezegd of afgeleid?"), width=24),
            Column("confirmed", self.tr("Bevestigd?"), width=12),
            Column("weight", self.tr("Weegt voor de partij"), width=14),
        )
        rows = [row for actor in actors_with_interests(view) for row in self._party_rows(view, actor)]
        return Grid(self.tr("Partij, positie of belang"), columns, tuple(rows), LIST_LINES)

    def _party_rows(self, view: CaseView, actor: ActorInterests) -> Iterable[Row]:
        yield Row(actor.actor, view.nodes[actor.actor].title, nodes=(actor.actor,))
        for position in actor.positions:
            yield self._position_row(view, actor.actor, position)
        for edge in actor.having:
            yield self._interest_row(view, edge)
        for interest in actor.beneath:
            yield self._inferred_row(view, actor.actor, interest)

    def _position_row(self, view: CaseView, actor: NodeId, position: HeldPosition) -> Row:
        node = view.nodes[position.position]
        about = text_of(node.fields, "about")
        kind = self.session.words.term("kind.position")
        if about:
            kind = self.tr("%1 over: %2").replace("%1", kind).replace("%2", self._choice("about", about).lower())
        beneath = naming(view, position.interests)
        if not position.interests:
            beneath = Cell(self.tr("Nog geen: vraag waarom dit belangrijk is"), tint=Tint.DOUBT)
        told, confirmed = self._told(node.origin, position.held), self._confirmed(view, position.held)
        cells = (Cell(kind), beneath, told, confirmed, Cell())
        return Row(f"{actor} {node.id}", node.title, cells, (node.id,), icon="position")

    def _interest_row(self, view: CaseView, edge: Edge) -> Row:
        node = view.nodes[edge.target]
        importance = text_of(edge.fields, "importance")
        weight = self._choice("importance", importance) if importance else ""
        told = self._told(node.origin, edge)
        cells = (self._level(view, edge.target), Cell(), told, self._confirmed(view, edge), Cell(weight))
        return Row(f"{edge.source} {node.id}", node.title, cells, (node.id,), icon="interest")

    def _inferred_row(self, view: CaseView, actor: NodeId, interest: NodeId) -> Row:
        told = Cell(self.tr("Afgeleid uit een positie: nog niet gezegd"), tint=Tint.DOUBT)
        cells = (self._level(view, interest), Cell(), told, self._box(view, actor, interest), Cell())
        return Row(f"{actor} {interest}", view.nodes[interest].title, cells, (interest,), icon="interest")

    def _level(self, view: CaseView, interest: NodeId) -> Cell:
        level = text_of(view.nodes[interest].fields, "level")
        kind = self.session.words.term("kind.interest")
        if not level:
            return Cell(kind)
        words = self.tr("%1: %2").replace("%1", kind).replace("%2", self._choice("level", level).lower())
        return Cell(words, tint=Tint.PUBLIC if level == "public" else Tint.NONE)

    def _told(self, origin: str, edge: Edge) -> Cell:
        words = self._choice("origin", origin)
        if is_second_hand(edge):
            return Cell(self.tr("%1, van horen zeggen").replace("%1", words), tint=Tint.DOUBT)
        return Cell(words)

    def _confirmed(self, view: CaseView, edge: Edge) -> Cell:
        return self._box(view, edge.source, edge.target, is_confirmed=flag_of(edge.fields, "confirmed"))

    def _box(self, view: CaseView, actor: NodeId, item: NodeId, *, is_confirmed: bool = False) -> Cell:
        words, tint = (self.tr("Ja"), Tint.GOOD) if is_confirmed else (self.tr("Nog niet"), Tint.NONE)
        hint = self.tr("Vink aan wat %1 zelf heeft bevestigd: klik of druk op de spatiebalk.")
        tip = hint.replace("%1", view.nodes[actor].title)
        return Cell(words, (actor, item), tint, tip, is_ticked=is_confirmed)

    def _choice(self, vocabulary: str, value: str) -> str:
        return self.session.words.term(f"choice.{vocabulary}.{value}")

    # --- between actors -----------------------------------------------------------------------------------------------

    def _read_map(self, view: CaseView) -> Grid:
        found = between(view)
        actors = [one.actor for one in actors_with_interests(view)]
        aiming = {actor for pair in found for actor in pair}
        known = [*actors, *sorted(aiming - set(actors))]
        shown = known[:MOST_ACROSS]
        columns = tuple(Column(one, view.nodes[one].title, nodes=(one,)) for one in shown)
        rows = (
            Row(one, view.nodes[one].title, tuple(self._meeting(view, found, one, other) for other in shown), (one,))
            for one in shown
        )
        return Grid(
            corner(self.tr("Partij"), known, self.session.words), columns, tuple(rows) if len(shown) > 1 else ()
        )

    def _meeting(
        self, view: CaseView, found: Mapping[tuple[NodeId, NodeId], Between], one: NodeId, other: NodeId
    ) -> Cell:
        if one == other:
            return Cell(nodes=(one,), tint=Tint.NEVER)
        pair = found.get((one, other)) or found.get((other, one))
        if pair is None:
            return Cell(nodes=(one, other))
        words = self.session.words
        told = [
            words.text(f"insight.between.{name}", count=len(items))
            for name, items in (
                ("shared", (*pair.shared, *pair.goals)),
                ("conflicting", pair.conflicting),
                ("means", pair.means),
                ("complementary", pair.complementary),
            )
            if items
        ]
        tip = f"{words.text(f'insight.relation.{pair.relation}')}\n{titles(view, pair.nodes)}"
        return Cell("\n".join(told), (one, other, *pair.nodes), _TINTS[pair.relation], tip)

    def _read_pairs(self, view: CaseView) -> Grid:
        columns = (
            Column("shared", self.tr("Belangen die zij delen"), width=30),
            Column("goals", self.tr("Doelen die zij delen"), width=24),
            Column("means", self.tr("Oneens over het middel"), width=30),
            Column("conflicting", self.tr("Wat botst"), width=30),
            Column("complementary", self.tr("Wat elkaar aanvult"), width=30),
        )
        rows: list[Row] = []
        pairs = between(view).values()
        for relation in Relation:
            of_relation = [pair for pair in pairs if pair.relation is relation]
            if of_relation:
                title = self.session.words.text(f"insight.relation.{relation}")
                rows.append(Row(relation, f"{title} ({len(of_relation)})"))
                rows += [self._pair_row(view, pair) for pair in of_relation]
        return Grid(self.tr("Twee partijen"), columns, tuple(rows), LIST_LINES)

    def _pair_row(self, view: CaseView, pair: Between) -> Row:
        differing = tuple(dict.fromkeys(one for both in pair.means for one in both))
        title = "\n".join(shortened(view.nodes[one].title) for one in (pair.first, pair.second))
        cells = (
            naming(view, pair.shared, Tint.GOOD),
            naming(view, pair.goals, Tint.GOOD),
            naming(view, differing, Tint.DOUBT),
            _effects(view, pair.conflicting, Tint.BAD),
            _effects(view, pair.complementary, Tint.WORD),
        )
        return Row(f"{pair.first} {pair.second}", title, cells, (pair.first, pair.second))


def _effects(view: CaseView, edges: Iterable[Edge], tint: Tint) -> Cell:
    """Show what positions do to interests: each as position and interest."""
    told, nodes = [], []
    for edge in edges:
        told.append(f"{view.nodes[edge.source].title} → {view.nodes[edge.target].title}")
        nodes += [edge.source, edge.target]
    return Cell("\n".join(told), tuple(dict.fromkeys(nodes)), tint if told else Tint.NONE)
