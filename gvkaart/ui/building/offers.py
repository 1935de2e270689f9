"""What the panel that builds has to offer: ways to go on, kinds, and items that are there already; no Qt in here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS, SYMMETRIC
from gvkaart.domain.text import clean_line, fold
from gvkaart.ui.palette_matching import ranked
from gvkaart.ui.session import Session
from gvkaart.ui.ways import Continuation, Way, continuations, ways_between
from gvkaart.words import Words

MOST_FOUND: Final = 40
"""Who does not find an item among so many should type more of it."""


@dataclass(frozen=True, slots=True)
class Known:
    """An item that is there already: whether it hangs there already, and whether it stands on the map in view."""

    node: Node
    is_joined: bool
    is_on_map: bool


def sentence(one: Continuation, words: Words) -> str:
    """Say a way to go on in plain words: "neemt in → positie"."""
    return f"{words.term(one.way.words)} → {words.term(f'kind.{one.kind}').lower()}"


def ways(kind: str, typed: str, words: Words) -> list[Continuation]:
    """Return the ways to go on from an item of a kind that match what was typed."""
    return ranked(typed, [(fold(sentence(one, words)), one) for one in continuations(kind)])


def between(graph: Graph, beside: NodeId, other: NodeId, typed: str, words: Words) -> list[Way]:
    """Return the ways to join two items that match what was typed; not those that join them already."""
    nodes = graph.nodes
    if beside not in nodes or other not in nodes:
        return []
    ways = ways_between(nodes[beside].kind, nodes[other].kind)
    free = [way for way in ways if other not in joined(graph, way, beside)]
    return ranked(typed, [(fold(words.term(way.words)), way) for way in free])


def kinds(typed: str, words: Words) -> list[str]:
    """Return the kinds whose name matches what was typed."""
    return ranked(typed, [(fold(words.term(f"kind.{kind}")), kind) for kind in KINDS])


def known(session: Session, kind: str, way: Way | None, beside: NodeId | None, typed: str) -> list[Known]:
    """Return the items of a kind that match what was typed, those that can still be joined first.

    Without anything typed, those on the map come first, each group by title; the item itself never comes.
    """
    graph, on_map = session.graph, session.view.nodes
    hanging = joined(graph, way, beside)
    nodes = [node for node in graph.nodes.values() if node.kind == kind and node.id != beside]
    if not clean_line(typed):
        nodes.sort(key=lambda node: (node.id not in on_map, fold(node.title), node.id))
    found = ranked(typed, [(fold(node.title), node) for node in nodes])
    found.sort(key=lambda node: node.id in hanging)
    return [Known(node, node.id in hanging, node.id in on_map) for node in found[:MOST_FOUND]]


def namesake(found: Iterable[Known], title: str) -> int:
    """Return which of the items bears a title already, -1 when none does; case and diacritics do not count."""
    wanted = fold(clean_line(title))
    return next((number for number, one in enumerate(found) if wanted and fold(one.node.title) == wanted), -1)


def joined(graph: Graph, way: Way | None, beside: NodeId | None) -> set[NodeId]:
    """Return the items that a way leads to already."""
    if way is None or beside is None:
        return set()
    forth = {edge.target for edge in graph.out(beside) if edge.relation == way.relation}
    back = {edge.source for edge in graph.into(beside) if edge.relation == way.relation}
    if way.relation in SYMMETRIC:
        return forth | back
    return forth if way.outgoing else back
