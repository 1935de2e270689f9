"""Checks on how concepts are defined: two words for one thing, and definitions that explain nothing.

Sources: KB 6.2.2 (one party speaks of a combined application, the other of a decision without one); DO "Tussen
bescherming en verlamming"; ISO 704 for circular definitions, in one definition and between two.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import chain, combinations
from typing import Final

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, references
from gvkaart.analysis.registry import check
from gvkaart.analysis.terms import FUNCTION_WORDS, Word, words_of
from gvkaart.analysis.vocabulary import SAYING, Meaning, Vocabulary, clusters, meaning_of, vocabulary_of
from gvkaart.domain.derived import CaseView, text_of
from gvkaart.domain.entities import Node, NodeId

_Pair = tuple[NodeId, NodeId]
"""Two concepts, the smaller id first."""

_SAME: Final = ("exact_match", "close_match")
_COMPARED: Final = (*_SAME, "broad_match", "narrow_match", "related_match", "differs_from")
_DECIDING: Final = frozenset(words_of("niet geen nooit zonder behalve alleen slechts not no never without except only"))
"""Words of which one more or less turns a definition round."""
_ENOUGH_WORDS: Final = 3
"""Content words; of a shorter definition it is too easy to be the same as another."""
_COPULAS: Final = frozenset(words_of("is zijn betekent betreft heet are means"))
_LONGEST_LEAD: Final = 6
"""In words; what stands before a colon further on is part of the explanation."""
_LAW: Final = re.compile(r"\b(?:Wet|Besluit|Regeling|Verordening|Richtlijn|Act)(?: [a-z]\w*){1,4}")
"""The name of a law, which may well hold the term that it is about."""
_ONE_IN: Final = 10
"""Of so many content words of the longer definition one may differ; the others come in the same order."""


# --- two words, one meaning -------------------------------------------------------------------------------------------


@check("concept.synonym", "", "definition")
def synonym(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find concepts with another term but the same meaning, that are meant by different actors.

    They are joined as an exact or a close match, or nobody compared them and they are defined in (nearly) the same
    words. What is said to differ does, whatever the words.
    """
    vocabulary = vocabulary_of(view)
    meanings = {meaning.id: meaning for one in view.of_kind("concept") if (meaning := meaning_of(view, one)).actors}
    compared = _compared(view)
    joined = _joined(compared) - compared["differs_from"]
    alike = _alike(meanings.values()).difference(*compared.values())
    pairs = [
        (meanings[one], meanings[other])
        for one, other in sorted(joined | alike)
        if one in meanings and other in meanings and _are_other_words(view, vocabulary, one, other)
    ]
    pairs = [(one, other) for one, other in pairs if one.actors - other.actors and other.actors - one.actors]
    for cluster in sorted(set(clusters((one.id, other.id) for one, other in pairs).values()), key=sorted):
        within = [pair for pair in pairs if pair[0].id in cluster]
        sure = any((one.id, other.id) in joined for one, other in within)
        yield _synonym(view, vocabulary, within, sure=sure)


def _compared(view: CaseView) -> Mapping[str, set[_Pair]]:
    """Return the pairs of concepts that somebody compared, by how."""
    compared: dict[str, set[_Pair]] = {relation: set() for relation in _COMPARED}
    for concept in view.of_kind("concept"):
        for edge in view.out(concept.id, *_COMPARED):
            compared[edge.relation].add(_pair(edge.source, edge.target))
    return compared


def _pair(one: NodeId, other: NodeId) -> _Pair:
    return min(one, other), max(one, other)


def _joined(compared: Mapping[str, set[_Pair]]) -> set[_Pair]:
    """Return the pairs that mean the same: exact matches lead on to one another, close ones do not (SKOS)."""
    exact = set(clusters(compared["exact_match"]).values())
    return compared["close_match"].union(*(combinations(sorted(cluster), 2) for cluster in exact))


def _are_other_words(view: CaseView, vocabulary: Vocabulary, one: NodeId, other: NodeId) -> bool:
    """Tell whether two concepts have no term in common."""
    groups = vocabulary.groups_of(view.nodes[one])
    return bool(groups) and groups.isdisjoint(vocabulary.groups_of(view.nodes[other]))


