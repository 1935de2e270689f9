"""The view on sources: which there are, what stands in them, and what of that is on the map.

The list at the left chooses a source; in the reading pane a part is selected and made an item. Everything is also a
method here, so that the window can make commands of it.
"""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import Edge, EdgeKey, NodeId
from gvkaart.domain.overriding import override
from gvkaart.domain.passages import body_of, passages_of, span_of, uncovered
from gvkaart.domain.text import clean_line
from gvkaart.ui.claiming import claims
from gvkaart.ui.dropped import paths_in
from gvkaart.ui.message_bar import MessageBar
from gvkaart.ui.operations import source as source_operations
from gvkaart.ui.session import Session
from gvkaart.ui.shortening import shortened
from gvkaart.ui.sources.incoming import Arrived, Incoming
from gvkaart.ui.sources.mark_dialog import Habit, MarkDialog, proposed_title
from gvkaart.ui.sources.marks import Mark
from gvkaart.ui.sources.reading_page import NoText, ReadingPage
from gvkaart.ui.sources.source_list import SourcesModel
from gvkaart.ui.terms.watching import TermWatch
from gvkaart.ui.uncopied import Uncopied

PAUSE: Final = 5000
"""How long typing rests before it is kept, in milliseconds: a long text is written whole."""

_LIST: Final = 230
_NAMED: Final = 3


