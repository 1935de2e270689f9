"""Every id of the metamodel has its word in both languages, and no word is left over."""

from gvkaart.domain import glossary, metamodel
from gvkaart.domain.metamodel import (
    COMMON_EDGE_FIELDS,
    KINDS,
    LAYOUT_FIELDS,
    MAP_FIELDS,
    PLACEMENT_FIELDS,
    RELATIONS,
    Field,
)

COMMON = {"title", "text", "tags", "visibility", "origin", "id", "from", "until", "language"}


def owners() -> list[tuple[str, Field]]:
    own = [(kind.id, field) for kind in KINDS.values() for field in kind.fields]
    own += [(relation.id, field) for relation in RELATIONS.values() for field in relation.fields]
    return own + [("", field) for field in (*MAP_FIELDS, *PLACEMENT_FIELDS, *LAYOUT_FIELDS, *COMMON_EDGE_FIELDS)]


def needed() -> set[str]:
    keys = {f"{form}.{kind}" for kind in KINDS for form in ("kind", "kinds")}
    keys |= {f"{form}.{relation}" for relation in RELATIONS for form in ("relation", "inverse")}
    keys |= {glossary.field_key(owner, field.id) for owner, field in owners()}
    keys |= {f"choice.{field.vocabulary}.{choice}" for _owner, field in owners() for choice in field.choices}
    keys |= {f"choice.visibility.{one}" for one in metamodel.VISIBILITIES}
    keys |= {f"choice.origin.{one}" for one in metamodel.ORIGINS}
    return keys | {f"field.{name}" for name in COMMON}


def test_every_id_has_its_words_and_nothing_is_left_over() -> None:
    assert set(glossary.TERMS) == needed()


def test_no_word_is_empty() -> None:
    assert all(len(words) == len(glossary.LANGUAGES) and all(words) for words in glossary.TERMS.values())


def test_a_field_with_two_meanings_has_two_words() -> None:
    interest = glossary.TERMS[glossary.field_key("interest", "level")]
    dataflow = glossary.TERMS[glossary.field_key("dataflow", "level")]
    assert interest != dataflow


def test_every_field_is_worded_once() -> None:
    keys = [key for key, *_words in glossary._rows(glossary._FIELDS)]
    assert len(keys) == len(set(keys))
    assert glossary.TERMS[glossary.field_key("concept", "frame")] == ("Kader", "Frame")
