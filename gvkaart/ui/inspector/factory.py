"""Which editor goes with which field of the metamodel."""

from collections.abc import Sequence
from typing import assert_never

from gvkaart.domain.entities import RoundId
from gvkaart.domain.metamodel import Field, FieldType
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


def editor_for(session: Session, field: Field, hand_in: HandIn) -> Editor:
    """Make the editor of a field; its object name is ``field-<id>``."""
    editor = _editor(session, field, hand_in)
    editor.setObjectName(f"field-{field.id}")
    return editor


def _editor(session: Session, field: Field, hand_in: HandIn) -> Editor:  # noqa: PLR0911 -- one line for each type
    match field.type:
        case FieldType.LINE:
            return LineEditor(hand_in)
        case FieldType.TEXT:
            return TextEditor(hand_in)
        case FieldType.LIST:
            return ListEditor(hand_in)
        case FieldType.CHOICE:
            return ComboEditor(hand_in, lambda: choices(session, field))
        case FieldType.CHOICES:
            return ChoicesEditor(hand_in, choices(session, field))
        case FieldType.FLAG:
            return ComboEditor(hand_in, lambda: _yes_no(session))
        case FieldType.NUMBER:
            return NumberEditor(hand_in)
        case FieldType.DATE:
            return DateEditor(hand_in)
        case FieldType.NODE:
            return NodeEditor(hand_in, session, field.targets)
        case FieldType.NODES:
            return NodesEditor(hand_in, session, field.targets)
        case FieldType.VALUE:
            return ComboEditor(hand_in, lambda: _public_values(session))
        case FieldType.ROUND:
            return ComboEditor(hand_in, lambda: rounds(session))
        case _:
            assert_never(field.type)


def choices(session: Session, field: Field) -> list[Option]:
    """Return the enumeration of a field in words."""
    return [Option(one, session.words.term(f"choice.{field.vocabulary}.{one}")) for one in field.choices]


def common_choices(session: Session, vocabulary: str, values: Sequence[str]) -> list[Option]:
    """Return an enumeration that every node has, in words: ``visibility``, ``origin``."""
    return [Option(one, session.words.term(f"choice.{vocabulary}.{one}")) for one in values]


def rounds(session: Session, keep: RoundId | None = None) -> list[Option]:
    """Return the rounds of the map in view; `keep` is one of another map that must not drop out."""
    shown = list(session.graph.rounds_of(session.map_id))
    if keep in session.graph.rounds and keep not in {one.id for one in shown}:
        shown.append(session.graph.rounds[keep])
    return [Option(one.id, one.title or one.id) for one in shown]


def _yes_no(session: Session) -> list[Option]:
    word = session.words.term
    return [Option(value=True, words=word("choice.certainty.yes")), Option(value=False, words=word("choice.certainty.no"))]


def _public_values(session: Session) -> list[Option]:
    options = []
    for category, values in session.catalogue.by_category.items():
        options.append(Option(None, session.catalogue.categories[category]))
        options += [Option(one.id, one.name, one.explanation) for one in values]
    return options
