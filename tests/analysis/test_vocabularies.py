"""Terms that frames share, and whether they define them alike: compared as the checks do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.analysis.vocabularies import Agreement, shared_terms
from gvkaart.analysis.vocabulary import confusions_of
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Node
from tests.case import MAP, case, node


def concept(node_id: str, title: str, frame: str, definition: str = "", *alt: str) -> Node:
    fields = {name: value for name, value in (("frame", frame), ("definition", definition), ("alt", alt)) if value}
    return node("concept", node_id, title, **fields)


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("Een los gegeven.", "een los gegeven", Agreement.EQUAL),
        ("Een los gegeven.", "Los gegeven", Agreement.EQUAL),
        ("Een los gegeven.", "Een vermelding op de lijst.", Agreement.DIFFERENT),
        ("Een los gegeven.", "", Agreement.MISSING),
        ("", "", Agreement.MISSING),
    ],
)
def test_a_shared_term_says_whether_its_definitions_agree(one: str, other: str, agreement: Agreement) -> None:
    (shared,) = shared_terms([concept("a", "signaal", "Wgs", one), concept("b", "Signalen", "CAK", other)])
    assert shared.agreement is agreement
    assert [(each.frame, each.definition) for each in shared.meanings] == [("CAK", other), ("Wgs", one)]


@pytest.mark.parametrize(
    "concepts",
    [
        [concept("a", "signaal", "Wgs"), concept("b", "schuld", "CAK")],
        [concept("a", "signaal", "Wgs", "x"), concept("b", "signaal", "wgs", "y")],
        [concept("a", "signaal", ""), concept("b", "signaal", "CAK")],
        [concept("a", "signaal", "Wgs"), concept("b", "fraudesignaal", "CAK")],
        [],
    ],
)
def test_other_terms_and_one_frame_share_nothing(concepts: list[Node]) -> None:
    assert shared_terms(concepts) == ()


def test_another_word_for_a_concept_is_shared_and_told_once() -> None:
    concepts = [concept("a", "kader", "A", "x", "raam"), concept("b", "raam", "B", "x", "kader")]
    (shared,) = shared_terms(concepts)
    assert shared.agreement is Agreement.EQUAL


def test_two_meanings_in_one_frame_differ_from_another_frame_only_by_what_it_says() -> None:
    concepts = [concept("a", "x", "A", "een"), concept("b", "x", "A", "twee"), concept("c", "x", "B")]
    (shared,) = shared_terms(concepts)
    assert shared.agreement is Agreement.MISSING


definitions = st.sampled_from(["", "Een los gegeven.", "los gegeven", "iets anders"])


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["A", "B", "C"]), definitions), max_size=5))
def test_confusion_and_difference_are_the_same_thing(said: list[tuple[str, str]]) -> None:
    concepts = [concept(f"c{number}", "term", frame, text) for number, (frame, text) in enumerate(said)]
    differing = any(one.agreement is Agreement.DIFFERENT for one in shared_terms(concepts))
    assert differing == bool(confusions_of(CaseView(case(*concepts), MAP)))
