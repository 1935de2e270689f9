import pytest

from gvkaart.picture.theme import LIGHT, THEMES, Theme, dimmed, mixed

EVERY = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def wanted(theme: Theme) -> float:
    """The contrast of text: WCAG 2.2, 1.4.3, and 1.4.6 in high contrast."""
    return 7 if theme.is_high_contrast else 4.5


@EVERY
def test_text_is_readable_on_every_fill(theme: Theme) -> None:
    for tone in theme.tones.values():
        assert contrast(theme.text, tone.fill) >= wanted(theme)
        assert contrast(tone.edge, tone.fill) >= wanted(theme)
        assert contrast(theme.background, tone.edge) >= wanted(theme)  # written on a solid node
    for ground in (theme.background, theme.panel):
        assert contrast(theme.text, ground) >= wanted(theme)
        assert contrast(theme.muted, ground) >= wanted(theme)
        assert contrast(theme.accent, ground) >= wanted(theme)  # a link; and, turned round, what is selected


@EVERY
def test_lines_stand_out_from_the_background(theme: Theme) -> None:
    for colour in (theme.line, theme.accent, theme.support, theme.attack, theme.meaning, theme.flow):
        assert contrast(colour, theme.background) >= (7 if theme.is_high_contrast else 3)
    for tone in theme.tones.values():
        assert contrast(tone.edge, theme.background) >= 3


@EVERY
def test_what_is_dimmed_is_fainter_and_can_still_be_read(theme: Theme) -> None:
    faded = dimmed(theme)
    for name, tone in faded.tones.items():
        least = 7 if theme.is_high_contrast else 3
        assert least <= contrast(faded.text, tone.fill) < contrast(theme.text, theme.tones[name].fill)


def test_every_theme_has_the_same_tones() -> None:
    for theme in THEMES:
        assert theme.tones.keys() == LIGHT.tones.keys()


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#000000", "#ffffff", 0) == "#000000"
    assert mixed("#000000", "#ffffff", 1) == "#ffffff"
    assert mixed("#000000", "#ff8000", 0.5) == "#804000"
