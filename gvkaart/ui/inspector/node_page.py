"""The page of one item: everything that the metamodel gives its kind, its part in this map, its relations.

Making a page takes a hundred widgets, so the page of one item becomes that of the next one of its kind.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Node, NodeId, PlacementKey, Value
from gvkaart.domain.glossary import field_key
from gvkaart.domain.linking import linked
from gvkaart.domain.metamodel import KINDS, PLACEMENT_FIELDS, FieldType
from gvkaart.domain.overriding import override
from gvkaart.ui.icons import IconSign, icon
from gvkaart.ui.inspector.also_on import AlsoOn
from gvkaart.ui.inspector.editors import ListEditor, TextEditor, TitleEditor
from gvkaart.ui.inspector.factory import common_editor, editor_for
from gvkaart.ui.inspector.form import heading
from gvkaart.ui.inspector.mention_list import MentionList
from gvkaart.ui.inspector.page import Page
from gvkaart.ui.inspector.reason_list import ReasonList
from gvkaart.ui.inspector.relation_list import RelationList
from gvkaart.ui.inspector.text_tabs import MarkdownEditor
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.session import Session
from gvkaart.ui.terms.watching import TermWatch

_ICON = 20


def takes_part(session: Session, node_id: NodeId) -> bool:
    """Tell whether a node is an actor on the map in view, of which presence and the like are recorded."""
    return session.graph.nodes[node_id].kind == "actor" and node_id in session.graph.on_map(session.map_id)


class NodePage(Page):
    """Shows and edits one node."""

    def __init__(self, session: Session, node_id: NodeId) -> None:
        """Show a node of the document."""
        super().__init__(session)
        self.setObjectName("node-page")
        self.node_id = node_id
        self._shows_presence = takes_part(session, node_id)
        self._add_header()
        self._add_own_fields()
        if self._shows_presence:
            self._add_presence()
        self._reasons = ReasonList(session, node_id)
        self.column.addWidget(self._reasons)
        self._also_on = AlsoOn(session, node_id)
        self.column.addWidget(self._also_on)
        self.column.addWidget(heading(self.tr("Relaties")))
        self._relations = RelationList(session, node_id)
        self.add_relation = QPushButton(icon("link"), self.tr("Relatie toevoegen…"))
        self.add_relation.setObjectName("add-relation")
        self.add_relation.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.column.addWidget(self._relations)
        self.column.addWidget(self.add_relation)
        self._add_text()
        self._mentions = MentionList(session, node_id)
        self.column.addWidget(self._mentions)
        self._add_common()
        self.column.addStretch(1)

    @property
    def _node(self) -> Node:
        return self.session.graph.nodes[self.node_id]

    def turn_to(self, node_id: NodeId) -> None:
        """Show another node of the same kind that takes part in the same way, as a new page would."""
        self.node_id, self.map_id = node_id, self.session.map_id
        self.start_over()
        self._relations.turn_to(node_id)
        self._mentions.turn_to(node_id)
        self._reasons.turn_to(node_id)
        self._also_on.turn_to(node_id)

    # --- building -----------------------------------------------------------------------------------------------------

    def _add_header(self) -> None:
        kind, word = self._node.kind, self.session.words.term
        sign = IconSign(kind, _ICON)
        name = plain_label(word(f"kind.{kind}"))
        name.setObjectName("kind")
        name.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        across = QHBoxLayout()
        across.addWidget(sign)
        across.addWidget(name, 1)
        self.column.addLayout(across)
        self.title = TitleEditor(self._rename)
        self.title.setObjectName("title")
        font = self.title.box.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.title.box.setFont(font)
        self.title.box.setPlaceholderText(word("field.title"))
        TermWatch(self.title.box, self.session)
        self.add_unlabelled(word("field.title"), self.title, lambda: self._node.title or None)

    def _add_own_fields(self) -> None:
        kind = self._node.kind
        for field in KINDS[kind].fields:
            words = self.session.words.term(field_key(kind, field.id))
            editor = editor_for(self.session, field, partial(self._set_field, field.id))
            if field.type is FieldType.TEXT and isinstance(editor, TextEditor):
                TermWatch(editor.box, self.session)
            self.add(words, editor, partial(self._field, field.id))

    def _add_presence(self) -> None:
        self.column.addWidget(heading(self.tr("Op deze kaart")))
        for field in PLACEMENT_FIELDS:
            editor = editor_for(self.session, field, partial(self._set_presence, field.id))
            self.add(self.session.words.term(f"field.{field.id}"), editor, partial(self._presence, field.id))

    def _add_text(self) -> None:
        words = self.session.words.term("field.text")
        self.column.addWidget(heading(words))
        editor = MarkdownEditor(self._set_text, self.session)
        editor.setObjectName("text")
        self.add_unlabelled(words, editor, lambda: self._node.text or None)

    def _add_common(self) -> None:
        word = self.session.words.term
        self.column.addWidget(heading(self.tr("Labels en herkomst")))
        tags = ListEditor(self._set_tags)
        tags.setObjectName("tags")
        self.add(word("field.tags"), tags, lambda: self._node.tags or None)
        visibility = common_editor(self.session, "visibility", self._set_visibility)
        self.add(word("field.visibility"), visibility, lambda: self._node.visibility)
        origin = common_editor(self.session, "origin", self._set_origin)
        self.add(word("field.origin"), origin, lambda: self._node.origin)

    # --- reading and writing ------------------------------------------------------------------------------------------

    def _field(self, field_id: str) -> Value | None:
        return self._node.fields.get(field_id)

    def _presence(self, field_id: str) -> Value | None:
        placement = self.session.graph.placements.get(PlacementKey(self.map_id, self.node_id))
        return placement.fields.get(field_id) if placement is not None else None

    def _rename(self, value: Value | None) -> bool:
        return node_operations.rename(self.session, self.node_id, str(value or ""))

    def _set_field(self, field_id: str, value: Value | None) -> bool:
        return node_operations.set_field(self.session, self.node_id, field_id, value)

    def _set_presence(self, field_id: str, value: Value | None) -> bool:
        return map_operations.set_presence(self.session, self.node_id, field_id, value)

    def _set_text(self, value: Value | None) -> bool:
        return node_operations.set_text(self.session, self.node_id, str(value or ""))

    def _set_tags(self, value: Value | None) -> bool:
        return node_operations.set_tags(self.session, (self.node_id,), value if isinstance(value, tuple) else ())

    def _set_visibility(self, value: Value | None) -> bool:
        return node_operations.set_visibility(self.session, (self.node_id,), str(value))

    def _set_origin(self, value: Value | None) -> bool:
        return node_operations.set_origin(self.session, (self.node_id,), str(value))

    # --- following ----------------------------------------------------------------------------------------------------

    @override
    def is_stale(self) -> bool:
        return super().is_stale() or takes_part(self.session, self.node_id) != self._shows_presence

    @override
    def is_concerned(self, changes: ChangeSet) -> bool:
        shown = self._relations.neighbours | linked(self._node.text) | {self.node_id}
        return changes.concerns_maps or self._mentions.is_behind or not changes.concerned.isdisjoint(shown)

    @override
    def refresh(self) -> None:
        super().refresh()
        self._relations.refresh()
        self._mentions.refresh()
        self._reasons.refresh()
        self._also_on.refresh()

    @override
    def commit(self) -> None:
        super().commit()
        self._relations.commit()

    @override
    def forget(self) -> None:
        super().forget()
        self._relations.forget()

    def begin_rename(self) -> None:
        """Put the cursor in the title, all of it selected."""
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.box.selectAll()
