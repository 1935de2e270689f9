"""Keys of commands: those at first, those a user chose instead, and which keys can be chosen at all.

Keys are written as Qt writes them in its portable form, several of them with "; " between: ``Ins; Ctrl+Return``.

A key that types a character, moves the cursor or goes to the next field is never a shortcut: the shortcut would fire
while somebody types, or the key would be missing there (WCAG 2.1.4).
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence

from gvkaart.ui.commands import Command, Commands, keys_at_first
from gvkaart.ui.menus import MENU_BAR, MENUS, titles

Keys = str
"""Any number of keys in portable form; empty for none."""

_PORTABLE: Final = QKeySequence.SequenceFormat.PortableText
_NATIVE: Final = QKeySequence.SequenceFormat.NativeText
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier
_FIRST_SPECIAL: Final = 0x01000000
"""Qt numbers keys that type a character below this."""

_MOVING: Final = frozenset(
    (
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape),
        Qt.Key.Key_Backspace,
    )
)
_ENTERING: Final = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))


class Refusal(StrEnum):
    """Why a key cannot be a shortcut."""

    TYPES = "types"
    """It types a character."""
    MOVES = "moves"
    """It goes through text, fields or the map."""


def sequences(keys: Keys) -> list[QKeySequence]:
    """Return the keys one by one."""
    return [one for one in QKeySequence.listFromString(keys, _PORTABLE) if not one.isEmpty()]


def native(keys: Keys) -> str:
    """Write keys as they stand on this computer's keyboard, with "of" between."""
    between = QCoreApplication.translate("shortcuts", " of ")
    return between.join(one.toString(_NATIVE) for one in sequences(keys))


def refusal(key: QKeySequence) -> Refusal | None:
    """Return why a key cannot be a shortcut, None when it can.

    Ctrl and Alt together count as no more than Shift: on many keyboards they are AltGr, which types.
    """
    pressed = key[0]  # type: ignore[index]  # the stub does not know that a sequence has parts
    modifiers, bare = pressed.keyboardModifiers(), pressed.key()
    commanding = bool(modifiers & (_CONTROL | _META)) != bool(modifiers & _ALT)
    if bare in _MOVING or (bare in _ENTERING and not commanding):
        return Refusal.MOVES
    if bare.value < _FIRST_SPECIAL and not commanding:
        return Refusal.TYPES
    return None


def apply(commands: Commands, chosen: Mapping[str, Keys]) -> None:
    """Give every command the keys that were chosen for it, or those it has at first."""
    for name, command in commands.known.items():
        commands.set_keys(name, keys_now(command, chosen))


def clashes(known: Collection[Command], chosen: Mapping[str, Keys], name: str, keys: Keys) -> list[Command]:
    """Return the other commands that have one of these keys."""
    wanted = {one.toString(_PORTABLE) for one in sequences(keys)}
    others = (command for command in known if command.name != name)
    return [one for one in others if wanted & {key.toString(_PORTABLE) for key in sequences(keys_now(one, chosen))}]


def keys_now(command: Command, chosen: Mapping[str, Keys]) -> Keys:
    """Return the keys of a command: those that were chosen, else those at first.

    Settings may be damaged or written by hand: a key that types is no shortcut from there either.
    """
    at_first = keys_at_first(command)
    if command.name not in chosen:
        return at_first
    own = {_portable(key) for key in sequences(at_first)}
    keys = sequences(chosen[command.name])
    return "; ".join(_portable(key) for key in keys if _portable(key) in own or refusal(key) is None)


def with_keys(known: Collection[Command], chosen: Mapping[str, Keys], name: str, keys: Keys) -> dict[str, Keys]:
    """Return the choices with other keys for a command; who had one of them before loses it.

    What is as it was at first is no choice, so that a later version of the program may begin with other keys.
    """
    taken = {one.toString(_PORTABLE) for one in sequences(keys)}
    after = dict(chosen)
    for command in known:
        if command.name == name:
            after[name] = keys
        else:
            left = [key.toString(_PORTABLE) for key in sequences(keys_now(command, chosen))]
            after[command.name] = "; ".join(key for key in left if key not in taken)
    at_first = {command.name: "; ".join(map(_portable, sequences(keys_at_first(command)))) for command in known}
    return {one: its for one, its in after.items() if its != at_first.get(one, its)}


