"""The characters of a text file: what its byte order mark says, else UTF-8, else Windows-1252."""

import codecs
from typing import Final

from gvkaart.domain.errors import Rejected

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = bytes(sorted({*range(32)} - {*b"\t\n\f\r\x1a\x1b"}))
"""Bytes that no text holds; old texts end with U+001A, and terminals leave escapes."""


def decoded(data: bytes, declared: str = "") -> str:
    """Return the characters of a text.

    Windows-1252 is what older Dutch office machines write, and nearly any bytes can be read as it; that is why what has
    control characters is refused, instead of shown as gibberish.

    Args:
        data: the bytes.
        declared: the encoding that the text claims to have, tried before all but a byte order mark.

    Raises:
        Rejected: it is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    if data.translate(None, _CONTROLS) != data:
        raise Rejected("texts.not_text")
    for encoding in (declared, "utf-8"):
        if encoding and (text := _tried(data, encoding)) is not None:
            return text
    return data.decode("cp1252", "replace")


def _strictly(data: bytes, encoding: str) -> str:
    text = _tried(data, encoding)
    if text is None or "\x00" in text:
        raise Rejected("texts.damaged")
    return text


def _tried(data: bytes, encoding: str) -> str | None:
    """Return the text in an encoding; None when it is not in that one, or that one is no encoding of text."""
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
