"""Reads from a TrueType or OpenType file how wide its characters are.

Boxes and line breaks have to come out the same on the command line, where there is no Qt, and on every screen. So they
are measured with the font that travels with the program, straight from its tables: no generated copy that could grow
stale. Only what measuring needs is read: `head` (units per em), `hhea` and `hmtx` (advance widths) and `cmap` (which
glyph a character has; formats 4 and 12). Source: the OpenType specification 1.9, the chapters of those tables.
"""

import struct
from collections.abc import Mapping
from typing import Final

from gvkaart.domain.errors import Defect

_SEGMENT_MAPPING: Final = 4
_SEGMENTED_COVERAGE: Final = 12
_UNICODE: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Platform and encoding of the tables that map Unicode, the fullest first."""


class Font:
    """The advance widths of one font.

    Raises:
        Defect: the bytes are no font with the tables named above; we ship the fonts, so that is our mistake.
    """

    def __init__(self, data: bytes) -> None:
        """Read the tables from the content of a .ttf or .otf file."""
        try:
            self._read(data)
        except (KeyError, struct.error, IndexError) as error:
            raise Defect("picture.font-unreadable") from error

    def _read(self, data: bytes) -> None:
        tables = _tables(data)
        (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
        (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
        metrics = struct.unpack_from(f">{count * 2}H", data, tables["hmtx"])
        self._advances: tuple[float, ...] = tuple(advance / units for advance in metrics[::2])
        self._glyphs = _glyphs(data, tables["cmap"])

    def has(self, character: str) -> bool:
        """Tell whether the font can draw `character`."""
        return ord(character) in self._glyphs

    def advance(self, character: str) -> float:
        """Return how far `character` moves the pen, in em; a missing character counts as the box drawn for it."""
        glyph = self._glyphs.get(ord(character), 0)
        return self._advances[min(glyph, len(self._advances) - 1)]


def _tables(data: bytes) -> Mapping[str, int]:
    """Return where each table of the font begins."""
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count))
    return {tag.decode("latin-1"): offset for tag, _, offset, _ in records}


def _glyphs(data: bytes, cmap: int) -> Mapping[int, int]:
    """Return the glyph of every character, from the fullest Unicode subtable."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    offered = {}
    for i in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * i)
        offered[platform, encoding] = cmap + offset
    start = next(offered[key] for key in _UNICODE if key in offered)
    (kind,) = struct.unpack_from(">H", data, start)
    if kind == _SEGMENTED_COVERAGE:
        return _coverage(data, start)
    if kind == _SEGMENT_MAPPING:
        return _segments(data, start)
    raise KeyError(kind)


def _coverage(data: bytes, start: int) -> Mapping[int, int]:
    """Read a subtable of format 12: groups of characters with consecutive glyphs."""
    (count,) = struct.unpack_from(">L", data, start + 12)
    glyphs: dict[int, int] = {}
    for i in range(count):
        first, last, glyph = struct.unpack_from(">LLL", data, start + 16 + 12 * i)
        glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
    return glyphs


def _segments(data: bytes, start: int) -> Mapping[int, int]:
    """Read a subtable of format 4: segments with either a shift or an array of glyphs."""
    (double_count,) = struct.unpack_from(">H", data, start + 6)
    size = double_count // 2
    ends = struct.unpack_from(f">{size}H", data, start + 14)
    firsts = struct.unpack_from(f">{size}H", data, start + 16 + double_count)
    shifts = struct.unpack_from(f">{size}H", data, start + 16 + 2 * double_count)
    ranges_at = start + 16 + 3 * double_count
    ranges = struct.unpack_from(f">{size}H", data, ranges_at)
    glyphs: dict[int, int] = {}
    for i in range(size - 1):  # the last segment only closes the table
        codes = range(firsts[i], ends[i] + 1)
        if ranges[i] == 0:
            glyphs.update((code, (code + shifts[i]) & 0xFFFF) for code in codes)
        else:
            found = struct.unpack_from(f">{len(codes)}H", data, ranges_at + 2 * i + ranges[i])
            glyphs.update((c, (g + shifts[i]) & 0xFFFF) for c, g in zip(codes, found, strict=True) if g)
    return glyphs
