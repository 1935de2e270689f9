"""What a check sees, and the form in which it is shown, set aside and exported (model, section 7).

A finding holds ids, words and counts, never sentences: `gvkaart.analysis.wording` makes those of the texts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from gvkaart.domain.entities import Edge, MapId, NodeId, SetAside, SetAsideKey


@dataclass(frozen=True, slots=True)
class TextKeys:
    """Keys of texts, for what a message names in the reader's language."""

    keys: tuple[str, ...]


Param = str | int | TextKeys | tuple[NodeId, ...]
"""What a message fills in: words somebody typed, a count, texts of the program, or nodes shown by their titles."""


class Severity(StrEnum):
    """How much attention a finding asks; about the map, never about people."""

    INFO = "info"
    ATTENTION = "attention"
    SERIOUS = "serious"


SEVEREST_FIRST: Final = (Severity.SERIOUS, Severity.ATTENTION, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Observation:
    """What one check noticed, as it comes.

    Attributes:
        subject: what it is about; empty when it is about the map as a whole.
        evidence: what shows it, besides the subject: node ids, and edges as `edge_reference` writes them.
        values: ids of the catalogue of public values.
        variant: which of the check's messages fits; empty for the plain one.
        params: what that message fills in.
    """

    severity: Severity
    subject: tuple[NodeId, ...]
    evidence: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    variant: str = ""
    params: Mapping[str, Param] = field(default_factory=dict)


class Fingerprint(NamedTuple):
    """What makes two findings on a map the same; each tuple sorted, without doubles."""

    check: str
    subject: tuple[str, ...]
    evidence: tuple[str, ...]
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """An observation in normal form: `subject`, `evidence` and `values` sorted, the subject among the evidence.

    Attributes:
        check: id of the check, part of the file format.
        set_aside: how somebody put this very finding aside, or None.
    """

    check: str
    severity: Severity
    subject: tuple[NodeId, ...]
    evidence: tuple[str, ...]
    values: tuple[str, ...]
    variant: str
    params: Mapping[str, Param]
    set_aside: SetAside | None = None

    @property
    def fingerprint(self) -> Fingerprint:
        """What this finding is compared by; it changes, and the finding returns, when the evidence does."""
        return Fingerprint(self.check, self.subject, self.evidence, self.values)

    def key_on(self, map_id: MapId) -> SetAsideKey:
        """Return the key under which this finding of a map is set aside."""
        return SetAsideKey(map_id, *self.fingerprint)


def finding_of(check: str, seen: Observation, set_aside: Mapping[Fingerprint, SetAside]) -> Finding:
    """Bring an observation in normal form, and see whether it was set aside."""
    subject = tuple(sorted(set(seen.subject)))
    evidence = tuple(sorted({*seen.subject, *seen.evidence}))
    values = tuple(sorted(set(seen.values)))
    aside = set_aside.get(Fingerprint(check, subject, evidence, values))
    return Finding(check, seen.severity, subject, evidence, values, seen.variant, seen.params, aside)


def set_aside_on(map_id: MapId, entries: Iterable[SetAside]) -> Mapping[Fingerprint, SetAside]:
    """Index what was set aside on a map by the fingerprint of the finding, compared as sets."""
    return {
        Fingerprint(one.check, _as_set(one.subject), _as_set(one.evidence), _as_set(one.values)): one
        for one in entries
        if one.map == map_id
    }


def _as_set(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(texts)))


def edge_reference(edge: Edge) -> str:
    """Write an edge as evidence: ``source relation target``. Ids hold no spaces, so it can be read back."""
    return f"{edge.source} {edge.relation} {edge.target}"


def references(edges: Iterable[Edge]) -> tuple[str, ...]:
    """Write edges as evidence."""
    return tuple(map(edge_reference, edges))
