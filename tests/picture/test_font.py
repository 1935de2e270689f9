import struct

import pytest

from gvkaart.assets import resource_bytes
from gvkaart.domain.errors import Defect
from gvkaart.picture.font import Font


@pytest.fixture(scope="module")
def regular() -> Font:
    return Font(resource_bytes("fonts/NotoSans-Regular.ttf"))


def test_advances_are_those_of_the_font(regular: Font) -> None:
    # Read with another tool: 561, 260 and 932 of 1000 units.
    assert regular.advance("a") == pytest.approx(0.561, abs=0.001)
    assert regular.advance(" ") == pytest.approx(0.260, abs=0.001)
    assert regular.advance("m") == pytest.approx(0.932, abs=0.004)


def test_dutch_letters_and_signs_are_in_the_font(regular: Font) -> None:
    assert all(regular.has(character) for character in "ëïüéÉç€§·…")


def test_a_character_that_is_missing_counts_as_the_box_drawn_for_it(regular: Font) -> None:
    assert not regular.has("語")
    assert regular.advance("語") == regular.advance("\N{OLD PERSIAN SIGN A}")


@pytest.mark.parametrize("data", [b"", b"no font at all", b"\0\1\0\0" + b"\0" * 40])
def test_what_is_no_font_is_our_mistake(data: bytes) -> None:
    with pytest.raises(Defect):
        Font(data)


def _table(tag: bytes, offset: int) -> bytes:
    return struct.pack(">4sLLL", tag, 0, offset, 0)


def _font(subtable: bytes, platform: int = 3, encoding: int = 1) -> bytes:
    """Make the smallest font with glyph widths 500, 600, 700 of 1000 and one cmap subtable."""
    start = 12 + 4 * 16
    head = b"\0" * 18 + struct.pack(">H", 1000)
    hhea = b"\0" * 34 + struct.pack(">H", 3)
    hmtx = struct.pack(">6H", 500, 0, 600, 0, 700, 0)
    cmap = struct.pack(">HHHHL", 0, 1, platform, encoding, 12) + subtable
    offsets, at = [], start
    for table in (head, hhea, hmtx, cmap):
        offsets.append(at)
        at += len(table)
    tags = (b"head", b"hhea", b"hmtx", b"cmap")
    header = struct.pack(">LHHHH", 0x00010000, 4, 0, 0, 0)
    return header + b"".join(map(_table, tags, offsets)) + head + hhea + hmtx + cmap


def test_characters_beyond_the_basic_plane_are_found_in_format_12() -> None:
    groups = struct.pack(">HHLLL", 12, 0, 28, 0, 1) + struct.pack(">LLL", 0x1F600, 0x1F601, 1)
    font = Font(_font(groups, 3, 10))
    assert font.advance("\U0001f600") == 0.6
    assert font.advance("\U0001f601") == 0.7


def test_format_4_with_an_array_of_glyphs_is_read() -> None:
    segments = struct.pack(">7H", 4, 0, 0, 4, 0, 0, 0)
    segments += struct.pack(">HH", 0x62, 0xFFFF) + b"\0\0" + struct.pack(">HH", 0x61, 0xFFFF)
    segments += struct.pack(">HH", 0, 1) + struct.pack(">HH", 4, 0) + struct.pack(">HH", 2, 0)
    font = Font(_font(segments))
    assert font.advance("a") == 0.7
    assert not font.has("b")


def test_a_font_without_a_readable_map_is_refused() -> None:
    with pytest.raises(Defect):
        Font(_font(struct.pack(">H", 6)))
