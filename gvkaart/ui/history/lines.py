"""A tree of sentences that are broken over as many lines as they need; Qt's own delegate would cut them off."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.uncopied import Uncopied

_BESIDE = 12
"""Room beside a text, and a little above and below."""
_ABOVE = 6


class LinesTree(QTreeWidget):
    """One column of plain text."""

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        """Make an empty tree with an object name, and a name for a screen reader."""
        super().__init__(parent)
        self.setObjectName(name)
        Uncopied(self)
        self.setAccessibleName(accessible_name)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Wrapping(self))
        self.header().sectionResized.connect(lambda *_sizes: self.scheduleDelayedItemsLayout())

    def add_heading(self, text: str) -> QTreeWidgetItem:
        """Add a line in bold, below which others can be put."""
        heading = QTreeWidgetItem(self, [text])
        font = QFont(self.font())
        font.setBold(True)
        heading.setFont(0, font)
        return heading


class _Wrapping(QStyledItemDelegate):
    def __init__(self, tree: LinesTree) -> None:
        super().__init__(tree)
        self._tree = tree

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = max(1, self._tree.columnWidth(0) - depth * self._tree.indentation() - _BESIDE)
        font = index.data(Qt.ItemDataRole.FontRole)
        metrics = QFontMetrics(font if isinstance(font, QFont) else self._tree.font())
        room = QRect(0, 0, width, 1 << 20)
        text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(width, text.height() + _ABOVE)
