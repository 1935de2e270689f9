"""What a text is that comes from elsewhere: a case file, a part of one, or notes.

A part of a case file is recognised by how it begins: a key of the format, and under it, indented, keys or list items.
"Actor: CAK" is a note; "actor:" with "cak:" under it is part of a case file.
"""

import re
from textwrap import dedent
from typing import Final

from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS
from gvkaart.exchange.case_file import read_case, read_case_json

_TOP: Final = (*KINDS, "layout", "arranged", "rounds", "off_map", "collapsed", "set_aside")
_WHOLE: Final = re.compile(r"^gvkaart:[ \t]*\S", re.MULTILINE)
_JSON: Final = re.compile(r'\s*\{\s*"')
_JSON_VERSION: Final = re.compile(r'"gvkaart"\s*:')
_PART: Final = re.compile(
    rf"(?:{'|'.join(_TOP)}):[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*"  # a key, and perhaps remarks under it
    r"[ \t]+(?:- |[\"']?[a-z0-9][a-z0-9-]*[\"']?:(?:[ \t]*\{|\s))"  # indented: a list item, or an id with its content
)
_COMMENTS: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")


def is_case(text: str) -> bool:
    """Tell whether a text is meant as a case file, or as part of one."""
    return _is_json(text) or _WHOLE.search(text) is not None or _is_part(_plain(text))


def read_pasted_case(text: str) -> Graph:
    """Return what a case file, or a part of one, holds: a map with its items.

    Raises:
        CaseFileError: with everything that is wrong in it; lines are those of the text.
    """
    if _is_json(text):
        return read_case_json(text.encode("utf-8", "replace"))
    text = _plain(text)
    if _WHOLE.search(text) is None:
        # What a part lacks comes behind it, so that the numbers of its lines stay.
        text = f"{text.rstrip()}\ngvkaart: 1\n"
        text += "" if re.search(r"^title:", text, re.MULTILINE) else "title: Geplakt\n"
    return read_case(text.encode("utf-8", "replace"))


def _plain(text: str) -> str:
    return dedent(text.replace("\r\n", "\n").replace("\r", "\n"))


def _is_json(text: str) -> bool:
    return _JSON.match(text) is not None and _JSON_VERSION.search(text) is not None


def _is_part(text: str) -> bool:
    start = _COMMENTS.match(text)
    return _PART.match(text, start.end() if start is not None else 0) is not None
