"""The facts in a file of RDF: Turtle, N-Triples (which is Turtle as well) or RDF/XML, whatever its name says.

pyoxigraph parses from memory and follows nothing: imports and namespaces are names, never addresses. Its parsers are
quick and exact, but trust a file more than we do: a triple inside a triple inside a triple… ends the whole program, XML
may define its own entities without end and stop halfway. So such a file does not reach them. JSON-LD is not read at
all: objects inside objects end the program too, and contexts of properties make a small file take minutes.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple
from xml.parsers.expat import ExpatError

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from gvkaart.domain.errors import Rejected
from gvkaart.exchange.nlsbb.safe_xml import require_safe
from gvkaart.exchange.nlsbb.vocabulary import UNNAMED

_RELATIVE: Final = "http://zonder-basis.invalid/"
"""Before what is no absolute URI, to find it: without a base it could mean anything."""

_XML: Final = re.compile(r"\s*<(\?xml|!--|(!DOCTYPE\s+)?(rdf:)?RDF\b)")
_OTHER: Final = re.compile(r"\s*(<!DOCTYPE|<html|\{|\[\s*\{)")
"""How RDF/XML begins, and a web page and JSON-LD, whatever a file is called."""

_INSIDE: Final = re.compile(r"<<\s*\(")
_MOST_INSIDE: Final = 100
"""How a triple as the value of another begins (RDF 1.2), and more than any vocabulary has of them. At a depth of some
hundreds the parser overflows the stack of a worker."""

_LARGEST_WRITTEN_OUT: Final = 200 * 2**20
"""In characters, with every prefix written out: a prefix of a megabyte that is used a million times is a small file."""

_MOST_FACTS: Final = 1_000_000
"""Three times as many as a file of the largest size has when it holds texts; a list of what is short has more."""

_PLACE: Final = re.compile(r"^Parser error [^:]*: ")
"""How a sentence of the parser begins; where it is stands beside it too."""


class Text(NamedTuple):
    """A literal: its text, and its language as far as known."""

    value: str
    language: str = ""


Term = str | Text
"""A thing by its key (a URI, or a name after `UNNAMED`), or a text."""

Said = Mapping[str, Mapping[Term, None]]
"""What is said of one thing: values by property, in the order of the file, each once."""


def as_written(key: str) -> str:
    """Return a key as the file has it: a relative URI without the base that it lacks."""
    return key.removeprefix(_RELATIVE)


class Facts:
    """Everything that a file says."""

    def __init__(self, text: str, said: Mapping[str, Said]) -> None:
        """Keep what the text of a file says of each thing."""
        self._text, self._said = text, said

    def of(self, key: str) -> Said:
        """Return what is said of a thing."""
        return self._said.get(key, {})

    def pairs(self, name: str) -> Iterator[tuple[str, Term]]:
        """Yield the things with a property, and its values."""
        for key, said in self._said.items():
            for value in said.get(name, ()):
                yield key, value

    def require_absolute(self, key: str) -> None:
        """Refuse a thing of which nobody knows what it is.

        Raises:
            Rejected: it has a relative URI, and the file has no base.
        """
        if key.startswith(_RELATIVE):
            relative = as_written(key)
            places = (self._text.find(one) for one in (f"<{relative}>", f'"{relative}"'))
            line = self._text.count("\n", 0, max(*places, 0)) + 1
            raise Rejected("nlsbb.relative", uri=relative[:80], line=line)


def read_facts(data: bytes, name: str) -> Facts:
    """Return what a file says.

    Args:
        data: everything in the file.
        name: of the file, for a sentence.

    Raises:
        Rejected: no RDF that is read here, damaged, cut off or unsafe.
    """
    text = _decoded(data)
    if _XML.match(text):
        _require_safe_xml(text)
        return Facts(text, _parsed(text, RdfFormat.RDF_XML))
    if _OTHER.match(text):
        raise Rejected("nlsbb.other_format", file=name)
    if sum(1 for _found in _INSIDE.finditer(text)) > _MOST_INSIDE:
        raise Rejected("nlsbb.too_deep")
    return Facts(text, _parsed(text, RdfFormat.TURTLE))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Rejected("nlsbb.not_utf8", line=line) from error


def _require_safe_xml(text: str) -> None:
    try:
        require_safe(text.encode())
    except Rejected as error:
        if error.key == "texts.unsafe":
            raise Rejected("nlsbb.document_type") from error
        if isinstance(error.__cause__, ExpatError):
            raise Rejected("nlsbb.not_xml", line=error.__cause__.lineno) from error
        raise Rejected("nlsbb.too_deep") from error


# --- parsing ----------------------------------------------------------------------------------------------------------


def _parsed(text: str, format_: RdfFormat) -> Mapping[str, Said]:
    """Return what a text says; a web address that is none is let through when everything else is right."""
    try:
        return _said(parse(text, format=format_, base_iri=_RELATIVE))
    except SyntaxError as error:
        problem = _rejected(text, error)
    except MemoryError as error:  # one text is longer than what the parser keeps
        raise Rejected("nlsbb.too_long_text") from error
    try:
        return _said(parse(text, format=format_, base_iri=_RELATIVE, lenient=True))
    except (SyntaxError, MemoryError) as error:
        raise problem from error


def _said(quads: Iterable[Quad]) -> Mapping[str, Said]:
    said: dict[str, dict[str, dict[Term, None]]] = {}
    names: dict[str, str] = {}
    size = 0
    for number, (subject, name, value, _graph) in enumerate(quads):
        if number == _MOST_FACTS:
            raise Rejected("nlsbb.too_many_facts", largest=_MOST_FACTS)
        if not isinstance(subject, Triple) and not isinstance(value, Triple):
            key, property_ = _key(subject, names), name.value
            term = Text(value.value, value.language or "") if isinstance(value, Literal) else _key(value, names)
            size += len(key) + len(property_) + len(value.value)
            if size > _LARGEST_WRITTEN_OUT:
                raise Rejected("nlsbb.too_much", largest=_LARGEST_WRITTEN_OUT >> 20)
            said.setdefault(key, {}).setdefault(property_, {})[term] = None
    return said


def _key(node: NamedNode | BlankNode, names: dict[str, str]) -> str:
    """Return the key of a thing; one without a URI gets the next name, since the parser makes up another every time."""
    if isinstance(node, NamedNode):
        return node.value
    return names.setdefault(node.value, f"{UNNAMED}{len(names) + 1}")


def _rejected(text: str, problem: SyntaxError) -> Rejected:
    detail = " ".join(_PLACE.sub("", problem.msg).split())[:120]
    last = text.rstrip().count("\n") + 1
    if problem.lineno is None:  # XML: its parser knows no lines
        return Rejected("nlsbb.not_rdf_xml", detail=detail)
    if problem.lineno >= last and detail.startswith("Unexpected end"):
        return Rejected("nlsbb.stops", line=last)
    return Rejected("nlsbb.not_turtle", line=problem.lineno, detail=detail)
