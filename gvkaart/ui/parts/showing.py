"""What is shown of the map: filters, what lies near the selection, branches that are folded away."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from gvkaart.domain.entities import Layout, LayoutId, LayoutKey, MapId, NodeId
from gvkaart.domain.folding import above, folded_by
from gvkaart.domain.overriding import override
from gvkaart.picture.placing import placed_by_hand
from gvkaart.ui import topics
from gvkaart.ui.asking import ask_line
from gvkaart.ui.canvas.view import View
from gvkaart.ui.commands import Command, choices
from gvkaart.ui.operations import layout as layout_operations
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.parts.part import Part
from gvkaart.ui.saved_view import Frame, fields_of, frame_of, showing_of

if TYPE_CHECKING:
    from gvkaart.ui.filter_bar import FilterBar
    from gvkaart.ui.main_window import MainWindow


class ShowingPart(Part):
    """Leaving out for a while what one does not need to see."""

    def __init__(self, window: "MainWindow") -> None:
        """Bring the bar when something is hidden."""
        super().__init__(window)
        self._made: FilterBar | None = None
        self._before: dict[MapId, Frame | None] = {}
        """How one looked at each map that something is hidden of, before that; None when one did not look yet."""
        window.shown.changed.connect(self._follow)
        window.shown.asked.connect(self._look)
        self.session.selection_changed.connect(self._follow_selection)
        self.session.saved_view_wanted.connect(lambda layout_id: self._look_as(LayoutId(layout_id)))

    @override
    def commands(self) -> Iterable[Command]:
        session, shown = self.session, self.window.shown
        on_map = self.tr("Selecteer eerst een item op deze kaart.")
        return (
            Command(
                "filter",
                self.tr("&Filteren"),
                self._toggle_bar,
                "Ctrl+Shift+F",
                "filter",
                checked=lambda: self._made is not None and self._made.is_wanted,
            ),
            Command(
                "focus",
                self.tr("Alleen &rond de selectie"),
                self._focus,
                "F4",
                enabled=lambda: bool(session.selection_on_map or shown.showing.focus),
                needs=on_map,
                checked=lambda: bool(shown.showing.focus),
            ),
            Command(
                "focus-wider",
                self.tr("Een stap &verder kijken"),
                lambda: self._widen(1),
                "Ctrl+Shift+F4",
                enabled=lambda: bool(shown.showing.focus),
                needs=self.tr("Kies eerst Alleen rond de selectie."),
            ),
            Command(
                "show-everything",
                self.tr("Alles &tonen"),
                self._show_all,
                "Shift+F4",
                enabled=lambda: shown.nodes is not None,
                needs=self.tr("Alles wordt al getoond."),
            ),
            *choices("topic", topics.titles(), shown.show_topic, lambda: shown.topic),
            *self._steps_through_hits(),
            Command(
                "collapse",
                self.tr("&In- of uitklappen"),
                self._collapse,
                "F7",
                enabled=lambda: bool(session.selection_on_map),
                needs=on_map,
            ),
            Command(
                "expand-all",
                self.tr("Alles &uitklappen"),
                self._expand_all,
                "Shift+F7",
                enabled=lambda: bool(session.view.folded.counts),
                needs=self.tr("Er is niets ingeklapt."),
            ),
            Command(
                "save-view",
                self.tr("Weergave &bewaren…"),
                self._ask_save_view,
                enabled=lambda: bool(session.view.nodes),
                needs=self.tr("Er staat nog niets op de kaart."),
            ),
            Command(
                "remove-view",
                self.tr("Weergave weg&halen"),
                self._remove_view,
                enabled=lambda: self._view_in_use is not None,
                needs=self.tr("Kies eerst een bewaarde weergave."),
            ),
        )

    def _steps_through_hits(self) -> Iterable[Command]:
        search_box, words = self.window.search_box, {1: self.tr("Vol&gende vondst"), -1: self.tr("Vorige vond&st")}
        for name, by, keys in (("find-next", 1, "F3"), ("find-previous", -1, "Shift+F3")):
            yield Command(
                name,
                words[by],
                partial(search_box.step, by),
                keys,
                enabled=lambda: search_box.has_found,
                needs=self.tr("Zoek eerst iets."),
            )

    # --- the bar ------------------------------------------------------------------------------------------------------

    @property
    def _bar(self) -> "FilterBar":
        """The bar; made when it is first needed."""
        if self._made is None:
            from gvkaart.ui.filter_bar import FilterBar

            window = self.window
            bar = self._made = FilterBar(self.session, window.shown, self._show_all, window.map_view.theme)
            bar.closed.connect(self._toggle_bar)
            bar.reveal.clicked.connect(self._reveal)
            window.map_view.put_above(bar)
            window.map_view.themed.connect(bar.set_theme)
        return self._made

    def _toggle_bar(self) -> None:
        bar = self._bar
        bar.is_wanted = not bar.is_wanted
        bar.refresh()
        if bar.is_wanted:
            self.window.views.show_view("map-view")
            bar.begin()
        else:
            self.window.return_to_map()
        self.window.commands.refresh()

    def _follow(self) -> None:
        """Bring the bar when something is hidden, and remember what one looked at until then."""
        if self.window.shown.nodes is not None:
            self._before.setdefault(self.session.map_id, self._looked_at() if self.window.isVisible() else None)
        self._bar.refresh()
        self.window.commands.refresh()

    def _look(self) -> None:
        """Bring into view what is left; when everything is there again, what one looked at before."""
        is_whole, here = self.window.shown.nodes is None, self.session.map_id
        self.window.map_view.catch_up()
        if is_whole and here not in self._before:
            return
        before = self._before.pop(here) if is_whole else None
        if before is None:
            self.window.map_view.canvas.zoom_to_begin()
        else:
            self._look_at(before)

    def _looked_at(self) -> Frame:
        canvas = self.window.map_view.canvas
        return Frame(canvas.view.zoom, *canvas.view.to_canvas(canvas.width() / 2, canvas.height() / 2))

    def _look_at(self, frame: Frame) -> None:
        canvas = self.window.map_view.canvas
        canvas.set_view(View(frame.zoom).centred(frame.x, frame.y, canvas.width(), canvas.height()))

    def _follow_selection(self) -> None:
        """Say it when what is selected cannot be seen."""
        selection = self.session.selection_on_map
        if self._made is None and len(selection) == 1 and selection[0] in self.session.view.folded.hidden:
            self._bar.refresh()

    def _reveal(self) -> None:
        """Show the selected item although it is filtered out or folded away."""
        nodes = self.session.selection_on_map
        if self.window.shown.nodes is not None:
            self.window.shown.reveal(nodes)
        self._unfold(nodes)
        self.window.map_view.catch_up()
        self.window.map_view.canvas.centre_on(nodes)
        self.window.return_to_map()

    def _unfold(self, nodes: Iterable[NodeId]) -> None:
        view = self.session.view
        hidden = [node for node in nodes if node in view.folded.hidden]
        if hidden:
            over = {parent for node in hidden for parent in above(view, node)}
            map_operations.collapse(self.session, (one for one in view.placements if one in over), collapsed=False)

    # --- doing --------------------------------------------------------------------------------------------------------

    def _focus(self) -> None:
        """Look around the selection; the second time, or with nothing else selected, no longer."""
        shown, chosen = self.window.shown, frozenset(self.session.selection_on_map)
        around = shown.showing.focus
        shown.focus(() if around and (not chosen or chosen == around) else chosen, 1)

    def _widen(self, steps: int) -> None:
        showing = self.window.shown.showing
        self.window.shown.focus(showing.focus, showing.steps + steps)

    def _show_all(self) -> None:
        self.window.shown.show_all()
        self.window.return_to_map()

    def _collapse(self) -> None:
        """Expand the selection when all of it is collapsed, else collapse it."""
        session = self.session
        nodes, on_map = session.selection_on_map, session.view.placements
        if all(on_map[node].collapsed for node in nodes):
            map_operations.collapse(session, nodes, collapsed=False)
        elif not any(folded_by(session.view, nodes).counts.values()):
            self.window.say(self.tr("Hieraan hangt niets dat niet ook ergens anders aan hangt."))
        else:
            map_operations.collapse(session, nodes)

    def _expand_all(self) -> None:
        on_map = self.session.view.placements
        map_operations.collapse(self.session, [node for node, one in on_map.items() if one.collapsed], collapsed=False)

    # --- saved views --------------------------------------------------------------------------------------------------

    @property
    def _view_in_use(self) -> Layout | None:
        """The saved view in which the map stands."""
        layout = self.session.view.layout
        return layout if layout is not None and layout.is_view else None

    def _ask_save_view(self) -> None:
        question = self.tr("Hoe heet deze weergave? Filters, indeling en zoom worden bewaard.")
        if title := ask_line(self.window, self.tr("Weergave bewaren"), question):
            map_view = self.window.map_view
            seen = fields_of(self.window.shown.showing, self._looked_at())
            by_hand = placed_by_hand(self.session.view)
            layout_operations.save_view(self.session, title, map_view.centres, by_hand, seen)

    def _look_as(self, layout_id: LayoutId) -> None:
        """Look at the map as it was when a view was saved."""
        session, map_view = self.session, self.window.map_view
        layout = session.graph.layouts.get(LayoutKey(session.map_id, layout_id))
        if layout is None or not layout_operations.show(session, layout_id):
            return
        self.window.shown.show(showing_of(layout.fields))
        map_view.catch_up()
        if (frame := frame_of(layout.fields)) is not None:
            self._look_at(frame)

    def _remove_view(self) -> None:
        if self._view_in_use is not None:
            layout_operations.remove(self.session, self._view_in_use.id)
