"""The sources of a document, each with how much of it is used."""

from typing import Final

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.passages import Coverage, coverage_of
from gvkaart.domain.text import fold
from gvkaart.ui.icons import icon
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.words import Words

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()


def counted(coverage: Coverage) -> str:
    """Say how many passages a source has."""
    if not coverage.has_text:
        return QCoreApplication.translate("sources", "Nog geen tekst")
    if coverage.passages == 0:
        return QCoreApplication.translate("sources", "Nog geen passages")
    if coverage.passages == 1:
        return QCoreApplication.translate("sources", "1 passage")
    return QCoreApplication.translate("sources", "%1 passages").replace("%1", str(coverage.passages))


def _in_short(coverage: Coverage) -> str:
    return f"{counted(coverage)} · {percent(coverage.share)} %" if coverage.passages else counted(coverage)


def percent(share: float) -> str:
    """Return a share as a percentage; what is more than nothing is never 0, what is less than all never 100."""
    whole = round(100 * share)
    if share > 0 and whole == 0:
        return "<1"
    return "99" if share < 1 and whole == 100 else str(whole)  # noqa: PLR2004  per cent


def kinds_in_words(coverage: Coverage, words: Words) -> str:
    """Say how many items of each kind rest on a source."""
    parts = (
        f"{count} {words.term(f'kind.{kind}' if count == 1 else f'kinds.{kind}').lower()}"
        for kind, count in coverage.kinds
    )
    return ", ".join(parts)


class SourcesModel(QAbstractListModel):
    """The sources by title; those in which the searched words stand."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the sources of the document, and follow it."""
        super().__init__(parent)
        self._session = session
        self._wanted = ""
        self._coverage: dict[NodeId, Coverage] = {}
        self._folded: dict[NodeId, tuple[Node, str]] = {}
        self.sources: list[NodeId] = []
        self._load()

    def search(self, words: str) -> None:
        """Show the sources with these words in their title or text; all, when there are none."""
        self._wanted = fold(" ".join(words.split()))
        self._load()

    def row_of(self, source: NodeId) -> int:
        """Return where a source stands, -1 when it does not."""
        return self.sources.index(source) if source in self.sources else -1

    def follow(self, changes: ChangeSet) -> None:
        """Take over what changed in the document."""
        for node_id in {edge.target for edge in changes.edges} | changes.nodes:
            self._coverage.pop(node_id, None)
        found = self._found()
        if found != self.sources:
            self._load()
        elif found:
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))

    def _load(self) -> None:
        self.beginResetModel()
        self.sources = self._found()
        self.endResetModel()

    def _found(self) -> list[NodeId]:
        sources = [node for node in self._session.graph.nodes.values() if node.kind == "source"]
        sources = [node for node in sources if not self._wanted or self._wanted in self._searched(node)]
        return [node.id for node in sorted(sources, key=lambda node: (fold(node.title), node.id))]

    def _searched(self, node: Node) -> str:
        """Return title and text in the form in which they are searched; kept, for it takes time."""
        known = self._folded.get(node.id)
        if known is None or known[0] is not node:
            known = self._folded[node.id] = (node, fold(f"{node.title}\n{node.fields.get('body', '')}"))
        return known[1]

    def coverage(self, source: NodeId) -> Coverage:
        """Return how much of a source is used."""
        if source not in self._coverage:
            self._coverage[source] = coverage_of(self._session.graph, source)
        return self._coverage[source]

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.sources)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QIcon | None:
        if not index.isValid():
            return None
        source = self.sources[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                title = shortened(self._session.graph.nodes[source].title) or self.tr("(zonder titel)")
                return f"{title}\n{_in_short(self.coverage(source))}"
            case Qt.ItemDataRole.DecorationRole:
                return icon("source")
            case _:
                return None
