"""The case file: one map as text, in YAML or JSON, without loss (model, section 6).

What comes out of `write_case` and goes into `read_case` is the same map again, and the same bytes when it is written
once more. Times of creation and change are not in the file.
"""

import json
from pathlib import Path

from gvkaart.domain.disclosure import only_map, without_private
from gvkaart.domain.entities import MapId
from gvkaart.domain.graph import Graph
from gvkaart.exchange.case_reading import read_tree
from gvkaart.exchange.case_writing import Content, content_of
from gvkaart.exchange.decoding import decoded
from gvkaart.exchange.json_reading import read_json
from gvkaart.exchange.report import refused
from gvkaart.exchange.tree import JSON_SUFFIX, LARGEST_FILE


def read_case(data: bytes) -> Graph:
    """Return the graph of a case file in YAML: one map with its rounds and placements, and all nodes and edges.

    Ids are those of the file. The map's id is its key ``map``, or else made from its title. Every node of the file
    stands on the map, except those listed under ``off_map``, which are there because something refers to them.

    Raises:
        CaseFileError: with everything that is wrong in the file.
    """
    from gvkaart.exchange.yaml_reading import read_yaml

    return read_tree(read_yaml(decoded(data)))


def read_case_json(data: bytes) -> Graph:
    """Return the graph of a case file in JSON; otherwise as `read_case`.

    Raises:
        CaseFileError: with everything that is wrong in the file.
    """
    return read_tree(read_json(decoded(data)))


def read_case_file(path: Path) -> Graph:
    """Return the graph of a case file on disk: JSON when its name says so, else YAML.

    Raises:
        CaseFileError: as `read_case`; a file that is too large is refused before it is read.
        OSError: it cannot be read.
    """
    if (size := path.stat().st_size) > LARGEST_FILE:
        raise refused(1, "file_too_large", size=str(size >> 20), largest=str(LARGEST_FILE >> 20))
    data = path.read_bytes()
    return read_case_json(data) if path.suffix.lower() == JSON_SUFFIX else read_case(data)


def write_case(graph: Graph, map_id: MapId, *, include_private: bool) -> bytes:
    """Return one map of a document as a case file in YAML (UTF-8), in canonical order.

    Args:
        graph: the document.
        map_id: a map of it.
        include_private: whether private nodes and edges are written too.
    """
    from gvkaart.exchange.yaml_writing import yaml_text

    return yaml_text(_content(graph, map_id, include_private=include_private)).encode()


def write_case_json(graph: Graph, map_id: MapId, *, include_private: bool) -> bytes:
    """Return one map of a document as a case file in JSON; otherwise as `write_case`."""
    content = _content(graph, map_id, include_private=include_private)
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()


def _content(graph: Graph, map_id: MapId, *, include_private: bool) -> dict[str, Content]:
    case = only_map(graph, map_id) if include_private else without_private(graph, map_id)
    return content_of(case, map_id)
