import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from gvkaart.domain.errors import Defect, Rejected
from gvkaart.picture.metrics import FAMILY, text_width
from gvkaart.picture.primitives import FixedDrawing, Item, Line, Path, Picture, Rect, Role, Stroke, Text, polygon
from gvkaart.picture.scene import Scene, SceneNode, build_picture
from gvkaart.picture.theme import DARK, LIGHT
from gvkaart.ui import painter as painting
from gvkaart.ui.painter import (
    Detail,
    font_of,
    paint_item,
    paint_picture,
    register_fonts,
)
from gvkaart.ui.picture_files import pdf_bytes, png_bytes, to_image
from gvkaart.words import LANGUAGES, load_words
from tests.picture.scenes import random_scene

NL = load_words("nl")
SENTENCES = [
    "Zestigduizend mensen hebben samen een zware schuld bij de overheid",
    "AVA, Toezicht & Co.: 'Waarom WE TE veel gegevens délen…'",
    "AVATAToVeWAVAYToTaTe",  # would be narrower with kerning
    "iiiiiiillllllWWWWWWmmmmmm 0123456789 (art. 3:4, lid 2)",
]
SQUARE = polygon((-50.0, -50.0), (50.0, -50.0), (50.0, 50.0), (-50.0, 50.0))


def drawn(*parts: Path | Line | Text) -> Picture:
    """Return a picture of 100 by 100 around the origin with the parts as the body of one item."""
    item = Item("k", Role.NODE, 0.0, 0.0, FixedDrawing(Rect(-50.0, -50.0, 100.0, 100.0), body=parts))
    return Picture(Rect(-50.0, -50.0, 100.0, 100.0), LIGHT, (item,), "Titel", "Wat erop staat")


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("size", [11.0, 13.0])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_qt_takes_the_room_that_was_counted_on(qtbot: QtBot, sentence: str, size: float, bold: bool) -> None:
    register_fonts()
    font = font_of(size, bold)
    assert QFontInfo(font).family() == FAMILY
    assert QFontMetricsF(font).horizontalAdvance(sentence) == pytest.approx(
        text_width(sentence, size, bold=bold), rel=0.01
    )


def test_a_font_that_qt_cannot_read_is_our_mistake(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painting, "resource_bytes", lambda _name: b"no font")
    register_fonts.cache_clear()
    with pytest.raises(Defect):
        register_fonts()


def test_a_fill_covers_its_outline_and_nothing_else(qtbot: QtBot) -> None:
    image = to_image(drawn(Path(polygon((-25.0, -25.0), (25.0, -25.0), (25.0, 25.0), (-25.0, 25.0)), "#aa0000")), 200)
    assert image.pixelColor(100, 100) == QColor("#aa0000")
    assert image.pixelColor(20, 20) == QColor(LIGHT.background)


def test_a_dashed_line_has_gaps(qtbot: QtBot) -> None:
    image = to_image(drawn(Line(-50.0, 0.0, 50.0, 0.0, Stroke("#000000", 4.0, (10.0, 10.0)))), 100)
    colours = {image.pixelColor(x, 50).name() for x in range(100)}
    assert {"#000000", "#ffffff"} <= colours


def test_an_image_has_the_width_asked_for_and_knows_its_size_on_paper(qtbot: QtBot) -> None:
    image = to_image(build_picture(random_scene(6), LIGHT, NL), 800, dpi=300)
    assert image.width() == 800
    assert image.dotsPerMeterX() == pytest.approx(300 / 0.0254, rel=0.001)


def test_a_png_holds_the_picture_and_its_description(qtbot: QtBot) -> None:
    image = QImage.fromData(png_bytes(drawn(Path(SQUARE, "#00aa00")), 120))
    assert (image.width(), image.height()) == (120, 120)
    assert image.pixelColor(60, 60) == QColor("#00aa00")
    assert image.text("Description") == "Wat erop staat"


@pytest.mark.parametrize("width", [0, -5, 30_000])
def test_an_image_that_cannot_be_made_is_refused(qtbot: QtBot, width: int) -> None:
    with pytest.raises(Rejected):
        to_image(drawn(), width)


def test_a_page_that_no_reader_could_show_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(Rejected):
        pdf_bytes(drawn(), 6_000.0)


def test_a_picture_without_size_becomes_no_image_and_no_pdf(qtbot: QtBot) -> None:
    nothing = Picture(Rect(0.0, 0.0, 0.0, 0.0), LIGHT, ())
    with pytest.raises(Rejected):
        to_image(nothing, 100)
    with pytest.raises(Rejected):
        pdf_bytes(nothing, 100.0)
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_picture(painter, nothing, QRectF(image.rect()))
    painter.end()


def test_a_pdf_is_one_page_of_the_size_of_the_picture(qtbot: QtBot) -> None:
    pdf = pdf_bytes(build_picture(random_scene(6), LIGHT, NL), 160.0)
    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"%%EOF") == 1
    assert pdf.count(b"/Type /Page\n") == 1


def test_markup_in_a_title_is_painted_as_text(qtbot: QtBot) -> None:
    def painted(title: str) -> QImage:
        return to_image(build_picture(Scene((SceneNode("n", "note", "note", title, 0.0, 0.0),)), LIGHT, NL), 300)

    assert painted("<b>vet</b>") != painted("vet")


@pytest.mark.parametrize(("detail", "more"), [(Detail.BODY, Detail.TITLE), (Detail.TITLE, Detail.ALL)])
def test_each_level_of_detail_adds_something(qtbot: QtBot, detail: Detail, more: Detail) -> None:
    item = build_picture(random_scene(1), LIGHT, NL).items[0]

    def painted(level: Detail) -> QImage:
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.translate(200 - item.x, 150 - item.y)
        paint_item(painter, item, level)
        painter.end()
        return image

    assert painted(detail) != painted(more)


def test_light_and_dark_are_painted_on_their_own_background(qtbot: QtBot) -> None:
    for theme in (LIGHT, DARK):
        image = to_image(build_picture(random_scene(4), theme, NL), 300)
        assert image.pixelColor(1, 1) == QColor(theme.background)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_refused_is_said_in_a_sentence(qtbot: QtBot, language: str) -> None:
    with pytest.raises(Rejected) as refused:
        to_image(drawn(), 30_000)
    assert "30000" in load_words(language).error(refused.value)
    for key in ("picture.font-unreadable", "picture.icon-unreadable"):
        assert load_words(language).error(Defect(key))
