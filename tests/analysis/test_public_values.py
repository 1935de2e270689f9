"""Which values a kind of case should consider, and how each is set aside by itself (model, section 7)."""

from dataclasses import replace

import pytest

from gvkaart.analysis.catalogue import Belonging, Catalogue, PublicValue, read_catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.findings import Finding, ValueNames
from gvkaart.analysis.public_values import kinds_of_case, not_considered
from gvkaart.analysis.wording import sentences
from gvkaart.assets import resource_text
from gvkaart.domain import edits
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import MapId, SetAside
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case, write_case
from gvkaart.words import LANGUAGES, load_words
from tests.case import MAP, Part, case, node, view

TEXT = resource_text("publieke-waarden.json")
FLOW = {"status": "proposed"}
ALWAYS = frozenset((Belonging.ALWAYS,))
TAKES_CHOICE: tuple[Part, ...] = (node("option", "o"), node("actor", "a"), "o takes_choice_from a")
PLAN = case(node("option", "o"))


def value(value_id: str, *belongs_to: Belonging) -> PublicValue:
    return PublicValue(value_id, "c", f"Waarde {value_id}", "x.", "x?", "", (), (), frozenset(belongs_to or ALWAYS))


def catalogue(*values: PublicValue) -> Catalogue:
    return Catalogue({one.id: one for one in values}, {}, {})


ABC = catalogue(*map(value, "abc"))


def findings(graph: Graph, values: Catalogue = ABC) -> tuple[Finding, ...]:
    (map_id,) = graph.maps
    return run_checks(CaseView(graph, map_id), values, (not_considered,))


def put_aside(graph: Graph, *values: str) -> Graph:
    """Set values aside, each by itself, as the program does."""
    for one in values:
        key = findings(graph)[0].key_on(MAP)._replace(values=(one,))
        graph = graph.with_changes(edits.set_aside(graph, key, f"Niet {one}", date="2026-01-02"))
    return graph


def told(found: tuple[Finding, ...]) -> list[tuple[tuple[str, ...], str | None]]:
    return [(one.values, one.set_aside.reason if one.set_aside else None) for one in found]


# --- which values belong to a case ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "kinds"),
    [
        ((), set()),
        ((node("dataflow", "d"),), set()),
        ((node("dataflow", "d", **FLOW),), {"always"}),
        ((node("option", "o"),), {"always"}),
        ((node("dataflow", "d", traffic="exchange", **FLOW),), {"always", "exchange"}),
        ((node("dataflow", "d", traffic="linkage", level="statistical", **FLOW),), {"always", "linkage"}),
        (
            (node("dataflow", "d", traffic="other_purpose", level="individual", **FLOW),),
            {"always", "other_purpose", "individual"},
        ),
        ((node("dataflow", "d", level="individual", status="unintended"), node("option", "o")), {"always"}),
        (TAKES_CHOICE, {"always", "choice"}),
        ((node("option", "o", status="dropped"), *TAKES_CHOICE[1:], node("option", "p")), {"always"}),
    ],
)
def test_the_kind_of_case_follows_from_flows_and_choices(parts: tuple[Part, ...], kinds: set[str]) -> None:
    assert {kind.value for kind in kinds_of_case(view(*parts))} == kinds


def test_values_of_other_kinds_of_case_are_not_missed() -> None:
    values = catalogue(value("a"), value("b", Belonging.CHOICE), value("c", Belonging.EXCHANGE, Belonging.CHOICE))
    assert told(findings(PLAN, values)) == [(("a",), None)]
    assert told(findings(case(*TAKES_CHOICE), values)) == [(("a", "b", "c"), None)]


def test_values_that_few_cases_ask_for_are_named_first() -> None:
    kinds = [Belonging.ALWAYS, Belonging.EXCHANGE, Belonging.INDIVIDUAL, Belonging.OTHER_PURPOSE, Belonging.CHOICE]
    values = catalogue(*map(value, "abcde", kinds), value("f", Belonging.ALWAYS, Belonging.LINKAGE))
    flows = node("dataflow", "d", traffic="exchange", level="individual", **FLOW)
    (found,) = findings(case(flows, node("dataflow", "e", traffic="other_purpose", **FLOW), *TAKES_CHOICE), values)
    assert found.params["values"] == ValueNames(tuple("edcbaf"), tuple(f"Waarde {one}" for one in "edcbaf"))


