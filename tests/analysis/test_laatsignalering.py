"""The checks on the first case: exactly these findings in each round, this severe, and all can be said in words.

What is found is judged against the report in ``tests/voorbeelden``; here the set as a whole is held, so that a changed
rule shows what it changes for a reader.
"""

from collections import Counter
from functools import cache

import pytest

from gvkaart.analysis.catalogue import Catalogue, read_catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.findings import Finding
from gvkaart.analysis.wording import sentences
from gvkaart.assets import example_bytes, resource_text
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import RoundId
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_file import read_case
from gvkaart.words import LANGUAGES, load_words

STILL_CONFUSED = {
    ("onderzoek-praktijk", "onderzoek-statistiek"),
    ("signaal-caklijst", "signaal-innend", "signaal-wgs"),
}
SETTLED_BY_TALKING = {
    ("experiment-artikel-10", "experiment-innend"),
    ("in-beeld-nu", "in-beeld-ooit"),
    ("vroegsignalering-innend", "vroegsignalering-wgs"),
}
NOBODY_SPEAKS_FOR = {"overzicht-stromen", "privacy", "zelf-gevraagd"}
MAY_GO_WRONG_FOR = {"anderen-op-lijst", "huisgenoten", "onterecht-op-lijst"}
WITHOUT_BASIS = {"cak-naar-cjib", "cjib-naar-bd-en-toeslagen", "samengestelde-lijst"}
DISPUTED = {"al-bekend-bij-gemeenten", "artikel-10-bruikbaar", "valt-onder-vroegsignalering"}


@cache
def example() -> Graph:
    return read_case(example_bytes("laatsignalering.yaml"))


@cache
def catalogue() -> Catalogue:
    return read_catalogue(resource_text("publieke-waarden.json"), "nl")


@cache
def findings(moment: str) -> tuple[Finding, ...]:
    (map_id,) = example().maps
    return run_checks(CaseView(example(), map_id, RoundId(moment)), catalogue())


def subjects(moment: str, check: str, severity: str = "") -> set[str]:
    """Return the subjects, each of one node, of a check's findings."""
    return {one.subject[0] for one in findings(moment) if one.check == check and severity in ("", one.severity.value)}


@pytest.mark.parametrize("moment", ["r1", "r2"])
def test_what_holds_before_and_after_the_conversation(moment: str) -> None:
    assert subjects(moment, "interest.unrepresented", "serious") == NOBODY_SPEAKS_FOR
    assert subjects(moment, "interest.unrepresented", "attention") == {"fouten-herstellen"}
    assert subjects(moment, "interest.silent-group", "serious") == {"zware-schuldenaren"}
    assert subjects(moment, "interest.silent-group", "attention") == MAY_GO_WRONG_FOR
    assert subjects(moment, "flow.basis", "attention") == {"signalen-naar-gemeente"}


@pytest.mark.parametrize(("moment", "confused"), [("r1", STILL_CONFUSED | SETTLED_BY_TALKING), ("r2", STILL_CONFUSED)])
def test_words_that_were_agreed_on_are_confused_no_more(moment: str, confused: set[tuple[str, ...]]) -> None:
    assert {one.subject for one in findings(moment) if one.check == "concept.homonym"} == confused


def test_before_the_conversation_words_of_the_law_are_put_on_what_does_not_fit() -> None:
    framed = {one.params["term"] for one in findings("r1") if one.variant == "framed"}
    assert framed == {"experiment", "signaal", "vroegsignalering"}, "6.1.2: that is why nobody understood the plan"


@pytest.mark.parametrize(("moment", "without"), [("r1", WITHOUT_BASIS), ("r2", set())])
def test_flows_of_a_plan_that_made_way_are_out_of_it(moment: str, without: set[str]) -> None:
    assert subjects(moment, "flow.basis", "serious") == without


def test_only_in_a_plan_for_the_municipality_nobody_else_has_to_match() -> None:
    found = [one for one in findings("r1") if one.check == "flow.needless-view"]
    assert {one.subject for one in found} == {("vergelijken-en-doorgeven",), ("vergelijken-met-pet",)}
    assert {one.params["actors"] for one in found} == {("belastingdienst", "cjib", "toeslagen")}


