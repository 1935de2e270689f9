"""The session: one window on an open document, what is looked at and selected there, and the one way it changes.

Views read from the session and listen to its signals; they never write and never talk to each other. What a user does
is a function in `gvkaart.ui.operations`, which hands the session the changes to make.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gvkaart import assets
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import only_map
from gvkaart.domain.entities import Edge, EdgeKey, MapId, NodeId, Placement, RoundId
from gvkaart.domain.errors import EnvironmentProblem, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.operations import BEGINNINGS, Op
from gvkaart.store import Step
from gvkaart.ui.known_terms import KnownTerms
from gvkaart.ui.opened import Opened
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.analysis.catalogue import Catalogue
    from gvkaart.analysis.explaining import Explanation


class Session(QObject):
    """One window on an open document."""

    changed = Signal(object)
    """The document changed; carries the `ChangeSet`. Sent once for every action, undo and redo."""
    selection_changed = Signal()
    explained_changed = Signal()
    """Other items stand or fall than before, or for other reasons: see `explained`."""
    view_changed = Signal()
    """Another map or another round is looked at."""
    closing = Signal()
    """The window closes: what works beside it must stop."""
    leaving = Signal()
    """What is still being typed must be handed in now: undo, saving or closing follows."""
    saved_changed = Signal()
    """The document was published, or has changes since."""
    problem = Signal(str)
    """Something could not be done: a sentence for the user."""
    told = Signal(str)
    """Something was done that one does not see: a sentence for the user."""
    saved_view_wanted = Signal(str)
    """The map in view is to be looked at as in a saved view: the id of its layout."""
    reading_wanted = Signal(object)
    """A source is to be read: its `NodeId`, or the `EdgeKey` of a citation to read it there."""

    def __init__(self, opened: Opened, words: Words, parent: QObject | None = None) -> None:
        """Look at the first map of a document, in its current round."""
        super().__init__(parent)
        self._opened = opened
        self.document = document = opened.document
        self.words = words
        self.selection: tuple[NodeId, ...] = ()
        self.edge: EdgeKey | None = None
        """The relation that is selected; then no node is."""
        self.map_id = next(iter(document.graph.maps), MapId(""))
        self._on_map: tuple[tuple[NodeId, ...], Mapping[NodeId, Placement], tuple[NodeId, ...]] | None = None
        """What of a selection stands on a map: commands ask for it over and over."""
        self._round: RoundId | None = None
        self._view = CaseView(document.graph, self.map_id)
        self.explained: Mapping[NodeId, Explanation] = {}
        """What becomes of every item with reasons on the map in view, and why; a worker keeps it in step."""
        self.terms = KnownTerms(lambda: document.graph)
        """What is recognised in running text."""
        opened.changed.connect(self._tell)
        opened.saved_changed.connect(self.saved_changed)
        opened.leaving.connect(self.leaving)

    @property
    def graph(self) -> Graph:
        """The document as it is now."""
        return self.document.graph

    @property
    def view(self) -> CaseView:
        """The map as of the round that is looked at."""
        return self._view

    @property
    def round_id(self) -> RoundId | None:
        """The round that is looked at; None while it is the map's own current round."""
        return self._round

    @property
    def map_title(self) -> str:
        """The title of the map in view; empty when there is no map."""
        return self.graph.maps[self.map_id].title if self.map_id in self.graph.maps else ""

    @property
    def undo_step(self) -> Step | None:
        """What `undo` takes back; not the step that began the document: without a map nothing can be done."""
        steps = self.document.steps(2)
        return None if len(steps) == 1 and steps[0].operation in BEGINNINGS else self.document.undo_step

    @property
    def is_untouched(self) -> bool:
        """Whether the document has no file, and nobody did anything in it: what the tour shows is nobody's work."""
        document = self.document
        begin = document.steps(sys.maxsize)[-1:]
        begun = {step.id for step in begin if step.operation in BEGINNINGS} | self._opened.shown_steps
        steps = *document.steps(sys.maxsize), *document.undone_steps(), *document.versions()
        return document.path is None and all(step.id in begun for step in steps)

    @property
    def selection_on_map(self) -> tuple[NodeId, ...]:
        """What of the selection stands on the map in view; a node that was found may stand on no map at all."""
        placements = self.view.placements
        if self._on_map is None or self._on_map[0] is not self.selection or self._on_map[1] is not placements:
            on_map = tuple(node for node in self.selection if node in placements)
            self._on_map = self.selection, placements, on_map
        return self._on_map[2]

    @property
    def has_private(self) -> bool:
        """Whether something that goes along with the map in view, in whatever round, is only for its maker."""
        if self.map_id not in self.graph.maps:
            return False
        whole = only_map(self.graph, self.map_id)
        nodes = any(node.visibility == "private" for node in whole.nodes.values())
        return nodes or any(edge.visibility == "private" for edge in whole.edges.values())

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The catalogue of public values."""
        from gvkaart.analysis.catalogue import read_catalogue

        return read_catalogue(assets.resource_text("publieke-waarden.json"), self.words.language)

    @property
    def opened(self) -> Opened:
        """The open document, for another window on it."""
        return self._opened

    @property
    def is_last(self) -> bool:
        """Whether no other window looks at the document."""
        return self._opened.windows <= 1

    def close(self) -> None:
        """Hear no more of the document: the window closes, and Qt takes its time to delete it."""
        self.closing.emit()
        self.terms.close()
        opened = self._opened
        opened.changed.disconnect(self._tell)
        opened.saved_changed.disconnect(self.saved_changed)
        opened.leaving.disconnect(self.leaving)

    # --- looking ------------------------------------------------------------------------------------------------------

    def select(self, nodes: Iterable[NodeId]) -> None:
        """Select nodes, instead of what was selected; nodes that do not exist drop out."""
        selection = tuple(node for node in dict.fromkeys(nodes) if node in self.graph.nodes)
        if selection != self.selection or self.edge is not None:
            self.leaving.emit()
            self.selection, self.edge = selection, None
            self.selection_changed.emit()

    def select_edge(self, key: EdgeKey) -> None:
        """Select a relation, instead of what was selected; nothing happens when there is none such."""
        if key != self.edge and key in self.graph.edges:
            self.leaving.emit()
            self.selection, self.edge = (), key
            self.selection_changed.emit()

    def look_at_round(self, round_id: RoundId | None) -> None:
        """Look at the map as of another round; None is the map's own current round."""
        if round_id != self._round:
            self._round = round_id
            self._look_again()

    def look_at_map(self, map_id: MapId) -> None:
        """Look at another map of the document, in its current round."""
        if map_id != self.map_id:
            self.map_id, self._round = map_id, None
            self.select(())
            self._look_again()

    def _look_again(self) -> None:
        self._view = CaseView(self.graph, self.map_id, self._round)
        self.view_changed.emit()

    def explain(self, explained: "Mapping[NodeId, Explanation]") -> None:
        """Take in what stands and falls on the map in view; views that tell of it follow."""
        if explained != self.explained:
            self.explained = explained
            self.explained_changed.emit()

    # --- changing -----------------------------------------------------------------------------------------------------

    def attempt(self, operation: Op, propose: Callable[[], ChangeSet], detail: str = "") -> bool:
        """Do what a user asked: propose the changes, make them durable, tell every view.

        What cannot be done becomes a sentence (`problem`); nothing was changed then.

        Returns:
            Whether it was done, also when there was nothing to change.
        """
        try:
            changes = propose()
            if changes:
                self.document.apply(operation, changes, detail)
        except (Rejected, EnvironmentProblem) as error:
            self._complain(error)
            return False
        self._announce(changes)
        return True

    def announce_saved(self) -> None:
        """Tell every window on the document how it stands in its file."""
        self._opened.saved_changed.emit()

    def hand_in(self) -> None:
        """Have what is still being typed handed in, in every window on the document: saving or closing follows."""
        self._opened.leaving.emit()

    def undo(self) -> None:
        """Take the last action back; what was just typed is an action too."""
        self._step(lambda: self.document.undo() if self.undo_step is not None else None)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self.document.redo)

    def go_to(self, step: int) -> bool:
        """Take back, or do again, as many actions as it takes for one to be the last; tell whether it was done.

        What was just typed is an action too: after it nothing that was taken back can be done again.
        """
        undone = self.document.redo_step
        self.hand_in()
        if undone is not None and step >= undone.id and self.document.redo_step is None:
            self.problem.emit(
                self.tr(
                    "Wat u net typte, is bewaard als nieuwe stap. Naar die andere stap kunt u nu niet meer. "
                    "Bekijk die stap, of herstel die als kopie."
                )
            )
            return False
        return self._step(lambda: self.document.go_to(step))

    def name_version(self, title: str) -> bool:
        """Name the present, so that one can return to it; tell whether it was done."""
        self.hand_in()
        return self._keep(lambda: self.document.name_version(title))

    def erase_history(self) -> bool:
        """Forget all that is not in the document any more; tell whether it was done."""
        self.hand_in()
        return self._keep(self.document.erase_history)

    def _keep(self, keep: Callable[[], object]) -> bool:
        """Do what changes the history only."""
        try:
            keep()
        except (Rejected, EnvironmentProblem) as error:
            self._complain(error)
            return False
        finally:
            self.announce_saved()
        return True

    def _step(self, step: Callable[[], ChangeSet | None]) -> bool:
        self.hand_in()
        try:
            changes = step()
        except (Rejected, EnvironmentProblem) as error:
            self._complain(error)
            return False
        self._announce(changes or ChangeSet())
        return True

    def _complain(self, error: Rejected | EnvironmentProblem) -> None:
        """Say what could not be done; after trouble with the disk, look again at what really stands there."""
        self.problem.emit(self.words.error(error))
        if isinstance(error, EnvironmentProblem):
            self._look_again()

    def _announce(self, changes: ChangeSet) -> None:
        """Tell every window on the document, this one among them."""
        if changes:
            self._opened.changed.emit(changes)
            self._opened.saved_changed.emit()

    def _tell(self, changes: ChangeSet) -> None:
        self._follow(changes)
        if (self.map_id, self._round) == (self._view.map_id, self._view.round_id):
            self._view = self._view.after(self.graph, changes)
        else:
            self._view = CaseView(self.graph, self.map_id, self._round)
        self.terms.follow(changes)
        self.changed.emit(changes)

    def _follow(self, changes: ChangeSet) -> None:
        """Let go of a map, a round or a selection that is no longer there."""
        if changes.concerns_maps:
            if self.map_id not in self.graph.maps:
                self.map_id = next(iter(self.graph.maps), MapId(""))
            if self._round not in self.graph.rounds:
                self._round = None
        staying = tuple(node for node in self.selection if node in self.graph.nodes)
        edge = _followed(self.edge, self.graph, changes) if self.edge is not None else None
        if staying != self.selection or edge != self.edge:
            self.selection, self.edge = staying, edge
            self.selection_changed.emit()


def _followed(key: EdgeKey, graph: Graph, changes: ChangeSet) -> EdgeKey | None:
    """Return under what key a selected edge goes on: another beginning or relation makes it another edge."""
    if key in graph.edges:
        return key
    ends = {key.source, key.target}
    added = [change.entity for change in changes if change.old is None]
    others = [one.key for one in added if isinstance(one, Edge) and {one.source, one.target} == ends]
    return others[0] if len(others) == 1 else None
