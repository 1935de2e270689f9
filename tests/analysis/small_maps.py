"""For every check: the smallest maps on which it fires, and next to them the smallest on which it must not."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from gvkaart.analysis.findings import Severity
from gvkaart.domain.derived import RUNGS
from gvkaart.domain.entities import Value
from tests.case import Part, edge, node

SERIOUS, ATTENTION, INFO = Severity.SERIOUS, Severity.ATTENTION, Severity.INFO


@dataclass(frozen=True)
class Fires:
    """A map on which a check has one thing to say, and what."""

    name: str
    parts: tuple[Part, ...]
    subject: tuple[str, ...]
    severity: Severity
    variant: str = ""
    at: str | None = None
    fields: Mapping[str, Value] | None = None


@dataclass(frozen=True)
class Silent:
    """A map on which the same check has nothing to say."""

    name: str
    parts: tuple[Part, ...]
    at: str | None = None
    fields: Mapping[str, Value] | None = None


A, B = node("actor", "a", "Dienst A", presence="at_table"), node("actor", "b", "Dienst B", presence="at_table")
AWAY = node("actor", "away", presence="consulted")


def meaning(node_id: str, term: str, frame: str, definition: str, **fields: str | tuple[str, ...]) -> Part:
    return node("concept", node_id, term, frame=frame, definition=definition, **fields)


LAW, PRACTICE = meaning("c1", "Signaal", "Wet", "Eén gegeven."), meaning("c2", "signaal", "Praktijk", "Meer gegevens.")
DISPUTED = (A, B, node("fact", "f"), "a claims f", "b disputes f")
SETTLED_HOW = {"settle_question": "Hoeveel?", "settle_by": "a", "settle_date": "2026"}
FRAMED = node("concept", "c", criteria=("er is haast", "er is geld"))
FULL = dict.fromkeys(RUNGS, "ja")
PUBLIC = node("interest", "i", level="public")
GROUP = node("actor", "g", type="group")
PLANNED = node("dataflow", "d", level="individual", status="proposed")
RUNNING = node("dataflow", "d", level="individual", status="existing")
DISPUTED_BASIS = node("legal_basis", "l", status="disputed")
SAID_BY_BOTH = ("a holds p", "b holds p")
WITH_TERM = node("position", "p", "Wij geven signalen door")
ONE_SIDED = (A, B, node("fact", "f"), "a claims f")
PURPOSE = node("purpose", "goal")
MEANS, EFFECT = node("problem", "p", wording="means"), node("problem", "e", wording="effect")
SHARED_BY_BOTH = ("a claims p", "b accepts p")

FIRES: Final[Mapping[str, tuple[Fires, ...]]] = {
    "concept.homonym": (
        Fires("other frames", (LAW, PRACTICE), ("c1", "c2"), ATTENTION),
        Fires(
            "other actors, no frames",
            (
                A,
                B,
                node("concept", "c1", "signaal", definition="x"),
                node("concept", "c2", "signaal", definition="y"),
                "a means c1",
                "b means c2",
            ),
            ("c1", "c2"),
            ATTENTION,
        ),
        Fires("plural", (LAW, meaning("c2", "SIGNALEN", "Praktijk", "y")), ("c1", "c2"), ATTENTION),
        Fires(
            "accents", (meaning("c1", "cliënt", "x", "x"), meaning("c2", "client", "y", "y")), ("c1", "c2"), ATTENTION
        ),
        Fires(
            "through another term",
            (LAW, meaning("c2", "melding", "Praktijk", "y", alt=("signalen",))),
            ("c1", "c2"),
            ATTENTION,
        ),
        Fires("three at once", (LAW, PRACTICE, meaning("c3", "signaal", "CAK", "z")), ("c1", "c2", "c3"), ATTENTION),
        Fires("a match that is not exact", (LAW, PRACTICE, "c1 close_match c2"), ("c1", "c2"), ATTENTION),
        Fires(
            "both sides use it",
            (
                A,
                B,
                LAW,
                PRACTICE,
                node("position", "p"),
                node("fact", "f"),
                "a means c1",
                "b means c2",
                "a holds p",
                "b claims f",
                "p uses c1",
                "f uses c1",
            ),
            ("c1", "c2"),
            SERIOUS,
            "used",
        ),
        Fires(
            "only an actor that means both uses it",
            (
                *(A, B, LAW, PRACTICE, node("actor", "c"), node("position", "p")),
                *("a means c1", "a means c2", "b means c2", "c means c1", "a holds p", "p uses c1"),
            ),
            ("c1", "c2"),
            ATTENTION,
        ),
        Fires(
            "something goes by it that does not fit",
            (
                *(node("concept", "c1", "Signaal", frame="Wet", definition="x", criteria=("los",)), PRACTICE),
                *(node("dataflow", "d"), edge("d framed_as c1", fails=("los",))),
            ),
            ("c1", "c2"),
            SERIOUS,
            "framed",
        ),
        Fires(
            "something goes by it, and it fits",
            (
                *(node("concept", "c1", "Signaal", frame="Wet", definition="x", criteria=("los",)), PRACTICE),
                *(node("dataflow", "d"), edge("d framed_as c1", meets=("los",))),
            ),
            ("c1", "c2"),
            ATTENTION,
        ),
        Fires(
            "one of several meanings was given up",
            (
                *(A, B, LAW, PRACTICE, meaning("c3", "signaal", "CAK", "z")),
                *("a means c1", "b means c2", edge("b means c3", end="r1")),
            ),
            ("c1", "c2"),
            ATTENTION,
        ),
        Fires(
            "the law has a meaning that nobody has",
            (A, B, LAW, PRACTICE, "a means c2", "b means c2"),
            ("c1", "c2"),
            ATTENTION,
        ),
        Fires(
            "one side uses it",
            (A, B, LAW, PRACTICE, node("position", "p"), "a means c1", "b means c2", "a holds p", "p uses c1"),
            ("c1", "c2"),
            ATTENTION,
        ),
    ),
    "concept.undefined": (
        Fires(
            "one of two is silent",
            (A, B, meaning("c", "signaal", "", "x"), WITH_TERM, *SAID_BY_BOTH, "a means c"),
            ("c",),
            ATTENTION,
        ),
        Fires(
            "in the text of two items",
            (
                A,
                B,
                meaning("c", "signaal", "", "x"),
                node("position", "p", text="een signaal"),
                node("fact", "f", text="Dat signaal!"),
                "a holds p",
                "b claims f",
            ),
            ("c",),
            INFO,
            "text",
        ),
        Fires(
            "in a text, of an item that uses it",
            (
                *(A, B, meaning("c", "signaal", "", "x"), WITH_TERM, node("fact", "f", text="Dat signaal!")),
                *("a holds p", "a means c", "b claims f", "f uses c"),
            ),
            ("c",),
            ATTENTION,
        ),
        Fires(
            "who is silent has it in a text only",
            (
                *(A, B, meaning("c", "signaal", "", "x"), WITH_TERM, node("fact", "f", text="Dat signaal!")),
                *("a holds p", "a means c", "b claims f"),
            ),
            ("c",),
            INFO,
            "text",
        ),
        Fires(
            "another word for it",
            (A, B, meaning("c", "melding", "", "x", alt=("signaal",)), WITH_TERM, *SAID_BY_BOTH, "a means c"),
            ("c",),
            ATTENTION,
        ),
    ),
    "concept.framed": (
        Fires(
            "a criterion fails",
            (node("problem", "p"), FRAMED, edge("p framed_as c", fails=("Er is geld",), meets=("er is haast",))),
            ("p",),
            ATTENTION,
        ),
        Fires("nothing was checked", (node("fact", "p"), FRAMED, "p framed_as c"), ("p",), INFO, "unchecked"),
        Fires(
            "only what is no criterion any more was checked",
            (node("fact", "p"), FRAMED, edge("p framed_as c", fails=("iets anders",))),
            ("p",),
            INFO,
            "unchecked",
        ),
    ),
    "fact.disputed": (
        Fires("claimed and disputed", DISPUTED, ("f",), ATTENTION),
        Fires("accepted and disputed", (A, B, node("fact", "f"), "a accepts f", "b disputes f"), ("f",), ATTENTION),
    ),
    "fact.no-way-out": (
        Fires("no question, nobody, no date", DISPUTED, ("f",), SERIOUS),
        Fires("of two facts", (*DISPUTED, node("fact", "g"), "b claims g", "a disputes g"), ("f", "g"), SERIOUS),
        Fires(
            "no date",
            (A, B, node("fact", "f", settle_question="Hoeveel?", settle_by="a"), "a claims f", "b disputes f"),
            ("f",),
            ATTENTION,
            "partly",
        ),
        Fires(
            "only a date",
            (A, B, node("fact", "f", settle_date="2026"), "a claims f", "b disputes f"),
            ("f",),
            ATTENTION,
            "partly",
        ),
    ),
    "fact.one-sided": (
        Fires("nobody answers", ONE_SIDED, ("f",), INFO),
        Fires("two of one party", (*ONE_SIDED, node("fact", "g"), "a claims g"), ("f", "g"), INFO),
        Fires("somebody does not know", (*ONE_SIDED, "b unaware_of f"), ("f",), INFO),
        Fires(
            "its own position rests on it",
            (*ONE_SIDED, node("position", "p"), "a holds p", "f supports p"),
            ("f",),
            INFO,
        ),
        Fires(
            "a position of another rests on it",
            (*ONE_SIDED, node("position", "p"), "b holds p", "f supports p"),
            ("f",),
            ATTENTION,
            "carries",
        ),
        Fires(
            "a purpose rests on it, through a reason",
            (*ONE_SIDED, PURPOSE, node("argument", "r"), "f supports r", "r supports goal"),
            ("f",),
            ATTENTION,
            "carries",
        ),
        Fires(
            "a purpose that has other support does not rest on it",
            (*ONE_SIDED, PURPOSE, node("argument", "r"), "f supports goal", "r supports goal"),
            ("f",),
            INFO,
        ),
        Fires(
            "a purpose would fall by it",
            (*ONE_SIDED, PURPOSE, "f undermines goal"),
            ("f",),
            ATTENTION,
            "carries",
        ),
    ),
    "interest.position-without": (
        Fires("nothing under it", (node("position", "p"),), ("p",), ATTENTION),
        Fires("to serve is not to rest on", (node("position", "p"), PUBLIC, "p serves i"), ("p",), ATTENTION),
    ),
    "interest.unrepresented": (
        Fires("harmed", (A, PUBLIC, node("option", "o"), "o harms i"), ("i",), SERIOUS),
        Fires("served", (A, PUBLIC, node("measure", "m"), "m serves i"), ("i",), SERIOUS),
        Fires("pursued", (A, PUBLIC, PURPOSE, "goal pursues i"), ("i",), SERIOUS),
        Fires(
            "only who is away has it",
            (AWAY, PUBLIC, node("measure", "m"), "m serves i", "away has_interest i"),
            ("i",),
            SERIOUS,
        ),
        Fires("only a risk harms it", (A, PUBLIC, node("risk", "r"), "r harms i"), ("i",), ATTENTION),
        Fires(
            "a risk and a plan harm it",
            (A, PUBLIC, node("risk", "r"), PURPOSE, "r harms i", "goal pursues i"),
            ("i",),
            SERIOUS,
        ),
        Fires("no parties at all", (PUBLIC, node("dataflow", "d"), "d harms i"), ("i",), SERIOUS),
    ),
    "interest.silent-group": (
        Fires("hit", (GROUP, node("problem", "r"), "r hits g"), ("g",), SERIOUS),
        Fires("only a risk hits it", (GROUP, node("risk", "r"), "r hits g"), ("g",), ATTENTION),
        Fires(
            "only an accident hits it",
            (GROUP, node("dataflow", "d", status="unintended"), "d hits g"),
            ("g",),
            ATTENTION,
        ),
        Fires("harmed", (A, GROUP, node("option", "o"), "o harms g"), ("g",), SERIOUS),
        Fires("served", (A, GROUP, node("position", "p"), "a holds p", "p serves g"), ("g",), SERIOUS),
        Fires(
            "spoken for by who is away",
            (AWAY, GROUP, node("option", "o"), "o hits g", "away represents g"),
            ("g",),
            SERIOUS,
        ),
    ),
    "purpose.vague": (
        Fires("only a title", (PURPOSE,), ("goal",), ATTENTION),
        Fires("three rungs", (node("purpose", "goal", does="x", for_whom="x", who="x"),), ("goal",), ATTENTION),
        Fires(
            "five rungs, but not for whom",
            (node("purpose", "goal", **{**FULL, "for_whom": " "}),),
            ("goal",),
            ATTENTION,
        ),
        Fires(
            "five rungs, but not what is done",
            (node("purpose", "goal", **{**FULL, "does": " "}),),
            ("goal",),
            ATTENTION,
        ),
    ),
    "problem.is-means": (
        Fires("called a barrier", (node("problem", "p", wording="barrier"),), ("p",), ATTENTION),
        Fires("called a means", (node("problem", "p", wording="means"),), ("p",), ATTENTION, "means"),
        Fires(
            "shared by all, and nothing else",
            (A, B, MEANS, EFFECT, *SHARED_BY_BOTH, "a claims e"),
            ("p",),
            ATTENTION,
            "means",
        ),
        Fires(
            "beside a shared effect, but of one",
            (A, B, MEANS, EFFECT, "a claims p", "a claims e", "b accepts e"),
            ("p",),
            ATTENTION,
            "means",
        ),
        Fires(
            "looks like a barrier", (node("problem", "p", "Er is geen wettelijke grondslag"),), ("p",), INFO, "perhaps"
        ),
    ),
    "flow.basis": (
        Fires("proposed without basis", (PLANNED,), ("d",), SERIOUS),
        Fires("agreed without basis", (node("dataflow", "d", level="individual", status="agreed"),), ("d",), SERIOUS),
        Fires(
            "yet to be made",
            (PLANNED, node("legal_basis", "l", status="to_make"), "d based_on l"),
            ("d",),
            ATTENTION,
            "to_make",
        ),
        *(
            Fires(
                f"a basis that is {status}",
                (PLANNED, node("legal_basis", "l", status=status), "d based_on l"),
                ("d",),
                SERIOUS,
            )
            for status in ("disputed", "missing", "unsuitable", "obstacle")
        ),
        Fires(
            "only the purpose has one",
            (PLANNED, PURPOSE, node("legal_basis", "l", status="existing"), "d needed_for goal", "goal based_on l"),
            ("d",),
            SERIOUS,
        ),
        *(
            Fires(
                f"it is there, on a basis that is {status}",
                (RUNNING, node("legal_basis", "l", status=status), "d based_on l"),
                ("d",),
                ATTENTION,
                "existing",
            )
            for status in ("to_make", "disputed", "missing", "unsuitable", "obstacle")
        ),
        Fires(
            "it is there, and what it is needed for has a disputed one",
            (RUNNING, PURPOSE, DISPUTED_BASIS, "d needed_for goal", "goal based_on l"),
            ("d",),
            ATTENTION,
            "existing",
        ),
        Fires(
            "it is there, in an option with a disputed one",
            (RUNNING, node("option", "o"), DISPUTED_BASIS, "o contains d", "o based_on l"),
            ("d",),
            ATTENTION,
            "existing",
        ),
        Fires(
            "it is there, and only the purpose has one that holds",
            (
                *(RUNNING, PURPOSE, node("legal_basis", "m", status="existing"), DISPUTED_BASIS),
                *("d needed_for goal", "goal based_on m", "goal based_on l"),
            ),
            ("d",),
            ATTENTION,
            "existing",
        ),
    ),
}

SILENT: Final[Mapping[str, tuple[Silent, ...]]] = {
    "concept.homonym": (
        Silent("a compound is another word", (LAW, meaning("c2", "fraudesignaal", "Praktijk", "y"))),
        Silent("the same definition", (LAW, meaning("c2", "signaal", "Praktijk", "Het een GEGEVEN"))),
        Silent("nobody means one of them any more", (A, B, LAW, PRACTICE, "a means c1", edge("b means c2", end="r1"))),
        Silent("nobody means one of them yet", (A, B, LAW, PRACTICE, "a means c1", edge("b means c2", "r2")), at="r1"),
        Silent(
            "all agreed on a third",
            (
                *(A, B, LAW, PRACTICE, meaning("c3", "signaal", "Samen", "z"), "a means c1", "b means c2"),
                *(edge("a means c3", "r2"), edge("b means c3", "r2")),
            ),
        ),
        Silent("a definition is missing", (LAW, meaning("c2", "signaal", "Praktijk", " "))),
        Silent("joined by an exact match", (LAW, PRACTICE, "c2 exact_match c1")),
        Silent(
            "joined by exact matches through a third",
            (LAW, PRACTICE, meaning("c3", "iets", "", "z"), "c1 exact_match c3", "c3 exact_match c2"),
        ),
        Silent("the same frame, nobody's meaning", (LAW, meaning("c2", "signaal", "WET", "y"))),
        Silent("a frame is unknown, nobody's meaning", (LAW, meaning("c2", "signaal", "", "y"))),
        Silent(
            "both meant by the same actor",
            (A, LAW, meaning("c2", "signaal", "wet", "y"), "a means c1", "a means c2"),
        ),
    ),
    "concept.undefined": (
        Silent(
            "both mean it", (A, B, meaning("c", "signaal", "", "x"), WITH_TERM, *SAID_BY_BOTH, "a means c", "b means c")
        ),
        Silent("only one says it", (A, B, meaning("c", "signaal", "", "x"), WITH_TERM, "a holds p")),
        Silent(
            "the other leads the conversation",
            (A, node("actor", "b", presence="facilitator"), meaning("c", "signaal", "", "x"), WITH_TERM, *SAID_BY_BOTH),
        ),
        Silent("the other only accepts it", (A, B, LAW, node("fact", "f", "een signaal"), "a claims f", "b accepts f")),
        Silent(
            "the concept is that of the party by name",
            (A, B, meaning("c", "signaal", "dienst B", "x"), WITH_TERM, *SAID_BY_BOTH, "a means c"),
        ),
        Silent(
            "the concept is that of the party by its other name",
            (
                A,
                node("actor", "b", "Dienst B", alias="Bee"),
                meaning("c", "signaal", "bee", "x"),
                WITH_TERM,
                *SAID_BY_BOTH,
                "a means c",
            ),
        ),
        Silent(
            "part of a longer word",
            (A, B, meaning("c", "signaal", "", "x"), node("position", "p", "Een fraudesignaal"), *SAID_BY_BOTH),
        ),
        Silent(
            "another word for it is part of a longer word",
            (
                *(A, B, meaning("c", "melding", "", "x", alt=("signaal",))),
                *(node("position", "p", "Een fraudesignaal"), *SAID_BY_BOTH),
            ),
        ),
        Silent(
            "part of a longer term that is explained",
            (
                A,
                B,
                meaning("c", "signaal", "", "x"),
                meaning("d", "zwak signaal", "", "x"),
                node("position", "p", "Een zwak signaal"),
                *SAID_BY_BOTH,
                "a means d",
                "b means d",
            ),
        ),
        Silent(
            "said in another round",
            (A, B, meaning("c", "signaal", "", "x"), WITH_TERM, "a holds p", edge("b holds p", end="r1")),
        ),
    ),
    "concept.framed": (
        Silent("no criteria", (node("fact", "p"), node("concept", "c"), "p framed_as c")),
        Silent("what was checked holds", (node("fact", "p"), FRAMED, edge("p framed_as c", meets=("er is haast",)))),
        Silent("a dropped option", (node("option", "p", status="dropped"), FRAMED, "p framed_as c")),
        Silent(
            "an option that was replaced",
            (node("option", "p"), node("option", "q", status="chosen"), "q replaces p", FRAMED, "p framed_as c"),
        ),
    ),
    "fact.disputed": (
        Silent("settled", (A, B, node("fact", "f", settled="nuanced"), "a claims f", "b disputes f")),
        Silent("disputed, but nobody claims it", (A, B, node("fact", "f"), "b disputes f")),
        Silent("in an earlier round", (A, B, node("fact", "f"), "a claims f", edge("b disputes f", end="r1"))),
        Silent("a problem", (A, B, node("problem", "f"), "a claims f", "b disputes f")),
    ),
    "fact.no-way-out": (
        Silent("all three filled", (A, B, node("fact", "f", **SETTLED_HOW), "a claims f", "b disputes f")),
        Silent("not disputed", (A, B, node("fact", "f"), "a claims f")),
    ),
    "fact.one-sided": (
        Silent("another accepts it", (*ONE_SIDED, "b accepts f")),
        Silent(
            "who leads the conversation claims it, and a purpose rests on it",
            (
                A,
                B,
                node("actor", "k", presence="facilitator"),
                node("fact", "f"),
                "k claims f",
                PURPOSE,
                "f supports goal",
            ),
        ),
        Silent("another disputes it", (*ONE_SIDED, "b disputes f")),
        Silent("the only one at the table claims it", (A, node("fact", "f"), "a claims f")),
        Silent("accepted, claimed by nobody", (A, B, node("fact", "f"), "a accepts f")),
        Silent("no longer claimed", (A, B, node("fact", "f"), edge("a claims f", end="r1"))),
    ),
    "interest.position-without": (
        Silent("it rests on one", (node("position", "p"), node("interest", "i"), "p rests_on i")),
        Silent("it only says what the law allows, which is another finding", (node("position", "p", about="basis"),)),
        Silent("it was left", (A, node("position", "p"), edge("a holds p", end="r1"))),
        Silent("it is not taken yet", (A, node("position", "p"), edge("a holds p", "r2")), at="r1"),
    ),
    "interest.unrepresented": (
        Silent("somebody at the table has it", (A, PUBLIC, node("option", "o"), "o harms i", "a has_interest i")),
        Silent("somebody at the table represents it", (A, PUBLIC, node("option", "o"), "o harms i", "a represents i")),
        Silent("it is no public interest", (A, node("interest", "i", level="own"), node("option", "o"), "o harms i")),
        Silent(
            "it is a collective one", (A, node("interest", "i", level="collective"), node("option", "o"), "o harms i")
        ),
        Silent("only a position touches it", (A, PUBLIC, node("position", "p"), "p harms i")),
        Silent("only a dropped option touches it", (A, PUBLIC, node("option", "o", status="dropped"), "o harms i")),
        Silent(
            "only an option that was replaced touches it",
            (A, PUBLIC, node("option", "o"), node("option", "q", status="chosen"), "q replaces o", "o harms i"),
        ),
        Silent(
            "nobody wrote down who is at the table",
            (node("actor", "x"), PUBLIC, node("option", "o"), "o harms i"),
        ),
    ),
    "interest.silent-group": (
        Silent(
            "it is at the table", (node("actor", "g", type="group", presence="at_table"), node("risk", "r"), "r hits g")
        ),
        Silent("somebody at the table represents it", (A, GROUP, node("risk", "r"), "r hits g", "a represents g")),
        Silent("nothing touches it", (A, GROUP)),
        Silent("it is no group", (A, AWAY, node("risk", "r"), "r hits away")),
        Silent(
            "what touches it was left",
            (A, GROUP, node("position", "p"), edge("a holds p", end="r1"), "p harms g"),
        ),
        Silent("nobody wrote down who is at the table", (node("actor", "x"), GROUP, node("risk", "r"), "r hits g")),
    ),
    "purpose.vague": (
        Silent("all rungs", (node("purpose", "goal", **FULL),)),
        Silent("four rungs", (node("purpose", "goal", does="x", for_whom="x", who="x", limit="x"),)),
    ),
    "problem.is-means": (
        Silent("called an effect, whatever the words", (node("problem", "p", "Geen grondslag", wording="effect"),)),
        Silent("about people", (node("problem", "p", "Mensen krijgen boete op boete"),)),
        Silent("shared beside an effect", (A, B, MEANS, EFFECT, *SHARED_BY_BOTH, "a claims e", "b accepts e")),
        Silent("dropped", (A, node("problem", "p", wording="means"), edge("a claims p", end="r1"))),
    ),
    "flow.basis": (
        Silent("an existing basis", (PLANNED, node("legal_basis", "l", status="existing"), "d based_on l")),
        Silent(
            "an existing basis beside an obstacle",
            (
                PLANNED,
                node("legal_basis", "l", status="existing"),
                node("legal_basis", "k", status="obstacle"),
                "d based_on l",
                "d based_on k",
            ),
        ),
        Silent("statistics", (node("dataflow", "d", level="statistical", status="proposed"),)),
        Silent("it is there, and nothing is said of a basis", (RUNNING,)),
        Silent("it is there, with a basis", (RUNNING, node("legal_basis", "l", status="existing"), "d based_on l")),
        Silent(
            "it is there, with a basis, and another option is disputed",
            (
                *(RUNNING, node("legal_basis", "m", status="existing"), node("option", "o"), DISPUTED_BASIS),
                *("d based_on m", "o contains d", "o based_on l"),
            ),
        ),
        Silent("it is there, and its basis is not filled in", (RUNNING, node("legal_basis", "l"), "d based_on l")),
        Silent(
            "it is there, in an option that was dropped",
            (RUNNING, node("option", "o", status="dropped"), DISPUTED_BASIS, "o contains d", "o based_on l"),
        ),
        Silent(
            "it is there, and what it is needed for has one that has yet to be made",
            (RUNNING, PURPOSE, node("legal_basis", "l", status="to_make"), "d needed_for goal", "goal based_on l"),
        ),
        Silent(
            "statistics on a disputed one",
            (node("dataflow", "d", level="statistical", status="existing"), DISPUTED_BASIS, "d based_on l"),
        ),
        Silent("nobody wants it", (node("dataflow", "d", level="individual", status="alternative"),)),
        Silent(
            "the option it was part of was replaced",
            (PLANNED, node("option", "o"), node("option", "q", status="chosen"), "q replaces o", "o contains d"),
        ),
    ),
}
