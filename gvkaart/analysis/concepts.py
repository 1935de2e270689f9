"""Checks on concepts: one word for two things, words nobody explained, names that do not fit.

Sources: KB 6.1.2 and 7.2; DO "Tussen bescherming en verlamming".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, edge_reference, references
from gvkaart.analysis.registry import check
from gvkaart.analysis.terms import TermIndex, essence, index_terms, words_of
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


@check("concept.homonym", "", "used")
def homonym(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find concepts with the same term, of different frames or different actors, that are defined differently."""
    vocabulary = _vocabulary(view)
    same = _clusters((edge.source, edge.target) for edge in view.edges if edge.relation == "exact_match")
    seen: set[frozenset[NodeId]] = set()
    for group in sorted(vocabulary.concepts):
        pairs = [pair for pair in combinations(vocabulary.concepts[group], 2) if _are_confused(view, *pair, same)]
        clusters = _clusters((one.id, other.id) for one, other in pairs)
        for cluster in sorted(set(clusters.values()), key=sorted):
            if cluster not in seen:
                seen.add(cluster)
                yield _homonym(view, cluster, [pair for pair in pairs if pair[0].id in cluster])


def _clusters(pairs: Iterable[tuple[NodeId, NodeId]]) -> Mapping[NodeId, frozenset[NodeId]]:
    """Return for each node in a pair the set of nodes it is connected with, itself included."""
    clusters: dict[NodeId, frozenset[NodeId]] = {}
    for one, other in pairs:
        joined = clusters.get(one, frozenset((one,))) | clusters.get(other, frozenset((other,)))
        clusters.update(dict.fromkeys(joined, joined))
    return clusters


def _are_confused(view: CaseView, one: Node, other: Node, same: Mapping[NodeId, frozenset[NodeId]]) -> bool:
    definitions = [essence(text_of(concept.fields, "definition")) for concept in (one, other)]
    if not all(definitions) or definitions[0] == definitions[1]:
        return False
    return other.id not in same.get(one.id, ()) and (
        _differ_in_frame(one, other) or _differ_in_actors(view, one, other)
    )


def _differ_in_frame(one: Node, other: Node) -> bool:
    frames = [words_of(text_of(concept.fields, "frame")) for concept in (one, other)]
    return all(frames) and frames[0] != frames[1]


def _differ_in_actors(view: CaseView, one: Node, other: Node) -> bool:
    actors = [set(view.sources(concept.id, "means")) for concept in (one, other)]
    return all(actors) and actors[0] != actors[1]


def _homonym(view: CaseView, cluster: frozenset[NodeId], pairs: Iterable[tuple[Node, Node]]) -> Observation:
    concepts = sorted(cluster)
    uses = [edge for concept in concepts for edge in view.into(concept, "uses") if view.counts(edge.source)]
    meanings = [edge for concept in concepts for edge in view.into(concept, "means")]
    speakers = {actor for edge in uses for actor in view.sources(edge.source, *_SAYING)}
    used = any(_both_speak(view, one, other, speakers) for one, other in pairs)
    return Observation(
        Severity.SERIOUS if used else Severity.ATTENTION,
        subject=tuple(concepts),
        evidence=references(meanings + _said_by(view, uses, {edge.source for edge in meanings})),
        variant="used" if used else "",
        params={"term": view.nodes[concepts[0]].title, "count": len(concepts)},
    )


def _both_speak(view: CaseView, one: Node, other: Node, speakers: set[NodeId]) -> bool:
    """Tell whether an actor of each side holds or claims something in which the term is used."""
    sides = [speakers & set(view.sources(concept.id, "means")) for concept in (one, other)]
    return all(sides) and len(sides[0] | sides[1]) > 1


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
            if view.counts(item.id) and view.into(item.id, *_SAYING):
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
