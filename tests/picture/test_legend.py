from gvkaart.picture.legend import entries, with_legend
from gvkaart.picture.nodes import Mark, Severity
from gvkaart.picture.primitives import Role, Text
from gvkaart.picture.scene import Scene, SceneEdge, SceneNode, build_picture
from gvkaart.picture.theme import LIGHT
from gvkaart.words import load_words
from tests.picture.scenes import random_scene

NL = load_words("nl")
ACTOR = SceneNode("a", "actor", "actor", "CAK", 0.0, 0.0)
VALUE = SceneNode("b", "interest", "public_interest", "Privacy", 300.0, 0.0, "publiek", frozenset({Mark.PRIVATE}))


def said(scene: Scene) -> list[str]:
    return [entry.words for entry in entries(build_picture(scene, LIGHT, NL), NL)]


def test_only_what_is_in_the_picture_is_explained() -> None:
    assert said(Scene((ACTOR,))) == ["Actor"]
    everything = Scene((ACTOR, VALUE), (SceneEdge("e", "a", "has_interest", "b"),))
    assert said(everything) == ["Actor", "Publiek belang", "Alleen voor uzelf", "Van een partij"]


def test_findings_and_faint_items_are_explained() -> None:
    found = SceneNode("c", "fact", "fact", "Feit", 0.0, 0.0, findings=1, severity=Severity.SERIOUS, dimmed=True)
    assert said(Scene((found,))) == ["Feit", "Eerst bespreken", "Hoort niet bij deze ronde"]


def test_the_legend_stands_below_the_picture_and_inside_its_bounds() -> None:
    picture = build_picture(random_scene(60), LIGHT, NL)
    whole = with_legend(picture, NL)
    legend = whole.items[-1]
    assert legend.role is Role.LEGEND
    assert legend.bounds.y > picture.bounds.bottom
    assert whole.bounds.contains(legend.bounds.x, legend.bounds.y)
    assert whole.bounds.contains(legend.bounds.right, legend.bounds.bottom)
    assert whole.items[:-1] == picture.items


def test_words_of_the_legend_do_not_run_into_each_other() -> None:
    legend = with_legend(build_picture(random_scene(60), LIGHT, NL), NL).items[-1]
    texts = [part for part in legend.drawing.detail if isinstance(part, Text) and len(part.string) > 2]
    for one in texts:
        for other in texts:
            if one is not other and one.y == other.y:
                assert one.x + one.width < other.x or other.x + other.width < one.x


def test_a_picture_of_nothing_needs_no_legend() -> None:
    empty = build_picture(Scene(), LIGHT, NL)
    assert with_legend(empty, NL) is empty
