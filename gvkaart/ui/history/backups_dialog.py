"""Named versions and backups of a document, each to be opened as a copy; the document itself stays as it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gvkaart.store import Backup, Document, list_backups, now
from gvkaart.store.backups import about, all_backups
from gvkaart.ui.desk import Desk
from gvkaart.ui.fitting import within_screen
from gvkaart.ui.history.times import moment_words, size_words
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened

_SIZE: Final = (640, 480)
_ROW: Final = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that can be opened as a copy: its name, the time in milliseconds, its size, and how it is made."""

    name: str
    time: int
    size: int | None
    make: Callable[[], Document]


class BackupsDialog(QDialog):
    """Lists what can be gone back to: of one document, and of the others on this computer."""

    def __init__(self, desk: Desk, session: Session | None, parent: QWidget | None) -> None:
        """List what there is.

        Args:
            desk: opens the copies.
            session: the document whose versions and backups come first; None when none could be opened.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle(self.tr("Versies en reservekopieën"))
        self._desk = desk
        self._kept: list[Kept] = []
        self.opened = False
        """Whether a copy was opened."""
        self.tree = self._make_tree()
        self._open = QPushButton(self.tr("Openen als kopie"))
        self._open.setObjectName("open-kept")
        self._open.setDefault(True)
        self._open.clicked.connect(self.open_chosen)
        self._fill(session)
        self._lay_out()
        self._refresh()
        self.resize(within_screen(self, *_SIZE))

    # --- building -----------------------------------------------------------------------------------------------------

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("kept")
        tree.setAccessibleName(self.tr("Versies en reservekopieën"))
        tree.setHeaderLabels([self.tr("Wat"), self.tr("Wanneer"), self.tr("Grootte")])
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.itemSelectionChanged.connect(self._refresh)
        tree.itemActivated.connect(lambda _item, _column: self.open_chosen())
        return tree

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(plain_label(self._explanation(), "backups-explanation"))
        column.addWidget(self.tree, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._open, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _explanation(self) -> str:
        if not self._kept:
            return self.tr(
                "Er is nog niets om naar terug te gaan. Het programma maakt vanzelf reservekopieën terwijl u werkt. "
                "Zelf een moment vasthouden doet u met Bestand, Versie vastleggen."
            )
        return self.tr(
            "Dit kunt u teruglezen of terughalen. Wat u opent, komt als kopie in een eigen venster; "
            "uw document blijft zoals het is."
        )

    def _fill(self, session: Session | None) -> None:
        uuid = None
        if session is not None:
            uuid = session.document.uuid
            self._add_group(self.tr("Vastgelegde versies"), _versions(session), opens=True)
            self._add_group(self.tr("Reservekopieën van dit document"), self._backups(uuid), opens=True)
        for other, backups in all_backups(self._desk.folder).items():
            if other != uuid:
                title = self.tr("Reservekopieën van %1").replace("%1", self._title(backups[0]))
                self._add_group(title, self._backups(other), opens=session is None)

    def _title(self, newest: Backup) -> str:
        known = about(newest.path)
        return shortened(known.title) if known is not None and known.title else self.tr("een ander document")

    def _backups(self, uuid: UUID) -> list[Kept]:
        name, folder = self.tr("Reservekopie"), self._desk.folder
        found = list_backups(folder, uuid)
        return [Kept(name, one.time, one.size, partial(_copy, one.path, folder)) for one in found]

    def _add_group(self, title: str, kept: Iterable[Kept], *, opens: bool) -> None:
        rows = list(kept)
        if not rows:
            return
        group = QTreeWidgetItem(self.tree, [f"{title} ({len(rows)})"])
        group.setFirstColumnSpanned(True)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        language = self._desk.words.language
        for one in rows:
            size = "" if one.size is None else size_words(one.size, language)
            item = QTreeWidgetItem(group, [shortened(one.name), moment_words(one.time, language), size])
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, _ROW, len(self._kept))
            self._kept.append(one)
            if len(self._kept) == 1:
                self.tree.setCurrentItem(item)
        group.setExpanded(opens)

    # --- doing --------------------------------------------------------------------------------------------------------

    @property
    def _chosen(self) -> Kept | None:
        items = self.tree.selectedItems()
        row = items[0].data(0, _ROW) if items else None
        return None if row is None else self._kept[row]

    def _refresh(self) -> None:
        self._open.setEnabled(self._chosen is not None)

    def open_chosen(self) -> None:
        """Open what is chosen as a copy, in a window of its own."""
        if self._chosen is not None and self._desk.open_made(self._chosen.make):
            self.opened = True
            self.accept()


def _versions(session: Session) -> list[Kept]:
    document = session.document
    return [
        Kept(one.detail, one.time, None, partial(document.restored, one.id, one.detail)) for one in document.versions()
    ]


def _copy(path: Path, folder: Path) -> Document:
    return Document.open_copy(path, folder, now)
