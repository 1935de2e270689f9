"""The desktop program: one process, a window for each document.

What the first window does not need is imported when it is asked for, so that the program starts quickly.
"""

import logging
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from gvkaart.ui import swift  # noqa: F401  # before all that it makes quicker

# isort: split
from PySide6.QtCore import QDateTime, QLibraryInfo, QLocale, QMimeData, QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from gvkaart import assets, store
from gvkaart.domain.errors import GvkaartError
from gvkaart.picture.theme import Theme
from gvkaart.store import default_data_dir, now
from gvkaart.ui import appearance, focus_ring, motion, settings
from gvkaart.ui.appearance import MapText, Scheme
from gvkaart.ui.asking import CANCEL, Choice, ask, tell
from gvkaart.ui.garbage import Collector
from gvkaart.ui.waiting import waiting
from gvkaart.words import load_words

if TYPE_CHECKING:
    from gvkaart.domain.graph import Graph
    from gvkaart.store import Document
    from gvkaart.ui.main_window import MainWindow
    from gvkaart.ui.opened import Opened
    from gvkaart.ui.session import Session
    from gvkaart.ui.start_screen import StartScreen

_SETTINGS = "instellingen.json"
DAMAGE = ("store.damaged", "store.foreign_schema", "store.invalid_content", "store.too_slow")
"""Errors after which a backup may help."""


