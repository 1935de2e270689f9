"""Places for nodes: those the document knows, and a layout in a worker for those it does not."""

from collections.abc import Container, Mapping
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gvkaart.domain.entities import NodeId, Placement
from gvkaart.picture.case import scene_of
from gvkaart.picture.placing import Centres, layout_request, placed
from gvkaart.ui.background import Background
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.session import Session

if TYPE_CHECKING:
    from gvkaart.layout import LayoutResult


class Arranger(QObject):
    """Knows where every node of the map in view stands.

    Nodes that came without a place get one for as long as the document is open; a place is kept in the document when a
    person moves something or asks for a layout.
    """

    provided = Signal()
    """Nodes without a place have one now."""
    busy_changed = Signal(bool)
    """A layout began or ended."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow a session."""
        super().__init__(parent)
        self._session = session
        self._provisional: Centres = {}
        self._sources: tuple[Mapping[NodeId, Placement], Centres] | None = None
        """What the known centres were put together from."""
        self._centres: Centres = {}
        self._cancel = Event()
        self._keeps = False
        self._fixed: Centres = {}
        self._background = Background["LayoutResult"](self._arrived, self._failed)
        self._map = session.map_id
        session.view_changed.connect(self._follow_view)

    @property
    def centres(self) -> Centres:
        """Where the nodes stand; nodes that still wait for a place are not in it.

        The same object as long as no place changed.
        """
        view, provisional = self._session.view, self._provisional
        if self._sources is None or self._sources[0] is not view.placements or self._sources[1] is not provisional:
            self._sources = view.placements, provisional
            self._centres = {**provisional, **placed(view)}
        return self._centres

    def provide(self) -> None:
        """Find places for the nodes that have none, around those that do."""
        if not self._background.busy and self._session.view.nodes.keys() - self.centres.keys():
            self._lay_out(self.centres, keeps=False)

    def arrange(self, *, everything: bool) -> None:
        """Lay the map out anew and keep that: all of it, or all that was not placed by hand."""
        placements = self._session.view.placements
        fixed = () if everything else {node for node, placement in placements.items() if placement.by_hand}
        self._lay_out(self._kept(fixed), keeps=True)

    def move(self, centres: Centres) -> None:
        """Move nodes by hand; places that were provisional until now are kept with them.

        A layout under way ends: it began from where things no longer are.
        """
        self._stop()
        map_operations.move(self._session, centres, self._provisional)
        self._provisional = {}

    def cancel(self) -> None:
        """Stop the layout under way; everything stays where it is."""
        self._cancel.set()

    def close(self) -> None:
        """Stop, and wait for the layout under way."""
        self.cancel()
        self._background.close()

    def _follow_view(self) -> None:
        """Places belong to a map: those of another map, and a layout of it that is under way, do not count here."""
        if self._session.map_id == self._map:
            return
        self._map = self._session.map_id
        self._provisional = {}
        self._stop()

    def _stop(self) -> None:
        if self._background.busy:
            self.cancel()
            self._background.drop()
            self.busy_changed.emit(False)

    def _kept(self, fixed: Container[NodeId]) -> Centres:
        return {node: centre for node, centre in placed(self._session.view).items() if node in fixed}

    def _lay_out(self, fixed: Centres, *, keeps: bool) -> None:
        session, self._keeps, self._fixed = self._session, keeps, fixed
        view, words = session.view, session.words
        everywhere = dict.fromkeys(view.nodes, (0, 0))
        self.cancel()
        self._cancel = cancel = Event()
        self.busy_changed.emit(True)

        def job() -> "LayoutResult":
            from gvkaart.layout import lay_out

            request = layout_request(view, scene_of(view, words, everywhere), words, fixed)
            return lay_out(request, cancelled=cancel.is_set)

        self._background.run(job)

    def _arrived(self, result: "LayoutResult") -> None:
        self.busy_changed.emit(False)
        on_map = self._session.view.placements
        centres = {NodeId(node): centre for node, centre in result.centres.items() if node in on_map}
        if self._keeps:
            map_operations.arrange(self._session, {n: c for n, c in centres.items() if n not in self._fixed})
        else:
            self._provisional = centres
            self.provided.emit()

    def _failed(self, error: BaseException) -> None:
        self.busy_changed.emit(False)
        from gvkaart.layout import LayoutCancelled

        if not isinstance(error, LayoutCancelled):
            raise error
