"""A program that is killed at any moment loses nothing it reported, and leaves whole files."""

import random
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from gvkaart.domain.entities import Node
from gvkaart.store import Document, list_recoverable
from tests.store import killed_program
from tests.store.killed_program import COUNTER, PUBLISH_EVERY, counted, edit
from tests.store.tools import FakeClock, added, graph_in


class Reported(NamedTuple):
    """The last edit and the last publication that the killed program reported, and how many lines it wrote."""

    edit: int
    published: int
    lines: int


def run_and_kill(path: Path, data_dir: Path, seconds: float) -> Reported:
    command = [sys.executable, "-m", killed_program.__name__, str(path), str(data_dir)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root) as process:
        assert process.stdout is not None
        first = process.stdout.readline().split()
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=seconds)
        process.kill()
        lines = [first, *(line.split() for line in process.stdout.read().split(b"\n")[:-1])]
        assert process.stderr is None or process.stderr.read() == b""
    last = dict(line for line in lines if len(line) == 2)
    return Reported(int(last.get(b"edit", last[b"start"])), int(last.get(b"published", 0)), len(lines))


@pytest.mark.timeout(1200)
def test_nothing_reported_is_lost(tmp_path: Path, data_dir: Path, is_long: bool) -> None:
    rng, rounds, reports = random.Random(9), 250 if is_long else 15, 0
    path = tmp_path / "zaak.gvkaart"
    document = Document.create(path, data_dir, FakeClock())
    document.apply("add", added(Node(COUNTER, "note", "0")))
    document.publish()
    document.close()
    for _ in range(rounds):
        reported = run_and_kill(path, data_dir, rng.uniform(0.0, 0.3))
        reports += reported.lines
        _require_whole(path, data_dir, reported)
    assert reports > 2 * rounds


def _require_whole(path: Path, data_dir: Path, reported: Reported) -> None:
    published = graph_in(path)
    at = int(published.nodes[COUNTER].title)
    assert at >= reported.published
    assert at % PUBLISH_EVERY == 0
    left = list_recoverable(data_dir)
    if not left:  # killed between publishing and the next edit
        assert at >= reported.edit
        return
    (one,) = left
    copy = sqlite3.connect(one.folder / "document.db")
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    title, notes = copy.execute(
        "SELECT (SELECT title FROM node WHERE id = ?), count(*) FROM node", (COUNTER,)
    ).fetchone()
    assert int(title) >= reported.edit
    assert notes == min(int(title), 20) + 1
    copy.close()


def test_the_killed_program_does_what_it_says(tmp_path: Path, data_dir: Path) -> None:
    document = Document.create(tmp_path / "a.gvkaart", data_dir, FakeClock())
    document.apply("add", added(Node(COUNTER, "note", "0")))
    for number in range(1, 25):
        edit(document, number)
    assert counted(document) == 24
    assert len(document.graph.nodes) == 21
