"""Topics of a map: a few kinds of item at a time, for a map with too many lines to read at once.

A topic is nothing more than a filter on kinds with a name that says what one learns from it.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from gvkaart.domain.derived import CaseView
from gvkaart.picture.edges import QUIET
from gvkaart.ui.showing import Facet, Showing

EVERYTHING: Final = "everything"
"""No filter at all."""
OWN: Final = "own"
"""A filter that is no topic: the user's own."""
WHY: Final = "why"

TOPICS: Final[Mapping[str, tuple[str, ...]]] = {
    WHY: ("actor", "position", "interest"),
    "facts": ("fact", "argument", "assumption"),
    "words": ("concept",),
    "data": ("purpose", "dataflow", "legal_basis"),
    "ways-out": ("problem", "risk", "measure", "option", "action"),
}
"""The kinds of each topic.

Actors are only in the first: they stand beside their positions, and lines from there to all the rest of a map hide what
lies between.
"""

_MANY_LINES: Final = 150
"""From so many lines a map is too full to begin with all of it."""


def titles() -> dict[str, str]:
    """Return what the topics are called in a menu, with their accelerators."""
    return {
        EVERYTHING: QCoreApplication.translate("Topics", "De &hele kaart"),
        WHY: QCoreApplication.translate("Topics", "&Wie wil wat, en waarom"),
        "facts": QCoreApplication.translate("Topics", "&Feiten en argumenten"),
        "words": QCoreApplication.translate("Topics", "W&oorden"),
        "data": QCoreApplication.translate("Topics", "&Doelen en gegevens"),
        "ways-out": QCoreApplication.translate("Topics", "&Problemen en oplossingen"),
    }


def showing_of(topic: str) -> Showing:
    """Return what is shown of a topic."""
    return Showing(frozenset((Facet.KIND, kind) for kind in TOPICS.get(topic, ())))


def topic_of(showing: Showing) -> str:
    """Return the topic that is shown; what was made or asked for besides does not matter."""
    if showing.is_everything:
        return EVERYTHING
    same = (topic for topic in TOPICS if showing_of(topic).chosen == showing.chosen and not showing.focus)
    return next(same, OWN)


def offered(view: CaseView) -> tuple[str, ...]:
    """Return the topics that a map has items of, besides the actors that stand on every map."""
    own = {topic: [kind for kind in kinds if kind != "actor"] for topic, kinds in TOPICS.items()}
    return tuple(topic for topic, kinds in own.items() if any(map(view.of_kind, kinds)))


def first_of(view: CaseView) -> str:
    """Return with which topic to begin on a map that one has not seen before."""
    has_many_lines = sum(edge.relation not in QUIET for edge in view.edges) > _MANY_LINES
    return WHY if has_many_lines and view.of_kind("position") else EVERYTHING
