"""The dialog with everything a person can choose about the program itself; each choice is a menu command too."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gvkaart.ui.appearance import MapText, Scheme
from gvkaart.ui.fitting import fit_to_screen
from gvkaart.ui.labels import plain_label

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow


_BETWEEN: Final = 10
_LOWER: Final = 5
"""Pixels between rows, and by which a title stands lower, so that it stands beside the words in a field."""


class PreferencesDialog(QDialog):
    """Shows the settings; what is chosen holds at once, in every window."""

    def __init__(self, window: "MainWindow") -> None:
        """Show the settings as they are, over a window."""
        super().__init__(window)
        self.setObjectName("preferences-dialog")
        self.setWindowTitle(self.tr("Voorkeuren"))
        self._window, self._desk = window, window.desk
        self._form = QGridLayout()
        self._form.setColumnStretch(1, 1)
        self._form.setVerticalSpacing(4)
        self._form.setHorizontalSpacing(16)
        self._add_words()
        self._add_looks()
        self._add_movement()
        self._add_keeping()
        self._add_keys()
        self._lay_out()

    def _lay_out(self) -> None:
        self._form.setRowStretch(self._form.rowCount(), 1)
        inner = QWidget()
        inner.setLayout(self._form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(box)
        self.resize(fit_to_screen(self, inner, 560))

    def _add_words(self) -> None:
        self._add_choice(
            self.tr("&Taal"),
            "language",
            (("Nederlands", "nl"), ("English", "en")),
            self._desk.settings.language,
            self._desk.set_language,
        )

    def _add_looks(self) -> None:
        desk = self._desk
        self._add_choice(
            self.tr("&Kleuren"),
            "scheme",
            (
                (self.tr("Zoals het systeem"), Scheme.SYSTEM),
                (self.tr("Licht"), Scheme.LIGHT),
                (self.tr("Donker"), Scheme.DARK),
            ),
            desk.settings.scheme,
            lambda chosen: desk.set_scheme(Scheme(chosen)),
        )
        self._add_switch(
            "high-contrast",
            self.tr("&Hoog contrast"),
            self.tr("Ook als het systeem er niet om vraagt."),
            desk.settings.high_contrast,
            desk.set_high_contrast,
        )
        self._add_choice(
            self.tr("Tekst op de k&aart"),
            "map-text",
            (
                (self.tr("Gewoon"), MapText.NORMAL),
                (self.tr("Groot"), MapText.LARGE),
                (self.tr("Extra groot"), MapText.LARGEST),
            ),
            desk.settings.map_text,
            lambda chosen: desk.set_map_text(MapText(chosen)),
        )
        self._add_text(self.tr("Zo groot opent een kaart. Met Ctrl en + of - maakt u haar groter of kleiner."))

    def _add_movement(self) -> None:
        self._add_switch(
            "reduced-motion",
            self.tr("&Minder beweging"),
            self.tr("Items staan meteen op hun plaats, en de cursor knippert niet."),
            self._desk.settings.reduced_motion,
            self._desk.set_reduced_motion,
        )

    def _add_keeping(self) -> None:
        saved = plain_label(
            self.tr(
                "Alles wat u doet, is meteen bewaard op deze pc. Na een halve minuut rust, en als u sluit, "
                "komt het vanzelf in uw bestand. Daar is niets aan in te stellen."
            )
        )
        self._add_row(self.tr("Opslaan"), saved)
        place = plain_label(
            self.tr("Reservekopieën en uw voorkeuren staan in: %1").replace("%1", str(self._desk.folder))
        )
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        place.setAccessibleName(place.text())
        self._add_below(place)

    def _add_keys(self) -> None:
        button = QPushButton(self.tr("&Sneltoetsen kiezen…"))
        button.setObjectName("keys")
        button.setAutoDefault(False)
        button.clicked.connect(self._window.commands["shortcuts"].trigger)
        self._add_row(self.tr("Toetsen"), button)

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _add_choice(
        self,
        title: str,
        name: str,
        choices: tuple[tuple[str, str], ...],
        current: str,
        choose: Callable[[str], object],
    ) -> None:
        """Add a list to choose from; the titles come from here, never from a user."""
        box = QComboBox()
        box.setObjectName(name)
        for words, value in choices:
            box.addItem(words, value)
        box.setCurrentIndex([value for _words, value in choices].index(current))
        box.activated.connect(lambda row: choose(choices[row][1]))
        self._add_row(title, box)

    def _add_switch(self, name: str, title: str, meaning: str, on: bool, choose: Callable[[bool], object]) -> None:
        box = QCheckBox(title)
        box.setObjectName(name)
        box.setChecked(on)
        box.setAccessibleDescription(meaning)
        box.toggled.connect(choose)
        self._add_row("", box)
        self._add_text(meaning)

    def _add_text(self, text: str) -> None:
        label = plain_label(text)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._add_below(label)

    def _add_row(self, title: str, field: QWidget) -> None:
        """Add a row of its own: what it is about, and beside that what one chooses or reads."""
        row = self._form.rowCount()
        if row > 1:
            self._form.setRowMinimumHeight(row, _BETWEEN)
        label = plain_label(title, wraps=False)
        label.setBuddy(field)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, 0 if isinstance(field, QLabel) else _LOWER, 0, 0)
        self._form.addWidget(label, row + 1, 0)
        whole = Qt.AlignmentFlag(0)
        beside = Qt.AlignmentFlag.AlignLeft if isinstance(field, QPushButton) else whole
        self._form.addWidget(field, row + 1, 1, beside)

    def _add_below(self, field: QWidget) -> None:
        """Add what belongs to the row above."""
        self._form.addWidget(field, self._form.rowCount(), 1)
