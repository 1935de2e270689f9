"""Texts that come in: files that are chosen or dropped, and what is on the clipboard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gvkaart.domain.errors import Rejected
from gvkaart.exchange.texts import TEXT_SUFFIXES, read_text_file
from gvkaart.ui.asking import tell
from gvkaart.ui.background import Background
from gvkaart.ui.session import Session

SHOWN_PROBLEMS: Final = 5


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of one file: its text, or why there is none."""

    path: Path
    text: str = ""
    error: Rejected | OSError | None = None


def read_all(paths: Iterable[Path]) -> list[Arrived]:
    """Read files, each by itself: one that cannot be read does not keep the others out."""
    return [_read(path) for path in paths]


def _read(path: Path) -> Arrived:
    try:
        return Arrived(path, read_text_file(path))
    except (Rejected, OSError) as error:
        return Arrived(path, error=error)


class Incoming(QObject):
    """Reads files beside the window, and says which could not be read."""

    read = Signal(object)
    """Texts arrived: a list of `Arrived`, all with a text."""
    busy_changed = Signal()
    """Reading began or ended."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Show questions and complaints over `parent`."""
        super().__init__(parent)
        self._session, self._parent = session, parent
        self._background = Background[list[Arrived]](self._take, self._fail)
        session.closing.connect(self._background.drop)

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._background.busy

    def ask_files(self) -> None:
        """Ask which files, and read them."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Teksten") + f" ({' '.join(f'*{suffix}' for suffix in TEXT_SUFFIXES)})"
        every = self.tr("Alle bestanden") + " (*)"
        chosen, _filter = QFileDialog.getOpenFileNames(
            self._parent, self.tr("Tekst invoegen als bron"), "", f"{kinds};;{every}"
        )
        if chosen:
            self.read_files([Path(one) for one in chosen])

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read files beside the window."""
        self._background.run(lambda: read_all(paths))
        self.busy_changed.emit()

    def stop(self) -> None:
        """Take nothing of what is being read."""
        self._background.drop()
        self.busy_changed.emit()

    def _take(self, arrived: list[Arrived]) -> None:
        self.busy_changed.emit()
        if texts := [one for one in arrived if one.error is None]:
            self.read.emit(texts)
        self._complain([one for one in arrived if one.error is not None])

    def _fail(self, error: BaseException) -> None:
        self.busy_changed.emit()
        raise error

    def _complain(self, failed: Sequence[Arrived]) -> None:
        if not failed:
            return
        lines = [f"{one.path.name}: {self._reason(one)}" for one in failed]
        title = self.tr("Niet ingevoegd: %1").replace("%1", failed[0].path.name)
        if len(failed) > 1:
            title = self.tr("%1 bestanden zijn niet ingevoegd").replace("%1", str(len(failed)))
        else:
            lines = [self._reason(failed[0])]
        tell(self._parent, title, "\n\n".join(lines[:SHOWN_PROBLEMS]), "\n".join(lines[SHOWN_PROBLEMS:]))

    def _reason(self, one: Arrived) -> str:
        if isinstance(one.error, Rejected):
            return self._session.words.error(one.error)
        return self.tr("Dit bestand kan niet worden geopend. Kijk of het er nog is en of u het mag lezen.")
