"""The journal: operations, and what each of them changed.

Undo does not remove an operation, it appends one. What can be undone and redone is a fold over the list of operations,
so it survives closing, crashing and publishing alike.

The journal comes along in the user's file, so it may have been tampered with. An operation that does not fit those
before it makes everything before it final; what an operation changed is checked when it is taken back.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, assert_never

from gvkaart.domain.changes import Change, ChangeSet, merged
from gvkaart.domain.entities import Entity
from gvkaart.domain.errors import Defect, Rejected
from gvkaart.store.rows import Row, UnreadableError, entity_of_image, key_of, row_of, table_of
from gvkaart.store.schema import HISTORY, JOURNALED, KEY_LENGTH, quoted

LONGEST_HISTORY: Final = 100_000
"""Row changes that come along when a document is opened; older ones are dropped, unless a version needs them."""


class OpKind(StrEnum):
    """What an operation is to undo and redo."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    VERSION = "version"
    """Changes nothing; names the state it finds."""
    ERASE = "erase"
    """Changes nothing; all that came before it is gone from the journal."""


@dataclass(frozen=True, slots=True)
class Op:
    """One operation in the journal; `of` is the one that an undo or redo is about."""

    id: int
    kind: OpKind
    of: int | None
    name: str
    detail: str
    time: int


@dataclass(frozen=True, slots=True)
class Step:
    """What a person did and can take back.

    Attributes:
        id: number in the journal.
        operation: key of the operation, for the words to name it.
        detail: on what, usually a title; may be empty.
        time: milliseconds since 1970 (UTC).
    """

    id: int
    operation: str
    detail: str
    time: int


class History:
    """The operations of a document, and which of them can be undone and redone."""

    def __init__(self, ops: Iterable[Op]) -> None:
        """Fold the operations, oldest first."""
        self.last = 0
        self.erased = 0
        """The last operation that erased all before it; 0 when none did."""
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.versions: list[Step] = []
        for op in ops:
            self.add(op)

    def add(self, op: Op) -> None:
        """Take one more operation into account."""
        self.last = op.id
        match op.kind:
            case OpKind.DO:
                self.done.append(step_of(op))
                self.undone.clear()
            case OpKind.UNDO:
                self._move(op, self.done, self.undone)
            case OpKind.REDO:
                self._move(op, self.undone, self.done)
            case OpKind.VERSION:
                self.versions.append(step_of(op))
            case OpKind.ERASE:
                self.erased = op.id
                self.done, self.undone, self.versions = [], [], []
            case _:
                assert_never(op.kind)

    def way_to(self, step: int) -> list[tuple[OpKind, Step]]:
        """Return what to undo, or redo, in that order, so that `step` is the last one done; 0 undoes everything.

        Raises:
            Rejected: it is neither done nor undone.
        """
        if step == 0 or any(one.id == step for one in self.done):
            return [(OpKind.UNDO, one) for one in reversed(self.done) if one.id > step]
        if any(one.id == step for one in self.undone):
            return [(OpKind.REDO, one) for one in reversed(self.undone) if one.id <= step]
        raise Rejected("store.no_such_version")

    def _move(self, op: Op, source: list[Step], target: list[Step]) -> None:
        if source and source[-1].id == op.of:
            target.append(source.pop())
        else:  # what it is about was dropped from the journal, or never there
            self.done.clear()
            self.undone.clear()


def step_of(op: Op) -> Step:
    """Return what a person sees of an operation."""
    return Step(op.id, op.name, op.detail, op.time)


def read_ops(connection: sqlite3.Connection) -> list[Op]:
    """Read the operations, oldest first.

    Raises:
        ValueError: there is one of an unknown kind.
    """
    rows = connection.execute(f"SELECT {quoted(HISTORY['op'])} FROM op ORDER BY id")
    return [Op(id_, OpKind(kind), of, name, detail, time) for id_, kind, of, name, detail, time in rows]


def has_op(connection: sqlite3.Connection, op: int) -> bool:
    """Tell whether there is an operation with this number."""
    return connection.execute("SELECT 1 FROM op WHERE id = ?", (op,)).fetchone() is not None


def write_op(connection: sqlite3.Connection, op: Op, changes: ChangeSet) -> None:
    """Record an operation and write what it changes, within the running transaction."""
    row = (op.id, op.kind.value, op.of, op.name, op.detail, op.time)
    connection.execute(insert_into("op", HISTORY["op"]), row)
    connection.execute("UPDATE recording SET op = ?", (op.id,))
    write_changes(connection, changes)
    connection.execute("UPDATE recording SET op = NULL")


