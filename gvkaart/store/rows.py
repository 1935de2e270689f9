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
    Layout,
    LayoutId,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    RoundId,
    SetAside,
    Spot,
    Value,
)
from gvkaart.store.schema import JOURNALED, KEY_LENGTH

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
        case Layout():
            return "layout"
        case Spot():
            return "spot"
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
        case Layout(map_id, id, title, shown, fields):
            return (map_id, id, title, int(shown), _json(fields))
        case Spot(map_id, layout, node, x, y, by_hand):
            return (map_id, layout, node, x, y, int(by_hand))
        case SetAside(map_id, check, subject, evidence, values, reason, date):
            return (map_id, check, _json(subject), _json(evidence), _json(values), reason, date)
        case _:
            assert_never(entity)


def key_of(entity: Entity) -> Row:
    """Return what identifies an entity: the first columns of its row, as many as `KEY_LENGTH` says."""
    match entity:
        case Node(id) | Map(id) | Round(id):
            return (id,)
        case Edge(source, relation, target, from_round):
            return (source, relation, target, from_round)
        case Placement(map_id, node):
            return (map_id, node)
        case Layout(map_id, id):
            return (map_id, id)
        case Spot(map_id, layout, node):
            return (map_id, layout, node)
        case SetAside():
            return row_of(entity)[: KEY_LENGTH["set_aside"]]
        case _:
            assert_never(entity)


def _json(value: Iterable[str] | Fields) -> str:
    """Write a value in the one form in which equal values are equal texts."""
    if not value:
        return "{}" if isinstance(value, Mapping) else "[]"
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def entity_of(table: str, row: Row) -> Entity:
    """Make an entity of a row.

    Raises:
        UnreadableError: the row is not one that `row_of` writes, or there is no such table.
    """
    # Comparing the types of a whole row at once matters: opening a large document reads tens of thousands.
    if tuple(map(type, row)) not in _SHAPES.get(table, ()):
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
    if any(isinstance(cell, int) and abs(cell) > _LARGEST_INTEGER for cell in cells.values()):
        raise UnreadableError("an integer that no row can hold")
    return entity_of(table, tuple(cells[column] for column in columns))


_NONE: Final = type(None)
_SHAPES: Final[Mapping[str, frozenset[tuple[type, ...]]]] = {
    "map": frozenset({(str,) * 4}),
    "round": frozenset({(str, str, int, str, str)}),
    "node": frozenset({(*(str,) * 8, int, int)}),
    "edge": frozenset({(str,) * 7}),
    "placement": frozenset((str, str, x, y, int, int, str) for x in (int, _NONE) for y in (int, _NONE)),
    "layout": frozenset({(str, str, str, int, str)}),
    "spot": frozenset({(str, str, str, int, int, int)}),
    "set_aside": frozenset({(str,) * 7}),
}
"""Types of the cells in each row; never a truth value, which Python would take for an integer."""


def _node(  # noqa: PLR0913, PLR0917 -- the columns of the table
    id_: NodeId,
    kind: str,
    title: str,
    text: str,
    tags: str,
    visibility: str,
    origin: str,
    fields: str,
    created: int,
    modified: int,
) -> Node:
    return Node(id_, kind, title, text, _texts(tags), visibility, origin, _fields(fields), created, modified)


def _edge(
    source: NodeId, relation: str, target: NodeId, begin: RoundId, end: RoundId, visibility: str, fields: str
) -> Edge:
    return Edge(source, relation, target, begin, end, visibility, _fields(fields))


def _map(id_: MapId, title: str, language: str, fields: str) -> Map:
    return Map(id_, title, language, _fields(fields))


def _placement(
    map_id: MapId, node: NodeId, x: int | None, y: int | None, by_hand: int, collapsed: int, fields: str
) -> Placement:
    return Placement(map_id, node, x, y, _flag(by_hand), _flag(collapsed), _fields(fields))


def _layout(map_id: MapId, id_: LayoutId, title: str, shown: int, fields: str) -> Layout:
    return Layout(map_id, id_, title, _flag(shown), _fields(fields))


def _spot(map_id: MapId, layout: LayoutId, node: NodeId, x: int, y: int, by_hand: int) -> Spot:
    return Spot(map_id, layout, node, x, y, _flag(by_hand))


def _set_aside(map_id: MapId, check: str, subject: str, evidence: str, values: str, reason: str, date: str) -> SetAside:
    return SetAside(map_id, check, _texts(subject), _texts(evidence), _texts(values), reason, date)


_READERS: Final[Mapping[str, Callable[..., Entity]]] = {
    "map": _map,
    "round": Round,
    "node": _node,
    "edge": _edge,
    "placement": _placement,
    "layout": _layout,
    "spot": _spot,
    "set_aside": _set_aside,
}


def _flag(value: int) -> bool:
    if value not in {0, 1}:
        raise UnreadableError("no truth value")
    return bool(value)


def _texts(value: str) -> tuple[str, ...]:
    return () if value == "[]" else _all_texts(_loaded(value))


def _all_texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise UnreadableError("no list of texts")
    return tuple(value)


def _fields(value: str) -> Fields:
    if value == "{}":
        return {}
    loaded = _loaded(value)
    if not isinstance(loaded, dict):
        raise UnreadableError("no fields")
    return {key: _value(one) for key, one in loaded.items()}


def _value(value: object) -> Value:
    return value if isinstance(value, str | bool) else _all_texts(value)


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("no JSON, or nested too deep") from error