@pytest.mark.parametrize(("moment", "judged"), [("r1", set()), ("r2", {"zorgverzekeraars"})])
def test_who_is_spoken_of_in_the_joint_problems_is_not_there(moment: str, judged: set[str]) -> None:
    assert subjects(moment, "interest.absent-judged") == judged


@pytest.mark.parametrize("moment", ["r1", "r2"])
def test_nothing_is_done_about_what_nobody_named(moment: str) -> None:
    assert subjects(moment, "risk.no-measure") == {"fout-werkt-door", "minder-aandacht-voor-anderen"}
    assert subjects(moment, "choice.taken-over") == {"niets-doen"}


def test_after_the_conversation_some_interests_are_asked_nothing_for() -> None:
    assert subjects("r2", "interest.without-position") == {"gehoord-worden", "ruimte-niet-innemen", "schade-beperken"}


@pytest.mark.parametrize(("moment", "disputed"), [("r1", DISPUTED), ("r2", set())])
def test_the_conversation_ends_the_disputes(moment: str, disputed: set[str]) -> None:
    assert subjects(moment, "fact.disputed") == disputed
    assert {node for one in findings(moment) if one.check == "fact.no-way-out" for node in one.subject} == disputed


@pytest.mark.parametrize(
    ("moment", "counted"),
    [
        (
            "r1",
            {
                "concept.homonym": 5,
                "concept.undefined": 1,
                "concept.framed": 3,
                "concept.fact-or-word": 1,
                "fact.disputed": 3,
                "fact.no-way-out": 1,
                "fact.one-sided": 1,
                "fact.carries-weight": 3,
                "fact.knowledge-gap": 1,
                "interest.position-without": 3,
                "interest.unrepresented": 4,
                "interest.not-considered": 1,
                "interest.silent-group": 4,
                "interest.unconfirmed": 5,
                "purpose.vague": 3,
                "purpose.mixed": 3,
                "problem.is-means": 1,
                "means.without-purpose": 2,
                "flow.basis": 4,
                "flow.purpose-shift": 5,
                "flow.needless-view": 2,
                "flow.unregistered": 2,
                "flow.not-correctable": 1,
                "risk.no-measure": 2,
                "choice.taken-over": 1,
                "process.late-lawyers": 1,
                "process.no-rules": 1,
                "deal.at-absent-expense": 1,
                "deal.worse-than-no-deal": 1,
            },
        ),
        (
            "r2",
            {
                "concept.homonym": 2,
                "concept.undefined": 1,
                "fact.one-sided": 1,
                "interest.position-without": 2,
                "interest.without-position": 3,
                "interest.unrepresented": 4,
                "interest.not-considered": 1,
                "interest.silent-group": 4,
                "interest.absent-judged": 1,
                "interest.unconfirmed": 5,
                "purpose.vague": 3,
                "purpose.mixed": 3,
                "means.without-purpose": 2,
                "flow.basis": 1,
                "flow.purpose-shift": 2,
                "flow.unregistered": 2,
                "flow.not-correctable": 1,
                "risk.no-measure": 2,
                "choice.taken-over": 1,
                "process.promise-loose": 1,
                "process.late-lawyers": 1,
                "process.no-rules": 1,
                "deal.at-absent-expense": 1,
            },
        ),
    ],
)
def test_so_many_findings_of_each_check(moment: str, counted: dict[str, int]) -> None:
    assert Counter(one.check for one in findings(moment)) == counted


def test_the_interests_nobody_speaks_for_are_values_of_the_catalogue() -> None:
    values = {value for one in findings("r1") if one.check == "interest.unrepresented" for value in one.values}
    assert values == {"corrigeerbaarheid", "overzicht-gegevensstromen", "privacy", "inspraak"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("moment", ["r1", "r2"])
def test_every_finding_can_be_said(moment: str, language: str) -> None:
    said = [sentences(one, example().nodes, load_words(language)) for one in findings(moment)]
    assert len({(one.title, one.message) for one in said}) == len(said)
