"""Cases side by side in words: what stands in a cell, for a view and for a memo alike.

What comes out is plain text. Titles are what users typed: whoever shows it never takes it for markup.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, assert_never

from gvkaart.analysis.cases import Aspect, Cell, Keys, Part
from gvkaart.analysis.catalogue import Catalogue
from gvkaart.domain.entities import Node, NodeId
from gvkaart.words import Words

_NAMED: Final = 3
"""So many names stand in a cell; the cell itself holds all items."""
_NAMED_IN_FULL: Final = 12
"""So many names of a part are told by who asks for more."""
_BY_NAME: Final = frozenset(("owner", "privacy_expertise"))
"""Aspects of which the few items say more than how many there are."""


@dataclass(frozen=True, slots=True)
class CaseWords:
    """Words the cells of cases.

    Attributes:
        nodes: those of the document.
        catalogue: has the names of public values.
        words: the texts of the reader's language.
    """

    nodes: Mapping[NodeId, Node]
    catalogue: Catalogue
    words: Words

    def short(self, aspect: Aspect, cell: Cell) -> str:
        """Return what stands in a cell: how many of what, or how many and the first few by name."""
        if not cell.parts:
            return self._text("nothing")
        if aspect.id in _BY_NAME:
            return self._names(
                self._text("what", name=self._title(item), what=self._what(aspect, part))
                for part in cell.parts
                for item in part.items
            )
        match aspect.keys:
            case Keys.NONE:
                return self._counted(len(cell.items), map(self._title, cell.items))
            case Keys.VALUE | Keys.TERM:
                return self._counted(len(cell.parts), (self._often(aspect, part) for part in cell.parts))
            case Keys.CHOICE | Keys.STATUS | Keys.NUMBER:
                return ", ".join(self._amount(aspect, part) for part in cell.parts)
            case _:
                assert_never(aspect.keys)

    def full(self, aspect: Aspect, cell: Cell) -> str:
        """Return the items of a cell by name, a line for each part."""
        lines = []
        for part in cell.parts:
            names = self._names(map(self._title, part.items), _NAMED_IN_FULL)
            what = self._what(aspect, part)
            lines.append(self._text("part", what=_capitalised(what), names=names) if what else names)
        return "\n".join(lines)

    def _amount(self, aspect: Aspect, part: Part) -> str:
        key = "of_six" if aspect.keys is Keys.NUMBER else "amount"
        return self._text(key, count=len(part.items), what=self._what(aspect, part))

    def _often(self, aspect: Aspect, part: Part) -> str:
        """Name a part, with how many items it has when these are several."""
        what = self._what(aspect, part)
        return what if len(part.items) == 1 else self._text("what", name=what, what=len(part.items))

    def _what(self, aspect: Aspect, part: Part) -> str:
        """Return what the items of a part are; empty when the cell has one part without a key."""
        match aspect.keys:
            case Keys.NONE:
                return ""
            case Keys.CHOICE:
                known = (
                    self.words.term(f"choice.{aspect.vocabulary}.{part.key}") if part.key else self._text("unfilled")
                )
                return _lowered(known)
            case Keys.STATUS:
                return _lowered(self.words.text(f"insight.status.{part.key}"))
            case Keys.VALUE:
                return self.catalogue.values[part.key].name if part.key else self._text("own_value")
            case Keys.TERM:
                return self._title(NodeId(part.key))
            case Keys.NUMBER:
                return part.key
            case _:
                assert_never(aspect.keys)

    def _counted(self, count: int, names: Iterable[str]) -> str:
        return self._text("counted", count=count, names=self._names(names))

    def _names(self, names: Iterable[str], most: int = _NAMED) -> str:
        """Join names; of many the first, and how many more there are."""
        known = list(names)
        if len(known) <= most + 1:
            return ", ".join(known)
        return self._text("more", names=", ".join(known[:most]), rest=len(known) - most)

    def _title(self, node: NodeId) -> str:
        return self.nodes[node].title

    def _text(self, key: str, **params: str | int) -> str:
        return self.words.text(f"insight.cases.{key}", **params)


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
