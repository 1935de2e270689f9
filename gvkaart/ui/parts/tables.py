"""The tables: every item as a row."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.parts.part import Part
from gvkaart.ui.views import View


class TablesPart(Part):
    """The view of the tables."""

    @override
    def views(self) -> Iterable[View]:
        return (View("tables", self.tr("Tabellen"), "table", self._make),)

    def _make(self) -> QWidget:
        from gvkaart.ui.tables import TablesPage
        from gvkaart.ui.tables.memory import Memory

        return TablesPage(self.session, self.window.checker, Memory(self.window.desk.folder / "tables.json"))
