"""Full-text search over titles and texts, with SQLite's FTS5 in memory.

Never in the file: FTS5 keeps words that were deleted, and reading a forged index has been unsafe (reliability, 0.9).
Building it anew costs half a second at 100,000 nodes, and an action changes only the nodes it concerns.

Case and accents do not count. Each word that is typed finds words that begin with it, and other inflections of it
(`gvkaart.store.stemming`); all words must be found.
"""

import re
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, Fields, Node, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.linking import rewritten
from gvkaart.domain.metamodel import Field, FieldType
from gvkaart.domain.text import clean_text, fold
from gvkaart.domain.validation import fields_of
from gvkaart.store.stemming import stem

_WORD: Final = re.compile(r"\w+")
_MOST_WORDS: Final = 16
_MOST_RANKED: Final = 2_000
"""Hits up to which the best come first: ranking reads them all, and a word that nearly every item has tells nothing."""

_TITLE_COLUMNS: Final = "{title title_stems}"
_EXCERPT_WORDS: Final = 16
_WORDS_BEFORE: Final = 5
_TEXTUAL: Final = (FieldType.LINE, FieldType.TEXT, FieldType.LIST)
_BEGIN, _END = "\x02", "\x03"  # no text of a document holds control characters

_CREATE: Final = (
    "CREATE VIRTUAL TABLE words USING fts5 (title, body, title_stems, body_stems,"
    " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
)
_INSERT: Final = "INSERT INTO words (rowid, title, body, title_stems, body_stems) VALUES (?, ?, ?, ?, ?)"
_SELECT: Final = f"SELECT rowid, highlight(words, 0, '{_BEGIN}', '{_END}') FROM words WHERE words MATCH ?"
"""FTS5 marks what was found in titles only: in a text it takes quadratic time, minutes for an interview of 2 MB."""
_COUNT: Final = f"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT {_MOST_RANKED + 1})"
_RANKED: Final = " ORDER BY bm25(words, 4.0, 2.0, 2.0, 1.0)"


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of which parts are found; `ranges` are (begin, end) in characters."""

    text: str
    ranges: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that was found, and its title; `SearchIndex.excerpt` gives its texts."""

    node: NodeId
    title: Marked


class SearchIndex:
    """The words of one document."""

    def __init__(self, graph: Graph) -> None:
        """Index all nodes of a graph."""
        self._graph = graph
        self._rowids: dict[NodeId, int] = {}
        self._nodes: list[NodeId] = []
        self._connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.execute(_CREATE)
        self._add(graph.nodes.values())

    def update(self, graph: Graph, changes: ChangeSet) -> None:
        """Follow the document: `graph` is how it is after `changes`."""
        self._graph = graph
        mentioning = {other for node in changes.nodes for other in graph.mentions(node)}
        concerned = changes.nodes | {edge.source for edge in changes.edges} | mentioning
        known = [(self._rowids[node],) for node in concerned if node in self._rowids]
        self._connection.executemany("DELETE FROM words WHERE rowid = ?", known)
        self._add(graph.nodes[node] for node in concerned if node in graph.nodes)

    def _add(self, nodes: Iterable[Node]) -> None:
        self._connection.execute("BEGIN")
        self._connection.executemany(_INSERT, (self._row(node) for node in nodes))
        self._connection.execute("COMMIT")

    def _row(self, node: Node) -> tuple[int, str, str, str, str]:
        title, body = node.title, "\n".join(_texts(self._graph, node))
        return self._rowid(node.id), title, body, _stems(title), _stems(body)

    def _rowid(self, node: NodeId) -> int:
        if node not in self._rowids:
            self._rowids[node] = len(self._nodes)
            self._nodes.append(node)
        return self._rowids[node]

    def search(self, words: str, limit: int) -> tuple[Hit, ...]:
        """Find nodes with all the words, at most `limit`: first those with them in the title, then those in the texts.

        Whatever is typed is taken as words; nothing in it is a command. Without any word nothing is found.
        """
        typed = _typed(words)
        if not typed:
            return ()
        query = " AND ".join(f'("{word}"* OR "{stem(word)}")' for word in typed)
        hits = self._find(f"{_TITLE_COLUMNS} : ({query})", limit)
        if len(hits) < limit:
            hits = self._find(query, limit + len(hits), hits)
        return tuple(hits.values())[:limit]

    def excerpt(self, node: NodeId, words: str) -> Marked:
        """Return the part of the texts of a node around the first of the words, or their beginning without any."""
        ((body,),) = self._connection.execute("SELECT body FROM words WHERE rowid = ?", (self._rowids[node],))
        typed = tuple(_typed(words))
        stems = frozenset(map(stem, typed))
        before: deque[int] = deque(maxlen=_WORDS_BEFORE + 1)
        for word in _WORD.finditer(body):
            before.append(word.start())
            if _is_meant(word[0], typed, stems):
                return _excerpt(body, before[0], typed, stems)
        return _excerpt(body, 0, typed, stems)

    def _find(self, query: str, limit: int, before: dict[int, Hit] | None = None) -> dict[int, Hit]:
        ((count,),) = self._connection.execute(_COUNT, (query,))
        order = _RANKED if count <= _MOST_RANKED else ""
        rows = self._connection.execute(f"{_SELECT}{order} LIMIT {limit}", (query,))
        found = {rowid: Hit(self._nodes[rowid], _marked(title)) for rowid, title in rows}
        return {**(before or {}), **found}


