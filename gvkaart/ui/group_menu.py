"""What can be done with a group of items, as entries of a menu: labels, visibility, origin, maps, duplicating."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gvkaart.domain.batch import Part, Target
from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import ORIGINS, VISIBILITIES
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import several
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened


class GroupMenu(QObject):
    """Adds entries about items to menus of a widget."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Change the document of a session; questions are asked in front of the parent."""
        super().__init__(parent)
        self._session, self._parent = session, parent

    def add_places(self, menu: QMenu, nodes: Sequence[NodeId]) -> None:
        """Add what brings items on maps and off them."""
        session = self._session
        placed = [node for node in nodes if node in session.view.placements]
        on_map = _entry(menu, self.tr("Op deze kaart zetten"), lambda: map_operations.place(session, nodes))
        on_map.setEnabled(len(placed) < len(nodes))
        off = _entry(menu, self.tr("Van de kaart halen"), lambda: map_operations.take_off(session, placed))
        off.setEnabled(bool(placed))
        others = [one for one in session.graph.maps.values() if one.id != session.map_id]
        elsewhere = menu.addMenu(self.tr("Naar een andere kaart"))
        elsewhere.setEnabled(bool(others and nodes))
        for one in others:
            title = shortened(one.title).replace("&", "&&")
            _entry(elsewhere, title, partial(several.move_to_map, session, nodes, one.id))

    def add_common(self, menu: QMenu, nodes: Sequence[NodeId]) -> None:
        """Add what changes the labels, the visibility and the origin of items."""
        _entry(menu, self.tr("Label toevoegen…"), partial(self.ask_tag, nodes)).setEnabled(bool(nodes))
        tags = sorted({tag for node in nodes for tag in self._session.graph.nodes[node].tags})
        remove = menu.addMenu(self.tr("Label weghalen"))
        remove.setEnabled(bool(tags))
        for tag in tags:
            change = partial(node_operations.change_tags, self._session, nodes, (tag,), ())
            _entry(remove, tag.replace("&", "&&"), change)
        self._add_choice(menu, "visibility", VISIBILITIES, nodes)
        self._add_choice(menu, "origin", ORIGINS, nodes)

    def duplicate(self, nodes: Sequence[NodeId]) -> tuple[NodeId, ...]:
        """Add copies of items and return their ids."""
        name = self.tr("{title} (kopie)")
        return several.duplicate(self._session, nodes, lambda title: name.format(title=title))

    def ask_tag(self, nodes: Sequence[NodeId]) -> None:
        """Ask which label items get, among those there are or a new one."""
        from PySide6.QtWidgets import QInputDialog

        known = sorted({tag for node in self._session.graph.nodes.values() for tag in node.tags})
        title, question = self.tr("Label toevoegen"), self.tr("Welk label krijgen deze items erbij?")
        tag, agreed = QInputDialog.getItem(self._parent, title, question, ["", *known], 0, editable=True)
        if agreed and tag.strip():
            node_operations.change_tags(self._session, nodes, (), (tag,))

    def _add_choice(self, menu: QMenu, name: str, choices: Sequence[str], nodes: Sequence[NodeId]) -> None:
        term, target = self._session.words.term, Target(Part.ATTRIBUTE, name)
        chosen = menu.addMenu(term(f"field.{name}"))
        chosen.setEnabled(bool(nodes))
        for choice in choices:
            do = partial(several.set_for_all, self._session, nodes, target, choice)
            _entry(chosen, term(f"choice.{name}.{choice}"), do)


def _entry(menu: QMenu, words: str, do: Callable[[], object]) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(lambda _checked=False: do())
    return action
