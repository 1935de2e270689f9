"""The zip file that a docx or odt is: parts by name, in memory, none larger than a text can be."""

import zipfile
import zlib
from io import BytesIO
from typing import IO, Final

from gvkaart.domain.errors import Rejected

LARGEST_PART: Final = 100 * 2**20
"""Bytes of a part after unpacking; the largest text that a source may have, with all its mark-up."""

_CHUNK: Final = 2**20


class Package:
    """An opened package; nothing of it is ever written to disk."""

    def __init__(self, data: bytes) -> None:
        """Read the table of contents.

        Raises:
            Rejected: this is no zip file, or a damaged one.
        """
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._names = frozenset(self._zip.namelist())
        except _DAMAGES as error:
            raise Rejected("texts.damaged") from error

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return self._names

    def has(self, name: str) -> bool:
        """Tell whether there is a part with this name."""
        return name in self._names

    def read(self, name: str) -> bytes:
        """Unpack a part.

        Raises:
            Rejected: it is larger than it may be, whatever the package says of its size; locked; or damaged.
        """
        try:
            if self._zip.getinfo(name).flag_bits & 1:
                raise Rejected("texts.protected")
            with self._zip.open(name) as part:
                return _limited(part)
        except _DAMAGES as error:
            raise Rejected("texts.damaged") from error


def _limited(part: IO[bytes]) -> bytes:
    chunks = bytearray()
    while chunk := part.read(_CHUNK):
        chunks += chunk
        if len(chunks) > LARGEST_PART:
            raise Rejected("texts.too_large", size=len(chunks) >> 20, largest=LARGEST_PART >> 20)
    return bytes(chunks)


_DAMAGES: Final = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,  # a way of compressing that Python does not have
    RuntimeError,
)
