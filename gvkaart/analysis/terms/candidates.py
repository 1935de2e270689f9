"""Words that several actors use and nobody described: perhaps they mean different things by them (KB 6.1.2, 7.2).

A word is only offered, never made into a concept. It is a noun of at least five letters, in at least three items, and
in the own words of at least three actors: what they hold, claim, want, ask and promise, and what is quoted there, but
not what others report of them. It is no term of the vocabulary, no name of an actor, and not one of the words that say
something in any case (``resources/algemene-woorden.txt``).

Which words are nouns no dictionary here tells. One that stands behind an article or the like somewhere in these texts
counts as one, unless it is a form of an adjective or a verb; so does a word with the ending of a noun.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import Final

from gvkaart.analysis.terms.inflection import plain_forms
from gvkaart.analysis.terms.lexicon import lemma
from gvkaart.analysis.terms.recogniser import Entry, Match, Recogniser, entry_of, recogniser_of
from gvkaart.analysis.terms.words import TOKEN, folded, words_of
from gvkaart.assets import resource_text
from gvkaart.domain.derived import CaseView, is_second_hand, text_of
from gvkaart.domain.entities import Node, NodeId

FEWEST_ACTORS: Final = 3
_SHORTEST: Final = 5

_OWN_WORDS: Final = ("holds", "claims", "has_interest", "asks", "promises", "aims_at")
"""Relations from an actor to what it says itself; who merely accepts a statement did not choose its words."""

_DETERMINERS: Final = frozenset(words_of("de het een geen dit deze elk elke ieder iedere hun haar onze ons welke alle"))
_NOUN: Final = re.compile(r".{3,}(?:ing|heid|tie|teit|schap|isme|ment|nis)")
_ADJECTIVE: Final = re.compile(r".*(?:lijk|isch|ig|loos|baar|zaam|end)e?")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may deserve a description.

    Attributes:
        word: the word as one would look it up.
        forms: how it is written in the items, in lower case.
        actors: who use it, in the order of the map.
        items: where, in the order of the map.
    """

    word: str
    forms: tuple[str, ...]
    actors: tuple[NodeId, ...]
    items: tuple[NodeId, ...]


@lru_cache(maxsize=1)
def general_words() -> frozenset[str]:
    """Return the words that say something in any case, and so are no term of this one; folded."""
    lines = (line.partition("#")[0] for line in resource_text("algemene-woorden.txt").splitlines())
    return frozenset(folded(word) for line in lines for word in line.split())


def candidates(view: CaseView, fewest: int = FEWEST_ACTORS) -> tuple[Candidate, ...]:
    """Return the words that at least so many actors use and nobody described, those of most actors first."""
    speakers = _speakers(view)
    texts = {item: tuple(_texts(view, view.nodes[item])) for item in speakers}
    used = _used(texts, _known(view))
    found = []
    for word, forms in _nouns(used, _after_determiner(chain.from_iterable(texts.values()))).items():
        items = tuple(item for item in speakers if any(item in used[form] for form in forms))
        users = {actor for item in items for actor in speakers[item]}
        if len(users) >= fewest and len(items) >= fewest:
            actors = tuple(actor.id for actor in view.of_kind("actor") if actor.id in users)
            found.append(Candidate(word, tuple(sorted(forms)), actors, items))
    return tuple(sorted(found, key=lambda one: (-len(one.actors), -len(one.items), one.word)))


def _speakers(view: CaseView) -> Mapping[NodeId, frozenset[NodeId]]:
    """Return who says each item in his own words, in the order of the map."""
    said = {
        node: frozenset(edge.source for edge in view.into(node, *_OWN_WORDS) if not is_second_hand(edge))
        for node in view.nodes
    }
    return {node: actors for node, actors in said.items() if actors}


def _texts(view: CaseView, item: Node) -> Iterator[str]:
    yield item.title
    yield item.text
    yield from (text_of(edge.fields, "quote") for edge in view.out(item.id, "cites"))


def _known(view: CaseView) -> Recogniser:
    """Return what recognises the words that are described already, and those that name an actor."""
    names = (Entry(actor.id, (actor.title, text_of(actor.fields, "alias"))) for actor in view.of_kind("actor"))
    return recogniser_of((*map(entry_of, view.of_kind("concept")), *names))


def _used(texts: Mapping[NodeId, Iterable[str]], known: Recogniser) -> Mapping[str, set[NodeId]]:
    """Return in which items each word stands, in lower case, that is not known."""
    used: dict[str, set[NodeId]] = {}
    for item, parts in texts.items():
        for text in parts:
            spans = [span for span in known.spans(text) if span.match is not Match.COMPOUND]
            for found in TOKEN.finditer(text):
                is_known = any(span.start <= found.start() < span.end for span in spans)
                if len(found.group()) >= _SHORTEST and not is_known:
                    used.setdefault(found.group().lower(), set()).add(item)
    return used


def _after_determiner(texts: Iterable[str]) -> frozenset[str]:
    """Return the words, in lower case, that stand behind a determiner."""
    return frozenset(
        word
        for text in texts
        for before, word in pairwise(token.lower() for token in TOKEN.findall(text))
        if before in _DETERMINERS
    )


def _nouns(used: Collection[str], after_determiner: Collection[str]) -> Mapping[str, set[str]]:
    """Return the forms of each noun among some words, by the noun as one would look it up."""
    forms: dict[str, set[str]] = {}
    for word in used:
        forms.setdefault(_looked_up(word, used), set()).add(word)
    return {
        noun: found
        for noun, found in forms.items()
        if folded(noun) not in general_words() and _is_noun(noun, found, after_determiner)
    }


def _looked_up(word: str, used: Collection[str]) -> str:
    """Return the singular of a word, when the dictionary has it or it is used as well; else the word itself."""
    others = sorted(plain_forms(word) - {folded(word)})
    return next((other for other in others if other in used or lemma(other) == other), word)


def _is_noun(noun: str, forms: Collection[str], after_determiner: Collection[str]) -> bool:
    if _NOUN.fullmatch(noun):
        return True
    if any(map(_ADJECTIVE.fullmatch, (noun, *forms))):
        return False
    return any(form in after_determiner and not _is_inflected_adjective(form, noun) for form in forms)


def _is_inflected_adjective(form: str, noun: str) -> bool:
    return form.endswith("e") and form != noun
