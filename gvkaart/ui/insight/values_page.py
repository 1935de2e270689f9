"""Public interests: the catalogue of public values held against the map, and the groups of people it touches."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from gvkaart.analysis.catalogue import PublicValue
from gvkaart.analysis.value_base import GroupRow, ValueRow, ValueTable, Voice, group_table, reasons_aside, value_table
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.asking import ask_line, ask_text
from gvkaart.ui.checking import Checker
from gvkaart.ui.flow_layout import FlowLayout
from gvkaart.ui.insight.cells import naming
from gvkaart.ui.insight.choice_grid import ChoiceGrid
from gvkaart.ui.insight.grid import LIST_LINES, Cell, Choice, Column, Grid, Row, Tint
from gvkaart.ui.insight.grid_view import GridView, Read
from gvkaart.ui.insight.tabbed_page import TabbedPage
from gvkaart.ui.operations import relation as relation_operations
from gvkaart.ui.operations import value as value_operations
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened

_NARROWEST: Final = 66
"""Pixels: what stands above a table is made narrower before the window is made wider than the screen."""
_TINTS: Final = {
    Voice.NOBODY: Tint.BAD,
    Voice.SPOKEN_FOR: Tint.GOOD,
    Voice.UNTOUCHED: Tint.NONE,
    Voice.ABSENT: Tint.NONE,
}
_ON_MAP: Final = frozenset((Voice.NOBODY, Voice.SPOKEN_FOR, Voice.UNTOUCHED))
_SHOWN: Final = (_ON_MAP, frozenset((Voice.NOBODY,)), frozenset((Voice.ABSENT,)), frozenset(Voice))
"""What is shown, in the order of the choices."""


class ValuesPage(TabbedPage):
    """Every public value with what the map does to it, and every group of people with who speaks for it."""

    def __init__(self, session: Session, checker: Checker) -> None:
        """Read when first seen."""
        super().__init__(session, checker, "values")
        self.describe(
            self.tr("Publieke belangen"),
            self.tr(
                "Wat doet dit plan met wat voor iedereen telt, en wie aan tafel komt daarvoor op? "
                "Leg de kaart naast de lijst van publieke waarden."
            ),
        )
        self.values, self.groups = self._make_values(), self._make_groups()
        self._shown = self._make_choice()
        self._add = self.add_button(
            "add-value", self.tr("Zet op de kaart"), self.tr("Zet de gekozen waarde als publiek belang op de kaart")
        )
        self._aside = self.add_button("value-aside", "", "")
        self._own = self.add_button(
            "own-value",
            self.tr("Eigen belang…"),
            self.tr("Zet een publiek belang op de kaart dat niet in de lijst staat"),
        )
        self._deeds = self._below_the_filter(self._add, self._aside, self._own)
        self.show_sheets(self.values, self.groups)
        self._connect()

    def _make_values(self) -> ChoiceGrid:
        empty = self.tr(
            "Hier staan straks de publieke waarden waar dit plan aan raakt. "
            "Kies hierboven 'Alle waarden' om te zien wat er nog bij kan horen."
        )
        return self._grid("value-grid", self.tr("Publieke waarden"), empty, self._read_values)

    def _make_groups(self) -> ChoiceGrid:
        empty = self.tr(
            "Hier staan straks de groepen mensen die iets van dit plan merken, en wie voor hen opkomt. "
            "Voeg een actor toe en kies als soort 'Groep mensen'."
        )
        return self._grid("group-grid", self.tr("Groepen mensen"), empty, self._read_groups)

    def _grid(self, name: str, title: str, empty: str, read: Read) -> ChoiceGrid:
        """Make a grid in which one can say who speaks for what a row is about."""
        made = ChoiceGrid(self.session, name, title, empty, read)
        made.choice_made.connect(lambda row, _column, actor: self._represent(made, row, NodeId(actor)))
        self.joined(made)
        return made

    def _make_choice(self) -> QComboBox:
        shown = QComboBox()
        shown.setObjectName("values-shown")
        shown.setAccessibleName(self.tr("Welke waarden"))
        shown.setMinimumWidth(_NARROWEST)
        for words in (
            self.tr("Op de kaart"),
            self.tr("Zonder stem"),
            self.tr("Niet op de kaart"),
            self.tr("Alle waarden"),
        ):
            shown.addItem(words)
        self.tools.addWidget(shown)
        return shown

    def _below_the_filter(self, *buttons: QPushButton) -> QWidget:
        """Give buttons a row of their own: beside filter and choice these would have no room for their words."""
        row = QWidget()
        flow = FlowLayout(row, 0, 6)
        for button in buttons:
            self.tools.removeWidget(button)
            flow.addWidget(button)
        self.body.insertWidget(0, row)
        row.setContentsMargins(12, 0, 8, 6)
        return row

    def _connect(self) -> None:
        self._shown.activated.connect(lambda _row: self.values.load())
        self._add.clicked.connect(self._put_on_map)
        self._aside.clicked.connect(self._toggle_aside)
        self._own.clicked.connect(self._add_own)
        self.values.selectionModel().currentChanged.connect(lambda _now, _before: self.fit_tools())

    @override
    def load(self) -> None:
        super().load()
        self.fit_tools()

    @override
    def fit_tools(self) -> None:
        super().fit_tools()
        for tool in (self._shown, self._deeds):
            tool.setVisible(self.current is self.values)
        absent = self._absent_value()
        self._add.setEnabled(absent is not None)
        self._aside.setEnabled(absent is not None)
        is_aside = absent is not None and bool(self._reason_of(absent))
        tip = self.tr("Zeg waarom de gekozen waarde in deze zaak niet telt; dan vraagt het programma er niet meer naar")
        if is_aside:
            tip = self.tr("Laat de gekozen waarde weer meetellen")
        self._aside.setText(self.tr("Terughalen") if is_aside else self.tr("Opzijzetten…"))
        self._aside.setToolTip(tip)

    @override
    def stops(self) -> Sequence[QWidget]:
        return (self._add, self._aside, self._own, *super().stops())

    # --- public values ------------------------------------------------------------------------------------------------

    def _read_values(self, view: CaseView) -> Grid:
        catalogue = self.session.catalogue
        table = value_table(view, catalogue)
        rows: list[Row] = []
        for category, of_category in table.categories.items():
            rows += self._section(view, category, catalogue.categories[category], of_category)
        rows += self._section(view, "own", self.tr("Eigen publieke belangen"), table.own)
        return Grid(self.tr("Publieke waarde"), self._value_columns(table), tuple(rows), LIST_LINES)

    def _value_columns(self, _table: ValueTable) -> tuple[Column, ...]:
        return (
            Column("voice", self.tr("Hoe het ervoor staat"), width=20),
            Column("speaking", self.tr("Wie aan tafel komt ervoor op?"), width=22),
            Column("serving", self.tr("Gediend door"), width=26),
            Column("harming", self.tr("Geschaad door"), width=26),
            Column("others", self.tr("Wie nog meer?"), width=20),
            Column("tensions", self.tr("Botst vaak met (ook op de kaart)"), width=22),
            Column("aside", self.tr("Niet meegewogen, omdat"), width=26),
        )

    def _section(self, view: CaseView, key: str, title: str, values: Iterable[ValueRow]) -> list[Row]:
        wanted = _SHOWN[max(0, self._shown.currentIndex())]
        rows = [self._value_row(view, value) for value in values if value.voice in wanted]
        return [Row(key, f"{title} ({len(rows)})"), *rows] if rows else []

    def _value_row(self, view: CaseView, value: ValueRow) -> Row:
        catalogue = self.session.catalogue
        known = catalogue.values.get(value.value)
        own = "".join(view.nodes[one].title for one in value.interests)
        title, tip = (known.name, f"{known.explanation}\n\n{known.question}") if known is not None else (own, own)
        names = "\n".join(view.nodes[one].title for one in value.interests)
        voice = self.session.words.text(f"insight.voice.{value.voice}")
        cells = (
            Cell(voice, value.interests, _TINTS[value.voice], tip=names),
            self._speaking(view, value.speaking, value.interests),
            naming(view, (edge.source for edge in value.serving), Tint.GOOD),
            naming(view, (edge.source for edge in value.harming), Tint.BAD),
            naming(view, value.others),
            Cell(", ".join(catalogue.values[one].name for one in value.tensions)),
            Cell(value.set_aside),
        )
        return Row(value.value or value.interests[0], title, cells, value.interests, tip, "interest")

    # --- speaking for it ----------------------------------------------------------------------------------------------

    def _speaking(self, view: CaseView, speaking: tuple[NodeId, ...], about: tuple[NodeId, ...]) -> Cell:
        """Return who speaks for one thing, to be chosen among who sit at the table; what speaks for itself does."""
        cell = naming(view, speaking)
        if len(about) != 1:
            return cell
        by_itself = {*about, *view.sources(about[0], "has_interest")}
        for_it = view.sources(about[0], "represents")
        could = sorted(view.at_table - by_itself, key=lambda one: (view.nodes[one].title.casefold(), one))
        words = self.tr("%1 komt hiervoor op")
        choices = tuple(
            Choice(one, words.replace("%1", shortened(view.nodes[one].title)), is_on=one in for_it) for one in could
        )
        tip = self.tr("Enter of dubbelklik: kies wie aan tafel hiervoor opkomt.") if choices else ""
        return replace(cell, choices=choices, tip="\n".join(filter(None, (cell.text, tip))))

    def _represent(self, grid: GridView, row: str, actor: NodeId) -> None:
        """Let an actor speak for what a row is about, or no longer; not for a row that changed meanwhile."""
        found = next((one for one in grid.grid_model.grid.rows if one.key == row), None)
        view = self.session.view
        if found is None or len(found.nodes) != 1 or not {actor, *found.nodes} <= view.nodes.keys():
            return
        (about,) = found.nodes
        over = tuple(edge.key for edge in view.out(actor, "represents") if edge.target == about)
        if over:
            relation_operations.disconnect(self.session, over)
        else:
            relation_operations.connect(self.session, actor, "represents", about)

    def _absent_value(self) -> PublicValue | None:
        """Return the value one is at, when it does not stand on the map yet."""
        row = self.values.current_row()
        return self.session.catalogue.values.get(row.key) if row is not None and not row.nodes else None

    def _reason_of(self, value: PublicValue) -> str:
        """Return why a value was set aside, empty when it was not."""
        return reasons_aside(self.session.view).get(value.id, "")

    def _put_on_map(self) -> None:
        if (value := self._absent_value()) is not None:
            value_operations.put_on_map(self.session, value)

    def _toggle_aside(self) -> None:
        value = self._absent_value()
        if value is None:
            return
        if self._reason_of(value):
            value_operations.bring_back(self.session, value)
            return
        question = self.tr("Waarom telt '%1' in deze zaak niet?").replace("%1", value.name)
        reason = ask_text(self, self.tr("Waarde opzijzetten"), question)
        if reason is not None:
            value_operations.set_aside(self.session, value, reason)

    def _add_own(self) -> None:
        """Ask how a public interest is called that the catalogue lacks, and let it be seen."""
        question = self.tr("Welk publiek belang mist u in de lijst?")
        title = ask_line(self, self.tr("Eigen publiek belang"), question)
        if title and value_operations.add_own(self.session, title) is not None:
            self._shown.setCurrentIndex(0)

    # --- groups of people ---------------------------------------------------------------------------------------------

    def _read_groups(self, view: CaseView) -> Grid:
        columns = (
            Column("state", self.tr("Stem aan tafel?"), width=20),
            Column("speaking", self.tr("Wie aan tafel komt ervoor op?"), width=26),
            Column("touching", self.tr("Merkt iets van"), width=36),
            Column("could", self.tr("Wie zou dat kunnen?"), width=26),
        )
        rows = map(partial(self._group_row, view), group_table(view))
        return Grid(self.tr("Groep mensen"), columns, tuple(rows), LIST_LINES)

    def _group_row(self, view: CaseView, group: GroupRow) -> Row:
        state, tint = self.tr("Ja"), Tint.GOOD
        if not group.speaking:
            state, tint = (self.tr("Nee, niemand"), Tint.BAD) if group.is_silent else (self.tr("Nog niet"), Tint.NONE)
        cells = (
            Cell(state, (group.group,), tint),
            self._speaking(view, group.speaking, (group.group,)),
            naming(view, (edge.source for edge in group.touching), Tint.NONE),
            naming(view, group.could_speak),
        )
        return Row(group.group, view.nodes[group.group].title, cells, (group.group,), icon="actor")
