"""The opening gate: a file becomes a working copy only when everything in it is what this program writes.

The file of the user is read once, as bytes, into a private copy; from then on only that copy counts, so nobody can swap
it half-way, no lock is taken on a network share, and what we know of it (its fingerprint) is what we read. A journal
beside a file is refused, never played back: a forged one can make SQLite delete files.

The copy is opened read-only; its schema must equal one that we released, so nothing in it can run; then its rows are
inserted into a fresh database with our own strict schema, brought to the current format there, and everything they say
is checked against the metamodel.
"""

import sqlite3
import stat
import struct
import time
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, Final
from uuid import UUID

from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.store import guard
from gvkaart.store.connection import connect_reading, connect_working, create_private, reading_uri, transaction
from gvkaart.store.files import copy_bytes
from gvkaart.store.journal import first_kept, insert_into, read_ops
from gvkaart.store.rows import entity_of
from gvkaart.store.schema import (
    APPLICATION_ID,
    JOURNALED,
    columns_of,
    current_version,
    expected_schema,
    make_tables,
    quoted,
    schema_of,
)

LARGEST_FILE: Final = 512 * 2**20
"""No document is larger, in bytes."""

LONGEST_CHECK: Final = 30.0
"""Seconds that checking a file may take before it is refused; 100,000 nodes take about two."""

_HEADER_LENGTH: Final = 100
_STEPS_BETWEEN_LOOKS: Final = 20_000


def take_copy(path: Path, copy: Path) -> str:
    """Copy a file that looks like a document and return the fingerprint of what was copied.

    Raises:
        Rejected: it is no document of ours, from a later version, too large, or in use by another program.
        OSError: it cannot be read.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):  # a folder, or a pipe that would never end
        raise Rejected("store.no_document", file=path.name)
    with path.open("rb") as source:
        if status.st_size > LARGEST_FILE:
            raise Rejected("store.too_large", file=path.name, megabytes=LARGEST_FILE >> 20)
        _require_our_header(source, path)
        _require_no_journal(path)
        create_private(copy)
        with copy.open("wb") as target:
            return copy_bytes(source, target)


def _require_our_header(source: BinaryIO, path: Path) -> None:
    header = source.read(_HEADER_LENGTH)
    source.seek(0)
    if not is_our_header(header):
        raise Rejected("store.no_document", file=path.name)
    version = struct.unpack(">I", header[60:64])[0]
    if version > current_version():
        raise Rejected("store.from_the_future", file=path.name, version=version, known=current_version())
    if version == 0 or header[18:20] != b"\1\1":  # another journal mode than ours
        raise Rejected("store.damaged", file=path.name)


def is_our_header(header: bytes) -> bool:
    """Tell whether these first bytes of a file are those of a document, of whatever version."""
    return header[:16] == b"SQLite format 3\0" and header[68:72] == struct.pack(">I", APPLICATION_ID)


def _require_no_journal(path: Path) -> None:
    for suffix in ("-journal", "-wal"):
        beside = path.with_name(path.name + suffix)
        if beside.exists() and beside.stat().st_size > 0:
            raise Rejected("store.journal_beside", file=path.name, journal=beside.name)


def build_from(copy: Path, database: Path, path: Path) -> int:
    """Fill a fresh database of the current format with the rows of a copy made by `take_copy`.

    Returns:
        The format that the file had.

    Raises:
        Rejected: the schema is not ours, the file is damaged, or checking takes too long.
        sqlite3.Error: as long as it can only mean that the file is damaged.
    """
    deadline = time.monotonic() + LONGEST_CHECK
    try:
        version = _require_ours(copy, path, deadline)
        _fill(database, copy, version, deadline)
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise Rejected("store.too_slow", file=path.name) from error
        raise
    else:
        return version


def _require_ours(copy: Path, path: Path, deadline: float) -> int:
    """Refuse a schema that we did not release, and damage that shows in the structure; return the format."""
    with closing(connect_reading(copy)) as source:
        _limit_time(source, deadline)
        version: int = source.execute("PRAGMA user_version").fetchone()[0]
        if schema_of(source) != expected_schema(version):
            raise Rejected("store.foreign_schema", file=path.name)
        if source.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise Rejected("store.damaged", file=path.name)
        return version


def _limit_time(connection: sqlite3.Connection, deadline: float) -> None:
    connection.set_progress_handler(lambda: time.monotonic() > deadline, _STEPS_BETWEEN_LOOKS)


def _fill(database: Path, copy: Path, version: int, deadline: float) -> None:
    create_private(database)
    with closing(connect_working(database)) as target:
        with transaction(target):
            make_tables(target, version)
        _limit_time(target, deadline)
        target.execute("ATTACH ? AS source", (reading_uri(copy),))
        with transaction(target):
            _copy_rows(target)
        target.execute("DETACH source")
        if version < current_version():
            from gvkaart.store.migrations import migrate

            migrate(target, current_version())


def _copy_rows(target: sqlite3.Connection) -> None:
    first = first_kept(target, "source")
    kept = {"op": f"WHERE id >= {first}", "change": f"WHERE op >= {first}"}
    for table, columns in columns_of(target).items():
        names = quoted(columns)
        rows = f"SELECT {names} FROM source.{table} {kept.get(table, '')} ORDER BY rowid"
        target.execute(f"INSERT INTO main.{table} ({names}) {rows}")


def create_empty(database: Path, uuid: UUID, created: int) -> None:
    """Make the database of a new document; `created` in milliseconds since 1970 (UTC)."""
    create_private(database)
    with closing(connect_working(database)) as connection:
        rows = [("uuid", str(uuid)), ("created", str(created))]
        with transaction(connection):
            make_tables(connection, current_version())
            connection.executemany(insert_into("document", ("key", "value")), rows)


def load(connection: sqlite3.Connection, path: Path) -> Graph:
    """Read and check the graph in a database of the current format.

    Raises:
        Rejected: something in it is not what the metamodel allows; says what and where.
    """
    try:
        graph = Graph.of(
            entity_of(table, row)
            for table, columns in JOURNALED.items()
            for row in connection.execute(f"SELECT {quoted(columns)} FROM {table} ORDER BY rowid")
        )
        read_ops(connection)
    except ValueError as error:
        raise Rejected("store.damaged", file=path.name) from error
    for entity, problem in guard.problems_in(graph):
        raise Rejected("store.invalid_content", file=path.name, where=guard.label(entity)) from problem
    return graph


def uuid_of(connection: sqlite3.Connection, path: Path) -> UUID:
    """Read the identity of the document, which stays when its file is renamed or moved.

    Raises:
        Rejected: it has none, or carries something else besides.
    """
    about = dict(connection.execute("SELECT key, value FROM document"))
    try:
        if set(about) == {"uuid", "created"} and about["created"].isdecimal():
            return UUID(about["uuid"])
    except ValueError:
        pass
    raise Rejected("store.damaged", file=path.name)
