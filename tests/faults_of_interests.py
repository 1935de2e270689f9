"""How faults in interests, purposes, flows, risks and choices are planted in a document without any."""

from dataclasses import replace
from typing import Final

from gvkaart.domain.derived import RUNGS, text_of
from gvkaart.domain.entities import NodeId, Value
from tests.case import A_VALUE
from tests.making import Making, Plant


def _plant_without_position(case: Making) -> None:
    interest = case.add("interest", "Hier vraagt niemand naar", level="own")
    _give(case, case.base["actor"][0], interest)
    case.expect("interest.without-position", interest)


def _give(case: Making, actor: NodeId, interest: NodeId) -> None:
    case.link(actor, "has_interest", interest, confirmed=True)


def _plant_not_considered(case: Making) -> None:
    case.finally_.append(lambda: _forget_value(case))
    case.expect("interest.not-considered")


def _forget_value(case: Making) -> None:
    for node in [node for node in case.nodes.values() if text_of(node.fields, "value") == A_VALUE]:
        kept = {name: value for name, value in node.fields.items() if name != "value"}
        case.nodes[node.id] = replace(node, fields=kept)


def _plant_absent_judged(case: Making) -> None:
    actor = _outsider(case)
    case.link(case.add("argument", "Zij doen toch nooit mee"), "speaks_of", actor)
    case.expect("interest.absent-judged", actor)


def _outsider(case: Making) -> NodeId:
    actor = case.add("actor", "Buitenstaander", type="organisation")
    case.presence[actor] = {"presence": "consulted"}
    return actor


def _plant_frame(case: Making) -> None:
    actor = case.base["actor"][0]
    own = case.add("interest", "Zelf minder werk", level="own")
    position = case.add("position", "Dit moet voor de veiligheid")
    _give(case, actor, own)
    case.link(actor, "holds", position)
    case.link(position, "serves", own)
    case.link(position, "rests_on", case.add("interest", "Veilig leven", level="public", value="veiligheid"))
    case.expect("interest.frame", position)


def _plant_only_own(case: Making) -> None:
    case.finally_.append(lambda: _make_own(case))
    case.expect("interest.only-own")


def _make_own(case: Making) -> None:
    """Make own interests of all for which somebody at the table speaks; others may be spoken for elsewhere."""
    for key in case.edges:
        is_elsewhere = case.presence.get(key.source, {}).get("presence", "") not in ("", "at_table")
        if (
            not is_elsewhere
            and key.relation in ("has_interest", "represents")
            and case.nodes[key.target].kind == "interest"
        ):
            interest = case.nodes[key.target]
            case.nodes[key.target] = replace(interest, fields={**interest.fields, "level": "own"})


def _plant_unconfirmed(case: Making) -> None:
    actor, interest = _outsider(case), case.add("interest", "Dat denken wij tenminste", level="own")
    position = case.add("position", "Daar houden wij rekening mee")
    case.link(actor, "has_interest", interest)
    case.link(case.some("actor"), "holds", position)
    case.link(position, "rests_on", interest)
    case.expect("interest.unconfirmed", actor)


def _plant_end_of_talk(case: Making) -> None:
    position = case.add("position", "Dat staat de wet niet toe", about="basis")
    case.link(case.some("actor"), "holds", position)
    case.expect("law.end-of-talk", position)


def _plant_mixed(case: Making) -> None:
    purpose = _purpose(case)
    for _ in range(2):
        interest = case.add("interest", "Nog een reden", level="public")
        case.link(purpose, "pursues", interest)
        case.expect("interest.unrepresented", interest)
    case.expect("purpose.mixed", purpose)


def _purpose(case: Making) -> NodeId:
    return case.add("purpose", "Elke week nabellen", **dict.fromkeys(RUNGS, "ingevuld"))


def _plant_without_purpose(case: Making) -> None:
    case.expect("means.without-purpose", case.add("dataflow", "Lijst voor wie weet wat", status="existing"))


def _plant_purpose_shift(case: Making) -> None:
    flow = _needed_flow(case)
    case.link(flow, "collected_for", _purpose(case))
    case.expect("flow.purpose-shift", flow)


def _needed_flow(case: Making, **fields: Value) -> NodeId:
    flow = case.add("dataflow", "Wekelijks bestand", status="existing", **fields)
    case.link(flow, "needed_for", _purpose(case))
    return flow


def _plant_needless_view(case: Making) -> None:
    flow = _needed_flow(case)
    (purpose,) = (key.target for key in case.edges if (key.source, key.relation) == (flow, "needed_for"))
    acting, looking = case.two()
    case.link(acting, "acts_in", purpose)
    case.link(looking, "sees", flow)
    case.expect("flow.needless-view", flow)


def _plant_unregistered(case: Making) -> None:
    flow = _needed_flow(case, level="individual", traceable="yes", correctable="yes")
    case.expect_among("flow.unregistered", "existing", flow)


def _plant_not_correctable(case: Making) -> None:
    flow = _needed_flow(case, level="individual", registered_in="Register van de dienst")
    case.expect_among("flow.not-correctable", "both", flow)


def _plant_cost(case: Making) -> None:
    flow = _needed_flow(case)
    case.link(case.some("actor"), "bears_cost", flow)
    case.expect("flow.cost-without-benefit", flow)


def _plant_no_measure(case: Making) -> None:
    case.expect("risk.no-measure", case.add("risk", "De telefoon is bezet", scope="process"))


def _plant_intended_missing(case: Making) -> None:
    case.add("risk", "Een lijst raakt kwijt", scope="unintended", accepted_because="Dat gebeurt zelden.")
    case.finally_.append(lambda: _drop_scope(case, "intended"))
    case.expect("risk.intended-missing")


def _drop_scope(case: Making, scope: str) -> None:
    for node in [node for node in case.nodes.values() if text_of(node.fields, "scope") == scope]:
        case.nodes[node.id] = replace(node, fields={**node.fields, "scope": "process"})


def _plant_alternative_missing(case: Making) -> None:
    case.finally_.append(lambda: _drop_scope(case, "alternative"))
    case.expect("risk.alternative-missing")


def _plant_taken_over(case: Making) -> None:
    flow, actor = _needed_flow(case), case.some("actor")
    case.link(flow, "takes_choice_from", actor)
    case.link(flow, "hits", actor)
    case.expect("choice.taken-over", flow)


PLANTS: Final[dict[str, Plant]] = {
    "interest.without-position": _plant_without_position,
    "interest.not-considered": _plant_not_considered,
    "interest.absent-judged": _plant_absent_judged,
    "interest.frame": _plant_frame,
    "interest.only-own": _plant_only_own,
    "interest.unconfirmed": _plant_unconfirmed,
    "purpose.mixed": _plant_mixed,
    "means.without-purpose": _plant_without_purpose,
    "flow.purpose-shift": _plant_purpose_shift,
    "flow.needless-view": _plant_needless_view,
    "flow.unregistered": _plant_unregistered,
    "flow.not-correctable": _plant_not_correctable,
    "flow.cost-without-benefit": _plant_cost,
    "risk.no-measure": _plant_no_measure,
    "risk.intended-missing": _plant_intended_missing,
    "risk.alternative-missing": _plant_alternative_missing,
    "choice.taken-over": _plant_taken_over,
    "law.end-of-talk": _plant_end_of_talk,
}
