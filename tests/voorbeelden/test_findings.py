"""What the checks find in the examples, as somebody who knows the report reads it: how much, and what comes first.

The first ten are what one wants to know before a meeting. The counts hold the set as a whole, so that a changed rule
shows what it changes for a reader; those of the first case stand in ``tests/analysis/test_laatsignalering.py``.
"""

from collections import Counter
from functools import cache

import pytest

from gvkaart.analysis.catalogue import read_catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.analysis.findings import Finding, most_pressing_first
from gvkaart.assets import resource_text
from tests.voorbeelden.reading import as_of


@cache
def findings(name: str, moment: str) -> tuple[Finding, ...]:
    return run_checks(as_of(name, moment), read_catalogue(resource_text("publieke-waarden.json"), "nl"))


def first_ten(name: str, moment: str) -> set[tuple[str, str]]:
    ten = most_pressing_first(findings(name, moment))[:10]
    return {(one.check, node) for one in ten for node in one.subject or ("",)}


@pytest.mark.parametrize(
    ("name", "moment", "told"),
    [
        (
            "laatsignalering",
            "r1",
            {  # 6.1.2: words, then facts; who is not there; a plan without a basis
                ("concept.homonym", "signaal-wgs"),
                ("concept.homonym", "vroegsignalering-wgs"),
                ("concept.fact-or-word", "al-bekend-bij-gemeenten"),
                ("fact.no-way-out", "valt-onder-vroegsignalering"),
                ("interest.unrepresented", "privacy"),
                ("interest.silent-group", "zware-schuldenaren"),
                ("deal.at-absent-expense", "experiment-laatsignalering"),
            },
        ),
        (
            "laatsignalering",
            "r2",
            {  # 6.1.3: what the parties agreed on, and who still did not look at it
                ("concept.homonym", "signaal-wgs"),
                ("interest.unrepresented", "privacy"),
                ("interest.silent-group", "zware-schuldenaren"),
                ("process.late-lawyers", "signalen-naar-gemeente"),
                ("deal.at-absent-expense", "experiment-laatsignalering"),
            },
        ),
        (
            "aanvraag-combineren",
            "r2",
            {  # 6.2.2: a choice that is taken over, a word with two meanings, and two parties that do not talk
                ("concept.homonym", "proactief-juristen"),
                ("concept.fact-or-word", "ministerie-vond-het-goed"),
                ("fact.no-way-out", "uitweg-is-geen-keuze"),
                ("interest.silent-group", "ww-aanvragers"),
                ("choice.taken-over", "combineren-met-melding"),
                ("process.not-heard", "rvb-uwv"),
                ("process.not-heard", "szw"),
            },
        ),
        (
            "bag-energie",
            "r3",
            {  # 6.3 and 9.1: one party was heard, another pays, and nobody speaks for who lives there
                ("interest.unrepresented", "bewoners-beschermd"),
                ("interest.silent-group", "bewoners"),
                ("flow.basis", "aansluiting-per-woning"),
                ("process.not-heard", "netbeheerders"),
                ("deal.at-absent-expense", "netbeheerder-vrijwillig"),
            },
        ),
    ],
)
def test_the_first_ten_tell_what_one_wants_to_know_before_a_meeting(
    name: str, moment: str, told: set[tuple[str, str]]
) -> None:
    assert told <= first_ten(name, moment)


@pytest.mark.parametrize(
    ("name", "moment", "counted"),
    [
        (
            "aanvraag-combineren",
            "r2",
            {
                "concept.homonym": 6,
                "concept.undefined": 1,
                "concept.fact-or-word": 2,
                "fact.disputed": 9,
                "fact.no-way-out": 2,
                "fact.one-sided": 1,
                "fact.carries-weight": 3,
                "fact.ammunition": 1,
                "interest.position-without": 1,
                "interest.unrepresented": 4,
                "interest.not-considered": 1,
                "interest.silent-group": 4,
                "interest.absent-judged": 1,
                "interest.unconfirmed": 2,
                "purpose.vague": 1,
                "flow.basis": 2,
                "flow.purpose-shift": 1,
                "flow.unregistered": 1,
                "flow.not-correctable": 1,
                "risk.no-measure": 4,
                "choice.taken-over": 1,
                "process.not-heard": 2,
                "process.no-rules": 1,
            },
        ),
        (
            "bag-energie",
            "r3",
            {
                "concept.homonym": 4,
                "concept.undefined": 1,
                "fact.one-sided": 4,
                "interest.position-without": 2,
                "interest.without-position": 1,
                "interest.unrepresented": 3,
                "interest.not-considered": 1,
                "interest.silent-group": 2,
                "interest.absent-judged": 3,
                "purpose.vague": 2,
                "flow.basis": 3,
                "flow.purpose-shift": 6,
                "flow.unregistered": 1,
                "flow.not-correctable": 1,
                "flow.cost-without-benefit": 2,
                "risk.no-measure": 2,
                "process.not-heard": 5,
                "process.late-lawyers": 1,
                "process.no-rules": 1,
                "process.nothing-shared": 1,
                "deal.at-absent-expense": 2,
                "deal.worse-than-no-deal": 1,
            },
        ),
    ],
)
def test_so_many_findings_of_each_check(name: str, moment: str, counted: dict[str, int]) -> None:
    assert Counter(one.check for one in findings(name, moment)) == counted


@pytest.mark.parametrize(
    ("name", "moment"), [("laatsignalering", "r1"), ("aanvraag-combineren", "r2"), ("bag-energie", "r3")]
)
def test_nothing_is_told_twice_of_a_party_that_was_not_heard(name: str, moment: str) -> None:
    about = {
        check: {node for one in findings(name, moment) if one.check == check for node in one.subject}
        for check in ("process.not-heard", "interest.unconfirmed")
    }
    assert about["process.not-heard"].isdisjoint(about["interest.unconfirmed"])
