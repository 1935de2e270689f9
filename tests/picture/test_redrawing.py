"""A picture after a change is the picture one would draw afresh; what the change left alone is the same object."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain import edits
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.picture.case import Stage, scene_of
from gvkaart.picture.scene import Draughtsman, Scene, build_picture
from gvkaart.picture.theme import LIGHT
from gvkaart.words import load_words
from tests.case import MAP
from tests.picture.scenes import random_scene
from tests.random_edits import START, histories

NL = load_words("nl")


def centres_of(graph: Graph) -> dict[NodeId, tuple[int, int]]:
    return {node: (100 * number, len(node)) for number, node in enumerate(graph.on_map(MAP))}


@given(histories(), st.data())
@settings(max_examples=40)
def test_one_scene_after_another_is_as_made_afresh(history: list[tuple[Graph, ChangeSet]], data: st.DataObject) -> None:
    stage, draughtsman = Stage(NL), Draughtsman(LIGHT, NL)
    for graph, _ in history:
        view, centres = CaseView(graph, MAP), centres_of(graph)
        for _ in range(2):
            focus = data.draw(st.none() | st.frozensets(st.sampled_from(sorted(graph.nodes) or [NodeId("a")])))
            scene = stage.scene(view, centres, focus=focus)
            assert scene == scene_of(view, NL, centres, focus=focus)
            assert draughtsman.draw(scene) == build_picture(scene, LIGHT, NL)


def moved(scene: Scene) -> Scene:
    return scene._replace(nodes=(scene.nodes[0]._replace(x=-500.0), *scene.nodes[1:]))


def without_a_node(scene: Scene) -> Scene:
    return scene._replace(nodes=scene.nodes[1:])


def with_other_edges(scene: Scene) -> Scene:
    return scene._replace(edges=(*scene.edges[::2], scene.edges[1]._replace(label="anders")))


@pytest.mark.parametrize("change", [moved, without_a_node, with_other_edges])
def test_a_changed_scene_is_drawn_as_afresh(change: Callable[[Scene], Scene]) -> None:
    before = random_scene(40)
    after = change(before)
    draughtsman = Draughtsman(LIGHT, NL)
    draughtsman.draw(before)
    assert draughtsman.draw(after) == build_picture(after, LIGHT, NL)
    assert draughtsman.draw(before) == build_picture(before, LIGHT, NL)


def test_what_did_not_change_is_the_same_item() -> None:
    scene = random_scene(40)
    draughtsman = Draughtsman(LIGHT, NL)
    before = draughtsman.draw(scene).items
    after = draughtsman.draw(moved(scene)).items
    first = scene.nodes[0].id
    touched = {edge.key for edge in scene.edges if first in {edge.source, edge.target}} | {
        first,
        *(group.key for group in scene.groups),
    }
    other = {new.key for old, new in zip(before, after, strict=True) if old is not new}
    # A line that runs near what moved may have to make way for it.
    stood = [item.reach.grown(200.0) for item in (*before, *after) if item.key == first]
    near = {item.key for item in after if item.link is not None and any(map(item.reach.touches, stood))}
    assert touched <= other <= touched | near
    assert len(other) < len(after) / 4


def test_a_rename_leaves_the_other_nodes_alone() -> None:
    stage, view, a = Stage(NL), CaseView(START, MAP), NodeId("a")
    before = stage.scene(view, centres_of(START))
    changes = edits.rename(START, a, "Anders", now=1)
    after = stage.scene(view.after(START.with_changes(changes), changes), centres_of(START))
    assert [new.id for old, new in zip(before.nodes, after.nodes, strict=True) if old is not new] == [a]
    assert all(old is new for old, new in zip(before.edges, after.edges, strict=True))
