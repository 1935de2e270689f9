"""The catalogue of public values held against small maps."""

import pytest

from gvkaart import assets
from gvkaart.analysis.catalogue import Catalogue, read_catalogue
from gvkaart.analysis.findings import edge_reference
from gvkaart.analysis.value_base import GroupRow, ValueRow, ValueTable, Voice, group_table, value_table
from gvkaart.domain.entities import Map, MapId, SetAside
from tests.case import MAP, node, view

TABLE = (
    node("actor", "a", "Gemeente", presence="at_table"),
    node("actor", "z", "Ombudsman"),
    node("actor", "g", "Bewoners", type="group"),
    node("interest", "i", "Niemand kijkt mee", level="public", value="privacy"),
    node("option", "o", "Koppelen"),
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(assets.resource_text("publieke-waarden.json"), "nl")


def held(catalogue: Catalogue, *parts: object) -> ValueTable:
    return value_table(view(*TABLE, *parts), catalogue)  # type: ignore[arg-type]  # parts of a case


def privacy(table: ValueTable) -> ValueRow:
    return next(row for row in table.rows() if row.value == "privacy")


def test_every_value_is_there_once_in_the_order_of_the_catalogue(catalogue: Catalogue) -> None:
    table = held(catalogue)
    assert [row.value for row in table.rows()] == [
        value.id for values in catalogue.by_category.values() for value in values
    ]
    assert tuple(table.categories) == tuple(catalogue.categories)


@pytest.mark.parametrize(
    ("parts", "voice"),
    [
        ((), Voice.UNTOUCHED),
        (("o harms i",), Voice.NOBODY),
        (("o serves i", "z has_interest i"), Voice.NOBODY),
        (("o harms i", "a represents i"), Voice.SPOKEN_FOR),
        ((node("position", "p"), "p serves i"), Voice.UNTOUCHED),
        ((node("option", "q", status="dropped"), "q harms i"), Voice.UNTOUCHED),
    ],
    ids=["nothing", "harmed", "only from afar", "represented", "a position only says so", "dropped"],
)
def test_who_speaks_for_a_value(catalogue: Catalogue, parts: tuple[object, ...], voice: Voice) -> None:
    assert privacy(held(catalogue, *parts)).voice is voice


def test_what_is_done_and_by_whom(catalogue: Catalogue) -> None:
    row = privacy(
        held(catalogue, node("purpose", "d"), "o harms i", "d pursues i", "a has_interest i", "z has_interest i")
    )
    assert [edge_reference(edge) for edge in row.serving] == ["d pursues i"]
    assert [edge_reference(edge) for edge in row.harming] == ["o harms i"]
    assert (row.speaking, row.others) == (("a",), ("z",))


def test_what_is_not_on_the_map_and_why(catalogue: Catalogue) -> None:
    aside = SetAside(MAP, "interest.not-considered", (), (), ("veiligheid",), "Speelt hier niet", "2026-01-01")
    row = next(row for row in held(catalogue, aside).rows() if row.value == "veiligheid")
    assert (row.voice, row.set_aside) == (Voice.ABSENT, "Speelt hier niet")


def test_what_was_set_aside_on_another_map_counts_there_only(catalogue: Catalogue) -> None:
    aside = SetAside(
        MapId("other"), "interest.not-considered", (), (), ("veiligheid",), "Speelt daar niet", "2026-01-01"
    )
    rows = held(catalogue, Map(MapId("other"), "Andere zaak"), aside).rows()
    assert not any(row.set_aside for row in rows)


def test_tensions_are_named_when_they_stand_on_the_map_too(catalogue: Catalogue) -> None:
    tension = catalogue.values["privacy"].tensions[0]
    assert privacy(held(catalogue)).tensions == ()
    assert privacy(held(catalogue, node("interest", "j", value=tension))).tensions == (tension,)


def test_a_public_interest_of_ones_own_is_a_row_of_its_own(catalogue: Catalogue) -> None:
    (row,) = held(catalogue, node("interest", "e", level="public"), node("interest", "k", level="own")).own
    assert (row.value, row.interests, row.voice) == ("", ("e",), Voice.UNTOUCHED)


def groups(*parts: object) -> tuple[GroupRow, ...]:
    return group_table(view(*TABLE, *parts))  # type: ignore[arg-type]  # parts of a case


def test_a_group_is_silent_while_nobody_at_the_table_speaks_for_it() -> None:
    (row,) = groups("o hits g")
    assert row.is_silent
    (row,) = groups("o hits g", "a represents g")
    assert not row.is_silent
    assert row.speaking == ("a",)
    (row,) = groups()
    assert not row.is_silent


def test_who_could_speak_for_a_group_and_a_group_at_the_table_does() -> None:
    (row,) = groups("o hits g", "z represents g", "g has_interest i", "a represents i")
    assert row.could_speak == ("z", "a")
    (row,) = groups("o hits g", "g has_interest i", "g represents i")
    assert row.could_speak == (), "it is not there to speak for itself"
    first, second = groups(node("actor", "h", "Aanvragers", type="group", presence="at_table"), "o hits h", "o hits g")
    assert (first.group, first.is_silent) == ("g", True)
    assert (second.speaking, second.is_silent) == (("h",), False)
