"""What one window shows of each map, kept in step with the map and its findings."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import MapId, NodeId, Placement
from gvkaart.ui import topics
from gvkaart.ui.checking import Checker
from gvkaart.ui.session import Session
from gvkaart.ui.showing import Facet, Members, Showing, members, shown_nodes

if TYPE_CHECKING:
    from gvkaart.analysis.findings import Finding

_EVERYTHING = Showing()


class Shown(QObject):
    """What is shown of the map that a window looks at. Each map keeps its own filters as long as the window is open."""

    changed = Signal()
    """Other nodes are shown, or something else was asked for."""
    asked = Signal()
    """The user asked to see something else, and wants to look at that."""

    def __init__(self, session: Session, checker: Checker, parent: QObject | None = None) -> None:
        """Begin with everything."""
        super().__init__(parent)
        self._session, self._checker = session, checker
        self._of_map: dict[MapId, Showing] = {}
        self._counted: tuple[CaseView, tuple[Finding, ...]] | None = None
        """Of what the members are those."""
        self._members: dict[Facet, Members] = {}
        self._seen = _EVERYTHING
        """What was asked for when this was last worked out."""
        self._evidence: frozenset[NodeId] = frozenset()
        """Shown whatever is asked for."""
        self.nodes: frozenset[NodeId] | None = None
        """The nodes that are let through, folded ones among them; None when all are."""
        session.changed.connect(self._follow)
        session.view_changed.connect(self._look_again)
        checker.findings_changed.connect(self._look_again)

    @property
    def showing(self) -> Showing:
        """What was asked for."""
        return self._of_map.get(self._session.map_id, _EVERYTHING)

    @property
    def visible(self) -> frozenset[NodeId]:
        """The nodes of the map that can be seen: let through, and not folded away."""
        view = self._session.view
        return (self.nodes if self.nodes is not None else frozenset(view.nodes)) - view.folded.hidden

    def members(self, facet: Facet) -> Members:
        """Return what a facet has to choose from now; looked up once for each state of the map."""
        state = self._session.view, self._checker.findings
        if self._counted is None or any(one is not other for one, other in zip(self._counted, state, strict=True)):
            self._counted = state
            self._members.clear()
        if facet not in self._members:
            self._members[facet] = members(*state, facet)
        return self._members[facet]

    # --- asking -------------------------------------------------------------------------------------------------------

    def show(self, showing: Showing) -> None:
        """Show what is asked for; selected nodes that are hidden by it are not selected any more.

        Else one could delete, unseen, what was selected before. What a finding rests on is not shown besides any more.
        """
        self._evidence = frozenset()
        self._put(showing)
        if self.nodes is not None:
            seen = self.visible
            self._session.select(node for node in self._session.selection if node in seen)
        self.asked.emit()

    def show_all(self) -> None:
        """Show everything again."""
        self.show(_EVERYTHING)

    @property
    def topic(self) -> str:
        """Which of `topics.titles` is shown."""
        return topics.topic_of(self.showing)

    def show_topic(self, topic: str) -> None:
        """Show one topic of the map, or everything; the user's own filter stays as it is."""
        if topic != topics.OWN:
            self.show(topics.showing_of(topic))

    def choose(self, facet: Facet, value: str, wanted: bool) -> None:
        """Choose a value of a facet, or choose it no longer."""
        self.show(replace(self.showing.choosing(facet, value, wanted), also=frozenset()))

    def clear(self, facet: Facet) -> None:
        """Choose nothing of a facet any more."""
        kept = frozenset(one for one in self.showing.chosen if one[0] is not facet)
        self.show(replace(self.showing, chosen=kept, also=frozenset()))

    def focus(self, nodes: Iterable[NodeId], steps: int) -> None:
        """Show only what lies within so many steps of some nodes; without nodes there is no such bound."""
        self.show(replace(self.showing, focus=frozenset(nodes), steps=steps, also=frozenset()))

    def reveal(self, nodes: Iterable[NodeId]) -> None:
        """Show some nodes besides what is asked for."""
        self._put(replace(self.showing, also=self.showing.also.union(nodes)))

    def show_evidence(self, nodes: Iterable[NodeId]) -> None:
        """Show some nodes whatever filter hides them, on every map, until this is asked for others or `show` is asked.

        Selected nodes that go out of sight by it are not selected any more.
        """
        before = self.visible
        self._evidence = frozenset(nodes)
        self._look_again()
        gone = before - self.visible
        if not gone.isdisjoint(self._session.selection):
            self._session.select(node for node in self._session.selection if node not in gone)

    # --- following ----------------------------------------------------------------------------------------------------

    def _follow(self, changes: ChangeSet) -> None:
        """Never hide what a user just made; look around nothing that is gone."""
        showing, on_map = self.showing, self._session.view.placements
        if showing.is_everything or changes.moves_only:
            return
        made = (one.new for one in changes if one.old is None and isinstance(one.new, Placement))
        new = frozenset(place.node for place in made if place.map == self._session.map_id)
        focus = showing.focus & on_map.keys()
        self._put(replace(showing, also=showing.also | new, focus=focus))

    def _put(self, showing: Showing) -> None:
        self._of_map[self._session.map_id] = showing
        self._look_again()

    def _look_again(self) -> None:
        before, showing = (self.nodes, self._seen), self.showing
        view, findings = self._session.view, self._checker.findings
        with_evidence = replace(showing, also=showing.also | self._evidence)
        self.nodes = None if showing.is_everything else shown_nodes(view, findings, with_evidence)
        self._seen = showing
        if (self.nodes, showing) != before:
            self.changed.emit()
