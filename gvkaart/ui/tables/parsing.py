"""From the words in a cell to its value: what a person or a spreadsheet writes, read leniently and refused in words."""

import re
from collections.abc import Mapping
from typing import Final, assert_never

from PySide6.QtCore import QObject

from gvkaart.domain import glossary
from gvkaart.domain.entities import NodeId, Value
from gvkaart.domain.metamodel import FieldType
from gvkaart.domain.text import clean_line, clean_text, fold, is_partial_date
from gvkaart.ui.shortening import shortened
from gvkaart.ui.tables.columns import Column
from gvkaart.ui.tables.reading import SEVERAL, Reader

_DAY_FIRST: Final = re.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_YES: Final = frozenset(("ja", "yes", "true", "waar", "1", "x", "j", "y"))
_NO: Final = frozenset(("nee", "no", "false", "onwaar", "0", "n"))


class Misfit(Exception):  # not an error of the program: what was written does not fit
    """A text that is no value of its column; `sentence` says why, and what would be."""

    def __init__(self, sentence: str) -> None:
        """Keep the sentence."""
        super().__init__(sentence)
        self.sentence = sentence


class Parser(QObject):
    """Reads texts as values. What it knows of titles and words serves one paste: make a new one for the next."""

    def __init__(self, reader: Reader) -> None:
        """Read as the session of a reader speaks and knows."""
        super().__init__()
        self._reader, self._session = reader, reader.session
        self._known_titles: dict[tuple[str, ...], Mapping[str, list[NodeId]]] = {}
        self._known_words: dict[str, Mapping[str, str]] = {}

    def value(self, column: Column, text: str, node_id: NodeId | None) -> Value | None:
        """Return what a text means in a column of an item; of a new one, when that is None.

        Raises:
            Misfit: it means nothing there.
        """
        text = clean_text(text)
        if not text.strip():
            if column.required:
                raise Misfit(self.tr("Deze cel kan niet leeg zijn."))
            return None
        if column.field.type in SEVERAL:
            parts = text.split("\n" if "\n" in text else ";")
            words = [word for part in parts if (word := clean_line(part))]
            return tuple(dict.fromkeys(self._one(column, word, node_id) for word in words)) or None
        if column.field.type is FieldType.FLAG:
            return self._flag(text)
        return self._one(column, text, node_id)

    def _one(self, column: Column, text: str, node_id: NodeId | None) -> str:
        match column.field.type:
            case FieldType.TEXT:
                return text
            case FieldType.LINE | FieldType.LIST:
                return clean_line(text)
            case FieldType.DATE:
                return self._date(clean_line(text))
            case FieldType.NUMBER:
                return self._number(clean_line(text))
            case FieldType.CHOICE | FieldType.CHOICES:
                return self._word(column, text, self._choices(column))
            case FieldType.VALUE:
                return self._word(column, text, {fold(one.name): one.id for one in self._session.catalogue})
            case FieldType.ROUND:
                rounds = self._session.graph.rounds_of(self._session.map_id)
                return self._word(column, text, {fold(one.title or one.id): one.id for one in rounds})
            case FieldType.NODE | FieldType.NODES:
                return self._node(column, clean_line(text), node_id)
            case FieldType.FLAG:
                raise Misfit(text)
            case _:
                assert_never(column.field.type)

    def _flag(self, text: str) -> bool:
        word = fold(clean_line(text))
        if word not in _YES | _NO:
            raise Misfit(self.tr("'{text}' is geen ja of nee.").format(text=shortened(text)))
        return word in _YES

    def _date(self, text: str) -> str:
        """Read a date: year first as the document keeps it, or day first as a spreadsheet shows it."""
        if (day_first := _DAY_FIRST.fullmatch(text)) is not None:
            day, month, year = day_first.groups()
            text = f"{year}-{month:0>2}-{day:0>2}"
        if not is_partial_date(text):
            raise Misfit(self._session.words.text("problem.not_a_date", value=shortened(text)))
        return text

    def _number(self, text: str) -> str:
        if not (text.isascii() and text.isdecimal()):
            raise Misfit(self.tr("'{text}' is geen heel getal vanaf 0.").format(text=shortened(text)))
        return text

    def _word(self, column: Column, text: str, known: Mapping[str, str]) -> str:
        found = known.get(fold(clean_line(text)))
        if found is None:
            words = ", ".join(self._reader.word(column, one) for one in dict.fromkeys(known.values()))
            sentence = self.tr("'{text}' past hier niet. Kies uit: {words}.")
            raise Misfit(sentence.format(text=shortened(text), words=shortened(words, 300)))
        return found

    def _choices(self, column: Column) -> Mapping[str, str]:
        """Return the enumeration by its words, in either language, and by the names that files use."""
        vocabulary = column.field.vocabulary
        if vocabulary not in self._known_words:
            known: dict[str, str] = {}
            for one in column.field.choices:
                own = self._reader.word(column, one)
                for word in (own, *glossary.TERMS.get(f"choice.{vocabulary}.{one}", ()), one):
                    known.setdefault(fold(word), one)
            self._known_words[vocabulary] = known
        return self._known_words[vocabulary]

    def _node(self, column: Column, title: str, node_id: NodeId | None) -> str:
        found = [one for one in self._titles(column.field.targets).get(fold(title), ()) if one != node_id]
        if len(found) == 1:
            return found[0]
        if not found:
            raise Misfit(self._nobody(column, title))
        return self._of_several(column, title, node_id, found)

    def _nobody(self, column: Column, title: str) -> str:
        term = self._session.words.term
        kinds = ", ".join(term(f"kind.{kind}").lower() for kind in column.field.targets[:3])
        more = "…" if len(column.field.targets) > len(column.field.targets[:3]) else ""
        sentence = self.tr("Er is geen item '{title}' van deze soort: {kinds}. Voeg het eerst toe.")
        return sentence.format(title=shortened(title), kinds=f"{kinds}{more}")

    def _of_several(self, column: Column, title: str, node_id: NodeId | None, found: list[NodeId]) -> str:
        """Choose between items with one title: what stands in the cell already, or else the only one on the map."""
        there = self._reader.value(column, node_id) if node_id is not None else None
        kept = [one for one in found if one == there or (isinstance(there, tuple) and one in there)]
        on_map = [one for one in found if one in self._session.view.placements]
        for some in (kept, on_map):
            if len(some) == 1:
                return some[0]
        sentence = self.tr("Er zijn {count} items met de titel '{title}'. Kies in de cel zelf welk item u bedoelt.")
        raise Misfit(sentence.format(count=len(found), title=shortened(title)))

    def _titles(self, kinds: tuple[str, ...]) -> Mapping[str, list[NodeId]]:
        if kinds not in self._known_titles:
            titles: dict[str, list[NodeId]] = {}
            allowed = frozenset(kinds)
            for node in self._session.graph.nodes.values():
                if node.kind in allowed:
                    titles.setdefault(fold(node.title or node.id), []).append(node.id)
            self._known_titles[kinds] = titles
        return self._known_titles[kinds]