def test_a_statistical_linkage_does_not_ask_for_what_only_persons_have() -> None:
    linkage = node("dataflow", "d", traffic="linkage", level="statistical", status="agreed")
    (found,) = findings(case(linkage), read_catalogue(TEXT, "nl"))
    assert {"gegevenskwaliteit", "proportionaliteit"} <= set(found.values)
    assert not {"privacy-van-derden", "ruimte-om-af-te-wijken", "niet-stigmatiseren"} & set(found.values)


# --- in words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_values_are_named_and_the_others_counted(language: str) -> None:
    words = load_words(language)
    (found,) = findings(PLAN, catalogue(*map(value, "abcdefghij")))
    message = sentences(found, {}, words).message
    assert "Waarde a, Waarde b" in message
    assert "Waarde e" in message
    assert "Waarde f" not in message
    assert words.text("checks.list.more", count=5) in message


def test_one_that_is_left_is_named_too() -> None:
    (found,) = findings(PLAN, catalogue(*map(value, "abcdef")))
    assert sentences(found, {}, load_words("nl")).message.endswith("Waarde e en Waarde f.")


def test_the_next_step_is_the_question_about_the_first_value() -> None:
    asked = catalogue(*(replace(value(one), question=f"Hoe zit het met {one}?") for one in "abc"))
    steps = [sentences(one, {}, load_words("nl")).next_step for one in findings(put_aside(PLAN, "a"), asked)]
    assert [step.partition("vraag aan tafel: ")[2].partition("?")[0] for step in steps] == [
        "Hoe zit het met b",
        "Hoe zit het met a",
    ]


# --- setting aside ----------------------------------------------------------------------------------------------------


def test_each_value_is_set_aside_by_itself() -> None:
    assert told(findings(put_aside(PLAN, "b"))) == [(("a", "c"), None), (("b",), "Niet b")]
    assert told(findings(put_aside(PLAN, "a", "b", "c"))) == [
        (("a",), "Niet a"),
        (("b",), "Niet b"),
        (("c",), "Niet c"),
    ]


def test_what_is_left_names_only_what_is_left() -> None:
    left, gone = findings(put_aside(PLAN, "b"))
    assert left.params["values"] == ValueNames(("a", "c"), ("Waarde a", "Waarde c"))
    assert sentences(gone, {}, load_words("nl")).message.endswith("Waarde b.")


def test_a_value_stays_aside_when_another_comes_to_be_missed() -> None:
    graph = put_aside(PLAN, "b")
    assert told(findings(graph, catalogue(*map(value, "abcd"))))[0] == (("a", "c", "d"), None)


def test_a_value_that_stands_on_the_map_is_no_longer_missed_nor_aside() -> None:
    graph = put_aside(case(node("option", "o"), node("interest", "i", value="a")), "b")
    assert told(findings(graph)) == [(("c",), None), (("b",), "Niet b")]


def test_an_entry_written_by_hand_may_name_several_values() -> None:
    by_hand = SetAside(MAP, "interest.not-considered", (), (), ("a", "c"), "Allebei niet")
    graph = Graph.of([*PLAN.entities(), by_hand])
    assert told(findings(graph)) == [(("b",), None), (("a",), "Allebei niet"), (("c",), "Allebei niet")]
    assert findings(graph)[1].set_aside == by_hand


def test_on_another_map_it_is_still_missed() -> None:
    elsewhere = SetAside(MapId("other"), "interest.not-considered", (), (), ("a",), "Daar niet")
    assert told(findings(Graph.of([*PLAN.entities(), elsewhere]))) == [(("a", "b", "c"), None)]


def test_what_is_set_aside_goes_through_a_case_file_unchanged() -> None:
    written = write_case(put_aside(PLAN, "b", "c"), MAP, include_private=True)
    again = read_case(written)
    assert told(findings(again)) == [(("a",), None), (("b",), "Niet b"), (("c",), "Niet c")]
    (map_id,) = again.maps
    assert write_case(again, map_id, include_private=True) == written
