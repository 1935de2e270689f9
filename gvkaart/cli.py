"""The command line: open, make, check, export, import and search documents and case files, without a window.

FILE is everywhere a document (``*.gvkaart``) or a case file (YAML or JSON). A document that is only read is read from a
copy, also while somebody works in it. Exit codes: 0 done and nothing found, 1 findings, 2 an error, which is told on
standard error in a sentence. What is heavy is imported by the command that needs it, so that ``--help`` is quick.
"""

import argparse
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, NoReturn

from gvkaart import __version__
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Map, MapId, Node, NodeId, RoundId
from gvkaart.domain.errors import Defect, GvkaartError, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.text import fold
from gvkaart.words import DEFAULT_LANGUAGE, LANGUAGES, Words, load_words

if TYPE_CHECKING:
    from typing_extensions import override

    from gvkaart.analysis.findings import Finding
    from gvkaart.picture.primitives import Picture
else:

    def override(method: Callable[..., Any]) -> Callable[..., Any]:
        """Stand in for `typing.override`, which Python 3.11 does not have."""
        return method


FOUND, FAILED, INTERRUPTED = 1, 2, 130
"""Exit codes besides 0."""

DOCUMENT_SUFFIX: Final = ".gvkaart"
JSON_SUFFIX: Final = ".json"
CASE_SUFFIXES: Final = (".yaml", ".yml", JSON_SUFFIX)
_MM_PER_PIXEL: Final = 25.4 / 96
_PNG_SCALE: Final = 2
_MOST_HITS: Final = 50


# --- the parser -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a command; its help is the text ``cli.help.<name>``."""

    name: str
    options: Mapping[str, Any]


def _argument(name: str, **options: Any) -> Argument:
    return Argument(name, options)


_FILE: Final = _argument("file", type=Path)
_MAP: Final = _argument("--map")
_ROUND: Final = _argument("--round")
_JSON: Final = _argument("--json", action="store_true")

COMMANDS: Final[Mapping[str, tuple[Argument, ...]]] = {
    "new": (_FILE, _argument("--from", dest="case", type=Path)),
    "check": (_FILE, _MAP, _ROUND, _JSON),
    "export": (
        _FILE,
        _argument("out", type=Path),
        _MAP,
        _ROUND,
        _argument("--include-private", action="store_true"),
        _argument("--theme", choices=("light", "dark"), default="light"),
        _argument("--width", type=int),
    ),
    "import": (_argument("document", type=Path), _argument("cases", type=Path, nargs="+")),
    "search": (_FILE, _argument("words", nargs="+")),
    "info": (_FILE, _JSON),
    "self-test": (),
}
"""Every command with its arguments, in the order of the manual; a command runs ``_run_<command>``."""


class _UsageError(Exception):
    """The command line cannot be understood."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints can be said in the user's language."""

    @override
    def error(self, message: str) -> NoReturn:
        """Complain; argparse calls this, and would end the program itself."""
        raise _UsageError(message)


def command_parser(command: str, words: Words) -> argparse.ArgumentParser:
    """Return the parser of one command."""
    parser = _Parser(
        prog=f"gvkaart {command}", description=words.text(f"cli.command.{command}"), add_help=False, allow_abbrev=False
    )
    group = parser.add_argument_group(words.text("cli.arguments"))
    for one in COMMANDS[command]:
        options = dict(one.options) if "action" in one.options else {"metavar": _metavar(one), **one.options}
        group.add_argument(one.name, help=words.text(f"cli.help.{one.name.lstrip('-')}"), **options)
    group.add_argument("-h", "--help", action="store_true", help=words.text("cli.help.help"))
    group.add_argument("--language", choices=LANGUAGES, help=words.text("cli.help.language"))
    return parser


def _metavar(one: Argument) -> str:
    choices: tuple[str, ...] = one.options.get("choices", ())
    return "|".join(choices) if choices else one.name.lstrip("-").upper()


