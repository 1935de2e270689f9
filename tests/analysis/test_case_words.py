"""Cells in words: how many of what, a few by name, and the whole of it for who asks."""

from functools import cache

import pytest

from gvkaart.analysis.case_words import CaseWords
from gvkaart.analysis.cases import Aspect, Cell, Group, Keys, Part, side_by_side
from gvkaart.analysis.catalogue import Catalogue, read_catalogue
from gvkaart.assets import resource_text
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Node, NodeId
from gvkaart.domain.glossary import LANGUAGES
from gvkaart.words import load_words
from tests.case import MAP, case, node

FACTS = Aspect("facts", Group.WORDS, "7.2", Keys.STATUS)
LEVELS = Aspect("interests", Group.AIMS, "9.1.4", Keys.CHOICE, "level")
PURPOSES = Aspect("purposes", Group.AIMS, "7.3", Keys.NUMBER)
OWNER = Aspect("owner", Group.PARTIES, "7.3", Keys.CHOICE, "actor_type")
SILENT = Aspect("silent_groups", Group.VALUES, "7.2")
VALUES = Aspect("values_served", Group.VALUES, "7.2", Keys.VALUE)
TERMS = Aspect("confused_terms", Group.WORDS, "7.2", Keys.TERM)


@cache
def catalogue() -> Catalogue:
    return read_catalogue(resource_text("publieke-waarden.json"), "nl")


def said() -> CaseWords:
    nodes = {NodeId(key): Node(NodeId(key), "actor", key.upper()) for key in map(str, "abcdefghijklmnopq")}
    return CaseWords(nodes, catalogue(), load_words("nl"))


def cell(**parts: str) -> Cell:
    """Make a cell of letters by key; `_` is the empty key."""
    return Cell(tuple(Part("" if key == "_" else key, tuple(map(NodeId, nodes))) for key, nodes in parts.items()))


@pytest.mark.parametrize(
    ("aspect", "shown", "words"),
    [
        (FACTS, cell(), "\N{EN DASH}"),
        (FACTS, cell(disputed="abc", shared="de"), "3 betwist, 2 gedeeld"),
        (LEVELS, cell(own="a", _="b"), "1 eigen belang, 1 niet ingevuld"),
        (PURPOSES, cell(**{"4": "abc"}), "3 met 4 van 6"),
        (OWNER, cell(organisation="a"), "A (organisatie)"),
        (SILENT, cell(_="ab"), "2: A, B"),
        (SILENT, cell(_="abcd"), "4: A, B, C, D"),
        (SILENT, cell(_="abcdefg"), "7: A, B, C en 4 meer"),
        (VALUES, cell(privacy="ab", _="c"), "2: Privacy (2), een eigen publiek belang"),
        (TERMS, cell(a="ab"), "1: A (2)"),
    ],
)
def test_a_cell_says_how_many_of_what(aspect: Aspect, shown: Cell, words: str) -> None:
    assert said().short(aspect, shown) == words


def test_all_of_a_cell_is_named_by_part() -> None:
    assert said().full(FACTS, cell(disputed="ab", shared="c")) == "Betwist: A, B\nGedeeld: C"
    assert said().full(SILENT, cell(_="ab")) == "A, B"
    assert said().full(SILENT, cell()) == ""
    assert said().full(SILENT, cell(_="abcdefghijklmnop")) == "A, B, C, D, E, F, G, H, I, J, K, L en 4 meer"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_aspect_and_group_has_words(language: str) -> None:
    words = load_words(language)
    for row in side_by_side([CaseView(case(node("actor", "a")), MAP)], catalogue()).rows:
        assert words.has(f"insight.case_aspect.{row.aspect.id}")
        assert words.has(f"insight.case_group.{row.aspect.group}")
