import re
from dataclasses import replace
from xml.dom import minidom

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gvkaart.exchange.svg import write_svg
from gvkaart.picture.legend import with_legend
from gvkaart.picture.primitives import FixedDrawing, Item, Picture, Rect, Role, Text
from gvkaart.picture.scene import Scene, SceneNode, build_picture
from gvkaart.picture.theme import DARK, LIGHT
from gvkaart.words import load_words
from tests.picture.scenes import random_scene

NL = load_words("nl")
HOSTILE = "<script>alert(1)</script> \"'><image href='//host/x'/> & ]]> javascript:alert(1)"
ALLOWED = {"svg", "title", "desc", "defs", "path", "rect", "g", "line", "text", "use"}


def elements(svg: bytes) -> list[minidom.Element]:
    return list(minidom.parseString(svg).getElementsByTagName("*"))


def one_node(title: str) -> Picture:
    return build_picture(Scene((SceneNode("n", "fact", "fact", title, 10.0, 20.0),), title=title), LIGHT, NL)


def test_only_harmless_elements_and_references_inside_the_document_are_written() -> None:
    svg = write_svg(with_legend(build_picture(random_scene(50), LIGHT, NL), NL))
    assert {element.tagName for element in elements(svg)} <= ALLOWED
    targets = {e.getAttribute("xlink:href") for e in elements(svg) if e.hasAttribute("xlink:href")}
    ids = {e.getAttribute("id") for e in elements(svg) if e.hasAttribute("id")}
    assert targets
    assert targets <= {f"#{name}" for name in ids}
    outside = re.sub(rb'xmlns(:xlink)?="[^"]*"', b"", svg)
    assert b"://" not in outside
    assert b" on" not in outside.split(b"<title", 1)[0]


def test_what_people_type_stays_text() -> None:
    svg = write_svg(one_node(HOSTILE))
    assert {element.tagName for element in elements(svg)} <= ALLOWED
    title = minidom.parseString(svg).getElementsByTagName("title")[1].firstChild
    assert title is not None
    assert title.nodeValue == HOSTILE


@settings(max_examples=60)
@given(st.text())
def test_any_title_gives_well_formed_xml(title: str) -> None:
    assert elements(write_svg(one_node(title)))


def test_characters_that_xml_forbids_disappear() -> None:
    svg = write_svg(one_node("a\x00\x0b\ud800\ufffeb"))
    assert b"<title>ab</title>" in svg


def test_every_item_has_a_name_and_a_description() -> None:
    picture = build_picture(random_scene(20), LIGHT, NL)
    document = minidom.parseString(write_svg(picture))
    root = document.documentElement
    assert root is not None
    assert root.getAttribute("role") == "img"
    assert root.getAttribute("xml:lang") == "nl"
    groups = document.getElementsByTagName("g")
    assert len(groups) == len(picture.items)
    assert all(group.getElementsByTagName("title") for group in groups)


def test_text_is_real_text_that_knows_its_width() -> None:
    texts = [e for e in elements(write_svg(one_node("Zestigduizend mensen"))) if e.tagName == "text"]
    said = {text.firstChild.nodeValue: text for text in texts if text.firstChild is not None}
    assert {"Feit", "Zestigduizend"} <= set(said)
    assert float(said["Feit"].getAttribute("textLength")) > 10


def test_the_same_picture_gives_the_same_bytes() -> None:
    first = write_svg(build_picture(random_scene(30), LIGHT, NL))
    assert first == write_svg(build_picture(random_scene(30), LIGHT, NL))
    assert first != write_svg(build_picture(random_scene(30), DARK, NL))


@pytest.mark.parametrize(("width_mm", "expected"), [(None, ("200", "100")), (160.0, ("160mm", "80mm"))])
def test_the_size_is_in_pixels_or_on_paper(width_mm: float | None, expected: tuple[str, str]) -> None:
    picture = Picture(Rect(-10.0, 5.5, 200.0, 100.0), LIGHT, ())
    root = elements(write_svg(picture, width_mm=width_mm))[0]
    assert (root.getAttribute("width"), root.getAttribute("height")) == expected
    assert root.getAttribute("viewBox") == "-10 5.5 200 100"


def test_a_picture_without_size_can_be_written() -> None:
    assert elements(write_svg(Picture(Rect(0.0, 0.0, 0.0, 0.0), LIGHT, ()), width_mm=100.0))


def test_numbers_are_short_and_plain() -> None:
    text = Text(-0.001, 1e-7, "x", 12.0, False, "#000000", 100000.126)
    item = Item("k", Role.NODE, 0.0, 0.0, FixedDrawing(Rect(0.0, 0.0, 1.0, 1.0), title=(text,)))
    svg = write_svg(replace(one_node("x"), items=(item,)))
    assert b'<text x="0" y="0" font-size="12" fill="#000000" textLength="100000.13"' in svg
