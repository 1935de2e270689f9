"""Text to proposed items: every line an item, what stands under it says more about it.

The text is read as people make notes: bullets, indentation, "Actor: CAK", "betwist: …", "-> …". Nothing is refused and
no line is lost: what is not understood is an item all the same, of the kind that was chosen for such lines, and marked
as doubtful. A person looks at the proposal, changes it (`Choice`) and accepts it (`gvkaart.exchange.outline_making`).

A heading that only names a kind ("Belangen") makes no item: it says what the lines under it are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, NamedTuple

from gvkaart.domain.entities import NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.text import clean_line, fold
from gvkaart.exchange.outline_habits import LIKELY_CHILD, likely_way
from gvkaart.exchange.outline_lines import Line, lines_of
from gvkaart.exchange.outline_prefixes import Said, heading_of, read_prefixes
from gvkaart.exchange.outline_reasons import Judged, judge_reason
from gvkaart.exchange.outline_words import BECAUSE, Vocabulary, Way, vocabulary
from gvkaart.words import Words

NO_ITEM: Final = ""
"""The kind of a line that makes no item: a heading, or one that a person leaves out."""
NO_RELATION: Final = Way("", down=True)
"""Chosen for a line that does not hang on the line above it."""
LONGEST_TITLE: Final = 160
"""A longer line becomes the text of the item, and its title is the beginning of it."""


class Doubt(StrEnum):
    """What a person should look at: a text under ``outline.doubt.``; of several the gravest."""

    UNRELATED = "unrelated"
    SEVERAL = "several"
    KIND = "kind"
    RELATION = "relation"
    LONG = "long"


class RowKey(NamedTuple):
    """What identifies a row while the text around it changes: what was typed, and which of the equal ones it is."""

    typed: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about a row; None is what the program thinks.

    Attributes:
        kind: the kind; `NO_ITEM` leaves the line out.
        title: the title.
        way: how it hangs on its parent; `NO_RELATION` for not at all. One that cannot be is ignored.
        joins: whether it joins the existing item with the same title and kind.
    """

    kind: str | None = None
    title: str | None = None
    way: Way | None = None
    joins: bool | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """What becomes of one line.

    Attributes:
        line: as it was read.
        key: identifies the row.
        kind: of the item; `NO_ITEM` when the line makes none.
        title: of the item.
        text: the whole line, when it is too long for a title.
        parent: the number of the row it stands under, counted from 0.
        way: how it hangs on its parent; None when it does not.
        node: the item of the document that it is.
        same_as: the number of an earlier row that is the same item.
        known: whether there is such an item, joined or not.
        doubt: what a person should look at.
    """

    line: Line
    key: RowKey
    kind: str
    title: str
    text: str = ""
    parent: int | None = None
    way: Way | None = None
    node: NodeId | None = None
    same_as: int | None = None
    known: bool = False
    doubt: Doubt | None = None

    @property
    def is_item(self) -> bool:
        """Whether the line stands for an item."""
        return self.kind != NO_ITEM

    @property
    def is_new(self) -> bool:
        """Whether accepting the row makes an item."""
        return self.is_item and self.node is None and self.same_as is None


class Titles:
    """The titles of a document, in the form in which they are compared: made once, asked for every line."""

    def __init__(self, graph: Graph) -> None:
        """Sort all items of a document by title."""
        self._nodes: dict[str, dict[str, list[NodeId]]] = {}
        for node in graph.nodes.values():
            self._nodes.setdefault(fold(node.title), {}).setdefault(node.kind, []).append(node.id)

    def kinds(self, title: str) -> tuple[str, ...]:
        """Return the kinds of the items with this title."""
        return tuple(self._nodes.get(fold(title), ()))

    def nodes(self, title: str, kind: str) -> Sequence[NodeId]:
        """Return the items with this title and kind."""
        return self._nodes.get(fold(title), {}).get(kind, ())


