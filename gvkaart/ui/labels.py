"""Labels that show a text letter by letter: what users typed, and what they chose from files, may look like markup."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

_NARROWEST: Final = 40
"""Pixels: a text that wraps never keeps a panel from being made narrow."""


def plain_label(text: str = "", name: str = "", *, wraps: bool = True) -> QLabel:
    """Make a label that never reads its text as markup.

    Nothing can be selected in it: what it names may be private, and the clipboard is for other programs too.

    Args:
        text: what it shows at first.
        name: its object name.
        wraps: whether it takes as many lines as it needs.
    """
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wraps)
    if wraps:
        label.setMinimumWidth(_NARROWEST)
    return label
