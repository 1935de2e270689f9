"""What two versions of a text share."""

from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain.alignment import align

TEXTS = st.text("ab c\n", max_size=80)
LONG = " ".join(f"woord{number}" for number in range(500))


@given(TEXTS, TEXTS)
def test_matches_are_in_order_and_hold_the_same_characters(old: str, new: str) -> None:
    at_old = at_new = 0
    for match in align(old, new).matches:
        assert match.size > 0
        assert (match.old >= at_old, match.new >= at_new) == (True, True)
        at_old, at_new = match.old + match.size, match.new + match.size
        assert old[match.old : at_old] == new[match.new : at_new]


@given(TEXTS)
def test_a_text_and_itself_are_one_match(text: str) -> None:
    matches = align(text, text).matches
    assert [tuple(match) for match in matches] == ([(0, 0, len(text))] if text else [])


@given(TEXTS, st.integers(0, 80), st.text("xyz", min_size=1, max_size=9))
def test_an_insertion_keeps_every_character(text: str, at: int, inserted: str) -> None:
    at = min(at, len(text))
    assert align(text, text[:at] + inserted + text[at:]).kept(0, len(text)) == len(text)


def test_scattered_changes_in_one_long_line_are_found_by_words() -> None:
    new = LONG.replace("woord100 ", "WOORD ").replace("woord300 ", "")
    alignment = align(LONG, new)
    start = LONG.index("woord200")
    shifted = alignment.shifted(start, start + 8)
    assert shifted is not None
    assert new[shifted : shifted + 8] == "woord200"


def test_a_part_that_is_gone_has_no_bounds() -> None:
    alignment = align("hier stond iets", "")
    assert alignment.bounds(0, 4) is None
    assert alignment.shifted(0, 4) is None
    assert alignment.kept(0, 4) == 0


def test_what_replaces_the_ends_of_a_part_belongs_to_it() -> None:
    old, new = "Er is een foud gemaakt door ons.", "Er is één fout gemaakt toen ons."
    start = old.index("een")
    bounds = align(old, new).bounds(start, old.index(" ons"))
    assert bounds is not None
    assert new[slice(*bounds)] == "één fout gemaakt toen"


def test_old_text_is_told_from_new_text() -> None:
    alignment = align("een twee", "een nul twee")
    assert alignment.is_old(0, 3)
    assert not alignment.is_old(4, 7)
    assert not align("", "x").is_old(0, 1)


def test_two_long_texts_without_anything_in_common_share_nothing() -> None:
    assert align("a " * 2000, "b\t" * 2000).matches == ()
