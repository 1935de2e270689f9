"""What happens with a file that is dropped on the map, by the end of its name."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Final

from gvkaart.exchange.tree import CASE_SUFFIXES


class Handling(Enum):
    """What a file is."""

    DOCUMENT = "document"
    """A document of this program: opened in a window of its own."""
    CASE = "case"
    """A case file: put in the document as a map of its own."""
    NOTES = "notes"
    """Plain text: every line becomes an item, after a preview."""
    UNKNOWN = "unknown"


HANDLING: Final[Mapping[str, Handling]] = MappingProxyType(
    {
        ".gvkaart": Handling.DOCUMENT,
        **dict.fromkeys(CASE_SUFFIXES, Handling.CASE),
        **dict.fromkeys((".txt", ".md", ".markdown"), Handling.NOTES),
    }
)
"""What to do with a file, by its suffix in lower case. A kind of file that becomes a source is a line more here."""


def handling_of(path: Path) -> Handling:
    """Tell what to do with a file."""
    return HANDLING.get(path.suffix.lower(), Handling.UNKNOWN)