class SourcesView(QWidget):
    """Sources, to read and to mark."""

    state_changed = Signal()
    """What can be done here may be otherwise now: another source, selection or way of working."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the first source of the document, and follow it."""
        super().__init__(parent)
        self.setObjectName("sources-view")
        self.setAcceptDrops(True)
        self._session = session
        self._source: NodeId | None = None
        self._habit = Habit()
        self._filling: NodeId | None = None
        self.model = SourcesModel(session, self)
        self.incoming = Incoming(session, self)
        self._search = QLineEdit()
        self._list = QListView()
        self._notice = MessageBar()
        self.page = ReadingPage()
        self.reader = self.page.reader
        TermWatch(self.reader, session)
        self._no_text = NoText()
        self._stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._dress_list()
        self._lay_out()
        self._connect()
        self.show_source(self.model.sources[0] if self.model.sources else None)

    # --- building -----------------------------------------------------------------------------------------------------

    def _dress_list(self) -> None:
        self._search.setObjectName("source-search")
        self._search.setPlaceholderText(self.tr("Zoeken in bronnen"))
        self._search.setAccessibleName(self.tr("Zoeken in titels en teksten van bronnen"))
        self._search.setClearButtonEnabled(True)
        self._list.setObjectName("sources")
        Uncopied(self._list)
        self._list.setAccessibleName(self.tr("Bronnen"))
        self._list.setModel(self.model)
        self._list.setWordWrap(True)
        self._list.setSpacing(2)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        add = QPushButton(self.tr("Tekst invoegen…"))
        add.setObjectName("import-text")
        add.clicked.connect(self.import_files)
        paste = QPushButton(self.tr("Plakken"))
        paste.setObjectName("paste-text")
        paste.setToolTip(self.tr("Maak een bron van de tekst die u heeft gekopieerd"))
        paste.clicked.connect(self.paste)
        buttons = QHBoxLayout()
        buttons.addWidget(add, 1)
        buttons.addWidget(paste)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)
        for page in (self._no_text, self.page):
            self._stack.addWidget(page)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self._stack)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST, 3 * _LIST])
        splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._notice)
        whole.addWidget(splitter, 1)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the text; with a focus proxy the Tab key would pass over the list of sources."""
        (self.reader if self.reader.isVisible() else self._search).setFocus(event.reason())

    def _connect(self) -> None:
        session, page = self._session, self.page
        session.changed.connect(self._follow)
        session.selection_changed.connect(lambda: self.reader.select_items(session.selection))
        session.leaving.connect(self.keep_typed)
        self._search.textChanged.connect(self._find_sources)
        self._search.returnPressed.connect(self.find_next)
        self._list.selectionModel().currentChanged.connect(self._choose)
        self._pause.timeout.connect(self.keep_typed)
        self.reader.marking_wanted.connect(self.mark)
        self.reader.chosen.connect(lambda node: session.select((node,)))
        self.reader.typed.connect(self._pause.start)
        self.reader.selectionChanged.connect(self._refresh_buttons)
        page.mark_wanted.connect(self.mark)
        page.step_wanted.connect(self.show_next_passage)
        page.free_wanted.connect(self.show_next_free)
        page.correcting_wanted.connect(self.correct)
        page.item_wanted.connect(lambda node: session.select((node,)))
        self._no_text.import_wanted.connect(self.import_files)
        self._no_text.paste_wanted.connect(self.paste)
        self.incoming.read.connect(self._take_texts)
        self.incoming.busy_changed.connect(self._show_busy)
        page.stop_wanted.connect(self.incoming.stop)
        self._no_text.stop_wanted.connect(self.incoming.stop)

    # --- which source -------------------------------------------------------------------------------------------------

    @property
    def source(self) -> NodeId | None:
        """The source that is shown; None when there is none."""
        return self._source

    def show_source(self, source: NodeId | None) -> None:
        """Show a source from its beginning."""
        if source != self._source:
            self.keep_typed()
            self.page.set_correcting(False)
            self._source = source
            self._notice.hide()
        self._show()
        self._point_at_row()

    def show_passage(self, key: EdgeKey) -> bool:
        """Show the passage on which an item rests; tell whether its place in the text is known."""
        edge = self._session.graph.edges.get(key)
        if edge is None or self._session.graph.nodes[edge.target].kind != "source":
            return False
        self._search.clear()
        self.show_source(edge.target)
        if (span := span_of(edge)) is None or span.end > len(self.reader.body):
            return False
        self.reader.show_span(span)
        self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.show_source(self.model.sources[index.row()])

    def _find_sources(self, words: str) -> None:
        self.model.search(words)
        self._point_at_row()

    def _point_at_row(self) -> None:
        row = self.model.row_of(self._source) if self._source is not None else -1
        before = self._list.selectionModel().blockSignals(True)
        self._list.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        self._list.selectionModel().blockSignals(before)
        self._list.viewport().update()

    def find_next(self) -> None:
        """Go to the next place with the searched words, in the first source that has them."""
        if self.model.sources and self._source not in self.model.sources:
            self.show_source(self.model.sources[0])
        self.reader.find_words(self._search.text().strip())

    # --- showing ------------------------------------------------------------------------------------------------------

    def _follow(self, changes: ChangeSet) -> None:
        if not changes.nodes and not changes.edges:
            return
        self.model.follow(changes)
        if self._source is None or self._source not in self._session.graph.nodes:
            self._source = self.model.sources[0] if self.model.sources else None
        if self._source is None or self._concerns(changes):
            self._show()
        self._point_at_row()

    def _concerns(self, changes: ChangeSet) -> bool:
        citing = {mark.passage.node for mark in self.reader.marks} | {self._source}
        return not changes.nodes.isdisjoint(citing) or any(edge.target == self._source for edge in changes.edges)

    def _show(self) -> None:
        source, graph = self._source, self._session.graph
        text = body_of(graph, source) if source is not None else ""
        if source is None or not (text or self.reader.writable):
            self._no_text.show_source(graph.nodes[source].title if source is not None else None)
            self._stack.setCurrentWidget(self._no_text)
            self.reader.show_text("")
            self.reader.show_marks((), ())
            self.state_changed.emit()
            return
        self._stack.setCurrentWidget(self.page)
        self.reader.show_text(text)
        passages = passages_of(graph, source)
        marks = [Mark(one, graph.nodes[one.node].kind, graph.nodes[one.node].title) for one in passages]
        self.reader.show_marks(marks, uncovered(text, [one.span for one in passages]))
        self.reader.select_items(self._session.selection)
        self.page.show_numbers(self._session, source, self.model.coverage(source))
        self._refresh_buttons()

    def _refresh_buttons(self) -> None:
        self.page.refresh_buttons()
        self.state_changed.emit()

    def _show_busy(self) -> None:
        for page in (self._no_text, self.page):
            page.show_busy(busy=self.incoming.busy)

    # --- marking ------------------------------------------------------------------------------------------------------

    @property
    def can_mark(self) -> bool:
        """Whether something is selected that can become an item."""
        span = self.reader.selection
        return self._source is not None and not self.reader.writable and span.start < span.end

    def mark(self) -> None:
        """Ask what the selected part is, and make an item of it or add it to one."""
        source = self._source
        if source is None or not self.can_mark:
            self._notice.say(self.tr("Selecteer eerst een stuk tekst. Met het toetsenbord: Shift en een pijltje."))
            return
        span = self.reader.selection
        dialog = MarkDialog(self._session, source, self.reader.body[span.start : span.end], self._habit, self)
        if dialog.exec():
            self._habit = dialog.habit
            if dialog.existing is not None:
                source_operations.attach(self._session, dialog.existing, source, span)
            else:
                source_operations.mark(self._session, source, span, dialog.kind, dialog.title, dialog.speaker)
        dialog.deleteLater()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_next_passage(self, step: int) -> None:
        """Go to the next (1) or previous (-1) passage, and select its item."""
        if (mark := self.reader.show_next_mark(step)) is not None:
            self._session.select((mark.passage.node,))
            kind = self._session.words.term(f"kind.{mark.kind}")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.reader, f"{kind}: {mark.title}"))

    def show_next_free(self, step: int) -> None:
        """Go to the next (1) or previous (-1) part that is not on the map."""
        if not self.reader.show_next_free(step):
            self._notice.say(self.tr("Van deze tekst staat alles op de kaart."))

    # --- correcting ---------------------------------------------------------------------------------------------------

    def correct(self) -> None:
        """Begin to correct the text, or stop and keep it."""
        if self.reader.writable:
            self.keep_typed()
        self.page.set_correcting(not self.reader.writable)
        self._show()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_typed(self) -> None:
        """Make what was typed part of the document; the passages go along."""
        self._pause.stop()
        if self._source is None or not self.reader.document().isModified():
            return
        lost = source_operations.correct(self._session, self._source, self.reader.typed_text())
        if lost is None:
            return  # what was typed stays, to be mended
        self.reader.forget_typed()  # when it came down to what stood there
        if lost:
            self._tell_lost(lost)

    def _tell_lost(self, lost: tuple[Edge, ...]) -> None:
        nodes = self._session.graph.nodes
        titles = ", ".join(f"'{shortened(nodes[edge.source].title)}'" for edge in lost[:_NAMED])
        if len(lost) == 1:
            said = self.tr("Van %1 staat de passage niet meer in de tekst. Het citaat is bewaard.")
        else:
            said = self.tr("Van %2 items, zoals %1, staat de passage niet meer in de tekst. De citaten zijn bewaard.")
        self._notice.say(said.replace("%2", str(len(lost))).replace("%1", titles))

    # --- coming in ----------------------------------------------------------------------------------------------------

    def import_files(self) -> None:
        """Ask for files and make sources of them; the first one fills the source that has no text yet."""
        self._filling = self._source_without_text()
        self.incoming.ask_files()

    def _source_without_text(self) -> NodeId | None:
        return self._source if self._source is not None and not self.reader.body else None

    def paste(self) -> None:
        """Make a source of the text on the clipboard, or fill the one that is shown and has none."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._notice.say(self.tr("Er is geen tekst gekopieerd. Kopieer eerst de tekst in het andere programma."))
            return
        self._filling = self._source_without_text()
        self._add(proposed_title(text), text)

    def _take_texts(self, arrived: list[Arrived]) -> None:
        for one in arrived:
            self._add(one.path.stem, one.text)

    def _add(self, title: str, text: str) -> None:
        """Make a source, unless there is one with this very text."""
        self._notice.hide()
        filling, self._filling = self._filling, None
        if filling is not None and filling in self._session.graph.nodes:
            source_operations.correct(self._session, filling, text)
            self.show_source(filling)
            return
        same = (node for node in self._session.graph.nodes.values() if node.fields.get("body") == text)
        if (known := next(same, None)) is not None:
            self.show_source(known.id)
            self._notice.say(self.tr("Deze tekst staat er al: '%1'.").replace("%1", shortened(known.title)))
            return
        self._search.clear()
        added = source_operations.add(self._session, clean_line(title), text)
        if added is not None:
            self.show_source(added)
            self._session.select((added,))
            self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if paths_in(data) or data.text().strip():
            event.setDropAction(Qt.DropAction.CopyAction)  # what is dropped stays where it came from
            event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._filling = None
        if paths := paths_in(event.mimeData()):
            self.incoming.read_files(paths)
        elif (text := event.mimeData().text()).strip():
            self._add(proposed_title(text), text)

    @override
    def event(self, event: QEvent) -> bool:
        """Claim the key for pasting from the window, which would make items of what is pasted."""
        return claims(event, QKeySequence.StandardKey.Paste) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pasting where nothing can be typed makes a source."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)
