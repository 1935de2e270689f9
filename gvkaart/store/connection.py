"""Connections to a database, and what their errors mean to a person.

There is one SQLite library in the process, and no file is opened by other means while a connection to it is open: on
POSIX, closing any descriptor of a file drops the locks that SQLite holds on it (sqlite.org/howtocorrupt, 2.2).
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from gvkaart.domain.errors import EnvironmentProblem, GvkaartError, Rejected

_WORKING_PRAGMAS: Final = (
    "locking_mode = EXCLUSIVE",
    # Not WAL: a copy of an open WAL file is empty, and shares cannot hold one. TRUNCATE with FULL lost nothing in any
    # simulated power cut (tests/store/test_power_cut.py).
    "journal_mode = TRUNCATE",
    "synchronous = FULL",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
)
_READING_PRAGMAS: Final = ("temp_store = MEMORY", "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0")

LARGEST_VALUE: Final = 64 * 2**20
"""No text in a document is larger, in bytes."""

_SQLITE_KEYS: Final = {
    sqlite3.SQLITE_FULL: "store.disk_full",
    sqlite3.SQLITE_BUSY: "store.locked",
    sqlite3.SQLITE_LOCKED: "store.locked",
    sqlite3.SQLITE_READONLY: "store.no_permission",
    sqlite3.SQLITE_PERM: "store.no_permission",
    sqlite3.SQLITE_CANTOPEN: "store.not_opened",
    sqlite3.SQLITE_IOERR: "store.disk_error",
}
_OS_KEYS: Final = {
    errno.ENOSPC: "store.disk_full",
    errno.EDQUOT: "store.disk_full",
    errno.EFBIG: "store.disk_full",
    errno.ENOENT: "store.not_found",
    errno.ENOTDIR: "store.not_found",
    errno.EACCES: "store.no_permission",
    errno.EPERM: "store.no_permission",
    errno.EROFS: "store.no_permission",
    errno.EBUSY: "store.locked",
}


def create_private(path: Path) -> None:
    """Make an empty file that only this user can read; SQLite gives its journal the same permissions."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def connect_working(path: Path) -> sqlite3.Connection:
    """Open a database of our own for durable writing, by us alone; transactions are begun by hand.

    May be used from several threads, one at a time.
    """
    connection = sqlite3.connect(path, timeout=0.3, isolation_level=None, check_same_thread=False, uri=True)
    return _prepared(connection, _WORKING_PRAGMAS)


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open a database that nobody writes to, for reading only: no locks, no journal, nothing in it is trusted."""
    connection = sqlite3.connect(reading_uri(path), uri=True, isolation_level=None)
    return _prepared(connection, _READING_PRAGMAS)


def reading_uri(path: Path) -> str:
    """Name a database so that SQLite neither writes to it nor locks it."""
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def _prepared(connection: sqlite3.Connection, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make everything within durable together, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def problems_of(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the operating system about a file into ours.

    Raises:
        EnvironmentProblem: disk full, no permission, locked, not there, or a failing disk.
        Rejected: what stands in the file is damaged.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _from_sqlite(error, path) from error
    except UnicodeError as error:  # even the name that stands in an error of SQLite may be no UTF-8
        raise Rejected("store.damaged", file=path.name) from error
    except OSError as error:
        key = _OS_KEYS.get(error.errno or 0, "store.disk_error")
        raise EnvironmentProblem(key, file=path.name, code=_code_of(error)) from error


def _from_sqlite(error: sqlite3.Error, path: Path) -> GvkaartError:
    # The primary code is in the low byte; an error of the Python layer, such as text that is no UTF-8, has none.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    if code in _SQLITE_KEYS:
        return EnvironmentProblem(_SQLITE_KEYS[code], file=path.name, code=getattr(error, "sqlite_errorname", ""))
    return Rejected("store.damaged", file=path.name)


def _code_of(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, type(error).__name__)