class Program(QObject):
    """What is shared by all windows: settings, words, colours, and the opening of documents."""

    def __init__(self, app: QApplication, folder: Path, language: str | None = None) -> None:
        """Set the program up in an application.

        Args:
            app: the application.
            folder: where the program keeps its own files.
            language: for this time, instead of the one that the user chose.
        """
        super().__init__()
        self._app = app
        self.folder = folder
        self.settings = settings.load(folder / _SETTINGS)
        self.words = load_words(language or self.settings.language)
        self.windows: list[MainWindow] = []
        self.start_screen: StartScreen | None = None
        self._offered: set[Path] = set()
        """Working copies that were offered when their file was to be opened."""
        self._translators = _translators(app, self.words.language)
        appearance.load_font(app)
        self._theme = self._theme_now()
        appearance.apply(app, self._theme)
        appearance.follow_system(self._recolour)
        motion.set_reduced(self.settings.reduced_motion)
        focus_ring.install(app)
        self._collector = Collector(app)

    # --- opening ------------------------------------------------------------------------------------------------------

    def show_start(self) -> None:
        """Show the start screen, or bring it to the front."""
        from gvkaart.ui.start_screen import StartScreen

        if self.start_screen is None:
            self.start_screen = StartScreen(self, self._theme)
            self.start_screen.resize(*_fitting_size(self._app))
        self.start_screen.show()
        self.start_screen.raise_()
        self.start_screen.activateWindow()

    def left_start(self) -> None:
        """Take note that the start screen closed."""
        self.start_screen = None

    def new(self) -> None:
        """Open a window on a new document with one empty map."""
        self._open_new()

    def begin_with(self, data: QMimeData) -> None:
        """Open a window on a new document, and put on its map what was dropped."""
        from gvkaart.ui.pasting.paster import Paster

        if self._open_new():
            window = self.windows[-1]
            window.ready.connect(lambda: Paster(window).take(data, (0, 0)))

    def _open_new(self) -> bool:
        title = self.tr("Nieuwe kaart")
        return self.open_made(lambda: _new_document(self.folder, title, self.words.language))

    def ask_open(self, window: QWidget) -> None:
        """Ask which document or case file to open, and open it."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Kaarten en casusbestanden") + " (*.gvkaart *.yaml *.yml *.json)"
        chosen, _filter = QFileDialog.getOpenFileName(window, self.tr("Openen"), "", kinds)
        if chosen:
            self.open(Path(chosen))

    def open(self, path: Path) -> bool:
        """Open a document, or a case file as a new document; a document that is open already comes to the front."""
        path = path.resolve()
        for window in self.windows:
            if window.session.document.path == path:
                window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
                window.raise_()
                window.activateWindow()
                return True
        if _is_case_file(path):
            return self._open_case(path)
        return self._goes_on_with(path) or self.open_made(lambda: store.Document.open(path, self.folder, now))

    def _goes_on_with(self, path: Path) -> bool:
        """Offer what was not saved of a file first: once the file is open, nobody could go on with that."""
        unsaved = [one for one in self._recoverable() if one.path == path]
        self._offered.update(one.folder for one in unsaved)
        return any(map(self._offer, unsaved))

    def open_example(self, name: str) -> bool:
        """Open an example case, or all of them, as a new document, so that nothing one tries can spoil the example."""
        from gvkaart.exchange.case_file import read_case

        return self.open_made(
            lambda: _document_of((read_case(case) for case in assets.example_cases(name)), self.folder, name),
            is_unseen=True,
        )

    def new_from(self, template: str) -> bool:
        """Open a template (`gvkaart.ui.start_screen.TEMPLATES`) as a new document."""
        from gvkaart.exchange.case_file import read_case

        data = assets.resource_bytes(f"templates/{self.words.language}/{template}.yaml")
        return self.open_made(lambda: _document_of((read_case(data),), self.folder, template))

    def _open_case(self, path: Path) -> bool:
        from gvkaart.exchange.case_file import read_case_file
        from gvkaart.exchange.report import CaseFileError
        from gvkaart.ui.case_files import tell_problems

        try:
            case = read_case_file(path)
        except CaseFileError as error:
            tell_problems(self._app.activeWindow(), path, error, self.words)
            return False
        except OSError as error:
            self._say(self.tr("%1 kan niet worden geopend.").replace("%1", path.name), error.strerror or "")
            return False
        return self.open_made(lambda: _document_of((case,), self.folder, path.name), is_unseen=True)

    def open_made(self, document_of: Callable[[], "Document"], *, is_unseen: bool = False) -> bool:
        """Open a window on what `document_of` returns; what cannot be opened becomes a sentence.

        Of a full map that nobody has seen as a document before, `is_unseen`, one topic is shown first.
        """
        from gvkaart.ui.opened import Opened

        try:
            with waiting():
                document = document_of()
        except GvkaartError as error:
            return self._tell_unopened(error)
        self._replace_untouched()
        self._show(Opened(document), is_unseen=is_unseen)
        return True

    def _tell_unopened(self, error: GvkaartError) -> bool:
        """Say why a document was not opened; one that is damaged leads to the backups. Tell whether one was opened."""
        from gvkaart.store.backups import all_backups

        title, text = self.tr("Dat kan niet worden geopend"), self.words.error(error)
        if error.key not in DAMAGE or not all_backups(self.folder):
            self._say(title, text)
            return False
        close = Choice(CANCEL, self.tr("Sluiten"))
        if ask(None, title, text, Choice("backups", self.tr("Reservekopieën bekijken…")), close) == CANCEL:
            return False
        from gvkaart.ui.history.backups_dialog import BackupsDialog

        dialog = BackupsDialog(self, None, self._app.activeWindow())
        dialog.exec()
        return dialog.opened

    def import_window(self) -> None:
        """Import what a window on a document needs, so that the first one that is opened need not wait for it."""
        from gvkaart.ui import main_window, parts  # noqa: F401  # only to have them

    def open_beside(self, session: "Session") -> None:
        """Open another window on a document, looking at the same map."""
        beside = self._show(session.opened)
        beside.session.look_at_map(session.map_id)

    def _show(self, opened: "Opened", *, is_unseen: bool = False) -> "MainWindow":
        from gvkaart.ui import topics, window_memory
        from gvkaart.ui.main_window import MainWindow
        from gvkaart.ui.parts import PARTS

        window = MainWindow(opened, self, self._theme, PARTS)
        self.windows.append(window)
        window.resize(*_fitting_size(self._app))
        window_memory.restore(window, self.settings)
        if is_unseen:
            window.shown.show_topic(topics.first_of(window.session.view))
        window.show()
        QTimer.singleShot(0, window.start)
        if self.start_screen is not None:
            self.start_screen.close()
        return window

    def _replace_untouched(self) -> None:
        """Close a window on a new document in which nothing was done: the next one takes its place."""
        for window in list(self.windows):
            if window.session.is_untouched and not window.session.graph.nodes:
                window.close()

    def recover(self) -> None:
        """Offer to go on with what was not saved when the program ended; each must be answered."""
        for one in self._recoverable():
            if one.folder not in self._offered:
                self._offer(one)

    def _recoverable(self) -> "list[store.Recoverable]":
        try:
            return store.list_recoverable(self.folder)
        except GvkaartError as error:
            self._say(self.tr("Eerder werk kan niet worden gelezen"), self.words.error(error))
            return []

    def _offer(self, one: "store.Recoverable") -> bool:
        """Ask what to do with work that was not saved; tell whether it is open now."""
        if one.changes is None:
            self._offer_damaged(one)
            return False
        name = one.path.name if one.path is not None else self.tr("een kaart zonder bestand")
        time = QDateTime.fromMSecsSinceEpoch(one.time)
        when = QLocale(self.words.language).toString(time, "d MMMM yyyy H:mm")
        text = self.tr(
            "Het programma is eerder gestopt terwijl er werk was dat nog niet in het bestand stond: "
            "%1, laatst gewijzigd op %2. Niets daarvan is verloren."
        )
        chosen = ask(
            None,
            self.tr("Verdergaan waar u was?"),
            text.replace("%2", when).replace("%1", name),
            Choice("recover", self.tr("Verdergaan")),
            Choice(CANCEL, self.tr("Later beslissen")),
            Choice("forget", self.tr("Weggooien"), destroys=True),
        )
        if chosen == "recover":
            return self.open_made(lambda: store.recover(one, self.folder, now))
        if chosen == "forget" and self._is_sure():
            self._forget(one)
        return False

    def _is_sure(self) -> bool:
        """Ask once more before work is thrown away that stands nowhere else."""
        chosen = ask(
            None,
            self.tr("Dit werk echt weggooien?"),
            self.tr("Het staat nergens anders, en is daarna niet terug te halen."),
            Choice(CANCEL, self.tr("Bewaren")),
            Choice("sure", self.tr("Weggooien"), destroys=True),
        )
        return chosen == "sure"

    def _offer_damaged(self, one: "store.Recoverable") -> None:
        """Say what is left of work whose working copy cannot be read; it stays until somebody throws it away."""
        chosen = ask(
            None,
            self.tr("Eerder werk is niet te lezen"),
            self.tr(
                "Van een eerdere keer staat er nog werk op deze pc dat dit programma niet kan lezen. "
                "Het is beschadigd, of gemaakt met een nieuwere versie van gvkaart. Wat in uw bestand stond, is er "
                "nog. Bewaar de map hieronder als u er hulp bij wilt vragen."
            )
            + f"\n\n{one.folder}",
            Choice(CANCEL, self.tr("Bewaren")),
            Choice("forget", self.tr("Weggooien"), destroys=True),
        )
        if chosen == "forget":
            self._forget(one)

    def _forget(self, one: "store.Recoverable") -> None:
        try:
            store.forget(one)
        except GvkaartError as error:
            self._say(self.tr("Dat kan nu niet worden weggegooid"), self.words.error(error))

    # --- for all windows ----------------------------------------------------------------------------------------------

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose light or dark for all windows."""
        self._remember(replace(self.settings, scheme=scheme))
        self._recolour()

    def set_high_contrast(self, chosen: bool) -> None:
        """Choose high contrast for all windows, whatever the desktop says; or leave it to the desktop."""
        self._remember(replace(self.settings, high_contrast=chosen))
        self._recolour()
        self._refresh_commands()

    def set_reduced_motion(self, chosen: bool) -> None:
        """Let nothing move, whatever the desktop says; or leave it to the desktop."""
        self._remember(replace(self.settings, reduced_motion=chosen))
        motion.set_reduced(chosen)
        self._refresh_commands()

    def set_underlines_terms(self, chosen: bool) -> None:
        """Point terms out in running text, or leave texts alone, in all windows."""
        self._remember(replace(self.settings, underlines_terms=chosen))
        for window in self.windows:
            window.session.terms.show(chosen)
        self._refresh_commands()

    def set_map_text(self, chosen: MapText) -> None:
        """Choose how large a map opens, in all windows."""
        self._remember(replace(self.settings, map_text=chosen))
        for window in self.windows:
            window.map_view.canvas.read_at(appearance.reading_zoom(chosen))
        self._refresh_commands()

    def _refresh_commands(self) -> None:
        for window in self.windows:
            window.commands.refresh()

    def _theme_now(self) -> Theme:
        return appearance.theme_for(self.settings.scheme, high_contrast=self.settings.high_contrast)

    def _recolour(self) -> None:
        theme = self._theme_now()
        if theme != self._theme:
            self._theme = theme
            appearance.apply(self._app, theme)
            for window in self.windows:
                window.set_theme(theme)
            if self.start_screen is not None:
                self.start_screen.set_theme(theme)

    def set_shortcuts(self, chosen: Mapping[str, str]) -> None:
        """Give commands other keys than those at first, in all windows."""
        from gvkaart.ui import shortcuts

        self._remember(replace(self.settings, shortcuts=chosen))
        for window in self.windows:
            shortcuts.apply(window.commands, chosen)

    def set_concept_base(self, document: str, base: str) -> None:
        """Choose what the web addresses of the concepts of a document, named by its identity, begin with."""
        self._remember(self.settings.with_base(document, base))

    def set_language(self, language: str) -> None:
        """Choose the language, from the next start on."""
        self._remember(replace(self.settings, language=language))
        self._say(
            self.tr("De taal verandert bij de volgende start"), self.tr("Sluit het programma en open het opnieuw.")
        )

    def remember(self, path: Path) -> None:
        """Put a document in front of the recent ones."""
        self._remember(self.settings.with_recent(path))

    def forget_recent(self, path: str) -> None:
        """Take a document out of the recent ones."""
        self._remember(self.settings.without_recent(path))

    def _remember(self, chosen: settings.Settings) -> None:
        self.settings = chosen
        settings.save(chosen, self.folder / _SETTINGS)

    def show_help(self, window: QWidget, topic: str = "") -> None:
        """Show the manual beside a window, at a topic (`gvkaart.ui.help.manual`)."""
        from gvkaart.ui import shortcuts
        from gvkaart.ui.help import show_help

        pages = (shortcuts.page(one.commands, self.settings.shortcuts) for one in self.windows if one is window)
        show_help(window, self.words.language, next(pages, ""), topic)

    def start_tour(self) -> None:
        """Open the example and walk around in it; that it was seen is remembered at once, also when it is stopped."""
        from gvkaart.ui.tour import EXAMPLE, Tour

        if self.open_example(EXAMPLE):
            self._remember(replace(self.settings, tour_seen=True))
            window = self.windows[-1]
            window.ready.connect(Tour(window).begin)

    def show_about(self, window: QWidget) -> None:
        """Say what the program is."""
        from gvkaart.ui.help import show_about

        show_about(window)

    def closed(self, window: QMainWindow) -> None:
        """Take note that a window closes, and how it stood."""
        from gvkaart.ui import window_memory

        for one in self.windows:
            if one is window:
                self._remember(window_memory.noted(self.settings, one))
        self.windows = [one for one in self.windows if one is not window]
        self._collector.search_soon()

    def quit(self) -> None:
        """Close all windows, and end when all agree."""
        self._app.closeAllWindows()

    def report_defect(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Let a mistake of ours be seen and logged, instead of ending silently or fatally; an exception hook."""
        logging.getLogger("gvkaart").error("unexpected %s", kind.__name__, exc_info=(kind, error, trace))
        sentence = self.tr("Er ging iets mis in het programma. Uw werk is bewaard. Sla op en start opnieuw.")
        for window in self.windows:
            window.session.problem.emit(sentence)

    def _say(self, title: str, text: str) -> None:
        tell(self._app.activeWindow(), title, text)


def _new_document(folder: Path, title: str, language: str) -> "Document":
    from gvkaart.domain import map_edits
    from gvkaart.domain.operations import Op

    document = store.Document.create(None, folder, now)
    document.apply(Op.ADD_MAP, map_edits.add_map(document.graph, title, language), title)
    return document


def _is_case_file(path: Path) -> bool:
    from gvkaart.ui.keeping import SUFFIX

    if path.suffix.lower() == SUFFIX:  # so the reader of case files is not needed
        return False
    from gvkaart.exchange.tree import CASE_SUFFIXES

    return path.suffix.lower() in CASE_SUFFIXES


def _document_of(cases: Iterable["Graph"], folder: Path, name: str) -> "Document":
    from gvkaart.domain.operations import Op
    from gvkaart.exchange.merging import merge_together

    document = store.Document.create(None, folder, now)
    document.apply(Op.IMPORT, merge_together(cases, now=now()), name)
    return document


def _fitting_size(app: QApplication) -> tuple[int, int]:
    """Return a comfortable size for a window that fits the screen."""
    screen = app.primaryScreen().availableGeometry()
    return min(1500, round(screen.width() * 0.92)), min(960, round(screen.height() * 0.9))


def _translators(app: QApplication, language: str) -> tuple[QTranslator, ...]:
    """Install the texts of Qt's own dialogs, and ours where these are not the Dutch ones in the code."""
    qt, missing, own = QTranslator(app), QTranslator(app), QTranslator(app)
    installed = []
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        installed.append(qt)
    if missing.load(str(assets.resource_path("i18n") / f"qt_{language}.qm")):
        installed.append(missing)
    if language != "nl" and own.load(str(assets.resource_path("i18n") / f"gvkaart_{language}.qm")):
        installed.append(own)
    for translator in installed:
        app.installTranslator(translator)
    return tuple(installed)


def open_window(path: Path | None = None, *, language: str | None = None) -> int:
    """Open the program on a document, a case file, or the start screen, and stay until it ends.

    Args:
        path: the file to open.
        language: for this time, instead of the one that the user chose.

    Returns:
        The exit code of the program.
    """
    app = QApplication([*sys.argv[:1], *appearance.STYLE])
    app.setApplicationName("gvkaart")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    program = Program(app, default_data_dir(), language)
    sys.excepthook = program.report_defect
    if path is not None and program.open(path):
        program.windows[-1].ready.connect(program.recover)
    else:
        program.show_start()
        if program.start_screen is not None:
            program.start_screen.painted.connect(program.recover)
            program.start_screen.painted.connect(program.import_window)
    return app.exec()


def main() -> int:
    """Start the desktop program; the first argument is the file to open."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    return open_window(path)
