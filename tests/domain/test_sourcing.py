"""Sources: a text comes in, passages become items, the text is corrected; each in one step, or refused."""

from collections.abc import Callable

import pytest

from gvkaart.domain import edits, map_edits, sourcing
from gvkaart.domain.changes import ChangeSet
from gvkaart.domain.entities import EdgeKey, NodeId, PlacementKey
from gvkaart.domain.errors import Rejected
from gvkaart.domain.passages import Span, passages_of
from gvkaart.domain.sourcing import Speaker
from gvkaart.domain.validation import graph_problems
from tests.case import MAP, case, node
from tests.citations import cites

BODY = "De gemeente ziet het te laat.\n\nNiemand belt.\n\nZo is het."
SOURCE = NodeId("s")
FACT = NodeId("f")
GRAPH = case(
    node("source", "s", body=BODY),
    node("actor", "a", "Gemeente"),
    node("fact", "f", "Niemand belt"),
    node("fact", "g", "Te laat"),
    cites("g", "s", "te laat", 21),
)
NOW = 7


def part(quote: str) -> Span:
    return Span(BODY.index(quote), BODY.index(quote) + len(quote))


def refused(edit: Callable[[], ChangeSet]) -> str:
    with pytest.raises(Rejected) as caught:
        edit()
    return caught.value.key


# --- a text comes in ---


def test_a_new_source_has_its_text_and_is_for_its_maker_alone() -> None:
    changes = sourcing.add_source(GRAPH, "Gesprek", "Een\r\ntwee\n", now=NOW, map_id=MAP, medium="interview")
    after = GRAPH.with_changes(changes)
    made = after.nodes[NodeId("gesprek")]
    assert (made.fields, made.visibility) == ({"body": "Een\ntwee", "medium": "interview"}, "private")
    assert (made.origin, made.created) == ("stated", NOW)
    assert PlacementKey(MAP, made.id) in after.placements
    assert list(graph_problems(after)) == []
    assert len(changes) == 2


def test_a_source_without_text_or_with_too_much_of_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sourcing, "LONGEST_BODY", 10)
    assert refused(lambda: sourcing.add_source(GRAPH, "Leeg", "\n\x00\n", now=NOW)) == "sourcing.no_text"
    assert refused(lambda: sourcing.add_source(GRAPH, "Vol", "a" * 11, now=NOW)) == "sourcing.too_long"


# --- a passage becomes an item ---


def test_marking_makes_an_item_with_its_quote_and_who_says_it_in_one_set() -> None:
    speaker = Speaker(NodeId("a"), "claims")
    changes = sourcing.mark(GRAPH, SOURCE, part("Niemand belt."), "fact", "Geen telefoon", now=NOW, speaker=speaker)
    after = GRAPH.with_changes(changes)
    cited = after.edges[EdgeKey(NodeId("geen-telefoon"), "cites", SOURCE)]
    assert cited.fields == {"quote": "Niemand belt.", "start": "31", "end": "44"}
    assert after.nodes[NodeId("geen-telefoon")].origin == "stated"
    assert EdgeKey(NodeId("a"), "claims", NodeId("geen-telefoon")) in after.edges
    assert list(graph_problems(after)) == []


def test_marking_puts_the_item_and_its_speaker_on_the_map() -> None:
    off = GRAPH.with_changes(map_edits.take_off_map(GRAPH, MAP, [NodeId("a")]))
    speaker = Speaker(NodeId("a"), "claims")
    changes = sourcing.mark(off, SOURCE, part("Zo is het"), "fact", "Zo", now=NOW, map_id=MAP, speaker=speaker)
    assert {node_id for _map, node_id in changes.placed} == {"zo", "a"}


def test_a_passage_can_be_added_to_an_item_that_exists() -> None:
    after = GRAPH.with_changes(sourcing.attach(GRAPH, FACT, SOURCE, part("Niemand belt.")))
    assert [one.node for one in passages_of(after, SOURCE)] == ["g", "f"]


