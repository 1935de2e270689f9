"""That measuring works; how fast anything is, no test asks."""

import pytest

from tests.benchmarks.__main__ import NAMES, measure
from tests.benchmarks.bench_start import on_screen
from tests.benchmarks.rows import SMALLEST, Row, Skipped, table
from tests.benchmarks.starting import Screen


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"start", "export", "peer"}])
def test_each_kind_of_measurement_gives_rows(qapp: object, name: str) -> None:
    rows = measure(name, SMALLEST)

    assert rows
    assert all(isinstance(row, Row) and row.ours > 0 for row in rows)


def test_a_started_program_says_when_it_was_painted() -> None:
    rows = list(on_screen(Screen("offscreen"), {"nothing": None}, 1))

    assert [row.ours > 0 for row in rows if isinstance(row, Row)] == [True] * 3


def test_the_table_tells_what_reached_its_target_and_what_did_not() -> None:
    rows: list[Row | Skipped] = [
        Row("in time", 3.0, floor=2.0, floor_is="bare", most_ratio=2.0),
        Row("too slow", 5.0, floor=2.0, floor_is="bare", most_ratio=2.0),
        Row("too large", 9.0, "MiB", most=8.0),
        Row("only told", 1.0),
        Skipped("not here", "no screen"),
    ]

    verdicts = [line.split("|")[-2].strip() for line in table(rows).splitlines()[2:]]

    assert verdicts == ["ok", "MISSED", "MISSED", "", ""]
