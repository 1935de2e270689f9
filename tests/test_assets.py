"""The files of the program are found by name, and by nothing that is not a name."""

import pytest

from gvkaart import assets
from gvkaart.domain.errors import Defect
from gvkaart.domain.metamodel import KINDS


def test_a_resource_is_the_same_by_path_bytes_and_text() -> None:
    name = "icons/actor.svg"
    assert assets.resource_path(name).read_bytes() == assets.resource_bytes(name)
    assert assets.resource_text(name).encode() == assets.resource_bytes(name)


def test_every_kind_has_an_icon_that_takes_the_colour_of_the_theme() -> None:
    for kind in KINDS:
        assert 'stroke="currentColor"' in assets.resource_text(f"icons/{kind}.svg")


def test_fonts_and_icons_carry_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in assets.resource_text("fonts/OFL.txt")
    assert "ISC License" in assets.resource_text("icons/LICENSE")


def test_examples_are_there() -> None:
    assert "laatsignalering.yaml" in assets.example_names()
    assert all(assets.example_bytes(name) for name in assets.example_names())


def test_cases_of_one_example_or_of_all() -> None:
    assert assets.example_cases("laatsignalering.yaml") == (assets.example_bytes("laatsignalering.yaml"),)
    assert assets.example_cases(assets.EVERY_EXAMPLE) == tuple(map(assets.example_bytes, assets.example_names()))


@pytest.mark.parametrize("name", ["nowhere.svg", "../pyproject.toml", "icons/../../pyproject.toml", "/etc/passwd"])
def test_what_is_not_the_name_of_an_asset_is_a_defect(name: str) -> None:
    with pytest.raises(Defect) as caught:
        assets.resource_path(name)
    assert caught.value.key == "no_such_asset"
    with pytest.raises(Defect):
        assets.example_bytes(name)
    with pytest.raises(Defect):
        assets.example_cases(name)
