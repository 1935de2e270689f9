"""How the program looks: palette, font and style, light, dark and high contrast, from the same colours as the map."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final, assert_never

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gvkaart import assets
from gvkaart.picture.metrics import FAMILY
from gvkaart.picture.theme import DARK, HIGH_CONTRAST_DARK, HIGH_CONTRAST_LIGHT, LIGHT, THEMES, Theme, mixed
from gvkaart.ui.painter import register_fonts

STYLE: Final = ("-style", "Fusion")
"""Arguments for `QApplication`: the style that looks the same everywhere. Setting it later costs a tenth of the start,
for it makes PySide6 build a Python class of `QStyle`, with all its enumerations."""


class Scheme(StrEnum):
    """What the user chose: one of the two, or what the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class MapText(StrEnum):
    """How large the titles on the map are when it opens, or when an item is gone to."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


def reading_zoom(text: MapText) -> float:
    """Return the zoom at which a map is read, in pixels a unit: titles are 13 units high."""
    match text:
        case MapText.NORMAL:
            return 0.65
        case MapText.LARGE:
            return 1.0
        case MapText.LARGEST:
            return 1.5
        case _:
            assert_never(text)


def theme_for(scheme: Scheme, *, high_contrast: bool) -> Theme:
    """Return the colours that go with a choice, as things are now.

    Args:
        scheme: light, dark, or what the desktop says.
        high_contrast: have it also when the desktop does not ask for it.
    """
    is_high_contrast = high_contrast or _system_has_high_contrast()
    if _is_dark(scheme):
        return HIGH_CONTRAST_DARK if is_high_contrast else DARK
    return HIGH_CONTRAST_LIGHT if is_high_contrast else LIGHT


def _is_dark(scheme: Scheme) -> bool:
    match scheme:
        case Scheme.LIGHT:
            return False
        case Scheme.DARK:
            return True
        case Scheme.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        case _:
            assert_never(scheme)


def _system_has_high_contrast() -> bool:
    hints = QGuiApplication.styleHints()  # PySide6 forgets what it hands out when nobody holds this
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def follow_system(recolour: Callable[[], None]) -> None:
    """Have a function called when the desktop changes between light and dark, or asks for more or less contrast."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(lambda _scheme: recolour())
    hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: recolour())


def load_font(app: QApplication) -> None:
    """Use the bundled font everywhere, so that every machine shows the same."""
    register_fonts()
    font = QFont(FAMILY)
    font.setPointSizeF(max(app.font().pointSizeF(), 9.5))
    app.setFont(font)


def apply(app: QApplication, theme: Theme) -> None:
    """Give all widgets the colours of a theme."""
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in {
        roles.Window: theme.panel,
        roles.Base: theme.background,
        roles.AlternateBase: theme.panel,
        roles.Button: theme.panel,
        roles.ToolTipBase: theme.panel,
        roles.WindowText: theme.text,
        roles.Text: theme.text,
        roles.ButtonText: theme.text,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.muted,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.background,
        roles.Link: theme.accent,
        roles.Accent: theme.accent,
        roles.Mid: theme.line,
        roles.Midlight: mixed(theme.panel, theme.line, 0.25),
        roles.Dark: mixed(theme.panel, theme.line, 0.5),
        roles.Light: theme.background,
        roles.Shadow: theme.line,
    }.items():
        palette.setColor(role, QColor(colour))
    faint = QColor(mixed(theme.text, theme.panel, 0.5))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return palette


def theme_of(palette: QPalette) -> Theme:
    """Return the theme that goes with the colours that widgets have now."""
    colours = palette.color(QPalette.ColorRole.Base).name(), palette.color(QPalette.ColorRole.Text).name()
    return next((theme for theme in THEMES if (theme.background, theme.text) == colours), LIGHT)


def border_of(theme: Theme) -> str:
    """Return the colour around fields: without it one would not see where to type (WCAG 1.4.11)."""
    return theme.text if theme.is_high_contrast else mixed(theme.panel, theme.text, 0.48)


def _style_sheet(theme: Theme) -> str:
    """Return how widgets look beyond their palette: flat, with the same edge around all that one fills in or chooses.

    The style itself draws edges in a shade of the ground, which are too faint beside those of text fields, and which
    nobody sees in high contrast. The list of a box to choose from is a list: as a menu it would paint the row that is
    pointed at as the box itself, with the letters of a chosen row in it. Marks that go with letters are as large as
    these, in `em`: the height of a line.
    """
    soft = theme.line if theme.is_high_contrast else mixed(theme.panel, theme.line, 0.35)
    return "".join((_bars(theme, soft), _tabs(theme, soft), _lists(theme, soft), _fields(theme), _buttons(theme)))


def _picture(name: str, theme: Theme) -> str:
    return assets.resource_path(f"icons/{name}-{'dark' if theme.is_dark else 'light'}.svg").as_posix()


