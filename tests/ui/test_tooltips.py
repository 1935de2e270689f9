"""Whatever shows no words says what it is to who points at it, with the key that does the same."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QTabBar,
    QToolBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gvkaart.app import Program
from gvkaart.domain.entities import NodeId
from gvkaart.ui.main_window import MainWindow
from tests.ui.conftest import child, settle

OF_QT = ("qt_", "Scroll")
"""Object names of what Qt makes itself inside its widgets: arrows beside tabs, the corner of a table."""


def without_words(widget: QWidget) -> bool:
    """Tell whether a widget shows no words of its own: fields have a label beside them, boxes a text."""
    if isinstance(widget, QComboBox):
        return is_chooser(widget)
    if not isinstance(widget, QAbstractButton) or isinstance(widget, QCheckBox | QRadioButton) or is_of_qt(widget):
        return False
    says_nothing = not any(letter.isalpha() for letter in widget.text())
    return says_nothing and not (widget.icon().isNull() and not widget.text())


def is_of_qt(widget: QWidget) -> bool:
    clears = isinstance(widget.parent(), QLineEdit)
    return clears or widget.objectName().startswith(OF_QT)


def is_chooser(box: QComboBox) -> bool:
    """Tell whether a choice stands in a bar, not in a form that names it."""
    return box.objectName() in {"maps", "rounds", "table-kinds", "table-scope"}


def looked_at(window: MainWindow, qtbot: QtBot) -> Iterator[None]:
    """Look at every view and panel, and at items of several kinds."""
    for panel in window.panels.known:
        window.panels.show(panel.name)
    for view in window.views.known:
        window.views.show_view(view.name)
        yield
    for chosen in (["cak"], ["valt-onder-zorgplicht"], ["rapport"], ["cak", "cjib"], []):
        window.session.select(map(NodeId, chosen))
        settle(qtbot, window)
        yield


def test_everything_without_words_has_a_tooltip(example: MainWindow, qtbot: QtBot) -> None:
    silent: set[str] = set()
    met = 0
    for _ in looked_at(example, qtbot):
        found = [one for one in example.findChildren(QWidget) if without_words(one)]
        met += len(found)
        silent |= {f"{one!r} {one.objectName()} {one.accessibleName()}" for one in found if not one.toolTip()}
    assert met > 20
    assert not silent


def test_toolbar_names_the_keys_of_the_moment(window: MainWindow, program: Program) -> None:
    buttons = [one for one in child(window, QToolBar, "toolbar").findChildren(QToolButton) if one.actions()]
    assert len(buttons) > 5
    for button in buttons:
        action = button.defaultAction()
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        assert keys in button.toolTip(), action.objectName()
        assert action.text().replace("&", "").rstrip("…")[:4] in button.toolTip()
    program.set_shortcuts({"add": "F12"})
    assert any("F12" in one.toolTip() for one in buttons)


@pytest.mark.parametrize(("name", "keys"), [("find", "Ctrl+F"), ("view-map-view", "Ctrl+1")])
def test_search_and_tabs_name_their_keys(window: MainWindow, program: Program, name: str, keys: str) -> None:
    tabs = child(window, QTabBar, "views")

    def tip() -> str:
        return window.search_box.toolTip() if name == "find" else tabs.tabToolTip(0)

    assert keys in tip()
    program.set_shortcuts({name: "Ctrl+F12"})
    assert "Ctrl+F12" in tip()
