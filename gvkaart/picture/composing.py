"""The picture of a whole map, from nothing but the map: what the command line draws and what an export shows."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from gvkaart.analysis.argument_base import explanations_of, verdicts
from gvkaart.analysis.findings import Finding
from gvkaart.domain.derived import CaseView
from gvkaart.domain.entities import NodeId
from gvkaart.picture.asking import layout_asked
from gvkaart.picture.case import scene_of
from gvkaart.picture.legend import with_legend
from gvkaart.picture.placing import Centres, follows, placed
from gvkaart.picture.primitives import Picture
from gvkaart.picture.scene import build_picture
from gvkaart.picture.theme import Theme
from gvkaart.words import Words


def all_centres(view: CaseView, words: Words, cancelled: Callable[[], bool] = lambda: False) -> Centres:
    """Return where every node stands in the arrangement that is shown.

    Those that have no place yet are laid out around those that have; in a layout that follows the map all are.

    Raises:
        LayoutCancelled: `cancelled` said so.
    """
    known = placed(view)
    if view.nodes.keys() <= known.keys():
        return known
    asked = layout_asked(view, words, {} if follows(view) else known)
    return {**{NodeId(node): centre for node, centre in asked.answered(cancelled).centres.items()}, **known}


def compose(
    view: CaseView,
    words: Words,
    theme: Theme,
    *,
    centres: Centres | None = None,
    findings: Iterable[Finding] = (),
    only: AbstractSet[NodeId] | None = None,
    focus: AbstractSet[NodeId] | None = frozenset(),
    legend: bool = True,
) -> Picture:
    """Draw a map as of a round.

    Args:
        view: the map; for others than its maker, of a graph that went through `disclosure.without_private`.
        words: the language of what stands in the picture.
        theme: its colours.
        centres: where the nodes stand, when somebody knows already.
        findings: for the badges.
        only: the nodes to show; all of them when None.
        focus: the nodes whose quiet relations are drawn as well; None draws all lines.
        legend: whether to explain below it what is in it.
    """
    known = centres if centres is not None else all_centres(view, words)
    judged = verdicts(explanations_of(view), view.nodes, words)
    picture = build_picture(scene_of(view, words, known, findings, only, focus, judged), theme, words)
    return with_legend(picture, words) if legend else picture
