"""Cells on the clipboard: what a spreadsheet puts there is read as it shows it, and what we put there comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.ui.tables.clipboard import cells_of, html, tsv

cells = st.text(st.sampled_from("ab \t\n\"'=+-@;é"), max_size=8)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a", [["a"]]),
        ("", [[""]]),
        ('"twee\nregels"\tb\n', [["twee\nregels", "b"]]),
        ('"een ""woord"""\tb', [['een "woord"', "b"]]),
        ('"zo" begint het\tb', [['"zo" begint het', "b"]]),
        ('"niet gesloten\tb', [['"niet gesloten', "b"]]),
        ('5" breed\tb', [['5" breed', "b"]]),
        ("a\tb\nc\n", [["a", "b"], ["c", ""]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("'=1+1\t'abc\t'-5", [["=1+1", "'abc", "-5"]]),
    ],
)
def test_reads_what_spreadsheets_write(text: str, read: list[list[str]]) -> None:
    assert cells_of(text) == read


@given(st.integers(1, 3).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1)))
def test_what_was_copied_comes_back(block: list[list[str]]) -> None:
    assert cells_of(tsv(block)) == block


@pytest.mark.parametrize("formula", ["=1+1", "+31 6", "-cmd|' /C calc'!A0", "@SUM(A1)", "'=1"])
def test_a_text_never_becomes_a_formula(formula: str) -> None:
    assert tsv([[formula]]) == f"'{formula}"
    assert "mso-number-format:'\\@'" in html([[formula]])


def test_html_shows_texts_as_they_are() -> None:
    table = html([["<b>&", "een\ntwee"]], ["Kop <i>"])
    assert "&lt;b&gt;&amp;" in table
    assert "een<br" in table
    assert "<th>Kop &lt;i&gt;</th>" in table
