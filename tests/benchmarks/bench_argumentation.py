"""How long it takes to weigh all reasons: against a tenth of the same, and against pygarg on the very same graphs.

Both are given what they read in the form they read it: ours a view that knows its edges, pygarg its lists. Ten times as
many attacks take ten times as many steps (a test counts them); what they take longer than ten times is slower memory.
Time is that of the processor, since long runs would suffer more than short ones from whatever else is going on.
"""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from random import Random
from time import process_time
from typing import Final

from gvkaart.analysis.argumentation import Argumentation
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Edge, Map, MapId, Node, NodeId, Placement
from gvkaart.domain.graph import Graph
from tests.benchmarks.rows import Effort, Row, Rows, in_turn, median
from tests.pygarg_peer import grounded_extension

_SIZES: Final = (100, 1_000, 10_000, 100_000)
"""In attacks."""
_ATTACKS_OF_EACH: Final = 2
_PEER_SIZES: Final = (30, 100)
"""Pygarg tries every argument as an attacker of every other in the list of attacks: a few hundred take it a minute."""
_MAP: Final = MapId("map")


def rows(effort: Effort) -> Rows:
    """Label graphs of attacks, up to ten for each node of the largest map that is asked for."""
    sizes = [size for size in _SIZES if size <= 10 * max(effort.sizes)]
    views = {size: _view_of(*_attacks(size)) for size in sizes}
    for smaller, size in pairwise(sizes):
        floors, ours = in_turn(effort.runs, partial(_weighed, views[smaller]), partial(_weighed, views[size]))
        what = f"reasons weighed, {size} attacks"
        yield Row(what, median(ours), floor=median(floors), floor_is=f"{smaller} attacks", most_ratio=25.0)
    extension_of = grounded_extension()
    for size in _PEER_SIZES:
        graph = _attacks(size)
        peer = partial(_processed, partial(extension_of, *graph))
        ours, floors = in_turn(effort.runs, partial(_weighed, _view_of(*graph)), peer)
        what = f"reasons weighed, {size} attacks, beside a peer"
        yield Row(what, median(ours), floor=median(floors), floor_is="pygarg", most_ratio=1.0)


def _attacks(size: int) -> tuple[list[str], list[list[str]]]:
    """Draw attacks at random; some arguments are attacked by nothing, so that there is something to decide."""
    random = Random(size)
    names = [f"a{number}" for number in range(size // _ATTACKS_OF_EACH)]
    attacks: dict[tuple[str, str], None] = {}
    while len(attacks) < size:
        one, other = random.sample(names, 2)
        attacks[one, other] = None
    return names, [list(attack) for attack in attacks]


def _view_of(names: list[str], attacks: list[list[str]]) -> CaseView:
    entities: list[Map | Node | Placement | Edge] = [Map(_MAP, "Aanvallen")]
    for name in map(NodeId, names):
        entities += [Node(name, "argument", name), Placement(_MAP, name)]
    entities += [Edge(NodeId(one), "undermines", NodeId(other)) for one, other in attacks]
    view = CaseView(Graph.of(entities), _MAP)
    Argumentation(view)
    return view


def _weighed(view: CaseView) -> float:
    return _processed(partial(Argumentation, view))


def _processed(do: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that something takes."""
    start = process_time()
    do()
    return (process_time() - start) * 1e3
