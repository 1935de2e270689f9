"""What is said of the selected items and relations without opening their fields: labels, visibility, presence."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from gvkaart.domain.batch import Part as BatchPart
from gvkaart.domain.batch import Target
from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.metamodel import ORIGINS, PLACEMENT_FIELDS, RELATIONS, SYMMETRIC, VISIBILITIES
from gvkaart.domain.overriding import override
from gvkaart.ui.asking import ask_among
from gvkaart.ui.commands import Command
from gvkaart.ui.operations import node as node_operations
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.operations import several
from gvkaart.ui.parts.part import Part
from gvkaart.ui.relation_walk import following

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow

_PRESENCE = PLACEMENT_FIELDS[0]


class ItemPart(Part):
    """Commands about what is selected, for menus that are asked for on the map."""

    def __init__(self, window: "MainWindow") -> None:
        """Belong to a window."""
        super().__init__(window)
        self._around = NodeId("")
        """The item of which the relations are gone along."""

    @override
    def commands(self) -> Iterable[Command]:
        yield Command(
            "add-here",
            self.tr("Hier iets neerleggen…"),
            self.window.builder.begin_here,
            enabled=lambda: self.session.map_id in self.session.graph.maps,
            needs=self.tr("Maak eerst een kaart."),
        )
        yield Command(
            "add-tag",
            self.tr("&Label toevoegen…"),
            self._ask_tag,
            enabled=lambda: bool(self.session.selection),
            needs=self.tr("Selecteer eerst een item."),
        )
        yield from (self._visibility_command(choice) for choice in VISIBILITIES)
        yield from (self._origin_command(choice) for choice in ORIGINS)
        yield from (self._presence_command(choice) for choice in _PRESENCE.choices)
        yield from self._relation_commands()

    def _ask_tag(self) -> None:
        """Ask which label the selected items get, among those there are or a new one."""
        session = self.session
        known = sorted({tag for node in session.graph.nodes.values() for tag in node.tags})
        title, question = self.tr("Label toevoegen"), self.tr("Welk label krijgen deze items erbij?")
        if tag := ask_among(self.window, title, question, known):
            node_operations.change_tags(session, session.selection, (), (tag,))

    def _origin_command(self, choice: str) -> Command:
        term = self.session.words.term
        target = Target(BatchPart.ATTRIBUTE, "origin")
        return Command(
            f"origin-{choice}",
            f"{term('field.origin')}: {term(f'choice.origin.{choice}').lower()}",
            lambda: several.set_for_all(self.session, self.session.selection, target, choice),
            enabled=lambda: bool(self.session.selection),
            needs=self.tr("Selecteer eerst een item."),
            checked=lambda: {self.session.graph.nodes[node].origin for node in self.session.selection} == {choice},
            group="origin",
        )

    # --- items and relations ------------------------------------------------------------------------------------------

    def _visibility_command(self, choice: str) -> Command:
        term = self.session.words.term
        return Command(
            f"visibility-{choice}",
            f"{term('field.visibility')}: {term(f'choice.visibility.{choice}').lower()}",
            partial(self._set_visibility, choice),
            enabled=lambda: bool(self.session.selection or self._edges),
            needs=self.tr("Selecteer eerst een item of een relatie."),
            checked=lambda: self._visibilities == {choice},
            group="visibility",
        )

    @property
    def _edges(self) -> tuple[EdgeKey, ...]:
        return self.window.map_view.hands.selected_edges

    @property
    def _visibilities(self) -> set[str]:
        """For whom the selected items are meant; without any, the selected relations."""
        graph = self.session.graph
        if self.session.selection:
            return {graph.nodes[node].visibility for node in self.session.selection}
        return {graph.edges[key].visibility for key in self._edges}

    def _set_visibility(self, choice: str) -> None:
        if self.session.selection:
            node_operations.set_visibility(self.session, self.session.selection, choice)
        else:
            relation_operations.set_visibility(self.session, self._edges, choice)

    # --- actors -------------------------------------------------------------------------------------------------------

    def _presence_command(self, choice: str) -> Command:
        target = Target(BatchPart.PLACEMENT, _PRESENCE.id)
        return Command(
            f"presence-{choice}",
            self.session.words.term(f"choice.presence.{choice}"),
            lambda: several.set_for_all(self.session, self.session.selection, target, choice),
            enabled=lambda: self._all_take_part,
            needs=self.tr("Selecteer eerst een partij op deze kaart."),
            checked=lambda: self._all_take_part and self._presences == {choice},
            group="presence",
        )

    def _takes_part(self, node: NodeId) -> bool:
        return self.session.graph.nodes[node].kind == "actor" and node in self.session.view.placements

    @property
    def _all_take_part(self) -> bool:
        """Whether all that is selected are actors on this map; found out at the first that is not."""
        return bool(self.session.selection) and all(map(self._takes_part, self.session.selection))

    @property
    def _presences(self) -> set[object]:
        """What part the selected actors take in this map."""
        placements = self.session.view.placements
        return {placements[node].fields.get(_PRESENCE.id) for node in self.session.selection}

    # --- one relation -------------------------------------------------------------------------------------------------

    def _relation_commands(self) -> Iterable[Command]:
        one_first = self.tr("Selecteer eerst één relatie.")
        yield Command(
            "next-relation",
            self.tr("Vol&gende relatie"),
            self._walk,
            "Ctrl+Shift+R",
            enabled=lambda: self.session.edge is not None or len(self.session.selection) == 1,
            needs=self.tr("Selecteer eerst één item of één relatie."),
        )
        yield Command(
            "relation-fields",
            self.tr("&Meer over deze relatie"),
            self._show_fields,
            enabled=lambda: self.session.edge is not None,
            needs=one_first,
        )
        yield Command(
            "reverse-relation",
            self.tr("Richting om&keren"),
            self._reverse,
            enabled=self._can_reverse,
            needs=self.tr("Selecteer eerst één relatie die ook andersom kan."),
        )
        yield Command(
            "relation-ends",
            self.tr("&Beide items tonen"),
            self._show_ends,
            enabled=lambda: self.session.edge is not None,
            needs=one_first,
        )

    def _show_fields(self) -> None:
        self.window.panels.show("inspector")
        self.window.inspector.begin_relation()

    def _walk(self) -> None:
        """Select the first relation of the selected item; from there the others, one after the other."""
        session = self.session
        if session.edge is None:
            self._around = session.selection[0]
        elif self._around not in (session.edge.source, session.edge.target):
            self._around = session.edge.source
        if (key := following(session.graph, self._around, session.edge)) is not None:
            session.select_edge(key)

    def _can_reverse(self) -> bool:
        """Tell whether the selected relation says something else, and may be said, the other way round."""
        key, nodes = self.session.edge, self.session.graph.nodes
        if key is None or key.relation in SYMMETRIC:
            return False
        return RELATIONS[key.relation].allows(nodes[key.target].kind, nodes[key.source].kind)

    def _reverse(self) -> None:
        if (key := self.session.edge) is not None:
            relation_operations.reverse(self.session, key)

    def _show_ends(self) -> None:
        if (key := self.session.edge) is not None:
            self.session.select((key.source, key.target))
            self.window.map_view.catch_up()
            self.window.map_view.canvas.centre_on((key.source, key.target))
