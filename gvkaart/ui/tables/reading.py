"""What stands in a cell: its value, the words for it, and what it is sorted by."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Final, assert_never

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale, QObject, Qt

from gvkaart.domain.batch import value_at
from gvkaart.domain.derived import CaseView, Status
from gvkaart.domain.disclosure import disclosed
from gvkaart.domain.entities import NodeId, RoundId, Value
from gvkaart.domain.metamodel import Field, FieldType
from gvkaart.ui.checking import Checker
from gvkaart.ui.session import Session
from gvkaart.ui.tables.columns import FINDINGS, KIND, STATUS, Column

SEVERAL: Final = frozenset((FieldType.LIST, FieldType.CHOICES, FieldType.NODES))
"""Types of which a cell can hold more than one value."""

_MOST_KEYS: Final = 50_000

SortKey = int | QCollatorSortKey | None
"""What a cell is sorted by: choices by the order of the model, all else by the alphabet; None when it is empty.

All keys of one column are of one type, so that they compare.
"""


class Reader(QObject):
    """Reads cells of the document as the session looks at it."""

    def __init__(self, session: Session, checker: Checker, parent: QObject | None = None) -> None:
        """Read what a session looks at, and count the findings of a checker."""
        super().__init__(parent)
        self.session = session
        self._checker = checker
        self._collator = QCollator(QLocale(session.words.language))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._finders: dict[Column, Callable[[Value], str]] = {}
        self._keys: dict[str, QCollatorSortKey] = {}
        self._status_words = {
            Status.SETTLED: self.tr("Uitgezocht"),
            Status.DISPUTED: self.tr("Betwist"),
            Status.SHARED: self.tr("Gedeeld"),
            Status.ONE_SIDED: self.tr("Van één kant"),
            Status.PARTLY: self.tr("Deels gedeeld"),
            Status.LOOSE: self.tr("Van niemand"),
        }
        self._computed: Mapping[str, Callable[[NodeId], Value | None]] = {
            KIND: lambda node_id: session.graph.nodes[node_id].kind,
            STATUS: self._status,
            FINDINGS: lambda node_id: str(count) if (count := self._findings.get(node_id, 0)) else None,
        }
        checker.findings_changed.connect(self._forget_findings)

    def heading(self, column: Column) -> str:
        """Return what stands above a column."""
        match column.id:
            case "on-map":
                return self.tr("Op deze kaart")
            case _ if column.id == FINDINGS:
                return self.tr("Signalen")
            case _ if column.id == STATUS:
                return self.tr("Wie staat erachter?")
            case _:
                words = self.session.words.term(column.words)
                return words[:1].upper() + words[1:]

    # --- values -------------------------------------------------------------------------------------------------------

    def value(self, column: Column, node_id: NodeId, view: CaseView | None = None) -> Value | None:
        """Return what a cell holds, None when it is empty: in the view that is given, or in that of the session."""
        if column.target is not None:
            return value_at(view if view is not None else self.session.view, node_id, column.target)
        return self._computed[column.id](node_id)

    def _status(self, node_id: NodeId) -> Value | None:
        on_map = node_id in self.session.view.placements
        return self.session.view.status(node_id) if on_map else None

    @cached_property
    def _findings(self) -> Mapping[str, int]:
        """So many findings are about each item, or rest on it."""
        counts: dict[str, int] = {}
        for finding in self._checker.findings:
            if finding.set_aside is None:
                for node in finding.nodes:
                    counts[node] = counts.get(node, 0) + 1
        return counts

    def _forget_findings(self) -> None:
        self.__dict__.pop("_findings", None)

    def disclosed_view(self) -> CaseView:
        """Look at the map as it is without anything private: what may leave the program by the clipboard."""
        return CaseView(disclosed(self.session.graph), self.session.map_id, self.session.round_id)

    # --- words --------------------------------------------------------------------------------------------------------

    def texts(self, column: Column, node_id: NodeId, view: CaseView | None = None) -> tuple[str, ...]:
        """Return the words of a cell, as for `value`: one for each value that it holds."""
        value = self.value(column, node_id, view)
        if value is None:
            return ()
        word = self._words_of(column)
        return tuple(map(word, value)) if isinstance(value, tuple) else (word(value),)

    def shown(self, column: Column, node_id: NodeId) -> str:
        """Return a cell on one line, as the table shows it."""
        value = self.value(column, node_id)
        if value is None:
            return ""
        word = self._words_of(column)
        return ("; ".join(map(word, value)) if isinstance(value, tuple) else word(value)).replace("\n", " ")

    def written(self, column: Column, node_id: NodeId, view: CaseView | None = None) -> str:
        """Return a cell, as for `value`, as it is copied: each value on a line of its own, so that it can be read back.

        One value that holds a semicolon ends its line, since a cell of one line is read as values between semicolons.
        """
        texts = self.texts(column, node_id, view)
        alone = column.field.type in SEVERAL and len(texts) == 1 and ";" in texts[0]
        return f"{texts[0]}\n" if alone else "\n".join(texts)

    def word(self, column: Column, value: Value) -> str:
        """Return the word for one value."""
        return self._words_of(column)(value)

    def _words_of(self, column: Column) -> Callable[[Value], str]:
        """Return what finds the words of a column: looked up once, for a table asks for thousands of cells."""
        if column not in self._finders:
            self._finders[column] = self._finder(column)
        return self._finders[column]

    def _finder(self, column: Column) -> Callable[[Value], str]:
        term = self.session.words.term
        match column.field.type:
            case FieldType.CHOICE | FieldType.CHOICES:
                return _known(self._choice_words(column))
            case FieldType.FLAG:
                return _known({True: term("choice.certainty.yes"), False: term("choice.certainty.no")})
            case FieldType.NODE | FieldType.NODES:
                return self._title
            case FieldType.VALUE:
                return _known({one.id: one.name for one in self.session.catalogue})
            case FieldType.ROUND:
                return self._round
            case FieldType.LINE | FieldType.TEXT | FieldType.LIST | FieldType.NUMBER | FieldType.DATE:
                return str
            case _:
                assert_never(column.field.type)

    def _choice_words(self, column: Column) -> Mapping[Value, str]:
        if column.id == STATUS:
            return {str(status): word for status, word in self._status_words.items()}
        prefix = "kind" if column.id == KIND else f"choice.{column.field.vocabulary}"
        return {one: self.session.words.term(f"{prefix}.{one}") for one in column.field.choices}

    def _title(self, node_id: Value) -> str:
        node = self.session.graph.nodes.get(NodeId(str(node_id)))
        return node.title or node.id if node is not None else str(node_id)

    def _round(self, round_id: Value) -> str:
        round_ = self.session.graph.rounds.get(RoundId(str(round_id)))
        return round_.title or round_.id if round_ is not None else str(round_id)

    # --- order --------------------------------------------------------------------------------------------------------

    def sort_key(self, column: Column, node_id: NodeId) -> SortKey:
        """Return what a cell is sorted by."""
        value = self.value(column, node_id)
        if value is None:
            return None
        place = _place(column, value)
        return place if place is not None else self._alphabetical(self.shown(column, node_id))

    def _alphabetical(self, text: str) -> QCollatorSortKey:
        if text not in self._keys:
            if len(self._keys) > _MOST_KEYS:
                self._keys.clear()
            self._keys[text] = self._collator.sortKey(text)
        return self._keys[text]


_STATUSES: Final = tuple(Status)


def _known(words: Mapping[Value, str]) -> Callable[[Value], str]:
    """Return what finds a word; a value that has none, since a file may hold it, is its own word."""
    return lambda value: words[value] if value in words else str(value)


def _place(column: Column, value: Value) -> int | None:
    """Return the place of a value where the model gives the order; None where the alphabet does."""
    field: Field = column.field
    if field.type is FieldType.FLAG:
        return 0 if value is True else 1
    if field.type is FieldType.NUMBER:
        return int(str(value))
    if field.type is FieldType.CHOICE:
        places: tuple[str, ...] = _STATUSES if column.id == STATUS else field.choices
        return places.index(str(value)) if value in places else len(places)
    return None
