"""The migrations: what makes a document of every released format out of one of the format before it.

Each is one transaction and may use all that sqlite-utils offers; what it leaves must be letter for letter the text of
its format in `gvkaart.store.schema`.
"""

import sqlite3
from typing import Final

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from gvkaart.store.schema import FORMATS, MIGRATION_SET, current_version, migration_name, sign

MIGRATIONS: Final = Migrations(MIGRATION_SET)
"""One migration per released format; what was released is never edited, only followed by another one."""

_OWN_TABLE, *_FIRST_TABLES = FORMATS[0].split(";")
"""sqlite-utils would word the table of the migrations by itself, and perhaps otherwise in a later version."""


@MIGRATIONS()
def version_1(db: Database) -> None:
    """Make the tables of the first release."""
    for statement in _FIRST_TABLES:
        db.execute(statement.strip())


@MIGRATIONS()
def version_2(db: Database) -> None:
    """Add the layouts and where nodes stand in them; before, a map had no other arrangement than its placements."""
    for statement in FORMATS[1].removeprefix(f"{FORMATS[0]};").split(";"):
        db.execute(statement.strip())


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring an empty database, or one of an older format, to a format; each migration is one transaction."""
    db = Database(connection, execute_plugins=False)
    if not db["_sqlite_migrations"].exists():
        db.execute(_OWN_TABLE.strip())
    MIGRATIONS.apply(db, stop_before=[migration_name(later) for later in range(version + 1, current_version() + 1)])
    # Nothing in a file tells when or how often it was opened.
    db.execute("UPDATE _sqlite_migrations SET applied_at = ''")
    sign(connection, version)
