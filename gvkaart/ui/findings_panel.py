"""The findings: what the program noticed, why it matters, what to do next, and where it shows on the map."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gvkaart.analysis.findings import BY_VALUE, Finding, most_pressing_first
from gvkaart.analysis.wording import Sentences, sentences
from gvkaart.domain.derived import text_of
from gvkaart.domain.overriding import override
from gvkaart.ui.asking import ask_text
from gvkaart.ui.checking import Checker
from gvkaart.ui.icons import icon
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import finding as finding_operations
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.uncopied import Uncopied

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT: Final = QModelIndex()
_NAMED: Final = 12
"""So many items are named in the explanation of a finding."""
_EXTRA: Final = 6
"""Pixels between two findings."""
_HEIGHT: Final = 300
"""Of list and explanation alike, before the window gives them what there is."""
_LOWEST: Final = 48
"""Pixels: list and explanation scroll in so little before the window is made higher than a small screen."""

OF_SELECTION: Final = "selection"
"""Stands among the families for the findings that rest on a selected item."""


class FindingsModel(QAbstractListModel):
    """The findings, severest first, those set aside last."""

    def __init__(self, session: Session, checker: Checker, parent: QWidget | None = None) -> None:
        """Show the findings of a checker, and follow it."""
        super().__init__(parent)
        self._session, self._checker = session, checker
        self.findings: list[Finding] = []
        self.family = ""
        """The family of checks that is shown, "" for all of them, `OF_SELECTION` for what is about selected items."""
        checker.findings_changed.connect(self.load)
        self.load()

    def load(self) -> None:
        """Take over the findings of the checker, of the family that is shown."""
        self.beginResetModel()
        self.findings = most_pressing_first(filter(self._is_shown, self._checker.findings))
        self.endResetModel()

    def families(self) -> Counter[str]:
        """Count the findings of each family that are not set aside, in the order of the checks."""
        return Counter(_family(one) for one in self._checker.findings if one.set_aside is None)

    def _is_shown(self, finding: Finding) -> bool:
        if self.family == OF_SELECTION:
            return not set(finding.nodes).isdisjoint(self._session.selection)
        return self.family in {"", _family(finding)}

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.findings)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | QIcon | None:
        if not index.isValid():
            return None
        finding = self.findings[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                message = sentences(finding, self._session.graph.nodes, self._session.words).message
                return message if finding.set_aside is None else self.tr("%1 (opzijgezet)").replace("%1", message)
            case Qt.ItemDataRole.DecorationRole:
                return icon(f"severity-{finding.severity}")
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._session.words.text(f"checks.severity.{finding.severity}")
            case _:
                return None


class _Roomy(QStyledItemDelegate):
    """Gives every line room: at the very height that Qt works out, rounding may cost the last line."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, _EXTRA)