def write_changes(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Write changes to the tables of entities.

    Raises:
        Defect: the tables do not hold what the changes start from.
    """
    batches: dict[str, list[Row]] = {}
    for change in changes:
        statement, row = _statement(change)
        batches.setdefault(statement, []).append(row)
    for statement, rows in batches.items():
        if connection.executemany(statement, rows).rowcount != len(rows):
            raise Defect("store.rows_missing")


def _statement(change: Change) -> tuple[str, Row]:
    table = table_of(change.entity)
    if change.new is None:
        return _DELETE[table], key_of(change.entity)
    row, length = row_of(change.entity), KEY_LENGTH[table]
    if change.old is None:
        return _INSERT[table], row
    return _UPDATE[table], row[length:] + row[:length]


def insert_into(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that inserts one row."""
    return f"INSERT INTO {table} ({quoted(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _where_key(table: str, columns: tuple[str, ...]) -> str:
    return " AND ".join(f'"{column}" = ?' for column in columns[: KEY_LENGTH[table]])


def _update(table: str, columns: tuple[str, ...]) -> str:
    values = ", ".join(f'"{column}" = ?' for column in columns[KEY_LENGTH[table] :])
    return f"UPDATE {table} SET {values} WHERE {_where_key(table, columns)}"


_INSERT: Final = {table: insert_into(table, columns) for table, columns in JOURNALED.items()}
_UPDATE: Final = {table: _update(table, columns) for table, columns in JOURNALED.items()}
_DELETE: Final = {
    table: f"DELETE FROM {table} WHERE {_where_key(table, columns)}" for table, columns in JOURNALED.items()
}


class Recorded(NamedTuple):
    """What an operation changed, with a fingerprint of the rows in which the journal says so."""

    fingerprint: int
    changes: ChangeSet


def recorded(connection: sqlite3.Connection, op: int, changes: ChangeSet) -> Recorded:
    """Return what an operation changed that was written just now."""
    return Recorded(hash(_rows(connection, op)), changes)


def read_changes(connection: sqlite3.Connection, op: int, known: Recorded | None = None) -> ChangeSet:
    """Read what an operation changed; when that is known, and the rows are the same still, they are not parsed again.

    Parsing them takes longer than all the rest of taking back a large action.

    Raises:
        Rejected: what the journal says is not what this program writes.
    """
    try:
        rows = _rows(connection, op)
        if known is not None and hash(rows) == known.fingerprint:
            return known.changes
        return ChangeSet(tuple(_change(table, old, new) for table, old, new in rows))
    except (ValueError, Defect) as error:
        raise Rejected("store.history_unusable") from error
    except sqlite3.OperationalError as error:
        # The Python layer gives no code to the one error that is its own: a text that is no UTF-8.
        if hasattr(error, "sqlite_errorcode"):
            raise
        raise Rejected("store.history_unusable") from error


def _rows(connection: sqlite3.Connection, op: int) -> tuple[tuple[str, str | None, str | None], ...]:
    return tuple(connection.execute("SELECT entity, old, new FROM change WHERE op = ? ORDER BY seq", (op,)))


def _change(table: str, old: str | None, new: str | None) -> Change:
    if old is None and new is None:
        raise UnreadableError("neither old nor new")
    return Change(_entity(table, old), _entity(table, new))


def _entity(table: str, image: str | None) -> Entity | None:
    return None if image is None else entity_of_image(table, image)


def read_changes_since(connection: sqlite3.Connection, op: int) -> ChangeSet:
    """Read what the operations after one changed together.

    Raises:
        Rejected: as `read_changes`.
    """
    later = [row[0] for row in connection.execute("SELECT id FROM op WHERE id > ? ORDER BY id", (op,))]
    return merged([read_changes(connection, one) for one in later])


def first_kept(connection: sqlite3.Connection, database: str) -> int:
    """Return the number of the oldest operation in a database that is kept when its document is opened."""
    oldest_in_reach = connection.execute(
        f"SELECT op FROM {database}.change ORDER BY seq DESC LIMIT 1 OFFSET ?", (LONGEST_HISTORY,)
    ).fetchone()
    if oldest_in_reach is None:
        return 0
    oldest_version = f"SELECT min(id) FROM {database}.op WHERE kind = ?"
    (version,) = connection.execute(oldest_version, (OpKind.VERSION.value,)).fetchone()
    first = int(oldest_in_reach[0]) + 1
    return first if version is None else min(first, version)


def keep_within(connection: sqlite3.Connection, size: int) -> None:
    """Remove the oldest operations, until what the others changed takes at most `size` bytes."""
    newest_outside = _newest_outside(connection, size)
    connection.execute("DELETE FROM change WHERE op <= ?", (newest_outside,))
    connection.execute("DELETE FROM op WHERE id <= ?", (newest_outside,))


def _newest_outside(connection: sqlite3.Connection, size: int) -> int:
    """Return the last operation of which the changes, with all later ones, take more than `size` bytes; 0 for none."""
    lengths = "length(CAST(coalesce(old, '') AS BLOB)) + length(CAST(coalesce(new, '') AS BLOB))"
    row = connection.execute(
        f"SELECT op FROM (SELECT op, sum({lengths}) OVER (ORDER BY seq DESC) AS total FROM change)"
        " WHERE total > ? ORDER BY op DESC LIMIT 1",
        (size,),
    ).fetchone()
    return 0 if row is None else int(row[0])


def erase(connection: sqlite3.Connection) -> None:
    """Remove all operations and what they changed, within the running transaction."""
    connection.execute("DELETE FROM change")
    connection.execute("DELETE FROM op")
