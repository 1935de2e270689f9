"""What a check sees, and the form in which it is shown, set aside and exported (model, section 7).

A finding holds ids, words and counts, never sentences: `gvkaart.analysis.wording` makes those of the texts.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from operator import itemgetter
from typing import Final, NamedTuple, Self

from gvkaart.domain.entities import Edge, MapId, NodeId, SetAside, SetAsideKey


@dataclass(frozen=True, slots=True)
class TextKeys:
    """Keys of texts, for what a message names in the reader's language."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ValueNames:
    """Public values that a message names.

    Attributes:
        keys: their ids in the catalogue.
        names: what each is called in the reader's language.
    """

    keys: tuple[str, ...]
    names: tuple[str, ...]

    def only(self, keys: Collection[str]) -> Self:
        """Return some of these, in the same order."""
        kept = [(key, name) for key, name in zip(self.keys, self.names, strict=True) if key in keys]
        return type(self)(tuple(key for key, _name in kept), tuple(name for _key, name in kept))


class ValueQuestions(ValueNames):
    """What to ask about public values; a message fills in the question of the first."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """Meanings of one term, which a message tells apart by their frames, or else by who has them.

    Attributes:
        keys: the concepts.
        actors: who mean each of them.
    """

    keys: tuple[NodeId, ...]
    actors: tuple[tuple[NodeId, ...], ...]


Param = str | int | TextKeys | ValueNames | Meanings | tuple[NodeId, ...]
"""What a message fills in: words somebody typed, a count, texts of the program, public values, meanings of a term, or
nodes shown by their titles."""


def asked(actors: Sequence[NodeId], otherwise: str) -> Param:
    """Return whom a next step asks something: these actors, or when nobody is known whoever a text describes.

    Args:
        actors: those who are known.
        otherwise: the last part of the key of that text, among `checks.part`.
    """
    return tuple(sorted(actors)) if actors else TextKeys((f"checks.part.{otherwise}",))


class Severity(StrEnum):
    """How much attention a finding asks; about the map, never about people."""

    INFO = "info"
    ATTENTION = "attention"
    SERIOUS = "serious"


BY_VALUE: Final = frozenset(("interest.not-considered",))
"""Checks of which a finding names several values, and each value is set aside by itself (model, section 7)."""

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
    def nodes(self) -> tuple[NodeId, ...]:
        """The nodes that it rests on, those at the ends of edges too, each once; some may be gone by now."""
        ends = (end for reference in self.evidence for end in reference.split(" ")[::2])
        return tuple(map(NodeId, dict.fromkeys(ends)))

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
    return {fingerprint: one for one in entries if one.map == map_id for fingerprint in _fingerprints(one)}


def _fingerprints(one: SetAside) -> Iterator[Fingerprint]:
    if one.check in BY_VALUE:
        yield from (Fingerprint(one.check, (), (), (value,)) for value in one.values)
    else:
        yield Fingerprint(one.check, _as_set(one.subject), _as_set(one.evidence), _as_set(one.values))


def marked(finding: Finding, set_aside: Mapping[Fingerprint, SetAside]) -> Iterator[Finding]:
    """Mark a finding with how it was set aside.

    Of a check of `BY_VALUE` each value that was set aside becomes a finding of its own, after what is left of it.
    """
    if finding.check in BY_VALUE:
        yield from _by_value(finding, set_aside)
    else:
        how = set_aside.get(finding.fingerprint)
        yield finding if how is None else replace(finding, set_aside=how)


def _by_value(finding: Finding, set_aside: Mapping[Fingerprint, SetAside]) -> Iterator[Finding]:
    how = {value: set_aside.get(Fingerprint(finding.check, (), (), (value,))) for value in finding.values}
    left = tuple(value for value, one in how.items() if one is None)
    if left:
        yield _about(finding, left)
    yield from (replace(_about(finding, (value,)), set_aside=one) for value, one in how.items() if one is not None)


def _about(finding: Finding, values: tuple[str, ...]) -> Finding:
    """Return a finding for some of its values."""
    params = {
        name: param.only(values) if isinstance(param, ValueNames) else param for name, param in finding.params.items()
    }
    return replace(finding, values=values, params=params)


def most_pressing_first(findings: Iterable[Finding]) -> list[Finding]:
    """Order findings as they are read: severest first, those set aside last.

    Equally severe ones come in turns, one of every check and then the next of each, so that whoever reads ten of them
    before a meeting has read of as many things as there are. Of one check the one that rests on most comes first; for
    the rest they stay in the order in which they come.
    """
    given = list(findings)
    checks = list(dict.fromkeys(one.check for one in given))
    had: Counter[tuple[int, int, str]] = Counter()
    places: list[tuple[int, int, int, int]] = []
    ranked = sorted(given, key=lambda one: -len(one.evidence))
    for one in ranked:
        aside, severity = int(one.set_aside is not None), SEVEREST_FIRST.index(one.severity)
        places.append((aside, severity, had[aside, severity, one.check], checks.index(one.check)))
        had[aside, severity, one.check] += 1
    return [one for _place, one in sorted(zip(places, ranked, strict=True), key=itemgetter(0))]


def _as_set(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(texts)))


def edge_reference(edge: Edge) -> str:
    """Write an edge as evidence: ``source relation target``. Ids hold no spaces, so it can be read back."""
    return f"{edge.source} {edge.relation} {edge.target}"


def references(edges: Iterable[Edge]) -> tuple[str, ...]:
    """Write edges as evidence."""
    return tuple(map(edge_reference, edges))
