"""Places for nodes: those the document knows, and a layout in a worker for those it does not."""

from collections.abc import Mapping
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import LayoutId, MapId, NodeId, Placement, Spot, Value
from gvkaart.domain.operations import Op
from gvkaart.picture.asking import Asked, layout_asked
from gvkaart.picture.placing import Centres, follows, placed, placed_by_hand
from gvkaart.ui.background import Background
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.session import Session

if TYPE_CHECKING:
    from gvkaart.layout import LayoutResult

Arrangement = tuple[MapId, LayoutId | None, Value]
"""A map, the layout in which it is shown (None for its placements), and what that is around."""

_Standing = Mapping[NodeId, Placement] | Mapping[NodeId, Spot]


_NOWHERE: Final[Centres] = {}
"""The places of an arrangement for which none were worked out: always the same object, so that it can be recognised."""


class Arranger(QObject):
    """Knows where every node of the map in view stands, in the arrangement in which it is shown.

    Nodes that came without a place get one for as long as the document is open; a place is kept in the document when a
    person moves something or asks for a layout. In a layout that follows the map only what a person moved is kept:
    all other places are worked out anew whenever something changes that decides them.
    """

    provided = Signal()
    """Nodes without a place have one now."""
    arranged = Signal(object)
    """A layout that was asked for is kept now: what it put somewhere, a tuple of `NodeId`."""
    busy_changed = Signal(bool)
    """A layout began or ended."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Follow a session."""
        super().__init__(parent)
        self._session = session
        self._provisional: dict[Arrangement, Centres] = {}
        self._sources: tuple[_Standing, Centres] | None = None
        """What the known centres were put together from."""
        self._centres: Centres = {}
        self._cancel = Event()
        self._keeps = False
        self._fixed: Centres = {}
        self._asked: dict[Arrangement, Asked] = {}
        """What was asked last for each arrangement."""
        self._seen: CaseView | None = None
        self._under_way: Arrangement | None = None
        self._background = Background["tuple[Asked, LayoutResult | None]"](self._arrived, self._failed)
        session.view_changed.connect(self._follow_view)

    @property
    def arrangement(self) -> Arrangement:
        """What the centres are those of."""
        layout = self._session.view.layout
        if layout is None:
            return self._session.map_id, None, ()
        return self._session.map_id, layout.id, layout.fields.get("around", ())

    @property
    def centres(self) -> Centres:
        """Where the nodes stand; nodes that still wait for a place are not in it.

        The same object as long as no place changed.
        """
        view, provisional = self._session.view, self._provisional.get(self.arrangement, _NOWHERE)
        standing: _Standing = view.placements if view.layout is None else view.graph.spots_in(view.layout.key)
        if self._sources is None or self._sources[0] is not standing or self._sources[1] is not provisional:
            self._sources = standing, provisional
            self._centres = {**provisional, **placed(view)}
        return self._centres

    @property
    def is_waiting(self) -> bool:
        """Whether a layout is shown that has still to be worked out, so that there is nothing to show of it yet."""
        view = self._session.view
        waits = self._background.busy and not self._keeps and self.arrangement not in self._provisional
        return waits and view.layout is not None and (follows(view) or not self.centres)

    def provide(self) -> None:
        """Find places for the nodes that have none, around those that do; in a layout that follows, for all nodes."""
        view = self._session.view
        if self._under_way is not None and self._under_way != self.arrangement:
            self._stop()
        if follows(view):
            if view is not self._seen:
                self._seen = view
                self._lay_out({}, keeps=False)
        elif not self._background.busy and view.nodes.keys() - self.centres.keys():
            self._lay_out(self.centres, keeps=False)

    def arrange(self, *, everything: bool) -> None:
        """Lay the map out anew and keep that: all of it, or all that was not placed by hand."""
        view = self._session.view
        by_hand = placed_by_hand(view)
        if not follows(view):
            fixed = () if everything else by_hand
            self._lay_out({node: centre for node, centre in placed(view).items() if node in fixed}, keeps=True)
        elif everything:
            map_operations.release(self._session, by_hand)

    def move(self, centres: Centres, operation: Op = Op.MOVE) -> None:
        """Move nodes by hand; places that were provisional until now are kept with them, save where they follow.

        `operation` is what the user did. A layout under way ends: it began from where things no longer are.
        """
        arrangement = self.arrangement
        if follows(self._session.view):
            map_operations.move(self._session, centres, {}, operation)
            return
        self._stop()
        map_operations.move(self._session, centres, self._provisional.get(arrangement, {}), operation)
        self._provisional.pop(arrangement, None)

    def cancel(self) -> None:
        """Stop the layout under way; everything stays where it is."""
        self._cancel.set()

    def close(self) -> None:
        """Stop, and wait for the layout under way."""
        self.cancel()
        self._background.close()

    def _follow_view(self) -> None:
        """A layout of another map, or of another moment, does not count here."""
        if self._under_way is not None and self._under_way != self.arrangement:
            self._stop()

    def _stop(self) -> None:
        if self._background.busy:
            self.cancel()
            self._background.drop()
            self._seen = None
            self.busy_changed.emit(False)

    def _lay_out(self, fixed: Centres, *, keeps: bool) -> None:
        self._keeps, self._fixed, self._under_way = keeps, fixed, self.arrangement
        view, words = self._session.view, self._session.words
        known = self._asked.get(self.arrangement) if follows(view) and self.arrangement in self._provisional else None
        self.cancel()
        self._cancel = cancel = Event()
        self.busy_changed.emit(True)

        def job() -> "tuple[Asked, LayoutResult | None]":
            asked = layout_asked(view, words, fixed)
            return asked, None if asked == known else asked.answered(cancel.is_set)

        self._background.run(job)

    def _arrived(self, answer: "tuple[Asked, LayoutResult | None]") -> None:
        self.busy_changed.emit(False)
        asked, result = answer
        self._asked[self.arrangement] = asked
        if result is None:
            return
        on_map = self._session.view.placements
        centres = {NodeId(node): centre for node, centre in result.centres.items() if node in on_map}
        if self._keeps:
            put = {node: centre for node, centre in centres.items() if node not in self._fixed}
            if map_operations.arrange(self._session, put):
                self.arranged.emit(tuple(put))
        else:
            self._provisional[self.arrangement] = centres
            self.provided.emit()

    def _failed(self, error: BaseException) -> None:
        """Go back to the arrangement that was shown, when the user did not wait for another one."""
        self.busy_changed.emit(False)
        from gvkaart.layout import LayoutCancelled

        if not isinstance(error, LayoutCancelled):
            raise error
        step = self._session.undo_step
        if (
            not self._keeps
            and self._session.view.layout is not None
            and step is not None
            and step.operation == Op.SHOW_LAYOUT
        ):
            self._session.undo()
