"""The characters of a text file: what its byte order mark says, else UTF-8, else Windows-1252."""

from typing import Final

from gvkaart.domain.errors import Rejected
from gvkaart.exchange.byte_order import without_mark

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
    unmarked, encoding = without_mark(data)
    if encoding:
        return _strictly(unmarked, encoding)
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
