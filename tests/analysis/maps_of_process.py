"""The smallest maps for the checks on process and deals: on which they fire, and on which they must not."""

from collections.abc import Mapping
from typing import Final

from tests.analysis.small_maps import (
    ATTENTION,
    AWAY,
    GROUP,
    INFO,
    PLANNED,
    PUBLIC,
    SERIOUS,
    A,
    B,
    Fires,
    Silent,
)
from tests.case import Part, edge, node

WISH, GIFT = node("action", "wish"), node("action", "gift")
ASKED = (A, WISH, "a asks wish")
DATED = node("action", "x", due="2026-05")
TWO_OPTIONS = (A, node("option", "o"), node("option", "q"))
BOSS = node("actor", "boss")
LAWYER = node("actor", "l", presence="at_table", expertise=("privacy", "law"))
ENGINEER = node("actor", "e", presence="at_table", expertise=("technique",))
LEADER = node("actor", "leader", presence="facilitator")
RULES = {"sponsor": "a", "ends": "2026-12", "decision_rule": "Samen"}
NEEDED = node("actor", "n", presence="declined", required=True)
OPTION, OWN = node("option", "o"), node("interest", "own")
SUITED = (A, OWN, OPTION, "a has_interest own", "o serves own")
NO_DEAL = node("option", "none", no_deal=True)
PARTY = node("actor", "p", presence="at_table", required=True)
LOSES = (PARTY, OWN, OPTION, "p has_interest own", "o harms own")

