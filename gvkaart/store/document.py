"""The document: a durable graph with its history (`Record`), published whole to the user's file.

The user's file is only ever replaced as a whole, by `Document.publish` (reliability, section 4).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.disclosure import disclosed
from gvkaart.domain.errors import Defect, GvkaartError, Rejected
from gvkaart.store import backups, gate, journal, publishing
from gvkaart.store.backups import Backup
from gvkaart.store.clock import Clock
from gvkaart.store.connection import problems_of
from gvkaart.store.files import FileLock, fingerprint
from gvkaart.store.journal import OpKind
from gvkaart.store.publishing import PublishResult
from gvkaart.store.record import Record
from gvkaart.store.schema import current_version
from gvkaart.store.working_copy import Published, WorkingCopy, completed, lock_target, new_working_copy

RESTORE: Final = "restore"
"""Operation under which the content of a version stands in the copy that is made of it."""


class Document(Record):
    """A document that is open.

    Made by `Document.create`, `Document.open` or `gvkaart.store.recover`. The methods may be called from several
    threads; publishing in a worker holds up an action only while the compact copy is written.
    """

    def __init__(
        self, copy: WorkingCopy, published: Published, target_lock: FileLock | None, data_dir: Path, clock: Clock
    ) -> None:
        """Take over a filled working copy, and the lock on the file it belongs to.

        Raises:
            Rejected: what stands in it is not a valid document.
            EnvironmentProblem: it cannot be read.
        """
        self._copy = copy
        self._published = published
        self._target_lock = target_lock
        self._data_dir = data_dir
        # Taken before `_lock` by whoever needs both: it guards the snapshot, which is read for longer than it is made.
        self._publishing = threading.Lock()
        self._last_backup = clock()
        self._published_before = False
        super().__init__(copy.database, clock, lambda: self.path or copy.database)

    # --- beginning and end --------------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path | None, data_dir: Path, clock: Clock) -> "Document":
        """Make a new document; without a path it lives as a working copy until `save_as` gives it one.

        Raises:
            Rejected: something already stands at `path`.
            EnvironmentProblem: the disk does not cooperate.
        """
        if path is not None and path.exists():
            raise Rejected("store.exists", file=path.name)
        with problems_of(data_dir), completed(new_working_copy(data_dir)) as copy:
            gate.create_empty(copy.database, uuid4(), clock())
            document = cls(copy, Published(), None, data_dir, clock)
            copy.note(Published())
        if path is not None:
            with _discarded_on_failure(document):
                document.save_as(path)
        return document

    @classmethod
    def open(cls, path: Path, data_dir: Path, clock: Clock) -> "Document":
        """Open the document in a file, which is read and checked but never written to.

        Raises:
            Rejected: it is no document, damaged, from a later version, or holds what the metamodel does not allow.
            EnvironmentProblem: it cannot be read, or is already open on this computer.
        """
        path = path.resolve()
        with problems_of(path):
            lock = lock_target(path, data_dir)
            try:
                with completed(new_working_copy(data_dir)) as copy:
                    return cls._opened(path, copy, lock, data_dir, clock)
            except BaseException:
                lock.release()
                raise

    @classmethod
    def open_copy(cls, path: Path, data_dir: Path, clock: Clock) -> "Document":
        """Make a new document, without a path, of the document in a file, with its history and identity.

        Raises:
            Rejected: as `open`.
            EnvironmentProblem: the file cannot be read, or the disk is full or fails.
        """
        with problems_of(path), completed(new_working_copy(data_dir)) as copy:
            gate.take_copy(path, copy.original)
            gate.build_from(copy.original, copy.database, path)
            document = cls(copy, Published(), None, data_dir, clock)
            copy.note(Published())
            copy.original.unlink()
            return document

    @classmethod
    def _opened(cls, path: Path, copy: WorkingCopy, lock: FileLock, data_dir: Path, clock: Clock) -> "Document":
        digest = gate.take_copy(path, copy.original)
        version = gate.build_from(copy.original, copy.database, path)
        document = cls(copy, Published(str(path), digest), lock, data_dir, clock)
        document._published = Published(str(path), digest, document._history.last)
        copy.note(document._published)
        if version < current_version():
            backups.keep(copy.original, data_dir, document.uuid, clock())
        copy.original.unlink()
        publishing.remove_strays(path, clock())
        return document

    def close(self) -> None:
        """Leave the document; what the file of the user does not hold stays on this computer, to be recovered.

        That is also what we published there when somebody else replaced or removed it since.
        """
        if self._history.last in {0, self._published.settled().op}:
            self.discard_unpublished()
        else:
            self._leave()
            self._copy.release()

    def discard_unpublished(self) -> None:
        """Leave the document and forget what was not published."""
        self._leave()
        self._copy.remove()

    def _leave(self) -> None:
        with self._publishing, self._lock:
            self._is_open = False
            self._connection.close()
            if self._target_lock is not None:
                self._target_lock.release()

    # --- what it holds ------------------------------------------------------------------------------------------------

    @property
    def path(self) -> Path | None:
        """The file of the user; None when the document has none yet."""
        return Path(self._published.path) if self._published.path else None

    @property
    def is_published(self) -> bool:
        """Whether the file of the user holds everything."""
        return self._published.path != "" and self._published.op == self._history.last

    # --- editing and history ------------------------------------------------------------------------------------------

    def apply(self, operation: str, changes: ChangeSet, detail: str = "") -> None:
        """Make changes; they are durable when this returns. Nothing happens when there are none.

        Args:
            operation: key under which the history names what was done.
            changes: what changes, from what `graph` holds now.
            detail: on what it was done, usually a title.

        Raises:
            Rejected: a text is too long to be kept; nothing was changed.
            Defect: the changes start from another graph, or lead to one that no document may hold.
            EnvironmentProblem: the disk is full or fails.
        """
        if changes:
            with self._lock:
                self._record(OpKind.DO, None, operation, detail, changes)
            self._back_up_now_and_then()

    def restored(self, moment: int, title: str) -> "Document":
        """Make a new document, without a path, of how this one was right after an operation.

        Args:
            moment: number of an operation in the journal, or of a named version.
            title: what the history of the new document calls that moment.

        Raises:
            Rejected: there is no such operation, or the history that came with the file does not fit.
            EnvironmentProblem: the disk is full or fails.
        """
        try:
            with self._lock, self._using():
                if not journal.has_op(self._connection, moment):
                    raise Rejected("store.no_such_version")
                later = journal.read_changes_since(self._connection, moment)
                before = self._graph.with_changes(later.reversed())
            content = ChangeSet(tuple(Change(None, entity) for entity in before.entities()))
            document = Document.create(None, self._data_dir, self._clock)
            with _discarded_on_failure(document):
                document.apply(RESTORE, content, title)
        except Defect as error:
            raise Rejected("store.history_unusable") from error
        return document

    def erase_history(self) -> None:
        """Forget everything that is not in the document any more: undo, versions, and backups on this computer.

        The user's file forgets it too when it is published next. One backup is made of what is left.

        Raises:
            EnvironmentProblem: the disk is full or fails.
        """
        with self._lock:
            self._record_erasure()
        with problems_of(self._data_dir):
            backups.remove_all(self._data_dir, self.uuid)
        self.backup()

    # --- publishing ---------------------------------------------------------------------------------------------------

    def publish(self) -> PublishResult:
        """Put everything in the file of the user, unless it is there already.

        Raises:
            Conflict: somebody else changed, moved or removed the file; it was left alone.
            Rejected: the document has no path yet.
            EnvironmentProblem: the disk is full or fails, or there is no permission; the file is as it was.
        """
        with self._publishing:
            path, known = self.path, self._published.fingerprint or None
            if path is None:
                raise Rejected("store.no_path")
            with problems_of(path):
                if self.is_published and fingerprint(path) == known:
                    return PublishResult(path, written=False, size=path.stat().st_size)
            return self._publish_to(path, known)

    def save_as(self, path: Path) -> PublishResult:
        """Publish to another file, which becomes the file of this document; a document that stood there is backed up.

        With the path that the document has already, it replaces whatever somebody else put there.

        Raises:
            Rejected: something that is no document stands there.
            Conflict: the file changed in the meantime.
            EnvironmentProblem: as `publish`, or the document there is open.
        """
        path = path.resolve()
        with self._publishing, problems_of(path):
            if path == self.path:
                return self._publish_to(path, self._made_way(path))
            lock = lock_target(path, self._data_dir)
            try:
                result = self._publish_to(path, self._made_way(path))
            except BaseException:
                lock.release()
                raise
            if self._target_lock is not None:
                self._target_lock.release()
            self._target_lock = lock
            return result

    def save_copy(self, path: Path) -> PublishResult:
        """Publish to another file, and go on with this one.

        Raises:
            GvkaartError: as `save_as`.
        """
        return self._write_elsewhere(path.resolve(), with_history=True)

    def copy_to_share(self, path: Path) -> PublishResult:
        """Write a copy for others: without history, and without anything private.

        It is a document of its own, in which nothing can be found but what it shows.

        Raises:
            GvkaartError: as `save_as`.
        """
        return self._write_elsewhere(path.resolve(), with_history=False)

    def _write_elsewhere(self, path: Path, *, with_history: bool) -> PublishResult:
        with self._publishing, problems_of(path):
            lock = lock_target(path, self._data_dir)
            try:
                expected = self._made_way(path)
                if with_history:
                    self._take_snapshot()
                else:
                    publishing.write_fresh(disclosed(self._graph), self._copy.snapshot, self._clock())
                return self._delivered(path, expected, readable=not with_history)
            finally:
                lock.release()

    def _made_way(self, path: Path) -> str | None:
        """Back up the document of another that stands where we will write, and return its fingerprint."""
        publishing.require_replaceable(path)
        known = fingerprint(path)
        if known not in {None, self._published.fingerprint} and path.stat().st_size > 0:
            backups.keep_other(path, self._data_dir, self.uuid, self._clock())
        return known

    def _publish_to(self, path: Path, expected: str | None) -> PublishResult:
        op = self._take_snapshot()
        self._back_up_first(path)
        before = self._published if self.path == path else Published(str(path))
        with problems_of(self._copy.snapshot):
            digest = fingerprint(self._copy.snapshot) or ""
            # Noted beforehand, so that after a crash the file itself tells whether it got there.
            self._copy.note(Published(str(path), expected or "", before.op, before.ours, digest, op))
        try:
            result = self._delivered(path, expected)
        except BaseException:
            self._note_quietly()
            raise
        self._published = Published(str(path), digest, op, ours=True)
        self._published_before = True
        self._note_quietly()
        return result

    def _note_quietly(self) -> None:
        """Note what is so; when that fails, `Published.settled` finds out by itself."""
        with suppress(OSError):
            self._copy.note(self._published)

    def _take_snapshot(self) -> int:
        """Write the compact copy and return the last operation in it."""
        with self._lock, self._using():
            publishing.snapshot(self._connection, self._copy.snapshot)
            return self._history.last

    def _delivered(self, path: Path, expected: str | None, *, readable: bool = False) -> PublishResult:
        try:
            publishing.deliver(self._copy.snapshot, path, expected, readable=readable)
            return PublishResult(path, written=True, size=self._copy.snapshot.stat().st_size)
        finally:
            self._copy.snapshot.unlink(missing_ok=True)

    # --- backups ------------------------------------------------------------------------------------------------------

    def backup(self) -> Backup:
        """Keep a copy of the document as it is now, on this computer.

        Raises:
            EnvironmentProblem: the disk is full or fails.
        """
        with self._publishing:
            return self._backed_up()

    def _backed_up(self) -> Backup:
        self._last_backup = self._clock()
        self._take_snapshot()
        with problems_of(self._data_dir):
            try:
                return backups.keep(self._copy.snapshot, self._data_dir, self.uuid, self._last_backup)
            finally:
                self._copy.snapshot.unlink(missing_ok=True)

    def _back_up_now_and_then(self) -> None:
        """Back up after half an hour of work; a clock that went back counts as half an hour."""
        is_due = not 0 <= self._clock() - self._last_backup < backups.INTERVAL
        if is_due and backups.has_room(self._data_dir) and self._publishing.acquire(blocking=False):
            try:
                # The action itself succeeded, so it must not seem to fail.
                with suppress(GvkaartError):
                    self._backed_up()
            finally:
                self._publishing.release()

    def _back_up_first(self, path: Path) -> None:
        """Back up our own file as it was before this session; publishing replaces it whole, so it goes on without.

        Not when the history was erased since: then the file holds what must be forgotten.
        """
        is_to_be_forgotten = self._history.erased > self._published.op
        is_first = path == self.path and not self._published_before
        if is_first and not is_to_be_forgotten and backups.has_room(self._data_dir):
            with suppress(OSError):
                backups.keep(path, self._data_dir, self.uuid, self._clock())


@contextmanager
def _discarded_on_failure(document: Document) -> Iterator[None]:
    try:
        yield
    except BaseException:
        document.discard_unpublished()
        raise
