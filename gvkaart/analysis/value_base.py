"""The public values held against a map: what is done to each, who speaks for it, what was not looked at (KB 1, 7.2, 8).

Also the groups of people that the plans on the map touch, and who speaks or could speak for them. Only reads.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from gvkaart.analysis.catalogue import Catalogue, PublicValue
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Edge, Node, NodeId

_DOING_GOOD: Final = ("serves", "pursues")
_SPEAKING: Final = ("has_interest", "represents")
_TOUCHING: Final = ("hits", "serves", "harms", "takes_choice_from")
NOT_CONSIDERED: Final = "interest.not-considered"
"""The check that asks of each value that is not on the map whether it counts; one is set aside by its findings."""


class Voice(StrEnum):
    """Whether anybody at the table speaks for something that is touched; what asks most attention first."""

    NOBODY = "nobody"
    SPOKEN_FOR = "spoken_for"
    UNTOUCHED = "untouched"
    """It stands on the map, but nothing there does anything to it."""
    ABSENT = "absent"
    """It does not stand on the map."""


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One public value, or one public interest that is no value of the catalogue.

    Attributes:
        value: the id in the catalogue, empty for an interest of the user's own.
        interests: the public interests on the map that stand for it.
        serving: what serves or pursues it, as edges; a position only says so and does not count.
        harming: what harms it.
        speaking: actors at the table that have or represent it.
        others: actors elsewhere that do.
        set_aside: why it was not weighed, when somebody wrote that down.
        tensions: values that often pull the other way and stand on the map too.
    """

    value: str
    interests: tuple[NodeId, ...]
    serving: tuple[Edge, ...] = ()
    harming: tuple[Edge, ...] = ()
    speaking: tuple[NodeId, ...] = ()
    others: tuple[NodeId, ...] = ()
    set_aside: str = ""
    tensions: tuple[str, ...] = ()

    @property
    def voice(self) -> Voice:
        """Whether anybody at the table speaks for it."""
        if not self.interests:
            return Voice.ABSENT
        if self.speaking:
            return Voice.SPOKEN_FOR
        return Voice.NOBODY if self.serving or self.harming else Voice.UNTOUCHED


@dataclass(frozen=True, slots=True)
class ValueTable:
    """All values of the catalogue by category, in its order, and the user's own public interests."""

    categories: Mapping[str, tuple[ValueRow, ...]]
    own: tuple[ValueRow, ...]

    def rows(self) -> tuple[ValueRow, ...]:
        """Return every row."""
        return (*chain.from_iterable(self.categories.values()), *self.own)


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group of people.

    Attributes:
        touching: what does something to it, as edges.
        speaking: actors at the table that represent it; the group itself when it sits there.
        could_speak: other actors on the map that represent it or an interest it has, wherever they are.
    """

    group: NodeId
    touching: tuple[Edge, ...]
    speaking: tuple[NodeId, ...]
    could_speak: tuple[NodeId, ...]

    @property
    def is_silent(self) -> bool:
        """Whether something is done to it while nobody at the table speaks for it."""
        return bool(self.touching) and not self.speaking


def value_table(view: CaseView, catalogue: Catalogue) -> ValueTable:
    """Hold the catalogue against a map as of its round; costs time in proportion to values and edges."""
    standing: dict[str, list[Node]] = {}
    for interest in view.of_kind("interest"):
        value = text_of(interest.fields, "value")
        if value in catalogue:
            standing.setdefault(value, []).append(interest)
        elif text_of(interest.fields, "level") == "public":
            standing.setdefault("", []).append(interest)
    aside = reasons_aside(view)
    rows = {value.id: _row(view, value, standing, aside) for value in catalogue}
    own = (_of_interests(view, "", (one,)) for one in standing.get("", ()))
    return ValueTable(
        {name: tuple(rows[value.id] for value in values) for name, values in catalogue.by_category.items()},
        tuple(sorted(own, key=lambda row: (view.nodes[row.interests[0]].title.casefold(), row.interests))),
    )


def _row(view: CaseView, value: PublicValue, standing: Mapping[str, list[Node]], aside: Mapping[str, str]) -> ValueRow:
    tensions = tuple(one for one in value.tensions if one in standing)
    return _of_interests(view, value.id, standing.get(value.id, ()), aside.get(value.id, ""), tensions)


def _of_interests(
    view: CaseView, value: str, interests: Iterable[Node], set_aside: str = "", tensions: tuple[str, ...] = ()
) -> ValueRow:
    nodes = tuple(one.id for one in interests)
    having = tuple(dict.fromkeys(actor for one in nodes for actor in view.sources(one, *_SPEAKING)))
    return ValueRow(
        value,
        nodes,
        tuple(edge for one in nodes for edge in view.into(one, *_DOING_GOOD) if _acts(view, edge)),
        tuple(edge for one in nodes for edge in view.into(one, "harms") if _acts(view, edge)),
        tuple(actor for actor in having if actor in view.at_table),
        tuple(actor for actor in having if actor not in view.at_table),
        set_aside,
        tensions,
    )


def _acts(view: CaseView, edge: Edge) -> bool:
    return view.nodes[edge.source].kind != "position" and view.counts(edge.source)


def reasons_aside(view: CaseView) -> Mapping[str, str]:
    """Return why values do not count on a map, by their ids."""
    entries = (one for one in view.graph.set_aside.values() if one.map == view.map_id and one.check == NOT_CONSIDERED)
    return {value: one.reason for one in entries for value in one.values}


def group_table(view: CaseView) -> tuple[GroupRow, ...]:
    """Return the groups of people on a map: silent ones first, then by title."""
    rows = [_group(view, group.id) for group in view.groups]
    return tuple(sorted(rows, key=lambda row: (not row.is_silent, view.nodes[row.group].title.casefold(), row.group)))


def _group(view: CaseView, group: NodeId) -> GroupRow:
    interests = view.targets(group, "has_interest")
    touching = [edge for edge in view.into(group, *_TOUCHING) if view.counts(edge.source)]
    for_group = view.sources(group, "represents")
    for_interests = (actor for one in interests for actor in view.sources(one, "represents"))
    speaking = [actor for actor in for_group if actor in view.at_table]
    others = (actor for actor in (*for_group, *for_interests) if actor not in speaking and actor != group)
    itself = (group,) if group in view.at_table else ()
    return GroupRow(group, tuple(touching), (*itself, *speaking), tuple(dict.fromkeys(others)))
