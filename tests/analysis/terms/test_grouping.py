import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.analysis.terms import essence, index_terms, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("signaal", "signalen"),
        ("Signaal", "SIGNALEN"),
        ("cliënt", "client"),
        ("begrip", "begrippen"),
        ("proces", "processen"),
        ("brief", "brieven"),
        ("huis", "huizen"),
        ("mogelijkheid", "mogelijkheden"),
        ("gegeven", "gegevens"),
        ("gemeente", "gemeenten"),
        ("gemeente", "gemeentes"),
        ("organisatie", "organisaties"),
        ("categorie", "categorieën"),
        ("idee", "ideeën"),
        ("foto", "foto's"),
        ("foto", "foto\u2019s"),
        ("regel", "regels"),
        ("artikel", "artikelen"),
        ("bedrag", "bedragen"),
        ("stad", "steden"),
        ("vaag doel", "vage doelen"),
        ("gezamenlijk besluit", "gezamenlijke besluiten"),
        ("data-uitwisseling", "data uitwisseling"),
        ("agency", "agencys"),
        ("zwak signaal", "zwakke signalen"),
    ],
)
def test_these_are_the_same_term(one: str, other: str) -> None:
    index = index_terms([one, other])
    assert index.group_of(one) == index.group_of(other)
    assert index_terms([one]).groups_in(f"Dat zijn {other}, zeg ik.")
    assert index_terms([other]).groups_in(f"{one}?")


def test_a_noun_in_e_is_not_taken_for_an_adjective() -> None:
    assert index_terms(["bekend"]).groups_in("De bekende lijst")
    assert not index_terms(["waarde"]).groups_in("Dat is het waard")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("signaal", "fraudesignaal"),
        ("wet", "weten"),
        ("schuld", "schuldhulp"),
        ("in beeld", "beeld"),
        ("orde", "ordening"),
        ("gemeente", "gemeen"),
        ("plan", "planning"),
        ("recht", "rechter"),
    ],
)
def test_these_are_different_terms(one: str, other: str) -> None:
    index = index_terms([one, other])
    assert index.group_of(one) != index.group_of(other)
    assert not index_terms([one]).groups_in(other)


def test_terms_that_are_the_same_word_through_another_come_together() -> None:
    terms = ["signalen", "signaaltje", "signaal", "iets anders"]
    assert len({index_terms(terms).group_of(term) for term in terms[:3]}) == 1


def test_what_is_not_meant_by_a_term_is_in_no_group() -> None:
    index = index_terms(["recht", "rechtsorde"], {"recht": ("recht op huisvesting",)})
    assert index.groups_in("het recht op huisvesting") == frozenset()
    assert index.groups_in("het recht op zorg") == {index.group_of("recht")}


def test_the_same_terms_have_the_same_index() -> None:
    assert index_terms(["b", "a"]) is index_terms(iter(("a", "b", "a")))


def test_a_longer_term_hides_what_is_inside_it() -> None:
    index = index_terms(["signaal", "zwak signaal"])
    assert index.groups_in("een zwak signaal") == {index.group_of("zwak signaal")}
    assert index.groups_in("zwak, een signaal") == {index.group_of("signaal")}


def test_what_has_no_words_is_no_term() -> None:
    index = index_terms(["", "…", "signaal"])
    assert index.group_of("?!") is None
    assert index.groups_in("") == frozenset()


def test_a_long_term_is_found_as_it_is_written() -> None:
    term = "het recht om niet te worden vergeten door overheden"
    assert index_terms([term]).groups_in(f"Zij noemen {term}.")


def test_definitions_are_compared_without_articles_and_punctuation() -> None:
    assert essence("De wet, en het recht!") == essence("wet en een recht")
    assert essence("De wet") != essence("Het recht")


@given(st.text(max_size=30))
def test_any_text_is_its_own_term(text: str) -> None:
    index = index_terms([text])
    assert bool(index.groups_in(text)) == bool(words_of(text))


@given(st.lists(st.text(alphabet="aeisnmdgk ", max_size=12), max_size=8))
def test_grouping_does_not_depend_on_the_order(terms: list[str]) -> None:
    one, other = index_terms(terms), index_terms(reversed(terms))
    assert [one.group_of(term) for term in terms] == [other.group_of(term) for term in terms]


def test_so_many_texts_are_remembered_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gvkaart.analysis.terms.grouping._MOST_KNOWN", 2)
    index = index_terms(["geheugenterm"])
    found = [index.groups_in(f"een geheugenterm {number}") for number in (1, 2, 3, 4, 1)]
    assert found == [{index.group_of("geheugenterm")}] * 5
    assert len(index._known) <= 3
