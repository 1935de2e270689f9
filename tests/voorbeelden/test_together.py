"""The three cases in one document: the same actor is one item on several maps, and each map stays what it was."""

from functools import cache
from itertools import combinations

import pytest

from gvkaart import assets
from gvkaart.analysis.catalogue import read_catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.assets import resource_text
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import MapId, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.validation import graph_problems
from gvkaart.exchange.case_file import read_case
from gvkaart.exchange.merging import merge_together
from tests.voorbeelden.reading import EXAMPLES, example


@cache
def together() -> Graph:
    cases = map(read_case, assets.example_cases(assets.EVERY_EXAMPLE))
    return Graph().with_changes(merge_together(cases, now=1_700_000_000_000))


def maps_of(node: str) -> set[str]:
    return {place.map for place in together().placements.values() if place.node == node}


def test_ids_are_equal_only_for_what_is_the_same() -> None:
    for one, other in combinations(EXAMPLES, 2):
        both = example(one).nodes.keys() & example(other).nodes.keys()
        assert {example(one).nodes[node].kind for node in both} == {"actor", "source"}
        assert all(example(one).nodes[node] == example(other).nodes[node] for node in both)


def test_actors_that_play_a_part_in_more_cases_stand_on_more_maps() -> None:
    late, request, energy = "laatsignalering-voorbeeld", "aanvraag-combineren-voorbeeld", "bag-en-energie-voorbeeld"
    assert set(together().maps) == {late, request, energy}
    assert maps_of("szw") == {late, request}
    assert maps_of("cbs") == maps_of("gemeenten") == {late, energy}
    assert maps_of("kafka-brigade") == maps_of("rapport") == {late, request, energy}
    assert len(together().nodes) == sum(len(example(name).nodes) for name in EXAMPLES) - 7
    assert list(graph_problems(together())) == []


def test_presence_is_that_of_the_map() -> None:
    presences = {map_id: CaseView(together(), map_id).presences for map_id in together().maps}
    assert presences[MapId("laatsignalering-voorbeeld")][NodeId("szw")] == "at_table"
    assert presences[MapId("aanvraag-combineren-voorbeeld")][NodeId("szw")] == "unavailable"


@pytest.mark.parametrize("name", EXAMPLES)
def test_on_each_map_is_found_what_was_found_in_its_case(name: str) -> None:
    catalogue = read_catalogue(resource_text("publieke-waarden.json"), "nl")
    (map_id,) = example(name).maps
    alone = run_checks(CaseView(example(name), map_id), catalogue)
    assert run_checks(CaseView(together(), map_id), catalogue) == alone
