"""The public values that a case like this should at least consider, held against those on the map.

Sources: KB 1 (whoever decides takes stock of the interests and considers whether they matter) and 7.2 (not every value
comes to the table by itself).
"""

from collections.abc import Iterator
from typing import Final

from gvkaart.analysis.catalogue import Belonging, Catalogue
from gvkaart.analysis.findings import Observation, Severity, ValueNames, ValueQuestions
from gvkaart.analysis.flows import UNDER_DISCUSSION
from gvkaart.analysis.overtaken import in_play_of
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, text_of


@check("interest.not-considered")
def not_considered(view: CaseView, catalogue: Catalogue) -> Iterator[Observation]:
    """Find values that belong to this kind of case and are on the map nowhere; all in one finding.

    Those that few cases ask for come first: what always belongs is what people think of by themselves. One goes through
    them one at a time, so the next step is the question that the catalogue asks about the first.
    """
    case = kinds_of_case(view)
    present = {text_of(interest.fields, "value") for interest in view.of_kind("interest")}
    belonging = [value for value in catalogue if value.belongs_to & case and value.id not in present]
    absent = sorted(belonging, key=lambda value: min(map(_SPECIFIC_FIRST.index, value.belongs_to & case)))
    if absent:
        keys = tuple(value.id for value in absent)
        names = ValueNames(keys, tuple(value.name for value in absent))
        questions = ValueQuestions(keys, tuple(value.question for value in absent))
        yield Observation(Severity.INFO, subject=(), values=keys, params={"values": names, "question": questions})


def kinds_of_case(view: CaseView) -> frozenset[Belonging]:
    """Tell what kind of case a map is about, by its flows and by whether somebody loses a choice.

    Nothing at all as long as the map has no plan that could be weighed: no option, and no flow that is there or may
    come.
    """
    flows = [flow for flow in in_play_of(view, "dataflow") if text_of(flow.fields, "status") in UNDER_DISCUSSION]
    plans = [*flows, *in_play_of(view, "option")]
    if not plans:
        return frozenset()
    traffic = {text_of(flow.fields, "traffic") for flow in flows}
    level = {text_of(flow.fields, "level") for flow in flows}
    choice = {"takes_choice_from"} if any(view.out(plan.id, "takes_choice_from") for plan in plans) else set()
    signs = traffic | level | choice
    return frozenset((Belonging.ALWAYS, *(belonging for sign, belonging in _SIGNS.items() if sign in signs)))


_SPECIFIC_FIRST: Final = (
    Belonging.CHOICE,
    Belonging.OTHER_PURPOSE,
    Belonging.LINKAGE,
    Belonging.INDIVIDUAL,
    Belonging.EXCHANGE,
    Belonging.ALWAYS,
)
"""Kinds of case in the order in which their values are named."""

_SIGNS: Final = {
    "exchange": Belonging.EXCHANGE,
    "linkage": Belonging.LINKAGE,
    "other_purpose": Belonging.OTHER_PURPOSE,
    "individual": Belonging.INDIVIDUAL,
    "takes_choice_from": Belonging.CHOICE,
}
"""What on a map shows that it is a case of a kind: traffic or level of a flow, or a relation."""