def _alike(meanings: Iterable[Meaning]) -> set[_Pair]:
    """Return the pairs that are defined in nearly the same words.

    Two such definitions share one of their few rarest words, so only those that do are compared.
    """
    content = {meaning.id: words for meaning in meanings if len(words := _content(meaning)) >= _ENOUGH_WORDS}
    frequency = Counter(chain.from_iterable(map(set, content.values())))
    by_word: dict[str, list[NodeId]] = {}
    for concept in sorted(content):
        rarest_first = sorted(set(content[concept]), key=lambda word: (frequency[word], word))
        for word in rarest_first[: len(content[concept]) // _ONE_IN + 1]:
            by_word.setdefault(word, []).append(concept)
    candidates = {pair for concepts in by_word.values() for pair in combinations(concepts, 2)}
    return {(one, other) for one, other in candidates if _nearly_same(content[one], content[other])}


def _content(meaning: Meaning) -> Word:
    return tuple(word for word in meaning.definition if word not in FUNCTION_WORDS)


def _nearly_same(one: Word, other: Word) -> bool:
    """Tell whether nine in ten content words are the same in the same order; no number or denial may differ."""
    if _decisive(one) != _decisive(other):
        return False
    longest = max(len(one), len(other))
    same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    moved = (Counter(one) & Counter(other)).total() - same
    return not moved and longest - same <= longest // _ONE_IN


def _decisive(words: Word) -> Counter[str]:
    return Counter(word for word in words if word in _DECIDING or not word.isalpha())


def _synonym(
    view: CaseView, vocabulary: Vocabulary, pairs: list[tuple[Meaning, Meaning]], *, sure: bool
) -> Observation:
    concepts = sorted({meaning.id for pair in pairs for meaning in pair})
    means = [edge for concept in concepts for edge in view.into(concept, "means")]
    matches = [edge for concept in concepts for edge in view.out(concept, *_SAME) if edge.target in concepts]
    spoken = {concept: _speakers(view, concept) for concept in concepts}
    both_speak = any(
        (one.actors - other.actors) & spoken[one.id] and (other.actors - one.actors) & spoken[other.id]
        for one, other in pairs
    )
    by_term = {vocabulary.groups_of(view.nodes[concept]): concept for concept in reversed(concepts)}
    return Observation(
        Severity.ATTENTION if both_speak else Severity.INFO,
        subject=tuple(concepts),
        evidence=references(means + matches),
        variant="" if sure else "definition",
        params={"terms": tuple(sorted(by_term.values())), "actors": tuple(sorted({edge.source for edge in means}))},
    )


def _speakers(view: CaseView, concept: NodeId) -> set[NodeId]:
    """Return who holds or claims something that uses a concept."""
    return {actor for item in view.sources(concept, "uses") for actor in view.sources(item, *SAYING)}


# --- a definition that explains nothing -------------------------------------------------------------------------------


@check("concept.circular", "", "mutual")
def circular(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find definitions that repeat their own term, and pairs that are each defined by the other.

    Which of several concepts of the same term a definition means is known only when one has the same frame. Concepts
    of which it is said that they differ may well be explained by each other.
    """
    vocabulary = vocabulary_of(view)
    named = {one.id: vocabulary.index.groups_in(_explanation(one, vocabulary)) for one in view.of_kind("concept")}
    for concept in view.of_kind("concept"):
        if vocabulary.index.group_of(concept.title) in named[concept.id]:
            yield Observation(Severity.INFO, subject=(concept.id,), params={"concept": (concept.id,)})
    leads_to = {
        (one.id, other.id) for one in view.of_kind("concept") for other in _defined_by(one, named[one.id], vocabulary)
    }
    different = _compared(view)["differs_from"]
    for pair in sorted(pair for pair in leads_to if pair[0] < pair[1] and pair[::-1] in leads_to):
        if pair not in different:
            yield Observation(Severity.INFO, subject=pair, variant="mutual", params={"concepts": pair})


def _explanation(concept: Node, vocabulary: Vocabulary) -> str:
    """Return a definition without what leads in ("Een signaal is", "Onder signaal verstaan wij:") and names of laws."""
    definition = _LAW.sub(" ", text_of(concept.fields, "definition"))
    head, colon, rest = definition.partition(":")
    if colon and len(words_of(head)) <= _LONGEST_LEAD:
        return rest
    words, article = words_of(definition), 1
    for place in range(1, len(words_of(concept.title)) + article + 1):
        lead, copula, rest_of_it = words[:place], words[place : place + 1], words[place + 1 :]
        if _COPULAS.issuperset(copula) and vocabulary.index.groups_in(" ".join(lead)) & vocabulary.groups_of(concept):
            return " ".join(rest_of_it)
    return definition


def _defined_by(concept: Node, named: Iterable[int], vocabulary: Vocabulary) -> Iterator[Node]:
    """Yield the other concepts that a definition names, where it is clear which."""
    own = vocabulary.groups_of(concept)
    frame = words_of(text_of(concept.fields, "frame"))
    for group in sorted(set(named) - own):
        meant = vocabulary.concepts[group]
        if len(meant) > 1:
            meant = tuple(one for one in meant if frame and words_of(text_of(one.fields, "frame")) == frame)
        if len(meant) == 1:
            yield meant[0]
