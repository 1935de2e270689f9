"""How a check is written down: a generator function with an id, that looks at a map and yields what it sees."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation
from gvkaart.domain.derived import CaseView

Look = Callable[[CaseView, Catalogue], Iterator[Observation]]


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    Attributes:
        id: part of the file format; once released it never changes.
        look: what it does.
        variants: its messages besides the plain one.
    """

    id: str
    look: Look
    variants: tuple[str, ...] = ("",)


def check(check_id: str, *variants: str) -> Callable[[Look], Check]:
    """Make a check of a generator function.

    Args:
        check_id: as in the table of checks, such as ``concept.homonym``.
        variants: the forms of its message, when there are more than one; "" is the plain form.
    """
    return lambda look: Check(check_id, look, variants or ("",))
