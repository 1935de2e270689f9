"""Pieces of the puzzle: which information lies with whom, and what nobody has put together."""

from gvkaart.analysis.puzzle import Part, Picture, Piece, Puzzle, puzzle
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.cells import MOST_ACROSS, corner, titles
from gvkaart.ui.insight.grid import LIST_LINES, Cell, Column, Grid, Row, Tint
from gvkaart.ui.insight.grid_view import GridView, Read
from gvkaart.ui.insight.tabbed_page import TabbedPage
from gvkaart.ui.session import Session


class PuzzlePage(TabbedPage):
    """What lies apart, and every piece with who has it."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Read when first seen."""
        super().__init__(session, checker, "puzzle")
        self.describe(
            self.tr("Puzzelstukken"),
            self.tr("Wie heeft welke informatie? Soms is alles er al, maar legt niemand de stukken bij elkaar."),
        )
        self.pictures = self._grid("picture-grid", self.tr("Nog niet bij elkaar gelegd"), self._read_pictures)
        self.pieces = self._grid("piece-grid", self.tr("Wie heeft wat"), self._read_pieces)
        self.show_sheets(self.pictures, self.pieces)

    def _grid(self, name: str, title: str, read: Read) -> GridView:
        empty = self.tr(
            "Hier staan straks stukken informatie die bij elkaar horen, maar bij verschillende partijen liggen. "
            "Zet feiten op de kaart met wie ze stelt, en zeg wat ze onderbouwen."
        )
        return self.joined(GridView(self.session, name, title, empty, read))

    # --- what lies apart ----------------------------------------------------------------------------------------------

    def _read_pictures(self, view: CaseView) -> Grid:
        columns = (
            Column("who", self.tr("Bij wie ligt het?"), width=34),
            Column("nearest", self.tr("Wie heeft het meest?"), width=26),
            Column("lacking", self.tr("Wat mist die nog?"), width=40),
        )
        rows: list[Row] = []
        for picture in puzzle(view).pictures:
            rows += self._picture_rows(view, picture)
        return Grid(self.tr("Waar het om gaat, en de stukken"), columns, tuple(rows), LIST_LINES)

    def _picture_rows(self, view: CaseView, picture: Picture) -> list[Row]:
        target = view.nodes[picture.target]
        kind = self.session.words.term(f"kind.{target.kind}")
        heading = self.tr("%1: %2").replace("%1", kind).replace("%2", target.title)
        rows = [Row(target.id, heading, nodes=(target.id,))]
        for part, actors in picture.holders.items():
            holders = tuple(sorted(actors, key=lambda one: view.nodes[one].title.casefold()))
            cells = (Cell(titles(view, holders), (part.item, *holders)), Cell(), Cell())
            rows.append(self._part_row(view, target.id, part, cells))
        first = rows[1]
        rows[1] = Row(
            first.key, first.title, (first.cells[0], *self._nearest(view, picture)), first.nodes, icon=first.icon
        )
        return rows

    def _part_row(self, view: CaseView, target: NodeId, part: Part, cells: tuple[Cell, ...]) -> Row:
        node = view.nodes[part.item]
        title = node.title
        if part.sender is not None:
            title = self.tr("%1 (deel van %2)").replace("%1", title).replace("%2", view.nodes[part.sender].title)
        return Row(f"{target} {part.item} {part.sender or ''}", title, cells, (node.id,), icon=node.kind)

    def _nearest(self, view: CaseView, picture: Picture) -> tuple[Cell, Cell]:
        missing = dict.fromkeys(part.item for actor in picture.nearest[:1] for part in picture.lacked_by(actor))
        return (
            Cell(titles(view, picture.nearest), picture.nearest, Tint.GOOD),
            Cell(titles(view, tuple(missing)), tuple(missing), Tint.DOUBT),
        )

    # --- every piece --------------------------------------------------------------------------------------------------

    def _read_pieces(self, view: CaseView) -> Grid:
        found = puzzle(view)
        known = _actors(view, found)
        actors = known[:MOST_ACROSS]
        columns = tuple(Column(one, view.nodes[one].title, nodes=(one,)) for one in actors)
        rows = (self._piece_row(view, piece, actors) for piece in found.pieces)
        return Grid(
            corner(self.tr("Stuk informatie"), known, self.session.words), columns, tuple(rows) if actors else ()
        )

    def _piece_row(self, view: CaseView, piece: Piece, actors: list[NodeId]) -> Row:
        node = view.nodes[piece.item]
        cells = tuple(self._having(view, piece, actor) for actor in actors)
        return Row(node.id, node.title, cells, (node.id,), icon=node.kind)

    def _having(self, view: CaseView, piece: Piece, actor: NodeId) -> Cell:
        nodes = (piece.item, actor)
        through = titles(view, piece.matters.get(actor, ()))
        if actor in piece.holders:
            return Cell(self.tr("Heeft het"), nodes, Tint.GOOD, through)
        if any(edge.source == actor for edge in piece.disputing):
            return Cell(self.tr("Betwist het"), nodes, Tint.BAD, through)
        if any(edge.source == actor for edge in piece.unaware):
            told = self.tr("Weet het niet, is wel van belang") if through else self.tr("Weet het niet")
            return Cell(told, nodes, Tint.DOUBT, through)
        return Cell(self.tr("Is van belang") if through else "", nodes, Tint.WORD if through else Tint.NONE, through)


def _actors(view: CaseView, found: Puzzle) -> list[NodeId]:
    """Return who has, disputes, does not know or needs any piece: those at the table first."""
    known: set[NodeId] = set()
    for piece in found.pieces:
        known |= piece.holders | piece.matters.keys()
        known |= {edge.source for edge in (*piece.disputing, *piece.unaware)}
    return sorted(known, key=lambda one: (one not in view.at_table, view.nodes[one].title.casefold(), one))
