"""What may stand in a document: the same for an edit, an undo and a file that is opened.

So nothing that was stored can make a document unopenable, and no file brings in what an edit could not.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Final, assert_never

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import (
    Edge,
    Entity,
    Fields,
    Layout,
    LayoutKey,
    Map,
    Node,
    NodeId,
    Placement,
    Round,
    SetAside,
    Spot,
    entity_key,
)
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.text import clean_text
from gvkaart.domain.validation import entity_problems, graph_problems, link_problems

_SURELY_CLEAN: Final = re.compile(r"[\t\n -~]*")

Finding = tuple[Entity, Rejected]
"""An entity, and the error that says what is wrong with it."""


def problems_in(graph: Graph) -> Iterator[Finding]:
    """Check everything in a document."""
    yield from unclean(list(graph.entities()))
    yield from ((entity, problem.rejected()) for entity, problem in graph_problems(graph))


def problems_after(graph: Graph, changes: ChangeSet) -> Iterator[Finding]:
    """Check a document of which only these changes, already made, are new.

    Besides what changed, that is whatever refers to a node, map, round, placement or layout that went, or to a node
    that became another kind.
    """
    new = [change.new for change in changes if change.new is not None]
    yield from unclean(new)
    for entity in new:
        yield from ((entity, problem.rejected()) for problem in entity_problems(entity))
    for entity in chain(new, _referrers(graph, changes)):
        yield from ((entity, problem.rejected()) for problem in link_problems(graph, entity))


def _referrers(graph: Graph, changes: ChangeSet) -> Iterator[Entity]:
    """Yield what refers to something that changes took away or turned into another kind."""
    nodes = frozenset(
        change.old.id for change in changes if isinstance(change.old, Node) and _is_other(change.new, change.old)
    )
    maps = frozenset(change.old.id for change in changes if isinstance(change.old, Map | Round) and change.new is None)
    for change in changes:
        if change.new is None:
            yield from _in_layouts(graph, change.old)
    for node in nodes:
        yield from chain(graph.out(node), graph.into(node), _placements_of(graph, node))
    if nodes or maps:
        fielded: Iterator[Node | Edge | Map | Placement | Layout] = chain(
            graph.nodes.values(),
            graph.edges.values(),
            graph.maps.values(),
            graph.placements.values(),
            graph.layouts.values(),
        )
        yield from (one for one in fielded if one.fields and _mentions(one.fields, nodes | maps))
    if maps:
        yield from chain(
            graph.edges.values(),
            graph.rounds.values(),
            graph.placements.values(),
            graph.layouts.values(),
            graph.set_aside.values(),
        )


def _in_layouts(graph: Graph, gone: Entity | None) -> Iterator[Entity]:
    """Yield what layouts hold of a node that was taken off their map, and what is left of a layout itself."""
    match gone:
        case Placement(map_id, node):
            for layout in graph.layouts_of(map_id):
                if layout.fields:
                    yield layout
                if (spot := graph.spots_in(layout.key).get(node)) is not None:
                    yield spot
        case Layout():
            yield from graph.spots_in(LayoutKey(gone.map, gone.id)).values()


def _is_other(new: Entity | None, old: Node) -> bool:
    return not isinstance(new, Node) or new.kind != old.kind


def _placements_of(graph: Graph, node: NodeId) -> Iterator[Placement]:
    for map_id in graph.maps:
        if (placement := graph.on_map(map_id).get(node)) is not None:
            yield placement


def _mentions(fields: Fields, ids: frozenset[str]) -> bool:
    for value in fields.values():
        if value in ids if isinstance(value, str) else isinstance(value, tuple) and not ids.isdisjoint(value):
            return True
    return False


def unclean(entities: Collection[Entity]) -> Iterator[Finding]:
    """Find entities with a text that `clean_text` would change: such characters break files and screens."""
    # No text becomes clean or unclean by standing beside a line break, so one look at all of them mostly suffices.
    if not _is_clean("\n".join(text for entity in entities for text in _texts(entity))):
        for entity in entities:
            if not _is_clean("\n".join(_texts(entity))):
                yield entity, Rejected("store.unclean_text")


def _is_clean(text: str) -> bool:
    return _SURELY_CLEAN.fullmatch(text) is not None or clean_text(text) == text


def _texts(entity: Entity) -> Iterable[str]:
    match entity:
        case Node(id, kind, title, text, tags, visibility, origin, fields):
            return (id, kind, title, text, *tags, visibility, origin, *_texts_in(fields))
        case Edge(source, relation, target, from_round, until_round, visibility, fields):
            return (source, relation, target, from_round, until_round, visibility, *_texts_in(fields))
        case Map(id, title, language, fields):
            return (id, title, language, *_texts_in(fields))
        case Round(id, map_id, _, title, date):
            return (id, map_id, title, date)
        case Placement(map_id, node, fields=fields):
            return (map_id, node, *_texts_in(fields))
        case Layout(map_id, id, title, fields=fields):
            return (map_id, id, title, *_texts_in(fields))
        case Spot(map_id, layout, node):
            return (map_id, layout, node)
        case SetAside(map_id, check, subject, evidence, values, reason, date):
            return (map_id, check, *subject, *evidence, *values, reason, date)
        case _:
            assert_never(entity)


def _texts_in(fields: Fields) -> Iterator[str]:
    for name, value in fields.items():
        yield name
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def label(entity: Entity) -> str:
    """Name an entity in a message: its title where it has one, else what identifies it."""
    if isinstance(entity, Node | Map | Round | Layout) and entity.title:
        return entity.title
    table, key = entity_key(entity)
    return f"{table} {key}" if isinstance(key, str) else " ".join(str(part) for part in key)