FIRES: Final[Mapping[str, tuple[Fires, ...]]] = {
    "process.demand-without-promise": (
        Fires("asks, promises nothing", ASKED, ("a",), ATTENTION),
        Fires("asked of another", (*ASKED, B, "wish asked_of b"), ("a",), ATTENTION),
        Fires(
            "its promise is not there yet", (*ASKED, GIFT, edge("a promises gift", "r2")), ("a",), ATTENTION, at="r1"
        ),
        Fires("nobody wrote down who is there", (node("actor", "a"), WISH, "a asks wish"), ("a",), ATTENTION),
        Fires("nothing is tied", (*ASKED, GIFT, "a promises gift"), ("a",), INFO, "untied"),
        Fires(
            "tied to a promise of another",
            (*ASKED, B, GIFT, node("action", "own"), "a promises own", "b promises gift", "wish in_exchange_for gift"),
            ("a",),
            INFO,
            "untied",
        ),
    ),
    "process.promise-loose": (
        Fires("no date", (A, GIFT, "a promises gift"), ("gift",), ATTENTION),
        Fires("a date of white space", (A, node("action", "x", due=" "), "a promises x"), ("x",), ATTENTION),
        Fires("nobody promises it", (node("action", "x", status="promised", due="2026"),), ("x",), ATTENTION, "nobody"),
        Fires(
            "nobody promises it any more",
            (A, node("action", "x", status="promised"), edge("a promises x", end="r1")),
            ("x",),
            ATTENTION,
            "nobody",
        ),
    ),
    "process.no-mandate": (
        Fires("promised", (A, BOSS, DATED, "a promises x", "boss decides x"), ("x",), ATTENTION),
        Fires("asked", (A, BOSS, DATED, "x asked_of a", "boss decides x"), ("x",), ATTENTION),
        Fires(
            "promised by a department",
            (A, BOSS, DATED, "a part_of boss", "a promises x", "boss decides x"),
            ("x",),
            ATTENTION,
        ),
        Fires(
            "who decides was asked too, and did not promise",
            (A, BOSS, DATED, "a promises x", "x asked_of boss", "boss decides x"),
            ("x",),
            ATTENTION,
        ),
    ),
    "process.single-blocker": (
        Fires("both options", (*TWO_OPTIONS, "a can_block o", "a can_block q"), ("a",), ATTENTION),
        Fires(
            "what is dropped or no deal does not count",
            (
                *(*TWO_OPTIONS, node("option", "gone", status="dropped"), NO_DEAL),
                *("a can_block o", "a can_block q"),
            ),
            ("a",),
            ATTENTION,
        ),
    ),
    "process.not-heard": (
        Fires("nothing at all", (NEEDED,), ("n",), ATTENTION),
        Fires(
            "only what it does and where that was read",
            (NEEDED, node("dataflow", "d"), node("source", "s"), "n sends d", "n cites s"),
            ("n",),
            ATTENTION,
        ),
        Fires("only what it does not know", (NEEDED, node("fact", "f"), "n unaware_of f"), ("n",), ATTENTION),
        Fires(
            "all through another",
            (NEEDED, A, node("position", "p"), edge("n holds p", reported_by="a")),
            ("n",),
            SERIOUS,
            "hearsay",
        ),
        Fires(
            "through somebody who is not on the map",
            (NEEDED, node("position", "p"), edge("n holds p", hearsay=True)),
            ("n",),
            SERIOUS,
            "hearsay",
        ),
        Fires(
            "speaks in another round",
            (NEEDED, node("position", "p"), edge("n holds p", "r2")),
            ("n",),
            ATTENTION,
            at="r1",
        ),
    ),
    "process.late-lawyers": (
        Fires("others know other things", (ENGINEER, PLANNED), ("d",), ATTENTION),
        Fires("who knows is away", (A, PLANNED, node("actor", "l", expertise=("privacy",))), ("d",), ATTENTION),
        Fires("nobody wrote down who knows what", (A, PLANNED), ("d",), INFO, "unknown"),
        Fires("no parties at all", (PLANNED,), ("d",), INFO, "unknown"),
        Fires(
            "one finding for all plans",
            (ENGINEER, PLANNED, node("dataflow", "c", level="individual", status="proposed")),
            ("c", "d"),
            ATTENTION,
        ),
        Fires(
            "one of the plans is agreed",
            (ENGINEER, PLANNED, node("dataflow", "c", level="individual", status="agreed")),
            ("c", "d"),
            SERIOUS,
        ),
        Fires(
            "it was not agreed yet",
            (ENGINEER, node("dataflow", "d", level="individual", status="agreed")),
            ("d",),
            ATTENTION,
            at="r1",
        ),
    ),
    "process.no-rules": (
        Fires("nothing", (A, B), (), ATTENTION),
        Fires("only a facilitator", (A, B, LEADER), (), INFO, "partly"),
        Fires("all but a facilitator", (A, B), (), INFO, "partly", fields=RULES),
        Fires("all but a date", (A, B, LEADER), (), INFO, "partly", fields={**RULES, "ends": " "}),
    ),
    "process.nothing-shared": (
        Fires("a claim that another does not share", (A, B, node("fact", "f"), "a claims f"), (), ATTENTION),
        Fires("a problem", (A, B, node("problem", "f"), "a accepts f"), (), ATTENTION),
        Fires("settled, but not as true", (A, B, node("fact", "f", settled="false"), "a claims f"), (), ATTENTION),
        Fires(
            "shared in another round",
            (A, B, node("fact", "f"), "a claims f", edge("b accepts f", "r2")),
            (),
            ATTENTION,
            at="r1",
        ),
        Fires("they ask already", (A, B, WISH, node("fact", "f"), "a claims f", "b asks wish"), (), SERIOUS, "begun"),
        Fires(
            "they promise already",
            (A, B, GIFT, node("fact", "f"), "a claims f", "b promises gift"),
            (),
            SERIOUS,
            "begun",
        ),
    ),
    "deal.at-absent-expense": (
        Fires("harms what nobody speaks for", (*SUITED, PUBLIC, "o harms i"), ("o",), SERIOUS),
        Fires("harms a group without a voice", (*SUITED, GROUP, "o harms g"), ("o",), SERIOUS),
        Fires(
            "harms the own interest of who is away",
            (*SUITED, AWAY, node("interest", "i", level="own"), "away has_interest i", "o harms i"),
            ("o",),
            SERIOUS,
        ),
        Fires(
            "through what it contains",
            (*SUITED, PUBLIC, node("dataflow", "d"), "o contains d", "d harms i"),
            ("o",),
            SERIOUS,
        ),
        Fires("whose interests are unknown does not count", (*SUITED, B, PUBLIC, "o harms i"), ("o",), SERIOUS),
        Fires(
            "what is harmed weighs less",
            (
                *(A, OWN, OPTION, PUBLIC, node("interest", "less")),
                *(edge("a has_interest own", importance="high"), edge("a has_interest less", importance="low")),
                *("o serves own", "o harms less", "o harms i"),
            ),
            ("o",),
            SERIOUS,
        ),
        Fires("cost without benefit", (*SUITED, AWAY, "away bears_cost o"), ("o",), SERIOUS, "cost"),
        Fires(
            "an option in a package",
            (*SUITED, PUBLIC, "o harms i", node("option", "package"), "package contains o"),
            ("o",),
            SERIOUS,
        ),
        Fires(
            "cost of what it contains",
            (*SUITED, AWAY, node("action", "x"), "o contains x", "away bears_cost x"),
            ("o",),
            SERIOUS,
            "cost",
        ),
    ),
    "deal.worse-than-no-deal": (
        Fires("harms, and no deal does not", (*LOSES, NO_DEAL), ("o",), ATTENTION),
        Fires(
            "through what it contains",
            (
                *(PARTY, OWN, OPTION, NO_DEAL, node("measure", "m")),
                *("p has_interest own", "o contains m", "m harms own"),
            ),
            ("o",),
            ATTENTION,
        ),
        Fires(
            "serves only what no deal serves too",
            (
                *(*LOSES, NO_DEAL, node("interest", "both")),
                *("p has_interest both", "o serves both", "none serves both"),
            ),
            ("o",),
            ATTENTION,
        ),
        Fires(
            "two options alike",
            (*LOSES, NO_DEAL, node("option", "q"), "q harms own"),
            ("o", "q"),
            ATTENTION,
        ),
        Fires(
            "worse for two",
            (
                *(*LOSES, NO_DEAL, node("actor", "r", presence="absent", required=True)),
                *("r has_interest i", PUBLIC, "o harms i"),
            ),
            ("o",),
            ATTENTION,
        ),
        Fires("serves the interest of another", (*LOSES, NO_DEAL, PUBLIC, "o serves i"), ("o",), ATTENTION),
        Fires(
            "harms more than no deal does",
            (
                *(*LOSES, NO_DEAL, node("interest", "both")),
                *("p has_interest both", "o harms both", "none harms both"),
            ),
            ("o",),
            ATTENTION,
        ),
    ),
}

