"""Makes documents of any size with faults that it planted itself, for tests and benchmarks alike.

A case on which no check finds anything (`tests.clean`) gets faults, each with nodes of its own, so that what must be
found is known exactly.
"""

from collections.abc import Iterable, Iterator
from itertools import cycle, islice
from random import Random
from typing import Final

from gvkaart.domain.entities import Entity, Map, MapId, Placement, Round
from gvkaart.domain.graph import Graph
from tests.case import MAP, ROUNDS
from tests.clean import grow, lay_links
from tests.faults import PLANTS
from tests.making import Expected, Making, Plant
from tests.ways import WAYS

_MOST_NODES_OF_A_FAULT: Final = 5


def make_graph(
    seed: int, nodes: int = 300, edges: int = 450, faults: int = 12, *, placed: bool = False
) -> tuple[Graph, MapId, frozenset[Expected]]:
    """Make a document of one map with three rounds.

    Args:
        seed: the same seed gives the same document.
        nodes: how many nodes there are; a case of under thirty, or a fault too many for it, makes it a little larger.
        edges: how many edges there are about; no fewer than each node needs to be without fault.
        faults: how many faults are planted, in turn of each check, and then in the less obvious ways.
        placed: give every node a place on a grid; otherwise the layout has still to decide.

    Returns:
        The document, its map, and every finding that there must be as of the last round: no more, no fewer.
    """
    plants = islice(cycle((*PLANTS.values(), *WAYS)), faults)
    case = planted(seed, nodes - _MOST_NODES_OF_A_FAULT * (faults + 1), plants)
    while len(case.nodes) < nodes:
        case.add("note", "Nog navragen")
    lay_links(case, edges)
    return Graph.of(_entities(case, placed=placed)), MAP, frozenset(case.expected)


def planted(seed: int, nodes: int, plants: Iterable[Plant]) -> Making:
    """Grow a case of about so many nodes and plant faults in it."""
    case = Making(Random(seed))
    grow(case, nodes)
    for plant in plants:
        plant(case)
    for last in case.finally_:
        last()
    return case


def _entities(case: Making, *, placed: bool) -> Iterator[Entity]:
    yield Map(MAP, "Gemaakte kaart", fields=case.rules)
    yield from (Round(round_id, MAP, number, f"Ronde {number + 1}") for number, round_id in enumerate(ROUNDS))
    yield from case.nodes.values()
    yield from case.edges.values()
    columns = max(1, round(len(case.nodes) ** 0.5))
    for number, node in enumerate(case.nodes):
        x, y = (number % columns * 240, number // columns * 140) if placed else (None, None)
        yield Placement(MAP, node, x, y, fields=case.presence.get(node, {}))


def document_of(case: Making) -> Graph:
    """Return the document that was made; what stands where is left to the layout."""
    return Graph.of(_entities(case, placed=False))
