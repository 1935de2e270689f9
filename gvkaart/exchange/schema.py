"""The JSON Schema (2020-12) of the case file, so that an editor completes and checks it while it is typed.

Made from the metamodel and the glossary; ``resources/gvkaart.schema.json`` is what `schema_text` returns, and a test
compares the two. It is milder than the reader where a schema cannot see: ids that do not exist, relations between the
wrong kinds. Editors type unquoted YAML by themselves, so where a number or a truth value means a text (a year,
``true``) both are allowed.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from gvkaart.domain.glossary import LANGUAGES, TERMS, field_key
from gvkaart.domain.metamodel import (
    KINDS,
    LAYOUT_FIELDS,
    MAP_FIELDS,
    ORIGINS,
    PLACEMENT_FIELDS,
    RELATIONS,
    VISIBILITIES,
    Field,
    FieldType,
    Kind,
    Relation,
    relations_from,
)
from gvkaart.exchange.case_reading import VERSION
from gvkaart.words import Words, load_words

Schema = dict[str, Any]

_ID: Final = "^[a-z0-9][a-z0-9-]*$"
_DATE: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_BY_TYPE: Final[Mapping[FieldType, Schema]] = {
    FieldType.LINE: _ref("line"),
    FieldType.TEXT: _ref("text"),
    FieldType.LIST: _list(_ref("line")),
    FieldType.FLAG: _ref("flag"),
    FieldType.NUMBER: {"anyOf": [{"type": "string", "pattern": r"^\d+$"}, {"type": "integer", "minimum": 0}]},
    FieldType.DATE: _ref("date"),
    FieldType.NODE: _ref("id"),
    FieldType.NODES: _list(_ref("id")),
    FieldType.VALUE: _ref("line"),
    FieldType.ROUND: _ref("id"),
}
"""How a field is written, save the enumerations."""


def schema_text() -> str:
    """Return the schema as JSON text, with descriptions in Dutch."""
    return f"{json.dumps(case_schema(load_words('nl')), ensure_ascii=False, indent=2)}\n"


def case_schema(words: Words) -> Schema:
    """Return the schema of the case file, with descriptions in the language of `words`."""
    say = words.text
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": say("exchange.schema.title"),
        "description": say("exchange.schema.description"),
        **_object(_top_properties(words), required=("gvkaart", "title")),
        "$defs": {
            "id": {"anyOf": [{"type": "string", "pattern": _ID}, {"type": "integer", "minimum": 0}]},
            "line": {"type": ["string", "number", "boolean"]},
            "text": {"type": ["string", "number", "boolean"]},
            "date": {
                "anyOf": [{"type": "string", "pattern": _DATE}, {"type": "integer", "minimum": 0, "maximum": 9999}]
            },
            "flag": {"enum": [True, False, "true", "false", "yes", "no", "ja", "nee"]},
            "place": {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2},
            **{f"{kind.id}_node": _node_schema(kind, words) for kind in KINDS.values()},
            **{f"{relation.id}_edge": _edge_schema(relation, words) for relation in RELATIONS.values()},
        },
    }


def _top_properties(words: Words) -> Schema:
    def described(key: str, schema: Schema) -> Schema:
        return {"description": words.text(f"exchange.schema.{key}"), **schema}

    return {
        "gvkaart": described("gvkaart", {"enum": [int(VERSION), VERSION]}),
        "title": {"description": _word(words, "field.title"), **_ref("line")},
        "map": described("map", _ref("id")),
        "language": described("language", {"enum": list(LANGUAGES)}),
        **{one.id: _field_schema("map", one, words) for one in MAP_FIELDS},
        "rounds": described("rounds", _list(_object(_round_properties(words), required=("id", "title")))),
        **{kind: {"description": _word(words, f"kinds.{kind}"), **_by_id(_ref(f"{kind}_node"))} for kind in KINDS},
        "off_map": described("off_map", _list(_ref("id"))),
        "layout": described("layout", _by_id(_ref("place"))),
        "arranged": described("arranged", _by_id(_ref("place"))),
        "collapsed": described("collapsed", _list(_ref("id"))),
        "layouts": described("layouts", _by_id(_object(_layout_properties(words), required=("way",)))),
        "set_aside": described("set_aside", _list(_object(_set_aside_properties(), required=("check", "reason")))),
    }


def _round_properties(words: Words) -> Schema:
    title = {"description": _word(words, "field.title"), **_ref("line")}
    return {"id": _ref("id"), "title": title, "date": _ref("date")}


def _layout_properties(words: Words) -> Schema:
    return {
        "title": {"description": _word(words, "field.title"), **_ref("line")},
        **{one.id: _field_schema("layout", one, words) for one in LAYOUT_FIELDS},
        "shown": {"description": words.text("exchange.schema.layout_shown"), **_ref("flag")},
        "layout": {"description": words.text("exchange.schema.layout"), **_by_id(_ref("place"))},
        "arranged": {"description": words.text("exchange.schema.arranged"), **_by_id(_ref("place"))},
    }


def _set_aside_properties() -> Schema:
    lists = {key: _list(_ref("line")) for key in ("subject", "evidence", "values")}
    return {"check": _ref("line"), **lists, "reason": _ref("text"), "date": _ref("date")}


def _node_schema(kind: Kind, words: Words) -> Schema:
    placed = PLACEMENT_FIELDS if kind.id == "actor" else ()
    properties = {
        "title": {"description": _word(words, "field.title"), **_ref("line")},
        "text": {"description": _word(words, "field.text"), **_ref("text")},
        "tags": {"description": _word(words, "field.tags"), **_list(_ref("line"))},
        "visibility": _choice_schema("visibility", VISIBILITIES, words),
        "origin": _choice_schema("origin", ORIGINS, words),
        **{one.id: _field_schema(kind.id, one, words) for one in (*kind.fields, *placed)},
        **{
            one.id: {
                "description": _word(words, f"relation.{one.id}"),
                **_list({"anyOf": [_ref("id"), _ref(f"{one.id}_edge")]}),
            }
            for one in relations_from(kind.id)
        },
    }
    return _object(properties, required=("title",))


def _edge_schema(relation: Relation, words: Words) -> Schema:
    properties = {
        "to": {"description": _word(words, f"relation.{relation.id}"), **_ref("id")},
        "from": {"description": _word(words, "field.from"), **_ref("id")},
        "until": {"description": _word(words, "field.until"), **_ref("id")},
        "visibility": _choice_schema("visibility", VISIBILITIES, words),
        **{one.id: _field_schema(relation.id, one, words) for one in relation.all_fields},
    }
    return _object(properties, required=("to",))


def _field_schema(owner: str, field: Field, words: Words) -> Schema:
    return {"description": _word(words, field_key(owner, field.id)), **_value_schema(field)}


def _value_schema(field: Field) -> Schema:
    if field.type is FieldType.CHOICE:
        return {"enum": _as_typed(field.choices)}
    if field.type is FieldType.CHOICES:
        return _list({"enum": list(field.choices)})
    return _BY_TYPE[field.type]


def _choice_schema(vocabulary: str, choices: Iterable[str], words: Words) -> Schema:
    return {"description": _word(words, f"field.{vocabulary}"), "enum": _as_typed(choices)}


def _as_typed(choices: Iterable[str]) -> list[str | int | bool]:
    """Add to an enumeration what YAML makes of some of its words when they are not quoted."""
    typed: dict[str, int | bool] = {"true": True, "false": False, "yes": True, "no": False, "1": 1, "2": 2}
    written = tuple(choices)
    return [*written, *(typed[one] for one in written if one in typed)]


def _word(words: Words, key: str) -> str:
    return words.term(key) if key in TERMS else key.rpartition(".")[2]


def _by_id(values: Schema) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": _ID}, "additionalProperties": values}


def _object(properties: Mapping[str, Schema], required: tuple[str, ...]) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }
