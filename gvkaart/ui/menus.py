"""The menus: which command stands where, and the parts of a menu that are filled when it opens."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu, QToolBar

from gvkaart import assets
from gvkaart.ui.commands import Commands

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow

Entries = list[tuple[str, Callable[[], object]]]

MENUS: Final = {
    "file": (
        *("new", "open", "<recent", "<examples", "new-window", ""),
        *("save", "save-as", "save-copy", "share-copy", "", "name-version", "versions", "erase-history", ""),
        *("add-map", "remove-map", "import-case", "export-case", "export-picture", "", "close", "quit"),
    ),
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
        "from-text",
        "connect",
        "rename",
        "",
        "remove",
        "place",
        "take-off",
        "item-history",
        "",
        "select-all",
        "find",
    ),
    "view": (
        *("<views", "<panels", "", "zoom-in", "zoom-out", "zoom-fit", "zoom-selection", ""),
        *("all-lines", "<show", "", "scheme-system", "scheme-light", "scheme-dark", "<language"),
    ),
    "show": ("filter", "focus", "focus-wider", "show-everything", "", "collapse", "expand-all"),
    "layout": (
        *("layout-own", "layout-layered", "layout-lanes", "layout-iceberg", "layout-radial", "<kept-layouts", ""),
        *("keep-layout", "rename-layout", "remove-layout", "", "arrange", "arrange-all"),
    ),
    "language": ("language-nl", "language-en"),
    "sources": (
        *("import-text", "paste-text", "", "mark-passage", "to-passage", ""),
        *("next-passage", "previous-passage", "next-free", "previous-free", "", "correct-source"),
    ),
    "help": ("help", "palette", "shortcuts", "", "about"),
}
"""The commands in every menu; an empty name is a line between them, ``<name`` another menu."""

MENU_BAR: Final = ("file", "edit", "view", "layout", "sources", "help")
"""The menus that are always in sight; the others stand in one of these."""

TOOLBAR: Final = ("add", "connect", "", "undo", "redo", "", "arrange", "zoom-out", "zoom-in", "zoom-fit")

ITEM_MENU: Final = (
    *("rename", "connect", "add", "", "cut", "copy", "duplicate", "", "item-history", ""),
    *("take-off", "remove"),
)
"""What one can do with an item on the map."""

MAP_MENU: Final = ("add", "from-text", "paste", "", "arrange", "zoom-fit", "all-lines")
"""What one can do where there is nothing on the map."""


class Menus(QObject):
    """Fills the menu bar of a window."""

    def __init__(self, window: "MainWindow") -> None:
        """Make all menus; what changes while the program runs is looked up when its menu opens."""
        super().__init__(window)
        self._window = window
        self._titles = titles()
        self._living: dict[str, Callable[[], Entries]] = {
            "recent": self._recent,
            "examples": self._examples,
            "kept-layouts": self._kept_layouts,
        }
        for name in MENU_BAR:
            self._fill(window.menuBar().addMenu(self._titles[name]), MENUS[name])

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name.startswith("<"):
                self._fill_inner(menu.addMenu(self._titles[name[1:]]), name[1:])
            else:
                add(menu, self._window.commands, name)

    def _fill_inner(self, menu: QMenu, name: str) -> None:
        menu.setObjectName(f"{name}-menu")
        if name in MENUS:
            self._fill(menu, MENUS[name])
        elif name in self._living:
            menu.aboutToShow.connect(lambda: self._refill(menu, self._living[name]()))
        elif name == "views":
            add(menu, self._window.commands, *(f"view-{one.name}" for one in self._window.views.known))
        elif name == "panels":
            add(menu, self._window.commands, *(f"panel-{one.name}" for one in self._window.panels.known))

    def _refill(self, menu: QMenu, entries: Entries) -> None:
        menu.clear()  # never of a menu with commands: PySide takes actions that were in it for deleted
        for text, do in entries:
            menu.addAction(text.replace("&", "&&")).triggered.connect(lambda _checked=False, do=do: do())
        if not entries:
            menu.addAction(self.tr("(nog leeg)")).setEnabled(False)

    def _recent(self) -> Entries:
        desk = self._window.desk
        paths = [Path(one) for one in desk.settings.recent]
        return [(f"{path.stem}  ({path.parent})", partial(desk.open, path)) for path in paths]

    def _examples(self) -> Entries:
        open_example = self._window.desk.open_example
        return [(example_title(name), partial(open_example, name)) for name in assets.example_names()]

    def _kept_layouts(self) -> Entries:
        from gvkaart.ui.operations import layout as layout_operations

        session = self._window.session
        kept = (layout for layout in session.graph.layouts_of(session.map_id) if not layout.is_ready_made)
        return [
            (f"✓ {one.title}" if one.shown else one.title, partial(layout_operations.show, session, one.id))
            for one in kept
        ]


def titles() -> dict[str, str]:
    """Return what the menus are called, with their accelerators."""
    return {
        "file": QCoreApplication.translate("Menus", "&Bestand"),
        "edit": QCoreApplication.translate("Menus", "Be&werken"),
        "view": QCoreApplication.translate("Menus", "Bee&ld"),
        "layout": QCoreApplication.translate("Menus", "&Indeling"),
        "kept-layouts": QCoreApplication.translate("Menus", "Bewaar&de indelingen"),
        "sources": QCoreApplication.translate("Menus", "B&ronnen"),
        "help": QCoreApplication.translate("Menus", "&Help"),
        "recent": QCoreApplication.translate("Menus", "&Recent"),
        "examples": QCoreApplication.translate("Menus", "&Voorbeelden"),
        "views": QCoreApplication.translate("Menus", "&Weergave"),
        "panels": QCoreApplication.translate("Menus", "&Panelen"),
        "language": QCoreApplication.translate("Menus", "&Taal"),
        "show": QCoreApplication.translate("Menus", "&Tonen"),
    }


def example_title(name: str) -> str:
    """Return what an example case is called in a menu: its file name as words."""
    return Path(name).stem.replace("-", " ").capitalize()


def add(to: QMenu | QToolBar, commands: Commands, *names: str) -> None:
    """Add actions by name; an empty name is a separator."""
    for name in names:
        if name:
            to.addAction(commands[name])
        else:
            to.addSeparator()
