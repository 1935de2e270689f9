"""Where there are attacks only, the labels are those that pygarg gives: grounded semantics (Dung 1995)."""

from random import Random

from gvkaart.analysis.argumentation import Argumentation, Label
from gvkaart.domain.entities import NodeId
from tests.case import node, view
from tests.pygarg_peer import grounded_extension


def test_labels_are_those_of_pygarg_on_a_thousand_random_graphs() -> None:
    random, extension_of, seen = Random(1995), grounded_extension(), set()
    for _number in range(1_000):
        names = [f"a{number}" for number in range(random.randint(2, 14))]
        drawn = [random.sample(names, 2) for _attack in range(random.randrange(3 * len(names)))]
        attacks = [list(attack) for attack in dict.fromkeys(map(tuple, drawn))]
        parts = [node("argument", name) for name in names]
        labels = Argumentation(view(*parts, *(f"{one} undermines {other}" for one, other in attacks))).labels
        accepted = set(extension_of(names, attacks))
        rejected = {other for one, other in attacks if one in accepted}
        assert {name for name in names if labels[NodeId(name)] is Label.STANDS} == accepted
        assert {name for name in names if labels[NodeId(name)] is Label.FALLS} == rejected
        seen |= set(labels.values())
    assert seen == set(Label)
