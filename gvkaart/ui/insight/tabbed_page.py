"""A view of several readings of the map, each on a tab, with one line to filter by and one button to copy."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTabWidget, QWidget

from gvkaart.domain.overriding import override
from gvkaart.ui.checking import Checker
from gvkaart.ui.insight.diagram_view import DiagramView
from gvkaart.ui.insight.grid_view import GridView
from gvkaart.ui.insight.page import InsightPage
from gvkaart.ui.insight.worked_sheet import WorkedSheet
from gvkaart.ui.session import Session

Sheet = GridView | DiagramView | WorkedSheet


class TabbedPage(InsightPage):
    """A view with tabs. Its own tools belong between the filter and the button to copy.

    Attributes:
        filter: the line to filter the grids by.
        tabs: one for each sheet, named after it.
        copy: the button to copy what is looked at.
    """

    def __init__(self, session: Session, checker: Checker, name: str) -> None:
        """Begin without sheets; arguments as of `InsightPage`."""
        super().__init__(session, checker, name)
        self.filter = self.add_filter(self.tr("Filter: woorden uit de rij"))
        self.tools.addStretch(0)  # keeps the buttons at the right when there is nothing to filter
        self.tabs = QTabWidget()
        self.tabs.setObjectName(f"{name}-tabs")
        self.tabs.setDocumentMode(True)
        self._sheets: tuple[Sheet, ...] = ()
        self._stale: set[Sheet] = set()
        self.body.addWidget(self.tabs, 1)

    def show_sheets(self, *sheets: Sheet) -> None:
        """Show readings, the first of them first."""
        self._sheets = sheets
        for sheet in sheets:
            self.tabs.addTab(sheet, sheet.accessibleName())
            if not isinstance(sheet, DiagramView):
                self.filter.textChanged.connect(sheet.search)
        self.copy = self.add_button(
            f"copy-{self.objectName()}", self.tr("Kopiëren"), self.tr("Kopieer wat u ziet, voor Word of Excel")
        )
        self.copy.clicked.connect(self._copy)
        self.tabs.currentChanged.connect(lambda _at: self._turn())
        self.fit_tools()

    @property
    def current(self) -> Sheet:
        """The reading that is looked at."""
        return self._sheets[self.tabs.currentIndex()]

    def fit_tools(self) -> None:
        """Show the tools that go with what is looked at; a view with tools of its own does more."""
        self.filter.setVisible(not isinstance(self.current, DiagramView))

    @override
    def load(self) -> None:
        """Read what is looked at; the rest when one turns to it."""
        self._stale = set(self._sheets)
        self._read_current()

    def _turn(self) -> None:
        self.fit_tools()
        self._read_current()

    def _read_current(self) -> None:
        if (sheet := self.current) in self._stale:
            self._stale.remove(sheet)
            sheet.load()

    @override
    def starting_point(self) -> QWidget | None:
        return self.current

    @override
    def stops(self) -> Sequence[QWidget]:
        sheets = (sheet.stop if isinstance(sheet, WorkedSheet) else sheet for sheet in self._sheets)
        return (self.tabs.tabBar(), *sheets)

    def _copy(self) -> None:
        self.current.copy_all()
