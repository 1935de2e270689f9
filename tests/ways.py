"""More ways in which a fault of each check is planted, besides those in `tests.faults`: the less obvious ones.

What each adds is whole but for its one fault, so that nothing else is to be found in it.
"""

from dataclasses import replace
from typing import Final

from gvkaart.domain.entities import NO_ROUND
from tests.case import ROUNDS
from tests.making import Making, Plant
from tests.whole import (
    a_concept,
    a_dispute,
    a_flow,
    a_position,
    a_purpose,
    an_interest,
    an_option,
    an_outsider,
)

FIRST, SECOND = ROUNDS[:2]

# --- concepts ---------------------------------------------------------------------------------------------------------


def _homonym_in_plural(case: Making) -> None:
    term = f"Beeld {len(case.nodes)} van de brief"
    concepts = [a_concept(case, f"{term}"), a_concept(case, f"{term[:-5]}brieven")]
    for actor, concept in zip(case.two(), concepts, strict=True):
        case.link(actor, "means", concept)
    case.expect("concept.homonym", *concepts)


def _homonym_in_another_term(case: Making) -> None:
    concept = a_concept(case, frame="Wet")
    other = a_concept(case, frame="Praktijk", alt=(case.nodes[concept].title.upper(),))
    case.expect("concept.homonym", concept, other)


def _synonym_close(case: Making) -> None:
    concepts = [a_concept(case), a_concept(case)]
    for actor, concept in zip(case.two(), concepts, strict=True):
        case.link(actor, "means", concept)
    case.link(concepts[1], "close_match", concepts[0])
    case.expect("concept.synonym", *concepts)


def _synonym_by_definition(case: Making) -> None:
    said = f"Een melding over achterstanden bij vaste lasten in wijk {len(case.nodes)}"
    concepts = [a_concept(case, definition=said), a_concept(case, definition=f"{said.lower()}.")]
    for actor, concept in zip(case.two(), concepts, strict=True):
        case.link(actor, "means", concept)
    case.expect("concept.synonym", *concepts)


def _undefined_in_text(case: Making) -> None:
    concept = a_concept(case, frame="Wet")
    for actor in case.two():
        position = a_position(case, actor)
        text = f"Zonder {case.nodes[concept].title.lower()} gaat het niet."
        case.nodes[position] = replace(case.nodes[position], text=text)
    case.expect("concept.undefined", concept)


def _framed_unchecked(case: Making) -> None:
    purpose = a_purpose(case)
    case.link(purpose, "framed_as", a_concept(case, criteria=("er is haast",)))
    case.expect("concept.framed", purpose)


def _circular_together(case: Making) -> None:
    one = a_concept(case)
    other = a_concept(case, definition=f"Wat bij {case.nodes[one].title} hoort.")
    definition = f"Wat bij {case.nodes[other].title} hoort."
    case.nodes[one] = replace(case.nodes[one], fields={"definition": definition})
    case.expect("concept.circular", one, other)


# --- facts ------------------------------------------------------------------------------------------------------------


def _disputed_from_the_second_round(case: Making) -> None:
    fact, _one, other = a_dispute(case)
    (key,) = (key for key in case.edges if (key.source, key.relation, key.target) == (other, "disputes", fact))
    del case.edges[key]
    case.link_in(other, "disputes", fact, SECOND, NO_ROUND)


def _partly_no_way_out(case: Making) -> None:
    case.expect_among("fact.no-way-out", "date", a_dispute(case, settle_date="")[0])


def _one_sided_after_all(case: Making) -> None:
    one, other = case.two()
    fact = case.add("fact", "Vroeger waren wij het eens", evidence="experience")
    case.link(one, "claims", fact)
    case.link_in(other, "accepts", fact, NO_ROUND, FIRST)
    case.expect_among("fact.one-sided", one, fact)


def _unsourced_evidence_none(case: Making) -> None:
    fact = case.add("fact", "Dat voel je aan alles", evidence="none")
    case.expect("fact.unsourced", fact)


def _carries_through_an_argument(case: Making) -> None:
    fact, one, _other = a_dispute(case)
    argument = case.add("argument", "Dan is er haast bij")
    case.link(fact, "supports", argument)
    case.link(argument, "supports", a_position(case, one))
    case.expect("fact.carries-weight", fact)


def _carries_against(case: Making) -> None:
    fact = a_dispute(case)[0]
    case.link(fact, "undermines", an_option(case))
    case.expect("fact.carries-weight", fact)


def _gap_through_an_argument(case: Making) -> None:
    unaware, other = case.two()
    fact, argument = (
        case.add("fact", "De regeling stopt", evidence="law"),
        case.add("argument", "Dan heeft het geen zin"),
    )
    case.link(other, "accepts", fact)
    case.link(unaware, "unaware_of", fact)
    case.link(fact, "supports", argument)
    position = a_position(case, unaware)
    case.link(argument, "undermines", position)
    case.expect("fact.knowledge-gap", position)


