"""Commands: everything a user can do in a window, by name. Menus, toolbar, keys and palette are lists of these names.

What commands there are is said by the parts of the window (`gvkaart.ui.parts`), in which menu they stand by
`gvkaart.ui.menus`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from gvkaart.ui.icons import icon

Key = QKeySequence.StandardKey

_K = TypeVar("_K", bound=str)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a user can do.

    Attributes:
        name: by which menus, tests and settings know it; it never changes, because the user's own keys hang on it.
        words: what stands in a menu, with the accelerator.
        do: does it.
        keys: the keys at first, several with "; " between; a user may choose others (`gvkaart.ui.shortcuts`).
        icon: the name of an icon, for the toolbar.
        enabled: tells whether it can be done now; always, when None.
        needs: says what must be so before it can be done, for who finds it dimmed.
        checked: tells whether it is on; None for a command that is not a switch.
        group: only one switch of a group is on.
    """

    name: str
    words: str
    do: Callable[[], object]
    keys: str | Key = ""
    icon: str = ""
    enabled: Callable[[], bool] | None = None
    needs: str = ""
    checked: Callable[[], bool] | None = None
    group: str = ""

    @property
    def plain(self) -> str:
        """The words without accelerator and dots."""
        return self.words.replace("&", "").rstrip("…")


def keys_at_first(command: Command) -> str:
    """Return the keys that a command has until the user chooses others, in portable form with "; " between."""
    if isinstance(command.keys, str):
        return command.keys
    return QKeySequence(command.keys).toString(QKeySequence.SequenceFormat.PortableText)


def _give_keys(action: QAction, command: Command, keys: str) -> None:
    """Let keys fire an action, and name them in its tooltip."""
    sequences = QKeySequence.listFromString(keys, QKeySequence.SequenceFormat.PortableText)
    action.setShortcuts(sequences)
    named = ", ".join(one.toString(QKeySequence.SequenceFormat.NativeText) for one in sequences)
    action.setToolTip(f"{command.plain} ({named})" if named else command.plain)


def choices(
    group: str, words: Mapping[_K, str], choose: Callable[[_K], object], current: Callable[[], object]
) -> Iterator[Command]:
    """Return a command for each of a few things of which one is chosen, named ``<group>-<thing>``.

    Args:
        group: what they are of, together.
        words: what stands in the menu, per thing.
        choose: chooses one.
        current: returns the one that is chosen now.
    """
    for one, said in words.items():
        yield Command(
            f"{group}-{one}",
            said,
            partial(choose, one),
            checked=partial(lambda this: current() == this, one),
            group=group,
        )


class Commands(QObject):
    """The commands of one window, each with the action that menus and keys share."""

    def __init__(self, window: QWidget) -> None:
        """Begin without commands; the keys of those that are added work everywhere in the window."""
        super().__init__(window)
        self._window = window
        self.known: dict[str, Command] = {}
        self.all: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}

    def __getitem__(self, name: str) -> QAction:
        """Return an action by the name of its command."""
        return self.all[name]

    def add(self, commands: Iterable[Command]) -> None:
        """Add commands, whose names are not taken yet."""
        for command in commands:
            if command.name in self.all:
                raise ValueError(command.name)
            self.known[command.name] = command
            self.all[command.name] = self._make(command)

    def set_keys(self, name: str, keys: str) -> None:
        """Give a command other keys, in portable form with "; " between; none when empty."""
        _give_keys(self.all[name], self.known[name], keys)

    def explain(self, name: str, show: Callable[[str], object]) -> None:
        """Have what does the work of a command, without being its button, show the same tooltip with its keys."""
        action = self.all[name]
        action.changed.connect(lambda: show(action.toolTip()))
        show(action.toolTip())

    def refresh(self) -> None:
        """Dim what cannot be done now, and check what is on."""
        for name, command in self.known.items():
            action = self.all[name]
            if command.enabled is not None:
                action.setEnabled(command.enabled())
            if command.checked is not None:
                action.setChecked(command.checked())

    def _make(self, command: Command) -> QAction:
        action = QAction(command.words, self._window)
        action.setObjectName(command.name)
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.checked is not None:
            action.setCheckable(True)
        if command.group:
            self._group(command.group).addAction(action)
        _give_keys(action, command, keys_at_first(command))
        do = command.do
        action.triggered.connect(lambda _checked=False: do())
        self._window.addAction(action)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]