_OTHER_ACTION: tuple[Part, ...] = (A, BOSS, DATED, "a promises x", "boss decides x")

SILENT: Final[Mapping[str, tuple[Silent, ...]]] = {
    "process.demand-without-promise": (
        Silent("tied", (*ASKED, GIFT, "a promises gift", "wish in_exchange_for gift")),
        Silent("tied the other way round", (*ASKED, GIFT, "a promises gift", "gift in_exchange_for wish")),
        Silent("it only promises", (A, GIFT, "a promises gift")),
        Silent("it is done", (A, node("action", "x", status="done"), "a asks x")),
        Silent("it asks it of itself", (*ASKED, "wish asked_of a")),
        Silent("a group asks", (node("actor", "g", type="group", presence="at_table"), WISH, "g asks wish")),
        Silent("who asks is not at the table", (AWAY, WISH, "away asks wish")),
        Silent("asked in another round", (A, WISH, edge("a asks wish", end="r1"))),
    ),
    "process.promise-loose": (
        Silent("a date", (A, DATED, "a promises x")),
        Silent("it is done", (A, node("action", "x", status="done"), "a promises x")),
        Silent("asked, not promised", (A, node("action", "x", status="asked"), "a asks x")),
        Silent("promised later", (A, node("action", "x", status="promised"), edge("a promises x", "r2")), at="r1"),
    ),
    "process.no-mandate": (
        Silent("it decides itself", (A, DATED, "a promises x", "a decides x")),
        Silent("nobody decides", (A, DATED, "a promises x")),
        Silent("who decides promises it too", (*_OTHER_ACTION, "boss promises x")),
        Silent("a part of it decides", (*_OTHER_ACTION, node("actor", "m"), "m part_of a", "boss part_of m")),
        Silent("it is done", (A, BOSS, node("action", "x", status="done"), "a promises x", "boss decides x")),
        Silent("only asked for", (A, BOSS, DATED, "a asks x", "boss decides x")),
    ),
    "process.single-blocker": (
        Silent("one option", (A, OPTION, "a can_block o")),
        Silent("one of two options", (*TWO_OPTIONS, "a can_block o")),
        Silent("one option beside no deal", (A, OPTION, NO_DEAL, "a can_block o", "a can_block none")),
        Silent("each another", (*TWO_OPTIONS, B, "a can_block o", "b can_block q")),
        Silent("no options", (A,)),
    ),
    "process.not-heard": (
        Silent("one thing of its own", (NEEDED, node("interest", "i"), "n has_interest i")),
        Silent(
            "one of two",
            (
                *(NEEDED, A, node("position", "p"), node("fact", "f")),
                *(edge("n holds p", reported_by="a"), "n claims f"),
            ),
        ),
        Silent("not needed", (A,)),
    ),
    "process.late-lawyers": (
        Silent("at the table", (LAWYER, PLANNED)),
        Silent("consulted", (node("actor", "l", presence="consulted", expertise=("privacy",)), PLANNED)),
        Silent("statistics", (ENGINEER, node("dataflow", "d", level="statistical", status="proposed"))),
        Silent("it exists already", (ENGINEER, node("dataflow", "d", level="individual", status="existing"))),
        Silent("nobody wrote down who is at the table", (node("actor", "x", expertise=("law",)), PLANNED)),
    ),
    "process.no-rules": (
        Silent("all there", (A, B, LEADER), fields=RULES),
        Silent("one party", (A,)),
        Silent("nobody at the table", (AWAY, node("actor", "c", presence="absent"))),
    ),
    "process.nothing-shared": (
        Silent("a shared fact", (A, B, node("fact", "f"), "a claims f", "b accepts f")),
        Silent("a shared problem", (A, B, node("problem", "f"), "a accepts f", "b accepts f")),
        Silent("settled as true", (A, B, node("fact", "f", settled="true"), node("fact", "k"), "a claims k")),
        Silent("nothing was brought in", (A, B, node("fact", "f"), WISH, "a asks wish")),
        Silent("one party", (A, AWAY, node("fact", "f"), "away claims f")),
    ),
    "deal.at-absent-expense": (
        Silent("nobody's interests are known", (A, OPTION, PUBLIC, "o harms i")),
        Silent("somebody speaks for it", (*SUITED, B, PUBLIC, "b represents i", "o harms i")),
        Silent("it does not suit everybody", (*SUITED, B, PUBLIC, "b has_interest i", "o harms i")),
        Silent(
            "it does not suit another needed party",
            (*SUITED, B, PUBLIC, node("interest", "k"), "b has_interest k", "o harms k", "o harms i"),
        ),
        Silent(
            "what it gives weighs as much as what it takes",
            (*SUITED, PUBLIC, node("interest", "k"), "a has_interest k", "o harms k", "o harms i"),
        ),
        Silent("it harms nothing", (*SUITED, PUBLIC, "o serves i")),
        Silent("it harms an organisation that is away", (*SUITED, AWAY, "o harms away")),
        Silent("no deal", (A, OWN, NO_DEAL, PUBLIC, "a has_interest own", "none harms i")),
        Silent("dropped", (A, OWN, node("option", "o", status="dropped"), PUBLIC, "a has_interest own", "o harms i")),
        Silent("who pays has benefit", (*SUITED, AWAY, "away bears_cost o", "away gets_benefit o")),
        Silent(
            "nobody wrote down who is at the table",
            (node("actor", "x"), OWN, OPTION, PUBLIC, "x has_interest own", "o harms i"),
        ),
    ),
    "deal.worse-than-no-deal": (
        Silent("no no-deal on the map", LOSES),
        Silent("no deal harms it too", (*LOSES, NO_DEAL, "none harms own")),
        Silent("one of two no-deals harms it", (*LOSES, NO_DEAL, node("option", "b", no_deal=True), "b harms own")),
        Silent("it serves something else", (*LOSES, NO_DEAL, node("interest", "k"), "p has_interest k", "o serves k")),
        Silent(
            "it spares what no deal harms",
            (*LOSES, NO_DEAL, node("interest", "k"), "p has_interest k", "none harms k"),
        ),
        Silent("not required", (A, OWN, OPTION, NO_DEAL, "a has_interest own", "o harms own")),
        Silent("no interests known", (PARTY, OWN, OPTION, NO_DEAL, "o harms own")),
        Silent("the no-deal was dropped", (*LOSES, node("option", "none", no_deal=True, status="dropped"))),
    ),
}
