"""The schema: released formats never change, and an older one is brought to the present without losing anything."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from sqlite_utils import Database

from gvkaart.domain.graph import Graph
from gvkaart.store import Document, list_backups, schema
from tests.store.tools import SMALL, FakeClock, added, graph_in, note, saved, sql

RELEASED = {1: "ab7121464c7f063d"}
"""Digest of each released schema, its first digits."""


@pytest.fixture
def second_format() -> Iterator[None]:
    """A format that is not there yet: it adds a table and an index."""

    @schema.MIGRATIONS()
    def version_2(db: Database) -> None:
        db.table("extra").create({"id": int, "text": str}, pk="id", strict=True)
        db.table("node").create_index(["kind"])

    yield
    schema.MIGRATIONS._migrations.pop()


@pytest.mark.parametrize("version", RELEASED)
def test_a_released_format_never_changes(version: int) -> None:
    described = "\n".join(map(str, sorted(schema.expected_schema(version), key=str)))
    assert sha256(described.encode()).hexdigest().startswith(RELEASED[version])


def test_every_released_format_has_a_file() -> None:
    files = {path.stem for path in (Path(__file__).parent / "files").glob("version_*.gvkaart")}
    assert files == {f"version_{number}" for number in range(1, schema.current_version() + 1)}


def test_all_tables_are_strict_and_hold_no_floating_point() -> None:
    tables = [one.sql or "" for one in schema.expected_schema(1) if one.type == "table"]
    assert len(tables) == 10
    assert all(one.rstrip().endswith("STRICT") and " REAL" not in one for one in tables)


def test_the_columns_we_name_are_those_of_the_tables() -> None:
    with sql(Path(":memory:")) as connection:
        schema.migrate(connection, schema.current_version())
        columns = schema.columns_of(connection)
    assert columns == {"document": ("key", "value"), **schema.JOURNALED, **schema.HISTORY}


def test_a_file_of_an_older_format_is_brought_to_the_present(
    tmp_path: Path, data_dir: Path, clock: FakeClock, request: pytest.FixtureRequest
) -> None:
    path = saved(tmp_path / "oud.gvkaart", data_dir, clock)
    before = path.read_bytes()
    request.getfixturevalue("second_format")
    document = Document.open(path, data_dir, clock)
    assert document.graph == Graph().with_changes(SMALL)
    assert path.read_bytes() == before
    assert [one.path.read_bytes() for one in list_backups(data_dir, document.uuid)] == [before]
    document.undo()
    document.redo()
    document.apply("add", added(note("n")))
    document.publish()
    assert path.read_bytes()[60:64] == b"\0\0\0\2"
    assert graph_in(path) == document.graph


def test_opening_an_older_file_again_and_again_keeps_one_backup(
    tmp_path: Path, data_dir: Path, clock: FakeClock, request: pytest.FixtureRequest
) -> None:
    path = saved(tmp_path / "oud.gvkaart", data_dir, clock)
    request.getfixturevalue("second_format")
    document = Document.open(path, data_dir, clock)
    for _ in range(3):
        document.close()
        document = Document.open(path, data_dir, clock)
    assert len(list_backups(data_dir, document.uuid)) == 1


def test_nothing_in_a_file_tells_when_it_was_opened(tmp_path: Path, data_dir: Path, clock: FakeClock) -> None:
    with sql(saved(tmp_path / "a.gvkaart", data_dir, clock)) as connection:
        assert connection.execute("SELECT DISTINCT applied_at FROM _sqlite_migrations").fetchall() == [("",)]
