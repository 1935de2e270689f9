"""What one sees when the program starts without a file: how to begin, where one was, and what there is to look at.

It is a window of its own, without a document, so that nothing is made on disk before somebody chooses. When a document
opens it goes away.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gvkaart import assets
from gvkaart.domain.overriding import override
from gvkaart.picture.theme import Theme, mixed
from gvkaart.ui.background import Background
from gvkaart.ui.desk import Desk
from gvkaart.ui.dropped import kept_of, paths_in
from gvkaart.ui.examples import example_title
from gvkaart.ui.icons import icon
from gvkaart.ui.labels import plain_label
from gvkaart.ui.start_entries import Entry, group

_WIDE: Final = 760
"""Below this width, in pixels at the usual size of letters, the two columns stand below each other."""
TEMPLATES: Final = ("gegevens-delen", "begrippen-vergelijken")
_ICONS: Final = {"gegevens-delen": "dataflow", "begrippen-vergelijken": "concept"}
"""Files in ``resources/templates/<language>``, in the order in which they are offered."""

_Times = dict[str, int | None]
"""When each file was written, in seconds; None when it is not there."""


@dataclass(frozen=True, slots=True)
class Start:
    """One way to begin."""

    name: str
    icon: str
    title: str
    line: str
    do: Callable[[], object]
    key: str = ""


class Page(QWidget):
    """All of the start screen, however little of it is in sight."""

    painted = Signal()
    """It was painted for the first time, and what goes on now is over."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.setObjectName("start-page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._was_painted = False

    @override
    def minimumSizeHint(self) -> QSize:
        """Ask for nothing: the scroll area gives the height that goes with the width, not that of the narrowest."""
        return QSize(0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)


