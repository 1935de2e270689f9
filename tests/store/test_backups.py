"""Backups: found by what the document is, kept when they matter, never in the way."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.domain.errors import EnvironmentProblem
from gvkaart.store import Document, backups, list_backups
from gvkaart.store.backups import About, Backup, about, all_backups, superfluous
from tests.store.tools import FakeClock, added, graph_in, note, saved, sql

DAY = 24 * 3600 * 1000
NOW = 1_750_000_000_000


@pytest.fixture
def document(tmp_path: Path, data_dir: Path, clock: FakeClock) -> Document:
    return Document.open(saved(tmp_path / "zaak.gvkaart", data_dir, clock), data_dir, clock)


def test_a_backup_is_the_whole_document(document: Document, data_dir: Path, clock: FakeClock) -> None:
    document.apply("add", added(note("n")))
    backup = document.backup()
    assert list_backups(data_dir, document.uuid) == [backup]
    assert backup.path.name.startswith(f"{document.uuid}__000001__2025")
    assert graph_in(backup.path) == document.graph
    assert not document.is_published


def test_the_same_is_not_kept_twice(document: Document, data_dir: Path) -> None:
    first = document.backup()
    assert document.backup() == first
    document.apply("add", added(note("n")))
    assert document.backup().counter == 2
    assert [one.counter for one in list_backups(data_dir, document.uuid)] == [2, 1]


def test_other_files_among_the_backups_are_left_alone(document: Document, data_dir: Path) -> None:
    document.backup()
    folder = data_dir / "backups"
    for name in (f"{document.uuid}__x.gvkaart", f"{document.uuid}__000009__99999999T999999.gvkaart", "x.txt"):
        (folder / name).touch()
    assert [one.counter for one in list_backups(data_dir, document.uuid)] == [1]
    assert list_backups(data_dir, uuid4()) == []


def test_a_document_that_is_replaced_is_kept_among_its_own_backups(
    document: Document, tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    other = saved(tmp_path / "ander.gvkaart", data_dir, clock, added(note("van-een-ander")))
    theirs = other.read_bytes()
    uuid = about(other)
    document.save_as(other)
    assert uuid is not None
    assert uuid.uuid != document.uuid
    assert [one.path.read_bytes() for one in list_backups(data_dir, uuid.uuid)] == [theirs]
    assert list_backups(data_dir, document.uuid) == []
    document.erase_history()
    assert len(list_backups(data_dir, uuid.uuid)) == 1


def test_what_is_replaced_but_cannot_be_read_is_kept_all_the_same(
    document: Document, tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    other = saved(tmp_path / "ander.gvkaart", data_dir, clock)
    broken = other.read_bytes()[:4096]
    other.write_bytes(broken)
    (tmp_path / "leeg.gvkaart").touch()
    document.save_copy(other)
    document.save_copy(tmp_path / "leeg.gvkaart")
    assert [one.path.read_bytes() for one in list_backups(data_dir, document.uuid)] == [broken]
    assert [one.name for one in (data_dir / "backups").iterdir() if one.name.startswith(".~")] == []


def test_all_backups_are_found_the_last_document_first(
    document: Document, tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    assert all_backups(data_dir) == {}
    mine = document.backup()
    clock.now += DAY
    other = Document.open(saved(tmp_path / "ander.gvkaart", data_dir, clock), data_dir, clock)
    theirs = other.backup()
    assert list(all_backups(data_dir).items()) == [(other.uuid, [theirs]), (document.uuid, [mine])]
    assert mine.size == len(mine.path.read_bytes())
    mine.path.unlink()
    assert mine.size == 0


def test_a_backup_says_what_it_is_of_unless_it_is_none(document: Document, tmp_path: Path) -> None:
    backup = document.backup()
    assert about(backup.path) == About(document.uuid, "De kaart")
    with sql(backup.path) as connection:
        connection.execute("DELETE FROM map")
    assert about(backup.path) == About(document.uuid, "")
    with sql(backup.path) as connection:
        connection.execute("CREATE VIEW v AS SELECT 1")
    assert about(backup.path) is None
    (tmp_path / "niets").write_bytes(b"x")
    assert about(tmp_path / "niets") is None


def test_the_file_is_backed_up_before_it_is_replaced_first(document: Document, data_dir: Path) -> None:
    before = (document.path or Path()).read_bytes()
    for name in ("n", "m"):
        document.apply("add", added(note(name)))
        document.publish()
    (backup,) = list_backups(data_dir, document.uuid)
    assert backup.path.read_bytes() == before


def test_work_is_backed_up_every_half_hour(document: Document, data_dir: Path, clock: FakeClock) -> None:
    document.apply("add", added(note("n1")))
    assert list_backups(data_dir, document.uuid) == []
    clock.now += backups.INTERVAL
    document.apply("add", added(note("n2")))
    document.apply("add", added(note("n3")))
    (backup,) = list_backups(data_dir, document.uuid)
    assert set(graph_in(backup.path).nodes) == {"cak", "delen", "n1", "n2"}


def test_a_clock_that_went_back_makes_a_backup(document: Document, data_dir: Path, clock: FakeClock) -> None:
    clock.now -= DAY
    document.apply("add", added(note("n")))
    assert len(list_backups(data_dir, document.uuid)) == 1


def test_an_action_succeeds_when_its_backup_does_not(
    document: Document, data_dir: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*args: object) -> Backup:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "keep", failing)
    clock.now += backups.INTERVAL
    document.apply("add", added(note("n")))
    document.publish()
    assert graph_in(document.path or Path()) == document.graph
    with pytest.raises(EnvironmentProblem, match="disk_full"):
        document.backup()
    assert not document._copy.snapshot.exists()


def test_a_disk_that_is_nearly_full_is_for_the_document(
    document: Document, data_dir: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "has_room", lambda folder: False)
    clock.now += backups.INTERVAL
    document.apply("add", added(note("n")))
    document.publish()
    assert list_backups(data_dir, document.uuid) == []


def test_publishing_in_a_worker_is_not_waited_for(document: Document, data_dir: Path, clock: FakeClock) -> None:
    clock.now += backups.INTERVAL
    with document._publishing:
        document.apply("add", added(note("n")))
    assert list_backups(data_dir, document.uuid) == []


def test_a_backup_that_fails_leaves_the_others(
    document: Document, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = document.backup()
    document.apply("add", added(note("n")))
    monkeypatch.setattr("os.fsync", _fail)
    with pytest.raises(EnvironmentProblem):
        document.backup()
    assert list_backups(data_dir, document.uuid) == [first]
    assert list((data_dir / "backups").iterdir()) == [first.path]


def _fail(descriptor: int) -> None:
    raise OSError(5, "Input/output error")


def test_backups_are_thinned_as_they_are_made(tmp_path: Path, data_dir: Path) -> None:
    uuid, file = UUID(int=7), tmp_path / "a"
    for number in range(30):
        file.write_text(str(number))
        backups.keep(file, data_dir, uuid, NOW + number)
    assert [one.counter for one in list_backups(data_dir, uuid)] == list(range(30, 20, -1))


def every(hours: int, count: int) -> list[Backup]:
    return [Backup(Path(str(number)), number, NOW - (count - number) * hours * 3600 * 1000) for number in range(count)]


def test_what_is_kept_gets_thinner_with_age() -> None:
    made = every(hours=1, count=24 * 100)
    kept = sorted(set(made) - set(superfluous(made, NOW)), key=lambda one: one.counter)
    ages = [(NOW - one.time) / DAY for one in kept]
    assert sum(age <= 1 for age in ages) >= 10
    assert sum(1 < age < 14 for age in ages) == 13
    assert 5 <= sum(age > 14 for age in ages) <= 7
    assert max(ages) < 57


@given(st.lists(st.integers(0, 2 * NOW), max_size=60), st.integers(0, 2 * NOW))
def test_the_newest_are_kept_whatever_the_clock_said(times: list[int], now: int) -> None:
    made = [Backup(Path(str(number)), number, time) for number, time in enumerate(times)]
    gone = superfluous(made, now)
    assert not set(gone) & set(made[-10:])
    assert set(superfluous([one for one in made if one not in gone], now)) == set()


def test_a_day_keeps_its_last_backup() -> None:
    noon = datetime(2025, 6, 2, 12, tzinfo=UTC)
    times = [noon - timedelta(days=3, hours=hours) for hours in (3, 2, 1)] + [noon] * 10
    made = [Backup(Path(), number, round(time.timestamp() * 1000)) for number, time in enumerate(times)]
    assert [one.counter for one in superfluous(made, made[-1].time)] == [1, 0]
