"""Cases side by side: each cell holds what its map has, in a fixed order, and the patterns are those of every case."""

from dataclasses import replace
from functools import cache
from typing import Final

import pytest

from gvkaart.analysis.cases import Cell, Group, Keys, Overview, Part, side_by_side
from gvkaart.analysis.catalogue import Catalogue, read_catalogue
from gvkaart.analysis.engine import CHECKS, run_checks
from gvkaart.assets import EVERY_EXAMPLE, example_cases, resource_text
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import MapId, NodeId, RoundId, SetAside
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS
from gvkaart.exchange.case_file import read_case
from gvkaart.exchange.merging import merge_together

LATE, REQUEST, ENERGY = "laatsignalering-voorbeeld", "aanvraag-combineren-voorbeeld", "bag-en-energie-voorbeeld"

SMALL = """gvkaart: 1
title: Klein
rounds: [{id: r1, title: Begin}, {id: r2, title: Eind}]
actor:
  cak: {title: CAK, type: organisation, presence: at_table, expertise: [law, privacy],
        holds: [{to: weg, until: r1}, door], has_interest: [eigen], claims: [waar], means: [een]}
  szw: {title: SZW, type: ministry, presence: absent, holds: [{to: door, reported_by: cak}], means: [ander]}
  mensen: {title: Mensen, type: group}
position:
  weg: {title: Weg, about: goal}
  door: {title: Door, about: basis, rests_on: [eigen]}
interest:
  eigen: {title: Eigen, level: own}
  zeker: {title: Zeker, level: public, value: bestaanszekerheid}
  zelf: {title: Iets van onszelf, level: public}
fact:
  waar: {title: Waar}
concept:
  een: {title: signaal, frame: CAK, definition: een los gegeven}
  ander: {title: signaal, frame: SZW, definition: iets dat al klaar is}
purpose:
  doel: {title: Doel, who: CAK, does: bellen}
dataflow:
  stroom: {title: Stroom, level: individual, traffic: linkage, status: proposed, serves: [zelf], harms: [zeker],
           takes_choice_from: [mensen]}
legal_basis:
  nodig: {title: Nodig, status: to_make}
  wet: {title: Wet, status: existing}
risk:
  fout: {title: Fout, scope: intended}
  lek: {title: Lek, scope: unintended}
measure:
  slot: {title: Slot, mitigates: [lek]}
option:
  niet: {title: Niet, status: dropped, takes_choice_from: [cak]}
  wel: {title: Wel, status: chosen, horizon: law}
problem:
  geen: {title: Geen grondslag, category: cooperation, wording: means}
action:
  taak: {title: Taak, status: asked}
owner: cak
"""


EXPECTED: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "owner": {"organisation": ("cak",)},
    "presence": {"at_table": ("cak",), "absent": ("szw",), "": ("mensen",)},
    "hearsay": {},
    "elsewhere": {},
    "confused_terms": {"ander": ("ander", "een")},
    "facts": {"shared": ("waar",)},
    "problems": {"loose": ("geen",)},
    "one_sided_research": {},
    "problem_category": {"cooperation": ("geen",)},
    "problem_wording": {"means": ("geen",)},
    "privacy_expertise": {"at_table": ("cak",)},
    "legal_basis": {"existing": ("wet",), "to_make": ("nodig",)},
    "flows_without_basis": {"": ("stroom",)},
    "traffic": {"linkage": ("stroom",)},
    "level": {"individual": ("stroom",)},
    "flow_status": {"proposed": ("stroom",)},
    "horizon": {"law": ("wel",)},
    "values_served": {"": ("zelf",)},
    "values_harmed": {"bestaanszekerheid": ("zeker",)},
    "values_without_voice": {"bestaanszekerheid": ("zeker",), "": ("zelf",)},
    "silent_groups": {"": ("mensen",)},
    "choice_lost": {"": ("mensen",)},
    "positions": {"basis": ("door",)},
    "positions_without_interest": {},
    "interests": {"own": ("eigen",), "public": ("zeker", "zelf")},
    "purposes": {"2": ("doel",)},
    "risks": {"intended": ("fout",), "unintended": ("lek",)},
    "risks_without_measure": {"intended": ("fout",)},
    "options": {"chosen": ("wel",), "dropped": ("niet",)},
    "actions": {"asked": ("taak",)},
}
"""What the small map has of every aspect in its last round."""


@cache
def catalogue() -> Catalogue:
    return read_catalogue(resource_text("publieke-waarden.json"), "nl")


@cache
def small() -> Graph:
    return read_case(SMALL.encode())


def overview_of(graph: Graph, *rounds: str) -> Overview:
    (map_id,) = graph.maps
    return side_by_side([CaseView(graph, map_id, RoundId(one)) for one in rounds], catalogue())


@cache
def of_the_examples() -> Overview:
    graph = Graph().with_changes(merge_together(map(read_case, example_cases(EVERY_EXAMPLE)), now=0))
    return side_by_side([CaseView(graph, MapId(one)) for one in (LATE, REQUEST, ENERGY)], catalogue())


def cells(overview: Overview, aspect: str) -> tuple[Cell, ...]:
    (row,) = (row for row in overview.rows if row.aspect.id == aspect)
    return row.cells


def parts(overview: Overview, aspect: str, column: int = 0) -> dict[str, tuple[str, ...]]:
    return {part.key: part.items for part in cells(overview, aspect)[column].parts}


