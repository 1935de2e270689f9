"""Documents, case files and pictures: what comes in and what goes out."""

from collections.abc import Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from gvkaart.domain.overriding import override
from gvkaart.ui.asking import ask_line
from gvkaart.ui.commands import Command, Key
from gvkaart.ui.operations import map as map_operations
from gvkaart.ui.parts.part import Part

if TYPE_CHECKING:
    from gvkaart.ui.case_files import CaseFiles
    from gvkaart.ui.concept_files import ConceptFiles


class FilesPart(Part):
    """Opening, saving, importing, exporting, closing."""

    @override
    def commands(self) -> Iterable[Command]:
        window, desk, keeper = self.window, self.window.desk, self.window.keeper
        return (
            Command("new", self.tr("&Nieuwe kaart"), desk.new, Key.New, "new"),
            Command("open", self.tr("&Openen…"), partial(desk.ask_open, window), Key.Open, "open"),
            Command("save", self.tr("Op&slaan"), keeper.save, Key.Save, "save"),
            Command("save-as", self.tr("Opslaan &als…"), keeper.ask_save_as, "Ctrl+Shift+S"),
            Command("add-map", self.tr("&Kaart toevoegen…"), self._ask_map),
            Command("new-window", self.tr("Nie&uw venster"), partial(desk.open_beside, self.session), "Ctrl+Shift+N"),
            Command(
                "import-case",
                self.tr("&Casusbestand invoegen…"),
                lambda: self._case_files().ask_import(),
                icon="import",
            ),
            Command(
                "export-case",
                self.tr("&Casusbestand maken…"),
                lambda: self._case_files().ask_export(),
                icon="export",
            ),
            Command("import-concepts", self.tr("&Begrippenkader invoegen…"), self._import_concepts),
            Command("export-concepts", self.tr("&Begrippenkader maken…"), self._export_concepts),
            Command(
                "export-picture",
                self.tr("&Diagram maken of afdrukken…"),
                window.map_view.ask_export,
                "Ctrl+E; Ctrl+P",
                "export",
            ),
            Command("close", self.tr("Slui&ten"), window.close, Key.Close),
            Command("quit", self.tr("A&fsluiten"), desk.quit, Key.Quit),
        )

    def _case_files(self) -> "CaseFiles":
        from gvkaart.ui.case_files import CaseFiles

        return CaseFiles(self.session, self.window)

    @cached_property
    def _concept_files(self) -> "ConceptFiles":
        from gvkaart.ui.concept_files import ConceptFiles

        return ConceptFiles(self.session, self.window, self.window.desk)

    def _import_concepts(self) -> None:
        self._concept_files.ask_import()

    def _export_concepts(self) -> None:
        self._concept_files.ask_export()

    def _ask_map(self) -> None:
        """Ask what to call a new map in this document, and look at it."""
        if title := ask_line(self.window, self.tr("Kaart toevoegen"), self.tr("Hoe heet de nieuwe kaart?")):
            map_operations.add(self.session, title)
