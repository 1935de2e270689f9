"""A full map can be looked at by topic, and an unseen one begins with who wants what."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from gvkaart.analysis.findings import Finding
from gvkaart.app import Program
from gvkaart.assets import EVERY_EXAMPLE
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS
from gvkaart.ui import topics
from gvkaart.ui.canvas.view import View
from gvkaart.ui.filter_bar import FilterBar
from gvkaart.ui.findings_panel import FindingsPanel
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.showing import Facet, Showing
from tests.case import MAP, case, node
from tests.ui.conftest import child, settle, trigger

EXAMPLE = "laatsignalering.yaml"


def entries(window: MainWindow) -> list[str]:
    chooser = child(window, QComboBox, "topics")
    return [chooser.itemData(row) for row in range(chooser.count())]


def current(window: MainWindow) -> str:
    return str(child(window, QComboBox, "topics").currentData())


def kinds_on_canvas(window: MainWindow) -> set[str]:
    window.map_view.catch_up()
    return {window.session.view.nodes[NodeId(key)].kind for key in window.map_view.canvas.content.nodes}


def test_topics_name_kinds_that_exist_and_a_filter_on_them_is_that_topic() -> None:
    assert topics.titles().keys() == {topics.EVERYTHING, *topics.TOPICS}
    for topic, kinds in topics.TOPICS.items():
        assert set(kinds) <= KINDS.keys()
        assert topics.topic_of(topics.showing_of(topic)) == topic
    assert topics.topic_of(topics.showing_of(topics.EVERYTHING)) == topics.EVERYTHING
    assert topics.topic_of(Showing(frozenset({(Facet.KIND, "actor")}))) == topics.OWN
    assert topics.topic_of(Showing(topics.showing_of(topics.WHY).chosen, frozenset({NodeId("a")}))) == topics.OWN


def test_only_what_the_map_has_is_offered(small: Graph) -> None:
    assert topics.offered(CaseView(small, MAP)) == (topics.WHY, "facts", "words")
    assert topics.offered(CaseView(case(node("actor", "a")), MAP)) == ()


@pytest.mark.parametrize(
    ("lines", "has_position", "first"),
    [(151, True, topics.WHY), (150, True, topics.EVERYTHING), (151, False, topics.EVERYTHING)],
)
def test_a_full_map_with_positions_begins_with_who_wants_what(lines: int, has_position: bool, first: str) -> None:
    actors = [node("actor", f"a{number}") for number in range(lines)]
    held = node("position" if has_position else "interest", "p")
    relation = "holds" if has_position else "has_interest"
    many = CaseView(case(held, *actors, *(f"a{number} {relation} p" for number in range(lines))), MAP)
    assert topics.first_of(many) == first


def test_an_example_begins_with_a_topic_and_says_what_is_hidden(program: Program, qtbot: QtBot) -> None:
    assert program.open_example(EXAMPLE)
    (window,) = program.windows
    window.resize(1366, 700)
    settle(qtbot, window)
    assert current(window) == topics.WHY
    assert kinds_on_canvas(window) == {"actor", "position", "interest"}
    shown, everything = len(window.map_view.canvas.content.nodes), len(window.session.view.nodes)
    assert f"{shown} van {everything} items" in child(window, QLabel, "filter-sign").text()
    child(window, QComboBox, "topics").activated.emit(0)
    assert len(window.map_view.canvas.content.nodes) == everything


def test_a_document_is_opened_whole(program: Program, tmp_path: Path, qtbot: QtBot) -> None:
    program.open_example(EXAMPLE)
    path = tmp_path / "bewaard.gvkaart"
    program.windows[0].session.document.save_as(path)
    program.windows[0].close()
    assert program.open(path)
    assert program.windows[0].shown.topic == topics.EVERYTHING


def test_the_menu_and_the_toolbar_choose_the_same(window: MainWindow) -> None:
    window.resize(1366, 700)
    assert entries(window) == [topics.EVERYTHING, topics.WHY, "facts", "words"]
    trigger(window, "topic-words")
    assert current(window) == "words"
    assert kinds_on_canvas(window) == {"concept"}
    window.shown.choose(Facet.KIND, "fact", wanted=True)
    assert current(window) == topics.OWN
    child(window, QComboBox, "topics").activated.emit(entries(window).index(topics.OWN))
    assert kinds_on_canvas(window) == {"concept", "fact"}, "the user's own filter stays"
    trigger(window, "show-everything")
    assert entries(window) == [topics.EVERYTHING, topics.WHY, "facts", "words"]


def test_what_is_made_within_a_topic_is_seen_and_the_topic_stays(window: MainWindow) -> None:
    trigger(window, "topic-words")
    node_operations.add(window.session, "fact", "Iets nieuws", (0, 0))
    assert kinds_on_canvas(window) == {"concept", "fact"}
    assert window.shown.topic == "words"


def test_with_few_items_left_every_line_is_drawn(window: MainWindow) -> None:
    def drawn_and_asked() -> tuple[bool, bool]:
        return window.map_view.draws_all_lines, window.map_view.shows_all_lines

    assert drawn_and_asked() == (False, False)
    trigger(window, "topic-words")
    assert drawn_and_asked() == (True, False), "nobody asked for that on the whole map"


def test_what_a_chosen_finding_rests_on_is_shown_as_long_as_it_is_chosen(program: Program, qtbot: QtBot) -> None:
    program.open_example(EXAMPLE)
    (window,) = program.windows
    settle(qtbot, window)
    before = window.shown.visible
    of_check = {finding.check: finding for finding in window.checker.findings}
    for check in ("concept.homonym", "interest.unrepresented"):
        finding = of_check[check]
        window.map_view.show_evidence(finding)
        ends = {NodeId(end) for reference in finding.evidence for end in reference.split(" ")[::2]}
        assert window.shown.visible == before | (ends & window.session.view.nodes.keys())
    assert not set(of_check["concept.homonym"].subject) & window.shown.visible, "that was the one before"
    assert window.shown.topic == topics.WHY
    window.map_view.show_evidence(None)
    assert window.shown.visible == before


def test_what_one_made_stays_when_a_finding_about_it_was_chosen(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "topic-words")
    made = node_operations.add(window.session, "position", "Dit willen wij", (0, 0))
    settle(qtbot, window)
    finding = next(finding for finding in window.checker.findings if made in finding.subject)
    window.map_view.show_evidence(finding)
    window.map_view.show_evidence(None)
    assert made in window.shown.visible


def choose_finding(window: MainWindow, check: str) -> Finding:
    finding = next(finding for finding in window.checker.findings if finding.check == check)
    window.panels.show("findings")
    panel = window.findChild(FindingsPanel)
    assert panel is not None
    child(panel, QListView, "findings").setCurrentIndex(panel.model.index(panel.model.findings.index(finding)))
    return finding


def test_what_a_finding_showed_on_one_map_is_hidden_again_after_a_look_at_another(
    program: Program, qtbot: QtBot
) -> None:
    program.open_example(EVERY_EXAMPLE)
    (window,) = program.windows
    settle(qtbot, window)
    here, other = list(window.session.graph.maps)[:2]
    window.session.look_at_map(other)
    settle(qtbot, window)
    window.session.look_at_map(here)
    settle(qtbot, window)
    window.shown.show_topic("data")
    before = window.shown.visible
    choose_finding(window, "concept.homonym")
    assert window.shown.visible > before
    window.session.look_at_map(other)
    settle(qtbot, window)
    window.session.look_at_map(here)
    settle(qtbot, window)
    assert window.shown.visible == before


def test_who_turns_to_another_topic_sees_that_and_not_the_finding(example: MainWindow) -> None:
    def lit() -> frozenset[str]:
        return example.map_view.canvas._overlay.highlighted

    finding = choose_finding(example, "concept.homonym")
    assert lit()
    for topic, kinds in (("facts", {"fact", "argument", "assumption"}), ("data", set(topics.TOPICS["data"]))):
        trigger(example, f"topic-{topic}")
        assert not lit()
        assert kinds_on_canvas(example) <= kinds
    panel = example.findChild(FindingsPanel)
    assert panel is not None
    panel_list = child(panel, QListView, "findings")
    panel_list.clicked.emit(panel_list.currentIndex())
    assert lit()
    assert set(finding.subject) <= example.shown.visible


def test_what_goes_out_of_sight_with_a_finding_is_not_selected_any_more(example: MainWindow) -> None:
    trigger(example, "topic-why")
    finding = choose_finding(example, "concept.homonym")
    seen = next(iter(example.shown.visible - set(finding.subject)))
    example.session.select((*finding.subject, seen))
    example.map_view.show_evidence(None)
    assert example.session.selection == (seen,)
    example.session.select(finding.subject)
    example.map_view.show_evidence(None)
    assert example.session.selection == finding.subject, "who selects what is hidden, in a list, keeps that"


def test_the_whole_map_after_a_first_topic_is_looked_at_from_its_beginning(program: Program, qtbot: QtBot) -> None:
    program.open_example(EXAMPLE)
    (window,) = program.windows
    settle(qtbot, window)
    trigger(window, "topic-everything")
    shown = window.map_view.canvas.view
    window.map_view.canvas.zoom_to_begin()
    assert shown == window.map_view.canvas.view


def test_each_map_goes_back_to_what_one_looked_at_there(program: Program, qtbot: QtBot) -> None:
    program.open_example(EVERY_EXAMPLE)
    (window,) = program.windows
    settle(qtbot, window)
    canvas, (here, other) = window.map_view.canvas, list(window.session.graph.maps)[:2]
    window.session.look_at_map(here)
    window.shown.show_all()
    canvas.set_view(View(0.8).centred(300, 200, canvas.width(), canvas.height()))
    looked_at = canvas.view
    trigger(window, "topic-data")
    window.session.look_at_map(other)
    settle(qtbot, window)
    window.shown.show_all()
    there = canvas.view
    window.shown.show_all()
    assert canvas.view == there, "nothing was hidden there"
    window.session.look_at_map(here)
    settle(qtbot, window)
    trigger(window, "topic-everything")
    assert canvas.view.zoom == looked_at.zoom
    assert abs(canvas.view.left - looked_at.left) + abs(canvas.view.top - looked_at.top) < 1


def test_a_topic_of_which_the_map_has_nothing_is_named_while_it_is_on(window: MainWindow) -> None:
    window.resize(1366, 700)
    trigger(window, "topic-data")
    assert current(window) == "data"
    trigger(window, "topic-everything")
    assert "data" not in entries(window)


def test_a_narrow_window_keeps_its_toolbar_for_the_search_box(window: MainWindow) -> None:
    window.resize(1366, 700)
    assert child(window, QComboBox, "topics").isVisible()
    window.resize(1100, 700)
    assert not child(window, QComboBox, "topics").isVisible()
    assert window.search_box.isVisible()


def test_a_topic_leaves_the_room_to_the_map(window: MainWindow) -> None:
    trigger(window, "topic-words")
    bar = child(window, FilterBar, "filter-bar")
    assert child(bar, QLabel, "filter-sign").isVisible()
    assert child(bar, QPushButton, "show-everything").isVisible()
    assert not child(bar, QPushButton, "filter-kind").isVisible()
    trigger(window, "filter")
    assert child(bar, QPushButton, "filter-kind").isVisible()
    trigger(window, "filter")
    window.shown.choose(Facet.KIND, "fact", wanted=True)
    assert child(bar, QPushButton, "filter-kind").isVisible(), "this is no topic any more: one sees what was chosen"
