"""From the bytes of a file to its text: encoding, size, line breaks, characters that no text holds."""

import re
from typing import Final

from gvkaart.exchange.byte_order import without_mark
from gvkaart.exchange.report import refused
from gvkaart.exchange.tree import LARGEST_FILE

_UNWANTED: Final = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not call printable, and a byte order mark in the middle of a text."""


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, or what its byte order mark says; line breaks become U+000A.

    Raises:
        CaseFileError: too large, not a text in that encoding, or with control characters.
    """
    if len(data) > LARGEST_FILE:
        raise refused(1, "file_too_large", size=str(len(data) // 2**20), largest=str(LARGEST_FILE // 2**20))
    unmarked, marked = without_mark(data)
    encoding = marked or "utf-8"
    try:
        text = unmarked.decode(encoding)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding, "ignore")
        raise refused(before.count("\n") + 1, "not_utf8") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if unwanted := _UNWANTED.search(text):
        line = text.count("\n", 0, unwanted.start()) + 1
        raise refused(line, "control_character", code=f"U+{ord(unwanted[0]):04X}")
    return text
