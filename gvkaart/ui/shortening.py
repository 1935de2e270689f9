"""Titles where there is little room: a title may be as long as a page."""

from typing import Final

MOST: Final = 60
"""Characters of a title in a menu or a dialog."""


def shortened(title: str, most: int = MOST) -> str:
    """Return a title of at most `most` characters; what is left out becomes one ellipsis."""
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"
