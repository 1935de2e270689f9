"""What stands, falls or is undecided on a map, with the reason of each: for a table, a map and a page (model, 5).

Only reads; labels come from `gvkaart.analysis.argumentation`, reasons from `gvkaart.analysis.explaining`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from gvkaart.analysis.argumentation import Argumentation, Label, argumentation_of
from gvkaart.analysis.explaining import Because, Cause, Explanation, explain, in_words
from gvkaart.analysis.reading import Shared, shared
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import Node, NodeId
from gvkaart.words import Words

ORDER: Final = (Label.FALLS, Label.UNDECIDED, Label.STANDS)
"""What asks most attention comes first."""

_KINDS: Final = ("position", "option", "purpose", "argument", "assumption", "fact")
_CONTESTED: Final = (Because(Cause.CONTESTED),)


@dataclass(frozen=True, slots=True)
class _Explained:
    """Explanations, and of what these are."""

    argumentation: Argumentation
    explanations: Mapping[NodeId, Explanation]


def _explain(view: CaseView, before: _Explained | None = None) -> _Explained:
    """Explain what stands and falls; what does not differ from an earlier state stays as it was explained."""
    argumentation = argumentation_of(view)
    kept: Mapping[NodeId, Explanation] = {}
    if before is not None:
        touched = argumentation.touched_since(before.argumentation)
        kept = {item: one for item, one in before.explanations.items() if item not in touched}
    explained = dict.fromkeys((*argumentation.given, *argumentation.reasoned))
    return _Explained(argumentation, {item: kept.get(item) or explain(argumentation, item) for item in explained})


_explained: Final = Shared(_explain, again=_explain)


@shared
def explanations_of(view: CaseView) -> Mapping[NodeId, Explanation]:
    """Return what becomes of every item with reasons and of every fact that is disputed or settled, and why."""
    return _explained(view).explanations


@dataclass(frozen=True, slots=True)
class ArguedItem:
    """An item with reasons, what becomes of it, and what supports and undermines it, by title."""

    item: NodeId
    explanation: Explanation
    supporters: tuple[NodeId, ...]
    attackers: tuple[NodeId, ...]


def argued_items(view: CaseView) -> tuple[ArguedItem, ...]:
    """Return the items for or against which there is a reason: in the order of `ORDER`, then by kind and by title."""
    argumentation, explained = argumentation_of(view), explanations_of(view)

    def by_title(items: tuple[NodeId, ...]) -> tuple[NodeId, ...]:
        return tuple(sorted(items, key=lambda one: view.nodes[one].title.casefold()))

    found = [
        ArguedItem(
            item, explained[item], by_title(argumentation.supporters(item)), by_title(argumentation.attackers(item))
        )
        for item in argumentation.reasoned
    ]
    return tuple(sorted(found, key=lambda one: _place(one, view.nodes[one.item])))


def _place(argued: ArguedItem, node: Node) -> tuple[int, int, str, NodeId]:
    return ORDER.index(argued.explanation.label), _KINDS.index(node.kind), node.title.casefold(), node.id


class Verdict(NamedTuple):
    """What a map says of an item that does not stand: its label, and a sentence why."""

    label: Label
    said: str


def verdicts(
    explained: Mapping[NodeId, Explanation], nodes: Mapping[NodeId, Node], words: Words
) -> Mapping[NodeId, Verdict]:
    """Return what is told of the items that fall or are undecided: see `labels_told`."""
    return {item: Verdict(label, sentence(explained[item], nodes, words)) for item, label in labels_told(explained)}


def labels_told(explained: Mapping[NodeId, Explanation]) -> Iterator[tuple[NodeId, Label]]:
    """Return the items that fall or are undecided; a fact that is undecided since it is disputed shows that already."""
    return (
        (item, one.label)
        for item, one in explained.items()
        if one.label is not Label.STANDS and one.because != _CONTESTED
    )


def sentence(explanation: Explanation, nodes: Mapping[NodeId, Node], words: Words) -> str:
    """Word an explanation as a sentence of its own: "Valt, omdat 'X' dit ondergraaft en zelf staat."."""
    said = in_words(explanation, nodes, words)
    return f"{said[:1].upper()}{said[1:]}."
