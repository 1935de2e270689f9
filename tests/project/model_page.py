"""Makes docs/model.md: every kind, field and relation, from the metamodel and the glossary.

Run ``python -m tests.project.model_page`` after a change of either; `test_model_page` tells when that was forgotten.
It stands here because the program has no use for it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from gvkaart.domain.glossary import field_key
from gvkaart.domain.metamodel import (
    COMMON_EDGE_FIELDS,
    KINDS,
    LAYOUT_FIELDS,
    MAP_FIELDS,
    ORIGINS,
    PLACEMENT_FIELDS,
    RELATIONS,
    VISIBILITIES,
    Field,
    FieldType,
    Relation,
)
from gvkaart.words import Words, load_words

PAGE: Final = Path(__file__).parents[2] / "docs" / "model.md"

_TYPES: Final = {
    FieldType.LINE: "één regel",
    FieldType.TEXT: "tekst",
    FieldType.LIST: "lijst van regels",
    FieldType.CHOICE: "keuze",
    FieldType.CHOICES: "keuzes",
    FieldType.FLAG: "ja of nee",
    FieldType.NUMBER: "getal",
    FieldType.DATE: "datum",
    FieldType.NODE: "kenmerk",
    FieldType.NODES: "kenmerken",
    FieldType.VALUE: "publieke waarde",
    FieldType.ROUND: "ronde",
}

_ABOUT: Final = """\
# Het model: waaruit een kaart bestaat

Deze pagina wordt gemaakt uit het programma zelf (`python -m tests.project.model_page`); verander haar niet met de hand.

Een **kaart** bestaat uit **items** van een soort, en **relaties** daartussen. De namen in `dit lettertype` staan in
casusbestanden en veranderen nooit meer; de Nederlandse woorden staan op het scherm. Een veld dat leeg is, staat niet in
het bestand.

Zo ziet een casusbestand eruit:

```yaml
gvkaart: 1
title: Voorbeeld
rounds: [{id: r1, title: Eerste gesprek, date: 2026-03}]
actor:
  dienst:
    title: De dienst
    presence: at_table
    holds: [delen]
    has_interest: [{to: minder-bezwaar, importance: high, from: r1}]
position:
  delen: {title: Deel de gegevens eerder, about: means, rests_on: [minder-bezwaar]}
interest:
  minder-bezwaar: {title: Minder bezwaarschriften, level: own}
layout: {dienst: [0, 0]}
```

Onder elke soort staan items met hun kenmerk (kleine letters, cijfers, streepjes). Een relatie is een lijst: van
kenmerken, of van `{to: kenmerk, …}` als er iets bij de relatie zelf hoort. Alles wordt gelezen als tekst, dus `no`,
`0123` en `2021-06` blijven wat er staat. Ja of nee is `true` of `false`. Een datum is een jaar, een maand of een dag.
Wie `gvkaart.schema.json` aan zijn tekstverwerker geeft, krijgt hulp bij het typen.
"""


def model_page(words: Words) -> str:
    """Return the whole page."""
    return "".join(f"{line}\n" for line in _lines(words))


def _lines(words: Words) -> Iterator[str]:
    yield _ABOUT
    yield from _top(words)
    yield from ("", "## Velden van elk item", "")
    yield from _table(("Veld", "Woord", "Inhoud"), _common_rows(words))
    yield from ("", "## Soorten en hun eigen velden")
    for kind in KINDS.values():
        yield from ("", f"### {words.term(f'kind.{kind.id}')} (`{kind.id}`)", "")
        if kind.fields:
            yield from _fields(kind.id, kind.fields, words)
        else:
            yield "Geen eigen velden."
    yield from ("", "Een actor heeft bovendien per kaart:", "")
    yield from _fields("placement", PLACEMENT_FIELDS, words)
    yield from ("", "## Relaties", "")
    yield from _table(("Relatie", "Woord", "Andersom", "Van", "Naar", "Eigen velden"), _relation_rows(words))
    yield from ("", "Elke relatie heeft bovendien `visibility`, en vanaf een actor `from` en `until` (rondes):", "")
    yield from _fields("edge", COMMON_EDGE_FIELDS, words)


def _top(words: Words) -> Iterator[str]:
    keys = ("map", "language", "rounds", "off_map", "layout", "arranged", "collapsed", "layouts", "set_aside")
    yield from ("", "## Sleutels bovenaan", "")
    rows = [("gvkaart", words.text("exchange.schema.gvkaart")), ("title", words.term("field.title"))]
    rows += [(key, words.text(f"exchange.schema.{key}")) for key in keys]
    yield from _table(("Sleutel", "Betekenis"), ((f"`{key}`", meaning) for key, meaning in rows))
    yield from ("", "Van de kaart zelf:", "")
    yield from _fields("map", MAP_FIELDS, words)
    yield from ("", "Van een indeling onder `layouts`, naast `title`, `shown`, `layout` en `arranged`:", "")
    yield from _fields("layout", LAYOUT_FIELDS, words)


def _common_rows(words: Words) -> Iterator[tuple[str, ...]]:
    for name, content in (("title", "één regel"), ("text", "Markdown"), ("tags", "lijst van regels")):
        yield (f"`{name}`", words.term(f"field.{name}"), content)
    for name, choices in (("visibility", VISIBILITIES), ("origin", ORIGINS)):
        yield (f"`{name}`", words.term(f"field.{name}"), _choices(name, choices, words))


def _fields(owner: str, fields: Iterable[Field], words: Words) -> Iterator[str]:
    rows = ((f"`{one.id}`", words.term(field_key(owner, one.id)), _content(one, words)) for one in fields)
    return _table(("Veld", "Woord", "Inhoud"), rows)


def _content(field: Field, words: Words) -> str:
    if field.choices:
        return f"{_TYPES[field.type]}: {_choices(field.vocabulary, field.choices, words)}"
    targets = ", ".join(f"`{one}`" for one in field.targets)
    return f"{_TYPES[field.type]} van {targets}" if targets else _TYPES[field.type]


def _choices(vocabulary: str, choices: Iterable[str], words: Words) -> str:
    return " · ".join(f"`{one}` {words.term(f'choice.{vocabulary}.{one}').lower()}" for one in choices)


def _relation_rows(words: Words) -> Iterator[tuple[str, ...]]:
    for relation in RELATIONS.values():
        own = ", ".join(f"`{one.id}`" for one in relation.fields)
        for sources, targets in relation.joins:
            yield (
                f"`{relation.id}`",
                words.term(f"relation.{relation.id}"),
                words.term(f"inverse.{relation.id}"),
                _kinds(sources),
                _targets(relation, targets),
                own,
            )


def _targets(relation: Relation, targets: tuple[str, ...]) -> str:
    return "dezelfde soort" if relation.same_kind else _kinds(targets)


def _kinds(kinds: tuple[str, ...]) -> str:
    return "elke soort" if set(kinds) == set(KINDS) else ", ".join(f"`{one}`" for one in kinds)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(row)} |".replace("|  |", "| |")


if __name__ == "__main__":
    PAGE.write_text(model_page(load_words("nl")), encoding="utf-8", newline="\n")
