"""The relations of an item: what goes out, then what comes in, grouped by relation in plain words."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.metamodel import RELATIONS
from gvkaart.domain.text import fold
from gvkaart.ui.inspector.relation_row import RelationRow
from gvkaart.ui.labels import plain_label
from gvkaart.ui.session import Session

_FIRST: Final = 12
"""How many relations of a group are shown at once: everything may be cited from one source."""


@dataclass(frozen=True, slots=True)
class Group:
    """Edges below one heading.

    Attributes:
        words: key of the heading.
        keys: the edges that are shown, by the title of the other end.
        more: how many there are besides.
    """

    words: str
    keys: tuple[EdgeKey, ...]
    more: int


class RelationList(QWidget):
    """Rows that stay the same widgets as long as their edges exist, so that no focus or half-typed text is lost."""

    def __init__(self, session: Session, shown: NodeId) -> None:
        """Show the relations of a node."""
        super().__init__()
        self.setObjectName("relations")
        self._session, self._shown = session, shown
        self._rows: list[RelationRow] = []
        self._spare: list[RelationRow] = []
        """Rows of the node that was shown before, to be used again."""
        self._laid_out: list[Group] = []
        self._whole: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.refresh()

    @property
    def neighbours(self) -> frozenset[NodeId]:
        """The items at the other ends, whose titles are shown."""
        return frozenset(row.other for row in self._rows)

    def turn_to(self, shown: NodeId) -> None:
        """Show the relations of another node."""
        self._shown = shown
        self._whole.clear()
        for row in self._rows:
            row.forget()
        self._spare = [*self._rows, *self._spare]
        self._rows, self._laid_out = [], []
        self._lay_out(self._groups())
        for row in self._spare:
            row.hide()

    def refresh(self) -> None:
        """Show the relations as they are now."""
        groups = self._groups()
        if groups != self._laid_out:
            self._lay_out(groups)
        for row in self._rows:
            row.refresh()

    def show_whole(self, words: str) -> None:
        """Show all of a group, named by the key of its words."""
        self._whole.add(words)
        self.refresh()

    def commit(self) -> None:
        """Hand in what is pending."""
        for row in tuple(self._rows):
            row.commit()

    def forget(self) -> None:
        """Hand nothing in any more."""
        for row in self._rows:
            row.forget()

    def _groups(self) -> list[Group]:
        graph, shown = self._session.graph, self._shown
        found: dict[str, list[tuple[str, EdgeKey]]] = {}
        for relation in RELATIONS:
            for words, edges, end in (
                (f"relation.{relation}", graph.out(shown), "target"),
                (f"inverse.{relation}", graph.into(shown), "source"),
            ):
                titles = [
                    (fold(graph.nodes[getattr(edge, end)].title), edge.key)
                    for edge in edges
                    if edge.relation == relation
                ]
                if titles:
                    found[words] = sorted(titles)
        outgoing_first = sorted(found, key=lambda words: words.startswith("inverse."))
        return [self._group(words, [key for _title, key in found[words]]) for words in outgoing_first]

    def _group(self, words: str, keys: list[EdgeKey]) -> Group:
        shown = keys if words in self._whole else keys[:_FIRST]
        return Group(words, tuple(shown), len(keys) - len(shown))

    def _lay_out(self, groups: list[Group]) -> None:
        rows = {row.key: row for row in self._rows}
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and not isinstance(widget, RelationRow):
                widget.deleteLater()
        self._rows = []
        for group in groups:
            above = plain_label(self._session.words.term(group.words))
            above.setForegroundRole(above.palette().ColorRole.PlaceholderText)
            above.setContentsMargins(0, 6, 0, 0)
            self._column.addWidget(above)
            for key in group.keys:
                row = rows.pop(key, None) or self._row(key)
                self._rows.append(row)
                self._column.addWidget(row)
            if group.more:
                self._column.addWidget(self._more_button(group))
        for gone in rows.values():
            gone.forget()
            gone.hide()
            gone.deleteLater()
        self._laid_out = groups

    def _row(self, key: EdgeKey) -> RelationRow:
        if not self._spare:
            return RelationRow(self._session, key, self._shown)
        row = self._spare.pop(0)  # most likely it stands where it is wanted
        row.turn_to(key, self._shown)
        row.setVisible(True)
        return row

    def _more_button(self, group: Group) -> QPushButton:
        button = QPushButton(self.tr("Nog {count} tonen").format(count=group.more))
        button.setObjectName("more")
        button.setFlat(True)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.show_whole(group.words))
        return button
