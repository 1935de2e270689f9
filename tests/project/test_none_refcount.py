"""PySide6 6.12.0 on Python 3.11 loses a reference of None per call without a result; no upgrade may bring that here."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000


def test_a_call_without_result_keeps_the_references_of_none(qtbot: QtBot) -> None:
    label = QLabel("before")
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setText("after")
    assert abs(sys.getrefcount(None) - before) < CALLS // 10
