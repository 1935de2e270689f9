"""A long source: reading it from a file, opening it, scrolling through it, and correcting it with passages on it."""

import random
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from gvkaart.domain.graph import Graph
from gvkaart.domain.passages import Span, reanchored
from gvkaart.domain.sourcing import add_source
from gvkaart.exchange.texts import read_text
from gvkaart.store import Document, now
from gvkaart.ui.opened import Opened
from gvkaart.ui.session import Session
from gvkaart.ui.sources.reader import Reader
from gvkaart.ui.sources.view import SourcesView
from gvkaart.words import load_words
from tests.benchmarks.rows import Effort, Row, Rows, in_turn, median, milliseconds, p95

_CHARACTERS = 2_000_000
_SHORT = 20_000
_OPEN = 1000.0
_FRAME = 1000 / 60
_STEPS = 60
_TIMES_QT = 2.0
_PASSAGES = 500


def rows(effort: Effort) -> Rows:
    """Measure at two megabytes, in paragraphs and on a single line."""
    characters = _CHARACTERS if effort.runs > 1 else _SHORT
    paragraphs, line = _text(characters, "\n\n"), _text(characters, " ")
    yield _read(paragraphs, effort)
    for name, text in (("in paragraphs", paragraphs), ("on one line", line)):
        yield from _shown(name, text, effort)
    yield _anchored(line, effort)


def _text(characters: int, between: str) -> str:
    """Make a text of words, so many to a paragraph."""
    chance = random.Random(1)
    words = ["".join(chance.choices("aeinrstdg", k=chance.randint(2, 11))) for _ in range(characters // 6)]
    parts = (" ".join(words[at : at + 80]) for at in range(0, len(words), 80))
    return between.join(parts)[:characters].strip()


def _read(text: str, effort: Effort) -> Row:
    buffer = BytesIO()
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in text.split("\n\n"))
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f'<w:d xmlns:w="{namespace}">{body}</w:d>')
    data = buffer.getvalue()
    (times,) = in_turn(effort.runs, lambda: milliseconds(lambda: read_text(data, "a.docx")))
    return Row(f"Word document of {len(text):,} characters read", median(times), most=_OPEN)


def _shown(name: str, text: str, effort: Effort) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        app = QApplication.instance() or QApplication([])
        document = Document.create(None, Path(folder), now)
        document.apply("add_source", add_source(Graph(), "a", text, now=1))
        document.apply("add_source", add_source(document.graph, "b", "kort", now=1))
        view = SourcesView(Session(Opened(document), load_words("nl")))
        view.resize(1000, 800)
        view.show()
        long, short = (node for node in document.graph.nodes)

        def open_long() -> None:
            view.show_source(long)
            app.processEvents()
            view.grab()

        def opened() -> float:
            view.show_source(short)
            return milliseconds(open_long)

        (times,) = in_turn(effort.runs, opened)
        yield Row(f"source of {len(text):,} characters {name} opened", median(times), most=_OPEN)
        yield from _scrolled(name, view.reader)
        view.correct()

        def type_letter() -> None:
            view.reader.insertPlainText("x")
            view.reader.grab()

        (keys,) = in_turn(effort.runs, lambda: milliseconds(type_letter))
        yield Row(f"a letter typed in it, {name}", median(keys), most=_FRAME)
        view.reader.forget_typed()
        view.close()
        view.deleteLater()
        document.discard_unpublished()


def _scrolled(name: str, reader: Reader) -> Iterator[Row]:
    """Go through the text in steps of a wheel, and compare with Qt's own widget on a short text."""
    bare = QPlainTextEdit("woord " * 3000)
    bare.resize(reader.size())
    bare.show()
    ours = [_step(reader, number) for number in range(_STEPS)]
    floor = [_step(bare, number) for number in range(_STEPS)]
    bare.close()
    bare.deleteLater()
    yield Row(f"one step of scrolling, {name}", median(ours), floor=median(floor), floor_is="Qt", most_ratio=_TIMES_QT)
    yield Row(f"one step of scrolling, {name}, p95", p95(ours), floor=p95(floor), floor_is="Qt", most=_FRAME)


def _step(widget: QPlainTextEdit, number: int) -> float:
    def step() -> None:
        widget.verticalScrollBar().setValue(3 * number)
        widget.grab()

    return milliseconds(step)


def _anchored(text: str, effort: Effort) -> Row:
    """Find all passages again after ten corrections all over the text."""
    chance, new = random.Random(2), text
    for _ in range(10):
        at = chance.randrange(len(new))
        new = f"{new[:at]}xy{new[at + 1 :]}"
    every = max(len(text) // _PASSAGES, 1)
    spans = [Span(at, at + every // 2) for at in range(0, len(text) - every, every)]
    (times,) = in_turn(effort.runs, lambda: milliseconds(lambda: reanchored(text, new, spans)))
    return Row(f"{len(spans)} passages found again after ten corrections", median(times), most=_OPEN)
