"""Checks on concepts: one word for two things, words nobody explained, names that do not fit.

Sources: KB 6.1.2 and 7.2; DO "Tussen bescherming en verlamming".
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.findings import Observation, Severity, edge_reference, references
from gvkaart.analysis.registry import check
from gvkaart.analysis.terms import TermIndex, words_of
from gvkaart.analysis.vocabulary import SAYING, Confusion, confusions_of, terms_of, vocabulary_of
from gvkaart.domain.derived import CaseView, Status, text_of, texts_of
from gvkaart.domain.entities import Edge, Node, NodeId

_STATEMENTS = ("position", "fact", "problem")


# --- one word, two meanings -------------------------------------------------------------------------------------------


@check("concept.homonym", "", "used")
def homonym(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find concepts with the same term, of different frames or different actors, that are defined differently."""
    for confusion in confusions_of(view):
        yield _homonym(view, confusion)


def _homonym(view: CaseView, confusion: Confusion) -> Observation:
    concepts = sorted(confusion.concepts)
    uses = [edge for concept in concepts for edge in view.into(concept, "uses")]
    meant = [edge for concept in concepts for edge in view.into(concept, "means")]
    speakers = {actor for edge in uses for actor in view.sources(edge.source, *SAYING)}
    used = any(_both_speak(one.actors & speakers, other.actors & speakers) for one, other in confusion.pairs)
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
    return [edge for edge in uses if actors.intersection(view.sources(edge.source, *SAYING))]


# --- a word that somebody uses without saying what it means -----------------------------------------------------------


@check("concept.undefined", "", "text")
def undefined(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find terms that several actors use in what they hold or claim, while one of them never said what it means.

    Milder when it stands only in the text of what these say: that is often the maker of the map explaining, in words of
    his own. A term inside a compound is another word, whether it is the title of a concept or one of its other terms.
    """
    vocabulary = vocabulary_of(view)
    for group, items in sorted(_uses_in_words(view, vocabulary.index).items()):
        concepts = vocabulary.concepts[group]
        sayings = [edge for item in items for edge in view.into(item.id, *SAYING)]
        speakers = {edge.source for edge in sayings}
        silent = {actor for actor in speakers if not _has_meaning(view, actor, concepts)}
        if len(speakers) > 1 and silent:
            said = [edge for edge in sayings if edge.source in silent]
            in_passing = not any(_is_own_word(view, vocabulary.index, group, edge.target, concepts) for edge in said)
            yield Observation(
                Severity.INFO if in_passing else Severity.ATTENTION,
                subject=tuple(concept.id for concept in concepts),
                evidence=references(said),
                variant="text" if in_passing else "",
                params={
                    "term": min(concepts, key=lambda concept: concept.id).title,
                    "actors": tuple(sorted(silent)),
                    "count": len(silent),
                },
            )


def _is_own_word(view: CaseView, index: TermIndex, group: int, item: NodeId, concepts: Iterable[Node]) -> bool:
    """Tell whether a term is part of what is said: it stands in the title, or the item `uses` one of its concepts."""
    used = set(view.targets(item, "uses"))
    return group in index.groups_in(view.nodes[item].title) or any(concept.id in used for concept in concepts)


def _uses_in_words(view: CaseView, index: TermIndex) -> Mapping[int, list[Node]]:
    """Return per group of terms the statements that somebody makes in which one of them occurs."""
    uses: dict[int, list[Node]] = {}
    for kind in _STATEMENTS:
        for item in view.of_kind(kind):
            if view.into(item.id, *SAYING):
                for group in index.groups_in(item.title) | index.groups_in(item.text):
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


# --- a fact, or a word? -----------------------------------------------------------------------------------------------


@check("concept.fact-or-word", "", "named")
def fact_or_word(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find disputed facts with a word in them by which the two sides do not mean the same (KB 6.1.2).

    A fact has such a word when it `uses` one of its concepts, or, milder, when the word is in its title; a text may
    well mention a word in passing. Silent where a party of one side shares a meaning with each of the other.
    """
    index = vocabulary_of(view).index
    for fact in view.of_kind("fact"):
        if view.status(fact.id) is Status.DISPUTED:
            named = index.groups_in(fact.title)
            for confusion in confusions_of(view):
                uses = [edge for edge in view.out(fact.id, "uses") if edge.target in confusion.concepts]
                if uses or named & confusion.groups:
                    terms = [term for one in sorted(confusion.concepts) for term in terms_of(view.nodes[one])]
                    said = [term for term in terms if index.group_of(term) in named]
                    yield from _fact_or_word(view, fact, confusion, uses, (*said, *terms)[0])


def _apart(
    confusion: Confusion, in_favour: AbstractSet[NodeId], against: AbstractSet[NodeId]
) -> tuple[frozenset[NodeId], frozenset[NodeId]]:
    """Return who of each side means something else than somebody of the other, without a meaning in common."""
    meanings = {meaning.id: meaning.actors for pair in confusion.pairs for meaning in pair}
    meant = {
        actor: {concept for concept, actors in meanings.items() if actor in actors} for actor in in_favour | against
    }
    opposed = [
        (one, other)
        for first, second in confusion.pairs
        for this, that in ((first, second), (second, first))
        for one in in_favour & this.actors
        for other in against & that.actors
        if not meant[one] & meant[other]
    ]
    return frozenset(one for one, _ in opposed), frozenset(other for _, other in opposed)


def _fact_or_word(
    view: CaseView, fact: Node, confusion: Confusion, uses: list[Edge], term: str
) -> Iterator[Observation]:
    in_favour, against = _apart(confusion, *view.sides(fact.id))
    meant = [edge for concept in sorted(confusion.concepts) for edge in view.into(concept, "means")]
    means = [edge for edge in meant if edge.source in in_favour | against]
    if means:
        yield Observation(
            Severity.SERIOUS if uses else Severity.ATTENTION,
            subject=(fact.id,),
            evidence=(*{edge.target for edge in means}, *references(means + uses)),
            variant="" if uses else "named",
            params={
                "fact": (fact.id,),
                "term": term,
                "in_favour": tuple(sorted(in_favour)),
                "against": tuple(sorted(against)),
            },
        )
