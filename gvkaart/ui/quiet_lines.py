"""Says it when somebody makes a relation whose line is not always drawn, so that nobody thinks that it was lost."""

from PySide6.QtCore import QObject, Signal

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge
from gvkaart.picture.edges import QUIET
from gvkaart.ui.map_view import MapView
from gvkaart.ui.session import Session


class QuietLines(QObject):
    """Follows what is made on a map that is looked at."""

    told = Signal(str)
    """A sentence about the line that was just made."""

    def __init__(self, session: Session, map_view: MapView) -> None:
        """Follow a session; `map_view` knows whether all lines are drawn."""
        super().__init__(map_view)
        self._session, self._map_view = session, map_view
        session.changed.connect(self._follow)

    def _follow(self, changes: ChangeSet) -> None:
        """Tell of one relation at a time: who pastes a hundred is not helped by it."""
        made = [change.new for change in changes if change.old is None and isinstance(change.new, Edge)]
        if len(made) == 1 and self._is_hidden(made[0]):
            word = self._session.words.term(f"relation.{made[0].relation}")
            sentence = self.tr("De lijn '%1' ziet u als u een van beide items kiest, of met Beeld, Alle lijnen tonen.")
            self.told.emit(sentence.replace("%1", word))

    def _is_hidden(self, edge: Edge) -> bool:
        sees_map = self._map_view.isVisible() and not self._map_view.draws_all_lines
        on_map = {edge.source, edge.target} <= self._session.view.placements.keys()
        return sees_map and on_map and edge.relation in QUIET
