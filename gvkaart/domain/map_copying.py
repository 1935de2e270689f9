"""Copying a map: another cut of the same nodes, arranged alike, to try something on without touching the first.

Nodes and relations are not copied: they are shared, as among all maps of a document. Rounds belong to one map and are
named by the relations, so a copy has none, and every relation holds on it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.edit_basics import checked, map_of
from gvkaart.domain.entities import Entity, Fields, MapId
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import LAYOUT_FIELDS, MAP_FIELDS, PLACEMENT_FIELDS, FieldType
from gvkaart.domain.text import clean_line, fresh_id

_OF_ROUNDS: Final = frozenset(
    field.id for field in (*MAP_FIELDS, *PLACEMENT_FIELDS, *LAYOUT_FIELDS) if field.type is FieldType.ROUND
)


def copy_map(graph: Graph, map_id: MapId, title: str) -> ChangeSet:
    """Add a map with the same nodes in the same places, the same layouts and the same findings set aside.

    Raises:
        Rejected: there is no such map.
    """
    title = clean_line(title)
    new_id = MapId(fresh_id(title, "kaart", graph.maps))
    return checked(graph, [Change(None, entity) for entity in _copied(graph, map_id, new_id, title)])


def _copied(graph: Graph, map_id: MapId, new_id: MapId, title: str) -> Iterator[Entity]:
    old = map_of(graph, map_id)
    yield replace(old, id=new_id, title=title, fields=_without_rounds(old.fields))
    for place in graph.on_map(map_id).values():
        yield replace(place, map=new_id, fields=_without_rounds(place.fields))
    for layout in graph.layouts_of(map_id):
        yield replace(layout, map=new_id, fields=_without_rounds(layout.fields))
        for spot in graph.spots_in(layout.key).values():
            yield replace(spot, map=new_id)
    for aside in graph.set_aside.values():
        if aside.map == map_id:
            yield replace(aside, map=new_id)


def _without_rounds(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name not in _OF_ROUNDS}
