"""Working copies: where a document lives while it is open, and after a crash.

Each has a folder of its own below ``<data>/work``, with the database and a small note of what was published. The lock
lies beside the folder, so that it exists before the folder does. A folder without a note was never completed.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final
from uuid import uuid4

from gvkaart.domain.errors import EnvironmentProblem, Rejected
from gvkaart.store.files import FileLock, fingerprint, lock_file, sync_folder, write_whole

_FOLDER: Final = "work"
_NOTE: Final = "published.json"


@dataclass(frozen=True, slots=True)
class Published:
    """What of a working copy is in the file of the user.

    Attributes:
        path: that file; empty when the document has none yet.
        fingerprint: of the file as we read or wrote it last; empty when it was not there.
        op: the last operation that the file holds.
        ours: whether this working copy put the file there; then what it holds may stand nowhere else.
        next_fingerprint: of the file that is being put in its place; empty when none is.
        next_op: the last operation that it will hold.
    """

    path: str = ""
    fingerprint: str = ""
    op: int = 0
    ours: bool = False
    next_fingerprint: str = ""
    next_op: int = 0

    def settled(self) -> "Published":
        """Return what the file itself shows: whether the next one is in its place, or ours is there no more.

        A file that we wrote and that somebody else replaced or removed holds nothing of what was done here.
        """
        found = self._found()
        if self.next_fingerprint and found == self.next_fingerprint:
            return Published(self.path, self.next_fingerprint, self.next_op, ours=True)
        op = 0 if self.ours and found != self.fingerprint else self.op
        return Published(self.path, self.fingerprint, op, self.ours)

    def _found(self) -> str | None:
        """Return the fingerprint of the file that is there now; None when there is none that can be read."""
        if not self.ours and not self.next_fingerprint:
            return None
        try:
            return fingerprint(Path(self.path))
        except OSError:
            return None


def _published(noted: object) -> Published:
    """Make a note of what `asdict` made of one; what a later version notes may mean something else.

    Raises:
        ValueError: it is not such a note.
    """
    if not isinstance(noted, dict) or not noted.keys() <= {field.name for field in fields(Published)}:
        raise ValueError("no note of this version")
    if any(type(value) is not type(getattr(Published(), name)) for name, value in noted.items()):
        raise ValueError("a value of another type")
    return Published(**noted)


class WorkingCopy:
    """One folder and its lock, held by this program."""

    def __init__(self, folder: Path, lock: FileLock) -> None:
        """Take over a folder that is locked."""
        self.folder = folder
        self._lock = lock

    @property
    def database(self) -> Path:
        """The database in which every action is durable at once."""
        return self.folder / "document.db"

    @property
    def snapshot(self) -> Path:
        """Where a compact copy stands while it is being published or kept."""
        return self.folder / "snapshot.db"

    @property
    def original(self) -> Path:
        """Where the bytes of the user's file stand while they are being checked."""
        return self.folder / "original.db"

    def note(self, published: Published) -> None:
        """Keep durably what was published; the first note makes the working copy complete.

        Raises:
            OSError: the disk is full or fails; the note is as it was.
        """
        write_whole(self.folder / _NOTE, json.dumps(asdict(published)).encode())

    def noted(self) -> Published | None:
        """Return what was noted, or None when this working copy was never completed.

        Raises:
            Rejected: the note is damaged, or that of a later version of the program.
        """
        try:
            return _published(json.loads((self.folder / _NOTE).read_bytes()))
        except FileNotFoundError:
            return None
        except ValueError as error:
            raise Rejected("store.damaged", file=_NOTE) from error

    def release(self) -> None:
        """Leave the working copy for later."""
        self._lock.release()

    def remove(self) -> None:
        """Remove the working copy and everything in it, and leave it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        _lock_path(self.folder).unlink(missing_ok=True)
        self._lock.release()


def new_working_copy(data_dir: Path) -> WorkingCopy:
    """Make and lock an empty folder for a document.

    Raises:
        EnvironmentProblem: somebody else made a folder of the same, random, name.
        OSError: the folder for data cannot be written.
    """
    folder = private_folder(data_dir / _FOLDER) / uuid4().hex
    lock = lock_file(_lock_path(folder))
    if lock is None:
        raise EnvironmentProblem("store.locked", file=folder.name, code="")
    folder.mkdir(mode=0o700)
    sync_folder(folder.parent)
    return WorkingCopy(folder, lock)


@contextmanager
def completed(copy: WorkingCopy) -> Iterator[WorkingCopy]:
    """Remove a working copy again when making it fails."""
    try:
        yield copy
    except BaseException:
        copy.remove()
        raise


def unattended(data_dir: Path) -> Iterator[WorkingCopy]:
    """Lock and yield, one after the other, working copies that no running program holds; release each yourself."""
    parent = data_dir / _FOLDER
    folders = sorted(path for path in parent.iterdir() if path.is_dir()) if parent.is_dir() else []
    for folder in folders:
        if (copy := take_over(folder)) is not None:
            yield copy


def take_over(folder: Path) -> WorkingCopy | None:
    """Lock the working copy in a folder; None when a running program holds it or it is gone."""
    if not folder.is_dir():
        return None
    lock = lock_file(_lock_path(folder))
    return None if lock is None else WorkingCopy(folder, lock)


def _lock_path(folder: Path) -> Path:
    return folder.with_name(folder.name + ".lock")


def lock_target(path: Path, data_dir: Path) -> FileLock:
    """Lock the file of the user among the programs of this user on this computer; the file itself is not touched.

    Raises:
        EnvironmentProblem: the document is open already.
    """
    name = hashlib.sha256(str(path).encode(errors="surrogateescape")).hexdigest()[:32]
    lock = lock_file(private_folder(data_dir / "locks") / name)
    if lock is None:
        raise EnvironmentProblem("store.already_open", file=path.name)
    return lock


def private_folder(folder: Path) -> Path:
    """Make a folder, and those above it, that only this user can look into."""
    if not folder.is_dir():
        private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
    return folder
