"""The past of a document: every moment can be told, looked at and gone to, whatever was done and undone."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.entities import Edge, Layout, LayoutId, NodeId, Placement, Spot
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.store import Document
from gvkaart.store.journal import Op, OpKind
from gvkaart.store.past import START, Course, Standing, course_of, events_of, graph_at, read_course, removed_nodes
from tests.store.tools import ACTOR, HOLDS, MAP, PLACED, POSITION, SMALL, FakeClock, added, note, sql


def op(number: int, kind: OpKind = OpKind.DO, of: int | None = None) -> Op:
    return Op(number, kind, of, kind.value, "", number)


def seen(course: Course) -> list[tuple[int, str]]:
    return [(moment.op.id, moment.standing.value) for moment in course.moments]


@pytest.fixture
def document(data_dir: Path, clock: FakeClock) -> Document:
    made = Document.create(None, data_dir, clock)
    made.apply("begin", SMALL, "begin")
    return made


def test_a_step_that_was_taken_back_can_be_done_again_until_something_else_is_done() -> None:
    undone = [op(1), op(2), op(3, OpKind.UNDO, 2)]
    assert seen(course_of(undone)) == [(1, "done"), (2, "undone")]
    assert course_of(undone).present == 1
    assert seen(course_of([*undone, op(4)])) == [(1, "done"), (2, "overtaken"), (4, "done")]
    assert seen(course_of([*undone, op(4, OpKind.REDO, 2)])) == [(1, "done"), (2, "done")]


def test_a_version_stands_after_the_step_it_names() -> None:
    course = course_of([op(1), op(2), op(3, OpKind.UNDO, 2), op(4, OpKind.VERSION), op(5, OpKind.REDO, 2)])
    assert seen(course) == [(1, "done"), (4, "done"), (2, "done")]
    assert [moment.step for moment in course.moments] == [1, 1, 2]
    assert [moment.is_landmark for moment in course.moments] == [False, True, False]


def test_a_version_of_a_step_that_was_taken_back_can_be_gone_to_with_it() -> None:
    ops = [op(1), op(2), op(3, OpKind.VERSION), op(4, OpKind.UNDO, 2)]
    assert seen(course_of(ops)) == [(1, "done"), (2, "undone"), (3, "undone")]
    assert seen(course_of([*ops, op(5)])) == [(1, "done"), (2, "overtaken"), (3, "overtaken"), (5, "done")]


def test_an_erased_history_begins_with_its_erasure() -> None:
    course = course_of([op(1), op(2, OpKind.VERSION), op(3, OpKind.ERASE), op(4)])
    assert seen(course) == [(3, "done"), (4, "done")]
    assert course.moments[0].step == START
    assert course_of([op(1, OpKind.ERASE)]).present == START


def test_what_cannot_be_followed_cannot_be_gone_to() -> None:
    course = course_of([op(1), op(2), op(3, OpKind.UNDO, 7), op(4)])
    assert seen(course) == [(1, "overtaken"), (2, "overtaken"), (4, "done")]


def test_going_to_a_step_is_one_transaction_and_can_be_taken_back_the_same_way(document: Document) -> None:
    states = [document.graph]
    for name in "abc":
        document.apply("add", added(note(name)), name)
        states.append(document.graph)
    back = document.go_to(2)
    assert document.graph == states[1]
    assert [change.new for change in back] == [None, None]
    assert read_course(document).present == 2
    forth = document.go_to(4)
    assert document.graph == states[3]
    assert forth.nodes == back.nodes
    assert len(document.go_to(4)) == 0
    document.go_to(START)
    assert document.graph == Graph()
    with pytest.raises(Rejected, match="no_such_version"):
        document.go_to(99)


def test_steps_gone_through_survive_closing(
    document: Document, tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    for name in "abc":
        document.apply("add", added(note(name)), name)
    document.go_to(2)
    document.save_as(tmp_path / "zaak.gvkaart")
    document.close()
    again = Document.open(tmp_path / "zaak.gvkaart", data_dir, clock)
    assert set(again.graph.nodes) == {"cak", "delen", "a"}
    again.redo()
    assert set(again.graph.nodes) == {"cak", "delen", "a", "b"}
    again.go_to(1)
    assert [moment.standing for moment in read_course(again).moments] == [Standing.DONE, *[Standing.UNDONE] * 3]


def test_a_history_that_lies_is_not_gone_to(
    document: Document, tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    document.apply("add", added(note("a")), "a")
    document.apply("add", added(note("b")), "b")
    document.save_as(tmp_path / "zaak.gvkaart")
    document.close()
    with sql(tmp_path / "zaak.gvkaart") as connection:
        connection.execute("""UPDATE change SET new = replace(new, '"a"', '"z"') WHERE op = 2""")
    again = Document.open(tmp_path / "zaak.gvkaart", data_dir, clock)
    for use in (lambda: again.go_to(1), lambda: graph_at(again, 1)):
        with pytest.raises(Rejected, match="history_unusable"):
            use()
    assert again.graph == document.graph


def test_what_befell_an_item(document: Document) -> None:
    other = note("n", "Los")
    document.apply("rename", ChangeSet((Change(ACTOR, replace(ACTOR, title="CAK")),)), "CAK")
    document.undo()
    document.apply("add", added(other, Edge(other.id, "related", ACTOR.id), Placement(MAP.id, other.id)))
    document.apply("text", ChangeSet((Change(other, replace(other, text='noemt "cak"')),)))
    layout = Layout(MAP.id, LayoutId("lanes"), fields={"way": "lanes"})
    document.apply("keep", added(layout, Spot(MAP.id, layout.id, ACTOR.id, 1, 1)))
    events = events_of(document, ACTOR.id)
    assert [(event.op.name, event.op.kind, len(event.changes)) for event in events] == [
        ("begin", OpKind.DO, 3),
        ("rename", OpKind.DO, 1),
        ("rename", OpKind.UNDO, 1),
        ("add", OpKind.DO, 1),
    ]
    assert all(change.entity in (ACTOR, HOLDS, PLACED) for change in events[0].changes)
    assert [len(event.changes) for event in events_of(document, POSITION.id)] == [2]
    assert events_of(document, NodeId("ca")) == ()


def test_what_befell_an_item_is_not_believed_when_it_cannot_be_read(
    document: Document, tmp_path: Path, data_dir: Path, clock: FakeClock
) -> None:
    document.save_as(tmp_path / "zaak.gvkaart")
    document.close()
    with sql(tmp_path / "zaak.gvkaart") as connection:
        connection.execute("""UPDATE change SET new = '["cak"]'""")
    again = Document.open(tmp_path / "zaak.gvkaart", data_dir, clock)
    with pytest.raises(Rejected, match="history_unusable"):
        events_of(again, ACTOR.id)
    with sql(tmp_path / "zaak.gvkaart") as connection:
        connection.execute("UPDATE change SET old = 'x', new = NULL WHERE entity = 'node'")
    again.close()
    with pytest.raises(Rejected, match="history_unusable"):
        removed_nodes(Document.open(tmp_path / "zaak.gvkaart", data_dir, clock))


def test_items_that_are_gone_are_known_as_they_last_were(document: Document) -> None:
    assert removed_nodes(document) == Graph()
    for title in ("Eerst", "Later"):
        document.apply("add", added(note("n", title)))
        document.apply("remove", added(note("n", title)).reversed())
    assert [node.title for node in removed_nodes(document).nodes.values()] == ["Later"]


@settings(max_examples=25)
@given(st.lists(st.sampled_from("aaauurv"), max_size=14), st.data())
def test_every_moment_is_found_as_it_was(actions: list[str], data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        document = Document.create(None, Path(folder), FakeClock())
        states: dict[int, Graph] = {}
        for number, action in enumerate(actions):
            match action:
                case "a":
                    document.apply("add", added(note(f"n{number}")))
                case "u":
                    document.undo()
                case "r":
                    document.redo()
                case _:
                    document.name_version("v")
            course = read_course(document)
            if action in "av":
                states[max(moment.op.id for moment in course.moments)] = document.graph
        course = read_course(document)
        assert {moment.op.id for moment in course.moments} == set(states)
        for number, state in states.items():
            assert graph_at(document, number) == state
        reachable = [moment for moment in course.moments if moment.standing is not Standing.OVERTAKEN]
        if reachable:
            aim = data.draw(st.sampled_from(reachable))
            document.go_to(aim.step)
            assert document.graph == states[aim.op.id]
            assert read_course(document).present == aim.step
        document.discard_unpublished()
