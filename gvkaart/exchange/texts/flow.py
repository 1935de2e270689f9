"""Running text that is being collected: paragraphs, lists, table rows and notes as lines that can be read."""

import re
from typing import Final

_SPACE: Final = re.compile(r"[ \t\r\n]+")
_BETWEEN_CELLS: Final = " | "
_INDENT: Final = "  "


class Flow:
    """Collects a text. A reader of a format calls it as it goes through a document.

    What is inside something else (a cell, a note, a text box) is collected on a level of its own, and becomes part of
    the text when that ends.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._levels: list[list[str]] = [[]]
        self._pieces: list[list[str]] = [[]]
        self._rows: list[list[str]] = []
        self._notes: list[str] = []

    @property
    def open_levels(self) -> int:
        """How many cells, notes and boxes are open."""
        return len(self._levels) - 1

    def add(self, text: str) -> None:
        """Add to the paragraph that is being collected."""
        self._pieces[-1].append(text)

    def end_paragraph(self, before: str = "", *, close: bool = False) -> None:
        """Finish a paragraph; nothing happens without text.

        Args:
            before: what to put in front, such as the sign of a list.
            close: whether the next one follows without an empty line.
        """
        text = "".join(self._pieces[-1]).strip(" \t\n")
        self._pieces[-1].clear()
        if text:
            self._levels[-1].append(f"{before}{text}{'' if close else _PARTED}")

    def item(self, depth: int) -> str:
        """Return the sign of a list item at a depth, counted from 0."""
        return _INDENT * min(depth, 8) + "- "

    def open(self) -> None:
        """Begin a level: a cell, a note, a box."""
        self._levels.append([])
        self._pieces.append([])

    def close(self) -> str:
        """End the innermost level and return its text on one line."""
        self.end_paragraph()
        self._pieces.pop()
        return _SPACE.sub(" ", " ".join(self._levels.pop()).replace(_PARTED, "")).strip()

    def begin_row(self) -> None:
        """Begin a row of a table."""
        self.end_paragraph()
        self._rows.append([])

    def end_cell(self) -> None:
        """End the level of a cell and put its text in the row."""
        text = self.close()
        if self._rows:
            self._rows[-1].append(text)

    def end_row(self) -> None:
        """Make a line of the cells of a row; a row without text is none."""
        cells = self._rows.pop() if self._rows else []
        if any(cells):
            self._levels[-1].append(_BETWEEN_CELLS.join(cells).rstrip(" |"))

    def end_table(self) -> None:
        """Put an empty line after the last row."""
        if self._levels[-1] and not self._levels[-1][-1].endswith(_PARTED):
            self._levels[-1][-1] += _PARTED

    def note(self, text: str) -> None:
        """Keep a note for the end of the text, and refer to it here by its number."""
        if text:
            self._notes.append(text)
            self.add(f" [{len(self._notes)}]")

    def result(self) -> str:
        """Return the whole text, with the notes at the end."""
        while self.open_levels:
            self.add(self.close())
        self.end_paragraph()
        notes = [f"[{number}] {note}" for number, note in enumerate(self._notes, start=1)]
        self.end_table()
        return "\n".join([*self._levels[0], *notes]).replace(_PARTED, "\n")


_PARTED: Final = "\x00"
"""Stands at the end of a paragraph that has an empty line after it; no text holds this character."""
