"""Texts are made fit to keep, and compared without case and diacritics."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain.text import MAX_ID, clean_line, clean_text, fold, fresh_id, is_id, is_partial_date

anything = st.text(st.characters())


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("een\r\ntwee\rdrie\u2028vier\u2029vijf\x85zes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
        ("nul\x00 en \x1b[31m rood", "nul en [31m rood"),
        ("\ufeffBOM, \ud800surrogaat, \uffff niets", "BOM, surrogaat,  niets"),
        ("tab\tblijft", "tab\tblijft"),
        ("e\u0301e\u0301n", "éé" + "n"),
        ("afspraak met <naam>", "afspraak met <naam>"),
    ],
)
def test_a_text_is_cleaned(raw: str, clean: str) -> None:
    assert clean_text(raw) == clean


@given(anything)
def test_a_clean_text_is_clean_and_can_be_written(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode().decode() == once
    assert not any(unicodedata.category(one) in {"Cc", "Cs"} for one in once if one not in "\n\t")


@given(anything)
def test_a_line_is_one_line_without_spaces_around_it(text: str) -> None:
    line = clean_line(text)
    assert clean_line(line) == line
    assert line == line.strip()
    assert len(line.splitlines()) <= 1
    assert "  " not in line


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Financiën", "FINANCIEN"),
        ("Straße", "strasse"),
        ("ﬁscus", "Fiscus"),
        ("\u210bulp", "hulp"),
        ("İstanbul", "istanbul"),
    ],
)
def test_case_and_diacritics_do_not_count(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(anything)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("text", ["a", "0", "groep-60000", "a-"])
def test_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "-a", "A", "a b", "é", "a_b", "a\n", "../a"])
def test_not_an_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("text", ["2021", "2021-06", "2021-06-30", "2024-02-29", "0001"])
def test_a_partial_date(text: str) -> None:
    assert is_partial_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "21",
        "2021-6",
        "2021-13",
        "2021-00",
        "2021-06-31",
        "2023-02-29",
        "0000",
        "2021-06-30T12",
        "٢٠٢١",
        "2021\n",
        "-2021",
    ],
)
def test_not_a_partial_date(text: str) -> None:
    assert not is_partial_date(text)


def test_an_id_is_made_of_the_title() -> None:
    assert fresh_id("  Ministerie van Financiën (DG) ", "actor", ()) == "ministerie-van-financien-dg"


def test_a_title_without_letters_gives_the_kind() -> None:
    assert fresh_id("???", "legal_basis", ()) == "legal-basis"


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert fresh_id("CAK", "actor", {"cak", "cak-2"}) == "cak-3"


@given(anything, st.sets(st.sampled_from(["actor", "a", "b", "actor-2"])))
def test_a_fresh_id_is_an_id_and_new(title: str, taken: set[str]) -> None:
    made = fresh_id(title, "actor", taken)
    assert is_id(made)
    assert made not in taken
    assert len(made) <= MAX_ID + len("-2")