def help_text(command: str, words: Words) -> str:
    """Return the help of a command, or of the program when it is empty."""
    if command:
        text = command_parser(command, words).format_help()
        return re.sub(r"\Ausage:", words.text("cli.usage"), text)
    lines = [f"{words.text('cli.usage')} {words.text('cli.synopsis')}", "", words.text("cli.about"), ""]
    lines += [f"  {name:<10} {words.text(f'cli.command.{name}')}" for name in COMMANDS]
    return "\n".join([*lines, "", words.text("cli.more")]) + "\n"


_COMPLAINTS: Final = (
    (r"the following arguments are required: (.+)", "missing"),
    (r"unrecognized arguments: (.+)", "unknown"),
    (r"argument (\S+): invalid choice: (.+) \(choose.*", "wrong_choice"),
    (r"argument (\S+): invalid int value: (.+)", "not_a_number"),
    (r"argument (\S+): expected .+", "no_value"),
)
"""What argparse says, and the key under which we say it."""


def _complaint(error: _UsageError, command: str, words: Words) -> str:
    for pattern, key in _COMPLAINTS:
        if found := re.fullmatch(pattern, str(error)):
            values = dict(zip(("name", "value"), found.groups(), strict=False))
            return words.text(f"cli.usage_error.{key}", command=command, **values)
    return words.text("cli.usage_error.other", command=command)


# --- main -------------------------------------------------------------------------------------------------------------


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    _write_anything()
    words = load_words(_language(arguments))
    try:
        return _dispatch(arguments, words)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # who reads our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001  whatever happens, the user gets a sentence
        print("\n".join(_sentences(error, words)), file=sys.stderr)
        return FAILED


