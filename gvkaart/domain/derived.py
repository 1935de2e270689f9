"""What follows from a map as of one round, and is never stored (model, sections 2 and 5).

Everything is worked out when it is first asked for and kept as long as the view; a changed graph is a new view.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, Final

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import (
    Edge,
    Fields,
    Layout,
    Map,
    MapId,
    Node,
    NodeId,
    Placement,
    Round,
    RoundId,
)
from gvkaart.domain.folding import Folded, folded
from gvkaart.domain.graph import Graph
from gvkaart.domain.growing import AtEnd
from gvkaart.domain.joined import NO_EDGES, Joined, Moment, found
from gvkaart.domain.metamodel import PRESENCES
from gvkaart.domain.unaffected import folds, leaves_edges, leaves_fields, leaves_nodes, only_joins

HOLDING: Final = ("holds", "claims", "accepts")
"""Relations with which an actor stands behind a position, a fact or a problem."""

RUNGS: Final = ("who", "does", "for_whom", "with_data", "limit", "ends")
"""The six rungs of concreteness of a purpose (KB 8.2)."""

_STATED: Final = ("fact", "problem")
_DIMMABLE: Final = ("position", *_STATED)
_SPEAKING_FOR: Final = ("has_interest", "represents")
_HEIRS: Final = ("department", "person")
"""Types of actor that inherit the presence of what they are part of."""


class Status(StrEnum):
    """Where a fact or a problem stands in a round; the first that applies, in this order."""

    SETTLED = "settled"
    DISPUTED = "disputed"
    SHARED = "shared"
    ONE_SIDED = "one_sided"
    PARTLY = "partly"
    LOOSE = "loose"


class Mark(StrEnum):
    """What is shown on a node of the map besides its kind."""

    DISPUTED = "disputed"
    UNREPRESENTED = "unrepresented"
    PRIVATE = "private"
    SECOND_HAND = "second_hand"


_NO_MARKS: Final[frozenset[Mark]] = frozenset()

_FROM_NODES: Final = ("nodes", "_by_kind")
"""What a view works out of nodes and of which stand on the map, and nothing else."""

_FROM_EDGES: Final = frozenset(("map", "rounds", "round", "dimmed", "unmeant", "cited", "_all_second_hand"))
"""What a view works out of edges, rounds and which nodes stand on the map."""

_FROM_FIELDS: Final = (
    (frozenset(("presences", "at_table", "needed", "represented")), frozenset(("actor",))),
    (frozenset(("_statuses",)), frozenset(("actor", *_STATED))),
    (frozenset(("_dropped",)), frozenset(("option",))),
)
"""What it works out of these and of fields, without holding the nodes; with the kinds of node of which these are."""

_FROM_MAP: Final = ("map", "rounds", "round")
"""What nodes without fields and edges leave as it was."""

_FROM_TABLE: Final = ("presences", "at_table", "needed")
"""What they leave as it was when none is part of another."""


def text_of(fields: Fields, name: str) -> str:
    """Return a field that holds a text, without white space around it; empty when it is not filled in."""
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts_of(fields: Fields, name: str) -> tuple[str, ...]:
    """Return a field that holds a list of texts; empty when it is not filled in."""
    value = fields.get(name)
    return value if isinstance(value, tuple) else ()


def flag_of(fields: Fields, name: str) -> bool:
    """Return a field that is true or false; false when it is not filled in."""
    return fields.get(name) is True


def concreteness(purpose: Node) -> int:
    """Count the rungs of a purpose that are filled in: 0 to 6 (KB 8.2)."""
    return sum(text_of(purpose.fields, rung) != "" for rung in RUNGS)


def is_living(option: Node) -> bool:
    """Tell whether an option is still on offer."""
    return text_of(option.fields, "status") != "dropped"


def is_second_hand(edge: Edge) -> bool:
    """Tell whether somebody else said this of the actor: somebody on the map, or somebody who is not."""
    return text_of(edge.fields, "reported_by") != "" or flag_of(edge.fields, "hearsay")


def _none_of(_nodes: Iterable[NodeId]) -> frozenset[NodeId]:
    return frozenset()


def _is_hearsay(said: Iterable[Edge]) -> bool:
    return all(map(is_second_hand, said))


@dataclass(frozen=True, eq=False)
class CaseView:
    """One map as of one round: the nodes that stand on it, and the edges between them that hold then.

    Attributes:
        graph: the document; the view stays with this snapshot.
        map_id: the map. A map that does not exist gives an empty view.
        round_id: the moment. None, or a round that this map does not have, gives the map's current round: its field
            ``current``, or else its last round. In a map without rounds every edge holds.
    """

    graph: Graph
    map_id: MapId
    round_id: RoundId | None = None

    def after(self, graph: Graph, changes: ChangeSet) -> "CaseView":
        """Return this view of the graph after some changes; what these leave as it was is not worked out again.

        It answers as `CaseView(graph, …)` would: keeping indexes is only quicker.
        """
        view = CaseView(graph, self.map_id, self.round_id)
        known = vars(self).copy()  # at once, for a worker may be working something out
        kept: AbstractSet[str] = frozenset()
        if all(map(leaves_nodes, changes)):
            vars(view).update({name: known[name] for name in _FROM_NODES if name in known})
        if changes.moves_only:
            kept = known.keys() - vars(view).keys()
        elif all(leaves_edges(change, graph) for change in changes):
            spared = (
                names for names, kinds in _FROM_FIELDS if all(leaves_fields(one, graph, kinds) for one in changes)
            )
            kept = _FROM_EDGES.union(*spared, () if any(map(folds, changes)) else ("folded",))
        elif "_joined" in known and only_joins(changes, graph, self.map_id):
            view._rejoin(self, known, changes)
        vars(view).update({name: known[name] for name in kept if name in known})
        if "_joined" in known and "round" in kept:
            vars(view)["_joined"] = known["_joined"].kept(graph, view.nodes)
        if "_statuses" in known and "round" in kept and "_statuses" not in kept:
            same_table = "presences" in kept
            vars(view)["_statuses"] = view._statuses_after(known["_statuses"], changes.concerned, same_table=same_table)
        return view

    def _rejoin(self, before: "CaseView", known: Mapping[str, Any], changes: ChangeSet) -> None:
        """Take over what a view worked out before nodes came or left and edges changed, with these in or out of it."""
        own = vars(self)
        own.update({name: known[name] for name in _FROM_MAP if name in known})
        own["_joined"], differing = known["_joined"].rejoined(self.graph, self.nodes, changes)
        ends, left = differing.ends, differing.left
        for name, touched, among in (
            ("_dropped", left, _none_of),
            ("dimmed", ends | left, self._dimmed_among),
            ("unmeant", ends | left, self._unmeant_among),
            ("cited", changes.concerned | left, self._citing_among),
            ("_all_second_hand", ends, self._second_hand_of),
        ):
            if name in known:
                own[name] = known[name] - touched | among(touched)
        same_table = all(edge.relation != "part_of" for edge in differing.changed) and all(
            before.nodes[node].kind != "actor" for node in left
        )
        if same_table:
            own.update({name: known[name] for name in _FROM_TABLE if name in known})
        if "_statuses" in known:
            touched = changes.nodes | ends | left
            own["_statuses"] = self._statuses_after(known["_statuses"], touched, same_table=same_table)

    def _statuses_after(
        self, known: Mapping[NodeId, Status], touched: AbstractSet[NodeId], *, same_table: bool
    ) -> Mapping[NodeId, Status]:
        """Return statuses of which those of some nodes may differ, and those that tell whether all who must agree."""
        if not same_table:
            was_shared = {node for node, status in known.items() if status is Status.SHARED}
            backed = (self.targets(actor, "claims", "accepts") for actor in self.needed)
            touched = touched | was_shared | set(min(map(frozenset, backed), key=len, default=()))
        nodes = [self.nodes[node] for node in touched if node in self.nodes]
        anew = {node.id: self._status(node) for node in nodes if node.kind in _STATED}
        return {node: status for node, status in known.items() if node not in touched} | anew

    # --- the map as of the round --------------------------------------------------------------------------------------

    @cached_property
    def map(self) -> Map | None:
        """The map itself, or None when the document does not have it."""
        return self.graph.maps.get(self.map_id)

    @cached_property
    def rounds(self) -> Mapping[RoundId, Round]:
        """The rounds of the map in their order."""
        return {round_.id: round_ for round_ in self.graph.rounds_of(self.map_id)}

    @cached_property
    def round(self) -> Round | None:
        """The moment that is looked at; None when the map has no rounds."""
        if self.round_id is not None and self.round_id in self.rounds:
            return self.rounds[self.round_id]
        current = text_of(self.map.fields, "current") if self.map is not None else ""
        last = max(self.rounds.values(), key=lambda round_: round_.position, default=None)
        return self.rounds.get(RoundId(current), last)

    @property
    def placements(self) -> Mapping[NodeId, Placement]:
        """Where each node of the map stands, and how each actor takes part."""
        return self.graph.on_map(self.map_id)

    @property
    def layout(self) -> Layout | None:
        """The layout in which the map is looked at; None when that is the one in its placements."""
        return self.graph.shown_layout(self.map_id)

    @cached_property
    def nodes(self) -> Mapping[NodeId, Node]:
        """The nodes that stand on the map, in order of arrival."""
        nodes = self.graph.nodes
        return {node_id: nodes[node_id] for node_id in self.placements if node_id in nodes}

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The edges between nodes of the map that hold in this round."""
        return self._joined.edges

    def holds(self, edge: Edge) -> bool:
        """Tell whether an edge holds in this round; both ends count, and a round of another map sets no bound."""
        return Moment(self.round, self.rounds).holds(edge)

    def of_kind(self, kind: str) -> tuple[Node, ...]:
        """Return the nodes of one kind, in order of arrival."""
        return tuple(self._by_kind.get(kind, ()))

    def ids(self, kind: str) -> tuple[NodeId, ...]:
        """Return which nodes of a kind there are, in order of arrival."""
        return tuple(node.id for node in self._by_kind.get(kind, ()))

    def kind(self, node: NodeId) -> str:
        """Return the kind of a node; empty when it does not stand on the map."""
        found = self.nodes.get(node)
        return found.kind if found is not None else ""

    def out(self, node: NodeId, *relations: str) -> tuple[Edge, ...]:
        """Return the edges of these relations that start at a node."""
        return found(self._joined.out, node, relations)

    def into(self, node: NodeId, *relations: str) -> tuple[Edge, ...]:
        """Return the edges of these relations that end at a node."""
        return found(self._joined.into, node, relations)

    def outgoing(self, relation: str) -> AtEnd:
        """Return the edges of a relation by where they start, in no order; for whoever wants all of them."""
        return self._joined.out.get(relation, NO_EDGES)

    def incoming(self, relation: str) -> AtEnd:
        """Return the edges of a relation by where they end, in no order."""
        return self._joined.into.get(relation, NO_EDGES)

    def targets(self, node: NodeId, *relations: str) -> tuple[NodeId, ...]:
        """Return what a node has one of these relations to, each once."""
        return tuple({edge.target: None for edge in self.out(node, *relations)})

    def sources(self, node: NodeId, *relations: str) -> tuple[NodeId, ...]:
        """Return what has one of these relations to a node, each once."""
        return tuple({edge.source: None for edge in self.into(node, *relations)})

    @cached_property
    def dimmed(self) -> frozenset[NodeId]:
        """Positions, facts and problems that somebody stands behind in another round, and nobody in this one.

        One that never had a holder is not among them: it is loose, not gone.
        """
        always = self._joined.edges_of_all_rounds
        if len(self.edges) == len(always):
            return frozenset()
        return self._dimmed_among({edge.target for edge in always if edge.relation in HOLDING})

    def _dimmed_among(self, nodes: Iterable[NodeId]) -> frozenset[NodeId]:
        dimmable = (node for node in nodes if self.kind(node) in _DIMMABLE and not self.holders(node))
        return frozenset(node for node in dimmable if any(map(self._was_held, self.graph.into(node))))

    @cached_property
    def unmeant(self) -> frozenset[NodeId]:
        """Concepts that somebody meant, or will mean, in another round, and nobody in this one."""
        always = self._joined.edges_of_all_rounds
        if len(self.edges) == len(always):
            return frozenset()
        return self._unmeant_among({edge.target for edge in always if edge.relation == "means"})

    def _unmeant_among(self, nodes: Iterable[NodeId]) -> frozenset[NodeId]:
        concepts = (node for node in nodes if self.kind(node) == "concept" and not self.into(node, "means"))
        return frozenset(node for node in concepts if any(map(self._was_meant, self.graph.into(node))))

    def _was_meant(self, edge: Edge) -> bool:
        return edge.relation == "means" and edge.source in self.nodes

    def _was_held(self, edge: Edge) -> bool:
        return edge.relation in HOLDING and edge.source in self.nodes

    @cached_property
    def cited(self) -> frozenset[NodeId]:
        """The nodes of the map that name a source, wherever that stands: many a source is in the library only."""
        return self._citing_among(self.nodes)

    def _citing_among(self, nodes: Iterable[NodeId]) -> frozenset[NodeId]:
        own, out = self.nodes, self.graph.out
        return frozenset(node for node in nodes if node in own and any(edge.relation == "cites" for edge in out(node)))

    @cached_property
    def folded(self) -> Folded:
        """What is folded away under collapsed nodes."""
        return folded(self)

    def counts(self, node: NodeId) -> bool:
        """Tell whether checks look at a node: it is not dimmed, and no option that was dropped."""
        return node not in self.dimmed and node not in self._dropped

    # --- who takes part -----------------------------------------------------------------------------------------------

    def presence(self, actor: NodeId) -> str:
        """Return how an actor takes part, one of `metamodel.PRESENCES`, or "" when that is not known.

        A department or a person without a presence of its own has that of what it is part of; of several, the one
        nearest to the table.
        """
        return self.presences.get(actor, "")

    @cached_property
    def presences(self) -> Mapping[NodeId, str]:
        """Presence of each actor that has one, its own or inherited; spread from whole to part, nearest first."""
        presences = {actor.id: own for actor in self.of_kind("actor") if (own := self._own_presence(actor))}
        for presence in PRESENCES:
            wholes = [actor for actor, one in presences.items() if one == presence]
            while wholes:
                heirs = [part for part in self.sources(wholes.pop(), "part_of") if self._inherits(part, presences)]
                presences.update(dict.fromkeys(heirs, presence))
                wholes += heirs
        return presences

    @cached_property
    def at_table(self) -> frozenset[NodeId]:
        """The actors at the table: no one who is merely consulted, and no facilitator."""
        return frozenset(actor for actor, presence in self.presences.items() if presence == "at_table")

    @cached_property
    def needed(self) -> frozenset[NodeId]:
        """The actors without whom there is no solution: those marked at the table, or else all at the table."""
        marked = frozenset(actor for actor in self.at_table if flag_of(self.placements[actor].fields, "required"))
        return marked or self.at_table

    @cached_property
    def groups(self) -> tuple[Node, ...]:
        """The actors that are a group of people."""
        return tuple(actor for actor in self.of_kind("actor") if text_of(actor.fields, "type") == "group")

    @cached_property
    def represented(self) -> frozenset[NodeId]:
        """Interests and groups for which somebody at the table speaks; a group at the table speaks for itself."""
        spoken_for = {edge.target for actor in self.at_table for edge in self.out(actor, *_SPEAKING_FOR)}
        return frozenset(spoken_for | {group.id for group in self.groups if group.id in self.at_table})

    def holders(self, node: NodeId) -> tuple[NodeId, ...]:
        """Return the actors that stand behind a position, a fact or a problem in this round."""
        return self.sources(node, *HOLDING)

    # --- facts and problems -------------------------------------------------------------------------------------------

    def sides(self, node: NodeId) -> tuple[frozenset[NodeId], frozenset[NodeId]]:
        """Return who claims or accepts a fact or problem, and who disputes it. Not knowing of it is no stand."""
        claims, accepts, disputes = (self.incoming(one).get(node, ()) for one in ("claims", "accepts", "disputes"))
        return frozenset(edge.source for edge in (*claims, *accepts)), frozenset(edge.source for edge in disputes)

    def status(self, node: NodeId) -> Status:
        """Return where a fact or a problem stands; of anything else that is not known, so it is loose."""
        return self._statuses.get(node, Status.LOOSE)

    # --- what the map shows -------------------------------------------------------------------------------------------

    def marks(self, node_id: NodeId) -> frozenset[Mark]:
        """Return what is shown on a node besides its kind (product, "look rather than read")."""
        return self.marked.get(node_id, _NO_MARKS)

    @cached_property
    def marked(self) -> Mapping[NodeId, frozenset[Mark]]:
        """The marks of every node that has any: worked out for all at once, since a picture asks for all."""
        marks: dict[NodeId, set[Mark]] = {}
        shown: tuple[tuple[Mark, Iterable[NodeId]], ...] = (
            (Mark.PRIVATE, (node.id for node in self.nodes.values() if node.visibility == "private")),
            (Mark.DISPUTED, self._disputed),
            (Mark.UNREPRESENTED, self._can_be_represented - self.represented - self._under_positions),
            (Mark.SECOND_HAND, self._all_second_hand),
        )
        for mark, nodes in shown:
            for node in nodes:
                marks.setdefault(node, set()).add(mark)
        return {node: frozenset(found) for node, found in marks.items()}

    @property
    def _disputed(self) -> Iterable[NodeId]:
        """Facts and problems with the status `DISPUTED`; a picture asks for no other status, and few are disputed."""
        against = (self.nodes[node] for node in self.incoming("disputes"))
        return (node.id for node in against if node.kind in _STATED and self._status(node) is Status.DISPUTED)

    @property
    def _can_be_represented(self) -> AbstractSet[NodeId]:
        return {node.id for node in (*self.of_kind("interest"), *self.groups)}

    @property
    def _under_positions(self) -> AbstractSet[NodeId]:
        """Interests under a position that is taken at the table, save public ones.

        Whoever takes it looks after what is its own. That it speaks for a public interest must be said in so many words
        (KB 9.1.4): a position that rests on one does not make a spokesman.
        """
        resting = self.outgoing("rests_on")
        taken = {edge.target for actor in self.at_table for edge in self.out(actor, "holds") if edge.target in resting}
        under = {edge.target for position in taken for edge in resting[position]}
        return {node for node in under if text_of(self.nodes[node].fields, "level") != "public"}

    @cached_property
    def _all_second_hand(self) -> frozenset[NodeId]:
        """Actors of whom all that is said, and other nodes about which all that is said, is second-hand."""
        return self._second_hand_of(self._joined.attributed.keys() | self._joined.said_about.keys())

    def _second_hand_of(self, nodes: Iterable[NodeId]) -> frozenset[NodeId]:
        actors = {actor.id for actor in self.of_kind("actor")}
        by_actor, about = self._joined.attributed, self._joined.said_about
        said = ((node, (by_actor if node in actors else about).get(node)) for node in nodes)
        return frozenset(node for node, edges in said if edges and _is_hearsay(edges))

    # --- indexes ------------------------------------------------------------------------------------------------------

    @cached_property
    def _joined(self) -> Joined:
        return Joined(self.graph, self.nodes, Moment(self.round, self.rounds))

    @cached_property
    def _by_kind(self) -> Mapping[str, list[Node]]:
        by_kind: dict[str, list[Node]] = {}
        for node in self.nodes.values():
            by_kind.setdefault(node.kind, []).append(node)
        return by_kind

    @cached_property
    def _statuses(self) -> Mapping[NodeId, Status]:
        return {node.id: self._status(node) for kind in _STATED for node in self.of_kind(kind)}

    def _status(self, node: Node) -> Status:
        """Work out the status: the first that applies (model, section 5).

        One actor that accepts what nobody claims counts as partly: nobody brought it in alone, so it is not one-sided.
        """
        in_favour, against = self.sides(node.id)
        if text_of(node.fields, "settled"):
            return Status.SETTLED
        if in_favour and against:
            return Status.DISPUTED
        if self.needed and self.needed <= in_favour:
            return Status.SHARED
        if len(in_favour) == 1 and self.into(node.id, "claims"):
            return Status.ONE_SIDED
        return Status.PARTLY if in_favour else Status.LOOSE

    @cached_property
    def _dropped(self) -> frozenset[NodeId]:
        return frozenset(option.id for option in self.of_kind("option") if not is_living(option))

    def _own_presence(self, actor: Node) -> str:
        return text_of(self.placements[actor.id].fields, "presence")

    def _inherits(self, part: NodeId, presences: Mapping[NodeId, str]) -> bool:
        return part not in presences and text_of(self.nodes[part].fields, "type") in _HEIRS
