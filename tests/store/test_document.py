"""The document: durable actions, undo over restarts, versions, and history that can be erased."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Fields, Layout, LayoutId, Node, NodeId, SetAside, Spot
from gvkaart.domain.errors import Defect, EnvironmentProblem, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.store import Conflict, Document, list_backups, list_recoverable, publishing, recover
from gvkaart.store.connection import transaction
from gvkaart.store.journal import Step
from tests.store.tools import (
    ACTOR,
    HOLDS,
    MAP,
    PLACED,
    POSITION,
    ROUND,
    SMALL,
    FakeClock,
    added,
    crash,
    graph_in,
    note,
    saved,
    sql,
)


@pytest.fixture
def document(tmp_path: Path, data_dir: Path, clock: FakeClock) -> Document:
    made = Document.create(tmp_path / "zaak.gvkaart", data_dir, clock)
    made.apply("add", SMALL, "Het CAK")
    return made


def where(document: Document) -> Path:
    assert document.path is not None
    return document.path


def rename(node: Node, title: str) -> ChangeSet:
    return ChangeSet((Change(node, replace(node, title=title)),))


def test_a_new_document_is_empty_and_published(tmp_path: Path, data_dir: Path, clock: FakeClock) -> None:
    document = Document.create(tmp_path / "nieuw.gvkaart", data_dir, clock)
    assert document.graph == Graph()
    assert document.is_published
    assert graph_in(tmp_path / "nieuw.gvkaart") == Graph()


def test_a_document_without_a_name_is_durable_and_gets_one_later(
    tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    document = Document.create(None, data_dir, clock)
    document.apply("add", SMALL)
    assert (document.path, document.is_published) == (None, False)
    with pytest.raises(Rejected, match="no_path"):
        document.publish()
    document.save_as(tmp_path / "later.gvkaart")
    assert document.is_published
    assert graph_in(tmp_path / "later.gvkaart") == document.graph


def test_creating_never_replaces_a_file(tmp_path: Path, data_dir: Path, clock: FakeClock) -> None:
    path = saved(tmp_path / "a.gvkaart", data_dir, clock)
    before = path.read_bytes()
    with pytest.raises(Rejected, match="exists"):
        Document.create(path, data_dir, clock)
    assert path.read_bytes() == before


def test_creating_where_nobody_can_write_leaves_nothing(tmp_path: Path, data_dir: Path, clock: FakeClock) -> None:
    with pytest.raises(EnvironmentProblem, match="not_found"):
        Document.create(tmp_path / "nergens" / "a.gvkaart", data_dir, clock)
    assert not any((data_dir / "work").iterdir())


def test_every_kind_of_entity_comes_back_as_it_was(document: Document, data_dir: Path, clock: FakeClock) -> None:
    aside = SetAside(MAP.id, "fact.disputed", ("cak",), ("cak", "delen"), (), "Al besproken", "2026-01-31")
    document.apply("set_aside", added(aside))
    document.publish()
    document.close()
    assert document.path is not None
    again = Document.open(document.path, data_dir, clock)
    assert again.graph == document.graph
    assert again.graph.set_aside == {aside.key: aside}
    assert again.graph.placements == {PLACED.key: PLACED}


def test_an_action_is_durable_when_it_returns(document: Document, data_dir: Path) -> None:
    crash(document)
    (left,) = list_recoverable(data_dir)
    with sql(left.folder / "document.db") as connection:
        assert connection.execute("SELECT count(*) FROM node").fetchone() == (2,)


def test_no_changes_are_no_step(document: Document) -> None:
    document.publish()
    document.apply("nothing", ChangeSet())
    assert document.is_published
    assert [step.operation for step in document.steps(9)] == ["add"]


def test_undo_and_redo(document: Document) -> None:
    before = document.graph
    document.apply("rename", rename(ACTOR, "Centraal kantoor"), "Het CAK\nmet meer")
    after = document.graph
    assert document.undo_step is not None
    assert (document.undo_step.operation, document.undo_step.detail) == ("rename", "Het CAK met meer")
    assert document.undo() == rename(ACTOR, "Centraal kantoor").reversed()
    assert document.graph == before
    assert document.redo_step is not None
    assert document.redo() == rename(ACTOR, "Centraal kantoor")
    assert document.graph == after
    assert document.redo() is None
    document.undo()
    document.undo()
    assert document.undo() is None
    assert document.graph == Graph()


def test_a_new_action_ends_what_could_be_redone(document: Document) -> None:
    document.undo()
    document.apply("add", added(note("n")))
    assert document.redo_step is None


def test_undo_goes_on_after_closing_and_opening(document: Document, data_dir: Path, clock: FakeClock) -> None:
    states = [document.graph]
    for title in ("Een", "Twee"):
        document.apply("rename", ChangeSet((Change(states[-1].nodes[ACTOR.id], replace(ACTOR, title=title)),)), title)
        states.append(document.graph)
    document.undo()
    document.publish()
    document.close()
    again = Document.open(where(document), data_dir, clock)
    assert again.steps(9) == document.steps(9)
    assert again.redo() is not None
    assert again.graph == states[2]
    again.undo()
    again.undo()
    assert again.graph == states[0]


def test_steps_are_newest_first_and_as_many_as_asked(document: Document) -> None:
    document.apply("one", added(note("n1")))
    document.apply("two", added(note("n2")))
    assert [step.operation for step in document.steps(2)] == ["two", "one"]
    assert isinstance(document.steps(1)[0], Step)
    document.undo()
    document.undo()
    assert [step.operation for step in document.undone_steps()] == ["one", "two"]


@pytest.mark.parametrize(
    "changes",
    [
        added(ACTOR),
        ChangeSet((Change(POSITION, None),)),
        ChangeSet((Change(MAP, None),)),
        ChangeSet((Change(ROUND, None),)),
        ChangeSet((Change(ACTOR, replace(ACTOR, kind="fact", fields={})),)),
        ChangeSet((Change(HOLDS, None), Change(PLACED, None), Change(ACTOR, None))),
        rename(ACTOR, "twee\nregels"),
        rename(ACTOR, "\x00"),
        rename(ACTOR, "\ud800"),
        rename(ACTOR, "e\u0301"),
        added(note("n", text="\u2028")),
        added(Node(NodeId("n"), "note", "n", tags=("\x07",))),
        added(Node(NodeId("n"), "concept", "n", fields={"alt": ("\x07",)})),
        added(Node(NodeId("n"), "thing", "n")),
        added(Node(NodeId("n"), "fact", "n", fields={"settle_by": "nobody"})),
    ],
)
def test_what_could_not_be_opened_again_is_never_stored(document: Document, changes: ChangeSet) -> None:
    graph, steps = document.graph, document.steps(9)
    with pytest.raises(Defect):
        document.apply("wrong", changes)
    assert (document.graph, document.steps(9)) == (graph, steps)
    document.publish()
    assert graph_in(where(document)) == graph


def test_a_placement_without_its_node_is_never_stored(document: Document) -> None:
    with pytest.raises(Defect, match="invalid_change"):
        document.apply("wrong", ChangeSet((Change(HOLDS, None), Change(ACTOR, None))))


@pytest.mark.parametrize("fields", [{"way": "layered"}, {"way": "radial", "around": ("cak",)}])
def test_a_layout_with_a_node_that_leaves_its_map_is_never_stored(document: Document, fields: Fields) -> None:
    layout = Layout(MAP.id, LayoutId("kring"), "Kring", fields=fields)
    document.apply("keep", added(layout, Spot(MAP.id, layout.id, ACTOR.id, 1, 2)))
    with pytest.raises(Defect, match="invalid_change"):
        document.apply("wrong", ChangeSet((Change(PLACED, None),)))


def test_a_failing_disk_is_not_blamed_on_the_history(document: Document) -> None:
    document._connection.execute("DROP TABLE change")
    with pytest.raises(Rejected, match="damaged"):
        document.undo()


def test_removing_everything_together_is_allowed(document: Document) -> None:
    document.apply("remove", ChangeSet(tuple(Change(one, None) for one in document.graph.entities())))
    assert document.graph == Graph()


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO node SELECT 'x', kind, title, text, tags, visibility, origin, fields, 0, 0 FROM node",
        "UPDATE node SET title = 'x'",
        "DELETE FROM placement",
        "INSERT OR REPLACE INTO round SELECT id, map, 7, title, date FROM round",
    ],
)
def test_the_database_refuses_a_write_outside_an_operation(document: Document, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="outside an operation"):
        document._connection.execute(statement)


def test_memory_that_differs_from_the_database_is_found_out(document: Document) -> None:
    graph = document.graph
    document._graph = graph.with_changes(added(note("ghost")))
    with pytest.raises(Defect, match="rows_missing"):
        document.apply("remove", ChangeSet((Change(note("ghost"), None),)))
    document._graph = graph
    document.apply("add", added(note("n")))


def test_a_version_is_restored_as_a_new_document(document: Document, data_dir: Path, clock: FakeClock) -> None:
    before = document.graph
    document.name_version("vóór overleg 12 mei")
    assert not document.is_published
    document.apply("rename", rename(ACTOR, "Anders"))
    document.undo()
    document.apply("add", added(note("n")))
    document.publish()
    document.close()
    again = Document.open(where(document), data_dir, clock)
    (version,) = again.versions()
    assert version.detail == "vóór overleg 12 mei"
    restored = again.restored(version.id, version.detail)
    assert restored.graph == before
    assert (restored.path, restored.uuid == again.uuid) == (None, False)
    assert [step.operation for step in restored.steps(9)] == ["restore"]
    assert NodeId("n") in again.graph.nodes
    with pytest.raises(Rejected, match="no_such_version"):
        again.restored(99, "v")


def test_a_version_of_nothing_can_be_restored(data_dir: Path, clock: FakeClock) -> None:
    document = Document.create(None, data_dir, clock)
    document.name_version("leeg")
    document.apply("add", SMALL)
    assert document.restored(document.versions()[0].id, "leeg").graph == Graph()


def test_erased_history_is_nowhere(document: Document, data_dir: Path, clock: FakeClock) -> None:
    document.apply("rename", rename(ACTOR, "ZQ7GEHEIM"), "ZQ7GEHEIM")
    document.name_version("ZQ7GEHEIM")
    document.backup()
    document.apply("rename", rename(replace(ACTOR, title="ZQ7GEHEIM"), "Gewoon"))
    document.publish()
    document.erase_history()
    assert (document.undo(), document.versions(), document.is_published) == (None, [], False)
    document.publish()
    document.close()
    left = [path for path in (data_dir.parent).rglob("*") if path.is_file()]
    assert document.path in left
    assert [path.name for path in left if b"ZQ7GEHEIM" in path.read_bytes()] == []
    assert len(list_backups(data_dir, document.uuid)) == 1
    again = Document.open(where(document), data_dir, clock)
    assert again.graph == document.graph
    again.apply("add", added(note("n")))
    assert not again.is_published


@pytest.mark.parametrize("anew", [False, True])
def test_erased_history_does_not_come_back_as_a_backup_of_the_file(
    document: Document, data_dir: Path, clock: FakeClock, anew: bool
) -> None:
    document.apply("rename", rename(ACTOR, "ZQ7GEHEIM"))
    document.apply("rename", rename(replace(ACTOR, title="ZQ7GEHEIM"), "Gewoon"))
    document.publish()
    document.close()
    again = Document.open(where(document), data_dir, clock)
    again.erase_history()
    if anew:
        again.save_as(where(document))
    else:
        again.publish()
    again.close()
    left = [path for path in data_dir.parent.rglob("*") if path.is_file()]
    assert [path.name for path in left if b"ZQ7GEHEIM" in path.read_bytes()] == []


@pytest.mark.parametrize("is_crash", [False, True])
@pytest.mark.parametrize("is_removed", [False, True])
def test_what_we_published_is_kept_when_somebody_else_replaces_or_removes_it(
    document: Document, data_dir: Path, clock: FakeClock, is_removed: bool, is_crash: bool
) -> None:
    path = where(document)
    document.publish()
    older = path.read_bytes()
    document.apply("add", added(note("n")))
    document.publish()
    path.unlink()
    if not is_removed:
        path.write_bytes(older)
    (crash if is_crash else Document.close)(document)
    (left,) = list_recoverable(data_dir)
    again = recover(left, data_dir, clock)
    assert again.graph == document.graph
    assert not again.is_published
    with pytest.raises(Conflict):
        again.publish()
    again.discard_unpublished()


def test_a_file_that_only_somebody_else_changed_leaves_nothing_to_recover(document: Document, data_dir: Path) -> None:
    document.publish()
    document.close()
    again = Document.open(where(document), data_dir, FakeClock())
    where(document).write_bytes(b"of somebody else")
    again.close()
    assert list_recoverable(data_dir) == []


def test_a_folder_that_cannot_be_read_any_more_keeps_what_we_published(document: Document, data_dir: Path) -> None:
    document.publish()
    where(document).unlink()
    where(document).mkdir()
    document.close()
    (left,) = list_recoverable(data_dir)
    assert left.path == where(document)


def test_a_file_that_grows_too_long_leaves_its_oldest_history_out(
    document: Document, data_dir: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "LONG_FILE", 400_000)
    document.apply("add", added(note("n", text="x" * 20_000)))
    for number in range(20):
        before = document.graph.nodes[NodeId("n")]
        document.apply("rename", ChangeSet((Change(before, replace(before, title=f"{number}")),)))
    document.publish()
    document.close()
    assert where(document).stat().st_size < 400_000
    again = Document.open(where(document), data_dir, clock)
    assert again.graph == document.graph
    assert 0 < len(again.steps(99)) < 20
    while again.undo() is not None:
        pass
    assert again.graph.nodes[NodeId("n")].title > ""
    again.discard_unpublished()


def test_a_file_that_could_not_be_opened_again_is_not_written(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = where(document).read_bytes()
    document.apply("add", added(note("n", text="x" * 400_000)))
    monkeypatch.setattr(publishing, "LARGEST_FILE", 400_000)
    with pytest.raises(Rejected, match="too_large"):
        document.publish()
    assert where(document).read_bytes() == before
    document.close()


def test_a_text_that_is_too_long_for_a_row_is_told_as_such(document: Document) -> None:
    document._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 100_000)
    before = document.graph
    with pytest.raises(Rejected, match="too_long"):
        document.apply("add", added(note("n", text="x" * 200_000)))
    assert document.graph == before


def test_closing_leaves_what_was_not_published(document: Document, data_dir: Path) -> None:
    document.close()
    (left,) = list_recoverable(data_dir)
    assert (left.path, left.changes) == (document.path, 1)


def test_closing_a_published_document_leaves_no_working_copy(document: Document, data_dir: Path) -> None:
    document.publish()
    document.close()
    assert not any((data_dir / "work").iterdir())


def test_an_untouched_document_without_a_name_leaves_nothing(data_dir: Path, clock: FakeClock) -> None:
    Document.create(None, data_dir, clock).close()
    assert list_recoverable(data_dir) == []


def test_discarding_returns_to_what_was_published(document: Document, data_dir: Path, clock: FakeClock) -> None:
    document.publish()
    published = document.graph
    document.apply("add", added(note("n")))
    document.discard_unpublished()
    assert list_recoverable(data_dir) == []
    assert Document.open(where(document), data_dir, clock).graph == published


@pytest.mark.parametrize(
    "use", [Document.undo, Document.publish, Document.backup, lambda one: one.apply("add", added(note("n")))]
)
def test_a_closed_document_is_not_used_by_mistake(document: Document, use: Callable[[Document], object]) -> None:
    document.close()
    with pytest.raises(Defect, match="closed"):
        use(document)


@pytest.mark.parametrize(
    "lie",
    [
        "old = 'geen json'",
        "old = '{}'",
        "entity = 'sqlite_schema'",
        "new = NULL, old = NULL",
        "old = json_set(old, '$.kind', 'thing')",
        "old = json_set(old, '$.title', json('1'))",
        "old = json_set(old, '$.created', json('1e3'))",
        "old = json_set(old, '$.created', json('9223372036854775808'))",
        "old = json_set(old, '$.fields', '[]')",
        "old = json_set(old, '$.fields', '{\"type\": 1}')",
        "old = json_set(old, '$.fields', '" + "[" * 100_000 + "')",
        "old = json_set(old, '$.tags', '{}')",
        "old = json_set(old, '$.id', 'other')",
        "new = json_set(new, '$.title', 'iets anders')",
        "old = json_set(old, '$.title', char(7))",
        "old = CAST(x'c328' AS TEXT)",
    ],
)
def test_a_history_that_lies_changes_nothing(document: Document, data_dir: Path, clock: FakeClock, lie: str) -> None:
    document.name_version("v")
    document.apply("rename", rename(ACTOR, "Anders"))
    document.publish()
    document.close()
    with sql(where(document)) as connection:
        connection.execute(f"UPDATE change SET {lie} WHERE op = 3")
    again = Document.open(where(document), data_dir, clock)
    for use in (again.undo, lambda: again.restored(again.versions()[0].id, "v")):
        with pytest.raises(Rejected, match="history_unusable"):
            use()
    assert again.graph == document.graph
    assert len(list_recoverable(data_dir)) == 0
    again.apply("add", added(note("n")))


def test_what_was_just_done_is_undone_only_as_the_journal_says(document: Document) -> None:
    document.apply("rename", rename(ACTOR, "Anders"))
    with document.reading() as connection:
        connection.execute("UPDATE change SET new = json_set(new, '$.title', 'x') WHERE op = (SELECT max(id) FROM op)")
    before = document.graph
    with pytest.raises(Rejected, match="history_unusable"):
        document.undo()
    assert document.graph == before


def test_the_very_objects_come_back_when_an_action_is_undone(document: Document) -> None:
    before = document.graph.nodes[ACTOR.id]
    document.apply("rename", ChangeSet((Change(before, replace(before, title="Anders")),)))
    document.undo()
    assert document.graph.nodes[ACTOR.id] is before
    document.redo()
    assert document.graph.nodes[ACTOR.id].title == "Anders"


def test_operations_that_do_not_fit_make_what_came_before_final(
    document: Document, data_dir: Path, clock: FakeClock
) -> None:
    document.apply("add", added(note("n")))
    document.publish()
    document.close()
    with sql(where(document)) as connection:
        connection.execute("INSERT INTO op VALUES (7, 'undo', 1, '', '', 0)")
    again = Document.open(where(document), data_dir, clock)
    assert (again.undo(), again.redo()) == (None, None)
    again.apply("add", added(note("m")))
    assert again.undo_step is not None
    assert again.undo_step.id == 8


def test_an_old_history_is_dropped_when_a_document_is_opened(
    document: Document, data_dir: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gvkaart.store.journal.LONGEST_HISTORY", 3)
    for name in "abcde":
        document.apply("add", added(note(name)), name)
    document.publish()
    document.close()
    again = Document.open(where(document), data_dir, clock)
    assert [step.detail for step in again.steps(9)] == ["e", "d", "c"]
    assert again.graph == document.graph
    again.name_version("hier")
    for name in "fghij":
        again.apply("add", added(note(name)), name)
    again.publish()
    again.close()
    last = Document.open(where(document), data_dir, clock)
    assert [step.detail for step in last.steps(9)] == ["j", "i", "h", "g", "f"]
    assert set(last.restored(last.versions()[0].id, "hier").graph.nodes) == set(again.graph.nodes) - set("fghij")


def test_a_commit_that_only_seemed_to_fail_shows_in_the_graph(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def seemingly_failing(connection: sqlite3.Connection) -> Iterator[None]:
        with transaction(connection):
            yield
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    with monkeypatch.context() as broken:
        broken.setattr("gvkaart.store.record.transaction", seemingly_failing)
        with pytest.raises(EnvironmentProblem, match="disk_error"):
            document.apply("add", added(note("n")))
    assert NodeId("n") in document.graph.nodes
    assert document.undo() is not None
    assert NodeId("n") not in document.graph.nodes
