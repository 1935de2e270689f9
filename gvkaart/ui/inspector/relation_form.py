"""The fields of one relation: in which rounds it holds, what is recorded of it, and for whom it is meant."""

from collections.abc import Callable
from functools import partial

from gvkaart.domain.entities import NO_ROUND, Edge, EdgeKey, RoundId, Value
from gvkaart.domain.glossary import field_key
from gvkaart.domain.metamodel import RELATIONS
from gvkaart.ui.inspector.editors import ComboEditor
from gvkaart.ui.inspector.factory import common_editor, editor_for, rounds
from gvkaart.ui.inspector.form import Form
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.session import Session


class RelationForm(Form):
    """Shows and edits an edge, wherever that is shown."""

    def __init__(self, session: Session, key: EdgeKey, moving: Callable[[EdgeKey], None]) -> None:
        """Edit an edge of the document; `moving` hears beforehand under what key it goes on."""
        super().__init__()
        self.setObjectName("relation-form")
        self.key = key
        self._session, self._moving = session, moving
        word = session.words.term
        if session.graph.nodes[key.source].kind == "actor":
            for field, hand_in in (("from", self._set_from), ("until", self._set_until)):
                editor = ComboEditor(hand_in, lambda: rounds(session), "")
                editor.setObjectName(f"field-{field}")
                self.add(word(f"field.{field}"), editor, partial(self._round, field))
        for described in RELATIONS[key.relation].all_fields:
            editor_of_field = editor_for(session, described, partial(self._set_field, described.id))
            self.add(word(field_key(key.relation, described.id)), editor_of_field, partial(self._field, described.id))
        visibility = common_editor(session, "visibility", self._set_visibility)
        self.add(word("field.visibility"), visibility, lambda: self._edge.visibility)

    @property
    def _edge(self) -> Edge:
        return self._session.graph.edges[self.key]

    def _round(self, field: str) -> Value | None:
        return (self._edge.from_round if field == "from" else self._edge.until_round) or None

    def _field(self, field_id: str) -> Value | None:
        return self._edge.fields.get(field_id)

    def _set_field(self, field_id: str, value: Value | None) -> bool:
        return relation_operations.set_field(self._session, self.key, field_id, value)

    def _set_visibility(self, value: Value | None) -> bool:
        return relation_operations.set_visibility(self._session, [self.key], str(value))

    def _set_until(self, value: Value | None) -> bool:
        until = RoundId(str(value or NO_ROUND))
        return relation_operations.set_rounds(self._session, self.key, self.key.from_round, until)

    def _set_from(self, value: Value | None) -> bool:
        """Move the edge to another beginning; the form goes with it, as another key is another edge."""
        old, until = self.key, self._edge.until_round
        begin = RoundId(str(value or NO_ROUND))
        self._move(old._replace(from_round=begin))
        done = relation_operations.set_rounds(self._session, old, begin, until)
        if not done:
            self._move(old)
        return done

    def _move(self, key: EdgeKey) -> None:
        self.key = key
        self._moving(key)
