"""The legend beside the map: what the shapes, lines and signs mean that stand on it now, as a list."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gvkaart.domain.overriding import override
from gvkaart.picture.legend import Entry, entries
from gvkaart.picture.primitives import Picture
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.painter import colour_of, paint_primitive
from gvkaart.words import Words

_SAMPLE: Final = QSize(60, 32)
_PAUSE: Final = 300
"""Milliseconds without a change of the map after which the legend follows."""


class LegendPanel(QWidget):
    """Follows the picture on a canvas; the same entries as in the legend of an exported picture."""

    def __init__(self, canvas: MapCanvas, words: Words, parent: QWidget | None = None) -> None:
        """Explain what a canvas shows, in the language of `words`."""
        super().__init__(parent)
        self._canvas, self._words = canvas, words
        self._told: Picture | None = None
        intro = QLabel(self.tr("Wat u op deze kaart ziet"))
        intro.setContentsMargins(12, 8, 12, 8)
        intro.setWordWrap(True)
        self._list = QListWidget()
        self._list.setObjectName("legend")
        self._list.setAccessibleName(self.tr("Legenda"))
        self._list.setIconSize(_SAMPLE)
        self._list.setWordWrap(True)
        self._list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(intro)
        column.addWidget(self._list)
        self.setFocusProxy(self._list)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._tell)
        canvas.pictured.connect(self._soon.start)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def _tell(self) -> None:
        """List what there is to explain, when somebody looks at it and it is not on the list yet."""
        picture = self._canvas.picture
        if not self.isVisible() or picture is self._told:
            return
        self._told = picture
        row = self._list.currentRow()
        self._list.clear()
        explained = entries(picture, self._words) if picture is not None else ()
        for entry in explained:
            item = QListWidgetItem(self._icon(entry, picture.theme.background if picture else ""), entry.words)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self._list.addItem(item)
        if not self._list.count():
            self._list.addItem(self.tr("De kaart is nog leeg. Wat u erop zet, wordt hier uitgelegd."))
        self._colour(picture)
        self._list.setCurrentRow(min(max(row, 0), self._list.count() - 1))

    def _colour(self, picture: Picture | None) -> None:
        """Show the samples on the colour that they have behind them on the map."""
        if picture is None:
            return
        palette = self._list.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(picture.theme.background))
        palette.setColor(QPalette.ColorRole.Text, QColor(picture.theme.text))
        self._list.setPalette(palette)

    def _icon(self, entry: Entry, background: str) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(_SAMPLE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(colour_of(background))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for primitive in entry.draw(_SAMPLE.width() / 2, _SAMPLE.height() / 2):
            paint_primitive(painter, primitive)
        painter.end()
        return QIcon(pixmap)
