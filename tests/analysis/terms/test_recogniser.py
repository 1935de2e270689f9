import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.analysis.terms import Entry, Match, Recogniser, entry_of, recogniser_of, words_of
from gvkaart.domain.entities import NodeId
from tests.analysis.terms.pairs import DIFFERENT, MISSED, NOT_PARTS, PARTS, PARTS_MISSED, SAME
from tests.case import node


def entry(concept: str, *terms: str, not_meant: tuple[str, ...] = ()) -> Entry:
    return Entry(NodeId(concept), terms, not_meant)


def found(text: str, *entries: Entry) -> list[tuple[str, str, Match]]:
    """Return what is recognised: the words as they are written, their concepts, and how they stand there."""
    spans = recogniser_of(entries).spans(text)
    return [(text[span.start : span.end], " ".join(span.concepts), span.match) for span in spans]


def match(term: str, text: str) -> Match | None:
    return next((how for _words, _concepts, how in found(text, entry("c", term))), None)


# --- how well ---------------------------------------------------------------------------------------------------------


def test_forms_of_a_term_are_recognised_but_for_a_few() -> None:
    assert {pair for pair in SAME if match(*pair) not in (Match.EXACT, Match.INFLECTED)} == set(MISSED)
    assert len(SAME) > 100


def test_a_term_in_the_plural_is_recognised_in_the_singular() -> None:
    other_way = {(one, other) for one, other in SAME if match(other, one) is None}
    assert other_way <= {*MISSED, ("lief", "lieve"), ("signaal", "signaaltje")}


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_terms_are_not(one: str, other: str) -> None:
    assert match(one, other) is None
    assert match(other, one) is None


def test_a_noun_is_not_found_in_the_verb_that_it_comes_from() -> None:
    assert match("gegeven", "Dat geven zij niet") is None
    assert match("beschikken", "zij beschikt") is Match.INFLECTED


def test_terms_are_recognised_in_compounds_but_for_a_few() -> None:
    assert {pair for pair in PARTS if match(*pair) is not Match.COMPOUND} == set(PARTS_MISSED)


@pytest.mark.parametrize(("term", "word"), NOT_PARTS)
def test_a_term_is_not_found_where_its_letters_merely_stand(term: str, word: str) -> None:
    assert match(term, word) is None


# --- where ------------------------------------------------------------------------------------------------------------


def test_places_are_in_code_points() -> None:
    text = "\U0001f600 Eén cliënt, twee cliënten \U0001f600 en een clientenraad."
    spans = recogniser_of((entry("c", "cliënt"),)).spans(text)
    assert [text[span.start : span.end] for span in spans] == ["cliënt", "cliënten", "clientenraad"]
    assert [span.match for span in spans] == [Match.EXACT, Match.INFLECTED, Match.COMPOUND]


def test_a_term_may_have_several_words() -> None:
    public = entry("p", "publiek belang")
    assert found("De publieke belangen zijn publiek.", public) == [("publieke belangen", "p", Match.INFLECTED)]
    assert found("publiek, maar van belang", public) == []
    assert found("Daarom publiek", public) == []


def test_a_longer_term_hides_what_is_inside_it() -> None:
    entries = entry("s", "signaal"), entry("z", "zwak signaal"), entry("f", "fraudesignaal")
    assert [concepts for _words, concepts, _how in found("zwak signaal, signaal, fraudesignaal", *entries)] == [
        "z",
        "s",
        "f",
    ]


def test_of_one_word_all_meanings_are_found() -> None:
    entries = entry("law", "Signaal", "melding"), entry("practice", "signalen")
    assert found("Een signaal.", *entries) == [("signaal", "law practice", Match.EXACT)]
    assert found("Een melding.", *entries) == [("melding", "law", Match.EXACT)]


def test_a_compound_has_only_the_longest_term() -> None:
    entries = entry("g", "gegevens"), entry("d", "deling"), entry("s", "stroom")
    assert found("gegevensdeling", *entries) == [("gegevensdeling", "g", Match.COMPOUND)]
    assert found("stroomdeling", *entries) == [("stroomdeling", "d s", Match.COMPOUND)]


