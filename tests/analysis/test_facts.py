"""What the small maps cannot say of the checks on facts: all their nodes stand on the map."""

import pytest

from gvkaart.analysis import facts
from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Placement
from gvkaart.domain.graph import Graph
from tests.case import MAP, case, edge, node

NO_VALUES = Catalogue(values={}, categories={}, works={})


def unsourced(graph: Graph) -> list[str]:
    return [one.subject[0] for one in run_checks(CaseView(graph, MAP), NO_VALUES, (facts.unsourced,))]


@pytest.mark.parametrize(("relation", "found"), [("cites", []), ("related", ["f"])])
def test_a_source_in_the_library_is_a_source(relation: str, found: list[str]) -> None:
    graph = case(node("fact", "f"), node("source", "s"), edge(f"f {relation} s"))
    in_library = Graph.of(one for one in graph.entities() if not (isinstance(one, Placement) and one.node == "s"))
    assert unsourced(in_library) == found
