"""The page of several items: what they have in common can be changed for all in one step."""

from collections.abc import Callable

from PySide6.QtGui import QPalette

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Node, NodeId, Value
from gvkaart.domain.overriding import override
from gvkaart.ui.inspector.editors import ListEditor
from gvkaart.ui.inspector.factory import common_editor, editor_for
from gvkaart.ui.inspector.form import heading
from gvkaart.ui.inspector.page import Page
from gvkaart.ui.inspector.shared_field import Differences, shared_targets
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.session import Session

_MOST_NAMED = 12


class SeveralPage(Page):
    """Shows and edits the common attributes of nodes."""

    def __init__(self, session: Session, node_ids: tuple[NodeId, ...]) -> None:
        """Show several nodes of the document."""
        super().__init__(session)
        self.setObjectName("several-page")
        self._ids = node_ids
        self.column.addWidget(heading(self.tr("{count} items geselecteerd").format(count=len(node_ids))))
        self._names = plain_label()
        self._names.setObjectName("names")
        self.column.addWidget(self._names)
        hint = plain_label(self.tr("Wat u hier wijzigt, geldt voor al deze items."))
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.column.addWidget(hint)
        self._differences: list[Differences] = []
        self._add_common()
        self._add_shared()
        self.column.addStretch(1)
        self._name()

    def _add_common(self) -> None:
        word, mixed = self.session.words.term, self.tr("(verschillend)")
        tags = ListEditor(self._set_tags)
        tags.setObjectName("tags")
        self.add(self.tr("Labels die ze allemaal hebben"), tags, self._common_tags)
        visibility = common_editor(self.session, "visibility", self._set_visibility, mixed)
        self.add(word("field.visibility"), visibility, lambda: self._common(lambda node: node.visibility))
        origin = common_editor(self.session, "origin", self._set_origin, mixed)
        self.add(word("field.origin"), origin, lambda: self._common(lambda node: node.origin))

    def _add_shared(self) -> None:
        for target, field, words in shared_targets(self.session, self._ids):
            differences = Differences(self.session, self._ids, target, field)
            editor = editor_for(self.session, field, differences.hand_in)
            self.add(self.session.words.term(words), editor, differences.common)
            self.column.addWidget(differences)
            self._differences.append(differences)

    @property
    def _nodes(self) -> list[Node]:
        nodes = self.session.graph.nodes
        return [nodes[one] for one in self._ids]

    def _name(self) -> None:
        nodes = self.session.graph.nodes
        titles = [f"· {nodes[one].title}" for one in self._ids[:_MOST_NAMED]]
        if (more := len(self._ids) - _MOST_NAMED) > 0:
            titles.append(self.tr("en nog {count}").format(count=more))
        self._names.setText("\n".join(titles))

    def _common(self, read: Callable[[Node], str]) -> Value | None:
        values = {read(node) for node in self._nodes}
        return values.pop() if len(values) == 1 else None

    def _common_tags(self) -> Value | None:
        first, *others = self._nodes
        return tuple(tag for tag in first.tags if all(tag in node.tags for node in others)) or None

    def _set_tags(self, value: Value | None) -> bool:
        removed, added = self._common_tags(), value
        return node_operations.change_tags(
            self.session,
            self._ids,
            removed if isinstance(removed, tuple) else (),
            added if isinstance(added, tuple) else (),
        )

    def _set_visibility(self, value: Value | None) -> bool:
        return value is None or node_operations.set_visibility(self.session, self._ids, str(value))

    def _set_origin(self, value: Value | None) -> bool:
        return value is None or node_operations.set_origin(self.session, self._ids, str(value))

    @override
    def is_concerned(self, changes: ChangeSet) -> bool:
        return not changes.concerned.isdisjoint(self._ids)

    @override
    def refresh(self) -> None:
        super().refresh()
        self._name()
        for differences in self._differences:
            differences.refresh()