def _bars(theme: Theme, soft: str) -> str:
    hover, on = mixed(theme.panel, theme.accent, 0.12), mixed(theme.panel, theme.accent, 0.22)
    warned = theme.tones["position"]
    return f"""
    QMainWindow::separator {{ background: {soft}; width: 1px; height: 1px; }}
    QToolBar {{ border: none; border-bottom: 1px solid {soft}; spacing: 2px; padding: 3px 6px; }}
    QToolBar#rail {{ border-bottom: none; border-right: 1px solid {soft}; padding: 4px 0; }}
    QToolBar QToolButton {{ border-radius: 5px; padding: 4px; }}
    QToolBar QToolButton:hover {{ background: {hover}; }}
    QToolBar QToolButton:checked {{ background: {on}; }}
    QDockWidget::title {{ padding: 7px 10px; background: {theme.panel}; border-bottom: 1px solid {soft}; }}
    QStatusBar {{ border-top: 1px solid {soft}; }}
    QToolTip {{ border: 1px solid {soft}; padding: 4px; color: {theme.text}; background: {theme.panel}; }}
    #message-bar {{
        background: {warned.fill}; border: none; border-bottom: 2px solid {warned.edge};
    }}
    """


def _tabs(theme: Theme, soft: str) -> str:
    """Return how tabs look: as those of the rail, with a bar in the colour of what is chosen."""
    inner = "QMainWindow > QTabBar", "QTabWidget > QTabBar"
    every, chosen, pointed = (", ".join(f"{one}::tab{state}" for one in inner) for state in ("", ":selected", ":hover"))
    return f"""
    QMainWindow > QTabBar {{ qproperty-elideMode: ElideNone; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {soft}; }}
    {every} {{
        padding: 7px 6px 4px 6px; border: none; border-bottom: 3px solid transparent; color: {theme.muted};
    }}
    QTabWidget > QTabBar::tab {{ padding: 7px 12px 4px 12px; }}
    {chosen} {{ color: {theme.text}; border-bottom-color: {theme.accent}; }}
    {pointed} {{ background: {mixed(theme.panel, theme.accent, 0.12)}; color: {theme.text}; }}
    """


def _lists(theme: Theme, soft: str) -> str:
    border = border_of(theme)
    return f"""
    QTreeView, QListView, QTableView {{ border: none; }}
    QTableView {{ gridline-color: {soft}; }}
    QHeaderView::section {{
        background: {theme.panel}; border: none; border-right: 1px solid {soft}; border-bottom: 1px solid {soft};
        padding: 4px 6px;
    }}
    QHeaderView QLineEdit {{ padding: 1px 4px; }}
    QTreeView::item {{ padding: 3px 2px; }}
    QTableCornerButton::section {{ background: {theme.panel}; border: none; }}
    GridView {{ outline: none; }}
    GridView::item {{ padding: 0 3px; }}
    GridView::item:focus {{ border: 2px solid {theme.accent}; padding: 0 1px; }}
    QComboBox QAbstractItemView, #hits {{ border: 1px solid {border}; }}
    QComboBox QAbstractItemView::item {{ padding: 3px 5px; }}
    """


def _fields(theme: Theme) -> str:
    border, faint = border_of(theme), mixed(theme.panel, theme.line, 0.5)
    return f"""
    QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QSpinBox {{
        border: 1px solid {border}; border-radius: 4px; padding: 3px 4px; background: {theme.background};
    }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextBrowser:focus, QSpinBox:focus {{ border: 2px solid {theme.accent}; }}
    QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ border-color: {faint}; background: {theme.panel}; }}
    QSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0; }}
    QSpinBox QLineEdit {{ padding-left: 4px; }}
    QComboBox {{ padding-left: 6px; combobox-popup: 0; }}
    QComboBox::drop-down, QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 1.2em; }}
    QComboBox::down-arrow, QSpinBox::down-arrow {{
        image: url("{_picture("down", theme)}"); width: 0.6em; height: 0.6em;
    }}
    QSpinBox::up-arrow {{ image: url("{_picture("up", theme)}"); width: 0.6em; height: 0.6em; }}
    QCheckBox::indicator, QAbstractItemView::indicator {{
        width: 0.85em; height: 0.85em; border: 1px solid {border}; border-radius: 3px; background: {theme.background};
    }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
        background: {theme.accent}; border-color: {theme.accent}; image: url("{_picture("tick", theme)}");
    }}
    QCheckBox::indicator:disabled {{ border-color: {faint}; }}
    QCheckBox:focus {{ color: {theme.accent}; }}
    """


def _buttons(theme: Theme) -> str:
    border, faint = border_of(theme), mixed(theme.panel, theme.line, 0.5)
    hover, pressed = mixed(theme.panel, theme.accent, 0.12), mixed(theme.panel, theme.accent, 0.22)
    return f"""
    QPushButton {{
        border: 1px solid {border}; border-radius: 4px; padding: 4px 11px; background: {theme.background};
    }}
    QPushButton:default {{ border-color: {theme.accent}; }}
    QPushButton:hover {{ background: {hover}; }}
    QPushButton:pressed, QPushButton:checked {{ background: {pressed}; }}
    QPushButton:disabled {{ border-color: {faint}; background: transparent; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QMessageBox #qt_msgbox_label {{ font-weight: bold; }}
    """
