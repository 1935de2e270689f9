"""Layouts in a case file: readable, complete, and told apart from the places of the map itself."""

import pytest

from gvkaart.domain.entities import LayoutId, LayoutKey, NodeId
from gvkaart.exchange.case_file import read_case, write_case
from gvkaart.exchange.merging import merge_case
from gvkaart.exchange.report import CaseFileError
from tests.case import MAP

BEFORE = """\
gvkaart: 1
title: Map
language: nl
actor:
  cak: {title: CAK}
  szw: {title: SZW}
layout: {cak: [0, -5]}
arranged: {szw: [100, 5]}
"""
LAYOUTS = """\
layouts:
  gesprek:
    title: Voor het gesprek
    way: lanes
    layout: {cak: [10, 20]}
    arranged: {szw: [30, 40]}
  radial:
    way: radial
    around: [szw]
    shown: true
    layout: {cak: [-7, 8]}
"""
RADIAL = LayoutKey(MAP, LayoutId("radial"))


def problems_of(layouts: str) -> list[tuple[int, str, str]]:
    with pytest.raises(CaseFileError) as caught:
        read_case((BEFORE + layouts).encode())
    return [(one.line, one.path, one.key) for one in caught.value.problems]


def test_layouts_are_written_as_a_person_would_write_them() -> None:
    graph = read_case((BEFORE + LAYOUTS).encode())
    assert write_case(graph, MAP, include_private=True).decode().endswith(LAYOUTS)
    shown = graph.shown_layout(MAP)
    assert shown is not None
    assert shown.key == RADIAL
    assert graph.spots_in(RADIAL)[NodeId("cak")].by_hand


def test_a_file_from_before_there_were_layouts_has_none() -> None:
    graph = read_case(BEFORE.encode())
    assert not graph.layouts
    assert "layouts" not in write_case(graph, MAP, include_private=True).decode()


def test_layouts_come_along_into_a_document_that_exists() -> None:
    graph = read_case((BEFORE + LAYOUTS).encode())
    both = graph.with_changes(merge_case(graph, graph, now=1))
    (other,) = both.maps.keys() - {MAP}
    renamed = {(spot.node, spot.x) for layout in both.layouts_of(other) for spot in both.spots_in(layout.key).values()}
    assert renamed == {("cak-2", 10), ("szw-2", 30), ("cak-2", -7)}
    assert both.layouts[LayoutKey(other, LayoutId("radial"))].fields["around"] == ("szw-2",)


@pytest.mark.parametrize(
    ("layouts", "problem"),
    [
        ("layouts: {radial: {}}", (9, "layouts.radial", "problem.layout_without_way")),
        ("layouts: {radial: {way: cirkel}}", (9, "layouts.radial.way", "problem.not_a_choice")),
        ("layouts: {eigen: {way: lanes}}", (9, "layouts.eigen", "problem.layout_without_title")),
        ("layouts: {lanes: {way: lanes, title: Banen}}", (9, "layouts.lanes", "problem.layout_ready_made")),
        ("layouts: {lanes: {way: lanes, kleur: rood}}", (9, "layouts.lanes.kleur", "exchange.unknown_key")),
        ("layouts: {lanes: {way: lanes, shown: misschien}}", (9, "layouts.lanes.shown", "exchange.not_a_flag")),
        (
            "layouts:\n  lanes:\n    way: lanes\n    layout: {nobody: [1, 2]}",
            (12, "layouts.lanes.layout.nobody", "exchange.no_such_node"),
        ),
        (
            "layouts:\n  lanes:\n    way: lanes\n    layout: {cak: [1, 99999999]}",
            (12, "layouts.lanes.layout.cak", "problem.position_too_far"),
        ),
        (
            "layouts:\n  lanes:\n    way: lanes\n    layout: {cak: [1, 2]}\n    arranged: {cak: [3, 4]}",
            (13, "layouts.lanes.arranged.cak", "exchange.placed_twice"),
        ),
        (
            "off_map: [szw]\nlayouts:\n  lanes:\n    way: lanes\n    layout: {szw: [1, 2]}",
            (13, "layouts.lanes.layout.szw", "problem.not_on_map"),
        ),
        (
            "layouts:\n  radial: {way: radial, shown: true}\n  lanes: {way: lanes, shown: true}",
            (11, "layouts.lanes", "problem.two_layouts_shown"),
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(layouts: str, problem: tuple[int, str, str]) -> None:
    assert problem in problems_of(layouts)
