"""The menus: which command stands where, and the parts of a menu that are filled when it opens."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from gvkaart import assets
from gvkaart.ui.commands import Commands
from gvkaart.ui.desk import Desk
from gvkaart.ui.examples import example_title
from gvkaart.ui.panels import Panels
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.views import Views

Entries = list[tuple[str, Callable[[], object]]]

MENUS: Final = {
    "file": (
        *("start-screen", "new", "open", "<recent", "<examples", "new-window", ""),
        *("save", "save-as", "save-copy", "share-copy", "", "name-version", "versions", "erase-history", ""),
        *("add-map", "copy-map", "rename-map", "remove-map", ""),
        *("<bring-in", "<make", "", "close", "quit"),
    ),
    "bring-in": ("import-case", "import-concepts"),
    "make": ("export-picture", "export-case", "export-concepts"),
    "edit": (
        "undo",
        "redo",
        "history",
        "",
        "cut",
        "copy",
        "paste",
        "duplicate",
        "",
        "add",
        "add-here",
        "from-text",
        "connect",
        "rename",
        "",
        "remove",
        "place",
        "take-off",
        "<also-on",
        "<item",
        "item-history",
        "",
        "select-all",
        "find",
        "find-next",
        "find-previous",
        "",
        "preferences",
    ),
    "view": (
        *("<views", "<panels", "next-part", "previous-part", ""),
        *("zoom-in", "zoom-out", "zoom-fit", "zoom-selection", ""),
        *("all-lines", "<show", "", "scheme-system", "scheme-light", "scheme-dark", "high-contrast", ""),
        *("meanings", "underline-terms", "", "<map-text", "reduced-motion", "<language"),
    ),
    "topic": (*("topic-everything", "", "topic-why", "topic-facts", "topic-words", "topic-data", "topic-ways-out"),),
    "show": (
        *("<topic", ""),
        *("filter", "focus", "focus-wider", "show-everything", "", "collapse", "expand-all", ""),
        *("<saved-views", "save-view", "remove-view"),
    ),
    "layout": (
        *("layout-own", "layout-layered", "layout-lanes", "layout-iceberg", "layout-radial", "<kept-layouts", ""),
        *("keep-layout", "rename-layout", "remove-layout", "", "arrange", "arrange-all", "", "<align"),
    ),
    "align": (
        *("align-left", "align-centre", "align-right", "", "align-top", "align-middle", "align-bottom", ""),
        *("distribute-across", "distribute-down", "", "row", "column", "", "wider", "narrower"),
    ),
    "item": ("<tags", "<visibility", "<origin", "<presence", "", "<other-maps", "", "<relation"),
    "tags": ("add-tag", "<remove-tag"),
    "visibility": ("visibility-private", "visibility-analysis", "visibility-shared"),
    "origin": ("origin-stated", "origin-inferred", "origin-own"),
    "presence": (
        *("presence-at_table", "presence-consulted", "presence-absent", "presence-declined"),
        *("presence-unavailable", "presence-facilitator"),
    ),
    "relation": ("relation-fields", "next-relation", "reverse-relation", "relation-ends"),
    "map-text": ("map-text-normal", "map-text-large", "map-text-largest"),
    "language": ("language-nl", "language-en"),
    "sources": (
        *("import-text", "paste-text", "", "mark-passage", "to-passage", ""),
        *("next-passage", "previous-passage", "next-free", "previous-free", "", "correct-source"),
    ),
    "help": ("help", "tour", "palette", "shortcuts", "", "about"),
}
"""The commands in every menu; an empty name is a line between them, ``<name`` another menu."""

MENU_BAR: Final = ("file", "edit", "view", "layout", "sources", "help")
"""The menus that are always in sight; the others stand in one of these."""

TOOLBAR: Final = ("add", "connect", "", "undo", "redo", "", "arrange", "filter", "zoom-out", "zoom-in", "zoom-fit")


class Menus(QObject):
    """Fills the menus of a window."""

    def __init__(self, session: Session, desk: Desk, commands: Commands, views: Views, panels: Panels) -> None:
        """Know where entries come from; what changes while the program runs is looked up when its menu opens."""
        super().__init__(commands)
        self._session, self._desk, self._commands, self._views, self._panels = session, desk, commands, views, panels
        self._titles = titles()
        self._living: dict[str, Callable[[], Entries]] = {
            "recent": self._recent,
            "examples": self._examples,
            "kept-layouts": self._kept_layouts,
            "saved-views": self._saved_views,
            "other-maps": self._other_maps,
            "also-on": self._also_on,
            "remove-tag": self._tags,
        }

    def fill_bar(self, bar: QMenuBar) -> None:
        """Put the menus that are always in sight in a menu bar."""
        for name in MENU_BAR:
            self.fill(bar.addMenu(self._titles[name]), MENUS[name])

    def fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        """Add commands and menus by name; an empty name is a line between them, ``<name`` another menu."""
        for name in names:
            if name.startswith("<"):
                self._fill_inner(menu.addMenu(self._titles[name[1:]]), name[1:])
            else:
                add(menu, self._commands, name)

    def _fill_inner(self, menu: QMenu, name: str) -> None:
        menu.setObjectName(f"{name}-menu")
        if name in MENUS:
            self.fill(menu, MENUS[name])
        elif name in self._living:
            menu.aboutToShow.connect(lambda: self._refill(menu, self._living[name](), self._nothing_in(name)))
        elif name == "views":
            add(menu, self._commands, *(f"view-{one.name}" for one in self._views.known))
        elif name == "panels":
            add(menu, self._commands, *(f"panel-{one.name}" for one in self._panels.known))

    def _nothing_in(self, name: str) -> str:
        """Return what stands in a menu without entries: for maps, what to do to have one to choose."""
        if name in {"other-maps", "also-on"} and len(self._session.graph.maps) <= 1:
            return self.tr("Er is maar één kaart. Maak er een met Bestand, Kaart toevoegen.")
        if name == "also-on":
            return self.tr("Dit staat al op elke kaart.")
        return self.tr("(nog leeg)")

    def _refill(self, menu: QMenu, entries: Entries, nothing: str) -> None:
        menu.clear()  # never of a menu with commands: PySide takes actions that were in it for deleted
        for text, do in entries:
            menu.addAction(text.replace("&", "&&")).triggered.connect(lambda _checked=False, do=do: do())
        if not entries:
            menu.addAction(nothing).setEnabled(False)

    def _recent(self) -> Entries:
        desk = self._desk
        paths = [Path(one) for one in desk.settings.recent]
        return [(f"{path.stem}  ({path.parent})", partial(desk.open, path)) for path in paths]

    def _examples(self) -> Entries:
        open_example = self._desk.open_example
        names = (*assets.example_names(), assets.EVERY_EXAMPLE)
        return [(example_title(name), partial(open_example, name)) for name in names]

    def _kept_layouts(self) -> Entries:
        from gvkaart.ui.operations import layout as layout_operations

        session = self._session
        kept = (one for one in session.graph.layouts_of(session.map_id) if not one.is_ready_made and not one.is_view)
        return [
            (f"✓ {one.title}" if one.shown else one.title, partial(layout_operations.show, session, one.id))
            for one in kept
        ]

    def _saved_views(self) -> Entries:
        session = self._session
        saved = (one for one in session.graph.layouts_of(session.map_id) if one.is_view)
        look = session.saved_view_wanted.emit
        return [(f"✓ {one.title}" if one.shown else one.title, partial(look, one.id)) for one in saved]

    def _other_maps(self) -> Entries:
        from gvkaart.ui.operations import several

        session = self._session
        if not (chosen := session.selection):
            return []
        others = (one for one in session.graph.maps.values() if one.id != session.map_id)
        return [(shortened(one.title), partial(several.move_to_map, session, chosen, one.id)) for one in others]

    def _also_on(self) -> Entries:
        from gvkaart.ui.operations import map as map_operations

        session = self._session
        chosen = session.selection
        lacking = (one for one in session.graph.maps.values() if not session.graph.on_map(one.id).keys() >= set(chosen))
        return [(shortened(one.title), partial(map_operations.place_on, session, chosen, one.id)) for one in lacking]

    def _tags(self) -> Entries:
        from gvkaart.ui.operations import node as node_operations

        session = self._session
        tags = sorted({tag for node in session.selection for tag in session.graph.nodes[node].tags})
        return [(tag, partial(node_operations.change_tags, session, session.selection, (tag,), ())) for tag in tags]


def titles() -> dict[str, str]:
    """Return what the menus are called, with their accelerators."""
    return {
        "file": QCoreApplication.translate("Menus", "&Bestand"),
        "edit": QCoreApplication.translate("Menus", "Be&werken"),
        "view": QCoreApplication.translate("Menus", "Bee&ld"),
        "layout": QCoreApplication.translate("Menus", "&Indeling"),
        "kept-layouts": QCoreApplication.translate("Menus", "Bewaar&de indelingen"),
        "align": QCoreApplication.translate("Menus", "Ui&tlijnen"),
        "item": QCoreApplication.translate("Menus", "&Wijzigen"),
        "tags": QCoreApplication.translate("Menus", "&Labels"),
        "remove-tag": QCoreApplication.translate("Menus", "Label &weghalen"),
        "visibility": QCoreApplication.translate("Menus", "Zichtbaar v&oor"),
        "origin": QCoreApplication.translate("Menus", "Her&komst"),
        "presence": QCoreApplication.translate("Menus", "Aan ta&fel?"),
        "relation": QCoreApplication.translate("Menus", "Gekozen &relatie"),
        "other-maps": QCoreApplication.translate("Menus", "Naar een &andere kaart"),
        "sources": QCoreApplication.translate("Menus", "B&ronnen"),
        "help": QCoreApplication.translate("Menus", "&Help"),
        "recent": QCoreApplication.translate("Menus", "&Recent"),
        "bring-in": QCoreApplication.translate("Menus", "&Invoegen"),
        "make": QCoreApplication.translate("Menus", "&Maken"),
        "examples": QCoreApplication.translate("Menus", "&Voorbeelden"),
        "views": QCoreApplication.translate("Menus", "&Weergave"),
        "panels": QCoreApplication.translate("Menus", "&Panelen"),
        "map-text": QCoreApplication.translate("Menus", "Tekst op de k&aart"),
        "language": QCoreApplication.translate("Menus", "&Taal"),
        "also-on": QCoreApplication.translate("Menus", "Ook op een andere kaart &leggen"),
        "saved-views": QCoreApplication.translate("Menus", "Be&waarde weergaven"),
        "show": QCoreApplication.translate("Menus", "Ton&en"),
        "topic": QCoreApplication.translate("Menus", "&Onderwerp"),
    }


def add(to: QMenu | QToolBar, commands: Commands, *names: str) -> None:
    """Add actions by name; an empty name is a separator."""
    for name in names:
        if name:
            to.addAction(commands[name])
        else:
            to.addSeparator()
