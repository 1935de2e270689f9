"""The document: bulk changes, undo, publishing, opening and searching (one durable action: see `bench_action`)."""

import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.store import Document, SearchIndex
from tests.benchmarks.documents import case_of
from tests.benchmarks.rows import Effort, Row, Rows, in_turn, median, milliseconds

_TYPED: Final = ("w", "be", "mens", "mensen op tijd", "bel brief")
_MOST_TO_OPEN: Final = {3_000: 350.0, 10_000: 1_000.0}
_MOST_TO_APPLY: Final = {10_000: 1_000.0}


def rows(effort: Effort) -> Rows:
    """Measure documents of every size: the floors do the same to SQLite without checking, journal or graph.

    Searching is also measured in a case ten times as large as the largest.
    """
    for size in effort.sizes:
        graph = case_of(size)
        with tempfile.TemporaryDirectory() as name:
            yield from _document(graph, size, Path(name), effort.runs)
        yield from _search(graph, size, effort.runs)
    large = max(effort.sizes) * 10
    yield from _search(case_of(large), large, effort.runs)


def _document(graph: Graph, size: int, folder: Path, runs: int) -> Rows:
    path, data = folder / "map.gvkaart", folder / "data"
    content = ChangeSet(tuple(Change(None, entity) for entity in graph.entities()))
    document = Document.create(path, data, count(1).__next__)
    bulk = milliseconds(lambda: document.apply("import", content))
    yield Row(f"{len(content)} entities at once", bulk, most=_MOST_TO_APPLY.get(size))
    yield Row(f"undo of one action, {size} nodes", _undo(document, runs))
    published, copied = in_turn(runs, partial(_publish, document, count()), partial(_vacuum, path, folder / "bare.db"))
    yield Row(f"publish, {size} nodes", median(published), floor=median(copied), floor_is="VACUUM INTO")
    document.close()
    opened, read = in_turn(runs, partial(_open, path, data), partial(_read_all, path))
    most = _MOST_TO_OPEN.get(size)
    yield Row(f"open, {size} nodes", median(opened), floor=median(read), floor_is="rows read", most=most)


def _undo(document: Document, runs: int) -> float:
    for number in range(runs):
        added = Change(None, Node(NodeId(f"undone-{number}"), "note", f"Titel {number}"))
        document.apply("add", ChangeSet((added,)))
    return median(milliseconds(document.undo) for _ in range(runs))


def _publish(document: Document, numbers: "count[int]") -> float:
    added = Change(None, Node(NodeId(f"published-{next(numbers)}"), "note", "Titel"))
    document.apply("add", ChangeSet((added,)))
    return milliseconds(document.publish)


def _vacuum(path: Path, to: Path) -> float:
    to.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        return milliseconds(lambda: connection.execute("VACUUM INTO ?", (str(to),)))


def _open(path: Path, data: Path) -> float:
    documents: list[Document] = []
    taken = milliseconds(lambda: documents.append(Document.open(path, data, count(1).__next__)))
    documents[0].close()
    return taken


def _read_all(path: Path) -> float:
    with closing(sqlite3.connect(path)) as connection:
        tables: Sequence[str] = ("map", "round", "node", "edge", "placement", "op", "change")
        return milliseconds(lambda: [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables])


def _search(graph: Graph, size: int, runs: int) -> Rows:
    indexes: list[SearchIndex] = []
    yield Row(f"index the words, {size} nodes", milliseconds(lambda: indexes.append(SearchIndex(graph))))
    for typed in _TYPED:
        taken = median(milliseconds(partial(indexes[0].search, typed, 20)) for _ in range(runs))
        yield Row(f"search '{typed}', {size} nodes", taken, most=30.0)
