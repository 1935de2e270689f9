"""Every check: fires where it must, is silent where it must, always in the same way, and never raises."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.analysis.catalogue import Catalogue, read_catalogue
from gvkaart.analysis.engine import CHECKS, run_checks
from gvkaart.analysis.findings import Finding, Observation, Severity
from gvkaart.analysis.manual import checks_page
from gvkaart.analysis.purposes import suggests_barrier_or_means
from gvkaart.analysis.registry import Check
from gvkaart.analysis.wording import sentences
from gvkaart.assets import resource_text
from gvkaart.domain import edits
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Map, MapId, NodeId, SetAside
from gvkaart.domain.errors import Defect
from gvkaart.domain.graph import Graph
from gvkaart.words import LANGUAGES, load_words
from tests.analysis.maps import FIRES, SILENT
from tests.analysis.small_maps import Fires, Silent
from tests.case import MAP, ONE_VALUE, Part, case, edge, node, view
from tests.faults import PLANTS
from tests.generator import make_graph
from tests.strategies import graphs

BY_ID = {check.id: check for check in CHECKS}
ABOUT_THE_MAP = {check for check, maps in FIRES.items() if any(not one.subject for one in maps)}


SEVERAL_FLOWS: tuple[Part, ...] = (
    *(node("dataflow", one, level="individual", status="agreed") for one in "cba"),
    node("legal_basis", "l", status="to_make"),
    "a based_on l",
)


def name(parameter: object) -> str | None:
    return parameter.name if isinstance(parameter, Fires | Silent) else None


def run(check_id: str, given: Fires | Silent) -> tuple[Finding, ...]:
    return run_checks(view(*given.parts, at=given.at, fields=given.fields), ONE_VALUE, (BY_ID[check_id],))


@pytest.mark.parametrize(("check", "map_"), [(check, one) for check, maps in FIRES.items() for one in maps], ids=name)
def test_it_fires_where_it_must(check: str, map_: Fires) -> None:
    (found,) = run(check, map_)
    assert (found.check, found.subject, found.severity, found.variant) == (
        check,
        map_.subject,
        map_.severity,
        map_.variant,
    )


@pytest.mark.parametrize(("check", "map_"), [(check, one) for check, maps in SILENT.items() for one in maps], ids=name)
def test_it_is_silent_where_it_must_be(check: str, map_: Silent) -> None:
    assert run(check, map_) == ()


def test_every_check_has_maps_for_both_and_can_be_planted() -> None:
    assert set(BY_ID) == set(FIRES) == set(SILENT) == set(PLANTS)
    assert len(BY_ID) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_variant_of_a_message_has_a_map(check: Check) -> None:
    assert {map_.variant for map_ in FIRES[check.id]} == set(check.variants)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_finding_can_be_said(check: Check, language: str) -> None:
    for map_ in FIRES[check.id]:
        (found,) = run(check.id, map_)
        said = sentences(found, case(*map_.parts).nodes, load_words(language))
        assert all((said.title, said.message, said.why, said.source, said.next_step))
        assert not any("{" in text or "}" in text for text in (said.message, said.next_step))


# --- properties -------------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(graphs())
def test_on_any_valid_map_findings_are_well_formed_and_can_be_said(graph: Graph) -> None:
    for map_id in graph.maps:
        seen = CaseView(graph, map_id)
        edges = {f"{one.source} {one.relation} {one.target}" for one in seen.edges}
        found = run_checks(seen, ONE_VALUE)
        for one in found:
            assert one.subject or one.check in ABOUT_THE_MAP
            assert set(one.subject) <= set(one.evidence) <= set(seen.nodes) | edges
            assert all(map(seen.counts, one.subject))
            assert one.variant in BY_ID[one.check].variants
            assert sentences(one, graph.nodes, load_words("nl")).message
        assert len({one.fingerprint for one in found}) == len(found)


@settings(max_examples=20)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_makes_no_difference(graph: Graph, random: Random) -> None:
    entities = list(graph.entities())
    random.shuffle(entities)
    shuffled = Graph.of(entities)
    for map_id in graph.maps:
        assert run_checks(CaseView(graph, map_id), ONE_VALUE) == run_checks(CaseView(shuffled, map_id), ONE_VALUE)


@settings(max_examples=25)
@given(st.integers(0, 10_000), st.integers(60, 200), st.integers(0, 30))
def test_what_was_planted_is_found_and_nothing_else(seed: int, nodes: int, faults: int) -> None:
    graph, map_id, expected = make_graph(seed, nodes, nodes * 3 // 2, faults)
    found = run_checks(CaseView(graph, map_id), ONE_VALUE)
    assert {(one.check, one.subject) for one in found} == expected


# --- setting aside ----------------------------------------------------------------------------------------------------


def test_options_that_contain_each_other_do_not_silence_each_other() -> None:
    parts: tuple[Part, ...] = (node("actor", "a"), node("option", "o"), node("option", "p"))
    circle = view(*parts, "o contains p", "p contains o", "a bears_cost o", "a bears_cost p")
    found = run_checks(circle, ONE_VALUE, (BY_ID["flow.cost-without-benefit"],))
    assert [one.subject for one in found] == [("o",), ("p",)]


DISPUTED = FIRES["fact.disputed"][0]
DISPUTES = (BY_ID["fact.disputed"],)


def put_aside(graph: Graph) -> Graph:
    """Set the one finding of a map aside, as the program does."""
    (found,) = run_checks(CaseView(graph, MAP), ONE_VALUE, DISPUTES)
    return graph.with_changes(edits.set_aside(graph, found.key_on(MAP), "Besproken", date="2026-01-02"))


def test_a_finding_that_was_set_aside_stays_with_its_reason() -> None:
    (found,) = run_checks(CaseView(put_aside(case(*DISPUTED.parts)), MAP), ONE_VALUE, DISPUTES)
    assert found.set_aside is not None
    assert found.set_aside.reason == "Besproken"


def test_it_returns_when_its_evidence_changes() -> None:
    graph = put_aside(case(*DISPUTED.parts, node("actor", "c")))
    graph = graph.with_changes(ChangeSet((Change(None, edge("c disputes f")),)))
    (found,) = run_checks(CaseView(graph, MAP), ONE_VALUE, DISPUTES)
    assert found.set_aside is None


def test_it_stays_aside_when_something_else_changes() -> None:
    graph = put_aside(case(*DISPUTED.parts, node("actor", "c")))
    graph = graph.with_changes(edits.rename(graph, NodeId("f"), "Anders gezegd", now=1))
    graph = graph.with_changes(ChangeSet((Change(None, edge("c unaware_of f")),)))
    (found,) = run_checks(CaseView(graph, MAP), ONE_VALUE, DISPUTES)
    assert found.set_aside is not None


def test_what_is_set_aside_on_one_map_stands_on_another() -> None:
    graph = put_aside(case(*DISPUTED.parts))
    other = MapId("other")
    placed = [replace(one, map=other) for one in graph.placements.values()]
    both = Graph.of([*graph.entities(), Map(other, "Andere kaart"), *placed])
    (found,) = run_checks(CaseView(both, other), ONE_VALUE, DISPUTES)
    assert found.set_aside is None


def test_it_is_compared_as_sets() -> None:
    graph = case(*DISPUTED.parts)
    (found,) = run_checks(CaseView(graph, MAP), ONE_VALUE, DISPUTES)
    evidence = (*reversed(found.evidence), found.evidence[0])
    by_hand = SetAside(MAP, found.check, found.subject, evidence, (), "Zo geschreven")
    (again,) = run_checks(CaseView(Graph.of([*graph.entities(), by_hand]), MAP), ONE_VALUE, DISPUTES)
    assert again.set_aside == by_hand


# --- the rest ---------------------------------------------------------------------------------------------------------


def test_a_check_that_fails_is_named() -> None:
    def broken(_view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
        yield Observation(Severity.INFO, (NodeId("x"),))
        raise ZeroDivisionError

    with pytest.raises(Defect) as caught:
        run_checks(view(), ONE_VALUE, (Check("test.broken", broken),))
    assert "test.broken" in load_words("nl").error(caught.value)


def test_a_node_that_is_gone_is_named_by_its_id() -> None:
    (found,) = run("fact.disputed", DISPUTED)
    assert "'f'" not in sentences(found, {}, load_words("nl")).message


def test_severest_first_within_a_check() -> None:
    found = run_checks(view(*SEVERAL_FLOWS), ONE_VALUE, (BY_ID["flow.basis"],))
    assert [(one.severity, one.subject) for one in found] == [
        (Severity.SERIOUS, ("b",)),
        (Severity.SERIOUS, ("c",)),
        (Severity.ATTENTION, ("a",)),
    ]


def test_a_value_of_the_catalogue_goes_with_its_interest() -> None:
    catalogue = read_catalogue(resource_text("publieke-waarden.json"), "nl")
    parts = (node("interest", "i", level="public", value="privacy"), node("option", "o"), "o harms i")
    unknown = (node("interest", "i", level="public", value="bestaat-niet"), node("option", "o"), "o harms i")
    check = (BY_ID["interest.unrepresented"],)
    assert [one.values for one in run_checks(view(*parts), catalogue, check)] == [("privacy",)]
    assert [one.values for one in run_checks(view(*unknown), catalogue, check)] == [()]


def test_the_page_of_the_manual_says_what_the_program_says() -> None:
    page = (Path(__file__).parents[2] / "docs" / "signalen.md").read_text(encoding="utf-8")
    assert page == checks_page(load_words("nl"))


def test_there_is_a_page_in_english_too() -> None:
    assert all(check.id in checks_page(load_words("en")) for check in CHECKS)


@pytest.mark.parametrize(
    "title",
    [
        "Er mag niet gematcht worden",
        "Wij mogen deze gegevens niet delen",
        "Geen grondslag",
        "Er is geen wettelijke ruimte om te matchen",
        "Het ontbreken van een wettelijke basis",
        "De AVG staat in de weg",
        "Het probleem zit bij de matching",
        "Er is geen koppeling tussen de systemen",
        "Omdat wij dit niet uitwisselen mogen, blijft de lijst leeg",
        "There is no legal basis",
        "Data may not be shared",
    ],
)
def test_these_titles_suggest_a_barrier_or_a_means(title: str) -> None:
    assert suggests_barrier_or_means(title)


@pytest.mark.parametrize(
    "title",
    [
        "De groep met het oudste probleem wordt niet opnieuw benaderd",
        "De groep krijgt boete op boete",
        "Er is vaak wel een adres, maar geen telefoonnummer",
        "Innende partijen en gemeenten vullen elkaar niet aan",
        "Mensen weten niet waarvoor hun gegevens worden gebruikt",
        "Onvoldoende prikkel voor sociale incasso",
        "Niemand mag vergeten worden",
        "Gezinnen mogen niet deelnemen",
        "Kinderen mogen niet meedoen met sport",
        "",
    ],
)
def test_these_titles_suggest_nothing(title: str) -> None:
    assert not suggests_barrier_or_means(title)
