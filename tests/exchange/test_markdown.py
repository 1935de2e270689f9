"""The text version of a map: all that the picture shows, in words; and nothing in a title is taken for markup."""

import re
from html import unescape

import markdown
import nh3
import pytest
from hypothesis import given, settings

from gvkaart.analysis.catalogue import Catalogue
from gvkaart.analysis.engine import run_checks
from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.derived import CaseView
from gvkaart.domain.disclosure import without_private
from gvkaart.domain.entities import Node, NodeId, SetAside
from gvkaart.domain.graph import Graph
from gvkaart.exchange.markdown import escaped, quoted, write_markdown
from gvkaart.words import load_words
from tests.case import MAP, case, edge, node, view
from tests.strategies import graphs, lines

NL = load_words("nl")
HOSTILE = (
    "<img src=//host/x>",
    "a *b* _c_ `d`",
    "[x](javascript:1)",
    "![x](//host/y)",
    "# kop",
    "a | b",
    "&lt;",
    "a\\*b",
    "~~x~~",
    "<!-- -->",
)


def text_of(shown: CaseView, *, language: str = "nl") -> str:
    return write_markdown(shown, load_words(language), ()).decode()


def shown_by_a_reader(source: str) -> str:
    """Return the plain text that a Markdown reader shows."""
    return unescape(nh3.clean(markdown.markdown(source), tags=set())).strip()


def test_an_item_tells_its_text_fields_and_relations_from_both_sides() -> None:
    shown = view(
        node("actor", "cak", "CAK", presence="at_table", type="organisation"),
        node("actor", "szw", "SZW"),
        node("fact", "veel", "Veel mensen", evidence="statistics", settle_by="szw", text="Eerste regel\n\nTweede"),
        edge("cak claims veel", "r1", reported_by="szw", note="in het verslag"),
        "szw disputes veel",
    )
    text = text_of(shown)
    assert text.startswith("# Kaart\n\n- Ronde: Ronde 2\n")
    assert "## Actoren\n\n### CAK\n\n" in text
    assert "### Veel mensen\n\n> Eerste regel\n>\n> Tweede\n\n- **Betwist**\n" in text
    assert "- Aan tafel: aan tafel\n" in text
    assert f"- {NL.term('relation.claims')}: Veel mensen (vanaf ronde: Ronde 0; toelichting: in het verslag;" in text
    assert f"- {NL.term('inverse.disputes')}: SZW\n" in text
    assert "- Wie zoekt het uit: SZW\n" in text


def test_what_falls_is_told_with_the_reason_as_on_the_map() -> None:
    told = text_of(
        view(
            *(node("position", "p", "Een *wet* is nodig"), node("fact", "f", "De wet is er al", settled="true")),
            *(node("argument", "a", "Het mag nu al"), "f undermines p", "a supports p"),
        )
    )
    assert "### Een \\*wet\\* is nodig\n\n- **Valt, omdat 'De wet is er al' dit ondergraaft en zelf staat.**\n" in told
    assert "### Het mag nu al\n\n- **" not in told


def test_several_ends_are_a_list_and_english_is_english() -> None:
    shown = view(node("actor", "a"), node("fact", "f"), node("fact", "g"), "a claims f", "a claims g")
    assert "- claims:\n  - f\n  - g\n" in text_of(shown, language="en")


def test_a_cited_source_beside_the_map_is_named() -> None:
    graph = case(node("fact", "f"))
    source = Node(NodeId("s"), "source", "Rapport")
    graph = graph.with_changes(ChangeSet((Change(None, source), Change(None, edge("f cites s", locator="6.1")))))
    assert f"- {NL.term('relation.cites')}: Rapport (" in text_of(CaseView(graph, MAP))


def test_findings_are_told_and_so_is_why_one_was_set_aside() -> None:
    aside = SetAside(MAP, "interest.position-without", ("p",), ("p",), (), "Weten wij *al*")
    graph = case(node("position", "p", "Delen"), node("position", "q", "Niet delen"))
    graph = graph.with_changes(ChangeSet((Change(None, aside),)))
    shown = CaseView(graph, MAP)
    text = write_markdown(shown, NL, run_checks(shown, Catalogue({}, {}, {}))).decode()
    assert "## Signalen\n" in text
    assert text.count("### Een positie zonder belang\n") == 2
    assert "- Opzijgezet, omdat: Weten wij \\*al\\*\n" in text


def test_says_that_findings_were_made_without_private_items_unless_these_are_there() -> None:
    shown = view(node("position", "p", "Delen"))
    findings = run_checks(shown, Catalogue({}, {}, {}))
    said = NL.text("exchange.markdown.without_private")
    assert said in write_markdown(shown, NL, findings).decode()
    assert said not in write_markdown(shown, NL, findings, with_private=True).decode()
    assert said not in write_markdown(shown, NL, ()).decode()


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_shown_as_it_was_typed(title: str) -> None:
    assert shown_by_a_reader(f"### x {escaped(title)} y") == f"x {title} y"
    text = text_of(view(node("fact", "f", title)))
    rendered = markdown.markdown(text)
    assert not re.search(r"<(img|a|script|em|code|del)\b", rendered)


def test_what_dialects_escape_differently_is_a_character_reference() -> None:
    assert escaped("a ~ <b> & #") == "a &#126; &lt;b> &amp; \\#"


@settings(max_examples=60)
@given(lines)
def test_any_title_is_shown_as_it_was_typed(title: str) -> None:
    assert " ".join(shown_by_a_reader(f"### x {escaped(title)} y").split()) == " ".join(f"x {title} y".split())


@pytest.mark.parametrize("text", ["<img src=//host/x>", "![x](//host/y)", "<script>x</script>", "a\n<b>c</b>"])
def test_a_text_cannot_load_or_run(text: str) -> None:
    assert not re.search(r"<(img|script|b)\b", markdown.markdown(quoted(text)))


@pytest.mark.parametrize(
    "text",
    [
        *("# kop", "## kop\nx", "kop\n===", "kop\n---", "  # kop", "> # kop", "- # kop", "> kop\n> ---"),
        *("- een\n    - # kop", "1. # kop", "- > ## kop"),
    ],
)
def test_a_text_makes_no_headings(text: str) -> None:
    assert not re.search(r"<h\d", markdown.markdown(quoted(text)))


@pytest.mark.parametrize("text", ["- een\n- twee", "* een\n* twee", "1. een\n2. twee", "- een\n    - twee"])
def test_a_list_in_a_text_stays_a_list(text: str) -> None:
    assert markdown.markdown(quoted(text)).count("<li>") == 2


@settings(max_examples=15)
@given(graphs())
def test_any_map_has_a_text_version(graph: Graph) -> None:
    for map_id in graph.maps:
        shown = CaseView(without_private(graph, map_id), map_id)
        text = text_of(shown)
        assert sum(line.startswith("### ") for line in text.split("\n")) == len(shown.nodes)


def test_a_link_reads_as_the_title_and_shows_no_id() -> None:
    shown = view(node("actor", "oude-naam", "De *dienst*"), node("note", "n", text="Zie [[oude-naam]], [[weg|toen]]."))
    text = text_of(shown)
    assert "> Zie De \\*dienst\\*, toen.\n" in text
    assert "oude-naam" not in text
