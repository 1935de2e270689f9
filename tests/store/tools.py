"""Small documents, and ways to see what became of them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Edge, Entity, Map, MapId, Node, NodeId, Placement, Round, RoundId
from gvkaart.domain.graph import Graph
from gvkaart.store import Document


class FakeClock:
    """Tells the time it was told, and one millisecond more each time it is asked."""

    def __init__(self, now: int = 1_750_000_000_000) -> None:
        self.now = now

    def __call__(self) -> int:
        self.now += 1
        return self.now


def added(*entities: Entity) -> ChangeSet:
    return ChangeSet(tuple(Change(None, entity) for entity in entities))


def note(name: str, title: str = "", text: str = "") -> Node:
    return Node(NodeId(name), "note", title or name, text)


ACTOR = Node(NodeId("cak"), "actor", "Het CAK", fields={"type": "organisation"}, created=1, modified=2)
POSITION = Node(NodeId("delen"), "position", "Gegevens delen", "Zodat de 'ergsten' eerst gaan.", ("naar", "één"))
HOLDS = Edge(ACTOR.id, "holds", POSITION.id, RoundId("r1"), fields={"note": "gezegd op 12 mei"})
MAP = Map(MapId("kaart"), "De kaart", fields={"owner": "cak"})
ROUND = Round(RoundId("r1"), MAP.id, 0, "Begin", "2021")
PLACED = Placement(MAP.id, ACTOR.id, -3, 8, by_hand=True, fields={"presence": "at_table", "required": True})
SMALL = added(MAP, ROUND, ACTOR, POSITION, HOLDS, PLACED)


def saved(path: Path, data_dir: Path, clock: Callable[[], int], *sets: ChangeSet) -> Path:
    """Make a document of changes, one step each, and close it."""
    document = Document.create(path, data_dir, clock)
    for changes in sets or (SMALL,):
        document.apply("change", changes)
    document.publish()
    document.close()
    return path


def graph_in(path: Path) -> Graph:
    """Read a published file by opening it, somewhere else than the document under test."""
    with TemporaryDirectory() as folder:
        document = Document.open(path, Path(folder), FakeClock())
        document.close()
        return document.graph


@contextmanager
def sql(path: Path) -> Iterator[sqlite3.Connection]:
    """Do to a file, as another program would, what gvkaart never does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def crash(document: Document) -> None:
    """Let go of everything that the operating system lets go of when a program is killed, and no more."""
    document._connection.close()
    document._copy.release()
    if document._target_lock is not None:
        document._target_lock.release()
