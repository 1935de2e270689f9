"""Wrong case files: each error with its line, its path and its key; all of a file at once; hostile files refused."""

import codecs
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gvkaart.exchange.case_file import read_case, read_case_json
from gvkaart.exchange.report import CaseFileError, CaseProblem, sentence
from gvkaart.exchange.tree import LARGEST_FILE
from gvkaart.words import LANGUAGES, load_words

Expected = tuple[int, str, str]

GOOD: Final = """\
gvkaart: 1
title: Kaart
rounds: [{id: r1, title: Eerst}, {id: r2, title: Later}]
actor:
  cak:
    title: CAK
    presence: at_table
    holds: [delen]
  szw: {title: SZW, claims: [{to: veel, from: r1, reported_by: cak}]}
position:
  delen: {title: Delen, about: means}
fact:
  veel: {title: Veel, settle_date: 2021-06}
source:
  boek: {title: Boek}
layout: {cak: [0, -5]}
arranged: {szw: [100, 5]}
set_aside:
  - {check: fact.unsourced, subject: [veel], reason: Bekend}
"""


def problems_of(text: str) -> list[CaseProblem]:
    with pytest.raises(CaseFileError) as caught:
        read_case(text.encode())
    return list(caught.value.problems)


def found(text: str) -> list[Expected]:
    return [(one.line, one.path, one.key) for one in problems_of(text)]


def test_the_good_file_is_good() -> None:
    assert len(read_case(GOOD.encode()).nodes) == 5


