"""Documents to measure with."""

from dataclasses import replace
from itertools import count
from pathlib import Path

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Placement
from gvkaart.domain.graph import Graph
from gvkaart.picture.composing import all_centres
from gvkaart.store import Document
from gvkaart.words import load_words
from tests.generator import make_graph


def case_of(nodes: int, *, placed: bool = True) -> Graph:
    """Make a case of so many nodes and one and a half times as many edges."""
    return make_graph(1, nodes, nodes * 3 // 2, faults=min(24, nodes // 20), placed=placed)[0]


def with_places(graph: Graph) -> Graph:
    """Give every node the place that a layout finds for it."""
    map_id = next(iter(graph.maps))
    centres = all_centres(CaseView(graph, map_id), load_words("nl"))
    return Graph.of(
        replace(entity, x=centres[entity.node][0], y=centres[entity.node][1])
        if isinstance(entity, Placement)
        else entity
        for entity in graph.entities()
    )


def write_document(graph: Graph, path: Path, data: Path) -> None:
    """Write a graph as a document, as the program would."""
    document = Document.create(None, data, count(1).__next__)
    document.apply("import", ChangeSet(tuple(Change(None, entity) for entity in graph.entities())))
    document.save_as(path)
    document.close()
