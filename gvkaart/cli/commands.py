"""The commands that read and change documents; each takes what was parsed and returns the exit code."""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gvkaart.cli.files import (
    DOCUMENT_SUFFIX,
    chosen_map,
    findings_of,
    problems_of_file,
    read_case_file,
    read_text_file,
    read_told,
    require_file,
    view_of,
)
from gvkaart.cli.telling import FOUND, say
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Map
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from gvkaart.analysis.findings import Finding
    from gvkaart.domain.changes import ChangeSet
    from gvkaart.domain.operations import Op
    from gvkaart.store import Document

_MOST_HITS: Final = 50


def run_new(parsed: argparse.Namespace, words: Words) -> int:
    """Make a document, empty with one map or with a map for each case, which share actors that are the same."""
    from gvkaart.domain.map_edits import add_map
    from gvkaart.domain.operations import Op
    from gvkaart.exchange.merging import merge_together
    from gvkaart.store import now

    path = _as_document(parsed.file)
    cases = [read_case_file(case) for case in parsed.cases]
    if path.exists():
        raise Rejected("store.exists", file=path.name)
    changes = merge_together(cases, now=now()) if cases else add_map(Graph(), path.stem, words.language)
    with _new_document(path) as document:
        document.apply(Op.IMPORT if cases else Op.ADD_MAP, changes, path.stem)
        document.save_as(path)
    say(words.text("cli.made", file=str(path)))
    return 0


@contextmanager
def _new_document(path: Path) -> Iterator[Any]:
    """Make a document that gets its file when it is complete, so that a failure leaves no half one."""
    from gvkaart.store import Document, default_data_dir, now

    document = Document.create(None, default_data_dir(), now)
    try:
        with problems_of_file(path):
            yield document
    finally:
        document.discard_unpublished()


def _as_document(path: Path) -> Path:
    """Refuse a name that would not be recognised as a document."""
    if path.suffix.lower() != DOCUMENT_SUFFIX:
        raise Rejected("cli.no_document_name", file=path.name, suffix=DOCUMENT_SUFFIX)
    return path


def run_check(parsed: argparse.Namespace, words: Words) -> int:
    """List what the checks find on one map, or on each: what presses most comes first."""
    from gvkaart.analysis.findings import most_pressing_first

    graph = read_told(parsed.file, without_private=parsed.without_private)
    one = parsed.map is not None or parsed.round is not None
    maps = (chosen_map(graph, parsed.map),) if one or not graph.maps else tuple(graph.maps.values())
    views = [view_of(graph, map_.id, parsed.round) for map_ in maps]
    found = [(view, finding) for view in views for finding in most_pressing_first(findings_of(view, words))]
    if parsed.json:
        say(json.dumps([_as_json(view, finding, words) for view, finding in found], ensure_ascii=False, indent=2))
    else:
        for line in _report(found, words):
            say(line)
        if parsed.without_private:
            say(words.text("cli.disclosed"))
    return FOUND if any(finding.set_aside is None for _view_, finding in found) else 0


def _as_json(view: CaseView, finding: "Finding", words: Words) -> dict[str, Any]:
    """Return a finding as data (model, section 7), with the map it was found on."""
    from gvkaart.analysis.wording import sentences

    aside = finding.set_aside
    return {
        "map": view.map_id,
        "check": finding.check,
        "severity": finding.severity,
        "subject": finding.subject,
        "evidence": finding.evidence,
        "values": finding.values,
        "params": {key: getattr(value, "keys", value) for key, value in finding.params.items()},
        "message": sentences(finding, view.graph.nodes, words).message,
        "set_aside": {"reason": aside.reason, "date": aside.date} if aside is not None else None,
    }


def _report(found: "Sequence[tuple[CaseView, Finding]]", words: Words) -> Iterator[str]:
    from gvkaart.analysis.wording import sentences

    several = len({view.map_id for view, _finding in found}) > 1
    previous = None
    for view, finding in found:
        if several and view is not previous and view.map is not None:
            yield f"== {view.map.title} [{view.map_id}]"
        previous = view
        said = sentences(finding, view.graph.nodes, words)
        severity = words.text(f"checks.severity.{finding.severity}")
        yield f"{severity} · {said.title} [{finding.check}]"
        yield f"  {said.message}"
        if finding.set_aside is not None:
            yield f"  {words.text('cli.set_aside', reason=' '.join(finding.set_aside.reason.split()))}"
        else:
            yield f"  → {said.next_step}"
    counted = sum(finding.set_aside is None for _view_, finding in found)
    yield words.text("cli.counted", count=counted, aside=len(found) - counted)


