"""After a crash: working copies that hold what the user's file does not.

Nothing is thrown away without being asked, save working copies that hold nothing of their own.
"""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from gvkaart.domain.errors import EnvironmentProblem, Rejected
from gvkaart.domain.operations import BEGINNINGS
from gvkaart.store.clock import Clock
from gvkaart.store.connection import connect_working, problems_of
from gvkaart.store.document import Document
from gvkaart.store.schema import current_version
from gvkaart.store.working_copy import Published, WorkingCopy, lock_target, take_over, unattended


@dataclass(frozen=True, slots=True)
class Recoverable:
    """A working copy of a program that did not end well, or ended without publishing.

    Attributes:
        folder: where it lies.
        path: the file it belongs to; None when it had none yet.
        changes: how many operations the file does not hold; None when this program cannot read the working copy,
            because it is damaged or of a later version.
        time: of the last of them, in milliseconds since 1970 (UTC).
    """

    folder: Path
    path: Path | None
    changes: int | None
    time: int


def list_recoverable(data_dir: Path) -> list[Recoverable]:
    """Return what can be recovered, latest first; working copies without changes are removed.

    Raises:
        EnvironmentProblem: the folder for data cannot be read.
    """
    with problems_of(data_dir):
        found = [_inspected(copy) for copy in unattended(data_dir)]
    return sorted((one for one in found if one is not None), key=lambda one: one.time, reverse=True)


def _inspected(copy: WorkingCopy) -> Recoverable | None:
    try:
        published = copy.noted()
    except Rejected:
        copy.release()
        return Recoverable(copy.folder, None, None, 0)
    recoverable = None if published is None else _unpublished(copy, published.settled())
    if recoverable is None:
        copy.remove()
    else:
        copy.release()
    return recoverable


def _unpublished(copy: WorkingCopy, published: Published) -> Recoverable | None:
    path = Path(published.path) if published.path else None
    try:
        connection = connect_working(copy.database)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] > current_version():
                return Recoverable(copy.folder, path, None, 0)
            count, last, only = connection.execute(
                "SELECT count(*), max(time), max(name) FROM op WHERE id > ?", (published.op,)
            ).fetchone()
        finally:
            connection.close()
    except sqlite3.Error:
        return Recoverable(copy.folder, path, None, 0)
    has_only_begun = path is None and count == 1 and only in BEGINNINGS
    return Recoverable(copy.folder, path, count, last) if count and not has_only_begun else None


def recover(recoverable: Recoverable, data_dir: Path, clock: Clock) -> Document:
    """Go on with a working copy.

    Raises:
        Rejected: the working copy is damaged, or of a later version.
        EnvironmentProblem: another program has it, or the file it belongs to, open.
    """
    with problems_of(recoverable.path or recoverable.folder):
        copy = _taken(recoverable)
        try:
            return _recovered(copy, data_dir, clock)
        except BaseException:
            copy.release()
            raise


def _recovered(copy: WorkingCopy, data_dir: Path, clock: Clock) -> Document:
    published = (copy.noted() or Published()).settled()
    lock = lock_target(Path(published.path), data_dir) if published.path else None
    try:
        return Document(copy, published, lock, data_dir, clock)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def forget(recoverable: Recoverable) -> None:
    """Throw a working copy away, as the user asked.

    Raises:
        EnvironmentProblem: another program has it open.
    """
    _taken(recoverable).remove()


def _taken(recoverable: Recoverable) -> WorkingCopy:
    copy = take_over(recoverable.folder)
    if copy is None:
        raise EnvironmentProblem("store.already_open", file=(recoverable.path or recoverable.folder).name)
    return copy
