"""The dialog with all keys: finding one, choosing another, going back to how it was."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, assert_never

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.overriding import override
from gvkaart.domain.text import fold
from gvkaart.ui import shortcuts
from gvkaart.ui.commands import Command, Commands
from gvkaart.ui.fitting import within_screen
from gvkaart.ui.labels import plain_label
from gvkaart.ui.palette_matching import ranked
from gvkaart.ui.shortcuts import Keys, Refusal

if TYPE_CHECKING:
    from gvkaart.ui.desk import Desk

_NAME: Final = int(Qt.ItemDataRole.UserRole)


class ShortcutsDialog(QDialog):
    """Lists every command with its keys; what is chosen holds at once, in every window."""

    def __init__(self, commands: Commands, desk: "Desk", parent: QWidget | None = None) -> None:
        """Show the keys of the commands of a window, as the settings have them."""
        super().__init__(parent)
        self.setObjectName("shortcuts-dialog")
        self.setWindowTitle(self.tr("Sneltoetsen"))
        self._commands, self._known, self._desk = commands, commands.known, desk
        self._groups = shortcuts.grouped(commands)
        self._find = QLineEdit()
        self._find.setObjectName("find")
        self._find.setPlaceholderText(self.tr("Zoek een opdracht of een toets"))
        self._find.setAccessibleName(self._find.placeholderText())
        self._find.setClearButtonEnabled(True)
        self._list = _make_list(self.tr("Opdracht"), self.tr("Toets"))
        self._recorder = _Recorder()
        self._recorder.setObjectName("recorder")
        self._recorder.setAccessibleName(self.tr("Nieuwe toets"))
        self._message = plain_label(name="message")
        self._use, self._remove, self._reset = (
            _button("use", self.tr("&Gebruiken"), self._use_recorded),
            _button("none", self.tr("Geen &toets"), partial(self._choose, "")),
            _button("reset", self.tr("Zoals &eerst"), self._reset_one),
        )
        self._lay_out()
        self._find.textChanged.connect(lambda _text: self._fill())
        self._list.currentItemChanged.connect(lambda _now, _before: self._begin())
        self._recorder.keySequenceChanged.connect(lambda _keys: self._judge())
        self._fill()
        self.resize(within_screen(self, 640, 620))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self._find)
        column.addWidget(self._list, 1)
        row = QHBoxLayout()
        label = QLabel(self.tr("&Nieuwe toets:"))
        label.setBuddy(self._recorder)
        row.addWidget(label)
        row.addWidget(self._recorder, 1)
        for button in (self._use, self._remove, self._reset):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(self._message)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for name, words, do in (
            ("reset-all", self.tr("&Alles zoals eerst"), self._reset_all),
            ("copy", self.tr("&Lijst kopiëren"), self._copy),
        ):
            box.addButton(_button(name, words, do), QDialogButtonBox.ButtonRole.ActionRole)
        box.rejected.connect(self.reject)
        column.addWidget(box)

    # --- the list -----------------------------------------------------------------------------------------------------

    @property
    def _chosen(self) -> dict[str, Keys]:
        return dict(self._desk.settings.shortcuts)

    @property
    def _current(self) -> Command | None:
        item = self._list.currentItem()
        return self._known.get(str(item.data(0, _NAME))) if item is not None else None

    def _fill(self) -> None:
        """Show what was searched for, by group, with the same command current as before."""
        before = self._current
        self._list.clear()
        wanted = {one.name for one in ranked(self._find.text(), map(self._entry, self._known.values()))}
        for title, commands in self._groups.items():
            found = [command for command in commands if command.name in wanted]
            if found:
                self._add_group(title, found, before)
        if not self._find.text():
            self._add_fixed()
        if self._current is None and self._list.topLevelItemCount():
            self._list.setCurrentIndex(self._list.model().index(0, 0, self._list.model().index(0, 0)))

    def _entry(self, command: Command) -> tuple[str, Command]:
        keys = shortcuts.native(shortcuts.keys_now(command, self._chosen))
        return fold(f"{command.plain} {keys}"), command

    def _add_group(self, title: str, commands: list[Command], current: Command | None) -> None:
        top = _group_item(self._list, title)
        for command in commands:
            item = QTreeWidgetItem(top, [command.plain, self._keys_of(command)])
            item.setData(0, _NAME, command.name)
            if current is not None and command.name == current.name:
                self._list.setCurrentItem(item)

    def _keys_of(self, command: Command) -> str:
        keys = shortcuts.native(shortcuts.keys_now(command, self._chosen))
        return self.tr("{keys} (door u gekozen)").format(keys=keys or "-") if command.name in self._chosen else keys

    def _add_fixed(self) -> None:
        top = _group_item(self._list, self.tr("Op de kaart (liggen vast)"))
        for keys, does in shortcuts.map_keys():
            QTreeWidgetItem(top, [does, keys])

    # --- choosing -----------------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Another command is looked at."""
        self._recorder.clear()
        command = self._current
        for widget in (self._recorder, self._remove):
            widget.setEnabled(command is not None)
        self._reset.setEnabled(command is not None and command.name in self._chosen)
        self._judge()

    def _judge(self) -> None:
        """Say what will happen when the key that was pressed is used."""
        keys, command = self._recorder.keySequence(), self._current
        refused = shortcuts.refusal(keys) if not keys.isEmpty() else None
        self._use.setEnabled(command is not None and not keys.isEmpty() and refused is None)
        if command is None:
            self._message.setText(self.tr("Deze toetsen liggen vast."))
        elif keys.isEmpty():
            self._message.setText(self.tr("Ga naar het veld en druk de toets die u wilt."))
        elif refused is not None:
            self._message.setText(_reason(refused))
        else:
            self._message.setText(self._clash(command, keys))

    def _clash(self, command: Command, keys: QKeySequence) -> str:
        portable = keys.toString(QKeySequence.SequenceFormat.PortableText)
        others = shortcuts.clashes(self._known.values(), self._chosen, command.name, portable)
        if not others:
            return self.tr("Deze toets is vrij.")
        names = ", ".join(one.plain for one in others)
        return self.tr("Deze toets hoort nu bij: {names}. Als u hem gebruikt, raakt die opdracht hem kwijt.").format(
            names=names
        )

    def _use_recorded(self) -> None:
        self._choose(self._recorder.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def _choose(self, keys: Keys) -> None:
        if (command := self._current) is not None:
            self._keep(shortcuts.with_keys(self._known.values(), self._chosen, command.name, keys))

    def _reset_one(self) -> None:
        if (command := self._current) is not None:
            at_first = shortcuts.keys_now(command, {})
            self._keep(shortcuts.with_keys(self._known.values(), self._chosen, command.name, at_first))

    def _reset_all(self) -> None:
        self._keep({})

    def _keep(self, chosen: dict[str, Keys]) -> None:
        self._desk.set_shortcuts(chosen)
        self._fill()
        self._begin()

    def _copy(self) -> None:
        """Put the whole list on the clipboard: to print it, or to hang beside the screen."""
        QGuiApplication.clipboard().setText(shortcuts.page(self._commands, self._chosen))
        self._message.setText(self.tr("De lijst staat op het klembord."))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the search line chooses nothing: it would close or do something unasked."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)


class _Recorder(QKeySequenceEdit):
    """Takes one key; Tab and Esc stay what they are, so that the keyboard gets out again."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)

    @override
    def event(self, event: QEvent) -> bool:
        key = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if key == Qt.Key.Key_Escape:
            event.ignore()  # so that it goes on to the dialog
            return False
        if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            return QWidget.event(self, event)
        return super().event(event)


def _reason(refused: Refusal) -> str:
    match refused:
        case Refusal.TYPES:
            return QCoreApplication.translate(
                "shortcuts", "Deze toets typt een teken. Neem Ctrl of Alt erbij, of een functietoets."
            )
        case Refusal.MOVES:
            return QCoreApplication.translate(
                "shortcuts", "Met deze toets gaat u door tekst, velden en de kaart. Neem een andere."
            )
        case _:
            assert_never(refused)


def _make_list(what: str, keys: str) -> QTreeWidget:
    made = QTreeWidget()
    made.setObjectName("list")
    made.setAccessibleName(what)
    made.setHeaderLabels([what, keys])
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    header = made.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return made


def _group_item(within: QTreeWidget, title: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem(within, [title])
    font = item.font(0)
    font.setBold(True)
    item.setFont(0, font)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    item.setExpanded(True)
    return item


def _button(name: str, words: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked=False: do())
    return button
