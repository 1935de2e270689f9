import pytest

from gvkaart.analysis.terms.candidates import Candidate, candidates, general_words
from gvkaart.assets import example_bytes
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.exchange.case_file import read_case
from tests.case import Part, edge, node, view

ACTORS = tuple(node("actor", name, f"Dienst {name.upper()}") for name in "abc")


def says(*titles: str, relation: str = "holds", reported_by: str = "") -> tuple[Part, ...]:
    """Return items that a, b and c say, one each."""
    kind = {"holds": "position", "claims": "fact", "has_interest": "interest", "asks": "action"}[relation]
    items = tuple(node(kind, f"{kind}{number}", title) for number, title in enumerate(titles))
    return (
        *items,
        *(
            edge(f"{who} {relation} {item.id}", reported_by=reported_by)
            for who, item in zip("abc", items, strict=False)
        ),
    )


def words(*parts: Part, fewest: int = 3) -> list[str]:
    return [one.word for one in candidates(view(*ACTORS, *parts), fewest)]


SAID = says("Wij willen een proef", "De proef duurt te lang", "Geen proeven zonder doel")


def test_a_word_that_three_actors_use_is_offered_with_its_forms_actors_and_items() -> None:
    assert candidates(view(*ACTORS, *SAID)) == (
        Candidate(
            "proef",
            ("proef", "proeven"),
            (NodeId("a"), NodeId("b"), NodeId("c")),
            (NodeId("position0"), NodeId("position1"), NodeId("position2")),
        ),
    )


def test_two_actors_or_two_items_are_too_few() -> None:
    assert words(*SAID[:2], *SAID[3:5]) == []
    assert words(*SAID[:2], *SAID[3:5], fewest=2) == ["proef"]
    assert words(SAID[0], *(edge(f"{who} holds position0") for who in "abc")) == []


@pytest.mark.parametrize("relation", ["claims", "has_interest", "asks"])
def test_facts_interests_and_questions_count_as_well(relation: str) -> None:
    assert words(*says("een proef", "de proef", "geen proef", relation=relation)) == ["proef"]


def test_what_others_report_does_not() -> None:
    assert words(*says("een proef", "de proef", "geen proef", reported_by="c")) == []


def test_the_text_of_an_item_and_what_is_quoted_count_as_well() -> None:
    items = (
        node("position", "p", "Ja", text="Een proef."),
        node("position", "q", "Nee", text="De proef."),
        node("position", "r", "Ooit"),
        node("source", "s", "Verslag", body="Niet: een bedoeling. Wel: een proef."),
        edge("r cites s", quote="een proef"),
    )
    assert words(*items, *map(edge, ("a holds p", "b holds q", "c holds r"))) == ["proef"]


def test_what_is_described_is_not_offered_nor_names_of_actors() -> None:
    assert words(*SAID, node("concept", "c1", "proef")) == []
    assert words(*SAID, node("concept", "c1", "experiment", alt=("proeven",))) == []
    assert words(*SAID, node("actor", "d", "De Proef")) == []


def test_a_compound_with_a_term_is_offered() -> None:
    said = says("een schuldhulp", "de schuldhulp", "geen schuldhulp")
    assert words(*said, node("concept", "c1", "schuld")) == ["schuldhulp"]


@pytest.mark.parametrize("word", ["lastig", "wettelijke", "mensen", "plan", "gezamenlijke", "publieke", "volgend"])
def test_only_nouns_that_say_something_are_offered(word: str) -> None:
    assert words(*says(f"een {word} koers", f"wij zijn {word} hier", f"{word} is {word}")) == []


def test_verbs_are_not_offered_unless_they_are_used_as_nouns() -> None:
    assert words(*says("wij combineren", "zij combineren niet", "combineren is goed")) == []
    assert words(*says("wij combineren", "zij combineren niet", "het combineren is goed")) == ["combineren"]


def test_the_ending_tells_a_noun_without_an_article() -> None:
    assert words(*says("meer uitwisseling", "uitwisselingen", "over uitwisseling")) == ["uitwisseling"]


def test_words_of_most_actors_come_first() -> None:
    said = says("een proef en een grens", "een proef en een grens", "een proef en een grens")
    more = (node("actor", "d", "Dienst D"), node("position", "q", "een grens"), edge("d holds q"))
    assert words(*said, *more) == ["grens", "proef"]


def test_the_general_words_are_read_without_what_explains_them() -> None:
    assert {"mens", "manier"} <= general_words()
    assert not {"#", "regel", "woorden"} & general_words()


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("laatsignalering.yaml", {"schuld", "proef", "gegevens"}),
        ("aanvraag-combineren.yaml", {"uitvoering", "keuze"}),
    ],
)
def test_in_worked_out_cases_there_are_few_and_the_confusing_ones_are_among_them(name: str, offered: set[str]) -> None:
    graph = read_case(example_bytes(name))
    found = {one.word for one in candidates(CaseView(graph, next(iter(graph.maps))))}
    assert offered <= found
    assert len(found) <= 10
