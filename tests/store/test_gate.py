"""The opening gate: whatever a file holds, it opens as what it says or is refused with a reason; nothing else."""

import os
import random
import shutil
import sqlite3
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from gvkaart.domain.entities import Layout, LayoutId, Spot
from gvkaart.domain.errors import EnvironmentProblem, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.store import Document, gate, list_recoverable, schema
from tests.store.tools import ACTOR, MAP, SMALL, FakeClock, added, note, saved, sql


@pytest.fixture
def path(tmp_path: Path, data_dir: Path, clock: FakeClock) -> Path:
    return saved(tmp_path / "zaak.gvkaart", data_dir, clock)


def refusal(path: Path, data_dir: Path) -> str:
    """Open a file that must be refused; nothing is left behind and the file is as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises((Rejected, EnvironmentProblem)) as caught:
        Document.open(path, data_dir, FakeClock())
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not any((data_dir / "work").iterdir())
    assert caught.value.params["file"] == path.name
    return caught.value.key


HOSTILE_SCHEMAS = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON node BEGIN DELETE FROM edge; END",
    "view": "CREATE VIEW v AS SELECT * FROM node",
    "view for a table": "ALTER TABLE round RENAME TO r2; CREATE VIEW round AS SELECT * FROM r2",
    "generated column": "ALTER TABLE node ADD COLUMN g TEXT GENERATED ALWAYS AS (upper(title))",
    "extra column": "ALTER TABLE node ADD COLUMN g TEXT",
    "extra table": "CREATE TABLE extra (a)",
    "full-text index": "CREATE VIRTUAL TABLE f USING fts5 (a)",
    "r-tree": "CREATE VIRTUAL TABLE r USING rtree (a, b, c)",
    "index": "CREATE INDEX i ON node (title)",
    "index on an expression": "CREATE INDEX i ON node (length(title))",
    "missing table": "DROP TABLE set_aside",
    "missing index": "DROP INDEX change_op",
    "statistics": "ANALYZE",
}


@pytest.mark.parametrize("statements", HOSTILE_SCHEMAS.values(), ids=HOSTILE_SCHEMAS)
def test_a_schema_that_is_not_ours_is_refused(path: Path, data_dir: Path, statements: str) -> None:
    with sql(path) as connection:
        connection.executescript(statements)
    assert refusal(path, data_dir) == "store.foreign_schema"


def test_a_column_of_another_type_is_refused(path: Path, data_dir: Path) -> None:
    with sql(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, 'created INTEGER', 'created REAL')")
    assert refusal(path, data_dir) == "store.foreign_schema"


def test_what_is_no_document_is_refused(tmp_path: Path, data_dir: Path) -> None:
    (tmp_path / "empty.gvkaart").touch()
    (tmp_path / "text.gvkaart").write_text("hallo " * 100)
    (tmp_path / "folder.gvkaart").mkdir()
    os.mkfifo(tmp_path / "fifo.gvkaart")
    with sql(tmp_path / "other.gvkaart") as connection:
        connection.execute("CREATE TABLE node (id)")
    keys = {name: refusal(tmp_path / f"{name}.gvkaart", data_dir) for name in ("empty", "text", "fifo", "other")}
    assert set(keys.values()) == {"store.no_document"}
    assert refusal(tmp_path / "folder.gvkaart", data_dir) == "store.no_document"
    assert refusal(tmp_path / "missing.gvkaart", data_dir) == "store.not_found"
    assert refusal(tmp_path / "text.gvkaart" / "a.gvkaart", data_dir) == "store.not_found"


def test_a_link_to_a_document_opens_the_document(path: Path, tmp_path: Path, data_dir: Path) -> None:
    (tmp_path / "link.gvkaart").symlink_to(path)
    document = Document.open(tmp_path / "link.gvkaart", data_dir, FakeClock())
    document.apply("add", added(note("n")))
    document.publish()
    assert document.path == path
    assert (tmp_path / "link.gvkaart").is_symlink()


def test_a_document_of_another_program_on_sqlite_is_refused(path: Path, data_dir: Path) -> None:
    with sql(path) as connection:
        connection.execute("PRAGMA application_id = 1")
    assert refusal(path, data_dir) == "store.no_document"


def test_a_document_from_the_future_is_refused_by_number(path: Path, data_dir: Path) -> None:
    with sql(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(Rejected) as caught:
        Document.open(path, data_dir, FakeClock())
    assert caught.value.key == "store.from_the_future"
    assert caught.value.params == {"file": path.name, "version": 99, "known": schema.current_version()}


def test_a_document_of_no_format_is_refused(path: Path, data_dir: Path) -> None:
    with sql(path) as connection:
        connection.execute("PRAGMA user_version = 0")
    assert refusal(path, data_dir) == "store.damaged"


def test_another_journal_mode_is_refused(path: Path, data_dir: Path) -> None:
    with sql(path) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE node SET title = 'x'")
        assert refusal(path, data_dir) == "store.damaged"


@pytest.mark.parametrize("suffix", ["-journal", "-wal"])
def test_a_journal_beside_a_document_is_never_played_back(path: Path, data_dir: Path, suffix: str) -> None:
    beside = path.with_name(path.name + suffix)
    beside.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\0" * 600)
    assert refusal(path, data_dir) == "store.journal_beside"
    beside.write_bytes(b"")
    assert Document.open(path, data_dir, FakeClock()).graph == Graph().with_changes(SMALL)


@pytest.mark.parametrize("length", [50, 100, 4096, 9000, 40_000])
def test_a_truncated_document_is_refused(path: Path, data_dir: Path, length: int) -> None:
    os.truncate(path, length)
    assert refusal(path, data_dir) in {"store.damaged", "store.no_document"}


def test_an_index_that_does_not_fit_its_table_is_refused(path: Path, data_dir: Path) -> None:
    with sql(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'change_op'")
    with sql(path) as connection:
        connection.execute("CREATE INDEX change_op ON change (op)")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema AS other"
            " WHERE other.name = 'sqlite_autoindex_node_1') WHERE name = 'change_op'"
        )
    assert refusal(path, data_dir) == "store.damaged"


def test_a_file_that_is_too_large_is_refused(path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "LARGEST_FILE", 1000)
    assert refusal(path, data_dir) == "store.too_large"


def test_a_text_that_is_too_large_is_refused(path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with sql(path) as connection:
        connection.execute("UPDATE node SET text = replace(hex(zeroblob(1000000)), '0', 'a')")
    monkeypatch.setattr("gvkaart.store.connection.LARGEST_VALUE", 2**20)
    assert refusal(path, data_dir) == "store.damaged"


def test_checking_does_not_take_for_ever(path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "LONGEST_CHECK", -1.0)
    monkeypatch.setattr(gate, "_STEPS_BETWEEN_LOOKS", 1)
    assert refusal(path, data_dir) == "store.too_slow"


CONTENT = {
    "unknown kind": "UPDATE node SET kind = 'thing'",
    "dangling edge": "UPDATE edge SET target = 'nobody'",
    "edge without its node": "DELETE FROM node WHERE id = 'delen'",
    "unknown relation": "UPDATE edge SET relation = 'likes'",
    "forbidden relation": "UPDATE edge SET relation = 'means'",
    "unknown round": "UPDATE edge SET from_round = 'never'",
    "no id": "UPDATE node SET id = 'Een Twee' WHERE id = 'delen'",
    "unknown field": """UPDATE node SET fields = '{"x":"y"}'""",
    "wrong choice": """UPDATE node SET fields = '{"type":"dog"}'""",
    "control character": "UPDATE node SET title = title || char(0) WHERE id = 'cak'",
    "not composed": "UPDATE node SET text = 'e' || char(769)",
    "half a position": "UPDATE placement SET x = NULL",
    "escaped surrogate": """UPDATE node SET tags = '["\\ud800"]'""",
    "escaped control character": """UPDATE node SET fields = '{"type":"\\u0007"}'""",
}


@pytest.mark.parametrize("statement", CONTENT.values(), ids=CONTENT)
def test_content_that_the_metamodel_forbids_is_refused(path: Path, data_dir: Path, statement: str) -> None:
    with sql(path) as connection:
        connection.execute(statement)
    assert refusal(path, data_dir) == "store.invalid_content"


DAMAGE = {
    "no json": "UPDATE node SET tags = 'x'",
    "no list": "UPDATE node SET tags = '{}'",
    "no texts": "UPDATE node SET tags = '[1]'",
    "no object": "UPDATE node SET fields = '[]'",
    "a number as value": """UPDATE node SET fields = '{"type":1.5}'""",
    "nested too deep": f"UPDATE node SET fields = '{'[' * 100_000}'",
    "no utf-8": "UPDATE node SET title = CAST(x'c328' AS TEXT)",
    "unknown operation": "UPDATE op SET kind = 'invent'",
    "no identity": "DELETE FROM document",
    "strange identity": "UPDATE document SET value = '../../x' WHERE key = 'uuid'",
    "strange age": "UPDATE document SET value = 'x' WHERE key = 'created'",
    "more about it": "INSERT INTO document VALUES ('more', '')",
}


@pytest.mark.parametrize("statement", DAMAGE.values(), ids=DAMAGE)
def test_rows_that_this_program_does_not_write_are_refused(path: Path, data_dir: Path, statement: str) -> None:
    with sql(path) as connection:
        connection.execute(statement)
    assert refusal(path, data_dir) == "store.damaged"


def test_a_cell_of_another_type_than_its_column_is_refused(path: Path, data_dir: Path) -> None:
    with sql(path) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')')")
    with sql(path) as connection:
        connection.execute("UPDATE node SET title = x'00ff'")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE type = 'table'")
    assert refusal(path, data_dir) == "store.damaged"


def mutated(content: bytes, rng: random.Random) -> bytes:
    """Damage a file: single bytes, bytes in its first pages, a cut, or a page of noise."""
    damaged = bytearray(content)
    match rng.choice(("bytes", "first pages", "cut", "page", "text")):
        case "bytes":
            for _ in range(rng.choice((1, 2, 8, 64))):
                damaged[rng.randrange(len(damaged))] = rng.randrange(256)
        case "first pages":
            for _ in range(rng.choice((1, 4, 16))):
                damaged[rng.randrange(8192)] = rng.randrange(256)
        case "cut":
            del damaged[rng.randrange(len(damaged)) :]
        case "page":
            start = 4096 * rng.randrange(len(damaged) // 4096)
            damaged[start : start + 4096] = rng.randbytes(4096)
        case _:
            at = content.find(rng.choice((b"cak", b"Het CAK", b"organisation", b"holds", b'"type"', b"uuid")))
            damaged[at + rng.randrange(3)] = rng.randrange(256)
    return bytes(damaged)


def test_a_damaged_file_opens_as_something_valid_or_is_refused(
    path: Path, data_dir: Path, tmp_path: Path, is_long: bool
) -> None:
    rng, content, seen = random.Random(3), path.read_bytes(), Counter[str]()
    target = tmp_path / "mutated.gvkaart"
    for _ in range(20_000 if is_long else 400):
        target.write_bytes(mutated(content, rng))
        try:
            document = Document.open(target, data_dir, FakeClock())
        except (Rejected, EnvironmentProblem) as error:
            seen[error.key] += 1
            continue
        seen["opened"] += 1
        _use(document)
        document.discard_unpublished()
    assert seen["opened"] > 0
    assert len(seen) > 3
    assert list_recoverable(data_dir) == []


def _use(document: Document) -> None:
    """Edit it, and take back all that can be; a history that does not fit is the only excuse."""
    document.apply("add", added(note("fresh-note")))
    document.undo()
    with suppress(Rejected):
        while document.undo() is not None:
            pass


def test_a_document_is_open_once(path: Path, data_dir: Path) -> None:
    first = Document.open(path, data_dir, FakeClock())
    with pytest.raises(EnvironmentProblem, match="already_open"):
        Document.open(path, data_dir, FakeClock())
    first.close()
    Document.open(path, data_dir, FakeClock()).close()


def test_two_computers_may_have_a_document_open(path: Path, data_dir: Path, tmp_path: Path) -> None:
    first = Document.open(path, data_dir, FakeClock())
    second = Document.open(path, tmp_path / "other-data", FakeClock())
    assert first.graph == second.graph


def test_opening_does_not_touch_the_file(path: Path, data_dir: Path) -> None:
    before, folder = path.stat(), sorted(path.parent.iterdir())
    Document.open(path, data_dir, FakeClock()).close()
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert sorted(path.parent.iterdir()) == folder


def test_a_document_that_may_only_be_read_can_be_opened(path: Path, data_dir: Path) -> None:
    path.chmod(0o400)
    document = Document.open(path, data_dir, FakeClock())
    assert document.graph == Graph().with_changes(SMALL)


def test_what_is_kept_of_a_document_is_for_its_user_only(path: Path, data_dir: Path) -> None:
    document = Document.open(path, data_dir, FakeClock())
    document.apply("add", added(note("n")))
    document.publish()
    document.backup()
    kept = list(data_dir.rglob("*"))
    assert len(kept) > 6
    assert [one for one in kept if one.stat().st_mode & 0o077] == []


def test_a_full_disk_while_opening_is_said(path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(gate, "copy_bytes", full)
    assert refusal(path, data_dir) == "store.disk_full"


def test_a_full_disk_while_copying_rows_is_said(path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(gate, "_fill", full)
    assert refusal(path, data_dir) == "store.disk_full"


def test_the_first_release_can_still_be_read(data_dir: Path, tmp_path: Path) -> None:
    """The file was written by the first release, and is never written again."""
    path = tmp_path / "version_1.gvkaart"
    shutil.copy(Path(__file__).parent / "files" / "version_1.gvkaart", path)
    document = Document.open(path, data_dir, FakeClock())
    assert document.graph == Graph().with_changes(SMALL)
    assert [step.detail for step in document.steps(9)] == ["Het CAK"]
    assert [version.detail for version in document.versions()] == ["Eerste uitgave"]
    assert document.redo_step is not None
    document.redo()
    document.undo()
    document.undo()
    assert document.graph == Graph()


def test_the_second_release_can_still_be_read(data_dir: Path, tmp_path: Path) -> None:
    """The file was written by the first release that has layouts, and is never written again."""
    path = tmp_path / "version_2.gvkaart"
    shutil.copy(Path(__file__).parent / "files" / "version_2.gvkaart", path)
    document = Document.open(path, data_dir, FakeClock())
    radial = Layout(MAP.id, LayoutId("radial"), shown=True, fields={"way": "radial", "around": (ACTOR.id,)})
    assert document.graph.shown_layout(MAP.id) == radial
    assert document.graph.spots_in(radial.key) == {ACTOR.id: Spot(*radial.key, ACTOR.id, 5, 6, by_hand=True)}
    document.redo()
    assert [layout.title for layout in document.graph.layouts_of(MAP.id)] == ["", "Voor het gesprek"]
    for _ in range(4):
        document.undo()
    assert document.graph == Graph()


def test_sqlite_can_do_what_we_ask() -> None:
    assert sqlite3.sqlite_version_info >= (3, 37)