def propose(
    text: str,
    titles: Titles,
    words: Words,
    default_kind: str,
    choices: Mapping[RowKey, Choice] | None = None,
) -> tuple[Row, ...]:
    """Return a row for every line on which there is something, in the order of the text. Never raises.

    Args:
        text: as it was typed or pasted.
        titles: those of the document.
        words: the language of the screen; the other language is understood too.
        default_kind: for lines of which nothing tells the kind.
        choices: what a person decided already.
    """
    known, lines = vocabulary(words.language), lines_of(text)
    rows = _read(lines, _Reading(titles, known, default_kind, choices or {}))
    hints = _hints(rows, known)
    return _read(lines, _Reading(titles, known, default_kind, choices or {}, hints)) if hints else rows


def _read(lines: Iterable[Line], reading: "_Reading") -> tuple[Row, ...]:
    for line in lines:
        reading.add(line)
    return tuple(reading.rows)


def _hints(rows: Sequence[Row], known: Vocabulary) -> dict[RowKey, str]:
    """Return kinds that follow from the line below: who disputes something is an actor, whatever it is called."""
    hints: dict[RowKey, str] = {}
    for row in rows:
        parent = rows[row.parent] if row.parent is not None else None
        if row.doubt is Doubt.UNRELATED and parent is not None and parent.doubt is Doubt.KIND:
            ways = read_prefixes(row.line.body, known).ways
            fitting = {one for one in KINDS for child in KINDS for way in ways if way.fits(one, child)}
            if len(fitting) == 1:
                hints.update(dict.fromkeys([parent.key], *fitting))
    return hints


class _Place(NamedTuple):
    """A line under which others may stand: the number of the item there, and the kind that a heading announced.

    A `fresh` heading has no lines yet: the first one tells whether its lines are indented, or stand as far as itself
    (`flat`); those end with an empty line.
    """

    depth: int
    row: int | None = None
    section: str = ""
    fresh: bool = False
    flat: bool = False