def test_a_second_passage_of_one_source_replaces_the_first_only_when_asked() -> None:
    other = NodeId("g")
    assert refused(lambda: sourcing.attach(GRAPH, other, SOURCE, part("Zo is het"))) == "sourcing.rests_elsewhere"
    assert sourcing.other_quote(GRAPH, other, SOURCE) == "te laat"
    assert sourcing.other_quote(GRAPH, FACT, SOURCE) == ""
    after = GRAPH.with_changes(sourcing.attach(GRAPH, other, SOURCE, part("Zo is het"), replacing=True))
    assert [one.span for one in passages_of(after, SOURCE)] == [part("Zo is het")]


def test_what_an_item_rests_on_already_changes_nothing() -> None:
    assert not sourcing.attach(GRAPH, NodeId("g"), SOURCE, part("te laat"), replacing=True)


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 4), Span(0, 999), Span(29, 31)])
def test_what_is_no_passage_is_refused(span: Span) -> None:
    assert refused(lambda: sourcing.attach(GRAPH, FACT, SOURCE, span)) == "sourcing.no_passage"


def test_an_item_that_does_not_exist_is_refused() -> None:
    assert refused(lambda: sourcing.attach(GRAPH, NodeId("x"), SOURCE, part("Zo"))) == "problem.no_such_node"


# --- the text is corrected ---


def test_a_correction_takes_the_passages_along_in_one_set() -> None:
    changes = sourcing.correct(GRAPH, SOURCE, "Vandaag: " + BODY.replace("te laat", "veel te laat"), now=NOW)
    after = GRAPH.with_changes(changes)
    (passage,) = passages_of(after, SOURCE)
    assert passage.edge.fields["quote"] == "te laat"
    assert passage.span == Span(35, 42)
    assert sourcing.lost(changes) == ()
    assert GRAPH.with_changes(changes).with_changes(changes.reversed()) == GRAPH


def test_a_corrected_typo_is_corrected_in_the_quote() -> None:
    wrong = GRAPH.with_changes(sourcing.correct(GRAPH, SOURCE, BODY.replace("te laat", "te laad"), now=NOW))
    assert wrong.edges[EdgeKey(NodeId("g"), "cites", SOURCE)].fields["quote"] == "te laad"


def test_a_quote_in_other_words_stays_as_it_is() -> None:
    key = EdgeKey(NodeId("g"), "cites", SOURCE)
    own = GRAPH.with_changes(edits.set_edge_field(GRAPH, key, "quote", "(…) te laat"))
    after = own.with_changes(sourcing.correct(own, SOURCE, BODY.replace("te laat", "te láát"), now=NOW))
    assert after.edges[key].fields["quote"] == "(…) te laat"
    assert [one.span for one in passages_of(after, SOURCE)] == [Span(21, 28)]


def test_a_passage_whose_text_is_gone_keeps_its_quote_and_is_found_again_later() -> None:
    changes = sourcing.correct(GRAPH, SOURCE, "Niemand belt.", now=NOW)
    (gone,) = sourcing.lost(changes)
    assert gone.fields == {"quote": "te laat"}
    back = sourcing.correct(GRAPH.with_changes(changes), SOURCE, BODY, now=NOW)
    assert [change.new for change in back if change.new == GRAPH.edges[gone.key]]


def test_a_text_that_is_taken_away_loses_all_passages() -> None:
    changes = sourcing.correct(GRAPH, SOURCE, "", now=NOW)
    assert len(sourcing.lost(changes)) == 1
    assert "body" not in GRAPH.with_changes(changes).nodes[SOURCE].fields


def test_a_correction_that_changes_nothing_is_none() -> None:
    assert not sourcing.correct(GRAPH, SOURCE, BODY + "\n\n", now=NOW)


def test_passages_follow_whatever_edit_replaced_the_text() -> None:
    changes = edits.set_field(GRAPH, SOURCE, "body", f"Eerst. {BODY}", now=NOW)
    after = GRAPH.with_changes(sourcing.with_passages(GRAPH, changes))
    assert [one.span for one in passages_of(after, SOURCE)] == [Span(28, 35)]
    untouched = edits.rename(GRAPH, FACT, "Anders", now=NOW)
    assert sourcing.with_passages(GRAPH, untouched) == untouched
