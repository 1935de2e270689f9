"""The parts that a window is made of, in the order in which their panels and views stand beside each other."""

from typing import Final

from gvkaart.ui.parts.access import AccessPart
from gvkaart.ui.parts.editing import EditingPart
from gvkaart.ui.parts.files import FilesPart
from gvkaart.ui.parts.helping import HelpingPart
from gvkaart.ui.parts.history import HistoryPart
from gvkaart.ui.parts.insight import InsightPart
from gvkaart.ui.parts.item import ItemPart
from gvkaart.ui.parts.keys import KeysPart
from gvkaart.ui.parts.layouts import LayoutsPart
from gvkaart.ui.parts.lining_up import LiningUpPart
from gvkaart.ui.parts.looking import LookingPart
from gvkaart.ui.parts.maps import MapsPart
from gvkaart.ui.parts.part import Part
from gvkaart.ui.parts.pasting import PastingPart
from gvkaart.ui.parts.showing import ShowingPart
from gvkaart.ui.parts.sources import SourcesPart
from gvkaart.ui.parts.tables import TablesPart
from gvkaart.ui.parts.terms import TermsPart

PARTS: Final[tuple[type[Part], ...]] = (
    FilesPart,
    MapsPart,
    EditingPart,
    ItemPart,
    PastingPart,
    LookingPart,
    ShowingPart,
    LayoutsPart,
    LiningUpPart,
    TablesPart,
    SourcesPart,
    TermsPart,
    InsightPart,
    HistoryPart,
    AccessPart,
    KeysPart,
    HelpingPart,
)
