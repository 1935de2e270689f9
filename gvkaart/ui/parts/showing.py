"""What is shown of the map: filters, what lies near the selection, branches that are folded away."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from gvkaart.domain.entities import NodeId
from gvkaart.domain.folding import above, folded_by
from gvkaart.domain.overriding import override
from gvkaart.ui.commands import Command
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.parts.part import Part

if TYPE_CHECKING:
    from gvkaart.ui.canvas.view import View as CanvasView
    from gvkaart.ui.filter_bar import FilterBar
    from gvkaart.ui.main_window import MainWindow


class ShowingPart(Part):
    """Leaving out for a while what one does not need to see."""

    def __init__(self, window: "MainWindow") -> None:
        """Bring the bar when something is hidden."""
        super().__init__(window)
        self._made: FilterBar | None = None
        self._before: tuple[CanvasView, float, float] | None = None
        """How near, and at what point, one looked when everything was still shown."""
        self._was_whole = True
        window.shown.changed.connect(self._follow)
        window.shown.asked.connect(self._look)
        self.session.selection_changed.connect(self._follow_selection)

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
                enabled=lambda: bool(session.selection_on_map),
                needs=on_map,
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
        )

    def _steps_through_hits(self) -> Iterable[Command]:
        search_box, words = self.window.search_box, {1: self.tr("Vol&gende vondst"), -1: self.tr("Vor&ige vondst")}
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
        canvas, is_whole = self.window.map_view.canvas, self.window.shown.nodes is None
        if self._was_whole and not is_whole:
            self._before = (canvas.view, *canvas.view.to_canvas(canvas.width() / 2, canvas.height() / 2))
        self._was_whole = is_whole
        self._bar.refresh()
        self.window.commands.refresh()

    def _look(self) -> None:
        """Bring into view what is left; when everything is there again, what one looked at before."""
        canvas = self.window.map_view.canvas
        self.window.map_view.catch_up()
        if not self._was_whole:
            canvas.zoom_to_begin()
        elif self._before is not None:
            view, x, y = self._before
            canvas.set_view(view.centred(x, y, canvas.width(), canvas.height()))
            self._before = None

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
        self.window.shown.focus(self.session.selection_on_map, 1)

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
