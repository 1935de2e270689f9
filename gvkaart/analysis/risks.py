"""Checks on risks: is something done about them, and were they looked for everywhere? Sources: KB 8.5 to 8.7."""

from collections.abc import Iterator

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity
from gvkaart.analysis.overtaken import in_play, in_play_of
from gvkaart.analysis.registry import check
from gvkaart.domain.derived import CaseView, flag_of, text_of
from gvkaart.domain.entities import NodeId


@check("risk.no-measure")
def no_measure(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find risks against which nothing is done, and of which nobody wrote why they are accepted (KB 8.5.2).

    Silent when only what was dropped or overtaken poses it: then it is a reason that was heard, and no risk is taken.
    """
    for risk in view.of_kind("risk"):
        posed_by = view.sources(risk.id, "poses")
        is_off = bool(posed_by) and not any(map(view.counts, posed_by))
        if (
            in_play(view, risk.id)
            and not is_off
            and not view.into(risk.id, "mitigates")
            and not text_of(risk.fields, "accepted_because")
        ):
            yield Observation(Severity.ATTENTION, subject=(risk.id,), params={"risk": (risk.id,)})


@check("risk.intended-missing")
def intended_missing(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Notice that only accidents were thought of, and not what goes wrong when all goes as planned (KB 8.5.2)."""
    unintended = _of_scope(view, "unintended")
    if unintended and not _of_scope(view, "intended"):
        yield Observation(Severity.ATTENTION, subject=(), evidence=unintended, params={"risks": unintended})


@check("risk.alternative-missing", "", "option", "risk")
def alternative_missing(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Notice that options are not held against what happens without them (KB 8.7; DO: too little sharing harms too).

    The variant says what is missing: the option in which nothing is agreed, the risks of that situation, or both.
    """
    options = in_play_of(view, "option")
    missing = {
        "option": not any(flag_of(option.fields, "no_deal") for option in options),
        "risk": not _of_scope(view, "alternative"),
    }
    if options and any(missing.values()):
        yield Observation(
            Severity.ATTENTION,
            subject=(),
            evidence=tuple(sorted(option.id for option in options)),
            variant="" if all(missing.values()) else next(one for one, is_missing in missing.items() if is_missing),
        )


def _of_scope(view: CaseView, scope: str) -> tuple[NodeId, ...]:
    return tuple(sorted(risk.id for risk in view.of_kind("risk") if text_of(risk.fields, "scope") == scope))
