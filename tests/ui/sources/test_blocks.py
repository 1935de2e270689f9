"""A text in blocks is the same text, and every character is where it should be."""

from hypothesis import given
from hypothesis import strategies as st

from gvkaart.ui.sources import blocks
from gvkaart.ui.sources.blocks import LONGEST, Blocks, Spot, put_together

TEXTS = st.text("ab é😀\n", max_size=60)


def lines_of(text: str) -> list[tuple[str, bool]]:
    cut = Blocks(text)
    continuing = set(cut.continuing)
    return [(line, number in continuing) for number, line in enumerate(cut.shown().split("\n"))]


@given(TEXTS, st.integers(1, 10))
def test_blocks_make_the_text_again_and_none_is_longer_than_it_may_be(text: str, longest: int) -> None:
    before, blocks.LONGEST = blocks.LONGEST, longest  # type: ignore[misc]  # a limit that short texts reach
    try:
        lines = lines_of(text)
        assert put_together(lines) == text
        assert all(len(line) <= longest for line, _continues in lines)
        cut = Blocks(text)
        for offset in range(len(text) + 1):
            assert cut.offset(cut.spot(offset)) == offset
    finally:
        blocks.LONGEST = before  # type: ignore[misc]


def test_a_long_line_is_cut_after_a_space() -> None:
    text = "woord " * LONGEST
    assert all(line.endswith(" ") for line, _continues in lines_of(text))
    assert len(Blocks("x" * LONGEST).continuing) == 0
    assert Blocks("x" * (2 * LONGEST + 1)).continuing == [1, 2]


def test_columns_count_as_qt_does() -> None:
    cut = Blocks("a😀b\n😀")
    assert [cut.spot(offset) for offset in range(6)] == [
        Spot(0, 0),
        Spot(0, 1),
        Spot(0, 3),
        Spot(0, 4),
        Spot(1, 0),
        Spot(1, 2),
    ]
    assert cut.offset(Spot(1, 99)) == 5
    assert cut.range_of(1) == (4, 5)
