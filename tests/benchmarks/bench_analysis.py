"""How long the checks take: all of them on a map that was just read, and those that an edit touches.

The view of the map, with its indexes, is part of every measurement, as it is in the program. The floor is one pass over
nodes and edges that builds the adjacency. Time is that of the processor, and of several runs the least counts: other
work on the machine does not make a check cheaper. Large maps have three edges a node.
"""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Final

import gvkaart.ui.swift  # noqa: F401  # as in the program, Python does not look for cycles
from gvkaart.analysis.catalogue import Catalogue, read_catalogue
from gvkaart.analysis.engine import CHECKS, Inspection, inspect, run_checks
from gvkaart.analysis.registry import Check
from gvkaart.assets import resource_text
from gvkaart.domain import edits, map_edits
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from tests.benchmarks.rows import Effort, Row, Rows, in_turn, processor_milliseconds
from tests.case import MAP
from tests.generator import make_graph

_MOST: Final = {3_000: 150.0, 10_000: 500.0}
_MOST_AFTER_AN_EDIT: Final = {10_000: 50.0}
_MOST_AFTER_A_LARGE_EDIT: Final = {10_000: 100.0}
"""What still seems to happen at once, after an edit that takes with it more relations than somebody lays in a day."""
_LARGE: Final = 100
_NOW: Final = 1_700_000_000_000

_Edit = Callable[[Graph], ChangeSet]


def rows(effort: Effort) -> Rows:
    """Run all checks on maps of every size and again after edits, and each check alone on one of them."""
    catalogue = read_catalogue(resource_text("publieke-waarden.json"), "nl")
    for size in effort.sizes:
        graph = make_graph(1, size, size * 3, faults=min(len(CHECKS), size // 20))[0]
        name = f"{len(graph.nodes)} nodes, {len(graph.edges)} edges"
        ours, floors = in_turn(effort.runs, partial(_checked, graph, catalogue, *CHECKS), partial(_floor, graph))
        what = f"all {len(CHECKS)} checks, {name}"
        yield Row(what, min(ours), floor=min(floors), floor_is="adjacency", most=_MOST.get(size))
        yield from _after_edits(graph, catalogue, name, effort)
        if size == effort.main_size:
            yield from _each_alone(graph, catalogue, name, effort)


def _after_edits(graph: Graph, catalogue: Catalogue, name: str, effort: Effort) -> Iterator[Row]:
    before = inspect(CaseView(graph, MAP), catalogue)
    for what, edit in _edits(graph):
        changes = edit(graph)
        most = (_MOST_AFTER_A_LARGE_EDIT if len(changes) > _LARGE else _MOST_AFTER_AN_EDIT).get(len(graph.nodes))
        after = partial(_checked_after, before, graph.with_changes(changes), changes)
        ours, floors = in_turn(effort.runs, after, partial(_floor, graph))
        yield Row(
            f"after: {what} (changes: {len(changes)}), {name}",
            min(ours),
            floor=min(floors),
            floor_is="adjacency",
            most=most,
        )


def _each_alone(graph: Graph, catalogue: Catalogue, name: str, effort: Effort) -> Iterator[Row]:
    for check in CHECKS:
        alone = min(_checked(graph, catalogue, check) for _ in range(effort.runs))
        yield Row(f"check {check.id}, with the view, {name}", alone)


def _edits(graph: Graph) -> Iterator[tuple[str, _Edit]]:
    """Yield what somebody may do to a map, and how."""
    actor = _first(graph, "actor")
    said = {edge.target for edge in graph.out(actor) if edge.relation in ("holds", "disputes")}
    fact, position = (_first(graph, kind, said) for kind in ("fact", "position"))
    claim = next(key for key in graph.edges if key.relation == "claims")
    yield "a fact is renamed", lambda graph: edits.rename(graph, fact, "Anders gezegd", now=_NOW)
    yield "an actor is renamed", lambda graph: edits.rename(graph, actor, "Anders genoemd", now=_NOW)
    yield "a field of a fact", lambda graph: edits.set_field(graph, fact, "settle_question", "Hoe vaak?", now=_NOW)
    yield "a fact is settled", lambda graph: edits.set_field(graph, fact, "settled", "true", now=_NOW)
    yield "a position is added", lambda graph: edits.add_node(graph, "position", "Nieuw", now=_NOW, map_id=MAP)
    yield "a position is taken", lambda graph: edits.connect(graph, actor, "holds", position)
    yield "a fact is disputed", lambda graph: edits.connect(graph, actor, "disputes", fact)
    yield "a claim is withdrawn", lambda graph: edits.disconnect(graph, [claim])
    yield "a claim is hearsay", lambda graph: edits.set_edge_field(graph, claim, "hearsay", True)
    yield "an actor stays away", lambda graph: map_edits.set_presence(graph, MAP, actor, "presence", "absent")
    yield "a fact is removed", lambda graph: edits.remove_nodes(graph, [fact])
    yield "a node is moved", lambda graph: map_edits.move(graph, MAP, {fact: (0, 0)})


def _first(graph: Graph, kind: str, save: Collection[NodeId] = ()) -> NodeId:
    return next(node.id for node in graph.nodes.values() if node.kind == kind and node.id not in save)


def _checked(graph: Graph, catalogue: Catalogue, *checks: Check) -> float:
    return processor_milliseconds(lambda: run_checks(CaseView(graph, MAP), catalogue, checks))


def _checked_after(before: Inspection, graph: Graph, changes: ChangeSet) -> float:
    return processor_milliseconds(lambda: inspect(before.view.after(graph, changes), before.catalogue, CHECKS, before))


def _floor(graph: Graph) -> float:
    return processor_milliseconds(lambda: _adjacency(graph))


def _adjacency(graph: Graph) -> dict[str, list[str]]:
    adjacency: dict[str, list[str]] = {node: [] for node in graph.nodes}
    for edge in graph.edges.values():
        adjacency[edge.source].append(edge.target)
        adjacency[edge.target].append(edge.source)
    return adjacency
