"""How passages look: the colour of the kind of item that rests on them, and a line below that differs as well."""

from functools import cache
from typing import Final

from PySide6.QtGui import QColor, QTextCharFormat

from gvkaart.domain.metamodel import KINDS
from gvkaart.picture.nodes import STYLES
from gvkaart.picture.theme import Theme, Tone

_LINES: Final = (
    QTextCharFormat.UnderlineStyle.SingleUnderline,
    QTextCharFormat.UnderlineStyle.DashUnderline,
    QTextCharFormat.UnderlineStyle.DotLine,
    QTextCharFormat.UnderlineStyle.DashDotLine,
    QTextCharFormat.UnderlineStyle.WaveUnderline,
)


def tone_of(theme: Theme, kind: str) -> Tone:
    """Return the two colours of a kind."""
    return theme.tones[STYLES[kind].tone]


@cache
def format_of(theme: Theme, kind: str) -> QTextCharFormat:
    """Return how a passage looks on which an item of this kind rests."""
    tone, made = tone_of(theme, kind), QTextCharFormat()
    made.setBackground(QColor(tone.fill))
    made.setUnderlineColor(QColor(tone.edge))
    made.setUnderlineStyle(_LINES[list(KINDS).index(kind) % len(_LINES)])
    return made
