"""The sources: texts that come in, passages that become items, and the way back from an item to where it was said."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from gvkaart.domain.entities import EdgeKey, NodeId
from gvkaart.domain.overriding import override
from gvkaart.ui.commands import Command
from gvkaart.ui.parts.part import Part
from gvkaart.ui.views import View

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow
    from gvkaart.ui.sources.view import SourcesView

_VIEW = "sources"


class SourcesPart(Part):
    """The view on sources, and what can be done there."""

    def __init__(self, window: "MainWindow") -> None:
        """Show where a citation stands when a panel asks for it."""
        super().__init__(window)
        self._made: SourcesView | None = None
        self._shown: EdgeKey | None = None
        self.session.reading_wanted.connect(self._read)
        window.views.shown.connect(lambda _name: window.commands.refresh())

    @override
    def views(self) -> Iterable[View]:
        return (View(_VIEW, self.tr("Bronnen"), "source", self._make),)

    def _make(self) -> QWidget:
        from gvkaart.ui.sources.view import SourcesView

        self._made = SourcesView(self.session)
        self._made.state_changed.connect(self.window.commands.refresh)
        return self._made

    def _view(self) -> "SourcesView":
        """Look at the sources."""
        return cast("SourcesView", self.window.views.show_view(_VIEW))

    @property
    def _looked_at(self) -> "SourcesView | None":
        """The view while it is looked at."""
        return self._made if self._made is not None and self.window.views.current == _VIEW else None

    @override
    def commands(self) -> Iterable[Command]:
        return (
            Command(
                "import-text", self.tr("Tekst in&voegen als bron…"), lambda: self._view().import_files(), "Ctrl+Shift+B"
            ),
            Command("paste-text", self.tr("Tekst &plakken als bron"), lambda: self._view().paste()),
            Command(
                "mark-passage",
                self.tr("&Item maken van de selectie…"),
                lambda: self._view().mark(),
                "Ctrl+M",
                enabled=lambda: self._looked_at is not None and self._looked_at.can_mark,
                needs=self.tr("Selecteer eerst een stuk tekst van een bron."),
            ),
            Command(
                "to-passage",
                self.tr("&Naar de passage in de bron"),
                self._to_passage,
                "Ctrl+J",
                "source",
                enabled=lambda: bool(self._places()),
                needs=self.tr("Selecteer eerst een item met een passage in een bron."),
            ),
            self._step("next-passage", self.tr("Volgende passa&ge"), "F8", partial(self._go_to_passage, 1)),
            self._step("previous-passage", self.tr("V&orige passage"), "Shift+F8", partial(self._go_to_passage, -1)),
            self._step("next-free", self.tr("Volgend stuk &zonder passage"), "F9", partial(self._go_to_free, 1)),
            self._step(
                "previous-free", self.tr("Vorig stuk zonder p&assage"), "Shift+F9", partial(self._go_to_free, -1)
            ),
            Command(
                "correct-source",
                self.tr("&Tekst verbeteren"),
                lambda: self._view().correct(),
                enabled=lambda: self._looked_at is not None and self._looked_at.source is not None,
                needs=self._open_first,
                checked=lambda: self._looked_at is not None and self._looked_at.reader.writable,
            ),
        )

    @property
    def _open_first(self) -> str:
        return self.tr("Kies eerst een bron in de weergave Bronnen.")

    def _step(self, name: str, words: str, keys: str, go: Callable[[], None]) -> Command:
        return Command(
            name,
            words,
            go,
            keys,
            enabled=lambda: self._looked_at is not None and self._looked_at.source is not None,
            needs=self._open_first,
        )

    def _go_to_passage(self, step: int) -> None:
        self._view().show_next_passage(step)

    def _go_to_free(self, step: int) -> None:
        self._view().show_next_free(step)

    # --- from an item to its passage ----------------------------------------------------------------------------------

    def _places(self) -> list[EdgeKey]:
        """Return the citations of the selected item that have a place in a text."""
        if len(self.session.selection) != 1:
            return []
        edges = self.session.graph.out(self.session.selection[0])
        from gvkaart.domain.passages import span_of

        return [edge.key for edge in edges if edge.relation == "cites" and span_of(edge) is not None]

    def _to_passage(self) -> None:
        """Show the passage of the selected item; asked again, the one in its next source."""
        places = self._places()
        index = places.index(self._shown) + 1 if self._shown in places else 0
        self._shown = places[index % len(places)]
        self._view().show_passage(self._shown)

    def _read(self, wanted: "EdgeKey | NodeId") -> None:
        """Show a source, or the passage of a citation."""
        view = self._view()
        if isinstance(wanted, EdgeKey):
            view.show_passage(wanted)
        else:
            view.show_source(wanted)
