"""A grid: what a view puts in rows and columns, as plain data, and the model that Qt shows it by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from html import escape
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGuiApplication, QIcon

from gvkaart.domain.entities import NodeId
from gvkaart.domain.overriding import override
from gvkaart.picture.theme import Theme
from gvkaart.ui.appearance import theme_of
from gvkaart.ui.icons import icon
from gvkaart.ui.shortening import shortened

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_Role = Qt.ItemDataRole

LIST_LINES: Final = 6
"""Lines of text in a row of a table that names several items in a cell."""
LINES: Final = 2
"""Lines of text in a row, mostly; what does not fit is told by the tip and by the inspector."""

_LONGEST: Final = 120
"""Characters of the title of a row or a column: more would be cut off, or read out before every cell."""

_LONGEST_TIP: Final = 1000


class Tint(StrEnum):
    """How a cell looks besides its words, which must say the same: colour is never the only cue.

    Besides that of `NONE` the values are names of tones of a theme.
    """

    NONE = ""
    GOOD = "interest"
    BAD = "disputed"
    DOUBT = "position"
    WORD = "concept"
    PUBLIC = "public_interest"
    NEVER = "plain"
    """Nothing can stand here."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that can be chosen in a cell: the key of it, and its words.

    Attributes:
        is_on: of a thing that can hold beside others, whether it does; None of things of which one holds at a time.
    """

    key: str
    words: str
    is_on: bool | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: what stands in it; line breaks are kept.
        nodes: the items it is about; choosing the cell selects them.
        tip: what a pointer at rest is told, when that is more than the text.
        icon: the name of an icon before the text.
        choices: what can be chosen in it; see `gvkaart.ui.insight.choice_grid`.
        chosen: the key of the choice that holds now.
        is_ticked: whether the box before the text is ticked; None when there is no box.
    """

    text: str = ""
    nodes: tuple[NodeId, ...] = ()
    tint: Tint = Tint.NONE
    tip: str = ""
    icon: str = ""
    choices: tuple[Choice, ...] = ()
    chosen: str = ""
    is_ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        key: by which it is found again in another reading of the map.
        nodes: the item it is about, when it is about one.
        width: in average characters.
    """

    key: str
    title: str
    tip: str = ""
    nodes: tuple[NodeId, ...] = ()
    width: int = 14


@dataclass(frozen=True, slots=True)
class Row:
    """One row; without cells it is a heading above those that follow.

    Attributes:
        key: by which it is found again in another reading of the map.
        title: what stands before it, or the heading.
        nodes: the item it is about.
    """

    key: str
    title: str
    cells: tuple[Cell, ...] = ()
    nodes: tuple[NodeId, ...] = ()
    tip: str = ""
    icon: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it stands above other rows."""
        return not self.cells


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns.

    Attributes:
        corner: the title of what stands before the rows.
        lines: of text that a row has room for; with more than `LINES`, rows are as high as what stands in them.
    """

    corner: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = field(default=())
    lines: int = LINES

    def texts(self) -> list[list[str]]:
        """Return all of it as text, the titles of the rows first; a heading is a row of its own."""
        return [[row.title, *(cell.text for cell in row.cells)] + [""] * self._missing(row) for row in self.rows]

    def headings(self) -> list[str]:
        """Return the titles of the columns, that of the rows first."""
        return [self.corner, *(column.title for column in self.columns)]

    def matching(self, wanted: Iterable[str]) -> "Grid":
        """Return the grid with the rows in which all these words stand, and the headings above these."""
        words = [word.casefold() for word in wanted]
        kept: list[Row] = []
        heading: Row | None = None
        for row in self.rows:
            if row.is_heading:
                heading = row
                continue
            text = "\n".join((row.title, *(cell.text for cell in row.cells))).casefold()
            if all(word in text for word in words):
                kept += [heading, row] if heading is not None else [row]
                heading = None
        return replace(self, rows=tuple(kept))

    def _missing(self, row: Row) -> int:
        return len(self.columns) - len(row.cells)


class GridModel(QAbstractTableModel):
    """A grid for a table: the titles of the rows are its vertical header."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.grid = Grid("", ())
        self.times = 1.0
        """So many times as large as elsewhere the titles are."""

    def show(self, grid: Grid) -> None:
        """Take another grid."""
        self.beginResetModel()
        self.grid = grid
        self.endResetModel()

    def cell(self, index: _Index) -> Cell:
        """Return the cell at a place; a heading has none of its own."""
        row = self.grid.rows[index.row()]
        return row.cells[index.column()] if row.cells else Cell(nodes=row.nodes)

    def nodes_at(self, index: _Index) -> tuple[NodeId, ...]:
        """Return the items a cell is about: its own, else those of its row."""
        return self.cell(index).nodes or self.grid.rows[index.row()].nodes

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    @override
    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        row, cell = self.grid.rows[index.row()], self.cell(index)
        match role:
            case _Role.DisplayRole:
                return cell.text
            case _Role.ToolTipRole:
                return plain_tip(cell.tip or cell.text)
            case _Role.AccessibleTextRole:
                return self._spoken(index)
            case _Role.AccessibleDescriptionRole:
                return shortened(cell.tip, _LONGEST_TIP)
            case _Role.DecorationRole:
                return icon(cell.icon) if cell.icon else None
            case _Role.CheckStateRole if cell.is_ticked is not None:
                return Qt.CheckState.Checked if cell.is_ticked else Qt.CheckState.Unchecked
            case _Role.BackgroundRole | _Role.ForegroundRole:
                is_ground = role == _Role.BackgroundRole
                return _ground(cell, is_heading=row.is_heading) if is_ground else _ink(cell)
            case _:
                return None

    def _spoken(self, index: _Index) -> str:
        """Return what a screen reader says of a cell: which row and column it is of, and what stands in it."""
        row, column = self.grid.rows[index.row()], self.grid.columns[index.column()]
        title = shortened(row.title, _LONGEST)
        said = self.cell(index).text or "-"
        return title if row.is_heading else f"{title}, {shortened(column.title, _LONGEST)}: {said}"

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let everything be chosen but the empty space beside a heading."""
        if index.isValid() and self.grid.rows[index.row()].is_heading:
            return Qt.ItemFlag.ItemIsEnabled
        has_box = index.isValid() and self.cell(index).is_ticked is not None
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if has_box else Qt.ItemFlag.NoItemFlags)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        across = orientation == Qt.Orientation.Horizontal
        one: Column | Row = self.grid.columns[section] if across else self.grid.rows[section]
        match role:
            case _Role.DisplayRole:
                return shortened(one.title, _LONGEST)
            case _Role.FontRole:
                return _font(self.times, is_bold=isinstance(one, Row) and one.is_heading)
            case _Role.ToolTipRole:
                return plain_tip(one.tip or one.title)
            case _Role.DecorationRole if isinstance(one, Row) and one.icon:
                return _icon(one)
            case _:
                return None


def plain_tip(text: str) -> str:
    """Return a text for a tooltip that shows it letter by letter: Qt reads what looks like markup as such."""
    return f"<qt>{escape(shortened(text, _LONGEST_TIP)).replace(chr(10), '<br>')}</qt>" if text else ""


def looks(theme: Theme) -> Mapping[Tint, tuple[str, str]]:
    """Return fill and ink of every tint in a theme, as #rrggbb."""
    toned = {tint: theme.tones[tint] for tint in Tint if tint is not Tint.NONE}
    return {Tint.NONE: (theme.background, theme.text)} | {one: (tone.fill, tone.edge) for one, tone in toned.items()}


def _font(times: float, *, is_bold: bool) -> QFont:
    font = QGuiApplication.font()
    font.setPointSizeF(font.pointSizeF() * times)
    font.setBold(is_bold)
    return font


def _icon(row: Row) -> QIcon:
    return icon(row.icon)


def _ground(cell: Cell, *, is_heading: bool) -> QBrush | None:
    theme = theme_of(QGuiApplication.palette())
    if is_heading:
        return QBrush(QColor(theme.panel))
    return None if cell.tint is Tint.NONE else QBrush(QColor(looks(theme)[cell.tint][0]))


def _ink(cell: Cell) -> QBrush | None:
    if cell.tint is Tint.NONE:
        return None
    return QBrush(QColor(looks(theme_of(QGuiApplication.palette()))[cell.tint][1]))
