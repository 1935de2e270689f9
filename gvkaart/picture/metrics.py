"""How much room a text takes, and how it is broken into lines; measured with the bundled font, never with Qt."""

import unicodedata
from functools import cache, lru_cache
from typing import Final

from gvkaart.assets import resource_bytes
from gvkaart.picture.font import Font

FAMILY: Final = "Noto Sans"
"""The family name of the bundled font, as painters and SVG name it."""
FONT_FILES: Final = {False: "fonts/NotoSans-Regular.ttf", True: "fonts/NotoSans-Bold.ttf"}
"""The resource with the font, by whether it is bold."""

ELLIPSIS: Final = "…"
_WIDE: Final = frozenset("WF")
_WIDE_EM: Final = 1.0
_NARROW_EM: Final = 0.6
_BREAK_AFTER: Final = "-/\N{SOFT HYPHEN}\N{HYPHEN}"


@cache
def font(*, bold: bool) -> Font:
    """Return the bundled font."""
    return Font(resource_bytes(FONT_FILES[bold]))


@cache
def _advance(character: str, bold: bool) -> float:
    """Return the width of one character in em; what the font lacks is guessed from its Unicode properties."""
    measured = font(bold=bold)
    if measured.has(character):
        return measured.advance(character)
    if unicodedata.category(character)[0] in "MC":
        return 0.0
    return _WIDE_EM if unicodedata.east_asian_width(character) in _WIDE else _NARROW_EM


@lru_cache(maxsize=65536)
def _word_width(word: str, bold: bool) -> float:
    return sum(_advance(character, bold) for character in word)


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of `text` on one line, in units; `size` is the em in units. Kerning does not count."""
    return size * _line_width(text, bold)


@lru_cache(maxsize=32768)
def _line_width(line: str, bold: bool) -> float:
    words = line.split(" ")
    return sum(_word_width(word, bold) for word in words) + _advance(" ", bold) * (len(words) - 1)


def shortened(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return `text`, or as much of it as fits in `width` units with an ellipsis after it."""
    if text_width(text, size, bold=bold) <= width:
        return text
    room = width / size - _advance(ELLIPSIS, bold)
    end = 0
    while end < len(text) and (room := room - _advance(text[end], bold)) >= 0:
        end += 1
    return text[:end].rstrip() + ELLIPSIS


class Paragraph:
    """A text whose words have been measured, to be broken into lines of any width.

    Lines break at spaces; a word too long for a line breaks after a hyphen or slash and, where it must, anywhere, with
    a hyphen put in.
    """

    __slots__ = ("_bold", "_broken_at", "_size", "_space", "_widths", "_words", "longest")

    def __init__(self, text: str, size: float, *, bold: bool = False) -> None:
        """Measure the words; `longest` is the width in units of the longest."""
        self._size, self._bold = size, bold
        self._space = _advance(" ", bold)
        self._words = text.split()
        self._widths = [_word_width(word, bold) for word in self._words]
        self.longest = max(self._widths, default=0.0) * size
        self._broken_at: dict[float, tuple[str, ...]] = {}

    def lines(self, width: float) -> tuple[str, ...]:
        """Return the lines, none wider than `width` units; one empty line when there is no text."""
        lines = self._broken_at.get(width)
        if lines is None:
            lines = self._broken_at[width] = tuple(self._lines(width))
        return lines

    def _lines(self, width: float) -> list[str]:
        room = width / self._size
        lines: list[str] = []
        line: list[str] = []
        left = room
        for word, needed in zip(self._words, self._widths, strict=True):
            if needed <= left:
                line.append(word)
                left -= needed + self._space
                continue
            if line:
                lines.append(" ".join(line))
            *full, rest = _broken(word, room, self._bold) if needed > room else (word,)
            lines.extend(full)
            line, left = [rest], room - _word_width(rest, self._bold) - self._space
        lines.append(" ".join(line))
        return lines

    def fitted(self, width: float, max_lines: int) -> tuple[str, ...]:
        """Return the lines, at most `max_lines`; what is left over becomes an ellipsis."""
        lines = self.lines(width)
        if len(lines) <= max_lines:
            return lines
        last = f"{lines[max_lines - 1]} {lines[max_lines]}{ELLIPSIS}"
        return (*lines[: max_lines - 1], shortened(last, width, self._size, bold=self._bold))


def _broken(word: str, room: float, bold: bool) -> list[str]:
    """Break one word into pieces of at most `room` em, preferably after a hyphen or a slash."""
    pieces = []
    while _word_width(word, bold) > room:
        cut = max(1, _fitting(word, room - _advance("-", bold), bold))
        breaks = [i + 1 for i in range(cut) if word[i] in _BREAK_AFTER]
        cut = breaks[-1] if breaks else cut
        pieces.append(word[:cut] if breaks else f"{word[:cut]}-")
        word = word[cut:]
    return [*pieces, word]


def _fitting(word: str, room: float, bold: bool) -> int:
    """Count the characters of `word` that fit in `room` em."""
    for count, character in enumerate(word):
        room -= _advance(character, bold)
        if room < 0:
            return count
    return len(word)
