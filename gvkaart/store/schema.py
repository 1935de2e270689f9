"""The tables of a document, the migrations that make them, and the triggers that keep the journal.

The text of every table that was ever released stands here and never changes: a file is accepted only when its schema is
letter for letter one of ours (`expected_schema`), so nothing in it may depend on how a library words a CREATE TABLE.

Only integers and text (SQLite's JSON functions lose precision on REAL), and STRICT, so a column holds what it says.
There are no foreign keys: whether references hold is decided by `gvkaart.domain.validation`, for edits and files alike.

The journal triggers are TEMP triggers: they belong to our connection, never to a file. A file with any trigger in it
is therefore refused, and no migration can lose them.
"""

import sqlite3
from typing import Final, NamedTuple

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

APPLICATION_ID: Final = 0x47564B31
"""Bytes 68-71 of the file header: "GVK1"."""

JOURNALED: Final[dict[str, tuple[str, ...]]] = {
    "map": ("id", "title", "language", "fields"),
    "round": ("id", "map", "position", "title", "date"),
    "node": ("id", "kind", "title", "text", "tags", "visibility", "origin", "fields", "created", "modified"),
    "edge": ("source", "relation", "target", "from_round", "until_round", "visibility", "fields"),
    "placement": ("map", "node", "x", "y", "by_hand", "collapsed", "fields"),
    "set_aside": ("map", "check", "subject", "evidence", "values", "reason", "date"),
}
"""Columns of the tables that hold entities, as they are now; each write to them is kept in the journal."""

KEY_LENGTH: Final = {"map": 1, "round": 1, "node": 1, "edge": 4, "placement": 2, "set_aside": 5}
"""How many of the first columns of those tables are their primary key."""

HISTORY: Final[dict[str, tuple[str, ...]]] = {
    "op": ("id", "kind", "of", "name", "detail", "time"),
    "change": ("seq", "op", "entity", "old", "new"),
}
"""Columns of the journal: operations, and the row images they replaced and wrote."""

# sqlite-utils would word this table by itself, and perhaps otherwise in a later version.
_MIGRATIONS_TABLE: Final = (
    "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT,"
    " UNIQUE (migration_set, name)) STRICT"
)

_VERSION_1: Final = """
CREATE TABLE document (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE map (
    id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL, fields TEXT NOT NULL
) STRICT;
CREATE TABLE round (
    id TEXT PRIMARY KEY NOT NULL, map TEXT NOT NULL, position INTEGER NOT NULL, title TEXT NOT NULL, date TEXT NOT NULL
) STRICT;
CREATE TABLE node (
    id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, tags TEXT NOT NULL,
    visibility TEXT NOT NULL, origin TEXT NOT NULL, fields TEXT NOT NULL,
    created INTEGER NOT NULL, modified INTEGER NOT NULL
) STRICT;
CREATE TABLE edge (
    source TEXT NOT NULL, relation TEXT NOT NULL, target TEXT NOT NULL, from_round TEXT NOT NULL,
    until_round TEXT NOT NULL, visibility TEXT NOT NULL, fields TEXT NOT NULL,
    PRIMARY KEY (source, relation, target, from_round)
) STRICT;
CREATE TABLE placement (
    map TEXT NOT NULL, node TEXT NOT NULL, x INTEGER, y INTEGER, by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    collapsed INTEGER NOT NULL CHECK (collapsed IN (0, 1)), fields TEXT NOT NULL,
    PRIMARY KEY (map, node)
) STRICT;
CREATE TABLE set_aside (
    map TEXT NOT NULL, "check" TEXT NOT NULL, subject TEXT NOT NULL, evidence TEXT NOT NULL, "values" TEXT NOT NULL,
    reason TEXT NOT NULL, date TEXT NOT NULL,
    PRIMARY KEY (map, "check", subject, evidence, "values")
) STRICT;
CREATE TABLE op (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, of INTEGER, name TEXT NOT NULL, detail TEXT NOT NULL,
    time INTEGER NOT NULL
) STRICT;
CREATE TABLE change (
    seq INTEGER PRIMARY KEY, op INTEGER NOT NULL, entity TEXT NOT NULL, old TEXT, new TEXT
) STRICT;
CREATE INDEX change_op ON change (op)
"""

MIGRATIONS: Final = Migrations("gvkaart")
"""One migration per released format; what was released is never edited, only followed by another one."""


@MIGRATIONS()
def version_1(db: Database) -> None:
    """Make the tables of the first release."""
    for statement in _VERSION_1.split(";"):
        db.execute(statement.strip())


class SchemaObject(NamedTuple):
    """One row of sqlite_schema."""

    type: str
    name: str
    table: str
    sql: str | None


def _names() -> list[str]:
    return [migration.name for migration in MIGRATIONS.pending(Database(memory=True))]


def current_version() -> int:
    """Return the format that this program writes, also kept in `user_version`."""
    return len(_names())


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring an empty database, or one of an older format, to a format; each migration is one transaction."""
    db = Database(connection, execute_plugins=False)
    if not db["_sqlite_migrations"].exists():
        db.execute(_MIGRATIONS_TABLE)
    MIGRATIONS.apply(db, stop_before=_names()[version:])
    # Nothing in a file tells when or how often it was opened.
    db.execute("UPDATE _sqlite_migrations SET applied_at = ''")
    db.execute(f"PRAGMA user_version = {version}")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def schema_of(connection: sqlite3.Connection) -> frozenset[SchemaObject]:
    """Read everything that a database declares: tables, indexes, triggers, views."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset(SchemaObject(*row) for row in rows)


def expected_schema(version: int) -> frozenset[SchemaObject]:
    """Return the schema that a file of a released format has, and nothing besides."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, version)
        return schema_of(connection)
    finally:
        connection.close()


def columns_of(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return the columns of every table of ours in a database, whatever its format, save those of the migrations."""
    db = Database(connection, execute_plugins=False)
    return {
        table.name: tuple(column.name for column in table.columns)
        for table in db.tables
        if table.name != "_sqlite_migrations"
    }


def quoted(columns: tuple[str, ...]) -> str:
    """Return column names as a list in SQL; some of ours are keywords."""
    return ", ".join(f'"{column}"' for column in columns)


def keep_journal(connection: sqlite3.Connection) -> None:
    """Make the database record every change of an entity, and refuse one that belongs to no operation.

    The number of the running operation stands in `temp.recording`; it is NULL between operations.
    """
    connection.execute("CREATE TEMP TABLE recording (op INTEGER)")
    connection.execute("INSERT INTO recording VALUES (NULL)")
    for table, columns in JOURNALED.items():
        for statement in _triggers(table, columns):
            connection.execute(statement)


def _triggers(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    old, new = _image("OLD", columns), _image("NEW", columns)
    return (
        _trigger(table, "INSERT", "NULL", new),
        _trigger(table, "UPDATE", old, new),
        _trigger(table, "DELETE", old, "NULL"),
    )


def _trigger(table: str, event: str, old: str, new: str) -> str:
    return (
        f"CREATE TEMP TRIGGER {table}_{event.lower()} AFTER {event} ON main.{table} BEGIN"
        " SELECT RAISE(ABORT, 'a write outside an operation') FROM recording WHERE op IS NULL;"
        f" INSERT INTO change (op, entity, old, new) SELECT op, '{table}', {old}, {new} FROM recording; END"
    )


def _image(side: str, columns: tuple[str, ...]) -> str:
    pairs = ", ".join(f"'{column}', {side}.\"{column}\"" for column in columns)
    return f"json_object({pairs})"
