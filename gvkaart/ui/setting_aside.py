"""The dialog that asks why a finding does not count here, and of several public values which do not."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gvkaart.analysis.catalogue import PublicValue
from gvkaart.ui.fitting import within_screen

_VALUE = int(Qt.ItemDataRole.UserRole)


class SettingAsideDialog(QDialog):
    """Asks which values do not count here, and why; each is set aside, and brought back, by itself."""

    def __init__(self, values: Sequence[PublicValue], parent: QWidget | None = None) -> None:
        """Offer values, none of them chosen."""
        super().__init__(parent)
        self.setObjectName("setting-aside")
        self.setWindowTitle(self.tr("Waarden opzijzetten"))
        self._list = self._make_list(values)
        self._reason = QPlainTextEdit()
        self._reason.setObjectName("reason")
        self._reason.setTabChangesFocus(True)
        self._buttons = QDialogButtonBox()
        self._agree = self._buttons.addButton(self.tr("Opzijzetten"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._agree.setObjectName("accept")
        self._buttons.addButton(self.tr("Annuleren"), QDialogButtonBox.ButtonRole.RejectRole)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._list.itemChanged.connect(self._allow)
        self._reason.textChanged.connect(self._allow)
        self._lay_out()
        self._allow()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the values that do not count here."""
        items = (self._list.item(row) for row in range(self._list.count()))
        return tuple(item.data(_VALUE) for item in items if item.checkState() is Qt.CheckState.Checked)

    @property
    def reason(self) -> str:
        """Why they do not."""
        return self._reason.toPlainText()

    def _make_list(self, values: Sequence[PublicValue]) -> QListWidget:
        made = QListWidget()
        made.setObjectName("values")
        made.setWordWrap(True)
        made.setSpacing(2)
        for value in values:
            told = self.tr("%1: %2").replace("%1", value.name).replace("%2", value.question)
            item = QListWidgetItem(told, made)
            item.setData(_VALUE, value.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        made.setCurrentRow(0)
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        for words, widget, stretch in (
            (self.tr("&Welke waarden tellen hier niet?"), self._list, 3),
            (self.tr("Waarom &niet?"), self._reason, 1),
        ):
            label = QLabel(words)
            label.setBuddy(widget)
            widget.setAccessibleName(words.replace("&", ""))
            column.addWidget(label)
            column.addWidget(widget, stretch)
        column.addWidget(self._buttons)
        self.resize(within_screen(self, 560, 560))

    def _allow(self) -> None:
        """Let nothing be set aside before something is chosen and a reason is given: it would be refused."""
        self._agree.setEnabled(bool(self.chosen and self.reason.strip()))
