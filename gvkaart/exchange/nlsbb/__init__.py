"""Concepts as NL-SBB, the Dutch standard for describing concepts (SKOS-AP-NL): RDF and the official spreadsheet.

Both formats are read into and written from one neutral form, a `Vocabulary`: `making` and `merging` know our graph,
`rdf*`, `turtle_writing` and `sheet_*` know a format, `notes` what stands in a note because NL-SBB has no other place
for it, `files` is what others call.

Source: NL-SBB 1.0.0 (Geonovum, 2024) and its shapes, profile SKOS-AP-NL 1.0.0.
"""

from typing import Final

SUFFIXES: Final = (".ttl", ".xlsx")
"""Of the files that are written: Turtle, and the official spreadsheet."""

READ_SUFFIXES: Final = (".ttl", ".xlsx", ".rdf", ".nt")
"""Of the files that are read: those, and what else vocabularies are published as, RDF/XML and N-Triples."""
