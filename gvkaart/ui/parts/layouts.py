"""How the map is arranged: by hand, in one of the ready-made layouts, or in one that was kept under a name."""

from collections.abc import Iterable
from functools import partial

from gvkaart.domain.entities import Layout, LayoutId
from gvkaart.domain.overriding import override
from gvkaart.picture.placing import placed_by_hand
from gvkaart.ui.asking import ask_line
from gvkaart.ui.commands import Command, choices
from gvkaart.ui.operations import layout as layout_operations
from gvkaart.ui.parts.part import Part


class LayoutsPart(Part):
    """The layouts of the map in view."""

    @override
    def commands(self) -> Iterable[Command]:
        map_view = self.window.map_view
        needs_own = self.tr("Kies eerst een indeling die u zelf hebt bewaard.")
        return (
            *self._ways(),
            Command(
                "keep-layout",
                self.tr("Indeling &bewaren als…"),
                self._ask_keep,
                enabled=lambda: bool(self.session.view.nodes),
                needs=self.tr("Er staat nog niets op de kaart."),
            ),
            Command(
                "rename-layout",
                self.tr("Indeling her&noemen…"),
                self._ask_rename,
                enabled=lambda: self._own is not None,
                needs=needs_own,
            ),
            Command(
                "remove-layout",
                self.tr("Indeling &weghalen"),
                self._remove,
                enabled=lambda: self._own is not None,
                needs=needs_own,
            ),
            Command("arrange", self.tr("&Indelen"), partial(map_view.arrange, everything=False), "Ctrl+I", "layout"),
            Command(
                "arrange-all",
                self.tr("Alles &opnieuw indelen"),
                partial(map_view.arrange, everything=True),
                "Ctrl+Shift+I",
            ),
        )

    def _ways(self) -> Iterable[Command]:
        words: dict[str, str] = {
            "layered": self.tr("In &lagen"),
            "lanes": self.tr("Een b&aan per actor"),
            "iceberg": self.tr("I&Jsberg"),
            "radial": self.tr("In &ringen rond de selectie"),
        }
        yield Command(
            "layout-own",
            self.tr("Met de &hand"),
            partial(layout_operations.show_placements, self.session),
            checked=lambda: self._shown is None,
            group="layout",
        )
        yield from choices(
            "layout", words, lambda way: layout_operations.show(self.session, LayoutId(way)), lambda: self._shown
        )

    @property
    def _shown(self) -> LayoutId | None:
        layout = self.session.view.layout
        return layout.id if layout is not None else None

    @property
    def _own(self) -> Layout | None:
        """The layout in view, when it was kept by the user."""
        layout = self.session.view.layout
        return layout if layout is not None and not layout.is_ready_made else None

    def _ask(self, heading: str, title: str) -> str:
        """Ask for the name of a layout; empty when the user thinks better of it."""
        return ask_line(self.window, heading, self.tr("Hoe heet deze indeling?"), title)

    def _ask_keep(self) -> None:
        if title := self._ask(self.tr("Indeling bewaren"), ""):
            centres, by_hand = self.window.map_view.centres, placed_by_hand(self.session.view)
            layout_operations.keep(self.session, title, centres, by_hand)

    def _ask_rename(self) -> None:
        own = self._own
        if own is not None and (title := self._ask(self.tr("Indeling hernoemen"), own.title)):
            layout_operations.rename(self.session, own.id, title)

    def _remove(self) -> None:
        if self._own is not None:
            layout_operations.remove(self.session, self._own.id)
