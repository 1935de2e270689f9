"""Parts of a case that are whole, for who plants a fault: nothing is to be found in them but what is left out."""

from dataclasses import replace
from typing import Final

from gvkaart.domain.derived import RUNGS
from gvkaart.domain.entities import NodeId, Value
from tests.making import Making

_CARE: Final[dict[str, Value]] = {"registered_in": "Register", "traceable": "yes", "correctable": "yes"}
_WAY_OUT: Final[dict[str, Value]] = {"settle_question": "Hoe vaak?", "settle_date": "2026-03"}


def _filled(known: dict[str, Value], fields: dict[str, Value]) -> dict[str, Value]:
    """Return known fields with others instead; an empty one is left out."""
    return {name: value for name, value in {**known, **fields}.items() if value != ""}


def an_option(case: Making, **fields: Value) -> NodeId:
    """Add an option with a purpose."""
    option = case.add("option", "Nog een mogelijkheid", **fields)
    case.link(option, "aims_at", case.some("purpose"))
    return option


def a_purpose(case: Making, **fields: Value) -> NodeId:
    """Add a purpose of six rungs that pursues an interest."""
    purpose = case.add("purpose", "Elke week nabellen", **_filled(dict.fromkeys(RUNGS, "ingevuld"), fields))
    case.link(purpose, "pursues", case.some("interest"))
    return purpose


def a_flow(case: Making, **fields: Value) -> NodeId:
    """Add a flow of persons, that was agreed, with a basis."""
    flow = case.add(
        "dataflow", "Wekelijks bestand", **_filled({"level": "individual", "status": "agreed", **_CARE}, fields)
    )
    case.link(flow, "needed_for", case.some("purpose"))
    case.link(flow, "based_on", case.some("legal_basis"))
    return flow


def a_position(case: Making, actor: NodeId, **fields: Value) -> NodeId:
    """Add a position that an actor takes, with a limit, resting on an interest."""
    position = case.add("position", "Zo zien wij het", **fields)
    case.link(actor, "holds", position)
    case.link(position, "rests_on", case.some("interest"))
    case.nodes[position] = replace(case.nodes[position], fields={"limit": "Een jaar", **fields})
    return position


def an_interest(case: Making, actor: NodeId | None = None, **fields: Value) -> NodeId:
    """Add an interest that a position serves; of an actor, or of nobody."""
    interest = case.add("interest", "Er ook iets aan hebben", **_filled({"level": "own"}, fields))
    position = case.add("position", "Daar houden wij rekening mee", limit="Een jaar")
    case.link(case.some("actor"), "holds", position)
    case.link(position, "rests_on", interest)
    if actor is not None:
        case.link(actor, "has_interest", interest, confirmed=True)
    return interest


def an_outsider(case: Making, presence: str = "consulted") -> NodeId:
    """Add an actor that is not at the table, of which nothing is said yet."""
    actor = case.add("actor", "Buitenstaander", type="organisation")
    case.presence[actor] = {"presence": presence}
    return actor


def retitled(case: Making, node: NodeId, title: str) -> NodeId:
    """Give a node a title of its own, without number."""
    case.nodes[node] = replace(case.nodes[node], title=title)
    return node


def a_concept(case: Making, title: str = "", **fields: Value) -> NodeId:
    """Add a concept that is defined unlike any other."""
    concept = case.add("concept", "Losse term", **{"definition": f"Iets anders, nummer {len(case.nodes)}.", **fields})
    return retitled(case, concept, title) if title else concept


def a_dispute(case: Making, **fields: Value) -> tuple[NodeId, NodeId, NodeId]:
    """Add a fact that one accepts and another disputes, with a way out; return it with both."""
    one, other = case.two()
    fact = case.add("fact", "Dit komt vaak voor", **_filled({"evidence": "case", "settle_by": one, **_WAY_OUT}, fields))
    case.link(one, "accepts", fact)
    case.link(other, "disputes", fact)
    case.expect("fact.disputed", fact)
    return fact, one, other
