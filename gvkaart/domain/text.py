"""Text as it enters the document, and the forms in which texts are compared."""

import re
import unicodedata
from collections.abc import Container
from datetime import date
from typing import Final

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_NOT_IN_ID = re.compile("[^a-z0-9]+")
_ID = re.compile("[a-z0-9][a-z0-9-]*")
_PARTIAL_DATE = re.compile("[0-9]{4}(-[0-9]{2}){0,2}")
MAX_ID: Final = 60
"""Longest id that is made from a title, in characters."""


def clean_text(text: str) -> str:
    """Make a text safe to keep: NFC, plain line breaks, no control characters, surrogates or noncharacters.

    Files and widgets disagree about these characters, and XML cannot hold them (reliability, section 1.8).
    """
    return unicodedata.normalize("NFC", _UNWANTED.sub("", _LINE_BREAKS.sub("\n", text)))


def clean_line(text: str) -> str:
    """Make a text of one line: `clean_text`, and every run of white space one space."""
    return " ".join(clean_text(text).split())


def fold(text: str) -> str:
    """Return the form in which texts are compared when case and diacritics do not count."""
    if text.isascii():
        return text.lower()
    bare = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return unicodedata.normalize("NFKD", bare.casefold())


def is_id(text: str) -> bool:
    """Tell whether a text may be an id in a case file (model, section 6)."""
    return _ID.fullmatch(text) is not None


def is_partial_date(text: str) -> bool:
    """Tell whether a text is a year, a month or a day in ISO notation, and one that the calendar has."""
    if _PARTIAL_DATE.fullmatch(text) is None:
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def fresh_id(title: str, otherwise: str, taken: Container[str]) -> str:
    """Make a readable id from a title that is not yet taken.

    Args:
        title: what the id is made from.
        otherwise: taken when nothing of the title is left, such as the kind of node.
        taken: ids that exist; a number is appended until the id is new.
    """
    slug = _NOT_IN_ID.sub("-", fold(title)).strip("-")[:MAX_ID].rstrip("-")
    base = slug or _NOT_IN_ID.sub("-", otherwise)
    candidate, number = base, 1
    while candidate in taken:
        number += 1
        candidate = f"{base}-{number}"
    return candidate
