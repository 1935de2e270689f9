"""Entities as rows and back.

A row may come from a file that somebody tampered with, or from the journal in it, so reading trusts nothing: what is
not as `row_of` writes it raises `UnreadableError`.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Final, assert_never

from gvkaart.domain.entities import (
    Edge,
    Entity,
    Fields,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    RoundId,
    SetAside,
    Value,
)
from gvkaart.store.schema import JOURNALED

Cell = str | int | None
Row = tuple[Cell, ...]

_LARGEST_INTEGER: Final = 2**63 - 1


class UnreadableError(ValueError):
    """A row, or the image of one in the journal, is not what this program writes."""


def table_of(entity: Entity) -> str:
    """Return the table in which an entity is kept."""
    match entity:
        case Node():
            return "node"
        case Edge():
            return "edge"
        case Map():
            return "map"
        case Round():
            return "round"
        case Placement():
            return "placement"
        case SetAside():
            return "set_aside"
        case _:
            assert_never(entity)


def row_of(entity: Entity) -> Row:
    """Return an entity as a row, in the order of the columns in `JOURNALED`."""
    match entity:
        case Node(id, kind, title, text, tags, visibility, origin, fields, created, modified):
            return (id, kind, title, text, _json(tags), visibility, origin, _json(fields), created, modified)
        case Edge(source, relation, target, from_round, until_round, visibility, fields):
            return (source, relation, target, from_round, until_round, visibility, _json(fields))
        case Map(id, title, language, fields):
            return (id, title, language, _json(fields))
        case Round(id, map_id, position, title, date):
            return (id, map_id, position, title, date)
        case Placement(map_id, node, x, y, by_hand, collapsed, fields):
            return (map_id, node, x, y, int(by_hand), int(collapsed), _json(fields))
        case SetAside(map_id, check, subject, evidence, values, reason, date):
            return (map_id, check, _json(subject), _json(evidence), _json(values), reason, date)
        case _:
            assert_never(entity)


def _json(value: Iterable[str] | Fields) -> str:
    """Write a value in the one form in which equal values are equal texts."""
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def entity_of(table: str, row: Iterable[object]) -> Entity:
    """Make an entity of a row.

    Raises:
        UnreadableError: the row is not one that `row_of` writes, or there is no such table.
    """
    if table not in _READERS:
        raise UnreadableError(table)
    return _READERS[table](*row)


def entity_of_image(table: str, image: str) -> Entity:
    """Make an entity of the image of its row in the journal: a JSON object of column and value.

    Raises:
        UnreadableError: as `entity_of`.
    """
    cells = _loaded(image)
    columns = JOURNALED.get(table, ())
    if not isinstance(cells, dict) or set(cells) != set(columns):
        raise UnreadableError(table)
    return entity_of(table, (cells[column] for column in columns))


def _node(  # noqa: PLR0913, PLR0917 -- the columns of the table
    id_: object,
    kind: object,
    title: object,
    text: object,
    tags: object,
    visibility: object,
    origin: object,
    fields: object,
    created: object,
    modified: object,
) -> Node:
    return Node(
        NodeId(_text(id_)),
        _text(kind),
        _text(title),
        _text(text),
        _texts(tags),
        _text(visibility),
        _text(origin),
        _fields(fields),
        _integer(created),
        _integer(modified),
    )


def _edge(
    source: object,
    relation: object,
    target: object,
    from_round: object,
    until_round: object,
    visibility: object,
    fields: object,
) -> Edge:
    return Edge(
        NodeId(_text(source)),
        _text(relation),
        NodeId(_text(target)),
        RoundId(_text(from_round)),
        RoundId(_text(until_round)),
        _text(visibility),
        _fields(fields),
    )


def _map(id_: object, title: object, language: object, fields: object) -> Map:
    return Map(MapId(_text(id_)), _text(title), _text(language), _fields(fields))


def _round(id_: object, map_id: object, position: object, title: object, date: object) -> Round:
    return Round(RoundId(_text(id_)), MapId(_text(map_id)), _integer(position), _text(title), _text(date))


def _placement(
    map_id: object, node: object, x: object, y: object, by_hand: object, collapsed: object, fields: object
) -> Placement:
    return Placement(
        MapId(_text(map_id)),
        NodeId(_text(node)),
        None if x is None else _integer(x),
        None if y is None else _integer(y),
        _flag(by_hand),
        _flag(collapsed),
        _fields(fields),
    )


def _set_aside(
    map_id: object, check: object, subject: object, evidence: object, values: object, reason: object, date: object
) -> SetAside:
    return SetAside(
        MapId(_text(map_id)),
        _text(check),
        _texts(subject),
        _texts(evidence),
        _texts(values),
        _text(reason),
        _text(date),
    )


_READERS: Final[Mapping[str, Callable[..., Entity]]] = {
    "map": _map,
    "round": _round,
    "node": _node,
    "edge": _edge,
    "placement": _placement,
    "set_aside": _set_aside,
}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise UnreadableError("no text")
    return value


def _integer(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _LARGEST_INTEGER:
        raise UnreadableError("no integer")
    return value


def _flag(value: object) -> bool:
    if _integer(value) not in {0, 1}:
        raise UnreadableError("no truth value")
    return bool(value)


def _texts(value: object) -> tuple[str, ...]:
    if value == "[]":
        return ()
    return _all_texts(_loaded(value))


def _all_texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise UnreadableError("no list")
    return tuple(_text(one) for one in value)


def _fields(value: object) -> Fields:
    if value == "{}":
        return {}
    loaded = _loaded(value)
    if not isinstance(loaded, dict):
        raise UnreadableError("no fields")
    return {key: _value(one) for key, one in loaded.items()}


def _value(value: object) -> Value:
    if isinstance(value, str | bool):
        return value
    return _all_texts(value)


def _loaded(value: object) -> object:
    try:
        return json.loads(_text(value))
    except RecursionError as error:
        raise UnreadableError("nested too deep") from error
