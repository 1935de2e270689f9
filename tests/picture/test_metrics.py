import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.picture.metrics import ELLIPSIS, Paragraph, shortened, text_width

TEXTS = st.text(
    st.sampled_from("abcdefghijABC éë-/.,  語\N{COMBINING ACUTE ACCENT}\N{OLD PERSIAN SIGN A}"), max_size=80
)
SIZE = 13.0


def test_width_grows_with_size_and_with_text() -> None:
    assert text_width("gegevens", 26.0) == pytest.approx(2 * text_width("gegevens", 13.0))
    assert text_width("gegevens delen", SIZE) > text_width("gegevens", SIZE)
    assert text_width("gegevens", SIZE, bold=True) > text_width("gegevens", SIZE)
    assert text_width("", SIZE) == 0


def test_what_the_font_lacks_is_guessed() -> None:
    assert text_width("語", SIZE) == SIZE
    assert text_width("\N{OLD PERSIAN SIGN A}", SIZE) == pytest.approx(0.6 * SIZE)


@given(TEXTS, st.floats(20, 300))
def test_shortened_text_fits_and_is_a_beginning(text: str, width: float) -> None:
    short = shortened(text, width, SIZE)
    assert text_width(short, SIZE) <= width + 1e-6
    assert short == text or text.startswith(short.removesuffix(ELLIPSIS))


@given(TEXTS, st.floats(30, 300))
def test_lines_fit_and_lose_nothing(text: str, width: float) -> None:
    lines = Paragraph(text, SIZE).lines(width)
    assert all(text_width(line, SIZE) <= width + 1e-6 for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(text.split()).replace("-", "")


@given(TEXTS, st.floats(30, 300), st.integers(1, 4))
def test_fitted_lines_are_no_more_than_allowed(text: str, width: float, most: int) -> None:
    paragraph = Paragraph(text, SIZE)
    lines = paragraph.fitted(width, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line, SIZE) <= width + 1e-6 for line in lines)
    if len(paragraph.lines(width)) > most:
        assert lines[-1].endswith(ELLIPSIS)


def test_asking_twice_gives_the_same_lines() -> None:
    paragraph = Paragraph("persoonsgegevensverwerkingsverantwoordelijkheid van de gemeente", SIZE)
    assert paragraph.lines(90) == paragraph.lines(90)


def test_a_long_word_breaks_after_its_own_hyphen_and_else_gets_one() -> None:
    assert Paragraph("privacy-overeenkomst", SIZE).lines(110) == ("privacy-", "overeenkomst")
    first, *_ = Paragraph("verwerkersovereenkomst", SIZE).lines(90)
    assert first.endswith("-")