def _write_anything() -> None:
    """Let a terminal that cannot show a character show a question mark instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _language(arguments: Sequence[str]) -> str:
    """Return the language that was asked for, or else that of the environment; Dutch when neither says English."""
    parser = _Parser(add_help=False, allow_abbrev=False)
    parser.add_argument("--language")
    try:
        asked = parser.parse_known_args(arguments)[0].language
    except _UsageError:
        asked = None
    if asked in LANGUAGES:
        return str(asked)
    locale = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    return next((one for one in LANGUAGES if locale.lower().startswith(one)), DEFAULT_LANGUAGE)


def _dispatch(arguments: Sequence[str], words: Words) -> int:
    command = next((one for one in arguments if one in COMMANDS), "")
    if not command or _position(arguments, command) != 0:
        return _run_program(arguments, words)
    rest = [one for number, one in enumerate(arguments) if number != arguments.index(command)]
    if {"-h", "--help"} & set(rest):
        print(help_text(command, words), end="")
        return 0
    try:
        parsed = command_parser(command, words).parse_args(rest)
    except _UsageError as error:
        print(_complaint(error, command, words), file=sys.stderr)
        return FAILED
    return _RUNNERS[command](parsed, words)


def _position(arguments: Sequence[str], command: str) -> int:
    """Count what stands before a command, save the choice of a language."""
    before = list(arguments[: arguments.index(command)])
    if "--language" in before:
        at = before.index("--language")
        del before[at : at + 2]
    return len([one for one in before if not one.startswith("--language=")])


def _run_program(arguments: Sequence[str], words: Words) -> int:
    """Open the window, or tell about the program."""
    parser = _Parser(prog="gvkaart", add_help=False, allow_abbrev=False)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--language")
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    try:
        parsed = parser.parse_args(arguments)
    except _UsageError as error:
        print(_complaint(error, "", words), file=sys.stderr)
        return FAILED
    if parsed.help or parsed.version:
        print(f"gvkaart {__version__}\n" if parsed.version else help_text("", words), end="")
        return 0
    if parsed.file is not None:
        _require_file(parsed.file)
    from gvkaart.app import open_window

    return open_window(parsed.file)


def _sentences(error: Exception, words: Words) -> list[str]:
    """Return what to say about an error; also when its own sentence is missing, which is a mistake of ours."""
    try:
        return list(_told(error, words))
    except Defect:
        return [words.text("error.defect", code=getattr(error, "key", type(error).__name__))]


def _told(error: Exception, words: Words) -> Iterator[str]:
    from gvkaart.exchange.report import CaseFileError, sentence

    match error:
        case CaseFileError():
            yield words.error(error)
            yield from (sentence(problem, words) for problem in error.problems)
        case Defect():
            yield words.text("error.defect", code=error.key)
        case GvkaartError():
            yield words.error(error)
        case _:
            yield words.text("error.defect", code=type(error).__name__)


# --- reading and writing files ----------------------------------------------------------------------------------------


def _now() -> int:
    return time.time_ns() // 1_000_000


def _read(path: Path) -> Graph:
    """Return what is in a document or a case file, which stays as it is."""
    if _is_document(path):
        return _read_document(path)
    return _read_case(path)


def _is_document(path: Path) -> bool:
    return path.suffix.lower() not in CASE_SUFFIXES


def _read_document(path: Path) -> Graph:
    from gvkaart.store import Document

    _require_file(path)
    # Its own folder for the working copy, so that the lock of a window that has it open does not count.
    with TemporaryDirectory(prefix="gvkaart-") as folder:
        document = Document.open(path, Path(folder), _now)
        graph = document.graph
        document.discard_unpublished()
    return graph


def _read_case(path: Path) -> Graph:
    from gvkaart.exchange.case_file import read_case, read_case_json
    from gvkaart.exchange.report import refused
    from gvkaart.exchange.tree import LARGEST_FILE

    _require_file(path)
    with _problems_of(path):
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise refused(1, "file_too_large", size=str(size >> 20), largest=str(LARGEST_FILE >> 20))
        data = path.read_bytes()
    return read_case_json(data) if path.suffix.lower() == JSON_SUFFIX else read_case(data)


def _require_file(path: Path) -> None:
    """Refuse what cannot be read as a file: a folder, a device, or nothing."""
    with _problems_of(path):
        path.stat()
    if not path.is_file():
        raise Rejected("cli.not_a_file", file=path.name)


@contextmanager
def _problems_of(path: Path) -> Iterator[None]:
    """Turn errors of the operating system about a file into ours."""
    from gvkaart.store.connection import problems_of

    with problems_of(path):
        yield


def _write(path: Path, data: bytes) -> None:
    """Write a file whole, or leave what stood there."""
    from gvkaart.store.files import write_whole

    if path.is_dir():
        raise Rejected("cli.is_folder", file=path.name)
    if path.exists() and not path.is_file():
        raise Rejected("cli.not_a_file", file=path.name)
    with _problems_of(path):
        write_whole(path.resolve(), data)


def _chosen_map(graph: Graph, asked: str | None) -> Map:
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


def _view(graph: Graph, map_id: MapId, asked: str | None) -> CaseView:
    """Return a map as of the round with this id or title, or its current one."""
    if asked is None:
        return CaseView(graph, map_id)
    rounds = graph.rounds_of(map_id)
    found = next((one.id for one in rounds if asked == one.id or fold(asked) == fold(one.title)), None)
    if found is None:
        raise Rejected("cli.no_such_round", name=asked, rounds=", ".join(one.id for one in rounds) or "-")
    return CaseView(graph, map_id, RoundId(found))


def _findings(view: CaseView, words: Words) -> "tuple[Finding, ...]":
    from gvkaart.analysis.catalogue import read_catalogue
    from gvkaart.analysis.engine import run_checks
    from gvkaart.assets import resource_text

    return run_checks(view, read_catalogue(resource_text("publieke-waarden.json"), words.language))


# --- commands ---------------------------------------------------------------------------------------------------------


def _run_new(parsed: argparse.Namespace, words: Words) -> int:
    from gvkaart.domain.edits import add_map
    from gvkaart.domain.operations import Op
    from gvkaart.exchange.merging import merge_case

    path = _as_document(parsed.file)
    case = _read_case(parsed.case) if parsed.case is not None else None
    if path.exists():
        raise Rejected("store.exists", file=path.name)
    changes = merge_case(Graph(), case, now=_now()) if case is not None else add_map(Graph(), path.stem)
    with _new_document(path) as document:
        document.apply(Op.IMPORT if case is not None else Op.ADD_MAP, changes, path.stem)
        document.save_as(path)
    print(words.text("cli.made", file=str(path)))
    return 0


@contextmanager
def _new_document(path: Path) -> Iterator[Any]:
    """Make a document that gets its file when it is complete, so that a failure leaves no half one."""
    from gvkaart.store import Document, default_data_dir

    document = Document.create(None, default_data_dir(), _now)
    try:
        with _problems_of(path):
            yield document
    finally:
        document.discard_unpublished()


def _as_document(path: Path) -> Path:
    """Refuse a name that would not be recognised as a document."""
    if path.suffix.lower() != DOCUMENT_SUFFIX:
        raise Rejected("cli.no_document_name", file=path.name, suffix=DOCUMENT_SUFFIX)
    return path


def _run_check(parsed: argparse.Namespace, words: Words) -> int:
    graph = _read(parsed.file)
    one = parsed.map is not None or parsed.round is not None
    maps = (_chosen_map(graph, parsed.map),) if one or not graph.maps else tuple(graph.maps.values())
    views = [_view(graph, map_.id, parsed.round) for map_ in maps]
    found = [(view, finding) for view in views for finding in _findings(view, words)]
    if parsed.json:
        print(json.dumps([_as_json(view, finding, words) for view, finding in found], ensure_ascii=False, indent=2))
    else:
        for line in _report(found, words):
            print(line)
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
        severity = words.text(f"picture.severity.{finding.severity}")
        yield f"{severity} · {said.title} [{finding.check}]"
        yield f"  {said.message}"
        if finding.set_aside is not None:
            yield f"  {words.text('cli.set_aside', reason=' '.join(finding.set_aside.reason.split()))}"
        else:
            yield f"  → {said.next_step}"
    counted = sum(finding.set_aside is None for _view_, finding in found)
    yield words.text("cli.counted", count=counted, aside=len(found) - counted)


def _run_export(parsed: argparse.Namespace, words: Words) -> int:
    from gvkaart.domain.disclosure import only_map, without_private

    write = _WRITERS.get(parsed.out.suffix.lower())
    if write is None:
        raise Rejected("cli.no_such_format", file=parsed.out.name, formats=", ".join(_WRITERS))
    if parsed.width is not None and parsed.width <= 0:
        raise Rejected("cli.no_width")
    if not parsed.include_private and parsed.out.exists() and parsed.out.resolve() == parsed.file.resolve():
        raise Rejected("cli.onto_itself", file=parsed.out.name)
    graph = _read(parsed.file)
    map_ = _chosen_map(graph, parsed.map)
    cut = only_map if parsed.include_private else without_private
    _write(parsed.out, write(_view(cut(graph, map_.id), map_.id, parsed.round), parsed, words))
    print(words.text("cli.written", file=str(parsed.out)))
    return 0


def _yaml(view: CaseView, _parsed: argparse.Namespace, _words: Words) -> bytes:
    from gvkaart.exchange.case_file import write_case

    return write_case(view.graph, view.map_id, include_private=True)  # of a graph that was cut already


def _json(view: CaseView, _parsed: argparse.Namespace, _words: Words) -> bytes:
    from gvkaart.exchange.case_file import write_case_json

    return write_case_json(view.graph, view.map_id, include_private=True)


def _markdown(view: CaseView, _parsed: argparse.Namespace, words: Words) -> bytes:
    from gvkaart.exchange.markdown import write_markdown

    return write_markdown(view, words, _findings(view, words))


def _svg(view: CaseView, parsed: argparse.Namespace, words: Words) -> bytes:
    from gvkaart.exchange.svg import write_svg

    width = parsed.width * _MM_PER_PIXEL if parsed.width is not None else None
    return write_svg(_picture(view, parsed, words), width_mm=width)


def _png(view: CaseView, parsed: argparse.Namespace, words: Words) -> bytes:
    picture = _picture(view, parsed, words)
    with _qt():
        from gvkaart.ui.painter import png_bytes

        return png_bytes(picture, parsed.width or round(picture.bounds.width * _PNG_SCALE))


def _pdf(view: CaseView, parsed: argparse.Namespace, words: Words) -> bytes:
    picture = _picture(view, parsed, words)
    with _qt():
        from gvkaart.ui.painter import pdf_bytes

        return pdf_bytes(picture, (parsed.width or picture.bounds.width) * _MM_PER_PIXEL)


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
    return compose(view, words, theme, findings=_findings(view, words))


@contextmanager
def _qt() -> Iterator[None]:
    """Have Qt paint without a screen."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        yield
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(["gvkaart"])
    app.setApplicationName("gvkaart")
    yield


