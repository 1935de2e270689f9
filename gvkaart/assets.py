"""Finds the files that travel with the program: `resources/` and `voorbeelden/`.

They stand in one of three places:

* a wheel or a frozen build: inside the package, in `gvkaart/_data/`;
* a checkout or an editable installation: beside the package.

The first place that exists wins. Names are written with forward slashes, relative to the folder, on every platform.
"""

from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

from gvkaart.domain.errors import Defect

_PACKAGE = Path(__file__).resolve().parent
_EXAMPLE_SUFFIX = ".yaml"

EVERY_EXAMPLE: Final = "drie-casussen"
"""Names all the example cases together, in one document."""


@cache
def _root() -> Path:
    """Return the folder that holds `resources` and `voorbeelden`."""
    for folder in (_PACKAGE / "_data", _PACKAGE.parent):
        if (folder / "resources").is_dir():
            return folder
    raise Defect("no_such_asset", name="resources")


def _file(folder: str, name: str) -> Path:
    relative = PurePosixPath(name)
    path = _root() / folder / relative
    if relative.is_absolute() or ".." in relative.parts or not path.exists():
        raise Defect("no_such_asset", name=f"{folder}/{name}")
    return path


def resource_path(name: str) -> Path:
    """Return where the resource file or folder `name` stands, for those who need a path (Qt fonts, translations).

    Raises:
        Defect: there is no such resource; the program names its own files, so that is our mistake.
    """
    return _file("resources", name)


def resource_bytes(name: str) -> bytes:
    """Return the content of the resource file `name`; raises as `resource_path`."""
    return resource_path(name).read_bytes()


def resource_text(name: str) -> str:
    """Return the resource file `name` as text (UTF-8, line ends as U+000A); raises as `resource_path`."""
    return resource_path(name).read_text(encoding="utf-8")


def example_names() -> tuple[str, ...]:
    """Return the file names of the example cases, sorted."""
    return tuple(sorted(path.name for path in (_root() / "voorbeelden").glob(f"*{_EXAMPLE_SUFFIX}")))


def example_bytes(name: str) -> bytes:
    """Return the content of the example case `name`, one of `example_names()`.

    Raises:
        Defect: there is no such example.
    """
    return _file("voorbeelden", name).read_bytes()


def example_cases(name: str) -> tuple[bytes, ...]:
    """Return the content of the example case `name`, or of each for `EVERY_EXAMPLE`; raises as `example_bytes`."""
    return tuple(map(example_bytes, example_names() if name == EVERY_EXAMPLE else (name,)))
