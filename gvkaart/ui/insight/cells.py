"""Cells that name items, and how many actors a table has columns for."""

from collections.abc import Iterable, Sequence
from typing import Final

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.grid import Cell, Tint
from gvkaart.words import Words

MOST_ACROSS: Final = 40
"""So many actors have a column of their own; with more, nobody could read the table."""


def titles(view: CaseView, nodes: Iterable[NodeId]) -> str:
    """Return the titles of items, each on a line."""
    return "\n".join(view.nodes[one].title for one in nodes)


def naming(view: CaseView, nodes: Iterable[NodeId], tint: Tint = Tint.NONE) -> Cell:
    """Return a cell that names items, each once; tinted when there are any."""
    named = tuple(dict.fromkeys(nodes))
    return Cell(titles(view, named), named, tint if named else Tint.NONE)


def corner(title: str, actors: Sequence[NodeId], words: Words) -> str:
    """Return the title of what stands before the rows, that says so when not all actors have a column."""
    if len(actors) <= MOST_ACROSS:
        return title
    return words.text("insight.corner", title=title, shown=MOST_ACROSS, known=len(actors))