# --- interests and positions ------------------------------------------------------------------------------------------


def _position_that_only_serves(case: Making) -> None:
    position = case.add("position", "Dit helpt iedereen")
    case.link(case.some("actor"), "holds", position)
    case.link(position, "serves", case.some("interest"))
    case.expect("interest.position-without", position)


def _served_by_what_was_dropped(case: Making) -> None:
    interest = case.add("interest", "Daar was een plan voor", level="collective")
    case.link(case.some("actor"), "has_interest", interest, confirmed=True)
    case.link(case.add("option", "Dat plan", status="dropped"), "serves", interest)
    case.expect("interest.without-position", interest)


def _represented_elsewhere(case: Making) -> None:
    interest, spokesman = an_interest(case, level="public"), an_outsider(case)
    case.link(spokesman, "represents", interest)
    case.link(a_purpose(case), "pursues", interest)
    (shared,) = case.base["fact"][:1]
    case.link(spokesman, "accepts", shared)
    purpose = next(key.source for key in case.edges if (key.relation, key.target) == ("pursues", interest))
    for key in [key for key in case.edges if key.source == purpose and key.relation == "pursues"]:
        if key.target != interest:
            del case.edges[key]
    case.expect("interest.unrepresented", interest)


def _group_spoken_for_elsewhere(case: Making) -> None:
    group, spokesman = case.add("actor", "Kinderen", type="group"), an_outsider(case, "absent")
    case.link(spokesman, "represents", group)
    case.link(a_flow(case), "hits", group)
    case.expect("interest.silent-group", group)


def _known_by_hearsay(case: Making) -> None:
    actor = an_outsider(case, "declined")
    case.link(actor, "accepts", case.base["fact"][0], reported_by=case.some("actor"))
    case.link(actor, "aims_at", case.some("purpose"), hearsay=True)
    case.expect("interest.absent-judged", actor)


def _frame_that_serves(case: Making) -> None:
    actor = case.some("actor")
    position = case.add("position", "Het gaat ons om de burger")
    case.link(actor, "holds", position)
    case.link(position, "rests_on", case.add("interest", "Veilig wonen", level="public", value="veiligheid"))
    case.link(position, "serves", an_interest(case, actor))
    case.expect("interest.frame", position)


def _unconfirmed_served_by_an_option(case: Making) -> None:
    actor = an_outsider(case, "unavailable")
    case.link(actor, "accepts", case.base["fact"][0])
    interest = case.add("interest", "Met rust gelaten worden", level="own")
    case.link(actor, "has_interest", interest)
    case.link(an_option(case), "serves", interest)
    case.expect("interest.unconfirmed", actor)


def _end_of_talk_in_two_voices(case: Making) -> None:
    position = case.add("position", "De wet is de wet", about="basis", limit="Tot de wet verandert")
    for actor in case.two():
        case.link(actor, "holds", position)
    case.expect("law.end-of-talk", position)


# --- purposes, flows and risks ----------------------------------------------------------------------------------------


def _vague_for_nobody(case: Making) -> None:
    case.expect("purpose.vague", a_purpose(case, for_whom=""))


def _vague_of_three_rungs(case: Making) -> None:
    case.expect("purpose.vague", a_purpose(case, who="", limit="", ends=""))


def _means_by_its_words(case: Making) -> None:
    case.expect("problem.is-means", case.add("problem", "Er is geen wettelijke grondslag"))


def _means_as_judged(case: Making) -> None:
    case.expect("problem.is-means", case.add("problem", "Wij werken langs elkaar heen", wording="means"))


def _option_without_purpose(case: Making) -> None:
    option = case.add("option", "Gewoon beginnen", status="idea")
    case.link(option, "contains", case.add("measure", "Elke week evalueren"))
    case.expect("means.without-purpose", option)


def _basis_yet_to_be_made(case: Making) -> None:
    flow = a_flow(case, status="proposed")
    for key in [key for key in case.edges if (key.source, key.relation) == (flow, "based_on")]:
        del case.edges[key]
    for status in ("to_make", "obstacle"):
        case.link(flow, "based_on", case.add("legal_basis", "Wetsvoorstel", status=status))
    case.expect("flow.basis", flow)


def _statistics_made_personal(case: Making) -> None:
    flow = a_flow(case)
    case.link(flow, "replaces", case.add("dataflow", "Tabel per wijk", level="statistical", status="alternative"))
    case.expect("flow.purpose-shift", flow)


def _needless_link(case: Making) -> None:
    flow = a_flow(case)
    for key in [key for key in case.edges if (key.source, key.relation) == (flow, "needed_for")]:
        del case.edges[key]
    purpose, (acting, linking) = a_purpose(case), case.two()
    case.link(flow, "needed_for", purpose)
    case.link(acting, "acts_in", purpose)
    for actor in (acting, linking):
        case.link(actor, "links", flow)
    case.expect("flow.needless-view", flow)