def counts(aspect: str) -> list[dict[str, int]]:
    return [{part.key: len(part.items) for part in cell.parts} for cell in cells(of_the_examples(), aspect)]


# --- a small case -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aspect", EXPECTED)
def test_what_a_case_has_of_an_aspect(aspect: str) -> None:
    assert parts(overview_of(small(), "r2"), aspect) == EXPECTED[aspect]


def test_every_aspect_is_tried_and_names_a_section() -> None:
    rows = overview_of(small(), "r2").rows
    assert [row.aspect.id for row in rows] == list(EXPECTED)
    assert all(row.aspect.section for row in rows)


def test_aspects_come_group_by_group_in_the_order_of_the_report() -> None:
    groups = [row.aspect.group for row in overview_of(small(), "r2").rows]
    assert groups == sorted(groups, key=list(Group).index)
    assert set(groups) == set(Group)


def test_what_a_check_found_names_each_item_once() -> None:
    (found,) = (row for row in overview_of(small(), "r2").found if row.check == "flow.basis")
    assert (found.counts, found.items) == ((1,), (("stroom",),))


def test_each_column_is_as_of_its_own_round() -> None:
    overview = overview_of(small(), "r1", "r2")
    assert [column.round for column in overview.columns] == ["r1", "r2"]
    assert parts(overview, "positions", 0) == {"goal": ("weg",), "basis": ("door",)}
    assert parts(overview, "positions", 1) == {"basis": ("door",)}
    assert parts(overview, "positions_without_interest", 0) == {"": ("weg",)}


def test_a_map_without_rounds_owner_or_items_gives_empty_cells() -> None:
    graph = read_case(b"gvkaart: 1\ntitle: Leeg\n")
    overview = side_by_side([CaseView(graph, MapId("leeg"))], catalogue())
    assert overview.columns[0].round is None
    assert {row.cells for row in overview.rows} == {(Cell(()),)}


def test_nothing_side_by_side_is_a_table_without_columns() -> None:
    overview = side_by_side([], catalogue())
    assert (overview.columns, overview.found, overview.common) == ((), (), ())
    assert all(row.cells == () for row in overview.rows)


def test_an_item_in_two_parts_counts_once() -> None:
    assert Cell((Part("a", (NodeId("x"), NodeId("y"))), Part("b", (NodeId("y"),)))).items == ("x", "y")


def test_what_was_set_aside_is_not_found() -> None:
    (map_id,) = small().maps
    (finding,) = (one for one in run_checks(CaseView(small(), map_id), catalogue()) if one.check == "flow.basis")
    aside = SetAside(map_id, finding.check, finding.subject, finding.evidence, finding.values, reason="R")
    graph = Graph.of([*small().entities(), aside])
    assert parts(overview_of(graph, "r2"), "flows_without_basis") == {}
    assert "flow.basis" in {row.check for row in overview_of(small(), "r2").found}
    assert "flow.basis" not in {row.check for row in overview_of(graph, "r2").found}


def test_who_is_only_spoken_of_by_others_is_hearsay() -> None:
    graph = read_case(SMALL.replace(", means: [ander]}", "}").encode())
    assert parts(overview_of(graph, "r2"), "hearsay") == {"": ("szw",)}


def test_keys_of_enumerations_are_in_the_order_of_the_model() -> None:
    vocabularies = {field.vocabulary for kind in KINDS.values() for field in kind.fields} | {"presence"}
    for row in overview_of(small(), "r2").rows:
        assert (row.aspect.keys is Keys.CHOICE) == (row.aspect.vocabulary in vocabularies - {""})


# --- the three cases of the report ------------------------------------------------------------------------------------


def test_facts_are_shared_disputed_or_not_yet_tried() -> None:
    """KB 7.2: first they came to be shared, in the second case they are disputed, in the third not tried yet."""
    assert [{"shared", "disputed"} & case.keys() for case in counts("facts")] == [
        {"shared"},
        {"disputed", "shared"},
        set(),
    ]
    assert counts("one_sided_research") == [{}, {"": 1}, {}]


def test_only_the_first_case_came_to_promises_and_shared_problems() -> None:
    assert counts("actions") == [{"promised": 1}, {}, {}]
    assert counts("problems")[0] == {"shared": 16}
    assert all("shared" not in case for case in counts("problems")[1:])


def test_actors_of_several_cases_are_named_in_each() -> None:
    assert [set(cell.items) for cell in cells(of_the_examples(), "elsewhere")] == [
        {"cbs", "gemeenten", "kafka-brigade", "szw"},
        {"kafka-brigade", "szw"},
        {"cbs", "gemeenten", "kafka-brigade"},
    ]


def test_patterns_are_what_is_found_in_every_case() -> None:
    overview = of_the_examples()
    assert {"concept.homonym", "interest.unrepresented", "interest.silent-group"} <= set(overview.common)
    assert "fact.disputed" not in overview.common
    assert {row.check: row.counts for row in overview.found}["fact.disputed"] == (0, 9, 0)
    order = [check.id for check in CHECKS]
    assert [row.check for row in overview.found] == sorted((row.check for row in overview.found), key=order.index)


def test_a_case_beside_others_is_as_it_is_alone() -> None:
    graph = small()
    twice, alone = overview_of(graph, "r2", "r2"), overview_of(graph, "r2")
    assert twice == replace(
        alone,
        columns=alone.columns * 2,
        rows=tuple(replace(row, cells=row.cells * 2) for row in alone.rows),
        found=tuple(replace(row, counts=row.counts * 2, items=row.items * 2) for row in alone.found),
    )
