"""Labels that show a text letter by letter: what users typed, and what they chose from files, may look like markup."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

_NARROWEST: Final = 40
"""Pixels: a text that wraps never keeps a panel from being made narrow."""


def plain_label(text: str = "", name: str = "", *, wraps: bool = True, selectable: bool = False) -> QLabel:
    """Make a label that never reads its text as markup.

    Args:
        text: what it shows at first.
        name: its object name.
        wraps: whether it takes as many lines as it needs.
        selectable: whether one can select in it by mouse, to copy.
    """
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wraps)
    if wraps:
        label.setMinimumWidth(_NARROWEST)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