class FindingsPanel(QWidget):
    """List and explanation of the findings; choosing one shows its evidence on the map."""

    evidence_chosen = Signal(object)
    """A finding was chosen to be shown on the map; carries the `Finding`, or None when none is."""

    def __init__(self, session: Session, checker: Checker, parent: QWidget | None = None) -> None:
        """Show and follow the findings of a checker."""
        super().__init__(parent)
        self._session, self._checker = session, checker
        self.model = FindingsModel(session, checker, self)
        self._list = self._make_list()
        self._families = self._make_families()
        self._summary = plain_label(name="findings-summary")
        self._shown: Finding | None = None
        self._heading = plain_label(name="finding-heading")
        self._heading.setStyleSheet("font-weight: bold")
        self._explanation = plain_label(name="finding-explanation")
        self._explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._aside = QPushButton()
        self._aside.setObjectName("set-aside")
        self._aside.clicked.connect(self._toggle_aside)
        self._lay_out()
        checker.findings_changed.connect(self._refresh)
        checker.looked.connect(self._summarise)
        session.changed.connect(self._summarise)
        session.view_changed.connect(self._summarise)
        session.selection_changed.connect(self._follow_selection)
        self._refresh()

    @property
    def chosen(self) -> Finding | None:
        """The finding that is chosen in the list."""
        index = self._list.currentIndex()
        return self.model.findings[index.row()] if index.isValid() else None

    def _make_families(self) -> QComboBox:
        families = QComboBox()
        families.setObjectName("finding-families")
        families.setAccessibleName(self.tr("Welke signalen"))
        families.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        families.setMaxVisibleItems(20)
        families.activated.connect(lambda _row: self._show_family(families.currentData()))
        return families

    def _offer_families(self) -> None:
        """Offer the families there are findings of, with how many; the one that is shown stays, also without any."""
        counted = self.model.families()
        if self.model.family not in {"", OF_SELECTION}:
            counted.setdefault(self.model.family, 0)
        self._families.clear()
        self._families.addItem(self.tr("Alle signalen (%1)").replace("%1", str(counted.total())), "")
        self._families.addItem(self.tr("Over wat geselecteerd is"), OF_SELECTION)
        for family, count in counted.items():
            self._families.addItem(f"{self._session.words.text(f'checks.family.{family}')} ({count})", family)
        self._families.setCurrentIndex(self._families.findData(self.model.family))
        self._families.setVisible(counted.total() > 0)

    def _show_family(self, family: str) -> None:
        self.model.family = family
        self.model.load()
        self._refresh()

    def _follow_selection(self) -> None:
        if self.model.family == OF_SELECTION:
            self._show_family(OF_SELECTION)

    def _make_list(self) -> QListView:
        view = QListView()
        view.setObjectName("findings")
        view.setAccessibleName(self.tr("Signalen"))
        view.setModel(self.model)
        Uncopied(view)
        view.setWordWrap(True)
        view.setItemDelegate(_Roomy(view))
        view.setTextElideMode(Qt.TextElideMode.ElideNone)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMinimumHeight(_LOWEST)
        view.selectionModel().currentChanged.connect(self._show_chosen)
        view.clicked.connect(self._show_chosen)
        return view

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._list)
        self._lower = self._below()
        splitter.addWidget(self._lower)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_HEIGHT, _HEIGHT])
        splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._summary.setContentsMargins(12, 8, 12, 4)
        whole.addWidget(self._summary)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 6)
        row.addWidget(self._families, 1)
        whole.addLayout(row)
        whole.addWidget(splitter, 1)

    def _below(self) -> QWidget:
        scroll = QScrollArea()
        scroll.setAccessibleName(self.tr("Uitleg bij het signaal"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._explanation)
        scroll.setMinimumHeight(_LOWEST)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(12, 8, 12, 10)
        self._explanation.setContentsMargins(0, 0, 6, 0)  # letters do not touch the scroll bar
        column.addWidget(self._heading)
        column.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.addWidget(self._aside)
        row.addStretch(1)
        column.addLayout(row)
        return below

    def _refresh(self) -> None:
        """Say how many there are, and stay at the finding that was chosen while it is there."""
        self._offer_families()
        self._summarise()
        self._list.setVisible(bool(self.model.findings))  # nothing to list: one ground, no empty white below
        if (row := self._row_of(self._shown)) is None:
            self._show_chosen()
            return
        with QSignalBlocker(self._list.selectionModel()):  # the map does not jump to what was there already
            self._list.setCurrentIndex(self.model.index(row))
        self._show(self.model.findings[row])

    def _summarise(self) -> None:
        counted = [one for one in self._checker.findings if one.set_aside is None]
        match len(counted):
            case 0 if not self._session.view.nodes:
                summary = self.tr(
                    "Hier staat straks wat opvalt, zoals een woord met twee betekenissen of een positie zonder belang. "
                    "Zet eerst een partij op de kaart, met wat die wil."
                )
            case 0 if self._checker.view is None:
                summary = self.tr("De kaart wordt bekeken…")
            case 0:
                summary = self.tr("Geen signalen. Hoe meer u op de kaart zet, hoe meer het programma kan zien.")
            case 1:
                summary = self.tr("1 signaal op deze kaart. Kies het voor uitleg.")
            case count:
                summary = self.tr("%1 signalen op deze kaart. Kies er een voor uitleg.").replace("%1", str(count))
        self._summary.setText(summary)

    def _row_of(self, finding: Finding | None) -> int | None:
        if finding is None:
            return None
        about = (finding.check, finding.evidence)
        rows = [row for row, one in enumerate(self.model.findings) if (one.check, one.evidence) == about]
        rows.sort(key=lambda row: self.model.findings[row].values != finding.values)
        return next(iter(rows), None)

    def _show_chosen(self) -> None:
        finding = self.chosen
        self._show(finding)
        self.evidence_chosen.emit(finding)

    def _show(self, finding: Finding | None) -> None:
        """Explain a finding; with none, the list has all the room."""
        self._shown = finding
        self._lower.setVisible(finding is not None)
        self._heading.setText("" if finding is None else self._told(finding).title)
        self._explanation.setText("" if finding is None else self._explain(finding))
        if finding is not None:
            self._aside.setText(self.tr("Opzijzetten…") if finding.set_aside is None else self.tr("Terughalen"))

    def _explain(self, finding: Finding) -> str:
        told = self._told(finding)
        next_step = self.tr("Wat nu? %1").replace("%1", told.next_step)
        parts = [told.why, next_step, *self._evidence(finding), self.tr("Bron: %1").replace("%1", told.source)]
        if finding.set_aside is not None:
            parts.append(self.tr("Opzijgezet, omdat: %1").replace("%1", finding.set_aside.reason))
        return "\n\n".join(parts)

    def _evidence(self, finding: Finding) -> Iterator[str]:
        """Name what shows it: items on the map, or of values that are missing there what to ask about each."""
        if finding.check in BY_VALUE:
            values = (value for value in self._session.catalogue if value.id in finding.values)
            yield "\n".join(f"\u2022 {value.name}: {value.question}" for value in values)
        if finding.evidence:
            yield self.tr("Op de kaart: %1").replace("%1", self._named(finding))

    def _named(self, finding: Finding) -> str:
        """Name what is evidence: each item with its kind, and a meaning with whose it is."""
        nodes, words = self._session.graph.nodes, self._session.words
        found = [nodes[one] for one in finding.nodes if one in nodes]
        names = []
        for node in found[:_NAMED]:
            frame = text_of(node.fields, "frame")
            whose = f" ({frame})" if frame else ""
            names.append(f"{words.term(f'kind.{node.kind}').lower()} '{shortened(node.title)}'{whose}")
        return ", ".join(names) + ("…" if len(found) > _NAMED else "")

    def _told(self, finding: Finding) -> Sentences:
        return sentences(finding, self._session.graph.nodes, self._session.words)

    def _toggle_aside(self) -> None:
        finding = self.chosen
        if finding is None:
            return
        title = self._told(finding).title
        if finding.set_aside is not None:
            finding_operations.bring_back(self._session, finding.set_aside.key, title, finding.values)
        elif finding.check in BY_VALUE:
            self._set_values_aside(finding, title)
        else:
            self._set_aside(finding, title)

    def _set_aside(self, finding: Finding, title: str) -> None:
        question = self.tr("Waarom telt dit signaal hier niet?")
        reason = ask_text(self, self.tr("Signaal opzijzetten"), question)
        if reason is not None:
            finding_operations.set_aside(self._session, [finding.key_on(self._session.map_id)], title, reason)

    def _set_values_aside(self, finding: Finding, title: str) -> None:
        from gvkaart.ui.setting_aside import SettingAsideDialog

        values = [value for value in self._session.catalogue if value.id in finding.values]
        dialog = SettingAsideDialog(values, self)
        if dialog.exec():
            key = finding.key_on(self._session.map_id)
            keys = [key._replace(values=(value,)) for value in dialog.chosen]
            finding_operations.set_aside(self._session, keys, title, dialog.reason)


def _family(finding: Finding) -> str:
    """Return the family of the check that found something: the first part of its id."""
    return finding.check.partition(".")[0]
