"""How a fault of each check is planted in a document on which no check finds anything."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from gvkaart.domain.entities import NodeId, Value
from tests import faults_of_process
from tests.making import Making


def _plant_homonym(case: Making) -> None:
    term = f"Dubbelwoord {len(case.nodes)}"
    meanings = [case.add("concept", "", frame=frame, definition=f"Zoals in {frame}.") for frame in ("wet", "praktijk")]
    for meaning in meanings:
        case.nodes[meaning] = replace(case.nodes[meaning], title=term)
    case.expect("concept.homonym", *meanings)


def _plant_undefined(case: Making) -> None:
    speaker, silent = case.two()
    concept = case.add("concept", "Losse term", definition="Iets dat losstaat.")
    position = case.add("position", f"Geen besluit zonder {case.nodes[concept].title} in regel")
    for actor in (speaker, silent):
        case.link(actor, "holds", position)
    case.link(position, "rests_on", case.some("interest"))
    case.link(speaker, "means", concept)
    case.expect("concept.undefined", concept)


def _plant_framed(case: Making) -> None:
    concept = case.add("concept", "Kadernaam", criteria=("er is haast", "er is geld"))
    problem = case.add("problem", "Mensen wachten te lang", wording="effect")
    case.link(problem, "framed_as", concept, meets=("er is haast",), fails=("er is geld",))
    case.expect("concept.framed", problem)


def _disputed(case: Making, **fields: Value) -> NodeId:
    fact = case.add("fact", "Dit gebeurt elke dag", **fields)
    one, other = case.two()
    case.link(one, "claims", fact)
    case.link(other, "disputes", fact)
    case.expect("fact.disputed", fact)
    return fact


def _plant_disputed(case: Making) -> None:
    _disputed(case, settle_question="Hoe vaak?", settle_by=case.some("actor"), settle_date="2026-03")


def _plant_no_way_out(case: Making) -> None:
    case.expect("fact.no-way-out", _disputed(case))


def _plant_one_sided(case: Making) -> None:
    fact = case.add("fact", "Niemand anders heeft dit geteld")
    case.link(case.some("actor"), "claims", fact)
    case.expect("fact.one-sided", fact)


def _plant_position_without(case: Making) -> None:
    position = case.add("position", "Wij doen niet mee")
    case.link(case.some("actor"), "holds", position)
    case.expect("interest.position-without", position)


def _plant_unrepresented(case: Making) -> None:
    interest = case.add("interest", "De buurt telt mee", level="public")
    case.link(case.add("measure", "Proef met de buurt"), "serves", interest)
    case.expect("interest.unrepresented", interest)


def _plant_silent_group(case: Making) -> None:
    group = case.add("actor", "Mensen zonder telefoon", type="group")
    case.link(case.add("risk", "Niemand bereikt hen"), "hits", group)
    case.expect("interest.silent-group", group)


def _plant_vague(case: Making) -> None:
    case.expect("purpose.vague", case.add("purpose", "Betere samenwerking"))


def _plant_is_means(case: Making) -> None:
    case.expect("problem.is-means", case.add("problem", "Er is iets niet toegestaan", wording="barrier"))


def _plant_basis(case: Making) -> None:
    case.expect("flow.basis", case.add("dataflow", "Nieuwe levering", level="individual", status="proposed"))


PLANTS: Final[dict[str, Callable[[Making], None]]] = {
    "concept.homonym": _plant_homonym,
    "concept.undefined": _plant_undefined,
    "concept.framed": _plant_framed,
    "fact.disputed": _plant_disputed,
    "fact.no-way-out": _plant_no_way_out,
    "fact.one-sided": _plant_one_sided,
    "interest.position-without": _plant_position_without,
    "interest.unrepresented": _plant_unrepresented,
    "interest.silent-group": _plant_silent_group,
    "purpose.vague": _plant_vague,
    "problem.is-means": _plant_is_means,
    "flow.basis": _plant_basis,
    **faults_of_process.PLANTS,
}
"""How a fault of each check is planted."""
