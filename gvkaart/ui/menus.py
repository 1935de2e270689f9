"""The menus and the toolbar: lists of commands, and the parts that are filled when they open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QToolBar

from gvkaart import assets
from gvkaart.ui.actions import Actions
from gvkaart.ui.desk import Desk
from gvkaart.ui.shortening import shortened
from gvkaart.words import Words


class Menus(QObject):
    """Fills the menu bar of a window."""

    def __init__(self, window: QMainWindow, actions: Actions, desk: Desk, docks: tuple[QDockWidget, ...]) -> None:
        """Make all menus; recent documents and examples are looked up when their menu opens."""
        super().__init__(window)
        self._window, self._actions, self._desk = window, actions, desk
        self._file_menu()
        editing = ("undo", "redo", "", "add", "connect", "rename", "", "remove", "place", "take-off", "")
        self._menu(self.tr("Be&werken"), *editing, "select-all", "find")
        self._view_menu(docks)
        self._menu(self.tr("&Help"), "help", "about")

    def _file_menu(self) -> None:
        file = self._menu(self.tr("&Bestand"), "new", "open")
        recent = file.addMenu(self.tr("&Recent"))
        recent.aboutToShow.connect(lambda: self._refill(recent, self._recent()))
        examples = file.addMenu(self.tr("&Voorbeelden"))
        examples.aboutToShow.connect(lambda: self._refill(examples, self._examples()))
        saving = ("", "save", "save-as", "", "add-map", "import-case", "export-case", "export-picture", "")
        add(file, self._actions, *saving, "close", "quit")

    def _view_menu(self, docks: tuple[QDockWidget, ...]) -> None:
        view = self._menu(
            self.tr("Bee&ld"),
            *("zoom-in", "zoom-out", "zoom-fit", "zoom-selection", "", "arrange", "arrange-all", "", "all-lines"),
        )
        view.addSeparator()
        view.addActions([dock.toggleViewAction() for dock in docks])
        view.addSeparator()
        self._choices(view, "scheme-", self._desk.settings.scheme)
        view.addSeparator()
        self._choices(view.addMenu(self.tr("&Taal")), "language-", self._desk.settings.language)

    def _menu(self, title: str, *names: str) -> QMenu:
        menu = self._window.menuBar().addMenu(title)
        add(menu, self._actions, *names)
        return menu

    def _choices(self, menu: QMenu, prefix: str, chosen: str) -> None:
        group = QActionGroup(self._window)
        for name, action in self._actions.all.items():
            if name.startswith(prefix):
                action.setCheckable(True)
                action.setChecked(name == prefix + chosen)
                group.addAction(action)
                menu.addAction(action)

    def _refill(self, menu: QMenu, entries: list[tuple[str, Callable[[], object]]]) -> None:
        menu.clear()
        for text, do in entries:
            menu.addAction(text.replace("&", "&&")).triggered.connect(lambda _checked=False, do=do: do())
        if not entries:
            menu.addAction(self.tr("(nog leeg)")).setEnabled(False)

    def _recent(self) -> list[tuple[str, Callable[[], object]]]:
        paths = [Path(one) for one in self._desk.settings.recent]
        return [(f"{path.stem}  ({path.parent})", partial(self._desk.open, path)) for path in paths]

    def _examples(self) -> list[tuple[str, Callable[[], object]]]:
        return [(example_title(name), partial(self._desk.open_example, name)) for name in assets.example_names()]


def example_title(name: str) -> str:
    """Return what an example case is called in a menu: its file name as words."""
    return Path(name).stem.replace("-", " ").capitalize()


def add(to: QMenu | QToolBar, actions: Actions, *names: str) -> None:
    """Add actions by name; an empty name is a separator."""
    for name in names:
        if name:
            to.addAction(actions[name])
        else:
            to.addSeparator()


def name_step(action: QAction, plain: str, operation: str, detail: str, words: Words) -> None:
    """Say in an undo or redo action what it is about to take back or do again; empty `operation` for nothing."""
    action.setEnabled(bool(operation))
    what = words.text(f"op.{operation}", detail=shortened(detail)) if operation else ""
    action.setText(f"{plain}: {what.replace('&', '&&')}" if what else plain)
