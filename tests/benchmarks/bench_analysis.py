"""How long the checks take, all together and each alone, on a map that was just read.

Everything is measured with a new view, as after an edit: indexes, statuses and presence are part of it. The floor is
one pass over nodes and edges that builds the adjacency.
"""

from functools import partial
from typing import Final

from gvkaart.analysis.catalogue import Catalogue, read_catalogue
from gvkaart.analysis.engine import CHECKS, run_checks
from gvkaart.analysis.registry import Check
from gvkaart.assets import resource_text
from gvkaart.domain.derived import CaseView
from gvkaart.domain.graph import Graph
from tests.benchmarks.documents import case_of
from tests.benchmarks.rows import Effort, Row, Rows, in_turn, median, milliseconds
from tests.case import MAP

_MOST: Final = {3_000: 150.0, 10_000: 500.0}


def rows(effort: Effort) -> Rows:
    """Run all checks on maps of every size, and each alone on one of them."""
    catalogue = read_catalogue(resource_text("publieke-waarden.json"), "nl")
    for size in effort.sizes:
        graph = case_of(size)
        ours, floors = in_turn(effort.runs, partial(_checked, graph, catalogue, *CHECKS), partial(_floor, graph))
        name = f"all {len(CHECKS)} checks, {size} nodes, {len(graph.edges)} edges"
        yield Row(name, median(ours), floor=median(floors), floor_is="adjacency", most=_MOST.get(size))
    graph = case_of(effort.main_size)
    for check in CHECKS:
        alone = median(_checked(graph, catalogue, check) for _ in range(effort.runs))
        yield Row(f"check {check.id}, with the view, {effort.main_size} nodes", alone)


def _checked(graph: Graph, catalogue: Catalogue, *checks: Check) -> float:
    return milliseconds(lambda: run_checks(CaseView(graph, MAP), catalogue, checks))


def _floor(graph: Graph) -> float:
    return milliseconds(lambda: _adjacency(graph))


def _adjacency(graph: Graph) -> dict[str, list[str]]:
    adjacency: dict[str, list[str]] = {node: [] for node in graph.nodes}
    for edge in graph.edges.values():
        adjacency[edge.source].append(edge.target)
        adjacency[edge.target].append(edge.source)
    return adjacency
