"""A look at the map as it was: one can move around in it, and change nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import MapId, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.overriding import override
from gvkaart.picture.asking import layout_asked
from gvkaart.picture.placing import Centres, placed
from gvkaart.picture.primitives import Picture
from gvkaart.picture.theme import Theme
from gvkaart.ui.background import Background
from gvkaart.ui.canvas import MapCanvas
from gvkaart.ui.fitting import within_screen
from gvkaart.ui.labels import plain_label
from gvkaart.ui.shortening import shortened
from gvkaart.words import Words

_SIZE = (900, 640)


class PastView(QDialog):
    """Shows one graph, map by map; stays open while one works."""

    copy_wanted = Signal()
    comparison_wanted = Signal()

    def __init__(
        self,
        heading: str,
        graph: Graph,
        map_id: MapId,
        centres: Centres,
        words: Words,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        """Draw a graph as it was.

        Args:
            heading: says which moment this is.
            graph: the document at that moment.
            map_id: the map to begin with, when it was there already.
            centres: where items stand now, for those that had no place of their own then.
            words: for the picture.
            theme: its colours.
            parent: the window.
        """
        super().__init__(parent)
        self.setObjectName("past")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Zo was het"))
        self._graph, self._words, self._theme = graph, words, theme
        self._centres = centres
        self.canvas = MapCanvas()
        self.canvas.setObjectName("past-map")
        self._drawing = Background[Picture](self._show, self._failed)
        self._maps = self._make_maps(map_id)
        self._empty = QLabel()
        self._empty.setObjectName("past-state")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out(heading)
        self.resize(within_screen(self, *_SIZE))
        self._draw()

    def _make_maps(self, map_id: MapId) -> QComboBox:
        maps = QComboBox()
        maps.setObjectName("past-maps")
        maps.setAccessibleName(self.tr("Kaart"))
        for one in self._graph.maps.values():
            maps.addItem(shortened(one.title), one.id)
        maps.setCurrentIndex(max(0, maps.findData(map_id)))
        maps.setVisible(maps.count() > 1)
        maps.currentIndexChanged.connect(lambda _row: self._draw())
        return maps

    def _lay_out(self, heading: str) -> None:
        said = plain_label(heading, "past-heading")
        top = QHBoxLayout()
        top.addWidget(said, 1)
        top.addWidget(self._maps)
        row = QHBoxLayout()
        row.addWidget(self._button("past-copy", self.tr("Herstellen als kopie…"), self.copy_wanted.emit))
        row.addWidget(self._button("past-compare", self.tr("Vergelijken met nu…"), self.comparison_wanted.emit))
        row.addStretch(1)
        row.addWidget(self._button("past-close", self.tr("Sluiten"), self.reject))
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(row)

    def _button(self, name: str, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    @property
    def busy(self) -> bool:
        """Whether the map is still being drawn."""
        return self._drawing.busy

    def _draw(self) -> None:
        graph, words, theme, centres = self._graph, self._words, self._theme, self._centres
        map_id = MapId(self._maps.currentData() or "")
        has_items = bool(graph.on_map(map_id))
        self.canvas.hide()
        self._empty.show()
        if has_items:
            self._empty.setText(self.tr("Bezig met tekenen…"))
            self._drawing.run(lambda: _picture(graph, map_id, centres, words, theme))
        else:
            self._drawing.drop()
            self._empty.setText(self.tr("Er stond toen nog niets op deze kaart."))

    def _show(self, picture: Picture) -> None:
        self._empty.hide()
        self.canvas.show()
        self.canvas.set_picture(picture)
        self.canvas.zoom_to_begin()

    def _failed(self, error: BaseException) -> None:
        raise error

    @override
    def done(self, result: int) -> None:
        self._drawing.close()
        super().done(result)


def _picture(graph: Graph, map_id: MapId, centres: Centres, words: Words, theme: Theme) -> Picture:
    from gvkaart.picture.composing import all_centres, compose

    view = CaseView(graph, map_id)
    if view.layout is not None:
        return compose(view, words, theme, centres=all_centres(view, words), legend=False)
    known = {node: at for node, at in {**centres, **placed(view)}.items() if node in view.nodes}
    if view.nodes.keys() - known.keys():
        known = _completed(view, words, known)
    return compose(view, words, theme, centres=known, legend=False)


def _completed(view: CaseView, words: Words, known: Centres) -> dict[NodeId, tuple[int, int]]:
    """Find places for what is no longer on the map, around what still is."""
    answered = layout_asked(view, words, known).answered(lambda: False)
    return {NodeId(node): centre for node, centre in answered.centres.items()}
