"""What holds for every example: it is complete in itself, readable, and says that it is one."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest

from gvkaart import assets
from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import is_attributed
from gvkaart.exchange.case_file import write_case
from tests.voorbeelden.reading import EXAMPLES, example

Spots = Mapping[NodeId, tuple[int, int]]


def test_these_are_the_examples() -> None:
    assert assets.example_names() == tuple(f"{name}.yaml" for name in EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_read_and_written_it_is_the_same_file(name: str) -> None:
    (map_id,) = example(name).maps
    assert write_case(example(name), map_id, include_private=True) == assets.example_bytes(f"{name}.yaml")


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_says_that_it_is_an_example(name: str) -> None:
    (map_,) = example(name).maps.values()
    assert map_.title.endswith("(voorbeeld)")
    notes = [node.text for node in example(name).nodes.values() if node.kind == "note"]
    (about,) = (text for text in notes if "als voorbeeld, naar een rapport van de Kafka Brigade" in text)
    assert "zegt niets over wat deze organisaties vandaag vinden, doen of afspreken" in about


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_in_the_source_names_a_section_of_it(name: str) -> None:
    graph = example(name)
    named = {edge.source for edge in graph.edges.values() if edge.relation == "cites" and edge.fields.get("locator")}
    unsourced = graph.nodes.keys() - named
    assert {node for node in unsourced if graph.nodes[node].origin == "stated"} == {"rapport"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_titles_fit_in_a_box(name: str) -> None:
    assert [node.id for node in example(name).nodes.values() if not 0 < len(node.title) <= 60] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_node_is_connected(name: str) -> None:
    ends = {end for edge in example(name).edges.values() for end in (edge.source, edge.target)}
    assert example(name).nodes.keys() - ends == set()


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_node_has_room_on_the_canvas(name: str) -> None:
    places = example(name).placements.values()
    spots = {place.node: (place.x, place.y) for place in places if place.x is not None and place.y is not None}
    assert spots.keys() == example(name).nodes.keys()
    assert list(too_close(spots)) == []


def too_close(spots: Spots) -> Iterator[tuple[NodeId, NodeId]]:
    """Yield pairs of which the boxes, at most 220 by 95 units, may come within 40 units of each other."""
    for (one, (x, y)), (other, (u, v)) in combinations(spots.items(), 2):
        if abs(x - u) < 260 and abs(y - v) < 135:
            yield one, other


@pytest.mark.parametrize("name", EXAMPLES)
def test_actors_stand_left_of_what_they_hold(name: str) -> None:
    graph = example(name)
    across = {place.node: place.x or 0 for place in graph.placements.values()}
    assert all(across[edge.source] < across[edge.target] for edge in graph.edges.values() if edge.relation == "holds")


@pytest.mark.parametrize("name", ["aanvraag-combineren", "bag-energie"])
def test_nobody_promises_anything_and_nothing_is_confirmed(name: str) -> None:
    graph = example(name)
    assert [node.id for node in graph.nodes.values() if node.kind == "action"] == []
    assert [edge for edge in graph.edges.values() if edge.relation in ("promises", "asks")] == []
    assert [edge for edge in graph.edges.values() if "confirmed" in edge.fields] == []
    assert [node.id for node in graph.nodes.values() if "settled" in node.fields] == []


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("aanvraag-combineren", {"uwv-ww", "uwv-wetgeving", "uwv-overige-zaken", "kafka-brigade"}),
        ("bag-energie", {"kadaster", "kafka-brigade"}),
    ],
)
def test_what_others_think_is_hearsay(name: str, heard: set[str]) -> None:
    graph = example(name)
    kinds = {node.id: node.kind for node in graph.nodes.values()}
    said = [edge for edge in graph.edges.values() if is_attributed(edge.relation, kinds[edge.source])]
    thoughts = [edge for edge in said if edge.relation in ("holds", "has_interest", "claims", "represents", "means")]
    first_hand = {edge.source for edge in thoughts if not edge.fields.keys() & {"reported_by", "hearsay"}}
    assert first_hand == heard
