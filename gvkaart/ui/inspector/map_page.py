"""The page when nothing is selected: what one can do, and the map itself with its rounds."""

from functools import partial

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Map, Round, RoundId, Value
from gvkaart.domain.metamodel import MAP_FIELDS
from gvkaart.domain.overriding import override
from gvkaart.domain.text import clean_line
from gvkaart.ui.icons import icon
from gvkaart.ui.inspector.editors import DateEditor, LineEditor, TitleEditor
from gvkaart.ui.inspector.factory import editor_for
from gvkaart.ui.inspector.form import Form, heading
from gvkaart.ui.inspector.page import Page
from gvkaart.ui.labels import plain_label
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.session import Session


class MapPage(Page):
    """Shows and edits the map in view."""

    def __init__(self, session: Session) -> None:
        """Show the map that the session looks at, if there is one."""
        super().__init__(session)
        self.setObjectName("map-page")
        self.column.addWidget(heading(self.tr("Niets geselecteerd")))
        words = self.tr(
            "Kies een item om het te lezen of te wijzigen. Of voeg er een toe met de knop + of de toets Insert."
        )
        hint = plain_label(words)
        hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.column.addWidget(hint)
        self._rounds: RoundList | None = None
        if self.map_id in session.graph.maps:
            self._add_fields()
            self.column.addWidget(heading(self.tr("Rondes")))
            self._rounds = RoundList(session)
            self.column.addWidget(self._rounds)
        self.column.addStretch(1)

    @property
    def _map(self) -> Map:
        return self.session.graph.maps[self.map_id]

    def _add_fields(self) -> None:
        word = self.session.words.term
        self.column.addWidget(heading(self.tr("Deze kaart")))
        title = TitleEditor(self._rename)
        title.setObjectName("map-title")
        self.add(word("field.title"), title, lambda: self._map.title or None)
        for field in MAP_FIELDS:
            editor = editor_for(self.session, field, partial(self._set_field, field.id))
            self.add(word(f"field.{field.id}"), editor, partial(self._field, field.id))

    def _field(self, field_id: str) -> Value | None:
        return self._map.fields.get(field_id)

    def _rename(self, value: Value | None) -> bool:
        return map_operations.rename(self.session, self.map_id, str(value or ""))

    def _set_field(self, field_id: str, value: Value | None) -> bool:
        return map_operations.set_field(self.session, self.map_id, field_id, value)

    @override
    def is_concerned(self, changes: ChangeSet) -> bool:
        return changes.concerns_maps or (
            self.map_id in self.session.graph.maps and not changes.nodes.isdisjoint(map(str, self._map.fields.values()))
        )

    @override
    def refresh(self) -> None:
        super().refresh()
        if self._rounds is not None:
            self._rounds.refresh()

    @override
    def commit(self) -> None:
        super().commit()
        if self._rounds is not None:
            self._rounds.commit()

    @override
    def forget(self) -> None:
        super().forget()
        if self._rounds is not None:
            self._rounds.forget()


class RoundList(QWidget):
    """The rounds of the map in view: title and date of each, and a line to add one."""

    def __init__(self, session: Session) -> None:
        """Show the rounds."""
        super().__init__()
        self.setObjectName("rounds")
        self._session, self._map_id = session, session.map_id
        self._rows: dict[RoundId, Form] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self._new = QLineEdit()
        self._new.setObjectName("new-round")
        self._new.setPlaceholderText(self.tr("Naam van een nieuwe ronde"))
        self._new.setAccessibleName(self.tr("Naam van een nieuwe ronde"))
        self._new.returnPressed.connect(self._add)
        add = QPushButton(self.tr("Toevoegen"))
        add.setObjectName("add-round")
        add.clicked.connect(self._add)
        across = QHBoxLayout()
        across.addWidget(self._new, 1)
        across.addWidget(add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addLayout(across)
        self.refresh()

    def _add(self) -> None:
        title = clean_line(self._new.text())
        if title and map_operations.add_round(self._session, title):
            self._new.clear()

    def refresh(self) -> None:
        """Show the rounds as they are now; rows of rounds that stay are the same widgets."""
        rounds = self._session.graph.rounds_of(self._map_id)
        wanted = [one.id for one in rounds]
        for gone in [one for one in self._rows if one not in wanted]:
            row = self._rows.pop(gone)
            row.forget()
            row.hide()
            row.deleteLater()
        for place, round_id in enumerate(wanted):
            if round_id not in self._rows:
                self._rows[round_id] = self._row(round_id)
            self._column.insertWidget(place, self._rows[round_id])
            self._rows[round_id].refresh()

    def commit(self) -> None:
        """Hand in what is pending, also a round that was named but not yet added."""
        for row in tuple(self._rows.values()):
            row.commit()
        self._add()

    def forget(self) -> None:
        """Hand nothing in any more."""
        for row in self._rows.values():
            row.forget()
        self._new.clear()

    def _round(self, round_id: RoundId) -> Round:
        return self._session.graph.rounds[round_id]

    def _row(self, round_id: RoundId) -> Form:
        row = Form()
        row.setObjectName("round")
        title, date = LineEditor(partial(self._set_title, round_id)), DateEditor(partial(self._set_date, round_id))
        title.setObjectName("round-title")
        date.setObjectName("round-date")
        date.line.setPlaceholderText(self.tr("datum"))
        row.bind(title, lambda: self._round(round_id).title or None)
        row.bind(date, lambda: self._round(round_id).date or None)
        title.name(self.tr("Naam van de ronde"))
        date.name(self.tr("Datum van de ronde"))
        remove = QToolButton()
        remove.setObjectName("remove-round")
        remove.setAutoRaise(True)
        remove.setMinimumSize(24, 24)
        remove.setIcon(icon("trash"))
        remove.setToolTip(self.tr("Ronde weghalen"))
        remove.setAccessibleName(self.tr("Ronde weghalen"))
        remove.clicked.connect(lambda: map_operations.remove_round(self._session, round_id))
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(title, 3)
        across.addWidget(date, 2)
        across.addWidget(remove)
        row.column.addLayout(across)
        return row

    def _set_title(self, round_id: RoundId, value: Value | None) -> bool:
        date = self._round(round_id).date
        return map_operations.change_round(self._session, round_id, str(value or ""), date)

    def _set_date(self, round_id: RoundId, value: Value | None) -> bool:
        title = self._round(round_id).title
        return map_operations.change_round(self._session, round_id, title, str(value or ""))
