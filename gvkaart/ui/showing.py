"""What of a map is shown: filters, and what lies within a few steps of some nodes. Plain data and pure functions.

Choices within one facet widen what is shown, facets narrow it together: "interests or positions, of this actor".
Outline and tables do not follow it: they have filters of their own, and are where one finds what the map hides.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, assert_never

from gvkaart.domain.derived import CaseView, Mark
from gvkaart.domain.entities import NodeId
from gvkaart.domain.metamodel import RELATIONS, VISIBILITIES, is_attributed
from gvkaart.picture.edges import QUIET

if TYPE_CHECKING:
    from gvkaart.analysis.findings import Finding

_SAID: Final = tuple(relation for relation in RELATIONS if is_attributed(relation, "actor"))
_MAIN: Final = tuple(relation for relation in RELATIONS if relation not in QUIET)


class Facet(StrEnum):
    """A side from which the nodes of a map can be told apart."""

    KIND = "kind"
    ACTOR = "actor"
    """What an actor says, does or wants, with the interests under its positions."""
    TAG = "tag"
    VISIBILITY = "visibility"
    FINDING = "finding"
    """What a check noticed something about; what was set aside does not count."""
    HEARSAY = "hearsay"
    """What is only known from somebody else; its one value is the mark."""


Members = Mapping[str, frozenset[NodeId]]
"""The nodes that have each value of a facet."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What is asked to be shown; everything when nothing is chosen.

    Attributes:
        chosen: the values that are let through; a facet without any lets everything through.
        focus: the nodes around which is looked; no bound when empty.
        steps: how many relations away from these a node may be.
        also: nodes that are shown in any case, because somebody asked for them or just made them.
    """

    chosen: frozenset[tuple[Facet, str]] = frozenset()
    focus: frozenset[NodeId] = frozenset()
    steps: int = 1
    also: frozenset[NodeId] = frozenset()

    @property
    def is_everything(self) -> bool:
        """Whether nothing is asked to be left out."""
        return not self.chosen and not self.focus

    def values(self, facet: Facet) -> frozenset[str]:
        """Return what is chosen of a facet."""
        return frozenset(value for one, value in self.chosen if one is facet)

    def choosing(self, facet: Facet, value: str, wanted: bool) -> "Showing":
        """Choose a value, or choose it no longer."""
        change = frozenset({(facet, value)})
        return replace(self, chosen=self.chosen | change if wanted else self.chosen - change)


def members(view: CaseView, findings: "Iterable[Finding]", facet: Facet) -> Members:
    """Return the nodes of a map by the values that a facet has there, in the order in which one reads them."""
    nodes = view.nodes
    match facet:
        case Facet.KIND:
            return _grouped((node.kind, node.id) for node in nodes.values())
        case Facet.ACTOR:
            return {actor.id: frozenset(_of_actor(view, actor.id)) for actor in view.of_kind("actor")}
        case Facet.TAG:
            return _grouped((tag, node.id) for node in nodes.values() for tag in node.tags)
        case Facet.VISIBILITY:
            found = _grouped((node.visibility, node.id) for node in nodes.values())
            return {value: found[value] for value in VISIBILITIES if value in found}
        case Facet.FINDING:
            counting = (finding for finding in findings if finding.set_aside is None)
            return _grouped((one.check, node) for one in counting for node in one.subject if node in nodes)
        case Facet.HEARSAY:
            return _grouped(
                (Mark.SECOND_HAND, node) for node, marks in view.marked.items() if Mark.SECOND_HAND in marks
            )
        case _:
            assert_never(facet)


def shown_nodes(view: CaseView, findings: "Iterable[Finding]", showing: Showing) -> frozenset[NodeId]:
    """Return the nodes of a map that are shown; what is folded away there counts as shown."""
    shown = frozenset(view.nodes)
    for facet in Facet:
        if chosen := showing.values(facet):
            having = members(view, findings, facet)
            shown &= frozenset[NodeId]().union(*(having.get(value, ()) for value in chosen))
    if showing.focus:
        shown &= near(view, showing.focus, showing.steps)
    return shown | (showing.also & view.nodes.keys())


def near(view: CaseView, focus: Iterable[NodeId], steps: int) -> frozenset[NodeId]:
    """Return the nodes within so many steps of others, these included.

    The first step goes along every relation. Further ones go along those that are always drawn, since in two steps over
    a report that everything cites one would be everywhere.
    """
    found = frozenset(focus) & view.nodes.keys()
    ahead, relations = found, tuple(RELATIONS)
    for _ in range(steps):
        if not ahead:
            break
        ahead = frozenset(other for node in ahead for other in _beside(view, node, relations)) - found
        found |= ahead
        relations = _MAIN
    return found


def _beside(view: CaseView, node: NodeId, relations: tuple[str, ...]) -> Iterator[NodeId]:
    yield from view.targets(node, *relations)
    yield from view.sources(node, *relations)


def _of_actor(view: CaseView, actor: NodeId) -> Iterator[NodeId]:
    yield actor
    yield from view.targets(actor, *_SAID)
    for position in view.targets(actor, "holds"):
        yield from view.targets(position, "rests_on")


def _grouped(pairs: Iterable[tuple[str, NodeId]]) -> Members:
    groups: dict[str, set[NodeId]] = {}
    for value, node in pairs:
        groups.setdefault(value, set()).add(node)
    return {value: frozenset(nodes) for value, nodes in groups.items()}
