"""Bands from top to bottom, such as what shows above the water and what lies under it, and what drifts beside them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from gvkaart.layout.checking import checkpoint_of
from gvkaart.layout.model import ASPECT, NODE_GAP, Engine, LayoutRequest, LayoutResult, Point
from gvkaart.layout.shelves import (
    ROW_GAP,
    Shelf,
    arranged,
    centred_rows,
    height_of,
    in_rows,
    row_length,
    settled,
    sizes_of,
)

BAND_GAP = 150
"""Room between two bands: enough to see that they are two, and for a caption."""
_AROUND_ADRIFT = 90
"""Room around a box that drifts."""
_SWAY = 22
"""How far boxes that drift stand out of line, by turns."""
_UNEVEN = 0.86
"""The share of the wished shape that is kept for rows that do not come out even."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Which band each box belongs to, 0 at the top; boxes that are adrift stand beside their band, to its right."""

    band: Mapping[str, int]
    adrift: frozenset[str] = field(default_factory=frozenset)


def in_bands(request: LayoutRequest, bands: Bands, cancelled: Callable[[], bool] = lambda: False) -> LayoutResult:
    """Centres of boxes in bands; fixed boxes keep theirs exactly, and no free box overlaps another box.

    Every box has a band. The same request gives the same answer. Linear in boxes and links but for sorting.

    Raises:
        LayoutCancelled: `cancelled` returned True.
    """
    checkpoint = checkpoint_of(cancelled)
    sizes = sizes_of(request.boxes)
    free = [box.id for box in request.boxes if box.fixed is None]
    numbers = sorted({bands.band[id_] for id_ in free})
    firm = [[id_ for id_ in free if bands.band[id_] == number and id_ not in bands.adrift] for number in numbers]
    loose = [[id_ for id_ in free if bands.band[id_] == number and id_ in bands.adrift] for number in numbers]
    width = _width([id_ for ids in firm for id_ in ids], sizes)
    shelves = [in_rows(ids, sizes, width) for ids in firm] + [_adrift_rows(ids) for ids in loose]

    def shelved(current: Sequence[Shelf]) -> Mapping[str, Point]:
        count = len(numbers)
        return _stacked(list(zip(current[:count], current[count:], strict=True)), sizes)

    centres = arranged(shelves, shelved, request, checkpoint)
    return LayoutResult(settled(request, centres, checkpoint), Engine.EMBEDDED)


def _width(ids: Sequence[str], sizes: Mapping[str, Point]) -> float:
    """Length of a row with which everything together gets the wished shape."""
    area = sum((sizes[id_][0] + NODE_GAP) * (sizes[id_][1] + ROW_GAP) for id_ in ids)
    return max([math.sqrt(area * ASPECT) / _UNEVEN, *(sizes[id_][0] for id_ in ids)])


def _adrift_rows(ids: Sequence[str]) -> Shelf:
    """Two beside each other, so that what drifts makes a column of its own."""
    columns = max(2, round(math.sqrt(len(ids) / 4)))
    return [list(ids[start : start + columns]) for start in range(0, len(ids), columns)]


def _stacked(bands: Sequence[tuple[Shelf, Shelf]], sizes: Mapping[str, Point]) -> dict[str, Point]:
    longest = max((row_length(row, sizes) for firm, _ in bands for row in firm), default=0.0)
    right = longest / 2 + 2 * _AROUND_ADRIFT
    centres: dict[str, Point] = {}
    top = 0.0
    for firm, loose in bands:
        centres |= centred_rows(firm, sizes, 0.0, top)
        beside, height = _drifting(loose, sizes, right, top)
        centres |= beside
        top += max(height_of(firm, sizes), height) + BAND_GAP
    return centres


def _drifting(shelf: Shelf, sizes: Mapping[str, Point], left: float, top: float) -> tuple[dict[str, Point], float]:
    """Centres of boxes adrift, wide apart and out of line, and the height they take."""
    widest = max((sizes[id_][0] for row in shelf for id_ in row), default=0.0) + _AROUND_ADRIFT
    centres: dict[str, Point] = {}
    y = top
    for number, row in enumerate(shelf):
        height = max(sizes[id_][1] for id_ in row)
        for column, id_ in enumerate(row):
            aside = _SWAY if (number + column) % 2 else -_SWAY
            centres[id_] = (left + widest * (column + 0.5) + aside, y + height / 2 + (2 * _SWAY if column % 2 else 0))
        y += height + _AROUND_ADRIFT
    return centres, y - top + (2 * _SWAY - _AROUND_ADRIFT if shelf else 0.0)
