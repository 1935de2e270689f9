"""What falls or is undecided, on a map: marked, explained, and told without what is private."""

from gvkaart.analysis.argument_base import Verdict, explanations_of, verdicts
from gvkaart.analysis.argumentation import Label
from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import without_private
from gvkaart.domain.entities import NodeId
from gvkaart.picture.case import Stage, scene_of
from gvkaart.picture.composing import compose
from gvkaart.picture.nodes import Mark
from gvkaart.picture.primitives import Item, Picture, Role
from gvkaart.picture.theme import LIGHT
from gvkaart.words import load_words
from tests.case import node, view

WORDS = load_words("nl")
P = NodeId("p")
PARTS = (node("position", "p", "Doen"), node("argument", "r", "Stiekem", visibility="private"), "r undermines p")


def composed(seen: CaseView) -> Picture:
    centres = {one: (300 * at, 0) for at, one in enumerate(seen.nodes)}
    return compose(seen, WORDS, LIGHT, centres=centres)


def position(picture: Picture) -> Item:
    (found,) = [item for item in picture.items if item.role is Role.NODE and item.key == "p"]
    return found


def legend(picture: Picture) -> str:
    (found,) = [item for item in picture.items if item.role is Role.LEGEND]
    return repr(found)


def test_a_mark_is_told_with_its_reason_and_explained_in_the_legend() -> None:
    picture = composed(view(*PARTS))
    assert position(picture).description == "Positie. Valt, omdat 'Stiekem' dit ondergraaft en zelf staat."
    assert WORDS.text("picture.mark.falls") in legend(picture)


def test_a_private_reason_leaves_no_trace_in_what_leaves_the_program() -> None:
    seen = view(*PARTS)
    picture = composed(CaseView(without_private(seen.graph, seen.map_id), seen.map_id))
    assert position(picture).description == "Positie"
    assert "Stiekem" not in repr(picture)
    assert WORDS.text("picture.mark.falls") not in legend(picture)


def test_only_what_is_judged_otherwise_is_made_anew() -> None:
    seen, stage = view(*PARTS), Stage(WORDS)
    centres = dict.fromkeys(seen.nodes, (0, 0))
    before = stage.scene(seen, centres)
    after = stage.scene(seen, centres, verdicts={P: Verdict(Label.UNDECIDED, "Onbeslist, omdat.")})
    changed = [new.id for old, new in zip(before.nodes, after.nodes, strict=True) if old is not new]
    assert changed == ["p"]
    judged = verdicts(explanations_of(seen), seen.nodes, WORDS)
    marked = scene_of(seen, WORDS, centres, verdicts=judged)
    assert [one.id for one in marked.nodes if one.marks & {Mark.FALLS, Mark.UNDECIDED}] == ["p"]
