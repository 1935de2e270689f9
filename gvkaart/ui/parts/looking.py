"""How the case is looked at: which view and which panels, how near, how arranged, in which colours and language."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.appearance import Scheme
from gvkaart.ui.commands import Command, Key, choices
from gvkaart.ui.panels import LEFT, Panel
from gvkaart.ui.parts.part import Part
from gvkaart.ui.views import View


class LookingPart(Part):
    """The map with the panels that are always there."""

    @override
    def commands(self) -> Iterable[Command]:
        canvas, map_view = self.window.map_view.canvas, self.window.map_view
        return (
            Command("zoom-in", self.tr("&Groter"), canvas.zoom_in, Key.ZoomIn, "zoom-in"),
            Command("zoom-out", self.tr("&Kleiner"), canvas.zoom_out, Key.ZoomOut, "zoom-out"),
            Command("zoom-fit", self.tr("&Hele kaart"), canvas.zoom_to_fit, "Ctrl+0", "zoom-fit"),
            Command(
                "zoom-selection",
                self.tr("Op &selectie"),
                canvas.zoom_to_selection,
                "Ctrl+Shift+0",
                enabled=lambda: bool(self.session.selection),
                needs=self.tr("Selecteer eerst een item."),
            ),
            Command(
                "all-lines",
                self.tr("Alle &lijnen tonen"),
                lambda: map_view.show_all_lines(not map_view.shows_all_lines),
                "Ctrl+Shift+L",
                checked=lambda: map_view.shows_all_lines,
            ),
            *self._schemes(),
            *self._languages(),
        )

    def _schemes(self) -> Iterable[Command]:
        desk = self.window.desk
        words = {
            Scheme.SYSTEM: self.tr("Kleuren van het s&ysteem"),
            Scheme.LIGHT: self.tr("Li&cht"),
            Scheme.DARK: self.tr("D&onker"),
        }
        return choices("scheme", words, desk.set_scheme, lambda: desk.settings.scheme)

    def _languages(self) -> Iterable[Command]:
        desk, names = self.window.desk, {"nl": "&Nederlands", "en": "&English"}
        return choices("language", names, desk.set_language, lambda: desk.settings.language)

    @override
    def panels(self) -> Iterable[Panel]:
        return (
            Panel("outline", self.tr("Overzicht"), self._outline, LEFT),
            Panel("findings", self.tr("Signalen"), self._findings),
            Panel("inspector", self.tr("Eigenschappen"), self._inspector),
            Panel("legend", self.tr("Legenda"), self._legend, opens=False),
            Panel("overview-map", self.tr("Overzichtskaart"), self._overview_map, LEFT, opens=False, below=True),
        )

    @override
    def views(self) -> Iterable[View]:
        return (View("map-view", self.tr("Kaart"), "layout", lambda: self.window.map_view),)

    def _outline(self) -> QWidget:
        from gvkaart.ui.outline_panel import OutlinePanel

        panel = OutlinePanel(self.session)
        panel.menu_wanted.connect(self.window.show_item_menu)
        return panel

    def _findings(self) -> QWidget:
        from gvkaart.ui.findings_panel import FindingsPanel

        panel = FindingsPanel(self.session, self.window.checker)
        panel.evidence_chosen.connect(self.window.map_view.show_evidence)
        return panel

    def _inspector(self) -> QWidget:
        from gvkaart.ui.inspector import Inspector

        inspector = Inspector(self.session)
        inspector.named.connect(self.window.return_to_map)
        inspector.relation_wanted.connect(self.window.commands["connect"].trigger)
        return inspector

    def _legend(self) -> QWidget:
        from gvkaart.ui.legend_panel import LegendPanel

        return LegendPanel(self.window.map_view.canvas, self.session.words)

    def _overview_map(self) -> QWidget:
        from gvkaart.ui.overview_map import OverviewMap

        return OverviewMap(self.window.map_view.canvas)
