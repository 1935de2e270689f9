"""What a user's hands do on the map: gestures and keys of the canvas become actions."""

from collections.abc import Iterable, Mapping
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from gvkaart.domain.entities import EdgeKey, NodeId, RoundId
from gvkaart.domain.operations import Op
from gvkaart.ui.arranging import Arranger
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.ways import GENERAL, Way, joins_in_particular, ways_between

_NAMED: Final = 4
"""So many ways to join are named in the status bar; the menu has them all."""
_SHORT: Final = 40
"""Characters of a title in the menu of relations."""


def is_edge(key: str) -> bool:
    """Tell whether a key on the canvas is that of an edge: ids hold no spaces, `Stage` puts them between."""
    return " " in key


def edge_key(key: str) -> EdgeKey:
    """Return which edge of the document a key on the canvas stands for."""
    source, relation, target, *from_round = key.split(" ")
    return EdgeKey(NodeId(source), relation, NodeId(target), RoundId("".join(from_round)))


class MapHands(QObject):
    """Does what is asked for on the canvas."""

    told = Signal(str)
    """What a gesture under way would do, for the status bar; "" when it is over."""

    def __init__(self, session: Session, arranger: Arranger, canvas: MapCanvas) -> None:
        """Listen to a canvas."""
        super().__init__(canvas)
        self._session, self._arranger, self._canvas = session, arranger, canvas
        canvas.joinable = self._joinable
        canvas.moved.connect(self._move)
        canvas.scaled.connect(lambda centres: self.put(centres, Op.SCALE))
        canvas.scaling_changed.connect(self._tell_scaling)
        canvas.connect_requested.connect(self._offer_relations)
        canvas.wire_changed.connect(self._tell_wire)
        canvas.delete_requested.connect(self.remove)
        canvas.unfold_requested.connect(lambda key: map_operations.collapse(session, [NodeId(key)], collapsed=False))

    @property
    def selected_edges(self) -> tuple[EdgeKey, ...]:
        """The relations that are selected on the canvas, or the one that is selected in the whole window."""
        if self._session.edge is not None:
            return (self._session.edge,)
        edges = self._session.graph.edges
        return tuple(key for one in sorted(self._canvas.selection) if is_edge(one) and (key := edge_key(one)) in edges)

    # --- moving and removing ------------------------------------------------------------------------------------------

    def remove(self, keys: Iterable[str]) -> None:
        """Remove what has these keys on the canvas: nodes with their edges, or only edges."""
        chosen = tuple(keys)
        nodes = [NodeId(key) for key in chosen if not is_edge(key)]
        if nodes:
            node_operations.remove(self._session, nodes)
        elif chosen:
            relation_operations.disconnect(self._session, map(edge_key, chosen))

    def put(self, centres: Mapping[NodeId, tuple[int, int]], operation: Op = Op.MOVE) -> None:
        """Put nodes where a person wants them, in one action; nothing happens to those that stand there."""
        now = self._arranger.centres
        if moved := {node: centre for node, centre in centres.items() if now.get(node) != centre}:
            self._arranger.move(moved, operation)

    def _move(self, nodes: Iterable[str], dx: float, dy: float) -> None:
        centres = self._arranger.centres
        moved = {NodeId(node): centres[NodeId(node)] for node in nodes if node in centres}
        self._arranger.move({node: (round(x + dx), round(y + dy)) for node, (x, y) in moved.items()})

    def _tell_scaling(self, scales: bool) -> None:
        """Say what pulling a corner of a group does, as long as that lasts."""
        words = self.tr("De items komen ruimer of dichter bij elkaar. Shift houdt de verhouding gelijk. Esc breekt af.")
        self.told.emit(words if scales else "")

    # --- joining ------------------------------------------------------------------------------------------------------

    def _joinable(self, source: str) -> frozenset[str]:
        """Return the nodes on the canvas that a relation with a meaning of its own can join to one."""
        nodes = self._session.graph.nodes
        if not self._are_there(source):
            return frozenset()
        kind = nodes[NodeId(source)].kind
        others = (key for key in self._canvas.content.nodes if key != source and key in nodes)
        return frozenset(key for key in others if joins_in_particular(kind, nodes[NodeId(key)].kind))

    def _are_there(self, *keys: str) -> bool:
        """Tell whether nodes that a hand began with still exist: an undo or another window may have taken them."""
        return all(key in self._session.graph.nodes for key in keys)

    def _tell_wire(self, source: str, target: str) -> None:
        """Say what letting go of the line would do."""
        if not source or not self._are_there(source):
            self.told.emit("")
        elif not target or not self._are_there(target):
            self.told.emit(
                self.tr("Laat los op een item voor een relatie, of op een lege plek voor iets nieuws. Esc breekt af.")
            )
        else:
            nodes = self._session.graph.nodes
            self.told.emit(self._what_joins(nodes[NodeId(source)].kind, nodes[NodeId(target)].kind))

    def _what_joins(self, kind: str, other: str) -> str:
        term = self._session.words.term
        ways = [term(way.words) for way in ways_between(kind, other) if way.relation != GENERAL]
        if ways:
            more = " …" if len(ways) > _NAMED else ""
            return self.tr("Laat los en kies: %1").replace("%1", " · ".join(ways[:_NAMED]) + more)
        only = self.tr("Tussen %1 en %2 is alleen de algemene relatie mogelijk: %3")
        names = (term(f"kind.{kind}").lower(), term(f"kind.{other}").lower(), term(f"relation.{GENERAL}"))
        for number, name in enumerate(names, 1):
            only = only.replace(f"%{number}", name)
        return only

    def _offer_relations(self, source: str, target: str) -> None:
        """Offer what may join two nodes, in both directions; choosing one makes the relation."""
        if not self._are_there(source, target):
            return
        menu = QMenu(self._canvas)
        menu.setObjectName("relations")
        nodes = self._session.graph.nodes
        title = shortened(nodes[NodeId(target)].title, _SHORT)
        for way in ways_between(nodes[NodeId(source)].kind, nodes[NodeId(target)].kind):
            self._add_way(menu, way, NodeId(source), NodeId(target), title)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())
        menu.setActiveAction(next((one for one in menu.actions() if one.isEnabled()), menu.actions()[0]))

    def _add_way(self, menu: QMenu, way: Way, source: NodeId, target: NodeId, title: str) -> None:
        """Add one way to join to a menu; dimmed when the two are joined so already."""
        session = self._session
        ends = (source, target) if way.outgoing else (target, source)
        words = f"{session.words.term(way.words)}: {title}"
        action = menu.addAction(words.replace("&", "&&"))
        action.setObjectName(way.words)
        if EdgeKey(ends[0], way.relation, ends[1]) in session.graph.edges:
            action.setText(self.tr("{words} (is er al)").format(words=action.text()))
            action.setEnabled(False)
        action.triggered.connect(
            lambda _checked=False: relation_operations.connect(session, ends[0], way.relation, ends[1])
        )
