"""What differs between two moments, in sentences: sections with lines, each with the fields that changed below it.

A title from a document is a text like any other here; whoever shows these must show plain text.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from gvkaart.domain.comparison import POSITION, Comparison, Difference, FieldChange
from gvkaart.domain.entities import Edge, Layout, Map, MapId, Node, NodeId, Placement, Round, SetAside, Spot, Value
from gvkaart.domain.glossary import TERMS, field_key
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import Field, FieldType
from gvkaart.domain.validation import fields_of
from gvkaart.words import Words

_LONG: Final = 90
"""Of a text longer than this, only the part that changed is told, with a few words around it."""
_AROUND: Final = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that differs.

    Attributes:
        text: says what, in one line.
        details: field by field, what was and what is.
        node: the item that it is about; a relation is about the item it starts at.
    """

    text: str
    details: tuple[str, ...] = ()
    node: NodeId | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of one kind, under a heading that counts them."""

    title: str
    lines: tuple[Line, ...]


def told(comparison: Comparison, words: Words) -> tuple[Section, ...]:
    """Tell what differs between two moments; nothing when a person could read no difference."""
    teller = Teller(comparison.before, comparison.after, words)
    return tuple(section for section in teller.sections(comparison) if section.lines)


def as_text(sections: Iterable[Section]) -> str:
    """Return sections as plain text, for a letter or a memo."""
    lines: list[str] = []
    for section in sections:
        lines += ["", section.title]
        for line in section.lines:
            lines += [f"- {line.text}", *(f"    {detail}" for detail in line.details)]
    return "\n".join(lines).strip()


class Teller:
    """Finds the words for differences between two graphs."""

    def __init__(self, before: Graph, after: Graph, words: Words) -> None:
        """Name things as they are called in the later graph, or were called in the earlier one."""
        self._before, self._after, self._words = before, after, words

    # --- everything ---------------------------------------------------------------------------------------------------

    def sections(self, comparison: Comparison) -> Iterator[Section]:
        """Tell all differences: items, relations, maps, and then each map by itself."""
        yield from self._sort("items", comparison.nodes)
        yield from self._sort("relations", comparison.edges)
        yield from self._sort("maps", comparison.maps)
        for map_id in {**self._after.maps, **self._before.maps}:
            yield from self._of_map(comparison, map_id)

    def _sort(self, sort: str, differences: Iterable[Difference]) -> Iterator[Section]:
        readable = [one for one in differences if one.is_readable]
        for what, belongs in _SORTS.items():
            yield self._section(f"{sort}.{what}", [self.line(one) for one in readable if belongs(one)])

    def _section(self, key: str, lines: list[Line], **params: str) -> Section:
        title = self._words.text(f"history.{key}", **params)
        return Section(f"{title} ({len(lines)})", tuple(lines))

    def _of_map(self, comparison: Comparison, map_id: MapId) -> Iterator[Section]:
        title = self.map_title(map_id)
        found = [one for one in comparison.on_map(map_id) if one.is_readable]
        rounds = [one for one in found if isinstance(one.entity, Round)]
        yield self._section("rounds", [self.told_state(one) for one in rounds], map=title)
        # What was added or removed as a whole takes its place along; that goes without saying.
        whole = {one.entity.id for one in comparison.nodes if one.is_whole and isinstance(one.entity, Node)}
        placed = [one for one in found if isinstance(one.entity, Placement) and one.entity.node not in whole]
        for what in ("placed", "taken_off", "moved", "presence"):
            lines = [self.line(one) for one in placed if _of_placement(one) == what]
            yield self._section(what, lines, map=title)
        layouts = [one for one in found if isinstance(one.entity, Layout | Spot)]
        yield self._section("layouts", self._layout_lines(layouts), map=title)
        asides = [one for one in found if isinstance(one.entity, SetAside)]
        yield self._section("set_aside", [self.told_state(one) for one in asides], map=title)

    def _layout_lines(self, differences: list[Difference]) -> list[Line]:
        """Tell each layout that differs, and of spots only how many: one layout has a spot for every item."""
        lines = [self.told_state(one) for one in differences if isinstance(one.entity, Layout)]
        spots = sum(isinstance(one.entity, Spot) for one in differences)
        return [*lines, Line(self._words.text("history.spots", count=spots))] if spots else lines

    # --- one difference -----------------------------------------------------------------------------------------------

    def line(self, one: Difference) -> Line:
        """Tell one difference, without saying whether it was added, changed or removed: the heading does."""
        entity = one.entity
        details = tuple(self.detail(one, change) for change in one.fields if not one.is_whole and _is_told(change))
        node = entity.id if isinstance(entity, Node) else None
        if isinstance(entity, Edge):
            node = entity.source
        elif isinstance(entity, Placement):
            node = entity.node
        return Line(self.name(one), details, node)

    def told_state(self, one: Difference) -> Line:
        """Tell one difference with what became of it, for a section that holds all three."""
        line = self.line(one)
        state = next(what for what, belongs in _SORTS.items() if belongs(one))
        text = self._words.text(f"history.state.{state}", what=line.text)
        return Line(text, line.details, line.node)

    def told_place(self, one: Difference, map_id: MapId) -> Line:
        """Tell that an item was put on a map, moved there, or taken off it, where only that item is told about."""
        line = self.line(one)
        text = self._words.text(f"history.{_of_placement(one)}", map=self.map_title(map_id))
        return Line(text, line.details, line.node)

    def name(self, one: Difference) -> str:
        """Name what a difference is about."""
        match one.entity:
            case Node(kind=kind, title=title):
                return self._words.text("history.item", kind=self._words.term(f"kind.{kind}"), title=title)
            case Edge(source, relation, target):
                return f"{self.title(source)} {self._words.term(f'relation.{relation}')} {self.title(target)}"
            case Placement(node=node):
                return self.title(node)
            case Layout() as layout:
                way = str(layout.fields.get("way", layout.id))
                return layout.title or self._word(f"choice.way.{way}", way)
            case Map(title=title) | Round(title=title):
                return title
            case SetAside(check=check):
                key = f"checks.{check}.title"
                return self._words.text(key) if self._words.has(key) else check
            case Spot(node=node):
                return self.title(node)
            case _ as unreachable:
                assert_never(unreachable)

    def detail(self, one: Difference, change: FieldChange) -> str:
        """Tell one field: what was there, and what is there now."""
        field = self._field(one, change.field)
        old, new = (self._value(field, change.field, value) for value in (change.old, change.new))
        return self._words.text("history.field", field=self._field_word(one, change.field), **_apart(old, new))

    def _field(self, one: Difference, name: str) -> Field | None:
        """Return what the metamodel says of a field; when the kind changed, it may be a field of the old one."""
        sides = [side for side in (one.new, one.old) if side is not None]
        return next((field for side in sides for field in fields_of(side) if field.id == name), None)

    def _field_word(self, one: Difference, name: str) -> str:
        entity = one.entity
        owner = entity.kind if isinstance(entity, Node) else entity.relation if isinstance(entity, Edge) else ""
        key = f"history.fields.{name}"
        word = self._words.text(key) if self._words.has(key) else self._word(field_key(owner, name), name)
        return word.rstrip(":?")

    def _value(self, field: Field | None, name: str, value: Value | None) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return self._words.text("history.yes" if value else "history.no")
        texts = value if isinstance(value, tuple) else (value,)
        return ", ".join(self._text(field, name, text) for text in texts)

    def _text(self, field: Field | None, name: str, text: str) -> str:
        if name in {"from", "until"} or (field is not None and field.type is FieldType.ROUND):
            return self._round_title(text)
        if field is not None and field.type in {FieldType.NODE, FieldType.NODES}:
            return self.title(NodeId(text))
        if name == "kind":
            return self._word(f"kind.{text}", text)
        vocabulary = field.vocabulary if field is not None else name
        return self._word(f"choice.{vocabulary}.{text}", text)

    def _word(self, key: str, otherwise: str) -> str:
        return self._words.term(key) if key in TERMS else otherwise

    # --- names --------------------------------------------------------------------------------------------------------

    def title(self, node_id: NodeId) -> str:
        """Name an item as it is called later, or was called before."""
        node = self._after.nodes.get(node_id) or self._before.nodes.get(node_id)
        return node.title or node.id if node is not None else node_id

    def map_title(self, map_id: MapId) -> str:
        """Name a map as it is called later, or was called before."""
        found = self._after.maps.get(map_id) or self._before.maps.get(map_id)
        return found.title if found is not None else map_id

    def _round_title(self, round_id: str) -> str:
        rounds = {one.id: one.title for graph in (self._before, self._after) for one in graph.rounds.values()}
        return next((title for known, title in rounds.items() if known == round_id), round_id)


def _is_added(one: Difference) -> bool:
    return one.old is None


def _is_changed(one: Difference) -> bool:
    return not one.is_whole


def _is_removed(one: Difference) -> bool:
    return one.new is None


_SORTS: Final[dict[str, Callable[[Difference], bool]]] = {
    "added": _is_added,
    "changed": _is_changed,
    "removed": _is_removed,
}


def _of_placement(one: Difference) -> str:
    if one.is_whole:
        return "placed" if one.old is None else "taken_off"
    return "moved" if one.is_move else "presence"


def _is_told(change: FieldChange) -> bool:
    """Whether a field says something to a person; coordinates do not."""
    return change.field != POSITION


def _apart(old: str, new: str) -> dict[str, str]:
    """Return what was and what is, of long texts only where they differ; a dash for nothing."""
    if max(len(old), len(new)) > _LONG and old and new:
        start = _common(old, new)
        end = _common(old[start:][::-1], new[start:][::-1])
        old, new = _part(old, start, end), _part(new, start, end)
    return {"old": _quoted(old), "new": _quoted(new)}


def _common(one: str, other: str) -> int:
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _part(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), len(text) - end + _AROUND)
    return ("…" if first > 0 else "") + text[first:last] + ("…" if last < len(text) else "")


def _quoted(text: str) -> str:
    return f"'{' '.join(text.split())}'" if text else "—"
