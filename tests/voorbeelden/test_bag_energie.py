"""The example of the third case holds what the report tells of it (KB 5.3, 6.3, 7), and the checks find that."""

from collections import Counter
from functools import cache

from gvkaart.analysis.catalogue import read_catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.findings import Finding
from gvkaart.assets import resource_text
from gvkaart.domain.derived import Status
from tests.voorbeelden.reading import as_of, ends, example, facts_with

NAME = "bag-energie"
LAST = "r3"


@cache
def findings() -> tuple[Finding, ...]:
    return run_checks(as_of(NAME, LAST), read_catalogue(resource_text("publieke-waarden.json"), "nl"))


def subjects(check: str) -> set[str]:
    return {node for one in findings() if one.check == check for node in one.subject}


def test_how_much_there_is_of_everything() -> None:
    assert Counter(node.kind for node in example(NAME).nodes.values()) == {
        "actor": 16,
        "question": 7,
        "position": 8,
        "interest": 19,
        "fact": 14,
        "assumption": 1,
        "concept": 11,
        "purpose": 10,
        "dataflow": 7,
        "legal_basis": 5,
        "risk": 6,
        "measure": 4,
        "option": 6,
        "problem": 1,
        "event": 7,
        "source": 1,
        "note": 26,
    }


def test_nothing_is_disputed_and_nothing_shared_yet() -> None:
    view = as_of(NAME, LAST)
    partly = {"eerst-statistiek-dan-uitvoering", "hergebruik-vraagt-meer"}
    assert ends(NAME, "disputes") == set()
    assert facts_with(view, Status.PARTLY) == partly
    assert facts_with(view, Status.ONE_SIDED) == {fact.id for fact in view.of_kind("fact")} - partly


def test_positions_come_with_the_stages_of_the_work() -> None:
    held = {
        moment: {p.id for p in as_of(NAME, moment).of_kind("position")} - as_of(NAME, moment).dimmed
        for moment in ("r1", "r2", LAST)
    }
    assert held["r1"] == {"verbruik-per-sector", "koppel-de-registers"}
    assert held["r2"] - held["r1"] == {"geen-gegevensverwerker"}
    assert len(held[LAST]) == 8


def test_the_network_operators_pay_and_others_profit() -> None:
    assert ("netbeheerders", "koppeling-bijgehouden") in ends(NAME, "bears_cost")
    assert {actor for actor, what in ends(NAME, "gets_benefit") if what == "koppeling-bijgehouden"} == {"bzk", "ezk"}


def test_what_the_checks_find() -> None:
    assert subjects("fact.disputed") == set()
    assert subjects("process.not-heard") == {"bzk", "cbs", "ezk", "netbeheerders", "vivet"}
    assert subjects("interest.silent-group") == {"bewoners", "sectoren"}
    assert {"bewoners-beschermd", "fout-zien-en-herstellen"} <= subjects("interest.unrepresented")
    assert subjects("flow.basis") == {"aansluiting-per-woning", "aansluitingen-in-proef", "koppeling-bijgehouden"}
    assert {"besluit-per-woning", "taken-opnieuw-verdelen"} <= subjects("purpose.vague")
    confused = {one.subject for one in findings() if one.check == "concept.homonym"}
    assert ("kwaliteit-eigen-gebruik", "kwaliteit-per-adres", "kwaliteit-voor-groepen") in confused
