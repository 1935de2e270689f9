"""Publishing: the user's file is the old one or the new one, whole, and never somebody else's work replaced."""

import errno
import os
import resource
import shutil
import stat
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gvkaart.domain.entities import Edge, Placement, SetAside
from gvkaart.domain.errors import EnvironmentProblem, Rejected
from gvkaart.store import Conflict, Document, connection, files, list_backups, list_recoverable, publishing, recover
from tests.store.tools import ACTOR, MAP, POSITION, SMALL, FakeClock, added, crash, graph_in, note, saved


@pytest.fixture
def document(tmp_path: Path, data_dir: Path, clock: FakeClock) -> Document:
    document = Document.open(saved(tmp_path / "zaak.gvkaart", data_dir, clock), data_dir, clock)
    document.apply("add", added(note("n")))
    return document


@pytest.fixture
def path(tmp_path: Path, document: Document) -> Path:
    return tmp_path / "zaak.gvkaart"


def strays(path: Path) -> list[Path]:
    return sorted(path.parent.glob(".~*"))


def test_publishing_says_what_it_did(document: Document, path: Path) -> None:
    first = document.publish()
    assert (first.path, first.written, first.size) == (path, True, path.stat().st_size)
    again = document.publish()
    assert (again.written, again.size) == (False, first.size)
    assert graph_in(path) == document.graph
    assert strays(path) == []


def test_a_published_file_is_one_complete_file(document: Document, path: Path) -> None:
    document.publish()
    assert [one.name for one in path.parent.iterdir() if one.is_file()] == [path.name]
    assert path.read_bytes()[18:20] == b"\1\1"


def test_what_was_deleted_is_not_in_the_file_but_in_its_history(document: Document, path: Path) -> None:
    document.apply("add", added(note("weg", "ZQ7WEG")), "ZQ7WEG")
    document.undo()
    document.publish()
    assert b"ZQ7WEG" in path.read_bytes()
    document.copy_to_share(path.with_name("delen.gvkaart"))
    assert b"ZQ7WEG" not in path.with_name("delen.gvkaart").read_bytes()
    assert graph_in(path.with_name("delen.gvkaart")) == document.graph
    assert document.path == path


def test_a_copy_to_share_holds_nothing_private_in_any_byte(
    document: Document, path: Path, data_dir: Path, clock: FakeClock
) -> None:
    canary = "ZQ7GEHEIM"
    before = document.graph
    secret = replace(note("zq7geheim", canary, canary), visibility="private", tags=(canary,))
    whispered = Edge(ACTOR.id, "related", POSITION.id, visibility="private", fields={"label": canary})
    aside = SetAside(MAP.id, "fact.unsettled", (secret.id,), (), (), canary)
    place = Placement(MAP.id, secret.id, 1, 2)
    document.apply("add", added(secret, whispered, Edge(secret.id, "related", ACTOR.id), place, aside), canary)
    document.name_version(canary)
    document.publish()
    assert canary.encode() in path.read_bytes()
    shared = path.with_name("delen.gvkaart")
    document.copy_to_share(shared)
    assert canary.lower().encode() not in shared.read_bytes().lower()
    other = Document.open(shared, data_dir, clock)
    assert other.graph == before
    assert other.uuid != document.uuid


