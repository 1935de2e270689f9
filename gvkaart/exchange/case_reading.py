"""A tree to a graph of one map: what every key of a case file means (model, section 6).

Reading goes on after an error. Shapes, unknown keys and doubles are found here; all else is found by
`gvkaart.domain.validation` on the graph that came of it, and traced back to the line where it was written.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from gvkaart.domain.entities import (
    Edge,
    Entity,
    EntityKey,
    Layout,
    LayoutId,
    LayoutKey,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    RoundId,
    SetAside,
    Spot,
    Value,
    entity_key,
)
from gvkaart.domain.glossary import LANGUAGES
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import (
    KINDS,
    LAYOUT_FIELDS,
    MAP_FIELDS,
    PLACEMENT_FIELDS,
    RELATIONS,
    Field,
    FieldType,
    Relation,
    relations_from,
)
from gvkaart.domain.text import clean_text, fresh_id
from gvkaart.domain.validation import Problem, graph_problems
from gvkaart.exchange.case_values import items_of, joined, line_of, lines_of, spot_of, table_of, text_of, value_of
from gvkaart.exchange.report import Report, refused
from gvkaart.exchange.report import Spot as Written
from gvkaart.exchange.tree import Scalar, Table, Tree

VERSION: Final = "1"
"""Version of the format that is written, and the only one that is read."""

NODE_KEYS: Final = ("title", "text", "tags", "visibility", "origin")
EDGE_KEYS: Final = ("to", "from", "until", "visibility")
ROUND_KEYS: Final = ("id", "title", "date")
SET_ASIDE_KEYS: Final = ("check", "subject", "evidence", "values", "reason", "date")
LAYOUT_KEYS: Final = ("title", *(one.id for one in LAYOUT_FIELDS), "shown", "layout", "arranged")
MAP_KEYS: Final = ("gvkaart", "title", "map", "language", *(one.id for one in MAP_FIELDS), "rounds")
PLACE_KEYS: Final = ("off_map", "layout", "arranged", "collapsed", "layouts", "set_aside")
"""What stands at the top level: first `MAP_KEYS`, then the kinds, then `PLACE_KEYS`."""

DEFAULT_MAP_ID: Final = MapId("kaart")
_SHOWN: Final = Field("shown", FieldType.FLAG)
_PLACEMENT_IDS: Final = tuple(one.id for one in PLACEMENT_FIELDS)
_DIGITS_OF_COORDINATE: Final = 9

Entries = Mapping[str, tuple[int, Tree]]
_Places = Mapping[NodeId, tuple[Written, tuple[int, int]]]
"""Where nodes stand, and where that was written."""


@cache
def node_keys(kind: str) -> tuple[str, ...]:
    """Return what may stand under a node of a kind: what all nodes have, its fields, the relations that start at it."""
    placed = PLACEMENT_FIELDS if kind == "actor" else ()
    fields = (one.id for one in (*KINDS[kind].fields, *placed))
    return (*NODE_KEYS, *fields, *(one.id for one in relations_from(kind)))


@cache
def edge_keys(relation: Relation) -> tuple[str, ...]:
    """Return what may stand under a target of a relation."""
    return (*EDGE_KEYS, *(one.id for one in relation.all_fields))


def read_tree(tree: Tree | None) -> Graph:
    """Return the graph of a case file: one map, its rounds, and all nodes and edges of the file.

    Raises:
        CaseFileError: with everything that is wrong in the file.
    """
    if tree is None or tree == Scalar(tree.line, ""):
        raise refused(1, "empty_file")
    if not isinstance(tree, Table):
        raise refused(tree.line, "not_a_case")
    _check_version(tree)
    case = _Case()
    case.read(table_of(case.report, tree, ""))
    return case.finished()


def _check_version(tree: Table) -> None:
    version = next((value for key, value in tree.entries if key.text == "gvkaart"), None)
    if version is None:
        raise refused(tree.line, "no_version")
    text = version.text.strip() if isinstance(version, Scalar) else ""
    if text.isascii() and text.isdecimal() and text.lstrip("0") not in {"", VERSION}:
        raise refused(version.line, "newer_version", version=text[:20], known=VERSION)
    if text != VERSION:
        raise refused(version.line, "wrong_version", version=text[:20], known=VERSION)


@dataclass
class _Case:
    """A case file as far as it has been read."""

    report: Report = field(default_factory=Report)
    map_id: MapId = DEFAULT_MAP_ID
    entities: dict[EntityKey, Entity] = field(default_factory=dict)
    spots: dict[EntityKey, dict[str, Written]] = field(default_factory=dict)
    presence: dict[NodeId, dict[str, Value]] = field(default_factory=dict)

    def read(self, top: Entries) -> None:
        """Read everything, in an order in which what refers comes after what it refers to."""
        known = (*MAP_KEYS, *KINDS, *PLACE_KEYS)
        self._report_unknown(top, known, "")
        self._read_map(top)
        self._read_rounds(top)
        for kind in KINDS:
            for node_id, (line, tree) in self._table(top, kind).items():
                self._read_node(kind, node_id, line, tree)
        self._read_placements(top)
        for layout_id, (line, tree) in self._table(top, "layouts").items():
            self._read_layout(LayoutId(layout_id), line, tree)
        self._read_set_aside(top)

    def finished(self) -> Graph:
        """Return the graph.

        Raises:
            CaseFileError: something was wrong.
        """
        graph = Graph.of(self.entities.values())
        for entity, problem in graph_problems(graph):
            self._report_problem(graph, entity, problem)
        self.report.finish()
        return graph

    # --- the map and its rounds ---------------------------------------------------------------------------------------

    def _read_map(self, top: Entries) -> None:
        title = self._required_line(top, "title", Written(1, "title"))
        map_id = self._line(top, "map") or fresh_id(title, DEFAULT_MAP_ID, ())
        self.map_id = MapId(map_id)
        language = self._line(top, "language") or LANGUAGES[0]
        spots = {"": Written(1, "")}
        for name, key in (("id", "map"), ("language", "language")):
            if key in top:
                spots[name] = spot_of(top[key][1], key)
        fields = self._fields(MAP_FIELDS, top, "", spots)
        self._add(Map(self.map_id, title, language, fields), spots)

    def _read_rounds(self, top: Entries) -> None:
        for position, (path, tree) in enumerate(self._items(top, "rounds")):
            entries = self._known_table(tree, path, ROUND_KEYS)
            spots = {"": spot_of(tree, path), **_spots(entries, path)}
            round_id = self._required_line(entries, "id", spots[""], path)
            title = self._required_line(entries, "title", spots[""], path)
            date = self._line(entries, "date", path)
            made = Round(RoundId(round_id), self.map_id, position, title, date)
            if round_id:
                self._add_once(made, spots, "exchange.duplicate_round", name=round_id)

    # --- nodes and edges ----------------------------------------------------------------------------------------------

    def _read_node(self, kind: str, node_id: str, line: int, tree: Tree) -> None:
        path = f"{kind}.{node_id}"
        entries = table_of(self.report, tree, path)
        own = KINDS[kind].fields
        placed = PLACEMENT_FIELDS if kind == "actor" else ()
        self._report_unknown(
            {name: one for name, one in entries.items() if name not in RELATIONS}, node_keys(kind), path
        )
        spots = {"": Written(line, path, node_id), **_spots(entries, path)}
        node = Node(
            NodeId(node_id),
            kind,
            self._required_line(entries, "title", spots[""], path),
            clean_text(self._text(entries, "text", path)),
            self._lines(entries, "tags", path),
            self._line(entries, "visibility", path) or "analysis",
            self._line(entries, "origin", path) or "stated",
            self._fields(own, entries, path, spots),
        )
        if self._add_once(node, spots, "exchange.duplicate_id", name=node_id):
            self.presence[node.id] = self._fields(placed, entries, path, spots)
            for relation_id in (key for key in entries if key in RELATIONS):
                self._read_edges(node.id, RELATIONS[relation_id], entries, path)

    def _read_edges(self, source: NodeId, relation: Relation, entries: Entries, path: str) -> None:
        for at, tree in self._items(entries, relation.id, path):
            if isinstance(tree, Scalar):
                edge = Edge(source, relation.id, NodeId(line_of(self.report, tree, at)))
                self._add_edge(edge, {"": spot_of(tree, at)})
            else:
                self._read_edge_table(source, relation, tree, at)

    def _read_edge_table(self, source: NodeId, relation: Relation, tree: Tree, path: str) -> None:
        entries = self._known_table(tree, path, edge_keys(relation))
        spots = {"": spot_of(tree, path), **_spots(entries, path)}
        edge = Edge(
            source,
            relation.id,
            NodeId(self._required_line(entries, "to", spots[""], path)),
            RoundId(self._line(entries, "from", path)),
            RoundId(self._line(entries, "until", path)),
            self._line(entries, "visibility", path) or "analysis",
            self._fields(relation.all_fields, entries, path, spots),
        )
        if edge.target:
            self._add_edge(edge, spots)

    def _add_edge(self, edge: Edge, spots: dict[str, Written]) -> None:
        self._add_once(edge, spots, "exchange.duplicate_edge", name=edge.target, relation=edge.relation)

    # --- where nodes stand, and findings set aside --------------------------------------------------------------------

    def _read_placements(self, top: Entries) -> None:
        off_map = self._node_list(top, "off_map")
        collapsed = self._node_list(top, "collapsed")
        by_hand, arranged = self._places(top, "")
        for node_id in (one for one in self.presence if one not in off_map):
            _spot, (x, y) = {**arranged, **by_hand}.get(node_id, (None, (None, None)))
            made = Placement(
                self.map_id, node_id, x, y, node_id in by_hand, node_id in collapsed, self.presence[node_id]
            )
            self._add(made, self._placement_spots(node_id, by_hand, arranged))
        for node_id in off_map:
            self._report_placed(node_id, off_map[node_id], {*by_hand, *arranged, *collapsed})

    def _places(self, entries: Entries, path: str) -> tuple[_Places, _Places]:
        """Read where nodes stand: those that a person put there, and those that a layout did."""
        by_hand, arranged = self._coordinates(entries, "layout", path), self._coordinates(entries, "arranged", path)
        for node_id in by_hand.keys() & arranged.keys():
            self.report.add(arranged[node_id][0], "exchange.placed_twice", name=node_id)
        return by_hand, arranged

    def _read_layout(self, layout_id: LayoutId, line: int, tree: Tree) -> None:
        path = f"layouts.{layout_id}"
        entries = self._known_table(tree, path, LAYOUT_KEYS)
        spots = {"": Written(line, path, layout_id), **_spots(entries, path)}
        fields = self._fields(LAYOUT_FIELDS, entries, path, spots)
        shown = self._fields((_SHOWN,), entries, path, {}).get("shown") is True
        key = LayoutKey(self.map_id, layout_id)
        self._add_once(
            Layout(*key, self._line(entries, "title", path), shown, fields),
            spots,
            "exchange.duplicate_id",
            name=layout_id,
        )
        by_hand, arranged = self._places(entries, path)
        for node_id, (spot, (x, y)) in {**arranged, **by_hand}.items():
            made = Spot(*key, node_id, x, y, node_id in by_hand)
            self._add(made, {"": spot, "coordinates": spot})

    def _placement_spots(self, node_id: NodeId, *coordinates: _Places) -> dict[str, Written]:
        spots = dict(self.spots[("node", node_id)])
        for one in coordinates:
            if node_id in one:
                spots["coordinates"] = one[node_id][0]
        return spots

    def _node_list(self, top: Entries, key: str) -> dict[NodeId, Written]:
        """Read a list of ids of nodes of the file."""
        spots: dict[NodeId, Written] = {}
        for path, tree in self._items(top, key):
            spot = spot_of(tree, path)
            if self._node_exists(name := line_of(self.report, tree, path), spot):
                spots[NodeId(name)] = spot
        return spots

    def _coordinates(self, entries: Entries, key: str, path: str) -> _Places:
        found: dict[NodeId, tuple[Written, tuple[int, int]]] = {}
        for name, (line, tree) in self._table(entries, key, path).items():
            spot = Written(line, joined(joined(path, key), name))
            numbers = [_number(text_of(self.report, item, at)) for at, item in items_of(self.report, tree, spot.path)]
            match numbers:
                case [int() as x, int() as y]:
                    if self._node_exists(name, spot):
                        found[NodeId(name)] = (spot, (x, y))
                case _:
                    self.report.add(spot, "exchange.not_coordinates", name=name)
        return found

    def _node_exists(self, name: str, spot: Written) -> bool:
        if name in self.presence:
            return True
        self.report.unknown(spot, "exchange.no_such_node", name, self.presence)
        return False

    def _report_placed(self, node_id: NodeId, spot: Written, placed: set[NodeId]) -> None:
        if node_id in placed or self.presence[node_id]:
            self.report.add(spot, "exchange.off_map_placed", name=node_id)

    def _read_set_aside(self, top: Entries) -> None:
        for path, tree in self._items(top, "set_aside"):
            entries = self._known_table(tree, path, SET_ASIDE_KEYS)
            spots = {"": spot_of(tree, path), **_spots(entries, path)}
            made = SetAside(
                self.map_id,
                self._required_line(entries, "check", spots[""], path),
                self._sorted_lines(entries, "subject", path),
                self._sorted_lines(entries, "evidence", path),
                self._sorted_lines(entries, "values", path),
                clean_text(self._text(entries, "reason", path)),
                self._line(entries, "date", path),
            )
            if not made.reason:
                self.report.add(spots[""], "exchange.missing_key", name="reason")
            self._add_once(made, spots, "exchange.duplicate_set_aside", name=made.check)

    def _sorted_lines(self, entries: Entries, key: str, path: str) -> tuple[str, ...]:
        return tuple(sorted(self._lines(entries, key, path)))

    # --- what all of them use -----------------------------------------------------------------------------------------

    def _add(self, entity: Entity, spots: dict[str, Written]) -> None:
        key = entity_key(entity)
        self.entities[key] = entity
        self.spots[key] = spots

    def _add_once(self, entity: Entity, spots: dict[str, Written], problem: str, **params: str) -> bool:
        """Add an entity, or report that there is one with this key already."""
        key = entity_key(entity)
        if key not in self.entities:
            self._add(entity, spots)
            return True
        self.report.add(spots[""], problem, **params, first=str(self.spots[key][""].line))
        return False

    def _report_problem(self, graph: Graph, entity: Entity, problem: Problem) -> None:
        """Report what the domain finds wrong with an entity, where it was written."""
        spots = self.spots[entity_key(entity)]
        spot = spots.get(problem.field, spots[""])
        name = problem.params.get("id", "")
        match problem.key:
            case "no_such_node":
                self.report.unknown(_named(spots, name, spot), "exchange.no_such_node", name, graph.nodes)
            case "no_such_round":
                self.report.unknown(_named(spots, name, spot), "exchange.no_such_round", name, graph.rounds)
            case "position_too_far":
                self.report.add(spots["coordinates"], f"problem.{problem.key}", **problem.params)
            case _:
                self.report.add(spot, f"problem.{problem.key}", **problem.params)

    def _report_unknown(self, entries: Entries, known: tuple[str, ...], path: str) -> None:
        for name, (line, _tree) in entries.items():
            if name not in known:
                spot = Written(line, joined(path, name))
                self.report.unknown(spot, "exchange.unknown_key", name, known, known=", ".join(known))

    def _known_table(self, tree: Tree, path: str, known: tuple[str, ...]) -> Entries:
        entries = table_of(self.report, tree, path)
        self._report_unknown(entries, known, path)
        return entries

    def _fields(
        self, described: tuple[Field, ...], entries: Entries, path: str, spots: dict[str, Written]
    ) -> dict[str, Value]:
        fields: dict[str, Value] = {}
        for one in described:
            if one.id in entries:
                at = joined(path, one.id)
                spots[one.id] = spot_of(entries[one.id][1], at)
                value = value_of(self.report, one, entries[one.id][1], at)
                if value is not None:
                    fields[one.id] = value
        return fields

    def _table(self, entries: Entries, key: str, path: str = "") -> Entries:
        return table_of(self.report, entries[key][1], joined(path, key)) if key in entries else {}

    def _items(self, entries: Entries, key: str, path: str = "") -> tuple[tuple[str, Tree], ...]:
        return items_of(self.report, entries[key][1], joined(path, key)) if key in entries else ()

    def _lines(self, entries: Entries, key: str, path: str) -> tuple[str, ...]:
        return lines_of(self.report, entries[key][1], joined(path, key)) if key in entries else ()

    def _text(self, entries: Entries, key: str, path: str) -> str:
        return text_of(self.report, entries[key][1], joined(path, key)) if key in entries else ""

    def _line(self, entries: Entries, key: str, path: str = "") -> str:
        return line_of(self.report, entries[key][1], joined(path, key)) if key in entries else ""

    def _required_line(self, entries: Entries, key: str, spot: Written, path: str = "") -> str:
        if key not in entries:
            self.report.add(spot, "exchange.missing_key", name=key)
        return self._line(entries, key, path)


def _spots(entries: Entries, path: str) -> dict[str, Written]:
    return {key: spot_of(tree, joined(path, key)) for key, (_line, tree) in entries.items()}


def _named(spots: Mapping[str, Written], name: str, otherwise: Written) -> Written:
    """Return the spot where a name was written by itself."""
    return next((spot for spot in spots.values() if spot.text == name), otherwise)


def _number(text: str) -> int | None:
    digits = text.removeprefix("-")
    if digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS_OF_COORDINATE:
        return int(text)
    return None
