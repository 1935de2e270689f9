"""Concepts in and out of files: what the window and the command line call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gvkaart.domain.disclosure import disclosed, without_private
from gvkaart.domain.entities import MapId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.exchange.nlsbb.vocabulary import Remark, Vocabulary
from gvkaart.words import DEFAULT_LANGUAGE, Words

LARGEST_FILE: Final = 20 * 2**20
"""No larger file is read, in bytes; twenty thousand concepts with their notes stay below it."""


@dataclass(frozen=True, slots=True)
class WrittenConcepts:
    """A file of concepts, and what to tell about it."""

    data: bytes
    concepts: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class ReadConcepts:
    """The concepts of a file, and what to tell about them."""

    vocabulary: Vocabulary
    remarks: tuple[Remark, ...]


def write_concepts(
    graph: Graph, suffix: str, *, base: str, words: Words, map_id: MapId | None = None
) -> WrittenConcepts:
    """Return the concepts of a document as a file; what is private is never in it.

    Args:
        graph: the document.
        suffix: one of `nlsbb.SUFFIXES`.
        base: what the URIs of concepts begin with that have none (`uris`).
        words: the language of what the program itself says in the file.
        map_id: the map whose concepts are meant; None for all of the document.

    Raises:
        Rejected: there are no concepts that may go out, or the base is no URI.
    """
    from gvkaart.exchange.nlsbb.making import make_vocabulary
    from gvkaart.exchange.nlsbb.uris import checked_base

    going = disclosed(graph) if map_id is None else without_private(graph, map_id)
    first = going.maps[map_id] if map_id is not None else next(iter(going.maps.values()), None)
    language = first.language if first is not None else DEFAULT_LANGUAGE
    base = checked_base(base)
    title = (first.title if first is not None else "") or words.text("nlsbb.untitled")
    made = make_vocabulary(going, base=base, title=title, language=language)
    data, remarks = _written(made.vocabulary, suffix, base, words)
    return WrittenConcepts(data, len(made.vocabulary.concepts), (*made.remarks, *remarks))


def _written(vocabulary: Vocabulary, suffix: str, base: str, words: Words) -> tuple[bytes, tuple[Remark, ...]]:
    if suffix == ".xlsx":
        from gvkaart.exchange.nlsbb.sheet_writing import write_sheet

        return write_sheet(vocabulary, base, words)
    from gvkaart.exchange.nlsbb.turtle_writing import write_turtle

    return write_turtle(vocabulary, base), ()


def read_concepts_file(path: Path, language: str) -> ReadConcepts:
    """Return the concepts in a file on disk.

    Args:
        path: the file; its suffix tells the format.
        language: which texts are preferred.

    Raises:
        Rejected: too large, of another format, or damaged; or as `rdf_reading` and `sheet_reading` tell.
        OSError: it cannot be read.
    """
    _require_size(path.stat().st_size)
    with path.open("rb") as file:
        return read_concepts(file.read(LARGEST_FILE + 1), path.name, language)


def read_concepts(data: bytes, name: str, language: str) -> ReadConcepts:
    """Return the concepts in the bytes of a file, as `read_concepts_file` does.

    Raises:
        Rejected: as there.
    """
    _require_size(len(data))
    path = Path(name)
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise Rejected("nlsbb.other_format", file=path.name)
    return read(data, path.stem, language)


def _require_size(size: int) -> None:
    if size > LARGEST_FILE:
        raise Rejected("nlsbb.too_large", size=-(-size >> 20), largest=LARGEST_FILE >> 20)


def _rdf(data: bytes, name: str, language: str) -> ReadConcepts:
    from gvkaart.exchange.nlsbb.rdf_reading import read_rdf

    return ReadConcepts(*read_rdf(data, name, language))


def _sheet(data: bytes, name: str, language: str) -> ReadConcepts:
    from gvkaart.exchange.nlsbb.sheet_reading import read_sheet

    return ReadConcepts(*read_sheet(data, name, language))


_READERS: Final[Mapping[str, Callable[[bytes, str, str], ReadConcepts]]] = {
    ".ttl": _rdf,
    ".nt": _rdf,
    ".rdf": _rdf,
    ".xlsx": _sheet,
}
