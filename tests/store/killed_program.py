"""A program that edits and publishes until it is killed, and reports each thing it was told is done.

Run as a process by `test_kill`: ``python -m tests.store.killed_program <document> <data folder>``.
"""

import itertools
import sys
import time
from pathlib import Path

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Node, NodeId
from gvkaart.store import Document, list_recoverable, recover

COUNTER = NodeId("counter")
PUBLISH_EVERY = 3


def clock() -> int:
    return time.time_ns() // 1_000_000


def opened(path: Path, data_dir: Path) -> Document:
    left = list_recoverable(data_dir)
    return recover(left[0], data_dir, clock) if left else Document.open(path, data_dir, clock)


def counted(document: Document) -> int:
    return int(document.graph.nodes[COUNTER].title)


def edit(document: Document, number: int) -> None:
    """Count, and add and remove something besides, so that half an edit shows."""
    old = document.graph.nodes[COUNTER]
    new = Node(COUNTER, "note", str(number))
    added = Node(NodeId(f"n{number}"), "note", f"Notitie {number}", "tekst " * (number * 37 % 500))
    removed = document.graph.nodes.get(NodeId(f"n{number - 20}"))
    changes = [Change(old, new), Change(None, added), *([Change(removed, None)] if removed else [])]
    document.apply("count", ChangeSet(tuple(changes)))


def report(done: str, number: int) -> None:
    sys.stdout.write(f"{done} {number}\n")
    sys.stdout.flush()


def main() -> None:
    document = opened(Path(sys.argv[1]), Path(sys.argv[2]))
    report("start", counted(document))
    for number in itertools.count(counted(document) + 1):
        edit(document, number)
        report("edit", number)
        if number % PUBLISH_EVERY == 0:
            document.publish()
            report("published", number)


if __name__ == "__main__":
    main()
