"""How a fault of each check is planted in a document on which no check finds anything."""

from dataclasses import replace
from typing import Final

from gvkaart.domain.entities import NodeId, Value
from tests import faults_of_interests, faults_of_process
from tests.making import Making, Plant
from tests.whole import a_flow, an_option


def _plant_homonym(case: Making) -> None:
    term = f"Dubbelwoord {len(case.nodes)}"
    meanings = [case.add("concept", "", frame=frame, definition=f"Zoals in {frame}.") for frame in ("wet", "praktijk")]
    for meaning in meanings:
        case.nodes[meaning] = replace(case.nodes[meaning], title=term)
    case.expect("concept.homonym", *meanings)


def _plant_synonym(case: Making) -> None:
    one, other = (case.add("concept", term, definition=f"Uitleg van {term}.") for term in ("Woord", "Naam"))
    for actor, concept in zip(case.two(), (one, other), strict=True):
        case.link(actor, "means", concept)
    case.link(one, "exact_match", other)
    case.expect("concept.synonym", one, other)


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


def _plant_fact_or_word(case: Making) -> None:
    term = f"Strijdwoord {len(case.nodes)}"
    meanings = [case.add("concept", "", definition=f"Zoals {who} het ziet.") for who in ("de een", "de ander")]
    for meaning in meanings:
        case.nodes[meaning] = replace(case.nodes[meaning], title=term)
    fact = _disputed(case, settle_question="Hoe vaak?", settle_by=case.some("actor"), settle_date="2026-03")
    case.link(fact, "uses", meanings[0])
    claimant, opponent = (
        next(key.source for key in case.edges if key.relation == relation and key.target == fact)
        for relation in ("claims", "disputes")
    )
    case.link(claimant, "means", meanings[0])
    case.link(opponent, "means", meanings[1])
    case.expect("concept.homonym", *meanings)
    case.expect("concept.fact-or-word", fact)


def _plant_circular(case: Making) -> None:
    concept = case.add("concept", "Kringwoord")
    node = case.nodes[concept]
    case.nodes[concept] = replace(node, fields={"definition": f"Alles wat een {node.title} is."})
    case.expect("concept.circular", concept)


def _disputed(case: Making, **fields: Value) -> NodeId:
    fact = case.add("fact", "Dit gebeurt elke dag", evidence="experience", **fields)
    one, other = case.two()
    case.link(one, "claims", fact)
    case.link(other, "disputes", fact)
    case.expect("fact.disputed", fact)
    return fact


def _plant_disputed(case: Making) -> None:
    _disputed(case, settle_question="Hoe vaak?", settle_by=case.some("actor"), settle_date="2026-03")


def _plant_no_way_out(case: Making) -> None:
    case.expect_among("fact.no-way-out", "all", _disputed(case))


def _plant_one_sided(case: Making) -> None:
    fact = case.add("fact", "Niemand anders heeft dit geteld", evidence="statistics")
    actor = case.some("actor")
    case.link(actor, "claims", fact)
    case.expect_among("fact.one-sided", actor, fact)


def _plant_unsourced(case: Making) -> None:
    fact = case.add("fact", "Dat weet iedereen")
    for actor, relation in zip(case.two(), ("claims", "accepts"), strict=True):
        case.link(actor, relation, fact)
    case.expect("fact.unsourced", fact)


def _plant_carries_weight(case: Making) -> None:
    fact = case.add("fact", "Dit bleek niet zo te zijn", evidence="research", settled="false")
    case.link(fact, "supports", an_option(case))
    case.expect("fact.carries-weight", fact)


def _plant_ammunition(case: Making) -> None:
    commissioner, opponent = case.two()
    known = {"settle_question": "Hoe vaak?", "settle_by": opponent, "settle_date": "2026-03"}
    fact = case.add("fact", "Ons onderzoek zegt van wel", evidence="research", commissioned_by=commissioner, **known)
    position = case.add("position", "Zie je wel")
    for source, relation, target in (
        (commissioner, "claims", fact),
        (opponent, "disputes", fact),
        (commissioner, "holds", position),
        (position, "rests_on", case.some("interest")),
        (fact, "supports", position),
    ):
        case.link(source, relation, target)
    case.expect("fact.ammunition", fact)
    case.expect("fact.disputed", fact)
    case.expect("fact.carries-weight", fact)


def _plant_knowledge_gap(case: Making) -> None:
    unaware, other = case.two()
    position = case.add("position", "Zo hebben wij het altijd begrepen")
    fact = case.add("fact", "Het is intussen veranderd", evidence="law", settled="nuanced")
    for source, relation, target in (
        (unaware, "holds", position),
        (position, "rests_on", case.some("interest")),
        (other, "claims", fact),
        (unaware, "unaware_of", fact),
        (fact, "undermines", position),
    ):
        case.link(source, relation, target)
    case.expect("fact.knowledge-gap", position)


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
    case.link(case.some("risk"), "hits", group)
    case.expect("interest.silent-group", group)


def _plant_vague(case: Making) -> None:
    case.expect("purpose.vague", case.add("purpose", "Betere samenwerking"))


def _plant_is_means(case: Making) -> None:
    case.expect("problem.is-means", case.add("problem", "Er is iets niet toegestaan", wording="barrier"))


def _plant_basis(case: Making) -> None:
    flow = a_flow(case, status="proposed")
    for key in [key for key in case.edges if (key.source, key.relation) == (flow, "based_on")]:
        del case.edges[key]
    case.expect("flow.basis", flow)


PLANTS: Final[dict[str, Plant]] = {
    "concept.homonym": _plant_homonym,
    "concept.synonym": _plant_synonym,
    "concept.undefined": _plant_undefined,
    "concept.framed": _plant_framed,
    "concept.fact-or-word": _plant_fact_or_word,
    "concept.circular": _plant_circular,
    "fact.disputed": _plant_disputed,
    "fact.no-way-out": _plant_no_way_out,
    "fact.one-sided": _plant_one_sided,
    "fact.unsourced": _plant_unsourced,
    "fact.carries-weight": _plant_carries_weight,
    "fact.ammunition": _plant_ammunition,
    "fact.knowledge-gap": _plant_knowledge_gap,
    "interest.position-without": _plant_position_without,
    "interest.unrepresented": _plant_unrepresented,
    "interest.silent-group": _plant_silent_group,
    "purpose.vague": _plant_vague,
    "problem.is-means": _plant_is_means,
    "flow.basis": _plant_basis,
    **faults_of_interests.PLANTS,
    **faults_of_process.PLANTS,
}
"""How a fault of each check is planted."""
