"""Icons are drawn at any size that a widget may be squeezed to."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from gvkaart.ui.icons import icon


@pytest.mark.parametrize("side", [0, 1, 24])
def test_an_icon_has_the_size_that_was_asked(qapp: QApplication, side: int) -> None:
    assert icon("add").pixmap(QSize(side, side)).size() == QSize(side, side)
    assert icon("add").pixmap(QSize(side, 0)).isNull()
