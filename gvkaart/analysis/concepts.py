"""Checks on concepts: one word for two things, words nobody explained, names that do not fit.

Sources: KB 6.1.2 and 7.2; DO "Tussen bescherming en verlamming".
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.fact_status import disputed_facts
from gvkaart.analysis.findings import Meanings, Observation, Severity, edge_reference, references
from gvkaart.analysis.overtaken import in_play
from gvkaart.analysis.reading import shared
from gvkaart.analysis.registry import check
from gvkaart.analysis.terms import Word, words_of
from gvkaart.analysis.vocabulary import SAYING, Confusion, confusions_of, terms_of, vocabulary_of
from gvkaart.domain.derived import CaseView, text_of, texts_of
from gvkaart.domain.entities import Edge, Node, NodeId

_STATEMENTS = ("position", "fact", "problem")


# --- one word, two meanings -------------------------------------------------------------------------------------------


@check("concept.homonym", "", "used", "framed")
def homonym(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find concepts with the same term, of different frames or different actors, that are defined differently.

    It weighs most when both sides use the word in what they say, and when something on the map goes by the word
    without fitting that meaning: then a plan is held against a rule that is about something else (KB 6.1.2).
    """
    for confusion in confusions_of(view):
        yield _homonym(view, confusion)


def _homonym(view: CaseView, confusion: Confusion) -> Observation:
    concepts = sorted(confusion.concepts)
    meant = [edge for concept in concepts for edge in view.into(concept, "means")]
    used = _used_by_both(view, confusion)
    misfits = [edge for concept in concepts for edge in view.into(concept, "framed_as") if _is_misfit(view, edge)]
    return Observation(
        Severity.SERIOUS if used or misfits else Severity.ATTENTION,
        subject=tuple(concepts),
        evidence=references([*meant, *used, *misfits]),
        variant="framed" if misfits else "used" if used else "",
        params={
            "term": view.nodes[concepts[0]].title,
            "count": len(concepts),
            "meanings": Meanings(tuple(concepts), tuple(view.sources(one, "means") for one in concepts)),
            "items": tuple(sorted({edge.source for edge in misfits})),
        },
    )


def _used_by_both(view: CaseView, confusion: Confusion) -> list[Edge]:
    """Return how the items that an actor of each of two sides holds or claims use the term; none when one does not."""
    uses = [edge for concept in sorted(confusion.concepts) for edge in view.into(concept, "uses")]
    speakers = {actor for edge in uses for actor in view.sources(edge.source, *SAYING)}
    sides = [(one.actors & speakers, other.actors & speakers) for one, other in confusion.pairs]
    both = {actor for one, other in sides if _both_speak(one, other) for actor in one | other}
    return [edge for edge in uses if not both.isdisjoint(view.sources(edge.source, *SAYING))]


def _is_misfit(view: CaseView, framed_as: Edge) -> bool:
    """Tell whether something goes by the name of a concept of which a criterion fails."""
    return in_play(view, framed_as.source) and bool(_checked(view, framed_as).fails)


def _both_speak(one: frozenset[NodeId], other: frozenset[NodeId]) -> bool:
    """Tell whether both sides use the term in what they hold or claim: two actors, one of each."""
    return bool(one) and bool(other) and len(one | other) > 1


# --- a word that somebody uses without saying what it means -----------------------------------------------------------


