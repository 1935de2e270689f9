"""A power cut at any moment loses nothing that was reported, and never leaves half an action.

What a document says to SQLite is recorded, and said again to a second SQLite whose every write, truncation and sync is
logged. From that log follow the files that a disk may hold when the power goes: what was synced is certain, of the rest
nothing, all, a beginning, a part or torn blocks may be there. It is a model of a disk, not a disk; it is strict enough
to fail thousands of times when syncing is left out (last test).
"""

import random
import shutil
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import apsw
import pytest
from typing_extensions import override

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.store import Document, gate
from tests.store.tools import SMALL, FakeClock, added, note

PAGE = 512
Statement = tuple[str, Any]


class Acknowledged(NamedTuple):
    """The document reported an action; it is the so many-th."""

    number: int


class Write(NamedTuple):
    """Bytes that were handed to the operating system."""

    file: str
    offset: int
    data: bytes


class Truncate(NamedTuple):
    """A file got another length."""

    file: str
    length: int


class Sync(NamedTuple):
    """Everything written to a file was said to be safe."""

    file: str


class Create(NamedTuple):
    """A file was opened, and made if it was not there."""

    file: str


Event = Acknowledged | Write | Truncate | Sync | Create

# --- what a document says to SQLite -----------------------------------------------------------------------------------

SAID: list[Statement | Acknowledged] = []


class RecordingConnection(sqlite3.Connection):
    """Remembers what it was told, in order."""

    @override
    def execute(self, statement: str, *args: Any) -> sqlite3.Cursor:
        SAID.append((statement, args))
        return super().execute(statement, *args)

    @override
    def executemany(self, statement: str, rows: Iterable[Any]) -> sqlite3.Cursor:
        kept = list(rows)
        SAID.extend((statement, (row,)) for row in kept)
        return super().executemany(statement, kept)


def said_by_a_document(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, actions: int
) -> tuple[list[Statement | Acknowledged], list[Graph]]:
    """Let a document be made and edited; return what it said, and its graph after each action."""
    SAID.clear()
    with monkeypatch.context() as context:
        connect = partial(sqlite3.connect, factory=RecordingConnection)
        context.setattr("gvkaart.store.connection.sqlite3.connect", connect)
        document = Document.create(None, data_dir, FakeClock())
        states = [document.graph]
        SAID.append(Acknowledged(0))
        for number, _ in enumerate(act(document, actions), 1):
            states.append(document.graph)
            SAID.append(Acknowledged(number))
        document.discard_unpublished()
    return list(SAID), states


def act(document: Document, actions: int) -> Iterator[None]:
    """Do all sorts of things, small and large."""
    rng = random.Random(5)
    document.apply("add", SMALL)
    yield
    for number in range(actions):
        match rng.choice(("add", "add", "many", "rename", "undo", "redo", "remove", "erase", "version")):
            case "add":
                document.apply("add", added(note(f"n{number}", text="x" * rng.randrange(5000))))
            case "many":
                document.apply("add", added(*(note(f"n{number}-{one}", text="y" * 50) for one in range(25))))
            case "rename":
                old = document.graph.nodes.get(NodeId("delen"), note("delen"))
                new = Node(old.id, old.kind, f"Titel {number}", "z" * rng.randrange(5000))
                change = Change(document.graph.nodes.get(old.id), new)
                document.apply("rename", ChangeSet((change,)))
            case "undo":
                document.undo()
            case "redo":
                document.redo()
            case "remove":
                notes = [one for one in document.graph.nodes.values() if one.kind == "note"]
                document.apply("remove", ChangeSet(tuple(Change(one, None) for one in notes[:40])))
            case "erase":
                document._record_erasure()
            case _:
                document.name_version(f"v{number}")
        yield


# --- the second SQLite ------------------------------------------------------------------------------------------------

LOG: list[Event] = []


def name_of(file: Any) -> str:
    return Path(file.filename() if isinstance(file, apsw.URIFilename) else str(file)).name


class LoggedFile(apsw.VFSFile):
    """A file that logs what is done to it."""

    def __init__(self, base: str, name: Any, flags: list[int]) -> None:
        super().__init__(base, name, flags)
        self.name = name_of(name)
        LOG.append(Create(self.name))

    @override
    def xWrite(self, data: bytes, offset: int) -> None:
        LOG.append(Write(self.name, offset, bytes(data)))
        super().xWrite(data, offset)

    @override
    def xTruncate(self, length: int) -> None:
        LOG.append(Truncate(self.name, length))
        super().xTruncate(length)

    @override
    def xSync(self, flags: int) -> None:
        LOG.append(Sync(self.name))
        super().xSync(flags)


class LoggedFiles(apsw.VFS):
    """A file system of such files."""

    def __init__(self) -> None:
        super().__init__("logged", "")

    @override
    def xOpen(self, name: Any, flags: list[int]) -> LoggedFile:
        return LoggedFile("", name, flags)


