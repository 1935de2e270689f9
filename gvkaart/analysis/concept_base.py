"""The words of a case: per term what each party means by it, how its meanings compare, and what hangs on it.

Terms are grouped, and called confused, as the checks do (`gvkaart.analysis.vocabulary`; KB 6.1.2, 7.2). The relations
between meanings are the five mapping relations of NL-SBB, and that one is something else than the other
(`gvkaart.domain.concept_edits`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from gvkaart.analysis.terms import FUNCTION_WORDS, TermIndex
from gvkaart.analysis.terms.inflection import bases
from gvkaart.analysis.terms.words import TOKEN, folded
from gvkaart.analysis.vocabulary import Vocabulary, confusions_of, terms_of, vocabulary_of
from gvkaart.domain.concept_edits import COMPARISONS, comparison_edges, read_from
from gvkaart.domain.derived import CaseView, Status, is_second_hand, text_of
from gvkaart.domain.entities import Edge, Node, NodeId
from gvkaart.domain.metamodel import KINDS, RELATIONS
from gvkaart.domain.text import fold

_HANGING: Final = ("uses", "framed_as")
"""How an item hangs on a concept."""
_USERS: Final = frozenset(kind for name in _HANGING for kinds, _to in RELATIONS[name].joins for kind in kinds)
"""Kinds of item that can hang on a concept, and so can be about a word."""
_SEVERAL: Final = 2
_KIND_ORDER: Final = {kind: place for place, kind in enumerate(KINDS)}

Span = tuple[int, int]
"""Where a word begins and ends, in code points."""


@dataclass(frozen=True, slots=True)
class TermMeaning:
    """One meaning of a term.

    Attributes:
        frame: whose or which vocabulary it belongs to; empty when that is not filled in.
        actors: who say themselves that they mean this, in the round of the view.
        reported: of whom only others say so.
    """

    concept: NodeId
    frame: str
    actors: tuple[NodeId, ...]
    reported: tuple[NodeId, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two meanings of one term, and how they compare.

    Attributes:
        relations: those of `COMPARISONS` that join them, read from the first to the second; empty as long as nobody
            compared them. The first is the strongest.
        is_confused: whether the checks take them for two meanings that are mixed up.
    """

    first: NodeId
    second: NodeId
    relations: tuple[str, ...]
    is_confused: bool


