"""A field of several items: one editor for all, and below it how they differ."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from gvkaart.domain.batch import Part, Target, value_at
from gvkaart.domain.entities import NodeId, Value
from gvkaart.domain.glossary import field_key
from gvkaart.domain.metamodel import KINDS, PLACEMENT_FIELDS, Field, FieldType
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import several
from gvkaart.ui.session import Session

_MOST_TOLD: Final = 4


def shared_targets(session: Session, node_ids: Sequence[NodeId]) -> list[tuple[Target, Field, str]]:
    """Return what all these items can have besides what every item has: target, field, and key of its words."""
    kinds = list(dict.fromkeys(session.graph.nodes[one].kind for one in node_ids))
    first, *others = kinds
    targets = [
        (Target(Part.FIELD, field.id), field, field_key(first, field.id))
        for field in KINDS[first].fields
        if all(
            field in KINDS[kind].fields and field_key(kind, field.id) == field_key(first, field.id) for kind in others
        )
    ]
    if kinds == ["actor"] and all(one in session.view.placements for one in node_ids):
        roles = ((Target(Part.PLACEMENT, field.id), field, f"field.{field.id}") for field in PLACEMENT_FIELDS)
        return [*roles, *targets]
    return targets


class Differences(QWidget):
    """Says how several items differ in one field, and empties it for all."""

    def __init__(self, session: Session, node_ids: Sequence[NodeId], target: Target, field: Field) -> None:
        """Tell about one field of these items."""
        super().__init__()
        self._session, self._ids, self._target, self._field = session, node_ids, target, field
        self.setObjectName(f"differences-{field.id}")
        self._told = plain_label()
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        button = QPushButton(self.tr("Leegmaken"))
        button.setObjectName("empty-for-all")
        button.setFlat(True)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(partial(self.hand_in, None))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._told, 1)
        across.addWidget(button)
        self.refresh()

    def common(self) -> Value | None:
        """Return the value that all items have; None when they differ, or have none."""
        values = self._values()
        return next(iter(values)) if len(values) == 1 else None

    def hand_in(self, value: Value | None) -> bool:
        """Give all items this value."""
        return several.set_for_all(self._session, self._ids, self._target, value)

    def refresh(self) -> None:
        """Say how they differ now; nothing when they do not."""
        values = self._values()
        self.setVisible(len(values) > 1)
        if len(values) > 1:
            shown = ", ".join(self._words(values.most_common(_MOST_TOLD)))
            more = "…" if len(values) > _MOST_TOLD else ""
            sentence = self.tr("Meerdere waarden: {values}") if shown else self.tr("Meerdere waarden")
            self._told.setText(sentence.format(values=f"{shown}{more}"))

    def _values(self) -> Counter[Value | None]:
        view = self._session.view
        return Counter(value_at(view, node_id, self._target) for node_id in self._ids)

    def _words(self, counted: Iterable[tuple[Value | None, int]]) -> Iterable[str]:
        """Return the words of an enumeration with their numbers; other values are too long to name."""
        if self._field.type not in {FieldType.CHOICE, FieldType.FLAG}:
            return
        for value, count in counted:
            yield f"{self._word(value).lower()} ({count})"

    def _word(self, value: Value | None) -> str:
        match value:
            case None:
                return self.tr("leeg")
            case bool():
                return self._session.words.term("choice.certainty.yes" if value else "choice.certainty.no")
            case _:
                return self._session.words.term(f"choice.{self._field.vocabulary}.{value}")
