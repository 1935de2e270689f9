"""Checks on concepts: one word for two things, words nobody explained, names that do not fit.

Sources: KB 6.1.2 and 7.2; DO "Tussen bescherming en verlamming".
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, edge_reference, references
from gvkaart.analysis.registry import check
from gvkaart.analysis.terms import TermIndex, Word, essence, index_terms, words_of
from gvkaart.domain.derived import CaseView, text_of, texts_of
from gvkaart.domain.entities import Edge, Node, NodeId

_STATEMENTS = ("position", "fact", "problem")
_SAYING = ("holds", "claims")
"""How an actor says something itself; who merely accepts a statement did not choose its words."""


@dataclass(frozen=True, eq=False)
class _Vocabulary:
    """The concepts of a map, grouped by term; a concept belongs to the group of its title and of each `alt`."""

    index: TermIndex
    concepts: Mapping[int, tuple[Node, ...]]


def _vocabulary(view: CaseView) -> _Vocabulary:
    named = [(concept, _terms(concept)) for concept in view.of_kind("concept")]
    index = index_terms(term for _concept, terms in named for term in terms)
    groups: dict[int, dict[NodeId, Node]] = {}
    for concept, terms in named:
        for group in map(index.group_of, terms):
            if group is not None:
                groups.setdefault(group, {})[concept.id] = concept
    return _Vocabulary(index, {group: tuple(concepts.values()) for group, concepts in groups.items()})


def _terms(concept: Node) -> tuple[str, ...]:
    return (concept.title, *texts_of(concept.fields, "alt"))


# --- one word, two meanings -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Meaning:
    """A concept with what decides whether it is confused with another of the same term."""

    id: NodeId
    definition: Word
    frame: Word
    actors: frozenset[NodeId]


@check("concept.homonym", "", "used")
def homonym(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find concepts with the same term, of different frames or different actors, that are defined differently."""
    vocabulary = _vocabulary(view)
    same = _clusters((edge.source, edge.target) for edge in view.edges if edge.relation == "exact_match")
    seen: set[frozenset[NodeId]] = set()
    for group in sorted(vocabulary.concepts):
        meanings = [_meaning(view, concept) for concept in vocabulary.concepts[group]]
        pairs = [(one, other) for one, other in combinations(meanings, 2) if _are_confused(one, other, same)]
        clusters = _clusters((one.id, other.id) for one, other in pairs)
        for cluster in sorted(set(clusters.values()) - seen, key=sorted):
            seen.add(cluster)
            yield _homonym(view, cluster, [pair for pair in pairs if pair[0].id in cluster])


def _meaning(view: CaseView, concept: Node) -> _Meaning:
    definition, frame = (text_of(concept.fields, name) for name in ("definition", "frame"))
    return _Meaning(concept.id, essence(definition), words_of(frame), frozenset(view.sources(concept.id, "means")))


def _clusters(pairs: Iterable[tuple[NodeId, NodeId]]) -> Mapping[NodeId, frozenset[NodeId]]:
    """Return for each node in a pair the set of nodes it is connected with, itself included."""
    clusters: dict[NodeId, frozenset[NodeId]] = {}
    for one, other in pairs:
        joined = clusters.get(one, frozenset((one,))) | clusters.get(other, frozenset((other,)))
        clusters.update(dict.fromkeys(joined, joined))
    return clusters


def _are_confused(one: _Meaning, other: _Meaning, same: Mapping[NodeId, frozenset[NodeId]]) -> bool:
    """Tell whether two concepts of the same term are two meanings; what is not filled in tells nothing."""
    if not one.definition or not other.definition or one.definition == other.definition:
        return False
    if other.id in same.get(one.id, ()):
        return False
    return _both_and_different(one.frame, other.frame) or _both_and_different(one.actors, other.actors)


def _both_and_different(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one) and bool(other) and one != other


