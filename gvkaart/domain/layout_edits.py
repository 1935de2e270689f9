"""Edits of layouts: look at a map in another arrangement, keep one under a name, rename it, remove it.

As in `gvkaart.domain.edits`: pure functions, which refuse what cannot be. None of them touches the placements, so the
arrangement that a person made by hand is always there to go back to.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from gvkaart.domain.changes import Change, ChangeSet
from gvkaart.domain.edit_basics import checked
from gvkaart.domain.entities import Fields, Layout, LayoutId, LayoutKey, MapId, NodeId, Spot
from gvkaart.domain.errors import Rejected
from gvkaart.domain.graph import Graph
from gvkaart.domain.metamodel import WAYS
from gvkaart.domain.text import clean_line, fresh_id

_NO_FIELDS: Final[Fields] = {}
_OF_ARRANGEMENT: Final = ("way", "around")


def show_placements(graph: Graph, map_id: MapId) -> ChangeSet:
    """Look at a map as its placements arrange it."""
    return ChangeSet(tuple(_hidden(graph, map_id)))


def show_layout(graph: Graph, map_id: MapId, layout_id: LayoutId, around: Iterable[NodeId] = ()) -> ChangeSet:
    """Look at a map in one of its layouts, or in a ready-made one, whose id is its way.

    Args:
        graph: the document.
        map_id: a map of it.
        layout_id: the layout.
        around: the nodes to put in the middle of a ready-made radial layout; without any, those it had.

    Raises:
        Rejected: there is no such map or layout, or a node does not stand on the map.
    """
    key = LayoutKey(map_id, layout_id)
    old = graph.layouts.get(key)
    if old is None and layout_id not in WAYS:
        raise Rejected("problem.no_such_layout", id=layout_id)
    fields: Fields = old.fields if old is not None else {"way": layout_id}
    if layout_id == "radial" and (middle := tuple(dict.fromkeys(around))):
        fields = {**fields, "around": middle}
    new = replace(old or Layout(map_id, layout_id), shown=True, fields=fields)
    hidden = [] if old is not None and old.shown else list(_hidden(graph, map_id))
    return checked(graph, [*hidden, Change(old, new)] if new != old else hidden)


def _hidden(graph: Graph, map_id: MapId) -> Iterator[Change]:
    """Look no longer at the layout that is shown; a ready-made one that holds nothing is not kept."""
    if (shown := graph.shown_layout(map_id)) is not None:
        is_empty = shown.is_ready_made and not graph.spots_in(shown.key)
        yield Change(shown, None if is_empty else replace(shown, shown=False))


def keep_layout(
    graph: Graph,
    map_id: MapId,
    title: str,
    centres: Mapping[NodeId, tuple[int, int]],
    by_hand: Container[NodeId] = (),
    seen: Fields = _NO_FIELDS,
) -> ChangeSet:
    """Keep the arrangement in which a map is shown under a name, and look at that from now on.

    Args:
        graph: the document.
        map_id: a map of it.
        title: the name.
        centres: where the nodes stand now.
        by_hand: those that a person put there.
        seen: what makes it a saved view: fields as in `metamodel.LAYOUT_FIELDS`.

    Raises:
        Rejected: there is no name, or no such map, or a node does not stand on it.
    """
    title = _title(title)
    taken = {*WAYS, *(layout.id for layout in graph.layouts_of(map_id))}
    shown = graph.shown_layout(map_id)
    way = {name: shown.fields[name] for name in _OF_ARRANGEMENT if name in shown.fields} if shown else {"way": WAYS[0]}
    layout = Layout(map_id, LayoutId(fresh_id(title, "indeling", taken)), title, shown=True, fields={**way, **seen})
    spots = (Spot(*layout.key, node, x, y, node in by_hand) for node, (x, y) in centres.items())
    kept = (Change(None, spot) for spot in spots)
    return checked(graph, [*_hidden(graph, map_id), Change(None, layout), *kept])


def rename_layout(graph: Graph, key: LayoutKey, title: str) -> ChangeSet:
    """Give a layout that was kept another name.

    Raises:
        Rejected: there is no such layout, it is ready-made, or there is no name.
    """
    old = _kept(graph, key)
    new = replace(old, title=_title(title))
    return checked(graph, [Change(old, new)] if new != old else [])


def remove_layout(graph: Graph, key: LayoutKey) -> ChangeSet:
    """Remove a layout that was kept; when it was shown, the placements are.

    Raises:
        Rejected: there is no such layout, or it is ready-made.
    """
    layout = _kept(graph, key)
    return ChangeSet((*(Change(spot, None) for spot in graph.spots_in(key).values()), Change(layout, None)))


def _kept(graph: Graph, key: LayoutKey) -> Layout:
    layout = graph.layouts.get(key)
    if layout is None or layout.is_ready_made:
        raise Rejected("problem.no_such_layout", id=key.id)
    return layout


def _title(title: str) -> str:
    if not (title := clean_line(title)):
        raise Rejected("error.layout_without_name")
    return title
