"""The smallest maps for the checks on sources and weight of facts: on which they fire, and on which they must not."""

from collections.abc import Mapping
from typing import Final

from tests.analysis.small_maps import ATTENTION, DISPUTED, INFO, PURPOSE, A, B, Fires, Silent
from tests.case import edge, node

BARE, POSITION = node("fact", "f"), node("position", "p")
MADE = node("fact", "f", commissioned_by="a")
DEPARTMENT = node("actor", "d", type="department")
RESEARCH = (A, B, MADE, POSITION, "a claims f", "b disputes f", "f supports p")
UNAWARE = (A, BARE, POSITION, "a holds p", "a unaware_of f", "f undermines p")

FIRES: Final[Mapping[str, tuple[Fires, ...]]] = {
    "fact.unsourced": (
        Fires("nothing at all", (BARE,), ("f",), INFO),
        Fires("no evidence, and said so", (node("fact", "f", evidence="none"),), ("f",), INFO),
        Fires("something rests on it", (BARE, POSITION, "f supports p"), ("f",), ATTENTION, "carries"),
        Fires("a purpose falls by it", (BARE, PURPOSE, "f undermines goal"), ("f",), ATTENTION, "carries"),
        Fires("only an argument rests on it", (BARE, node("argument", "r"), "f supports r"), ("f",), INFO),
        Fires("shared by all", (A, BARE, POSITION, "a claims f", "f supports p"), ("f",), INFO),
        Fires("settled", (node("fact", "f", settled="true"), POSITION, "f supports p"), ("f",), INFO),
    ),
    "fact.carries-weight": (
        Fires("a position rests on it", (*DISPUTED, POSITION, "f supports p"), ("f",), ATTENTION),
        Fires("an option would fall by it", (*DISPUTED, node("option", "o"), "f undermines o"), ("f",), ATTENTION),
        Fires(
            "a purpose, through a reason",
            (*DISPUTED, PURPOSE, node("argument", "r"), "f supports r", "r supports goal"),
            ("f",),
            ATTENTION,
        ),
        Fires(
            "it was refuted",
            (node("fact", "f", settled="false"), POSITION, "f supports p"),
            ("f",),
            ATTENTION,
            "refuted",
        ),
    ),
    "fact.ammunition": (
        Fires("made for one side", (*RESEARCH, "a holds p"), ("f",), ATTENTION),
        Fires(
            "through a reason",
            (*RESEARCH[:-1], node("argument", "r"), "f supports r", "r supports p", "a holds p"),
            ("f",),
            ATTENTION,
        ),
        Fires(
            "commissioned by the whole, claimed by a part of it",
            (
                *(A, B, DEPARTMENT, MADE, POSITION, "d part_of a", "d claims f", "b disputes f"),
                *("f supports p", "a holds p"),
            ),
            ("f",),
            ATTENTION,
        ),
    ),
    "fact.knowledge-gap": (
        Fires("a fact against its position", UNAWARE, ("p",), ATTENTION),
        Fires("a fact for it", (*UNAWARE[:-1], "f supports p"), ("p",), ATTENTION),
        Fires(
            "through a reason",
            (*UNAWARE[:-1], node("argument", "r"), "f supports r", "r undermines p"),
            ("p",),
            ATTENTION,
        ),
        Fires(
            "two positions",
            (*UNAWARE, node("position", "q"), "a holds q", "f supports q"),
            ("p", "q"),
            ATTENTION,
        ),
        Fires(
            "nobody brings it in before it is told",
            (
                A,
                B,
                BARE,
                POSITION,
                "a holds p",
                edge("a unaware_of f", end="r1"),
                edge("b claims f", "r2"),
                "f undermines p",
            ),
            ("p",),
            ATTENTION,
            at="r1",
        ),
    ),
}

SILENT: Final[Mapping[str, tuple[Silent, ...]]] = {
    "fact.unsourced": (
        Silent("a source", (BARE, node("source", "s"), "f cites s")),
        Silent("a kind of evidence", (node("fact", "f", evidence="experience"),)),
        Silent("no longer claimed", (A, BARE, edge("a claims f", end="r1"))),
    ),
    "fact.carries-weight": (
        Silent("not disputed", (A, B, BARE, POSITION, "a claims f", "f supports p")),
        Silent("nothing rests on it", (*DISPUTED, POSITION)),
        Silent("it stands without", (*DISPUTED, POSITION, node("argument", "r"), "f supports p", "r supports p")),
        Silent("only an argument rests on it", (*DISPUTED, node("argument", "r"), "f supports r")),
        Silent("dropped", (*DISPUTED, node("option", "o", status="dropped"), "f supports o")),
        Silent(
            "it stands because the fact was refuted", (node("fact", "f", settled="false"), POSITION, "f undermines p")
        ),
        Silent("found to be true", (node("fact", "f", settled="true"), POSITION, "f supports p")),
        Silent(
            "refuted and given up",
            (A, node("fact", "f", settled="false"), edge("a claims f", end="r1"), POSITION, "f supports p"),
        ),
    ),
    "fact.ammunition": (
        Silent("nobody commissioned it", (A, B, BARE, *RESEARCH[3:], "a holds p")),
        Silent(
            "commissioned by the other side", (A, B, node("fact", "f", commissioned_by="b"), *RESEARCH[3:], "a holds p")
        ),
        Silent(
            "commissioned by an outsider",
            (*(A, B, DEPARTMENT), node("fact", "f", commissioned_by="d"), *RESEARCH[3:], "a holds p"),
        ),
        Silent("the other side holds the position too", (*RESEARCH, "a holds p", "b holds p")),
        Silent("so does one that takes no side", (*RESEARCH, "a holds p", DEPARTMENT, "d holds p")),
        Silent("nobody holds the position", RESEARCH),
        Silent("it supports nothing", (A, B, MADE, POSITION, "a claims f", "b disputes f", "a holds p")),
        Silent("not disputed", (A, B, MADE, POSITION, "a claims f", "f supports p", "a holds p")),
        Silent(
            "a part of who commissioned it disputes it",
            (*RESEARCH, "a holds p", DEPARTMENT, "d part_of a", "d disputes f"),
        ),
        Silent(
            "it was commissioned by what is gone",
            (A, B, node("fact", "f", commissioned_by="z"), *RESEARCH[3:], "a holds p"),
        ),
    ),
    "fact.knowledge-gap": (
        Silent("it does not touch the position", UNAWARE[:-1]),
        Silent("of another", (A, B, BARE, POSITION, "b holds p", "a unaware_of f", "f undermines p")),
        Silent("not at the table", (node("actor", "a", presence="consulted"), *UNAWARE[1:])),
        Silent("it knows by now", (*UNAWARE[:4], edge("a unaware_of f", end="r1"), "f undermines p")),
        Silent("it takes a stand all the same", (*UNAWARE, "a disputes f")),
        Silent("refuted", (A, node("fact", "f", settled="false"), *UNAWARE[2:])),
        Silent("given up", (B, *UNAWARE, edge("b claims f", end="r1"))),
        Silent("only what it aims at is touched", (*UNAWARE[:-1], PURPOSE, "f supports goal", "a aims_at goal")),
        Silent(
            "a problem",
            (A, node("problem", "f"), POSITION, "a holds p", "a unaware_of f", "f causes f2", node("event", "f2")),
        ),
    ),
}
