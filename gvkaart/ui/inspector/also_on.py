"""On which other maps an item stands, each with a jump to it there."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gvkaart.domain.entities import MapId, NodeId
from gvkaart.ui.icons import icon
from gvkaart.ui.inspector.form import heading
from gvkaart.ui.session import Session
from gvkaart.ui.wrapping_button import WrappingButton


class AlsoOn(QWidget):
    """The other maps on which an item stands; not there when there are none."""

    def __init__(self, session: Session, node_id: NodeId) -> None:
        """List the maps of an item."""
        super().__init__()
        self.setObjectName("also-on")
        self._session, self._node = session, node_id
        self._listed: list[tuple[MapId, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(heading(self.tr("Staat ook op")))
        self.refresh()

    def turn_to(self, node_id: NodeId) -> None:
        """List the maps of another item."""
        self._node = node_id
        self.refresh()

    def refresh(self) -> None:
        """List the maps as they are now."""
        maps = [
            (one.id, one.title or self.tr("(zonder titel)"))
            for one in self._session.graph.maps.values()
            if one.id != self._session.map_id and self._node in self._session.graph.on_map(one.id)
        ]
        self.setVisible(bool(maps))
        if maps != self._listed:
            self._listed = maps
            self._relist()

    def _relist(self) -> None:
        for button in self.findChildren(WrappingButton):
            button.hide()
            button.deleteLater()
        for map_id, title in self._listed:
            button = WrappingButton()
            button.setIcon(icon("layout"))
            button.setText(title)
            button.setAccessibleName(self.tr("Naar dit item op de kaart %1").replace("%1", title))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(partial(self._jump, map_id))
            self._column.addWidget(button)
            button.show()

    def _jump(self, map_id: MapId, _checked: bool = False) -> None:
        node = self._node
        self._session.look_at_map(map_id)
        self._session.select((node,))
