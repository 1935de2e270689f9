"""Backups: whole documents kept on this computer, named after the identity of the document, not after its file.

So they are found again when the file was renamed or moved (reliability, section 4). A counter orders them, because
clocks can be wrong.
"""

import re
import shutil
import sqlite3
from collections.abc import Hashable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from gvkaart.domain.errors import GvkaartError
from gvkaart.store.connection import connect_reading
from gvkaart.store.files import durable_copy_beside, fingerprint, sync_folder
from gvkaart.store.gate import uuid_of
from gvkaart.store.schema import current_version, expected_schema, schema_of
from gvkaart.store.working_copy import private_folder

INTERVAL: Final = 30 * 60 * 1000
"""Milliseconds between backups while somebody works."""

_NEWEST: Final = 10
_DAYS: Final = 14
_WEEKS: Final = 8
_FREE_SPACE: Final = 500 * 2**20
"""With fewer bytes free than this, the room is for the document."""

_FOLDER: Final = "backups"
_UUID_LENGTH: Final = 36
_NAME: Final = re.compile(r"(?P<uuid>[0-9a-f-]{36})__(?P<counter>\d{6,})__(?P<date>\d{8}T\d{6})\.gvkaart")
_DATE: Final = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole document as it was; `time` in milliseconds since 1970 (UTC)."""

    path: Path
    counter: int
    time: int

    @property
    def uuid(self) -> UUID:
        """The identity of the document."""
        return UUID(self.path.name[:_UUID_LENGTH])

    @property
    def size(self) -> int:
        """Its size in bytes; 0 when it is gone."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself without being opened: its identity, and the title of its first map."""

    uuid: UUID
    title: str


def about(document: Path) -> About | None:
    """Look into a document in our own folder, where nobody writes to it; None when it cannot be told."""
    try:
        with closing(connect_reading(document)) as connection:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            # Only then nothing in it can be something else than it seems, such as a view that never ends.
            if not 0 < version <= current_version() or schema_of(connection) != expected_schema(version):
                return None
            first = connection.execute("SELECT title FROM map ORDER BY rowid LIMIT 1").fetchone()
            return About(uuid_of(connection, document), "" if first is None else first[0])
    except (sqlite3.Error, UnicodeError, GvkaartError):
        return None


def list_backups(data_dir: Path, uuid: UUID) -> list[Backup]:
    """Return the backups of a document, newest first."""
    folder = data_dir / _FOLDER
    found = [_parsed(path) for path in folder.glob(f"{uuid}__*.gvkaart")]
    return sorted((one for one in found if one is not None), key=lambda one: one.counter, reverse=True)


def all_backups(data_dir: Path) -> dict[UUID, list[Backup]]:
    """Return the backups of every document on this computer, newest first; the document backed up last comes first."""
    found = [_parsed(path) for path in (data_dir / _FOLDER).glob("*.gvkaart")]
    documents = {one.uuid for one in found if one is not None}
    lists = [list_backups(data_dir, uuid) for uuid in documents]
    return {one[0].uuid: one for one in sorted(lists, key=lambda one: one[0].time, reverse=True)}


def _parsed(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        when = datetime.strptime(match["date"], _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, int(match["counter"]), round(when.timestamp() * 1000))


def has_room(data_dir: Path) -> bool:
    """Tell whether the disk has room for something that can be missed."""
    return shutil.disk_usage(data_dir).free > _FREE_SPACE


def keep(document: Path, data_dir: Path, uuid: UUID, now: int) -> Backup:
    """Keep a copy of a document, unless the newest backup is the same, and remove backups that are not needed.

    Raises:
        OSError: the disk is full or fails; earlier backups are all still there.
    """
    earlier = list_backups(data_dir, uuid)
    if earlier and fingerprint(earlier[0].path) == fingerprint(document):
        return earlier[0]
    counter = earlier[0].counter + 1 if earlier else 1
    backup = Backup(_path(data_dir, uuid, counter, now), counter, now // 1000 * 1000)
    _copy(document, backup.path)
    for old in superfluous([backup, *earlier], now):
        old.path.unlink(missing_ok=True)
    return backup


def keep_other(document: Path, data_dir: Path, otherwise: UUID, now: int) -> None:
    """Keep a copy of a document that is about to be replaced by another one: among its own backups.

    Args:
        document: the file.
        data_dir: where this program keeps what is its own.
        otherwise: the identity among whose backups it is kept when its own cannot be read.
        now: milliseconds since 1970 (UTC).

    Raises:
        OSError: the disk is full or fails.
    """
    copy = durable_copy_beside(document, private_folder(data_dir / _FOLDER) / document.name, ".~")
    try:
        known = about(copy)
        keep(copy, data_dir, otherwise if known is None else known.uuid, now)
    finally:
        copy.unlink()


def _path(data_dir: Path, uuid: UUID, counter: int, now: int) -> Path:
    date = datetime.fromtimestamp(now / 1000, UTC).strftime(_DATE)
    return private_folder(data_dir / _FOLDER) / f"{uuid}__{counter:06}__{date}.gvkaart"


def _copy(source: Path, target: Path) -> None:
    durable_copy_beside(source, target, ".~").replace(target)
    sync_folder(target.parent)


def superfluous(backups: Iterable[Backup], now: int) -> list[Backup]:
    """Choose the backups that may go.

    Kept are the newest ten, whatever their dates; the last of each of the past 14 days; the last of each of the past 8
    weeks; and those dated in the future, since the clock may have been wrong then or now.
    """
    newest_first = sorted(backups, key=lambda one: one.counter, reverse=True)
    kept = set(newest_first[:_NEWEST])
    today = datetime.fromtimestamp(now / 1000, UTC)
    days: set[Hashable] = set()
    weeks: set[Hashable] = set()
    for backup in newest_first:
        when = datetime.fromtimestamp(backup.time / 1000, UTC)
        day, week = when.date(), when.isocalendar()[:2]
        is_last_of_day = today - when < timedelta(days=_DAYS) and day not in days
        is_last_of_week = today - when < timedelta(weeks=_WEEKS) and week not in weeks
        if is_last_of_day or is_last_of_week or when > today:
            kept.add(backup)
        days.add(day)
        weeks.add(week)
    return [backup for backup in newest_first if backup not in kept]


def remove_all(data_dir: Path, uuid: UUID) -> None:
    """Remove every backup of a document, as when its history is erased."""
    for backup in list_backups(data_dir, uuid):
        backup.path.unlink(missing_ok=True)
