"""Terms with what each party means by them, how that compares, what hangs on it, and in which words it differs."""

import pytest

from gvkaart.analysis.concept_base import Term, differing_words, read_terms
from gvkaart.analysis.vocabulary import confusions_of
from tests.analysis.small_maps import A, B, meaning
from tests.case import Part, edge, node, view

LAW = meaning("law", "signaal", "Wet", "Een los gegeven over een schuld")
PRACTICE = meaning("practice", "Signalen", "Praktijk", "Meer gegevens bij elkaar")
TWO = (A, B, LAW, PRACTICE)


def only(*parts: Part) -> Term:
    (found,) = read_terms(view(*parts))
    return found


def words(*definitions: str) -> list[list[str]]:
    places = differing_words(definitions)
    return [[text[start:end] for start, end in spans] for text, spans in zip(definitions, places, strict=True)]


# --- terms ------------------------------------------------------------------------------------------------------------


def test_meanings_of_a_term_stand_in_the_order_of_their_frames_and_one_without_comes_last() -> None:
    term = only(*TWO, meaning("loose", "signaal", "", "Iets"))
    assert term.concepts == ("practice", "law", "loose")
    assert [one.frame for one in term.meanings] == ["Praktijk", "Wet", ""]


def test_who_means_it_is_told_apart_from_of_whom_others_say_so() -> None:
    said, heard = "a means law", edge("b means law", reported_by="a")
    (meant, *_others) = reversed(only(*TWO, said, heard, edge("b means practice", end="r1")).meanings)
    assert (meant.actors, meant.reported) == (("a",), ("b",))
    both = only(*TWO, "a means law", edge("a means law", begin="r2", hearsay=True)).meanings[1]
    assert (both.actors, both.reported) == (("a",), ()), "who says it himself needs no others"


def test_a_term_is_what_most_meanings_are_called_and_other_names_are_told_once() -> None:
    shared_name = (node("concept", "x", "hulp", alt=("steun",)), node("concept", "y", "zorg", alt=("steun", "Zorg")))
    term = only(*shared_name)
    assert (term.title, term.names) == ("steun", ("hulp", "zorg"))
    assert only(node("concept", "x", "hulp", alt=("steun",))).title == "hulp"


def test_a_part_of_the_meanings_with_a_term_of_its_own_is_no_second_term() -> None:
    parts = (node("concept", "x", "hulp", alt=("steun",)), node("concept", "y", "steun"))
    assert only(*parts).concepts == ("x", "y")
    apart = read_terms(view(*parts, node("concept", "z", "zorg", alt=("hulp",))))
    assert {term.concepts for term in apart} == {("x", "y"), ("x", "z")}


def test_a_concept_without_words_is_a_term_too() -> None:
    assert only(node("concept", "x", "?!")).title == "?!"


def test_what_is_confused_comes_first_then_what_has_several_meanings() -> None:
    others = (node("concept", "x", "aap"), node("concept", "y", "beer", frame="1"), node("concept", "z", "beer"))
    terms = read_terms(view(*TWO, *others))
    assert [term.title for term in terms] == ["signaal", "beer", "aap"]
    assert [term.is_confused for term in terms] == [True, False, False]


def test_confused_is_what_the_checks_call_so() -> None:
    parts = (*TWO, meaning("same", "signaal", "Wet", "Een los gegeven over een schuld"))
    ((_groups),) = confusions_of(view(*parts))
    pairs = {(one.first, one.second) for one in only(*parts).comparisons if one.is_confused}
    assert pairs == {("practice", "law"), ("practice", "same")}
    assert not only(*TWO, "law exact_match practice").is_confused


# --- comparisons ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("practice broad_match law", "broad_match"),
        ("law broad_match practice", "narrow_match"),
        ("law narrow_match practice", "broad_match"),
        ("law close_match practice", "close_match"),
        ("practice differs_from law", "differs_from"),
    ],
)
def test_a_comparison_is_read_from_the_first_meaning(sentence: str, relation: str) -> None:
    (comparison,) = only(*TWO, sentence).comparisons
    assert (comparison.first, comparison.second) == ("practice", "law")
    assert comparison.relations == (relation,)


def test_of_several_comparisons_the_strongest_is_first() -> None:
    (comparison,) = only(*TWO, "law differs_from practice", "practice close_match law").comparisons
    assert comparison.relations == ("close_match", "differs_from")
    (none,) = only(*TWO).comparisons
    assert none.relations == ()


# --- what hangs on a term ---------------------------------------------------------------------------------------------


def test_what_is_disputed_hangs_first_then_what_uses_the_term_then_what_has_the_word() -> None:
    items = (
        *(node("fact", "f", "Een betwist signaal"), "a claims f", "b disputes f"),
        *(node("position", "p", "Ja"), "b holds p", "p uses practice", "p uses law"),
        *(node("problem", "q", "Nee"), "q framed_as law"),
        node("fact", "t", "Elk signaal telt"),
        *(node("actor", "s", "Team Signalen"), node("fact", "z", "Een fraudesignaal")),
    )
    hanging = only(*TWO, *items).hanging
    assert [one.item for one in hanging] == ["f", "p", "q", "t"]
    assert [[edge.target for edge in one.edges] for one in hanging] == [[], ["practice", "law"], ["law"], []]
    assert (hanging[0].standing, hanging[0].disputing) == (("a",), ("b",))
    assert hanging[1].standing == ("b",)


def test_what_nobody_stands_behind_any_more_hangs_on_nothing() -> None:
    dropped = node("option", "o", "Signalen delen", status="dropped")
    assert only(*TWO, dropped, "o uses law").hanging == ()


# --- differences ------------------------------------------------------------------------------------------------------


def test_words_differ_that_do_not_stand_in_every_other_definition() -> None:
    assert words("Een los gegeven over een schuld", "Losse gegevens over schulden en geld") == [[], ["geld"]]
    three = words("De schuld nu", "De schuld ooit", "Een schuld nu")
    assert three == [["nu"], ["ooit"], ["nu"]], "one of the others is enough"


def test_function_words_never_differ_and_a_denial_does() -> None:
    assert words("Het mag van de wet", "Dat mag niet, in een wet") == [[], ["niet"]]


def test_an_empty_definition_is_compared_with_none() -> None:
    assert words("Schuld", "") == [[], []]
    assert words("Schuld", "", "Geld") == [["Schuld"], [], ["Geld"]]
    assert words() == []


def test_places_are_in_code_points() -> None:
    assert differing_words(("𝄞 café zo", "zo"))[0] == ((2, 6),)
