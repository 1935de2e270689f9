"""What an option contains at any depth, and who pays for an item without being better off (model, section 4; KB 6.3).

An option that contains options is a package: it does, costs and brings what the things in it do.
"""

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId


def contents(view: CaseView, option: NodeId) -> frozenset[NodeId]:
    """Return an option and all that it contains at any depth, without options that were dropped and what is in them.

    An item that contains nothing gives itself, a dropped option nothing. Options may contain each other.
    """
    return _reached(view, option, inwards=True)


def containers(view: CaseView, item: NodeId) -> frozenset[NodeId]:
    """Return an item and the options that contain it at any depth, without those that were dropped."""
    return _reached(view, item, inwards=False)


def cost_without_benefit(view: CaseView, item: NodeId) -> tuple[NodeId, ...]:
    """Return the actors that bear cost of an item and have benefit from neither it nor an option that contains it.

    Benefit from a part of such an option is benefit from the option: what it costs and what it brings may well be in
    different parts of one package (KB 6.3). Sorted; nobody when the item is an option that was dropped.
    """
    bearing = view.sources(item, "bears_cost")
    if not bearing or not view.counts(item):
        return ()
    brought = {part for whole in containers(view, item) for part in contents(view, whole)}
    better_off = {actor for part in brought for actor in view.sources(part, "gets_benefit")}
    return tuple(sorted({*bearing} - better_off))


def _reached(view: CaseView, start: NodeId, *, inwards: bool) -> frozenset[NodeId]:
    reached: set[NodeId] = set()
    waiting = [start]
    while waiting:
        item = waiting.pop()
        if item not in reached and view.counts(item):
            reached.add(item)
            waiting += view.targets(item, "contains") if inwards else view.sources(item, "contains")
    return frozenset(reached)
