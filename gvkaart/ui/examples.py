"""What the examples are called, in menus and on the start screen."""

from pathlib import Path
from typing import Final

_NAMES: Final = {"bag-energie.yaml": "BAG en energie"}
"""Examples with an abbreviation in their name, which small letters would hide."""


def example_title(name: str) -> str:
    """Return what an example case is called in a menu: its file name as words, unless it has a name of its own."""
    return _NAMES.get(name) or Path(name).stem.replace("-", " ").capitalize()