def replayed(said: list[Statement | Acknowledged], database: Path, replace: dict[str, str]) -> list[Event]:
    """Say it again, and return what happened to the files."""
    LOG.clear()
    files = LoggedFiles()
    with closing(apsw.Connection(str(database), vfs="logged")) as connection:
        for one in said:
            if isinstance(one, Acknowledged):
                LOG.append(one)
            else:
                statement, args = one
                list(connection.execute(replace.get(statement, statement), *args))
    files.unregister()
    return list(LOG)


# --- what a disk may hold ---------------------------------------------------------------------------------------------


def change(content: bytearray, event: Write | Truncate) -> None:
    match event:
        case Write(_, offset, data):
            content.extend(bytes(max(0, offset + len(data) - len(content))))
            content[offset : offset + len(data)] = data
        case Truncate(_, length):
            del content[length:]
            content.extend(bytes(length - len(content)))


def survives(events: list[Write | Truncate], rng: random.Random) -> list[Write | Truncate]:
    """Choose what of the changes that were not synced is on the disk all the same."""
    match rng.choice(("nothing", "all", "beginning", "part", "part")):
        case "nothing":
            return []
        case "all":
            return events
        case "beginning":
            return events[: rng.randint(0, len(events))]
        case _:
            return [torn(event, rng) for event in events if rng.random() < 0.5]


def torn(event: Write | Truncate, rng: random.Random) -> Write | Truncate:
    if isinstance(event, Write) and len(event.data) > PAGE and rng.random() < 0.3:
        return event._replace(data=event.data[: PAGE * rng.randint(1, len(event.data) // PAGE)])
    return event


def after_power_cuts(log: list[Event], rng: random.Random, cuts: int) -> Iterator[tuple[dict[str, bytes], int]]:
    """Cut the power at moments after the first report: (the files that are left, the last action reported)."""
    first = log.index(Acknowledged(0))
    moments = Counter(rng.randint(first + 1, len(log)) for _ in range(cuts))
    contents: dict[str, bytearray] = {}
    pending: dict[str, list[Write | Truncate]] = defaultdict(list)
    reported = 0
    for moment, event in enumerate(log, 1):
        match event:
            case Acknowledged(number):
                reported = number
            case Create(file):
                contents.setdefault(file, bytearray())
            case Sync(file):
                for one in pending.pop(file, []):
                    change(contents[file], one)
            case Write(file) | Truncate(file):
                pending[file].append(event)
        for _ in range(moments[moment]):
            yield left_on_disk(contents, pending, rng), reported


def left_on_disk(
    contents: dict[str, bytearray], pending: dict[str, list[Write | Truncate]], rng: random.Random
) -> dict[str, bytes]:
    left = {file: bytearray(content) for file, content in contents.items()}
    for file, events in pending.items():
        for one in survives(events, rng):
            change(left[file], one)
    return {file: bytes(content) for file, content in left.items()}


def verdict(folder: Path, reported: int, states: list[Graph]) -> str:
    """Open what is left, as the program would."""
    try:
        with closing(sqlite3.connect(folder / "document.db", isolation_level=None)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return "damaged"
            graph = gate.load(connection, folder)
    except (sqlite3.Error, Rejected):
        return "damaged"
    # The action that was under way may be there or not, as a whole.
    return "sound" if graph in states[reported : reported + 2] else "lost"


def verdicts(log: list[Event], states: list[Graph], folder: Path, cuts: int) -> Counter[str]:
    found, known = Counter[str](), dict[tuple[bytes, int], str]()
    for files, reported in after_power_cuts(log, random.Random(7), cuts):
        key = (b"".join(sha256(content).digest() for content in files.values()), reported)
        if key not in known:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            for name, content in files.items():
                (folder / name).write_bytes(content)
            known[key] = verdict(folder, reported, states)
        found[known[key]] += 1
    return found


@pytest.mark.timeout(1200)
def test_nothing_reported_is_lost(
    tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch, is_long: bool
) -> None:
    said, states = said_by_a_document(data_dir, monkeypatch, actions=200 if is_long else 40)
    log = replayed(said, tmp_path / "document.db", {})
    cuts = 100_000 if is_long else 2_000
    assert verdicts(log, states, tmp_path / "left", cuts) == {"sound": cuts}


@pytest.mark.parametrize(
    "weaker",
    [
        {"PRAGMA synchronous = FULL": "PRAGMA synchronous = OFF"},
        {"PRAGMA journal_mode = TRUNCATE": "PRAGMA journal_mode = OFF"},
    ],
    ids=["without syncing", "without a journal"],
)
def test_the_simulated_disk_is_strict(
    tmp_path: Path, data_dir: Path, monkeypatch: pytest.MonkeyPatch, weaker: dict[str, str]
) -> None:
    said, states = said_by_a_document(data_dir, monkeypatch, actions=30)
    log = replayed(said, tmp_path / "document.db", weaker)
    assert verdicts(log, states, tmp_path / "left", 100)["sound"] < 90
