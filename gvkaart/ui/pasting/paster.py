"""Copying, cutting and pasting in one window, and what is dropped on its map."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, assert_never, cast

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QCursor, QGuiApplication
from shiboken6 import isValid

from gvkaart.domain import map_edits
from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.text import clean_line
from gvkaart.exchange.clipping import Clip, cut_out, equals
from gvkaart.exchange.report import CaseFileError, sentence
from gvkaart.ui.asking import CANCEL, Choice, ask, tell
from gvkaart.ui.dropped import paths_in
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import pasting
from gvkaart.ui.operations.placing import Ground, Spot
from gvkaart.ui.pasting import clipboard
from gvkaart.ui.pasting.files import HANDLING, Handling, handling_of

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow
    from gvkaart.ui.sources.view import SourcesView

_MOST_PROBLEMS = 5
_LONGEST_NOTES = 200_000
"""Bytes of a file with notes; a longer one is no list of items."""


class Paster(QObject):
    """Takes items out of a window and brings them in."""

    def __init__(self, window: "MainWindow") -> None:
        """Work on the map of a window."""
        super().__init__(window)
        self._window, self._session = window, window.session
        self._draft, self._kind = "", "note"

    # --- out ----------------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the selected items on the clipboard, with the relations among them."""
        session = self._session
        if not session.selection:
            return
        clip = self._clip(session.selection)
        clipboard.copy(clip, self.tr("Gekopieerd uit gvkaart"))
        said = self.tr("Gekopieerd: %1.").replace("%1", str(len(clip.nodes)))
        if clip.private:
            note = self.tr("Alleen intern: %1. Dat plakt u alleen binnen gvkaart; het staat niet in de tekst.")
            said = f"{said} {note.replace('%1', str(clip.private))}"
        self._window.say(said)

    def cut(self) -> None:
        """Copy the selected items and take them off the map; they stay in the document until somebody removes them."""
        going = self._session.selection_on_map
        if going:
            self.copy()
            if map_operations.take_off(self._session, going):
                self._window.say(
                    self.tr("Van deze kaart gehaald. Ctrl+V zet ze op een kaart; Ctrl+Z draait het terug.")
                )

    def duplicate(self) -> None:
        """Add copies of the selected items, beside them."""
        selection = self._session.selection_on_map
        if selection:
            self._duplicate(self._clip(selection), self._beside(selection))

    def _clip(self, nodes: Iterable[NodeId]) -> Clip:
        """Remember items as they are now, also where they stand without a place in the document."""
        session, items = self._session, self._window.map_view.canvas.content.nodes
        wanted, placed = tuple(nodes), session.view.placements
        shown = {
            node: (round(items[node].x), round(items[node].y))
            for node in wanted
            if node in items and node in placed and placed[node].x is None
        }
        graph = session.graph
        graph = graph.with_changes(map_edits.move(graph, session.map_id, shown, by_hand=False)) if shown else graph
        return Clip(self._document, graph, session.map_id, wanted)

    @property
    def _document(self) -> str:
        return f"{self._session.document.uuid}/{id(self._session.opened)}"

    # --- in -----------------------------------------------------------------------------------------------------------

    def paste(self) -> None:
        """Bring in what is on the clipboard: under the pointer, or in the middle of what is seen."""
        data = QGuiApplication.clipboard().mimeData() or QMimeData()  # type: ignore[truthy-bool]  # None when empty
        if not self.take(data, self._where()):
            self._session.problem.emit(
                self.tr("Op het klembord staat niets wat op een kaart kan. Kopieer eerst tekst of items.")
            )

    def can_take(self, data: QMimeData) -> bool:
        """Tell whether something can be brought in."""
        return data.hasFormat(clipboard.CLIP_TYPE) or data.hasText() or bool(paths_in(data))

    def take(self, data: QMimeData, at: Spot) -> bool:
        """Bring in what was pasted or dropped; tell whether there was anything."""
        if (clip := clipboard.held(data)) is not None:
            self._take_clip(clip, at)
        elif paths := paths_in(data):
            self._take_files(paths, at)
        elif data.hasText() and clean_line(data.text()):
            self.take_text(data.text(), at, data.html())
        else:
            return False
        return True

    def take_text(self, text: str, at: Spot, page: str = "") -> None:
        """Bring in a case file, or part of one; all other text becomes items line by line, after a preview.

        Args:
            text: what was pasted or dropped.
            at: where it comes.
            page: the same as HTML, from programs that give both.
        """
        from gvkaart.exchange.pasted_text import is_case, read_pasted_case

        if not is_case(text):
            self._ask_outline(self._as_notes(text, page), at)
            return
        try:
            copied = read_pasted_case(text)
        except CaseFileError as error:
            self._tell_problems(error)
        else:
            self._merge(copied, at)
            self._tell_left_out(copied)

    def _as_notes(self, text: str, page: str) -> str:
        from gvkaart.ui.pasting.as_notes import as_notes
        from gvkaart.ui.pasting.text_field import LONGEST

        short = len(text) <= LONGEST
        return as_notes(text, page, self._session.words) if short else text

    def _tell_left_out(self, copied: Graph) -> None:
        """Say that a text held more than items: that belongs to a map as a whole, and this map has its own."""
        there = {round_.title for round_ in self._session.graph.rounds_of(self._session.map_id)}
        rounds = any(round_.title not in there for round_ in copied.rounds.values())
        if rounds or copied.set_aside or copied.layouts or any(map_.fields for map_ in copied.maps.values()):
            self._window.say(
                self.tr(
                    "Alleen items en relaties zijn geplakt. Bestand, Casusbestand invoegen neemt de hele kaart mee."
                )
            )

    def ask_text(self) -> None:
        """Ask for a text and make items of it."""
        if self._ask_outline(self._draft, self._where()):
            self._draft = ""

    def _ask_outline(self, text: str, at: Spot) -> bool:
        """Show what a text becomes, and make that when the user agrees; what was typed is kept for the next time."""
        from gvkaart.ui.pasting.outline_dialog import OutlineDialog
        from gvkaart.ui.pasting.text_field import LONGEST

        if len(text) > LONGEST:
            self._too_long(len(text))
            return False
        dialog = OutlineDialog(self._session, text, self._kind, self._window)
        agreed = bool(dialog.exec())
        if not isValid(dialog):
            return False  # it went with its window
        self._draft, self._kind = dialog.typed, dialog.kind
        rows = dialog.rows
        dialog.deleteLater()
        if not agreed:
            return False
        found = pasting.build(self._session, rows, self._ground(at))
        self._show(found)
        return bool(found)

    def _too_long(self, length: int) -> None:
        sentence_ = self.tr("Deze tekst is te lang om items van te maken (%1 tekens). Kopieer hem in delen.")
        self._session.problem.emit(sentence_.replace("%1", str(length)))

    def _take_clip(self, clip: Clip, at: Spot) -> None:
        if clip.document != self._document or not any(node in self._session.graph.nodes for node in clip.nodes):
            self._merge(cut_out(clip), at)
        elif found := pasting.place_again(self._session, clip, self._ground(at)):
            self._show(found)
        else:
            self._duplicate(clip, at)

    def _duplicate(self, clip: Clip, at: Spot) -> None:
        self._show(pasting.duplicate(self._session, clip, self._ground(at), self.tr("(kopie)")))

    def _merge(self, copied: Graph, at: Spot) -> None:
        joins = self._ask_joins(copied)
        if joins is not None:
            self._show(pasting.paste(self._session, copied, self._ground(at), joins))

    def _ask_joins(self, copied: Graph) -> Mapping[NodeId, NodeId] | None:
        """Ask what to do with items that are here already; None to stop."""
        same = equals(self._session.graph, copied)
        if not same:
            return {}
        text = self.tr(
            "Bestaat al: %1 van de %2 items, met dezelfde soort en titel. Samenvoegen: die krijgen erbij wat er nog "
            "niet stond, en wat er staat blijft staan. Anders komen ze er een tweede keer bij."
        )
        chosen = ask(
            self._window,
            self.tr("Samenvoegen met wat er al is?"),
            text.replace("%1", str(len(same))).replace("%2", str(len(copied.nodes))),
            Choice("join", self.tr("Samenvoegen")),
            Choice("anew", self.tr("Als nieuwe items")),
            Choice(CANCEL, self.tr("Annuleren")),
        )
        if chosen == CANCEL:
            return None
        return same if chosen == "join" else {}

    def _tell_problems(self, error: CaseFileError) -> None:
        lines = [sentence(problem, self._session.words) for problem in error.problems]
        more = "\n".join(lines) if len(lines) > _MOST_PROBLEMS else ""
        title = self.tr("Deze tekst is een casusbestand waar iets niet klopt")
        tell(self._window, title, "\n\n".join(lines[:_MOST_PROBLEMS]), more)

    # --- files --------------------------------------------------------------------------------------------------------

    def _take_files(self, paths: Iterable[Path], at: Spot) -> None:
        handled = [(path, handling_of(path)) for path in paths]
        for path, handling in handled:
            self._take_file(path, handling, at)
        if sources := [path for path, handling in handled if handling is Handling.SOURCE]:
            self._take_sources(sources)

    def _take_sources(self, paths: Sequence[Path]) -> None:
        """Make sources of texts, all at once, and look at them."""
        cast("SourcesView", self._window.views.show_view("sources")).incoming.read_files(paths)

    def _take_file(self, path: Path, handling: Handling, at: Spot) -> None:
        match handling:
            case Handling.DOCUMENT:
                self._window.desk.open(path)
            case Handling.CASE:
                from gvkaart.ui.case_files import CaseFiles

                CaseFiles(self._session, self._window).import_case(path)
            case Handling.NOTES:
                self._read(path, lambda text: self._ask_outline(text, at))
            case Handling.SOURCE:
                pass  # all of them together
            case Handling.UNKNOWN:
                known = ", ".join(HANDLING)
                refusal = self.tr("%1 kan niet op de kaart. Wel: %2. Of kopieer de tekst en plak die.")
                self._session.problem.emit(refusal.replace("%1", path.name).replace("%2", known))
            case _:
                assert_never(handling)

    def _read(self, path: Path, then: Callable[[str], object]) -> None:
        """Read a file with notes, and go on with its text; say so when it cannot be read."""
        from gvkaart.exchange.decoding import decoded

        try:
            if (size := path.stat().st_size) > _LONGEST_NOTES:
                self._too_long(size)
                return
            text = decoded(path.read_bytes())
        except OSError:
            self._session.problem.emit(self.tr("%1 kan niet worden geopend.").replace("%1", path.name))
        except CaseFileError as error:
            said = "; ".join(sentence(problem, self._session.words) for problem in error.problems)
            self._session.problem.emit(f"{path.name}: {said}")
        else:
            then(text)

    # --- where --------------------------------------------------------------------------------------------------------

    def _ground(self, at: Spot) -> Ground:
        self._window.map_view.catch_up()
        items = self._window.map_view.canvas.content.nodes
        boxes = {key: item.bounds for key, item in items.items()}
        return Ground(self._session.map_id, boxes, at, self._session.words)

    def _where(self) -> Spot:
        """Return where the pointer is on the map, or else the middle of what is seen of it."""
        canvas = self._window.map_view.canvas
        pointer = canvas.mapFromGlobal(QCursor.pos())
        at = pointer if canvas.underMouse() else canvas.rect().center()
        x, y = canvas.view.to_canvas(at.x(), at.y())
        return round(x), round(y)

    def _beside(self, nodes: Iterable[NodeId]) -> Spot:
        items = self._window.map_view.canvas.content.nodes
        found = [items[node] for node in nodes if node in items]
        if not found:
            return self._where()
        return round(sum(one.x for one in found) / len(found)), round(sum(one.y for one in found) / len(found))

    def _show(self, found: Iterable[NodeId]) -> None:
        """Bring what came in into view, and put the keyboard on the map."""
        if nodes := tuple(found):
            self._window.map_view.bring_into_view(nodes)
            self._window.map_view.canvas.setFocus()