def _run_import(parsed: argparse.Namespace, words: Words) -> int:
    from gvkaart.domain.operations import Op
    from gvkaart.exchange.merging import merge_case
    from gvkaart.store import Document, default_data_dir

    cases = [(path.name, _read_case(path)) for path in parsed.cases]
    _require_file(_as_document(parsed.document))
    document = Document.open(parsed.document, default_data_dir(), _now)
    try:
        for name, case in cases:
            document.apply(Op.IMPORT, merge_case(document.graph, case, now=_now()), name)
        document.publish()
    finally:
        document.discard_unpublished()  # the file has it, or nothing was imported
    print(words.text("cli.imported", count=len(cases), file=str(parsed.document)))
    return 0


def _run_search(parsed: argparse.Namespace, words: Words) -> int:
    from gvkaart.store import SearchIndex

    graph = _read(parsed.file)
    hits = SearchIndex(graph).search(" ".join(parsed.words), _MOST_HITS)
    for hit in hits:
        print(f"{words.term(f'kind.{graph.nodes[hit.node].kind}')} · {hit.title.text} [{hit.node}]")
        if snippet := " ".join(hit.snippet.text.split()):
            print(f"  {snippet}")
    if not hits:
        print(words.text("cli.nothing_found"))
    return 0 if hits else FOUND


