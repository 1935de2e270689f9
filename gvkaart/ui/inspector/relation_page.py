"""The page of one relation: its two ends, what joins them, and everything that is recorded of it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, EdgeKey, NodeId, Value
from gvkaart.domain.overriding import override
from gvkaart.domain.passages import span_of
from gvkaart.ui.icons import IconSign, icon
from gvkaart.ui.inspector.editors import ComboEditor, Option
from gvkaart.ui.inspector.page import Page
from gvkaart.ui.inspector.relation_form import RelationForm
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.session import Session
from gvkaart.ui.ways import Way, ways_between
from gvkaart.ui.wrapping_button import WrappingButton

_ICON = 20


class RelationPage(Page):
    """Shows and edits one edge."""

    def __init__(self, session: Session, key: EdgeKey) -> None:
        """Show an edge of the document."""
        super().__init__(session)
        self.setObjectName("relation-page")
        self.key = key
        self._add_header()
        self._source, self._target = self._end("source"), self._end("target")
        self.column.addWidget(self._source)
        self._way = ComboEditor(self._rejoin, self._options, None)
        self._way.setObjectName("way")
        self.add_unlabelled(self.tr("Welke relatie"), self._way, lambda: f"relation.{self.key.relation}")
        self.column.addWidget(self._target)
        self._passage = self._button("to-passage", self.tr("Naar de passage"), "source")
        self._passage.clicked.connect(lambda: session.reading_wanted.emit(self.key))
        self._form = RelationForm(session, key, self._follow_key)
        self.column.addWidget(self._form)
        self.column.addSpacing(8)
        self._remove = self._button("remove-relation", self.tr("Relatie weghalen"), "trash")
        self._remove.clicked.connect(lambda: relation_operations.disconnect(session, [self.key]))
        self.column.addStretch(1)
        self._show_ends()

    @property
    def _edge(self) -> Edge:
        return self.session.graph.edges[self.key]

    # --- building -----------------------------------------------------------------------------------------------------

    def _add_header(self) -> None:
        name = plain_label(self.tr("Relatie"))
        name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        across = QHBoxLayout()
        across.addWidget(IconSign("link", _ICON))
        across.addWidget(name, 1)
        self.column.addLayout(across)

    def _end(self, name: str) -> WrappingButton:
        button = WrappingButton()
        button.setObjectName(name)
        font = QFont(button.font())
        font.setBold(True)
        button.setFont(font)
        button.clicked.connect(lambda: self.session.select((NodeId(getattr(self.key, name)),)))
        return button

    def _button(self, name: str, words: str, sign: str) -> QPushButton:
        button = QPushButton(icon(sign), words)
        button.setObjectName(name)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.column.addWidget(button)
        return button

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show_ends(self) -> None:
        for button, node_id in ((self._source, self.key.source), (self._target, self.key.target)):
            node = self.session.graph.nodes[node_id]
            button.setText(node.title or self.tr("(zonder titel)"))
            button.setIcon(icon(node.kind))
            button.setAccessibleDescription(self.session.words.term(f"kind.{node.kind}"))
        self._passage.setVisible(self.key.relation == "cites" and span_of(self._edge) is not None)

    def _kinds(self) -> tuple[str, str]:
        nodes = self.session.graph.nodes
        return nodes[self.key.source].kind, nodes[self.key.target].kind

    def _options(self) -> list[Option]:
        """Return what may join the two, in words as read from the first to the second; not what joins them already."""
        term = self.session.words.term
        return [Option(way.words, term(way.words)) for way in ways_between(*self._kinds()) if not self._is_taken(way)]

    def _is_taken(self, way: Way) -> bool:
        other = self._after(way.relation, turned=not way.outgoing)
        return other != self.key and other in self.session.graph.edges

    def _after(self, relation: str, *, turned: bool) -> EdgeKey:
        source, target = (self.key.target, self.key.source) if turned else (self.key.source, self.key.target)
        return EdgeKey(source, relation, target, self.key.from_round)

    # --- changing -----------------------------------------------------------------------------------------------------

    def _rejoin(self, value: Value | None) -> bool:
        """Let something else join the two; what cannot be is not left standing in the choice."""
        side, _dot, relation = str(value).partition(".")
        turned, old = side == "inverse", self.key
        self.key = self._after(relation, turned=turned)
        done = relation_operations.rejoin(self.session, old, relation, turned=turned)
        if not done:
            self.key = old
        QTimer.singleShot(0, self, self._take_shape)
        return done

    def _take_shape(self) -> None:
        """Show the fields of the relation that joins the two now; each has its own."""
        if self.key not in self.session.graph.edges:
            return
        if self._form.key != self.key:
            before, self._form = self._form, RelationForm(self.session, self.key, self._follow_key)
            self.column.replaceWidget(before, self._form)
            self._form.show()
            before.forget()
            before.hide()
            before.deleteLater()
        self._way.start_over(f"relation.{self.key.relation}")
        self._show_ends()

    def _follow_key(self, key: EdgeKey) -> None:
        self.key = key

    def begin(self) -> None:
        """Put the keyboard at what joins the two."""
        self._way.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- following ----------------------------------------------------------------------------------------------------

    @override
    def is_stale(self) -> bool:
        return super().is_stale() or self.key not in self.session.graph.edges

    @override
    def is_concerned(self, changes: ChangeSet) -> bool:
        return changes.concerns_maps or not changes.concerned.isdisjoint((self.key.source, self.key.target))

    @override
    def refresh(self) -> None:
        super().refresh()
        if self._form.key == self.key:
            self._form.refresh()
            self._show_ends()

    @override
    def commit(self) -> None:
        super().commit()
        self._form.commit()

    @override
    def forget(self) -> None:
        super().forget()
        self._form.forget()
