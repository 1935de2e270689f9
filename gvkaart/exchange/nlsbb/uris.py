"""The URIs of what we write: a base that the user chooses, and the id of the item behind it.

Without a choice the base is a URN made of the identity of the document (RFC 9562, RFC 8141): unique, lasting, and
nobody's web address. Ids never change, so neither do the URIs of items.
"""

import re
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from gvkaart.domain.entities import MapId, NodeId
from gvkaart.domain.errors import Rejected

_URI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\x7f-\xa0\u2028\u2029\ufff0-\uffff]+")
_BASE: Final = re.compile(r"(https?://[\w.-]+(:\d+)?(/\S*)?|urn:[\w-]+:\S+)")
_ENDS: Final = ("/", "#", ":", "=")


def default_base(identity: UUID) -> str:
    """Return the base for a document of which the user chose none."""
    return f"urn:uuid:{identity}#"


def base_of_case(map_id: MapId) -> str:
    """Return the base for a case file, which has no identity but the id of its map."""
    return default_base(uuid5(NAMESPACE_URL, f"gvkaart:{map_id}"))


def checked_base(text: str) -> str:
    """Return a base that names can be put behind.

    Raises:
        Rejected: it is no web address and no URN.
    """
    base = text.strip()
    if _BASE.fullmatch(base) is None or not is_uri(base):
        raise Rejected("nlsbb.bad_base", base=base[:80])
    return base if base.endswith(_ENDS) else f"{base}/" if base.startswith("http") else f"{base}:"


def is_uri(text: str) -> bool:
    """Tell whether a text is an absolute URI that Turtle can hold."""
    return _URI.fullmatch(text) is not None


def concept_uri(base: str, node_id: NodeId) -> str:
    """Return the URI of a concept that has none of its own."""
    return f"{base}begrip-{node_id}"


def source_uri(base: str, node_id: NodeId) -> str:
    """Return the URI of a source."""
    return f"{base}bron-{node_id}"


def scheme_uri(base: str, slug: str) -> str:
    """Return the URI of a scheme."""
    return f"{base}kader-{slug}"


def collection_uri(base: str, slug: str) -> str:
    """Return the URI of a collection."""
    return f"{base}collectie-{slug}"
