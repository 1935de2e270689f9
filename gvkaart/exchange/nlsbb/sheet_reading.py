"""The rows of the official spreadsheet, or of one that somebody made in its likeness, into a vocabulary."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from gvkaart.domain.errors import Rejected
from gvkaart.domain.text import fold
from gvkaart.exchange.nlsbb import sheet_layout as layout
from gvkaart.exchange.nlsbb.sheet_layout import values_in
from gvkaart.exchange.nlsbb.sheet_rows import Row, Sheet, read_rows
from gvkaart.exchange.nlsbb.uris import is_uri
from gvkaart.exchange.nlsbb.vocabulary import UNNAMED, Concept, Read, Remark, Scheme, SourceDocument, Vocabulary, remark

_NOTES: Final = (("redactionele notitie", ""), ("code", "Code: "))
_DATED_NOTES: Final = (("historie notitie", "Historie: "), ("wijzigingsnotitie", "Wijziging: "))


def read_sheet(data: bytes, name: str, language: str) -> Read:
    """Return the vocabulary in a spreadsheet.

    Args:
        data: everything in the file.
        name: of the file without its suffix; names a scheme that nothing else names.
        language: of the texts; a spreadsheet does not say.

    Raises:
        Rejected: no spreadsheet, unsafe, too large, without a column of terms, or a row with a definition and no term.
    """
    sheets = {fold(one.title): one for one in read_rows(data)}
    with_terms = [one for one in sheets.values() if "voorkeursterm" in one.columns]
    concepts = next((one for one in with_terms if fold(one.title) == fold(layout.CONCEPTS)), None)
    if concepts is None and not with_terms:
        raise Rejected("nlsbb.no_term_column", columns="voorkeursterm, definitie, in kader")
    return _Reading(sheets, concepts or with_terms[0], name, language).read()


@dataclass
class _Reading:
    """Sheets while a vocabulary is made of them."""

    sheets: Mapping[str, Sheet]
    concepts: Sheet
    name: str
    language: str
    schemes: dict[str, Scheme] = field(default_factory=dict)
    sources: dict[str, SourceDocument] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    """Keys of schemes by their title and their key, folded."""
    by_title: dict[str, str] = field(default_factory=dict)
    """Keys of sources by their title and their key."""
    unknown: list[str] = field(default_factory=list)
    undefined: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)

    def read(self) -> Read:
        """Return all of it.

        Raises:
            Rejected: a row has no term, or none has anything.
        """
        rows = self.concepts.rows
        for row in rows:
            if not row["voorkeursterm"]:
                raise Rejected("nlsbb.row_without_term", sheet=self.concepts.title, row=row.number)
        if not rows:
            raise Rejected("nlsbb.no_rows", sheet=self.concepts.title)
        self._read_schemes()
        self._read_sources()
        keys = _keys(rows)
        members = self._members()
        made = tuple(self._concept(row, key, keys, members) for row, key in zip(rows, keys.by_row, strict=True))
        vocabulary = Vocabulary(tuple(self.schemes.values()), made, tuple(self.sources.values()), self.language)
        return Read(vocabulary, tuple(self._remarks()))

    def _remarks(self) -> Iterator[Remark]:
        yield from remark("undefined", self.undefined)
        yield from remark("several_schemes", self.several)
        yield from remark("unknown_terms", self.unknown)

    def _rows(self, title: str) -> tuple[Row, ...]:
        sheet = self.sheets.get(fold(title))
        return sheet.rows if sheet is not None and sheet is not self.concepts else ()

    def _read_schemes(self) -> None:
        for row in self._rows(layout.SCHEMES):
            if title := row["naam"] or row["uri"]:
                self._add_scheme(row["uri"] if is_uri(row["uri"]) else f"{UNNAMED}{title}", title)

    def _read_sources(self) -> None:
        for row in self._rows(layout.SOURCES):
            if title := row["naam"] or row["bronverwijzing"] or row["uri"]:
                key = row["uri"] if is_uri(row["uri"]) else f"{UNNAMED}{title}"
                self._add_source(SourceDocument(key, title, row["bronverwijzing"]))

    def _add_scheme(self, key: str, title: str) -> str:
        self.schemes[key] = Scheme(key, title)
        for name in (title, key):
            self.by_name.setdefault(fold(name), key)
        return key

    def _add_source(self, source: SourceDocument) -> str:
        self.sources[source.key] = source
        for name in (source.title, source.key):
            self.by_title.setdefault(name, source.key)
        return source.key

    def _members(self) -> Mapping[str, list[str]]:
        """Return the titles of collections by what they hold: a term or a URI, folded."""
        members: dict[str, list[str]] = {}
        for row in self._rows(layout.COLLECTIONS):
            for one in values_in(row["bevat"]):
                members.setdefault(fold(one), []).append(row["naam"] or row["uri"])
        return members

    def _concept(self, row: Row, key: str, keys: "_Keys", members: Mapping[str, list[str]]) -> Concept:
        label = row["voorkeursterm"]
        if not row["definitie"]:
            self.undefined.append(label)
        names = (fold(key), fold(label)) if keys.is_unique(label) else (fold(key),)
        alt = (*values_in(row["alternatieve term"]), *values_in(row["zoekterm"]))
        return Concept(
            key,
            self._scheme(row, label),
            label,
            row["definitie"],
            row["uitleg"],
            tuple(one for one in dict.fromkeys(alt) if one != label),
            tuple(filter(None, [row["toelichting"]])),
            tuple(filter(None, [row["voorbeeld"]])),
            tuple(f"{words}{row[name]}" for name, words in (*_NOTES, *_DATED_NOTES) if row[name]),
            self._links(row, keys),
            tuple(map(self._source, values_in(row["heeft bron"]))),
            tuple(dict.fromkeys(title for name in names for title in members.get(name, ()))),
        )

    def _scheme(self, row: Row, label: str) -> str:
        named = values_in(row["in kader"])
        if len(named) > 1:
            self.several.append(label)
        if not named and len(self.schemes) == 1:
            return next(iter(self.schemes))
        title = named[0] if named else self.name
        return self.by_name.get(fold(title)) or self._add_scheme(f"{UNNAMED}{title}", title)

    def _links(self, row: Row, keys: "_Keys") -> Mapping[str, tuple[str, ...]]:
        links: dict[str, tuple[str, ...]] = {}
        for link, column in layout.LINK_COLUMNS.items():
            targets = [(one, keys.of(one, link, row)) for one in values_in(row[column])]
            self.unknown += [f"{one} ({self.concepts.title}, {row.number})" for one, key in targets if not key]
            if found := tuple(dict.fromkeys(key for _one, key in targets if key)):
                links[link] = found
        return links

    def _source(self, text: str) -> str:
        key = text if is_uri(text) else f"{UNNAMED}{text}"
        return self.by_title.get(text) or self._add_source(SourceDocument(key, text))


@dataclass(frozen=True)
class _Keys:
    """The keys of rows, and which rows a term may mean."""

    by_row: tuple[str, ...]
    by_term: Mapping[str, Mapping[str, str]]
    """For every term the key of the first row with it in each scheme, both folded."""

    rows_with: Mapping[str, int]
    """How many rows have a term, folded."""

    def is_unique(self, term: str) -> bool:
        """Tell whether one row only has this term."""
        return self.rows_with[fold(term)] == 1

    def of(self, name: str, link: str, row: Row) -> str:
        """Return the key that a name in a relation means: a URI, or the term of a row; empty when nothing has it.

        Of several rows with the term, a mapping means one of another scheme, and every other relation one of its own.
        """
        found = self.by_term.get(fold(name), {})
        if not found:
            return name if is_uri(name) else ""
        own, first = fold(row["in kader"]), next(iter(found.values()))
        if link.endswith("Match"):
            return next((key for scheme, key in found.items() if scheme != own), first)
        return found.get(own, first)


def _keys(rows: Iterable[Row]) -> _Keys:
    by_row: dict[str, None] = {}
    by_term: dict[str, dict[str, str]] = {}
    rows_with = Counter[str]()
    for row in rows:
        uri = row["uri"]
        key = uri if is_uri(uri) and uri not in by_row else f"{UNNAMED}rij-{row.number}"
        by_row[key] = None
        term = fold(row["voorkeursterm"])
        by_term.setdefault(term, {}).setdefault(fold(row["in kader"]), key)
        rows_with[term] += 1
    return _Keys(tuple(by_row), by_term, rows_with)
