"""The window with the manual: contents at the left, the text at the right; searching shows where words stand."""

from typing import Final

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QPainter,
    QPalette,
    QResizeEvent,
    QShortcut,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gvkaart import assets
from gvkaart.domain.overriding import override
from gvkaart.ui.fitting import within_screen
from gvkaart.ui.help import manual
from gvkaart.ui.labels import plain_label
from gvkaart.ui.safe_browser import SafeBrowser

_NAME: Final = Qt.ItemDataRole.UserRole
_SIZE: Final = (980, 760)
_CONTENTS: Final = 250
_WIDEST: Final = 660
"""Pictures are shown no wider, so that they fit beside the contents and on paper."""
_AROUND: Final = 90
"""Pixels beside a picture, for margins, the scroll bar and what divides the window."""
_MARGIN: Final = 14
_MEASURE: Final = 110
"""Of the longest line, in average characters."""
_PICTURES: Final = "help/beelden"


class HelpBrowser(SafeBrowser):
    """Shows the manual: its own pictures, and links from one section to another."""

    def __init__(self, widest: int) -> None:
        """Begin empty; pictures are shown no wider than so many pixels."""
        super().__init__()
        self._widest = widest
        self.document().setDocumentMargin(_MARGIN)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines short enough to read, in a wide window too."""
        self.setLineWrapColumnOrWidth(min(self.viewport().width(), _MEASURE * self.fontMetrics().averageCharWidth()))
        super().resizeEvent(event)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> QImage | QByteArray:
        """Give a picture of the program's own, by its bare file name, no wider than the text."""
        file = name.toString() if isinstance(name, QUrl) else name
        if kind == QTextDocument.ResourceType.ImageResource.value and file in picture_names():
            return self._framed(QImage(str(assets.resource_path(f"{_PICTURES}/{file}"))))
        return super().loadResource(kind, name)

    def _framed(self, image: QImage) -> QImage:
        """Give a picture the width it is shown at, with a line around it: it looks like the window it is in.

        On a fine screen it keeps more of its dots, so that what stands in it can be read.
        """
        smooth = Qt.TransformationMode.SmoothTransformation
        width = min(image.width(), self._widest)
        dots = min(image.width(), round(width * self.devicePixelRatioF()))
        shown = image.scaledToWidth(dots, smooth).convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(shown)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(shown.rect().adjusted(0, 0, -1, -1))
        painter.end()
        shown.setDevicePixelRatio(dots / width)
        return shown


def picture_names() -> frozenset[str]:
    """Return the file names of the pictures in the manual."""
    return frozenset(path.name for path in assets.resource_path(_PICTURES).iterdir())


