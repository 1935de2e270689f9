"""The smallest maps for the checks on interests: on which they fire, and on which they must not."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from tests.analysis.small_maps import ATTENTION, AWAY, GROUP, INFO, PUBLIC, A, B, Fires, Silent
from tests.case import A_VALUE, Part, edge, node

OWN = node("interest", "own", level="own")
VALUED = node("interest", "i", level="public", value="privacy")
OPTION, POSITION, DROPPED = node("option", "o"), node("position", "p"), node("option", "gone", status="dropped")
HAD = (A, PUBLIC, "a has_interest i")
FRAMED: tuple[Part, ...] = (A, VALUED, OWN, "a has_interest own", "a holds p", "p rests_on i")
BUILT_ON = (*HAD, B, POSITION, "b holds p")
BASIS = node("position", "p", about="basis")

FIRES: Final[Mapping[str, tuple[Fires, ...]]] = {
    "interest.without-position": (
        Fires("nothing is asked", HAD, ("i",), INFO),
        Fires("only a dropped option serves it", (*HAD, DROPPED, "gone serves i"), ("i",), INFO),
        Fires("the position was left", (*HAD, POSITION, edge("a holds p", end="r1"), "p rests_on i"), ("i",), INFO),
        Fires("a position harms it", (*HAD, POSITION, "p harms i"), ("i",), INFO),
        Fires("a measure in no option serves it", (*HAD, node("measure", "m"), "m serves i"), ("i",), INFO),
    ),
    "interest.not-considered": (
        Fires("an option", (OPTION,), (), INFO),
        Fires("a flow that is there", (node("dataflow", "d", status="existing"),), (), INFO),
        Fires("another value", (OPTION, VALUED), (), INFO),
    ),
    "interest.absent-judged": (
        Fires("something is about it", (A, AWAY, node("fact", "f"), "f speaks_of away"), ("away",), ATTENTION),
        Fires(
            "what another says", (A, AWAY, node("fact", "f"), "a claims f", "f speaks_of away"), ("away",), ATTENTION
        ),
        Fires(
            "all of it is second-hand",
            (A, AWAY, POSITION, edge("away holds p", reported_by="a")),
            ("away",),
            ATTENTION,
            "hearsay",
        ),
        Fires(
            "said by somebody who is not on the map",
            (A, AWAY, POSITION, edge("away holds p", hearsay=True)),
            ("away",),
            ATTENTION,
            "hearsay",
        ),
    ),
    "interest.frame": (
        Fires("it serves an own interest", (*FRAMED, POSITION, "p serves own"), ("p",), INFO),
        Fires(
            "it rests on an own interest that others see in it",
            (A, VALUED, replace(OWN, origin="inferred"), POSITION, *FRAMED[3:], "p rests_on own"),
            ("p",),
            INFO,
        ),
        Fires(
            "it rests on an own interest of which another told",
            (A, B, *FRAMED[1:3], POSITION, edge("a has_interest own", reported_by="b"), *FRAMED[4:], "p rests_on own"),
            ("p",),
            INFO,
        ),
        Fires("it harms an actor", (*FRAMED, B, POSITION, "p serves own", "p harms b"), ("p",), INFO),
    ),
    "interest.only-own": (
        Fires("an own interest", (A, OWN, "a has_interest own"), (), ATTENTION),
        Fires(
            "own and collective",
            (A, B, OWN, node("interest", "c", level="collective"), "a has_interest own", "b represents c"),
            (),
            ATTENTION,
        ),
        Fires(
            "who has the public one is away",
            (A, OWN, "a has_interest own", AWAY, PUBLIC, "away has_interest i"),
            (),
            ATTENTION,
        ),
    ),
    "interest.unconfirmed": (
        Fires("another builds on it", (*BUILT_ON, "p rests_on i"), ("a",), INFO),
        Fires("another serves it", (*BUILT_ON, "p serves i"), ("a",), INFO),
        Fires("an option serves it", (*HAD, OPTION, "o serves i"), ("a",), INFO),
        Fires(
            "a part of an option serves it",
            (*HAD, OPTION, node("measure", "m"), "o contains m", "m serves i"),
            ("a",),
            INFO,
        ),
        Fires("the map is of another", (*HAD, B, OPTION, "o serves i"), ("a",), INFO, fields={"owner": "b"}),
    ),
    "law.end-of-talk": (
        Fires("only the law", (BASIS,), ("p",), ATTENTION),
        Fires("only the law, and somebody says it", (A, BASIS, "a holds p"), ("p",), ATTENTION),
    ),
}

SILENT: Final[Mapping[str, tuple[Silent, ...]]] = {
    "interest.without-position": (
        Silent("a position rests on it", (*HAD, POSITION, "p rests_on i")),
        Silent("a position serves it", (*HAD, POSITION, "p serves i")),
        Silent("an option serves it", (*HAD, OPTION, "o serves i")),
        Silent("a part of an option serves it", (*HAD, OPTION, node("measure", "m"), "o contains m", "m serves i")),
        Silent("who has it is not at the table", (A, AWAY, PUBLIC, "away has_interest i")),
        Silent("somebody only represents it", (A, PUBLIC, "a represents i")),
    ),
    "interest.not-considered": (
        Silent("it is on the map", (OPTION, node("interest", "i", value=A_VALUE))),
        Silent("there is no plan yet", (A, PUBLIC, POSITION)),
        Silent("the only option was dropped", (DROPPED,)),
        Silent("the only flow is an accident", (node("dataflow", "d", status="unintended"),)),
    ),
    "interest.absent-judged": (
        Silent("it is at the table", (A, B, node("fact", "f"), "f speaks_of b")),
        Silent("it is a group", (A, GROUP, node("fact", "f"), "f speaks_of g")),
        Silent("nothing is said of it", (A, AWAY)),
        Silent(
            "it also speaks for itself",
            (A, AWAY, POSITION, edge("away holds p", reported_by="a"), "away has_interest i", PUBLIC),
        ),
        Silent(
            "it is needed, which is another finding",
            (A, node("actor", "n", presence="declined", required=True), POSITION, edge("n holds p", reported_by="a")),
        ),
        Silent("it says so itself", (A, AWAY, node("fact", "f"), "away claims f", "f speaks_of away")),
        Silent("the position about it was left", (A, AWAY, POSITION, edge("a holds p", end="r1"), "p speaks_of away")),
        Silent("nobody wrote down who is at the table", (node("actor", "x"), node("fact", "f"), "f speaks_of x")),
        Silent(
            "a department of who is at the table",
            (A, node("actor", "x", type="department"), "x part_of a", node("fact", "f"), "f speaks_of x"),
        ),
    ),
    "interest.frame": (
        Silent("it knows a limit", (*FRAMED, node("position", "p", limit="Alleen in deze proef"), "p serves own")),
        Silent("it says what it costs", (*FRAMED, POSITION, "p serves own", node("interest", "x"), "p harms x")),
        Silent("it serves no own interest", (*FRAMED, POSITION)),
        Silent("it says that it comes from an own interest", (*FRAMED, POSITION, "p rests_on own")),
        Silent(
            "who takes it does not have that interest",
            (*FRAMED[:3], POSITION, "a holds p", "p rests_on i", "p serves own"),
        ),
        Silent(
            "another has that interest",
            (*FRAMED[:3], B, POSITION, "b has_interest own", "a holds p", "p rests_on i", "p serves own"),
        ),
        Silent(
            "the public interest has no value",
            (A, PUBLIC, OWN, POSITION, "a has_interest own", "a holds p", "p rests_on i", "p serves own"),
        ),
        Silent(
            "it only serves the public interest",
            (A, VALUED, OWN, POSITION, "a has_interest own", "a holds p", "p serves i", "p serves own"),
        ),
        Silent("it was left", (*FRAMED[:4], POSITION, edge("a holds p", end="r1"), "p rests_on i", "p serves own")),
    ),
    "interest.only-own": (
        Silent("a public one is represented", (A, OWN, PUBLIC, "a has_interest own", "a represents i")),
        Silent("of one it is not known", (A, OWN, node("interest", "x"), "a has_interest own", "a has_interest x")),
        Silent("no interests yet", (A, OWN)),
        Silent("who has it is not at the table", (A, AWAY, OWN, "away has_interest own")),
        Silent("only a group is represented", (A, GROUP, "a represents g")),
    ),
    "interest.unconfirmed": (
        Silent(
            "it is confirmed",
            (*BUILT_ON[:2], B, POSITION, "b holds p", edge("a has_interest i", confirmed=True), "p rests_on i"),
        ),
        Silent("only its own position rests on it", (*HAD, POSITION, "a holds p", "p rests_on i")),
        Silent("nobody takes the position", (*HAD, POSITION, "p rests_on i")),
        Silent("nothing builds on it", BUILT_ON),
        Silent("the map is its own", (*HAD, OPTION, "o serves i"), fields={"owner": "a"}),
        Silent("only a dropped option serves it", (*HAD, DROPPED, "gone serves i")),
        Silent("an option harms it", (*HAD, OPTION, "o harms i")),
        Silent(
            "it is needed and was not heard, which is another finding",
            (
                *(node("actor", "a", required=True), PUBLIC, edge("a has_interest i", hearsay=True)),
                *(OPTION, "o serves i"),
            ),
        ),
        Silent(
            "all that is said of it is hearsay, which is another finding",
            (A, AWAY, PUBLIC, edge("away has_interest i", hearsay=True), OPTION, "o serves i"),
        ),
        Silent(
            "only an option that was replaced serves it",
            (*HAD, OPTION, node("option", "q", status="chosen"), "q replaces o", "o serves i"),
        ),
    ),
    "law.end-of-talk": (
        Silent("an interest is behind it", (BASIS, PUBLIC, "p rests_on i")),
        Silent("it serves an interest", (BASIS, PUBLIC, "p serves i")),
        Silent("it harms somebody", (BASIS, A, "p harms a")),
        Silent("it is about something else", (node("position", "p", about="means"),)),
        Silent("it was left", (A, BASIS, edge("a holds p", end="r1"))),
    ),
}