MISTAKES: Final = [
    # names
    ("    holds: [delen]", "    hold: [delen]", 8, "actor.cak.hold", "exchange.unknown_key_near"),
    ("    holds: [delen]", "    qqq: x", 8, "actor.cak.qqq", "exchange.unknown_key"),
    ("    holds: [delen]", "    level: own", 8, "actor.cak.level", "exchange.unknown_key"),
    ("position:", "positon:", 10, "positon", "exchange.unknown_key_near"),
    ("set_aside:", "set_asid:", 18, "set_asid", "exchange.unknown_key_near"),
    ("reported_by: cak", "reportd_by: cak", 9, "actor.szw.claims[0].reportd_by", "exchange.unknown_key_near"),
    ("{id: r1, ", "{id: r1, naam: x, ", 3, "rounds[0].naam", "exchange.unknown_key"),
    ("reason: Bekend", "reason: Bekend, who: ik", 19, "set_aside[0].who", "exchange.unknown_key"),
    ("title: Kaart", "titel: Kaart", 2, "titel", "exchange.unknown_key_near"),
    # references
    ("holds: [delen]", "holds: [delem]", 8, "actor.cak.holds[0]", "exchange.no_such_node_near"),
    ("holds: [delen]", "holds: [delen, qq]", 8, "actor.cak.holds[1]", "exchange.no_such_node"),
    ("to: veel", "to: veeel", 9, "actor.szw.claims[0].to", "exchange.no_such_node_near"),
    ("reported_by: cak", "reported_by: ck", 9, "actor.szw.claims[0].reported_by", "exchange.no_such_node_near"),
    ("reported_by: cak", "reported_by: veel", 9, "actor.szw.claims[0].reported_by", "problem.wrong_kind"),
    ("from: r1", "from: r9", 9, "actor.szw.claims[0].from", "exchange.no_such_round"),
    ("from: r1", "until: ronde-2", 9, "actor.szw.claims[0].until", "exchange.no_such_round"),
    ("layout: {cak:", "layout: {ckk:", 16, "layout.ckk", "exchange.no_such_node"),
    ("set_aside:", "off_map: [niets]\nset_aside:", 18, "off_map[0]", "exchange.no_such_node"),
    ("set_aside:", "collapsed: [niets]\nset_aside:", 18, "collapsed[0]", "exchange.no_such_node"),
    ("rounds:", "owner: niemand\nrounds:", 3, "owner", "exchange.no_such_node"),
    ("rounds:", "current: r3\nrounds:", 3, "current", "exchange.no_such_round"),
    # what the metamodel forbids
    ("holds: [delen]", "holds: [veel]", 8, "actor.cak.holds[0]", "problem.relation_not_allowed"),
    ("about: means", "about: means, holds: [veel]", 11, "position.delen.holds[0]", "problem.relation_not_allowed"),
    ("about: means", "about: middel", 11, "position.delen.about", "problem.not_a_choice"),
    ("about: means", "visibility: geheim", 11, "position.delen.visibility", "problem.not_a_choice"),
    ("about: means", "origin: zelf", 11, "position.delen.origin", "problem.not_a_choice"),
    ("presence: at_table", "presence: aan_tafel", 7, "actor.cak.presence", "problem.not_a_choice"),
    ("presence: at_table", "expertise: [privacy, koken]", 7, "actor.cak.expertise", "problem.not_a_choice"),
    ("presence: at_table", "involved_since: r8", 7, "actor.cak.involved_since", "exchange.no_such_round"),
    ("settle_date: 2021-06", "settle_date: 2021-13", 13, "fact.veel.settle_date", "problem.not_a_date"),
    ("title: Later", "title: Later, date: ooit", 3, "rounds[1].date", "problem.not_a_date"),
    ("reason: Bekend", "reason: Bekend, date: nu", 19, "set_aside[0].date", "problem.not_a_date"),
    (
        "title: Veel",
        "title: Veel, cites: [{to: boek, start: -1}]",
        13,
        "fact.veel.cites[0].start",
        "problem.not_a_number",
    ),
    ("title: Delen", "title: Delen, related: [delen]", 11, "position.delen.related[0]", "problem.relation_to_itself"),
    (
        "title: Delen",
        "title: Delen, related: [{to: veel, from: r1}]",
        11,
        "position.delen.related[0]",
        "problem.rounds_without_actor",
    ),
    ("language: nl", "language: fr", 3, "language", "problem.not_a_choice"),
    ("  cak:\n", "  Cak:\n", 5, "actor.Cak", "problem.not_an_id"),
    ("{id: r1,", "{id: R 1,", 3, "rounds[0].id", "problem.not_an_id"),
    ("rounds:", "map: Mijn kaart\nrounds:", 3, "map", "problem.not_an_id"),
    ("[0, -5]", "[0, 99999999]", 16, "layout.cak", "problem.position_too_far"),
    # shapes
    ("title: CAK", "title: [CAK]", 6, "actor.cak.title", "exchange.not_a_text"),
    ("title: CAK", "title: {a: b}", 6, "actor.cak.title", "exchange.not_a_text"),
    ("holds: [delen]", "holds: delen", 8, "actor.cak.holds", "exchange.not_a_list"),
    ("holds: [delen]", "tags: a", 8, "actor.cak.tags", "exchange.not_a_list"),
    ("holds: [delen]", "holds: [[delen]]", 8, "actor.cak.holds[0]", "exchange.not_a_mapping"),
    ("holds: [delen]", "required: misschien", 8, "actor.cak.required", "exchange.not_a_flag"),
    ("holds: [delen]", "expertise: [privacy, '']", 8, "actor.cak.expertise", "problem.empty_value"),
    ("delen: {title: Delen, about: means}", "delen: Delen", 11, "position.delen", "exchange.not_a_mapping"),
    ("[0, -5]", "[0]", 16, "layout.cak", "exchange.not_coordinates"),
    ("[0, -5]", "[0, 1.5]", 16, "layout.cak", "exchange.not_coordinates"),
    ("[0, -5]", "[0, 1, 2]", 16, "layout.cak", "exchange.not_coordinates"),
    ("[0, -5]", "[0, ²]", 16, "layout.cak", "exchange.not_coordinates"),
    ("    title: CAK\n", "", 5, "actor.cak", "exchange.missing_key"),
    ("reason: Bekend", "date: 2021", 19, "set_aside[0]", "exchange.missing_key"),
    ("check: fact.unsourced, ", "", 19, "set_aside[0]", "exchange.missing_key"),
    ("{id: r1, title: Eerst}, ", "{title: Eerst}, ", 3, "rounds[0]", "exchange.missing_key"),
    # doubles
    ("title: CAK\n", "title: CAK\n    title: CAK\n", 7, "actor.cak.title", "exchange.duplicate_key"),
    ("  veel:", "  delen:", 13, "fact.delen", "exchange.duplicate_id"),
    ("layout:", "title: Nog een\nlayout:", 16, "title", "exchange.duplicate_key"),
    ("{id: r2,", "{id: r1,", 3, "rounds[1]", "exchange.duplicate_round"),
    ("holds: [delen]", "holds: [delen, delen]", 8, "actor.cak.holds[1]", "exchange.duplicate_edge"),
    ("holds: [delen]", "holds: [delen, {to: delen, note: x}]", 8, "actor.cak.holds[1]", "exchange.duplicate_edge"),
    ("arranged: {szw:", "arranged: {cak:", 17, "arranged.cak", "exchange.placed_twice"),
    ("set_aside:", "off_map: [cak]\nset_aside:", 18, "off_map[0]", "exchange.off_map_placed"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "path", "key"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_path(right: str, wrong: str, line: int, path: str, key: str) -> None:
    text = GOOD if right in GOOD else GOOD.replace("rounds:", f"{right}\nrounds:", 1)
    assert right in text
    assert (line, path, key) in found(text.replace(right, wrong, 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_is_a_sentence(language: str) -> None:
    words = load_words(language)
    for right, wrong, line, path, _key in MISTAKES:
        text = GOOD if right in GOOD else GOOD.replace("rounds:", f"{right}\nrounds:", 1)
        said = [sentence(one, words) for one in problems_of(text.replace(right, wrong, 1))]
        assert any(f" {line}, {path}: " in one for one in said)
        assert all(one.endswith((".", "?", "]")) for one in said)


def test_what_would_be_right_is_named() -> None:
    (near,) = problems_of(GOOD.replace("holds:", "hold:"))
    assert near.params["nearest"] == "holds"
    (forbidden,) = problems_of(GOOD.replace("holds: [delen]", "holds: [veel]"))
    assert {"claims", "disputes", "related"} <= set(forbidden.params["allowed"].split(", "))
    (choice,) = problems_of(GOOD.replace("about: means", "about: middel"))
    assert "means" in choice.params["choices"]


def test_all_mistakes_of_a_file_are_told_together_in_order_of_line() -> None:
    wrong = GOOD.replace("holds:", "hold:").replace("about: means", "about: x").replace("[veel]", "veel")
    assert found(wrong) == [
        (8, "actor.cak.hold", "exchange.unknown_key_near"),
        (11, "position.delen.about", "problem.not_a_choice"),
        (19, "set_aside[0].subject", "exchange.not_a_list"),
    ]


def test_a_dropped_key_and_its_unknown_twin_are_two_problems() -> None:
    assert found("gvkaart: 1\ntitel: x\n") == [
        (1, "title", "exchange.missing_key"),
        (2, "titel", "exchange.unknown_key_near"),
    ]


def test_a_file_that_is_wrong_throughout_is_told_whole() -> None:
    names = ", ".join(f"dele{number}" for number in range(200))
    problems = problems_of(GOOD.replace("holds: [delen]", f"holds: [{names}]"))
    assert len(problems) == 200
    assert {one.key for one in problems} == {"exchange.no_such_node_near", "exchange.no_such_node"}


REFUSED: Final = [
    (b"", 1, "empty_file"),
    (b"# niets\n", 1, "empty_file"),
    (b"''", 1, "empty_file"),
    (b"- a\n", 1, "not_a_case"),
    (b"hallo", 1, "not_a_case"),
    (b"title: x", 1, "no_version"),
    (b"title: x\ngvkaart: 2", 2, "newer_version"),
    (b"gvkaart: " + b"9" * 5000, 1, "newer_version"),
    (b"gvkaart: 0", 1, "wrong_version"),
    (b"gvkaart: [1]", 1, "wrong_version"),
    ("gvkaart: ²".encode(), 1, "wrong_version"),
    (b"gvkaart: 1\ntitle: a: b", 2, "stray_colon"),
    (b"gvkaart: 1\n\ttitle: a", 2, "tab"),
    (b"gvkaart: 1\ntitle\nmap: x", 3, "colon_missing"),
    (b"gvkaart: 1\ntitle: 'a", 2, "quote_not_closed"),
    (b"gvkaart: 1\nactor: {a: [1, 2}", 2, "bracket_not_closed"),
    (b"gvkaart: 1\n  title: a\n map: b", 2, "stray_colon"),
    (b"gvkaart: 1\nactor:\n  a: 1\n b: 2", 4, "wrong_indentation"),
    (b"gvkaart: 1\ntitle: @x", 2, "quote_needed"),
    (b'gvkaart: 1\ntitle: "\\UFFFFFFFF"', 1, "not_yaml"),
    (b'gvkaart: 1\ntitle: "\\q"', 2, "not_yaml"),
    (b"gvkaart: 1\n---\ngvkaart: 1", 2, "several_documents"),
    (b"gvkaart: 1\n...\n---\nx", 3, "several_documents"),
    (b"gvkaart: &a 1", 1, "alias"),
    (b"gvkaart: 1\ntitle: *a", 2, "alias"),
    (b"a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]", 1, "alias"),
    (b"gvkaart: 1\ntitle: !!python/object:os.system x", 2, "tag"),
    (b"gvkaart: 1\ntitle: ! x", 2, "tag"),
    (b"%YAML 1.1\n---\ngvkaart: 1", 1, "directive"),
    (b"gvkaart: 1\n? [a]\n: b", 2, "key_not_text"),
    (b"gvkaart: 1\nactor: " + b"[" * 100_000, 2, "too_deep"),
    (b"gvkaart: 1\nactor: " + b"{a: " * 60, 2, "too_deep"),
    (b"- " * 60, 1, "too_deep"),
    (b"gvkaart: 1\ntitle: a\x00b", 2, "control_character"),
    (b"gvkaart: 1\ntitle: a\x1bb", 2, "control_character"),
    ("gvkaart: 1\ntitle: a\ufeffb".encode(), 2, "control_character"),
    (b"gvkaart: 1\ntitle: \xff", 2, "not_utf8"),
    ("gvkaart: 1\ntitle: é".encode("latin-1"), 2, "not_utf8"),
    ("gvkaart: 1".encode("utf-16-le"), 1, "control_character"),
    (codecs.BOM_UTF16_LE + b"a", 1, "not_utf8"),
    (b"\x89PNG\r\n\x1a\n", 1, "not_utf8"),
    (b"SQLite format 3\x00", 1, "control_character"),
]


@pytest.mark.parametrize(("data", "line", "key"), REFUSED, ids=[f"{n}-{one[2]}" for n, one in enumerate(REFUSED)])
def test_a_file_that_is_no_case_is_refused_with_one_sentence(data: bytes, line: int, key: str) -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case(data)
    (problem,) = caught.value.problems
    assert (problem.line, problem.path, problem.key) == (line, "", f"exchange.{key}")
    for language in LANGUAGES:
        assert sentence(problem, load_words(language)).endswith((".", "'"))
        assert load_words(language).error(caught.value)


def test_a_large_file_is_refused_before_it_is_read() -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case(b"x" * (LARGEST_FILE + 1))
    assert caught.value.problems[0].key == "exchange.file_too_large"


@pytest.mark.parametrize(
    "data",
    [
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.replace("\n", "\r").encode(),
        codecs.BOM_UTF8 + GOOD.encode(),
        codecs.BOM_UTF16_LE + GOOD.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + GOOD.encode("utf-32-le"),
        f"---\n{GOOD}...\n".encode(),
    ],
)
def test_other_line_breaks_and_encodings_with_a_mark_read_the_same(data: bytes) -> None:
    assert read_case(data) == read_case(GOOD.encode())


REFUSED_JSON: Final = [
    (b"", 1, "empty_file"),
    (b"[1 2]", 1, "not_json"),
    (b'{"gvkaart": 1,}', 1, "not_json"),
    (b'{"gvkaart":\n 1} x', 2, "not_json"),
    (b"{gvkaart: 1}", 1, "not_json"),
    (b'{"gvkaart" 1}', 1, "not_json"),
    (b'{"gvkaart": NaN}', 1, "not_json"),
    (b'{"gvkaart": -Infinity}', 1, "not_json"),
    (b'{"gvkaart": "1', 1, "not_json"),
    (b'{"gvkaart": 2}', 1, "newer_version"),
    (b"[" * 100_000, 1, "too_deep"),
    (b'{"a":' * 100_000, 1, "too_deep"),
    (b'"x"', 1, "not_a_case"),
]


@pytest.mark.parametrize(("data", "line", "key"), REFUSED_JSON)
def test_json_that_is_no_case_is_refused_with_one_sentence(data: bytes, line: int, key: str) -> None:
    with pytest.raises(CaseFileError) as caught:
        read_case_json(data)
    (problem,) = caught.value.problems
    assert (problem.line, problem.key) == (line, f"exchange.{key}")


def test_json_tells_lines_and_doubled_keys() -> None:
    text = """{"gvkaart": 1, "title": "x",
        "title": "y",
        "actor": {"a": {"title": null, "required": true,
        "holds": ["b"]}}}"""
    with pytest.raises(CaseFileError) as caught:
        read_case_json(text.encode())
    assert [(one.line, one.path, one.key) for one in caught.value.problems] == [
        (2, "title", "exchange.duplicate_key"),
        (4, "actor.a.holds[0]", "exchange.no_such_node"),
    ]


@settings(max_examples=80)
@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.text("{}[]:,#&*!|>'\"%@`-? \n\tab1\x00é", max_size=4))
@example(0, 0, "")
def test_a_damaged_file_is_read_or_refused_and_nothing_else(start: int, length: int, inserted: str) -> None:
    damaged = GOOD[:start] + inserted + GOOD[start + length :]
    problems: tuple[CaseProblem, ...] = ()
    try:
        read_case(damaged.encode())
    except CaseFileError as error:
        problems = error.problems
    assert all(sentence(one, load_words("nl")) for one in problems)