def _run_info(parsed: argparse.Namespace, words: Words) -> int:
    graph = _read(parsed.file)
    kinds = _kinds_in(graph)
    maps = [_map_info(graph, one) for one in graph.maps.values()]
    if parsed.json:
        content = {"maps": maps, "nodes": kinds, "edges": len(graph.edges)}
        print(json.dumps(content, ensure_ascii=False, indent=2))
        return 0
    for one in maps:
        print(words.text("cli.info_map", **one))
    for kind, count in kinds.items():
        print(f"  {words.term(f'kinds.{kind}')}: {count}")
    print(words.text("cli.info_total", nodes=len(graph.nodes), edges=len(graph.edges)))
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


# --- self-test --------------------------------------------------------------------------------------------------------


def _run_self_test(_parsed: argparse.Namespace, words: Words) -> int:
    failed = 0
    for name, attempt in _TRIALS.items():
        try:
            detail, ok = attempt(), True
        except Exception as error:  # noqa: BLE001  a self-test reports whatever goes wrong
            detail, ok = _sentences(error, words)[0], False
        failed += not ok and name not in _OPTIONAL
        state = "ok" if ok else ("optional" if name in _OPTIONAL else "failed")
        print(f"{words.text(f'cli.state.{state}'):<10} {words.text(f'cli.trial.{name}')}: {detail}")
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
    from gvkaart.store import Document

    name = example_names()[0]
    case = read_case(example_bytes(name))
    with TemporaryDirectory(prefix="gvkaart-") as folder:
        path = Path(folder) / f"proef{DOCUMENT_SUFFIX}"
        document = Document.create(path, Path(folder) / "data", _now)
        document.apply(Op.IMPORT, merge_case(document.graph, case, now=_now()), name)
        document.publish()
        written = document.graph
        document.close()
        if _read_document(path) != written:
            raise Defect("self_test.document")
    return f"{name}, {len(written.nodes)} + {len(written.edges)}"


def _try_dot() -> str:
    from gvkaart.layout.process import find_dot

    return str(find_dot())


def _try_qt() -> str:
    with _qt():
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

_RUNNERS: Final[Mapping[str, Callable[[argparse.Namespace, Words], int]]] = {
    "new": _run_new,
    "check": _run_check,
    "export": _run_export,
    "import": _run_import,
    "search": _run_search,
    "info": _run_info,
    "self-test": _run_self_test,
}
