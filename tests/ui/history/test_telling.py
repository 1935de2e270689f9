"""Differences in sentences: every kind of thing has its words, and a long text is told where it changed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from gvkaart.domain.changes import Change, ChangeSet, merged
from gvkaart.domain.comparison import compare
from gvkaart.domain.entities import Edge, Layout, LayoutId, Map, MapId, NodeId, Placement, RoundId, SetAside, Spot
from gvkaart.domain.graph import Graph
from gvkaart.ui.history.telling import as_text, told
from gvkaart.words import load_words
from tests.case import MAP, ROUNDS, case, edge, node
from tests.random_edits import START, histories

A, P = NodeId("a"), NodeId("p")
BEFORE = case(
    node("actor", "a", "Gemeente", presence="absent"),
    node("position", "p", "Delen mag"),
    node("fact", "f", "Het zijn er 60", settle_by="a"),
    edge("a holds p", "r1"),
)
WORDS = load_words("nl")


def lines(*changes: Change) -> list[str]:
    return as_text(told(compare(BEFORE, BEFORE.with_changes(ChangeSet(changes))), WORDS)).splitlines()


def test_an_item_that_was_added_is_named_with_its_kind() -> None:
    new = node("interest", "i", "Fouten worden gezien")
    assert lines(Change(None, new), Change(None, Placement(MAP, new.id, 3, 4))) == [
        "Items toegevoegd (1)",
        "- Belang 'Fouten worden gezien'",
    ]


def test_every_field_tells_what_was_and_what_is() -> None:
    actor, fact = BEFORE.nodes[A], BEFORE.nodes[NodeId("f")]
    changed = replace(actor, title="De gemeente", visibility="private", fields={"type": "municipality"})
    settled = replace(fact, kind="problem", fields={"wording": "means"})
    assert lines(Change(actor, changed), Change(fact, settled)) == [
        "Items gewijzigd (2)",
        "- Actor 'De gemeente'",
        "    Titel: 'Gemeente' → 'De gemeente'",
        "    Zichtbaar voor: 'Analyse' → 'Alleen intern'",
        "    Soort: — → 'Gemeente'",
        "- Probleem 'Het zijn er 60'",
        "    Soort item: 'Feit' → 'Probleem'",
        "    Geformuleerd als: — → 'Ontbrekend middel'",
        "    Wie zoekt het uit: 'De gemeente' → —",
    ]


def test_a_relation_is_a_sentence_and_its_round_is_named() -> None:
    held = next(iter(BEFORE.edges.values()))
    later = replace(held, from_round=RoundId("r2"), fields={"confirmed": True})
    assert lines(Change(held, None), Change(None, later)) == [
        "Relaties gewijzigd (1)",
        "- Gemeente neemt in Delen mag",
        "    Vanaf ronde: 'Ronde 0' → 'Ronde 1'",
        "    Bevestigd: — → 'ja'",
    ]
    assert lines(Change(held, None)) == ["Relaties verwijderd (1)", "- Gemeente neemt in Delen mag"]


def test_what_happens_on_a_map_stands_under_its_title() -> None:
    place, first = BEFORE.on_map(MAP)[P], BEFORE.rounds[ROUNDS[0]]
    seat = BEFORE.on_map(MAP)[A]
    layout = Layout(MAP, LayoutId("mijn"), "Mijn indeling")
    text = lines(
        Change(place, replace(place, x=1, y=2)),
        Change(seat, replace(seat, fields={"presence": "at_table"})),
        Change(first, replace(first, date="2021-06")),
        Change(BEFORE.on_map(MAP)[NodeId("f")], None),
        Change(None, layout),
        Change(None, Spot(MAP, layout.id, A, 1, 1)),
        Change(None, Spot(MAP, layout.id, P, 1, 1)),
        Change(None, SetAside(MAP, "concept.homonym", ("a",), (), (), "Telt hier niet")),
        Change(None, Map(MapId("twee"), "Tweede kaart")),
    )
    assert text == [
        "Kaarten toegevoegd (1)",
        "- Tweede kaart",
        "",
        "Rondes van kaart 'Kaart' (1)",
        "- Gewijzigd: Ronde 0",
        "    Datum: — → '2021-06'",
        "",
        "Van kaart 'Kaart' gehaald (1)",
        "- Het zijn er 60",
        "",
        "Verplaatst op kaart 'Kaart' (1)",
        "- Delen mag",
        "",
        "Rol op kaart 'Kaart' gewijzigd (1)",
        "- Gemeente",
        "    Aan tafel: 'Niet aan tafel' → 'Aan tafel'",
        "",
        "Indelingen van kaart 'Kaart' (2)",
        "- Erbij: Mijn indeling",
        "- 2 plaatsen anders",
        "",
        "Opzijgezette signalen op kaart 'Kaart' (1)",
        f"- Erbij: {WORDS.text('checks.concept.homonym.title')}",
    ]


def test_of_a_long_text_the_part_that_changed_is_told() -> None:
    old = BEFORE.nodes[A]
    long = "Voor de helft van de gemeenten geldt dat zij dit al vele jaren zo doen, en daar tevreden over zijn. " * 3
    first = replace(old, text=long + "Einde.")
    graph = BEFORE.with_changes(ChangeSet((Change(old, first),)))
    second = replace(first, text=long.replace("tevreden", "ontevreden", 1) + "Einde.")
    (section,) = told(compare(graph, graph.with_changes(ChangeSet((Change(first, second),)))), WORDS)
    (detail,) = section.lines[0].details
    assert "ontevreden" in detail
    assert len(detail) < 200
    assert detail.count("…") == 4


def test_a_time_stamp_alone_is_nothing_to_tell() -> None:
    assert lines(Change(BEFORE.nodes[A], replace(BEFORE.nodes[A], modified=7))) == []


def test_an_unknown_check_and_a_way_that_is_not_known_are_told_by_their_ids() -> None:
    text = lines(
        Change(None, SetAside(MAP, "later.check", (), (), (), "x")), Change(None, Layout(MAP, LayoutId("zigzag")))
    )
    assert "- Erbij: later.check" in text
    assert "- Erbij: zigzag" in text


def test_choosing_a_line_shows_an_item() -> None:
    new = Edge(A, "related", P)
    place = Change(BEFORE.on_map(MAP)[P], replace(BEFORE.on_map(MAP)[P], x=1, y=2))
    sections = told(compare(BEFORE, BEFORE.with_changes(ChangeSet((Change(None, new), place)))), WORDS)
    assert [line.node for section in sections for line in section.lines] == [A, P]


@pytest.mark.parametrize("language", ["nl", "en"])
@settings(max_examples=30)
@given(history=histories())
def test_whatever_is_done_can_be_told(language: str, history: list[tuple[Graph, ChangeSet]]) -> None:
    end = START.with_changes(merged(changes for _graph, changes in history))
    comparison = compare(START, end)
    words = load_words(language)
    assert bool(told(comparison, words)) == bool(comparison)
    assert told(compare(end, end), words) == ()
