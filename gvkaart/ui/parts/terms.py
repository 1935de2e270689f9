"""Terms in running text: whether they are pointed out, and what the word at the caret means."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from gvkaart.domain.overriding import override
from gvkaart.ui.commands import Command
from gvkaart.ui.parts.part import Part

if TYPE_CHECKING:
    from gvkaart.ui.main_window import MainWindow


class TermsPart(Part):
    """What a user can do with the terms in a text."""

    def __init__(self, window: "MainWindow") -> None:
        """Point terms out, unless the user wants none of that."""
        super().__init__(window)
        self.session.terms.show(window.desk.settings.underlines_terms)

    @override
    def commands(self) -> Iterable[Command]:
        desk = self.window.desk
        return (
            Command("meanings", self.tr("Beteken&issen van het woord"), self._show_meanings, "Ctrl+F1"),
            Command(
                "underline-terms",
                self.tr("Begrippen onde&rstrepen"),
                lambda: desk.set_underlines_terms(not desk.settings.underlines_terms),
                checked=lambda: desk.settings.underlines_terms,
            ),
        )

    def _show_meanings(self) -> None:
        """Show what the word at the caret means, or say why there is nothing to show."""
        from gvkaart.ui.terms.watching import watch_at

        watch = watch_at(QApplication.focusWidget())
        if watch is None:
            self.session.problem.emit(self.tr("Zet de cursor eerst in een tekst, op een woord met een streep eronder."))
        elif not watch.show_at_caret():
            self.session.problem.emit(
                self.tr("Dit woord is hier geen begrip. Voeg een begrip toe als u wilt vastleggen wat het betekent.")
            )
