"""What holds for every layout, by either engine."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from gvkaart.domain.errors import Defect
from gvkaart.layout import Box, Direction, Engine, LayoutCancelled, LayoutRequest, Link, dot, lay_out, process
from tests.layout.layout_requests import aspect, frame, layout_requests, overlaps

engines = pytest.mark.parametrize("engine", Engine)


def boxes(count: int, *, group: str | None = None, prefix: str = "") -> tuple[Box, ...]:
    return tuple(Box(f"{prefix}{i}", 200, 60 + 20 * (i % 2), group) for i in range(count))


def star(leaves: int) -> LayoutRequest:
    return LayoutRequest(boxes(leaves + 1), tuple(Link("0", str(i)) for i in range(1, leaves + 1)))


def two_layers(above: int, below: int) -> LayoutRequest:
    """Each of many below is linked to one or two of a few above, as interests to actors."""
    links = [Link(f"a{i % above}", f"b{i}") for i in range(below)]
    links += [Link(f"a{i * 7 % above}", f"b{i}") for i in range(0, below, 3)]
    return LayoutRequest(boxes(above, prefix="a") + boxes(below, prefix="b"), tuple(links))


@given(layout_requests())
@settings(max_examples=150)
def test_the_embedded_layout_never_overlaps_and_leaves_fixed_boxes_alone(request: LayoutRequest) -> None:
    _holds(request, Engine.EMBEDDED)


@given(layout_requests())
@settings(max_examples=15)
def test_dot_never_overlaps_and_leaves_fixed_boxes_alone(request: LayoutRequest) -> None:
    _holds(request, Engine.DOT)


def _holds(request: LayoutRequest, engine: Engine) -> None:
    result = lay_out(request, engine=engine)
    assert list(result.centres) == [box.id for box in request.boxes]
    assert all(result.centres[box.id] == box.fixed for box in request.boxes if box.fixed is not None)
    assert overlaps(request, result) == []
    assert lay_out(request, engine=engine) == result


@given(layout_requests())
@settings(max_examples=60)
def test_where_the_map_lies_makes_no_difference(request: LayoutRequest) -> None:
    dx, dy = 1733, -911
    moved = tuple(
        replace(box, fixed=None if box.fixed is None else (box.fixed[0] + dx, box.fixed[1] + dy))
        for box in request.boxes
    )
    before = lay_out(request, engine=Engine.EMBEDDED).centres
    after = lay_out(replace(request, boxes=moved), engine=Engine.EMBEDDED).centres
    shift = (dx, dy) if any(box.fixed for box in request.boxes) else (0, 0)
    assert after == {id_: (x + shift[0], y + shift[1]) for id_, (x, y) in before.items()}


@given(layout_requests(fixed=False))
@settings(max_examples=40)
def test_without_fixed_boxes_the_picture_starts_at_the_origin(request: LayoutRequest) -> None:
    if request.boxes:
        left, top, _, _ = frame(request, lay_out(request, engine=Engine.EMBEDDED))
        assert abs(left) <= 1
        assert abs(top) <= 1


@engines
@pytest.mark.parametrize(
    ("direction", "axis", "sign"),
    [(Direction.DOWN, 1, 1), (Direction.UP, 1, -1), (Direction.RIGHT, 0, 1), (Direction.LEFT, 0, -1)],
)
def test_links_point_in_the_direction_asked(engine: Engine, direction: Direction, axis: int, sign: int) -> None:
    request = LayoutRequest(boxes(4), (Link("0", "1"), Link("1", "2"), Link("1", "3")), direction)
    centres = lay_out(request, engine=engine).centres
    assert all(sign * (centres[link.target][axis] - centres[link.source][axis]) > 0 for link in request.links)


@engines
def test_a_cycle_is_no_obstacle(engine: Engine) -> None:
    request = LayoutRequest(boxes(3), (Link("0", "1"), Link("1", "2"), Link("2", "0"), Link("1", "1")))
    assert overlaps(request, lay_out(request, engine=engine)) == []


@engines
@pytest.mark.parametrize(
    "request_",
    [
        LayoutRequest(boxes(40), ()),
        LayoutRequest(boxes(40, group="g"), ()),
        LayoutRequest(boxes(60), tuple(Link(str(i), str(i + 1)) for i in range(0, 60, 2))),
        star(60),
        two_layers(10, 60),
        two_layers(50, 250),
        replace(two_layers(10, 60), direction=Direction.RIGHT),
    ],
    ids=["loose", "loose in a group", "pairs", "star", "two layers", "many in two layers", "two layers to the right"],
)
def test_a_map_fits_a_screen(engine: Engine, request_: LayoutRequest) -> None:
    result = lay_out(request_, engine=engine)
    assert 0.4 < aspect(request_, result) < 4.5
    assert overlaps(request_, result) == []


@engines
def test_loose_boxes_stand_in_straight_rows_and_columns(engine: Engine) -> None:
    centres = lay_out(LayoutRequest(boxes(12), ()), engine=engine).centres.values()
    assert len({x for x, _ in centres}) * len({y for _, y in centres}) <= 12


@engines
def test_the_frame_of_a_group_holds_only_its_members(engine: Engine) -> None:
    everything = boxes(7, group="g", prefix="g") + boxes(7, group="h", prefix="h") + boxes(7, prefix="i")
    links = [Link(f"{a}{i}", f"{a}{i + 1 + i % 2}") for a in "ghi" for i in range(4)]
    links += [Link("g0", "h3"), Link("h1", "i2"), Link("i0", "g4"), Link("i3", "h0")]
    request = LayoutRequest(everything, tuple(links))
    result = lay_out(request, engine=engine)
    for group in "gh":
        left, top, right, bottom = frame(request, result, {box.id for box in everything if box.group == group})
        strangers = [result.centres[box.id] for box in everything if box.group != group]
        assert not [1 for x, y in strangers if left < x < right and top < y < bottom]


def test_all_fixed_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*_: object) -> None:
        pytest.fail("a process for nothing")

    monkeypatch.setattr(dot, "run", started)
    request = LayoutRequest((Box("a", 9, 9, fixed=(5, 5)), Box("b", 9, 9, fixed=(5, 5))), (Link("a", "b"),))
    assert lay_out(request).centres == {"a": (5, 5), "b": (5, 5)}
    assert lay_out(LayoutRequest((), ())).centres == {}
    assert lay_out(LayoutRequest((Box("a", 9, 9),), ())).centres.keys() == {"a"}


@engines
def test_a_new_box_comes_near_the_fixed_box_it_is_linked_to(engine: Engine) -> None:
    fixed = tuple(Box(f"f{i}", 200, 60, fixed=(3000 * i, 500)) for i in range(4))
    request = LayoutRequest((*fixed, Box("new", 200, 60)), (Link("f2", "new"),))
    x, y = lay_out(request, engine=engine).centres["new"]
    assert abs(x - 6000) <= 300
    assert 500 < y <= 800


@engines
def test_a_new_box_between_two_fixed_ones_comes_between_them(engine: Engine) -> None:
    fixed = (Box("a", 200, 60, fixed=(0, 0)), Box("b", 200, 60, fixed=(1000, 400)))
    request = LayoutRequest((*fixed, Box("new", 200, 60)), (Link("a", "new"), Link("new", "b")))
    x, y = lay_out(request, engine=engine).centres["new"]
    assert 300 < x < 700
    assert 0 < y < 400


@engines
def test_a_box_of_a_group_comes_near_its_fixed_mates(engine: Engine) -> None:
    mates = tuple(Box(f"m{i}", 200, 60, "g", (9000 + 250 * i, 9000)) for i in range(3))
    others = tuple(Box(f"o{i}", 200, 60, fixed=(250 * i, 0)) for i in range(3))
    x, y = lay_out(LayoutRequest((*others, *mates, Box("new", 200, 60, "g")), ()), engine=engine).centres["new"]
    assert abs(x - 9250) < 800
    assert abs(y - 9000) < 300


@engines
def test_a_layout_of_which_one_box_is_dragged_away_is_shifted_as_a_whole(engine: Engine) -> None:
    request = star(4)
    before = lay_out(request, engine=engine).centres
    x, y = before["0"]
    pinned = tuple(replace(box, fixed=(x + 700, y + 300)) if box.id == "0" else box for box in request.boxes)
    after = lay_out(replace(request, boxes=pinned), engine=engine).centres
    shifts = [(after[id_][0] - x, after[id_][1] - y) for id_, (x, y) in before.items()]
    assert all(abs(dx - 700) <= 1 and abs(dy - 300) <= 1 for dx, dy in shifts)


def test_what_is_tied_to_nothing_comes_outside_the_map_that_is_there() -> None:
    there = tuple(Box(f"f{i}", 200, 60, fixed=(400 * (i % 4), 300 * (i // 4))) for i in range(12))
    new = boxes(5, prefix="new ")
    request = LayoutRequest(there + new, (Link("new 0", "new 1"),))
    result = lay_out(request, engine=Engine.EMBEDDED)
    _, _, right, bottom = frame(request, result, {box.id for box in there})
    left, top, _, _ = frame(request, result, {box.id for box in new})
    assert left > right or top > bottom


def test_many_boxes_that_wish_for_one_place_all_get_a_place() -> None:
    crowd = tuple(Box(f"f{i}", 100, 50, fixed=(i % 20 * 110, i // 20 * 60)) for i in range(400))
    request = LayoutRequest((*crowd, *boxes(30)), tuple(Link(str(i), "f210") for i in range(30)))
    assert overlaps(request, lay_out(request, engine=Engine.EMBEDDED)) == []


@pytest.mark.parametrize(
    ("some", "links"),
    [
        ((Box("a", 9, 9), Box("a", 9, 9)), ()),
        ((Box("a", 9, 9),), (Link("a", "b"),)),
        ((Box("a", 0, 9),), ()),
    ],
)
def test_a_request_that_makes_no_sense_is_a_defect(some: tuple[Box, ...], links: tuple[Link, ...]) -> None:
    with pytest.raises(Defect):
        LayoutRequest(some, links)


@engines
def test_cancelled_at_once_or_halfway_there_is_no_result(engine: Engine) -> None:
    asked = 0

    def cancelled_the_third_time() -> bool:
        nonlocal asked
        asked += 1
        return asked >= 3

    for answer in (lambda: True, cancelled_the_third_time):
        with pytest.raises(LayoutCancelled):
            lay_out(two_layers(10, 60), engine=engine, cancelled=answer)


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins for dot are shell scripts")
@pytest.mark.parametrize(
    "body",
    [
        None,
        "exit 1",
        "echo what",
        "printf '\\377\\376'",
        "echo graph 1 1 1; echo node n0 nan 1; echo node n1 1 1; echo stop",
        "echo graph 1 1 1; echo node n0 1e300 1; echo node n1 1 1; echo stop",
        "echo graph 1 1 1; echo node n0 1 1; echo stop",
        "echo node n0 1 1; echo node n1 1 1",
        "exec /bin/sleep 600",
    ],
    ids=["absent", "exit", "words", "bytes", "nan", "far", "incomplete", "no graph", "hangs"],
)
def test_when_dot_fails_the_embedded_layout_takes_over(
    body: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _only_dot(body, tmp_path, monkeypatch)
    request = LayoutRequest(boxes(2), (Link("0", "1"),))
    result = lay_out(request, timeout=0.2)
    assert result == lay_out(request, engine=Engine.EMBEDDED)
    assert result.engine is Engine.EMBEDDED


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins for dot are shell scripts")
def test_a_dot_that_puts_everything_in_one_place_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _only_dot("echo graph 1 1 1; for i in 0 1 2; do echo node n$i 1 1; done; echo stop", tmp_path, monkeypatch)
    request = LayoutRequest(boxes(3), (Link("0", "1"), Link("1", "2")))
    result = lay_out(request)
    assert result.engine is Engine.DOT
    assert overlaps(request, result) == []


def _only_dot(body: str | None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "STANDARD_FOLDERS", ())
    monkeypatch.setenv("PATH", str(folder))
    if body is not None:
        program = folder / "dot"
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)


def test_a_part_that_dot_cannot_do_in_time_is_done_by_the_embedded_layout() -> None:
    assert lay_out(star(300)).engine is Engine.EMBEDDED


def test_dot_is_told_numbers_and_sizes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    secret = 'x", image="//host/geheim.png'
    sent: list[bytes] = []

    def instead(program: Path, text: bytes, timeout: float, checkpoint: Callable[[], None]) -> bytes:
        sent.append(text)
        return process.run(program, text, timeout, checkpoint)

    monkeypatch.setattr(dot, "run", instead)
    request = LayoutRequest((Box(secret, 90, 40, secret), Box("geheim", 90, 40)), (Link(secret, "geheim"),))
    assert lay_out(request).centres.keys() == {secret, "geheim"}
    assert b"geheim" not in sent[0]
    assert b"image" not in sent[0]
