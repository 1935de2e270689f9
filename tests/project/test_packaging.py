"""What is handed out is complete, says one version, and names no address and no machine."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import ruamel.yaml

import gvkaart

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-test.lock")
PINNED = re.compile(r"^([a-z0-9-]+)==([^ ;]+)(?: ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")

# Taken apart, so that this file does not name what it looks for.
REGISTRIES = tuple(".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org")))
MACHINE_PATHS = tuple(f"/{folder}/" for folder in ("work", "root"))
TEXT_SUFFIXES = {".py", ".toml", ".md", ".yml", ".yaml", ".sh", ".lock", ".txt", ".svg", ".ts", ".json", ".cfg", ""}
ASK_ASSETS = """
import gvkaart, gvkaart.assets as assets
assert "site" in gvkaart.__file__, gvkaart.__file__
assert assets.resource_path("fonts/NotoSans-Regular.ttf").is_file()
assert assets.resource_text("icons/actor.svg").endswith("</svg>\\n")
print(*assets.example_names(), sep="\\n")
for name in assets.example_names():
    assert assets.example_bytes(name)
"""


def locked(name: str) -> dict[str, str]:
    """Package -> version; fails on any line that is neither a pinned package nor a hash."""
    versions = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        match = PINNED.match(line)
        assert match or HASH.match(line), f"{name}: {line}"
        if match:
            versions[match[1]] = match[2]
    return versions


def own_files() -> list[Path]:
    """Every text file that is part of the project, as far as git knows or would add it."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        check=False,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.suffix in TEXT_SUFFIXES and path.is_file()]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    (built,) = out.glob("*.whl")
    return built


def test_wheel_is_complete(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "voorbeelden"):
        expected = {
            f"gvkaart/_data/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
        }
        assert expected
        assert expected <= names
    assert "gvkaart/py.typed" in names
    assert f"gvkaart-{gvkaart.__version__}.dist-info/licenses/LICENSE" in names
    assert not [name for name in names if name.startswith(("tests/", "installer/"))]


def test_assets_are_found_in_an_unpacked_wheel(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(site)!r})\n{ASK_ASSETS}"]
    answer = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.split() == sorted(path.name for path in (ROOT / "voorbeelden").glob("*.yaml"))


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_versions_and_hashes_and_nothing_else(name: str) -> None:
    assert locked(name)


def test_locks_agree() -> None:
    run, test = (locked(name) for name in LOCKS)
    assert run.items() <= test.items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for lock, wanted in (
        (LOCKS[0], [*project["dependencies"], *extras["build"]]),
        (LOCKS[1], [*project["dependencies"], *extras["build"], *extras["test"]]),
    ):
        names = {
            re.split(r"[<>=]", requirement)[0].lower().replace(".", "-").replace("_", "-") for requirement in wanted
        }
        assert names <= locked(lock).keys()


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in own_files()
        for word in (*REGISTRIES, *MACHINE_PATHS)
        if re.search(rf"(?<![\w.~-]){re.escape(word)}", path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_one_version() -> None:
    publiccode = ruamel.yaml.YAML(typ="safe", pure=True).load(ROOT / "publiccode.yml")
    assert publiccode["softwareVersion"] == gvkaart.__version__
    assert gvkaart.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_licence_is_the_whole_of_the_eupl() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    articles = [int(number) for number in re.findall(r"^(\d+)\.", text, flags=re.MULTILINE)]
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert articles == list(range(1, 16))
    assert "Compatible Licences" in text
