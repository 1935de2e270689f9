"""What the view of concepts shows in rows and columns: meanings, what hangs on them, shared terms, and candidates."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject

from gvkaart.analysis.concept_base import Hanging, Term
from gvkaart.analysis.terms import Word, words_of
from gvkaart.analysis.terms.candidates import Candidate
from gvkaart.analysis.vocabularies import Agreement, FrameMeaning, SharedTerm
from gvkaart.domain.derived import CaseView, Status, text_of, texts_of
from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.cells import titles
from gvkaart.ui.insight.grid import LIST_LINES, Cell, Column, Grid, Row, Tint
from gvkaart.words import Words

_MOST_FRAMES: Final = 12
"""So many frames have a column of their own; with more, nobody could read the table."""
_STATED: Final = ("fact", "problem")
_STATUS_TINTS: Final = {Status.DISPUTED: Tint.BAD, Status.SHARED: Tint.GOOD, Status.SETTLED: Tint.GOOD}
_AGREEMENT_TINTS: Final = {Agreement.DIFFERENT: Tint.BAD, Agreement.MISSING: Tint.DOUBT, Agreement.EQUAL: Tint.NONE}


class ConceptGrids(QObject):
    """Makes the grids of the view of concepts."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Say everything in the language of `words`."""
        super().__init__(parent)
        self._words = words

    # --- meanings -----------------------------------------------------------------------------------------------------

    def names(self, view: CaseView, term: Term) -> Mapping[NodeId, str]:
        """Return by what one tells the meanings of a term apart: the frame, or else who means it; each name once."""
        names: dict[NodeId, str] = {}
        for number, meaning in enumerate(term.meanings, 1):
            who = meaning.actors or meaning.reported
            name = meaning.frame or ", ".join(view.nodes[one].title for one in who)
            names[meaning.concept] = name or self.tr("Betekenis %1").replace("%1", str(number))
        counts = Counter(names.values())
        return {
            concept: f"{name} ({number})" if counts[name] > 1 else name
            for number, (concept, name) in enumerate(names.items(), 1)
        }

    def comparison(self, relation: str) -> str:
        """Return in plain words how a meaning stands to another."""
        return self._words.text(f"insight.comparison.{relation or 'none'}")

    def field(self, name: str) -> str:
        """Return what a field of a concept is called."""
        return self._words.term(f"field.{name}")

    def meanings(self, view: CaseView, terms: Iterable[Term]) -> Grid:
        """Put terms with their meanings in rows, as a table for a report."""
        fields = ("definition", "plain", "criteria", "example", "scope_note")
        columns = (
            Column("who", self.tr("Wie bedoelt dit?")),
            *(Column(name, self.field(name)) for name in fields),
            Column("compared", self.tr("Hoe het zich verhoudt")),
        )
        rows: list[Row] = []
        for term in terms:
            rows.append(Row(term.concepts[0], term.title))
            names = self.names(view, term)
            for meaning in term.meanings:
                node = view.nodes[meaning.concept]
                texts = ("\n".join(texts_of(node.fields, one)) or text_of(node.fields, one) for one in fields)
                who = titles(view, (*meaning.actors, *meaning.reported))
                cells = (Cell(who), *map(Cell, texts), Cell(self._compared(term, names, meaning.concept)))
                rows.append(Row(meaning.concept, names[meaning.concept], cells, (meaning.concept,)))
        return Grid(self.tr("Woord en kader"), columns, tuple(rows))

    def _compared(self, term: Term, names: Mapping[NodeId, str], concept: NodeId) -> str:
        return "\n".join(
            f"{self.comparison(relation)} {names[one.second]}"
            for one in term.comparisons
            if one.first == concept
            for relation in one.relations
        )

    # --- what hangs on a term -----------------------------------------------------------------------------------------

    def hanging(self, view: CaseView, term: Term | None) -> Grid:
        """Put what hangs on a term in rows; nothing without a term."""
        columns = (
            Column("kind", self.tr("Wat het is"), width=14),
            Column("meaning", self.tr("Met welke betekenis?"), width=24),
            Column("status", self.tr("Stand"), width=16),
            Column("standing", self.tr("Wie staat erachter?"), width=24),
            Column("disputing", self.tr("Wie betwist het?"), width=24),
        )
        names = self.names(view, term) if term is not None else {}
        rows = (self._hanging_row(view, names, one) for one in (term.hanging if term is not None else ()))
        return Grid(self.tr("Item"), columns, tuple(rows), LIST_LINES)

    def _hanging_row(self, view: CaseView, names: Mapping[NodeId, str], one: Hanging) -> Row:
        node = view.nodes[one.item]
        told = []
        for edge in one.edges:
            framed = self.tr("Heet hier zo: %1").replace("%1", names[edge.target])
            told.append(framed if edge.relation == "framed_as" else names[edge.target])
        meaning = Cell("\n".join(told), tuple(edge.target for edge in one.edges))
        if not told:
            meaning = Cell(self.tr("Niet gezegd: het woord staat in de titel"), tint=Tint.DOUBT)
        cells = (
            Cell(self._words.term(f"kind.{node.kind}")),
            meaning,
            self._status(view, one.item),
            Cell(titles(view, one.standing), one.standing),
            Cell(titles(view, one.disputing), one.disputing, Tint.BAD if one.disputing else Tint.NONE),
        )
        return Row(one.item, node.title, cells, (one.item,), icon=node.kind)

    def _status(self, view: CaseView, item: NodeId) -> Cell:
        if view.nodes[item].kind not in _STATED:
            return Cell()
        status = view.status(item)
        return Cell(self._words.text(f"insight.status.{status}"), tint=_STATUS_TINTS.get(status, Tint.NONE))

    # --- shared terms -------------------------------------------------------------------------------------------------

    def shared(self, view: CaseView, terms: Sequence[SharedTerm]) -> Grid:
        """Put terms that frames share in rows, the frames in columns; what is defined differently comes first."""
        written = _frames(terms)
        counts = Counter(_frames_of(terms))
        frames = sorted(counts, key=lambda frame: (-counts[frame], written[frame].casefold()))[:_MOST_FRAMES]
        columns = [Column("frames", self.tr("In welke kaders?"), width=24)]
        columns += [Column(" ".join(frame), written[frame], width=30) for frame in frames]
        has_more = len(written) > len(frames)
        if has_more:
            columns.append(Column("more", self.tr("Ook in"), width=30))
        rows: list[Row] = []
        for agreement in Agreement:
            if found := [term for term in terms if term.agreement is agreement]:
                heading = self._words.text(f"insight.agreement.{agreement}")
                rows.append(Row(agreement, f"{heading} ({len(found)})"))
                rows += [self._shared_row(view, term, frames, has_more=has_more) for term in found]
        return Grid(self.tr("Woord"), tuple(columns), tuple(rows), LIST_LINES)

    def _shared_row(self, view: CaseView, term: SharedTerm, frames: Sequence[Word], *, has_more: bool) -> Row:
        of_frame: dict[Word, list[FrameMeaning]] = {}
        for meaning in term.meanings:
            of_frame.setdefault(words_of(meaning.frame), []).append(meaning)
        names = "\n".join(dict.fromkeys(one.frame for one in term.meanings))
        cells = [Cell(names, tip=names), *(self._definitions(term, of_frame.get(frame, ())) for frame in frames)]
        if has_more:
            rest = [one for frame, meanings in of_frame.items() if frame not in frames for one in meanings]
            told = "\n".join(dict.fromkeys(one.frame for one in rest))
            tip = "\n".join(f"{one.frame}: {one.definition or self._undefined()}" for one in rest)
            cells.append(Cell(told, tuple(one.concept for one in rest), tip=tip))
        nodes = tuple(one.concept for one in term.meanings if one.concept in view.graph.nodes)
        return Row(f"{term.term} {nodes[0]}", term.term, tuple(cells), nodes, icon="concept")

    def _definitions(self, term: SharedTerm, meanings: Sequence[FrameMeaning]) -> Cell:
        if not meanings:
            return Cell()
        told = "\n".join(one.definition or self._undefined() for one in meanings)
        is_missing = not any(one.definition for one in meanings)
        tint = Tint.DOUBT if is_missing else _AGREEMENT_TINTS[term.agreement]
        if term.agreement is Agreement.MISSING and not is_missing:
            tint = Tint.NONE
        return Cell(told, tuple(one.concept for one in meanings), tint, tip=told)

    def _undefined(self) -> str:
        return self.tr("Nog niet omschreven")

    # --- candidates ---------------------------------------------------------------------------------------------------

    def candidates(self, view: CaseView, found: Iterable[Candidate]) -> Grid:
        """Put words that parties use and nobody described in rows."""
        columns = (
            Column("count", self.tr("Hoeveel partijen"), width=12),
            Column("actors", self.tr("Wie gebruikt het woord?"), width=32),
            Column("items", self.tr("Waar?"), width=50),
            Column("forms", self.tr("Zo staat het er"), width=24),
        )
        rows = (
            Row(
                one.word,
                one.word,
                (
                    Cell(str(len(one.actors)), one.actors),
                    Cell(titles(view, one.actors), one.actors, tip=titles(view, one.actors)),
                    Cell(titles(view, one.items), one.items, tip=titles(view, one.items)),
                    Cell(", ".join(one.forms)),
                ),
                one.items,
            )
            for one in found
        )
        return Grid(self.tr("Woord"), columns, tuple(rows), LIST_LINES)


def _frames_of(terms: Iterable[SharedTerm]) -> Iterable[Word]:
    """Return the frames of terms, as often as they share one."""
    return (frame for term in terms for frame in {words_of(one.frame) for one in term.meanings})


def _frames(terms: Iterable[SharedTerm]) -> Mapping[Word, str]:
    """Return the frames that share terms, as they are written."""
    written: dict[Word, str] = {}
    for term in terms:
        for one in term.meanings:
            written.setdefault(words_of(one.frame), one.frame)
    return written
