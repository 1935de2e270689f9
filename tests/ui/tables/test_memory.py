"""How tables were looked at: a damaged file is as if nothing had been kept."""

from pathlib import Path

import pytest

from gvkaart.ui.tables.memory import Look, Memory

WIDTH = '{"fact": {"columns": [["title", %s]], "sorted_by": "title", "descending": true}}'


def test_a_look_outlives_the_program(tmp_path: Path) -> None:
    look = Look((("title", 300),), "title", descending=True)
    Memory(tmp_path / "t.json").keep("fact", look)
    assert Memory(tmp_path / "t.json").look("fact") == look


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, WIDTH % "Infinity", WIDTH % "null", '{"fact": {}}'])
def test_nonsense_is_no_look(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.json").write_text(text)
    assert Memory(tmp_path / "t.json").look("fact") is None


@pytest.mark.parametrize("width", ["1" + "0" * 30, "-5"])
def test_a_column_has_a_width_that_can_be(tmp_path: Path, width: str) -> None:
    (tmp_path / "t.json").write_text(WIDTH % width)
    look = Memory(tmp_path / "t.json").look("fact")
    assert look is not None
    assert 0 <= look.columns[0][1] < 10_000
