"""The light stemmer: inflections of one word have one key, and short words stay what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain.text import fold
from gvkaart.store.stemming import stem

FAMILIES = [
    ("belang", "belangen"),
    ("brief", "brieven"),
    ("huis", "huizen"),
    ("naam", "namen"),
    ("wet", "wetten"),
    ("gegeven", "gegevens"),
    ("kind", "kinderen"),
    ("gemeente", "gemeenten", "gemeentes"),
    ("mogelijkheid", "mogelijkheden"),
    ("partij", "partijen"),
    ("ambtenaar", "ambtenaren"),
    ("schuld", "schulden"),
    ("feit", "feiten"),
    ("betaal", "betalen"),
    ("bron", "bronnen"),
    ("groot", "grote"),
    ("experiment", "experimenten"),
    ("afspraak", "afspraken"),
    ("risico", "risicos"),
]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_inflections_of_a_word_have_one_key(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


def test_different_words_keep_different_keys() -> None:
    assert len({stem(family[0]) for family in FAMILIES}) == len(FAMILIES)


@pytest.mark.parametrize("word", ["en", "de", "es", "wet", "ij", "a", "", "12"])
def test_short_words_stay_recognisable(word: str) -> None:
    assert stem(word) == word


@given(st.text().map(fold))
def test_any_text_has_a_key(word: str) -> None:
    assert len(stem(word)) <= len(word) + 4
