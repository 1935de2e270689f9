"""Every command of the window, once: name, words, keys and icon. Menus and toolbar are lists of names."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gvkaart.ui.icons import icon

_Key = QKeySequence.StandardKey


class _Command(NamedTuple):
    name: str
    words: str
    keys: str | QKeySequence.StandardKey = ""
    icon: str = ""


class Actions(QObject):
    """Makes the actions; what they do is connected by the window."""

    def __init__(self, window: QWidget) -> None:
        """Make every action, with the window as its parent so that its keys work everywhere in it."""
        super().__init__(window)
        self.all: Mapping[str, QAction] = {
            command.name: self._make(command, window) for command in (*self._files(), *self._edits(), *self._views())
        }

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its name."""
        return self.all[name]

    def connect_to(self, name: str, do: Callable[[], object]) -> None:
        """Let an action do something; whether it is checked does not matter to what it does."""
        self.all[name].triggered.connect(lambda _checked=False: do())

    def _make(self, command: _Command, window: QWidget) -> QAction:
        action = QAction(command.words, window)
        action.setObjectName(command.name)
        action.setShortcut(QKeySequence(command.keys))
        if command.icon:
            action.setIcon(icon(command.icon))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        plain = command.words.replace("&", "").rstrip("…")
        action.setToolTip(f"{plain} ({keys})" if keys else plain)
        window.addAction(action)
        return action

    def _files(self) -> tuple[_Command, ...]:
        return (
            _Command("new", self.tr("&Nieuwe kaart"), _Key.New, "new"),
            _Command("open", self.tr("&Openen…"), _Key.Open, "open"),
            _Command("save", self.tr("Op&slaan"), _Key.Save, "save"),
            _Command("save-as", self.tr("Opslaan &als…"), "Ctrl+Shift+S"),
            _Command("add-map", self.tr("&Kaart toevoegen…")),
            _Command("import-case", self.tr("Casusbestand &invoegen…"), "", "import"),
            _Command("export-case", self.tr("Casusbestand &maken…"), "", "export"),
            _Command("export-picture", self.tr("&Diagram maken…"), "Ctrl+E", "export"),
            _Command("close", self.tr("Slui&ten"), _Key.Close),
            _Command("quit", self.tr("A&fsluiten"), _Key.Quit),
        )

    def _edits(self) -> tuple[_Command, ...]:
        return (
            _Command("undo", self.tr("&Ongedaan maken"), _Key.Undo, "undo"),
            _Command("redo", self.tr("Op&nieuw doen"), "Ctrl+Y", "redo"),
            _Command("add", self.tr("Item &toevoegen…"), "Ins", "add"),
            _Command("connect", self.tr("&Relatie toevoegen…"), "Ctrl+L", "link"),
            _Command("rename", self.tr("&Hernoemen"), "F2"),
            _Command("remove", self.tr("&Verwijderen"), _Key.Delete, "trash"),
            _Command("place", self.tr("Op &deze kaart zetten")),
            _Command("take-off", self.tr("Van de &kaart halen"), "Shift+Del"),
            _Command("select-all", self.tr("&Alles selecteren"), _Key.SelectAll),
            _Command("find", self.tr("&Zoeken"), _Key.Find, "search"),
        )

    def _views(self) -> tuple[_Command, ...]:
        return (
            _Command("zoom-in", self.tr("&Groter"), _Key.ZoomIn, "zoom-in"),
            _Command("zoom-out", self.tr("&Kleiner"), _Key.ZoomOut, "zoom-out"),
            _Command("zoom-fit", self.tr("&Hele kaart"), "Ctrl+0", "zoom-fit"),
            _Command("zoom-selection", self.tr("Op &selectie"), "Ctrl+Shift+0"),
            _Command("arrange", self.tr("&Indelen"), "Ctrl+I", "layout"),
            _Command("arrange-all", self.tr("Alles opnieuw in&delen"), "Ctrl+Shift+I"),
            _Command("all-lines", self.tr("Alle &lijnen tonen"), "Ctrl+Shift+L"),
            _Command("scheme-system", self.tr("Kleuren van het s&ysteem")),
            _Command("scheme-light", self.tr("Li&cht")),
            _Command("scheme-dark", self.tr("D&onker")),
            _Command("language-nl", "&Nederlands"),
            _Command("language-en", "&English"),
            _Command("help", self.tr("&Uitleg"), _Key.HelpContents, "help"),
            _Command("about", self.tr("&Over gvkaart")),
        )
