"""The colours of the map, light and dark, each in a usual form and one of high contrast.

Every pair of text on fill reaches a contrast of 4.5:1, in high contrast 7:1, and every line on the background 3:1
(WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11); a test computes it. Colour is never the only cue: kinds differ by silhouette and
icon as well, marks by line style and badge.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

_DIM_SHARE: Final = 0.55
"""How much of the background is mixed into the colours of what is dimmed."""
_DIM_TEXT_SHARE: Final = 0.4
_DIM_CONTRAST_SHARE: Final = 0.2
"""The same in high contrast, where what is dimmed must be read as well as the rest."""


class Tone(NamedTuple):
    """The two colours of a kind: `edge` for outline, icon and small print, `fill` behind the text."""

    edge: str
    fill: str


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """All colours of a picture, as #rrggbb; `tones` by name.

    There is one object for each theme, so they are compared by identity.
    """

    name: str
    is_dark: bool
    is_high_contrast: bool
    """Whether it is one of high contrast."""
    background: str
    panel: str
    text: str
    muted: str
    line: str
    accent: str
    support: str
    attack: str
    meaning: str
    flow: str
    tones: Mapping[str, Tone]


def mixed(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` in it, both #rrggbb."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


@cache
def dimmed(theme: Theme) -> Theme:
    """Return the theme with every colour drawn towards the background."""
    share, text_share = (
        (_DIM_CONTRAST_SHARE, _DIM_CONTRAST_SHARE) if theme.is_high_contrast else (_DIM_SHARE, _DIM_TEXT_SHARE)
    )

    def fade(colour: str) -> str:
        return mixed(colour, theme.background, share)

    tones = {name: Tone(fade(tone.edge), fade(tone.fill)) for name, tone in theme.tones.items()}
    return replace(
        theme,
        name=f"{theme.name}-dimmed",
        text=mixed(theme.text, theme.background, text_share),
        muted=fade(theme.muted),
        line=fade(theme.line),
        support=fade(theme.support),
        attack=fade(theme.attack),
        meaning=fade(theme.meaning),
        flow=fade(theme.flow),
        tones=MappingProxyType(tones),
    )


_LIGHT_TONES: Final = {
    "actor": Tone("#1f4e79", "#e3eef8"),
    "position": Tone("#8a4b00", "#fff1dc"),
    "interest": Tone("#1b6b3a", "#e2f4e8"),
    "public_interest": Tone("#5b2a86", "#f0e6f8"),
    "fact": Tone("#3a4a57", "#eef2f5"),
    "disputed": Tone("#a3123a", "#fbe4ea"),
    "concept": Tone("#00677a", "#dff4f7"),
    "flow": Tone("#4a4a00", "#f6f6d8"),
    "risk": Tone("#b00020", "#fde7ea"),
    "action": Tone("#0b5d57", "#ddf3f1"),
    "group": Tone("#6b3e26", "#f6eae2"),
    "plain": Tone("#4a4a4a", "#f6f6f6"),
}

_DARK_TONES: Final = {
    "actor": Tone("#9cc7ee", "#1b3247"),
    "position": Tone("#f0b469", "#3a2a14"),
    "interest": Tone("#86d3a1", "#183524"),
    "public_interest": Tone("#cfaaf0", "#30203f"),
    "fact": Tone("#b9c7d2", "#27313a"),
    "disputed": Tone("#ff9db4", "#431926"),
    "concept": Tone("#7fd3e2", "#113439"),
    "flow": Tone("#d9d98a", "#303016"),
    "risk": Tone("#ffa3a8", "#451a1e"),
    "action": Tone("#7fd6cd", "#123533"),
    "group": Tone("#dbb199", "#382820"),
    "plain": Tone("#c8c8c8", "#2d2d2d"),
}

LIGHT: Final = Theme(
    name="light",
    is_dark=False,
    is_high_contrast=False,
    background="#ffffff",
    panel="#fbf8f6",
    text="#1a1a1a",
    muted="#565d63",
    line="#868e96",
    accent="#0b57d0",
    support="#3d8a5b",
    attack="#c24a6c",
    meaning="#2a8799",
    flow="#85851e",
    tones=MappingProxyType(_LIGHT_TONES),
)

DARK: Final = Theme(
    name="dark",
    is_dark=True,
    is_high_contrast=False,
    background="#16191c",
    panel="#1d2023",
    text="#f2f2f2",
    muted="#adb5bd",
    line="#7d868f",
    accent="#8ab4f8",
    support="#66a681",
    attack="#d4748c",
    meaning="#5fa6b3",
    flow="#a9a95f",
    tones=MappingProxyType(_DARK_TONES),
)

_CONTRAST_LIGHT_EDGES: Final = {
    "actor": "#0a3a66",
    "position": "#6b3700",
    "interest": "#0b4f27",
    "public_interest": "#4a1a75",
    "fact": "#26333d",
    "disputed": "#850a2b",
    "concept": "#004a58",
    "flow": "#3c3c00",
    "risk": "#8f0018",
    "action": "#06443f",
    "group": "#55301c",
    "plain": "#303030",
}

_CONTRAST_DARK_EDGES: Final = {
    "actor": "#a9d4ff",
    "position": "#ffc27a",
    "interest": "#93e6b0",
    "public_interest": "#dcbcff",
    "fact": "#d0dde8",
    "disputed": "#ffb3c4",
    "concept": "#8ce6f5",
    "flow": "#ecec9c",
    "risk": "#ffb8bc",
    "action": "#8eeae0",
    "group": "#f0c8b0",
    "plain": "#e0e0e0",
}

HIGH_CONTRAST_LIGHT: Final = Theme(
    name="light-contrast",
    is_dark=False,
    is_high_contrast=True,
    background="#ffffff",
    panel="#ffffff",
    text="#000000",
    muted="#2b2b2b",
    line="#404040",
    accent="#0033a0",
    support="#00501f",
    attack="#8a0030",
    meaning="#004a58",
    flow="#434300",
    tones=MappingProxyType({name: Tone(edge, "#ffffff") for name, edge in _CONTRAST_LIGHT_EDGES.items()}),
)

HIGH_CONTRAST_DARK: Final = Theme(
    name="dark-contrast",
    is_dark=True,
    is_high_contrast=True,
    background="#000000",
    panel="#000000",
    text="#ffffff",
    muted="#dddddd",
    line="#cccccc",
    accent="#ffe100",
    support="#7ff0a0",
    attack="#ffa3b8",
    meaning="#80e8ff",
    flow="#f0f080",
    tones=MappingProxyType({name: Tone(edge, "#000000") for name, edge in _CONTRAST_DARK_EDGES.items()}),
)

THEMES: Final = (LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK)
"""All of them."""
