"""JSON text to a tree: the same case file for programs, with line numbers and the same limits as YAML.

The standard decoder reads the single values; lists and mappings are walked here, because it tells neither lines nor
doubled keys, and nests as deep as a file asks.
"""

import json
import re
from bisect import bisect_right
from typing import Final

from gvkaart.exchange.report import CaseFileError, refused
from gvkaart.exchange.tree import DEEPEST, Scalar, Sequence, Table, Tree

_SPACE: Final = re.compile(r"[ \t\n]*")


def _constant(text: str) -> str:
    raise ValueError(text)


_DECODER: Final = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_constant)
_WORDS: Final = {True: "true", False: "false", None: ""}


def read_json(text: str) -> Tree | None:
    """Return the tree of a JSON text; None when it is empty.

    Numbers keep their digits, `true` and `false` become these words, `null` becomes the empty text.

    Raises:
        CaseFileError: not JSON, or nested too deep.
    """
    reader = _JsonReader(text)
    if reader.peek() == "":
        return None
    tree = reader.value(0)
    if reader.peek() != "":
        raise reader.wrong()
    return tree


class _JsonReader:
    """A place in a JSON text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def peek(self) -> str:
        """Return the next character that is no white space, and go there; empty at the end."""
        space = _SPACE.match(self._text, self._at)
        self._at = space.end() if space is not None else self._at
        return self._text[self._at : self._at + 1]

    def wrong(self) -> CaseFileError:
        """Return the error for what stands here."""
        return refused(self._line(), "not_json", found=self.peek())

    def value(self, depth: int) -> Tree:
        """Read the value that begins here.

        Raises:
            CaseFileError: there is none, or it stands too deep.
        """
        if depth > DEEPEST:
            raise refused(self._line(), "too_deep", deepest=str(DEEPEST))
        match self.peek():
            case "{":
                return self._table(depth)
            case "[":
                return self._sequence(depth)
            case _:
                return self._scalar()

    def _line(self) -> int:
        return bisect_right(self._breaks, self._at) + 1

    def _scalar(self) -> Scalar:
        line = self._line()
        try:
            value, self._at = _DECODER.raw_decode(self._text, self._at)
        except ValueError as error:
            raise self.wrong() from error
        return Scalar(line, value if isinstance(value, str) else _WORDS[value])

    def _sequence(self, depth: int) -> Sequence:
        line = self._line()
        items: list[Tree] = []
        self._at += 1
        while not self._ended("]", first=not items):
            items.append(self.value(depth + 1))
        return Sequence(line, tuple(items))

    def _table(self, depth: int) -> Table:
        line = self._line()
        entries: list[tuple[Scalar, Tree]] = []
        self._at += 1
        while not self._ended("}", first=not entries):
            key = self._key()
            entries.append((key, self.value(depth + 1)))
        return Table(line, tuple(entries))

    def _key(self) -> Scalar:
        if self.peek() != '"':
            raise self.wrong()
        key = self._scalar()
        if self.peek() != ":":
            raise self.wrong()
        self._at += 1
        return key

    def _ended(self, bracket: str, *, first: bool) -> bool:
        """Pass the closing bracket, or the comma between two values; tell whether it was the bracket."""
        found = self.peek()
        if found == bracket:
            self._at += 1
            return True
        if not first:
            if found != ",":
                raise self.wrong()
            self._at += 1
            self.peek()
        return False
