"""What happens with a file that is dropped on the map, by the end of its name."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from gvkaart.exchange.texts import TEXT_SUFFIXES
from gvkaart.exchange.tree import CASE_SUFFIXES


class Handling(Enum):
    """What a file is."""

    DOCUMENT = "document"
    """A document of this program: opened in a window of its own."""
    CASE = "case"
    """A case file: put in the document as a map of its own."""
    NOTES = "notes"
    """Plain text: every line becomes an item, after a preview."""
    SOURCE = "source"
    """A text as others wrote it: it becomes a source, from which items are made while reading."""
    UNKNOWN = "unknown"


HANDLING: Final[Mapping[str, Handling]] = MappingProxyType(
    {
        **dict.fromkeys(TEXT_SUFFIXES, Handling.SOURCE),
        ".gvkaart": Handling.DOCUMENT,
        **dict.fromkeys(CASE_SUFFIXES, Handling.CASE),
        **dict.fromkeys((".txt", ".md", ".markdown"), Handling.NOTES),
    }
)
"""What to do with a file, by its suffix in lower case."""


def handling_of(path: Path) -> Handling:
    """Tell what to do with a file."""
    return HANDLING.get(path.suffix.lower(), Handling.UNKNOWN)
