"""What a screen reader gets to know: the program on a real display, read over AT-SPI by another process.

EN 301 549, 11.5.2: name, role, description, state, focus and change of everything, and doing commands without a mouse.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.case import case, node
from tests.ui.conftest import saved_graph

ROOT = Path(__file__).resolve().parents[2]
READER = Path(__file__).with_name("atspi_reader.py")
SYSTEM_PYTHON = Path("/usr/bin/python3")
BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
CONTROLS = {"push button", "toggle button", "text", "check box", "combo box", "list item", "menu item", "page tab"}
TITLES = ("Gemeente", "Ministerie", "Vergelijken mag niet", "Fouten worden gezien", "Het zijn er 60.000", "Signaal")

Part = dict[str, Any]


def missing() -> str:
    """Say what this machine lacks to be read by a screen reader; empty when it lacks nothing."""
    tools = [tool for tool in ("Xvfb", "xvfb-run", "xauth", "dbus-run-session") if shutil.which(tool) is None]
    if tools:
        return f"not installed: {', '.join(tools)}"
    if not SYSTEM_PYTHON.exists():
        return "no Python of the system"
    ran = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False)
    return "not installed: gir1.2-atspi-2.0 or python3-gi" if ran.returncode else ""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Part:
    """What the reader found in the program on a small document; read once for all tests."""
    if reason := missing():
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("read")
    graph = case(
        node("actor", "a", "Gemeente", presence="at_table"),
        node("actor", "b", "Ministerie"),
        node("position", "p", "Vergelijken mag niet"),
        node("interest", "i", "Fouten worden gezien", level="public"),
        node("fact", "f", "Het zijn er 60.000"),
        node("concept", "c", "Signaal"),
        "a holds p",
        "b claims f",
    )
    path = saved_graph(graph, folder / "kaart.gvkaart", folder / "other-pc")
    display = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--"]
    program = [sys.executable, "-m", "tests.ui.atspi_program", str(path)]
    without = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS"}
    env = {name: value for name, value in os.environ.items() if name not in without}
    env |= {"GVKAART_DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT), "XDG_RUNTIME_DIR": str(folder)}
    command = [*display, str(SYSTEM_PYTHON), str(READER), *program]
    ran = subprocess.run(command, capture_output=True, cwd=ROOT, env=env, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr.decode(errors="replace")[-3000:]
    read: Part = json.loads(ran.stdout.splitlines()[-1])
    return read


def every(part: Part) -> Iterator[Part]:
    yield part
    for child in part["children"]:
        yield from every(child)


def outside_lists(part: Part) -> Iterator[Part]:
    """Yield everything but the entries of lists to choose from, where an empty one means that nothing is chosen."""
    yield part
    if part["role"] != "combo box":
        for child in part["children"]:
            yield from outside_lists(child)


def of_role(part: Part, role: str) -> list[Part]:
    return [one for one in every(part) if one["role"] == role]


def the_map(found: Part) -> Part:
    (one,) = (one for one in of_role(found["window"], "list") if one["description"].startswith("Kaart met"))
    return one


def test_nothing_that_one_can_use_is_without_a_name(found: Part) -> None:
    for part in (found["window"], found["inspector"], found["tables"]):
        used = [one for one in outside_lists(part) if one["role"] in CONTROLS and "showing" in one["states"]]
        assert len(used) > 5
        assert [one for one in used if not one["name"]] == []


def test_window_has_menus_toolbar_views_and_panels(found: Part) -> None:
    window = found["window"]
    assert {one["name"] for one in of_role(window, "menu item")} >= {"Bestand", "Bewerken", "Beeld", "Voorkeuren…"}
    assert {one["name"] for one in of_role(window, "page tab")} >= {"Kaart", "Tabellen", "Bronnen"}
    assert {one["name"] for one in of_role(window, "panel")} >= {"Overzicht", "Eigenschappen"}
    bar, _rail = of_role(window, "tool bar")
    assert {one["name"] for one in of_role(bar, "push button")} >= {"Item toevoegen", "Ongedaan maken", "Hele kaart"}


def test_map_is_a_list_of_its_nodes(found: Part) -> None:
    nodes = the_map(found)["children"]
    assert {one["name"] for one in nodes} == set(TITLES)
    for one in nodes:
        assert one["role"] == "list item"
        assert {"focusable", "selectable", "showing"} <= set(one["states"])
    (council,) = (one for one in nodes if one["name"] == "Gemeente")
    assert council["description"] == "Actor · aan tafel"


def test_outline_names_every_kind_and_what_is_unfolded(found: Part) -> None:
    cells = {one["name"]: one["description"] for one in every(found["outline"])}
    titles = {name.split(" · ")[0] for name in cells}  # marks follow a title
    kinds = {"Actoren (2)", "Posities (1)", "Belangen (1)", "Feiten (1)", "Begrippen (1)"}
    assert titles >= {*kinds, "Gemeente"}  # how far the keys unfolded the others depends on the pace of the machine
    assert cells["Gemeente"] == "Actor"
    heard = [name for step in found["kinds"] for _kind, role, name in step if role == "table cell"]
    assert set(heard) & set(TITLES)


def test_lists_to_choose_from_say_what_they_are_about(found: Part) -> None:
    boxes = [one for one in every(found["tables"]) if one["role"] == "combo box" and "showing" in one["states"]]
    assert len(boxes) >= 3
    assert [one for one in boxes if not one["description"]] == []


def test_every_step_on_the_map_says_where_one_is(found: Part) -> None:
    names = [{name for _kind, role, name in step if role == "list item"} for step in found["walk"]]
    assert set.union(*names) <= set(TITLES)
    assert len(set.union(*names)) > 1
    assert sum(map(bool, names)) >= 4


def test_inspector_names_its_fields(found: Part) -> None:
    texts = [one["name"] for one in of_role(found["inspector"], "text") if "showing" in one["states"]]
    assert "Titel" in texts


def test_results_of_commands_are_announced_once(found: Part) -> None:
    def announced(name: str) -> list[str]:
        return [words for kind, _role, words in found[name] if "announcement" in kind]

    (removed,) = announced("remove")
    (undone,) = announced("undo")
    assert "verwijderd" in removed
    assert undone.startswith("Ongedaan gemaakt: ")


def test_the_keyboard_goes_from_part_to_part(found: Part) -> None:
    roles = [{role for _kind, role, _name in step} for step in found["parts"]]
    assert all(roles)
    assert set.union(*roles) >= {"tree", "text"}


def test_table_has_cells_with_titles(found: Part) -> None:
    (table,) = (one for one in of_role(found["tables"], "table") if "showing" in one["states"])
    assert table["name"]
    assert {one["name"] for one in every(table)} & set(TITLES)
