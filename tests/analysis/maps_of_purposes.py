"""The smallest maps for the checks on purposes, flows, risks and choices."""

from collections.abc import Mapping
from typing import Final

from tests.analysis.small_maps import ATTENTION, INFO, PUBLIC, SERIOUS, A, B, Fires, Silent
from tests.case import Part, edge, node

GOAL, OLD_GOAL = node("purpose", "goal"), node("purpose", "old")
OPTION, DROPPED, NO_DEAL = (
    node("option", "o"),
    node("option", "gone", status="dropped"),
    node("option", "n", no_deal=True),
)
FLOW, EXISTING = node("dataflow", "d"), node("dataflow", "d", status="existing")
COUNTS = node("dataflow", "counts", level="statistical")
SEVERAL = (GOAL, PUBLIC, node("interest", "j", level="public"), "goal pursues i")
SHIFTED: tuple[Part, ...] = (GOAL, OLD_GOAL, "d needed_for goal", "d collected_for old")
SEEN: tuple[Part, ...] = (A, B, FLOW, GOAL, "d needed_for goal")
IN_OPTION: tuple[Part, ...] = (
    *(*SEEN, OLD_GOAL, "d needed_for old", "a acts_in goal", "b acts_in old"),
    *(OPTION, "o contains d", "o aims_at goal"),
)
TRACKED = {"traceable": "yes", "correctable": "yes"}


def personal(status: str, **fields: str) -> Part:
    return node("dataflow", "d", level="individual", status=status, **fields)


def risk(scope: str) -> Part:
    return node("risk", scope, scope=scope)


