"""How faults in the process and in what is on offer are planted in a document on which no check finds anything."""

from typing import Final

from gvkaart.analysis.flows import is_planned
from gvkaart.domain.derived import flag_of, text_of
from gvkaart.domain.entities import NodeId
from tests.making import Making, Plant
from tests.whole import a_flow, an_interest, an_option


def _plant_demand(case: Making) -> None:
    actor = _newcomer(case)
    case.link(actor, "asks", case.add("action", "Lever deze maand nog"))
    case.expect("process.demand-without-promise", actor)


def _newcomer(case: Making) -> NodeId:
    """Add a party that sits at the table, as one without whom it can be done."""
    actor = case.add("actor", "Nieuwkomer", type="organisation")
    case.presence[actor] = {"presence": "at_table"}
    return actor


def _plant_loose(case: Making) -> None:
    case.expect("process.promise-loose", case.add("action", "Iemand zoekt het uit", status="promised"))


def _plant_mandate(case: Making) -> None:
    action = case.add("action", "Eerder beginnen", due="2026-09")
    one, other = case.two()
    case.link(one, "promises", action)
    case.link(other, "decides", action)
    case.expect("process.no-mandate", action)


def _plant_blocker(case: Making) -> None:
    actor = _newcomer(case)
    case.expect("process.single-blocker", actor)
    case.finally_.append(lambda: _block(case, actor))


def _block(case: Making, actor: NodeId) -> None:
    """Let an actor block every option, once all are there; a document has two at least."""
    while len(_living(case)) < _FEWEST_OPTIONS:
        an_option(case)
    for option in _living(case):
        case.link(actor, "can_block", option)


def _living(case: Making) -> list[NodeId]:
    options = (node for node in case.nodes.values() if node.kind == "option")
    return [
        one.id for one in options if text_of(one.fields, "status") != "dropped" and not flag_of(one.fields, "no_deal")
    ]


def _plant_unheard(case: Making) -> None:
    actor = case.add("actor", "Ministerie", type="ministry")
    case.presence[actor] = {"presence": "declined", "required": True}
    case.expect("process.not-heard", actor)


def _plant_late(case: Making) -> None:
    a_flow(case, status="proposed")
    for actor in case.base["actor"]:
        case.presence[actor] = {**case.presence[actor], "expertise": ("data",)}
    case.finally_.append(lambda: case.expect("process.late-lawyers", *_planned(case)))


def _planned(case: Making) -> list[NodeId]:
    return [node.id for node in case.nodes.values() if node.kind == "dataflow" and is_planned(node)]


def _plant_rules(case: Making) -> None:
    case.rules.clear()
    case.expect("process.no-rules")


def _plant_nothing_shared(case: Making) -> None:
    actor = _newcomer(case)
    case.presence[actor] = {"presence": "at_table", "required": True}
    case.link(actor, "aims_at", case.some("purpose"))
    case.expect("process.nothing-shared")


def _plant_absent(case: Making) -> None:
    option = an_option(case)
    case.link(option, "harms", case.add("interest", "Rust bij de buren", level="own"))
    case.expect("deal.at-absent-expense", option)


def _plant_worse(case: Making) -> None:
    option = an_option(case)
    case.link(option, "harms", an_interest(case, case.base["actor"][0]))
    case.expect("deal.worse-than-no-deal", option)


_FEWEST_OPTIONS: Final = 2

PLANTS: Final[dict[str, Plant]] = {
    "process.demand-without-promise": _plant_demand,
    "process.promise-loose": _plant_loose,
    "process.no-mandate": _plant_mandate,
    "process.single-blocker": _plant_blocker,
    "process.not-heard": _plant_unheard,
    "process.late-lawyers": _plant_late,
    "process.no-rules": _plant_rules,
    "process.nothing-shared": _plant_nothing_shared,
    "deal.at-absent-expense": _plant_absent,
    "deal.worse-than-no-deal": _plant_worse,
}
