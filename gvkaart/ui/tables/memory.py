"""How somebody last looked at each table: its columns, their widths and order, and what it is sorted by.

One small JSON file in the data folder of the program, shared by its documents. Columns go by their ids, so that a later
version with other columns still understands it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

_WIDEST: Final = 4000
"""No column is wider, in pixels."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the table of one kind is looked at.

    Attributes:
        columns: the columns that are shown, by id, from left to right, with their widths in pixels.
        sorted_by: the id of the column that gives the order.
        descending: whether that runs down.
    """

    columns: tuple[tuple[str, int], ...]
    sorted_by: str = "title"
    descending: bool = False


class Memory:
    """Keeps the looks, by kind."""

    def __init__(self, path: Path | None) -> None:
        """Read what was kept; without a path nothing outlives this object. What cannot be understood is forgotten."""
        self._path = path
        self._looks: dict[str, Look] = dict(_read(path)) if path is not None else {}

    def look(self, kind: str) -> Look | None:
        """Return how the table of a kind was looked at; None when it never was, or no column of it was kept."""
        return self._looks.get(kind)

    def keep(self, kind: str, look: Look) -> None:
        """Keep how a table is looked at; a disk that is full or read-only is no reason to bother anybody."""
        if self._looks.get(kind) == look:
            return
        self._looks[kind] = look
        if self._path is not None:
            text = json.dumps({one: asdict(look) for one, look in self._looks.items()}, indent=1)
            _write(self._path, text)


def _read(path: Path) -> Mapping[str, Look]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return {str(kind): _look(**look) for kind, look in read.items()}
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return {}


def _look(columns: list[tuple[str, int]], sorted_by: str, *, descending: bool) -> Look:
    widths = ((str(name), max(0, min(int(width), _WIDEST))) for name, width in columns)
    return Look(tuple(widths), str(sorted_by), bool(descending))


def _write(path: Path, text: str) -> None:
    temporary = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError:
        return
