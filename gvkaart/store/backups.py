"""Backups: whole documents kept on this computer, named after the identity of the document, not after its file.

So they are found again when the file was renamed or moved (reliability, section 4). A counter orders them, because
clocks can be wrong.
"""

import re
import shutil
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

from gvkaart.store.files import durable_copy_beside, fingerprint, sync_folder
from gvkaart.store.working_copy import private_folder

INTERVAL: Final = 30 * 60 * 1000
"""Milliseconds between backups while somebody works."""

_NEWEST: Final = 10
_DAYS: Final = 14
_WEEKS: Final = 8
_FREE_SPACE: Final = 500 * 2**20
"""With fewer bytes free than this, the room is for the document."""

_FOLDER: Final = "backups"
_NAME: Final = re.compile(r"(?P<uuid>[0-9a-f-]{36})__(?P<counter>\d{6,})__(?P<date>\d{8}T\d{6})\.gvkaart")
_DATE: Final = "%Y%m%dT%H%M%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole document as it was; `time` in milliseconds since 1970 (UTC)."""

    path: Path
    counter: int
    time: int


def list_backups(data_dir: Path, uuid: UUID) -> list[Backup]:
    """Return the backups of a document, newest first."""
    folder = data_dir / _FOLDER
    found = [_parsed(path) for path in folder.glob(f"{uuid}__*.gvkaart")]
    return sorted((one for one in found if one is not None), key=lambda one: one.counter, reverse=True)


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
