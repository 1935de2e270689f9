"""After a crash nothing is lost, and nothing is thrown away unasked."""

from pathlib import Path

import pytest

from gvkaart.domain.errors import EnvironmentProblem, Rejected
from gvkaart.store import Document, forget, list_recoverable, publishing, recover
from gvkaart.store.recovery import Recoverable
from gvkaart.store.working_copy import Published, WorkingCopy, new_working_copy
from tests.store.tools import SMALL, FakeClock, added, crash, graph_in, note, saved, sql


@pytest.fixture
def document(tmp_path: Path, data_dir: Path, clock: FakeClock) -> Document:
    return Document.open(saved(tmp_path / "zaak.gvkaart", data_dir, clock), data_dir, clock)


def only(data_dir: Path) -> Recoverable:
    (one,) = list_recoverable(data_dir)
    return one


def test_unpublished_changes_are_recovered(document: Document, data_dir: Path, clock: FakeClock) -> None:
    document.apply("add", added(note("n1")))
    document.apply("add", added(note("n2")))
    document.undo()
    crash(document)
    left = only(data_dir)
    assert (left.path, left.changes, left.time) == (document.path, 3, clock.now)
    again = recover(left, data_dir, clock)
    assert again.graph == document.graph
    assert again.redo_step is not None
    again.publish()
    again.close()
    assert graph_in(document.path or Path()) == document.graph
    assert list_recoverable(data_dir) == []


def test_a_document_without_a_name_is_recovered(data_dir: Path, clock: FakeClock) -> None:
    document = Document.create(None, data_dir, clock)
    document.apply("add", SMALL)
    crash(document)
    left = only(data_dir)
    assert (left.path, left.changes) == (None, 1)
    assert recover(left, data_dir, clock).graph == document.graph


def test_a_crash_without_changes_leaves_nothing_to_recover(document: Document, data_dir: Path) -> None:
    crash(document)
    assert list_recoverable(data_dir) == []
    assert not any((data_dir / "work").iterdir())


def test_there_may_be_nothing_at_all(data_dir: Path) -> None:
    assert list_recoverable(data_dir) == []


def test_a_document_that_is_open_is_not_offered(document: Document, data_dir: Path) -> None:
    document.apply("add", added(note("n")))
    assert list_recoverable(data_dir) == []


def test_what_is_offered_may_be_gone_or_taken(document: Document, data_dir: Path, clock: FakeClock) -> None:
    document.apply("add", added(note("n")))
    crash(document)
    left = only(data_dir)
    recovered = recover(left, data_dir, clock)
    for use in (lambda: recover(left, data_dir, clock), lambda: forget(left)):
        with pytest.raises(EnvironmentProblem, match="already_open"):
            use()
    recovered.discard_unpublished()
    with pytest.raises(EnvironmentProblem, match="already_open"):
        recover(left, data_dir, clock)


def test_it_is_not_recovered_while_its_file_is_open(document: Document, data_dir: Path, clock: FakeClock) -> None:
    document.apply("add", added(note("n")))
    crash(document)
    opened = Document.open(document.path or Path(), data_dir, clock)
    with pytest.raises(EnvironmentProblem, match="already_open"):
        recover(only(data_dir), data_dir, clock)
    opened.close()
    assert recover(only(data_dir), data_dir, clock).graph == document.graph


def test_forgetting_is_for_ever(document: Document, data_dir: Path) -> None:
    document.apply("add", added(note("n")))
    crash(document)
    forget(only(data_dir))
    assert list_recoverable(data_dir) == []


def test_a_working_copy_that_was_never_completed_is_removed(data_dir: Path) -> None:
    new_working_copy(data_dir).release()
    assert list_recoverable(data_dir) == []
    assert not any((data_dir / "work").iterdir())


def test_a_damaged_working_copy_is_told_about_and_kept(document: Document, data_dir: Path, clock: FakeClock) -> None:
    document.apply("add", added(note("n")))
    crash(document)
    database = document._copy.database
    database.write_bytes(b"noise" * 1000)
    left = only(data_dir)
    assert (left.path, left.changes) == (document.path, None)
    with pytest.raises(Rejected, match="damaged"):
        recover(left, data_dir, clock)
    assert only(data_dir) == left
    Document.open(document.path or Path(), data_dir, clock).close()