def _refused_correction(case: Making) -> None:
    case.expect("flow.not-correctable", a_flow(case, correctable="no", status="existing"))


def _not_registered(case: Making) -> None:
    case.expect("flow.unregistered", a_flow(case, registered_in=""))


def _cost_of_a_part(case: Making) -> None:
    flow, option = a_flow(case), an_option(case)
    case.link(option, "contains", flow)
    case.link(case.some("actor"), "bears_cost", flow, weight="2")
    case.expect("flow.cost-without-benefit", flow)
    case.expect("deal.at-absent-expense", option)


def _cost_of_an_action(case: Making) -> None:
    action, (one, other) = case.add("action", "Systemen ombouwen"), case.two()
    case.link(one, "bears_cost", action)
    case.link(other, "gets_benefit", action)
    case.expect("flow.cost-without-benefit", action)


def _risk_that_only_hits(case: Making) -> None:
    risk = case.add("risk", "De verkeerde krijgt een brief", scope="unintended")
    case.link(risk, "hits", case.some("actor"))
    case.expect("risk.no-measure", risk)


def _taken_over_through_an_interest(case: Making) -> None:
    flow, actor = a_flow(case), case.some("actor")
    case.link(flow, "takes_choice_from", actor)
    case.link(flow, "harms", an_interest(case, actor))
    case.expect("choice.taken-over", flow)


# --- the process and deals --------------------------------------------------------------------------------------------


def _untied_demand(case: Making) -> None:
    actor = case.add("actor", "Vrager", type="organisation")
    case.presence[actor] = {"presence": "at_table"}
    case.link(actor, "asks", case.add("action", "Stuur ons de lijst", status="asked"))
    case.link(actor, "promises", case.add("action", "Wij kijken ernaar", due="2026-10"))
    case.expect("process.demand-without-promise", actor)


def _promise_without_date(case: Making) -> None:
    action = case.add("action", "Ooit doen wij dit", status="promised")
    case.link(case.some("actor"), "promises", action)
    case.expect("process.promise-loose", action)


def _asked_of_the_wrong_one(case: Making) -> None:
    action, (asked, deciding) = case.add("action", "Akkoord geven"), case.two()
    case.link(action, "asked_of", asked)
    case.link(deciding, "decides", action)
    case.expect("process.no-mandate", action)


def _heard_through_others(case: Making) -> None:
    actor = case.add("actor", "Laatkomer", type="municipality")
    case.presence[actor] = {"presence": "at_table", "required": True}
    case.link(actor, "aims_at", case.some("purpose"), hearsay=True)
    case.link(actor, "accepts", case.base["fact"][0], reported_by=case.some("actor"))
    case.expect("process.not-heard", actor)


def _absent_pay_through_a_part(case: Making) -> None:
    option, flow = an_option(case), a_flow(case)
    case.link(option, "contains", flow)
    group = case.add("actor", "Huisgenoten", type="group")
    case.link(flow, "harms", group)
    case.expect("interest.silent-group", group)
    case.expect("deal.at-absent-expense", option)


def _absent_pay(case: Making) -> None:
    option = an_option(case)
    case.link(an_outsider(case, "absent"), "bears_cost", option)
    case.expect("flow.cost-without-benefit", option)
    case.expect("deal.at-absent-expense", option)


def _worse_through_a_part(case: Making) -> None:
    option, flow = an_option(case), a_flow(case)
    case.link(option, "contains", flow)
    case.link(flow, "harms", an_interest(case, case.base["actor"][0]))
    case.expect("deal.worse-than-no-deal", option)


WAYS: Final[tuple[Plant, ...]] = (
    _homonym_in_plural,
    _homonym_in_another_term,
    _synonym_close,
    _synonym_by_definition,
    _undefined_in_text,
    _framed_unchecked,
    _circular_together,
    _disputed_from_the_second_round,
    _partly_no_way_out,
    _one_sided_after_all,
    _unsourced_evidence_none,
    _carries_through_an_argument,
    _carries_against,
    _gap_through_an_argument,
    _position_that_only_serves,
    _served_by_what_was_dropped,
    _represented_elsewhere,
    _group_spoken_for_elsewhere,
    _known_by_hearsay,
    _frame_that_serves,
    _unconfirmed_served_by_an_option,
    _end_of_talk_in_two_voices,
    _vague_for_nobody,
    _vague_of_three_rungs,
    _means_by_its_words,
    _means_as_judged,
    _option_without_purpose,
    _basis_yet_to_be_made,
    _statistics_made_personal,
    _needless_link,
    _refused_correction,
    _not_registered,
    _cost_of_a_part,
    _cost_of_an_action,
    _risk_that_only_hits,
    _taken_over_through_an_interest,
    _untied_demand,
    _promise_without_date,
    _asked_of_the_wrong_one,
    _heard_through_others,
    _absent_pay_through_a_part,
    _absent_pay,
    _worse_through_a_part,
)
"""Any of these can be planted any number of times, in any order."""
