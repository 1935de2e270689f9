"""YAML as case files usually have it, read in a tenth of the time that a whole parser takes.

That is what `gvkaart.exchange.yaml_writing` writes and what people write after its example: keys and texts on a line,
blocks by indentation, short things in brackets on one line, long texts after ``>-`` and ``|-``. Whatever is not certain
to be just that makes this reader give up, and ruamel.yaml reads the text from the beginning: it alone decides what else
is YAML, and says what is wrong. Tests hold every answer that is given against its.
"""

import json
import re
from typing import Final

from gvkaart.exchange.tree import Scalar, Sequence, Table, Tree

_READABLE: Final = re.compile("[\n -~\xa1-\u2027\u202a-\ud7ff\U00010000-\U0001ffff]*\n")
_ENTRY: Final = re.compile(r"(\w[\w-]{0,99}):(?: (\S.*))?")
_ENTRY_IN_FLOW: Final = re.compile(r"(\w[\w-]{0,99}): ")
_PLAIN: Final = re.compile(r"(?:[\w(]|-(?=\d))(?:[^\s:#]++|:(?=\S)|(?<=\S)#| (?=[^\s#]))*")
_PLAIN_IN_FLOW: Final = re.compile(r"(?:[\w(]|-(?=\d))[^\s,:?\[\]{}#]*+(?: [^\s,:?\[\]{}#]++)*+")
_QUOTED: Final = re.compile(r'"(?:[^"\\]|\\["\\n])*"')
"""Texts of one line; those in double quotes with the escapes that mean the same in JSON."""
_BREAKS: Final = re.compile("\n+")
_CLOSING: Final = {"{": "}", "[": "]"}
_DEEPEST_INDENT: Final = 30
"""Every level is at least one further to the right, so this stays within `gvkaart.exchange.tree.DEEPEST`."""
_DEEPEST_IN_FLOW: Final = 5


class _UnusualError(Exception):
    """Not certain what this is; never leaves this module."""


def read_usual(text: str) -> Tree | None:
    """Return the tree of a text that is as usual; None says nothing about any other."""
    if _READABLE.fullmatch(text) is None:
        return None
    try:
        return _Reader(text).whole()
    except _UnusualError:
        return None


class _Reader:
    """Goes through the lines once; `_at` is the first that was not read."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._at = 0

    def whole(self) -> Tree:
        if self._indent() != 0:
            raise _UnusualError
        tree = self._block(0)
        self._require_end_of(-1)
        return tree

    def _indent(self) -> int:
        """Go to the next line with anything on it; return how far it is indented, -1 at the end."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            bare = line.lstrip(" ")
            if bare and bare[0] != "#":
                return len(line) - len(bare)
            self._at += 1
        return -1

    def _require_end_of(self, indent: int) -> None:
        """Refuse a line that would belong to what was read just now."""
        if self._indent() > indent:
            raise _UnusualError

    def _block(self, indent: int) -> Tree:
        if indent > _DEEPEST_INDENT:
            raise _UnusualError
        return self._sequence(indent) if self._lines[self._at].startswith("- ", indent) else self._table(indent)

    def _sequence(self, indent: int) -> Sequence:
        start, items = self._at + 1, []
        while self._indent() == indent:
            line = self._lines[self._at]
            if not line.startswith("- ", indent):
                raise _UnusualError
            rest = line[indent + 2 :]
            if _ENTRY.fullmatch(rest):
                self._lines[self._at] = " " * (indent + 2) + rest
                items.append(self._block(indent + 2))
            else:
                self._at += 1
                items.append(self._value(rest, indent))
        self._require_end_of(indent)
        return Sequence(start, tuple(items))

    def _table(self, indent: int) -> Table:
        start, entries = self._at + 1, []
        while self._indent() == indent:
            found = _ENTRY.fullmatch(self._lines[self._at], indent)
            if found is None:
                raise _UnusualError
            self._at += 1
            entries.append((Scalar(self._at, found[1]), self._value(found[2], indent)))
        self._require_end_of(indent)
        return Table(start, tuple(entries))

    def _value(self, rest: str | None, indent: int) -> Tree:
        """Return what follows a key or a dash: the rest of its line, or the lines below it that are further in."""
        line = self._at
        if rest is None:
            self._require_deeper(indent)
            return self._block(self._indent())
        if rest in {">-", "|-", "|"}:
            return Scalar(line, self._long_text(rest, indent))
        tree, end = _in_line(rest, 0, line, 0) if rest[:1] in _CLOSING else (Scalar(line, _text(rest)), len(rest))
        if end != len(rest):
            raise _UnusualError
        self._require_end_of(indent)
        return tree

    def _require_deeper(self, indent: int) -> None:
        if self._indent() <= indent:
            raise _UnusualError

    def _long_text(self, style: str, indent: int) -> str:
        self._require_line()
        self._require_deeper(indent)
        margin = " " * self._indent()
        lines = []
        while (line := self._lines[self._at]).startswith(margin) or (not line and self._at + 1 < len(self._lines)):
            lines.append(line[len(margin) :])
            self._at += 1
        if line.lstrip(" ")[:1] == "#" or (line and not line.strip(" ")):
            raise _UnusualError
        self._require_end_of(indent)
        text = "\n".join(lines).rstrip("\n")
        return _folded(text) if style == ">-" else text + "\n" * (style == "|")

    def _require_line(self) -> None:
        """Refuse a long text that begins with an empty line or with what looks like a comment."""
        if self._lines[self._at].lstrip(" ")[:1] in {"", "#"}:
            raise _UnusualError


