"""What keys do to Markdown while it is typed: lists that go on, tasks that are ticked, bold; no Qt in here."""

import re
from typing import Final

_ITEM: Final = re.compile(
    r"(?P<indent>\s*)(?:(?P<bullet>[-*+])|(?P<number>\d{1,8})(?P<after>[.)]))(?P<space> +)"
    r"(?P<task>\[[ xX]\] +)?(?P<said>.*)"
)
_QUOTATION: Final = re.compile(r"(?P<marks>\s*(?:> ?)+)(?P<said>.*)")
_TASK: Final = re.compile(r"(?P<before>\s*(?:[-*+]|\d{1,8}[.)]) +)\[(?P<tick>[ xX])\](?= )")
_SIGN: Final = re.compile(r"(?P<indent>\s*)(?P<sign>(?:[-*+]|\d{1,8}[.)]) +)?(?P<said>.*)")


def continuation(line: str) -> str | None:
    """Return what the next line begins with when Enter is pressed at the end of a line.

    Returns:
        The sign of the next item of a list or quotation; "" when the item is still empty, so that the list ends here;
        None when the line belongs to neither.
    """
    if (item := _ITEM.fullmatch(line)) is not None:
        return _next_item(item) if item["said"].strip() else ""
    if (quotation := _QUOTATION.fullmatch(line)) is not None:
        return quotation["marks"] if quotation["said"].strip() else ""
    return None


def _next_item(item: re.Match[str]) -> str:
    sign = item["bullet"] or f"{int(item['number']) + 1}{item['after']}"
    return f"{item['indent']}{sign}{item['space']}{'[ ] ' if item['task'] else ''}"


def ticked(line: str) -> str:
    """Return a line as a task that is to be done; a task that was to be done as done, and the other way round."""
    if (task := _TASK.match(line)) is not None:
        tick = "x" if task["tick"] == " " else " "
        return f"{task['before']}[{tick}]{line[task.end() :]}"
    item = _SIGN.fullmatch(line)
    return f"{item['indent']}{item['sign'] or '- '}[ ] {item['said']}" if item is not None else line


def wrapped(text: str, mark: str) -> str:
    """Return a text between marks, or without them when it stands between them already."""
    inside = text[len(mark) : -len(mark)]
    is_other = mark == "*" and text.startswith("**") and not text.startswith("***")
    if len(text) >= 2 * len(mark) and text == f"{mark}{inside}{mark}" and not is_other:
        return inside
    return f"{mark}{text}{mark}"
