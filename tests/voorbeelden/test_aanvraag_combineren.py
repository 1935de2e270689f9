"""The example of the second case holds what the report tells of it (KB 5.2, 6.2, 7), and the checks find that."""

from collections import Counter
from functools import cache

import pytest

from gvkaart.analysis.catalogue import read_catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.findings import Finding
from gvkaart.assets import resource_text
from gvkaart.domain.derived import Status
from gvkaart.domain.entities import NodeId
from tests.voorbeelden.reading import as_of, ends, example, facts_with

NAME = "aanvraag-combineren"
BEFORE, AFTER = "r1", "r2"
DISPUTED = {
    "afhakers-zonder-ww",
    "burgers-kunnen-kiezen",
    "geen-verschil-terugvordering",
    "het-is-ambtshalve",
    "het-is-gecombineerd",
    "ministerie-vond-het-goed",
    "risico-terugvordering",
    "uitweg-is-geen-keuze",
    "wet-komt-eraan",
}
NOBODY_SPEAKS_FOR = {"aanvragers-doen-mee", "gelijk-behandeld", "privacy-huisgenoten", "wet-eenvoudig"}
CONFUSED = {
    ("aanvraag-uitvoering", "aanvraag-wet"),
    ("privacy-juristen", "privacy-uitvoering"),
    ("proactief-juristen", "proactief-uitvoering"),
    ("toeslag-publiek", "toeslag-wet"),
    ("toestemming-avg", "toestemming-bestuur", "toestemming-grondslag"),
    ("voordeel-juristen", "voordeel-uitvoering"),
}


@cache
def findings(moment: str) -> tuple[Finding, ...]:
    return run_checks(as_of(NAME, moment), read_catalogue(resource_text("publieke-waarden.json"), "nl"))


def subjects(moment: str, check: str) -> set[str]:
    return {node for one in findings(moment) if one.check == check for node in one.subject}


def test_how_much_there_is_of_everything() -> None:
    assert Counter(node.kind for node in example(NAME).nodes.values()) == {
        "actor": 14,
        "question": 17,
        "position": 11,
        "interest": 21,
        "fact": 19,
        "assumption": 2,
        "concept": 15,
        "purpose": 7,
        "dataflow": 6,
        "legal_basis": 5,
        "risk": 8,
        "measure": 3,
        "option": 10,
        "problem": 4,
        "event": 11,
        "source": 1,
        "note": 27,
    }


def test_who_was_in_the_discussion_and_who_did_not_take_part() -> None:
    view = as_of(NAME, AFTER)
    assert view.at_table == {"uwv-ww", "uwv-wetgeving", "uwv-overige-zaken"}
    assert {actor for actor, presence in view.presences.items() if presence == "unavailable"} == {"rvb-uwv", "szw"}


@pytest.mark.parametrize("moment", [BEFORE, AFTER])
def test_facts_stay_disputed_for_there_was_no_conversation(moment: str) -> None:
    view = as_of(NAME, moment)
    assert facts_with(view, Status.DISPUTED) == DISPUTED
    assert facts_with(view, Status.SHARED) == {"te-weinig-gebruik", "papier-of-bezwaar-kan", "inlichtingenplicht-geldt"}
    assert facts_with(view, Status.PARTLY) == {"plicht-vaak-onduidelijk"}


def test_the_first_frame_is_left_and_the_decision_comes() -> None:
    before, after = as_of(NAME, BEFORE), as_of(NAME, AFTER)
    assert after.dimmed - before.dimmed == {"een-woordje-in-de-wet", "woordje-houdt-hulp-tegen"}
    assert before.dimmed - after.dimmed == {"bestaanszekerheid-zwaarder"}


def test_the_choice_is_taken_by_how_it_goes_now() -> None:
    assert ("combineren-met-melding", "ww-aanvragers") in ends(NAME, "takes_choice_from")
    now = example(NAME).nodes[NodeId("combineren-met-melding")].fields
    assert (now["status"], now["no_deal"]) == ("chosen", True)
    assert ends(NAME, "decides") == {("rvb-uwv", "combineren-met-melding")}


@pytest.mark.parametrize("moment", [BEFORE, AFTER])
def test_what_the_checks_find(moment: str) -> None:
    assert {one.subject for one in findings(moment) if one.check == "concept.homonym"} == CONFUSED
    assert subjects(moment, "fact.disputed") == DISPUTED
    assert subjects(moment, "interest.unrepresented") == NOBODY_SPEAKS_FOR
    assert subjects(moment, "interest.silent-group") == {"andere-uitkering", "partners", "vastlopers", "ww-aanvragers"}
    assert "rvb-uwv" in subjects(moment, "process.not-heard")
    assert subjects(moment, "flow.basis") == {"dagloon-als-aanwijzing", "tw-gegevens"}, (
        "the dispute of this case (5.2.2)"
    )