def _folded(text: str) -> str:
    """Make one line of lines: a single break is a space, of several one goes."""
    if "\n " in text or " \n" in text or text.endswith(" "):
        raise _UnusualError
    return _BREAKS.sub(lambda found: " " if found[0] == "\n" else found[0][1:], text)


def _text(rest: str) -> str:
    if _PLAIN.fullmatch(rest):
        return rest
    if _QUOTED.fullmatch(rest):
        return _unquoted(rest)
    raise _UnusualError


def _unquoted(quoted: str) -> str:
    return str(json.loads(quoted)) if "\\" in quoted else quoted[1:-1]


def _in_line(text: str, at: int, line: int, depth: int) -> tuple[Tree, int]:
    """Return the list or mapping in brackets that begins at a place in a line, and where it ends."""
    if depth > _DEEPEST_IN_FLOW:
        raise _UnusualError
    closing = _CLOSING[text[at]]
    entries: list[tuple[Scalar, Tree]] = []
    items: list[Tree] = []
    ending = ", "
    while ending == ", ":
        at += len(ending) if entries or items else 1
        if closing == "}":
            key = _matched(_ENTRY_IN_FLOW, text, at)
            value, at = _value_in_line(text, at + len(key), line, depth)
            entries.append((Scalar(line, key[:-2]), value))
        else:
            value, at = _value_in_line(text, at, line, depth)
            items.append(value)
        ending = text[at : at + 2]
    if ending[:1] != closing:
        raise _UnusualError
    return (Table(line, tuple(entries)) if closing == "}" else Sequence(line, tuple(items))), at + 1


def _value_in_line(text: str, at: int, line: int, depth: int) -> tuple[Tree, int]:
    first = text[at : at + 1]
    if first in _CLOSING:
        return _in_line(text, at, line, depth + 1)
    if first == '"':
        quoted = _matched(_QUOTED, text, at)
        return Scalar(line, _unquoted(quoted)), at + len(quoted)
    plain = _matched(_PLAIN_IN_FLOW, text, at)
    return Scalar(line, plain), at + len(plain)


def _matched(pattern: re.Pattern[str], text: str, at: int) -> str:
    found = pattern.match(text, at)
    if found is None:
        raise _UnusualError
    return found[0]
