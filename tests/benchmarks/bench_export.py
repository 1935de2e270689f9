"""The command line draws a map that has no places yet, against `dot` with the same graph."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from gvkaart.domain.graph import Graph
from tests.benchmarks.documents import case_of, write_document
from tests.benchmarks.rows import Effort, Row, Rows, Skipped, in_turn, median, milliseconds
from tests.benchmarks.starting import Screen, run

_TIMES_DOT = 2.0


def rows(effort: Effort) -> Rows:
    """Draw the smallest map; the floor is `dot -Tsvg` and the bare start of the command line."""
    size, screen = min(effort.sizes), Screen("offscreen")
    if shutil.which("dot") is None:
        yield Skipped(f"SVG of {size} nodes", "dot is not installed")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        graph = case_of(size, placed=False)
        write_document(graph, folder / "map.gvkaart", folder / "data")
        (folder / "map.dot").write_text(_dot_text(graph), encoding="utf-8")
        dot = ["dot", "-Tsvg", "-o", str(folder / "dot.svg"), str(folder / "map.dot")]
        export = ("-m", "gvkaart", "export", str(folder / "map.gvkaart"), str(folder / "ours.svg"))
        run(screen, *export)  # compiles the modules
        ours, drawing, starting = in_turn(
            effort.runs,
            lambda: milliseconds(lambda: run(screen, *export)),
            lambda: milliseconds(lambda: subprocess.run(dot, check=True)),
            lambda: milliseconds(lambda: run(screen, "-m", "gvkaart", "--version")),
        )
        floor = median(drawing) + median(starting)
        yield Row(
            f"SVG of {size} nodes by the command line",
            median(ours),
            floor=floor,
            floor_is=f"dot {median(drawing):.0f} + start {median(starting):.0f}",
            most_ratio=_TIMES_DOT,
        )


def _dot_text(graph: Graph) -> str:
    nodes = (f'"{node.id}" [label={json.dumps(node.title, ensure_ascii=False)}]' for node in graph.nodes.values())
    edges = (f'"{edge.source}" -> "{edge.target}" [label="{edge.relation}"]' for edge in graph.edges.values())
    return "\n".join(["digraph {", "node [shape=box]", *nodes, *edges, "}"])
