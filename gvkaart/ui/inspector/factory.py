"""Which editor goes with which field of the metamodel."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, assert_never

from gvkaart.domain.metamodel import ORIGINS, VISIBILITIES, Field, FieldType
from gvkaart.ui.inspector.body_editor import BodyEditor
from gvkaart.ui.inspector.editors import (
    ChoicesEditor,
    ComboEditor,
    DateEditor,
    Editor,
    HandIn,
    LineEditor,
    ListEditor,
    NumberEditor,
    Option,
    TextEditor,
)
from gvkaart.ui.inspector.node_picker import NodeEditor, NodesEditor
from gvkaart.ui.session import Session

_TYPED: Final[Mapping[FieldType, Callable[[HandIn], Editor]]] = {
    FieldType.LINE: LineEditor,
    FieldType.TEXT: TextEditor,
    FieldType.LIST: ListEditor,
    FieldType.NUMBER: NumberEditor,
    FieldType.DATE: DateEditor,
}
_COMMON: Final = {"visibility": VISIBILITIES, "origin": ORIGINS}


def editor_for(session: Session, field: Field, hand_in: HandIn) -> Editor:
    """Make the editor of a field; its object name is ``field-<id>``."""
    editor = _editor(session, field, hand_in)
    editor.setObjectName(f"field-{field.id}")
    return editor


def _editor(session: Session, field: Field, hand_in: HandIn) -> Editor:
    if field.id == "body":
        return BodyEditor(hand_in, session)
    match field.type:
        case FieldType.LINE | FieldType.TEXT | FieldType.LIST | FieldType.NUMBER | FieldType.DATE:
            return _TYPED[field.type](hand_in)
        case FieldType.CHOICE | FieldType.FLAG | FieldType.VALUE | FieldType.ROUND:
            return ComboEditor(hand_in, partial(_options, session, field))
        case FieldType.CHOICES:
            return ChoicesEditor(hand_in, _options(session, field))
        case FieldType.NODE:
            return NodeEditor(hand_in, session, field.targets)
        case FieldType.NODES:
            return NodesEditor(hand_in, session, field.targets)
        case _:
            assert_never(field.type)


def common_editor(session: Session, name: str, hand_in: HandIn, empty: str | None = None) -> ComboEditor:
    """Make the editor of what every node has: ``visibility`` or ``origin``, which is its object name."""
    options = [Option(one, session.words.term(f"choice.{name}.{one}")) for one in _COMMON[name]]
    editor = ComboEditor(hand_in, lambda: options, empty)
    editor.setObjectName(name)
    return editor


def rounds(session: Session) -> list[Option]:
    """Return the rounds of the map in view."""
    return [Option(one.id, one.title or one.id) for one in session.graph.rounds_of(session.map_id)]


def _options(session: Session, field: Field) -> list[Option]:
    match field.type:
        case FieldType.FLAG:
            word = session.words.term
            return [Option(True, word("choice.certainty.yes")), Option(False, word("choice.certainty.no"))]
        case FieldType.VALUE:
            return _public_values(session)
        case FieldType.ROUND:
            return rounds(session)
        case _:
            return [Option(one, session.words.term(f"choice.{field.vocabulary}.{one}")) for one in field.choices]


def _public_values(session: Session) -> list[Option]:
    options = []
    for category, values in session.catalogue.by_category.items():
        options.append(Option(None, session.catalogue.categories[category]))
        options += [Option(one.id, one.name, one.explanation) for one in values]
    return options
