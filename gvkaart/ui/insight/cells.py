"""Cells that name items."""

from collections.abc import Iterable

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.ui.insight.grid import Cell, Tint


def titles(view: CaseView, nodes: Iterable[NodeId]) -> str:
    """Return the titles of items, each on a line."""
    return "\n".join(view.nodes[one].title for one in nodes)


def naming(view: CaseView, nodes: Iterable[NodeId], tint: Tint = Tint.NONE) -> Cell:
    """Return a cell that names items, each once; tinted when there are any."""
    named = tuple(dict.fromkeys(nodes))
    return Cell(titles(view, named), named, tint if named else Tint.NONE)
