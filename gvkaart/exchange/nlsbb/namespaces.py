"""The names that vocabularies of RDF are written with: namespaces, and the properties of relations between concepts."""

from typing import Final

DC: Final = "http://purl.org/dc/elements/1.1/"
DCT: Final = "http://purl.org/dc/terms/"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
ISOTHES: Final = "http://purl.org/iso25964/skos-thes#"
"""The vocabulary of ISO 25964, to which NL-SBB refers for kinds of broader concepts."""

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
SKOS_XL: Final = "http://www.w3.org/2008/05/skos-xl#"

TYPE: Final = f"{RDF}type"

_OF_ISO: Final = ("Generic", "Partitive", "Instantial")


def property_of(link: str) -> str:
    """Return the property of a relation between concepts (`vocabulary.LINKS`)."""
    return f"{ISOTHES if link.endswith(_OF_ISO) else SKOS}{link}"