def _portable(key: QKeySequence) -> str:
    return key.toString(_PORTABLE)


def grouped(commands: Commands) -> dict[str, list[Command]]:
    """Return all commands by the title of the menu they stand in; those of living menus come with the looking."""
    groups: dict[str, list[Command]] = {}
    others = dict(commands.known)
    for menu in MENU_BAR:
        groups[menu] = [others.pop(name) for name in _names_in(menu) if name in others]
    groups["view"] += others.values()
    return {titles()[menu].replace("&", ""): members for menu, members in groups.items()}


def _names_in(menu: str) -> Iterator[str]:
    """Yield the commands of a menu and of the menus in it."""
    for name in MENUS[menu]:
        if name.startswith("<") and name[1:] in MENUS:
            yield from _names_in(name[1:])
        else:
            yield name


def map_keys() -> list[tuple[str, str]]:
    """Return the keys that are fixed, with what they do on the map: how one moves about there."""
    arrows = QCoreApplication.translate("shortcuts", "pijltjes")
    return [
        (arrows, QCoreApplication.translate("shortcuts", "naar het volgende item, langs een relatie als die er is")),
        (f"Shift+{arrows}", QCoreApplication.translate("shortcuts", "ook het volgende item selecteren")),
        (
            QCoreApplication.translate("shortcuts", "Alt+links, Alt+rechts"),
            QCoreApplication.translate("shortcuts", "terug naar het vorige item, en weer vooruit"),
        ),
        (
            QCoreApplication.translate("shortcuts", "Alt+omhoog, Alt+omlaag"),
            QCoreApplication.translate("shortcuts", "een andere relatie van het item waar u vandaan komt"),
        ),
        (f"Ctrl+{arrows}", QCoreApplication.translate("shortcuts", "wat geselecteerd is verplaatsen")),
        (f"Ctrl+Shift+{arrows}", QCoreApplication.translate("shortcuts", "de kaart verschuiven")),
        ("Enter", QCoreApplication.translate("shortcuts", "eigenschappen van het item openen")),
        (
            QCoreApplication.translate("shortcuts", "+ en -"),
            QCoreApplication.translate("shortcuts", "groter en kleiner"),
        ),
        ("0", QCoreApplication.translate("shortcuts", "ware grootte")),
        ("Home, Shift+Home", QCoreApplication.translate("shortcuts", "hele kaart, alleen de selectie")),
        ("Backspace", QCoreApplication.translate("shortcuts", "verwijderen wat geselecteerd is")),
        ("Tab", QCoreApplication.translate("shortcuts", "naar het volgende deel van het venster")),
        (
            "Esc",
            QCoreApplication.translate("shortcuts", "afbreken wat u sleept; selectie opheffen; terug naar de kaart"),
        ),
    ]


def page(commands: Commands, chosen: Mapping[str, Keys]) -> str:
    """Write all keys as a list to read, to print and for the manual (Markdown): a table for each group."""
    header = QCoreApplication.translate("shortcuts", "| toets | doet |") + "\n| --- | --- |"
    tables = [(QCoreApplication.translate("shortcuts", "Op de kaart"), map_keys())]
    for title, members in grouped(commands).items():
        rows = [(native(keys_now(one, chosen)), one.plain) for one in members if keys_now(one, chosen)]
        tables.append((title, rows))
    return "\n\n".join(
        "\n".join((f"**{title}**", "", header, *(f"| {keys} | {does} |" for keys, does in rows)))
        for title, rows in tables
        if rows
    )


def first_key(action: QAction) -> str:
    """Write the first key of an action as it stands on this computer's keyboard; empty for none."""
    return action.shortcut().toString(_NATIVE)
