"""What the program is, which version, under what licence, and where it keeps what."""

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QWidget

from gvkaart import __version__
from gvkaart.store import default_data_dir
from gvkaart.ui.asking import tell


def show_about(window: QWidget) -> None:
    """Say what the program is; the details are what one needs when asking for help."""
    text = QCoreApplication.translate(
        "help",
        "Versie %1. Kennisbank en argumentenkaart voor wie een gesprek over gegevensverkeer voorbereidt.\n\n"
        "Het programma maakt nooit verbinding met internet. Alles blijft op deze pc.\n\n"
        "Vrije software onder de EUPL 1.2. Lettertype: Noto Sans (SIL OFL). Pictogrammen: Lucide (ISC). "
        "Vensters: Qt (LGPL).",
    )
    kept = QCoreApplication.translate("help", "Werkkopieën en reservekopieën: %1")
    details = f"gvkaart {__version__}\nQt {qVersion()}\n{kept.replace('%1', str(default_data_dir()))}"
    tell(window, "gvkaart", text.replace("%1", __version__), details)
