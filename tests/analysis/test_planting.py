"""Faults planted in a case without any: each is found, as often as it is there, and nothing else is."""

from collections import Counter
from collections.abc import Iterable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.analysis.engine import run_checks
from gvkaart.domain.derived import CaseView
from gvkaart.domain.graph import Graph
from gvkaart.domain.validation import graph_problems
from tests.case import MAP, ONE_VALUE
from tests.clean import lay_links
from tests.faults import PLANTS
from tests.generator import document_of, planted
from tests.making import Plant
from tests.ways import WAYS

Found = Counter[tuple[str, tuple[str, ...]]]


def made(seed: int, nodes: int, edges: int, plants: Iterable[Plant]) -> tuple[Graph, Found]:
    """Make a case with faults, and say what must be found in it."""
    case = planted(seed, nodes, plants)
    lay_links(case, edges)
    return document_of(case), Counter(case.expected)


def found_in(graph: Graph) -> Found:
    return Counter((one.check, one.subject) for one in run_checks(CaseView(graph, MAP), ONE_VALUE))


@settings(max_examples=40)
@given(
    st.integers(0, 10_000),
    st.integers(0, 150),
    st.integers(0, 300),
    st.lists(st.sampled_from(list(PLANTS.values())), max_size=8, unique=True),
    st.lists(st.sampled_from(WAYS), max_size=8),
    st.randoms(use_true_random=False),
)
def test_what_was_planted_is_found_and_nothing_else(
    seed: int, nodes: int, edges: int, once: list[Plant], often: list[Plant], random: Random
) -> None:
    plants = random.sample([*once, *often], len(once) + len(often))
    graph, expected = made(seed, nodes, edges, plants)
    assert found_in(graph) == expected


@pytest.mark.parametrize("plant", [*PLANTS.values(), *WAYS], ids=lambda plant: plant.__name__)
def test_every_way_makes_a_valid_case_in_which_it_is_found(plant: Plant) -> None:
    graph, expected = made(1, 40, 60, [plant])
    assert not list(graph_problems(graph))
    assert expected
    assert found_in(graph) == expected


@pytest.mark.parametrize("seed", range(4))
def test_a_large_case_without_faults_is_valid_and_has_none(seed: int) -> None:
    graph, expected = made(seed, 1_000, 3_000, [])
    assert not list(graph_problems(graph))
    assert found_in(graph) == expected == Counter()