def test_a_crash_between_replacing_the_file_and_noting_it(
    document: Document, data_dir: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.apply("add", added(note("n")))

    def killed(folder: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(publishing, "sync_folder", killed)
        context.setattr(Document, "_note_quietly", lambda self: None)
        with pytest.raises(KeyboardInterrupt):
            document.publish()
    document.apply("add", added(note("m")))
    crash(document)
    left = only(data_dir)
    assert left.changes == 1
    again = recover(left, data_dir, clock)
    again.publish()
    assert graph_in(document.path or Path()) == again.graph


def test_a_crash_before_replacing_the_file(
    document: Document, data_dir: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.apply("add", added(note("n")))

    def killed(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(publishing, "_replace", killed)
        context.setattr(Document, "_note_quietly", lambda self: None)
        with pytest.raises(KeyboardInterrupt):
            document.publish()
    crash(document)
    again = recover(only(data_dir), data_dir, clock)
    assert not again.is_published
    again.publish()
    assert graph_in(document.path or Path()) == document.graph


def test_a_name_that_is_taken_is_not_used_twice(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_working_copy(data_dir)

    class Same:
        hex = first.folder.name

    monkeypatch.setattr("gvkaart.store.working_copy.uuid4", Same)
    with pytest.raises(EnvironmentProblem, match="locked"):
        new_working_copy(data_dir)


def test_a_note_is_the_old_or_the_new_one(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy: WorkingCopy = new_working_copy(data_dir)
    copy.note(Published("a"))

    def failing(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", failing)
    with pytest.raises(OSError, match="No space"):
        copy.note(Published("b"))
    assert copy.noted() == Published("a")
    assert sorted(path.name for path in copy.folder.iterdir()) == ["published.json"]


@pytest.mark.parametrize(
    "noted",
    [
        b'{"path": "", "fingerprint": "", "op": 0, "station": "later"}',
        b'{"path": "", "op": "many"}',
        b'["path"]',
        b"{",
        b"\xff",
    ],
)
def test_a_note_that_this_program_did_not_write_stays_and_stops_nothing(
    data_dir: Path, clock: FakeClock, noted: bytes
) -> None:
    document = Document.create(None, data_dir, clock)
    document.apply("add", SMALL)
    document.apply("add", added(note("n")))
    crash(document)
    (folder,) = (one for one in (data_dir / "work").iterdir() if one.is_dir())
    (folder / "published.json").write_bytes(noted)
    (left,) = list_recoverable(data_dir)
    assert (left.folder, left.path, left.changes) == (folder, None, None)
    with pytest.raises(Rejected, match="damaged"):
        recover(left, data_dir, clock)
    assert (folder / "document.db").exists()
    forget(left)
    assert not folder.exists()


def test_a_working_copy_of_a_later_version_stays(data_dir: Path, clock: FakeClock) -> None:
    document = Document.create(None, data_dir, clock)
    document.apply("add", SMALL)
    crash(document)
    (folder,) = (one for one in (data_dir / "work").iterdir() if one.is_dir())
    with sql(folder / "document.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    (left,) = list_recoverable(data_dir)
    assert left.changes is None
    assert folder.exists()


def test_a_file_is_opened_as_a_copy_with_its_history(
    document: Document, tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    before = (tmp_path / "zaak.gvkaart").read_bytes()
    copy = Document.open_copy(tmp_path / "zaak.gvkaart", data_dir, clock)
    assert (copy.graph, copy.uuid, copy.path) == (document.graph, document.uuid, None)
    assert copy.undo_step == document.undo_step
    copy.apply("add", added(note("n")))
    assert (tmp_path / "zaak.gvkaart").read_bytes() == before
    crash(copy)
    assert [one.path for one in list_recoverable(data_dir)] == [None]


def test_a_damaged_file_opened_as_a_copy_leaves_nothing_behind(
    tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    (tmp_path / "kapot.gvkaart").write_bytes(b"x" * 200)
    with pytest.raises(Rejected):
        Document.open_copy(tmp_path / "kapot.gvkaart", data_dir, clock)
    assert list((data_dir / "work").iterdir()) == []
