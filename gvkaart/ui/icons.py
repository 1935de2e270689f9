"""Icons of the program, drawn in the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from gvkaart import assets
from gvkaart.domain.overriding import override


class _Engine(QIconEngine):
    """Draws one of our SVG files in the palette's text colour, so that it fits light and dark."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        palette = QGuiApplication.palette()
        disabled = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.HighlightedText if mode == QIcon.Mode.Selected else QPalette.ColorRole.ButtonText
        _renderer(self._name, palette.color(group, role).name()).render(painter, rect.toRectF())

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if size.isEmpty():  # a widget may be squeezed to nothing
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    @override
    def clone(self) -> QIconEngine:
        return _Engine(self._name)


class IconSign(QWidget):
    """An icon by itself; drawn anew each time, so that it follows light and dark."""

    def __init__(self, name: str, side: int, parent: QWidget | None = None) -> None:
        """Show the icon of this name in a square of `side` pixels."""
        super().__init__(parent)
        self._icon = icon(name)
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = assets.resource_text(f"icons/{name}.svg").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))


@cache
def icon(name: str) -> QIcon:
    """Return the icon that stands in ``resources/icons/<name>.svg``."""
    return QIcon(_Engine(name))
