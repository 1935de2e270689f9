"""The examples as the tests read them."""

from functools import cache
from typing import Final

from gvkaart.assets import example_bytes
from gvkaart.domain.derived import CaseView, Status
from gvkaart.domain.entities import RoundId
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case

EXAMPLES: Final = ("aanvraag-combineren", "bag-energie", "laatsignalering")


@cache
def example(name: str) -> Graph:
    """Return what is in an example."""
    return read_case(example_bytes(f"{name}.yaml"))


def as_of(name: str, moment: str) -> CaseView:
    """Return an example as of a round."""
    (map_id,) = example(name).maps
    return CaseView(example(name), map_id, RoundId(moment))


def facts_with(view: CaseView, status: Status) -> set[str]:
    """Return the facts that stand so."""
    return {fact.id for fact in view.of_kind("fact") if view.status(fact.id) is status}


def ends(name: str, relation: str) -> set[tuple[str, str]]:
    """Return from where to where a relation goes."""
    return {(edge.source, edge.target) for edge in example(name).edges.values() if edge.relation == relation}
