"""The views that read the map: what facts, words and interests look like side by side."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from gvkaart.assets import EVERY_EXAMPLE
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.parts.part import Part
from gvkaart.ui.views import View

if TYPE_CHECKING:
    from gvkaart.ui.insight.page import InsightPage

_ITEM_MENU: Final = ("<tags", "<visibility", "<origin", "<presence", "", "item-history")
"""What one can do with the items of a cell, besides showing them on the map."""


class InsightPart(Part):
    """The views that read the map."""

    @override
    def views(self) -> Iterable[View]:
        return (
            View("dashboard", self.tr("Stand van zaken"), "dashboard", self._dashboard, begins_group=True),
            View("facts", self.tr("Feiten"), "fact", self._facts),
            View("concepts", self.tr("Begrippen"), "concept", self._concepts),
            View("values", self.tr("Publieke belangen"), "interest", self._values),
            View("interests", self.tr("Posities en belangen"), "position", self._interests),
            View("purposes", self.tr("Doelen en gegevens"), "purpose", self._purposes),
            View("puzzle", self.tr("Puzzelstukken"), "problem", self._puzzle),
            View("cases", self.tr("Zaken vergelijken"), "cases", self._cases),
        )

    def _dashboard(self) -> "InsightPage":
        from gvkaart.ui.insight.dashboard_page import DashboardView

        return self._joined(DashboardView(self.session, self.window.checker))

    def _facts(self) -> "InsightPage":
        from gvkaart.ui.insight.facts_page import FactsPage

        return self._joined(FactsPage(self.session, self.window.checker))

    def _concepts(self) -> "InsightPage":
        from gvkaart.ui.insight.concepts_page import ConceptsPage

        page = ConceptsPage(self.session, self.window.checker)
        page.command_wanted.connect(lambda name: self.window.commands[name].trigger())
        return self._joined(page)

    def _values(self) -> "InsightPage":
        from gvkaart.ui.insight.values_page import ValuesPage

        return self._joined(ValuesPage(self.session, self.window.checker))

    def _interests(self) -> "InsightPage":
        from gvkaart.ui.insight.interests_page import InterestsPage

        return self._joined(InterestsPage(self.session, self.window.checker))

    def _purposes(self) -> "InsightPage":
        from gvkaart.ui.insight.purposes_page import PurposesPage

        return self._joined(PurposesPage(self.session, self.window.checker))

    def _puzzle(self) -> "InsightPage":
        from gvkaart.ui.insight.puzzle_page import PuzzlePage

        return self._joined(PuzzlePage(self.session, self.window.checker))

    def _cases(self) -> "InsightPage":
        from gvkaart.ui.insight.cases_page import CasesPage

        page = CasesPage(self.session, self.window.checker)
        page.way_chosen.connect(self._bring_in_case)
        return self._joined(page)

    def _bring_in_case(self, way: str) -> None:
        """Bring in another case: by a command of the window, or with the document of all examples."""
        if way == "examples":
            self.window.desk.open_example(EVERY_EXAMPLE)
        else:
            self.window.commands[way].trigger()

    def _joined(self, page: "InsightPage") -> "InsightPage":
        """Let a page show items on the map, and offer what can be done with them."""
        page.items_opened.connect(self._open)
        page.menu_wanted.connect(partial(self._show_menu, page))
        return page

    def _open(self, nodes: tuple[NodeId, ...]) -> None:
        """Show items on the map, selected and in the middle; on the map in view when all of them stand there."""
        graph = self.session.graph
        best = max((self.session.map_id, *graph.maps), key=lambda one: len(graph.on_map(one).keys() & set(nodes)))
        self.window.views.show_view("map-view")
        self.session.look_at_map(best)
        self.session.select(nodes)
        self.window.map_view.canvas.centre_on([node for node in nodes if node in self.session.view.placements])

    def _show_menu(self, page: "InsightPage", at: QPoint) -> None:
        """Show what can be done with the selected items."""
        menu = QMenu(self.window)
        menu.setObjectName("insight-menu")
        nodes = self.session.selection
        menu.addAction(self.tr("Toon op de &kaart"), lambda: page.show_on_map(nodes)).setObjectName("show-on-map")
        menu.addSeparator()
        self.window.fill_menu(menu, *_ITEM_MENU)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
