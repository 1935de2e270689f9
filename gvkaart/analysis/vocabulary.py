"""The vocabulary of a map: its concepts by term, and where one term has several meanings.

Whoever looks for confusion asks here, so that every check and every view means the same by it (KB 6.1.2, 7.2).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from gvkaart.analysis.reading import shared
from gvkaart.analysis.terms import TermIndex, Word, essence, index_terms, words_of
from gvkaart.domain.derived import CaseView, text_of, texts_of
from gvkaart.domain.entities import Node, NodeId

SAYING: Final = ("holds", "claims")
"""How an actor says something itself; who merely accepts a statement did not choose its words."""


@dataclass(frozen=True)
class Vocabulary:
    """The concepts of a map, grouped by term; a concept belongs to the group of its title and of each `alt`."""

    index: TermIndex
    concepts: Mapping[int, tuple[Node, ...]]

    def groups_of(self, concept: Node) -> frozenset[int]:
        """Return the groups that a concept belongs to."""
        groups = map(self.index.group_of, terms_of(concept))
        return frozenset(group for group in groups if group is not None)


@dataclass(frozen=True)
class Meaning:
    """A concept with what decides whether it is confused with another of the same term.

    Attributes:
        definition: what it says, as `terms.essence`; empty when it is not filled in.
        actors: those who mean it in this round.
    """

    id: NodeId
    definition: Word
    frame: Word
    actors: frozenset[NodeId]


@dataclass(frozen=True)
class Confusion:
    """One term with several meanings.

    Attributes:
        groups: of the vocabulary, those in which these concepts meet.
        concepts: the meanings.
        pairs: those that are confused, two by two.
    """

    groups: frozenset[int]
    concepts: frozenset[NodeId]
    pairs: tuple[tuple[Meaning, Meaning], ...]


@shared
def vocabulary_of(view: CaseView) -> Vocabulary:
    """Group the concepts of a map by term; the words in which one of them is not meant hold for its term."""
    named = [(concept, terms_of(concept)) for concept in view.of_kind("concept")]
    not_meant: dict[str, list[str]] = {}
    for concept, terms in named:
        for term in terms:
            not_meant.setdefault(term, []).extend(texts_of(concept.fields, "not_meant"))
    index = index_terms(not_meant, not_meant)
    groups: dict[int, dict[NodeId, Node]] = {}
    for concept, terms in named:
        for group in map(index.group_of, terms):
            if group is not None:
                groups.setdefault(group, {})[concept.id] = concept
    return Vocabulary(index, {group: tuple(concepts.values()) for group, concepts in groups.items()})


def terms_of(concept: Node) -> tuple[str, ...]:
    """Return what a concept is called: its title and the other terms."""
    return (concept.title, *texts_of(concept.fields, "alt"))


def meaning_of(view: CaseView, concept: Node) -> Meaning:
    """Return a concept with who means it, as of the round of the view."""
    definition, frame = (text_of(concept.fields, name) for name in ("definition", "frame"))
    return Meaning(concept.id, essence(definition), words_of(frame), frozenset(view.sources(concept.id, "means")))


@shared
def confusions_of(view: CaseView) -> tuple[Confusion, ...]:
    """Return the terms that have several meanings, each set of concepts once, in the order of the vocabulary.

    Meanings differ when they come from another frame or another actor, and both definitions are filled in and differ;
    what is joined as an exact match, directly or through others, is one meaning. Meanings that nobody has in this round
    while somebody has in another are left out, and so is a term by which all who mean anything agreed on one meaning,
    whatever they meant before (KB 6.1.3).
    """
    vocabulary = vocabulary_of(view)
    matches = [edge for concept in view.of_kind("concept") for edge in view.out(concept.id, "exact_match")]
    same = clusters((edge.source, edge.target) for edge in matches)
    meaning = {concept.id: meaning_of(view, concept) for concept in view.of_kind("concept")}
    found: dict[frozenset[NodeId], tuple[set[int], list[tuple[Meaning, Meaning]]]] = {}
    for group in sorted(vocabulary.concepts):
        meanings = [meaning[one.id] for one in vocabulary.concepts[group] if one.id not in view.unmeant]
        if _is_agreed_on(meanings):
            continue
        pairs = [(one, other) for one, other in combinations(meanings, 2) if _are_confused(one, other, same)]
        joined = clusters((one.id, other.id) for one, other in pairs)
        for cluster in sorted(set(joined.values()), key=sorted):
            groups, _pairs = found.setdefault(cluster, (set(), [pair for pair in pairs if pair[0].id in cluster]))
            groups.add(group)
    return tuple(Confusion(frozenset(groups), cluster, tuple(pairs)) for cluster, (groups, pairs) in found.items())


def clusters(pairs: Iterable[tuple[NodeId, NodeId]]) -> Mapping[NodeId, frozenset[NodeId]]:
    """Return for each node in a pair the set of nodes it is connected with, itself included."""
    joined_with: dict[NodeId, frozenset[NodeId]] = {}
    for one, other in pairs:
        if other not in joined_with.get(one, ()):
            joined = joined_with.get(one, frozenset((one,))) | joined_with.get(other, frozenset((other,)))
            joined_with.update(dict.fromkeys(joined, joined))
    return joined_with


def _are_confused(one: Meaning, other: Meaning, same: Mapping[NodeId, frozenset[NodeId]]) -> bool:
    """Tell whether two concepts of the same term are two meanings; what is not filled in tells nothing."""
    if not one.definition or not other.definition or one.definition == other.definition:
        return False
    if other.id in same.get(one.id, ()):
        return False
    return _both_and_different(one.frame, other.frame) or _both_and_different(one.actors, other.actors)


def _is_agreed_on(meanings: Iterable[Meaning]) -> bool:
    """Tell whether several actors mean anything by a term, and one of its meanings is meant by all of them."""
    meant = [one.actors for one in meanings if one.actors]
    everybody = frozenset[NodeId]().union(*meant)
    return len(meant) > 1 and len(everybody) > 1 and everybody in meant


def _both_and_different(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one) and bool(other) and one != other