class HelpWindow(QDialog):
    """The manual beside the window that one works in."""

    def __init__(self, window: QWidget, language: str, keys: str) -> None:
        """Show the manual in a language, with the list of keys."""
        super().__init__(window)
        self.setObjectName("help-window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Uitleg bij gvkaart"))
        self._sections = manual.sections(language, keys)
        size = within_screen(self, *_SIZE)
        self.browser = HelpBrowser(min(_WIDEST, size.width() - _CONTENTS - _AROUND))
        self.browser.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.search = QLineEdit()
        self.contents = QTreeWidget()
        self._state = plain_label()
        self._fill_contents()
        self._lay_out()
        self.browser.show_markdown(manual.markdown(self._sections))
        self._headings = {section.name: block for section, block in zip(self._sections, self._blocks(), strict=True)}
        self._connect()
        self.resize(size)

    # --- building -----------------------------------------------------------------------------------------------------

    def _fill_contents(self) -> None:
        self.contents.setObjectName("help-contents")
        self.contents.setAccessibleName(self.tr("Inhoud"))
        self.contents.setHeaderHidden(True)
        self.contents.setIndentation(14)
        above: QTreeWidget | QTreeWidgetItem = self.contents
        for section in self._sections:
            if section.level == 1:
                continue
            parent = self.contents if section.level == 2 else above  # noqa: PLR2004  # chapters are headings of level 2
            item = QTreeWidgetItem(parent, [section.title])
            item.setData(0, _NAME, section.name)
            item.setToolTip(0, section.title)
            above = item if section.level == 2 else above  # noqa: PLR2004
        self.contents.expandAll()

    def _lay_out(self) -> None:
        self.search.setObjectName("help-search")
        self.search.setPlaceholderText(self.tr("Zoeken in de uitleg"))
        self.search.setAccessibleName(self.tr("Zoeken in de uitleg"))
        self.search.setToolTip(self.tr("Zoeken in de uitleg; Enter gaat naar de volgende plek (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self._state.hide()
        self.browser.setAccessibleName(self.tr("Tekst van de uitleg"))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self._state)
        column.addWidget(self.contents, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.browser)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_CONTENTS, _SIZE[0] - _CONTENTS])
        splitter.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addWidget(splitter, 1)
        whole.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        printing, close = QPushButton(self.tr("Afdrukken…")), QPushButton(self.tr("Sluiten"))
        printing.setObjectName("help-print")
        printing.clicked.connect(self.ask_print)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(printing)
        row.addStretch(1)
        row.addWidget(close)
        for button in (printing, close):
            button.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        self.contents.currentItemChanged.connect(self._follow_contents)
        self.contents.itemClicked.connect(self._follow_contents)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self.find_next)
        self.browser.anchorClicked.connect(lambda url: self.go_to(url.fragment()))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.search.setFocus)

    def _blocks(self) -> list[QTextBlock]:
        """Return the headings of the text, in its order; those of the lists of keys are no headings."""
        found, block = [], self.browser.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                found.append(block)
            block = block.next()
        return found

    # --- going about --------------------------------------------------------------------------------------------------

    def go_to(self, topic: str) -> None:
        """Show a section from its heading; the beginning when there is none of that name."""
        block = self._headings.get(topic)
        cursor = QTextCursor(self.browser.document()) if block is None else QTextCursor(block)
        self.browser.moveCursor(QTextCursor.MoveOperation.End)  # so that the heading comes on top, not at the bottom
        self.browser.setTextCursor(cursor)
        bar = self.browser.verticalScrollBar()
        bar.setValue(bar.value() + self.browser.cursorRect(cursor).top())
        self._point_at(topic)

    def _point_at(self, topic: str) -> None:
        for item in self._items():
            if item.data(0, _NAME) == topic and item is not self.contents.currentItem():
                self.contents.blockSignals(True)
                self.contents.setCurrentItem(item)
                self.contents.blockSignals(False)

    def _follow_contents(self) -> None:
        if (item := self.contents.currentItem()) is not None:
            self.go_to(item.data(0, _NAME))

    def _items(self) -> list[QTreeWidgetItem]:
        return self.contents.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)

    # --- searching ----------------------------------------------------------------------------------------------------

    def _find(self, words: str) -> None:
        """Leave in the contents the sections that hold all words, and light the words up in the text."""
        holding = {one.name for one in self._sections if one.holds(words)}
        found = 0
        for item in self._items():
            inside = any(child.data(0, _NAME) in holding for child in _children(item))
            holds = item.data(0, _NAME) in holding
            item.setHidden(not (holds or inside))
            found += holds
        self._state.setVisible(bool(words.strip()))
        none = self.tr("Niets gevonden. Probeer een ander woord of een deel ervan.")
        some = self.tr("Stukken waarin dit staat: %1. Enter gaat naar de volgende plek.").replace("%1", str(found))
        self._state.setText(some if found else none)
        self._light_up(words.split())

    def _light_up(self, words: list[str]) -> None:
        lit = []
        for word in words:
            cursor = self.browser.document().find(word)
            while not cursor.isNull():
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor
                selection.format.setBackground(self.palette().highlight())
                selection.format.setForeground(self.palette().highlightedText())
                lit.append(selection)
                cursor = self.browser.document().find(word, cursor)
        self.browser.setExtraSelections(lit)

    def find_next(self) -> None:
        """Go to the next place where the words stand, and after the last to the first."""
        words = self.search.text().strip()
        if words and not self.browser.find(words):
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(words)

    # --- printing -----------------------------------------------------------------------------------------------------

    def ask_print(self) -> None:
        """Ask for a printer, and print the manual."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.browser.document().print_(printer)


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(row) for row in range(item.childCount()))
    return [child for child in found if child is not None]
