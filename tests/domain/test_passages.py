"""Passages stay where their text is, however the rest of the source changes."""

from hypothesis import assume, given
from hypothesis import strategies as st

from gvkaart.domain.entities import NodeId
from gvkaart.domain.passages import (
    Coverage,
    Span,
    citations_of,
    coverage_of,
    find_quote,
    joined,
    passages_of,
    reanchored,
    share,
    span_of,
    uncovered,
    unplaced_of,
)
from tests.case import case, edge, node
from tests.citations import cites

WORDS = st.lists(st.sampled_from(("ja", "nee", "de", "burger", "te", "laat", "en", "brief\n")), max_size=40)
SENTENCES = (
    "De gemeente ziet de schuld pas na een half jaar.",
    "Dan zijn er al drie aanmaningen verstuurd.",
    "Niemand belt de bewoner op.",
    "Het ministerie vindt dat de wet dit niet toelaat.",
    "Wij horen het van de woningcorporatie.",
)
BODY = "\n\n".join(SENTENCES)
SOURCE = NodeId("s")


def of(text: str, quote: str, after: str = "") -> Span:
    start = text.index(quote, text.index(after))
    return Span(start, start + len(quote))


def text_of(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def moved(old: str, new: str, span: Span) -> str | None:
    return text_of(new, reanchored(old, new, [span])[0])


# --- corrections ---


@given(WORDS, WORDS, WORDS, WORDS)
def test_whatever_is_done_elsewhere_leaves_a_passage_where_its_text_is(
    before: list[str], after: list[str], new_before: list[str], new_after: list[str]
) -> None:
    quote = SENTENCES[0]
    old = f"{' '.join(before)} {quote} {' '.join(after)}"
    new = f"{' '.join(new_before)} {quote} {' '.join(new_after)}"
    start = len(" ".join(before)) + 1
    (span,) = reanchored(old, new, [Span(start, start + len(quote))])
    assert text_of(new, span) == quote


@given(st.data())
def test_one_edit_beside_it_never_moves_a_passage_to_an_equal_text(data: st.DataObject) -> None:
    quote = "dat mag niet"
    pieces = data.draw(st.lists(st.sampled_from((quote, "en ", ". ", "zegt het ministerie ")), min_size=1, max_size=12))
    old = "".join(pieces)
    places = [at for at in range(len(old)) if old.startswith(quote, at)]
    assume(places)
    start = data.draw(st.sampled_from(places))
    end = start + len(quote)
    at = data.draw(st.one_of(st.integers(0, start), st.integers(end, len(old))))
    inserted = data.draw(st.text("xyz", min_size=1, max_size=5))
    new = old[:at] + inserted + old[at:]
    expected = start + len(inserted) if at <= start else start
    assert reanchored(old, new, [Span(start, end)]) == (Span(expected, expected + len(quote)),)


@given(WORDS, WORDS, st.integers(0, 100), st.integers(0, 60))
def test_a_place_is_always_a_part_of_the_new_text(old: list[str], new: list[str], start: int, size: int) -> None:
    before, after = " ".join(old), " ".join(new)
    assume(start < len(before))
    (span,) = reanchored(before, after, [Span(start, min(start + size + 1, len(before)))])
    assert span is None or 0 <= span.start < span.end <= len(after)


def test_a_typo_inside_is_mended_with_the_passage_around_it() -> None:
    assert moved(BODY.replace("schuld", "schudl"), BODY, of(BODY, SENTENCES[0])) == SENTENCES[0]


def test_a_moved_paragraph_takes_its_passage_along() -> None:
    order = (*SENTENCES[1:], SENTENCES[0])
    assert moved(BODY, "\n\n".join(order), of(BODY, "een half jaar")) == "een half jaar"


def test_a_short_moved_text_is_recognised_by_what_stands_around_it() -> None:
    order = (*SENTENCES[1:], SENTENCES[0])
    new = "\n\n".join(order)
    (span,) = reanchored(BODY, new, [of(BODY, "half")])
    assert span == of(new, "half")


def test_a_text_that_is_gone_has_no_place() -> None:
    assert moved(BODY, BODY.replace(SENTENCES[2], ""), of(BODY, SENTENCES[2])) is None


def test_a_short_text_that_is_gone_is_not_found_in_a_new_sentence() -> None:
    assert moved("Dat mag. Verder niets.", "Verder niets, al mag het vast wel eens.", Span(4, 7)) is None


def test_the_deleted_one_of_equal_texts_is_lost_and_the_other_stays() -> None:
    old = "Ja, dat klopt helemaal. Toen niet. Ja, dat klopt helemaal. Daarna wel."
    quote = "Ja, dat klopt helemaal."
    first, second = of(old, quote), of(old, quote, after="Toen")
    new = old.replace(f"{quote} ", "", 1)
    assert reanchored(old, new, [first, second]) == (None, of(new, quote))


def test_of_several_new_places_the_one_with_the_same_surroundings_is_taken() -> None:
    old = f"Begin. {SENTENCES[0]} Einde van het gesprek."
    new = f"{SENTENCES[0]} Begin: {SENTENCES[0]} Einde van het gesprek!"
    (span,) = reanchored(old, new, [of(old, SENTENCES[0])])
    assert span == of(new, SENTENCES[0], after="Begin")


def test_without_passages_nothing_is_compared() -> None:
    assert reanchored(BODY, "", []) == ()


# --- quotes ---


def test_a_quote_is_found_whatever_the_line_breaks() -> None:
    text = "Niemand\nbelt de  bewoner op. Echt niet."
    assert text_of(text, find_quote(text, "Niemand belt de bewoner op.")) == "Niemand\nbelt de  bewoner op."


def test_a_quote_that_stands_there_twice_or_never_has_no_sure_place() -> None:
    assert find_quote("ja ja", "ja") is None
    assert find_quote("nee", "ja") is None
    assert find_quote("nee", "  ") is None


# --- what is covered ---


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_covered_and_uncovered_make_up_the_text(pairs: list[tuple[int, int]]) -> None:
    text = "a" * 30
    spans = [Span(*sorted(pair)) for pair in pairs]
    covered = {at for span in spans for at in range(span.start, span.end)}
    free = {at for span in uncovered(text, spans) for at in range(span.start, span.end)}
    assert covered | free == set(range(30))
    assert not covered & free
    assert share(text, spans) == len(covered) / 30


def test_white_space_and_punctuation_are_not_uncovered() -> None:
    text = "Een.  \n\n  Twee drie. "
    assert uncovered(text, [of(text, "Een")]) == (of(text, "Twee drie."),)
    assert [text_of(text, one) for one in uncovered(text, [of(text, "Twee")])] == ["Een.", "drie."]
    assert share("", []) == 0
    assert joined([Span(4, 6), Span(0, 2), Span(1, 5)]) == (Span(0, 6),)


# --- in a document ---


def test_passages_come_in_the_order_of_the_text_and_those_without_a_place_apart() -> None:
    graph = case(
        node("source", "s", body=BODY),
        node("fact", "late", "Te laat"),
        node("fact", "early", "Vroeg"),
        node("fact", "gone", "Weg"),
        node("fact", "bare", "Zonder citaat"),
        node("fact", "outside", "Buiten de tekst"),
        cites("late", "s", "aanmaningen", BODY.index("aanmaningen")),
        cites("early", "s", "De gemeente", 0),
        cites("gone", "s", "iets anders"),
        "bare cites s",
        cites("outside", "s", "ver weg", 9000),
    )
    assert [one.node for one in passages_of(graph, SOURCE)] == ["early", "late"]
    assert {one.source for one in unplaced_of(graph, SOURCE)} == {"gone", "outside"}
    assert len(citations_of(graph, SOURCE)) == 5
    covered = len("De gemeente") + len("aanmaningen")
    assert coverage_of(graph, SOURCE) == Coverage(True, covered / len(BODY), 2, 2, (("fact", 5),))
    assert span_of(edge("a cites s", start="3")) is None
    assert passages_of(graph, NodeId("nobody")) == ()


def test_a_place_of_thousands_of_digits_is_none() -> None:
    fields = {"quote": "gemeente", "start": "0", "end": "9" * 5000}
    graph = case(node("source", "s", body=BODY), node("fact", "f"), edge("f cites s", **fields))
    assert passages_of(graph, SOURCE) == ()
    assert [span_of(one) for one in unplaced_of(graph, SOURCE)] == [None]
