"""Other arrangements of the map in a real window: chosen, kept, changed by hand, undone, and always back again."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from gvkaart.domain.entities import NodeId
from gvkaart.picture.primitives import Role
from gvkaart.ui import motion
from gvkaart.ui.canvas.view import View
from gvkaart.ui.main_window import MainWindow
from gvkaart.ui.operations import layout as layout_operations
from gvkaart.ui.operations import node as node_operations

CAK = NodeId("cak")


@pytest.fixture(autouse=True)
def still(window: MainWindow) -> Iterator[None]:
    """Nothing moves; said after the program has said what its settings hold."""
    assert window is not None
    motion.set_reduced(True)
    yield
    motion.set_reduced(False)


def settled(window: MainWindow, qtbot: QtBot) -> dict[NodeId, tuple[int, int]]:
    """Wait until every node has its place and is drawn there."""
    map_view = window.map_view

    def drawn() -> bool:
        map_view.catch_up()
        shown = {key: (item.x, item.y) for key, item in map_view.canvas.content.nodes.items()}
        return shown == dict(map_view.centres) and shown.keys() == window.session.view.nodes.keys()

    qtbot.waitUntil(drawn, timeout=20_000)
    return dict(map_view.centres)


def choose(window: MainWindow, name: str, qtbot: QtBot) -> dict[NodeId, tuple[int, int]]:
    window.commands[name].trigger()
    return settled(window, qtbot)


def test_every_layout_can_be_chosen_and_the_own_one_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    own = settled(window, qtbot)
    placements = window.session.graph.placements
    seen = [own]
    for name in ("layout-lanes", "layout-iceberg", "layout-radial", "layout-layered"):
        centres = choose(window, name, qtbot)
        assert window.commands[name].isChecked()
        assert centres not in seen[1:]
        seen.append(centres)
    assert choose(window, "layout-own", qtbot) == own
    assert window.session.graph.placements == placements
    assert not window.session.graph.layouts
    assert choose(window, "layout-iceberg", qtbot) == seen[2]


def test_each_choice_is_one_step_to_undo(window: MainWindow, qtbot: QtBot) -> None:
    own = settled(window, qtbot)
    iceberg = choose(window, "layout-iceberg", qtbot)
    choose(window, "layout-lanes", qtbot)
    window.session.undo()
    assert settled(window, qtbot) == iceberg
    window.session.undo()
    assert settled(window, qtbot) == own


def test_what_lies_under_the_nodes_is_in_the_picture(window: MainWindow, qtbot: QtBot) -> None:
    def ground() -> list[str]:
        settled(window, qtbot)
        return [item.title for item in window.map_view.canvas.content.ground if item.role is Role.GROUP]

    assert ground() == []
    window.commands["layout-iceberg"].trigger()
    assert "Posities" in ground()
    window.commands["layout-lanes"].trigger()
    titles = {window.session.graph.nodes[actor].title for actor in window.session.view.at_table}
    assert titles <= set(ground())


def test_a_node_moved_in_a_layout_stays_there_and_nowhere_else(window: MainWindow, qtbot: QtBot) -> None:
    own = settled(window, qtbot)
    lanes = choose(window, "layout-lanes", qtbot)
    node = next(iter(lanes))
    x, y = lanes[node]
    window.map_view.canvas.moved.emit(frozenset({node}), 40, -30)
    assert settled(window, qtbot) == {**lanes, node: (x + 40, y - 30)}
    assert choose(window, "layout-own", qtbot) == own
    assert choose(window, "layout-lanes", qtbot)[node] == (x + 40, y - 30)
    window.commands["arrange-all"].trigger()
    assert settled(window, qtbot) == lanes


def test_a_group_pulled_in_a_layout_stays_so_there_and_nowhere_else(window: MainWindow, qtbot: QtBot) -> None:
    own = settled(window, qtbot)
    lanes = choose(window, "layout-lanes", qtbot)
    first, second = list(lanes)[:2]
    put = {first: lanes[first], second: (lanes[second][0] + 40, lanes[second][1] - 30)}
    window.map_view.canvas.scaled.emit(put)
    assert settled(window, qtbot) == {**lanes, **put}
    assert choose(window, "layout-own", qtbot) == own
    assert choose(window, "layout-lanes", qtbot)[second] == put[second]


def test_a_layout_follows_what_is_added(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "layout-iceberg", qtbot)
    before = set(window.session.graph.nodes)
    node_operations.add(window.session, "interest", "Nieuw belang", (0, 0), by_hand=False)
    (new,) = window.session.graph.nodes.keys() - before
    centres = settled(window, qtbot)
    actors = [centres[one.id][1] for one in window.session.view.of_kind("actor")]
    assert centres[new][1] > max(actors)


def test_what_came_in_is_gone_to_when_the_layout_has_given_it_a_place(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "layout-iceberg", qtbot)
    map_view, before = window.map_view, set(window.session.graph.nodes)
    for title in ("Rust", "Ruimte"):
        node_operations.add(window.session, "interest", title, (0, 0), by_hand=False)
    new = tuple(window.session.graph.nodes.keys() - before)
    window.session.select(new)
    map_view.catch_up()
    map_view.canvas.set_view(View(1.0, -9_000, -9_000))
    map_view.bring_into_view(new)
    settled(window, qtbot)
    assert all(map_view.canvas.shown.contains(*map_view.centres[node]) for node in new)


def test_a_layout_is_kept_renamed_and_removed(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = settled(window, qtbot)
    answers = iter(["Voor het gesprek", "Voor de minister", ""])
    monkeypatch.setattr(QInputDialog, "exec", lambda _self: True)
    monkeypatch.setattr(QInputDialog, "textValue", lambda _self: next(answers))
    iceberg = choose(window, "layout-iceberg", qtbot)
    assert not window.commands["rename-layout"].isEnabled()
    assert choose(window, "keep-layout", qtbot) == iceberg
    assert choose(window, "rename-layout", qtbot) == iceberg
    (kept,) = window.session.graph.layouts_of(window.session.map_id)
    assert (kept.title, kept.shown) == ("Voor de minister", True)
    choose(window, "keep-layout", qtbot)
    choose(window, "layout-own", qtbot)
    layout_operations.show(window.session, kept.id)
    assert settled(window, qtbot) == iceberg
    assert choose(window, "remove-layout", qtbot) == own


def test_rings_are_drawn_around_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    settled(window, qtbot)
    chosen = window.session.view.of_kind("position")[0].id
    window.session.select([chosen])
    centres = choose(window, "layout-radial", qtbot)
    layout = window.session.view.layout
    assert layout is not None
    assert layout.fields["around"] == (chosen,)
    assert centres[chosen] == (0, 0)


def test_nodes_glide_unless_nothing_may_move(window: MainWindow, qtbot: QtBot) -> None:
    canvas = window.map_view.canvas
    settled(window, qtbot)
    choose(window, "layout-lanes", qtbot)
    assert canvas.gliding.runs is False
    motion.set_reduced(False)
    window.show()
    choose(window, "layout-own", qtbot)
    moving: bool = canvas.gliding.runs
    assert moving
    canvas.grab()
    qtbot.waitUntil(lambda: not canvas.gliding.runs, timeout=5_000)
