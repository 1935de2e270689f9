"""The command that makes a file of a map: a picture, a text, a case file, or its concepts."""

import argparse
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from gvkaart.cli.files import chosen_map, findings_of, read_graph, view_of, write_file
from gvkaart.cli.telling import say
from gvkaart.domain.derived import CaseView
from gvkaart.domain.errors import Rejected
from gvkaart.exchange.nlsbb import SUFFIXES as CONCEPT_SUFFIXES
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.picture.primitives import Picture

_MM_PER_PIXEL: Final = 25.4 / 96
_PNG_SCALE: Final = 2
_WIDEST_PAGE: Final = 420.0
"""How wide a page is made when nobody asks for a width, in millimetres: A3 on its side."""
_MOST_PIXELS: Final = 6000
"""How wide an image is made when nobody asks for a width: what is larger, many programs refuse to open."""


def run_export(parsed: argparse.Namespace, words: Words) -> int:
    """Write one map in the format that the name of the file asks for."""
    from gvkaart.domain.disclosure import only_map, without_private

    suffix = parsed.out.suffix.lower()
    write = _WRITERS.get(suffix)
    if write is None and suffix not in CONCEPT_SUFFIXES:
        raise Rejected("cli.no_such_format", file=parsed.out.name, formats=", ".join((*_WRITERS, *CONCEPT_SUFFIXES)))
    if parsed.width is not None and parsed.width <= 0:
        raise Rejected("cli.no_width")
    if not parsed.include_private and parsed.out.exists() and parsed.out.resolve() == parsed.file.resolve():
        raise Rejected("cli.onto_itself", file=parsed.out.name)
    if write is None:
        from gvkaart.cli.concepts import export_concepts

        return export_concepts(parsed, words)
    graph = read_graph(parsed.file)
    map_ = chosen_map(graph, parsed.map)
    cut = only_map if parsed.include_private else without_private
    write_file(parsed.out, write(view_of(cut(graph, map_.id), map_.id, parsed.round), parsed, words))
    say(words.text("cli.written", file=str(parsed.out)))
    return 0


def _yaml(view: CaseView, _parsed: argparse.Namespace, _words: Words) -> bytes:
    from gvkaart.exchange.case_file import write_case

    return write_case(view.graph, view.map_id, include_private=True)  # of a graph that was cut already


def _json(view: CaseView, _parsed: argparse.Namespace, _words: Words) -> bytes:
    from gvkaart.exchange.case_file import write_case_json

    return write_case_json(view.graph, view.map_id, include_private=True)


def _markdown(view: CaseView, parsed: argparse.Namespace, words: Words) -> bytes:
    from gvkaart.exchange.markdown import write_markdown

    return write_markdown(view, words, findings_of(view, words), with_private=parsed.include_private)


def _svg(view: CaseView, parsed: argparse.Namespace, words: Words) -> bytes:
    from gvkaart.exchange.svg import write_svg

    width = parsed.width * _MM_PER_PIXEL if parsed.width is not None else None
    return write_svg(_picture(view, parsed, words), width_mm=width)


def _png(view: CaseView, parsed: argparse.Namespace, words: Words) -> bytes:
    picture = _picture(view, parsed, words)
    with qt_without_screen():
        from gvkaart.ui.picture_files import png_bytes

        fitting = min(round(picture.bounds.width * _PNG_SCALE), _MOST_PIXELS)
        return png_bytes(picture, parsed.width or fitting)


def _pdf(view: CaseView, parsed: argparse.Namespace, words: Words) -> bytes:
    picture = _picture(view, parsed, words)
    with qt_without_screen():
        from gvkaart.ui.picture_files import pdf_bytes

        if parsed.width:
            return pdf_bytes(picture, parsed.width * _MM_PER_PIXEL)
        return pdf_bytes(picture, min(picture.bounds.width * _MM_PER_PIXEL, _WIDEST_PAGE))


_WRITERS: Final[Mapping[str, Callable[[CaseView, argparse.Namespace, Words], bytes]]] = {
    ".svg": _svg,
    ".png": _png,
    ".pdf": _pdf,
    ".md": _markdown,
    ".yaml": _yaml,
    ".yml": _yaml,
    ".json": _json,
}
"""What makes a file of each format, by its suffix."""


def _picture(view: CaseView, parsed: argparse.Namespace, words: Words) -> "Picture":
    from gvkaart.picture.composing import compose
    from gvkaart.picture.theme import DARK, LIGHT

    if not view.nodes:
        raise Rejected("cli.empty_map")
    theme = DARK if parsed.theme == "dark" else LIGHT
    return compose(view, words, theme, findings=findings_of(view, words))


@contextmanager
def qt_without_screen() -> Iterator[None]:
    """Have Qt paint without a screen."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        yield
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(["gvkaart"])
    app.setApplicationName("gvkaart")
    yield