@check("concept.undefined", "", "text")
def undefined(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find terms that several actors use in what they hold or claim, while one of them never said what it means.

    Milder when it stands only in the text of what these say: that is often the maker of the map explaining, in words of
    his own. A term inside a compound is another word, whether it is the title of a concept or one of its other terms.
    """
    vocabulary = vocabulary_of(view)
    mentioned = _mentioned(view)
    for group, items in sorted(mentioned.anywhere.items()):
        concepts = vocabulary.concepts[group]
        sayings = [edge for item in items for edge in view.into(item, *SAYING) if _is_party(view, edge.source)]
        speakers = {edge.source for edge in sayings}
        silent = speakers - _meaning(view, concepts)
        if len(speakers) > 1 and silent:
            said = [edge for edge in sayings if edge.source in silent]
            own = {item for concept in concepts for item in view.sources(concept.id, "uses")} | mentioned.in_title[
                group
            ]
            in_passing = own.isdisjoint(edge.target for edge in said)
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


def _is_party(view: CaseView, actor: NodeId) -> bool:
    """Tell whether it matters what an actor means: whoever leads the conversation explains, and claims nothing."""
    return view.presence(actor) != "facilitator"


@dataclass(frozen=True, slots=True)
class _Mentions:
    """Per group of terms the statements in which one of them occurs.

    Attributes:
        anywhere: in the title or the text, in order of arrival within a kind.
        in_title: those of which it is part of what is said.
    """

    anywhere: Mapping[int, tuple[NodeId, ...]]
    in_title: Mapping[int, frozenset[NodeId]]


@shared
def _mentioned(view: CaseView) -> _Mentions:
    index = vocabulary_of(view).index
    anywhere: dict[int, list[NodeId]] = {}
    in_title: dict[int, set[NodeId]] = {}
    for item in (node for kind in _STATEMENTS for node in view.of_kind(kind)):
        titled, told = index.groups_in(item.title), index.groups_in(item.text)
        for group in titled | told:
            anywhere.setdefault(group, []).append(item.id)
            in_title.setdefault(group, set()).update((item.id,) if group in titled else ())
    return _Mentions(
        {group: tuple(items) for group, items in anywhere.items()},
        {group: frozenset(items) for group, items in in_title.items()},
    )


def _meaning(view: CaseView, concepts: Iterable[Node]) -> set[NodeId]:
    """Return the actors that mean one of these concepts, or of which one is written down as its own."""
    means = {actor for concept in concepts for actor in view.sources(concept.id, "means")}
    frames = {words_of(text_of(concept.fields, "frame")) for concept in concepts} - {()}
    return means.union(*(_actors_by_name(view).get(frame, ()) for frame in frames))


@shared
def _actors_by_name(view: CaseView) -> Mapping[Word, tuple[NodeId, ...]]:
    """Return what actors are called, their other name too, where it is the frame of a concept."""
    frames = {words_of(text_of(concept.fields, "frame")) for concept in view.of_kind("concept")} - {()}
    named: dict[Word, tuple[NodeId, ...]] = {}
    for actor in view.of_kind("actor"):
        for name in {words_of(actor.title), words_of(text_of(actor.fields, "alias"))} & frames:
            named[name] = (*named.get(name, ()), actor.id)
    return named


# --- a name that does not fit -----------------------------------------------------------------------------------------


@check("concept.framed", "", "unchecked")
def framed(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find items presented as a concept of which a criterion fails, or of which no criterion was checked."""
    for concept in view.ids("concept"):
        for edge in view.into(concept, "framed_as"):
            if in_play(view, edge.source):
                yield from _framed(view, edge)


def _framed(view: CaseView, edge: Edge) -> Iterator[Observation]:
    checked = _checked(view, edge)
    if checked.criteria and (checked.fails or not checked.meets):
        yield Observation(
            Severity.ATTENTION if checked.fails else Severity.INFO,
            subject=(edge.source,),
            evidence=(edge.target, edge_reference(edge)),
            variant="" if checked.fails else "unchecked",
            params={
                "item": (edge.source,),
                "concept": (edge.target,),
                "criteria": "; ".join(checked.fails or checked.criteria),
            },
        )


class _Checked(NamedTuple):
    """The criteria of a concept, and which of them fail and hold for something that is presented as it."""

    criteria: Collection[str]
    fails: Collection[str]
    meets: Collection[str]


def _checked(view: CaseView, framed_as: Edge) -> _Checked:
    criteria = {words_of(one): one for one in texts_of(view.nodes[framed_as.target].fields, "criteria")}
    fails, meets = (
        [criteria[words] for words in map(words_of, texts_of(framed_as.fields, name)) if words in criteria]
        for name in ("fails", "meets")
    )
    return _Checked(criteria.values(), fails, meets)


# --- a fact, or a word? -----------------------------------------------------------------------------------------------


@check("concept.fact-or-word", "", "named")
def fact_or_word(view: CaseView, _catalogue: Catalogue) -> Iterator[Observation]:
    """Find disputed facts with a word in them by which the two sides do not mean the same (KB 6.1.2).

    A fact has such a word when it `uses` one of its concepts, or, milder, when the word is in its title; a text may
    well mention a word in passing. Silent where a party of one side shares a meaning with each of the other.
    """
    index = vocabulary_of(view).index
    for fact in (view.nodes[one] for one in disputed_facts(view)):
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
