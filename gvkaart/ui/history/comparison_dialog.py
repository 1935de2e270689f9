"""What differs between two moments, beside the map: sentences by kind; choosing one shows the item on the map."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.entities import NodeId
from gvkaart.ui.fitting import within_screen
from gvkaart.ui.history.lines import LinesTree
from gvkaart.ui.history.telling import Section, as_text
from gvkaart.ui.labels import plain_label

_NODE: Final = Qt.ItemDataRole.UserRole
_SIZE: Final = (620, 560)
_FEW: Final = 40
"""Sections with more lines begin folded."""


class ComparisonDialog(QDialog):
    """Stays open while one works."""

    node_chosen = Signal(str)
    """An item is to be shown on the map."""

    def __init__(
        self, heading: str, sections: Sequence[Section], to_copy: Callable[[], Sequence[Section]], parent: QWidget
    ) -> None:
        """Show sections under a sentence that says what was compared.

        What is copied is asked of `to_copy`: nothing private goes onto the clipboard.
        """
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Wat is er veranderd?"))
        self._heading, self._sections, self._to_copy = heading, sections, to_copy
        self.tree = self._make_tree()
        column = QVBoxLayout(self)
        column.addWidget(plain_label(heading, "comparison-heading"))
        if sections:
            column.addWidget(self.tree, 1)
            column.addWidget(plain_label(self.tr("Kies een regel om het item op de kaart te zien."), "comparison-hint"))
        else:
            column.addWidget(plain_label(self.tr("Er is geen verschil."), "comparison-none"), 1)
        column.addWidget(self._make_buttons())
        self.resize(within_screen(self, *_SIZE))

    def _make_tree(self) -> LinesTree:
        tree = LinesTree("differences", self.tr("Verschillen"))
        for section in self._sections:
            _add_section(tree, section)
        tree.currentItemChanged.connect(lambda item, _before: self._choose(item))
        tree.itemClicked.connect(lambda item, _column: self._choose(item))
        return tree

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        copy = QPushButton(self.tr("Kopiëren als tekst"))
        copy.setObjectName("copy-comparison")
        copy.setAutoDefault(False)
        copy.setEnabled(bool(self._sections))
        copy.clicked.connect(self._copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        return buttons

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and (node := item.data(0, _NODE)):
            self.node_chosen.emit(NodeId(node))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._heading}\n\n{as_text(self._to_copy())}\n")


def _add_section(tree: LinesTree, section: Section) -> None:
    top = tree.add_heading(section.title)
    for line in section.lines:
        item = QTreeWidgetItem(top, [line.text])
        item.setData(0, _NODE, line.node)
        for detail in line.details:
            QTreeWidgetItem(item, [detail]).setData(0, _NODE, line.node)
        item.setExpanded(True)
    top.setExpanded(len(section.lines) <= _FEW)
