"""Checks on purposes, and on what should serve one: is it concrete, is it one, is it about people?

Sources: KB 1, 7.3, 8.1, 8.2.
"""

import re
from collections.abc import Iterator
from typing import Final

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.containing import contents
from gvkaart.analysis.findings import Observation, Param, Severity, TextKeys, asked, references
from gvkaart.analysis.flows import UNDER_DISCUSSION
from gvkaart.analysis.overtaken import in_play_of
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import RUNGS, CaseView, Status, concreteness, flag_of, text_of
from gvkaart.domain.entities import NodeId
from gvkaart.domain.text import fold

_CONCRETE_ENOUGH: Final = 4
_NEEDED_RUNGS: Final = ("does", "for_whom")

_DATA_WORK = (
    r"(?:gematcht|matchen|gekoppeld|koppelen|gedeeld|delen|uitgewisseld|uitwisselen|gecombineerd|combineren"
    r"|vergeleken|vergelijken|verstrekt|verstrekken|doorgegeven|doorgeven|hergebruikt|hergebruiken)"
)
_LEGAL = (
    r"(?:grondslag|rechtsgrond|bevoegdheid|wettelijke (?:ruimte|basis|mogelijkheid|taak)|juridische (?:ruimte|basis))"
)
_MEANS = r"(?:koppeling|matching|gegevensuitwisseling|gegevensdeling|datadeling|toegang tot (?:de )?(?:gegevens|data))"
_BARRIER: Final = re.compile(
    rf"\b(?:geen|zonder|ontbreken(?:de)? van|gebrek aan|ontbrekende) (?:\w+ ){{0,2}}?{_LEGAL}\w*"
    rf"|\b{_LEGAL}\w*\b.{{0,40}}\bontbreekt"
    rf"|\b(?:mag|mogen)\b.{{0,40}}\bniet\b.{{0,40}}\b{_DATA_WORK}"
    rf"|\bniet\b.{{0,20}}\b{_DATA_WORK}\b.{{0,10}}\b(?:mag|mogen)\b"
    r"|\b(?:avg|privacywet\w*|privacyregels|de wet|wetgeving|regelgeving)\b.{0,40}"
    r"\b(?:staat in de weg|in de weg staat|verbied\w*|belemmer\w*|staat (?:dit|dat|het) niet toe)"
    r"|\bno (?:\w+ )?(?:legal|statutory) (?:basis|ground|power|room)"
    r"|\b(?:may|must) not (?:be )?(?:match|link|shar|exchang|combin)\w*"
)
_MISSING_MEANS: Final = re.compile(
    rf"\b(?:geen|gebrek aan|ontbreken van) (?:\w+ ){{0,1}}?{_MEANS}\b"
    rf"|\b{_MEANS}\b.{{0,20}}\bontbreekt"
    rf"|\b(?:het )?probleem zit (?:bij|in) de {_MEANS}"
    r"|\bno (?:data )?(?:linkage|matching|sharing|exchange)\b"
    r"|\black of (?:data )?(?:linkage|matching|sharing|exchange)\b"
)


@check("purpose.vague")
def vague(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find purposes that do not say enough to weigh them: under four rungs, or not what is done for whom (KB 8.2)."""
    for purpose in view.of_kind("purpose"):
        empty = [rung for rung in RUNGS if not text_of(purpose.fields, rung)]
        if concreteness(purpose) < _CONCRETE_ENOUGH or any(rung in empty for rung in _NEEDED_RUNGS):
            yield Observation(
                Severity.ATTENTION,
                subject=(purpose.id,),
                params={
                    "purpose": (purpose.id,),
                    "missing": TextKeys(tuple(f"checks.part.{rung}" for rung in empty)),
                    "who": _aiming(view, purpose.id),
                },
            )


@check("purpose.mixed")
def mixed(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find purposes that pursue more than one public interest, which are clearer when weighed apart (KB 8.1)."""
    for purpose in view.of_kind("purpose"):
        pursued = [edge for edge in view.out(purpose.id, "pursues") if _is_public(view, edge.target)]
        if len(pursued) > 1:
            yield Observation(
                Severity.INFO,
                subject=(purpose.id,),
                evidence=references(pursued),
                params={
                    "purpose": (purpose.id,),
                    "interests": tuple(sorted(edge.target for edge in pursued)),
                    "who": _aiming(view, purpose.id),
                },
            )


def _aiming(view: CaseView, purpose: NodeId) -> Param:
    """Return the actors that aim at a purpose, to ask them something."""
    return asked([one for one in view.sources(purpose, "aims_at") if view.kind(one) == "actor"], "who_aims")


def _is_public(view: CaseView, interest: NodeId) -> bool:
    return text_of(view.nodes[interest].fields, "level") == "public"


@check("problem.is-means", "", "means", "perhaps")
def problem_is_means(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find problems worded as a barrier or a missing means, instead of an effect on people (KB 1, 7.3).

    What the user judged decides; only where that is empty does the wording of the title suggest it, milder. Silent
    about a problem that all who are needed share while they also share one that tells what people go through: then the
    hindrance stands beside the effect, as in the table of the report, and not in its place (KB 6.1.3).
    """
    agreed = {problem.id for problem in view.of_kind("problem") if view.status(problem.id) is Status.SHARED}
    beside_an_effect = any(text_of(view.nodes[one].fields, "wording") == "effect" for one in agreed)
    for problem in view.of_kind("problem"):
        if not view.counts(problem.id) or (beside_an_effect and problem.id in agreed):
            continue
        wording = text_of(problem.fields, "wording")
        if wording in ("barrier", "means") or (not wording and suggests_barrier_or_means(problem.title)):
            yield Observation(
                Severity.ATTENTION if wording else Severity.INFO,
                subject=(problem.id,),
                variant={"barrier": "", "means": "means"}.get(wording, "perhaps"),
                params={"problem": (problem.id,)},
            )


def suggests_barrier_or_means(title: str) -> bool:
    """Tell whether a title speaks of what is not allowed or not there, as in "geen grondslag om te matchen"."""
    folded = " ".join(fold(title).split())
    return _BARRIER.search(folded) is not None or _MISSING_MEANS.search(folded) is not None


@check("means.without-purpose", "", "option")
def without_purpose(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find flows and options on offer of which the map does not say what they are for (KB 1, 7.3, 8.4).

    An option has the purposes of what it contains; without any it is milder, for it need not be about data. What
    happens when nothing is agreed needs none.
    """
    for flow in in_play_of(view, "dataflow"):
        if text_of(flow.fields, "status") in UNDER_DISCUSSION and not view.out(flow.id, "needed_for"):
            yield Observation(Severity.ATTENTION, subject=(flow.id,), params={"item": (flow.id,)})
    for option in in_play_of(view, "option"):
        if not flag_of(option.fields, "no_deal") and not _has_purpose(view, option.id):
            yield Observation(Severity.INFO, subject=(option.id,), variant="option", params={"item": (option.id,)})


def _has_purpose(view: CaseView, option: NodeId) -> bool:
    return any(view.out(part, "aims_at", "needed_for") for part in contents(view, option))
