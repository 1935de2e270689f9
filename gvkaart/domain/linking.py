"""Links in the text of an item to other items: ``[[id]]``, or ``[[id|words]]`` to show other words than the title.

A link names the item by its id, so it survives another title; what is shown is the title of that moment. An id is a
readable word, so the text can be read in a case file as well. The form is that of wikis: ``|`` sets off the words.

Only the text of an item (`Node.text`) holds links; elsewhere the brackets are just characters. A link to what is not in
the document is broken: it shows its words, and nothing else of it means anything.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from gvkaart.domain.entities import Node, NodeId

OPENING: Final = "[["
OMITTED: Final = "[…]"
"""Stands where a link was to something that does not go along; the same in every language."""

_LINK: Final = re.compile(r"\[\[([a-z0-9][a-z0-9-]*)(?:\|([^\[\]\n]*))?\]\]")
_NOT_IN_WORDS: Final = str.maketrans({"[": "(", "]": ")", "\n": " "})


class Link(NamedTuple):
    """A link as it was written; `words` are empty when it shows the title."""

    node: NodeId
    words: str = ""

    @property
    def written(self) -> str:
        """The link as it stands in a text."""
        return f"[[{self.node}|{self.words}]]" if self.words else f"[[{self.node}]]"

    def shown(self, nodes: Mapping[NodeId, Node]) -> str:
        """Return what a reader sees of it: its words, or the title of the item; the id when there is neither."""
        node = nodes.get(self.node)
        return self.words or (node.title if node is not None else "") or self.node


def located(text: str) -> Iterator[tuple[int, int, Link]]:
    """Iterate over the links in a text, with where they begin and end, in characters."""
    if OPENING in text:
        yield from ((found.start(), found.end(), _read(found)) for found in _LINK.finditer(text))


def links(text: str) -> tuple[Link, ...]:
    """Return the links in a text, in order, each as often as it is written."""
    return tuple(link for _begin, _end, link in located(text))


def linked(text: str) -> frozenset[NodeId]:
    """Return the ids that a text links to."""
    return frozenset(link.node for link in links(text))


def rewritten(text: str, become: Callable[[Link], str]) -> str:
    """Return a text in which every link is replaced by what it is to become."""
    return _LINK.sub(lambda found: become(_read(found)), text) if OPENING in text else text


def relinked(text: str, names: Mapping[NodeId, NodeId]) -> str:
    """Return a text of which the links go to the same items under other ids; other links stay as they are."""
    return rewritten(text, lambda link: link._replace(node=names.get(link.node, link.node)).written)


def unlinked(text: str, nodes: Mapping[NodeId, Node], staying: Container[NodeId]) -> str:
    """Return a text in which links to items that do not go along are plain words; broken links stay as they are."""

    def become(link: Link) -> str:
        return link.shown(nodes) if link.node in nodes and link.node not in staying else link.written

    return rewritten(text, become)


def concealed(text: str, nodes: Mapping[NodeId, Node], private: Container[NodeId]) -> str:
    """Return a text that says nothing of private items it links to: no title, no id, no words.

    A broken link with words may have gone to something private that was removed: nobody can tell, so it goes too.
    """

    def become(link: Link) -> str:
        hidden = link.node in private or (link.node not in nodes and link.words)
        return OMITTED if hidden else link.written

    return rewritten(text, become)


def bereft(node: Node, gone: Mapping[NodeId, Node]) -> Node:
    """Return an item of which the links to items that go are still readable: they keep the last title as words."""

    def become(link: Link) -> str:
        lost = gone.get(link.node) if not link.words else None
        return link.written if lost is None else link._replace(words=lost.title.translate(_NOT_IN_WORDS)).written

    return replace(node, text=text) if (text := rewritten(node.text, become)) != node.text else node


def _read(found: re.Match[str]) -> Link:
    return Link(NodeId(found[1]), found[2] or "")
