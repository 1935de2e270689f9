"""Concepts as NL-SBB on the command line: Turtle and the official spreadsheet, in and out."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from gvkaart.cli.files import chosen_map, is_document, problems_of_file, read_case_file, require_file, write_file
from gvkaart.cli.telling import say
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.exchange.nlsbb.uris import base_of_case, default_base
from gvkaart.words import Words

if TYPE_CHECKING:
    from gvkaart.domain.changes import ChangeSet
    from gvkaart.exchange.nlsbb.files import ReadConcepts
    from gvkaart.exchange.nlsbb.vocabulary import Remark


def export_concepts(parsed: argparse.Namespace, words: Words) -> int:
    """Write the concepts of a document, or of one map of it, and tell what did not fit."""
    from gvkaart.exchange.nlsbb.files import write_concepts

    if parsed.include_private:
        raise Rejected("cli.concepts_without_private", file=parsed.out.name)
    graph, base = _read(parsed.file)
    map_id = chosen_map(graph, parsed.map).id if parsed.map is not None else None
    suffix = parsed.out.suffix.lower()
    written = write_concepts(graph, suffix, base=parsed.base or base, words=words, map_id=map_id)
    write_file(parsed.out, written.data)
    say(words.text("cli.written", file=str(parsed.out)))
    _tell(written.remarks, words)
    return 0


def _read(path: Path) -> tuple[Graph, str]:
    """Return what is in a file, and what the URIs of its concepts begin with."""
    if is_document(path):
        graph, identity = _read_document(path)
        return graph, default_base(identity)
    graph = read_case_file(path)
    return graph, base_of_case(next(iter(graph.maps)))


def _read_document(path: Path) -> tuple[Graph, UUID]:
    from gvkaart.store import Document, now

    require_file(path)
    with TemporaryDirectory(prefix="gvkaart-") as folder:  # its own, as in `files.read_document`
        document = Document.open(path, Path(folder), now)
        graph, identity = document.graph, document.uuid
        document.discard_unpublished()
    return graph, identity


def read_concepts(path: Path, words: Words) -> "ReadConcepts":
    """Return the concepts in a file."""
    from gvkaart.exchange.nlsbb.files import read_concepts_file

    require_file(path)
    with problems_of_file(path):
        try:
            return read_concepts_file(path, words.language)
        except Rejected as error:
            raise Rejected("cli.concepts_not_read", file=path.name, reason=words.error(error)) from error


def merge_concepts(graph: Graph, identity: UUID, read: "ReadConcepts", words: Words) -> "ChangeSet":
    """Return the changes that bring concepts into a document, and tell what is done."""
    from gvkaart.exchange.nlsbb.merging import merge_vocabulary
    from gvkaart.store import now

    merged = merge_vocabulary(graph, read.vocabulary, now=now(), bases=(default_base(identity),))
    say(words.text("nlsbb.merged", new=merged.new, updated=merged.updated, unchanged=merged.unchanged))
    _tell((*read.remarks, *merged.remarks), words)
    return merged.changes


def _tell(remarks: "Iterable[Remark]", words: Words) -> None:
    for one in remarks:
        say(f"  {one.sentence(words)}")
