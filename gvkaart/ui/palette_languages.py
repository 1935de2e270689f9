"""The words of commands in the language that the window does not speak, so that they are found by either."""

from collections.abc import Iterable

from PySide6.QtCore import QXmlStreamReader

from gvkaart import assets
from gvkaart.ui.commands import Command


def other_words(commands: Iterable[Command], language: str) -> dict[str, str]:
    """Return the words of commands in the other language, by name; without those that are the same in both.

    Args:
        commands: the commands, in the language of the window.
        language: that language, "nl" or "en".
    """
    pairs = _pairs(assets.resource_text("i18n/gvkaart_en.ts"))
    other = dict(pairs) if language == "nl" else {english: dutch for dutch, english in pairs}
    return {one.name: _plain(other[one.words]) for one in commands if other.get(one.words, one.words) != one.words}


def _pairs(translations: str) -> list[tuple[str, str]]:
    """Read the Dutch and the English of every text; the compiled file that Qt uses cannot be read backwards."""
    reader, pairs, source = QXmlStreamReader(translations), [], ""
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement() and reader.name() == "source":
            source = reader.readElementText()
        elif reader.isStartElement() and reader.name() == "translation":
            pairs.append((source, reader.readElementText()))
    return pairs


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip("…")
