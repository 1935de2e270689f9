"""Notes as people type them: what becomes of every line, and that no line is ever lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.domain.entities import MapId, NodeId
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import KINDS
from gvkaart.domain.text import clean_line, clean_text
from gvkaart.domain.validation import graph_problems
from gvkaart.exchange.outline_habits import LIKELY_CHILD, likely_way
from gvkaart.exchange.outline_making import make_rows
from gvkaart.exchange.outline_text import LONGEST_TITLE, NO_ITEM, NO_RELATION, Choice, Doubt, Row, Titles, propose
from gvkaart.exchange.outline_words import Way, vocabulary
from gvkaart.words import load_words
from tests.case import MAP, case, node

NOW = 1_700_000_000_000
EMPTY = case()

prefixes = st.sampled_from(
    ("", "- ", "* ", "• ", "1. ", "2.1 ", "a) ", "-> ", "Actor: ", "p: ", "belang - ", "betwist: ", "komt voort uit ",
     "# ", "## ", "[feit] ", "x: ", "want: ", "o\t", "[ ] ")
)  # fmt: skip
bodies = st.sampled_from(
    ("CAK", "cak", "CAK (actor)", "Minder brieven", "Mag dit?", "Belangen", "Posities:", "é", "-", ":")
) | st.text(max_size=12)
outlines = st.lists(
    st.tuples(st.sampled_from(("", "  ", "    ", "\t", "\t\t", " \t ")), prefixes, bodies).map("".join), max_size=14
).map("\n".join)


def rows_of(text: str, graph: Graph = EMPTY, choices: dict[int, Choice] | None = None, kind: str = "note") -> list[Row]:
    """Propose, with choices by row number."""
    titles, words = Titles(graph), load_words("nl")
    rows = propose(text, titles, words, kind)
    if choices:
        rows = propose(text, titles, words, kind, {rows[number].key: choice for number, choice in choices.items()})
    return list(rows)


def told(text: str, graph: Graph = EMPTY, choices: dict[int, Choice] | None = None) -> list[str]:
    """Say of every row what it is, as "kind title", and how it hangs on its parent."""
    return [_told(row) for row in rows_of(text, graph, choices)]


def _told(row: Row) -> str:
    way = "" if row.way is None else f" {'<' if row.way.down else '>'}{row.way.relation} {row.parent}"
    return f"{row.kind or '-'} {row.title}{way}"


def made(text: str, graph: Graph = EMPTY, choices: dict[int, Choice] | None = None) -> Graph:
    return graph.with_changes(make_rows(graph, rows_of(text, graph, choices), MAP, now=NOW))


def edges(graph: Graph) -> set[str]:
    return {f"{edge.source} {edge.relation} {edge.target}" for edge in graph.edges.values()}


# --- for any text -----------------------------------------------------------------------------------------------------


@settings(max_examples=150)
@given(outlines | st.text(max_size=200), st.sampled_from(tuple(KINDS)))
def test_any_text_gives_a_row_for_every_line_and_a_sound_document(text: str, kind: str) -> None:
    rows = rows_of(text, kind=kind)
    filled = [line for line in clean_text(text).split("\n") if clean_line(line)]
    assert [row.line.typed for row in rows] == filled
    assert all(row.title for row in rows)
    after = EMPTY.with_changes(make_rows(EMPTY, rows, MAP, now=NOW))
    assert [problem for _entity, problem in graph_problems(after)] == []
    assert len(after.nodes) == sum(row.is_new for row in rows)
    assert after.on_map(MAP).keys() == after.nodes.keys()


@settings(max_examples=100)
@given(outlines, st.sampled_from(tuple(KINDS)))
def test_what_was_made_before_is_joined_and_not_made_again(text: str, kind: str) -> None:
    once = EMPTY.with_changes(make_rows(EMPTY, rows_of(text, kind=kind), MAP, now=NOW))
    assert not make_rows(once, rows_of(text, once, kind=kind), MAP, now=NOW)


@settings(max_examples=60)
@given(st.integers(1, 60), st.sampled_from((" ", "  ", "\t", "        ")))
def test_indentation_may_be_of_any_depth(depth: int, step: str) -> None:
    rows = rows_of("\n".join(f"{step * level}- regel {level}" for level in range(depth)))
    assert [row.parent for row in rows] == [None, *range(depth - 1)]


def test_every_habit_is_something_that_the_metamodel_allows() -> None:
    for parent in KINDS:
        for child in KINDS:
            way, clear = likely_way(parent, child)
            assert way.fits(parent, child)
            assert clear or way.relation == "related"
    assert set(LIKELY_CHILD) | set(LIKELY_CHILD.values()) <= set(KINDS)


def test_no_word_of_a_kind_means_another_kind() -> None:
    words = load_words("nl")
    for language in ("nl", "en"):
        for kind in KINDS:
            assert vocabulary(language).kinds[words.term(f"kind.{kind}").lower()] == kind


# --- kinds ------------------------------------------------------------------------------------------------------------


def test_a_kind_is_named_by_a_word_or_a_letter_in_either_language() -> None:
    text = "Actor: CAK\nbelang - rust\n[Feit] het regent\n(bron) Jaarverslag\np: meer delen\nLegal basis: AVG\nWET: Zvw"
    assert told(text) == [
        "actor CAK", "interest rust", "fact het regent", "source Jaarverslag", "position meer delen",
        "legal_basis AVG", "legal_basis Zvw",
    ]  # fmt: skip


def test_a_letter_needs_a_colon_and_other_words_mean_nothing() -> None:
    assert told("a - b\nLet op: dit\nDen Haag - Utrecht") == [
        "note a - b",
        "note Let op: dit",
        "note Den Haag - Utrecht",
    ]
    assert {row.doubt for row in rows_of("a - b\nLet op: dit")} == {Doubt.KIND}


def test_a_kind_may_stand_in_brackets_behind_the_title() -> None:
    assert told("De Zwaan (actor)\n  Minder varen [positie]:\n    Op tijd thuis (b)") == [
        "actor De Zwaan",
        "position Minder varen <holds 0",
        "interest Op tijd thuis (b) <rests_on 1",
    ]
    assert told("Actor: A\n  betwist: Drie mensen (feit)\n(actor)\nDe pont (veer)\nDe pont [actor)") == [
        "actor A",
        "fact Drie mensen <disputes 0",
        "note (actor)",
        "note De pont (veer)",
        "note De pont [actor)",
    ]


def test_a_question_mark_makes_a_question() -> None:
    assert told("Mag dit?\nActor: Wie?") == ["question Mag dit?", "actor Wie?"]


def test_what_stands_under_a_line_is_what_one_would_expect() -> None:
    text = "Actor: CAK\n  eerder delen\n    minder brieven\n      rust\nVraag: Hoe?\n- zo"
    assert told(text) == [
        "actor CAK", "position eerder delen <holds 0", "interest minder brieven <rests_on 1",
        "interest rust >part_of 2", "question Hoe?", "position zo >answers 4",
    ]  # fmt: skip


def test_a_heading_says_what_the_lines_under_it_are() -> None:
    text = "Actoren\nCAK\nSZW\n\n## Belangen\n- rust\n  - stilte\nFeit:\n  het regent\nBelang van rust\n\nLos"
    assert told(text) == [
        "- Actoren", "actor CAK", "actor SZW", "- Belangen", "interest rust", "interest stilte >part_of 4", "- Feit:",
        "fact het regent", "interest Belang van rust", "interest Los",
    ]  # fmt: skip


def test_a_heading_under_an_item_hangs_its_lines_on_that_item() -> None:
    assert told("Actor: CAK\n  Belangen:\n    - rust\n    - orde")[2:] == [
        "interest rust <has_interest 0",
        "interest orde <has_interest 0",
    ]


# --- depth ------------------------------------------------------------------------------------------------------------


def test_numbers_and_bullets_of_word_processors_count_as_depth_and_not_as_text() -> None:
    text = "1. een\n1.1 twee\n1.1.1 drie\n2. vier\n\u2022\tvijf\n\to\tzes\n- [ ] zeven"
    assert [row.title for row in rows_of(text)] == ["een", "twee", "drie", "vier", "vijf", "zes", "zeven"]
    assert [row.parent for row in rows_of(text)] == [None, 0, 1, None, None, 4, None]


def test_an_arrow_hangs_on_the_line_before_it() -> None:
    assert told("Actor: CAK\n-> delen\n→ belang: rust\nActor: SZW") == [
        "actor CAK",
        "position delen <holds 0",
        "interest rust <has_interest 0",
        "actor SZW",
    ]


def test_a_tab_is_as_wide_as_four_spaces() -> None:
    assert [row.parent for row in rows_of("a\n\tb\n    c\n  \td")] == [None, 0, 0, 0]


def test_marks_alone_are_not_lost() -> None:
    assert [row.title for row in rows_of("-\n->\n#\n1.\n:")] == ["-", "->", "#", "1.", ":"]


# --- relations --------------------------------------------------------------------------------------------------------


def test_a_relation_is_named_before_a_colon_or_by_several_words() -> None:
    text = "Actor: CAK\n  betwist: het zijn er 100\n  heeft belang bij rust\nFeit: F\n  erkend door: SZW"
    assert told(text)[1:] == [
        "fact het zijn er 100 <disputes 0", "interest rust <has_interest 0", "fact F", "actor SZW >accepts 3",
    ]  # fmt: skip


def test_a_word_for_two_relations_is_the_one_that_is_possible_there() -> None:
    assert told("p: delen\n  komt voort uit: rust")[1] == "interest rust <rests_on 0"
    assert told("Probleem: schuld\n  komt voort uit: Gebeurtenis: crisis")[1] == "event crisis >causes 0"


def test_reasons_for_and_against_go_up() -> None:
    assert told("p: delen\n  want: argument: sneller\n  maar: feit: duur")[1:] == [
        "argument sneller >supports 0",
        "fact duur >undermines 0",
    ]


def test_what_says_why_under_a_position_is_what_its_words_say() -> None:
    reasons = {
        "een op de vijf brieven komt terug": "fact",
        "Volgens de inspectie lukt het": "fact",
        "in 2024 stopte dat": "fact",
        "40% haakt af": "fact",
        "rust": "interest",
        "privacy van cliënten": "interest",
        "Vertrouwen van burgers in hun gemeente": "interest",
        "Minder oplopende schulden bij jonge gezinnen": "interest",
        "burgers willen zekerheid": "interest",
        "families need an answer in time": "interest",
        "de wet staat het niet toe": "argument",
        "sneller is goedkoper": "argument",
        "-": "interest",
    }
    for language in ("want", "omdat", "because"):
        for title, kind in reasons.items():
            (row,) = rows_of(f"p: delen\n  {language}: {title}")[1:]
            way = Way("rests_on", down=True) if kind == "interest" else Way("supports", down=False)
            assert (row.kind, row.title, row.way, row.doubt) == (kind, title, way, None)


def test_a_reason_in_words_that_tell_nothing_is_an_argument_to_look_at() -> None:
    (row,) = rows_of("p: delen\n  want: oude dossiers raken telkens zoek")[1:]
    assert (row.kind, row.doubt) == ("argument", Doubt.KIND)


def test_who_names_the_kind_of_a_reason_is_believed() -> None:
    assert told("p: delen\n  want: belang: de wet staat het niet toe\n  want: f: rust\n  voor: rust")[1:] == [
        "interest de wet staat het niet toe <rests_on 0", "fact rust >supports 0", "fact rust >supports 0",
    ]  # fmt: skip
    assert told("arg: sneller\n  want: rust")[1] == "fact rust >supports 0"


def test_a_relation_that_cannot_be_leaves_the_line_whole() -> None:
    rows = rows_of("betwist: alles\nBelang: rust\n  betwist: dat")
    assert [(row.title, row.doubt) for row in rows] == [
        ("betwist: alles", Doubt.UNRELATED), ("rust", None), ("betwist: dat", Doubt.UNRELATED),
    ]  # fmt: skip


def test_who_disputes_or_claims_is_an_actor_whatever_stands_above() -> None:
    assert told("Dienst X\n  betwist: het zijn er 100\n  later\nLos") == [
        "actor Dienst X", "fact het zijn er 100 <disputes 0", "position later <holds 0", "note Los",
    ]  # fmt: skip
    assert told("iets\n  leidt tot: schuld")[0] == "note iets", "an event, a problem or a fact: that tells nothing"


def test_what_indentation_does_not_tell_is_merely_related_and_asked() -> None:
    (_, row) = rows_of("Actor: CAK\n  optie: pilot")
    assert (row.way, row.doubt) == (Way("related", down=True), Doubt.RELATION)


# --- what exists ------------------------------------------------------------------------------------------------------


KNOWN = case(node("actor", "cak", "CAK"), node("interest", "rust", "Één rust"), "cak has_interest rust")


def test_a_title_that_exists_is_that_item_and_its_relation_is_not_made_twice() -> None:
    text = "cak\n  een RUST\n  f: het regent"
    assert told(text, KNOWN) == ["actor cak", "interest een RUST <has_interest 0", "fact het regent <claims 0"]
    after = made(text, KNOWN)
    assert after.nodes.keys() - KNOWN.nodes.keys() == {"het-regent"}
    assert edges(after) == {"cak has_interest rust", "cak claims het-regent"}


def test_a_kind_that_is_named_is_no_other_item() -> None:
    (row,) = rows_of("begrip: CAK", KNOWN)
    assert (row.kind, row.node, row.known) == ("concept", None, False)


def test_one_title_twice_is_one_item() -> None:
    after = made("a: A\n  p: P\na: B\n  p: p")
    assert edges(after) == {"a holds p", "b holds p"}


def test_several_items_with_one_title_are_a_doubt() -> None:
    twice = case(node("fact", "f1", "X"), node("fact", "f2", "x"))
    (row,) = rows_of("feit: x", twice)
    assert (row.node, row.doubt) == ("f1", Doubt.SEVERAL)
    kinds = case(node("fact", "f", "X"), node("note", "n", "x"))
    assert rows_of("x", kinds)[0].doubt is Doubt.KIND


def test_an_item_has_no_relation_with_itself() -> None:
    assert told("CAK\n  actor: cak", KNOWN) == ["actor CAK", "actor cak"]
    assert told("a: X\n  a: x\n    a: X") == ["actor X", "actor x", "actor X"]


def test_an_item_that_is_not_on_the_map_is_put_there() -> None:
    elsewhere = Graph.of(one for one in KNOWN.entities() if one not in KNOWN.placements.values())
    assert made("CAK", elsewhere).on_map(MAP).keys() == {NodeId("cak")}


# --- choices ----------------------------------------------------------------------------------------------------------


def test_a_chosen_kind_tells_what_stands_under_it() -> None:
    assert told("SZW\n  delen", choices={0: Choice(kind="actor")}) == ["actor SZW", "position delen <holds 0"]


def test_a_line_that_is_left_out_hands_its_lines_to_the_one_above_it() -> None:
    text = "a: A\n  tussenkop\n    delen"
    assert told(text, choices={1: Choice(kind=NO_ITEM)}) == ["actor A", "- tussenkop", "position delen <holds 0"]


def test_a_heading_can_be_made_an_item_after_all() -> None:
    assert told("Belangen\n  rust", choices={0: Choice(kind="concept")})[0] == "concept Belangen"


def test_a_relation_can_be_chosen_and_taken_away() -> None:
    text = "a: A\n  f: F"
    assert told(text, choices={1: Choice(way=Way("disputes", down=True))})[1] == "fact F <disputes 0"
    assert told(text, choices={1: Choice(way=NO_RELATION)})[1] == "fact F"
    unfit = Choice(way=Way("holds", down=True))
    assert told(text, choices={1: unfit})[1] == "fact F <claims 0", "what cannot be is not done"


def test_another_title_and_not_joining_are_chosen_too() -> None:
    assert made("CAK", KNOWN, {0: Choice(joins=False)}).nodes.keys() == {"cak", "cak-2", "rust"}
    assert made("x", KNOWN, {0: Choice(title=" cak ", kind="actor")}).nodes.keys() == KNOWN.nodes.keys()


def test_choices_stay_with_their_line_when_lines_are_added_above() -> None:
    titles, words = Titles(EMPTY), load_words("nl")
    (row,) = propose("SZW", titles, words, "note")
    changed = propose("eerst dit\n  SZW", titles, words, "note", {row.key: Choice(kind="actor")})
    assert [one.kind for one in changed] == ["note", "actor"]


# --- long lines -------------------------------------------------------------------------------------------------------


def test_a_paragraph_gets_a_short_title_and_is_kept_whole() -> None:
    paragraph = "woord " * 60
    (row,) = rows_of(f"Feit: {paragraph}")
    assert len(row.title) <= LONGEST_TITLE
    assert (row.text, row.doubt) == (paragraph.strip(), Doubt.LONG)
    (kept,) = made(f"Feit: {paragraph}").nodes.values()
    assert kept.text == paragraph.strip()
    (unbroken,) = rows_of("x" * 400)
    assert len(unbroken.title) <= LONGEST_TITLE


def test_new_items_have_no_place_and_are_estimates() -> None:
    after = made("a: A")
    (placed,) = after.on_map(MapId("map")).values()
    assert (placed.x, placed.by_hand, after.nodes[placed.node].origin) == (None, False, "own")