def test_a_copy_to_share_has_the_permissions_of_any_file_of_this_user(document: Document, path: Path) -> None:
    shared, usual = path.with_name("delen.gvkaart"), path.with_name("gewoon.txt")
    usual.touch()
    document.copy_to_share(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    shared.chmod(0o600)
    document.copy_to_share(shared)
    assert stat.S_IMODE(shared.stat().st_mode) == 0o600


def test_a_copy_to_share_can_be_edited(document: Document, path: Path, data_dir: Path, clock: FakeClock) -> None:
    shared = path.with_name("delen.gvkaart")
    document.copy_to_share(shared)
    other = Document.open(shared, data_dir, clock)
    assert (other.undo_step, other.versions(), other.is_published) == (None, [], True)
    other.apply("add", added(note("m")))
    other.publish()
    assert graph_in(shared) == other.graph


@pytest.mark.parametrize("change", [lambda path: path.write_bytes(b"x"), lambda path: os.truncate(path, 5)])
def test_a_file_that_somebody_changed_is_left_alone(
    document: Document, path: Path, change: Callable[[Path], object]
) -> None:
    change(path)
    theirs = path.read_bytes()
    with pytest.raises(Conflict) as caught:
        document.publish()
    assert caught.value.key == "store.target_changed"
    assert (path.read_bytes(), strays(path)) == (theirs, [])
    assert not document.is_published


def test_a_file_that_somebody_replaced_is_left_alone_when_nothing_is_to_be_published(
    document: Document, path: Path
) -> None:
    document.publish()
    path.write_bytes(b"theirs")
    with pytest.raises(Conflict):
        document.publish()
    assert path.read_bytes() == b"theirs"


def test_a_file_that_is_gone_is_not_made_again_silently(document: Document, path: Path) -> None:
    path.rename(path.with_name("elders.gvkaart"))
    with pytest.raises(Conflict) as caught:
        document.publish()
    assert caught.value.key == "store.target_gone"
    document.save_as(path)
    assert graph_in(path) == document.graph


def test_a_folder_that_is_gone_loses_nothing(document: Document, path: Path, data_dir: Path) -> None:
    moved = path.parent / "map"
    moved.mkdir()
    document.save_as(moved / "a.gvkaart")
    document.apply("add", added(note("m")))
    shutil.rmtree(moved)
    with pytest.raises(EnvironmentProblem):
        document.publish()
    document.save_as(path.with_name("b.gvkaart"))
    assert graph_in(path.with_name("b.gvkaart")) == document.graph


def test_a_change_at_the_last_moment_is_noticed(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(source: Path, target: Path, prefix: str, *, readable: bool) -> Path:
        path.write_bytes(b"theirs")
        return files.durable_copy_beside(source, target, prefix, readable=readable)

    monkeypatch.setattr(publishing, "durable_copy_beside", meanwhile)
    with pytest.raises(Conflict):
        document.publish()
    assert (path.read_bytes(), strays(path)) == (b"theirs", [])


def test_saving_over_somebody_elses_version_keeps_a_backup_of_it(
    document: Document, path: Path, data_dir: Path, clock: FakeClock
) -> None:
    theirs = Document.open(path, data_dir.with_name("other-pc"), clock)
    theirs.apply("add", added(note("van-hen")))
    theirs.publish()
    kept = path.read_bytes()
    with pytest.raises(Conflict):
        document.publish()
    document.save_as(path)
    assert graph_in(path) == document.graph
    assert kept in [backup.path.read_bytes() for backup in list_backups(data_dir, document.uuid)]


def test_saving_as_goes_on_with_the_new_file(document: Document, path: Path, data_dir: Path, clock: FakeClock) -> None:
    before, new = path.read_bytes(), path.with_name("nieuw.gvkaart")
    document.save_as(new)
    assert (document.path, document.is_published, path.read_bytes()) == (new, True, before)
    Document.open(path, data_dir, clock).close()
    with pytest.raises(EnvironmentProblem, match="already_open"):
        Document.open(new, data_dir, clock)


def test_saving_a_copy_goes_on_with_the_old_file(document: Document, path: Path) -> None:
    copy = path.with_name("kopie.gvkaart")
    document.save_copy(copy)
    assert (document.path, document.is_published) == (path, False)
    assert graph_in(copy) == document.graph


def test_a_document_that_is_open_is_not_saved_over(
    document: Document, tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    other = Document.open(saved(tmp_path / "ander.gvkaart", data_dir, clock), data_dir, clock)
    for save in (document.save_as, document.save_copy, document.copy_to_share):
        with pytest.raises(EnvironmentProblem, match="already_open"):
            save(tmp_path / "ander.gvkaart")
    assert other.is_published


def test_only_documents_are_saved_over(document: Document, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(b"PK\3\4")
    (tmp_path / "map").mkdir()
    (tmp_path / "leeg.gvkaart").touch()
    for name in ("brief.docx", "map"):
        with pytest.raises(Rejected, match="other_file"):
            document.save_as(tmp_path / name)
    document.save_as(tmp_path / "leeg.gvkaart")
    assert document.is_published
    assert (tmp_path / "brief.docx").read_bytes() == b"PK\3\4"


def test_a_failing_save_as_goes_on_with_the_old_file(
    document: Document, path: Path, data_dir: Path, clock: FakeClock
) -> None:
    with pytest.raises(EnvironmentProblem, match="not_found"):
        document.save_as(path.parent / "nergens" / "a.gvkaart")
    assert (document.path, document.is_published) == (path, False)
    crash(document)
    (left,) = list_recoverable(data_dir)
    assert left.path == path
    recover(left, data_dir, clock).publish()


def test_permissions_stay_as_they_were_and_a_new_file_is_private(document: Document, path: Path) -> None:
    path.chmod(0o664)
    document.publish()
    assert stat.S_IMODE(path.stat().st_mode) == 0o664
    document.save_as(path.with_name("nieuw.gvkaart"))
    assert stat.S_IMODE(path.with_name("nieuw.gvkaart").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.ENOSPC, "store.disk_full"),
        (errno.EDQUOT, "store.disk_full"),
        (errno.EROFS, "store.no_permission"),
        (errno.EACCES, "store.no_permission"),
        (errno.EIO, "store.disk_error"),
        (errno.EBUSY, "store.locked"),
    ],
)
@pytest.mark.parametrize("step", ["mkstemp", "copy", "fsync", "replace"])
def test_whatever_fails_the_old_file_stands_and_it_works_next_time(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, key: str
) -> None:
    def failing(*args: object, **kwargs: object) -> None:
        raise OSError(code, os.strerror(code))

    before = path.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(publishing, "_WAITS", (0.0,))
        match step:
            case "mkstemp":
                broken.setattr(files, "temporary_beside", _only_beside(path, failing))
            case "copy":
                broken.setattr(files, "copy_bytes", failing)
            case "fsync":
                broken.setattr(publishing, "sync_folder", failing)
            case _:
                broken.setattr(Path, "replace", _only_onto(path, failing))
        with pytest.raises(EnvironmentProblem) as caught:
            document.publish()
    assert caught.value.key == key
    assert strays(path) == []
    if step != "fsync":
        assert path.read_bytes() == before
        document.publish()
        assert graph_in(path) == document.graph


def _only_beside(path: Path, failing: Callable[..., None]) -> Callable[..., object]:
    original = files.temporary_beside
    return lambda target, prefix: failing() if target == path else original(target, prefix)


def _only_onto(path: Path, failing: Callable[..., None]) -> Callable[..., object]:
    original = Path.replace
    return lambda self, target: failing() if target == path else original(self, target)


def test_a_file_that_is_held_for_a_moment_is_replaced_after_all(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals, original, waits = iter([True, True]), Path.replace, list[float]()

    def held(self: Path, target: Path) -> Path:
        if target == path and next(refusals, False):
            raise PermissionError(errno.EACCES, "held by a scanner")
        return original(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("time.sleep", waits.append)
    document.publish()
    assert waits == list(publishing._WAITS[:2])
    assert graph_in(path) == document.graph


def test_what_is_read_back_must_be_what_was_written(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(files, "copy_bytes", lambda source, target: "0" * 64)
    with pytest.raises(EnvironmentProblem, match="disk_error"):
        document.publish()
    assert (path.read_bytes(), strays(path)) == (before, [])


def test_a_compact_copy_that_is_damaged_is_never_delivered(
    document: Document, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def damaged(copy: Path) -> object:
        with copy.open("r+b") as file:
            file.seek(4096)
            file.write(b"\0" * 4096)
        return connection.connect_reading(copy)

    monkeypatch.setattr(publishing, "connect_reading", damaged)
    with pytest.raises(EnvironmentProblem, match="disk_error"):
        document.publish()
    assert path.read_bytes() == before


def test_temporary_files_of_killed_programs_are_removed(path: Path, document: Document, data_dir: Path) -> None:
    document.publish()
    document.close()
    old, new, other = (path.parent / name for name in (".~zaak.gvkaart.a.tmp", ".~zaak.gvkaart.b.tmp", ".~x.c.tmp"))
    for one in (old, new, other):
        one.write_bytes(b"x")
    os.utime(old, (1, 1))
    os.utime(other, (1, 1))
    Document.open(path, data_dir, FakeClock(int(new.stat().st_mtime * 1000) + 60_000))
    assert set(strays(path)) == {new, other}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("only the administrator can make a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path) -> Path:
    """Leave no byte free."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            return filler


def test_a_full_disk_at_the_target(document: Document, small_disk: Path) -> None:
    target = small_disk / "a.gvkaart"
    document.save_as(target)
    before = target.read_bytes()
    document.apply("add", added(note("m")))
    filler = fill(small_disk)
    with pytest.raises(EnvironmentProblem, match="disk_full"):
        document.publish()
    assert (target.read_bytes(), strays(target)) == (before, [])
    filler.unlink()
    document.publish()
    assert graph_in(target) == document.graph


def test_a_full_disk_under_the_working_copy(tmp_path: Path, small_disk: Path, clock: FakeClock) -> None:
    data = small_disk / "data"
    document = Document.create(None, data, clock)
    document.apply("add", SMALL)
    filler, graph = fill(small_disk), document.graph
    with pytest.raises(EnvironmentProblem, match="disk_full"):
        document.apply("add", added(note("n", text="x" * 100_000)))
    assert document.graph == graph
    with pytest.raises(EnvironmentProblem, match="disk_full"):
        document.save_as(tmp_path / "a.gvkaart")
    filler.unlink()
    document.apply("add", added(note("n", text="x" * 1000)))
    document.save_as(tmp_path / "a.gvkaart")
    assert graph_in(tmp_path / "a.gvkaart") == document.graph


def test_a_quota_under_the_working_copy(tmp_path: Path, data_dir: Path, clock: FakeClock) -> None:
    document = Document.create(None, data_dir, clock)
    document.apply("add", SMALL)
    graph, size = document.graph, (document._copy.database).stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        with pytest.raises(EnvironmentProblem):
            document.apply("add", added(note("n", text="x" * 100_000)))
        assert document.graph == graph
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    document.apply("add", added(note("n")))
    document.save_as(tmp_path / "a.gvkaart")
    assert graph_in(tmp_path / "a.gvkaart") == document.graph


def test_a_folder_that_may_only_be_read(document: Document, tmp_path: Path) -> None:
    folder = tmp_path / "readonly"
    folder.mkdir()
    made = subprocess.run(["chattr", "+i", str(folder)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("this file system cannot make a folder unchangeable")
    try:
        with pytest.raises(EnvironmentProblem, match="no_permission"):
            document.save_as(folder / "a.gvkaart")
    finally:
        subprocess.run(["chattr", "-i", str(folder)], check=True)
    assert not document.is_published
    document.publish()
