"""Measures how fast and how large the program is on this machine: ``python -m tests.benchmarks``.

    --only NAME ...   only these: start, action, analysis, argumentation, canvas, export, layout, nlsbb, peer, sources,
                      store, tables, terms, views
    --quick           maps of 300 and 3,000 nodes, three runs
    --smallest        maps of 60 nodes, one run: only to see that measuring works

Nothing passes or fails. A row compares with the smallest program that could do the same, measured in turn in the same
run (`rows`), and says whether the target is reached that the project set itself.
"""

import argparse
import os
import platform
import sys
from importlib import import_module
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.rows import QUICK, SMALLEST, Effort, Row, Skipped, table

NAMES: Final = (
    *("start", "action", "analysis", "argumentation", "canvas", "export", "layout", "nlsbb"),
    *("peer", "sources", "store", "tables", "terms", "views"),
)


def measure(name: str, effort: Effort) -> list[Row | Skipped]:
    """Run one module of benchmarks, and say on standard error how far it is."""
    found = []
    for row in import_module(f"tests.benchmarks.bench_{name}").rows(effort):
        print(f"{name}: {row.what}", file=sys.stderr)
        found.append(row)
    return found


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="speed and memory on this machine")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME", help=", ".join(NAMES))
    effort = parser.add_mutually_exclusive_group()
    effort.add_argument("--quick", dest="effort", action="store_const", const=QUICK, help="300 and 3,000 nodes")
    effort.add_argument("--smallest", dest="effort", action="store_const", const=SMALLEST, help="60 nodes, once")
    parser.set_defaults(effort=Effort())
    chosen = parser.parse_args()
    rows = [row for name in chosen.only for row in measure(name, chosen.effort)]
    print(f"{platform.platform()}, {os.cpu_count()} processors, Python {platform.python_version()}\n")
    print(table(rows))


if __name__ == "__main__":
    main()