FIRES: Final[Mapping[str, tuple[Fires, ...]]] = {
    "purpose.mixed": (Fires("two public interests", (*SEVERAL, "goal pursues j"), ("goal",), INFO),),
    "means.without-purpose": (
        Fires("a flow", (EXISTING,), ("d",), ATTENTION),
        Fires("an option", (OPTION,), ("o",), INFO, "option"),
        Fires("an option with a flow that is no plan", (OPTION, FLOW, "o contains d"), ("o",), INFO, "option"),
        Fires(
            "what it contains has a purpose, but was dropped",
            (OPTION, DROPPED, GOAL, "o contains gone", "gone aims_at goal"),
            ("o",),
            INFO,
            "option",
        ),
    ),
    "flow.purpose-shift": (
        Fires("needed for something else", (FLOW, *SHIFTED), ("d",), ATTENTION),
        Fires("that is done already", (EXISTING, *SHIFTED), ("d",), INFO),
        Fires("for statistics", (node("dataflow", "d", level="statistical"), *SHIFTED), ("d",), INFO),
        Fires("also needed for it", (FLOW, *SHIFTED, "d needed_for old"), ("d",), ATTENTION),
        Fires(
            "from counts to persons",
            (personal("proposed"), COUNTS, "d replaces counts"),
            ("d",),
            ATTENTION,
            "individual",
        ),
    ),
    "flow.needless-view": (
        Fires("it sees", (*SEEN, "a acts_in goal", "b sees d"), ("d",), ATTENTION),
        Fires("it links", (*SEEN, "a acts_in goal", "b links d", "a links d"), ("d",), ATTENTION),
        Fires("it links in an option for another purpose", (*IN_OPTION, "b links d"), ("o",), ATTENTION, "option"),
        Fires(
            "it links in an option, that aims through what it contains",
            (*IN_OPTION[:-1], node("option", "p"), "o contains p", "p aims_at goal", "b links d"),
            ("o",),
            ATTENTION,
            "option",
        ),
        Fires(
            "it links in an option, and does nothing for any purpose",
            (*IN_OPTION, node("actor", "c"), "c links d"),
            ("d",),
            ATTENTION,
        ),
    ),
    "flow.unregistered": (
        Fires("agreed", (personal("agreed"),), ("d",), ATTENTION),
        Fires("proposed", (personal("proposed"),), ("d",), INFO),
        Fires("existing", (personal("existing"),), ("d",), INFO),
        Fires(
            "two that are not agreed",
            (personal("existing"), node("dataflow", "e", level="individual", status="proposed")),
            ("d", "e"),
            INFO,
        ),
    ),
    "flow.not-correctable": (
        Fires("nobody knows", (personal("agreed"),), ("d",), INFO, "unknown"),
        Fires(
            "nobody knows of two",
            (personal("agreed"), node("dataflow", "e", level="individual", status="existing")),
            ("d", "e"),
            INFO,
            "unknown",
        ),
        Fires(
            "of one it is not known",
            (personal("proposed", traceable="yes", correctable="unknown"),),
            ("d",),
            INFO,
            "unknown",
        ),
        Fires("it cannot be put right", (personal("existing", correctable="no"),), ("d",), ATTENTION),
    ),
    "flow.cost-without-benefit": (
        Fires("of a flow", (A, FLOW, "a bears_cost d"), ("d",), ATTENTION),
        Fires("of an option", (A, OPTION, "a bears_cost o"), ("o",), ATTENTION),
        Fires("of an action", (A, node("action", "x"), "a bears_cost x"), ("x",), ATTENTION),
        Fires(
            "of a flow, and of the option that it is part of",
            (A, FLOW, OPTION, "o contains d", "a bears_cost d", "a bears_cost o"),
            ("d",),
            ATTENTION,
        ),
        Fires(
            "of an option, and of a flow in it that was replaced",
            (
                *(A, personal("proposed"), node("dataflow", "e", status="agreed"), OPTION),
                *("e replaces d", "o contains d", "a bears_cost d", "a bears_cost o"),
            ),
            ("o",),
            ATTENTION,
        ),
        Fires(
            "another has the benefit",
            (A, B, FLOW, OPTION, "o contains d", "a bears_cost d", "b gets_benefit d", "b gets_benefit o"),
            ("d",),
            ATTENTION,
        ),
    ),
    "risk.no-measure": (
        Fires("nothing is done", (node("risk", "r"),), ("r",), ATTENTION),
        Fires("an option poses it", (node("risk", "r"), OPTION, "o poses r"), ("r",), ATTENTION),
        Fires(
            "an option and one that was dropped pose it",
            (node("risk", "r"), OPTION, DROPPED, "o poses r", "gone poses r"),
            ("r",),
            ATTENTION,
        ),
    ),
    "risk.intended-missing": (
        Fires("only accidents", (risk("unintended"),), (), ATTENTION),
        Fires("accidents and no deal", (risk("unintended"), risk("alternative")), (), ATTENTION),
    ),
    "risk.alternative-missing": (
        Fires("nothing of it", (OPTION,), (), ATTENTION),
        Fires("no option", (OPTION, risk("alternative")), (), ATTENTION, "option"),
        Fires("no risk", (OPTION, NO_DEAL), (), ATTENTION, "risk"),
        Fires(
            "no deal was dropped",
            (OPTION, node("option", "n", no_deal=True, status="dropped"), risk("alternative")),
            (),
            ATTENTION,
            "option",
        ),
    ),
    "choice.taken-over": (
        Fires("it hits them", (A, OPTION, "o takes_choice_from a", "o hits a"), ("o",), SERIOUS),
        Fires("it harms them", (A, FLOW, "d takes_choice_from a", "d harms a"), ("d",), SERIOUS),
        Fires(
            "it harms an interest of theirs",
            (A, OPTION, PUBLIC, "a has_interest i", "o takes_choice_from a", "o harms i"),
            ("o",),
            SERIOUS,
        ),
        Fires(
            "a part of it hits them",
            (A, OPTION, FLOW, "o contains d", "o takes_choice_from a", "d hits a"),
            ("o",),
            SERIOUS,
        ),
        Fires("no deal hits them", (A, NO_DEAL, "n takes_choice_from a", "n hits a"), ("n",), ATTENTION, "no_deal"),
        Fires(
            "no deal that somebody chose hits them",
            (A, node("option", "n", no_deal=True, status="chosen"), "n takes_choice_from a", "n hits a"),
            ("n",),
            SERIOUS,
        ),
    ),
}

