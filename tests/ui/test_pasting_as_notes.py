"""Notes as other programs put them on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.ui.pasting.as_notes import as_notes
from gvkaart.ui.tables.clipboard import tsv
from gvkaart.words import load_words

WORDS = load_words("nl")
LIST = "<ul><li>Actor: Bakker<ul><li>wil: markt &amp; meer<ol><li>Omzet</li></ol></li></ul></li><li>Buren</li></ul>"
FLAT = "Actor: Bakker\nwil: markt & meer\nOmzet\nBuren"


@pytest.mark.parametrize("plain", [FLAT, FLAT.replace("\n", "\r\n"), "• " + FLAT.replace("\n", "\n• ")])
def test_a_list_from_elsewhere_keeps_its_depth(plain: str) -> None:
    notes = as_notes(plain, f"<html><body>{LIST}</body></html>", WORDS)
    assert notes.splitlines() == ["- Actor: Bakker", "  - wil: markt & meer", "    - Omzet", "- Buren"]


@pytest.mark.parametrize(
    ("plain", "page"),
    [
        pytest.param("Actor: Bakker\n  wil: markt & meer\n  Omzet\nBuren", LIST, id="has a depth of its own"),
        pytest.param("Iets anders", LIST, id="other lines"),
        pytest.param(FLAT, "<p>Actor: Bakker</p>", id="no list"),
        pytest.param(FLAT, "", id="no page"),
        pytest.param("Naam\tSoort\nBakker\tactor", "", id="columns of something else"),
        pytest.param("Actor\tPositie", "", id="headings only"),
        pytest.param("\tActor\nBakker\tBuren", "", id="a column without a heading"),
    ],
)
def test_other_text_stays_as_it_is(plain: str, page: str) -> None:
    assert as_notes(plain, page, WORDS) == plain


def test_columns_of_kinds_become_an_outline() -> None:
    table = [
        ["Actoren", "Positie", "belang"],
        ["Bakker", "Markt", "Omzet\nen zo"],
        ["Bakker", "Markt", "Rust"],
        ["", "Parkeren", "Rust"],
        ["Buren", "Markt", ""],
    ]
    assert as_notes(tsv(table), "", WORDS).splitlines() == [
        "Actor: Bakker",
        "    Positie: Markt",
        "        Belang: Omzet en zo",
        "        Belang: Rust",
        "    Positie: Parkeren",
        "        Belang: Rust",
        "Actor: Buren",
        "    Positie: Markt",
    ]


cells = st.sampled_from(("", "a", "b", "c d"))


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=6))
def test_no_cell_is_lost(rows: list[tuple[str, str, str]]) -> None:
    notes = as_notes(tsv([("Actor", "Positie", "Belang"), *rows]), "", WORDS).splitlines()
    for column, kind in enumerate(("Actor", "Positie", "Belang")):
        told = {line.partition(": ")[2] for line in notes if line.strip().startswith(f"{kind}:")}
        assert told == {row[column] for row in rows} - {""}
