"""The command that looks whether everything works that the program needs, without a network."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from gvkaart import __version__
from gvkaart.cli.exporting import qt_without_screen
from gvkaart.cli.files import DOCUMENT_SUFFIX, read_document
from gvkaart.cli.telling import FAILED, say, sentences_of
from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.errors import Defect
from gvkaart.domain.graph import Graph
from gvkaart.words import Words


def run_self_test(_parsed: argparse.Namespace, words: Words) -> int:
    """Try everything, and tell of each how it went."""
    failed = 0
    for name, attempt in _TRIALS.items():
        try:
            detail, ok = attempt(), True
        except Exception as error:  # noqa: BLE001  a self-test reports whatever goes wrong
            detail, ok = sentences_of(error, words)[0], False
        failed += not ok and name not in _OPTIONAL
        state = "ok" if ok else ("optional" if name in _OPTIONAL else "failed")
        say(f"{words.text(f'cli.state.{state}'):<10} {words.text(f'cli.trial.{name}')}: {detail}")
    return FAILED if failed else 0


def _try_python() -> str:
    return f"gvkaart {__version__}, Python {sys.version.split()[0]}"


def _try_sqlite() -> str:
    from gvkaart.store import SearchIndex

    graph = Graph.of([Node(NodeId("proef"), "note", "Een proef met Één woord")])
    if not SearchIndex(graph).search("een woorden", 1):
        raise Defect("self_test.search")
    return "FTS5"


def _try_document() -> str:
    from gvkaart.assets import example_bytes, example_names
    from gvkaart.domain.operations import Op
    from gvkaart.exchange.case_file import read_case
    from gvkaart.exchange.merging import merge_case
    from gvkaart.store import Document, now

    name = example_names()[0]
    case = read_case(example_bytes(name))
    with TemporaryDirectory(prefix="gvkaart-") as folder:
        path = Path(folder) / f"proef{DOCUMENT_SUFFIX}"
        document = Document.create(path, Path(folder) / "data", now)
        document.apply(Op.IMPORT, merge_case(document.graph, case, now=now()), name)
        document.publish()
        written = document.graph
        document.close()
        if read_document(path) != written:
            raise Defect("self_test.document")
    return f"{name}, {len(written.nodes)} + {len(written.edges)}"


def _try_dot() -> str:
    from gvkaart.layout.process import find_dot

    return str(find_dot())


def _try_qt() -> str:
    with qt_without_screen():
        from PySide6.QtCore import qVersion

        from gvkaart.ui.painter import register_fonts

        register_fonts()
        return f"Qt {qVersion()}"


_TRIALS: Final[Mapping[str, Callable[[], str]]] = {
    "python": _try_python,
    "sqlite": _try_sqlite,
    "document": _try_document,
    "qt": _try_qt,
    "dot": _try_dot,
}
_OPTIONAL: Final = ("dot",)
"""Without it another layout takes over."""