@dataclass(frozen=True, slots=True)
class Hanging:
    """An item that a term matters to.

    Attributes:
        edges: by which it uses meanings of the term, or is presented as one; empty when its title only has the word.
        standing: who hold, claim or accept it.
        disputing: who dispute it.
    """

    item: NodeId
    edges: tuple[Edge, ...]
    standing: tuple[NodeId, ...]
    disputing: tuple[NodeId, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its meanings, in the order of their frames; a meaning without a frame comes last.

    Attributes:
        title: the term as most of its meanings have it.
        names: what its meanings are called besides.
        comparisons: each two meanings.
        hanging: what is disputed comes first, then what uses the term, then what only has the word in its title.
    """

    title: str
    names: tuple[str, ...]
    meanings: tuple[TermMeaning, ...]
    comparisons: tuple[Comparison, ...]
    hanging: tuple[Hanging, ...]

    @property
    def concepts(self) -> tuple[NodeId, ...]:
        """The concepts that are its meanings."""
        return tuple(meaning.concept for meaning in self.meanings)

    @property
    def is_confused(self) -> bool:
        """Whether it has meanings that are mixed up."""
        return any(one.is_confused for one in self.comparisons)


def read_terms(view: CaseView) -> tuple[Term, ...]:
    """Return the terms of a map: those that are confused first, then those with several meanings, then the others.

    A set of concepts is told once, also when they share several terms; a smaller set with a term of its own is part of
    the larger one. Costs time in proportion to concepts, pairs of meanings and the words in titles.
    """
    vocabulary = vocabulary_of(view)
    confused = {frozenset((one.id, other.id)) for found in confusions_of(view) for one, other in found.pairs}
    named = _named(view, vocabulary.index)
    terms = [
        _term(view, concepts, confused, {item for group in groups for item in named.get(group, ())})
        for concepts, groups in _sharing(view, vocabulary).items()
    ]
    return tuple(sorted(terms, key=lambda one: (not one.is_confused, len(one.meanings) < _SEVERAL, _order(one.title))))


# --- terms ------------------------------------------------------------------------------------------------------------


def _sharing(view: CaseView, vocabulary: Vocabulary) -> Mapping[frozenset[NodeId], tuple[int, ...]]:
    """Return the largest sets of concepts that share a term, each with all groups of terms that lie within it."""
    sets: dict[frozenset[NodeId], list[int]] = {
        frozenset((one.id,)): [] for one in view.of_kind("concept") if not vocabulary.groups_of(one)
    }
    for group, concepts in sorted(vocabulary.concepts.items()):
        sets.setdefault(frozenset(one.id for one in concepts), []).append(group)
    with_one: dict[NodeId, list[frozenset[NodeId]]] = {}
    for together in sets:
        for one in together:
            with_one.setdefault(one, []).append(together)
    largest: dict[frozenset[NodeId], list[int]] = {}
    for together, groups in sets.items():
        around = [other for other in with_one[min(together)] if together <= other]
        for one_set in around:
            if not any(one_set < other for other in with_one[min(one_set)]):
                largest.setdefault(one_set, []).extend(groups)
    return {concepts: tuple(groups) for concepts, groups in largest.items()}


def _term(
    view: CaseView,
    concepts: AbstractSet[NodeId],
    confused: AbstractSet[frozenset[NodeId]],
    named: AbstractSet[NodeId],
) -> Term:
    meanings = sorted((_meaning(view, one) for one in concepts), key=_place)
    title, *names = _names([view.nodes[one] for one in sorted(concepts)])
    ordered = [one.concept for one in meanings]
    return Term(
        title,
        tuple(names),
        tuple(meanings),
        tuple(_comparison(view, *pair, is_confused=frozenset(pair) in confused) for pair in combinations(ordered, 2)),
        tuple(_hanging(view, ordered, named)),
    )


def _meaning(view: CaseView, concept: NodeId) -> TermMeaning:
    means = view.into(concept, "means")
    own = dict.fromkeys(edge.source for edge in means if not is_second_hand(edge))
    others = dict.fromkeys(edge.source for edge in means if edge.source not in own)
    return TermMeaning(concept, text_of(view.nodes[concept].fields, "frame"), tuple(own), tuple(others))


def _place(meaning: TermMeaning) -> tuple[bool, tuple[str, str], NodeId]:
    return not meaning.frame, _order(meaning.frame), meaning.concept


def _order(text: str) -> tuple[str, str]:
    return fold(text), text


def _names(concepts: Iterable[Node]) -> list[str]:
    """Return what concepts are called, each name once: what most of them are called comes first."""
    each = [terms_of(concept) for concept in concepts]
    names = [*(title for title, *_others in each), *(name for _title, *others in each for name in others)]
    counts = Counter(name for own in each for name in set(map(fold, own)))
    first = max(names, key=lambda name: counts[fold(name)])
    told: dict[str, str] = {}
    for name in (first, *names):
        told.setdefault(fold(name), name)
    return list(told.values())


def _comparison(view: CaseView, first: NodeId, second: NodeId, *, is_confused: bool) -> Comparison:
    found = {read_from(edge, first) for edge in comparison_edges(view.graph, first, second)}
    return Comparison(first, second, tuple(one for one in COMPARISONS if one in found), is_confused)


# --- what hangs on a term ---------------------------------------------------------------------------------------------


def _named(view: CaseView, index: TermIndex) -> Mapping[int, list[NodeId]]:
    """Return by group of terms the items that have one of them in their title."""
    named: dict[int, list[NodeId]] = {}
    for item in view.nodes.values():
        if item.kind in _USERS and view.counts(item.id):
            for group in index.groups_in(item.title):
                named.setdefault(group, []).append(item.id)
    return named


def _hanging(view: CaseView, concepts: Iterable[NodeId], named: Iterable[NodeId]) -> list[Hanging]:
    edges: dict[NodeId, list[Edge]] = {item: [] for item in named}
    for concept in concepts:
        for edge in view.into(concept, *_HANGING):
            if view.counts(edge.source):
                edges.setdefault(edge.source, []).append(edge)
    found = [
        Hanging(item, tuple(found), view.holders(item), view.sources(item, "disputes")) for item, found in edges.items()
    ]
    return sorted(found, key=lambda one: _weight(view, one))


def _weight(view: CaseView, one: Hanging) -> tuple[bool, bool, int, tuple[str, str], NodeId]:
    node = view.nodes[one.item]
    is_disputed = view.status(one.item) is Status.DISPUTED
    return not is_disputed, not one.edges, _KIND_ORDER[node.kind], _order(node.title), one.item


# --- differences ------------------------------------------------------------------------------------------------------


def differing_words(definitions: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    """Return for each definition the places of the words that do not stand in every other one, in whatever form.

    Function words never differ, a denial may. An empty definition tells nothing: it has no places and is compared with
    none; when there are no two others, nothing differs.
    """
    forms = [frozenset().union(*(bases(token) for token in TOKEN.findall(text))) for text in definitions]
    return tuple(
        tuple(_differing(text, [others for at, others in enumerate(forms) if others and at != place]))
        for place, text in enumerate(definitions)
    )


def _differing(text: str, others: Sequence[AbstractSet[str]]) -> Iterator[Span]:
    for found in TOKEN.finditer(text):
        word = folded(found.group())
        if word and word not in FUNCTION_WORDS and any(bases(found.group()).isdisjoint(one) for one in others):
            yield found.start(), found.end()
