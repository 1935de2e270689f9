"""Reading the past of a document: what was done when, how everything stood at any moment, and what befell one item.

Only reads; what goes back in time or starts from an earlier moment is a method of `Document`.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from gvkaart.domain.changes import Change
from gvkaart.domain.entities import (
    Edge,
    Entity,
    Layout,
    Map,
    Node,
    NodeId,
    Placement,
    Round,
    SetAside,
    Spot,
    entity_key,
)
from gvkaart.domain.errors import Defect, Rejected
from gvkaart.domain.graph import Graph
from gvkaart.store.document import Document
from gvkaart.store.journal import Op, OpKind, read_changes_since, read_ops
from gvkaart.store.rows import entity_of_image

START: Final = 0
"""The step at which nothing that the journal holds has been done."""


class Standing(StrEnum):
    """What became of a step."""

    DONE = "done"
    UNDONE = "undone"
    """It was taken back and can be done again."""
    OVERTAKEN = "overtaken"
    """It was taken back and something else was done then; its state can be looked at, but not gone to."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A step that was done, a version that was named, or the erasure with which the history begins.

    Attributes:
        op: what was done; its `id` is the number of the moment.
        standing: what became of it; that of a version is the standing of the step after which it was named.
        step: the step that is the last one done at this moment: its own number, or that of the step after which a
            version was named; `START` before the first.
    """

    op: Op
    standing: Standing
    step: int

    @property
    def is_landmark(self) -> bool:
        """Whether it marks a moment instead of changing something."""
        return self.op.kind is not OpKind.DO


@dataclass(frozen=True, slots=True)
class Course:
    """All moments, oldest first, versions after the step they name; and the step that is the last one done now."""

    moments: tuple[Moment, ...] = ()
    present: int = START


def course_of(ops: Iterable[Op]) -> Course:
    """Fold the operations of a journal, oldest first, into what a person sees of it.

    The rules are those of `journal.History`; here nothing drops out.
    """
    found: list[tuple[int, Op]] = []
    standings: dict[int, Standing] = {}
    done: list[int] = []
    undone: list[int] = []
    for op in ops:
        match op.kind:
            case OpKind.DO:
                if undone:
                    standings.update(dict.fromkeys(undone, Standing.OVERTAKEN))
                    undone.clear()
                done.append(op.id)
                standings[op.id] = Standing.DONE
                found.append((op.id, op))
            case OpKind.UNDO:
                _move(op, done, undone, standings, Standing.UNDONE)
            case OpKind.REDO:
                _move(op, undone, done, standings, Standing.DONE)
            case OpKind.VERSION:
                found.append((done[-1] if done else START, op))
            case OpKind.ERASE:
                done, undone, standings = [], [], {}
                found = [(START, op)]
            case _:
                assert_never(op.kind)
    found.sort(key=lambda one: (one[0], one[1].id))
    moments = tuple(Moment(op, standings.get(step, Standing.DONE), step) for step, op in found)
    return Course(moments, done[-1] if done else START)


def _move(op: Op, source: list[int], target: list[int], standings: dict[int, Standing], standing: Standing) -> None:
    if source and source[-1] == op.of:
        target.append(source.pop())
        standings[target[-1]] = standing
    else:  # as in `History`: what it is about is not there, so nothing before it can be gone to
        standings.update(dict.fromkeys((*source, *target), Standing.OVERTAKEN))
        source.clear()
        target.clear()


def read_course(document: Document) -> Course:
    """Read what was done in a document.

    Raises:
        EnvironmentProblem: the working copy cannot be read.
    """
    with document.reading() as connection:
        ops = read_ops(connection)
    return course_of(ops)


def graph_at(document: Document, moment: int) -> Graph:
    """Return the document as it was right after an operation.

    Raises:
        Rejected: the history that came with the file does not fit what the document holds.
        EnvironmentProblem: the working copy cannot be read.
    """
    with document.reading() as connection:
        now, later = document.graph, read_changes_since(connection, moment)
    try:
        return now.with_changes(later.reversed())
    except Defect as error:
        raise Rejected("store.history_unusable") from error


def removed_nodes(document: Document) -> Graph:
    """Return the items that were removed at some moment, as they were then, to find their names.

    Raises:
        Rejected: the history that came with the file is not what this program writes.
        EnvironmentProblem: the working copy cannot be read.
    """
    with document.reading() as connection:
        rows = connection.execute(
            "SELECT old FROM change WHERE entity = 'node' AND new IS NULL ORDER BY seq"
        ).fetchall()
    try:
        found = [entity_of_image("node", old) for (old,) in rows]
    except (ValueError, TypeError) as error:
        raise Rejected("store.history_unusable") from error
    return Graph.of({entity_key(entity): entity for entity in found}.values())


@dataclass(frozen=True, slots=True)
class Event:
    """What one operation, also an undo or redo, changed about one item: itself, its relations and its places."""

    op: Op
    changes: tuple[Change, ...]


def events_of(document: Document, node: NodeId) -> tuple[Event, ...]:
    """Return what befell an item, oldest first.

    Raises:
        Rejected: the history that came with the file is not what this program writes.
        EnvironmentProblem: the working copy cannot be read.
    """
    with document.reading() as connection:
        ops = {op.id: op for op in read_ops(connection)}
        found = _mentioning(connection, node)
    per_op: dict[int, list[Change]] = {}
    for op, change in found:
        if _concerns(change.entity, node):
            per_op.setdefault(op, []).append(change)
    return tuple(Event(ops[op], tuple(changes)) for op, changes in per_op.items() if op in ops)


def _mentioning(connection: sqlite3.Connection, node: NodeId) -> list[tuple[int, Change]]:
    """Read the changes in which the id occurs as a text of its own: a sieve, since JSON is slow to take apart."""
    rows = connection.execute(
        "SELECT op, entity, old, new FROM change WHERE instr(coalesce(new, old), ?) > 0 ORDER BY seq", (f'"{node}"',)
    )
    try:
        return [(op, Change(_entity(table, old), _entity(table, new))) for op, table, old, new in rows]
    except (ValueError, Defect) as error:
        raise Rejected("store.history_unusable") from error


def _entity(table: str, image: str | None) -> Entity | None:
    return None if image is None else entity_of_image(table, image)


def _concerns(entity: Entity, node: NodeId) -> bool:
    match entity:
        case Node():
            return entity.id == node
        case Edge():
            return node in {entity.source, entity.target}
        case Placement():
            return entity.node == node
        case Map() | Round() | Layout() | Spot() | SetAside():
            return False
        case _:
            assert_never(entity)