@dataclass
class _Reading:
    """A text as far as it has been read."""

    titles: Titles
    vocabulary: Vocabulary
    default_kind: str
    choices: Mapping[RowKey, Choice]
    hints: Mapping[RowKey, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    _open: list[_Place] = field(default_factory=list)
    _occurrences: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _first: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Read one line more."""
        section = heading_of(line, self.vocabulary)
        over = self._over(line)
        key = self._key(line)
        choice = self.choices.get(key, Choice())
        heads = section != "" and choice.kind is None
        if heads or choice.kind == NO_ITEM:
            self.rows.append(Row(line, key, NO_ITEM, line.body, parent=over.row))
            self._open.append(_Place(line.depth, over.row, section or over.section, fresh=heads and not line.heading))
        else:
            self.rows.append(self._row(line, key, choice, over))
            self._open.append(_Place(line.depth, len(self.rows) - 1))

    def _over(self, line: Line) -> _Place:
        """Return under which line a line stands; those under which none can stand any more are closed."""
        if self._open and (heading := self._open[-1]).fresh:
            flat = line.depth == heading.depth
            self._open[-1] = heading._replace(depth=heading.depth - flat, fresh=False, flat=flat)
        elif line.after_gap:
            self._open = [place for place in self._open if not place.flat]
        while self._open and self._open[-1].depth >= line.depth:
            self._open.pop()
        return self._open[-1] if self._open else _Place(line.depth)

    def _key(self, line: Line) -> RowKey:
        typed = line.typed.strip()
        self._occurrences[typed] += 1
        return RowKey(typed, self._occurrences[typed])

    def _row(self, line: Line, key: RowKey, choice: Choice, over: _Place) -> Row:
        parent = self.rows[over.row] if over.row is not None else None
        said, unrelated = _within_reach(line, read_prefixes(line.body, self.vocabulary), parent, choice)
        title = clean_line(choice.title or "") or said.title
        kind, unsure = self._kind(said._replace(title=title), parent, over.section, choice, self.hints.get(key, ""))
        way, unclear = _way(said.ways, parent, kind, choice)
        row, long = _shortened(Row(line, key, kind, title, parent=over.row, way=way))
        row, several = self._joined(row, choice)
        doubts = (unrelated, several, unsure, unclear, long)
        found = (doubt for doubt, applies in zip(Doubt, doubts, strict=True) if applies)
        return replace(row, doubt=next(found, None))

    def _kind(self, said: Said, parent: Row | None, section: str, choice: Choice, hint: str) -> tuple[str, bool]:
        """Return the kind of a line, and whether that is a mere guess."""
        if named := choice.kind or said.kind:
            return named, False
        fitting = tuple(kind for kind in KINDS if parent is None or not said.ways or _fit(said.ways, parent.kind, kind))
        likely = LIKELY_CHILD.get(parent.kind, "") if parent is not None else ""
        reason = judge_reason(said.title) if set(BECAUSE) <= set(said.ways) else Judged("")
        question = "question" if said.title.endswith("?") else ""
        guesses = (question, reason.kind, likely, fitting[0] if said.ways else "")
        guess = next((one for one in guesses if one in fitting), "")
        if section in fitting:
            return section, False
        for existing in self._existing(said.title):
            if found := [kind for kind in existing if kind in fitting]:
                return guess if guess in found else found[0], guess not in found and len(found) > 1
        return guess or hint or self.default_kind, reason.unsure or not (guess or hint)

    def _existing(self, title: str) -> tuple[Sequence[str], Sequence[str]]:
        """Return the kinds of what has this title earlier in the text, and in the document."""
        folded = fold(title)
        return [kind for kind in KINDS if (folded, kind) in self._first], self.titles.kinds(title)

    def _joined(self, row: Row, choice: Choice) -> tuple[Row, bool]:
        """Join a row with what has its title and kind already; tell whether there is more than one of these."""
        same = (fold(row.title), row.kind)
        nodes, first = self.titles.nodes(row.title, row.kind), self._first.setdefault(same, len(self.rows))
        earlier = first if first < len(self.rows) else None
        if not nodes and earlier is None:
            return row, False
        row = replace(row, known=True)
        if choice.joins is False:
            return row, False
        if earlier is not None and self.rows[earlier].node is None:
            return self._apart(replace(row, same_as=earlier)), False
        return self._apart(replace(row, node=nodes[0])), len(nodes) > 1 and choice.joins is None

    def _apart(self, row: Row) -> Row:
        """Take away a relation of an item with itself."""
        same = row.parent is not None and _item(self.rows[row.parent], row.parent) == _item(row, len(self.rows))
        return replace(row, way=None) if same else row


def _item(row: Row, number: int) -> NodeId | int:
    """Return what identifies the item of a row: its id, or for a new one the number of its first row."""
    if row.node is not None:
        return row.node
    return row.same_as if row.same_as is not None else number


def _within_reach(line: Line, said: Said, parent: Row | None, choice: Choice) -> tuple[Said, bool]:
    """Keep of the relations that a line names those that its parent can have; without any, all of it is the title.

    The second answer tells that there were none.
    """
    if not said.ways:
        return said, False
    kinds = (choice.kind or said.kind,) if choice.kind or said.kind else tuple(KINDS)
    reach = [way for way in said.ways if parent is not None and any(way.fits(parent.kind, kind) for kind in kinds)]
    if reach:
        return said._replace(ways=tuple(reach)), False
    return Said(line.body, said.kind), True


def _fit(ways: Sequence[Way], parent: str, child: str) -> bool:
    return any(way.fits(parent, child) for way in ways)


def _way(ways: Sequence[Way], parent: Row | None, kind: str, choice: Choice) -> tuple[Way | None, bool]:
    """Return how a line hangs on its parent, and whether that is a mere guess."""
    if parent is None or choice.way == NO_RELATION:
        return None, False
    if choice.way is not None and choice.way.fits(parent.kind, kind):
        return choice.way, False
    named = next((way for way in ways if way.fits(parent.kind, kind)), None)
    if named is not None:
        return named, False
    way, clear = likely_way(parent.kind, kind)
    return way, not clear


def _shortened(row: Row) -> tuple[Row, bool]:
    """Give a row with a very long title a short one, and the whole line as its text."""
    if len(row.title) <= LONGEST_TITLE:
        return row, False
    end = row.title.rfind(" ", LONGEST_TITLE // 2, LONGEST_TITLE)
    return replace(row, title=row.title[: end if end > 0 else LONGEST_TITLE - 1] + "…", text=row.title), True
