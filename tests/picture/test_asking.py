"""What a layout is asked for a map."""

from typing import Final

import pytest

from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import RoundId
from gvkaart.picture.asking import layout_asked
from gvkaart.words import load_words
from tests.case import MAP, Part, case, node

CHAIN: Final[tuple[Part, ...]] = (
    *(node("actor", one) for one in ("a", "b")),
    node("position", "p"),
    node("interest", "i"),
    "a holds p",
    "p rests_on i",
)


@pytest.mark.parametrize(
    ("also", "group"),
    [
        pytest.param((), "a", id="under the position of one actor"),
        pytest.param(("b holds p",), None, id="under a position of two"),
        pytest.param(("b has_interest i",), "b", id="that somebody has"),
        pytest.param(("a has_interest i", "b has_interest i"), None, id="that two have"),
    ],
)
def test_an_interest_stands_with_whose_position_comes_from_it(also: tuple[str, ...], group: str | None) -> None:
    view = CaseView(case(*CHAIN, *also), MAP, RoundId("r1"))
    boxes = {box.id: box.group for box in layout_asked(view, load_words("nl"), {}).request.boxes}
    assert (boxes["a"], boxes["b"], boxes["i"]) == ("a", "b", group)