def _homonym(view: CaseView, cluster: frozenset[NodeId], pairs: Iterable[tuple[_Meaning, _Meaning]]) -> Observation:
    concepts = sorted(cluster)
    uses = [edge for concept in concepts for edge in view.into(concept, "uses")]
    meant = [edge for concept in concepts for edge in view.into(concept, "means")]
    speakers = {actor for edge in uses for actor in view.sources(edge.source, *_SAYING)}
    used = any(_both_speak(one.actors & speakers, other.actors & speakers) for one, other in pairs)
    return Observation(
        Severity.SERIOUS if used else Severity.ATTENTION,
        subject=tuple(concepts),
        evidence=references(meant + _said_by(view, uses, {edge.source for edge in meant})),
        variant="used" if used else "",
        params={"term": view.nodes[concepts[0]].title, "count": len(concepts)},
    )


def _both_speak(one: frozenset[NodeId], other: frozenset[NodeId]) -> bool:
    """Tell whether both sides use the term in what they hold or claim: two actors, one of each."""
    return bool(one) and bool(other) and len(one | other) > 1


def _said_by(view: CaseView, uses: Iterable[Edge], actors: set[NodeId]) -> list[Edge]:
    return [edge for edge in uses if actors.intersection(view.sources(edge.source, *_SAYING))]


# --- a word that somebody uses without saying what it means -----------------------------------------------------------


@check("concept.undefined")
def undefined(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find terms that several actors use in what they hold or claim, while one of them never said what it means."""
    vocabulary = _vocabulary(view)
    for group, items in sorted(_uses_in_words(view, vocabulary.index).items()):
        concepts = vocabulary.concepts[group]
        sayings = [edge for item in items for edge in view.into(item.id, *_SAYING)]
        speakers = {edge.source for edge in sayings}
        silent = {actor for actor in speakers if not _has_meaning(view, actor, concepts)}
        if len(speakers) > 1 and silent:
            yield Observation(
                Severity.ATTENTION,
                subject=tuple(concept.id for concept in concepts),
                evidence=tuple(edge_reference(edge) for edge in sayings if edge.source in silent),
                params={
                    "term": min(concepts, key=lambda concept: concept.id).title,
                    "actors": tuple(sorted(silent)),
                    "count": len(silent),
                },
            )


def _uses_in_words(view: CaseView, index: TermIndex) -> Mapping[int, list[Node]]:
    """Return per group of terms the statements that somebody makes in which one of them occurs."""
    uses: dict[int, list[Node]] = {}
    for kind in _STATEMENTS:
        for item in view.of_kind(kind):
            if view.into(item.id, *_SAYING):
                for group in index.groups_in(f"{item.title}\n{item.text}"):
                    uses.setdefault(group, []).append(item)
    return uses


def _has_meaning(view: CaseView, actor: NodeId, concepts: Iterable[Node]) -> bool:
    """Tell whether an actor means one of these concepts, or one of them is written down as its own."""
    node = view.nodes[actor]
    names = {words_of(name) for name in (node.title, text_of(node.fields, "alias"))} - {()}
    return any(
        actor in view.sources(concept.id, "means") or words_of(text_of(concept.fields, "frame")) in names
        for concept in concepts
    )


# --- a name that does not fit -----------------------------------------------------------------------------------------


@check("concept.framed", "", "unchecked")
def framed(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find items presented as a concept of which a criterion fails, or of which no criterion was checked."""
    for edge in view.edges:
        if edge.relation == "framed_as" and view.counts(edge.source):
            yield from _framed(view, edge)


def _framed(view: CaseView, edge: Edge) -> Iterator[Observation]:
    criteria = {words_of(one): one for one in texts_of(view.nodes[edge.target].fields, "criteria")}
    fails, meets = (
        [criteria[words] for words in map(words_of, texts_of(edge.fields, name)) if words in criteria]
        for name in ("fails", "meets")
    )
    if criteria and (fails or not meets):
        yield Observation(
            Severity.ATTENTION if fails else Severity.INFO,
            subject=(edge.source,),
            evidence=(edge.target, edge_reference(edge)),
            variant="" if fails else "unchecked",
            params={
                "item": (edge.source,),
                "concept": (edge.target,),
                "criteria": "; ".join(fails or criteria.values()),
            },
        )