def run_import(parsed: argparse.Namespace, words: Words) -> int:
    """Add cases and texts to a document: all of them, or none when one of them is wrong."""
    from gvkaart.store import Document, default_data_dir, now

    incoming = [(path.name, *_incoming(path, words)) for path in parsed.files]
    require_file(_as_document(parsed.document))
    document = Document.open(parsed.document, default_data_dir(), now)
    try:
        for name, operation, changes_for in incoming:
            document.apply(operation, changes_for(document), name)
        document.publish()
    finally:
        document.discard_unpublished()  # the file has it, or nothing was imported
    say(words.text("cli.imported", count=len(incoming), file=str(parsed.document)))
    return 0


def _incoming(path: Path, words: Words) -> "tuple[Op, Callable[[Document], ChangeSet]]":
    """Read a file; return what is done with it, and the changes to a document that do it.

    What has the name of a text becomes a source, on the map if there is only one; RDF and a spreadsheet become
    concepts, on no map; all else is a case.
    """
    from gvkaart.domain.operations import Op
    from gvkaart.exchange.merging import merge_case
    from gvkaart.exchange.nlsbb import READ_SUFFIXES as CONCEPT_SUFFIXES
    from gvkaart.exchange.texts import TEXT_SUFFIXES
    from gvkaart.store import now

    if path.suffix.lower() in TEXT_SUFFIXES:
        try:
            text = read_text_file(path)
        except Rejected as error:
            raise Rejected("cli.text_not_read", file=path.name, reason=words.error(error)) from error
        return Op.ADD_SOURCE, lambda document: _source_of(document.graph, path.stem, text)
    if path.suffix.lower() in CONCEPT_SUFFIXES:
        from gvkaart.cli.concepts import merge_concepts, read_concepts

        read = read_concepts(path, words)
        return Op.IMPORT, lambda document: merge_concepts(document.graph, document.uuid, read, words)
    case = read_case_file(path)
    return Op.IMPORT, lambda document: merge_case(document.graph, case, now=now())


def _source_of(graph: Graph, title: str, text: str) -> "ChangeSet":
    from gvkaart.domain.sourcing import add_source
    from gvkaart.store import now

    only = next(iter(graph.maps)) if len(graph.maps) == 1 else None
    return add_source(graph, title, text, now=now(), map_id=only)


def run_search(parsed: argparse.Namespace, words: Words) -> int:
    """List the nodes that hold all the words."""
    from gvkaart.store import SearchIndex

    graph = read_told(parsed.file, without_private=parsed.without_private)
    index, typed = SearchIndex(graph), " ".join(parsed.words)
    hits = index.search(typed, _MOST_HITS)
    for hit in hits:
        say(f"{words.term(f'kind.{graph.nodes[hit.node].kind}')} · {hit.title.text} [{hit.node}]")
        if excerpt := " ".join(index.excerpt(hit.node, typed).text.split()):
            say(f"  {excerpt}")
    if not hits:
        say(words.text("cli.nothing_found"))
    return 0 if hits else FOUND


def run_info(parsed: argparse.Namespace, words: Words) -> int:
    """Count what is in a file."""
    graph = read_told(parsed.file, without_private=parsed.without_private)
    kinds = _kinds_in(graph)
    maps = [_map_info(graph, one) for one in graph.maps.values()]
    if parsed.json:
        content = {"maps": maps, "nodes": kinds, "edges": len(graph.edges)}
        say(json.dumps(content, ensure_ascii=False, indent=2))
        return 0
    for one in maps:
        say(words.text("cli.info_map", **one))
    for kind, count in kinds.items():
        say(f"  {words.term(f'kinds.{kind}')}: {count}")
    say(words.text("cli.info_total", nodes=len(graph.nodes), edges=len(graph.edges)))
    return 0


def _kinds_in(graph: Graph) -> dict[str, int]:
    """Count the nodes of each kind that occurs, in the order of the metamodel."""
    from gvkaart.domain.metamodel import KINDS

    counts = Counter(node.kind for node in graph.nodes.values())
    return {kind: counts[kind] for kind in KINDS if counts[kind]}


def _map_info(graph: Graph, map_: Map) -> dict[str, str | int]:
    return {
        "id": map_.id,
        "title": map_.title,
        "language": map_.language,
        "nodes": len(graph.on_map(map_.id)),
        "rounds": len(graph.rounds_of(map_.id)),
        "set_aside": sum(one.map == map_.id for one in graph.set_aside.values()),
    }
