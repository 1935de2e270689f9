"""Work beside the window: only the newest answer counts, and nothing comes after the end."""

import sys
from threading import Event

from pytestqt.qtbot import QtBot

from gvkaart.ui.background import TURN, Background
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from tests.ui.conftest import settle


def test_answer_for_an_older_question_is_dropped(qtbot: QtBot) -> None:
    answers: list[str] = []
    go_on = Event()
    background = Background[str](answers.append, lambda error: answers.append(str(error)))

    def slow() -> str:
        go_on.wait(10)
        return "old"

    background.run(slow)
    background.run(lambda: "new")
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert answers == ["new"]
    background.close()


def test_failure_is_handed_over(qtbot: QtBot) -> None:
    errors: list[BaseException] = []
    background = Background[int](lambda _answer: None, errors.append)
    background.run(lambda: 1 // 0)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)
    background.close()


def test_nothing_comes_after_the_end(qtbot: QtBot) -> None:
    answers: list[int] = []
    background = Background[int](answers.append, lambda _error: None)
    background.run(lambda: 1)
    background.close()
    background.run(lambda: 2)
    qtbot.wait(20)
    assert not answers
    assert not background.busy


def test_findings_are_those_of_the_newest_map(window: MainWindow, qtbot: QtBot) -> None:
    for number in range(5):
        node_operations.add(window.session, "position", f"Standpunt {number}", (number * 300, 900))
    settle(qtbot, window)
    subjects = {subject for finding in window.checker.findings for subject in finding.subject}
    assert {node.id for node in window.session.graph.nodes.values() if node.title.startswith("Standpunt")} <= subjects


def test_layout_of_another_map_is_not_used_on_this_one(window: MainWindow, qtbot: QtBot) -> None:
    from gvkaart.ui.operations import map as map_operations

    nodes = tuple(window.session.view.nodes)
    first = window.session.map_id
    map_operations.add(window.session, "Tweede")
    map_operations.place(window.session, nodes)
    settle(qtbot, window)
    before = window.session.graph
    window.session.look_at_map(first)
    window.map_view.arrange(everything=True)
    window.session.look_at_map(next(one for one in window.session.graph.maps if one != first))
    settle(qtbot, window)
    assert window.session.graph == before


def test_a_window_does_not_wait_long_for_a_worker() -> None:
    assert sys.getswitchinterval() <= TURN
