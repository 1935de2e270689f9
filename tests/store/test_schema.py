"""The schema: released formats never change, and an older one is brought to the present without losing anything."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from gvkaart.domain.graph import Graph
from gvkaart.store import Document, list_backups, migrations, schema
from tests.store.tools import SMALL, FakeClock, added, graph_in, note, saved, sql

RELEASED = {1: "ab7121464c7f063d", 2: "638d3d05801be748"}
"""Digest of each released schema, its first digits."""


LATER = ("CREATE TABLE extra (id INTEGER PRIMARY KEY, text TEXT) STRICT", "CREATE INDEX node_kind ON node (kind)")


@pytest.fixture
def later_format(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A format that is not there yet: it adds a table and an index."""

    @migrations.MIGRATIONS()
    def version_3(db: Database) -> None:
        for statement in LATER:
            db.execute(statement)

    monkeypatch.setattr(schema, "FORMATS", (*schema.FORMATS, ";".join((schema.FORMATS[-1], *LATER))))
    yield
    migrations.MIGRATIONS._migrations.pop()


def contents_of(connection: sqlite3.Connection) -> tuple[object, ...]:
    """Everything that migrations leave: what is declared, what is written, and the header."""
    written = connection.execute("SELECT * FROM _sqlite_migrations ORDER BY id").fetchall()
    header = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")]
    return schema.schema_of(connection), written, header


@pytest.mark.parametrize("version", RELEASED)
def test_the_text_of_a_format_is_what_its_migrations_make(version: int) -> None:
    with sql(Path(":memory:")) as made, sql(Path(":memory:")) as migrated:
        schema.make_tables(made, version)
        migrations.migrate(migrated, version)
        assert contents_of(made) == contents_of(migrated)


@pytest.mark.usefixtures("later_format")
def test_a_later_format_is_made_as_migrations_make_it() -> None:
    with sql(Path(":memory:")) as made, sql(Path(":memory:")) as migrated:
        schema.make_tables(made, 3)
        schema.make_tables(migrated, 2)
        migrations.migrate(migrated, 3)
        assert contents_of(made) == contents_of(migrated)


def test_opening_a_document_of_today_needs_no_migrations(tmp_path: Path, data_dir: Path, clock: FakeClock) -> None:
    path = saved(tmp_path / "a.gvkaart", data_dir, clock)
    program = (
        "import sys; from pathlib import Path; from gvkaart.store import Document;"
        "Document.open(Path(sys.argv[1]), Path(sys.argv[2]), lambda: 1).close(); print('sqlite_utils' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(path), str(tmp_path / "other")]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() == "False"


@pytest.mark.parametrize("version", RELEASED)
def test_a_released_format_never_changes(version: int) -> None:
    described = "\n".join(map(str, sorted(schema.expected_schema(version), key=str)))
    assert sha256(described.encode()).hexdigest().startswith(RELEASED[version])


def test_every_released_format_has_a_file() -> None:
    files = {path.stem for path in (Path(__file__).parent / "files").glob("version_*.gvkaart")}
    assert files == {f"version_{number}" for number in range(1, schema.current_version() + 1)}


def test_all_tables_are_strict_and_hold_no_floating_point() -> None:
    tables = [one.sql or "" for one in schema.expected_schema(2) if one.type == "table"]
    assert len(tables) == 12
    assert all(one.rstrip().endswith("STRICT") and " REAL" not in one for one in tables)


def test_the_columns_we_name_are_those_of_the_tables() -> None:
    with sql(Path(":memory:")) as connection:
        schema.make_tables(connection, schema.current_version())
        columns = schema.columns_of(connection)
    assert columns == {"document": ("key", "value"), **schema.JOURNALED, **schema.HISTORY}


def test_a_file_of_an_older_format_is_brought_to_the_present(
    tmp_path: Path, data_dir: Path, clock: FakeClock, request: pytest.FixtureRequest
) -> None:
    path = saved(tmp_path / "oud.gvkaart", data_dir, clock)
    before = path.read_bytes()
    request.getfixturevalue("later_format")
    document = Document.open(path, data_dir, clock)
    assert document.graph == Graph().with_changes(SMALL)
    assert path.read_bytes() == before
    assert [one.path.read_bytes() for one in list_backups(data_dir, document.uuid)] == [before]
    document.undo()
    document.redo()
    document.apply("add", added(note("n")))
    document.publish()
    assert path.read_bytes()[60:64] == b"\0\0\0\3"
    assert graph_in(path) == document.graph


def test_opening_an_older_file_again_and_again_keeps_one_backup(
    tmp_path: Path, data_dir: Path, clock: FakeClock, request: pytest.FixtureRequest
) -> None:
    path = saved(tmp_path / "oud.gvkaart", data_dir, clock)
    request.getfixturevalue("later_format")
    document = Document.open(path, data_dir, clock)
    for _ in range(3):
        document.close()
        document = Document.open(path, data_dir, clock)
    assert len(list_backups(data_dir, document.uuid)) == 1


def test_nothing_in_a_file_tells_when_it_was_opened(tmp_path: Path, data_dir: Path, clock: FakeClock) -> None:
    with sql(saved(tmp_path / "a.gvkaart", data_dir, clock)) as connection:
        assert connection.execute("SELECT DISTINCT applied_at FROM _sqlite_migrations").fetchall() == [("",)]
