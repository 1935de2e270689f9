"""Publishing: the file of the user is replaced whole, or not at all.

The database is first written compactly (VACUUM INTO) to our own folder and checked there; then its bytes are copied to
a temporary file beside the target, made durable, read back, and put in its place. So no SQLite file operation ever
happens in the user's folder, which may be a network share or a folder that a sync client watches.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from gvkaart.domain.changes import Change
from gvkaart.domain.errors import EnvironmentProblem, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.store import gate, journal
from gvkaart.store.connection import connect_reading, connect_working, create_private, problems_of, transaction
from gvkaart.store.files import durable_copy_beside, fingerprint, sync_folder
from gvkaart.store.gate import LARGEST_FILE, is_our_header

_WAITS: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to replace a file that a virus scanner or sync client on Windows holds for a moment."""

_STRAY_AGE: Final = 3600
"""Seconds after which a temporary file of ours belongs to a program that was killed."""

_LONGEST_PREFIX: Final = 40

LONG_FILE: Final = LARGEST_FILE // 2
"""Bytes from which a file keeps less of its history; each change of a long text adds that text to it twice."""


class Conflict(EnvironmentProblem):
    """The file on disk is not the one we read or wrote last: somebody else changed, moved or removed it."""


@dataclass(frozen=True, slots=True)
class PublishResult:
    """What publishing did.

    Attributes:
        path: the file that now holds everything.
        written: False when it already did.
        size: of the file, in bytes.
    """

    path: Path
    written: bool
    size: int


def snapshot(connection: sqlite3.Connection, to: Path) -> None:
    """Write the database of a connection as one compact file of our own, without remains of what was deleted.

    A file that grows too long to be opened again leaves its oldest history out, also when a version needs it.

    Raises:
        Rejected: even so it is too large to be opened again.
        sqlite3.Error: the disk is full or fails; then there is no file.
    """
    to.unlink(missing_ok=True)
    create_private(to)
    try:
        connection.execute("VACUUM INTO ?", (str(to),))
        if to.stat().st_size > LONG_FILE:
            with _rewritten(to) as copy:
                journal.keep_within(copy, LONG_FILE // 4)
        _require_sound(to)
        _require_openable(to)
    except BaseException:
        to.unlink(missing_ok=True)
        raise


def _require_sound(path: Path) -> None:
    copy = connect_reading(path)
    try:
        if copy.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise EnvironmentProblem("store.disk_error", file=path.name, code="quick_check")
    finally:
        copy.close()


def _require_openable(path: Path) -> None:
    if path.stat().st_size > LARGEST_FILE:
        raise Rejected("store.too_large", file=path.name, megabytes=LARGEST_FILE >> 20)


def write_fresh(graph: Graph, to: Path, created: int) -> None:
    """Write a graph as a document of its own, with an identity of its own and without any history.

    Nothing can be read from it that is not in the graph, because nothing else was ever in it.

    Args:
        graph: what the document holds.
        to: where; our own folder.
        created: milliseconds since 1970 (UTC).

    Raises:
        sqlite3.Error: the disk is full or fails.
    """
    to.unlink(missing_ok=True)
    gate.create_empty(to, uuid4(), created)
    with closing(connect_working(to)) as connection, transaction(connection):
        journal.write_changes(connection, (Change(None, entity) for entity in graph.entities()))
    to.with_name(to.name + "-journal").unlink(missing_ok=True)
    _require_sound(to)
    _require_openable(to)


@contextmanager
def _rewritten(path: Path) -> Iterator[sqlite3.Connection]:
    """Change a snapshot, and write it compactly anew."""
    with closing(connect_working(path)) as connection:
        yield connection
        connection.execute("VACUUM")
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


def deliver(source: Path, target: Path, expected: str | None, *, readable: bool = False) -> None:
    """Put a snapshot in the place of a file, provided that the file is still the expected one.

    Args:
        source: the snapshot.
        target: where it goes.
        expected: fingerprint of the file that is there now; None when there is none.
        readable: a new file is for whoever may read what this user makes; else only for this user's eyes.

    Raises:
        Conflict: the file is another one; it was left alone.
        EnvironmentProblem: the disk is full, or there is no permission; the file is as it was.
    """
    with problems_of(target):
        _require_unchanged(target, expected)
        temporary = durable_copy_beside(source, target, _prefix(target), readable=readable)
        try:
            _require_unchanged(target, expected)
            if expected is not None:
                temporary.chmod(target.stat().st_mode & 0o777)
            _replace(temporary, target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)


def _require_unchanged(target: Path, expected: str | None) -> None:
    found = fingerprint(target)
    if found != expected:
        key = "store.target_gone" if found is None else "store.target_changed"
        raise Conflict(key, file=target.name)


def _prefix(target: Path) -> str:
    return f".~{target.name[:_LONGEST_PREFIX]}."


def _replace(temporary: Path, target: Path) -> None:
    for wait in _WAITS:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def remove_strays(target: Path, now: int) -> None:
    """Remove temporary files that a killed program left beside a document; `now` in milliseconds since 1970."""
    for path in target.parent.glob(".~*.tmp"):
        is_ours = path.name.startswith(_prefix(target)) and path.is_file()
        if is_ours and now / 1000 - path.stat().st_mtime > _STRAY_AGE:
            path.unlink(missing_ok=True)


def require_replaceable(target: Path) -> None:
    """Refuse to replace a file that is no document.

    Raises:
        Rejected: it is not a document, and not empty either.
    """
    if target.is_file():
        with target.open("rb") as file:
            header = file.read(100)
        if header and not is_our_header(header):
            raise Rejected("store.other_file", file=target.name)
    elif target.exists():
        raise Rejected("store.other_file", file=target.name)
