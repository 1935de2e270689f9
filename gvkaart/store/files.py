"""Files that survive a power cut, and locks between programs on this computer."""

import errno
import hashlib
import os
import sys
import tempfile
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

if sys.platform == "win32":  # pragma: no cover -- the other half of each pair below
    import msvcrt
else:
    import fcntl

_CHUNK: Final = 2**20


def fingerprint(path: Path) -> str | None:
    """Return the SHA-256 of a file in hexadecimals, or None when there is none.

    Never to be called on a file that a connection of ours has open (`gvkaart.store.connection`).
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def copy_bytes(source: BinaryIO, target: BinaryIO) -> str:
    """Copy what is left of a file and return the SHA-256 of what was copied, in hexadecimals."""
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        target.write(chunk)
    return digest.hexdigest()


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; Windows has no such call and does so by itself."""
    if sys.platform == "win32":  # pragma: no cover
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def temporary_beside(target: Path, prefix: str) -> tuple[BinaryIO, Path]:
    """Open a new file in the folder of another, only for this user's eyes."""
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=target.parent)
    return os.fdopen(descriptor, "wb"), Path(name)


def readable_beside(target: Path, prefix: str) -> tuple[BinaryIO, Path]:
    """Open a new file in the folder of another, for whoever may read what this user makes (the umask)."""
    path = target.with_name(f"{prefix}{token_hex(4)}.tmp")
    return path.open("xb"), path


def durable_copy_beside(source: Path, target: Path, prefix: str, *, readable: bool = False) -> Path:
    """Copy a file to a new one in the folder of `target`, make that durable, and read it back.

    Args:
        source: what is copied.
        target: beside which.
        prefix: with which the name of the new file begins.
        readable: for others too, as `readable_beside`; else only for this user's eyes.

    Raises:
        OSError: the disk is full or fails; there is no new file then.
    """
    file, temporary = (readable_beside if readable else temporary_beside)(target, prefix)
    try:
        with file, source.open("rb") as content:
            digest = copy_bytes(content, file)
            file.flush()
            os.fsync(file.fileno())
        _require_equal(temporary, digest)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _require_equal(path: Path, digest: str) -> None:
    if fingerprint(path) != digest:
        raise OSError(errno.EIO, "read back something else")


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file of our own: afterwards it is durable; before that, the old one stands."""
    _replace_whole(path, content, *temporary_beside(path, ".~"))


def write_export(path: Path, content: bytes) -> None:
    """Make or replace a file that is meant for others: whole, and with the permissions that such a file has here.

    A new one gets those of any file that this user makes, one that is replaced keeps its own.
    """
    mode = path.stat().st_mode & 0o777 if path.exists() else None
    _replace_whole(path, content, *readable_beside(path, ".~"), mode)


def _replace_whole(path: Path, content: bytes, file: BinaryIO, temporary: Path, mode: int | None = None) -> None:
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


class FileLock:
    """A lock that ends with the program that holds it, however it ends. The file stays; it is empty."""

    def __init__(self, descriptor: int) -> None:
        """Keep the descriptor on which the lock rests; made by `lock_file`."""
        self._descriptor = descriptor

    def release(self) -> None:
        """Let others have it."""
        os.close(self._descriptor)


def lock_file(path: Path) -> FileLock | None:
    """Lock a file, which is made if need be; None when another program, or this one, holds the lock."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    return FileLock(descriptor)


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
