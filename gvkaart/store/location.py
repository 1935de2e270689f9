"""Where this program keeps what is not in the user's own files."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

VARIABLE: Final = "GVKAART_DATA_DIR"
"""Environment variable that names another folder."""


def default_data_dir(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder for working copies and backups: of this user, on this computer, not roaming."""
    if chosen := environment.get(VARIABLE):
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("gvkaart", appauthor=False, roaming=False)
