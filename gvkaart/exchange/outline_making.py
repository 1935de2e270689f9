"""Accepted rows of an outline to the changes that make them: one change set, so one step to undo."""

from collections.abc import Iterator, Mapping, Sequence

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.edit_basics import checked
from gvkaart.domain.entities import Edge, Entity, MapId, Node, NodeId, Placement, PlacementKey
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import SYMMETRIC
from gvkaart.domain.text import fresh_id
from gvkaart.exchange.outline_text import Row


def make_rows(graph: Graph, rows: Sequence[Row], map_id: MapId, *, now: int) -> ChangeSet:
    """Return the changes that make the items of an outline, put all of them on a map, and join them.

    What exists already is not made again: neither items nor relations. New items have no place yet; until somebody
    names a source, they are an estimate of who typed them.

    Args:
        graph: the document.
        rows: as `gvkaart.exchange.outline_text.propose` returned them for this document.
        map_id: a map of the document.
        now: time of creation, in milliseconds since 1970.

    Raises:
        Rejected: a relation is not allowed, or there is no such map.
    """
    ids = node_ids(graph, rows)
    nodes = [
        Node(ids[number], row.kind, row.title, row.text, origin="own", created=now, modified=now)
        for number, row in enumerate(rows)
        if row.is_new
    ]
    there = dict.fromkeys(node_id for node_id in ids.values() if PlacementKey(map_id, node_id) not in graph.placements)
    placements = [Placement(map_id, node_id) for node_id in there]
    edges = {edge.key: edge for edge in _edges(graph, rows, ids)}
    made: tuple[Entity, ...] = (*nodes, *placements, *edges.values())
    return checked(graph, [Change(None, entity) for entity in made])


def node_ids(graph: Graph, rows: Sequence[Row]) -> Mapping[int, NodeId]:
    """Return which item each row stands for, by its number; new items have the id that they will get."""
    ids: dict[int, NodeId] = {}
    taken = set(graph.taken_ids)
    for number, row in enumerate(rows):
        if row.is_new:
            ids[number] = NodeId(fresh_id(row.title, row.kind, taken))
            taken.add(ids[number])
        elif row.node is not None:
            ids[number] = row.node
        elif row.same_as is not None:
            ids[number] = ids[row.same_as]
    return ids


def _edges(graph: Graph, rows: Sequence[Row], ids: Mapping[int, NodeId]) -> Iterator[Edge]:
    for number, row in enumerate(rows):
        if number in ids and row.way is not None and row.parent is not None:
            parent, child = ids[row.parent], ids[number]
            source, target = (parent, child) if row.way.down else (child, parent)
            if not _joined(graph, source, row.way.relation, target):
                yield Edge(source, row.way.relation, target)


def _joined(graph: Graph, source: NodeId, relation: str, target: NodeId) -> bool:
    """Tell whether two items are joined like this already, in whatever round."""
    forth = any((edge.relation, edge.target) == (relation, target) for edge in graph.out(source))
    back = relation in SYMMETRIC and any(
        (edge.relation, edge.target) == (relation, source) for edge in graph.out(target)
    )
    return forth or back
