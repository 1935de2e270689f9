"""What may stand in a document: the same for an edit, an undo and a file that is opened.

So nothing that was stored can make a document unopenable, and no file brings in what an edit could not.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, Entity, Map, Node, Placement, Round, SetAside, entity_key
from gvkaart.domain.graph import Graph
from gvkaart.domain.text import clean_text
from gvkaart.domain.validation import Problem, entity_problems, graph_problems, link_problems

UNCLEAN: Final = Problem("unclean_text")
"""A text holds characters that `clean_text` takes out: they break files and screens."""


def problems_in(graph: Graph) -> Iterator[tuple[Entity, Problem]]:
    """Check everything in a document."""
    yield from unclean(graph.entities())
    yield from graph_problems(graph)


def problems_after(graph: Graph, changes: ChangeSet) -> Iterator[tuple[Entity, Problem]]:
    """Check a document of which only these changes, already made, are new.

    Besides what changed, that is whatever refers to a node, map or round that went or became another kind.
    """
    new = [change.new for change in changes if change.new is not None]
    yield from unclean(new)
    for entity in new:
        for problem in (*entity_problems(entity), *link_problems(graph, entity)):
            yield entity, problem
    if shaken := _shaken(changes):
        yield from _problems_around(graph, shaken)


def _shaken(changes: ChangeSet) -> frozenset[str]:
    """Ids of nodes, maps and rounds whose referrers may now be wrong."""
    return frozenset(
        change.old.id
        for change in changes
        if isinstance(change.old, Node | Map | Round)
        and (
            change.new is None or (isinstance(change.old, Node) and change.old.kind != getattr(change.new, "kind", ""))
        )
    )


def _problems_around(graph: Graph, ids: frozenset[str]) -> Iterator[tuple[Entity, Problem]]:
    for entity in graph.entities():
        if not ids.isdisjoint(_mentioned(entity)):
            for problem in link_problems(graph, entity):
                yield entity, problem


def _mentioned(entity: Entity) -> Iterator[str]:
    """Texts in which an entity may refer to another: more than its references, never fewer."""
    match entity:
        case Edge():
            yield from (entity.source, entity.target, entity.from_round, entity.until_round)
        case Placement():
            yield from (entity.map, entity.node)
        case Round() | SetAside():
            yield entity.map
        case Node() | Map():
            pass
        case _:
            assert_never(entity)
    if isinstance(entity, Node | Edge | Map | Placement):
        for value in entity.fields.values():
            yield from _texts(value)


def unclean(entities: Iterable[Entity]) -> Iterator[tuple[Entity, Problem]]:
    """Find entities with a text that holds characters which no document may hold."""
    for entity in entities:
        if not all(_is_clean(text) for name in entity.__slots__ for text in _texts(getattr(entity, name))):
            yield entity, UNCLEAN


def _is_clean(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or clean_text(text) == text


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield key
            yield from _texts(one)


def label(entity: Entity) -> str:
    """Name an entity in a message: its title where it has one, else what identifies it."""
    if isinstance(entity, Node | Map | Round) and entity.title:
        return entity.title
    table, key = entity_key(entity)
    return f"{table} {key}" if isinstance(key, str) else " ".join(str(part) for part in key)
