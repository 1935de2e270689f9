"""The map in the window: draws what the session looks at, and turns gestures into actions.

One action may change the document, the selection and the view on it; the map is drawn once for all of them, when they
have all been told and before anything is painted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import EdgeKey, MapId, NodeId
from gvkaart.picture.case import Stage, edge_name
from gvkaart.picture.placing import Centres
from gvkaart.picture.primitives import Picture, bounding
from gvkaart.picture.scene import Draughtsman
from gvkaart.picture.theme import Theme
from gvkaart.ui import first_look
from gvkaart.ui.arranging import Arrangement, Arranger
from gvkaart.ui.background import Background
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.canvas.view import View
from gvkaart.ui.checking import Checker
from gvkaart.ui.empty_state import EmptyState
from gvkaart.ui.map_hands import MapHands, edge_key, is_edge
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.session import Session
from gvkaart.ui.shown import Shown

if TYPE_CHECKING:
    from gvkaart.analysis.findings import Finding

_FOLLOWED = 50
"""Up to so many selected items all their lines are drawn; with more one could not follow them."""
_FEW_SHOWN = 60
"""So few items on a filtered map that their quiet lines do not hide the others."""
_LATE_MS = 500
"""A layout that takes longer is told of."""

_Whole = tuple[Stage, Draughtsman, Picture]
"""A map that was drawn, with who drew it: the next picture is made by comparing with this one."""


class MapView(QWidget):
    """The canvas with what belongs to it: an empty state, and progress of a layout."""

    edit_wanted = Signal()
    """The user wants to edit what is selected."""
    menu_wanted = Signal(QPoint, str)
    """A menu is wanted at a point of the screen, for the item with this key or, when empty, for the map."""
    themed = Signal(object)
    """The map has other colours: its `Theme`."""
    _draw_wanted = Signal()
    """Delivered when what goes on now is over; Qt delivers it before it paints."""

    def __init__(self, session: Session, checker: Checker, shown: Shown, theme: Theme) -> None:
        """Draw what a session looks at and what is shown of that, with the findings of a checker."""
        super().__init__()
        self._session, self._checker, self._let_through = session, checker, shown
        self._stage, self._draughtsman = Stage(session.words), Draughtsman(theme, session.words)
        self._picture: Picture | None = None
        self._all_lines = False
        self._evidence: frozenset[NodeId] = frozenset()
        self._hits: frozenset[NodeId] = frozenset()
        self._map: MapId | None = None
        self._begins_at: View | None = None
        self._arrangement: Arrangement | None = None
        """What was drawn last."""
        self._was_arranged = False
        self._waits = False
        self._awaited: tuple[NodeId, ...] = ()
        """What is gone to when a layout has given all of it a place."""
        self._part: Picture | None = None
        """What is shown of a large map until all of it is drawn."""
        self._rest: Background[_Whole] = Background(self._put_whole, self._failed)
        self._is_behind = False
        self._draws = False
        self.setObjectName("map-view")
        self.canvas = MapCanvas()
        self.canvas.setObjectName("map")
        self._arranger = Arranger(session, self)
        self.hands = MapHands(session, self._arranger, self.canvas)
        self.progress = _Progress(self._arranger)
        self._empty = EmptyState(
            self.canvas,
            self.tr(
                "Deze kaart is nog leeg. Begin met wie er meepraten en wat zij willen.\n\n"
                "Klik op de knop +, druk op Insert of dubbelklik om het eerste item toe te voegen.\n"
                "Of plak uw aantekeningen met Ctrl+V: elke regel wordt een item.\n\n"
                "Eerst kijken hoe het werkt? Kies Help, Rondleiding."
            ),
        )
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        self.setFocusProxy(self.canvas)
        self._connect()

    def _connect(self) -> None:
        session, canvas = self._session, self.canvas
        session.changed.connect(self._follow)
        session.view_changed.connect(self._follow_view)
        session.selection_changed.connect(self._follow_selection)
        self._checker.findings_changed.connect(self.draw)
        self._checker.verdicts_changed.connect(self.draw)
        self._let_through.changed.connect(self.draw)
        self._let_through.asked.connect(self._put_out_evidence)
        self._arranger.provided.connect(self._follow_provided)
        self._arranger.arranged.connect(self._look_at_arranged)
        self._draw_wanted.connect(self.catch_up, Qt.ConnectionType.QueuedConnection)
        canvas.selection_changed.connect(self._select)
        canvas.edit_requested.connect(lambda _node: self.edit_wanted.emit())
        canvas.menu_requested.connect(self.menu_wanted)

    def begin_at(self, view: View) -> None:
        """Begin with a part of the map, instead of where maps begin; before `start`."""
        self._begins_at = view

    def start(self) -> None:
        """Draw for the first time."""
        self._look_anew()

    @property
    def centres(self) -> Centres:
        """Where the nodes of the map in view stand."""
        return self._arranger.centres

    @property
    def theme(self) -> Theme:
        """The colours of the map."""
        return self._draughtsman.theme

    def put_above(self, bar: QWidget) -> None:
        """Put a bar above the map."""
        self._column.insertWidget(0, bar)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._let_go_of_part()
        self._draughtsman = Draughtsman(theme, self._session.words)
        self.draw()
        self.catch_up()
        self.themed.emit(theme)

    def close_workers(self) -> None:
        """Stop what is under way."""
        self._rest.close()
        self._arranger.close()

    # --- drawing ------------------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Draw the map as it is when all that goes on now is over."""
        if not self._is_behind:
            self._is_behind = True
            self._draw_wanted.emit()

    def catch_up(self) -> None:
        """Draw now what is waiting to be drawn, for who has to know what the canvas shows."""
        if self._is_behind:
            self._is_behind = False
            self._draws = True
            try:
                self._draw()
                self._show_selection()
            finally:
                self._draws = False

    def _draw(self) -> None:
        if self._part is not None:
            return  # the whole is on its way, and compared with what is then
        view = self._session.view
        arrangement, before = self._arranger.arrangement, self._arrangement
        if self._arranger.is_waiting and before is not None and before[0] == arrangement[0]:
            return  # what is shown holds until the other arrangement is there
        self._arrangement = arrangement
        scene = self._stage.scene(
            view,
            self._arranger.centres,
            self._checker.findings,
            self._let_through.nodes,
            self._focus,
            self._checker.verdicts,
        )
        picture = self._draughtsman.draw(scene)
        if picture is not self._picture:
            self._picture = picture
            is_other = before is not None and before != arrangement
            if (is_other and before is not None and before[0] == arrangement[0]) or self._was_arranged:
                self.canvas.glide_to(picture, whole=is_other)
            else:
                self.canvas.set_picture(picture)
        self._was_arranged = False
        self._empty.setVisible(not view.nodes)

    @property
    def _focus(self) -> frozenset[NodeId] | None:
        if self.draws_all_lines:
            return None
        ends = (end for key in self.hands.selected_edges for end in (key.source, key.target))
        selection = self._session.selection
        return self._evidence.union(selection if len(selection) <= _FOLLOWED else (), ends)

    @property
    def shows_all_lines(self) -> bool:
        """Whether it was asked to draw every relation."""
        return self._all_lines

    @property
    def draws_all_lines(self) -> bool:
        """Whether every relation is drawn: that was asked for, or filters leave only a few items."""
        shown = self._let_through.nodes
        return self._all_lines or (shown is not None and len(shown) <= _FEW_SHOWN)

    def show_all_lines(self, wanted: bool) -> None:
        """Draw every relation, or only the main lines and those of what is selected."""
        self._all_lines = wanted
        self.draw()

    def _follow(self, _changes: ChangeSet) -> None:
        self._arranger.provide()
        self.draw()

    def _follow_view(self) -> None:
        """Another round keeps the view on the map; another map is looked at from its beginning."""
        if self._session.map_id == self._map:
            self._arranger.provide()
            self.draw()
        else:
            self._look_anew()

    def _follow_provided(self) -> None:
        """Draw the nodes that have a place now; a map that had none at all is looked at from its beginning."""
        if self._waits:
            self._look_anew()
        else:
            self._was_arranged = True
            self._arranger.provide()
            self.draw()
            if self._awaited:
                self.bring_into_view(self._awaited)

    def bring_into_view(self, nodes: tuple[NodeId, ...]) -> None:
        """Go to nodes that are not all in sight; once more when some have no place yet, and a layout gives them one."""
        self.catch_up()
        canvas = self.canvas
        items = [canvas.content.nodes[node] for node in nodes if node in canvas.content.nodes]
        self._awaited = () if self._awaited or set(nodes) <= self._arranger.centres.keys() else nodes
        if not all(canvas.shown.contains(one.x, one.y) for one in items):
            canvas.centre_on(nodes)

    def _look_at_arranged(self, nodes: tuple[NodeId, ...]) -> None:
        """Go to where what was arranged begins, when nothing of it is in sight: it may have gone far."""
        self.catch_up()
        canvas = self.canvas
        boxes = [canvas.content.nodes[node].bounds for node in nodes if node in canvas.content.nodes]
        if boxes and not any(box.touches(canvas.shown) for box in boxes):
            canvas.set_view(canvas.beginning(bounding(boxes)))

    def _look_anew(self) -> None:
        self._map = self._session.map_id
        self._waits = bool(self._session.view.nodes) and not self._arranger.centres
        self._arranger.provide()
        self._let_go_of_part()
        if self._picture is not None or not self._look_at_part():
            self.draw()
            self.catch_up()
        if self._begins_at is None:
            self.canvas.zoom_to_begin()
        else:
            self.canvas.set_view(self._begins_at)
            if not self._waits:  # else the places of the nodes come later, and with them the picture
                self._begins_at = None

    # --- a large map, in two steps ------------------------------------------------------------------------------------

    def _look_at_part(self) -> bool:
        """Draw of a large map what one begins with, until `complete`; tell whether it is large."""
        view, centres, canvas = self._session.view, self._arranger.centres, self.canvas
        if len(centres) < first_look.LARGE:
            return False
        around = first_look.surrounding(centres)
        begin = self._begins_at or canvas.beginning(around)
        part = first_look.part_of(view, centres, begin.shown(canvas.width(), canvas.height()))
        if not part or len(part) > len(centres) // 2:
            return False
        words = self._session.words
        scene = Stage(words).scene(view, centres, only=part)
        self._part = replace(Draughtsman(self.theme, words).draw(scene), bounds=around)
        canvas.set_picture(self._part)
        self._empty.hide()
        return True

    def complete(self) -> None:
        """Draw the rest of a large map, in a worker, now that its beginning has been painted."""
        if self._part is None:
            return
        words, theme = self._session.words, self.theme
        view, centres = self._session.view, self._arranger.centres

        def draw() -> _Whole:
            stage, draughtsman = Stage(words), Draughtsman(theme, words)
            picture = draughtsman.draw(stage.scene(view, centres))
            for item in picture.items:
                _ = item.bounds  # titles are measured here, not when one first looks from far away
            return stage, draughtsman, picture

        self._rest.run(draw)

    def _put_whole(self, whole: "_Whole") -> None:
        self._stage, self._draughtsman, picture = whole
        self._put_more(picture, first_look.AT_ONCE)

    def _put_more(self, picture: Picture, count: int) -> None:
        """Put a picture on the canvas bit by bit, so that the window answers meanwhile."""
        if self._part is None:
            return
        if count < len(picture.items):
            now = picture.items[:count]
            keys = {item.key for item in now}
            begun = (item for item in self._part.items if item.key not in keys)
            self.canvas.set_picture(replace(picture, items=(*begun, *now)))
            QTimer.singleShot(0, self, lambda: self._put_more(picture, count + first_look.AT_ONCE))
        else:
            self._part, self._picture, self._arrangement = None, picture, self._arranger.arrangement
            self.canvas.set_picture(picture)
            self.draw()

    def _failed(self, _error: BaseException) -> None:
        """Draw the whole here after all: what went wrong will be seen and told."""
        self._let_go_of_part()
        self.draw()

    def _let_go_of_part(self) -> None:
        if self._part is not None:
            self._part = None
            self._rest.drop()

    def _follow_selection(self) -> None:
        if self._session.selection or self._session.edge is not None:
            self._put_out_evidence()
        self.draw()

    def _put_out_evidence(self) -> None:
        """Light what a finding rests on no longer: one looks at something else now."""
        self._evidence = frozenset()
        self.canvas.highlight(self._hits)

    def _show_selection(self) -> None:
        """Select on the canvas what the session selects; several relations are only selected there.

        A single item is gone to: it is brought into view, and the keyboard goes on from it.
        """
        selection, edge = self._session.selection, self._session.edge
        if edge is not None:
            self._show_edge(edge)
            return
        had_edge = not self.canvas.selected_nodes and len(self.canvas.selection) == 1
        if self.canvas.selected_nodes == frozenset(selection) and not had_edge:
            return
        if len(selection) == 1 and selection[0] in self.canvas.content.nodes:
            self.canvas.set_current(selection[0])
        else:
            self.canvas.select(frozenset(selection))

    def _show_edge(self, key: EdgeKey) -> None:
        """Select a relation on the canvas, and bring its ends into view when of neither the middle is seen."""
        self.canvas.select(frozenset({edge_name(self._session.graph.edges[key])}))
        nodes, shown = self.canvas.content.nodes, self.canvas.shown
        ends = [end for end in (key.source, key.target) if end in nodes]
        if not any(shown.contains(*nodes[end].bounds.centre) for end in ends):
            self.canvas.centre_on(ends)

    def light_hits(self, nodes: Iterable[NodeId]) -> None:
        """Light up what was searched for, until something else was; with nothing, all is lit again."""
        self._hits = frozenset(nodes)
        self.catch_up()
        self.canvas.highlight(self._hits)

    def show_evidence(self, finding: "Finding | None") -> None:
        """Light up what a finding rests on, and bring it into view; None lights everything again.

        It is shown even when a filter hides it, until another finding is chosen or something else is to be shown.
        """
        nodes = frozenset(finding.nodes if finding is not None else ())
        self._let_through.show_evidence(nodes)
        if nodes != self._evidence:
            self._evidence = nodes
            self.draw()
        self.catch_up()
        self.canvas.highlight(self._lit(() if finding is None else finding.evidence))
        if nodes:
            self.canvas.zoom_to(nodes)

    def _lit(self, references: Iterable[str]) -> Iterator[str]:
        """Name on the canvas what is evidence: nodes, and edges in whatever round they began."""
        graph = self._session.graph
        for reference in references:
            source, *rest = reference.split(" ")
            yield source
            if rest:
                relation, target = rest
                yield target
                edges = (
                    edge for edge in graph.out(NodeId(source)) if (edge.relation, edge.target) == (relation, target)
                )
                yield from map(edge_name, edges)

    # --- doing --------------------------------------------------------------------------------------------------------

    def arrange(self, *, everything: bool) -> None:
        """Have a layout find places: for all nodes, or for those that were not placed by hand."""
        self._arranger.arrange(everything=everything)

    def ask_export(self) -> None:
        """Ask what picture to make of the map, and make it."""
        from gvkaart.ui.export_dialog import ExportDialog

        visible = frozenset(map(NodeId, self.canvas.nodes_inside(self.canvas.shown)))
        filtered = self._let_through.nodes
        ExportDialog(self._session, self._arranger.centres, self.theme, visible, filtered, self._focus, self).exec()

    def _select(self, keys: Iterable[str]) -> None:
        """Select for the whole window what the user selected; while drawing it is the canvas that follows."""
        if self._draws:
            return
        chosen = tuple(keys)
        if len(chosen) == 1 and is_edge(chosen[0]):
            self._session.select_edge(edge_key(chosen[0]))
        else:
            self._session.select(NodeId(key) for key in chosen if not is_edge(key))

    @property
    def has_selection(self) -> bool:
        """Whether there is anything selected to remove."""
        return bool(self._session.selection or self.hands.selected_edges)

    def remove_selected(self) -> None:
        """Remove the selected nodes, or the relations that are selected on the canvas."""
        self.catch_up()
        if self._session.edge is not None:
            relation_operations.disconnect(self._session, [self._session.edge])
        else:
            self.hands.remove(self._session.selection or self.canvas.selection)


class _Progress(QWidget):
    """Says in the status bar that a layout is under way, when it takes a while, and offers to stop it."""

    def __init__(self, arranger: Arranger) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.addWidget(QLabel(self.tr("Bezig met indelen…")))
        stop = QPushButton(self.tr("Stoppen"))
        stop.setObjectName("stop-layout")
        stop.clicked.connect(arranger.cancel)
        row.addWidget(stop)
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(self.show)
        arranger.busy_changed.connect(self._follow)
        self.hide()

    def _follow(self, busy: bool) -> None:
        if busy:
            self._late.start()
        else:
            self._late.stop()
            self.hide()
