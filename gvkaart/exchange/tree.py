"""What a case file consists of before it means anything: texts, lists and mappings, each with its line.

YAML and JSON both become this tree, so that there is one reader of case files. Every scalar is a text; the metamodel
says later what it stands for, so that ``no``, ``2021-06`` and ``0123`` stay what was written.
"""

from dataclasses import dataclass
from typing import Final

JSON_SUFFIX: Final = ".json"
CASE_SUFFIXES: Final = (".yaml", ".yml", JSON_SUFFIX)
LARGEST_FILE: Final = 20 * 1024 * 1024
"""No case file is larger, in bytes; far above the largest map, far below what exhausts memory."""

DEEPEST: Final = 50
"""No list or mapping stands deeper inside others; a case file needs five."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, and the line on which it starts, counted from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    line: int
    items: "tuple[Tree, ...]"


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, as the pairs that were written: a key may occur twice, which the reader of the case reports."""

    line: int
    entries: "tuple[tuple[Scalar, Tree], ...]"


Tree = Scalar | Sequence | Table
