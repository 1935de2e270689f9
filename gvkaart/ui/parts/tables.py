"""The tables: every item as a row."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.parts.part import Part
from gvkaart.ui.views import View

_ROWS_MENU: Final = (
    *("duplicate", "add", "connect", "item-history", ""),
    *("<tags", "<visibility", "<origin", "<presence", "", "place", "<other-maps", "take-off"),
)
"""What one can do with the items of rows, besides what concerns the rows."""


class TablesPart(Part):
    """The view of the tables."""

    @override
    def views(self) -> Iterable[View]:
        return (View("tables", self.tr("Tabellen"), "table", self._make),)

    def _make(self) -> QWidget:
        from gvkaart.ui.tables import TablesPage
        from gvkaart.ui.tables.memory import Memory

        page = TablesPage(self.session, self.window.checker, Memory(self.window.desk.folder / "tables.json"))
        page.rows_menu_filled.connect(lambda menu: self.window.fill_menu(menu, *_ROWS_MENU))
        return page