SILENT: Final[Mapping[str, tuple[Silent, ...]]] = {
    "purpose.mixed": (
        Silent("one public interest", SEVERAL),
        Silent(
            "the other is an own one",
            (GOAL, PUBLIC, node("interest", "j", level="own"), "goal pursues i", "goal pursues j"),
        ),
    ),
    "means.without-purpose": (
        Silent("a flow that is needed", (EXISTING, GOAL, "d needed_for goal")),
        Silent("a flow nobody wants", (node("dataflow", "d", status="unintended"),)),
        Silent("an option that aims at something", (OPTION, GOAL, "o aims_at goal")),
        Silent("an option with a flow that is needed", (OPTION, FLOW, GOAL, "o contains d", "d needed_for goal")),
        Silent(
            "a package of options that aim at something",
            (node("option", "q"), OPTION, GOAL, "q contains o", "o aims_at goal"),
        ),
        Silent("no deal", (NO_DEAL,)),
        Silent("a dropped option", (DROPPED,)),
    ),
    "flow.purpose-shift": (
        Silent("it was collected for that", (FLOW, GOAL, "d needed_for goal", "d collected_for goal")),
        Silent("not known what it was collected for", (FLOW, GOAL, "d needed_for goal")),
        Silent("needed for nothing", (FLOW, GOAL, "d collected_for goal")),
        Silent("what it was collected for can be weighed", (FLOW, *SHIFTED, PUBLIC, "old pursues i")),
        Silent("from persons to counts", (personal("proposed"), COUNTS, "counts replaces d")),
        Silent(
            "from persons to persons", (personal("agreed"), node("dataflow", "x", level="individual"), "d replaces x")
        ),
    ),
    "flow.needless-view": (
        Silent("it acts", (*SEEN, "b acts_in goal", "b sees d")),
        Silent("it only sees, in an option", (*IN_OPTION, "b sees d")),
        Silent("the option aims at both", (*IN_OPTION, "o aims_at old", "b links d")),
        Silent("the option aims at something else", (*IN_OPTION[:-1], PUBLIC, "b links d")),
        Silent("it acts in what the option aims at", (*IN_OPTION, "a links d")),
        Silent(
            "nobody acts in what the option aims at",
            (*SEEN, OLD_GOAL, "d needed_for old", "b acts_in old", *IN_OPTION[-3:], "b links d"),
        ),
        Silent(
            "the option was replaced",
            (*IN_OPTION, node("option", "q", status="chosen"), "q replaces o", "b links d"),
        ),
        Silent(
            "statistics in an option",
            (
                *(A, B, COUNTS, GOAL, OLD_GOAL, OPTION, "counts needed_for goal", "counts needed_for old"),
                *("o contains counts", "o aims_at goal", "a acts_in goal", "b acts_in old", "b links counts"),
            ),
        ),
        Silent("nobody acts", (*SEEN, "b sees d")),
        Silent(
            "statistics",
            (A, B, COUNTS, GOAL, "counts needed_for goal", "a acts_in goal", "b links counts"),
        ),
        Silent(
            "of one purpose it is not known who acts",
            (*SEEN, "a acts_in goal", "b sees d", OLD_GOAL, "d needed_for old"),
        ),
        Silent("needed for nothing", (A, B, FLOW, GOAL, "a acts_in goal", "b sees d")),
        Silent("it only sends", (*SEEN, "a acts_in goal", "b sends d")),
        Silent("what it is part of acts", (*SEEN, "a acts_in goal", "b part_of a", "b sees d")),
        Silent(
            "a part of a part of it acts",
            (*SEEN, node("actor", "x"), "a acts_in goal", "a part_of x", "x part_of b", "b sees d"),
        ),
    ),
    "flow.unregistered": (
        Silent("it is registered", (personal("agreed", registered_in="Register"),)),
        Silent("statistics", (node("dataflow", "d", level="statistical", status="agreed"),)),
        Silent("nobody wants it", (personal("unintended"),)),
    ),
    "flow.not-correctable": (
        Silent("both can be done", (personal("agreed", **TRACKED),)),
        Silent("statistics", (node("dataflow", "d", level="statistical", status="agreed"),)),
        Silent("nobody wants it", (personal("alternative"),)),
    ),
    "flow.cost-without-benefit": (
        Silent("it has benefit", (A, FLOW, "a bears_cost d", "a gets_benefit d")),
        Silent("the option brings benefit", (A, FLOW, OPTION, "o contains d", "a bears_cost d", "a gets_benefit o")),
        Silent(
            "another part of the option brings benefit",
            (A, FLOW, COUNTS, OPTION, "o contains d", "o contains counts", "a bears_cost d", "a gets_benefit counts"),
        ),
        Silent("the option was dropped", (A, DROPPED, "a bears_cost gone")),
    ),
    "risk.no-measure": (
        Silent("only a dropped option poses it", (node("risk", "r"), DROPPED, "gone poses r")),
        Silent(
            "only an option that was replaced poses it",
            (node("risk", "r"), OPTION, node("option", "q", status="chosen"), "q replaces o", "o poses r"),
        ),
        Silent("a measure", (node("risk", "r"), node("measure", "m"), "m mitigates r")),
        Silent("accepted", (node("risk", "r", accepted_because="Komt zelden voor"),)),
    ),
    "risk.intended-missing": (
        Silent("both", (risk("unintended"), risk("intended"))),
        Silent("no risks of accidents", (risk("process"),)),
    ),
    "risk.alternative-missing": (
        Silent("both are there", (OPTION, NO_DEAL, risk("alternative"))),
        Silent("no options", (risk("intended"),)),
        Silent("only a dropped option", (DROPPED,)),
    ),
    "choice.taken-over": (
        Silent("no consequences", (A, OPTION, "o takes_choice_from a")),
        Silent("consequences for another", (A, B, OPTION, "o takes_choice_from a", "o hits b")),
        Silent("no choice taken", (A, OPTION, "o hits a")),
        Silent("it was dropped", (A, DROPPED, "gone takes_choice_from a", "gone hits a")),
        Silent(
            "an interest it had before",
            (A, OPTION, PUBLIC, edge("a has_interest i", end="r1"), "o takes_choice_from a", "o harms i"),
        ),
    ),
}