class StartScreen(QWidget):
    """The first window."""

    painted = Signal()
    """It is there to be seen; sent once."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        """Offer what a desk can open."""
        super().__init__()
        self.setObjectName("start-screen")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("gvkaart")
        self.setAcceptDrops(True)
        self._desk = desk
        self._recent: dict[str, Entry] = {}
        self._times: Background[_Times] = Background(self._tell_times, self._fail)
        self._columns = QGridLayout()
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        self.set_theme(theme)
        self._add_keys()

    # --- building -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        inside = Page()
        inside.painted.connect(self._look_up)
        column = QVBoxLayout(inside)
        column.setContentsMargins(36, 28, 36, 28)
        column.setSpacing(18)
        column.addLayout(self._greeting())
        self._columns.setHorizontalSpacing(40)
        self._columns.setVerticalSpacing(18)
        column.addLayout(self._columns)
        column.addStretch(1)
        self._fill(self._left, self._beginnings())
        self._fill(self._right, (self._recents(), self._examples()))
        self._place_columns()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.findChildren(Entry)[0].setFocus()

    def _fill(self, side: QWidget, groups: Iterable[QWidget]) -> None:
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        for one in groups:
            column.addWidget(one)
        column.addStretch(1)

    def _greeting(self) -> QVBoxLayout:
        title = plain_label("gvkaart", wraps=False)
        title.setProperty("role", "name")
        line = plain_label(self.tr("Zet op een kaart wie wat wil en waarom, en zie wat u nog niet weet."))
        line.setProperty("role", "faint")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(title)
        column.addWidget(line)
        return column

    def _beginnings(self) -> tuple[QWidget, QWidget]:
        desk = self._desk
        new = (
            Start("new", "new", self.tr("Lege kaart"), self.tr("Begin met niets."), desk.new, "Ctrl+N"),
            *(
                Start(f"template-{name}", _ICONS[name], title, line, partial(desk.new_from, name))
                for name, (title, line) in _templates().items()
            ),
        )
        opening = Start(
            "open",
            "open",
            self.tr("Openen…"),
            self.tr("Een document of casusbestand op deze pc."),
            partial(desk.ask_open, self),
            "Ctrl+O",
        )
        tour = Start(
            "tour",
            "eye",
            self.tr("Rondleiding"),
            self.tr("In één minuut zien wat het programma doet."),
            desk.start_tour,
        )
        reading = Start(
            "help", "help", self.tr("Uitleg"), self.tr("De handleiding, ook zonder internet."), self._help, "F1"
        )
        begin = group(self.tr("Nieuw"), *map(self._entry, new))
        if desk.settings.tour_seen:
            return begin, group(self.tr("Verder"), *map(self._entry, (opening, tour, reading)))
        return group(self.tr("Voor het eerst hier?"), *map(self._entry, (tour, reading, opening))), begin

    def _entry(self, start: Start) -> Entry:
        shown = QKeySequence(start.key).toString(QKeySequence.SequenceFormat.NativeText) if start.key else ""
        entry = Entry(start.name, start.icon, start.title, start.line, shown)
        entry.clicked.connect(lambda _checked=False: start.do())
        return entry

    def _examples(self) -> QWidget:
        entries = map(self._example, (*assets.example_names(), assets.EVERY_EXAMPLE))
        return group(self.tr("Voorbeelden"), *entries)

    def _example(self, name: str) -> Entry:
        line = example_lines().get(name, "")
        do = partial(self._desk.open_example, name)
        return self._entry(Start(f"example-{name}", "layout", example_title(name), line, do))

    def _recents(self) -> QWidget:
        paths = self._desk.settings.recent
        if not paths:
            words = self.tr("Nog niets. Documenten die u opent of opslaat, vindt u hier terug.")
            return group(self.tr("Onlangs geopend"), _faint(words))
        return group(self.tr("Onlangs geopend"), *map(self._recent_row, paths))

    def _recent_row(self, stored: str) -> QWidget:
        path = Path(stored)
        entry = Entry("recent", "save", path.stem, str(path.parent))
        entry.setToolTip(stored)
        entry.clicked.connect(lambda _checked=False: self._desk.open(path))
        remove = QToolButton()
        remove.setObjectName("forget")
        remove.setIcon(icon("trash"))
        remove.setAutoRaise(True)
        remove.setToolTip(self.tr("Uit deze lijst halen"))
        remove.setAccessibleName(self.tr("%1 uit deze lijst halen").replace("%1", path.stem))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(entry, 1)
        line.addWidget(remove)
        remove.clicked.connect(lambda _checked=False: self._forget(stored))
        self._recent[stored] = entry
        return row

    def _add_keys(self) -> None:
        desk = self._desk
        keys = QKeySequence.StandardKey
        for key, do in (
            (keys.New, desk.new),
            (keys.Open, partial(desk.ask_open, self)),
            (keys.HelpContents, self._help),
            (keys.Quit, desk.quit),
            (keys.Close, self.close),
        ):
            action = QAction(self)
            action.setShortcut(key)
            action.triggered.connect(lambda _checked=False, do=do: do())
            self.addAction(action)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(_style_sheet(theme))

    # --- following ----------------------------------------------------------------------------------------------------

    def _look_up(self) -> None:
        """Ask the disk about recent documents only now: a share on the network may take its time."""
        paths = tuple(self._recent)
        if paths:
            self._times.run(lambda: {path: _written(path) for path in paths})
        self.painted.emit()

    @property
    def busy(self) -> bool:
        """Whether the disk has still to say which recent documents there are."""
        return self._times.busy

    def _tell_times(self, times: _Times) -> None:
        for path, entry in self._recent.items():
            time = times.get(path)
            folder = str(Path(path).parent)
            if time is None:
                entry.say(self.tr("Niet gevonden in %1").replace("%1", folder), dimmed=True)
            else:
                when = QLocale(self._desk.words.language).toString(
                    QDateTime.fromSecsSinceEpoch(time), "d MMM yyyy H:mm"
                )
                entry.say(f"{when} · {folder}")

    def _fail(self, error: BaseException) -> None:
        raise error

    def _forget(self, stored: str) -> None:
        self._desk.forget_recent(stored)
        row = self._recent.pop(stored).parent()
        self.focusNextChild()
        if isinstance(row, QWidget):
            row.hide()
            row.deleteLater()

    def _help(self) -> None:
        self._desk.show_help(self)

    # --- size ---------------------------------------------------------------------------------------------------------

    def _place_columns(self) -> None:
        """Put the columns beside each other where there is room, else below each other."""
        wide = self.width() >= _WIDE * self.fontMetrics().height() / 17
        self._columns.removeWidget(self._right)
        self._columns.addWidget(self._left, 0, 0)
        self._columns.addWidget(self._right, 0 if wide else 1, 1 if wide else 0)
        self._columns.setColumnStretch(0, 1)
        self._columns.setColumnStretch(1, 1 if wide else 0)

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # whatever Qt gives
        self._place_columns()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the recent document with the keyboard out of the list."""
        chosen = next((path for path, entry in self._recent.items() if entry.hasFocus()), None)
        if event.key() == Qt.Key.Key_Delete and chosen is not None:
            self._forget(chosen)
        else:
            super().keyPressEvent(event)

    # --- dropping -----------------------------------------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take text, and files of which at least one is of use."""
        from gvkaart.ui.pasting.files import Handling, handling_of

        data = event.mimeData()
        paths = paths_in(data)
        if any(handling_of(path) is not Handling.UNKNOWN for path in paths) or (not paths and data.text().strip()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Go on when the drop is over: a question in the middle of it would hold up the other program."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        data = kept_of(event.mimeData())
        QTimer.singleShot(0, self, lambda: self._begin_with(data))

    def _begin_with(self, data: QMimeData) -> None:
        """Open documents and case files; all else goes on the map of a new document."""
        from gvkaart.ui.pasting.files import Handling, handling_of

        paths, desk = paths_in(data), self._desk
        if paths and all(handling_of(path) in {Handling.DOCUMENT, Handling.CASE} for path in paths):
            for path in paths:
                desk.open(path)
        else:
            desk.begin_with(data)

    # --- closing ------------------------------------------------------------------------------------------------------

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._times.close()
        self._desk.left_start()
        super().closeEvent(event)


def _faint(text: str) -> QLabel:
    label = plain_label(text)
    label.setProperty("role", "faint")
    label.setContentsMargins(10, 4, 10, 4)
    return label


def _written(path: str) -> int | None:
    try:
        return int(Path(path).stat().st_mtime)
    except OSError:
        return None


def _templates() -> dict[str, tuple[str, str]]:
    """Return title and line of every template."""
    words = {
        "gegevens-delen": (
            QCoreApplication.translate("StartScreen", "Gegevens delen tussen organisaties"),
            QCoreApplication.translate("StartScreen", "De vragen voor wie wil delen: wie, waarom, wat en waarop."),
        ),
        "begrippen-vergelijken": (
            QCoreApplication.translate("StartScreen", "Begrippen vergelijken"),
            QCoreApplication.translate("StartScreen", "Eén woord, twee betekenissen: leg ze naast elkaar."),
        ),
    }
    return {name: words[name] for name in TEMPLATES}


def example_lines() -> dict[str, str]:
    """Return what every example shows, in one line, by file name."""
    return {
        "aanvraag-combineren.yaml": QCoreApplication.translate(
            "StartScreen",
            "Eén formulier voor twee uitkeringen: de een noemt het helpen, de ander kiezen voor de burger.",
        ),
        "bag-energie.yaml": QCoreApplication.translate(
            "StartScreen", "Twee registers koppelen voor goede cijfers, met werk voor wie er zelf niets aan heeft."
        ),
        assets.EVERY_EXAMPLE: QCoreApplication.translate(
            "StartScreen", "Alle voorbeelden in één document: wie in meer zaken meedoet, is overal dezelfde partij."
        ),
        "laatsignalering.yaml": QCoreApplication.translate(
            "StartScreen", "Vier overheden, schulden die niemand in zijn geheel ziet, en één woord voor twee dingen."
        ),
    }


def _style_sheet(theme: Theme) -> str:
    hover, soft = mixed(theme.background, theme.accent, 0.1), mixed(theme.background, theme.line, 0.35)
    faint = QColor(mixed(theme.text, theme.background, 0.5)).name()
    return f"""
    #start-screen, #start-page {{ background: {theme.background}; }}
    QLabel {{ background: transparent; }}
    QLabel[role="name"] {{ font-size: 22pt; font-weight: bold; color: {theme.text}; }}
    QLabel[role="heading"] {{ font-weight: bold; color: {theme.accent}; padding: 2px 6px; }}
    QLabel[role="title"] {{ font-weight: bold; color: {theme.text}; }}
    QLabel[role="faint"] {{ color: {theme.muted}; }}
    QLabel:disabled {{ color: {faint}; }}
    QPushButton[entry="true"] {{
        border: 1px solid transparent; border-radius: 6px; background: transparent; text-align: left; padding: 0;
    }}
    QPushButton[entry="true"]:hover {{ background: {hover}; border-color: {soft}; }}
    QPushButton[entry="true"]:focus {{ border: 2px solid {theme.accent}; }}
    """
