"""YAML text to a tree: quickly when it is written as usual, else by a whole parser, which then is imported."""

from gvkaart.exchange.tree import Tree
from gvkaart.exchange.yaml_usual import read_usual


def read_yaml(text: str) -> Tree | None:
    """Return the tree of a YAML text; None when it holds no document.

    Raises:
        CaseFileError: not YAML, or with more in it than plain texts, lists and mappings.
    """
    if (usual := read_usual(text)) is not None:
        return usual
    from gvkaart.exchange.yaml_parsing import parse_yaml

    return parse_yaml(text)
