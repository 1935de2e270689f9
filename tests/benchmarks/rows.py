"""What a benchmark reports: rows, each against the smallest program that could do the same, measured in the same run.

Times drift from machine to machine, and on a shared machine from minute to minute. So every measurement is taken
several times, in turn with its floor, and the medians are compared.
"""

import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

_T = TypeVar("_T")

MS: Final = "ms"
MIB: Final = "MiB"


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement.

    Attributes:
        what: what was measured.
        ours: what it cost, in `unit`.
        unit: `MS` or `MIB`.
        floor: what the smallest program that could do it costs, or a peer, in the same unit; None without one.
        floor_is: what that program is.
        most: the most that `ours` should be, in `unit`.
        most_ratio: the most that `ours` should be, in times the floor.
    """

    what: str
    ours: float
    unit: str = MS
    floor: float | None = None
    floor_is: str = ""
    most: float | None = None
    most_ratio: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the floor it costs."""
        return self.ours / self.floor if self.floor else None

    @property
    def reached(self) -> bool | None:
        """Whether the targets are reached; None when there is none."""
        checked = [self.ours <= self.most] if self.most is not None else []
        if self.ratio is not None and self.most_ratio is not None:
            checked.append(self.ratio <= self.most_ratio)
        return all(checked) if checked else None


@dataclass(frozen=True, slots=True)
class Skipped:
    """What could not be measured here, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Effort:
    """How much to measure: sizes of documents in nodes, and how often."""

    sizes: tuple[int, ...] = (300, 3_000, 10_000)
    runs: int = 7

    @property
    def main_size(self) -> int:
        """The size most targets speak of: 3,000 nodes, or the largest that is measured."""
        return 3_000 if 3_000 in self.sizes else max(self.sizes)


QUICK: Final = Effort((300, 3_000), 3)
SMALLEST: Final = Effort((60,), 1)

Rows = Iterator[Row | Skipped]


def in_turn(runs: int, *measures: Callable[[], _T]) -> list[list[_T]]:
    """Take each measure `runs` times, in turn, so that all of them meet the same weather; results by measure."""
    rounds = [[measure() for measure in measures] for _ in range(runs)]
    return [list(results) for results in zip(*rounds, strict=True)]


def milliseconds(do: Callable[[], object]) -> float:
    """Return how long it takes to do something."""
    start = time.perf_counter()
    do()
    return (time.perf_counter() - start) * 1e3


def processor_milliseconds(do: Callable[[], object]) -> float:
    """Return how long the processor works on something, whatever else it does meanwhile."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1e3


def median(values: Iterable[float]) -> float:
    """Return the middle one."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Return what nineteen in twenty stay under."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


# --- the table --------------------------------------------------------------------------------------------------------

HEADINGS: Final = ("what", "ours", "floor", "ratio", "target", "")


def cells(row: Row | Skipped) -> tuple[str, ...]:
    """Return what stands in the columns of the table."""
    if isinstance(row, Skipped):
        return (row.what, "-", row.why, "", "", "")
    floor = f"{row.floor:.4g} {row.unit} ({row.floor_is})" if row.floor is not None else ""
    ratio = f"{row.ratio:.2f}" if row.ratio is not None else ""
    target = [f"≤ {row.most_ratio:g} x"] if row.most_ratio is not None else []
    target += [f"≤ {row.most:g} {row.unit}"] if row.most is not None else []
    verdict = {True: "ok", False: "MISSED", None: ""}[row.reached]
    return (row.what, f"{row.ours:.4g} {row.unit}", floor, ratio, " and ".join(target), verdict)


def table(rows: Iterable[Row | Skipped]) -> str:
    """Lay rows out as a table in Markdown."""
    lines = [HEADINGS, *map(cells, rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    heading, *rest = (" | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
    rule = " | ".join("-" * max(width, 1) for width in widths)
    return "\n".join(f"| {line} |" for line in (heading, rule, *rest))
