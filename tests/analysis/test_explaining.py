import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.analysis.argumentation import Argumentation, Label
from gvkaart.analysis.explaining import Because, Cause, explain, in_words
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.words import LANGUAGES, load_words
from tests.analysis.test_argumentation import edges_between
from tests.case import Part, node, view

A, B = node("actor", "a", presence="at_table"), node("actor", "b", presence="at_table")
PARTIES: tuple[Part, ...] = (A, B, node("fact", "f"), node("fact", "g"), node("fact", "true", settled="true"))
REASONS = [node("argument", name) for name in "xyzu"]
DISPUTED = ("a claims f", "b disputes f", "b claims g", "a disputes g")


def seen(*edges: str) -> CaseView:
    return view(*PARTIES, node("fact", "false", settled="false"), *REASONS, *DISPUTED, *edges)


def because(*causes: tuple[Cause, str]) -> tuple[Because, ...]:
    return tuple(Because(cause, tuple(NodeId(one) for one in items.split())) for cause, items in causes)


@pytest.mark.parametrize(
    ("edges", "label", "causes"),
    [
        ([], Label.STANDS, [(Cause.UNOPPOSED, "")]),
        (["y supports x"], Label.STANDS, [(Cause.SUPPORTED, "y")]),
        (["z supports x", "y supports x", "false supports x"], Label.STANDS, [(Cause.SUPPORTED, "y z")]),
        (["false undermines x"], Label.STANDS, [(Cause.DEFENDED, "false")]),
        (
            ["y supports x", "z undermines x", "u undermines z"],
            Label.STANDS,
            [(Cause.SUPPORTED, "y"), (Cause.DEFENDED, "z")],
        ),
        (["y undermines x", "false undermines x"], Label.FALLS, [(Cause.ATTACKED, "y")]),
        (["false supports x"], Label.FALLS, [(Cause.UNSUPPORTED, "false")]),
        (["y undermines x", "z supports x"], Label.FALLS, [(Cause.ATTACKED, "y")]),
        (
            ["y undermines x", "false supports x"],
            Label.FALLS,
            [(Cause.ATTACKED, "y"), (Cause.UNSUPPORTED, "false")],
        ),
        (["f undermines x"], Label.UNDECIDED, [(Cause.DISPUTE, "f")]),
        (["f supports y", "y supports x", "g undermines x"], Label.UNDECIDED, [(Cause.DISPUTE, "f g")]),
        (["true supports x", "f supports x", "g undermines x"], Label.UNDECIDED, [(Cause.DISPUTE, "g")]),
        (["false undermines x", "false supports x", "f supports x"], Label.UNDECIDED, [(Cause.DISPUTE, "f")]),
        (["x undermines y", "y undermines x"], Label.UNDECIDED, [(Cause.CIRCLE, "y")]),
        (
            ["x undermines y", "y undermines x", "f undermines x"],
            Label.UNDECIDED,
            [(Cause.DISPUTE, "f")],
        ),
        (
            ["z undermines y", "y undermines z", "y undermines x", "f undermines x"],
            Label.UNDECIDED,
            [(Cause.DISPUTE, "f"), (Cause.CIRCLE, "y")],
        ),
        (["y supports f", "f undermines x"], Label.UNDECIDED, [(Cause.DISPUTE, "f")]),
    ],
)
def test_an_explanation_names_what_decides(edges: list[str], label: Label, causes: list[tuple[Cause, str]]) -> None:
    explained = explain(Argumentation(seen(*edges)), NodeId("x"))
    assert (explained.label, explained.because) == (label, because(*causes))


@pytest.mark.parametrize(
    ("fact", "label", "cause"),
    [
        ("f", Label.UNDECIDED, Cause.CONTESTED),
        ("true", Label.STANDS, Cause.FOUND),
        ("false", Label.FALLS, Cause.FOUND),
    ],
)
def test_a_fact_may_be_decided_by_itself(fact: str, label: Label, cause: Cause) -> None:
    explained = explain(Argumentation(seen(f"x undermines {fact}", f"y supports {fact}")), NodeId(fact))
    assert (explained.label, explained.because) == (label, because((cause, "")))


def test_what_cannot_be_argued_about_has_no_explanation() -> None:
    with pytest.raises(KeyError):
        explain(Argumentation(seen()), NodeId("a"))


NAMES = [NodeId(name) for name in "fgxyzu"]
_LABEL_OF = {
    Cause.SUPPORTED: Label.STANDS,
    Cause.DEFENDED: Label.FALLS,
    Cause.ATTACKED: Label.STANDS,
    Cause.UNSUPPORTED: Label.FALLS,
    Cause.DISPUTE: Label.UNDECIDED,
    Cause.CIRCLE: Label.UNDECIDED,
}


@settings(max_examples=80)
@given(edges_between(NAMES), st.sampled_from(LANGUAGES))
def test_every_label_is_explained_by_labels_that_lead_to_it(edges: list[str], language: str) -> None:
    case = seen(*edges)
    argued = Argumentation(case)
    for item, label in argued.labels.items():
        explained = explain(argued, item)
        assert explained.label is label
        assert explained.because
        for one in explained.because:
            assert all(argued.labels[item] is _LABEL_OF[one.cause] for item in one.items)
            assert one.cause is not Cause.DISPUTE or set(one.items) <= {"f", "g"}
        assert in_words(explained, case.nodes, load_words(language))


@pytest.mark.parametrize(
    ("edges", "sentence"),
    [
        ([], "staat, omdat niets op de kaart het tegenspreekt"),
        (["y undermines x"], "valt, omdat 'y' dit ondergraaft en zelf staat"),
        (
            ["y undermines x", "z undermines x", "false supports x"],
            "valt, omdat 'y' en 'z' dit ondergraven en zelf staan en omdat het alleen steunt op 'false', en dat valt",
        ),
        (["f supports x"], "onbeslist, omdat partijen het oneens zijn over 'f'"),
    ],
)
def test_an_explanation_reads_as_a_sentence(edges: list[str], sentence: str) -> None:
    case = seen(*edges)
    explained = explain(Argumentation(case), NodeId("x"))
    assert in_words(explained, case.nodes, load_words("nl")) == sentence
