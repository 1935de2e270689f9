import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvkaart.picture.nodes import MAX_LINES, STYLES, TITLE_SIZE, Look, Mark, NodeDrawing, Severity, box_of, small_node
from gvkaart.picture.primitives import Icon, Path, Stroke, Text
from gvkaart.picture.theme import DARK, LIGHT

PLAIN = Look(style="fact", word="Feit", title="Zestigduizend mensen hebben een zware schuld bij de overheid")
LOOKS = st.builds(
    Look,
    style=st.sampled_from(sorted(STYLES)),
    word=st.sampled_from(["Feit", "Gegevensstroom"]),
    title=st.text(max_size=120),
    remark=st.sampled_from(["", "publiek", "Algemene wet inzake rijksbelastingen"]),
    marks=st.frozensets(st.sampled_from(Mark)),
    findings=st.sampled_from([0, 1, 200]),
    severity=st.sampled_from(Severity),
    dimmed=st.booleans(),
    folded=st.sampled_from([0, 1, 2000]),
)


def texts(look: Look) -> list[Text]:
    drawing = NodeDrawing(look, LIGHT)
    return [part for part in (*drawing.title, *drawing.detail) if isinstance(part, Text)]


@given(LOOKS)
def test_all_text_stays_inside_the_box(look: Look) -> None:
    drawing = NodeDrawing(look, LIGHT)
    box, bounds = drawing.box, drawing.bounds
    for text in drawing.title:
        assert isinstance(text, Text)
        assert -box.width / 2 < text.x
        assert text.x + text.width <= box.width / 2
        assert -box.height / 2 < text.y < box.height / 2
    for part in drawing.detail:
        if isinstance(part, Text):
            assert bounds.x <= part.x
            assert part.x + part.width <= bounds.right + 1e-6


@given(LOOKS)
def test_a_box_has_even_sizes_and_few_lines(look: Look) -> None:
    box = box_of(look)
    assert box.width in {140, 180, 220, 260}
    assert len(box.lines) <= MAX_LINES


def test_a_long_title_widens_the_box_before_it_is_cut() -> None:
    assert box_of(PLAIN._replace(title="Kort")).width == 140
    assert box_of(PLAIN).width == 180
    assert box_of(PLAIN._replace(title="woord " * 60)).lines[-1].endswith("…")


def test_a_long_word_is_not_broken_when_a_wider_box_takes_it() -> None:
    assert box_of(PLAIN._replace(title="Uitvoeringsverantwoordelijkheid")).lines == ("Uitvoeringsverantwoordelijkheid",)


def test_the_kind_shows_in_word_and_icon_and_silhouette() -> None:
    fact, concept = NodeDrawing(PLAIN, LIGHT), NodeDrawing(PLAIN._replace(style="concept", word="Begrip"), LIGHT)
    assert "Feit" in [text.string for text in texts(PLAIN)]
    icons = [{part.outlines for part in drawing.detail if isinstance(part, Icon)} for drawing in (fact, concept)]
    assert icons[0].isdisjoint(icons[1])
    assert fact.corners != concept.corners


@pytest.mark.parametrize("mark", Mark)
def test_every_mark_shows_without_colour(mark: Mark) -> None:
    def shape(look: Look) -> list[object]:
        drawing = NodeDrawing(look, LIGHT)
        lines = [(part.outline, part.stroke and part.stroke.dash) for part in drawing.body if isinstance(part, Path)]
        return [lines, [part.outlines for part in drawing.detail if isinstance(part, Icon)]]

    assert shape(PLAIN._replace(marks=frozenset({mark}))) != shape(PLAIN)


def test_disputed_has_a_second_dashed_border() -> None:
    halo, _ = NodeDrawing(PLAIN._replace(marks=frozenset({Mark.DISPUTED})), LIGHT).body
    assert isinstance(halo, Path)
    assert halo.stroke is not None
    assert halo.stroke.dash
    assert not halo.fill


def test_what_nobody_speaks_for_is_hollow() -> None:
    (body,) = NodeDrawing(PLAIN._replace(marks=frozenset({Mark.UNREPRESENTED})), DARK).body
    assert isinstance(body, Path)
    assert body.fill == DARK.background


@pytest.mark.parametrize("severity", Severity)
def test_findings_are_counted_on_a_badge(severity: Severity) -> None:
    look = PLAIN._replace(findings=3, severity=severity)
    assert "3" in [text.string for text in texts(look)]
    assert "99" in [text.string for text in texts(look._replace(findings=500))]
    assert NodeDrawing(look, LIGHT).bounds.right > NodeDrawing(PLAIN, LIGHT).bounds.right


def test_dimmed_is_the_same_drawing_in_fainter_colours() -> None:
    faint, full = NodeDrawing(PLAIN._replace(dimmed=True), LIGHT), NodeDrawing(PLAIN, LIGHT)
    assert faint.bounds == full.bounds
    assert faint.body != full.body


def test_equal_looks_give_equal_drawings() -> None:
    assert NodeDrawing(PLAIN, LIGHT) == NodeDrawing(PLAIN._replace(), LIGHT)
    assert NodeDrawing(PLAIN, LIGHT) != NodeDrawing(PLAIN, DARK)


@pytest.mark.parametrize("style", STYLES)
def test_a_small_node_shows_its_silhouette_and_icon(style: str) -> None:
    body, sign = small_node(style, 100.0, 50.0, LIGHT)
    assert isinstance(body, Path)
    assert isinstance(sign, Icon)
    assert sign.size < TITLE_SIZE


@pytest.mark.parametrize("style", STYLES)
def test_the_number_of_folded_nodes_lies_within_the_bounds_and_clear_of_the_title(style: str) -> None:
    drawing = NodeDrawing(Look(style, "Kwestie", "Een titel van twee regels, en niet meer dan dat", folded=128), LIGHT)
    (label,) = (part for part in drawing.detail if isinstance(part, Text) and part.string == "+128")
    pill = next(part for part in drawing.detail if isinstance(part, Path))
    assert pill.fill == LIGHT.background
    assert all(part.y < label.y - label.size + 1 for part in drawing.title if isinstance(part, Text))
    assert label.y < drawing.bounds.bottom
    assert drawing.bounds.bottom > drawing._replace(look=drawing.look._replace(folded=0)).bounds.bottom
    assert drawing.bounds.bottom <= drawing.reach.bottom


@pytest.mark.parametrize("mark", [Mark.UNREPRESENTED, Mark.FALLS, Mark.UNDECIDED])
def test_marks_of_the_border_differ_without_colour(mark: Mark) -> None:
    def border(marks: frozenset[Mark]) -> Stroke | None:
        (body,) = NodeDrawing(PLAIN._replace(marks=marks), LIGHT).body
        return body.stroke if isinstance(body, Path) else None

    others = [border(frozenset({other})) for other in (Mark.UNREPRESENTED, Mark.FALLS, Mark.UNDECIDED) if other != mark]
    own = border(frozenset({mark}))
    assert own is not None
    assert own.dash
    assert own.dash not in [other.dash for other in others if other is not None]
