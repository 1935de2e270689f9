"""The smallest maps for the checks on words and definitions: on which they fire, and on which they must not."""

from collections.abc import Mapping
from typing import Final

from tests.analysis.small_maps import ATTENTION, DISPUTED, INFO, LAW, PRACTICE, SERIOUS, A, B, Fires, Silent, meaning
from tests.case import Part, edge, node

ONE, OTHER = meaning("c1", "wanbetaler", "A", "Een."), meaning("c2", "schuldenaar", "B", "Twee.")
BOTH_MEANT = (A, B, "a means c1", "b means c2")
IN_WORDS = "Iemand die een schuld van boven de 5000 euro niet op tijd betaalt aan de overheid of een bank in het land"
ALIKE = (*BOTH_MEANT, meaning("c1", "wanbetaler", "A", IN_WORDS))


def other(definition: str, term: str = "schuldenaar") -> Part:
    return meaning("c2", term, "B", definition)


HOMONYM = (LAW, PRACTICE, "a means c1", "b means c2")

FIRES: Final[Mapping[str, tuple[Fires, ...]]] = {
    "concept.synonym": (
        Fires("an exact match", (*BOTH_MEANT, ONE, OTHER, "c1 exact_match c2"), ("c1", "c2"), INFO),
        Fires("a close match", (*BOTH_MEANT, ONE, OTHER, "c2 close_match c1"), ("c1", "c2"), INFO),
        Fires(
            "exact matches through a third that nobody means",
            (*BOTH_MEANT, ONE, OTHER, node("concept", "c3", "debiteur"), "c1 exact_match c3", "c2 exact_match c3"),
            ("c1", "c2"),
            INFO,
        ),
        Fires(
            "three words",
            (
                *(*BOTH_MEANT, node("actor", "d"), ONE, OTHER, node("concept", "c3", "debiteur"), "d means c3"),
                *("c1 exact_match c2", "c2 exact_match c3"),
            ),
            ("c1", "c2", "c3"),
            INFO,
        ),
        Fires(
            "both sides use their own word",
            (
                *(*BOTH_MEANT, ONE, OTHER, "c1 close_match c2", node("position", "p"), node("fact", "f")),
                *("a holds p", "p uses c1", "b claims f", "f uses c2"),
            ),
            ("c1", "c2"),
            ATTENTION,
        ),
        Fires(
            "one side uses its own word",
            (*BOTH_MEANT, ONE, OTHER, "c1 close_match c2", node("position", "p"), "a holds p", "p uses c1"),
            ("c1", "c2"),
            INFO,
        ),
        Fires("the same definition", (*ALIKE, other(IN_WORDS.upper())), ("c1", "c2"), INFO, "definition"),
        Fires(
            "one word in ten differs",
            (*ALIKE, other(IN_WORDS.replace("land", "gebied"))),
            ("c1", "c2"),
            INFO,
            "definition",
        ),
    ),
    "concept.fact-or-word": (
        Fires("the fact uses the word", (*DISPUTED, *HOMONYM, "f uses c2"), ("f",), SERIOUS),
        Fires(
            "the word is in its title",
            (A, B, node("fact", "f", "Dit zijn signalen"), "a accepts f", "b disputes f", *HOMONYM),
            ("f",),
            ATTENTION,
            "named",
        ),
        Fires(
            "others share a meaning",
            (
                *(*DISPUTED, *HOMONYM, "f uses c1", node("actor", "d"), "d means c1", "d disputes f"),
                *(node("actor", "e"), "e claims f"),
            ),
            ("f",),
            SERIOUS,
        ),
    ),
    "concept.circular": (
        Fires("its own word", (node("concept", "c", "Signaal", definition="Elk los signaal"),), ("c",), INFO),
        Fires(
            "its own word once more after the lead",
            (node("concept", "c", "Signaal", definition="Een signaal is een signaal"),),
            ("c",),
            INFO,
        ),
        Fires(
            "in the plural",
            (node("concept", "c", "Signaal", definition="Een van de signalen die er komen"),),
            ("c",),
            INFO,
        ),
        Fires(
            "two that lean on each other",
            (
                node("concept", "c", "schuldeiser", definition="Wie geld krijgt van een schuldenaar"),
                node("concept", "d", "schuldenaar", definition="Wie geld geeft aan schuldeisers"),
            ),
            ("c", "d"),
            INFO,
            "mutual",
        ),
        Fires(
            "of several with that word, the one of the same frame is meant",
            (
                meaning("c", "melding", "Wet", "Een los signaal"),
                meaning("d", "signaal", "wet", "Een losse melding"),
                meaning("e", "signaal", "Praktijk", "Iets anders"),
            ),
            ("c", "d"),
            INFO,
            "mutual",
        ),
    ),
}

