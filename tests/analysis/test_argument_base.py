"""What stands, falls or is undecided, put in order, and said in sentences."""

from gvkaart.analysis.argument_base import argued_items, explanations_of, sentence, verdicts
from gvkaart.analysis.argumentation import Label
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.words import load_words
from tests.case import node, view

WORDS = load_words("nl")


def argued() -> CaseView:
    """Two actors that disagree about a fact, on which a position rests; a refuted fact; an argument that falls."""
    return view(
        *(node("actor", "a"), node("actor", "b"), node("fact", "f", "Het mag"), "a claims f", "b disputes f"),
        *(node("position", "p", "Doen"), "f supports p", node("position", "q", "Laten"), node("argument", "z", "Zo")),
        *(
            "z supports q",
            node("argument", "y", "Anders"),
            node("fact", "g", "Refuted", settled="false"),
            "g supports y",
        ),
        node("argument", "x", "Alleen"),
    )


def test_what_falls_comes_first_and_what_stands_last() -> None:
    assert [(row.item, row.explanation.label) for row in argued_items(argued())] == [
        ("y", Label.FALLS),
        ("p", Label.UNDECIDED),
        ("q", Label.STANDS),
    ]


def test_reasons_come_by_title() -> None:
    both = view(
        *(
            node("position", "p"),
            node("argument", "a", "Zee"),
            node("argument", "b", "aap"),
            node("argument", "c", "Mug"),
        ),
        *("a supports p", "b supports p", "c undermines p"),
    )
    (row,) = argued_items(both)
    assert (row.supporters, row.attackers) == (("b", "a"), ("c",))


def test_facts_that_are_settled_or_disputed_are_explained_without_reasons() -> None:
    explained = explanations_of(argued())
    assert explained.keys() == {"f", "g", "p", "q", "y"}
    assert sentence(explained[NodeId("g")], argued().nodes, WORDS) == "Valt, omdat is uitgezocht dat het niet klopt."


def test_a_verdict_is_of_what_does_not_stand_and_does_not_show_already() -> None:
    seen = argued()
    said = {item: (one.label, one.said) for item, one in verdicts(explanations_of(seen), seen.nodes, WORDS).items()}
    assert said == {
        "g": (Label.FALLS, "Valt, omdat is uitgezocht dat het niet klopt."),
        "y": (Label.FALLS, "Valt, omdat het alleen steunt op 'Refuted', en dat valt."),
        "p": (Label.UNDECIDED, "Onbeslist, omdat partijen het oneens zijn over 'Het mag'."),
    }
