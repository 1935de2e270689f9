"""The tables of a document in every format that was released, and the triggers that keep the journal.

The text of every format stands here and never changes: a file is accepted only when its schema is letter for letter one
of ours (`expected_schema`), so nothing in it may depend on how a library words a CREATE TABLE. A new document is made
of that text. What brings an older document to the present is in `gvkaart.store.migrations`, and only then imported:
the library for it costs a tenth of a second at every start. A test holds that both ways lead to the same.

Only integers and text (SQLite's JSON functions lose precision on REAL), and STRICT, so a column holds what it says.
There are no foreign keys: whether references hold is decided by `gvkaart.domain.validation`, for edits and files alike.

The journal triggers are TEMP triggers: they belong to our connection, never to a file. A file with any trigger in it
is therefore refused, and no migration can lose them.
"""

import sqlite3
from functools import cache
from typing import Final, NamedTuple

APPLICATION_ID: Final = 0x47564B31
"""Bytes 68-71 of the file header: "GVK1"."""

JOURNALED: Final[dict[str, tuple[str, ...]]] = {
    "map": ("id", "title", "language", "fields"),
    "round": ("id", "map", "position", "title", "date"),
    "node": ("id", "kind", "title", "text", "tags", "visibility", "origin", "fields", "created", "modified"),
    "edge": ("source", "relation", "target", "from_round", "until_round", "visibility", "fields"),
    "placement": ("map", "node", "x", "y", "by_hand", "collapsed", "fields"),
    "layout": ("map", "id", "title", "shown", "fields"),
    "spot": ("map", "layout", "node", "x", "y", "by_hand"),
    "set_aside": ("map", "check", "subject", "evidence", "values", "reason", "date"),
}
"""Columns of the tables that hold entities, as they are now; each write to them is kept in the journal."""

KEY_LENGTH: Final = {"map": 1, "round": 1, "node": 1, "edge": 4, "placement": 2, "layout": 2, "spot": 3, "set_aside": 5}
"""How many of the first columns of those tables are their primary key."""

HISTORY: Final[dict[str, tuple[str, ...]]] = {
    "op": ("id", "kind", "of", "name", "detail", "time"),
    "change": ("seq", "op", "entity", "old", "new"),
}
"""Columns of the journal: operations, and the row images they replaced and wrote."""

MIGRATION_SET: Final = "gvkaart"
"""The name under which a document says which migrations it has had."""

_FORMAT_1: Final = """
CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, applied_at TEXT,\
 UNIQUE (migration_set, name)) STRICT;
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

_SINCE_FORMAT_2: Final = """
CREATE TABLE layout (
    map TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
    fields TEXT NOT NULL,
    PRIMARY KEY (map, id)
) STRICT;
CREATE TABLE spot (
    map TEXT NOT NULL, layout TEXT NOT NULL, node TEXT NOT NULL, x INTEGER NOT NULL, y INTEGER NOT NULL,
    by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    PRIMARY KEY (map, layout, node)
) STRICT
"""

FORMATS: tuple[str, ...] = (_FORMAT_1, f"{_FORMAT_1};{_SINCE_FORMAT_2}")
"""The statements that make each released format, the oldest first; what was released is never edited, only followed."""


class SchemaObject(NamedTuple):
    """One row of sqlite_schema."""

    type: str
    name: str
    table: str
    sql: str | None


def current_version() -> int:
    """Return the format that this program writes, also kept in `user_version`."""
    return len(FORMATS)


def migration_name(version: int) -> str:
    """Return the name of the migration that makes a format of the one before it."""
    return f"version_{version}"


def make_tables(connection: sqlite3.Connection, version: int) -> None:
    """Make the tables of a format in an empty database, as its migrations would; to be done in one transaction."""
    for statement in FORMATS[version - 1].split(";"):
        connection.execute(statement.strip())
    # Nothing in a file tells when or how often it was opened, so the time of a migration is empty.
    connection.executemany(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, '')",
        [(MIGRATION_SET, migration_name(number + 1)) for number in range(version)],
    )
    sign(connection, version)


def sign(connection: sqlite3.Connection, version: int) -> None:
    """Write in the header of a file that it is ours, and its format."""
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def schema_of(connection: sqlite3.Connection) -> frozenset[SchemaObject]:
    """Read everything that a database declares: tables, indexes, triggers, views."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return frozenset(SchemaObject(*row) for row in rows)


@cache
def expected_schema(version: int) -> frozenset[SchemaObject]:
    """Return the schema that a file of a released format has, and nothing besides."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        make_tables(connection, version)
        return schema_of(connection)
    finally:
        connection.close()


_COLUMNS: Final = """
SELECT one.name, "column".name FROM main.sqlite_schema AS one, pragma_table_info(one.name, 'main') AS "column"
WHERE one.type = 'table' AND one.name <> '_sqlite_migrations' ORDER BY one.rowid, "column".cid
"""


def columns_of(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return the columns of every table of ours in a database, whatever its format, save those of the migrations."""
    columns: dict[str, tuple[str, ...]] = {}
    for table, column in connection.execute(_COLUMNS):
        columns[table] = (*columns.get(table, ()), column)
    return columns


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
