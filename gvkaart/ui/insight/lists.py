"""Lists for a text processor: titles with what stands under them, as text and as HTML."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData

from gvkaart.ui.insight.copying import put_on_clipboard
from gvkaart.ui.session import Session


@dataclass(frozen=True, slots=True)
class Section:
    """A title with items under it; an item may have more lines, of which the first says most."""

    title: str
    items: tuple[str, ...]


def copy_list(session: Session, title: str, sections: Iterable[Section]) -> None:
    """Put a list on the clipboard; all of it are the letters that were typed, none is markup."""
    shown = tuple(section for section in sections if section.items)
    data = QMimeData()
    data.setText(_text(title, shown))
    data.setHtml(_html(title, shown))
    put_on_clipboard(session, data)


def _text(title: str, sections: Iterable[Section]) -> str:
    lines = [title]
    for section in sections:
        lines += ["", section.title]
        lines += ["- " + item.replace("\n", "\n  ") for item in section.items]
    return "\n".join(lines) + "\n"


def _html(title: str, sections: Iterable[Section]) -> str:
    inside = "".join(f"<h2>{escape(one.title)}</h2><ul>{''.join(map(_item, one.items))}</ul>" for one in sections)
    return f'<html><head><meta charset="utf-8"></head><body><h1>{escape(title)}</h1>{inside}</body></html>'


def _item(text: str) -> str:
    first, *more = map(escape, text.split("\n"))
    return f"<li>{'<br>'.join((f'<b>{first}</b>', *more))}</li>"
