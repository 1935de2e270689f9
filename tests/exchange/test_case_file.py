"""The case file keeps everything of one map, and the same map is always the same bytes."""

from hypothesis import HealthCheck, given, settings

from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case, read_case_json, write_case, write_case_json
from tests.exchange.random_cases import maps

moderate = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@moderate
@given(maps())
def test_yaml_keeps_everything_of_a_map(graph: Graph) -> None:
    (map_id,) = graph.maps
    data = write_case(graph, map_id, include_private=True)
    again = read_case(data)
    assert again == graph
    assert write_case(again, map_id, include_private=True) == data


@moderate
@given(maps())
def test_json_keeps_everything_of_a_map(graph: Graph) -> None:
    (map_id,) = graph.maps
    data = write_case_json(graph, map_id, include_private=True)
    again = read_case_json(data)
    assert again == graph
    assert write_case_json(again, map_id, include_private=True) == data
