"""Which rows of a table pass: by words anywhere in the row, and by words in one column."""

from collections.abc import Callable, Sequence
from typing import Final

from gvkaart.domain.entities import NodeId
from gvkaart.domain.text import fold
from gvkaart.ui.tables.columns import Column

EMPTY_SIGN: Final = "="
"""In the filter of a column: only rows where the cell is empty."""


class Filter:
    """The words that somebody filters by; case and accents make no difference."""

    def __init__(self, columns: Sequence[Column], line_of: Callable[[Column, NodeId], str]) -> None:
        """Let everything pass; `line_of` returns what a cell shows."""
        self._line_of = line_of
        self._words: tuple[str, ...] = ()
        self._column_words: dict[str, tuple[str, ...]] = {}
        self._columns = self._searched = tuple(columns)
        self._folded: dict[NodeId, str] = {}

    @property
    def lets_all_pass(self) -> bool:
        """Whether no row can be left out."""
        return not (self._words or any(self._column_words.values()))

    def search(self, text: str) -> bool:
        """Let rows pass that hold all these words, each anywhere in the columns that are searched.

        Returns:
            Whether other rows may pass now; so with the other ways to search.
        """
        before, self._words = self._words, tuple(fold(text).split())
        return self._words != before

    def search_in(self, columns: Sequence[Column]) -> bool:
        """Search these columns: those that somebody sees."""
        if tuple(columns) == self._searched:
            return False
        self._searched = tuple(columns)
        self._folded.clear()
        return bool(self._words)

    def search_column(self, column: Column, text: str) -> bool:
        """Let rows pass that hold all these words in one column; `EMPTY_SIGN`: where that is empty."""
        before, words = self._column_words.get(column.id, ()), tuple(fold(text).split())
        self._column_words[column.id] = words
        return words != before

    def passes(self, node_id: NodeId) -> bool:
        """Tell whether an item is shown."""
        return all(word in self._text(node_id) for word in self._words) and all(
            self._column_passes(column, node_id) for column in self._columns if self._column_words.get(column.id)
        )

    def forget(self) -> None:
        """Let go of what was read of the document as it was."""
        self._folded.clear()

    def _column_passes(self, column: Column, node_id: NodeId) -> bool:
        words, text = self._column_words[column.id], fold(self._line_of(column, node_id))
        return not text if words == (EMPTY_SIGN,) else all(word in text for word in words)

    def _text(self, node_id: NodeId) -> str:
        if node_id not in self._folded:
            self._folded[node_id] = fold("\n".join([self._line_of(column, node_id) for column in self._searched]))
        return self._folded[node_id]