def _texts(graph: Graph, node: Node) -> Iterator[str]:
    yield rewritten(node.text, lambda link: link.shown(graph.nodes))
    yield from node.tags
    yield from _textual(fields_of(node), node.fields)
    for edge in graph.out(node.id):
        yield from _edge_texts(edge)


def _edge_texts(edge: Edge) -> Iterator[str]:
    if edge.fields:
        yield from _textual(fields_of(edge), edge.fields)


def _textual(described: Iterable[Field], fields: Fields) -> Iterator[str]:
    for field in described:
        value = fields.get(field.id)
        if field.type in _TEXTUAL and isinstance(value, str):
            yield value
        elif field.type in _TEXTUAL and isinstance(value, tuple):
            yield from value


def _stems(text: str) -> str:
    return " ".join({_key(word) for word in _WORD.findall(text)})


@lru_cache(maxsize=2**16)
def _key(word: str) -> str:
    return stem(fold(word))


def _typed(words: str) -> list[str]:
    """Return the words to look for, each once."""
    return list(dict.fromkeys(map(fold, _WORD.findall(clean_text(words)))))[:_MOST_WORDS]


def _is_meant(word: str, typed: tuple[str, ...], stems: frozenset[str]) -> bool:
    """Tell whether a word of a text is one that was typed: it begins with it, or is another form of it."""
    return fold(word).startswith(typed) or _key(word) in stems


def _excerpt(body: str, begin: int, typed: tuple[str, ...], stems: frozenset[str]) -> Marked:
    """Cut a number of words out of a text, with marks for what was left out."""
    words = list(islice(_WORD.finditer(body, begin), _EXCERPT_WORDS))
    end = words[-1].end() if words else begin
    before, after = "…" if begin else "", "…" if _WORD.search(body, end) else ""
    shift = len(before) - begin
    meant = (word for word in words if _is_meant(word[0], typed, stems))
    ranges = tuple((word.start() + shift, word.end() + shift) for word in meant)
    return Marked(f"{before}{body[begin:end] if after else body[begin:]}{after}", ranges)


def _marked(text: str) -> Marked:
    parts = re.split(f"[{_BEGIN}{_END}]", text)
    ranges, at = [], 0
    for number, part in enumerate(parts):
        if number % 2:
            ranges.append((at, at + len(part)))
        at += len(part)
    return Marked("".join(parts), tuple(ranges))
