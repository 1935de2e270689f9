"""The order in which the Tab key goes through a window.

`QWidget.nextInFocusChain` of PySide takes the widget it returns for a child of the one that was asked, wherever it
really stands. Once Qt throws the latter away (the page of an item, say), everything that Qt itself made in the former
counts as deleted while it is alive and well: actions, menus, the status bar. Saying again what the parent is changes
nothing for Qt, and puts that right.
"""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def beside(widget: QWidget, *, forwards: bool) -> QWidget:
    """Return the widget after another one, or before it, in the circle that the Tab key follows in their window."""
    found = widget.nextInFocusChain() if forwards else widget.previousInFocusChain()
    assert found is not None  # noqa: S101  # a circle has no end; the stub does not know
    _tie_to_parents(found)
    return found


def in_tab_order(*widgets: QWidget) -> None:
    """Let Tab go through widgets in this order, as far as they take the keyboard."""
    taking = [one for one in widgets if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, following in pairwise(taking):
        QWidget.setTabOrder(one, following)


def _tie_to_parents(widget: QWidget) -> None:
    """Tie a widget to its parent, and that to its own: a parent that Qt made is kept by nothing else."""
    parent = widget.parentWidget()
    widget.setParent(parent)
    if parent is not None:
        _tie_to_parents(parent)
