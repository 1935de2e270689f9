import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.analysis.terms import essence, forms_of, index_terms, words_of


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


def test_three_forms_come_together_in_whatever_order() -> None:
    index = index_terms(["signalen", "signaals", "signaal", "iets anders"])
    assert len({index.group_of(term) for term in ("signalen", "signaals", "signaal")}) == 1


def test_groups_that_turn_out_to_be_one_are_joined() -> None:
    invented = ["zenkene", "zenkenn", "zenkennen"]
    index = index_terms(invented)
    assert index_terms(invented[:2]).group_of("zenkene") != index_terms(invented[:2]).group_of("zenkenn")
    assert len({index.group_of(term) for term in invented}) == 1


def test_a_longer_term_hides_what_is_inside_it() -> None:
    index = index_terms(["signaal", "zwak signaal"])
    assert index.groups_in("een zwak signaal") == {index.group_of("zwak signaal")}
    assert index.groups_in("zwak, een signaal") == {index.group_of("signaal")}


def test_what_has_no_words_is_no_term() -> None:
    index = index_terms(["", "…", "signaal"])
    assert (index.group_of("?!"), forms_of(" - ")) == (None, frozenset())
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
