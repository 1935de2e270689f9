"""Byte order marks: the bytes at the beginning of a text that tell its encoding (Unicode 17.0, 2.13)."""

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def without_mark(data: bytes) -> tuple[bytes, str]:
    """Return what follows the mark, and the encoding it names; without a mark all of it, and an empty text."""
    return next(((data[len(mark) :], encoding) for mark, encoding in _MARKS if data.startswith(mark)), (data, ""))
