"""A graph that is durable after every action, with the history of what was done.

What a person does goes one way: the rows and the journal are written in one transaction of the working copy, which is
durable when the method returns; the graph in memory is replaced by the next one.
"""

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from uuid import UUID

from gvkaart.domain.changes import ChangeSet, merged
from gvkaart.domain.errors import Defect, GvkaartError, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.text import clean_line
from gvkaart.store import gate, guard, journal
from gvkaart.store.clock import Clock
from gvkaart.store.connection import LARGEST_VALUE, connect_working, problems_of, transaction
from gvkaart.store.journal import History, Op, OpKind, Recorded, Step
from gvkaart.store.schema import keep_journal

_RECENT: Final = 20


class Record:
    """A graph with its history, in a working copy.

    The methods may be called from several threads. After an `EnvironmentProblem`, `graph` is what the working copy
    really holds, so a view that shows another graph must take it over.
    """

    _graph: Graph
    _history: History

    def __init__(self, database: Path, clock: Clock, shown: Callable[[], Path]) -> None:
        """Take over a filled working copy; `shown` gives the file that messages name.

        Raises:
            Rejected: what stands in it is not a valid document.
            EnvironmentProblem: it cannot be read.
        """
        self._database = database
        self._clock = clock
        self._shown = shown
        self._lock = threading.RLock()
        self._is_open = True
        self._recent: OrderedDict[int, Recorded] = OrderedDict()
        """What was done lately, by number: that is what is mostly undone."""
        with problems_of(self._shown()):
            self._connection = connect_working(database)
            try:
                self.uuid: UUID = gate.uuid_of(self._connection, self._shown())
                self._reread()
                keep_journal(self._connection)
            except BaseException:
                self._connection.close()
                raise

    # --- what it holds ------------------------------------------------------------------------------------------------

    @property
    def graph(self) -> Graph:
        """The document as it is now; never changes, every action gives a new one."""
        return self._graph

    @property
    def undo_step(self) -> Step | None:
        """What `undo` would take back."""
        return self._history.done[-1] if self._history.done else None

    @property
    def redo_step(self) -> Step | None:
        """What `redo` would do again."""
        return self._history.undone[-1] if self._history.undone else None

    def steps(self, limit: int) -> list[Step]:
        """Return what was done and not undone, newest first, at most `limit` steps."""
        return self._history.done[: -limit - 1 : -1]

    def undone_steps(self) -> list[Step]:
        """Return what was undone and can be done again, the one that `redo` would do first."""
        return self._history.undone[::-1]

    def versions(self) -> list[Step]:
        """Return the moments that were named, newest first; the title is the step's detail."""
        return self._history.versions[::-1]

    # --- going back and forth -----------------------------------------------------------------------------------------

    def undo(self) -> ChangeSet | None:
        """Take back the last step and return what that changed; None when there is none.

        Raises:
            Rejected: the history that came with the file does not fit; nothing was changed.
            EnvironmentProblem: the disk is full or fails.
        """
        with self._lock:
            step = self.undo_step
            return None if step is None else self._replay(OpKind.UNDO, step)

    def redo(self) -> ChangeSet | None:
        """Do again what was undone last and return what that changed; None when there is nothing.

        Raises:
            Rejected: as `undo`.
            EnvironmentProblem: as `undo`.
        """
        with self._lock:
            step = self.redo_step
            return None if step is None else self._replay(OpKind.REDO, step)

    def go_to(self, step: int) -> ChangeSet:
        """Undo, or redo, as many steps as it takes for one to be the last that is done; all of it, or nothing.

        Args:
            step: number of a step that is done or undone; 0 to undo everything.

        Returns:
            What that changed.

        Raises:
            Rejected: there is no such step, or as `undo`.
            EnvironmentProblem: as `undo`.
        """
        with self._lock:
            way = self._history.way_to(step)
            with self._using():
                recorded = [(kind, self._changes_of(one)) for kind, one in way]
            whole = merged(changes.reversed() if kind is OpKind.UNDO else changes for kind, changes in recorded)
            try:
                self._record_way(way, whole)
            except Defect as error:
                raise Rejected("store.history_unusable") from error
            return whole

    def _record_way(self, way: list[tuple[OpKind, Step]], whole: ChangeSet) -> None:
        """Record undos and redos in one transaction; what they change together stands under the last of them."""
        if not way:
            return
        after = _checked(self._graph.with_changes(whole), whole)
        first, time = self._history.last + 1, self._clock()
        ops = [Op(first + n, kind, one.id, one.operation, one.detail, time) for n, (kind, one) in enumerate(way)]
        with self._writing():
            for op in ops[:-1]:
                journal.write_op(self._connection, op, ChangeSet())
            journal.write_op(self._connection, ops[-1], whole)
        self._graph = after
        for op in ops:
            self._history.add(op)

    def _replay(self, kind: OpKind, step: Step) -> ChangeSet:
        with self._using():
            recorded = self._changes_of(step)
        changes = recorded.reversed() if kind is OpKind.UNDO else recorded
        try:
            self._record(kind, step.id, step.operation, step.detail, changes)
        except Defect as error:
            raise Rejected("store.history_unusable") from error
        return changes

    def _record(self, kind: OpKind, of: int | None, name: str, detail: str, changes: ChangeSet) -> None:
        after = _checked(self._graph.with_changes(changes), changes)
        op = Op(self._history.last + 1, kind, of, name, clean_line(detail), self._clock())
        with self._writing():
            journal.write_op(self._connection, op, changes)
            recorded = journal.recorded(self._connection, op.id, changes)
        self._graph = after
        self._history.add(op)
        self._recent[op.id] = recorded
        if len(self._recent) > _RECENT:
            self._recent.popitem(last=False)

    def _changes_of(self, step: Step) -> ChangeSet:
        return journal.read_changes(self._connection, step.id, self._recent.get(step.id))

    def name_version(self, title: str) -> None:
        """Name this moment, so that one can return to it; the history that leads to it is kept for as long.

        Raises:
            EnvironmentProblem: the disk is full or fails.
        """
        with self._lock:
            self._record(OpKind.VERSION, None, "version", title, ChangeSet())

    def _record_erasure(self) -> None:
        op = Op(self._history.last + 1, OpKind.ERASE, None, "erase", "", self._clock())
        with self._writing():
            journal.erase(self._connection)
            journal.write_op(self._connection, op, ChangeSet())
        self._recent.clear()
        self._history.add(op)

    # --- the database -------------------------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend the database to who reads the history (`gvkaart.store.past`); nothing is changed meanwhile.

        Raises:
            EnvironmentProblem: the disk fails.
        """
        with self._lock, self._using():
            yield self._connection

    @contextmanager
    def _using(self) -> Iterator[None]:
        if not self._is_open:
            raise Defect("store.closed")
        with problems_of(self._database):
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction; after an error of the disk, memory is what the database holds."""
        with self._using():
            try:
                with transaction(self._connection):
                    yield
            except sqlite3.DataError as error:  # nothing was written: SQLite takes no value of that length
                raise Rejected("store.too_long", file=self._shown().name, megabytes=LARGEST_VALUE >> 20) from error
            except sqlite3.Error:
                # A commit that is reported as failed may be there all the same (reliability, section 1.8).
                with suppress(sqlite3.Error, GvkaartError):
                    self._reread()
                raise

    def _reread(self) -> None:
        self._graph = gate.load(self._connection, self._shown())
        self._history = History(journal.read_ops(self._connection))


def _checked(graph: Graph, changes: ChangeSet) -> Graph:
    for entity, error in guard.problems_after(graph, changes):
        raise Defect("store.invalid_change", where=guard.label(entity)) from error
    return graph