def test_a_word_joined_with_a_hyphen_is_part_of_a_compound() -> None:
    signal = entry("s", "signaal")
    assert found("fraude-signaal, signaal-functie, (signaal) - signaal", signal) == [
        ("signaal", "s", Match.COMPOUND),
        ("signaal", "s", Match.COMPOUND),
        ("signaal", "s", Match.EXACT),
        ("signaal", "s", Match.EXACT),
    ]
    assert found("data-uitwisseling", entry("d", "data uitwisseling"))[0][2] is Match.EXACT


def test_marks_that_are_no_words_do_not_part_a_term() -> None:
    assert found("zwak \uff9e signaal", entry("z", "zwak \uff9e signaal")) == [
        ("zwak \uff9e signaal", "z", Match.EXACT)
    ]
    assert found("zwak \uff9e signaal", entry("z", "zwak signaal"))


# --- what is not meant ------------------------------------------------------------------------------------------------


def test_what_is_not_meant_is_not_recognised() -> None:
    interest = entry("b", "belang", not_meant=("in het belang van", "belangengroep"))
    assert found("Een belang, in het belang van belangengroepen en belangenclubs.", interest) == [
        ("belang", "b", Match.EXACT),
        ("belangenclubs", "b", Match.COMPOUND),
    ]


def test_a_form_can_be_excluded_without_the_word() -> None:
    law = entry("r", "recht", not_meant=("rechten",))
    assert [words for words, _concepts, _how in found("recht en rechten", law)] == ["recht"]


def test_what_one_concept_does_not_mean_another_may() -> None:
    entries = entry("a", "belang", not_meant=("algemeen belang",)), entry("b", "belang")
    assert found("algemeen belang en belang", *entries) == [
        ("belang", "b", Match.EXACT),
        ("belang", "a b", Match.EXACT),
    ]


# --- vocabularies -----------------------------------------------------------------------------------------------------


def test_a_concept_is_called_by_its_title_and_other_terms() -> None:
    concept = node("concept", "c", "Signaal", alt=("melding",), not_meant=("meldingsplicht",))
    assert entry_of(concept) == entry("c", "Signaal", "melding", not_meant=("meldingsplicht",))


def test_without_terms_nothing_is_found() -> None:
    assert found("signaal") == []
    assert found("signaal", entry("c", "", "…", not_meant=("",))) == []


def test_the_same_vocabulary_has_the_same_recogniser_and_remembers_texts() -> None:
    entries = (entry("c", "signaal"),)
    assert recogniser_of(entries) is recogniser_of((entry("c", "signaal"),))
    assert recogniser_of(entries).spans("Twee signalen") is recogniser_of(entries).spans("Twee signalen")


def test_what_is_remembered_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gvkaart.analysis.terms.recogniser._REMEMBERED", 3)
    monkeypatch.setattr("gvkaart.analysis.terms.recogniser._REMEMBERED_TEXT", 50)
    recogniser = Recogniser([entry("c", "signaal")])
    texts = [f"signaal{number} signaal" for number in range(8)]
    assert [len(recogniser.spans(text)) for text in (*texts, *texts)] == [1] * 16
    assert len(recogniser._spans) <= 3
    assert len(recogniser._readings) <= 3
    assert recogniser.spans("signaal " * 1000) == recogniser.spans("signaal " * 1000)


@settings(max_examples=40)
@given(
    st.lists(st.text(alphabet="aegnst -'é", max_size=12), max_size=4),
    st.text(alphabet="aegnst -'é\n.", max_size=60),
)
def test_spans_are_in_order_and_within_the_text(terms: list[str], text: str) -> None:
    spans = Recogniser([entry("c", *terms)]).spans(text)
    ends = [place for span in spans for place in (span.start, span.end)]
    assert ends == sorted(ends)
    assert all(0 <= span.start < span.end <= len(text) and words_of(text[span.start : span.end]) for span in spans)
