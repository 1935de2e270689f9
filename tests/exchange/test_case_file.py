"""The case file keeps everything of one map, and the same map is always the same bytes."""

from hypothesis import given, settings

from gvkaart.domain.disclosure import only_map, without_private
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case, read_case_json, write_case, write_case_json
from tests.case import MAP, case, edge, node
from tests.exchange.random_cases import maps
from tests.strategies import graphs

moderate = settings(max_examples=30)


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


@settings(max_examples=20)
@given(graphs())
def test_any_map_of_a_document_is_written_so_that_it_reads_and_writes_the_same(graph: Graph) -> None:
    for map_id in graph.maps:
        for include_private in (True, False):
            data = write_case(graph, map_id, include_private=include_private)
            again = read_case(data)
            assert write_case(again, map_id, include_private=True) == data
            cut = only_map(graph, map_id) if include_private else without_private(graph, map_id)
            assert again.edges == cut.edges
            assert {key: one.fields for key, one in again.placements.items()} == {
                key: one.fields for key, one in cut.placements.items()
            }


def test_a_file_reads_pleasantly() -> None:
    long = " ".join(["Een zin die te lang is voor een regel en daarom over meer regels loopt."] * 3)
    graph = case(
        node("actor", "cak", "CAK", presence="at_table", required=True),
        node("fact", "veel", "Veel", text="Eerste regel.\n\n- een: twee\n"),
        node("concept", "nee", "2021-06", alt=("no", "a, b"), definition=long),
        edge("cak claims veel", "r1", note="zo"),
        fields={"owner": "cak", "ends": "2026"},
    )
    assert write_case(graph, MAP, include_private=True).decode() == PLEASANT


PLEASANT = """\
gvkaart: 1
title: Kaart
map: map
language: nl
owner: cak
ends: 2026
rounds:
  - {id: r1, title: Ronde 0}
  - {id: r2, title: Ronde 1}
  - {id: r3, title: Ronde 2}
actor:
  cak: {title: CAK, presence: at_table, required: true, claims: [{to: veel, from: r1, note: zo}]}
fact:
  veel:
    title: Veel
    text: |
      Eerste regel.

      - een: twee
concept:
  nee:
    title: "2021-06"
    definition: >-
      Een zin die te lang is voor een regel en daarom over meer regels loopt. Een zin die te lang is voor een
      regel en daarom over meer regels loopt. Een zin die te lang is voor een regel en daarom over meer regels
      loopt.
    alt: ["no", "a, b"]
"""
