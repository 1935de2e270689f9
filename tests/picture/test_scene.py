import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.picture.edges import EdgeDrawing
from gvkaart.picture.nodes import STYLES, Mark
from gvkaart.picture.primitives import EMPTY, Item, Line, Role, bounding
from gvkaart.picture.scene import MARGIN, Scene, SceneEdge, SceneGroup, SceneNode, build_picture, sizes
from gvkaart.picture.theme import DARK, LIGHT
from gvkaart.words import load_words
from tests.picture.scenes import random_scene

NL = load_words("nl")
ACTOR = SceneNode("cak", "actor", "actor", "CAK", 0.0, 0.0)
FACT = SceneNode("groep", "fact", "fact", "Zestigduizend mensen", 400.0, 200.0, marks=frozenset({Mark.DISPUTED}))
CLAIM = SceneEdge("cak claims groep", "cak", "claims", "groep")


def items(scene: Scene, role: Role) -> list[Item]:
    return [item for item in build_picture(scene, LIGHT, NL).items if item.role is role]


def test_an_empty_scene_is_an_empty_picture() -> None:
    picture = build_picture(Scene(title="Leeg"), LIGHT, NL)
    assert picture.items == ()
    assert picture.title == "Leeg"
    assert picture.bounds == EMPTY.grown(24.0)


def test_groups_lie_behind_edges_and_edges_behind_nodes() -> None:
    group = SceneGroup("g", "Uitvoering", frozenset({"cak", "elsewhere"}))
    picture = build_picture(Scene((ACTOR, FACT), (CLAIM,), (group,)), LIGHT, NL)
    assert [item.role for item in picture.items] == [Role.GROUP, Role.EDGE, Role.NODE, Role.NODE]
    frame, _, member, _ = picture.items
    assert frame.bounds.contains(member.bounds.x, member.bounds.y)
    assert frame.title == "Uitvoering"


def test_a_group_without_members_on_the_map_is_not_drawn() -> None:
    assert items(Scene((ACTOR,), (), (SceneGroup("g", "Leeg", frozenset({"x"})),)), Role.GROUP) == []


def test_an_edge_is_said_in_words_and_tied_to_its_nodes() -> None:
    (edge,) = items(Scene((ACTOR, FACT), (CLAIM,)), Role.EDGE)
    assert edge.title == "CAK stelt Zestigduizend mensen"
    assert edge.link is not None
    assert (edge.link.source, edge.link.target) == ("cak", "groep")


def test_an_own_label_replaces_the_word_of_the_relation() -> None:
    (edge,) = items(Scene((ACTOR, FACT), (CLAIM._replace(relation="related", label="vraagt door op"),)), Role.EDGE)
    assert edge.title == "CAK vraagt door op Zestigduizend mensen"


def test_an_edge_to_a_node_that_is_not_shown_is_not_drawn() -> None:
    assert items(Scene((ACTOR,), (CLAIM,)), Role.EDGE) == []


def test_edges_between_the_same_nodes_run_beside_each_other_in_either_direction() -> None:
    other = SceneNode("uwv", "actor", "actor", "UWV", 0.0, 400.0)
    between = (
        SceneEdge("1", "cak", "represents", "uwv"),
        SceneEdge("2", "uwv", "represents", "cak"),
        SceneEdge("3", "cak", "part_of", "uwv"),
    )
    drawn = [item.drawing for item in items(Scene((ACTOR, other), between), Role.EDGE)]
    xs = [
        part.x1
        for drawing in drawn
        if isinstance(drawing, EdgeDrawing)
        for part in drawing.body[:1]
        if isinstance(part, Line)
    ]
    assert sorted(xs) == pytest.approx([-14.0, 0.0, 14.0])


def test_everything_that_is_drawn_is_said() -> None:
    node = FACT._replace(marks=frozenset(Mark), findings=2, dimmed=True, remark="gedeeld", description="Via het CBS")
    (item,) = items(Scene((node,)), Role.NODE)
    assert item.title == node.title
    assert item.description.startswith("Feit · gedeeld. Betwist. ")
    assert "2 signalen" in item.description
    assert item.description.endswith("Via het CBS")


def test_sizes_are_those_of_what_is_drawn() -> None:
    width, height = sizes(Scene((ACTOR,)), NL)["cak"]
    (item,) = items(Scene((ACTOR,)), Role.NODE)
    assert (item.bounds.width, item.bounds.height) == pytest.approx((width + 2.8, height + 2.8))


def test_a_node_that_moves_keeps_its_drawing() -> None:
    (before,) = items(Scene((FACT,)), Role.NODE)
    (after,) = items(Scene((FACT._replace(x=0.0),)), Role.NODE)
    assert before.drawing == after.drawing
    assert before != after


def test_the_same_scene_gives_the_same_picture() -> None:
    scene = random_scene(40)
    assert build_picture(scene, LIGHT, NL) == build_picture(scene, LIGHT, NL)
    assert build_picture(scene, LIGHT, NL) != build_picture(scene, DARK, NL)


def test_the_picture_has_room_around_every_node() -> None:
    picture = build_picture(random_scene(len(STYLES)), LIGHT, NL)
    for item in picture.items:
        if item.role is not Role.EDGE:
            assert picture.bounds.contains(item.bounds.x - 20, item.bounds.y - 20)
            assert picture.bounds.contains(item.bounds.right + 20, item.bounds.bottom + 20)


def test_the_picture_says_what_is_in_it() -> None:
    picture = build_picture(Scene((ACTOR, FACT), (CLAIM,)), LIGHT, NL)
    assert picture.description == "Kaart met 2 onderdelen en 1 verbanden."
    assert picture.language == "nl"


@given(
    st.lists(st.tuples(st.integers(-400, 400), st.integers(-400, 400), st.text("ab -", max_size=150)), max_size=12),
    st.sampled_from(sorted(STYLES)),
)
def test_a_picture_is_as_large_as_what_is_in_it(spots: list[tuple[int, int, str]], style: str) -> None:
    marks = frozenset({Mark.DISPUTED})
    nodes = tuple(
        SceneNode(str(number), "fact", style, title, float(x), float(y), marks=marks, findings=number % 2)
        for number, (x, y, title) in enumerate(spots)
    )
    picture = build_picture(Scene(nodes), LIGHT, load_words("nl"))
    assert picture.bounds == bounding(item.bounds for item in picture.items).grown(MARGIN)
    for item in picture.items:
        box, reach = item.bounds, item.reach
        assert reach.contains(box.x, box.y)
        assert reach.contains(box.right, box.bottom)