SILENT: Final[Mapping[str, tuple[Silent, ...]]] = {
    "concept.synonym": (
        Silent("one actor means both", (A, ONE, OTHER, "a means c1", "a means c2", "c1 exact_match c2")),
        Silent("who means the one means the other too", (*BOTH_MEANT, "a means c2", ONE, OTHER, "c1 exact_match c2")),
        Silent("nobody means one of them", (A, ONE, OTHER, "a means c1", "c1 exact_match c2")),
        Silent("no longer meant", (A, B, ONE, OTHER, "a means c1", edge("b means c2", end="r1"), "c1 exact_match c2")),
        Silent("the same term", (*BOTH_MEANT, ONE, other("x", "Wanbetalers"), "c1 exact_match c2")),
        Silent("a term without words", (*BOTH_MEANT, meaning("c1", "?", "", "x"), OTHER, "c1 exact_match c2")),
        Silent("said to differ", (*BOTH_MEANT, ONE, OTHER, "c1 close_match c2", "c2 differs_from c1")),
        Silent("nearly the same, but compared", (*ALIKE, other(IN_WORDS), "c1 broad_match c2")),
        Silent("a number differs", (*ALIKE, other(IN_WORDS.replace("5000", "9000")))),
        Silent("the opposite", (*ALIKE, other(IN_WORDS.replace("niet ", "")))),
        Silent("in another order", (*ALIKE, other(IN_WORDS.replace("overheid of een bank", "bank of een overheid")))),
        Silent(
            "too short to tell",
            (*BOTH_MEANT, meaning("c1", "wanbetaler", "A", "Een regeling"), other("De regeling")),
        ),
    ),
    "concept.fact-or-word": (
        Silent("not disputed", (A, B, node("fact", "f"), "a claims f", *HOMONYM, "f uses c1")),
        Silent("it does not use the word", (*DISPUTED, *HOMONYM)),
        Silent(
            "the word is only in its text",
            (*DISPUTED[:2], node("fact", "f", text="een signaal"), *DISPUTED[3:], *HOMONYM),
        ),
        Silent("a meaning in common", (*DISPUTED, *HOMONYM, "b means c1", "f uses c1")),
        Silent("nobody said what one side means", (*DISPUTED, LAW, PRACTICE, "a means c1", "f uses c1")),
        Silent(
            "both on one side", (*DISPUTED, *HOMONYM[:3], node("actor", "d"), "d means c2", "d accepts f", "f uses c1")
        ),
        Silent("no homonym", (*DISPUTED, *HOMONYM, "c1 exact_match c2", "f uses c1")),
    ),
    "concept.circular": (
        Silent("no definition", (node("concept", "c", "Signaal"),)),
        Silent("a lead", (node("concept", "c", "Signaal", definition="Een signaal is een los gegeven"),)),
        Silent("a lead and a colon", (node("concept", "c", "Signaal", definition="Onder signaal verstaan wij: iets"),)),
        Silent("a compound", (node("concept", "c", "Signaal", definition="Een fraudesignaal"),)),
        Silent(
            "the name of a law",
            (
                node(
                    "concept",
                    "c",
                    "schuldhulpverlening",
                    definition="Hulp van de Wet gemeentelijke schuldhulpverlening",
                ),
            ),
        ),
        Silent(
            "only one leans on the other",
            (
                node("concept", "c", "schuldeiser", definition="Wie geld krijgt van een schuldenaar"),
                node("concept", "d", "schuldenaar", definition="Wie is iemand geld moet geven"),
            ),
        ),
        Silent(
            "they differ, and say in what",
            (
                node("concept", "c", "melding", definition="Anders dan een signaal al zeker"),
                node("concept", "d", "signaal", definition="Minder dan een melding"),
                "d differs_from c",
            ),
        ),
        Silent(
            "it is not clear which is meant",
            (
                meaning("c", "melding", "", "Een los signaal"),
                meaning("d", "signaal", "", "Een losse melding"),
                meaning("e", "signaal", "Praktijk", "Een losse melding"),
            ),
        ),
    ),
}
