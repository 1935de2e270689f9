"""Files of the command line: read as they are, written whole or not at all; and which map of them is meant."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import disclosed
from gvkaart.domain.entities import Map, MapId, RoundId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.text import fold
from gvkaart.exchange.tree import CASE_SUFFIXES
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.analysis.findings import Finding

DOCUMENT_SUFFIX: Final = ".gvkaart"


def read_graph(path: Path) -> Graph:
    """Return what is in a document or a case file, which stays as it is."""
    if is_document(path):
        return read_document(path)
    return read_case_file(path)


def read_told(path: Path, *, without_private: bool) -> Graph:
    """Return what may be told of a file: all of it, or all but what is private."""
    graph = read_graph(path)
    return disclosed(graph) if without_private else graph


def is_document(path: Path) -> bool:
    """Tell whether a path is to be read as a document: whatever is no case file by its name."""
    return path.suffix.lower() not in CASE_SUFFIXES


def read_document(path: Path) -> Graph:
    """Return what is in a document, also while a window has it open."""
    from gvkaart.store import Document, now

    require_file(path)
    # Its own folder for the working copy, so that the lock of a window that has it open does not count.
    with TemporaryDirectory(prefix="gvkaart-") as folder:
        document = Document.open(path, Path(folder), now)
        graph = document.graph
        document.discard_unpublished()
    return graph


def read_case_file(path: Path) -> Graph:
    """Return what is in a case file: JSON when its name says so, else YAML."""
    from gvkaart.exchange import case_file

    require_file(path)
    with problems_of_file(path):
        return case_file.read_case_file(path)


def read_text_file(path: Path) -> str:
    """Return the text of a file that becomes a source."""
    from gvkaart.exchange import texts

    require_file(path)
    with problems_of_file(path):
        return texts.read_text_file(path)


def require_file(path: Path) -> None:
    """Refuse what cannot be read as a file: a folder, a device, or nothing."""
    with problems_of_file(path):
        path.stat()
    if not path.is_file():
        raise Rejected("cli.not_a_file", file=path.name)


@contextmanager
def problems_of_file(path: Path) -> Iterator[None]:
    """Turn errors of the operating system about a file into ours."""
    from gvkaart.store.connection import problems_of

    with problems_of(path):
        yield


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole, or leave what stood there."""
    from gvkaart.store.files import write_export

    if path.is_dir():
        raise Rejected("cli.is_folder", file=path.name)
    if not path.parent.is_dir():
        raise Rejected("cli.no_folder", folder=str(path.parent))
    if path.exists() and not path.is_file():
        raise Rejected("cli.not_a_file", file=path.name)
    with problems_of_file(path):
        write_export(path.resolve(), data)


def chosen_map(graph: Graph, asked: str | None) -> Map:
    """Return the map with this id or title, or the only one."""
    maps = tuple(graph.maps.values())
    if asked is not None:
        maps = tuple(one for one in maps if asked == one.id or fold(asked) == fold(one.title))
    names = ", ".join(graph.maps)
    if not graph.maps:
        raise Rejected("cli.no_maps")
    if not maps:
        raise Rejected("cli.no_such_map", name=str(asked), maps=names)
    if len(maps) > 1:
        raise Rejected("cli.several_maps", maps=names)
    return maps[0]


def view_of(graph: Graph, map_id: MapId, asked: str | None) -> CaseView:
    """Return a map as of the round with this id or title, or its current one."""
    if asked is None:
        return CaseView(graph, map_id)
    rounds = graph.rounds_of(map_id)
    found = next((one.id for one in rounds if asked == one.id or fold(asked) == fold(one.title)), None)
    if found is None:
        raise Rejected("cli.no_such_round", name=asked, rounds=", ".join(one.id for one in rounds) or "-")
    return CaseView(graph, map_id, RoundId(found))


def findings_of(view: CaseView, words: Words) -> "tuple[Finding, ...]":
    """Run the checks on a map."""
    from gvkaart.analysis.catalogue import read_catalogue
    from gvkaart.analysis.engine import run_checks
    from gvkaart.assets import resource_text

    return run_checks(view, read_catalogue(resource_text("publieke-waarden.json"), words.language))
