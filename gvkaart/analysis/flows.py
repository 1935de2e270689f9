"""Checks on data flows. Sources: KB 5.3.2, 6.1.2, 8.3."""

from collections.abc import Iterator

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, references
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Node


@check("flow.basis", "", "to_make")
def basis(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find proposed or agreed flows of personal data without a legal basis of their own that exists.

    Only the flow's own basis counts, not that of its purpose or of an option that contains it; a basis that is
    disputed, missing, unsuitable or an obstacle is none.
    """
    for flow in filter(is_planned, view.of_kind("dataflow")):
        based_on = view.out(flow.id, "based_on")
        statuses = {text_of(view.nodes[edge.target].fields, "status") for edge in based_on}
        if "existing" not in statuses:
            to_make = "to_make" in statuses
            yield Observation(
                Severity.ATTENTION if to_make else Severity.SERIOUS,
                subject=(flow.id,),
                evidence=references(based_on),
                variant="to_make" if to_make else "",
                params={"flow": (flow.id,)},
            )


def is_planned(flow: Node) -> bool:
    """Tell whether a flow is a plan to use data of persons: proposed or agreed, and not there yet."""
    individual = text_of(flow.fields, "level") == "individual"
    return individual and text_of(flow.fields, "status") in ("proposed", "agreed")
