"""How a person needs the program to be: keys from part to part, contrast, movement, size, and all of it together."""

from collections.abc import Iterable
from functools import partial

from gvkaart.domain.overriding import override
from gvkaart.ui import regions
from gvkaart.ui.appearance import MapText
from gvkaart.ui.commands import Command, choices
from gvkaart.ui.parts.part import Part


class AccessPart(Part):
    """Preferences, and what helps who does not use a mouse or does not see the screen well."""

    @override
    def commands(self) -> Iterable[Command]:
        window, desk = self.window, self.window.desk
        return (
            Command("next-part", self.tr("Volgen&d deel van het venster"), partial(regions.go, window, 1), "F6"),
            Command(
                "previous-part", self.tr("&Vorig deel van het venster"), partial(regions.go, window, -1), "Shift+F6"
            ),
            Command(
                "high-contrast",
                self.tr("Hoog co&ntrast"),
                lambda: desk.set_high_contrast(not desk.settings.high_contrast),
                checked=lambda: desk.settings.high_contrast,
            ),
            Command(
                "reduced-motion",
                self.tr("Minder &beweging"),
                lambda: desk.set_reduced_motion(not desk.settings.reduced_motion),
                checked=lambda: desk.settings.reduced_motion,
            ),
            *self._map_texts(),
            Command("preferences", self.tr("Voorkeuren…"), self._show_preferences, "Ctrl+,", "settings"),
        )

    def _map_texts(self) -> Iterable[Command]:
        desk = self.window.desk
        words = {
            MapText.NORMAL: self.tr("&Gewone tekst op de kaart"),
            MapText.LARGE: self.tr("G&rote tekst op de kaart"),
            MapText.LARGEST: self.tr("&Extra grote tekst op de kaart"),
        }
        return choices("map-text", words, desk.set_map_text, lambda: desk.settings.map_text)

    def _show_preferences(self) -> None:
        from gvkaart.ui.preferences_dialog import PreferencesDialog

        PreferencesDialog(self.window).exec()
